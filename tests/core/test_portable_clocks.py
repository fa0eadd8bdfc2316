"""One stick, two computers, one of them with a clock ten years behind or ahead: order, dates, reminders, days.

Lost without it: an entry of today that a policy takes away tomorrow because its computer believed it was 2016, or
a backup that is offered no more for ten years.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import a_file, a_source, an_incident, fresh_database

from safeplan.records import chain, incidents, ledger, retention
from safeplan.records.incident_form import IncidentForm
from safeplan.records.reminders import LastBackup, backup_is_due, last_backup, put_off_backup
from safeplan.records.retention import ENTRY, FILES
from safeplan.records.sittings import begin_sitting, last_sitting

TEN_YEARS = 3652
LONG_AGO, NOW, FAR_AHEAD = "2016-03-01T18:40:00Z", "2026-03-02T18:40:00Z", "2036-03-01T18:40:00Z"


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def at_the_other_computer(clock, days: int = -TEN_YEARS, zone: str = "+03:00") -> None:
    """Its own clock and zone; how long a computer has been running says nothing about another."""
    clock.moment += timedelta(days=days)
    clock.offset, clock.ticks = zone, 0.0


def back_home(clock, days: int = TEN_YEARS) -> None:
    at_the_other_computer(clock, days, "+05:00")


@pytest.mark.row("C-09")
def test_each_entry_keeps_the_zone_and_time_of_its_computer_and_the_record_keeps_the_order(db, clock) -> None:
    first = an_incident(db, clock, "at home")
    begin_sitting(db, clock)
    at_the_other_computer(clock)
    begin_sitting(db, clock)
    second = an_incident(db, clock, "in the library")
    back_home(clock)
    clock.move(hours=1)
    begin_sitting(db, clock)
    third = an_incident(db, clock, "at home again")
    begin_sitting(db, clock)
    listed = incidents.list_incidents(db)
    assert [one.id for one in listed] == [third.id, second.id, first.id], "the last written first, whatever its date"
    written = [(one.latest.written_at, one.latest.zone) for one in reversed(listed)]
    assert written == [(NOW, "+05:00"), ("2016-03-02T18:40:00Z", "+03:00"), ("2026-03-02T19:40:00Z", "+05:00")]
    lines = [(line.object_id, line.clock_flags) for line in chain.entries(db) if line.op == "add"]
    assert [one for one, _flags in lines] == [first.id, second.id, third.id]
    assert [flags for _one, flags in lines] == ["", "back", ""], "the odd clock is said, in that line alone"
    assert ledger.check(db).ok
    assert last_sitting(db).entries == 3


@pytest.mark.row("C-09")
def test_a_part_written_by_a_clock_ten_years_behind_does_not_go_ten_years_early(db, clock, tmp_path) -> None:
    an_incident(db, clock, "at home")
    begin_sitting(db, clock)
    at_the_other_computer(clock)
    entry = an_incident(db, clock, "in the library")
    entry = incidents.amend_incident(
        db, clock, entry.id, IncidentForm(text="in the library", place="by the lift"), ""
    )
    file = a_file(db, clock, a_source(tmp_path), entry.id)
    begin_sitting(db, clock)
    back_home(clock)
    clock.move(days=1)
    begin_sitting(db, clock)
    rules = {"place": 30, FILES: 30}
    assert retention.due(db, clock, rules) == ()
    clock.move(days=28)
    assert retention.due(db, clock, rules) == ()
    clock.move(days=2)
    assert {(one.what, one.object_id, one.field) for one in retention.due(db, clock, rules)} == {
        (ENTRY, entry.id, "place"),
        (ENTRY, entry.id, FILES),
    }
    retention.purge(db, clock, rules)
    after = incidents.incident(db, entry.id)
    assert not [one for one in after.revisions if one.form.place]
    assert file.id not in [one.id for one in after.attachments]
    assert ledger.check(db).ok


@pytest.mark.row("C-09")
def test_at_the_computer_that_is_behind_nothing_goes_early_and_what_was_written_there_goes_in_time(db, clock) -> None:
    entry = an_incident(db, clock, "at home")
    incidents.amend_incident(db, clock, entry.id, IncidentForm(text="at home", place="the stairs"), "")
    begin_sitting(db, clock)
    retention.keep_until(db, ENTRY, entry.id, "2026-02-01")
    at_the_other_computer(clock)
    assert retention.due(db, clock, {"place": 30}) == (), "its day is over, but not by this clock: later, never early"
    there = an_incident(db, clock, "in the library")
    incidents.amend_incident(db, clock, there.id, IncidentForm(text="in the library", place="the shelf"), "")
    begin_sitting(db, clock)
    clock.move(days=31)
    assert [one.object_id for one in retention.due(db, clock, {"place": 30})] == [there.id]
    back_home(clock)
    assert entry.id in [one.object_id for one in retention.due(db, clock, {})]


@pytest.mark.row("C-09")
def test_a_clock_that_once_ran_ahead_keeps_nothing_for_ten_years(db, clock) -> None:
    an_incident(db, clock, "at home")
    begin_sitting(db, clock)
    at_the_other_computer(clock, TEN_YEARS)
    an_incident(db, clock, "in the library")
    begin_sitting(db, clock)
    back_home(clock, -TEN_YEARS)
    later = an_incident(db, clock, "at home again")
    incidents.amend_incident(db, clock, later.id, IncidentForm(text="at home again", place="the stairs"), "")
    begin_sitting(db, clock)
    clock.move(days=31)
    assert later.id in [one.object_id for one in retention.due(db, clock, {"place": 30})]


@pytest.mark.row("C-09")
def test_what_was_written_by_a_clock_ten_years_ahead_goes_so_many_days_after_the_next_opening(
    db, clock, tmp_path
) -> None:
    rules = {"place": 30, FILES: 30}
    an_incident(db, clock, "at home")
    begin_sitting(db, clock)
    retention.purge(db, clock, rules)
    clock.move(days=60)
    at_the_other_computer(clock, TEN_YEARS)
    entry = incidents.add_incident(db, clock, IncidentForm(text="in the library", place="by the lift"))
    file = a_file(db, clock, a_source(tmp_path), entry.id)
    begin_sitting(db, clock)
    assert retention.purge(db, clock, rules).done == ()
    back_home(clock, -TEN_YEARS)
    clock.move(days=1)
    begin_sitting(db, clock)
    assert retention.purge(db, clock, rules).done == ()
    clock.move(days=30)
    assert retention.purge(db, clock, rules).done == (), "not a day early, though the line above it is old enough"
    clock.move(days=1)
    assert {one.field for one in retention.purge(db, clock, rules).done} == {"place", FILES}
    after = incidents.incident(db, entry.id)
    assert (after.latest.form.place, after.attachments) == ("", ())
    assert file.id not in [one.id for one in after.attachments]
    assert ledger.check(db).ok
    assert retention.purge(db, clock, rules).done == ()
    assert db.value("SELECT value FROM state WHERE name = 'seen_ahead'") == "{}"


@pytest.mark.row("C-09")
def test_a_clock_behind_sees_everything_ahead_and_takes_nothing_away_early(db, clock, tmp_path) -> None:
    rules = {"place": 30, FILES: 30}
    begin_sitting(db, clock)
    retention.purge(db, clock, rules)
    entry = incidents.add_incident(db, clock, IncidentForm(text="at home", place="the stairs"))
    a_file(db, clock, a_source(tmp_path), entry.id)
    begin_sitting(db, clock)
    # A second day makes that clock believed, and more of them.
    for days in (0, 1, 20, 0):
        at_the_other_computer(clock)
        clock.move(days=days)
        begin_sitting(db, clock)
        assert retention.purge(db, clock, rules).done == ()
        back_home(clock)
        assert retention.purge(db, clock, rules).done == ()
    clock.move(days=8)
    assert retention.purge(db, clock, rules).done == ()
    clock.move(days=3)
    begin_sitting(db, clock)
    assert {one.field for one in retention.purge(db, clock, rules).done} == {"place", FILES}


@pytest.mark.row("C-09")
def test_after_a_long_absence_nothing_of_the_first_evening_goes_early(db, clock) -> None:
    rules = {"place": 30}
    an_incident(db, clock, "at home")
    begin_sitting(db, clock)
    clock.move(days=60)
    retention.purge(db, clock, rules)
    clock.move(days=400)
    for hours in (2, 22):
        entry = incidents.add_incident(db, clock, IncidentForm(text="back again", place="the stairs"))
        clock.move(hours=hours)
        begin_sitting(db, clock)
        assert retention.purge(db, clock, rules).done == ()
    clock.move(days=29)
    assert entry.id not in [one.object_id for one in retention.purge(db, clock, rules).done]
    clock.move(days=2)
    assert entry.id in [one.object_id for one in retention.purge(db, clock, rules).done]


@pytest.mark.row("C-09")
def test_a_backup_is_offered_as_before_after_an_evening_at_a_wrong_clock(db, clock) -> None:
    for number in range(3):
        an_incident(db, clock, f"entry {number}")
    begin_sitting(db, clock)
    at_the_other_computer(clock, TEN_YEARS)
    put_off_backup(db, clock)
    assert not backup_is_due(last_backup(db), FAR_AHEAD)
    assert backup_is_due(last_backup(db), NOW), "put off in 2036: not for ten years"
    back_home(clock, -TEN_YEARS)
    put_off_backup(db, clock)
    assert not backup_is_due(last_backup(db), NOW)
    assert not backup_is_due(last_backup(db), "2026-03-01T18:40:00Z"), "a day back is still put off"
    made = LastBackup(made_at=NOW, written_since=9)
    assert not backup_is_due(made, LONG_AGO), "a clock that went back counts as no time passed"
    assert backup_is_due(LastBackup(made_at=NOW, written_since=10), LONG_AGO), "the number of entries needs no clock"
