"""What the worker does for the pages of a counsellor's desk: the list of clients, and the folders that lie here.

May touch: the desk's own store, the names of folders, and the sealed notes beside it. Must never open a client's
store: that is another process.
"""

from __future__ import annotations

import contextlib
import functools
from dataclasses import dataclass
from datetime import date

from safeplan import errors
from safeplan.records import clients, counts, desk_box
from safeplan.records.clients import Client
from safeplan.records.desk_box import Note
from safeplan.records.sessions_held import unpacked
from ui.background import Job, Session


@dataclass(frozen=True)
class DeskView:
    """The list as searched, and folders and lines that miss each other. Numbers are the clients'."""

    searched: str
    listed: tuple[Client, ...]
    unlisted_folders: tuple[int, ...]
    without_folder: frozenset[int]


def look(session: Session, job: Job, *, search: str) -> DeskView:
    """The list whose names hold every word of `search`."""
    del job
    loose = clients.loose(session.database, session.files)
    found = clients.list_clients(session.database, search)
    return DeskView(search, found, loose.folders, frozenset(loose.lines))


def rename(session: Session, job: Job, *, number: int, alias: str) -> Client:
    """Another agreed name, or none."""
    del job
    return clients.rename_client(session.database, session.clock, number, alias)


def write_call_back(session: Session, job: Job, *, number: int, words: str) -> Client:
    """How she agreed to be called back."""
    del job
    return clients.write_call_back(session.database, session.clock, number, words)


def one_client(session: Session, job: Job, *, number: int) -> Client:
    """One line of the list."""
    del job
    return clients.client(session.database, number)


def list_folder(session: Session, job: Job, *, number: int) -> Client:
    """A line for a folder that a session left."""
    del job
    return clients.list_folder(session.database, session.clock, session.files, number)


def drop_line(session: Session, job: Job, *, number: int) -> None:
    """Take away a line whose folder is gone."""
    del job
    clients.remove_client(session.database, session.files, number)


def open_box(session: Session, job: Job) -> bytes:
    """The desk's store was opened: take what sessions left for it, and let go what is agreed to no longer.

    What further notes are sealed with; b"" where nothing can be written.
    """
    del job
    if session.vault is None or session.vault.read_only:
        return b""
    db, clock = session.database, session.clock
    desk_box.collect_notes(db, session.files, functools.partial(_use_note, session))
    clients.forget_what_is_over(db, clock)
    return desk_box.box_key(db)


def _use_note(session: Session, note: Note) -> None:
    db, clock = session.database, session.clock
    if note.kind == desk_box.COUNTED:
        # Notes of earlier versions have no month.
        first, second, third, month, _ = note.numbers
        counts.count_session(db, clock, *unpacked(first, second, third), month)
        return
    number, folder, second_slot, alias, calls = note.numbers
    until, alias_until, call_back_until = (_day(one) for one in (folder, alias, calls))
    if note.kind != desk_box.AGREED:
        raise errors.Bug(code="note-kind")
    # A line without a name, where she has none here yet: a folder that may stay must be known by its day.
    if number in clients.folders(session.files):
        clients.list_folder(db, clock, session.files, number)
    with contextlib.suppress(errors.NotThere):
        clients.keep_client_until(db, number, until)
        clients.note_second_slot(db, number, bool(second_slot))
        clients.note_agreed(db, clock, number, alias_until, call_back_until)


def _day(number: int) -> str:
    if not 0 <= number <= date.max.toordinal():
        raise errors.Bug(code="note-day")
    return date.fromordinal(number).isoformat() if number else ""


def note_opened(session: Session, job: Job, *, number: int) -> Client:
    """A session with this client begins."""
    del job
    return clients.note_session(session.database, session.clock, number)
