"""When to offer a backup, inside the program only; and the note that one was made and read back.

May touch: the state rows about backups. Must never keep where a backup lies, and never remind outside the program.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from safeplan.clock import Clock, as_text, from_text
from safeplan.vault.backup import make_backup
from safeplan.vault.backup_frame import BackupFacts
from safeplan.vault.database import Database
from safeplan.vault.opened import OpenVault

# A first one early: the first entries are what a broken or taken computer costs most.
FIRST_AFTER_ENTRIES = 3
AFTER_ENTRIES = 10
AFTER_DAYS = 30
NOT_AGAIN_FOR_DAYS = 7

_GET = "SELECT value FROM state WHERE name = ?"
_SET = "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_MADE, _LINES, _PUT_OFF = "backup_made_at", "backup_lines", "backup_put_off_at"
_WRITTEN = (
    "SELECT (SELECT count(*) FROM ledger WHERE seq > ? AND op IN ('add', 'amend', 'attach'))"
    " + (SELECT count(*) FROM waiting WHERE op IN ('add', 'amend', 'attach'))"
)


@dataclass(frozen=True)
class LastBackup:
    """`made_at` is "" while there was none; `written_since` counts entries, corrections and files; UTC."""

    made_at: str
    written_since: int
    put_off_at: str = ""


def backup_is_due(last: LastBackup, now: str) -> bool:
    """Whether a backup should be offered at `now` (UTC text). Nothing new is never a reason.

    Without a backup: from three entries on. Otherwise: ten new ones, or any after thirty days. Put off: not for seven
    days. A clock that went back counts as no time passed; further back than she put it off for, it says nothing, or
    one evening at a computer whose clock runs years ahead would end the offers for years.
    """
    if last.written_since <= 0 or -NOT_AGAIN_FOR_DAYS <= _days(last.put_off_at, now) < NOT_AGAIN_FOR_DAYS:
        return False
    if not last.made_at:
        return last.written_since >= FIRST_AFTER_ENTRIES
    return last.written_since >= AFTER_ENTRIES or _days(last.made_at, now) >= AFTER_DAYS


def last_backup(db: Database) -> LastBackup:
    """The newest backup that was read back whole, and how much was written since."""
    lines, waiting = (db.value(_GET, (_LINES,)) or "0 0").split(" ")
    written = int(db.value(_WRITTEN, (int(lines),))) - int(waiting)
    return LastBackup(db.value(_GET, (_MADE,)) or "", max(0, written), db.value(_GET, (_PUT_OFF,)) or "")


def backup_now(
    vault: OpenVault,
    clock: Clock,
    target: Path,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> BackupFacts:
    """Make a backup (see vault.backup.make_backup) and note that it was made, unless the store is read-only."""
    facts = make_backup(vault, clock, target, progress, cancelled)
    if not vault.read_only:
        note_backup(vault.database, facts)
    return facts


def note_backup(db: Database, facts: BackupFacts) -> None:
    """Note a backup that was read back; where it lies is not kept."""
    waiting = "SELECT count(*) FROM waiting WHERE op IN ('add', 'amend', 'attach')"
    with db.transaction():
        db.execute(_SET, (_MADE, facts.made_at))
        db.execute(_SET, (_LINES, f"{facts.lines} {db.value(waiting)}"))


def put_off_backup(db: Database, clock: Clock) -> None:
    """Do not offer one for a week."""
    db.execute(_SET, (_PUT_OFF, as_text(clock.now())))


def _days(since: str, now: str) -> float:
    if not since:
        return float("inf")
    return (from_text(now) - from_text(since)) / timedelta(days=1)
