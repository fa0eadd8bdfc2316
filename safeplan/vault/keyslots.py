"""The key file's content: one Argon2id derivation, eight slots that look like random bytes.

May touch: bytes it is given and libsodium. Must never read or write a file, and never hold a key in an immutable
object: keys live in bytearrays that `wipe` overwrites, because freed `bytes` stay readable until the process ends.

One copy, 4,096 bytes: salt 32 | 8 slots x 504 | tail 32.
One slot: nonce 24 | commitment 32 | ciphertext 432 | tag 16. An unused slot is random.
The tail belongs to safeplan/door.py.
"""

from __future__ import annotations

import hmac
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass

# The public bindings return keys as `bytes`, which nobody can overwrite; the same functions write into a bytearray.
from nacl._sodium import ffi, lib  # type: ignore[import-not-found,unused-ignore]

from safeplan import errors
from safeplan.hardening import computer_memory

COPY_SIZE = 4096
SALT_SIZE = 32
SLOT_SIZE = 504
SLOT_COUNT = 8
TAIL_AT = SALT_SIZE + SLOT_COUNT * SLOT_SIZE
_NONCE, _COMMITMENT, _PAYLOAD, _TAG = 24, 32, 432, 16

# (passes, MiB): the salt's three lowest bits choose one, so that no number is stored.
PROFILES = ((2, 64), (3, 128), (3, 256), (3, 512), (3, 1024), (4, 1024), (6, 1024), (8, 1024))
DEFAULT_PROFILE = 2
SMALL_MEMORY_PROFILE = 1
_SMALL_MEMORY = 4 << 30
_LONGEST_SECONDS = 1.0

_ARGON2ID13 = 2
_ENCRYPT = b"slot-enc-v1"
_COMMIT = b"slot-commit-v1"
_MARK = b"slot-mark-v1"
_DATABASE = b"sqlcipher-key1"
_HEX = b"0123456789abcdef"

# Places within the four slots that a store owns; the order of `Payload.own` is random.
PASSPHRASE_PLACE, RECOVERY_PLACE, SECOND_PLACE = 0, 1, 2
ROLE_PASSPHRASE, ROLE_RECOVERY, ROLE_SPARE, ROLE_SECOND = 1, 2, 3, 4
_ROLE_NAMES = {
    ROLE_PASSPHRASE: "passphrase",
    ROLE_RECOVERY: "recovery",
    ROLE_SPARE: "spare",
    ROLE_SECOND: "second",
}
PAYLOAD_VERSION = 1
_LAYOUT = struct.Struct(">BBB4s32s16s16sII")


def wipe(buffer: bytearray) -> None:
    """Overwrite a secret in place."""
    buffer[:] = bytes(len(buffer))


def random_secret(size: int) -> bytearray:
    """`size` random bytes that can be wiped."""
    secret = bytearray(size)
    lib.randombytes(ffi.from_buffer(secret), size)
    return secret


def _derived(key: bytearray, person: bytes, data: bytes) -> bytearray:
    """BLAKE2b-256 keyed by `key` (32 bytes), personalised."""
    out = bytearray(32)
    lib.crypto_generichash_blake2b_salt_personal(
        ffi.from_buffer(out), 32, data, len(data), ffi.from_buffer(key), len(key), ffi.NULL, person.ljust(16, b"\0")
    )
    return out


@dataclass
class Payload:
    """What a slot holds. The bytearrays are secrets: call `wipe()` when done."""

    role: int
    own: tuple[int, ...]
    master: bytearray
    vault_id: bytes
    database_salt: bytearray
    created_day: int
    data_file: int = 0
    flags: int = 0

    @property
    def opened_by(self) -> str:
        """ "passphrase", "recovery", "spare" or "second" (a counsellor's passphrase that she allowed)."""
        return _ROLE_NAMES.get(self.role, "spare")

    def wipe(self) -> None:
        """Overwrite the secrets."""
        wipe(self.master)
        wipe(self.database_salt)

    def packed(self) -> bytearray:
        """432 bytes, a secret."""
        plain = bytearray(_PAYLOAD)
        _LAYOUT.pack_into(
            plain, 0, PAYLOAD_VERSION, self.role, self.data_file, bytes(self.own), self.master, self.vault_id,
            self.database_salt, self.created_day, self.flags,
        )  # fmt: skip
        return plain

    @classmethod
    def unpacked(cls, plain: bytearray) -> Payload:
        """Read 432 authenticated bytes. Raises VaultTooNew."""
        if plain[0] > PAYLOAD_VERSION:
            raise errors.VaultTooNew(version=plain[0])
        with memoryview(plain) as view:
            created_day, flags = struct.unpack_from(">II", view, 71)
            return cls(
                role=plain[1],
                data_file=plain[2],
                own=tuple(plain[3:7]),
                master=bytearray(view[7:39]),
                vault_id=bytes(view[39:55]),
                database_salt=bytearray(view[55:71]),
                created_day=created_day,
                flags=flags,
            )


def new_payload(created_day: int) -> Payload:
    """A fresh master key, and four of the eight slots drawn at random; the other four stay noise."""
    order = sorted(range(SLOT_COUNT), key=lambda _slot: os.urandom(8))
    return Payload(
        role=ROLE_PASSPHRASE,
        own=tuple(order[: SLOT_COUNT // 2]),
        master=random_secret(32),
        vault_id=os.urandom(16),
        database_salt=random_secret(16),
        created_day=created_day,
    )


def new_copy(profile: int) -> bytearray:
    """A header copy of noise whose salt names `profile` (0-7)."""
    noise = bytearray(os.urandom(COPY_SIZE))
    while noise[0] & 7 != profile:
        noise[0] = os.urandom(1)[0]
    return noise


def salt_of(copy: bytes | bytearray) -> bytes:
    """The salt of a header copy."""
    return bytes(copy[:SALT_SIZE])


def derive_root(secret: bytearray, salt: bytes) -> bytearray:
    """The one slow step: Argon2id at the profile the salt names; 32 bytes. `secret` is left as it is.

    Raises MemoryShort when the computer cannot spare the profile's memory.
    """
    passes, mebibytes = PROFILES[salt[0] & 7]
    return _argon2id(secret, salt[16:32], passes, mebibytes)


def _argon2id(secret: bytearray, salt: bytes, passes: int, mebibytes: int) -> bytearray:
    root = bytearray(32)
    held = ffi.from_buffer("char[]", secret)
    failed = lib.crypto_pwhash(
        ffi.from_buffer(root), 32, held, len(secret), salt, passes, mebibytes << 20, _ARGON2ID13
    )  # fmt: skip
    # An exported buffer would keep the caller from resizing or closing it.
    ffi.release(held)
    if failed:
        raise errors.MemoryShort(mebibytes=mebibytes)
    return root


def calibrate_profile(timer: Callable[[], float], memory: int | None = None) -> int:
    """The strongest profile this computer derives within a second; never below 256 MiB unless RAM < 4 GiB.

    `timer` counts seconds; `memory` is the computer's RAM in bytes (measured when None). The cost is taken from
    one derivation at the floor and grows in proportion to passes times memory.
    """
    memory = computer_memory() if memory is None else memory
    floor = SMALL_MEMORY_PROFILE if memory < _SMALL_MEMORY else DEFAULT_PROFILE
    passes, mebibytes = PROFILES[floor]
    begun = timer()
    wipe(_argon2id(bytearray(16), bytes(16), passes, mebibytes))
    per_unit = (timer() - begun) / (passes * mebibytes)
    best = floor
    if per_unit <= 0:
        # A clock that stands still measured nothing.
        return floor
    for profile in range(floor + 1, len(PROFILES)):
        passes, mebibytes = PROFILES[profile]
        # A quarter of the RAM: more would push her other programs into the swap file.
        if per_unit * passes * mebibytes > _LONGEST_SECONDS or mebibytes << 20 > memory // 4:
            break
        best = profile
    return best


def at_least(profile: int, mebibytes: int) -> int:
    """`profile`, or the first one above it that takes `mebibytes`, which is at most 1024."""
    return max(profile, next(index for index, (_, size) in enumerate(PROFILES) if size >= mebibytes))


def _slot_keys(root: bytearray, salt: bytes, index: int) -> tuple[bytearray, bytearray]:
    data = salt + bytes([index])
    return _derived(root, _ENCRYPT, data), _derived(root, _COMMIT, data)


def slot_span(index: int) -> slice:
    """Where slot `index` stands in a copy."""
    start = SALT_SIZE + index * SLOT_SIZE
    return slice(start, start + SLOT_SIZE)


def seal_slot(root: bytearray, salt: bytes, index: int, payload: Payload, nonce: bytes | None = None) -> bytes:
    """504 bytes that open with `root` at this place under this salt, and nowhere else.

    `nonce` (24 bytes) is for known-answer tests; otherwise 8 random bytes and the mark by which an open store
    recognises its own slots without the secret that opens them.
    """
    if nonce is None:
        nonce = marked_nonce(payload.master, salt, index)
    encrypt, commit = _slot_keys(root, salt, index)
    plain = payload.packed()
    sealed = bytearray(_PAYLOAD + _TAG)
    associated = salt + bytes([index])
    commitment = _derived(commit, b"", nonce)
    try:
        lib.crypto_aead_xchacha20poly1305_ietf_encrypt(
            ffi.from_buffer(sealed), ffi.NULL, ffi.from_buffer(plain), _PAYLOAD, associated, len(associated),
            ffi.NULL, nonce, ffi.from_buffer(encrypt),
        )  # fmt: skip
    finally:
        for secret in (plain, encrypt, commit):
            wipe(secret)
    return nonce + bytes(commitment) + bytes(sealed)


def open_slots(root: bytearray, copy: bytes | bytearray) -> tuple[int, Payload] | None:
    """The slot of `copy` that `root` opens, or None. Every slot costs the same work, whichever one fits."""
    salt = salt_of(copy)
    found: tuple[int, Payload] | None = None
    for index in range(SLOT_COUNT):
        slot = bytes(copy[slot_span(index)])
        nonce, commitment, sealed = slot[:_NONCE], slot[_NONCE : _NONCE + _COMMITMENT], slot[_NONCE + _COMMITMENT :]
        encrypt, commit = _slot_keys(root, salt, index)
        # XChaCha20-Poly1305 alone lets one ciphertext open under several keys; the commitment ties it to this root.
        committed = hmac.compare_digest(_derived(commit, b"", nonce), commitment)
        plain = bytearray(_PAYLOAD)
        associated = salt + bytes([index])
        failed = lib.crypto_aead_xchacha20poly1305_ietf_decrypt(
            ffi.from_buffer(plain), ffi.NULL, ffi.NULL, sealed, len(sealed), associated, len(associated),
            nonce, ffi.from_buffer(encrypt),
        )  # fmt: skip
        try:
            if committed and not failed and found is None:
                found = (index, Payload.unpacked(plain))
        finally:
            for secret in (plain, encrypt, commit):
                wipe(secret)
    return found


def mark_key(master: bytearray) -> bytearray:
    """The key by which an open store recognises its own slots; it opens nothing."""
    return _derived(master, _MARK, b"")


def _mark(key: bytearray, first: bytes, salt: bytes, index: int) -> bytes:
    return bytes(_derived(key, _MARK, first + salt + bytes([index]))[:16])


def marked_nonce(master: bytearray, salt: bytes, index: int) -> bytes:
    """24 bytes that look random to everyone who does not hold the master key."""
    key = mark_key(master)
    first = os.urandom(8)
    nonce = first + _mark(key, first, salt, index)
    wipe(key)
    return nonce


def is_marked(key: bytearray, copy: bytes | bytearray, index: int) -> bool:
    """Whether slot `index` of `copy` was sealed by the store that `key` (from `mark_key`) belongs to."""
    nonce = bytes(copy[slot_span(index)][:_NONCE])
    return hmac.compare_digest(_mark(key, nonce[:8], salt_of(copy), index), nonce[8:])


def database_key_text(payload: Payload) -> bytearray:
    """b"x'<64 hex key><32 hex salt>'" for SQLCipher, never through a str or bytes object."""
    key = _derived(payload.master, _DATABASE, b"")
    # Its final size from the start: a bytearray that grows leaves its old place behind, unwiped.
    text = bytearray(3 + 2 * (len(key) + len(payload.database_salt)))
    text[0:2], text[-1] = b"x'", ord("'")
    place = 2
    for part in (key, payload.database_salt):
        for byte in part:
            text[place], text[place + 1] = _HEX[byte >> 4], _HEX[byte & 15]
            place += 2
    wipe(key)
    return text
