"""What the worker does when somebody takes something along from a kiosk: look, lock it onto a stick, print.

May touch: the worker's session, the one place she chose, a printer where the policy allows one. Must never write to
this computer's own disk where the policy says sticks only, and never keep a phrase after its use.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from safeplan import errors
from safeplan.content.guide import Guide, load_guide
from safeplan.handover.capsule import PLAN, write_capsule
from safeplan.handover.paper_file import write_new
from safeplan.handover.printable import PRINTED_STATES
from safeplan.handover.sealed_pdf import seal_pdf
from safeplan.handover.stick import must_fit
from safeplan.records import own_numbers, plan
from ui import paper_work
from ui.background import Job, Session
from ui.paper_work import PaperChoice
from ui.plan_keeping import step_words
from ui.removable import is_stick, removable_places, sticks


@dataclass(frozen=True)
class HandView:
    """What stands on the page to copy by hand; `numbers` are hers, as (number, whose)."""

    steps: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Taken:
    """What lies there now. `entries` and `files` are 0 for the plan alone."""

    name: str
    entries: int = 0
    files: int = 0


def find_places(_session: Session, _job: Job, *, only_sticks: bool) -> tuple[Path, ...]:
    """Where something can go: the sticks that are plugged in, and where the policy leaves it open any such place."""
    return sticks() if only_sticks else removable_places()


def load_by_hand(session: Session, _job: Job, *, guide: Guide) -> HandView:
    """Her next steps and her own numbers."""
    db = session.database
    steps = tuple(step_words(guide, step) for step in plan.steps_for_today(db))
    numbers = tuple((one.number.strip(), one.name) for one in own_numbers.list_numbers(db) if one.number.strip())
    return HandView(steps, numbers)


def take_all(
    session: Session, job: Job, *, place: Path, phrase: bytearray, only_sticks: bool, least_mib: int
) -> Taken:
    """Everything, locked with `phrase` (wiped), into a folder at `place`. Raises as capsule.write_capsule."""
    try:
        _must_be_allowed(place, only_sticks=only_sticks)
        if session.vault is None:
            raise errors.Locked
        made = write_capsule(
            session.vault, session.clock, phrase, place, job.progress, job.cancelled, least_mib=least_mib
        )
    finally:
        phrase[:] = bytes(len(phrase))
    return Taken(made.folder.name, made.facts.entries, made.facts.files)


def take_plan(
    session: Session, job: Job, *, place: Path, phrase: bytearray, language: str, only_sticks: bool
) -> Taken:
    """The plan as a PDF locked with `phrase` (wiped). Raises NothingChosen, NoPermission, DiskFull, DiskFailing."""
    try:
        _must_be_allowed(place, only_sticks=only_sticks)
        made = paper_work.make_paper(session, job, choice=_whole_plan(language))
        sealed = seal_pdf(made.content, phrase.decode())
    finally:
        phrase[:] = bytes(len(phrase))
    must_fit(place, [len(sealed)])
    if job.cancelled():
        raise errors.Cancelled
    return Taken(write_new(place, PLAN, sealed).name)


def print_plan(session: Session, _job: Job, *, language: str, title: str, numbers: tuple[str, ...]) -> str:
    """The plan on paper; the printer's name, "" when this computer has none of its own. Raises NothingChosen."""
    # Only where it is asked for: it looks for printers as soon as it is there.
    from ui.kiosk_print import print_lines

    sections = paper_work.plan_sections(session.database, _whole_plan(language), load_guide(language))
    lines: list[tuple[str, bool]] = []
    for section in sections:
        steps = [step.words for step in section.steps if step.state in PRINTED_STATES]
        lines += [(section.title, True), *((f"☐  {words}", False) for words in steps)] if steps else []
    if not lines:
        raise errors.NothingChosen
    return print_lines(title, [*lines, *((number, False) for number in numbers)])


def _must_be_allowed(place: Path, *, only_sticks: bool) -> None:
    """Asked again in the moment of writing: a stick that is gone leaves its folder on the computer's own disk."""
    if only_sticks and not is_stick(place):
        raise errors.DiskFailing(reason="gone")


def _whole_plan(language: str) -> PaperChoice:
    return PaperChoice(kind="plan", language=language, style="usual", title="", lines=(), states=PRINTED_STATES)
