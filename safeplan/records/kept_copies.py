"""Backups that have to go on a day: where each lies, so that a date that was agreed on reaches it too.

May touch: the table kept_copy, and the files it names once they are known to be those. Must never be filled at home,
where nobody needs to know where a copy lies, nor with the copy that she takes along.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records.wording import keep_as_typed, new_id
from safeplan.vault.backup_frame import END_SIZE, could_be_backup
from safeplan.vault.database import Database
from safeplan.vault.header import write_fully

_COLUMNS = "id, client, place, made_at, end_sha256, size"
_ADD = f"INSERT INTO kept_copy ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
_ALL = f"SELECT {_COLUMNS} FROM kept_copy ORDER BY made_at DESC, rowid DESC"
_DROP = "DELETE FROM kept_copy WHERE id = ?"


@dataclass(frozen=True)
class KeptCopy:
    """One backup. `client`: whose, in a desk's own store; 0 for one of this store. `place` is a path."""

    id: str
    client: int
    place: str
    made_at: str
    end_sha256: str
    size: int


@dataclass(frozen=True)
class RemovedCopies:
    """`removed`: how many were found and are gone. `not_found`: paths where none lies now (a stick that is not in);
    `stayed`: paths where it lies and could not be removed. Both stay noted, to be tried again."""

    removed: int
    not_found: tuple[str, ...]
    stayed: tuple[str, ...]


def note_copy(db: Database, clock: Clock, path: Path, client: int = 0) -> KeptCopy:
    """Note a backup this program has just made. Raises FileUnreadable when none lies there."""
    end = _end_of(path)
    if end is None:
        raise errors.FileUnreadable(reason="no_backup")
    made = KeptCopy(new_id(), client, keep_as_typed(str(path.absolute())), as_text(clock.now()), *end)
    db.execute(_ADD, (made.id, made.client, made.place, made.made_at, made.end_sha256, made.size))
    return made


def list_copies(db: Database, client: int = 0) -> tuple[KeptCopy, ...]:
    """The noted backups of one client (0: of this store), the newest first."""
    return tuple(one for one in (KeptCopy(*row) for row in db.rows(_ALL)) if one.client == client)


def remove_copies(db: Database, client: int = 0, made_by: str | None = None) -> RemovedCopies:
    """Remove every noted backup of a client that still lies where it was made; another file of that name stays.

    `made_by`: only those made at that moment (UTC) or before. Key slots are overwritten first: without them nothing
    in a backup can be read.
    """
    meant = [one for one in list_copies(db, client) if made_by is None or one.made_at <= made_by]
    return _remove_all(db, meant)


def remove_left_copies(db: Database) -> RemovedCopies:
    """The same for clients who are not in the desk's list any more: a stick that was not in on the day."""
    listed = {0} | {number for (number,) in db.rows("SELECT number FROM client")}
    return _remove_all(db, [one for one in (KeptCopy(*row) for row in db.rows(_ALL)) if one.client not in listed])


def _remove_all(db: Database, meant: Iterable[KeptCopy]) -> RemovedCopies:
    removed, not_found, stayed = 0, [], []
    for one in meant:
        path = Path(one.place)
        if _end_of(path) != (one.end_sha256, one.size):
            not_found.append(one.place)
            continue
        if not _remove(path, one.size):
            stayed.append(one.place)
            continue
        db.execute(_DROP, (one.id,))
        removed += 1
    return RemovedCopies(removed, tuple(not_found), tuple(stayed))


def forget_copy(db: Database, id: str) -> None:
    """Forget where one lies, for a stick that is gone for good. Raises NotThere."""
    if not db.execute(_DROP, (id,)):
        raise errors.NotThere


def _end_of(untrusted_path: Path) -> tuple[str, int] | None:
    """(hash of the last bytes, size) of what could be a backup; a link is none."""
    try:
        if untrusted_path.is_symlink() or not untrusted_path.is_file():
            return None
        with untrusted_path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if not could_be_backup(size):
                return None
            file.seek(size - END_SIZE)
            return hashlib.sha256(file.read(END_SIZE)).hexdigest(), size
    except (OSError, ValueError):
        return None


def _remove(path: Path, size: int) -> bool:
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        try:
            os.lseek(handle, size - END_SIZE, os.SEEK_SET)
            write_fully(handle, os.urandom(END_SIZE))
            os.fsync(handle)
        finally:
            os.close(handle)
    try:
        path.unlink()
    except OSError:
        return False
    return True
