"""From when until when an order lasts, who says so, and how many days are left.

May touch: nothing. Must never let the pack outweigh what her paper says, count from the day of issue where the law
counts from handing over, or make more of the last day than is known. How days are counted: deadlines.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from safeplan.content.facts import Region
from safeplan.content.rules import HANDED_OVER, OrderRule, order_rule
from safeplan.records.deadlines import after_days, day_of, earlier
from safeplan.records.orders import Order

UNKNOWN, NOT_STARTED, IN_FORCE, ENDS_TODAY, ENDED = STATES = (
    "unknown",
    "not_started",
    "in_force",
    "ends_today",
    "ended",
)


@dataclass(frozen=True)
class Span:
    """From when until when, and who says so.

    `start_by`: paper | handed_over | ""; `end_by`: paper | pack | "". `rule`: the pack's rule that was used for the
    end, None otherwise. `missing`: the dates that would complete it. `last_day_whole`: the order lasts until the end
    of its last day; otherwise it ends some time on it.
    """

    start: str
    start_by: str
    end: str
    end_by: str
    rule: OrderRule | None
    missing: tuple[str, ...]
    last_day_whole: bool


def span(order: Order, zone: str = "") -> Span:
    """Start and end; what her paper says outweighs the pack. `zone`: the computer's offset now, "+05:00"."""
    form, rule = order.form, order.rule
    counts_handed = rule is not None and rule.starts == HANDED_OVER
    start, start_by = form.paper_start, "paper"
    if not start and counts_handed:
        start, start_by = form.handed_over, "handed_over"
    if not start:
        start_by = ""
    wanted = "handed_over" if counts_handed else "paper_start"
    if form.paper_end:
        lacks = () if start else (wanted,)
        return Span(start, start_by, form.paper_end, "paper", None, lacks, "T" not in form.paper_end)
    if rule is None or not rule.says_end():
        unsaid = ("paper_end",) if start else (wanted, "paper_end")
        return Span(start, start_by, "", "", None, unsaid, False)
    if not start:
        return Span("", "", "", "", None, (wanted,), False)
    written = dict(order.zones).get("paper_start" if start_by == "paper" else "handed_over", "")
    return Span(start, start_by, after_days(start, rule.days, written, zone), "pack", rule, (), False)


def state_on(order: Order, today: date, zone: str = "") -> str:
    """One of STATES on a local day. Where only the end is known, an order is taken to be in force until then."""
    found = span(order, zone)
    if not found.end:
        return NOT_STARTED if found.start and today < day_of(found.start) else UNKNOWN
    end = day_of(found.end)
    if today > end:
        return ENDED
    if found.start and today < day_of(found.start):
        return NOT_STARTED
    return ENDS_TODAY if today == end else IN_FORCE


def days_left(order: Order, today: date, zone: str = "") -> int | None:
    """Local days until the day it ends: 30 on the day a 30-day order is handed over, 0 on its last day and after.

    None where no end is known. Before it starts, and with a clock that ran backwards, its whole length.
    """
    found = span(order, zone)
    if not found.end:
        return None
    from_day = max(today, day_of(found.start)) if found.start else today
    return max(0, (day_of(found.end) - from_day).days)


def questions(order: Order, zone: str = "") -> tuple[str, ...]:
    """Dates that do not go together, as ids for a quiet question; nothing is refused or changed.

    handed_before_issued | copy_before_issued | ends_before_start | paper_differs (from the pack by a day or more)
    """
    form, found, rule = order.form, span(order, zone), order.rule
    asked = []
    if form.issued and form.handed_over and earlier(form.handed_over, form.issued):
        asked.append("handed_before_issued")
    if form.issued and form.copy_received and earlier(form.copy_received, form.issued):
        asked.append("copy_before_issued")
    if found.start and found.end and earlier(found.end, found.start):
        asked.append("ends_before_start")
    elif found.end_by == "paper" and found.start and rule is not None:
        asked += ["paper_differs"] if _differs(order, found, rule, zone) else []
    return tuple(asked)


def pack_says_otherwise(order: Order, region: Region) -> bool:
    """Whether a newer edition of the same pack counts differently. The order keeps its rule until she takes it up."""
    if order.rule is None or order.rule.pack != region.id:
        return False
    newer = order_rule(region, order.form.kind)
    return newer is not None and not newer.same_length(order.rule)


def _differs(order: Order, found: Span, rule: OrderRule, zone: str) -> bool:
    if not rule.days:
        return False
    bare = replace(order, form=replace(order.form, paper_end=""), rule=msgspec.structs.replace(rule, days_most=0))
    soonest = day_of(span(bare, zone).end)
    latest = soonest + timedelta(days=max(0, rule.days_most - rule.days))
    return not soonest <= day_of(found.end) <= latest
