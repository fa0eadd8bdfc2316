"""Originals of every kind and size go in and come out again, bit for bit, checked without any of our code.

Lost without it: a film of an evening that plays here, and is a different file before a court.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from builders import ignore, never

from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import checking
from safeplan.records.attachments import import_file
from safeplan.records.incidents import IncidentForm, add_incident
from safeplan.vault.container import OpenVault

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


def in_and_out(vault: OpenVault, clock: Any, sorts: tuple[Sort, ...], stick: Path) -> None:
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
    bag = stick / release.folder_name
    # Not by our code: the manifest as the standard tool reads it, and every hash against the file that went in.
    said = subprocess.run(
        ["sha256sum", "-c", "--quiet", "manifest-sha256.txt"], cwd=bag, capture_output=True, text=True, check=False
    )
    assert (said.returncode, said.stdout) == (0, "")
    manifest = (bag / "manifest-sha256.txt").read_text().splitlines()
    given = [line.split()[0] for line in manifest if line.split()[1].split("/")[1][:4].isdigit()]
    assert sorted(given) == sorted(hashes)
    assert verify_bag(bag).status == UNCHANGED
    assert checking.check(database).ok
    # The same check sees one bit in the largest file.
    largest = max((bag / "data").iterdir(), key=lambda path: path.stat().st_size)
    with largest.open("r+b") as file:
        file.seek(largest.stat().st_size // 2)
        bit = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([bit[0] ^ 1]))
    assert verify_bag(bag).status != UNCHANGED
    said = subprocess.run(["sha256sum", "-c", "--quiet", "manifest-sha256.txt"], cwd=bag, check=False)
    assert said.returncode == 1


needs_sha256sum = pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not here")


@needs_sha256sum
def test_a_hundredth_of_a_phone_goes_in_and_comes_out_unchanged(vault: OpenVault, clock: Any, stick: Path) -> None:
    in_and_out(vault, clock, A_HUNDREDTH, stick)


@needs_sha256sum
@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_ten_gibibytes_go_in_and_come_out_unchanged(vault: OpenVault, clock: Any, stick: Path) -> None:
    if shutil.disk_usage(stick).free < 34 << 30:
        pytest.skip("needs 34 GiB of free disk")
    assert sum(sort.count * sort.size for sort in PHONE) >= 10 << 30
    in_and_out(vault, clock, PHONE, stick)
