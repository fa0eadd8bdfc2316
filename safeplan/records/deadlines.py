"""Days that count: local days, the length of orders, and the last day of a deadline, each with the rule it came from.

May touch: nothing; figures come from the country's pack (safeplan/content/rules.py). Must never call a day missed or
too late: after it a deadline is `passed`, with the ids of what can stop the count.

How days are counted, and why:
- A local day is the computer's own. No table of time zones is used: Windows has none, and a moment is kept with the
  offset the computer had when it was typed. When clocks change (Kazakhstan on 1 March 2024), the instant stays.
- "30 суток from the moment it is handed over" (law 245-VIII, art. 60) is 30 times 24 hours where she knows the hour.
  Where she knows the day only, it is the same number of calendar days, and the last day may end before midnight: it
  is counted as the day on which the order ends, never as a whole day of it.
- "Two months" (KoAP art. 62(1)) end on the day with the same number, two months later; where that month is shorter,
  on its last day. The source says "two months" and no more, so the day is only ever shown as one to be early for.
- A time that is told as a range counts from its first day, the earliest that can be meant.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from safeplan.clock import Clock
from safeplan.content.rules import HAPPENED, REGISTERED, LimitRule
from safeplan.errors import DateImpossible
from safeplan.records.dates import check_happened
from safeplan.records.incident_form import Happened

# A rule of her own: the day that she typed.
TYPED = "typed"


@dataclass(frozen=True)
class Deadline:
    """A day by which something is better done. It says nothing about what can still be done after it.

    `due`: local day. `rule`: the pack's fact, or "typed". `card`: the fact to show, "" for a day she typed; pack and
    edition name the source. `passed`: the day lies behind `today`.
    `stands_still`: ids of what can have stopped the count. `days`: from today to the day, below 0 after it.
    """

    due: str
    rule: str
    card: str
    pack: str
    edition: str
    days: int
    passed: bool
    stands_still: tuple[str, ...] = ()


def local_day(clock: Clock) -> date:
    """Today where the computer is."""
    return clock.now().astimezone(offset_of(clock.zone())).date()


def offset_of(zone: str) -> timezone:
    """The offset that a stored zone, "+05:00", names; UTC for an empty one."""
    if not zone:
        return UTC
    hours, minutes = int(zone[1:3]), int(zone[4:6])
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(-span if zone[0] == "-" else span)


def check_moment(untrusted_text: str) -> str:
    """A local day or moment as it came, or "". Raises DateImpossible."""
    if untrusted_text:
        check_happened("exact" if "T" in untrusted_text else "day", untrusted_text, "")
    return untrusted_text


def check_day(untrusted_text: str) -> str:
    """A local day as it came, or "". Raises DateImpossible, also for a moment."""
    if untrusted_text:
        check_happened("day", untrusted_text, "")
    return untrusted_text


def day_of(text: str) -> date:
    """The day of a local day or moment."""
    return date.fromisoformat(text[:10])


def earlier(one: str, other: str) -> bool:
    """Whether `one` surely comes before `other`; a day and a moment on that day are not told apart."""
    return one < other if "T" in one and "T" in other else one[:10] < other[:10]


def after_days(start: str, days: int, written: str, shown: str = "") -> str:
    """The local day or moment `days` after a local day or moment.

    `written` and `shown` are the offsets in which the start was typed and the result is wanted. Raises
    DateImpossible past the end of the calendar.
    """
    try:
        if "T" not in start:
            return (day_of(start) + timedelta(days=days)).isoformat()
        moment = datetime.fromisoformat(start).replace(tzinfo=offset_of(written)) + timedelta(days=days)
        return moment.astimezone(offset_of(shown or written)).strftime("%Y-%m-%dT%H:%M")
    except OverflowError:
        raise DateImpossible from None


def after_months(start: date, months: int) -> date:
    """The same number of the month, `months` later; the last day of a month that is shorter."""
    place = start.year * 12 + start.month - 1 + months
    year, month = place // 12, place % 12 + 1
    if not date.min.year <= year <= date.max.year:
        raise DateImpossible
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def typed_deadline(due: str, today: date) -> Deadline:
    """A day she typed: a letter's answer, a hearing. Nothing is added to it."""
    days = (day_of(due) - today).days
    return Deadline(due[:10], TYPED, "", "", "", days, days < 0)


def from_rule(rule: LimitRule, counted_from: date, today: date) -> Deadline:
    """The last day of a deadline of the pack."""
    end = after_months(counted_from, rule.months) if rule.months else counted_from
    try:
        end += timedelta(days=rule.days)
    except OverflowError:
        raise DateImpossible from None
    days = (end - today).days
    still = rule.stands_still
    return Deadline(end.isoformat(), rule.fact, rule.fact, rule.pack, rule.edition, days, days < 0, still)


def from_happened(
    rules: Iterable[LimitRule], happened: Happened, today: date, about: Iterable[str] = ()
) -> tuple[Deadline, ...]:
    """Deadlines that run from when something happened, the earliest first; none without a day.

    `about`: only the rules that belong to one of these facts, e.g. the card of a breach; empty: all.
    """
    if happened.kind not in ("exact", "day", "range") or not happened.start:
        return ()
    return _chosen(rules, HAPPENED, day_of(happened.start), today, about)


def from_registered(
    rules: Iterable[LimitRule], on_day: str, today: date, about: Iterable[str] = ()
) -> tuple[Deadline, ...]:
    """Deadlines that run from the day a report was registered; none without a day."""
    return _chosen(rules, REGISTERED, day_of(on_day), today, about) if on_day else ()


def _chosen(
    rules: Iterable[LimitRule], counts_from: str, start: date, today: date, about: Iterable[str]
) -> tuple[Deadline, ...]:
    wanted = set(about)
    found = [
        from_rule(rule, start, today)
        for rule in rules
        if rule.counts_from == counts_from and (not wanted or wanted & set(rule.about))
    ]
    return tuple(sorted(found, key=lambda one: one.due))
