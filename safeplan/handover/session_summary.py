"""Prints the page that is taken home from a session, in one of three languages, on one sheet.

May touch: resources/reports. Must never say what the page is for, and never add a line that is not in what it gets.
"""

from __future__ import annotations

from datetime import date

from safeplan.handover.labels import load_labels
from safeplan.handover.printable import PrintedPlan, PrintedSection, PrintedStep, compile_plan
from safeplan.records.session_page import MOST_DONE, Summary


def as_printed(summary: Summary, language: str, title: str = "") -> PrintedPlan:
    """The page as the plan is printed: headings, and boxes to tick. An empty `title` becomes the usual one."""
    say = load_labels(language)
    sections = [
        PrintedSection(say("summary", "next"), tuple(PrintedStep(one, "will_do") for one in summary.next_steps))
    ]
    changed = [PrintedStep(one, "done") for one in summary.done[:MOST_DONE]]
    if summary.new:
        changed.append(PrintedStep(say("summary", "new", count=summary.new), "done"))
    if summary.since and changed:
        sections.append(PrintedSection(say("summary", "since", day=say.local(summary.since)), tuple(changed)))
    days = [", ".join(part for part in (say.local(day), at) if part) for day, at in summary.dates]
    if summary.meeting:
        days.append(say("summary", "again", day=say.local(summary.meeting)))
    sections.append(PrintedSection(say("summary", "dates"), tuple(PrintedStep(one, "will_do") for one in days)))
    return PrintedPlan(tuple(one for one in sections if one.steps), title=title or say("summary", "title"))


def compile_summary(summary: Summary, language: str, day: date, title: str = "") -> bytes:
    """The page as PDF/A bytes, dated `day`. Raises NothingChosen when it would be empty."""
    return compile_plan(as_printed(summary, language, title), language, day)
