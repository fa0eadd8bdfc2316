"""Days to look again at what someone wanted: with or without a promise, over once it is written what came of it."""

from __future__ import annotations

from datetime import date

import pytest
from builders import fresh_database

from safeplan.records import incidents, next_dates, pressure, search_index
from safeplan.records.incident_form import IncidentForm
from safeplan.records.pressure import Outcome, PressureNote

TODAY = date(2026, 3, 2)


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def coming(db):
    return [(one.kind, one.day) for one in next_dates.next_dates(db, TODAY, 30)]


def visits(db, clock, *words, **note):
    return [pressure.log_pressure(db, clock, IncidentForm(text=one), PressureNote(**note)) for one in words]


def test_a_day_to_look_again_counts_without_a_promise_and_ends_with_what_came_of_it(db, clock):
    (one,) = visits(db, clock, "A call.", look_again="2026-03-10")
    assert one.note.is_open()
    assert coming(db) == [("look_again", "2026-03-10")]
    told = pressure.add_outcome(db, clock, one.incident.id, Outcome(words="No call again."))
    assert (told.note.look_again, told.note.is_open()) == ("", False)
    assert coming(db) == []
    assert pressure.keep_note(db, clock, one.incident.id, one.note).note == one.note
    assert coming(db) == [("look_again", "2026-03-10")]


def test_after_one_outcome_another_day_can_be_set(db, clock):
    (one,) = visits(db, clock, "A visit.", promised="Rent.")
    told = pressure.add_outcome(db, clock, one.incident.id, Outcome(words="Half of it.", kept="partly")).note
    pressure.keep_note(
        db, clock, one.incident.id, PressureNote(promised="Rent.", look_again="2026-03-20", outcomes=told.outcomes)
    )
    assert coming(db) == [("look_again", "2026-03-20")]


def test_the_newest_can_be_read_alone(db, clock):
    first, second, third = visits(db, clock, "One.", "Two.", "Three.")
    listed = pressure.list_pressure(db, limit=2)
    assert [one.incident.id for one in listed] == [third.incident.id, second.incident.id]
    assert [one.incident.id for one in pressure.list_pressure(db)][-1] == first.incident.id


def test_an_entry_of_this_kind_is_listed_while_the_index_of_a_long_log_has_to_be_made_anew(db, clock, monkeypatch):
    monkeypatch.setattr(search_index, "MOST_WHEN_OPENED", 1)
    first = incidents.add_incident(db, clock, IncidentForm(text="A call.", kinds=("pressure",)))
    other = incidents.add_incident(db, clock, IncidentForm(text="Shouting.", kinds=("threat", "pressure")))
    db.execute("UPDATE state SET value = 'an earlier one' WHERE name = 'index_shape'")
    incidents.amend_incident(db, clock, other.id, IncidentForm(text="Shouting.", kinds=("threat",)), "a mistake")
    last = incidents.add_incident(db, clock, IncidentForm(text="A visit.", kinds=("pressure",)))
    assert search_index.is_due(db)
    assert [one.incident.id for one in pressure.list_pressure(db)] == [last.id, first.id]
    assert [one.incident.id for one in pressure.list_pressure(db, limit=1)] == [last.id]
    assert search_index.ready(db)
    assert [one.incident.id for one in pressure.list_pressure(db)] == [last.id, first.id]
