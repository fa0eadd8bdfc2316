"""What the worker does for the pages of a counsellor's desk: the list of clients, and the folders that lie here.

May touch: the desk's own store and the names of folders. Must never open a client's store: that is another process.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safeplan import errors
from safeplan.records import clients, counts
from safeplan.records.clients import Client
from safeplan.records.sessions_held import unpacked
from ui import messages
from ui.background import Job, Session
from ui.messages import Message


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
    return clients.rename_client(session.database, number, alias)


def list_folder(session: Session, job: Job, *, number: int, alias: str) -> Client:
    """A line for a folder that a session left."""
    del job
    return clients.list_folder(session.database, session.clock, session.files, number, alias)


def drop_line(session: Session, job: Job, *, number: int) -> None:
    """Take away a line whose folder is gone."""
    del job
    clients.remove_client(session.database, session.files, number)


def take_post(session: Session, job: Job, *, message: Message) -> None:
    """Numbers that a client's process left for the list or for the counts. Raises Bug when they mean nothing."""
    del job
    db, clock = session.database, session.clock
    first, second, third, *_ = message.numbers
    if message.tag == messages.COUNT_IT:
        counts.count_session(db, clock, *unpacked(first, second, third))
    elif message.tag == messages.AGREED_WITH and first in clients.folders(session.files):
        if not 0 <= second <= date.max.toordinal():
            raise errors.Bug(code="post-day")
        # A line without a name, where she has none here yet: a folder that may stay must be known by its day.
        clients.list_folder(db, clock, session.files, first, "")
        clients.keep_client_until(db, first, date.fromordinal(second).isoformat() if second else "")
        clients.note_second_slot(db, first, bool(third))


def note_opened(session: Session, job: Job, *, number: int) -> Client:
    """A session with this client begins."""
    del job
    return clients.note_session(session.database, session.clock, number)
