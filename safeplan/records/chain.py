"""The ledger: one line for each thing that happened to the record, each line holding the hash of the one before.

May touch: the tables ledger, waiting, state and the `seq` columns. Must never change a line that stands, and never
hold what the person wrote: only hashes of it, each over a document with a random salt, so that a hash left behind
after a removal cannot be guessed back.

    entry_hash = SHA-256("SPv1" || previous entry_hash, 32 bytes || canonical JSON of the entry)

Entries of the present opening wait in `waiting` and can be taken back; fix_pending moves them into the ledger, at
the next opening or at a hand-over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from safeplan import errors
from safeplan.clock import Clock, as_text, from_text
from safeplan.records.wording import canonical, let_others_run
from safeplan.vault.database import Database, Row

# What she agreed to at a counsellor's desk, and that it holds no longer; a single field taken out of an entry.
CONSENT, CONSENT_END, REMOVE_FIELD = "consent", "consent_end", "remove_field"
OPS = frozenset(
    {"add", "amend", "attach", "remove", "remove_file", "check", "view", "release", "take_over"}
    | {CONSENT, CONSENT_END, REMOVE_FIELD}
)

CHAIN_NAME = b"SPv1"
NOTHING_BEFORE = bytes(32)
# A page of the ledger read at once.
PAGE = 500

BACKWARDS = timedelta(minutes=2)
FORWARDS = timedelta(hours=24)

_COLUMNS = "seq, recorded_at, clock_flags, op, object_id, revision, content_sha256, size, entry_hash"
_PAGE = f"SELECT {_COLUMNS} FROM ledger WHERE seq > ? ORDER BY seq LIMIT {PAGE}"
_ONE = f"SELECT {_COLUMNS} FROM ledger WHERE seq = ?"
_LAST = f"SELECT {_COLUMNS} FROM ledger ORDER BY seq DESC LIMIT 1"
_ADD = f"INSERT INTO ledger ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_WAITING_COLUMNS = "recorded_at, clock_flags, op, object_id, revision, content_sha256, size"
_WAITING = f"SELECT {_WAITING_COLUMNS} FROM waiting ORDER BY place"
_WAIT = f"INSERT INTO waiting ({_WAITING_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_WAITING_LAST = "SELECT recorded_at FROM waiting ORDER BY place DESC LIMIT 1"
_FORGET = "DELETE FROM waiting WHERE object_id = ?"
_FORGET_REVISION = "DELETE FROM waiting WHERE object_id = ? AND revision = ?"
_CLEAR = "DELETE FROM waiting"
_FIX_REVISION = "UPDATE revision SET seq = ? WHERE incident_id = ? AND number = ? AND seq IS NULL"
_FIX_FILE = "UPDATE attachment SET seq = ? WHERE id = ? AND seq IS NULL"
_STATE = "SELECT value FROM state WHERE name = ?"


@dataclass(frozen=True)
class Entry:
    """One line. `size` is that of the document `content_sha256` was computed over, in bytes."""

    seq: int
    recorded_at: str
    clock_flags: str
    op: str
    object_id: str
    revision: int
    content_sha256: str
    size: int
    entry_hash: str

    def document(self) -> dict[str, int | str]:
        """What the chain hashes."""
        return {**self.leaf_document(), "seq": self.seq}

    def leaf_document(self) -> dict[str, int | str]:
        """What the tree hashes: the same without the number, which would tell how many came before."""
        return {
            "recorded_at_utc": self.recorded_at,
            "clock_flags": self.clock_flags,
            "op": self.op,
            "object_id": self.object_id,
            "revision": self.revision,
            "content_sha256": self.content_sha256,
            "size": self.size,
        }

    def hash_after(self, previous: bytes) -> str:
        """The hash this line must carry when `previous` (32 bytes) is that of the line before."""
        return hashlib.sha256(CHAIN_NAME + previous + canonical(self.document()).encode()).hexdigest()


def append(
    db: Database, clock: Clock, op: str, object_id: str, revision: int = 0, content_sha256: str = "", size: int = 0
) -> Entry:
    """Write a line at once, after everything that waits: for checks, hand-overs and other acts nobody takes back."""
    with db.transaction():
        fix_pending(db, clock)
        return _write(
            db, (as_text(clock.now()), clock_flags(db, clock), _known(op), object_id, revision, content_sha256, size)
        )


def wait(
    db: Database, clock: Clock, op: str, object_id: str, revision: int = 0, content_sha256: str = "", size: int = 0
) -> None:
    """Note a line for the next opening; until then `take_back` removes it without trace."""
    now = as_text(clock.now())
    db.execute(_WAIT, (now, clock_flags(db, clock), _known(op), object_id, revision, content_sha256, size))


def take_back(db: Database, object_id: str, revision: int | None = None) -> None:
    """Drop what waits for an object, or for one revision of it."""
    if revision is None:
        db.execute(_FORGET, (object_id,))
    else:
        db.execute(_FORGET_REVISION, (object_id, revision))


def fix_pending(db: Database, clock: Clock) -> int:
    """Move everything that waits into the ledger, in the order it was written; how many lines that were.

    Each line keeps the time and the clock flags of the moment it was written; `clock` is not asked.
    """
    with db.transaction():
        waiting = db.rows(_WAITING)
        for line in waiting:
            entry = _write(db, line)
            if entry.op in ("add", "amend"):
                db.execute(_FIX_REVISION, (entry.seq, entry.object_id, entry.revision))
            elif entry.op == "attach":
                db.execute(_FIX_FILE, (entry.seq, entry.object_id))
        if waiting:
            db.execute(_CLEAR)
    return len(waiting)


def waiting_count(db: Database) -> int:
    """How many lines of this opening could still be taken back."""
    return int(db.value("SELECT count(*) FROM waiting"))


def entries(db: Database, after: int = 0) -> Iterator[Entry]:
    """The lines after number `after`, oldest first."""
    while page := db.rows(_PAGE, (after,)):
        for row in page:
            yield Entry(*row)
        after = page[-1][0]
        let_others_run()


def entry(db: Database, seq: int) -> Entry:
    """One line. Raises NotThere."""
    row = db.row(_ONE, (seq,))
    if row is None:
        raise errors.NotThere(number=seq)
    return Entry(*row)


def clock_flags(db: Database, clock: Clock) -> str:
    """What can be said about the computer's clock now: "", "back", "jump" or "back,jump".

    back: more than two minutes earlier than the newest moment already recorded. jump: more than 24 hours further
    than this opening has lasted.
    """
    now, flags = clock.now(), []
    last = db.row(_LAST)
    recorded = (db.value(_WAITING_LAST), last[1] if last else None, db.value(_STATE, ("opened_at",)))
    if any(moment and now < from_text(moment) - BACKWARDS for moment in recorded):
        flags.append("back")
    opened_at, opened_ticks = recorded[2], db.value(_STATE, ("opened_ticks",))
    if opened_at and opened_ticks:
        lasted = timedelta(seconds=clock.monotonic() - float(opened_ticks))
        # Negative: the value is from before a restart of the computer, it says nothing.
        if lasted >= timedelta(0) and now - from_text(opened_at) > lasted + FORWARDS:
            flags.append("jump")
    return ",".join(flags)


def _write(db: Database, line: Row) -> Entry:
    last = db.row(_LAST)
    seq, previous = (last[0] + 1, bytes.fromhex(last[-1])) if last else (1, NOTHING_BEFORE)
    unsigned = Entry(*(seq, *line, ""))
    done = replace(unsigned, entry_hash=unsigned.hash_after(previous))
    db.execute(_ADD, (seq, *line, done.entry_hash))
    return done


def _known(op: str) -> str:
    if op not in OPS:
        raise errors.Bug(code="ledger-op")
    return op
