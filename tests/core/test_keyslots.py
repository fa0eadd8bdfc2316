"""The key file, checked against a second implementation written from its description alone."""

from __future__ import annotations

import hashlib
import struct

import nacl.pwhash.argon2id
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.vault import keyslots

SALT = bytes([0b11111000]) + bytes(range(1, 32))


# ── The second implementation: RFC 8439 and draft-irtf-cfrg-xchacha in plain Python ───────────────────────────────
def _rounds(state: list[int]) -> list[int]:
    work = list(state)

    def quarter(a: int, b: int, c: int, d: int) -> None:
        for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            work[x] = (work[x] + work[y]) & 0xFFFFFFFF
            mixed = work[z] ^ work[x]
            work[z] = ((mixed << turn) | (mixed >> (32 - turn))) & 0xFFFFFFFF

    for _ in range(10):
        for column in range(4):
            quarter(column, 4 + column, 8 + column, 12 + column)
        for a, b, c, d in ((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            quarter(a, b, c, d)
    return work


def _words(key: bytes, last: bytes) -> list[int]:
    return list(struct.unpack("<16I", b"expand 32-byte k" + key + last))


def _xchacha20_poly1305(key: bytes, nonce: bytes, plain: bytes, associated: bytes) -> bytes:
    mixed = _rounds(_words(key, nonce[:16]))
    subkey = struct.pack("<8I", *mixed[:4], *mixed[12:])

    def block(counter: int) -> bytes:
        start = _words(subkey, struct.pack("<I", counter) + bytes(4) + nonce[16:])
        return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(_rounds(start), start, strict=True)))

    stream = b"".join(block(1 + at) for at in range(-(-len(plain) // 64)))
    sealed = bytes(a ^ b for a, b in zip(plain, stream, strict=False))
    one_time = block(0)[:32]
    r = int.from_bytes(one_time[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    s = int.from_bytes(one_time[16:], "little")
    text = b"".join(part + bytes(-len(part) % 16) for part in (associated, sealed))
    text += struct.pack("<QQ", len(associated), len(sealed))
    total = 0
    for at in range(0, len(text), 16):
        total = (total + int.from_bytes(text[at : at + 16] + b"\1", "little")) * r % ((1 << 130) - 5)
    return sealed + ((total + s) & ((1 << 128) - 1)).to_bytes(16, "little")


def _second_slot(root: bytes, salt: bytes, index: int, nonce: bytes, plain: bytes) -> bytes:
    place = salt + bytes([index])
    encrypt = hashlib.blake2b(place, digest_size=32, key=root, person=b"slot-enc-v1").digest()
    commit = hashlib.blake2b(place, digest_size=32, key=root, person=b"slot-commit-v1").digest()
    commitment = hashlib.blake2b(nonce, digest_size=32, key=commit).digest()
    return nonce + commitment + _xchacha20_poly1305(encrypt, nonce, plain, place)


def _payload(**changed: object) -> keyslots.Payload:
    fields: dict[str, object] = {
        "role": keyslots.ROLE_PASSPHRASE,
        "own": (6, 1, 3, 0),
        "master": bytearray(range(32)),
        "vault_id": bytes(range(100, 116)),
        "database_salt": bytearray(range(200, 216)),
        "created_day": 20_514,
    }
    return keyslots.Payload(**{**fields, **changed})  # type: ignore[arg-type]


def test_the_plain_python_cipher_agrees_with_the_published_vector() -> None:
    """Otherwise the next test would compare two unknowns (draft-irtf-cfrg-xchacha-03, A.3.1)."""
    key, nonce = bytes(range(0x80, 0xA0)), bytes(range(0x40, 0x58))
    plain = (
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen"
        b" would be it."
    )
    sealed = _xchacha20_poly1305(key, nonce, plain, bytes.fromhex("50515253c0c1c2c3c4c5c6c7"))
    assert sealed[:16].hex() == "bd6d179d3e83d43b9576579493c0e939"
    assert sealed[-16:].hex() == "c0875924c1c7987947deafd8780acf49"


def test_a_slot_is_byte_for_byte_what_the_description_says() -> None:
    root = keyslots.derive_root(bytearray(b"lamp river bread seven"), SALT)
    assert bytes(root) == nacl.pwhash.argon2id.kdf(32, b"lamp river bread seven", SALT[16:], 2, 64 << 20)

    plain = struct.pack(
        ">BBB4s32s16s16sII", 1, 1, 0, bytes((6, 1, 3, 0)), bytes(range(32)), bytes(range(100, 116)),
        bytes(range(200, 216)), 20_514, 0,
    )  # fmt: skip
    nonce = bytes(range(24))
    mine = keyslots.seal_slot(root, SALT, 6, _payload(), nonce)
    assert len(mine) == 504
    assert mine == _second_slot(bytes(root), SALT, 6, nonce, plain.ljust(432, b"\0"))


def test_the_format_never_changes_unnoticed() -> None:
    """A frozen value: vaults of released versions must open for ever."""
    slot = keyslots.seal_slot(bytearray(b"r" * 32), SALT, 6, _payload(), bytes(24))
    assert hashlib.sha256(slot).hexdigest() == "13c0bf4e2defbdffe68e389b884e3f46cbc2c99e062feeed58503ebee0518335"
    text = keyslots.database_key_text(_payload())
    key = hashlib.blake2b(b"", digest_size=32, key=bytes(range(32)), person=b"sqlcipher-key1").hexdigest()
    assert text == f"x'{key}{bytes(range(200, 216)).hex()}'".encode()


def test_what_was_sealed_comes_back() -> None:
    copy, root = keyslots.new_copy(0), bytearray(b"k" * 32)
    for index in range(8):
        sealed = bytearray(copy)
        payload = _payload(role=keyslots.ROLE_RECOVERY)
        sealed[keyslots.slot_span(index)] = keyslots.seal_slot(root, keyslots.salt_of(copy), index, payload)
        assert keyslots.open_slots(root, sealed) == (index, payload)
        assert keyslots.open_slots(bytearray(b"j" * 32), sealed) is None


def test_a_slot_opens_at_its_own_place_only() -> None:
    copy, root = keyslots.new_copy(0), bytearray(b"k" * 32)
    sealed = keyslots.seal_slot(root, keyslots.salt_of(copy), 2, _payload())
    copy[keyslots.slot_span(3)] = sealed
    assert keyslots.open_slots(root, copy) is None


def test_a_ciphertext_that_two_passphrases_could_open_is_refused_without_its_commitment() -> None:
    """The authentication tag alone is not tied to one key, so a right tag with a wrong commitment must not open."""
    copy, root = keyslots.new_copy(0), bytearray(b"k" * 32)
    sealed = bytearray(keyslots.seal_slot(root, keyslots.salt_of(copy), 2, _payload()))
    copy[keyslots.slot_span(2)] = sealed
    assert keyslots.open_slots(root, copy) is not None
    sealed[24] ^= 1
    copy[keyslots.slot_span(2)] = sealed
    assert keyslots.open_slots(root, copy) is None


@settings(max_examples=150, deadline=None)
@given(place=st.integers(0, 503), bit=st.integers(0, 7))
def test_no_bit_of_a_slot_can_change_unnoticed(place: int, bit: int) -> None:
    salt, root = SALT, bytearray(b"k" * 32)
    copy = bytearray(keyslots.COPY_SIZE)
    copy[:32] = salt
    copy[keyslots.slot_span(5)] = keyslots.seal_slot(root, salt, 5, _payload())
    copy[keyslots.slot_span(5).start + place] ^= 1 << bit
    assert keyslots.open_slots(root, copy) is None


def test_a_newer_payload_is_refused_by_name() -> None:
    plain = _payload().packed()
    plain[0] = 2
    with pytest.raises(errors.VaultTooNew):
        keyslots.Payload.unpacked(plain)


def test_each_store_owns_four_slots_in_random_order() -> None:
    sets = [keyslots.new_payload(1).own for _ in range(200)]
    assert all(len(set(own)) == 4 and set(own) <= set(range(8)) for own in sets)
    assert {own[0] for own in sets} == set(range(8))


def test_used_slots_are_recognised_with_the_mark_key_and_by_nobody_else() -> None:
    payload = keyslots.new_payload(1)
    copy, root = keyslots.new_copy(0), bytearray(b"k" * 32)
    index = payload.own[1]
    copy[keyslots.slot_span(index)] = keyslots.seal_slot(root, keyslots.salt_of(copy), index, payload)
    mine, other = keyslots.mark_key(payload.master), keyslots.mark_key(keyslots.new_payload(1).master)
    assert [i for i in range(8) if keyslots.is_marked(mine, copy, i)] == [index]
    assert not any(keyslots.is_marked(other, copy, i) for i in range(8))


def test_used_and_unused_slots_look_alike() -> None:
    """Byte counts of 400 of each against an even spread (chi-squared, 255 degrees: 99.99 % < 350)."""
    root = bytearray(b"k" * 32)
    used = b"".join(keyslots.seal_slot(root, SALT, i % 8, keyslots.new_payload(1)) for i in range(400))
    unused = b"".join(bytes(keyslots.new_copy(0)[keyslots.slot_span(3)]) for _ in range(400))
    for heap in (used, unused):
        even = len(heap) / 256
        assert sum((heap.count(value) - even) ** 2 / even for value in range(256)) < 350


@pytest.mark.parametrize("profile", range(8))
def test_the_profile_is_hidden_in_the_salt(profile: int) -> None:
    copies = [keyslots.new_copy(profile) for _ in range(40)]
    assert {copy[0] & 7 for copy in copies} == {profile}
    assert len({copy[0] for copy in copies}) > 5


class Stopwatch:
    """Pretends that the one measured derivation took `seconds`."""

    def __init__(self, seconds: float) -> None:
        self.readings = iter((10.0, 10.0 + seconds))

    def __call__(self) -> float:
        return next(self.readings)


@pytest.mark.parametrize(
    ("seconds", "gibibytes", "profile"),
    [
        (0.0, 64, 2),  # a clock that stands still
        (5.0, 16, 2),  # slow, but never below 256 MiB
        (0.9, 16, 2),
        (0.45, 16, 3),
        (0.2, 16, 4),
        (0.001, 64, 7),
        (0.001, 4, 7),
        (0.1, 3, 3),  # never more than a quarter of the memory
        (5.0, 2, 1),  # small computers: 128 MiB
    ],
)
def test_the_derivation_is_as_strong_as_a_second_allows(seconds: float, gibibytes: int, profile: int) -> None:
    assert keyslots.calibrate_profile(Stopwatch(seconds), gibibytes << 30) == profile


@pytest.mark.parametrize(
    ("profile", "mebibytes", "becomes"),
    [(0, 0, 0), (0, 64, 0), (0, 65, 1), (1, 256, 2), (3, 256, 3), (0, 1024, 4), (7, 64, 7), (6, 1024, 6)],
)
def test_more_memory_may_be_asked_for_and_never_makes_it_weaker(profile: int, mebibytes: int, becomes: int) -> None:
    assert keyslots.at_least(profile, mebibytes) == becomes
    assert keyslots.PROFILES[becomes][1] >= mebibytes


def test_a_computer_without_the_memory_is_told_so_by_name() -> None:
    with pytest.raises(errors.MemoryShort):
        keyslots._argon2id(bytearray(b"x"), bytes(16), 1, 1 << 40)


def test_wiping_overwrites_in_place() -> None:
    secret = keyslots.random_secret(64)
    view = memoryview(secret)
    keyslots.wipe(secret)
    assert bytes(view) == bytes(64)
