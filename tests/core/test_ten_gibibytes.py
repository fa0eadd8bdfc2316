"""Originals of every kind and size go in and come out again, bit for bit, checked without any of our code.

Lost without it: a film of an evening that plays here, and is a different file before a court.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bagit
import pytest
from builders import ignore, never

from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import checking
from safeplan.records.attachments import import_file
from safeplan.records.incidents import IncidentForm, add_incident
from safeplan.vault.container import OpenVault
from tests.campaign.selecting import Tries

MIB = 1 << 20


@dataclass(frozen=True)
class Sort:
    """Files of one kind: how they begin, how many, and how large each is."""

    start: bytes
    ending: str
    count: int
    size: int


# What a phone holds after some months: 10 GiB in 1,156 files, one of them larger than 2 GiB and one empty of meaning.
PHONE = (
    Sort(b"\0\0\0\x18ftypmp42", "mp4", 1, 3_000 * MIB),
    Sort(b"\0\0\0\x14ftypqt  ", "mov", 4, 650 * MIB + 1),
    Sort(b"#!AMR\n", "amr", 60, 14 * MIB + 7),
    Sort(b"OggS\0\x02", "opus", 70, 9 * MIB),
    Sort(b"\xff\xd8\xff\xe1", "jpg", 880, 3 * MIB + 511),
    Sort(b"\0\0\0\x18ftypheic", "heic", 60, 3 * MIB),
    Sort(b"%PDF-1.7\n", "pdf", 80, 5 * MIB + 3),
    Sort(b"[02.03.2026] ", "txt", 1, 1),
)
A_HUNDREDTH = tuple(Sort(one.start, one.ending, max(1, one.count // 40), one.size // 60 + 1) for one in PHONE)


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "stick"
    place.mkdir()
    yield place
    shutil.rmtree(place)


def write_original(path: Path, sort: Sort, number: int) -> str:
    """A file nobody can compress, each mebibyte different; its SHA-256 by the standard library."""
    block = random.Random(number).randbytes(MIB)
    digest, left = hashlib.sha256(), sort.size
    with path.open("wb") as file:
        place = 0
        while left:
            head = sort.start if not place else place.to_bytes(8, "big")
            piece = (head + block)[: min(MIB, left)]
            file.write(piece)
            digest.update(piece)
            left -= len(piece)
            place += 1
    return digest.hexdigest()


def in_and_out(vault: OpenVault, clock: Any, sorts: tuple[Sort, ...], stick: Path) -> tuple[Path, list[str]]:
    """The folder that was handed over, and the hash of each file that went in."""
    database, hashes, number = vault.database, [], 0
    for sort in sorts:
        entry = add_incident(database, clock, IncidentForm(f"Files of the kind {sort.ending}")).id
        for _ in range(sort.count):
            number += 1
            source = stick / f"{number}.{sort.ending}"
            hashes.append(write_original(source, sort, number))
            kept = import_file(database, clock, source, entry, ignore, never)
            assert kept.sha256 == hashes[-1]
            source.unlink()
    chosen = tuple(database.value("SELECT group_concat(id) FROM incident").split(","))
    selection = Selection(chosen, "en", with_attachments=True)
    release = write_bag(database, clock, selection, stick, lambda _info: None, ignore, never)
    return stick / release.folder_name, hashes


def who_calls_it_unchanged(bag: Path) -> set[str]:
    """Three checkers that are not ours, and ours."""
    found = set()
    for lists in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        said = subprocess.run(
            ["sha256sum", "--strict", "-c", "--quiet", lists], cwd=bag, capture_output=True, check=False
        )
        if said.returncode:
            break
    else:
        found.add("sha256sum")
    if bagit.Bag(str(bag)).is_valid():
        found.add("Library of Congress")
    said = subprocess.run([sys.executable, "-I", SIXTY_LINES, bag], capture_output=True, text=True, check=False)
    if (said.returncode, said.stdout) == (0, "unchanged\n"):
        found.add("sixty lines")
    if verify_bag(bag).status == UNCHANGED:
        found.add("ours")
    return found


EVERYBODY = {"sha256sum", "Library of Congress", "sixty lines", "ours"}
SIXTY_LINES = Path(__file__).with_name("sixty_lines.py")


def all_came_out(vault: OpenVault, bag: Path, hashes: list[str]) -> None:
    assert who_calls_it_unchanged(bag) == EVERYBODY
    manifest = (bag / "manifest-sha256.txt").read_text().splitlines()
    given = [line.split()[0] for line in manifest if line.split()[1].split("/")[1][:4].isdigit()]
    assert sorted(given) == sorted(hashes)
    assert checking.check(vault.database).ok


def turn_a_bit(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        bit = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([bit[0] ^ 1]))


needs_sha256sum = pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not here")


@pytest.mark.row("E-01")
@needs_sha256sum
def test_a_hundredth_of_a_phone_goes_in_and_comes_out_unchanged(
    vault: OpenVault, clock: Any, stick: Path, tries: Tries
) -> None:
    bag, hashes = in_and_out(vault, clock, A_HUNDREDTH, stick)
    tries.made(len(hashes))
    all_came_out(vault, bag, hashes)


@pytest.mark.row("E-01", control=True)
@needs_sha256sum
def test_one_bit_in_any_file_is_seen_by_all_of_them(vault: OpenVault, clock: Any, stick: Path) -> None:
    bag, hashes = in_and_out(vault, clock, (A_HUNDREDTH[3], A_HUNDREDTH[-1]), stick)
    all_came_out(vault, bag, hashes)
    for path in sorted((bag / "data").iterdir()):
        turn_a_bit(path, path.stat().st_size // 2)
        assert who_calls_it_unchanged(bag) == set(), path.name
        turn_a_bit(path, path.stat().st_size // 2)
    (bag / "data" / "more.txt").write_text("more")
    # The standard tool reads its list only: that is why it is not the only one.
    assert who_calls_it_unchanged(bag) == {"sha256sum"}


@pytest.mark.row("E-01")
@needs_sha256sum
@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_ten_gibibytes_go_in_and_come_out_unchanged(vault: OpenVault, clock: Any, stick: Path, tries: Tries) -> None:
    if shutil.disk_usage(stick).free < 34 << 30:
        pytest.skip("needs 34 GiB of free disk")
    size = sum(sort.count * sort.size for sort in PHONE)
    assert size >= 10 << 30
    bag, hashes = in_and_out(vault, clock, PHONE, stick)
    tries.made(len(hashes))
    tries.figure("gibibytes", round(size / (1 << 30), 2))
    all_came_out(vault, bag, hashes)
