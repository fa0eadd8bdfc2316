"""An entry as a list shows it: when, the beginning of its words, and how much there is of it.

May touch: the entries, only to read. Must never read a whole long text to show its beginning.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

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
