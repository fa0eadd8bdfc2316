"""Files kept with an entry: every byte as it was, in pieces inside the encrypted store.

May touch: the source file, opened once (source_file.py); attachment, chunk, embedded, thumbnail. Must never write a
byte of it outside the store, never use its name as a path, never call the time of import the time it was made.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import chain
from safeplan.records.portions import Portions
from safeplan.records.removal import FILE, bury
from safeplan.records.sniff import kind_of
from safeplan.records.source_file import claimed_time, open_to_read, read_piece
from safeplan.records.wording import canonical, keep_as_typed, new_id, sha256_hex
from safeplan.vault.database import Database, Row
from safeplan.vault.growth import must_have_room

CHUNK = 262_144
# 16 MiB a transaction at most: large enough to be quick, small enough that a cancel undoes it at once.
CHUNKS_AT_ONCE = 64

_INCIDENT = (
    "SELECT number FROM incident WHERE id = ? AND id NOT IN (SELECT object_id FROM tombstone WHERE what = 'incident')"
)
_KEPT = (
    "SELECT i.number FROM attachment a JOIN incident i ON i.id = a.incident_id WHERE a.sha256 = ?"
    " ORDER BY i.number LIMIT 1"
)
_ADD_CHUNK = "INSERT INTO chunk (item, place, data) VALUES (?, ?, ?)"
_DROP_CHUNKS = "DELETE FROM chunk WHERE rowid IN (SELECT rowid FROM chunk WHERE item = ? ORDER BY place DESC LIMIT ?)"
_UNNAMED = "SELECT DISTINCT item FROM chunk WHERE item NOT IN (SELECT id FROM attachment)"
_CHUNK = "SELECT data FROM chunk WHERE item = ? AND place = ?"
_ADD = "INSERT INTO attachment (id, incident_id, document, sha256, size) VALUES (?, ?, ?, ?, ?)"
_DROP = "DELETE FROM attachment WHERE id = ?"
_SELECT = (
    "SELECT a.id, a.incident_id, a.document, e.document, t.attachment_id IS NOT NULL, a.seq FROM attachment a"
    " LEFT JOIN embedded e ON e.attachment_id = a.id LEFT JOIN thumbnail t ON t.attachment_id = a.id"
)
_ONE = f"{_SELECT} WHERE a.id = ?"
_OF_INCIDENT = f"{_SELECT} WHERE a.incident_id = ? ORDER BY a.rowid"
_DOCUMENT = "SELECT document FROM attachment WHERE id = ?"
_SET_EMBEDDED = "INSERT INTO embedded VALUES (?, ?) ON CONFLICT DO UPDATE SET document = excluded.document"
# None for a file she made private: nothing of it is to be seen without asking for it.
_SET_THUMBNAIL = (
    "INSERT INTO thumbnail SELECT ?1, ?2 WHERE NOT EXISTS"
    " (SELECT 1 FROM file_note WHERE attachment_id = ?1 AND private = 1)"
    " ON CONFLICT DO UPDATE SET data = excluded.data"
)
_THUMBNAIL = "SELECT data FROM thumbnail WHERE attachment_id = ?"

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]
Between = Callable[[], object]


@dataclass(frozen=True)
class Embedded:
    """What the file claims about itself: local time, "lat, lon", device; `orientation` is EXIF's 1..8."""

    taken_at: str = ""
    place: str = ""
    device: str = ""
    orientation: int = 1


@dataclass(frozen=True)
class AttachmentInfo:
    """A kept file. `imported_at` and `zone` are ours; `file_time` (UTC) is what the file system claimed."""

    id: str
    incident_id: str
    name: str
    size: int
    sha256: str
    kind: str
    imported_at: str
    zone: str
    file_time: str
    embedded: Embedded | None
    has_thumbnail: bool
    note: str = ""
    fixed: bool = False


def import_file(
    db: Database,
    clock: Clock,
    untrusted_path: Path,
    incident_id: str,
    progress: Progress,
    cancelled: Cancel,
    *,
    even_if_kept: bool = False,
    note: str = "",
) -> AttachmentInfo:
    """Keep a file's bytes unchanged. `progress(done, total)` in bytes; `cancelled` is asked before each piece,
    and between two transactions.

    Nothing is to be seen of it until it is complete. An empty file is kept too: its `size` is 0. Raises
    FileUnreadable, FileVanished (also when it changes meanwhile), FileAlreadyKept (unless `even_if_kept`), NotThere,
    Cancelled, DiskFull (`reason` "one_file" before anything is copied, where the place takes no larger data file).
    """
    if db.value(_INCIDENT, (incident_id,)) is None:
        raise errors.NotThere
    made = new_id()
    descriptor, before = open_to_read(untrusted_path)
    try:
        must_have_room(db, before.st_size)
        size, digest, start = _copy_in(db, made, descriptor, before.st_size, progress, cancelled)
        after = os.fstat(descriptor)
        if (size, after.st_size, after.st_mtime_ns) != (before.st_size, before.st_size, before.st_mtime_ns):
            raise errors.FileVanished
        kept = db.value(_KEPT, (digest,))
        if kept is not None and not even_if_kept:
            raise errors.FileAlreadyKept(number=kept)
        document = {
            "salt": new_id(),
            "attachment": made,
            "incident": incident_id,
            "name": keep_as_typed(untrusted_path.name),
            "size": size,
            "sha256": digest,
            "kind": kind_of(start),
            "imported_at_utc": as_text(clock.now()),
            "zone": clock.zone(),
            "file_time": claimed_time(before.st_mtime),
            "note": keep_as_typed(note),
        }
        text = canonical(document)
        # Last, in one step: from here on it is there.
        with db.transaction():
            db.execute(_ADD, (made, incident_id, text, digest, size))
            chain.wait(db, clock, "attach", made, 0, sha256_hex(text), len(text.encode("utf-8")))
    except BaseException:
        with contextlib.suppress(errors.SafePlanError):
            _drop_chunks(db, made, cancelled)
        raise
    finally:
        os.close(descriptor)
    return attachment(db, made)


def attachment(db: Database, id: str) -> AttachmentInfo:
    """One file. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return read_row(row)


def list_attachments(db: Database, incident_id: str) -> tuple[AttachmentInfo, ...]:
    """The files of one entry in the order they were kept."""
    return tuple(read_row(row) for row in db.rows(_OF_INCIDENT, (incident_id,)))


def document(db: Database, id: str) -> str:
    """The JSON text that the ledger's content hash covers: for a bundle. Raises NotThere."""
    found = db.value(_DOCUMENT, (id,))
    if found is None:
        raise errors.NotThere
    return str(found)


def read_chunks(db: Database, id: str) -> Iterator[bytes]:
    """The original bytes in pieces of 256 KiB. Raises NotThere, RecordDamaged when a piece is missing."""
    size, place = attachment(db, id).size, 0
    while place * CHUNK < size:
        yield _chunk(db, id, place)
        place += 1


def read_all(db: Database, id: str) -> bytes:
    """The original bytes at once; the caller knows the size."""
    return b"".join(read_chunks(db, id))


def read_range(db: Database, id: str, offset: int, length: int) -> bytes:
    """Up to `length` original bytes from `offset`; fewer at the end. For players that seek."""
    end = min(attachment(db, id).size, offset + max(length, 0))
    if offset < 0 or offset >= end:
        return b""
    first, last = offset // CHUNK, (end - 1) // CHUNK
    pieces = b"".join(_chunk(db, id, place) for place in range(first, last + 1))
    return pieces[offset - first * CHUNK : end - first * CHUNK]


def check_file(
    db: Database, id: str, progress: Progress = lambda done, total: None, cancelled: Cancel = lambda: False
) -> bool:
    """Whether the bytes still have the hash they came with. Raises NotThere, Cancelled."""
    info = attachment(db, id)
    digest, done = hashlib.sha256(), 0
    try:
        for piece in read_chunks(db, id):
            if cancelled():
                raise errors.Cancelled
            digest.update(piece)
            done += len(piece)
            progress(done, info.size)
    except errors.RecordDamaged:
        return False
    return done == info.size and digest.hexdigest() == info.sha256


def set_embedded(db: Database, id: str, embedded: Embedded) -> AttachmentInfo:
    """Keep beside the file what it claims about itself."""
    claims = {
        name: keep_as_typed(value) if isinstance(value, str) else value for name, value in asdict(embedded).items()
    }
    db.execute(_SET_EMBEDDED, (attachment(db, id).id, canonical(claims)))
    return attachment(db, id)


def set_thumbnail(db: Database, id: str, picture: bytes) -> AttachmentInfo:
    """Keep a small picture beside the file, unless it is private; the original is not touched."""
    db.execute(_SET_THUMBNAIL, (attachment(db, id).id, picture))
    return attachment(db, id)


def thumbnail(db: Database, id: str) -> bytes | None:
    """The small picture, or None."""
    found = db.value(_THUMBNAIL, (id,))
    return None if found is None else bytes(found)


def remove_attachment(
    db: Database, clock: Clock, id: str, *, keep_hash: bool = True, between: Between = lambda: None
) -> None:
    """Delete a file for good. One of this opening leaves no trace, another a tombstone. Raises NotThere.

    `between` is called between the transactions that a large file takes.
    """
    info = attachment(db, id)
    with db.transaction():
        if not info.fixed:
            drop_unfixed(db, id)
        else:
            bury_file(db, clock, info, keep_hash=keep_hash)
    _drop_chunks(db, id, between)


def drop_unfixed(db: Database, id: str) -> None:
    """Take back a file of this opening; part of a larger transaction. Its pieces go with collect_unfinished."""
    chain.take_back(db, id)
    drop_item(db, id)


def bury_file(db: Database, clock: Clock, info: AttachmentInfo, *, keep_hash: bool) -> None:
    """Put a tombstone in place of a fixed file; part of a larger transaction."""
    bury(db, clock, FILE, info.id, info.incident_id, [info.sha256] if keep_hash else [])
    drop_item(db, info.id)


def drop_item(db: Database, id: str) -> None:
    """Delete the item row and what lies beside it; from here on nobody names the pieces."""
    db.execute(_DROP, (id,))


def collect_unfinished(db: Database, between: Between = lambda: None) -> int:
    """Delete pieces that no file names, left by an interrupted import or removal; how many files those were.
    `between` as in remove_attachment."""
    items = [item for (item,) in db.rows(_UNNAMED)]
    for item in items:
        _drop_chunks(db, item, between)
    return len(items)


def _copy_in(
    db: Database, id: str, descriptor: int, total: int, progress: Progress, cancelled: Cancel
) -> tuple[int, str, bytes]:
    digest, done, place, start = hashlib.sha256(), 0, 0, b""
    progress(0, total)
    at_end, portions = False, Portions(db, CHUNKS_AT_ONCE)
    while not at_end:
        if cancelled():
            raise errors.Cancelled
        with portions.next() as pieces:
            for _ in pieces:
                if cancelled():
                    raise errors.Cancelled
                piece = read_piece(descriptor, CHUNK)
                if not piece:
                    at_end = True
                    break
                digest.update(piece)
                db.execute(_ADD_CHUNK, (id, place, piece))
                start = start or piece
                done += len(piece)
                place += 1
                progress(done, total)
    return done, digest.hexdigest(), start


def _drop_chunks(db: Database, id: str, between: Between) -> None:
    gone, portions = 1, Portions(db, CHUNKS_AT_ONCE)
    while gone:
        with portions.next() as pieces:
            gone = db.execute(_DROP_CHUNKS, (id, len(pieces)))
        between()


def _chunk(db: Database, id: str, place: int) -> bytes:
    data = db.value(_CHUNK, (id, place))
    if data is None:
        raise errors.RecordDamaged
    return bytes(data)


def read_row(row: Row) -> AttachmentInfo:
    """A row of id, entry, document, claims, whether it has a small picture, and place in the ledger."""
    file_id, incident_id, text, embedded, has_thumbnail, seq = row
    value: dict[str, Any] = json.loads(text)
    return AttachmentInfo(
        id=file_id,
        incident_id=incident_id,
        name=value["name"],
        size=value["size"],
        sha256=value["sha256"],
        kind=value["kind"],
        imported_at=value["imported_at_utc"],
        zone=value["zone"],
        file_time=value["file_time"],
        embedded=Embedded(**json.loads(embedded)) if embedded else None,
        has_thumbnail=bool(has_thumbnail),
        note=value["note"],
        fixed=seq is not None,
    )
