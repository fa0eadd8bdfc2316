"""Brings a backup back: beside what is there, or in its place; what was there stays until the other one opens.

May touch: a backup file, to read, and the files of a store in the folder it is given. Must never touch a store before
the backup was opened with its passphrase and read to the end, nor lose one when it is stopped on the way.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from safeplan import errors
from safeplan.paths import VaultFiles, make_private_folder
from safeplan.vault import ballast, container, header, keyslots
from safeplan.vault.backup import PIECE, record_name
from safeplan.vault.backup_frame import END_SIZE, NOTE_SIZE, BackupFacts, could_be_backup, open_note
from safeplan.vault.database import Database, open_database
from safeplan.vault.destroy import destroy_vault
from safeplan.vault.exchange import exchange, settle, settle_later
from safeplan.vault.keyslots import Payload
from safeplan.vault.migrations import STEPS, version
from safeplan.vault.opened import OpenVault
from safeplan.vault.recovery import open_header, typed_secrets
from safeplan.vault.whole_file import must_fit

# What is not a table of its own kind has no root page; the bytes of the files are read piece by piece.
_OTHER_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name <> 'chunk'"
_FILES = "SELECT item, max(place) + 1 FROM chunk GROUP BY item"
# The last byte of a piece is reached through every page of it.
_READ = "SELECT substr(data, -1) FROM chunk WHERE item = ? AND place = ?"
_HEAD = "SELECT seq, entry_hash FROM ledger ORDER BY seq DESC LIMIT 1"

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]


@dataclass
class Backup:
    """A backup that was opened: its facts, and what is needed to bring it back. Call `close()` when done."""

    path: Path
    facts: BackupFacts
    slots: bytes = field(repr=False)
    payload: Payload = field(repr=False)
    _typed: bytearray = field(repr=False)

    def close(self) -> None:
        """Wipe what was held. Safe to call twice."""
        self.payload.wipe()
        keyslots.wipe(self._typed)

    def typed(self) -> bytearray:
        """What opened it, in a copy that its user wipes."""
        return bytearray(self._typed)


# ── Look into one ───────────────────────────────────────────────────────────────────────────────────────────────
def open_backup(untrusted_path: Path, typed: bytearray) -> Backup:
    """Open a backup with the passphrase or spare key of the day it was made (UTF-8, wiped), to see what it holds.

    Raises FileUnreadable (`reason` "no_backup": this file cannot be one), WrongPassphrase, WrongRecoveryCode (reads
    as a spare key), VaultDamaged, VaultTooNew (made by a later program), MemoryShort.
    """
    held = bytearray(typed)
    try:
        note, slots, size = _end_of(untrusted_path)
        secrets, reads_as_code = typed_secrets(typed)
        found = open_header([bytearray(slots)], secrets)
        if found is None:
            raise errors.WrongRecoveryCode if reads_as_code else errors.WrongPassphrase
        payload = found[2]
        mark = keyslots.mark_key(payload.master)
        try:
            facts = open_note(note, mark, slots)
            if facts.shape > len(STEPS):
                raise errors.VaultTooNew(found=facts.shape, known=len(STEPS))
            if facts.size + END_SIZE != size:
                raise errors.VaultDamaged(size=size)
        except BaseException:
            payload.wipe()
            raise
        finally:
            keyslots.wipe(mark)
    except BaseException:
        keyslots.wipe(held)
        raise
    finally:
        keyslots.wipe(typed)
    return Backup(untrusted_path, facts, slots, payload, held)


def _end_of(untrusted_path: Path) -> tuple[bytes, bytes, int]:
    try:
        with untrusted_path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if not untrusted_path.is_file() or not could_be_backup(size):
                raise errors.FileUnreadable(reason="no_backup")
            file.seek(size - END_SIZE)
            end = file.read(END_SIZE)
    except OSError:
        raise errors.FileUnreadable(reason="no_backup") from None
    if len(end) != END_SIZE:
        raise errors.FileVanished
    return end[:NOTE_SIZE], end[NOTE_SIZE:], size


# ── Bring one back ──────────────────────────────────────────────────────────────────────────────────────────────
def restore_beside(backup: Backup, files: VaultFiles, progress: Progress, cancelled: Cancel) -> OpenVault:
    """Bring the backup back into a folder that holds no store yet, and open it: on another computer, a stick, beside.

    `progress(done, total)` in bytes. Raises VaultExists, Cancelled, DiskFull, NoPermission, ReadOnlyPlace,
    FileVanished, VaultDamaged (the backup does not read; nothing is left in the folder), VaultTooNew.
    """
    settle(files)
    if _taken(files) or _taken(files.going):
        raise errors.VaultExists
    folder_there = header.is_there(files.folder)
    try:
        _lay(backup, files, progress, cancelled)
        return container.unlock_with_typed(files, backup.typed())
    except BaseException:
        destroy_vault(files)
        if not folder_there:
            with contextlib.suppress(OSError):
                files.folder.rmdir()
        raise


def restore_instead(
    backup: Backup,
    files: VaultFiles,
    progress: Progress,
    cancelled: Cancel,
    close_it: Callable[[], None] = lambda: None,
) -> OpenVault:
    """Bring the backup back in the place of the store in `files`.

    Whoever has that store open closes it when `close_it` is called: only then, with the other one complete beside it,
    do names change; up to there nothing was touched and cancelling costs nothing. The store that is there stays until
    the other one was opened with its passphrase at its place; whatever goes wrong before, it is back. Then it is
    destroyed. What would be lost by it: safeplan.vault.leftovers tells it. Raises as restore_beside.
    """
    settle(files)
    if not _taken(files):
        return restore_beside(backup, files, progress, cancelled)
    try:
        restore_beside(backup, files.coming, progress, cancelled).close()
        close_it()
        return exchange(files, lambda: container.unlock_with_typed(files, backup.typed()))
    except BaseException:
        settle_later(files)
        raise


def _taken(files: VaultFiles) -> bool:
    try:
        return header.is_there(files.header) or files.data.stat().st_size > 0
    except OSError:
        return header.is_there(files.header)


def _lay(backup: Backup, files: VaultFiles, progress: Progress, cancelled: Cancel) -> None:
    """Data under the spare name, read to the end, then the key file, then the data's own name (as a new store is
    made): killed before the key file there is no store, killed after it the next opening finishes."""
    size = backup.facts.size
    try:
        make_private_folder(files.folder)
        must_fit(files.folder, size + ballast.BALLAST_SIZE)
        files.upgrade_copy.unlink(missing_ok=True)
        progress(0, size)
        handle = os.open(
            files.upgrade_copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )  # fmt: skip
        try:
            done = 0
            for piece in _pieces(backup.path, size):
                if cancelled():
                    raise errors.Cancelled
                header.write_fully(handle, piece)
                done += len(piece)
                progress(done, size)
            os.fsync(handle)
        finally:
            os.close(handle)
        _must_be_whole(files.upgrade_copy, backup)
        if cancelled():
            raise errors.Cancelled
        ballast.lay_ballast(files)
        files.coming_header.unlink(missing_ok=True)
        header.lay_new(files, backup.slots + backup.slots)
        files.upgrade_copy.replace(files.data)
        header.sync_folder(files.folder)
    except OSError as error:
        raise header.named_os_error(error) from None


def _pieces(path: Path, size: int) -> Iterator[bytes]:
    try:
        with path.open("rb", buffering=0) as source:
            left = size
            while left and (piece := source.read(min(PIECE, left))):
                left -= len(piece)
                yield piece
    except OSError:
        raise errors.FileVanished from None
    if left:
        raise errors.FileVanished


def _must_be_whole(path: Path, backup: Backup) -> None:
    """Read the laid data with its key, every page in use: of one that holds nothing nobody needs to know. Raises
    VaultDamaged."""
    database = open_database(path, keyslots.database_key_text(backup.payload))
    try:
        whole = database.reads_through("main", lambda _pages: None) and _is_what_it_says(database, backup.facts)
    except errors.VaultDamaged:
        # It is the copy that is damaged, and not the notes she has here.
        whole = False
    finally:
        database.close()
    if not whole:
        raise errors.VaultDamaged(reason="backup")


def _is_what_it_says(database: Database, facts: BackupFacts) -> bool:
    head = database.row(_HEAD) or (0, bytes(32).hex())
    seen = (record_name(database), int(head[0]), str(head[1]), version(database))
    return seen == (facts.record, facts.lines, facts.head_hex, facts.shape)


# ── Read one without bringing it back ───────────────────────────────────────────────────────────────────────────
def read_backup(
    backup: Backup, progress: Progress = lambda _done, _total: None, cancelled: Cancel = lambda: False
) -> Database:
    """The data inside a backup, read-only and where it lies: nothing is unpacked. The caller closes it.

    `progress(done, total)` in pieces of what was read through. Raises VaultDamaged, FileUnreadable, Cancelled.
    """
    database = open_database(backup.path, keyslots.database_key_text(backup.payload), read_only=True)
    try:
        # Every page in use is checked against its key; what follows the pages was checked when it was opened.
        whole = _reads_through(database, progress, cancelled)
        if not whole or not _is_what_it_says(database, backup.facts):
            raise errors.VaultDamaged(reason="backup")
    except BaseException:
        database.close()
        raise
    return database


def _reads_through(database: Database, progress: Progress, cancelled: Cancel) -> bool:
    """One check of everything says nothing until its end, and files of gigabytes take minutes: so the files are read
    piece by piece, along their index, and every other table is checked on its own."""
    tables = [name for (name,) in database.rows(_OTHER_TABLES)]
    files = database.rows(_FILES)
    done, total = 0, len(tables) + sum(pieces for _item, pieces in files)
    progress(done, total)
    for item, pieces in files:
        for place in range(pieces):
            if cancelled():
                raise errors.Cancelled
            database.rows(_READ, (item, place))
            done += 1
            progress(done, total)
    # Last, because a bad page at the end of a file makes itself heard only when the next one is read.
    for name in tables:
        if cancelled():
            raise errors.Cancelled
        if database.rows("SELECT quick_check FROM pragma_quick_check(?)", (name,)) != [("ok",)]:
            return False
        done += 1
        progress(done, total)
    return True
