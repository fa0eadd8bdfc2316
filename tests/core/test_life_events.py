"""Vague times lean on her own days: they sort, they move when the day is known better, and they never pretend."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import an_incident, fresh_database
from hypothesis import given
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import incidents, timeline
from safeplan.records.incidents import Happened
from safeplan.records.life_events import (
    AROUND_DAYS,
    Interval,
    LifeEvent,
    add_life_event,
    anchors_of,
    change_life_event,
    interval,
    life_event,
    life_events,
    put_back_life_event,
    remove_life_event,
)

ID = "a" * 32
MOVE = {ID: LifeEvent(ID, "the move", "2026-03-01", "2026-03-03")}


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def leaning(side: str) -> Happened:
    return Happened("vague", words="some evening", anchor=ID, side=side)


def test_before_around_and_after_an_event_lie_where_she_says() -> None:
    assert interval(leaning("before"), MOVE) == Interval("", "2026-02-28", sure=False)
    assert interval(leaning("after"), MOVE) == Interval("2026-03-04", "", sure=False)
    assert interval(leaning("around"), MOVE) == Interval("2026-02-15", "2026-03-17", sure=False)


def test_a_day_that_is_known_needs_no_event() -> None:
    assert interval(Happened("exact", "2026-03-01T14:20"), {}) == Interval("2026-03-01", "2026-03-01", sure=True)
    assert interval(Happened("range", "2026-03-01", "2026-03-05"), {}).end == "2026-03-05"


def test_without_the_event_or_its_day_the_time_stays_open() -> None:
    undated = {ID: LifeEvent(ID, "when my aunt was ill")}
    for anchors in ({}, undated):
        assert interval(leaning("before"), anchors) == Interval("", "", sure=False)
    assert interval(Happened(), MOVE).sort_key > interval(leaning("before"), MOVE).sort_key


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.sampled_from(("before", "around", "after")))
def test_before_comes_before_and_after_comes_after(day: date, side: str) -> None:
    found = interval(leaning(side), {ID: LifeEvent(ID, "x", day.isoformat())})
    if side == "before":
        assert found.end < day.isoformat()
    elif side == "after":
        assert found.start > day.isoformat()
    else:
        assert found.start == (day - timedelta(days=AROUND_DAYS)).isoformat()


def test_a_day_known_better_moves_what_leans_on_it(db, clock) -> None:
    event = add_life_event(db, "Nauryz at my aunt's", "2025-03-22")
    entry = an_incident(db, clock, happened=Happened("vague", words="", anchor=event.id, side="after"))
    happened = incidents.incident(db, entry.id).latest.form.happened
    assert interval(happened, anchors_of(db)).start == "2025-03-23"
    change_life_event(db, event.id, "Nauryz at my aunt's", "2024-03-22")
    assert interval(happened, anchors_of(db)).start == "2024-03-23"
    remove_life_event(db, event.id)
    assert interval(happened, anchors_of(db)) == Interval("", "", sure=False)
    assert incidents.incident(db, entry.id).latest.form.happened == happened


def test_events_stand_in_order_of_time_and_those_without_a_day_last(db) -> None:
    for words, start in (("later", "2026-05-01"), ("no day", ""), ("first", "2025-01-01")):
        add_life_event(db, words, start)
    assert [one.words for one in life_events(db)] == ["first", "later", "no day"]


@pytest.mark.parametrize(("start", "end"), [("2026-02-30", ""), ("", "2026-01-01"), ("2026-03-02", "2026-03-01")])
def test_a_day_that_cannot_be_is_refused(db, start: str, end: str) -> None:
    with pytest.raises(errors.DateImpossible):
        add_life_event(db, "x", start, end)
    assert life_events(db) == ()


def test_an_event_needs_words_and_an_unknown_one_is_named(db) -> None:
    with pytest.raises(errors.NothingWritten):
        add_life_event(db, "  ")
    for act in (
        lambda: life_event(db, ID),
        lambda: remove_life_event(db, ID),
        lambda: change_life_event(db, ID, "x"),
    ):
        with pytest.raises(errors.NotThere):
            act()


def test_an_event_put_back_is_the_same_one_and_what_leans_on_it_finds_its_time_again(db, clock) -> None:
    move = add_life_event(db, "the move", "2026-03-01")
    an_incident(db, clock, happened=Happened("vague", words="some evening", anchor=move.id, side="around"))
    assert timeline.calendar_month(db, "2026-02").about == 1
    remove_life_event(db, move.id)
    assert timeline.calendar_month(db, "2026-02").about == 0
    assert put_back_life_event(db, move) == move
    assert life_events(db) == (move,)
    assert timeline.calendar_month(db, "2026-02").about == 1
