"""The shape of the database: released steps never change, a newer store is left alone, an older one still opens."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest
from builders import a_file, a_source, an_incident, ids_found, open_data

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
    "f7ec7294dcbf96fd27bfd0c32ba39ded1061feac0a7fb2309ca6dbda21caa96b",
    "3b90d49dab16fac555738eda0f8e71693a674f5315a0f053162080b9920b3e6f",
    "10bf8b7437b04d2b820edeb4bf4a2b52084eb8e7913490b3eac13c728e9db54e",
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


@pytest.mark.row("C-08")
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


@pytest.mark.row("C-08")
@pytest.mark.parametrize("folder", sorted(path.name for path in DATA.glob("vault_v*")))
def test_a_store_of_every_released_version_still_opens(tmp_path, clock, folder):
    shutil.copytree(DATA / folder, tmp_path / "data")
    opened = unlock_vault(vault_files(tmp_path / "data"), bytearray(b"lamp river bread seven"))
    try:
        db = opened.database
        assert version(db) == len(STEPS)
        (kept,) = incidents.list_incidents(db)
        assert ids_found(db, "ёлка") == {kept.id}
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


def test_every_released_step_but_the_newest_has_its_store():
    kept = sorted(path.name for path in DATA.glob("vault_v*"))
    assert kept == [f"vault_v{number}" for number in range(1, len(STEPS))]


@pytest.fixture
def shaped(db):
    migrate(db)
    return db


def _order(db: Any, id_: str = "a" * 32) -> str:
    db.execute("INSERT INTO court_order VALUES (?, 1, '{}', '2026-03-02T18:40:00Z')", (id_,))
    return id_


def test_a_taken_back_entry_leaves_no_empty_link_to_an_order(shaped, clock):
    order, kept, gone, told = _order(shaped), an_incident(shaped, clock), an_incident(shaped, clock), "c" * 32
    for id_, incident, document in (("b" * 32, gone.id, "{}"), (told, kept.id, '{"words":"x"}')):
        add = "INSERT INTO order_breach VALUES (?, ?, ?, ?, '2026-03-02T18:40:00Z')"
        shaped.execute(add, (id_, order, incident, document))
    incidents.take_back_incident(shaped, gone.id)
    incidents.take_back_incident(shaped, kept.id)
    assert shaped.rows("SELECT id, incident_id FROM order_breach") == [(told, None)]
    shaped.execute("DELETE FROM court_order")
    assert shaped.rows("SELECT id FROM order_breach") == []


def test_what_was_noted_beside_an_entry_leaves_with_it(shaped, clock):
    kept = an_incident(shaped, clock)
    row = shaped.value("SELECT row FROM incident WHERE id = ?", (kept.id,))
    shaped.execute("INSERT INTO pressure_note VALUES (?, '{}', '2026-03-02T18:40:00Z')", (kept.id,))
    shaped.execute("INSERT OR IGNORE INTO facet VALUES (?, 'harm', 'pressure')", (row,))
    begin_sitting(shaped, clock)
    incidents.remove_incident(shaped, clock, kept.id, keep_hash=False)
    assert shaped.rows("SELECT * FROM pressure_note") == []
    taken_back = an_incident(shaped, clock)
    row = shaped.value("SELECT row FROM incident WHERE id = ?", (taken_back.id,))
    shaped.execute("INSERT OR IGNORE INTO facet VALUES (?, 'harm', 'threat')", (row,))
    incidents.take_back_incident(shaped, taken_back.id)
    assert shaped.rows("SELECT * FROM facet WHERE incident_row = ?", (row,)) == []


def test_a_removed_case_takes_its_items_along_and_moments_are_checked(shaped):
    case, moment = "d" * 32, "2026-03-02T18:40:00Z"
    shaped.execute("INSERT INTO case_file VALUES (?, 1, '{}', ?)", (case, moment))
    add = "INSERT INTO case_item VALUES (?, ?, 'hearing', '2026-03-09', '', '{}', ?, ?)"
    shaped.execute(add, ("e" * 32, case, "", moment))
    for id_, done, changed in (("f" * 32, "today", moment), ("f" * 32, "", "today"), ("short", "", moment)):
        with pytest.raises(errors.SafePlanError):
            shaped.execute(add, (id_, case, done, changed))
    with pytest.raises(errors.SafePlanError):
        shaped.execute(add, ("f" * 32, "0" * 32, "", moment))
    shaped.execute("DELETE FROM case_file")
    assert shaped.rows("SELECT * FROM case_item") == []


def _custody(db: Any, id_: str, what: str, file: str | None) -> None:
    db.execute("INSERT INTO custody VALUES (?, '2026-03-02T18:40:00Z', '+05:00', ?, ?, '{}')", (id_, what, file))


def test_what_happened_to_a_file_is_not_rewritten_and_leaves_only_with_it(shaped, clock, tmp_path):
    kept = an_incident(shaped, clock)
    file = a_file(shaped, clock, a_source(tmp_path), kept.id)
    begin_sitting(shaped, clock)
    _custody(shaped, "a" * 32, "check", None)
    _custody(shaped, "b" * 32, "original_removed", file.id)
    seen = "INSERT INTO viewed VALUES (?, '2026-03-02T18:40:00Z', '+05:00', ?)"
    shaped.execute(seen, ("c" * 32, file.id))
    for refused in (
        "UPDATE custody SET document = '{\"x\":1}'",
        "DELETE FROM custody WHERE attachment_id IS NULL",
        "DELETE FROM custody WHERE attachment_id IS NOT NULL",
        "UPDATE viewed SET at = '2026-03-03T18:40:00Z'",
    ):
        with pytest.raises(errors.SafePlanError):
            shaped.execute(refused)
    for what, named in (("viewed", file.id), ("check", "0" * 32)):
        with pytest.raises(errors.SafePlanError):
            _custody(shaped, "d" * 32, what, named)
    incidents.remove_incident(shaped, clock, kept.id, keep_hash=True)
    assert shaped.rows("SELECT id FROM custody") == [("a" * 32,)]
    assert shaped.rows("SELECT id FROM viewed") == []


def test_what_was_put_aside_leaves_with_its_entry_or_case(shaped, clock):
    case = "d" * 32
    kept, removed = an_incident(shaped, clock).id, an_incident(shaped, clock).id
    begin_sitting(shaped, clock)
    taken_back = an_incident(shaped, clock).id
    shaped.execute("INSERT INTO case_file VALUES (?, 1, '{}', '2026-03-02T18:40:00Z')", (case,))
    for object_id in (kept, removed, taken_back, case):
        shaped.execute("INSERT INTO put_aside VALUES (?, 'doctor')", (object_id,))
    incidents.take_back_incident(shaped, taken_back)
    incidents.remove_incident(shaped, clock, removed, keep_hash=False)
    shaped.execute("DELETE FROM case_file")
    assert shaped.rows("SELECT object_id FROM put_aside") == [(kept,)]


DAY, MOMENT = "2026-03-02", "2026-03-02T18:40:00Z"


def test_a_consent_is_not_rewritten_ends_once_and_loses_its_words_only_then(shaped):
    shaped.execute("INSERT INTO consent (id, document, given_at) VALUES (?, '{}', ?)", ("a" * 32, MOMENT))
    refused = (
        'UPDATE consent SET document = \'{"who":"x"}\'',
        "UPDATE consent SET document = ''",
        "UPDATE consent SET given_at = '2026-03-03T18:40:00Z'",
        "DELETE FROM consent",
    )
    for one in refused:
        with pytest.raises(errors.SafePlanError):
            shaped.execute(one)
    end = "UPDATE consent SET end_document = '{}', ended_at = ?"
    with pytest.raises(errors.SafePlanError):
        shaped.execute(end, ("today",))
    shaped.execute(end, (MOMENT,))
    for one in (refused[0], refused[3], "UPDATE consent SET ended_at = ''"):
        with pytest.raises(errors.SafePlanError):
            shaped.execute(one)
    shaped.execute(refused[1])
    assert shaped.rows("SELECT document, end_document, ended_at FROM consent") == [("", "{}", MOMENT)]


def test_a_revision_changes_only_after_a_removal_of_fields_was_written_down_and_only_once(shaped, clock):
    kept = an_incident(shaped, clock)
    begin_sitting(shaped, clock)
    change = "UPDATE revision SET document = '{}' WHERE incident_id = ?"
    for at, what in enumerate((change, "UPDATE revision SET number = 2 WHERE incident_id = ?")):
        with pytest.raises(errors.SafePlanError):
            shaped.execute(what, (kept.id,))
        if not at:
            row = ("b" * 32, kept.id, 1, '["place"]', MOMENT, "+05:00", "0" * 64, 0)
            shaped.execute("INSERT INTO field_removed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    shaped.execute(change, (kept.id,))
    for one in ("UPDATE field_removed SET fields = '[]'", "DELETE FROM field_removed"):
        with pytest.raises(errors.SafePlanError):
            shaped.execute(one)
    shaped.execute("UPDATE field_removed SET done = 1")
    for one in (change.replace("?", f"'{kept.id}'"), "UPDATE field_removed SET done = 0"):
        with pytest.raises(errors.SafePlanError):
            shaped.execute(one)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("client", (0, "Dana", DAY, "", "", 0)),
        ("client", (1 << 31, "Dana", DAY, "", "", 0)),
        ("client", (7, "Dana", MOMENT, "", "", 0)),
        ("client", (7, "Dana", DAY, "soon", "", 0)),
        ("client", (7, "Dana", DAY, "", "", 2)),
        ("tally", (DAY, "session", "full", 1)),
        ("tally", ("2026-03", "client", "full", 1)),
        ("tally", ("2026-03", "session", "full", 0)),
        ("kept_copy", ("a" * 32, 0, "", "0" * 64, 1, MOMENT)),
        ("kept_copy", ("a" * 32, 0, "x", "0" * 63, 1, MOMENT)),
        ("keep_until", ("entry", "a" * 32, "place", "always")),
        ("session_held", ("a" * 32, MOMENT, MOMENT, "+05:00", "{}")),
    ],
)
def test_what_stands_at_the_desk_has_days_months_and_numbers_that_exist(shaped, table, row):
    with pytest.raises(errors.SafePlanError):
        shaped.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
