"""Numbers that a client's process leaves for the desk: sealed, so that nobody but the desk's own store can read them.

May touch: one file beside the desk's store, and two values in that store. Must never hold a word or a name, lie there
readable, or hand one note over twice: whatever is killed in between, it is counted once.
"""

from __future__ import annotations

import os
import secrets
import struct
from collections.abc import Callable
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from safeplan import errors
from safeplan.paths import VaultFiles
from safeplan.records.wording import sha256_hex
from safeplan.vault.database import Database
from safeplan.vault.header import named_os_error, sync_folder, write_fully

# What a note is about: a session that has ended, or what a client agrees to now.
COUNTED, AGREED = 1, 2
KEY_SIZE = 32
# More than a year of sessions without the desk being opened once.
MOST = 4096

# Which kind, five numbers, and noise: two notes of the same numbers are two notes.
_NOTE = struct.Struct("<Biiiii11s")
RECORD = _NOTE.size + 48
_KEY, _TAKEN = "box_key", "box_taken"
_GET = "SELECT value FROM state WHERE name = ?"
_SET = "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_DROP = "DELETE FROM state WHERE name = ?"


@dataclass(frozen=True)
class Note:
    """`kind` is COUNTED or AGREED; what the five numbers mean say those who write and read it."""

    kind: int
    numbers: tuple[int, int, int, int, int]


def box_key(db: Database) -> bytes:
    """What the desk's notes are sealed with; its other half is made once and never leaves this store."""
    return bytes(_private(db).public_key)


def leave_note(files: VaultFiles, key: bytes, note: Note) -> None:
    """Add one note for the desk, whose own files are `files`; it is on the disk when this returns.

    Raises DiskFull, NoPermission, ReadOnlyPlace, and Bug for what is no key.
    """
    if len(key) != KEY_SIZE:
        raise errors.Bug(code="box-key")
    sealed = SealedBox(PublicKey(key)).encrypt(_NOTE.pack(note.kind, *note.numbers, secrets.token_bytes(11)))
    try:
        handle = os.open(files.box, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            # A power cut may have left half of one: it is written over.
            whole = os.fstat(handle).st_size // RECORD
            if whole >= MOST:
                raise errors.DiskFull
            os.lseek(handle, whole * RECORD, os.SEEK_SET)
            write_fully(handle, sealed)
            os.fsync(handle)
        finally:
            os.close(handle)
        if not whole:
            sync_folder(files.folder)
    except OSError as error:
        raise named_os_error(error) from None


def collect_notes(db: Database, files: VaultFiles, use: Callable[[Note], None]) -> int:
    """Hand every note to `use`, each once, and take the file away; how many those were.

    What cannot be opened with this desk's key, or means nothing to `use` (Bug), is passed over.
    """
    try:
        found = files.box.read_bytes()
    except OSError:
        return 0
    private, taken = SealedBox(_private(db)), set((db.value(_GET, (_TAKEN,)) or "").split())
    used = 0
    for at in range(0, len(found) // RECORD * RECORD, RECORD):
        sealed = found[at : at + RECORD]
        mark = sha256_hex(sealed.hex())[:32]
        if mark in taken:
            continue
        note = _opened(private, sealed)
        taken.add(mark)
        with db.transaction():
            if note is not None and _used(use, note):
                used += 1
            # Together with what it changed: a kill before the file goes must not count it again.
            db.execute(_SET, (_TAKEN, " ".join(sorted(taken))))
    try:
        files.box.unlink()
        # A power cut could bring the name back, and without their marks its notes would count again.
        sync_folder(files.folder)
    except OSError:
        return used
    db.execute(_DROP, (_TAKEN,))
    return used


def _used(use: Callable[[Note], None], note: Note) -> bool:
    try:
        use(note)
    except errors.Bug:
        return False
    return True


def _opened(private: SealedBox[PrivateKey], sealed: bytes) -> Note | None:
    try:
        kind, *numbers, _noise = _NOTE.unpack(private.decrypt(sealed))
    except (CryptoError, ValueError, TypeError):
        return None
    return Note(kind, tuple(numbers))


def _private(db: Database) -> PrivateKey:
    kept = db.value(_GET, (_KEY,))
    if kept:
        return PrivateKey(bytes.fromhex(kept))
    made = PrivateKey.generate()
    db.execute(_SET, (_KEY, bytes(made).hex()))
    return made
