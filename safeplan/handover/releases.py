"""What was handed over before: to whom, what for, until when, and what has been added since.

May touch: the table release and the ledger. Must never keep what the bundle contained in words, only ids and hashes,
and must never appear in a bundle: an earlier recipient is nobody else's business.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from safeplan import errors
from safeplan.clock import Clock
from safeplan.records import ledger
from safeplan.records.incidents import list_incidents
from safeplan.records.wording import canonical, new_id, sha256_hex
from safeplan.vault.database import Database

_ADD = "INSERT INTO release (id, made_at, zone, document) VALUES (?, ?, ?, ?)"
_ALL = "SELECT id, made_at, zone, document FROM release ORDER BY made_at DESC, rowid DESC"
_ONE = "SELECT id, made_at, zone, document FROM release WHERE id = ?"


@dataclass(frozen=True)
class Release:
    """One hand-over. `incidents` are (id, newest revision handed over); `files` attachment ids, none unless
    `with_files`; `size` in bytes.

    `bag_sha256` is that of tagmanifest-sha256.txt: it stands for every byte of the folder.
    """

    id: str
    made_at: str
    zone: str
    recipient: str
    purpose: str
    until: str
    language: str
    bundle: str
    incidents: tuple[tuple[str, int], ...]
    files: tuple[str, ...]
    with_files: bool
    bag_sha256: str
    root: str
    folder_name: str
    size: int


@dataclass(frozen=True)
class NewSince:
    """Ids of entries: `added` were not in the hand-over, `changed` have a newer revision or more files."""

    added: tuple[str, ...]
    changed: tuple[str, ...]


def keep_release(db: Database, clock: Clock, release: Release) -> Release:
    """Write a finished hand-over down, and its line into the ledger; one transaction."""
    content = {name: value for name, value in release.__dict__.items() if name not in ("id", "made_at", "zone")}
    # The salt keeps a recipient's name from being guessed from the ledger's hash.
    document = canonical({"salt": new_id(), "release": release.id, **content})
    with db.transaction():
        ledger.append(db, clock, "release", release.id, 0, sha256_hex(document), len(document.encode("utf-8")))
        db.execute(_ADD, (release.id, release.made_at, release.zone, document))
    return release


def list_releases(db: Database) -> tuple[Release, ...]:
    """All hand-overs, the newest first."""
    return tuple(_read(*row) for row in db.rows(_ALL))


def release(db: Database, id: str) -> Release:
    """One hand-over. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return _read(*row)


def what_is_new_since(db: Database, release: Release) -> NewSince:
    """What this recipient has not seen: for suggesting the next selection."""
    given, files = dict(release.incidents), set(release.files)
    added, changed = [], []
    for incident in list_incidents(db):
        if not incident.revisions:
            continue
        if incident.id not in given:
            added.append(incident.id)
        elif incident.revisions[-1].number > given[incident.id] or (
            # Handed over without files on purpose: files are then no news.
            release.with_files and any(info.id not in files for info in incident.attachments)
        ):
            changed.append(incident.id)
    return NewSince(tuple(added), tuple(changed))


def _read(id: str, made_at: str, zone: str, document: str) -> Release:
    value = json.loads(document)
    incidents = tuple((str(incident), int(revision)) for incident, revision in value["incidents"])
    texts = ("recipient", "purpose", "until", "language", "bundle", "bag_sha256", "root", "folder_name")
    return Release(
        id=id,
        made_at=made_at,
        zone=zone,
        incidents=incidents,
        files=tuple(value["files"]),
        with_files=bool(value["with_files"]),
        size=int(value["size"]),
        **{name: str(value[name]) for name in texts},
    )
