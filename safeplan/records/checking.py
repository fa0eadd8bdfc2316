"""Checks everything that is kept against the ledger, and names the first thing that does not fit.

May touch: the tables, only to read. Must never repair: what it finds is evidence too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from safeplan import errors
from safeplan.records import attachments, chain, consents, field_removal
from safeplan.records.chain import Entry
from safeplan.records.removal import tombstone_hashes
from safeplan.records.wording import let_others_run, sha256_hex
from safeplan.vault.database import Database

_REVISION = "SELECT document FROM revision WHERE incident_id = ? AND number = ? AND seq = ?"
_FILE = "SELECT document, sha256, size FROM attachment WHERE id = ? AND seq = ?"
_FIXED_REVISIONS = "SELECT seq, incident_id, number FROM revision WHERE seq IS NOT NULL"
_FIXED_FILES = "SELECT seq, id FROM attachment WHERE seq IS NOT NULL"
_LOOSE_REVISIONS = "SELECT incident_id, number, document FROM revision WHERE seq IS NULL"
_LOOSE_FILES = "SELECT id, 0, document FROM attachment WHERE seq IS NULL"
_WAITING = "SELECT object_id, revision, content_sha256 FROM waiting WHERE op IN ('add', 'amend', 'attach')"
_REMOVALS = (
    "SELECT object_id, content_sha256 FROM ledger WHERE op IN ('remove', 'remove_file')"
    " UNION ALL SELECT object_id, content_sha256 FROM waiting WHERE op IN ('remove', 'remove_file')"
)
_RELEASE = "SELECT document FROM release WHERE id = ?"
_RELEASES = "SELECT count(*) FROM release WHERE id NOT IN (SELECT object_id FROM ledger WHERE op = 'release')"
_EMPTY = (
    "SELECT number FROM incident WHERE id NOT IN (SELECT incident_id FROM revision)"
    " AND id NOT IN (SELECT object_id FROM tombstone)"
)
_NUMBERS = "SELECT number FROM incident ORDER BY number"
_BYTES = (
    "SELECT (SELECT coalesce(sum(size), 0) FROM attachment)"
    " + (SELECT coalesce(sum(size), 0) FROM ledger WHERE op IN ('add', 'amend', 'attach'))"
)
_FILES = "SELECT a.id, i.number, a.seq FROM attachment a JOIN incident i ON i.id = a.incident_id ORDER BY a.rowid"
_NUMBER = "SELECT number FROM incident WHERE id = ?"
# An entry is reached by its id, its number or its row; an old page can take away one way and leave the others.
_WAYS = (
    "SELECT count(*) FROM incident WHERE id = ?1 AND row = (SELECT row FROM incident WHERE number = ?2)"
    " AND EXISTS (SELECT 1 FROM incident i WHERE i.row = incident.row AND i.id = ?1 AND i.number = ?2)"
)
_FILE_WAY = "SELECT count(*) FROM attachment INDEXED BY attachment_incident WHERE incident_id = ? AND id = ?"
_FILE_OWNER = "SELECT incident_id FROM attachment WHERE id = ?"
_TABLES = ("ledger", "incident", "revision", "attachment", "tombstone", "release", "consent", "field_removed")


@dataclass(frozen=True)
class Fault:
    """`what`: line (a ledger line was altered, moved, added or lost) | words | file | given (what was written down of
    a hand-over) | agreed (what she agreed to) | missing | extra.

    What the storage itself can no longer read counts as lost: a line, or something missing that a line names.
    `seq` is the first ledger line at fault, 0 when it is not in the ledger; `number` the entry's, 0 if unknown.
    """

    what: str
    seq: int
    number: int = 0


@dataclass(frozen=True)
class CheckResult:
    """Whether all is as it was; `entries` counts the ledger lines read."""

    ok: bool
    entries: int
    first_fault: Fault | None


def check(
    db: Database,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> CheckResult:
    """Follow the whole chain, compare every revision with it, then hash every file again.

    `progress(done, total)` in bytes of documents and files. Raises Cancelled. Whoever has the passphrase can rebuild
    a whole consistent record: that shows only against a head that was handed out before (typed_head.find_typed_head).
    """
    steps = _Steps(progress)
    try:
        steps.total = int(db.value(_BYTES))
        fault = _follow_chain(db, steps, cancelled) or _compare_what_waits(db) or _hash_files(db, steps, cancelled)
    except errors.VaultDamaged:
        # A page that was put in from elsewhere: everything up to the line being read was as it should be.
        fault = steps.reading
    return CheckResult(fault is None, steps.lines, fault)


class _Steps:
    """How far a check has come, and what would be at fault if the storage gave out now."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        self.total, self.done, self.lines = 0, 0, 0
        self.reading = Fault("line", 1)
        self._progress = progress

    def report(self, further: int = 0) -> None:
        self._progress(self.done + further, self.total)


def _follow_chain(db: Database, steps: _Steps, cancelled: Callable[[], bool]) -> Fault | None:
    previous, expected = chain.NOTHING_BEFORE, 1
    # What no line accounts for is extra: it is struck off here as the chain is followed.
    unaccounted = {seq: (owner, number) for seq, owner, number in db.rows(_FIXED_REVISIONS)}
    unaccounted |= {seq: (file, 0) for seq, file in db.rows(_FIXED_FILES)}
    buried = tombstone_hashes(db)
    for entry in chain.entries(db, after=-1):
        if cancelled():
            raise errors.Cancelled
        steps.lines += 1
        if entry.seq != expected or entry.hash_after(previous) != entry.entry_hash:
            return Fault("line", expected)
        steps.reading = Fault("missing", entry.seq)
        fault = _compare_content(db, entry, buried)
        if fault:
            return fault
        named = unaccounted.pop(entry.seq, None)
        if named and named != (entry.object_id, entry.revision):
            return Fault("extra", entry.seq)
        previous, expected = bytes.fromhex(entry.entry_hash), expected + 1
        steps.reading = Fault("line", expected)
        steps.done += entry.size if entry.op in ("add", "amend", "attach") else 0
        if steps.lines % 40 == 0:
            steps.report()
            let_others_run()
    if unaccounted:
        # Content that claims a line which is gone: the end of the ledger was cut off.
        return Fault("line", min(unaccounted))
    # What follows stands in no line of the ledger.
    steps.reading = Fault("extra", 0)
    return None


def _compare_content(db: Database, entry: Entry, buried: dict[str, str]) -> Fault | None:
    text: str | None
    if entry.op in ("add", "amend"):
        text = db.value(_REVISION, (entry.object_id, entry.revision, entry.seq))
    elif entry.op == "attach":
        row = db.row(_FILE, (entry.object_id, entry.seq))
        text = None
        if row:
            text = row[0]
            claims = json.loads(row[0])
            if (claims["sha256"], claims["size"]) != (row[1], row[2]):
                return Fault("file", entry.seq)
    elif entry.op in ("remove", "remove_file"):
        known = buried.get(entry.object_id) == entry.content_sha256
        return None if known else Fault("missing", entry.seq)
    elif entry.op == chain.REMOVE_FIELD:
        return None if field_removal.fits(db, entry) else Fault("missing", entry.seq)
    elif entry.op in (chain.CONSENT, chain.CONSENT_END):
        return None if consents.fits(db, entry) else Fault("agreed", entry.seq)
    elif entry.op == "release":
        text = db.value(_RELEASE, (entry.object_id,))
        return None if text and sha256_hex(text) == entry.content_sha256 else Fault("given", entry.seq)
    else:
        return None
    number = db.value(_NUMBER, (entry.object_id,)) or 0
    if not _can_be_reached(db, entry, number, there=text is not None):
        return Fault("missing", entry.seq, number)
    if text is None:
        return None if entry.object_id in buried else Fault("missing", entry.seq, number)
    rest = field_removal.hash_after(db, entry.object_id, entry.revision) if entry.op != "attach" else None
    return None if sha256_hex(text) == (rest or entry.content_sha256) else Fault("words", entry.seq, number)


def _can_be_reached(db: Database, entry: Entry, number: int, *, there: bool) -> bool:
    """Whether every way a page may ask for it leads to it; a removed entry keeps its number."""
    if entry.op == "attach":
        owner = db.value(_FILE_OWNER, (entry.object_id,))
        return not there or bool(db.value(_FILE_WAY, (owner, entry.object_id)))
    return bool(db.value(_WAYS, (entry.object_id, number)))


def _compare_what_waits(db: Database) -> Fault | None:
    waiting = {(owner, number): digest for owner, number, digest in db.rows(_WAITING)}
    for owner, number, text in (*db.rows(_LOOSE_REVISIONS), *db.rows(_LOOSE_FILES)):
        if waiting.pop((owner, number), None) != sha256_hex(text):
            return Fault("extra", 0, db.value(_NUMBER, (owner,)) or 0)
    if waiting:
        return Fault("missing", 0)
    if dict(db.rows(_REMOVALS)) != tombstone_hashes(db):
        return Fault("extra", 0)
    if db.value(_RELEASES):
        return Fault("given", 0)
    if not field_removal.all_have_their_lines(db):
        return Fault("extra", 0)
    if not consents.all_have_their_lines(db):
        return Fault("agreed", 0)
    empty = db.value(_EMPTY)
    if empty is not None:
        return Fault("missing", 0, empty)
    for table in _TABLES:
        if db.rows(f"PRAGMA integrity_check({table})") != [("ok",)]:
            return Fault("missing", 0)
    numbers = [number for (number,) in db.rows(_NUMBERS)]
    return Fault("missing", 0) if numbers != list(range(1, len(numbers) + 1)) else None


def _hash_files(db: Database, steps: _Steps, cancelled: Callable[[], bool]) -> Fault | None:
    for file, number, seq in db.rows(_FILES):
        steps.reading = Fault("file", seq or 0, number)
        if not attachments.check_file(db, file, lambda done, _: steps.report(done), cancelled):
            return steps.reading
        steps.done += attachments.attachment(db, file).size
    steps.report()
    return None
