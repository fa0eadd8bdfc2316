"""What the worker does about copies to take along: make one, look into one, bring one back, take something in.

May touch: the worker's session, and the files and folders she chose. Must never run in the interface thread, and
never let what opens a copy leave the worker.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from safeplan import errors
from safeplan.clock import as_text
from safeplan.handover.taking_in import source_from_bag
from safeplan.paths import vault_files
from safeplan.records import merge, reminders
from safeplan.records.merge import Comparison, TakenIn
from safeplan.records.merge_source import Source, source_from_backup
from safeplan.records.reminders import LastBackup
from safeplan.vault import header, restore
from safeplan.vault.backup_frame import BackupFacts
from safeplan.vault.database import Database
from safeplan.vault.leftovers import WouldBeLost, what_would_be_lost
from safeplan.vault.opened import OpenVault
from safeplan.vault.restore import Backup
from ui.background import Job, Session
from ui.first_words import first_words
from ui.opening import Opened, begin

# Where a copy lies beside: the name that the program looks for beside itself.
BESIDE = "data"
MOST_SHOWN = 30


class Held:
    """What stays open between looking into something and using it. Made by a page, touched by the worker alone."""

    def __init__(self) -> None:
        self.backup: Backup | None = None
        self.database: Database | None = None
        self.comparison: Comparison | None = None
        # Whether what is here had to be closed for it: then it takes its passphrase to open it again.
        self.closed_here = False

    def close(self) -> None:
        """Wipe and close. Safe to call twice."""
        self.comparison = None
        if self.database is not None:
            self.database.close()
        if self.backup is not None:
            self.backup.close()
        self.database = self.backup = None


@dataclass(frozen=True)
class LastView:
    """When a copy was made, and whether one should be offered now."""

    last: LastBackup
    due: bool


@dataclass(frozen=True)
class MadeCopy:
    """A copy that was read back."""

    path: Path
    facts: BackupFacts
    size: int


@dataclass(frozen=True)
class MeetLine:
    """One entry that is not simply the same: how it stands, its number here (0: none), its first words."""

    what: str
    number: int
    words: str


@dataclass(frozen=True)
class Compared:
    """What taking in would do, as counts and lines. `anything`: whether there is something to take."""

    counts: dict[str, int] = field(default_factory=dict)
    lines: tuple[MeetLine, ...] = ()
    size: int = 0
    people_new: int = 0
    people_differ: int = 0
    removed_there: int = 0

    @property
    def anything(self) -> bool:
        """Whether an entry, a correction, a file or a person would come."""
        return bool(self.people_new) or any(self.counts.get(one) for one in (merge.NEW, merge.LONGER, merge.DIFFERS))


@dataclass(frozen=True)
class Look:
    """What is in a copy; `lost` and `compared` only where something is kept here to hold it against."""

    facts: BackupFacts | None
    lost: WouldBeLost | None
    compared: Compared | None


# ── Make ────────────────────────────────────────────────────────────────────────────────────────────────────────
def load_last(session: Session, _job: Job) -> LastView:
    """The newest copy, and whether one is due."""
    last = reminders.last_backup(session.database)
    return LastView(last, reminders.backup_is_due(last, as_text(session.clock.now())))


def put_off(session: Session, job: Job) -> LastView:
    """Do not offer one for a week."""
    if session.vault is not None and not session.vault.read_only:
        reminders.put_off_backup(session.database, session.clock)
    return load_last(session, job)


def make_copy(session: Session, job: Job, *, folder: Path, name: str) -> MadeCopy:
    """Write it, read it back, note its day. Raises as vault.backup.make_backup."""
    if session.vault is None:
        raise errors.Locked
    target = folder / name
    facts = reminders.backup_now(session.vault, session.clock, target, job.progress, job.cancelled)
    return MadeCopy(target, facts, target.stat().st_size)


# ── Look into one ───────────────────────────────────────────────────────────────────────────────────────────────
def look(session: Session, job: Job, *, held: Held, path: Path, typed: bytearray) -> Look:
    """Open the copy and read it through, with progress; `typed` is wiped. Raises as restore.open_backup and
    read_backup."""
    held.close()
    held.backup = restore.open_backup(path, typed)
    facts = held.backup.facts
    try:
        if session.vault is None:
            return Look(facts, None, None)
        held.database = restore.read_backup(held.backup, job.progress, job.cancelled)
        source = source_from_backup(held.database, facts.record, facts.head_hex)
        lost = what_would_be_lost(session.database, session.clock, facts, held.database)
        return Look(facts, lost, _compare(session, held, source))
    except BaseException:
        held.close()
        raise


def look_at_folder(session: Session, job: Job, *, held: Held, folder: Path) -> Look:
    """Check a handed-over folder and compare, with progress. Raises as taking_in.source_from_bag."""
    held.close()
    # In KiB: what goes between threads counts with 32 bits.
    source = source_from_bag(folder, lambda done, total: job.progress(done >> 10, total >> 10), job.cancelled_between)
    return Look(None, None, _compare(session, held, source))


def forget(_session: Session, _job: Job, *, held: Held) -> None:
    """She went elsewhere."""
    held.close()


def _compare(session: Session, held: Held, source: Source) -> Compared:
    held.comparison = found = merge.compare(session.database, source)
    kinds = (merge.NEW, merge.KNOWN, merge.LONGER, merge.DIFFERS, merge.REMOVED_HERE)
    lines = []
    for one in found.meetings:
        if one.what == merge.KNOWN:
            continue
        lines.append(MeetLine(one.what, one.number, first_words(one.entry.revisions[-1].form.text)))
    counts = {kind: found.count(kind) for kind in kinds}
    counts[merge.REMOVED_HERE] += found.removed_files
    return Compared(
        counts,
        tuple(lines),
        found.bytes,
        found.people_new,
        found.people_differ,
        found.removed_there,
    )


def take_in(session: Session, job: Job, *, held: Held, also_removed: bool) -> TakenIn:
    """Take in what was compared last. Raises as merge.take_in."""
    if held.comparison is None:
        raise errors.NothingChosen
    if session.vault is None:
        raise errors.Locked
    session.vault.must_be_writable()
    taken = merge.take_in(
        session.database,
        session.clock,
        held.comparison,
        job.progress,
        job.cancelled_between,
        also_removed=also_removed,
    )
    # The copy itself stays open: it can still be put beside or brought back.
    held.comparison = None
    return taken


# ── Bring one back ──────────────────────────────────────────────────────────────────────────────────────────────
def put_beside(_session: Session, job: Job, *, held: Held, folder: Path) -> Path:
    """Lay the copy into a new folder in `folder`; where it lies. Raises as restore.restore_beside."""
    place = folder / BESIDE
    if header.is_there(place):
        raise errors.VaultExists
    restore.restore_beside(_backup(held), vault_files(place), job.progress, job.cancelled).close()
    held.close()
    return place


def bring_back(session: Session, job: Job, *, held: Held) -> Opened:
    """Bring the copy back in the place of what is here, if there is anything, and open it.

    The open store is closed when the copy is complete beside it; whatever goes wrong or is cancelled before costs
    nothing. `held.closed_here` tells which it was when this raises; its files are then as they were. Raises as
    restore.restore_instead.
    """
    held.closed_here = False

    def close_it() -> None:
        if session.vault is not None:
            session.vault.close()
            session.vault = None
            held.closed_here = True

    backup = _backup(held)
    vault: OpenVault = restore.restore_instead(backup, session.files, job.progress, job.cancelled, close_it)
    held.close()
    return begin(session, vault)


def _backup(held: Held) -> Backup:
    if held.backup is None:
        raise errors.NothingChosen
    return held.backup
