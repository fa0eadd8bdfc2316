"""Openings: each one fixes what the one before wrote, and only the last is remembered."""

from __future__ import annotations

import pytest
from builders import an_incident, fresh_database, ids_found

from safeplan.records import incidents, ledger, search_index
from safeplan.records.sittings import Sitting, begin_sitting, last_sitting


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def test_each_opening_tells_of_the_one_before(db, clock):
    assert begin_sitting(db, clock) == Sitting("", 0)
    an_incident(db, clock)
    gone = an_incident(db, clock, "other")
    clock.move(days=1)
    assert begin_sitting(db, clock) == Sitting("2026-03-02T18:40:00Z", 2)
    incidents.remove_incident(db, clock, gone.id, keep_hash=True)
    assert last_sitting(db) == Sitting("2026-03-03T18:40:00Z", 1)
    clock.move(days=1)
    assert begin_sitting(db, clock) == Sitting("2026-03-03T18:40:00Z", 1)


def test_only_one_opening_is_remembered(db, clock):
    for _ in range(5):
        begin_sitting(db, clock)
        clock.move(days=1)
    stored = [value for (value,) in db.rows("SELECT value FROM state")]
    assert sum(value.startswith("2026-03") for value in stored) == 1


def test_an_opening_fixes_what_the_last_one_wrote(db, clock):
    kept = an_incident(db, clock)
    assert (kept.fixed, ledger.waiting_count(db)) == (False, 1)
    begin_sitting(db, clock)
    assert incidents.incident(db, kept.id).fixed
    assert (ledger.waiting_count(db), ledger.head(db).seq) == (0, 1)


def test_an_opening_that_is_cut_off_changes_nothing(db, clock, monkeypatch):
    an_incident(db, clock)

    def stopped() -> float:
        raise KeyboardInterrupt

    monkeypatch.setattr(clock, "monotonic", stopped)
    with pytest.raises(KeyboardInterrupt):
        begin_sitting(db, clock)
    assert (ledger.waiting_count(db), ledger.head(db).seq) == (1, 0)


def test_the_first_opening_makes_the_index_of_words_ready(db, clock):
    begin_sitting(db, clock)
    assert db.value("SELECT value FROM state WHERE name = 'index_shape'") == search_index.SHAPE
    triggers = db.rows("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'found_%'")
    assert ("found_file_dropped",) in triggers


def test_a_long_log_is_opened_without_waiting_for_its_index(db, clock):
    """100,000 entries take more than a minute; whoever first searches makes it."""
    for _ in range(search_index.MOST_WHEN_OPENED + 1):
        an_incident(db, clock, "the door")
    stale = "UPDATE state SET value = 'earlier' WHERE name = 'index_shape'"
    db.execute(stale)
    begin_sitting(db, clock)
    assert db.value("SELECT value FROM state WHERE name = 'index_shape'") == "earlier"
    assert len(ids_found(db, "door")) == search_index.MOST_WHEN_OPENED + 1


def test_a_short_log_with_an_index_of_an_earlier_shape_gets_todays(db, clock):
    an_incident(db, clock, "the door")
    db.execute("UPDATE state SET value = 'earlier' WHERE name = 'index_shape'")
    begin_sitting(db, clock)
    assert db.value("SELECT value FROM state WHERE name = 'index_shape'") == search_index.SHAPE
