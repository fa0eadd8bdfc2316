"""What comes next over orders, cases and promises: a list for Today.

May touch: nothing; it reads orders, breaches, cases and pressure notes. Must never hold a word: what is shown is
named by kind, by the pack's fact and by ids, and a day that lies behind is `passed`, never missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from safeplan.content.facts import Region
from safeplan.content.rules import LimitRule, breach_rule, limit_rules
from safeplan.records import breaches, cases, incidents, order_days, orders, pressure
from safeplan.records.deadlines import Deadline, day_of, from_happened, from_registered, typed_deadline
from safeplan.records.incident_form import Happened
from safeplan.vault.database import Database

ORDER_ENDS, HEARING, DUE, LIMIT, LOOK_AGAIN = KINDS = ("order_ends", "hearing", "due", "limit", "look_again")


@dataclass(frozen=True)
class NextDate:
    """One day. `at` is "14:20" or ""; `kind` one of KINDS; `deadline` says rule, source and days to go.

    Of `order_id`, `case_id`, `item_id`, `breach_id`, `incident_id` those are filled that it belongs to.
    """

    day: str
    at: str
    kind: str
    deadline: Deadline
    order_id: str = ""
    case_id: str = ""
    item_id: str = ""
    breach_id: str = ""
    incident_id: str = ""


def next_dates(
    db: Database, today: date, days: int, *, zone: str = "", region: Region | None = None, back: int = 14
) -> tuple[NextDate, ...]:
    """Every open day from `back` days ago until `days` ahead, the earliest first.

    `zone`: the computer's offset now. Without a region the pack's deadlines are left out. What was settled,
    answered or decided is left out; a hearing stays `back` days, because what came of it is worth writing down.
    """
    rules = limit_rules(region) if region is not None else ()
    found = [*_of_orders(db, today, zone, rules, region), *_of_cases(db, today, rules), *_of_promises(db, today)]
    first, last = -abs(back), abs(days)
    near = (one for one in found if first <= one.deadline.days <= last)
    return tuple(sorted(near, key=lambda one: (one.day, one.at, KINDS.index(one.kind), _ids(one))))


def case_deadlines(db: Database, case: cases.Case, rules: Iterable[LimitRule], today: date) -> tuple[NextDate, ...]:
    """The pack's deadlines that run in a case: from registration while there is no complaint of hers, and from what
    happened while there is no decision."""
    rules, found = tuple(rules), []
    needs_complaint = case.form.on_complaint != "no" and not case.has(cases.COMPLAINT)
    for item in case.items:
        if needs_complaint and item.form.kind == cases.REGISTRATION and case.is_open(item):
            for one in from_registered(rules, item.form.on, today):
                found.append(NextDate(one.due, "", LIMIT, one, case_id=case.id, item_id=item.id))
    if case.form.offence and not case.has(cases.DECISION):
        for incident_id in case.form.incidents:
            happened = _happened(db, incident_id)
            for one in from_happened(rules, happened, today, [case.form.offence]) if happened else ():
                found.append(NextDate(one.due, "", LIMIT, one, case_id=case.id, incident_id=incident_id))
    return tuple(found)


def _of_orders(
    db: Database, today: date, zone: str, rules: tuple[LimitRule, ...], region: Region | None
) -> Iterator[NextDate]:
    for order in orders.list_orders(db):
        span = order_days.span(order, zone)
        if span.end:
            yield NextDate(span.end[:10], span.end[11:], ORDER_ENDS, _end(span, today), order_id=order.id)
        if region is None:
            continue
        rule = breach_rule(region, order.form.kind)
        for breach in breaches.list_breaches(db, order.id) if rule.card else ():
            if breach.form.came_of_it:
                continue
            for one in breaches.breach_deadlines(rules, rule, _breach_day(db, breach), today):
                yield NextDate(
                    one.due,
                    "",
                    LIMIT,
                    one,
                    order_id=order.id,
                    breach_id=breach.id,
                    incident_id=breach.incident_id,
                )


def _end(span: order_days.Span, today: date) -> Deadline:
    if span.rule is None:
        return typed_deadline(span.end, today)
    days, rule = (day_of(span.end) - today).days, span.rule
    return Deadline(span.end[:10], rule.fact, rule.fact, rule.pack, rule.edition, days, days < 0)


def _breach_day(db: Database, breach: breaches.Breach) -> Happened:
    happened = _happened(db, breach.incident_id) if breach.incident_id else None
    if happened is not None and happened.start:
        return happened
    return Happened("day", breach.form.on[:10]) if breach.form.on else Happened()


def _of_cases(db: Database, today: date, rules: tuple[LimitRule, ...]) -> Iterator[NextDate]:
    for case in cases.list_cases(db):
        yield from case_deadlines(db, case, rules, today)
        for item in case.items:
            form, ids = item.form, {"case_id": case.id, "item_id": item.id}
            if form.kind == cases.HEARING and form.on and case.is_open(item):
                yield NextDate(form.on[:10], form.on[11:], HEARING, typed_deadline(form.on, today), **ids)
            if form.due and case.is_open(item):
                yield NextDate(form.due, "", DUE, typed_deadline(form.due, today), **ids)


def _of_promises(db: Database, today: date) -> Iterator[NextDate]:
    for incident_id, note in pressure.open_promises(db):
        if note.look_again:
            day = typed_deadline(note.look_again, today)
            yield NextDate(note.look_again, "", LOOK_AGAIN, day, incident_id=incident_id)


def _happened(db: Database, incident_id: str) -> Happened | None:
    latest = incidents.incident(db, incident_id).latest
    return latest.form.happened if latest else None


def _ids(one: NextDate) -> tuple[str, ...]:
    return one.order_id, one.case_id, one.item_id, one.breach_id, one.incident_id
