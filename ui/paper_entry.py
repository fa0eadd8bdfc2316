"""Papers - an order's photo, a letter, a decision - become files of an entry, so that the chain covers them.

May touch: the store, from the worker, through keeping.py. Must never leave an entry behind that was made only for
papers which then were not kept, and never keep the same bytes twice.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from safeplan.errors import FileAlreadyKept, SafePlanError
from safeplan.records import attachments, incidents
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.incident_form import Happened, IncidentForm
from ui.background import Job, Session
from ui.keeping import KeptFiles, keep_files


@dataclass(frozen=True)
class KeptPapers:
    """`papers`: the files' ids in the order they were chosen, also of those that were kept earlier already.

    `incident_id` names the entry that holds the first of them, "" when there is none. `failed`: name and reason.
    """

    incident_id: str = ""
    papers: tuple[str, ...] = ()
    failed: tuple[tuple[str, SafePlanError], ...] = ()
    cancelled: bool = False


def keep_papers(
    session: Session,
    job: Job,
    *,
    words: str,
    paths: Sequence[Path],
    incident_id: str = "",
    happened: Happened = Happened(),  # noqa: B008
) -> KeptPapers:
    """Keep the papers with a new entry of these words, or with `incident_id`, whose words stay as they are.

    Cancelling undoes all of it. A new entry of which not one paper could be kept is taken back. Progress counts KiB.
    """
    database = session.database
    entry = incident_id
    if not entry:
        form = IncidentForm(text=words, happened=happened)
        entry = incidents.add_incident(database, session.clock, form, with_file=True).id
    result = keep_files(session, job, incident_id=entry, paths=paths)
    if result.cancelled:
        _undo(session, entry, result, new=not incident_id)
        return KeptPapers(cancelled=True)
    found = _with_earlier(session, result, paths)
    failed = tuple(one for one in result.failed if not isinstance(one[1], FileAlreadyKept))
    if not incident_id and not result.kept:
        _take_back(session, entry)
    return KeptPapers(found[0].incident_id if found else "", tuple(one.id for one in found), failed)


def _with_earlier(session: Session, result: KeptFiles, paths: Sequence[Path]) -> list[AttachmentInfo]:
    """Everything chosen that is in the store now, in the order of the paths: kept just now or earlier."""
    known = {one.sha256: one for one in result.kept}
    for _name, error in result.failed:
        if isinstance(error, FileAlreadyKept):
            known |= {one.sha256: one for one in _files_of(session, int(error.facts["number"]))}
    chosen = (known.get(_digest(path)) for path in paths)
    # Where the paper cannot be read a second time (a stick pulled out), it comes last.
    return list({one.id: one for one in (*chosen, *result.kept) if one is not None}.values())


def _files_of(session: Session, number: int) -> tuple[AttachmentInfo, ...]:
    found = incidents.list_incidents(session.database, limit=1, before=number + 1)
    return found[0].attachments if found and found[0].number == number else ()


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as source:
            return hashlib.file_digest(source, "sha256").hexdigest()
    except OSError:
        return ""


def _undo(session: Session, entry: str, result: KeptFiles, *, new: bool) -> None:
    if new:
        _take_back(session, entry)
        return
    for one in result.kept:
        attachments.remove_attachment(session.database, session.clock, one.id)


def _take_back(session: Session, entry: str) -> None:
    # Without words and files it is gone already.
    with contextlib.suppress(SafePlanError):
        incidents.take_back_incident(session.database, entry)
