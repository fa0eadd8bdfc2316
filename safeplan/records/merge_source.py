"""What another record brings along, in one shape, whether it came as a backup or as a handed-over folder.

May touch: the other record, to read. Must never trust it: every document is checked before any of it is kept, and
what it says about time is only what it says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from safeplan import errors
from safeplan.records.incident_document import checked, from_plain
from safeplan.records.incident_form import IncidentForm
from safeplan.records.people import PersonForm
from safeplan.records.wording import keep_as_typed, sha256_hex
from safeplan.vault.database import Database

BACKUP, BAG = "backup", "bag"
# Far more than anyone writes; less than what would fill the memory.
LONGEST_DOCUMENT = 16 << 20
_ID = re.compile(r"[0-9a-f]{32}")
_SHA = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z")
_ZONE = re.compile(r"[+-][0-9]{2}:[0-9]{2}")

_INCIDENTS = "SELECT id FROM incident ORDER BY number"
_REVISIONS = "SELECT document FROM revision WHERE incident_id = ? ORDER BY number"
_FILES = "SELECT id, document FROM attachment WHERE incident_id = ? ORDER BY rowid"
_CHUNKS = "SELECT data FROM chunk WHERE item = ? AND place = ?"
_REMOVED = "SELECT object_id FROM tombstone WHERE what = 'incident'"
_PEOPLE_COLUMNS = "SELECT name FROM pragma_table_info('person')"


@dataclass(frozen=True)
class Claim:
    """Where something comes from: what the other record says of it. `origin` is the hash of the document there."""

    record: str
    id: str
    number: int
    at: str
    zone: str
    origin: str

    def plain(self) -> dict[str, int | str]:
        """For the document that is kept here."""
        return dict(self.__dict__)


@dataclass(frozen=True)
class OtherRevision:
    """One writing of an entry as the other record has it, checked."""

    form: IncidentForm
    reason: str
    claim: Claim


@dataclass(frozen=True)
class OtherFile:
    """One file of the other record. `read` gives its bytes; what they are is found out while they are copied."""

    id: str
    name: str
    size: int
    sha256: str
    file_time: str
    note: str
    claim: Claim
    read: Callable[[], Iterator[bytes]]


@dataclass(frozen=True)
class OtherEntry:
    """One entry of the other record with all its writings and files; `id` is the one it was first given."""

    id: str
    revisions: tuple[OtherRevision, ...]
    files: tuple[OtherFile, ...]


@dataclass(frozen=True)
class Source:
    """Everything that can be taken in. `record` names the other record, `head` its newest state; `removed` are ids of
    entries that were removed there, `people` those its entries may name."""

    kind: str
    record: str
    head: str
    entries: tuple[OtherEntry, ...]
    removed: frozenset[str]
    people: tuple[tuple[str, PersonForm], ...]


def source_from_backup(db: Database, record: str, head: str) -> Source:
    """The entries, files and people in an opened backup (restore.read_backup). Raises RecordDamaged."""
    entries = []
    for (incident_id,) in db.rows(_INCIDENTS):
        documents = [text for (text,) in db.rows(_REVISIONS, (incident_id,))]
        files = [other_file(text, record, _chunks(db, file_id)) for file_id, text in db.rows(_FILES, (incident_id,))]
        if documents:
            entries.append(other_entry(documents, files, record))
    removed = frozenset(name for (name,) in db.rows(_REMOVED))
    return Source(BACKUP, record, head, tuple(entries), removed, _people(db))


def other_entry(untrusted_documents: list[str], files: list[OtherFile], record: str) -> OtherEntry:
    """One entry from its documents, oldest first. Raises RecordDamaged."""
    revisions = tuple(_revision(text, record) for text in untrusted_documents)
    return OtherEntry(revisions[0].claim.id, revisions, tuple(files))


def other_file(untrusted_document: str, record: str, read: Callable[[], Iterator[bytes]]) -> OtherFile:
    """One file from its document. Raises RecordDamaged."""
    value = _object(untrusted_document)
    size, sha256, claimed = value.get("size"), str(value.get("sha256")), _claimed(value)
    if not isinstance(size, int) or isinstance(size, bool) or size < 0 or not _SHA.fullmatch(sha256):
        raise errors.RecordDamaged(reason="file")
    return OtherFile(
        id=_id(value.get("attachment")),
        name=keep_as_typed(str(value.get("name", ""))),
        size=size,
        sha256=sha256,
        file_time=_moment(value.get("file_time")),
        note=keep_as_typed(str(value.get("note", ""))),
        claim=claimed
        or Claim(
            record,
            _id(value.get("attachment")),
            0,
            _moment(value.get("imported_at_utc")),
            _zone(value.get("zone")),
            sha256_hex(untrusted_document),
        ),
        read=read,
    )


def signature(document: str) -> tuple[str, str]:
    """(id an entry was first given, hash of this writing where it was first written) of a kept document."""
    value = json.loads(document)
    claimed = _claimed(value)
    return (claimed.id, claimed.origin) if claimed else (value["incident"], _as_first_written(value, document))


def claim_of(document: str) -> Claim | None:
    """What another record says of a document kept here; None for what was written here."""
    return _claimed(json.loads(document))


def _revision(untrusted_document: str, record: str) -> OtherRevision:
    value = _object(untrusted_document)
    number = value.get("revision")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 1 << 31:
        raise errors.RecordDamaged(reason="entry")
    try:
        form = checked(from_plain(value.get("form")))
    except errors.SafePlanError:
        # A choice or a date that no page offers.
        raise errors.RecordDamaged(reason="entry") from None
    # Taken in there from yet another record: what that one said goes on being what counts.
    claim = _claimed(value) or Claim(
        record,
        _id(value.get("incident")),
        number,
        _moment(value.get("written_at_utc")),
        _zone(value.get("zone")),
        _as_first_written(value, untrusted_document),
    )
    return OtherRevision(form, keep_as_typed(str(value.get("reason", ""))), claim)


def _as_first_written(value: dict[str, Any], document: str) -> str:
    """The hash a writing had at first: without a removed field it goes on being the same one, so that the field does
    not come back with an older copy."""
    was = value.get("was_sha256")
    return was if isinstance(was, str) and _SHA.fullmatch(was) else sha256_hex(document)


def _claimed(value: dict[str, Any]) -> Claim | None:
    claimed = value.get("claimed")
    if claimed is None:
        return None
    try:
        claim = Claim(**claimed)
        number = claim.number
        fits = isinstance(number, int) and _SHA.fullmatch(claim.origin) and isinstance(claim.record, str)
        if not fits or not _ID.fullmatch(claim.record):
            raise errors.RecordDamaged(reason="claim")
        return Claim(claim.record, _id(claim.id), number, _moment(claim.at), _zone(claim.zone), claim.origin)
    except TypeError:
        raise errors.RecordDamaged(reason="claim") from None


def _object(untrusted_document: str) -> dict[str, Any]:
    if len(untrusted_document) > LONGEST_DOCUMENT:
        raise errors.RecordDamaged(reason="large")
    try:
        value = json.loads(untrusted_document)
    except (ValueError, RecursionError):
        raise errors.RecordDamaged(reason="json") from None
    if not isinstance(value, dict):
        raise errors.RecordDamaged(reason="json")
    return value


def _id(untrusted: object) -> str:
    if not isinstance(untrusted, str) or not _ID.fullmatch(untrusted):
        raise errors.RecordDamaged(reason="id")
    return untrusted


def _moment(untrusted: object) -> str:
    """A moment as it is kept, or "": a claim that is no moment claims nothing."""
    return untrusted if isinstance(untrusted, str) and _MOMENT.fullmatch(untrusted) else ""


def _zone(untrusted: object) -> str:
    return untrusted if isinstance(untrusted, str) and _ZONE.fullmatch(untrusted) else ""


def _chunks(db: Database, file_id: str) -> Callable[[], Iterator[bytes]]:
    def read() -> Iterator[bytes]:
        place = 0
        while (piece := db.value(_CHUNKS, (file_id, place))) is not None:
            yield bytes(piece)
            place += 1

    return read


def _people(db: Database) -> tuple[tuple[str, PersonForm], ...]:
    """People as far as that program knew them: earlier ones had fewer fields."""
    known = {name for (name,) in db.rows(_PEOPLE_COLUMNS)}
    names = [name for name in PersonForm.__dataclass_fields__ if name in known]
    found = []
    for row in db.rows(f"SELECT id, {', '.join(names)} FROM person ORDER BY added_at, rowid"):
        values = {name: keep_as_typed(str(value)) for name, value in zip(names, row[1:], strict=True)}
        found.append((_id(row[0]), PersonForm(**values)))
    return tuple(found)
