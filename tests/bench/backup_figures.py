"""How quick a backup is beside a plain copy of the same file, and beside one that is read back from the disk."""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
import statistics
import time
from pathlib import Path

from safeplan.clock import SystemClock
from safeplan.paths import vault_files
from safeplan.records import attachments, incidents
from safeplan.records.incidents import IncidentForm
from safeplan.vault import container
from safeplan.vault.backup import make_backup
from tests.bench.figure import Figure
from tests.bench.large_file import write_large_file

PASSPHRASE = b"lamp river bread seven"
RUNS = 3
PIECE = 1 << 20


def backup_figures(work: Path, quick: bool) -> list[Figure]:
    """`backup_ratio` and `backup_checked_ratio`. A backup unlocks every page of what it wrote; both copies do not."""
    mib = 64 if quick else 1024
    folder, stick = work / "backup-store", work / "backup-stick"
    for place in (folder, stick):
        shutil.rmtree(place, ignore_errors=True)
    stick.mkdir()
    vault, clock = container.create_vault(vault_files(folder), bytearray(PASSPHRASE), profile=0), SystemClock()
    source = write_large_file(work / "backup-source.bin", mib)
    entry = incidents.add_incident(vault.database, clock, IncidentForm(text="A large file."))
    attachments.import_file(vault.database, clock, source, entry.id, lambda _d, _t: None, lambda: False)
    source.unlink()
    ours, plain, checked, looks = [], [], [], []
    pauses: list[float] = []

    def look() -> bool:
        looks.append(time.perf_counter())
        return False

    for number in range(RUNS):
        # In turn, so that neither always finds the disk as the other left it.
        for side in ("ours", "plain", "checked")[:: 1 if number % 2 else -1]:
            os.sync()
            started = time.perf_counter()
            if side == "ours":
                make_backup(vault, clock, stick / "b", lambda _d, _t: None, look)
                ours.append(time.perf_counter() - started)
                pauses.append(max(after - before for before, after in itertools.pairwise(looks)))
                looks.clear()
            else:
                _plain_copy(vault.files.data, stick / "b", read_back=side == "checked")
                (checked if side == "checked" else plain).append(time.perf_counter() - started)
            (stick / "b").unlink()
    vault.close()
    shutil.rmtree(folder)
    shutil.rmtree(stick)
    ratios = [theirs / mine for mine, theirs in zip(ours, plain, strict=True)]
    note = f"{mib / statistics.median(ours):.0f} MiB/s, each byte read back; " + " ".join(f"{r:.2f}" for r in ratios)
    beside = [theirs / mine for mine, theirs in zip(ours, checked, strict=True)]
    return [
        Figure("backup_ratio", statistics.median(ratios), "x", note=note),
        Figure("backup_checked_ratio", statistics.median(beside), "x", note="copied, read back, both with SHA-256"),
        Figure("backup_cancel_s", max(pauses), "s", 0.5, note="longest wait for Cancel"),
    ]


def _plain_copy(source: Path, target: Path, *, read_back: bool = False) -> None:
    """Through a second program's eyes: the store's lock is lost by it, which a figure may do."""
    with source.open("rb", buffering=0) as read, target.open("xb", buffering=0) as written:
        meant = hashlib.sha256()
        while piece := read.read(PIECE):
            written.write(piece)
            if read_back:
                meant.update(piece)
        os.fsync(written.fileno())
    if not read_back:
        return
    with target.open("rb", buffering=0) as again:
        os.posix_fadvise(again.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        if hashlib.file_digest(again, "sha256").digest() != meant.digest():
            raise OSError
