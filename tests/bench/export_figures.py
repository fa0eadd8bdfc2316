"""A folder of one large film made from the store, against a plain copy of the same film and its SHA-256."""

from __future__ import annotations

import hashlib
import itertools
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
    """`export_ratio`: how quick the folder is beside the copy of the same turn.

    `export_most_ratio`: what it would be if unlocking the film were all of the work; nothing here can pass it.
    """
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
    ours, plain, unlocked, both = [], [], [], []
    pauses: list[float] = []
    for number in range(RUNS):
        # In turn, so that neither always finds the disk as the other left it.
        turn = [lambda: ours.append(_bag(vault.database, clock, entry, folder / "stick", pauses))]
        turn.append(lambda: plain.append(_copy(source, folder / "stick")))
        turn.append(lambda: unlocked.append(_unlock(vault.database, entry)))
        for side in turn[:: 1 if number % 2 else -1]:
            side()
    both.append(_bag(vault.database, clock, entry, folder / "stick", pauses, read_back=True))
    vault.close()
    shutil.rmtree(folder)
    ratios = [theirs / mine for mine, theirs in zip(ours, plain, strict=True)]
    note = f"{mib / statistics.median(ours):.0f} MiB/s; " + " ".join(f"{ratio:.2f}" for ratio in ratios)
    most = [theirs / alone for alone, theirs in zip(unlocked, plain, strict=True)]
    return [
        Figure("export_ratio", statistics.median(ratios), "x", 0.6, at_least=True, note=note),
        Figure("export_most_ratio", statistics.median(most), "x", note=f"{mib / min(unlocked):.0f} MiB/s unlocked"),
        Figure("export_cancel_s", max(pauses), "s", 0.5, note="longest wait for Cancel, of all these runs"),
        Figure("export_read_back_s", both[0], "s", note=f"{mib} MiB written, read from the disk again and compared"),
    ]


def _bag(
    database: Database, clock: Clock, entry: str, stick: Path, pauses: list[float], *, read_back: bool = False
) -> float:
    """Seconds for a whole folder: film, report, lists; every file brought to the disk. The longest pause is added."""
    looks = [time.perf_counter()]

    def look() -> bool:
        looks.append(time.perf_counter())
        return False

    os.sync()
    started = time.perf_counter()
    release = write_bag(
        database,
        clock,
        Selection((entry,), "en", with_attachments=True),
        stick,
        lambda _info: None,
        lambda _d, _t: None,
        look,
        read_back=read_back,
    )
    took = time.perf_counter() - started
    pauses.append(max(after - before for before, after in itertools.pairwise(looks[1:])))
    shutil.rmtree(stick / release.folder_name)
    return took


def _unlock(database: Database, entry: str) -> float:
    """Seconds to read the film out of the store and do nothing with it."""
    (info,) = attachments.list_attachments(database, entry)
    started = time.perf_counter()
    for _piece in attachments.read_chunks(database, info.id):
        pass
    return time.perf_counter() - started


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
