"""Plain counts: what is counted is what was written, in an order that says nothing about danger."""

from __future__ import annotations

import dataclasses

import pytest
from builders import a_person, an_incident, fresh_database

from safeplan.records import incidents
from safeplan.records import patterns as counts
from safeplan.records.incident_form import Happened
from safeplan.records.patterns import Count, after_what, patterns
from safeplan.records.timeline import Dated


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def at(moment):
    return Happened("exact" if "T" in moment else "day", moment)


@pytest.fixture
def log(db, clock):
    who = a_person(db, clock)
    # 2026-03-02 is a Monday.
    an_incident(db, clock, happened=at("2026-03-02T05:59"), place="Двор", kinds=("threat",), people=(who.id,))
    an_incident(db, clock, happened=at("2026-03-08T06:00"), place="двор ", kinds=("threat", "money"))
    an_incident(db, clock, happened=at("2026-03-09T18:00"), place="аптека")
    an_incident(db, clock, happened=at("2026-03-09"), kinds=("control",))
    an_incident(db, clock, happened=Happened("vague", "2026-03-20T22:00", words="about then"))
    an_incident(db, clock)
    return who


def values(found):
    return [(count.value, count.entries) for count in found]


def test_weekdays_hours_places_kinds_and_people_are_counted(db, log):
    found = patterns(db)
    assert (found.entries, found.with_day) == (6, 4)
    assert [count.entries for count in found.weekdays] == [3, 0, 0, 0, 0, 0, 1]
    assert values(found.hours) == [("0", 1), ("1", 1), ("2", 0), ("3", 1), ("", 1)]
    assert values(found.places) == [("аптека", 1), ("двор", 2)]
    assert values(found.kinds) == [("control", 1), ("money", 1), ("threat", 2)]
    assert found.people == (Count(log.id, 1),)


def test_a_span_counts_only_what_lies_in_it(db, log):
    found = patterns(db, "2026-03-08", "2026-03-09")
    assert (found.entries, values(found.kinds)) == (3, [("control", 1), ("money", 1), ("threat", 1)])
    assert values(found.places) == [("аптека", 1), ("двор", 1)]
    assert patterns(db, until="2026-03-02").entries == 1
    assert patterns(db, since="2026-03-09").entries == 3
    assert patterns(db, "2020-01-01", "2020-12-31").kinds == ()


def test_after_what_counts_the_days_behind_dates_once_each(db, log):
    (found,) = after_what(
        db, {"pay day": (Dated("", "2026-03-07"), Dated("", "2026-03-08"), Dated("", "2026-03-08"))}
    )
    assert (found.name, found.times, found.days, found.entries) == ("pay day", 2, 5, 3)
    assert (found.days_in_all, found.entries_in_all) == (8, 4)
    nothing, after = after_what(db, {"visits": (), "hearings": (Dated("", "2026-03-02"),)}, days=0)
    assert (nothing.times, nothing.days, nothing.entries) == (0, 0, 0)
    assert (after.days, after.entries) == (1, 1)


def test_what_is_taken_back_is_counted_nowhere(db, clock):
    entry = an_incident(db, clock, happened=at("2026-03-02T05:59"), place="Двор", kinds=("threat",))
    incidents.take_back_incident(db, entry.id)
    found = patterns(db)
    assert (found.entries, found.places, found.kinds) == (0, (), ())
    assert sum(count.entries for count in (*found.weekdays, *found.hours)) == 0
    (after,) = after_what(db, {"a": (Dated("", "2026-03-02"),)})
    assert (after.entries, after.days_in_all) == (0, 0)


def test_places_are_many_and_only_the_most_used_are_shown_in_the_order_of_their_names(db, clock):
    with db.transaction():
        for number in range(counts.MOST_PLACES + 10):
            for _ in range(1 + (number >= 10)):
                an_incident(db, clock, place=f"place {number:02}")
    found = patterns(db).places
    assert len(found) == counts.MOST_PLACES
    assert [count.value for count in found] == sorted(f"place {number:02}" for number in range(10, 60))


def test_nothing_in_the_counts_is_a_judgement():
    """Whole numbers and names of what is counted; a share, a level or a forecast would be a judgement."""
    for shape in (counts.Patterns, counts.After, counts.Count):
        kinds = {field.type for field in dataclasses.fields(shape)}
        assert kinds <= {"int", "str", "tuple[Count, ...]"}, shape
