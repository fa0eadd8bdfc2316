"""A page to take home from a session: her next three steps, what changed since last time, days to keep in mind.

May touch: her store, to read. Must never say what the page is for or which kind of day it is, nor hold more than one
page: paper lies about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from safeplan.clock import Clock
from safeplan.content.facts import Region
from safeplan.handover.labels import load_labels
from safeplan.handover.printable import PrintedPlan, PrintedSection, PrintedStep, compile_plan
from safeplan.records import plan
from safeplan.records.dates import iso_day
from safeplan.records.deadlines import local_day
from safeplan.records.next_dates import next_dates
from safeplan.records.sessions_held import since_last_time
from safeplan.vault.database import Database

# So many fit on one page with the longest words that are printed.
MOST_DONE, MOST_DATES = 4, 6
LONGEST_WORDS = 240
DAYS_AHEAD = 30

WordsOf = Callable[[str, str], str]


@dataclass(frozen=True)
class Summary:
    """What the page says. `next_steps`: at most three, in her words or the guide's; `done` since the last session.

    `since` is the local day of that session, "" at the first one; `new` counts entries written since. `dates` are
    (local day, "14:20" or ""), without a word of what they are; `meeting` is the day agreed on, or "".
    """

    next_steps: tuple[str, ...]
    done: tuple[str, ...]
    since: str
    new: int
    dates: tuple[tuple[str, str], ...]
    meeting: str = ""

    def nothing(self) -> bool:
        """Whether the page would be empty."""
        return not (self.next_steps or self.done or self.new or self.dates or self.meeting)


def summary_of(
    db: Database,
    clock: Clock,
    words_of: WordsOf,
    *,
    present: str = "",
    region: Region | None = None,
    meeting: str = "",
) -> Summary:
    """Gather the page. `words_of(section, suggestion)` gives the guide's words of a step; `present` is the id of the
    session that is being held. Raises DateImpossible for a `meeting` that is no day."""

    def words(section: str, suggestion: str, hers: str) -> str:
        return _short(hers.strip() or words_of(section, suggestion))

    today = local_day(clock)
    last = since_last_time(db, present)
    steps = plan.steps_for_today(db)
    days = [
        (one.day, one.at)
        for one in next_dates(db, today, DAYS_AHEAD, zone=clock.zone(), region=region, back=0)
        if one.day >= today.isoformat()
    ]
    days += [(step.look_again, "") for step in plan.steps(db) if _is_ahead(step, today)]
    return Summary(
        next_steps=tuple(words(step.section, step.suggestion, step.words) for step in steps),
        done=tuple(words(step.section, step.suggestion, step.words) for step in (last.done if last else ())),
        since=last.last.on_day if last else "",
        new=last.entries if last else 0,
        dates=tuple(sorted(set(days)))[:MOST_DATES],
        meeting=iso_day(meeting),
    )


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


def _is_ahead(step: plan.Step, today: date) -> bool:
    return bool(step.look_again) and step.state != "done" and step.look_again >= today.isoformat()


def _short(words: str) -> str:
    """As much as one page has room for; the whole stands in her plan."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_WORDS else line[: LONGEST_WORDS - 1].rstrip() + "…"
