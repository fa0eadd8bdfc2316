"""Takes single fields out of a fixed entry for good, in every writing of it, so that the record still fits.

May touch: field_removed, revision, the index, the waiting list, a begun correction. Must never change what is left,
and never keep what would let a removed field be guessed back: the salt goes with it.

A line of the ledger goes on holding the hash of what was written. Another line says which fields were taken out of it
and what the rest hashes to; a hand-over then shows the rest and proves that the entry stood there, not its text.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import replace

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import chain, drafts, search
from safeplan.records.chain import REMOVE_FIELD, Entry
from safeplan.records.incident_document import as_plain, from_plain
from safeplan.records.incident_form import IncidentForm
from safeplan.records.incidents import draft_name
from safeplan.records.wording import canonical, new_id, sha256_hex
from safeplan.vault.database import Database, Row

# Without these an entry would be no entry.
NEEDED = frozenset({"text", "happened"})
FIELDS = frozenset(IncidentForm.__dataclass_fields__) - NEEDED

_COLUMNS = "id, incident_id, revision, fields, removed_at, zone, after_sha256"
_ADD = f"INSERT INTO field_removed ({_COLUMNS}, done) VALUES (?, ?, ?, ?, ?, ?, ?, 0)"
_DONE = "UPDATE field_removed SET done = 1 WHERE id = ?"
_ALL = f"SELECT {_COLUMNS} FROM field_removed"
_ONE = f"SELECT {_COLUMNS} FROM field_removed WHERE id = ? AND done = 1"
_AFTER = "SELECT after_sha256 FROM field_removed WHERE incident_id = ? AND revision = ? ORDER BY rowid DESC LIMIT 1"
_TOUCHED = "SELECT DISTINCT incident_id FROM field_removed"
_FIXED = (
    "SELECT r.number, r.document, l.content_sha256 FROM revision r JOIN ledger l ON l.seq = r.seq"
    " WHERE r.incident_id = ? ORDER BY r.number"
)
_NEWEST = "SELECT document FROM revision WHERE incident_id = ? ORDER BY number DESC LIMIT 1"
_REWRITE = "UPDATE revision SET document = ? WHERE incident_id = ? AND number = ?"
_ROW = "SELECT row FROM incident WHERE id = ? AND id NOT IN (SELECT object_id FROM tombstone)"
_LINES = (
    f"SELECT object_id, content_sha256 FROM ledger WHERE op = '{REMOVE_FIELD}'"
    f" UNION ALL SELECT object_id, content_sha256 FROM waiting WHERE op = '{REMOVE_FIELD}'"
)


def remove_fields(
    db: Database, clock: Clock, incident_id: str, names: Collection[str], revisions: Collection[int] | None = None
) -> int:
    """Take `names` (fields of IncidentForm) out of the fixed writings of an entry; how many writings lost something.

    `revisions`: only these numbers; None for all. What waits for the next opening is left: it can be taken back.
    A begun correction, which repeats every field, goes as a whole once the newest writing has none of `names`. Raises
    NotThere for an entry that is not there any more, Bug for a field that has to stay or does not exist.
    """
    if set(names) - FIELDS:
        raise errors.Bug(code="field-removal")
    row = db.value(_ROW, (incident_id,))
    if row is None:
        raise errors.NotThere
    changed = 0
    with db.transaction():
        for number, document, was in db.rows(_FIXED, (incident_id,)):
            if revisions is None or number in revisions:
                changed += _remove(db, clock, (incident_id, number), document, was, names)
        if changed:
            # Forgotten first: an index of an older shape is then given up, with the words in it.
            search.forget_words(db, row)
            search.add_words(db, row)
            if not holds_any(db.value(_NEWEST, (incident_id,)), names):
                drafts.clear_draft(db, draft_name(incident_id))
    return changed


def holds_any(document: str, names: Iterable[str]) -> frozenset[str]:
    """Which of `names` say something in a kept writing."""
    form = from_plain(json.loads(document)["form"])
    return frozenset(name for name in names if getattr(form, name) != getattr(IncidentForm(), name))


def touched(db: Database) -> frozenset[str]:
    """Ids of entries of which a writing lost a field: their text cannot be proven whole any more."""
    return frozenset(id_ for (id_,) in db.rows(_TOUCHED))


# ── For the check of the record ─────────────────────────────────────────────────────────────────────────────────
def hash_after(db: Database, incident_id: str, revision: int) -> str | None:
    """What the rest of a writing must hash to; None when nothing was taken out of it."""
    found = db.value(_AFTER, (incident_id, revision))
    return None if found is None else str(found)


def fits(db: Database, entry: Entry) -> bool:
    """Whether a removal is as it was written down, and was done."""
    row = db.row(_ONE, (entry.object_id,))
    return row is not None and sha256_hex(_document(row)) == entry.content_sha256


def all_have_their_lines(db: Database) -> bool:
    """Whether every removal has its line, in the ledger or waiting, and each line its removal."""
    return dict(db.rows(_LINES)) == {row[0]: sha256_hex(_document(row)) for row in db.rows(_ALL)}


def _remove(
    db: Database, clock: Clock, place: tuple[str, int], document: str, was: str, names: Collection[str]
) -> bool:
    said = holds_any(document, names)
    if not said:
        return False
    value = json.loads(document)
    empty = IncidentForm()
    form = replace(from_plain(value["form"]), **{name: getattr(empty, name) for name in said})
    # With the old salt, what is left and the ledger's hash, a short field could be found by trying.
    rest = canonical({**value, "form": as_plain(form), "salt": new_id(), "was_sha256": was})
    row = (
        new_id(),
        *place,
        canonical({"fields": sorted(said)}),
        as_text(clock.now()),
        clock.zone(),
        sha256_hex(rest),
    )
    # First the row: without it the database's triggers let no writing change.
    db.execute(_ADD, row)
    db.execute(_REWRITE, (rest, *place))
    db.execute(_DONE, (row[0],))
    text = _document(row)
    chain.wait(db, clock, REMOVE_FIELD, str(row[0]), 0, sha256_hex(text), len(text.encode("utf-8")))
    return True


def _document(row: Row) -> str:
    return canonical(dict(zip(_COLUMNS.split(", "), row, strict=True)))
