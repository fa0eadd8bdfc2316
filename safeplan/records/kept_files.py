"""All kept files of all entries in one list, for a page that shows them side by side.

May touch: attachment, file_note, thumbnail; reads only. Must never name a private file, or say more of it than its
number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from safeplan.records.attachments import AttachmentInfo, read_row
from safeplan.vault.database import Database

Kind = Literal["picture", "paper", "recording", "film", "text", "other"]
KINDS: tuple[Kind, ...] = ("picture", "paper", "recording", "film", "text", "other")
Order = Literal["kept", "entry"]

_FIRST: dict[str, Kind] = {"image": "picture", "audio": "recording", "video": "film", "text": "text"}
_PAPERS = ("application/pdf", "application/zip")

_ALL = (
    "SELECT a.id, a.incident_id, a.document, e.document, t.attachment_id IS NOT NULL, a.seq,"
    " i.number, coalesce(n.private, 0),"
    " row_number() OVER (PARTITION BY a.incident_id ORDER BY a.rowid)"
    " FROM attachment a JOIN incident i ON i.id = a.incident_id"
    " LEFT JOIN embedded e ON e.attachment_id = a.id LEFT JOIN thumbnail t ON t.attachment_id = a.id"
    " LEFT JOIN file_note n ON n.attachment_id = a.id"
)
_OF_ENTRY = f"{_ALL} WHERE a.incident_id = ?"
# What was kept last stands first; the files of one entry stay in their order.
_ORDERS: dict[Order, str] = {"kept": " ORDER BY a.rowid DESC", "entry": " ORDER BY i.number DESC, a.rowid"}
_PICTURES = "SELECT attachment_id, data FROM thumbnail WHERE attachment_id IN ({marks})"
_NEWEST = (
    "SELECT id, number FROM incident WHERE id NOT IN (SELECT object_id FROM tombstone) ORDER BY number DESC LIMIT ?"
)
_NUMBER = "SELECT number FROM incident WHERE id = ? AND id NOT IN (SELECT object_id FROM tombstone)"


@dataclass(frozen=True)
class KeptFile:
    """One file: the number of its entry, its own within the entry, and what is known of it; None when private."""

    id: str
    entry: int
    number: int
    shown: AttachmentInfo | None

    @property
    def kind(self) -> Kind:
        """The heap it is sorted into; a private file is on none but the last."""
        return kind_of_file(self.shown.kind) if self.shown is not None else "other"


def kind_of_file(sniffed: str) -> Kind:
    """A media type as one of KINDS."""
    return "paper" if sniffed in _PAPERS else _FIRST.get(sniffed.partition("/")[0], "other")


def kept_files(db: Database, incident_id: str = "", order: Order = "kept") -> tuple[KeptFile, ...]:
    """Every kept file, or those of one entry; the newest first, or entry by entry."""
    rows = db.rows(_OF_ENTRY + _ORDERS[order], (incident_id,)) if incident_id else db.rows(_ALL + _ORDERS[order])
    return tuple(KeptFile(row[0], row[6], row[8], None if row[7] else read_row(row[:6])) for row in rows)


def small_pictures(db: Database, ids: Sequence[str]) -> dict[str, bytes]:
    """The small pictures of these files, of those that have one. A few dozen at a time."""
    marks = ", ".join("?" * len(ids))
    return {id_: bytes(data) for id_, data in db.rows(_PICTURES.format(marks=marks), tuple(ids))} if ids else {}


def newest_entries(db: Database, limit: int) -> tuple[tuple[str, int], ...]:
    """Id and number of the entries written last, the newest first."""
    return tuple((id_, number) for id_, number in db.rows(_NEWEST, (limit,)))


def entry_number(db: Database, incident_id: str) -> int:
    """The number of an entry; 0 when there is none."""
    return int(db.value(_NUMBER, (incident_id,)) or 0)
