"""Official acts: what was handed in, registered, ordered, heard, decided, refused; in all, or of one entry.

May touch: nothing but the content it is given. Must never call anything late or missed, or name an article that was
not told to her.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from safeplan.handover.report_content import ReportContent
from safeplan.handover.report_words import ReportWords, beside
from safeplan.records.breaches import Breach
from safeplan.records.cases import Case, Item
from safeplan.records.incidents import Incident
from safeplan.records.orders import Order

# The dates of an order that are acts of somebody; when it begins and ends stands in its own table.
_ORDER_ACTS = (("issued", "act_issued"), ("handed_over", "act_handed_over"), ("copy_received", "act_copy_received"))


@dataclass(frozen=True)
class Act:
    """One act. `on`: local day or moment, "" if unknown; `entry`: id of the entry it belongs to, or ""."""

    on: str
    words: str
    where: str = ""
    entry: str = ""


def acts(content: ReportContent, say: ReportWords) -> Iterator[Act]:
    """Every act of the orders and cases that were gathered, in no order."""
    for order in content.case.orders:
        yield from _order_acts(content, say, order)
    for breach in content.case.breaches:
        if breach.form.reported == "yes":
            yield Act(breach.form.reported_at, _reported(content, say, breach), "", breach.incident_id)
    for case in content.case.cases:
        for item in case.items:
            yield Act(item.form.on, item_words(content, say, case, item), item.form.where, item.form.incident_id)


def trail_of(content: ReportContent, say: ReportWords, incident: Incident) -> list[str]:
    """The acts that belong to one entry, the earliest first, each with its day."""
    found = sorted((one for one in acts(content, say) if one.entry == incident.id), key=lambda one: one.on or "~")
    return [f"{say.local(one.on)}: {one.words}" if one.on else one.words for one in found]


def order_name(content: ReportContent, say: ReportWords, order: Order) -> str:
    """Hers, or the pack's name of its kind."""
    names = content.case.order_names.get(order.id, {})
    return order.form.name or beside(*names.values()) or say("report", "order")


def order_title(content: ReportContent, say: ReportWords, order: Order) -> str:
    """Name and number: "Protective order No. 12"."""
    name = order_name(content, say, order)
    return f"{name} {say('report', 'number')} {order.form.number}" if order.form.number else name


def item_words(content: ReportContent, say: ReportWords, case: Case, item: Item) -> str:
    """One thing of a case on one line: kind, number, who, and the words."""
    form = item.form
    facts = [
        say("report", f"act_{form.kind}"),
        f"{say('report', 'number')} {form.number}" if form.number else "",
        content.case.named(form.who),
        form.text,
        f"“{form.words}”" if form.words else "",
        f"{say('report', 'case')}: {case_title(case)}" if case_title(case) else "",
    ]
    return " · ".join(one for one in facts if one)


def case_title(case: Case) -> str:
    """Its number and where it lies; her name for it where there is neither."""
    return ", ".join(one for one in (case.form.number, case.form.body) if one) or case.form.name


def _order_acts(content: ReportContent, say: ReportWords, order: Order) -> Iterator[Act]:
    title = order_title(content, say, order)
    for name, key in _ORDER_ACTS:
        day = getattr(order.form, name)
        if day:
            by = order.form.issued_by if name == "issued" else ""
            yield Act(day, " · ".join(one for one in (f"{title}: {say('report', key)}", by) if one))


def _reported(content: ReportContent, say: ReportWords, breach: Breach) -> str:
    order = next((one for one in content.case.orders if one.id == breach.order_id), None)
    facts = [
        say("report", "act_breach_reported"),
        order_title(content, say, order) if order else "",
        breach.form.to,
        f"{say('report', 'number')} {breach.form.number}" if breach.form.number else "",
    ]
    return " · ".join(one for one in facts if one)
