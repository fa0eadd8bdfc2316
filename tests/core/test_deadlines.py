"""Days that count: leap days, ends of months, clocks that change or run backwards, and words that are never said."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from safeplan.content.regions import REGIONS, load_region
from safeplan.content.rules import LimitRule, before_end, breach_rule, limit_rules, order_rule
from safeplan.errors import DateImpossible
from safeplan.records import deadlines, next_dates, orders
from safeplan.records.deadlines import after_days, after_months, from_happened, from_registered, local_day
from safeplan.records.incident_form import Happened
from safeplan.records.orders import OrderForm
from tests.conftest import MovableClock

KZ = load_region("kz", "en")
RULES = limit_rules(KZ)
DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))
ZONES = ("Asia/Almaty", "Asia/Qyzylorda", "Europe/London", "Europe/Berlin", "America/St_Johns", "Pacific/Apia")


def due(happened: Happened, today: date, *about: str) -> list[tuple[str, str]]:
    return [(one.due, one.rule) for one in from_happened(RULES, happened, today, about)]


# ── Two months ──────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("happened", "last"),
    [
        ("2026-03-02", "2026-05-02"),
        ("2025-12-31", "2026-02-28"),
        ("2023-12-30", "2024-02-29"),
        ("2023-12-29", "2024-02-29"),
        ("2024-02-29", "2024-04-29"),
        ("2026-06-30", "2026-08-30"),
        ("2026-07-31", "2026-09-30"),
        ("2026-11-15", "2027-01-15"),
        # 2100 has no leap day, 2000 had one.
        ("2099-12-30", "2100-02-28"),
        ("1999-12-30", "2000-02-29"),
    ],
)
def test_two_months_end_on_the_same_number_or_on_the_last_day(happened, last):
    assert due(Happened("day", happened), date(2026, 1, 1)) == [(last, "two_months")]


@given(DAYS, st.integers(1, 36))
@example(date(2024, 2, 29), 12)
@example(date(2023, 12, 31), 2)
def test_months_never_skip_a_month_and_never_move_a_day_forward(start, months):
    end = after_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == min(start.day, calendar.monthrange(end.year, end.month)[1])


@given(DAYS, DAYS, st.integers(1, 24))
def test_what_happened_earlier_is_never_due_later(one, other, months):
    first, second = sorted((one, other))
    assert after_months(first, months) <= after_months(second, months)


def test_the_moment_on_a_day_changes_nothing_and_a_range_counts_from_its_first_day():
    day = due(Happened("day", "2026-03-02"), date(2026, 3, 3))
    for happened in (
        Happened("exact", "2026-03-02T00:00"),
        Happened("exact", "2026-03-02T23:59"),
        Happened("range", "2026-03-02", "2026-03-20"),
        Happened("range", "2026-03-02T22:10", "2026-03-03T01:00"),
    ):
        assert due(happened, date(2026, 3, 3)) == day


def test_without_a_day_there_is_no_deadline():
    for happened in (Happened(), Happened("vague", words="before Nauryz"), Happened("vague", "2026-03-02")):
        assert due(happened, date(2026, 3, 3)) == []
    assert from_registered(RULES, "", date(2026, 3, 3)) == ()


def test_it_names_the_rule_the_edition_and_what_can_stop_the_count():
    (one,) = from_happened(RULES, Happened("day", "2026-03-02"), date(2026, 4, 30), ["order_breach"])
    assert (one.rule, one.card, one.pack, one.edition) == ("two_months", "two_months", "kz", KZ.edition)
    assert (one.due, one.days, one.passed) == ("2026-05-02", 2, False)
    card = next(card for card in KZ.cards if card.id == one.card)
    assert "62" in card.source_title
    assert from_happened(RULES, Happened("day", "2026-03-02"), date(2026, 4, 30), ["stalking"]) == ()


def test_after_the_day_it_is_passed_and_says_what_can_have_stopped_the_clock():
    """An expert's work stops the count, so the program cannot know that anything was missed."""
    for today, passed in ((date(2026, 5, 1), False), (date(2026, 5, 2), False), (date(2026, 5, 3), True)):
        (one,) = from_happened(RULES, Happened("day", "2026-03-02"), today)
        assert one.passed is passed
        assert "expert_works" in one.stands_still
        assert one.days == (date(2026, 5, 2) - today).days


# ── Three days without a complaint ──────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("registered", "last"),
    [
        ("2026-03-02", "2026-03-05"),
        ("2024-02-27", "2024-03-01"),
        ("2025-02-27", "2025-03-02"),
        ("2026-12-30T23:50", "2027-01-02"),
        # In the nights to 29 March and 1 March 2024 clocks were moved, in Europe and in Kazakhstan.
        ("2026-03-28T23:50", "2026-03-31"),
        ("2024-02-29T23:59", "2024-03-03"),
    ],
)
def test_three_days_after_registration(registered, last):
    (one,) = from_registered(RULES, registered, date(2026, 3, 2))
    assert (one.due, one.rule, one.stands_still) == (last, "three_days", ())


# ── The pack ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("region", REGIONS)
def test_everything_a_pack_points_to_is_there(region):
    """A pointer to nothing would leave a gap on the page at the moment when someone looks there for help."""
    pack = load_region(region, "en")
    there = {fact.id for fact in pack.facts}
    for order in pack.orders:
        assert {*order.on_breach, *order.before_end, *filter(None, [order.breach_card])} <= there, order.id
    for limit in pack.limits:
        assert set(limit.about) <= there, limit.id
        assert bool(limit.counts_from) <= bool(limit.days or limit.months), limit.id


def test_article_461_stands_behind_the_protective_order_of_the_police_only():
    named = {order.id: breach_rule(KZ, order.id) for order in KZ.orders}
    assert {id_ for id_, rule in named.items() if rule.card} == {"protective_order"}
    card = next(card for card in KZ.cards if card.id == named["protective_order"].card)
    assert "461" in card.source_title
    assert named["court_requirements"].ask_article
    assert breach_rule(KZ, "").ask_article
    assert breach_rule(KZ, "").ask_for == ()


def test_what_to_look_at_before_it_ends_is_part_of_the_pack():
    assert "court_requirements" in before_end(KZ, "protective_order")
    assert "order_limits" in before_end(KZ, "court_requirements")
    assert before_end(KZ, "an_order_of_her_own") == ()


def test_only_a_single_length_says_an_end():
    assert order_rule(KZ, "protective_order").says_end()
    assert not order_rule(KZ, "court_requirements").says_end()
    assert not order_rule(load_region("ew", "en"), "dvpo").says_end()
    assert order_rule(KZ, "nothing_of_the_kind") is None


def test_a_limit_that_depends_on_something_is_never_computed():
    assert {rule.fact for rule in RULES} == {"two_months", "three_days"}
    assert limit_rules(load_region("intl", "en")) == ()


# ── Clocks ──────────────────────────────────────────────────────────────────────────────────────────────────────
def test_thirty_days_from_an_hour_are_thirty_times_24_hours_when_the_clocks_of_kazakhstan_changed():
    """On 1 March 2024 clocks in Almaty went from +06:00 to +05:00; the instant stays, the hour on the wall moves."""
    assert after_days("2024-02-15T10:00", 30, "+06:00", "+05:00") == "2024-03-16T09:00"
    assert after_days("2024-02-15T00:30", 30, "+06:00", "+05:00") == "2024-03-15T23:30"
    assert after_days("2024-02-15T10:00", 30, "+06:00") == "2024-03-16T10:00"
    assert after_days("2024-02-15", 30, "+06:00", "+05:00") == "2024-03-16"


@pytest.mark.skipif(not available_timezones(), reason="this computer has no table of time zones")
@given(st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)), st.sampled_from(ZONES), st.integers(1, 400))
@example(datetime(2024, 2, 29, 23, 30), "Asia/Almaty", 30)
@example(datetime(2011, 12, 15, 12, 0), "Pacific/Apia", 30)
def test_the_instant_is_the_same_whatever_the_clocks_do_in_between(moment, name, days):
    place = ZoneInfo(name)
    start = moment.replace(tzinfo=UTC, second=0, microsecond=0).astimezone(place)
    end = start.astimezone(UTC) + timedelta(days=days)
    shown = end.astimezone(place)
    written, now = (one.isoformat()[-6:] for one in (start, shown))
    if any(len(one.isoformat()) != 25 for one in (start, shown)):
        return  # offsets with seconds are older than the program
    found = after_days(start.strftime("%Y-%m-%dT%H:%M"), days, written, now)
    assert found == shown.strftime("%Y-%m-%dT%H:%M")


@given(DAYS, st.integers(1, 400))
def test_a_day_without_an_hour_counts_calendar_days(start, days):
    assert after_days(start.isoformat(), days, "+06:00", "+05:00") == (start + timedelta(days=days)).isoformat()


def test_today_is_the_day_where_the_computer_is():
    clock = MovableClock(datetime(2026, 3, 2, 18, 40, tzinfo=UTC))
    assert local_day(clock) == date(2026, 3, 2)
    clock.move(minutes=20)
    assert local_day(clock) == date(2026, 3, 3)
    clock.offset = "-03:30"
    assert local_day(clock) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("+14:00", 3), ("+05:45", 3), ("+05:00", 2), ("", 2), ("-12:00", 2)],
)
def test_a_deadline_turns_at_her_midnight_and_its_day_is_the_same_everywhere(zone, day):
    """18:40 in Greenwich on 2 March: in half of the world it is another day already."""
    clock = MovableClock(datetime(2026, 3, 2, 18, 40, tzinfo=UTC))
    clock.offset = zone
    assert local_day(clock) == date(2026, 3, day)
    (one,) = from_registered(RULES, "2026-02-27", local_day(clock))
    assert (one.due, one.days, one.passed) == ("2026-03-02", 2 - day, day > 2)


def test_an_order_that_ends_by_the_hour_stands_among_the_next_dates_on_the_day_of_the_computer(vault, clock):
    """Handed over at half past midnight, the month in which Kazakhstan moved its clocks back by an hour."""
    clock.move(days=(date(2024, 2, 15) - local_day(clock)).days)
    clock.offset = "+06:00"
    form = OrderForm(kind="protective_order", handed_over="2024-02-15T00:30")
    orders.add_order(vault.database, clock, form, KZ)
    for zone, day, at, left in (("+06:00", "2024-03-16", "00:30", 1), ("+05:00", "2024-03-15", "23:30", 0)):
        (one,) = next_dates.next_dates(vault.database, date(2024, 3, 15), 30, zone=zone)
        assert (one.kind, one.day, one.at, one.deadline.days) == (next_dates.ORDER_ENDS, day, at, left)
        assert not one.deadline.passed


@given(DAYS, DAYS)
def test_a_clock_that_runs_backwards_moves_no_deadline(first, second):
    happened = Happened("day", "2026-03-02")
    one, other = (from_happened(RULES, happened, today)[0] for today in (first, second))
    assert (one.due, one.stands_still) == (other.due, other.stands_still)
    assert (one.days - other.days) == (second - first).days
    assert one.passed is (first > date(2026, 5, 2))


# ── Refusals ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-03-02T25:00", "yesterday", "2026-3-2", "1812-01-01", "2026-03-02T"]
)
def test_a_date_that_is_none_is_refused(text):
    with pytest.raises(DateImpossible):
        deadlines.check_moment(text)


def test_a_due_date_is_a_day_without_an_hour():
    assert deadlines.check_day("") == deadlines.check_moment("") == ""
    with pytest.raises(DateImpossible):
        deadlines.check_day("2026-03-02T10:00")


def test_past_the_end_of_the_calendar_there_is_an_error_with_a_name():
    rule = LimitRule("x", "2026-01-01", "x", 0, 120, "happened")
    for compute in (
        lambda: after_months(date(9999, 12, 1), 2),
        lambda: after_days("9999-12-30", 30, ""),
        lambda: after_days("9999-12-30T10:00", 30, "+05:00"),
        lambda: deadlines.from_rule(rule, date(9990, 1, 1), date(2026, 1, 1)),
    ):
        with pytest.raises(DateImpossible):
            compute()
