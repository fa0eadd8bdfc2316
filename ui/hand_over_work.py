"""What the worker does to hand something over: list what there is, make the folder and check it, print the plan.

May touch: the worker's session, the viewer process for pictures, and the one folder she chose. Must never run in the
interface thread, and never put more into a folder than was chosen.
"""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass
from pathlib import Path

from safeplan import errors
from safeplan.content.guide import Guide, load_guide, suggestion
from safeplan.content.regions import load_region
from safeplan.handover import bag, releases
from safeplan.handover.folder import named
from safeplan.handover.labels import load_labels
from safeplan.handover.printable import PrintedPlan, PrintedSection, PrintedStep, compile_plan
from safeplan.handover.releases import Release
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import attachments, incidents, people, plan
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.incidents import Happened
from safeplan.records.plan import Step
from safeplan.vault.database import Database
from ui.background import Job, Session
from ui.viewer import decode_blocking, report_photo, small_copy
from ui.widgets.said_dates import her_now

FIRST_WORDS = 90
_MOST_SAME_NAMES = 100


@dataclass(frozen=True)
class Line:
    """One entry that can be handed over; `size` in bytes of its files, `wordings` how often it was written."""

    id: str
    number: int
    happened: Happened
    first_words: str
    files: int
    size: int
    wordings: int


@dataclass(frozen=True)
class HandOverView:
    """`lines` the last written first; `releases` the newest first; `new_ids` is what the newest of them lacks."""

    lines: tuple[Line, ...] = ()
    releases: tuple[Release, ...] = ()
    new_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class HandedOver:
    """A finished hand-over: `files` counts everything in the folder; `unchanged` is the check after writing."""

    release: Release
    folder: Path
    files: int
    unchanged: bool


@dataclass(frozen=True)
class Paper:
    """What of the plan goes on paper."""

    language: str
    region: str
    title: str
    numbers: bool
    bad_moment: bool
    done_steps: bool


def load_view(session: Session, _job: Job) -> HandOverView:
    """Everything the page shows. Removed entries have nothing to hand over."""
    db = session.database
    lines = []
    for one in incidents.list_incidents(db):
        latest = one.latest
        if latest is not None:
            words = " ".join(latest.form.text[: FIRST_WORDS * 4].split())
            short = words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rsplit(" ", 1)[0] + " …"
            size = sum(info.size for info in one.attachments)
            lines.append(
                Line(one.id, one.number, latest.form.happened, short, len(one.attachments), size, len(one.revisions))
            )
    earlier = releases.list_releases(db)
    new: tuple[str, ...] = ()
    if earlier:
        since = releases.what_is_new_since(db, earlier[0])
        new = (*since.added, *since.changed)
    return HandOverView(tuple(lines), earlier, new)


def hand_over(session: Session, job: Job, *, selection: Selection, folder: Path) -> HandedOver:
    """Make the folder inside `folder` and check it once more. Raises as bag.write_bag."""
    db = session.database

    def picture_of(info: AttachmentInfo) -> bytes | None:
        try:
            pixels = decode_blocking(
                info.kind, attachments.read_chunks(db, info.id), report_photo(), cancelled=job.cancelled
            )
        except errors.Cancelled:
            raise
        except errors.SafePlanError:
            # The file itself leaves unchanged; the report names it without a picture.
            return None
        return small_copy(pixels).data

    release = bag.write_bag(db, session.clock, selection, folder, picture_of, job.progress, job.cancelled)
    verdict = verify_bag(folder / release.folder_name)
    return HandedOver(release, folder / release.folder_name, verdict.files, verdict.status == UNCHANGED)


def print_plan(session: Session, _job: Job, *, paper: Paper, folder: Path) -> Path:
    """Write the plan as one PDF into `folder`; its path.

    Raises NothingChosen, DiskFull, NoPermission, ReadOnlyPlace, FolderNotEmpty (a hundred of that name).
    """
    db = session.database
    today = her_now(session.clock).date()
    printed = _printed(db, paper, load_guide(paper.language))
    states = ("will_do", "done") if paper.done_steps else ("will_do",)
    content = compile_plan(printed, paper.language, today, states)
    return _write_new(folder, f"list-{today:%Y-%m-%d}", content)


def _printed(db: Database, paper: Paper, guide: Guide) -> PrintedPlan:
    known = {one.id: people.shown_name(one, reveal=False) for one in people.list_people(db)}
    steps = plan.steps(db)

    def as_printed(step: Step) -> PrintedStep:
        known_step = suggestion(guide, step.section, step.suggestion)
        words = step.words or (known_step.text if known_step else "")
        return PrintedStep(words, step.state, known.get(step.person_id, ""), step.look_again)

    sections = tuple(
        PrintedSection(head.title, tuple(as_printed(step) for step in steps if step.section == head.id))
        for head in guide.heads
    )
    titles = {head.id for head in guide.heads}
    own = tuple(as_printed(step) for step in steps if step.section not in titles)
    if own:
        # A topic that this edition of the guide does not have.
        sections = (*sections, PrintedSection(load_labels(paper.language)("plan", "title"), own))
    acute: list[str] = []
    if paper.bad_moment:
        answers = plan.answers(db)
        for field in guide.acute.fields:
            said = [line.strip() for line in answers.get(field.id, "").split("\n") if line.strip()]
            if said:
                acute.append(f"{field.label}: {', '.join(said)}")
    numbers: tuple[tuple[str, str], ...] = ()
    if paper.numbers:
        numbers = tuple((line.name, line.value) for line in load_region(paper.region, paper.language).lines)
    return PrintedPlan(sections, tuple(acute), numbers, paper.title)


def _write_new(folder: Path, name: str, content: bytes) -> Path:
    """A file that did not exist before."""
    for count in range(1, _MOST_SAME_NAMES):
        path = folder / (f"{name}.pdf" if count == 1 else f"{name}-{count}.pdf")
        try:
            named(functools.partial(_write_all, path, content))
        except errors.FolderNotEmpty:
            continue
        return path
    raise errors.FolderNotEmpty


def _write_all(path: Path, content: bytes) -> None:
    """Down to the disk; half of it is taken away again."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
