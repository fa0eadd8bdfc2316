"""The shape of the database: released steps never change, a newer store is left alone, an older one still opens."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from builders import an_incident, open_data

from safeplan import errors
from safeplan.paths import vault_files
from safeplan.records import incidents, ledger
from safeplan.records.sittings import begin_sitting
from safeplan.vault import migrations
from safeplan.vault.container import unlock_vault
from safeplan.vault.migrations import STEPS, migrate, version

DATA = Path(__file__).parents[1] / "data"

# A released step never changes: stores out there have had it as it was. Add a new step instead.
FROZEN = (
    "eec092452ab2f7d263bcd2cca20b75f09b69778ec5532c0f3e8c011d14b6e216",
    "0eabeb565dff9aa3c9f5e14e0543f611c05c386adb1c52d04298304e5e81c0fb",
)


def test_released_steps_are_as_they_were_released():
    hashes = tuple(hashlib.sha256("\0".join(step).encode()).hexdigest() for step in STEPS)
    assert hashes[: len(FROZEN)] == FROZEN, "write a new step; a released one stays as it is"
    assert len(hashes) == len(FROZEN), "freeze the new step's hash here and add its store to tests/data"


@pytest.fixture
def db(tmp_path):
    database = open_data(tmp_path / "d0.bin")
    yield database
    database.close()


def test_an_empty_store_gets_the_newest_shape_without_a_copy(db):
    copies = []
    assert migrate(db, lambda: copies.append(1)) == version(db) == len(STEPS)
    assert copies == []
    assert migrate(db, lambda: copies.append(1)) == len(STEPS)
    assert copies == []


def test_every_table_is_strict(db):
    migrate(db)
    tables = db.rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    assert len(tables) > 15
    assert [name for name, strict in tables if not strict and not name.startswith("sqlite_")] == []


def test_a_newer_store_is_refused_and_nothing_is_written(db, clock):
    migrate(db)
    db.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = db.rows("SELECT * FROM sqlite_schema")
    with pytest.raises(errors.VaultTooNew) as refused:
        migrate(db, lambda: pytest.fail("no copy of what is not touched"))
    assert refused.value.facts == {"found": len(STEPS) + 1, "known": len(STEPS)}
    assert db.rows("SELECT * FROM sqlite_schema") == before
    assert version(db) == len(STEPS) + 1


def test_an_upgrade_copies_first_and_does_all_steps_or_none(db, clock, monkeypatch):
    migrate(db)
    kept, acts = an_incident(db, clock), []
    newer = (*STEPS, ("CREATE TABLE later (id TEXT PRIMARY KEY) STRICT",), ("CREATE TABLE later (id TEXT) STRICT",))
    monkeypatch.setattr(migrations, "STEPS", newer)
    with pytest.raises(errors.SafePlanError):
        migrate(db, lambda: acts.append(version(db)))
    assert acts == [len(STEPS)]
    assert version(db) == len(STEPS)
    assert db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'later'") == 0
    monkeypatch.setattr(migrations, "STEPS", newer[:-1])
    assert migrate(db, lambda: acts.append(version(db))) == len(STEPS) + 1
    assert acts == [len(STEPS), len(STEPS)]
    assert incidents.incident(db, kept.id) == kept


def test_no_upgrade_without_its_copy(db, clock, monkeypatch):
    migrate(db)
    monkeypatch.setattr(migrations, "STEPS", (*STEPS, ("CREATE TABLE later (id TEXT) STRICT",)))

    def disk_full() -> None:
        raise errors.DiskFull

    with pytest.raises(errors.DiskFull):
        migrate(db, disk_full)
    assert version(db) == len(STEPS)


def test_the_seed_of_each_store_is_its_own(tmp_path):
    seeds = set()
    for name in ("one", "two"):
        database = open_data(tmp_path / name)
        migrate(database)
        seeds.add(database.value("SELECT value FROM state WHERE name = 'tree_seed'"))
        database.close()
    assert len(seeds) == 2
    assert {len(seed) for seed in seeds} == {64}


@pytest.mark.parametrize("folder", sorted(path.name for path in DATA.glob("vault_v*")))
def test_a_store_of_every_released_version_still_opens(tmp_path, clock, folder):
    shutil.copytree(DATA / folder, tmp_path / "data")
    opened = unlock_vault(vault_files(tmp_path / "data"), bytearray(b"lamp river bread seven"))
    try:
        db = opened.database
        assert version(db) == len(STEPS)
        (kept,) = incidents.list_incidents(db, "ёлка")
        assert kept.latest.form.text == "He knocked at the door. Ёлка. Есік."
        assert ledger.check(db).ok
        assert ledger.seq_with_root(db, (DATA / folder / "head.txt").read_text().strip()) == 1
        begin_sitting(db, clock)
        an_incident(db, clock)
        assert ledger.check(db).ok
    finally:
        opened.close()


def test_a_store_of_the_first_version_is_among_the_data():
    assert (DATA / "vault_v1" / "d0.bin").is_file()
