"""How quick a backup is beside a plain copy of the same file, which reads nothing back."""

from __future__ import annotations

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
    ours, plain = [], []
    for number in range(RUNS):
        # In turn, so that neither always finds the disk as the other left it.
        for side in ("ours", "plain")[:: 1 if number % 2 else -1]:
            os.sync()
            started = time.perf_counter()
            if side == "ours":
                make_backup(vault, clock, stick / "b", lambda _d, _t: None, lambda: False)
                ours.append(time.perf_counter() - started)
            else:
                _plain_copy(vault.files.data, stick / "b")
                plain.append(time.perf_counter() - started)
            (stick / "b").unlink()
    vault.close()
    shutil.rmtree(folder)
    shutil.rmtree(stick)
    ratios = [theirs / mine for mine, theirs in zip(ours, plain, strict=True)]
    note = f"{mib / statistics.median(ours):.0f} MiB/s, each byte read back; " + " ".join(f"{r:.2f}" for r in ratios)
    return [Figure("backup_ratio", statistics.median(ratios), "x", note=note)]


def _plain_copy(source: Path, target: Path) -> None:
    """Through a second program's eyes: the store's lock is lost by it, which a figure may do."""
    with source.open("rb", buffering=0) as read, target.open("xb", buffering=0) as written:
        while piece := read.read(PIECE):
            written.write(piece)
        os.fsync(written.fileno())
