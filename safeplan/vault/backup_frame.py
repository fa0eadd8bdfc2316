"""The end of a backup file: key slots to open it with, and a sealed note of what it is.

May touch: bytes it is given and libsodium. Must never read or write a file, and never let one byte be told from noise
without a passphrase.

A backup file: database pages, n x 16,384 | note 4,096 | one copy of the key slots 4,096.
The note: nonce 24 | ciphertext 4,056 | tag 16, under a key of this store alone and bound to the slots beside it.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import Any

# The public bindings return keys as `bytes`, which nobody can overwrite; the same functions write into a bytearray.
from nacl._sodium import ffi, lib  # type: ignore[import-not-found,unused-ignore]

from safeplan import errors
from safeplan.vault import keyslots
from safeplan.vault.database import PAGE_SIZE

NOTE_SIZE = 4096
END_SIZE = NOTE_SIZE + keyslots.COPY_SIZE
_NONCE, _TAG = 24, 16
_PLAIN = NOTE_SIZE - _NONCE - _TAG
_PERSON = b"backup-note-v1"
FORMAT = 1


@dataclass(frozen=True)
class BackupFacts:
    """What a backup says of itself. `made_at` UTC; `size` of the database in bytes; `record`: which record it is of.

    `lines` and `head_hex` are the ledger's newest line, `waiting` the lines that were not in it yet. `entries`,
    `files` and `steps` are counted as they were shown; `shape` and `program` say which program wrote it.
    """

    made_at: str
    zone: str
    size: int
    record: str
    lines: int
    head_hex: str
    waiting: int
    entries: int
    files: int
    steps: int
    shape: int
    program: str


def could_be_backup(size: int) -> bool:
    """Whether a file of `size` bytes can be one: nothing else is to be seen from outside."""
    return size >= END_SIZE + PAGE_SIZE and size % PAGE_SIZE == END_SIZE % PAGE_SIZE


def slots_for_backup(copy: bytes | bytearray, own: tuple[int, ...]) -> bytes:
    """The key slots without what is not this store's: those places become noise again."""
    kept = bytearray(copy)
    for index in range(keyslots.SLOT_COUNT):
        if index not in own:
            kept[keyslots.slot_span(index)] = os.urandom(keyslots.SLOT_SIZE)
    return bytes(kept)


def seal_note(facts: BackupFacts, mark: bytearray, slots: bytes) -> bytes:
    """4,096 bytes. `mark` is the store's keyslots.mark_key, left as it is; `slots` stand beside the note."""
    text = json.dumps({"format": FORMAT, **asdict(facts)}, sort_keys=True, ensure_ascii=True).encode("ascii")
    if len(text) > _PLAIN:
        raise errors.Bug(code="backup-note")
    nonce, sealed, key = os.urandom(_NONCE), bytearray(_PLAIN + _TAG), _key(mark)
    try:
        lib.crypto_aead_xchacha20poly1305_ietf_encrypt(
            ffi.from_buffer(sealed), ffi.NULL, text.ljust(_PLAIN), _PLAIN, slots, len(slots),
            ffi.NULL, nonce, ffi.from_buffer(key),
        )  # fmt: skip
    finally:
        keyslots.wipe(key)
    return nonce + bytes(sealed)


def open_note(untrusted_note: bytes, mark: bytearray, slots: bytes) -> BackupFacts:
    """The reverse of seal_note. Raises VaultDamaged when it is not as it was written, VaultTooNew."""
    plain, key = bytearray(_PLAIN), _key(mark)
    nonce, sealed = untrusted_note[:_NONCE], untrusted_note[_NONCE:]
    if len(untrusted_note) != NOTE_SIZE:
        raise errors.VaultDamaged(size=len(untrusted_note))
    try:
        failed = lib.crypto_aead_xchacha20poly1305_ietf_decrypt(
            ffi.from_buffer(plain), ffi.NULL, ffi.NULL, sealed, len(sealed), slots, len(slots),
            nonce, ffi.from_buffer(key),
        )  # fmt: skip
    finally:
        keyslots.wipe(key)
    if failed:
        raise errors.VaultDamaged(reason="backup")
    value: dict[str, Any] = json.loads(plain)
    if value.pop("format") > FORMAT:
        raise errors.VaultTooNew(known=FORMAT)
    return BackupFacts(**value)


def _key(mark: bytearray) -> bytearray:
    """The note's key: like every other one of this store, from its master key."""
    out = bytearray(32)
    lib.crypto_generichash_blake2b_salt_personal(
        ffi.from_buffer(out), 32, b"", 0, ffi.from_buffer(mark), len(mark), ffi.NULL, _PERSON.ljust(16, b"\0")
    )
    return out
