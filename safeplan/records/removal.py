"""What is left of something removed: when, and the hashes if she chose to keep them.

May touch: tombstone and the waiting list. Must never keep a word of what was removed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from safeplan.clock import Clock, as_text
from safeplan.records import chain
from safeplan.records.wording import canonical, sha256_hex
from safeplan.vault.database import Database

INCIDENT, FILE = "incident", "file"
_OPS = {INCIDENT: "remove", FILE: "remove_file"}

_ADD = "INSERT INTO tombstone (object_id, what, incident_id, removed_at, zone, kept) VALUES (?, ?, ?, ?, ?, ?)"
_COLUMNS = "object_id, what, incident_id, removed_at, zone, kept"
_ALL = f"SELECT {_COLUMNS} FROM tombstone"
_ONE = f"SELECT {_COLUMNS} FROM tombstone WHERE object_id = ?"


@dataclass(frozen=True)
class Tombstone:
    """When something was removed (UTC, zone of the computer), and the SHA-256 of what it was, if kept."""

    removed_at: str
    zone: str
    hashes: tuple[str, ...] = ()


def bury(db: Database, clock: Clock, what: str, object_id: str, incident_id: str, hashes: list[str]) -> None:
    """Write the tombstone and its line; part of a transaction that deletes the content next.

    First the tombstone: without it the database's triggers let nothing go.
    """
    row = (object_id, what, incident_id, as_text(clock.now()), clock.zone(), json.dumps(hashes))
    db.execute(_ADD, row)
    text = _document(row)
    chain.wait(db, clock, _OPS[what], object_id, 0, sha256_hex(text), len(text))


def tombstone(db: Database, object_id: str) -> Tombstone | None:
    """The tombstone of an entry or a file, or None."""
    row = db.row(_ONE, (object_id,))
    return Tombstone(row[3], row[4], tuple(json.loads(row[5]))) if row else None


def tombstone_hashes(db: Database) -> dict[str, str]:
    """Object id to the hash that the line of its removal must carry."""
    return {row[0]: sha256_hex(_document(row)) for row in db.rows(_ALL)}


def _document(row: tuple[str, ...]) -> str:
    return canonical(dict(zip(_COLUMNS.split(", "), row, strict=True)))
