"""The table of official numbers, and the one of numbers that are missing, each with the office that holds it.

May touch: nothing but the content it is given. Must never guess an office: where none is written, that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from safeplan.handover.letters import in_a_cell
from safeplan.handover.report_content import ReportContent
from safeplan.handover.report_gather import NUMBERS
from safeplan.handover.report_trail import case_title, order_name
from safeplan.handover.report_words import ReportWords
from safeplan.records.incidents import Incident

# How many letters of one word the columns hold.
_RUN = 14
_LONGEST = 300
# Things of a case that may have a number, and those of which an office always keeps one.
_NUMBERED = ("complaint", "registration", "decision", "hearing", "letter", "answer")
_ALWAYS = ("complaint", "registration", "decision")

# (what, number, day, office, where it stands)
Line = tuple[str, str, str, str, str]


def numbers(content: ReportContent, say: ReportWords) -> dict[str, Any]:
    """{known: rows of five cells, missing: rows of three}; both empty when the part was not chosen."""
    if not content.shows(NUMBERS):
        return {"known": [], "missing": []}
    found = [*_of_entries(content, say), *_of_orders(content, say), *_of_cases(content, say)]
    unknown = say("dates", "unknown")
    return {
        "known": [[_cell(one) for one in line] for line in found if line[1]],
        "missing": [
            [_cell(what), _cell(office or unknown), _cell(at)] for what, no, _, office, at in found if not no
        ],
    }


def _of_entries(content: ReportContent, say: ReportWords) -> Iterator[Line]:
    for number, incident in enumerate(content.incidents, 1):
        yield from _of_entry(say, say("report", "entry", n=number), incident)


def _of_entry(say: ReportWords, at: str, incident: Incident) -> Iterator[Line]:
    paper, form = say.guide.paper, incident.revisions[-1].form
    for call in form.police_calls:
        # What was not taken has no number that anybody could hold.
        if call.statement_number or call.refused != "yes":
            office = ", ".join(one for one in (say("report", "police"), call.officer, call.number_called) if one)
            yield paper["statement_number"], call.statement_number, call.at, office, at
    for care in form.care:
        what = f"{say.guide.care_kinds.get(care.kind, paper['care'])}: {paper['record_number']}"
        yield what, care.record_number, care.at, ", ".join(one for one in (care.where, care.who) if one), at
    exam = form.exam
    if exam.ruling or exam.ordered_by or exam.body:
        yield f"{paper['exam']}: {paper['ruling']}", exam.ruling, exam.on_day, exam.ordered_by or exam.body, at


def _of_orders(content: ReportContent, say: ReportWords) -> Iterator[Line]:
    entries = content.entry_numbers()
    for order in content.case.orders:
        form = order.form
        yield (
            order_name(content, say, order),
            form.number,
            say.local(form.issued),
            form.issued_by,
            say("report", "order"),
        )
    for breach in content.case.breaches:
        if breach.form.reported == "yes":
            at = say("report", "entry", n=entries[breach.incident_id]) if breach.incident_id in entries else ""
            day = say.local(breach.form.reported_at)
            yield say("report", "act_breach_reported"), breach.form.number, day, breach.form.to, at


def _of_cases(content: ReportContent, say: ReportWords) -> Iterator[Line]:
    entries = content.entry_numbers()
    for case in content.case.cases:
        at = f"{say('report', 'case')}: {case_title(case)}" if case_title(case) else say("report", "case")
        yield say("report", "case_number_plain"), case.form.number, "", case.form.body, at
        for item in case.items:
            form = item.form
            if form.kind in _ALWAYS or (form.kind in _NUMBERED and form.number):
                about = say("report", "entry", n=entries[form.incident_id]) if form.incident_id in entries else at
                office = ", ".join(one for one in (content.case.named(form.who), form.where) if one)
                yield (
                    say("report", f"act_{form.kind}"),
                    form.number,
                    say.local(form.on),
                    office or case.form.body,
                    about,
                )


def _cell(text: str) -> str:
    return in_a_cell(text, _LONGEST, _RUN)
