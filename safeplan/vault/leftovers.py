"""Counts what would be lost if a backup took the place of the open store, and what would be there again.

May touch: the open store and the opened backup, to read. Must never count too little: what is not known is counted
as new; nor read a file's bytes, its id says which it is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from safeplan.clock import Clock, from_text
from safeplan.vault.backup import record_name
from safeplan.vault.backup_frame import BackupFacts
from safeplan.vault.database import Database, Row

# Entries, their writings and their files: each is looked at in its own way.
RECORD = ("incident", "revision", "attachment", "tombstone", "field_removed", "step", "plan_version")
# Everything else she writes or chooses about herself, row by row; those that others hang on come first.
NOTES = (
    *("answer", "situation", "draft", "person", "signal", "own_number", "life_event", "weight", "looked"),
    *("certified_result", "sign_review", "court_order", "order_breach", "case_file", "case_item", "pressure_note"),
    *("file_note", "custody", "viewed", "put_aside", "keep_until", "release", "consent", "session_held"),
    *("client", "tally", "loaded_pack", "state"),
)
# Why the rest holds nothing of hers that could be lost.
LEFT_ALONE = {
    "ledger": "lines about the entries, files and removals that are compared themselves",
    "waiting": "the same lines, until the next opening",
    "chunk": "the bytes of a file: its row is compared",
    "embedded": "read from the file itself",
    "thumbnail": "made from the file itself",
    "facet": "made from the entries",
    "found": "made from the entries",
    "found_word": "made from the entries",
    "found_due": "made from the entries",
    "entry_time": "made from the entries",
    "setting": "how the program looks and behaves; some change by merely going to a page",
    "kept_copy": "where copies lie: noted after each was made, so never in it",
}
# Rows that go with the one they are about are not counted beside it.
_ABOUT = {
    "signal": "person_id",
    "order_breach": "order_id",
    "case_item": "case_id",
    "pressure_note": "incident_id",
    "file_note": "attachment_id",
    "custody": "attachment_id",
    "viewed": "attachment_id",
    "put_aside": "object_id",
    "keep_until": "object_id",
}
# What the program notes of its own running. Any other name counts, also one that is new.
_OF_RUNNING = (
    *("tree_seed", "index_shape", "opened_at", "opened_ticks", "day_known", "leapt_at", "purged_at", "box_taken"),
    *("backup_made_at", "backup_lines", "backup_put_off_at"),
)

_COLUMNS = "SELECT name, pk FROM pragma_table_info(?)"
_ENTRIES = "SELECT id FROM incident"
_FIXED = "SELECT incident_id FROM revision WHERE seq IS NOT NULL"
_REMOVED = "SELECT object_id FROM tombstone"
_WRITINGS = "SELECT incident_id, number, document, seq FROM revision"
_FILES = "SELECT id, seq FROM attachment"
_ANSWERS = "SELECT question, text FROM answer"
_SITUATIONS = "SELECT id FROM situation"
_STEPS = ("id", "section", "suggestion", "words", "state", "person_id", "look_again", "reason")
_FIRST = "SELECT min(recorded_at) FROM (SELECT recorded_at FROM ledger UNION ALL SELECT recorded_at FROM waiting)"


@dataclass(frozen=True)
class WouldBeLost:
    """What the store holds and the backup does not. `same_record` False: the backup is of another record, so all.

    `entries`, `files` and `amended` (corrections) are not in the backup, `steps` and `notes` are not or read
    otherwise there (notes: all she writes beside entries and plan). `come_back`: not here any more, there again then.
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


def what_would_be_lost(db: Database, clock: Clock, facts: BackupFacts, copy: Database) -> WouldBeLost:
    """Compare the open store with what is in a backup: `copy` as restore.read_backup opened it, `facts` its note."""
    now = clock.now()
    if record_name(db) != facts.record:
        first = db.value(_FIRST)
        return WouldBeLost(
            same_record=False,
            entries=len(_ids(db, _ENTRIES) - _ids(db, _REMOVED)),
            files=len(_ids(db, _FILES)),
            amended=0,
            steps=len(_rows(db, db, "step")),
            notes=sum(len(_rows(db, db, table)) for table in NOTES),
            come_back=0,
            days=max(0, (now - from_text(first)).days) if first else 0,
        )
    two = _Two(db, copy)
    # In this order: what is about something that is gone here is not counted a second time.
    entries, files, amended, steps = two.entries(), two.files(), two.amended(), two.differ("step")
    notes = two.traces() + two.versions() + sum(two.differ(table) for table in NOTES)
    return WouldBeLost(
        same_record=True,
        entries=entries,
        files=files,
        amended=amended,
        steps=steps,
        notes=notes,
        come_back=two.come_back,
        days=max(0, (now - from_text(facts.made_at)).days),
    )


class _Two:
    """The open store and the copy, held against each other; `come_back` counts what only the copy still has."""

    def __init__(self, db: Database, copy: Database) -> None:
        self._db, self._copy = db, copy
        self.come_back = 0
        self._gone = set[str]()
        self._removed, self._removed_there = _ids(db, _REMOVED), _ids(copy, _REMOVED)
        self._here = _ids(db, _ENTRIES) - self._removed
        self._there = _ids(copy, _ENTRIES) - self._removed_there

    def entries(self) -> int:
        """Entries that are only here."""
        fixed = _ids(self._copy, _FIXED)
        for entry in self._there - self._here:
            self._only_there(entry, is_fixed=entry in fixed)
        return len(self._here - self._there)

    def files(self) -> int:
        """Files that are only here."""
        here, there = _ids(self._db, _FILES), _seqs(self._copy)
        for file in there.keys() - here:
            self._only_there(file, is_fixed=there[file] is not None)
        return len(here - there.keys())

    def amended(self) -> int:
        """Writings of entries both have that are only here, or read otherwise in the copy."""
        here, there = _writings(self._db), _writings(self._copy)
        known = _rows(self._db, self._copy, "field_removed")
        fields = [row for key, row in _rows(self._db, self._db, "field_removed").items() if key not in known]
        # Of these it is the copy that says more: what was taken out here comes back.
        emptied = [key for row in fields if (key := (row["incident_id"], row["revision"])) in there]
        self.come_back += len(emptied)
        # A fixed one cannot be taken back: it was written there.
        taken_back = (key for key in there.keys() - here.keys() if there[key][1] is None and key[0] in self._here)
        self.come_back += sum(1 for _ in taken_back)
        return sum(
            key[0] in self._there and key not in emptied and there.get(key, ("", None))[0] != text
            for key, (text, _) in here.items()
        )

    def traces(self) -> int:
        """What stands here for something removed that the copy never had: the day, the hashes if she kept them."""
        return len(self._removed - self._removed_there - self._gone)

    def versions(self) -> int:
        """Versions of the plan that are only here. One holds what the copy has as its plan when it was made here at
        the first opening after the copy."""
        here, there = (_rows(self._db, store, "plan_version") for store in (self._db, self._copy))
        self.come_back += len(there.keys() - here.keys())
        plan = self._plan_there()
        return sum(_as_plan(str(row["document"])) != plan for key, row in here.items() if key not in there)

    def differ(self, table: str) -> int:
        """Rows that are only here, or read otherwise in the copy."""
        here, there = _rows(self._db, self._db, table), _rows(self._db, self._copy, table)
        about = _ABOUT.get(table, "")
        for key in there.keys() - here.keys():
            if not about or there[key][about] not in self._gone:
                self.come_back += 1
                if not about:
                    self._gone.add(str(key[0]))
        return sum(there.get(key) != row for key, row in here.items())

    def _plan_there(self) -> object:
        """The plan in the copy, as a version of it would hold it."""
        steps = [[row[name] for name in _STEPS] for row in _rows(self._db, self._copy, "step").values()]
        return sorted(steps), dict(self._copy.rows(_ANSWERS)), sorted(_ids(self._copy, _SITUATIONS))

    def _only_there(self, id: str, *, is_fixed: bool) -> None:
        """What was fixed leaves a tombstone when it is removed here; without one it was written there."""
        self._gone.add(id)
        self.come_back += id in self._removed or not is_fixed


def _ids(db: Database, sql: str) -> set[str]:
    return {row[0] for row in db.rows(sql)}


def _seqs(db: Database) -> dict[str, int | None]:
    return {str(file): seq for file, seq in db.rows(_FILES)}


def _writings(db: Database) -> dict[tuple[str, int], tuple[str, int | None]]:
    return {(entry, number): (text, seq) for entry, number, text, seq in db.rows(_WRITINGS)}


def _rows(known: Database, read: Database, table: str) -> dict[Row, dict[str, object]]:
    """{key: values by column} of a table in `read`, with the columns it has in `known`: an earlier program had fewer
    tables and columns, and what was added since begins empty."""
    wanted = known.rows(_COLUMNS, (table,))
    there = {name for name, _ in read.rows(_COLUMNS, (table,))}
    if not there:
        return {}
    names = [name for name, _ in wanted]
    keys = [place for place, (_, is_key) in enumerate(wanted) if is_key]
    listed = ", ".join(f'"{name}"' if name in there else "''" for name in names)
    found = read.rows(f"SELECT {listed} FROM {table}")
    rows = {tuple(row[place] for place in keys): dict(zip(names, row, strict=True)) for row in found}
    return {key: row for key, row in rows.items() if table != "state" or key[0] not in _OF_RUNNING}


def _as_plan(document: str) -> object:
    value = json.loads(document)
    return sorted(value["steps"]), value["answers"], sorted(value["situations"])
