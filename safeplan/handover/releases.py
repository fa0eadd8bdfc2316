"""What was handed over before: to whom, what for, until when, and what has been added since.

May touch: the table release and the ledger. Must never keep what the bundle contained in words, only ids and hashes,
and must never appear in a bundle: an earlier recipient is nobody else's business.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from safeplan import errors
from safeplan.clock import Clock
from safeplan.handover.selection import Selection, from_plain
from safeplan.records import breaches, cases, file_notes, ledger, orders
from safeplan.records.incidents import Incident, list_incidents
from safeplan.records.wording import canonical, new_id, sha256_hex
from safeplan.vault.database import Database

# How it left: an open folder, or sealed for the way.
FORMS = ("folder", "pdf", "zip")
_TEXTS = ("recipient", "purpose", "until", "language", "bundle", "bag_sha256", "root", "folder_name")

_ADD = "INSERT INTO release (id, made_at, zone, document) VALUES (?, ?, ?, ?)"
_ALL = "SELECT id, made_at, zone, document FROM release ORDER BY made_at DESC, rowid DESC"
_ONE = "SELECT id, made_at, zone, document FROM release WHERE id = ?"


@dataclass(frozen=True)
class Release:
    """One hand-over. `incidents` are (id, newest revision handed over); `files` attachment ids, none unless
    `with_files`; `size` in bytes.

    `bag_sha256` is that of tagmanifest-sha256.txt: it stands for every byte of the folder. `root` is the number of
    the record that left with it; `form` one of FORMS. `choice` is everything she chose, to be repeated; None for one
    written down before choices were kept.
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
    form: str = "folder"
    choice: Selection | None = None


@dataclass(frozen=True)
class NewSince:
    """What this recipient has not seen. Ids of entries: `added` were not in the hand-over, `changed` have a newer
    revision or more files; `orders` and `items` (of cases) are new, or changed since."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    orders: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.orders or self.items)


def keep_release(db: Database, clock: Clock, release: Release) -> Release:
    """Write a finished hand-over down, and its line into the ledger; one transaction."""
    if release.form not in FORMS:
        raise errors.Bug(code="release-form")
    content = {name: value for name, value in asdict(release).items() if name not in ("id", "made_at", "zone")}
    # The salt keeps a recipient's name from being guessed from the ledger's hash.
    document = canonical({"salt": new_id(), "release": release.id, **content})
    with db.transaction():
        ledger.append(db, clock, "release", release.id, 0, sha256_hex(document), len(document.encode("utf-8")))
        db.execute(_ADD, (release.id, release.made_at, release.zone, document))
    return release


def list_releases(db: Database, search: str = "") -> tuple[Release, ...]:
    """All hand-overs, the newest first. `search`: only those in which every word stands in what she typed for it —
    to whom, what for, until when, case number — or in the number of the bundle."""
    words = _plain(search).split()
    found = (_read(*row) for row in db.rows(_ALL))
    return tuple(one for one in found if all(word in _searched(one) for word in words))


def release(db: Database, id: str) -> Release:
    """One hand-over. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return _read(*row)


def what_is_new_since(db: Database, release: Release) -> NewSince:
    """What this recipient has not seen: for suggesting the next selection."""
    given = dict(release.incidents)
    private = file_notes.private_files(db)
    added, changed = [], []
    for incident in list_incidents(db):
        if not incident.revisions:
            continue
        if incident.id not in given:
            added.append(incident.id)
        elif incident.revisions[-1].number > given[incident.id] or _more_files(release, incident, private):
            changed.append(incident.id)
    return NewSince(tuple(added), tuple(changed), _new_orders(db, release), _new_items(db, release))


def repeat(release: Release) -> Selection:
    """The same choice once more, for the same recipient: to be looked at and adjusted, never handed over by itself.

    Files that came since go along where all files did; marked places are those of the texts as they were then: see
    still_out.
    """
    incidents = tuple(incident for incident, _ in release.incidents)
    if release.choice is not None:
        return replace(release.choice, incident_ids=incidents)
    return Selection(
        incidents, release.language, release.with_files, release.recipient, release.purpose, release.until
    )


def _more_files(release: Release, incident: Incident, private: frozenset[str]) -> bool:
    """Whether an entry has files that could have gone along and are no choice of hers to hold back."""
    # Handed over without files on purpose: files are then no news.
    if not release.with_files:
        return False
    lacking = [info for info in incident.attachments if info.id not in release.files and info.id not in private]
    if release.choice is None or release.choice.attachments is None:
        return bool(lacking)
    # She chose file by file: what was there and not ticked is no news.
    return any(info.imported_at > release.made_at for info in lacking)


def _new_orders(db: Database, release: Release) -> tuple[str, ...]:
    if release.choice is not None and not release.choice.with_orders:
        return ()
    return tuple(
        one.id
        for one in orders.list_orders(db)
        if one.changed_at > release.made_at
        or any(breach.noted_at > release.made_at for breach in breaches.list_breaches(db, one.id))
    )


def _new_items(db: Database, release: Release) -> tuple[str, ...]:
    """Papers and steps of the cases that were ticked, or that are about an entry that was given."""
    given = {incident for incident, _ in release.incidents}
    ticked = set(release.choice.case_ids) if release.choice is not None else set()
    return tuple(
        item.id
        for case in cases.list_cases(db)
        for item in case.items
        if item.changed_at > release.made_at and (case.id in ticked or item.form.incident_id in given)
    )


def _searched(release: Release) -> str:
    number = release.choice.case_number if release.choice is not None else ""
    return _plain(" ".join((release.recipient, release.purpose, release.until, release.bundle, number)))


def _plain(untrusted_text: str) -> str:
    return untrusted_text.casefold().replace("ё", "е")


def _read(id: str, made_at: str, zone: str, document: str) -> Release:
    value = json.loads(document)
    incidents = tuple((str(incident), int(revision)) for incident, revision in value["incidents"])
    return Release(
        id=id,
        made_at=made_at,
        zone=zone,
        incidents=incidents,
        files=tuple(value["files"]),
        with_files=bool(value["with_files"]),
        size=int(value["size"]),
        form=str(value.get("form", "folder")),
        choice=from_plain(value["choice"]) if value.get("choice") else None,
        **{name: str(value[name]) for name in _TEXTS},
    )
