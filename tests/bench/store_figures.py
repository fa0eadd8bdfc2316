"""The store: unlocking beyond the key derivation, and a large file against bare SQLCipher rows."""

from __future__ import annotations

import hashlib
import os
import shutil
import statistics
import time
from pathlib import Path

from safeplan.clock import SystemClock
from safeplan.paths import vault_files
from safeplan.records import attachments, drafts, incidents, people, plan, settings, sittings
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.vault import container, keyslots
from safeplan.vault.database import open_database
from tests.bench.figure import Figure
from tests.bench.large_file import write_large_file

CHUNK = 256 * 1024
BATCH = 64
PASSPHRASE = b"lamp river bread seven"
RUNS = 3
# As many entries as the page shows at first.
PORTION = 30


def measure(work: Path, quick: bool) -> list[Figure]:
    return [*_unlock(work), *_large_file(work, 64 if quick else 1024)]


def _unlock(work: Path) -> list[Figure]:
    folder = work / "unlock"
    shutil.rmtree(folder, ignore_errors=True)
    files, clock = vault_files(folder), SystemClock()
    vault = container.create_vault(files, bytearray(PASSPHRASE), profile=0)
    with vault.database.transaction():
        for number in range(1000):
            form = IncidentForm(text=f"Entry {number} of a fictional case.", happened=Happened("day", "2026-03-01"))
            incidents.add_incident(vault.database, clock, form)
    sittings.begin_sitting(vault.database, clock)
    vault.close()
    overheads = []
    salt = files.header.read_bytes()[:32]
    for _ in range(7):
        started = time.perf_counter()
        keyslots.wipe(keyslots.derive_root(bytearray(PASSPHRASE), salt))
        derivation = time.perf_counter() - started
        started = time.perf_counter()
        vault = container.unlock_vault(files, bytearray(PASSPHRASE))
        database = vault.database
        # What the program does until the first pages stand: ui/opening.py, ui/pages/today.py, ui/pages/happened.py.
        sittings.begin_sitting(database, clock)
        settings.all_settings(database)
        plan.steps_for_today(database)
        drafts.draft(database, "today")
        incidents.list_incidents(database, limit=PORTION)
        people.list_people(database)
        overheads.append(time.perf_counter() - started - derivation)
        vault.close()
    shutil.rmtree(folder)
    return [Figure("unlock_overhead_ms", statistics.median(overheads) * 1000, "ms", 100)]


def _large_file(work: Path, mib: int) -> list[Figure]:
    source = write_large_file(work / "large.bin", mib)
    ours, bare = [], []
    for number in range(RUNS):
        # In turn, so that neither always finds the disk as the other left it.
        for side, measured in ((_ours, ours), (_bare, bare))[:: 1 if number % 2 else -1]:
            measured.append(side(work, source))
    source.unlink()
    return [_ratio(name, place, ours, bare, mib) for place, name in enumerate(("ingest_ratio", "read_ratio"))]


def _ratio(
    name: str, place: int, ours: list[tuple[float, float]], bare: list[tuple[float, float]], mib: int
) -> Figure:
    """How quick ours is beside the bare rows of the same turn: the median of the turns."""
    ratios = [theirs[place] / mine[place] for mine, theirs in zip(ours, bare, strict=True)]
    speed = mib / statistics.median(one[place] for one in ours)
    note = f"{speed:.0f} MiB/s; " + " ".join(f"{ratio:.2f}" for ratio in ratios)
    return Figure(name, statistics.median(ratios), "x", 0.85, at_least=True, note=note)


def _bare(work: Path, source: Path) -> tuple[float, float]:
    """Seconds to write and to read the same bytes as rows of the same size, in the plainest table there can be.

    The same settings, as many rows in a transaction, and the hash that any import needs; nothing else.
    """
    path = work / "bare.bin"
    path.write_bytes(b"")
    database = open_database(path, bytearray(b"x'" + b"7a" * 48 + b"'"))
    database.execute("CREATE TABLE chunk (id INTEGER PRIMARY KEY, data BLOB) STRICT")
    # The driver itself, without our door to it.
    rows = database._connection
    _settle_disk()
    started = time.perf_counter()
    digest, number, at_end = hashlib.sha256(), 0, False
    descriptor = os.open(source, os.O_RDONLY)
    while not at_end:
        rows.execute("BEGIN IMMEDIATE")
        for _ in range(BATCH):
            data = os.read(descriptor, CHUNK)
            if not data:
                at_end = True
                break
            digest.update(data)
            number += 1
            rows.execute("INSERT INTO chunk (id, data) VALUES (?, ?)", (number, data))
        rows.execute("COMMIT")
    written = time.perf_counter() - started
    os.close(descriptor)
    _settle_disk()
    started = time.perf_counter()
    check = hashlib.sha256()
    for row in range(1, number + 1):
        check.update(rows.execute("SELECT data FROM chunk WHERE id = ?", (row,)).fetchone()[0])
    read = time.perf_counter() - started
    assert check.digest() == digest.digest()
    database.close()
    path.unlink()
    return written, read


def _ours(work: Path, source: Path) -> tuple[float, float]:
    """Seconds to keep the file with an entry, and to read it again."""
    folder = work / "ours"
    shutil.rmtree(folder, ignore_errors=True)
    vault = container.create_vault(vault_files(folder), bytearray(PASSPHRASE), profile=0)
    clock = SystemClock()
    entry = incidents.add_incident(vault.database, clock, IncidentForm(text="A large file."))
    _settle_disk()
    started = time.perf_counter()
    kept = attachments.import_file(
        vault.database, clock, source, entry.id, progress=lambda _d, _t: None, cancelled=lambda: False
    )
    written = time.perf_counter() - started
    _settle_disk()
    started = time.perf_counter()
    check = hashlib.sha256()
    for chunk in attachments.read_chunks(vault.database, kept.id):
        check.update(chunk)
    read = time.perf_counter() - started
    assert check.hexdigest() == kept.sha256
    vault.close()
    shutil.rmtree(folder)
    return written, read


def _settle_disk() -> None:
    """Both sides begin with nothing waiting to be written; what was written may stay in the system's cache."""
    os.sync()
