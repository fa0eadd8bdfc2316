"""What goes on the page that is taken home from a session: three steps, what changed since last time, days ahead.

May touch: the plan, sessions, orders and cases, only to read. Must never name a day by what it is: paper lies about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from safeplan.clock import Clock
from safeplan.content.facts import Region
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


def _is_ahead(step: plan.Step, today: date) -> bool:
    return bool(step.look_again) and step.state != "done" and step.look_again >= today.isoformat()


def _short(words: str) -> str:
    """As much as one page has room for; the whole stands in her plan."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_WORDS else line[: LONGEST_WORDS - 1].rstrip() + "…"
