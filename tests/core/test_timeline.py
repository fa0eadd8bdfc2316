"""The log in time: months, days of a calendar, the days around a date; every entry once, none lost."""

from __future__ import annotations

from datetime import date

import pytest
from builders import a_file, a_person, a_source, an_incident, fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan.records import cases, incidents, life_events, orders, pressure
from safeplan.records.cases import CaseForm, ItemForm
from safeplan.records.incident_form import Happened, IncidentForm
from safeplan.records.orders import OrderForm
from safeplan.records.pressure import PressureNote
from safeplan.records.sittings import begin_sitting
from safeplan.records.timeline import (
    Dated,
    Month,
    around,
    awaited_dates,
    calendar,
    calendar_month,
    count_entries,
    days_between,
    in_time,
    known_dates,
    last_written,
    months,
    on_day,
)

REUSE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def on(day):
    return Happened("exact" if "T" in day else "day", day)


@pytest.fixture
def log(db, clock):
    """Written in another order than they happened."""
    for happened in (
        on("2026-02-14T21:30"),
        on("2025-12-31"),
        Happened(),
        on("2026-02-14T08:00"),
        Happened("range", "2026-02-27", "2026-03-02"),
        Happened("vague", "2026-03-10", words="about then"),
    ):
        an_incident(db, clock, "x", happened=happened)


def every(page, db, **more):
    found = []
    view = page(db, limit=2, **more)
    while True:
        found += [line.number for line in view.lines]
        if not view.more:
            return found
        view = page(db, view.more, limit=2, **more)


def test_entries_stand_by_the_day_they_happened_or_by_the_day_they_were_written(db, log):
    assert every(in_time, db) == [6, 5, 4, 1, 2, 3]
    assert every(last_written, db) == [6, 5, 4, 3, 2, 1]
    assert every(in_time, db, from_month="2026-02") == [5, 4, 1, 2, 3]
    assert every(in_time, db, from_month="2026-01") == [2, 3]
    assert [line.number for line in in_time(db, limit=2, skip=3).lines] == [1, 2]
    assert in_time(db, limit=2, skip=6).lines == ()
    assert months(db) == (Month("2026-03", 1), Month("2026-02", 3), Month("2025-12", 1), Month("", 1))


def test_a_line_shows_the_beginning_and_what_there_is(db, clock, tmp_path):
    who = a_person(db, clock)
    entry = an_incident(
        db, clock, "long " * 500, place="двор", kinds=("threat",), people=(who.id,), happened=on("2026-02-14")
    )
    a_file(db, clock, a_source(tmp_path), entry.id)
    incidents.amend_incident(db, clock, entry.id, IncidentForm(text="other", happened=on("2026-02-15")), "")
    (line,) = last_written(db).lines
    assert (line.beginning, line.place, line.files, line.amended) == ("other", "", 1, True)
    assert (line.happened.start, line.written_at) == ("2026-02-15", "2026-03-02T18:40:00Z")
    begin_sitting(db, clock)
    incidents.remove_incident(db, clock, entry.id, keep_hash=False)
    (line,) = last_written(db).lines
    assert (line.removed, line.number, line.beginning, line.written_at) == (True, 1, "", "")
    assert (in_time(db).lines, months(db), count_entries(db)) == ((), (), 0)


def test_a_calendar_has_every_day_and_a_span_counts_on_each_of_its_days(db, log):
    february, march = calendar(db, "2026-02", "2026-03")
    assert [(day.day[8:], day.entries) for day in february.days if day.entries] == [("14", 2), ("27", 1), ("28", 1)]
    assert (len(february.days), february.with_entries, february.without, february.about) == (28, 3, 25, 0)
    # What is only about a day is counted on none.
    assert [(day.day[8:], day.entries) for day in march.days if day.entries] == [("01", 1), ("02", 1)]
    assert (len(march.days), march.about) == (31, 1)
    assert len(calendar_month(db, "2024-02").days) == 29
    assert [month.month for month in calendar(db, "2025-11", "2026-01")] == ["2025-11", "2025-12", "2026-01"]
    with pytest.raises(ValueError):
        calendar_month(db, "2026-13")


def test_around_a_date_stand_plain_numbers_and_how_many_days_have_passed(db, clock):
    for day in ("2026-01-10", "2026-01-31", "2026-02-09", "2026-02-10", "2026-02-11", "2026-02-11", "2026-03-13"):
        an_incident(db, clock, "x", happened=on(day))
    an_incident(db, clock, "a span", happened=Happened("range", "2026-02-08", "2026-02-12"))
    hearing = Dated("hearing", "2026-02-10")
    (found,) = around(db, (hearing,), today="2026-02-20")
    assert found.dated == hearing
    assert (found.entries_before, found.entries_on_day, found.entries_after) == (3, 2, 3)
    assert (found.days_before, found.days_after) == (30, 10)
    assert (found.days_with_entries_before, found.days_with_entries_after) == (3, 2)
    (later,) = around(db, (hearing,), today="2027-01-01")
    assert (later.entries_after, later.days_after) == (3, 30)
    (future,) = around(db, (Dated("hearing", "2026-04-01"),), today="2026-03-20")
    assert (future.entries_before, future.days_after) == (1, 0)
    assert around(db, (), today="2026-02-20") == ()


def test_the_days_of_cases_orders_and_life_events_can_be_chosen_from(db, clock):
    event = life_events.add_life_event(db, "the move", "2025-06-10")
    life_events.add_life_event(db, "no day")
    order = orders.add_order(
        db, clock, OrderForm(name="my order", issued="2026-02-01", handed_over="2026-02-03T10:00")
    )
    case = cases.add_case(db, clock, CaseForm(name="my case"))
    hearing = cases.add_item(db, clock, case.id, ItemForm(cases.HEARING, on="2026-03-05T09:30"))
    cases.add_item(db, clock, case.id, ItemForm(cases.LETTER, text="no day"))
    assert known_dates(db) == (
        Dated("life_event", "2025-06-10", event.id),
        Dated("order_issued", "2026-02-01", order.id),
        Dated("order_handed_over", "2026-02-03", order.id),
        Dated("hearing", "2026-03-05", hearing.id),
    )
    an_incident(db, clock, happened=on("2026-02-02"))
    before = [one.entries_before for one in around(db, known_dates(db), today="2026-03-10")]
    assert before == [0, 0, 1, 0]


def test_only_what_is_still_open_is_awaited(db, clock):
    case = cases.add_case(db, clock, CaseForm(name="my case"))
    later = cases.add_item(db, clock, case.id, ItemForm(cases.LETTER, on="2026-03-01", due="2026-04-02"))
    letter = cases.add_item(db, clock, case.id, ItemForm(cases.LETTER, due="2026-03-20"))
    assert awaited_dates(db) == (Dated("due", "2026-03-20", letter.id), Dated("due", "2026-04-02", later.id))
    cases.add_item(db, clock, case.id, ItemForm(cases.ANSWER, on="2026-03-19", answer_to=letter.id))
    promise = an_incident(db, clock)
    pressure.keep_note(db, clock, promise.id, PressureNote(promised="a flat", look_again="2026-03-25"))
    assert awaited_dates(db) == (Dated("look_again", "2026-03-25", promise.id), Dated("due", "2026-04-02", later.id))
    assert {one.name for one in known_dates(db)} == {cases.LETTER, cases.ANSWER}


def test_an_entry_moves_in_time_with_the_day_of_hers_it_leans_on(db, clock):
    event = life_events.add_life_event(db, "the move", "2025-06-10")
    an_incident(db, clock, happened=Happened("vague", anchor=event.id, side="after"))
    assert [month.month for month in months(db)] == ["2025-06"]
    life_events.change_life_event(db, event.id, "the move", "2024-02-29")
    assert [month.month for month in months(db)] == ["2024-03"]
    life_events.remove_life_event(db, event.id)
    assert [month.month for month in months(db)] == [""]


@REUSE
@given(st.lists(st.none() | st.dates(date(1990, 1, 1), date(2030, 12, 31)), max_size=12))
def test_every_entry_stands_in_the_timeline_once_and_the_months_add_up(db, clock, days):
    made = [an_incident(db, clock, "x", happened=on(day.isoformat()) if day else Happened()) for day in days]
    found = every(in_time, db)
    assert sorted(found) == list(range(1, len(made) + 1))
    shown = [days[number - 1].isoformat() if days[number - 1] else "" for number in found]
    assert shown == sorted(shown, reverse=True)
    assert sum(month.entries for month in months(db)) == count_entries(db) == len(made)
    for entry in reversed(made):
        incidents.take_back_incident(db, entry.id)
    assert months(db) == ()


def test_the_entries_of_one_day_are_those_that_surely_lie_on_it(log, db) -> None:
    both = on_day(db, "2026-02-14", limit=1)
    assert [line.number for line in both.lines] == [4]
    assert [line.number for line in on_day(db, "2026-02-14", both.more, limit=1).lines] == [1]
    assert [line.number for line in on_day(db, "2026-03-01").lines] == [5]
    assert on_day(db, "2026-03-10").lines == ()


def test_days_between_leaves_no_day_out(log, db) -> None:
    found = days_between(db, "2026-02-27", "2026-03-04")
    assert [one.entries for one in found] == [1, 1, 1, 1, 0, 0]
    assert [one.day for one in found][1:3] == ["2026-02-28", "2026-03-01"]
