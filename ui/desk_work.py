"""What the worker does for the pages of a counsellor's desk: the list of clients, and the folders that lie here.

May touch: the desk's own store and the names of folders. Must never open a client's store: that is another process.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan.records import clients
from safeplan.records.clients import Client
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
    return clients.rename_client(session.database, number, alias)


def list_folder(session: Session, job: Job, *, number: int, alias: str) -> Client:
    """A line for a folder that a session left."""
    del job
    return clients.list_folder(session.database, session.clock, session.files, number, alias)


def drop_line(session: Session, job: Job, *, number: int) -> None:
    """Take away a line whose folder is gone."""
    del job
    clients.remove_client(session.database, session.files, number)


def note_opened(session: Session, job: Job, *, number: int) -> Client:
    """A session with this client begins."""
    del job
    return clients.note_session(session.database, session.clock, number)
