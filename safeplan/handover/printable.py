"""Prints her plan: help for now first, then her steps and the lines she chose.

May touch: resources/reports. Must never add a step, a number or a name that is not in what it is given: paper can be
found by anyone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from safeplan import errors
from safeplan.handover.labels import LANGUAGES, Labels, load_labels
from safeplan.handover.letters import breakable, one_line, printable
from safeplan.handover.paper_lines import LaidOut, PaperLine, lay_out
from safeplan.handover.report import compile_template, with_rows

# "Not safe for me" and "not now" stay off paper unless asked for: they tell a finder what she thought of.
PRINTED_STATES = ("will_do", "done")


@dataclass(frozen=True)
class PrintedStep:
    """One step in her words or the guide's; `state` is one of records.plan.STATES, `person` a name to print or ""."""

    words: str
    state: str
    person: str = ""
    look_again: str = ""


@dataclass(frozen=True)
class PrintedSection:
    """A heading of the guide and the steps under it."""

    title: str
    steps: tuple[PrintedStep, ...]


@dataclass(frozen=True)
class PrintedPlan:
    """What goes on paper. `style` is one of paper_lines.STYLES; in all but "usual" every word of ours is left out:
    headings, states, the day of printing. `title` may be hers; empty means the usual one of that style."""

    sections: tuple[PrintedSection, ...]
    lines: tuple[PaperLine, ...] = ()
    style: str = "usual"
    title: str = ""


def compile_plan(plan: PrintedPlan, language: str, day: date, states: Sequence[str] = PRINTED_STATES) -> bytes:
    """The plan as PDF/A bytes, dated `day`. Raises NothingChosen when nothing would be printed."""
    say = _labels(language)
    usual = plan.style == "usual"
    sections = [
        {"title": one_line(section.title) if usual else "", "steps": steps}
        for section in plan.sections
        if (steps := [_step(say, step, usual=usual) for step in section.steps if step.state in states])
    ]
    if not sections and not plan.lines:
        raise errors.NothingChosen
    laid = lay_out(plan.lines, plan.style, language, plan.title)
    title = laid.title if plan.title or not usual else say("plan", "title")
    data = _data(say, day, title, laid)
    return compile_template("reports/plan.typ", {**data, "sections": sections}, with_rows())


def compile_sheet(laid: LaidOut, language: str, day: date) -> bytes:
    """The page for a bad moment, in large letters, as PDF/A bytes. Raises NothingChosen for no lines."""
    if not laid.rows:
        raise errors.NothingChosen
    data = _data(_labels(language), day, laid.title, laid)
    return compile_template("reports/acute.typ", data, with_rows())


def _data(say: Labels, day: date, title: str, laid: LaidOut) -> dict[str, object]:
    return {
        "language": say.language,
        "labels": {**say.tables["plan"], "page": say.tables["report"]["page"]},
        "title": one_line(title),
        "made_date": [day.year, day.month, day.day],
        "made": say.day(day),
        "usual": laid.style == "usual",
        "rows": laid.as_data(),
    }


def _labels(language: str) -> Labels:
    if language not in LANGUAGES:
        raise errors.Bug(code="paper-language")
    return load_labels(language)


def _step(say: Labels, step: PrintedStep, *, usual: bool) -> dict[str, object]:
    notes = []
    if step.person:
        notes.append(f"{say('plan', 'with')} {step.person}" if usual else step.person)
    if step.look_again and usual:
        notes.append(f"{say('plan', 'look_again')}: {say.local(step.look_again)}")
    if usual and step.state not in PRINTED_STATES:
        notes.insert(0, say("plan", f"state_{step.state}"))
    return {
        "words": breakable(printable(step.words)).strip("\n").split("\n"),
        "done": step.state == "done",
        "note": one_line(" · ".join(notes)),
    }
