"""What lies on the disk has the statistics of noise: nothing in it says what it is, or which slots are used.

Known and said in docs/threat-model.md: the two copies of the key slots are equal, so each is looked at alone. Names
and sizes are what they are, and three bits of each salt name the strength of the derivation.
"""

from __future__ import annotations

import math
import os
import random
import shutil
import statistics
import subprocess
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import a_file, a_source, an_incident

from safeplan import door
from safeplan.records.sittings import begin_sitting
from safeplan.vault import database, keyslots
from safeplan.vault.container import OpenVault
from tests.builders import open_data
from tests.campaign.selecting import Tries

HEAP = 1 << 16
# Of a million runs with real noise one is judged otherwise.
RARE = 1e-6


# ── Measures ────────────────────────────────────────────────────────────────────────────────────────────────────
def normal_tail(distance: float) -> float:
    """How often real noise lies so many standard deviations away, or further."""
    return math.erfc(abs(distance) / math.sqrt(2))


def even_bytes(heap: bytes) -> float:
    """Chi-squared of the 256 values (Wilson and Hilferty: its cube root is normal): the chance of so much or more."""
    even = len(heap) / 256
    chi = sum((heap.count(value) - even) ** 2 / even for value in range(256))
    return normal_tail(((chi / 255) ** (1 / 3) - (1 - 2 / (9 * 255))) / math.sqrt(2 / (9 * 255)))


def even_bits(heap: bytes) -> float:
    """As many ones as noughts."""
    ones, bits = int.from_bytes(heap, "big").bit_count(), 8 * len(heap)
    return normal_tail((2 * ones - bits) / math.sqrt(bits))


def no_neighbours(heap: bytes) -> float:
    """A byte says nothing about the next one."""
    if len(set(heap)) < 2:
        return 0.0
    return normal_tail(statistics.correlation(heap[:-1], heap[1:]) * math.sqrt(len(heap) - 1))


def incompressible(heap: bytes) -> float:
    return 1.0 if len(zlib.compress(heap, 9)) > len(heap) else 0.0


MEASURES: dict[str, Callable[[bytes], float]] = {
    "bytes": even_bytes, "bits": even_bits, "neighbours": no_neighbours, "packing": incompressible,
}  # fmt: skip


def unlike_noise(heaps: list[bytes]) -> list[str]:
    """What in these heaps real noise would not show; [] when nothing does. Corrected for how often it is asked."""
    asked = len(heaps) * len(MEASURES)
    found = []
    for place, heap in enumerate(heaps):
        low = {name: measure(heap) for name, measure in MEASURES.items()}
        found += [f"heap {place}: {name} {chance:.2g}" for name, chance in low.items() if chance < RARE / asked]
    return found


def unlike_in_columns(copies: list[bytes]) -> list[str]:
    """The same byte of many key files: one signature in each of them is seen, however short it is."""
    heap, found = b"".join(copies), []
    for place in range(len(copies[0])):
        column = heap[place :: len(copies[0])]
        # 256 counts of a column are few; the commonest value and the bits are enough for a signature.
        often = Counter(column).most_common(1)[0][1]
        expected = len(column) / 256
        poisson = (k * math.log(expected) - expected - math.lgamma(k + 1) for k in range(often, often + 60))
        chance = min(1.0, 256 * sum(map(math.exp, poisson)))
        if min(chance, even_bits(column)) < RARE / (2 * len(copies[0])):
            found.append(f"byte {place}")
    return found


def pieces(content: bytes) -> list[bytes]:
    return [content[start : start + HEAP] for start in range(0, len(content) - HEAP + 1, HEAP)]


# ── Key files ───────────────────────────────────────────────────────────────────────────────────────────────────
def key_files(number: int, signature: bytes = b"") -> tuple[list[bytes], list[bytes], list[bytes]]:
    """Copies as create_vault lays them, each with one to three used slots; and all used and all unused slots."""
    chance, copies = random.Random(), []
    used: list[bytes] = []
    unused: list[bytes] = []
    for _ in range(number):
        copy = keyslots.new_copy(chance.randrange(8))
        payload, salt = keyslots.new_payload(20_514), keyslots.salt_of(copy)
        mine = payload.own[: chance.randint(1, 3)]
        for index in mine:
            root = bytearray(os.urandom(32))
            copy[keyslots.slot_span(index)] = keyslots.seal_slot(root, salt, index, payload)
        copy[keyslots.TAIL_AT :] = door.tail_for(door.NEUTRAL_SUM, salt)
        copy[: len(signature)] = signature
        copies.append(bytes(copy))
        for index in range(keyslots.SLOT_COUNT):
            (used if index in mine else unused).append(copies[-1][keyslots.slot_span(index)])
    return copies, used, unused


@pytest.mark.row("F-13")
def test_key_files_are_noise_in_every_byte_and_used_slots_look_like_unused_ones(tries: Tries) -> None:
    copies, used, unused = key_files(tries.of(2000, daily=200))
    assert unlike_in_columns(copies) == []
    assert unlike_noise(pieces(b"".join(copies))) == []
    for slots in (used, unused):
        assert unlike_in_columns(slots) == []
        assert unlike_noise(pieces(b"".join(slots))) == []
    # The two are compared with each other, too: as many of each value in both.
    many, few = Counter(b"".join(used)), Counter(b"".join(unused))
    share = many.total() / (many.total() + few.total())
    chi = sum(
        (many[value] - (many[value] + few[value]) * share) ** 2 / ((many[value] + few[value]) * share * (1 - share))
        for value in range(256)
    )
    tries.figure("chi2_used_against_unused", round(chi, 1))
    assert chi < 350


@pytest.mark.row("F-13", control=True)
@pytest.mark.parametrize("signature", [b"SPv1", b"\x01"])
def test_one_signature_at_the_beginning_of_each_key_file_is_seen(signature: bytes) -> None:
    copies, _used, _unused = key_files(200, signature)
    assert unlike_in_columns(copies) == [f"byte {place}" for place in range(len(signature))]


# ── Whole stores ────────────────────────────────────────────────────────────────────────────────────────────────
def filled(vault: OpenVault, clock: object, place: Path, number: int) -> None:
    begin_sitting(vault.database, clock)  # type: ignore[arg-type]
    for one in range(number):
        entry = an_incident(vault.database, clock, f"He came to the door at night, {one}. " + "a" * 3000)
        a_file(vault.database, clock, a_source(place, bytes([one]) + bytes(range(256)) * 2000), entry.id)


@pytest.mark.row("F-13")
def test_the_files_of_a_store_in_use_are_noise(vault: OpenVault, clock: object, tmp_path: Path, tries: Tries) -> None:
    filled(vault, clock, tmp_path, tries.of(30, daily=3))
    vault.close()
    key_file = vault.files.header.read_bytes()
    data = vault.files.data.read_bytes()
    ballast = vault.files.ballast.read_bytes()[: 1 << 20]
    assert unlike_noise([key_file[:4096]]) == []
    assert key_file[:4096] == key_file[4096:], "said in docs/threat-model.md"
    assert unlike_noise(pieces(data)) == []
    assert unlike_noise(pieces(ballast)) == []
    blocks = [data[start : start + 16] for start in range(0, len(data), 16)]
    assert len(set(blocks)) == len(blocks), "no block of the cipher stands there twice"
    tries.figure("data_bytes", len(data))
    if shutil.which("file"):
        for path in (vault.files.header, vault.files.data, vault.files.ballast):
            # A few first bytes of noise are by chance those of a known kind, a PGP key among them.
            said = subprocess.run(["file", "-b", path], capture_output=True, text=True, check=True).stdout.lower()
            assert not any(word in said for word in ("sqlite", "sqlcipher", "salted", "luks", "keepass")), said


@pytest.mark.row("F-13", control=True)
def test_a_data_file_whose_beginning_can_be_read_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLCipher can leave the first bytes open: it is found, and so is a file without any cipher."""
    readable = "PRAGMA cipher_plaintext_header_size = 32"
    monkeypatch.setattr(database, "CIPHER_SETTINGS", (*database.CIPHER_SETTINGS, readable))
    opened = open_data(tmp_path / "d0.bin")
    opened.execute("CREATE TABLE note (text TEXT) STRICT")
    opened.close()
    content = (tmp_path / "d0.bin").read_bytes()
    assert content.startswith(b"SQLite format 3")
    copies = [content[:32] + os.urandom(4064) for _ in range(200)]
    assert len(unlike_in_columns(copies)) == 32
    assert unlike_noise([b"He came to the door at night. " * 2200]) != []


def test_real_noise_passes_and_a_file_with_one_lean_byte_in_fifty_does_not() -> None:
    heaps = [os.urandom(HEAP) for _ in range(10)]
    assert unlike_noise(heaps) == []
    assert unlike_in_columns([os.urandom(4096) for _ in range(200)]) == []
    lean = bytes(byte if number % 50 else byte & 0xF0 for number, byte in enumerate(b"".join(heaps)))
    assert unlike_noise([lean]) != []
