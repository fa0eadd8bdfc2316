"""What the worker does at a desk about days that are over: whose folder may lie here no longer, and taking it away.

May touch: the desk's own store, the clients' folders, backups that were noted. Must never take a folder away that
did not stand on the screen before: after a power cut it may be the only copy.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from safeplan.records import kept_copies, retention
from safeplan.records.clients import Client
from ui.background import Job, Session


@dataclass(frozen=True)
class Removed:
    """`gone`: nothing of them can be read here any more; `stayed`: something of them could not be removed."""

    gone: tuple[Client, ...]
    stayed: tuple[Client, ...]


def look(session: Session, job: Job, *, days: int) -> tuple[Client, ...]:
    """Whose day is over; `days` since the last session as the policy says, 0 for none.

    On the way, noted backups of those who went earlier go too: a stick that was not in on the day.
    """
    del job
    db = session.database
    if session.vault is not None and not session.vault.read_only:
        kept_copies.remove_left_copies(db)
    return retention.due_clients(db, session.clock, days)


def remove(session: Session, job: Job, *, days: int, shown: Collection[int]) -> Removed:
    """Destroy what is over of the clients in `shown` (numbers), folder, line and noted backups."""
    gone: list[Client] = []
    stayed: list[Client] = []
    for one in retention.due_clients(session.database, session.clock, days):
        if job.cancelled_between():
            break
        if one.number not in shown:
            continue
        done = retention.purge_client(session.database, session.files, one)
        (stayed if done.folder.left or done.copies.stayed else gone).append(one)
    return Removed(tuple(gone), tuple(stayed))
