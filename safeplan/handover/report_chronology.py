"""The chronology: entries and official acts in order of time, the acts in bold; and the cover in front of it.

May touch: nothing but the content it is given. Must never print more of an entry than its first words, or a day that
nobody gave.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from safeplan.handover.letters import in_a_cell, one_line
from safeplan.handover.report_content import ReportContent
from safeplan.handover.report_times import happened_words, when_key
from safeplan.handover.report_trail import acts
from safeplan.handover.report_words import ReportWords
from safeplan.records.incidents import Incident, IncidentForm

# First words in the chronology: two lines of its column.
FIRST_WORDS = 110
# Whole on the entry's own sheet.
LONGEST_CELL = 300
# How many letters of one word the chronology's columns hold.
COLUMN_RUNS = (6, 16, 12, 20, 12)


def cover(content: ReportContent, say: ReportWords) -> list[list[str]]:
    """[label, value] of the cover; what can be filled in by pen stays with an empty value."""
    chosen = content.selection
    typed = (
        ("to", chosen.recipient),
        ("from", chosen.author),
        ("case_number", "; ".join(_case_numbers(content, say))),
        ("asked_for", chosen.asked_for),
        ("purpose", chosen.purpose),
        ("until", say.local(chosen.until)),
        ("entries", str(len(content.incidents))),
        ("annexes", str(len(content.files))),
        ("bundle", content.bundle),
        ("made", say.moment(content.made_at, content.zone)),
    )
    # To whom, from whom and the numbers can be filled in by pen; the others are left out when empty.
    by_pen = ("to", "from", "case_number")
    # What she asks for stands nowhere else.
    return [[say("report", key), say.value(value)] for key, value in typed if value or key in by_pen]


def chronology(content: ReportContent, say: ReportWords) -> list[dict[str, Any]]:
    """Rows of {cells: [number, when, where, annexes], words, acts, act}; `act` rows are official acts alone."""
    rows = [
        (when_key(incident, content.anchors), 1, _entry_row(content, say, number, incident))
        for number, incident in enumerate(content.incidents, 1)
    ]
    for one in acts(content, say):
        # What has no day stands last; left out, it would look as if it had not been.
        day = say.local(one.on) or say("dates", "unknown")
        rows.append((one.on or "~", 0, _row("", day, one.where, "", "", [one.words], act=True)))
    return [row for _, _, row in sorted(rows, key=lambda row: row[:2])]


def _case_numbers(content: ReportContent, say: ReportWords) -> Iterator[str]:
    if content.selection.case_number:
        yield content.selection.case_number
    for case in content.case.cases:
        if case.form.number and case.form.number != content.selection.case_number:
            yield ", ".join(one for one in (case.form.number, case.form.body) if one)
        for item in case.items:
            if item.form.kind == "registration" and item.form.number:
                yield f"{say('report', 'act_registration')} {say('report', 'number')} {item.form.number}"


def _entry_row(content: ReportContent, say: ReportWords, number: int, incident: Incident) -> dict[str, Any]:
    form, numbers = incident.revisions[-1].form, content.annex_numbers()
    annexes = ", ".join(str(numbers[info.id]) for info in incident.attachments if info.id in numbers)
    when = happened_words(say, form.happened, content.anchors)
    return _row(str(number), when, form.place, annexes, _first_words(form.text), list(_acts_of(say, form)), act=False)


def _row(
    number: str, when: str, where: str, annexes: str, words: str, acts: list[str], *, act: bool
) -> dict[str, Any]:
    return {
        "cells": [
            one_line(number, COLUMN_RUNS[0]),
            in_a_cell(when, LONGEST_CELL, COLUMN_RUNS[1]),
            in_a_cell(where, LONGEST_CELL, COLUMN_RUNS[2]),
            one_line(annexes, COLUMN_RUNS[4]),
        ],
        "words": one_line(words, COLUMN_RUNS[3]),
        "acts": [one_line(_first_words(one, LONGEST_CELL), COLUMN_RUNS[3]) for one in acts],
        "act": act,
    }


def _acts_of(say: ReportWords, form: IncidentForm) -> Iterator[str]:
    """Police, doctor and examination, as they stand in an entry."""
    paper, number = say.guide.paper, say("report", "number")
    for call in form.police_calls:
        facts = (
            call.number_called,
            call.at,
            call.officer,
            call.statement_number and f"{number} {call.statement_number}",
        )
        refused = paper["refused"] if call.refused == "yes" else ""
        yield _joined(say("report", "police"), *facts, refused)
    for care in form.care:
        record = care.record_number and f"{number} {care.record_number}"
        yield _joined(say.guide.care_kinds.get(care.kind, paper["care"]), care.where, care.at, record)
    exam = form.exam
    if exam.ordered_by or exam.ruling or exam.on_day or exam.body:
        ruling = exam.ruling and f"{number} {exam.ruling}"
        yield _joined(paper["exam"], exam.on_day, exam.ordered_by, ruling)


def _joined(label: str, *facts: str) -> str:
    said = ", ".join(one for one in facts if one)
    return f"{label}: {said}" if said else label


def _first_words(text: str, longest: int = FIRST_WORDS) -> str:
    words = " ".join(text[: longest * 4].split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
