"""What happened to a file and to the record: kept, checked, handed over, its original removed; viewed, if she wants.

May touch: custody and viewed; everything else only to read. Must never note a viewing unless she turned that on, and
never give one to anything that leaves: it shows when somebody sat here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import attachments, chain, settings
from safeplan.records.checking import CheckResult
from safeplan.records.wording import canonical, new_id
from safeplan.vault.database import Database, Row

KEPT, CHECKED, HANDED_OVER, ORIGINAL_REMOVED, VIEWED, REMOVED = (
    "kept",
    "checked",
    "handed_over",
    "original_removed",
    "viewed",
    "removed",
)
CHECK = "check"

_ADD = "INSERT INTO custody (id, at, zone, what, attachment_id, document) VALUES (?, ?, ?, ?, ?, ?)"
_OF_FILE = "SELECT at, zone, what, attachment_id, document FROM custody WHERE attachment_id = ? ORDER BY at, id"
_OF_RECORD = "SELECT at, zone, what, attachment_id, document FROM custody WHERE attachment_id IS NULL ORDER BY at, id"
_ORIGINALS = f"SELECT at, zone, what, attachment_id, document FROM custody WHERE what = '{ORIGINAL_REMOVED}'"
_RELEASES = "SELECT made_at, zone, document FROM release ORDER BY made_at, rowid"
_TOMBSTONES = (
    "SELECT t.removed_at, t.zone, t.what, i.number FROM tombstone t JOIN incident i ON i.id = t.incident_id"
    # The files of a removed entry went with it: one line tells of all.
    " WHERE t.what = 'incident' OR NOT EXISTS"
    " (SELECT 1 FROM tombstone e WHERE e.object_id = t.incident_id AND e.removed_at = t.removed_at)"
)
_REMOVED_FILES = (
    "SELECT t.removed_at, t.zone, i.number FROM tombstone t JOIN incident i ON i.id = t.incident_id"
    " WHERE t.incident_id = ? AND t.what = 'file' ORDER BY t.removed_at, t.object_id"
)
_NUMBER = "SELECT i.number FROM attachment a JOIN incident i ON i.id = a.incident_id WHERE a.id = ?"
_ADD_VIEW = "INSERT INTO viewed (id, at, zone, attachment_id) VALUES (?, ?, ?, ?)"
_VIEWS = "SELECT at, zone FROM viewed WHERE attachment_id = ? ORDER BY at, id"
_COUNT_VIEWS = "SELECT count(*) FROM viewed"
_FORGET_VIEWS = "DELETE FROM viewed"


@dataclass(frozen=True)
class Custody:
    """One thing that happened, at a UTC moment on a computer in `zone`. `what`: one of the names above.

    `number` is that of the entry, 0 where all are meant. `ok` and `lines` belong to a check: whether everything was
    as it was kept, how many lines were read. `recipient`, `purpose`, `until` are hers, each may be empty; `entries`
    and `files` count what a hand-over held. `whole`: an entry was removed, not a single file of it.
    """

    at: str
    zone: str
    what: str
    number: int = 0
    ok: bool = True
    lines: int = 0
    recipient: str = ""
    purpose: str = ""
    until: str = ""
    entries: int = 0
    files: int = 0
    whole: bool = False


def of_file(db: Database, attachment_id: str) -> tuple[Custody, ...]:
    """Everything that happened to one kept file, in order of time. Raises NotThere.

    A check of the whole record counts for a file that was kept by then: as it was, unless the check stopped at a
    fault; then it counts only for the file it named.
    """
    found = list(_apart_from_views(db, attachment_id))
    found += [Custody(at, zone, VIEWED, found[0].number) for at, zone in db.rows(_VIEWS, (attachment_id,))]
    return tuple(sorted(found, key=lambda one: one.at))


def leaving_with(db: Database, attachment_id: str, recipient: str) -> tuple[Custody, ...]:
    """What may be told of a file to `recipient`: the same without viewings, and of hand-overs only those to them.

    Who else has it would tell who helps her. Raises NotThere.
    """
    known = " ".join(recipient.split()).casefold()
    return tuple(
        one
        for one in sorted(_apart_from_views(db, attachment_id), key=lambda one: one.at)
        if one.what != HANDED_OVER or (known and " ".join(one.recipient.split()).casefold() == known)
    )


def of_record(db: Database) -> tuple[Custody, ...]:
    """What happened to the record as a whole, the newest first: handed over to whom, checked, removed. Viewing a file
    is not among it."""
    found = [_handed_over(at, zone, json.loads(document), 0) for at, zone, document in db.rows(_RELEASES)]
    found += [_read(row, 0) for row in db.rows(_OF_RECORD)]
    found += [_read(row, int(db.value(_NUMBER, (row[3],)) or 0)) for row in db.rows(_ORIGINALS)]
    found += list(_removed(db))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def removed_files(db: Database, incident_id: str) -> tuple[Custody, ...]:
    """The files that were removed from an entry that is still there, in order of time."""
    return tuple(Custody(at, zone, REMOVED, number) for at, zone, number in db.rows(_REMOVED_FILES, (incident_id,)))


def note_check(db: Database, clock: Clock, result: CheckResult, attachment_id: str | None = None) -> None:
    """Write down what a check found: of one file, or of the whole record. Raises DiskFull (`reason` "check")."""
    fault = result.first_fault
    document = {
        "ok": result.ok,
        "lines": result.entries,
        "what": fault.what if fault else "",
        "seq": fault.seq if fault else 0,
        "number": fault.number if fault else 0,
        "file": _file_at(db, fault.seq) if fault and fault.what == "file" else "",
    }
    _add(db, clock, CHECK, attachment_id, document)


def original_removed(db: Database, clock: Clock, attachment_id: str) -> None:
    """Write down that the file it was copied from was removed from this computer. Raises NotThere, DiskFull
    (`reason` "original_removed")."""
    _add(db, clock, ORIGINAL_REMOVED, attachments.attachment(db, attachment_id).id, {})


def note_view(db: Database, clock: Clock, attachment_id: str) -> bool:
    """Write down that a file was looked at, only if she wants that noted; whether it was. Raises NotThere.

    A store that cannot be written to shows the file all the same.
    """
    if settings.get(db, "views_noted") is not True:
        return False
    known = attachments.attachment(db, attachment_id).id
    try:
        db.execute(_ADD_VIEW, (new_id(), as_text(clock.now()), clock.zone(), known))
    except errors.ReadOnlyPlace:
        return False
    return True


def count_views(db: Database) -> int:
    """How many viewings are noted."""
    return int(db.value(_COUNT_VIEWS))


def forget_views(db: Database) -> int:
    """Take away every viewing that was noted; how many those were."""
    return db.execute(_FORGET_VIEWS)


def _apart_from_views(db: Database, attachment_id: str) -> Iterator[Custody]:
    info, number = attachments.attachment(db, attachment_id), int(db.value(_NUMBER, (attachment_id,)))
    yield Custody(info.imported_at, info.zone, KEPT, number)
    for row in db.rows(_OF_FILE, (attachment_id,)):
        yield _read(row, number)
    for row in db.rows(_OF_RECORD):
        check = json.loads(row[4])
        if row[0] >= info.imported_at and (check["ok"] or check["file"] == attachment_id):
            yield _read(row, number)
    for made_at, zone, document in db.rows(_RELEASES):
        release = json.loads(document)
        if release["with_files"] and attachment_id in release["files"]:
            yield _handed_over(made_at, zone, release, number)


def _add(db: Database, clock: Clock, what: str, attachment_id: str | None, document: dict[str, object]) -> None:
    row = (new_id(), as_text(clock.now()), clock.zone(), what, attachment_id, canonical(document))
    try:
        db.execute(_ADD, row)
    except errors.DiskFull as full:
        # What is noted here has happened already: only the note is missing.
        raise errors.DiskFull(**full.facts, reason=what) from full


def _read(row: Row, number: int) -> Custody:
    at, zone, what, _, document = row
    if what == ORIGINAL_REMOVED:
        return Custody(at, zone, ORIGINAL_REMOVED, number)
    value = json.loads(document)
    return Custody(at, zone, CHECKED, number or value["number"], ok=value["ok"], lines=value["lines"])


def _handed_over(at: str, zone: str, release: dict[str, Any], number: int) -> Custody:
    return Custody(
        at,
        zone,
        HANDED_OVER,
        number,
        recipient=str(release["recipient"]),
        purpose=str(release["purpose"]),
        until=str(release["until"]),
        entries=len(release["incidents"]),
        files=len(release["files"]) if release["with_files"] else 0,
    )


def _removed(db: Database) -> Iterator[Custody]:
    for at, zone, what, number in db.rows(_TOMBSTONES):
        yield Custody(at, zone, REMOVED, number, whole=what == "incident")


def _file_at(db: Database, seq: int) -> str:
    """The id of the file that a ledger line is about; "" for one that is not in the ledger yet."""
    try:
        return chain.entry(db, seq).object_id
    except errors.NotThere:
        return ""
