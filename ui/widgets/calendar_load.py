"""What the calendar asks of the records, as plain values for the page.

May touch: the records, only to read, in the worker. Must never hold a widget or a word of the page's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from safeplan.records import cases, life_events, order_days, orders, patterns, timeline
from safeplan.records.dates import moved_day
from safeplan.records.orders import Order
from safeplan.records.patterns import After, Patterns
from safeplan.records.timeline import DAYS_AROUND, Around, CalendarMonth, Dated, Day, Page
from safeplan.vault.database import Database
from ui.background import Job, Session

# Entries of one day that are shown here; the rest is read in the list.
MOST_OF_A_DAY = 12


@dataclass(frozen=True)
class OrderSpan:
    """From when until when an order is in force, local days; "" where it is not known."""

    order: Order
    start: str
    end: str


@dataclass(frozen=True)
class MonthView:
    """One month: its days, the orders that reach into it, and what else has a day in it.

    `words`: her own words for the days of `dates` by their id. `entries`: how many there are in all.
    """

    month: CalendarMonth
    orders: tuple[OrderSpan, ...] = ()
    dates: tuple[Dated, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    entries: int = 0


@dataclass(frozen=True)
class Dates:
    """Every date known, the newest first, with her words and the orders they belong to."""

    dates: tuple[Dated, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, Order] = field(default_factory=dict)


@dataclass(frozen=True)
class Surroundings:
    """The numbers around a date and the days they are made of."""

    around: Around
    before: tuple[Day, ...]
    after: tuple[Day, ...]


@dataclass(frozen=True)
class CountsView:
    """The counts of a span, and what lies after the dates of the whole log."""

    counts: Patterns
    after: tuple[After, ...]


def load_month(session: Session, _job: Job, *, month: str, today: date, zone: str) -> MonthView:
    """One month ("2026-03"). `zone`: the computer's offset, "+05:00"."""
    db = session.database
    days = timeline.calendar_month(db, month)
    first, last = days.days[0].day, days.days[-1].day
    known = (*timeline.known_dates(db), *timeline.awaited_dates(db))
    spans = (_span(order, today, zone) for order in orders.list_orders(db))
    return MonthView(
        days,
        tuple(one for one in spans if one and one.start <= last and (not one.end or one.end >= first)),
        tuple(sorted((one for one in known if first <= one.day <= last), key=lambda one: one.day)),
        _words(db),
        timeline.count_entries(db),
    )


def load_day(session: Session, _job: Job, *, day: str) -> Page:
    """The entries of one day, as many as are shown."""
    return timeline.on_day(session.database, day, limit=MOST_OF_A_DAY)


def load_dates(session: Session, _job: Job) -> Dates:
    """Every date of cases, orders and her own days."""
    db = session.database
    return Dates(
        tuple(reversed(timeline.known_dates(db))), _words(db), {one.id: one for one in orders.list_orders(db)}
    )


def load_around(session: Session, _job: Job, *, dates: tuple[Dated, ...], today: date) -> tuple[Surroundings, ...]:
    """The numbers around these dates."""
    db = session.database
    return tuple(
        Surroundings(
            one,
            timeline.days_between(db, moved_day(one.dated.day, -DAYS_AROUND), moved_day(one.dated.day, -1)),
            timeline.days_between(db, moved_day(one.dated.day, 1), moved_day(one.dated.day, DAYS_AROUND)),
        )
        for one in timeline.around(db, dates, today.isoformat())
    )


def load_counts(session: Session, _job: Job, *, since: str, until: str, today: date) -> CountsView:
    """Counts from `since` to `until`, "" for open; what lies after dates is counted over everything."""
    db = session.database
    groups: dict[str, list[Dated]] = {}
    for one in timeline.known_dates(db):
        if one.day <= today.isoformat():
            groups.setdefault(one.name, []).append(one)
    return CountsView(patterns.patterns(db, since, until), patterns.after_what(db, dict(groups)))


def _words(db: Database) -> dict[str, str]:
    found = {one.id: one.words for one in life_events.life_events(db)}
    for case in cases.list_cases(db):
        found |= {item.id: item.form.where for item in case.items if item.form.where}
    return found


def _span(order: Order, today: date, zone: str) -> OrderSpan | None:
    """None where not a single day of it is known, or where it only begins later and nobody knows the end."""
    found = order_days.span(order, zone)
    start, end = found.start[:10], found.end[:10]
    if not (start or end):
        return None
    if not end:
        # Nobody knows how long it lasts: the line goes no further than today.
        return OrderSpan(order, start, "") if start <= today.isoformat() else None
    return OrderSpan(order, start, end)
