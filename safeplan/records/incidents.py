"""Entries of the log: what happened, in her words; an edit adds a revision, nothing is ever overwritten.

May touch: incident, revision, tombstone, the index, the waiting list, a begun correction. Must never rewrite a
revision, never take the time of writing for the time it happened, and never demand a field: a line or a file will do.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import attachments, chain, drafts, search
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.incident_document import as_plain, checked, from_plain, words_of
from safeplan.records.incident_form import CHILDREN_PRESENT as CHILDREN_PRESENT
from safeplan.records.incident_form import KINDS as KINDS
from safeplan.records.incident_form import Happened as Happened
from safeplan.records.incident_form import IncidentForm as IncidentForm
from safeplan.records.removal import INCIDENT, Tombstone, bury, tombstone
from safeplan.records.wording import canonical, keep_as_typed, let_others_run, new_id, sha256_hex
from safeplan.vault.database import Database

_NUMBER = "SELECT coalesce(max(number), 0) + 1 FROM incident"
_ADD = "INSERT INTO incident (row, id, number) VALUES (abs(random() / 2), ?, ?)"
_FIND = "SELECT row, number FROM incident WHERE id = ?"
_PAGE = "SELECT id, number FROM incident WHERE number < ? ORDER BY number DESC LIMIT ?"
_DROP = "DELETE FROM incident WHERE id = ?"
_LATER = "SELECT id, number FROM incident WHERE number > ? ORDER BY number"
_RENUMBER = "UPDATE incident SET number = ? WHERE id = ?"
_REVISIONS = "SELECT number, document, seq FROM revision WHERE incident_id = ? ORDER BY number"
_ADD_REVISION = "INSERT INTO revision (incident_id, number, document) VALUES (?, ?, ?)"
_DROP_REVISION = "DELETE FROM revision WHERE incident_id = ? AND number = ?"
_DROP_REVISIONS = "DELETE FROM revision WHERE incident_id = ?"


@dataclass(frozen=True)
class Revision:
    """One writing of an entry; number 1 is the first. `reason` says why a later one was written."""

    number: int
    form: IncidentForm
    written_at: str
    zone: str
    reason: str
    seq: int | None = None


@dataclass(frozen=True)
class Incident:
    """An entry with all its revisions; a removed one has none, only its number and its tombstone."""

    id: str
    number: int
    revisions: tuple[Revision, ...]
    attachments: tuple[AttachmentInfo, ...]
    fixed: bool
    removed: Tombstone | None = None

    @property
    def latest(self) -> Revision | None:
        """The newest revision; None for a removed entry."""
        return self.revisions[-1] if self.revisions else None

    @property
    def written_at(self) -> str:
        """When the first revision was written, UTC; "" for a removed entry."""
        return self.revisions[0].written_at if self.revisions else ""


def add_incident(db: Database, clock: Clock, form: IncidentForm, *, with_file: bool = False) -> Incident:
    """Keep a new entry. `with_file`: a file follows, so the form may be empty.

    Raises NothingWritten, DateImpossible.
    """
    form = checked(form)
    if not with_file and is_empty(form):
        raise errors.NothingWritten
    made = new_id()
    with db.transaction():
        db.execute(_ADD, (made, db.value(_NUMBER)))
        _write_revision(db, clock, made, 1, form, "")
    return incident(db, made)


def amend_incident(db: Database, clock: Clock, id: str, form: IncidentForm, reason: str) -> Incident:
    """Add a revision; the earlier ones stay. `reason` may be empty. Raises NotThere, DateImpossible.

    A form that changes nothing adds nothing.
    """
    form, known = checked(form), incident(db, id)
    latest = known.latest
    if latest is None:
        raise errors.NotThere
    if form != latest.form:
        with db.transaction():
            _write_revision(db, clock, id, latest.number + 1, form, keep_as_typed(reason))
    return incident(db, id)


def take_back_incident(db: Database, id: str, between: attachments.Between = lambda: None) -> None:
    """Make an entry of this opening as if it had never been, files and index included.

    `between` as in attachments.remove_attachment. Raises EntryAlreadyFixed from the next opening (or hand-over) on,
    NotThere.
    """
    known = incident(db, id)
    if known.fixed:
        raise errors.EntryAlreadyFixed(number=known.number)
    with db.transaction():
        for file in known.attachments:
            attachments.drop_unfixed(db, file.id)
        search.forget_words(db, _row(db, id))
        chain.take_back(db, id)
        db.execute(_DROP_REVISIONS, (id,))
        db.execute(_DROP, (id,))
        drafts.clear_draft(db, draft_name(id))
        # A missing number would tell that something stood here. Later entries are of this opening too.
        for later, number in db.rows(_LATER, (known.number,)):
            db.execute(_RENUMBER, (number - 1, later))
    attachments.collect_unfinished(db, between)


def take_back_amendment(db: Database, id: str) -> Incident:
    """Take back the newest amendment of this opening. Raises EntryAlreadyFixed, NotThere."""
    known = incident(db, id)
    latest = known.latest
    if latest is None or latest.number == 1:
        raise errors.NotThere
    if latest.seq is not None:
        raise errors.EntryAlreadyFixed(number=known.number)
    with db.transaction():
        chain.take_back(db, id, latest.number)
        db.execute(_DROP_REVISION, (id, latest.number))
        _index(db, id, known.revisions[-2].form)
    return incident(db, id)


def remove_incident(
    db: Database,
    clock: Clock,
    id: str,
    keep_hash: bool,  # noqa: FBT001
    between: attachments.Between = lambda: None,
) -> Incident | None:
    """Delete an entry's words and files for good; number and tombstone stay.

    `keep_hash` keeps the hashes, so that an earlier copy in someone's hands can still be recognised. What the ledger
    keeps either way is a hash over words and a random salt that is deleted with them: it can be matched with nothing.
    An entry of this opening is taken back instead, and None is returned. `between` as in
    attachments.remove_attachment. Raises NotThere.
    """
    known = incident(db, id)
    if known.removed:
        raise errors.NotThere
    if not known.fixed:
        take_back_incident(db, id, between)
        return None
    with db.transaction():
        kept: list[str] = []
        if keep_hash:
            kept += [sha256_hex(document) for _, document, seq in db.rows(_REVISIONS, (id,)) if seq is not None]
        chain.take_back(db, id)
        bury(db, clock, INCIDENT, id, id, kept)
        for file in known.attachments:
            if file.fixed:
                attachments.bury_file(db, clock, file, keep_hash=keep_hash)
            else:
                attachments.drop_unfixed(db, file.id)
        search.forget_words(db, _row(db, id))
        db.execute(_DROP_REVISIONS, (id,))
        drafts.clear_draft(db, draft_name(id))
    attachments.collect_unfinished(db, between)
    return incident(db, id)


def draft_name(id: str) -> str:
    """The name under which a page keeps a begun correction of this entry, so that it goes with it."""
    return f"entry-{id}"


def incident(db: Database, id: str) -> Incident:
    """One entry with its revisions and files. Raises NotThere."""
    found = db.row(_FIND, (id,))
    if found is None:
        raise errors.NotThere
    return _read(db, id, found[1])


def list_incidents(db: Database, *, limit: int = -1, before: int | None = None) -> tuple[Incident, ...]:
    """Entries, the last written first; removed ones too. `limit` and `before` (a number) read page by page."""
    found = []
    for listed, number in db.rows(_PAGE, (1 << 62 if before is None else before, limit)):
        found.append(_read(db, listed, number))
        let_others_run()
    return tuple(found)


def revision_documents(db: Database, id: str) -> tuple[str, ...]:
    """The JSON texts the ledger's content hashes cover, oldest first: for a bundle."""
    return tuple(document for _, document, _ in db.rows(_REVISIONS, (id,)))


def is_empty(form: IncidentForm) -> bool:
    """Whether nothing was said but when."""
    return form == IncidentForm(happened=form.happened) and not form.happened.words


def _write_revision(db: Database, clock: Clock, id: str, number: int, form: IncidentForm, reason: str) -> None:
    document = canonical(
        {
            # Without it, whoever has the ledger could guess a short entry from its hash.
            "salt": new_id(),
            "incident": id,
            "revision": number,
            "written_at_utc": as_text(clock.now()),
            "zone": clock.zone(),
            "reason": reason,
            "form": as_plain(form),
        }
    )
    db.execute(_ADD_REVISION, (id, number, document))
    op = "add" if number == 1 else "amend"
    chain.wait(db, clock, op, id, number, sha256_hex(document), len(document.encode("utf-8")))
    _index(db, id, form)


def _index(db: Database, id: str, form: IncidentForm) -> None:
    search.add_words(db, _row(db, id), "\n".join(words_of(form)))


def _row(db: Database, id: str) -> int:
    return int(db.value("SELECT row FROM incident WHERE id = ?", (id,)))


def _read(db: Database, id: str, number: int) -> Incident:
    revisions = tuple(_revision(number, document, seq) for number, document, seq in db.rows(_REVISIONS, (id,)))
    removed = tombstone(db, id)
    fixed = removed is not None or any(revision.seq is not None for revision in revisions)
    return Incident(id, number, revisions, attachments.list_attachments(db, id), fixed, removed)


def _revision(number: int, document: str, seq: int | None) -> Revision:
    value: dict[str, Any] = json.loads(document)
    return Revision(number, from_plain(value["form"]), value["written_at_utc"], value["zone"], value["reason"], seq)
