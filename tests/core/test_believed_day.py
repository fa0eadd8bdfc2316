"""A clock that has leapt takes nothing away on its own word; one that is right takes everything in time.

Lost without it: one evening at a computer that believes it is 2036, and all that was to be kept "until next year".
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import an_incident, fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan.records import believed_day as believing
from safeplan.records import incidents, retention
from safeplan.records.believed_day import LEAP, believed_day
from safeplan.records.retention import ENTRY
from safeplan.records.sittings import begin_sitting
from tests.conftest import MovableClock

TEN_YEARS = 3652
FREE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def lost_early(db, clock: MovableClock, days_ahead: list[int]) -> bool:
    """Whether an entry that is to be kept for a year is gone after openings by clocks so many days ahead."""
    kept = an_incident(db, clock)
    begin_sitting(db, clock)
    until = (clock.now() + timedelta(days=366)).date().isoformat()
    retention.keep_until(db, ENTRY, kept.id, until)
    retention.purge(db, clock)
    right = clock.moment
    for opening, ahead in enumerate(days_ahead):
        clock.moment = right + timedelta(hours=5 * opening, days=ahead)
        begin_sitting(db, clock)
        retention.purge(db, clock)
        retention.purge(db, clock)
    gone = incidents.incident(db, kept.id).removed is not None
    clock.moment = right
    return gone


@pytest.mark.row("C-09")
@pytest.mark.parametrize(
    "days_ahead",
    [
        [TEN_YEARS],
        [TEN_YEARS, TEN_YEARS],
        [TEN_YEARS, 0, TEN_YEARS, 0, TEN_YEARS],
        [TEN_YEARS, -TEN_YEARS, TEN_YEARS],
        [0, 500, 0, 900, 0],
        [400],
    ],
)
def test_evenings_at_a_clock_that_runs_ahead_take_nothing_away(db, clock, days_ahead) -> None:
    assert not lost_early(db, clock, days_ahead)


@pytest.mark.row("C-09", control=True)
def test_a_program_that_believes_every_clock_loses_the_entry(db, clock, monkeypatch) -> None:
    monkeypatch.setattr(believing, "LEAP", timedelta(days=100_000))
    assert lost_early(db, clock, [TEN_YEARS])


def test_after_a_long_absence_it_goes_on_the_second_day(db, clock) -> None:
    kept = an_incident(db, clock)
    begin_sitting(db, clock)
    retention.keep_until(db, ENTRY, kept.id, "2026-06-30")
    retention.purge(db, clock)
    clock.move(days=400)
    assert retention.purge(db, clock).done == ()
    clock.move(hours=2)
    assert retention.purge(db, clock).done == (), "the same evening says nothing new"
    clock.move(days=1)
    assert [one.object_id for one in retention.purge(db, clock).done] == [kept.id]


@FREE
@given(steps=st.lists(st.integers(1, LEAP.days), min_size=1, max_size=20))
def test_whoever_comes_each_quarter_is_believed_at_once(db, clock, steps) -> None:
    was = clock.moment
    db.execute("DELETE FROM state WHERE name IN ('day_known', 'leapt_at')")
    for days in steps:
        clock.move(days=days)
        assert believed_day(db, clock) == (clock.now() + timedelta(hours=5)).date()
    clock.moment = was


@FREE
@given(days=st.lists(st.integers(-4000, 4000), min_size=1, max_size=12))
def test_no_order_of_clocks_is_believed_further_than_two_of_them_agree(db, clock, days) -> None:
    db.execute("DELETE FROM state WHERE name IN ('day_known', 'leapt_at')")
    was, earlier = clock.moment, [believed_day(db, clock)]
    for ahead in days:
        clock.moment = was + timedelta(days=ahead)
        today, day = (clock.now() + timedelta(hours=5)).date(), believed_day(db, clock)
        assert day <= today
        assert any(day <= one + LEAP for one in earlier), "no opening before said as much"
        earlier.append(today)
    clock.moment = was
