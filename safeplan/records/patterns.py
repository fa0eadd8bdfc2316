"""Plain counts over the log: on which days, at which hours, where, what, and after what.

May touch: the index, only to read. Must never judge, weigh, order by danger or foretell: a count says how often
something is written here, not how often it happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from safeplan.records import search_index
from safeplan.records.dates import moved_day
from safeplan.records.timeline import Dated
from safeplan.vault.database import Database

# Hours of the day, from the first to before the last.
BANDS = ((0, 6), (6, 12), (12, 18), (18, 24))
AFTER_DAYS = 3
MOST_PLACES = 50

_SPAN = "day >= ? AND day <= ?"
_WEEKDAYS = (
    "SELECT (CAST(strftime('%w', day) AS INTEGER) + 6) % 7, count(*) FROM entry_time"
    f" WHERE sure AND {_SPAN} GROUP BY 1"
)
_HOURS = (
    f"SELECT CASE WHEN hour < 0 THEN -1 ELSE hour / 6 END, count(*) FROM entry_time WHERE sure AND {_SPAN} GROUP BY 1"
)
_TOTAL = f"SELECT count(*), coalesce(sum(sure), 0) FROM entry_time WHERE {_SPAN}"
_FACETS_ALL = "SELECT value, count(*) FROM facet WHERE kind = ? GROUP BY value ORDER BY value"
_FACETS = (
    "SELECT f.value, count(*) FROM entry_time t CROSS JOIN incident i ON i.number = t.number"
    " CROSS JOIN facet f ON f.incident_row = i.row AND f.kind = ?"
    f" WHERE t.{_SPAN.replace('AND day', 'AND t.day')} GROUP BY f.value ORDER BY f.value"
)
_AFTER = (
    "SELECT count(DISTINCT incident_row) FROM facet WHERE kind = 'day' AND value IN (SELECT value FROM json_each(?))"
)
_EVER = ("", "~")


@dataclass(frozen=True)
class Count:
    """How many entries say this. `value` is what is counted: an id, a place, a number of a weekday or band."""

    value: str
    entries: int


@dataclass(frozen=True)
class Patterns:
    """Counts of the entries of a span, every list in the order of what is counted, never of how much.

    `weekdays` are "0" (Monday) to "6", `hours` "0" to "3" for BANDS and "" for entries without an hour; both only of
    entries whose day is sure. An entry may have several kinds and people, so those do not add up to `entries`.
    """

    entries: int
    with_day: int
    weekdays: tuple[Count, ...]
    hours: tuple[Count, ...]
    places: tuple[Count, ...]
    kinds: tuple[Count, ...]
    people: tuple[Count, ...]


@dataclass(frozen=True)
class After:
    """How many entries lie on the days just behind any of these dates, and how many days those are.

    `entries_in_all` of `days_in_all` are for laying beside it: all entries with a day, and the days they span.
    """

    name: str
    times: int
    days: int
    entries: int
    days_in_all: int
    entries_in_all: int


def patterns(db: Database, since: str = "", until: str = "") -> Patterns:
    """Counts of the entries from `since` to `until` (local days, both included, "" for open).

    Without a span entries that have no day are counted too.
    """
    if not search_index.ready(db):
        return Patterns(0, 0, (), (), (), (), ())
    search_index.catch_up(db)
    # A first day leaves out what has none ("").
    span = (since or ("0" if until else _EVER[0]), until or _EVER[1])
    entries, with_day = db.row(_TOTAL, span) or (0, 0)
    weekdays: dict[int, int] = dict(db.rows(_WEEKDAYS, span))
    hours: dict[int, int] = dict(db.rows(_HOURS, span))
    return Patterns(
        entries,
        with_day,
        tuple(Count(str(day), weekdays.get(day, 0)) for day in range(7)),
        (*(Count(str(band), hours.get(band, 0)) for band in range(len(BANDS))), Count("", hours.get(-1, 0))),
        _most_used(_counted(db, search_index.PLACE, span)),
        _counted(db, search_index.HARM, span),
        _counted(db, search_index.PERSON, span),
    )


def after_what(db: Database, groups: dict[str, Sequence[Dated]], days: int = AFTER_DAYS) -> tuple[After, ...]:
    """For each group of dates (hearings, visits, pay days …) the entries on the day itself and the `days` behind it.

    Days that several dates share count once. Groups come back in the order given.
    """
    if not search_index.ready(db):
        return ()
    search_index.catch_up(db)
    first, last, in_all = db.row("SELECT min(day), max(day), count(*) FROM entry_time WHERE sure") or ("", "", 0)
    spanned = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 if first else 0
    found = []
    for name, dates in groups.items():
        meant = sorted({moved_day(dated.day, passed) for dated in dates for passed in range(days + 1)})
        entries = int(db.value(_AFTER, (search_index.as_list(meant),)))
        found.append(After(name, len({dated.day for dated in dates}), len(meant), entries, spanned, in_all))
    return tuple(found)


def _counted(db: Database, kind: str, span: tuple[str, str]) -> tuple[Count, ...]:
    rows = db.rows(_FACETS_ALL, (kind,)) if span == _EVER else db.rows(_FACETS, (kind, *span))
    return tuple(Count(*row) for row in rows)


def _most_used(counts: tuple[Count, ...]) -> tuple[Count, ...]:
    """Places are free text, so there may be any number: the most used ones, still in the order of their names."""
    if len(counts) <= MOST_PLACES:
        return counts
    kept = sorted(counts, key=lambda count: -count.entries)[:MOST_PLACES]
    return tuple(sorted(kept, key=lambda count: count.value))
