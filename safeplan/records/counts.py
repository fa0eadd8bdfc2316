"""Counts at a desk: sessions, what they were about, where people were pointed, by month; small numbers are held back.

May touch: the table tally of the desk's own store. Must never count in a way that leads to a person: no client, no
day, and no number below five, nor one that could be worked out from the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from safeplan import errors
from safeplan.clock import Clock
from safeplan.records.deadlines import local_day
from safeplan.records.sessions_held import PATHS, REFERRALS, TOPICS
from safeplan.vault.database import Database

SESSION, TOPIC, REFERRAL = KINDS = ("session", "topic", "referral")
# The line that counts all sessions, whichever way they took.
ALL = "all"
NAMES = {SESSION: PATHS, TOPIC: TOPICS, REFERRAL: REFERRALS}
# Fewer people than this might be known by it.
LEAST = 5

_ADD = "INSERT INTO tally VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET amount = amount + 1"
_ALL = "SELECT month, kind, name, amount FROM tally WHERE month BETWEEN ? AND ?"
_MONTHS = "SELECT DISTINCT month FROM tally ORDER BY month"
_DROP = "DELETE FROM tally WHERE month < ?"


@dataclass(frozen=True)
class CountLine:
    """One line: `kind` and `name` are ids (`name` ALL for all sessions). None in `months` or `total`: held back.

    `months` is empty where only the total is told.
    """

    kind: str
    name: str
    months: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True)
class CountTable:
    """`months` are "2026-03", without gaps; every line has a number for each, or none."""

    months: tuple[str, ...]
    lines: tuple[CountLine, ...]


def month_now(clock: Clock) -> int:
    """This month as one number, for a note that is read later; never 0."""
    day = local_day(clock)
    return day.year * 12 + day.month - 1


def count_session(
    db: Database, clock: Clock, path: str, topics: Iterable[str], referrals: Iterable[str], month: int = 0
) -> None:
    """Add one session, and what it was about: ids of sessions_held. `month`: of month_now on its day; 0 for today's,
    which also counts one that lies ahead."""
    found = {SESSION: {path}, TOPIC: set(topics), REFERRAL: set(referrals)}
    if any(names - set(NAMES[kind]) for kind, names in found.items()):
        raise errors.Bug(code="count-id")
    now = month_now(clock)
    if month and month < 12:
        raise errors.Bug(code="count-month")
    said = _said(min(month or now, now))
    with db.transaction():
        for kind, names in found.items():
            for name in sorted(names):
                db.execute(_ADD, (said, kind, name))


def months_counted(db: Database) -> tuple[str, ...]:
    """The months in which something was counted, the earliest first."""
    return tuple(month for (month,) in db.rows(_MONTHS))


def forget_counts(db: Database, before: str) -> int:
    """Take away the counts of the months before `before` ("2026-01"); how many lines those were."""
    return db.execute(_DROP, (before,))


def count_table(db: Database, since: str, until: str) -> CountTable:
    """Everything from month `since` to month `until`, both included; small numbers held back. Lines of nothing are
    left out."""
    months = _months(since, until)
    place = {month: index for index, month in enumerate(months)}
    exact = {(kind, name): [0] * len(months) for kind in KINDS for name in NAMES[kind]}
    for month, kind, name, amount in db.rows(_ALL, (since, until)):
        if (kind, name) in exact and month in place:
            exact[kind, name][place[month]] += amount
    sessions = [sum(exact[SESSION, path][index] for path in PATHS) for index in range(len(months))]
    lines = [*_sessions(sessions, {path: sum(exact[SESSION, path]) for path in PATHS})]
    for kind in (TOPIC, REFERRAL):
        lines += [_line(kind, name, exact[kind, name]) for name in NAMES[kind] if any(exact[kind, name])]
    return CountTable(months, tuple(lines))


def held_back(numbers: Sequence[int], total_told: bool = True) -> tuple[frozenset[int], bool]:  # noqa: FBT001, FBT002
    """Which of `numbers` are held back, and whether their total can be told beside the rest.

    Small ones always. Where the total is told, what is missing from it is the sum of those held back: so there are at
    least two of them, together no small number themselves and more than one each; further ones, the smallest first,
    go with them until that is so. A nought tells of nobody and stays.
    """
    small = {place for place, number in enumerate(numbers) if 0 < number < LEAST}
    if 0 < sum(numbers) < LEAST:
        return frozenset(small), False
    if not total_told or not small:
        return frozenset(small), total_told
    more = sorted((number, place) for place, number in enumerate(numbers) if number >= LEAST)
    held = set(small)
    while len(held) < 2 or sum(numbers[place] for place in held) < max(LEAST, len(held) + 1):
        if not more:
            return frozenset(small), False
        held.add(more.pop(0)[1])
    return frozenset(held), True


def _line(kind: str, name: str, numbers: Sequence[int]) -> CountLine:
    held, told = held_back(numbers)
    return CountLine(kind, name, _without(numbers, held), sum(numbers) if told else None)


def _sessions(months: Sequence[int], paths: dict[str, int]) -> Iterable[CountLine]:
    """All sessions by month, and the two ways by their sums: both add up to one total, so both must bear it."""
    if not any(months):
        return
    by_path = [paths[path] for path in PATHS]
    told = held_back(months)[1] and held_back(by_path)[1]
    held_months, held_paths = held_back(months, told)[0], held_back(by_path, told)[0]
    yield CountLine(SESSION, ALL, _without(months, held_months), sum(months) if told else None)
    for path, total in zip(PATHS, _without(by_path, held_paths), strict=True):
        yield CountLine(SESSION, path, (), total)


def _without(numbers: Sequence[int], held: frozenset[int]) -> tuple[int | None, ...]:
    return tuple(None if place in held else number for place, number in enumerate(numbers))


def _months(since: str, until: str) -> tuple[str, ...]:
    try:
        first, last = ((int(month[:4]) * 12 + int(month[5:]) - 1) for month in (since, until))
    except ValueError:
        raise errors.DateImpossible from None
    if not 0 <= last - first < 1200 or any(len(month) != 7 or month[4] != "-" for month in (since, until)):
        raise errors.DateImpossible
    return tuple(_said(number) for number in range(first, last + 1))


def _said(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
