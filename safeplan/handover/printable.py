"""Prints her plan: help for now first, then her steps and the numbers she chose.

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
from safeplan.handover.report import compile_template

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
    """What goes on paper. `acute` are the lines of the acute page, `numbers` are (name, number) pairs.

    `title` may be hers, so that the paper need not say what it is; empty means the usual one.
    """

    sections: tuple[PrintedSection, ...]
    acute: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    title: str = ""


def compile_plan(plan: PrintedPlan, language: str, day: date, states: Sequence[str] = PRINTED_STATES) -> bytes:
    """The plan as PDF/A bytes, dated `day`. Raises NothingChosen when nothing would be printed."""
    if language not in LANGUAGES:
        raise errors.Bug(code="plan-language")
    say = load_labels(language)
    sections = [
        {"title": one_line(section.title), "steps": steps}
        for section in plan.sections
        if (steps := [_step(say, step) for step in section.steps if step.state in states])
    ]
    if not sections and not plan.acute and not plan.numbers:
        raise errors.NothingChosen
    data = {
        "language": language,
        "labels": {**say.tables["plan"], "page": say.tables["report"]["page"]},
        "title": one_line(plan.title) or say("plan", "title"),
        "made_date": [day.year, day.month, day.day],
        "made": say.day(day),
        "acute": [one_line(line) for line in plan.acute if line.strip()],
        "numbers": [[one_line(name), one_line(number)] for name, number in plan.numbers],
        "sections": sections,
    }
    return compile_template("reports/plan.typ", data, {})


def _step(say: Labels, step: PrintedStep) -> dict[str, object]:
    notes = []
    if step.person:
        notes.append(f"{say('plan', 'with')} {step.person}")
    if step.look_again:
        notes.append(f"{say('plan', 'look_again')}: {say.local(step.look_again)}")
    return {
        "words": breakable(printable(step.words)).strip("\n").split("\n"),
        "done": step.state == "done",
        "state": say("plan", f"state_{step.state}"),
        "note": one_line(" · ".join(notes)),
    }
