"""What the page about the record asks of the store, in the worker: check it, its words, its card, who got what.

May touch: the record, to read; what a check found, to write down; what waits, to fix when she wants words for it; the
one folder she chose for the card. Must never repair anything, and never write down a check that was stopped.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from safeplan.clock import from_text
from safeplan.content.words import word_list
from safeplan.errors import DiskFull
from safeplan.handover.paper_file import write_new
from safeplan.handover.record_card import compile_record_card
from safeplan.records import chain, custody, ledger
from safeplan.records.checking import CheckResult
from safeplan.records.custody import Custody
from safeplan.records.sittings import last_sitting
from safeplan.records.typed_head import find_typed_head
from ui.background import Job, Session
from ui.widgets.said_dates import her_now


@dataclass(frozen=True)
class RecordView:
    """`happened`: what happened to the record, the newest first; `views`: how many viewings are noted."""

    happened: tuple[Custody, ...] = ()
    views: int = 0


@dataclass(frozen=True)
class Checked:
    """What a check found; `lines` counts those in the record and those of this opening. `unnoted`: why it could not
    be written down that it was made."""

    result: CheckResult
    lines: int
    unnoted: DiskFull | None = None


@dataclass(frozen=True)
class RecordHead:
    """The record as far as it is fixed: four words in her language, 64 hex signs, how many lines it has. The words do
    not stand for the `waiting` lines of this opening."""

    words: tuple[str, ...]
    hex: str
    lines: int
    waiting: int


@dataclass(frozen=True)
class FoundHead:
    """`lines`: how many the record had with these words, None when it never had them, which is `rolled_back`;
    `readable` False when they are neither four words of one list nor 64 hex signs, `unknown` then words of no list.
    `newest`: the moment (UTC) of the last of those lines, "" for none."""

    readable: bool
    lines: int | None = None
    lines_now: int = 0
    rolled_back: bool = False
    newest: str = ""
    unknown: tuple[str, ...] = ()


def load_record(session: Session, _job: Job) -> RecordView:
    """Who got what, and how many viewings are noted."""
    db = session.database
    return RecordView(custody.of_record(db), custody.count_views(db))


def check_record(session: Session, job: Job) -> Checked:
    """Compare everything kept with the record and write down what was found; reports progress, raises Cancelled."""
    result, unnoted = ledger.check(session.database, job.progress, job.cancelled_between), None
    if session.vault is not None and not session.vault.read_only:
        try:
            custody.note_check(session.database, session.clock, result)
        except DiskFull as full:
            unnoted = full
    return Checked(result, result.entries + ledger.waiting_count(session.database), unnoted)


def count_waiting(session: Session, _job: Job) -> int:
    """How many lines of this opening the words could stand for too; 0 where nothing can be fixed."""
    if session.vault is None or session.vault.read_only:
        return 0
    return ledger.waiting_count(session.database)


def record_head(session: Session, _job: Job, *, language: str, fix: bool = False) -> RecordHead:
    """The newest state, in words of `language`. `fix`: what waits is fixed first, so that it belongs to it."""
    if fix:
        ledger.fix_pending(session.database, session.clock)
    head, words = ledger.head(session.database), word_list(language)
    waiting = ledger.waiting_count(session.database)
    return RecordHead(tuple(words[index] for index in head.words), head.merkle_root_hex, head.seq, waiting)


def find_head(session: Session, _job: Job, *, untrusted_text: str) -> FoundHead:
    """When the record had these words (of any of the three languages) or this long number."""
    db = session.database
    found = find_typed_head(db, untrusted_text)
    newest = chain.entry(db, found.lines).recorded_at if found.lines else ""
    return FoundHead(bool(found.kind), found.lines, found.lines_now, found.rolled_back, newest, found.unknown)


def write_card(session: Session, job: Job, *, language: str, folder: Path, name: str, fix: bool = False) -> Path:
    """Write the card of the present state into `folder`; where it lies. Raises as write_new; then nothing is fixed.

    `fix` as for record_head; without it a card that leaves out something says up to which opening it speaks.
    """
    with session.database.transaction():
        head = record_head(session, job, language=language, fix=fix)
        day = her_now(session.clock)
        opened = last_sitting(session.database).last_opened
        if head.waiting and opened:
            day = from_text(opened).astimezone(day.tzinfo)
        card = compile_record_card(head.words, head.hex, day.date(), language, at_opening=bool(head.waiting))
        return write_new(folder, name, card)


def forget_views(session: Session, _job: Job) -> RecordView:
    """Take away every viewing that was noted."""
    custody.forget_views(session.database)
    return load_record(session, _job)


def of_file(session: Session, _job: Job, *, attachment_id: str) -> tuple[Custody, ...]:
    """Everything that happened to one file."""
    return custody.of_file(session.database, attachment_id)


def last_check(happened: tuple[Custody, ...]) -> Custody | None:
    """The newest check of everything, or None."""
    checks = (one for one in happened if one.what == custody.CHECKED)
    return max(checks, key=lambda one: from_text(one.at), default=None)
