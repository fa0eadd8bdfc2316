"""What the worker reads for the list of hand-overs: all of them, and everything about one.

May touch: the worker's session, only to read. Must never run in the interface thread.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan import errors
from safeplan.handover import releases
from safeplan.handover.releases import NewSince, Release
from safeplan.records import attachments, incidents
from safeplan.records.incidents import Happened
from ui.background import Job, Session


@dataclass(frozen=True)
class Details:
    """One hand-over. `entries` are (number, when it happened) of those still here, `entries_gone` counts the others;
    `files` names those still here, `files_gone` counts the others."""

    release: Release
    entries: tuple[tuple[int, Happened], ...]
    entries_gone: int
    files: tuple[str, ...]
    files_gone: int
    new: NewSince


def load_handed(session: Session, _job: Job, *, search: str) -> tuple[Release, ...]:
    """All hand-overs in which every word of `search` stands, the newest first."""
    return releases.list_releases(session.database, search)


def load_details(session: Session, _job: Job, *, release_id: str) -> Details:
    """Everything about one. Raises NotThere."""
    db = session.database
    one = releases.release(db, release_id)
    entries, files = [], []
    for incident_id, _revision in one.incidents:
        try:
            found = incidents.incident(db, incident_id)
        except errors.NotThere:
            continue
        if found.latest is not None:
            entries.append((found.number, found.latest.form.happened))
    for file_id in one.files:
        try:
            files.append(attachments.attachment(db, file_id).name)
        except errors.NotThere:
            continue
    return Details(
        one,
        tuple(sorted(entries, key=lambda entry: entry[0])),
        len(one.incidents) - len(entries),
        tuple(files),
        len(one.files) - len(files),
        releases.what_is_new_since(db, one),
    )
