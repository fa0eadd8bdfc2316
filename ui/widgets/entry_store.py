"""What the page of one entry asks of the store, in the worker.

May touch: the one entry and its files. Must never overwrite a version.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan.content import body_map
from safeplan.records import attachments, custody, file_notes, incidents, people
from safeplan.records.custody import Custody
from safeplan.records.incidents import Incident, IncidentForm
from safeplan.records.merge_source import Claim, claim_of
from safeplan.records.people import Person
from ui.background import Job, Session


@dataclass(frozen=True)
class EntryRead:
    """The entry, her people, the ids of private files, and what was removed from this entry.

    `claims`: for each version what another record says of it, None where it was written here."""

    entry: Incident | None = None
    people: tuple[Person, ...] = ()
    private: frozenset[str] = frozenset()
    removed: tuple[Custody, ...] = ()
    claims: tuple[Claim | None, ...] = ()


def load(session: Session, _job: Job, *, incident_id: str) -> EntryRead:
    """Everything the page shows."""
    db = session.database
    entry = incidents.incident(db, incident_id)
    for revision in entry.revisions:
        for mark in revision.form.marks:
            # Worked out here, where it holds nothing up; it is remembered.
            body_map.view(mark.figure, mark.view)
    removed = () if entry.removed else custody.removed_files(db, incident_id)
    claims = tuple(claim_of(document) for document in incidents.revision_documents(db, incident_id))
    return EntryRead(entry, people.list_people(db), file_notes.private_files(db), removed, claims)


def amend(session: Session, _job: Job, *, incident_id: str, form: IncidentForm, reason: str) -> Incident:
    """Add a version."""
    return incidents.amend_incident(session.database, session.clock, incident_id, form, reason)


def take_back_change(session: Session, _job: Job, *, incident_id: str) -> Incident:
    """Take the newest version of this opening back."""
    return incidents.take_back_amendment(session.database, incident_id)


def take_back(session: Session, job: Job, *, incident_id: str) -> None:
    """As if it had never been."""
    incidents.take_back_incident(session.database, incident_id, job.let_in)


def remove(session: Session, job: Job, *, incident_id: str, keep_hash: bool) -> Incident | None:
    """Its words and files go for good."""
    return incidents.remove_incident(session.database, session.clock, incident_id, keep_hash, job.let_in)


def small_picture(session: Session, _job: Job, *, attachment_id: str) -> bytes | None:
    """The small picture of a file, or None."""
    return attachments.thumbnail(session.database, attachment_id)
