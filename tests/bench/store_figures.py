"""The store: unlocking beyond the key derivation, and a large file against bare SQLCipher rows."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import statistics
import time
from pathlib import Path

from safeplan.clock import SystemClock
from safeplan.paths import vault_files
from safeplan.records import attachments, incidents, sittings
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.vault import container, keyslots
from safeplan.vault.database import open_database
from tests.bench.figure import Figure

CHUNK = 256 * 1024
BATCH = 64
PASSPHRASE = b"lamp river bread seven"
RUNS = 3


def measure(work: Path, quick: bool) -> list[Figure]:
    return [*_unlock(work), *_large_file(work, (64 if quick else 1024) * 1024 * 1024)]


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
        sittings.begin_sitting(vault.database, clock)
        incidents.list_incidents(vault.database)
        overheads.append(time.perf_counter() - started - derivation)
        vault.close()
    shutil.rmtree(folder)
    return [Figure("unlock_overhead_ms", statistics.median(overheads) * 1000, "ms", 100)]


def _large_file(work: Path, size: int) -> list[Figure]:
    source = work / "large.bin"
    block = secrets.token_bytes(1 << 20)
    with source.open("wb") as file:
        for number in range(size >> 20):
            file.write(number.to_bytes(8, "big") + block[8:])
    ours_write, ours_read, bare_write, bare_read = [], [], [], []
    for _ in range(RUNS):
        written, read = _bare(work, source)
        bare_write.append(written)
        bare_read.append(read)
        written, read = _ours(work, source)
        ours_write.append(written)
        ours_read.append(read)
    source.unlink()
    mib = size / (1 << 20)
    return [
        Figure(
            "ingest_ratio",
            statistics.median(bare_write) / statistics.median(ours_write),
            "x",
            0.85,
            at_least=True,
            note=f"{mib / statistics.median(ours_write):.0f} MiB/s",
        ),
        Figure(
            "read_ratio",
            statistics.median(bare_read) / statistics.median(ours_read),
            "x",
            0.85,
            at_least=True,
            note=f"{mib / statistics.median(ours_read):.0f} MiB/s",
        ),
    ]


def _bare(work: Path, source: Path) -> tuple[float, float]:
    """The same bytes as rows of the same size under the same settings, with the hash that any import needs."""
    path = work / "bare.bin"
    path.write_bytes(b"")
    database = open_database(path, bytearray(b"x'" + b"7a" * 48 + b"'"))
    database.execute("CREATE TABLE chunk (id INTEGER PRIMARY KEY, item TEXT, seq INTEGER, data BLOB) STRICT")
    started = time.perf_counter()
    digest = hashlib.sha256()
    with source.open("rb") as file:
        number = 0
        while True:
            batch = [file.read(CHUNK) for _ in range(BATCH)]
            batch = [data for data in batch if data]
            if not batch:
                break
            with database.transaction():
                for data in batch:
                    digest.update(data)
                    database.insert("INSERT INTO chunk (item, seq, data) VALUES ('a', ?, ?)", (number, data))
                    number += 1
    written = time.perf_counter() - started
    _drop_cache()
    started = time.perf_counter()
    check = hashlib.sha256()
    for seq in range(number):
        check.update(database.value("SELECT data FROM chunk WHERE id = ?", (seq + 1,)))
    read = time.perf_counter() - started
    assert check.digest() == digest.digest()
    database.close()
    path.unlink()
    return written, read


def _ours(work: Path, source: Path) -> tuple[float, float]:
    folder = work / "ours"
    shutil.rmtree(folder, ignore_errors=True)
    vault = container.create_vault(vault_files(folder), bytearray(PASSPHRASE), profile=0)
    clock = SystemClock()
    entry = incidents.add_incident(vault.database, clock, IncidentForm(text="A large file."))
    started = time.perf_counter()
    kept = attachments.import_file(
        vault.database, clock, source, entry.id, progress=lambda _d, _t: None, cancelled=lambda: False
    )
    written = time.perf_counter() - started
    _drop_cache()
    started = time.perf_counter()
    check = hashlib.sha256()
    for chunk in attachments.read_chunks(vault.database, kept.id):
        check.update(chunk)
    read = time.perf_counter() - started
    assert check.hexdigest() == kept.sha256
    vault.close()
    shutil.rmtree(folder)
    return written, read


def _drop_cache() -> None:
    """Both sides read from the same state: everything written, page cache as the system leaves it."""
    os.sync()
