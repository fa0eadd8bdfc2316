"""Order terms against breaches, and what pressed her: two parts that appear only when chosen and not empty.

May touch: nothing but the content it is given. Must never say that an order was in force, count its days, or call a
promise broken: only her paper and her words stand here.
"""

from __future__ import annotations

from typing import Any

from safeplan.content.pressure_words import load_pressure_words
from safeplan.handover.letters import one_line
from safeplan.handover.report_content import ReportContent
from safeplan.handover.report_gather import ORDERS, PRESSURE
from safeplan.handover.report_times import happened_words
from safeplan.handover.report_trail import order_title
from safeplan.handover.report_words import ReportWords
from safeplan.records.breaches import Breach
from safeplan.records.orders import Order
from safeplan.records.pressure import PressureNote

_ORDER_DAYS = ("issued", "handed_over", "copy_received", "paper_start", "paper_end")
# As many of her words as stand beside a term; the whole is on the entry's sheet.
_LONGEST = 300


def orders(content: ReportContent, say: ReportWords) -> list[dict[str, Any]]:
    """For each order its rows, its terms in her words, and its breaches, each with rows."""
    if not content.shows(ORDERS):
        return []
    return [
        {
            "title": one_line(order_title(content, say, order)),
            "rows": say.rows(_order_rows(content, say, order)),
            "terms": say.said(order.form.terms) if order.form.terms.strip() else [],
            "breaches": [
                {"title": _breach_title(content, say, one), "rows": say.rows(_breach_rows(content, say, one))}
                for one in _in_time(content, order)
            ],
        }
        for order in content.case.orders
    ]


def pressure(content: ReportContent, say: ReportWords) -> list[dict[str, Any]]:
    """For each entry with a note beside it: {title, rows}."""
    if not content.shows(PRESSURE):
        return []
    found = []
    for number, incident in enumerate(content.incidents, 1):
        note = content.case.pressure.get(incident.id)
        if note is not None:
            form = incident.revisions[-1].form
            rows = [
                (say("report", "happened"), happened_words(say, form.happened, content.anchors)),
                *_note_rows(say, note),
            ]
            found.append({"title": say("report", "entry", n=number), "rows": say.rows(rows)})
    return found


def _order_rows(content: ReportContent, say: ReportWords, order: Order) -> list[tuple[str, str]]:
    form, annex = order.form, content.annex_numbers().get(order.form.photo)
    rows = [
        (say("report", "order_number"), form.number),
        (say("report", "order_issued_by"), form.issued_by),
        (say("report", "order_against"), content.case.named(form.against)),
    ]
    rows += [(say("report", f"order_{name}"), say.local(getattr(form, name))) for name in _ORDER_DAYS]
    rows.append((say.guide.paper["note"], form.notes))
    return [*rows, (say("report", "order_paper"), say("report", "annex", n=annex) if annex else "")]


def _in_time(content: ReportContent, order: Order) -> list[Breach]:
    numbers = content.entry_numbers()
    mine = (one for one in content.case.breaches if one.order_id == order.id)
    return sorted(mine, key=lambda one: (numbers.get(one.incident_id, 0), one.form.on, one.noted_at))


def _breach_title(content: ReportContent, say: ReportWords, breach: Breach) -> str:
    number = content.entry_numbers().get(breach.incident_id)
    return say("report", "entry", n=number) if number else say("report", "breach_without_entry")


def _breach_rows(content: ReportContent, say: ReportWords, breach: Breach) -> list[tuple[str, str]]:
    form = breach.form
    rows = [(say("report", "happened"), say.local(form.on)), (say("report", "breach_what"), form.words)]
    incident = next((one for one in content.incidents if one.id == breach.incident_id), None)
    if incident is not None:
        entry = incident.revisions[-1].form
        rows = [
            (say("report", "happened"), happened_words(say, entry.happened, content.anchors)),
            (say("report", "breach_what"), _beginning(entry.text) or form.words),
        ]
    reported = ", ".join(
        one
        for one in (
            say("report", f"reported_{form.reported}") if form.reported else "",
            say.local(form.reported_at),
            form.to,
            f"{say('report', 'number')} {form.number}" if form.number else "",
        )
        if one
    )
    return [
        *rows,
        (say("report", "breach_reported"), reported),
        (say("report", "breach_answer"), form.answer),
        (say("report", "breach_came"), form.came_of_it),
        (say("report", "article_told"), form.article),
    ]


def _note_rows(say: ReportWords, note: PressureNote) -> list[tuple[str, str]]:
    def word(table: str, key: str) -> str:
        return say.of_both(lambda language: getattr(load_pressure_words(language), table).get(key, "")) if key else ""

    rows = [
        (say("report", "pressure_asked"), "; ".join(word("asked", one) for one in note.asked)),
        (say("report", "pressure_paper"), word("paper", note.paper)),
        (say("report", "pressure_paper_words"), note.paper_words),
        (say("report", "pressure_promised"), f"“{note.promised}”" if note.promised else ""),
    ]
    for one in note.outcomes:
        kept = f"{say('report', 'pressure_kept')}: {word('kept', one.kept)}" if one.kept else ""
        facts = (say.local(one.on), one.words, kept)
        rows.append((say("report", "pressure_came"), " · ".join(fact for fact in facts if fact)))
    return rows


def _beginning(text: str) -> str:
    words = " ".join(text[: _LONGEST * 4].split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
