"""The key file, checked against a second implementation written from its description alone."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import second_key_file as second
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.vault import keyslots
from safeplan.vault.database import open_database
from tests.campaign.selecting import Tries

DATA = Path(__file__).parents[1] / "data"
SALT = bytes([0b11111000]) + bytes(range(1, 32))


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


# ── A second implementation ─────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("K-01")
def test_the_plain_python_cipher_agrees_with_the_published_vector() -> None:
    """Otherwise the next tests would compare two unknowns (draft-irtf-cfrg-xchacha-03, A.3.1)."""
    key, nonce = bytes(range(0x80, 0xA0)), bytes(range(0x40, 0x58))
    plain = (
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen"
        b" would be it."
    )
    sealed = second.xchacha20_poly1305(key, nonce, plain, bytes.fromhex("50515253c0c1c2c3c4c5c6c7"))
    assert sealed[:16].hex() == "bd6d179d3e83d43b9576579493c0e939"
    assert sealed[-16:].hex() == "c0875924c1c7987947deafd8780acf49"


def disagreements(times: int, seal: Callable[..., bytes] = second.slot) -> list[str]:
    """Slots of random content by the program and by `seal`; each opened by both."""
    chance, found = random.Random(20261123), []
    for number in range(times):
        root, salt, index, nonce = (
            chance.randbytes(32),
            chance.randbytes(32),
            chance.randrange(8),
            chance.randbytes(24),
        )
        fields = (
            chance.randrange(1, 5), chance.randrange(256), chance.randbytes(4), chance.randbytes(32),
            chance.randbytes(16), chance.randbytes(16), chance.getrandbits(32), chance.getrandbits(32),
        )  # fmt: skip
        plain = second.LAYOUT.pack(1, *fields).ljust(second.PAYLOAD, b"\0")
        theirs = seal(root, salt, index, nonce, plain)
        mine = keyslots.seal_slot(bytearray(root), salt, index, keyslots.Payload.unpacked(bytearray(plain)), nonce)
        copy = bytearray(chance.randbytes(keyslots.COPY_SIZE))
        copy[:32] = salt
        copy[keyslots.slot_span(index)] = theirs
        read = keyslots.open_slots(bytearray(root), copy)
        if mine != theirs:
            found.append(f"{number}: sealed otherwise")
        if read is None or (read[0], bytes(read[1].packed())) != (index, plain):
            found.append(f"{number}: not opened by the program")
        copy[keyslots.slot_span(index)] = mine
        if number % 10 == 0 and second.opened(root, bytes(copy)) != (index, plain):
            found.append(f"{number}: not opened by the second one")
    return found


@pytest.mark.row("K-01")
def test_a_slot_is_byte_for_byte_what_the_description_says(tries: Tries) -> None:
    assert disagreements(tries.of(1000, daily=20)) == []


@pytest.mark.row("K-01", control=True)
@pytest.mark.parametrize(
    "names", [(b"slot-enc-v2", b"slot-commit-v1"), (b"slot-enc-v1", b"slot-commit-v2")], ids=["enc", "commit"]
)
def test_a_description_that_differs_by_one_sign_is_noticed(names: tuple[bytes, bytes]) -> None:
    assert len(disagreements(2, lambda *slot: second.slot(*slot, names))) >= 4


@pytest.mark.row("K-01")
@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("vault_v*")))
def test_kept_stores_open_by_the_description_alone(name: str, tmp_path: Path) -> None:
    """From the passphrase to the first page of the data, through no line of the program but the driver."""
    copy = (DATA / name / "s0.bin").read_bytes()[: keyslots.COPY_SIZE]
    found = second.opened(second.root_of(b"lamp river bread seven", copy[:32]), copy)
    assert found is not None
    shutil.copy(DATA / name / "d0.bin", tmp_path)
    opened = open_database(tmp_path / "d0.bin", bytearray(second.database_key(found[1])))
    assert f"vault_v{opened.value('PRAGMA user_version')}" == name
    opened.close()


# ── Slots ────────────────────────────────────────────────────────────────────────────────────────────────────────
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


@pytest.mark.row("K-04")
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
def test_the_derivation_is_as_strong_as_a_second_allows(
    seconds: float, gibibytes: int, profile: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The watch is the test's own: what it pretends to time need not be done.
    monkeypatch.setattr(keyslots, "_argon2id", lambda *_how: bytearray(32))
    assert keyslots.calibrate_profile(Stopwatch(seconds), gibibytes << 30) == profile


@pytest.mark.row("K-04")
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
