"""Counts what would be lost if a backup took the place of the open store.

May touch: the open store, to read. Must never count too little: what is not known is counted as new.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan.clock import Clock, from_text
from safeplan.vault.backup import record_name
from safeplan.vault.backup_frame import BackupFacts
from safeplan.vault.database import Database

# Lines of the ledger in the order they were written, those of this opening last.
_LINES = (
    "SELECT op, recorded_at, object_id FROM ("
    " SELECT 0 AS later, seq AS place, op, recorded_at, object_id FROM ledger WHERE seq > ?"
    " UNION ALL SELECT 1, place, op, recorded_at, object_id FROM waiting) ORDER BY later, place"
)
_STANDS = "SELECT entry_hash FROM ledger WHERE seq = ?"
_STEPS = "SELECT count(*) FROM step WHERE changed_at > ?"
_COUNT_STEPS = "SELECT count(*) FROM step"
_ENTRIES = "SELECT count(*) FROM incident WHERE id NOT IN (SELECT object_id FROM tombstone)"
_FILES = "SELECT count(*) FROM attachment"
_REMOVED = "SELECT object_id FROM tombstone"
_FIRST = "SELECT min(recorded_at) FROM (SELECT recorded_at FROM ledger UNION ALL SELECT recorded_at FROM waiting)"
# Everything else she writes that bears a moment.
_NOTES = (
    ("answer", "changed_at"),
    ("person", "added_at"),
    ("court_order", "changed_at"),
    ("order_breach", "noted_at"),
    ("case_file", "changed_at"),
    ("case_item", "changed_at"),
    ("pressure_note", "changed_at"),
    ("file_note", "changed_at"),
    ("sign_review", "made_at"),
    ("release", "made_at"),
    ("consent", "given_at"),
    ("session_held", "ended_at"),
)


@dataclass(frozen=True)
class WouldBeLost:
    """What the store holds and the backup does not. `same_record` False: the backup is of another record, so all.

    `entries`, `files` and `amended` (corrections) were written since, `steps` and `notes` changed since (notes:
    answers, people, orders, cases, hand-overs and words beside files). `come_back`: removed since, there again then.
    `days` since the backup was made, or since the first entry when it is of another record.
    """

    same_record: bool
    entries: int
    files: int
    amended: int
    steps: int
    notes: int
    come_back: int
    days: int

    @property
    def nothing(self) -> bool:
        """Whether nothing at all would be lost or come back."""
        return self.same_record and not any(
            (self.entries, self.files, self.amended, self.steps, self.notes, self.come_back)
        )


def what_would_be_lost(db: Database, clock: Clock, facts: BackupFacts) -> WouldBeLost:
    """Compare the open store with what a backup says of itself."""
    now = clock.now()
    if record_name(db) != facts.record:
        first = db.value(_FIRST)
        return WouldBeLost(
            same_record=False,
            entries=int(db.value(_ENTRIES)),
            files=int(db.value(_FILES)),
            amended=0,
            steps=int(db.value(_COUNT_STEPS)),
            notes=sum(_notes(db, "")),
            come_back=0,
            days=max(0, (now - from_text(first)).days) if first else 0,
        )
    # Another line at that number: both went on from an older one, so every line may be missing there.
    shared = facts.lines == 0 or db.value(_STANDS, (facts.lines,)) == facts.head_hex
    lines = db.rows(_LINES, (facts.lines if shared else 0,))
    removed = {name for (name,) in db.rows(_REMOVED)}
    # By place and by moment, and the larger counts: a clock that was moved hides nothing.
    by_place = _counted(lines[facts.waiting if shared else 0 :], removed)
    by_moment = _counted([line for line in lines if line[1] > facts.made_at], removed)
    entries, files, amended, come_back = (max(pair) for pair in zip(by_place, by_moment, strict=True))
    return WouldBeLost(
        same_record=True,
        entries=entries,
        files=files,
        amended=amended,
        steps=int(db.value(_STEPS, (facts.made_at,))),
        notes=sum(_notes(db, facts.made_at)),
        come_back=come_back,
        days=max(0, (now - from_text(facts.made_at)).days),
    )


def _counted(lines: list[tuple[str, ...]], removed: set[str]) -> tuple[int, int, int, int]:
    ops = [op for op, _, object_id in lines if object_id not in removed]
    gone = sum(op in ("remove", "remove_file", "remove_field") for op, _, _ in lines)
    return ops.count("add"), ops.count("attach"), ops.count("amend"), gone


def _notes(db: Database, since: str) -> list[int]:
    return [int(db.value(f"SELECT count(*) FROM {table} WHERE {column} > ?", (since,))) for table, column in _NOTES]
