"""An entry as a list shows it: when, the beginning of its words, and how much there is of it.

May touch: the entries, only to read. Must never read a whole long text to show its beginning.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from safeplan.records.entry_fields import written_in
from safeplan.records.incident_form import Happened
from safeplan.vault.database import Database

BEGINNING = 240

_LINES = (
    "SELECT i.number, i.id, json_extract(f.document, '$.written_at_utc'), r.number > 1,"
    f" substr(json_extract(r.document, '$.form.text'), 1, {BEGINNING}),"
    " json_extract(r.document, '$.form.happened'),"
    f" substr(json_extract(r.document, '$.form.place'), 1, {BEGINNING}),"
    " json_extract(r.document, '$.form.kinds'), json_extract(r.document, '$.form.people'),"
    " (SELECT count(*) FROM attachment a WHERE a.incident_id = i.id)"
    " FROM json_each(?) w JOIN incident i ON i.number = w.value"
    " LEFT JOIN revision r ON r.incident_id = i.id"
    " AND r.number = (SELECT max(number) FROM revision WHERE incident_id = i.id)"
    " LEFT JOIN revision f ON f.incident_id = i.id AND f.number = 1 ORDER BY w.key"
)

_NEWEST = (
    "SELECT t.number, r.document,"
    " (SELECT count(*) FROM attachment a WHERE a.incident_id = r.incident_id)"
    " FROM json_each(?) w JOIN entry_time t ON t.number = w.value JOIN revision r ON r.rowid = t.revision_row"
    " ORDER BY w.key"
)
_FIRST = "SELECT json_extract(document, '$.written_at_utc') FROM revision WHERE incident_id = ? AND number = 1"


@dataclass(frozen=True)
class EntryLine:
    """`beginning` is the start of its text, `files` how many are kept with it. A removed one has only its number."""

    id: str
    number: int
    happened: Happened = field(default_factory=Happened)
    beginning: str = ""
    place: str = ""
    kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    files: int = 0
    written_at: str = ""
    amended: bool = False
    removed: bool = False


def newest_documents(db: Database, numbers: Sequence[int]) -> list[tuple[int, str, int]]:
    """Number, newest document and how many files, for indexed entries; in the order of `numbers`."""
    return [(row[0], row[1], row[2]) for row in db.rows(_NEWEST, (json.dumps(list(numbers)),))]


def line_and_form(db: Database, number: int, document: str, files: int) -> tuple[EntryLine, dict[str, Any]]:
    """The line of an entry out of its newest document, and the form in it."""
    value: dict[str, Any] = msgspec.json.decode(document)
    form: dict[str, Any] = value["form"]
    amended = value["revision"] > 1
    written_at = db.value(_FIRST, (value["incident"],)) if amended else value["written_at_utc"]
    line = EntryLine(
        value["incident"],
        number,
        written_in(form),
        form.get("text", "")[:BEGINNING],
        form.get("place", "")[:BEGINNING],
        tuple(form.get("kinds", ())),
        tuple(form.get("people", ())),
        files,
        written_at,
        amended,
    )
    return line, form


def entry_lines(db: Database, numbers: Sequence[int]) -> tuple[EntryLine, ...]:
    """The entries with these numbers, in this order; numbers that do not exist are left out."""
    return tuple(
        EntryLine(
            entry,
            number,
            written_in({"happened": json.loads(happened)}),
            beginning,
            place,
            tuple(json.loads(kinds)),
            tuple(json.loads(people)),
            files,
            written_at,
            bool(amended),
        )
        if happened
        else EntryLine(entry, number, removed=True)
        for number, entry, written_at, amended, beginning, happened, place, kinds, people, files in db.rows(
            _LINES, (json.dumps(list(numbers)),)
        )
    )
