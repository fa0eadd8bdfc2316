"""The log in time: entries by the day they happened, counted by month, and the days of a calendar.

May touch: the index and the entries, only to read. Must never call a day without an entry a quiet one: it is a day
about which nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from safeplan.records import cases, life_events, orders, pressure, search_index
from safeplan.records.entry_lines import EntryLine, entry_lines
from safeplan.vault.database import Database

PAGE = 50
DAYS_AROUND = 30

_NEWEST = "SELECT number FROM incident WHERE number < ? ORDER BY number DESC LIMIT ?"
_COUNT = "SELECT count(*) FROM incident WHERE id NOT IN (SELECT object_id FROM tombstone)"
# Days sort from the latest back; what has no day ('') comes last by itself.
_IN_TIME = (
    "SELECT day, number FROM entry_time WHERE (day, number) < (?, ?) ORDER BY day DESC, number DESC LIMIT ? OFFSET ?"
)
_MONTHS = "SELECT substr(day, 1, 7), count(*) FROM entry_time GROUP BY 1 ORDER BY 1 DESC"
_DAYS = (
    "SELECT value, count(*) FROM facet WHERE kind = 'day' AND value >= ? AND value < ? GROUP BY value ORDER BY value"
)
_ON_DAY = (
    "SELECT i.number FROM facet f JOIN incident i ON i.row = f.incident_row"
    " WHERE f.kind = 'day' AND f.value = ? AND i.number < ? ORDER BY i.number DESC LIMIT ?"
)
_ABOUT = "SELECT count(*) FROM entry_time WHERE day >= ? AND day < ? AND NOT sure"
_BETWEEN = (
    "SELECT count(DISTINCT incident_row), count(DISTINCT value) FROM facet"
    " WHERE kind = 'day' AND value >= ? AND value < ?"
)
# Behind every day there is.
_AFTER_ALL = "~"
_MOST = 1 << 62


@dataclass(frozen=True)
class Page:
    """Entries of a list and where to go on behind them; `more` is "" at the end."""

    lines: tuple[EntryLine, ...]
    more: str = ""


@dataclass(frozen=True)
class Month:
    """`month` is "2026-03", or "" for entries that have no day."""

    month: str
    entries: int


@dataclass(frozen=True)
class Day:
    """`entries` counts those that happened or lasted on this day."""

    day: str
    entries: int


@dataclass(frozen=True)
class CalendarMonth:
    """Every day of one month, and how many entries stand somewhere in it by a time that is only about."""

    month: str
    days: tuple[Day, ...]
    about: int

    @property
    def with_entries(self) -> int:
        """How many days have an entry."""
        return sum(1 for day in self.days if day.entries)

    @property
    def without(self) -> int:
        """About how many days nothing is written."""
        return len(self.days) - self.with_entries


@dataclass(frozen=True)
class Dated:
    """Something with a day to look around. `name` says what it is: a kind of case item ("hearing"), "order_issued",
    "order_handed_over", "life_event", "due", "look_again", or what a page gives it; `id` is that of the item, order,
    event or entry."""

    name: str
    day: str
    id: str = ""


@dataclass(frozen=True)
class Around:
    """Plain numbers about the days before and after one day, which itself counts to neither.

    `days_after` is how many of the days behind it have passed: fewer than `days_before` while it is recent, and then
    the two sides cannot be laid side by side.
    """

    dated: Dated
    entries_before: int
    entries_on_day: int
    entries_after: int
    days_before: int
    days_after: int
    days_with_entries_before: int
    days_with_entries_after: int


def count_entries(db: Database) -> int:
    """How many entries there are; removed ones are not counted."""
    return int(db.value(_COUNT))


def last_written(db: Database, more: str = "", limit: int = PAGE) -> Page:
    """Entries in the order they were written, the last first; removed ones stand there as such."""
    found = db.rows(_NEWEST, (int(more) if more else _MOST, limit + 1))
    numbers = [number for (number,) in found]
    return Page(entry_lines(db, numbers[:limit]), str(numbers[limit - 1]) if len(numbers) > limit else "")


def in_time(db: Database, more: str = "", limit: int = PAGE, *, from_month: str = "", skip: int = 0) -> Page:
    """Entries by the day they happened, the latest first; those without a day last.

    `from_month` ("2026-03") begins with the end of that month. `skip` passes over so many entries, for a list that
    is entered in its middle.
    """
    if not _ready(db):
        return Page(())
    day, number = (f"{from_month}{_AFTER_ALL}" if from_month else _AFTER_ALL), _MOST
    if more:
        day, _, written = more.partition("/")
        number = int(written)
    found = db.rows(_IN_TIME, (day, number, limit + 1, skip))
    shown = found[:limit]
    lines = entry_lines(db, [number for _, number in shown])
    return Page(lines, f"{shown[-1][0]}/{shown[-1][1]}" if len(found) > limit else "")


def months(db: Database) -> tuple[Month, ...]:
    """How many entries each month has, the latest first; months without any are not in the list."""
    return tuple(Month(*row) for row in db.rows(_MONTHS)) if _ready(db) else ()


def calendar_month(db: Database, month: str) -> CalendarMonth:
    """All days of a month ("2026-03") with the number of their entries. Raises ValueError for no month."""
    first = date.fromisoformat(f"{month}-01")
    end = _next_month(first)
    days = days_between(db, first.isoformat(), (end - timedelta(days=1)).isoformat())
    about = int(db.value(_ABOUT, (first.isoformat(), end.isoformat()))) if _ready(db) else 0
    return CalendarMonth(month, days, about)


def calendar(db: Database, first_month: str, last_month: str) -> tuple[CalendarMonth, ...]:
    """Calendar months from the first to the last, both included."""
    found, month = [], date.fromisoformat(f"{first_month}-01")
    while month <= date.fromisoformat(f"{last_month}-01"):
        found.append(calendar_month(db, month.isoformat()[:7]))
        month = _next_month(month)
    return tuple(found)


def days_between(db: Database, first: str, last: str) -> tuple[Day, ...]:
    """Every day from the first to the last, both included, with the number of its entries."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1)
    counted: dict[str, int] = dict(db.rows(_DAYS, (first, end.isoformat()))) if _ready(db) else {}
    days = [(begin + timedelta(days=passed)).isoformat() for passed in range((end - begin).days)]
    return tuple(Day(day, counted.get(day, 0)) for day in days)


def on_day(db: Database, day: str, more: str = "", limit: int = PAGE) -> Page:
    """The entries that surely happened or lasted on this day, the last written first."""
    if not _ready(db):
        return Page(())
    found = [number for (number,) in db.rows(_ON_DAY, (day, int(more) if more else _MOST, limit + 1))]
    return Page(entry_lines(db, found[:limit]), str(found[limit - 1]) if len(found) > limit else "")


def known_dates(db: Database) -> tuple[Dated, ...]:
    """The days that her cases, orders and life events name, the earliest first: to choose some from for around()."""
    found = [Dated("life_event", event.start[:10], event.id) for event in life_events.life_events(db)]
    for order in orders.list_orders(db):
        found.append(Dated("order_issued", order.form.issued[:10], order.id))
        found.append(Dated("order_handed_over", order.form.handed_over[:10], order.id))
    for case in cases.list_cases(db):
        found += [Dated(item.form.kind, item.form.on[:10], item.id) for item in case.items]
    return tuple(sorted((dated for dated in found if dated.day), key=lambda dated: (dated.day, dated.name, dated.id)))


def awaited_dates(db: Database) -> tuple[Dated, ...]:
    """The days she put down for what is still open, the earliest first: by when something in a case is due, and when
    she wants to look at a promise again. Nothing happened on them yet, so nothing is counted around them."""
    found = [Dated("look_again", note.look_again, id_) for id_, note in pressure.open_promises(db) if note.look_again]
    for case in cases.list_cases(db):
        found += [Dated("due", item.form.due, item.id) for item in case.items if item.form.due and case.is_open(item)]
    return tuple(sorted(found, key=lambda dated: (dated.day, dated.name, dated.id)))


def around(db: Database, dates: Sequence[Dated], today: str, days: int = DAYS_AROUND) -> tuple[Around, ...]:
    """For each date how many entries lie in the `days` before and after it. No reason is given and none is known."""
    return tuple(_around(db, dated, date.fromisoformat(today), days) for dated in dates) if _ready(db) else ()


def _around(db: Database, dated: Dated, today: date, days: int) -> Around:
    day = date.fromisoformat(dated.day)
    next_day = day + timedelta(days=1)
    before = _between(db, day - timedelta(days=days), day)
    on_day = _between(db, day, next_day)
    after = _between(db, next_day, next_day + timedelta(days=days))
    passed = min(max((today - day).days, 0), days)
    return Around(dated, before[0], on_day[0], after[0], days, passed, before[1], after[1])


def _between(db: Database, first: date, end: date) -> tuple[int, int]:
    row = db.row(_BETWEEN, (first.isoformat(), end.isoformat())) or (0, 0)
    return int(row[0]), int(row[1])


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _ready(db: Database) -> bool:
    if not search_index.ready(db):
        return False
    search_index.catch_up(db)
    return True
