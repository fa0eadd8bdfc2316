"""A folder of one large film made from the store, against a plain copy of the same film and its SHA-256."""

from __future__ import annotations

import hashlib
import os
import shutil
import statistics
import time
from pathlib import Path

from safeplan.clock import Clock, SystemClock
from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.paths import vault_files
from safeplan.records import attachments, incidents
from safeplan.records.incidents import IncidentForm
from safeplan.vault import container
from safeplan.vault.database import Database
from tests.bench.figure import Figure
from tests.bench.large_file import write_large_file

RUNS = 3


def export_figures(work: Path, quick: bool) -> list[Figure]:
    """`export_ratio`: how quick the folder is beside the copy of the same turn."""
    mib = 100 if quick else 1024
    folder = work / "export"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "stick").mkdir(parents=True)
    source, clock = write_large_file(folder / "film.bin", mib), SystemClock()
    vault = container.create_vault(vault_files(folder / "store"), bytearray(b"lamp river bread seven"), profile=0)
    entry = incidents.add_incident(vault.database, clock, IncidentForm(text="A film of an evening.")).id
    attachments.import_file(
        vault.database, clock, source, entry, progress=lambda _d, _t: None, cancelled=lambda: False
    )
    ours, plain, both = [], [], []
    for number in range(RUNS):
        # In turn, so that neither always finds the disk as the other left it.
        turn = [lambda: ours.append(_bag(vault.database, clock, entry, folder / "stick"))]
        turn.append(lambda: plain.append(_copy(source, folder / "stick")))
        for side in turn[:: 1 if number % 2 else -1]:
            side()
    both.append(_bag(vault.database, clock, entry, folder / "stick", read_back=True))
    vault.close()
    shutil.rmtree(folder)
    ratios = [theirs / mine for mine, theirs in zip(ours, plain, strict=True)]
    note = f"{mib / statistics.median(ours):.0f} MiB/s; " + " ".join(f"{ratio:.2f}" for ratio in ratios)
    return [
        Figure("export_ratio", statistics.median(ratios), "x", 0.6, at_least=True, note=note),
        Figure("export_read_back_s", both[0], "s", note=f"{mib} MiB written, read from the disk again and compared"),
    ]


def _bag(database: Database, clock: Clock, entry: str, stick: Path, *, read_back: bool = False) -> float:
    """Seconds for a whole folder: film, report, lists; every file brought to the disk."""
    os.sync()
    started = time.perf_counter()
    release = write_bag(
        database,
        clock,
        Selection((entry,), "en", with_attachments=True),
        stick,
        lambda _info: None,
        lambda _d, _t: None,
        lambda: False,
        read_back=read_back,
    )
    took = time.perf_counter() - started
    shutil.rmtree(stick / release.folder_name)
    return took


def _copy(source: Path, stick: Path) -> float:
    """Seconds for what a careful person does by hand: copy, bring to the disk, compute the SHA-256 of the copy."""
    target = stick / "film.bin"
    os.sync()
    started = time.perf_counter()
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())
        hashlib.file_digest(file, "sha256")
    took = time.perf_counter() - started
    target.unlink()
    return took
