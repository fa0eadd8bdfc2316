"""The index of words: kept with each entry, in the same transaction, and rebuilt from the entries by one function.

May touch: found, found_word, found_due, entry_time, facet and the triggers that keep them in step; reads the entries.
Must never be the only place of anything, never hold a word of what was taken back or removed, nor anyone's name.

An entry's tokens are its words in one spelling, "=stem" for each stem that is no word of it, and "#" marks for what
it can be narrowed by. Only their presence is kept (detail=none), so the index is small and answers newest first.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any

from safeplan import errors
from safeplan.records import life_events
from safeplan.records.entry_fields import Written, people_in, searched, written_in
from safeplan.records.life_events import LifeEvent
from safeplan.records.word_forms import cased, stems, words_in
from safeplan.records.wording import let_others_run
from safeplan.vault.database import Database

# Raised whenever tokens or tables change: an index of another shape is rebuilt when it is first needed.
SHAPE = "7"
PERSON, HARM, PLACE, ORDER, DAY = "person", "harm", "place", "order", "day"
# Longer spans are found by their months, and by their first and last day.
LONGEST_SPAN = 400
MOST_MONTHS = 240
# About a fifth of a second; opening is not to wait longer.
MOST_WHEN_OPENED = 200
# An entry of the ordinary length takes a third of a millisecond; a very long one is cut into pieces of this size.
_SLICE = 10_000
# While everything is made anew: KiB of pages, bytes of index held back before they are written. Then as before.
_REBUILD_CACHE, _REBUILD_HASH, _ORDINARY_HASH = -64_000, 16 << 20, 1 << 20

_SHAPE_NOW = "SELECT value FROM state WHERE name = 'index_shape'"
_SET_SHAPE = "INSERT INTO state VALUES ('index_shape', ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_NO_SHAPE = "DELETE FROM state WHERE name = 'index_shape'"
# An earlier shape may have had others than today's.
_OWN_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'found%'"
_TABLE_NAMES = ("found", "found_word", "found_due", "entry_time")
_TABLES = (
    # rowid is the entry's number: the newest are then read first, without sorting.
    "CREATE VIRTUAL TABLE found USING fts5 (tokens, detail = none, prefix = '1 2 3',"
    " tokenize = \"ascii tokenchars '=#_'\")",
    # Without it pieces of a deleted row stay in the index until it happens to be merged.
    "INSERT INTO found (found, rank) VALUES ('secure-delete', 1)",
    # Every word that begins with no digit and in how many entries it stands: to look inside words and for beginnings.
    "CREATE TABLE found_word (word TEXT PRIMARY KEY, uses INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    # Entries whose files, notes or breaches changed since; looked at before the next search.
    "CREATE TABLE found_due (incident_row INTEGER PRIMARY KEY) STRICT",
    # `day` is where an entry stands in time ('' if nobody can tell), `hour` -1 if it is not known.
    "CREATE TABLE entry_time (day TEXT NOT NULL, number INTEGER NOT NULL, sure INTEGER NOT NULL,"
    " hour INTEGER NOT NULL, revision_row INTEGER NOT NULL, PRIMARY KEY (day, number)) STRICT, WITHOUT ROWID",
    # The way from a number to the newest revision without a detour over random ids, which lie far apart.
    "CREATE UNIQUE INDEX entry_time_number ON entry_time (number, revision_row)",
)
_LESS = (
    "UPDATE found_word SET uses = uses - 1 WHERE word IN"
    " (SELECT j.value FROM found, json_each(found.tokens) j WHERE found.rowid = {number})",
    "DELETE FROM found_word WHERE uses < 1",
    "DELETE FROM found WHERE rowid = {number}",
)
_OWNER = "(SELECT number FROM incident WHERE id = OLD.incident_id)"
_OWNER_BY_FILE = (
    "(SELECT i.number FROM incident i JOIN attachment a ON a.incident_id = i.id WHERE a.id = OLD.attachment_id)"
)
# Not "OR IGNORE": inside a trigger the conflict rule of the statement that set it off wins, and an upsert would fail.
_NOT_YET = " AND {} NOT IN (SELECT incident_row FROM found_due)"
_DUE = "INSERT INTO found_due SELECT row FROM incident WHERE id = {}" + _NOT_YET.format("row")
_DUE_BY_FILE = (
    "INSERT INTO found_due SELECT i.row FROM incident i JOIN attachment a ON a.incident_id = i.id WHERE a.id = {}"
) + _NOT_YET.format("i.row")

# Written as a function: MATCH is not allowed in a trigger.
_LEANING = (
    "INSERT INTO found_due SELECT i.row FROM found('\"#a' || OLD.id || '\"') f"
    " JOIN incident i ON i.number = f.rowid WHERE true" + _NOT_YET.format("i.row")
)


def _less(number: str) -> str:
    return "; ".join(statement.format(number=number) for statement in _LESS)


_TRIGGERS = {
    # What is removed leaves the index in the same step; what is added waits for the next search.
    "found_file_added": "AFTER INSERT ON attachment BEGIN " + _DUE.format("NEW.incident_id") + "; END",
    "found_file_changed": "AFTER UPDATE OF document ON attachment BEGIN "
    f"{_less(_OWNER)}; {_DUE.format('NEW.incident_id')}; END",
    "found_file_dropped": f"AFTER DELETE ON attachment BEGIN {_less(_OWNER)}; {_DUE.format('OLD.incident_id')}; END",
    "found_note_added": "AFTER INSERT ON file_note BEGIN " + _DUE_BY_FILE.format("NEW.attachment_id") + "; END",
    "found_note_changed": "AFTER UPDATE ON file_note BEGIN "
    f"{_less(_OWNER_BY_FILE)}; {_DUE_BY_FILE.format('NEW.attachment_id')}; END",
    "found_note_dropped": "AFTER DELETE ON file_note BEGIN "
    f"{_less(_OWNER_BY_FILE)}; {_DUE_BY_FILE.format('OLD.attachment_id')}; END",
    "found_breach_added": "AFTER INSERT ON order_breach BEGIN " + _DUE.format("NEW.incident_id") + "; END",
    "found_breach_changed": "AFTER UPDATE ON order_breach BEGIN "
    f"{_DUE.format('OLD.incident_id')}; {_DUE.format('NEW.incident_id')}; END",
    "found_breach_dropped": "AFTER DELETE ON order_breach BEGIN " + _DUE.format("OLD.incident_id") + "; END",
    # An entry taken back moves the later ones up by one.
    "found_number_changed": "AFTER UPDATE OF number ON incident BEGIN"
    " UPDATE found SET rowid = NEW.number WHERE rowid = OLD.number;"
    " UPDATE entry_time SET number = NEW.number WHERE number = OLD.number; END",
    # Entries that lean on a life event move with it.
    "found_event_changed": f"AFTER UPDATE ON life_event BEGIN {_LEANING}; END",
    "found_event_dropped": f"AFTER DELETE ON life_event BEGIN {_LEANING}; END",
}

_ENTRY = (
    "SELECT i.row, i.number, i.id, r.document, r.rowid FROM incident i LEFT JOIN revision r ON r.incident_id = i.id"
    " AND r.number = (SELECT max(number) FROM revision WHERE incident_id = i.id)"
)
_ONE = f"{_ENTRY} WHERE i.row = ?"
_PAGE = f"{_ENTRY} WHERE i.number > ? ORDER BY i.number LIMIT 200"
_FILES = (
    "SELECT json_extract(a.document, '$.name'), json_extract(a.document, '$.note'), n.words, n.transcript"
    " FROM attachment a LEFT JOIN file_note n ON n.attachment_id = a.id WHERE a.incident_id = ? ORDER BY a.rowid"
)
_ORDERS = "SELECT DISTINCT order_id FROM order_breach WHERE incident_id = ?"
_ADD = "INSERT INTO found (rowid, tokens) VALUES (?, ?)"
_MORE = "INSERT INTO found_word VALUES (?, ?) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses"
_ADD_FACET = "INSERT OR IGNORE INTO facet VALUES (?, ?, ?)"
_ADD_TIME = "INSERT INTO entry_time VALUES (?, ?, ?, ?, ?)"
_DROP_FACETS = "DELETE FROM facet WHERE incident_row = ?"
_DROP_TIME = "DELETE FROM entry_time WHERE number = ?"
_NUMBER = "SELECT number FROM incident WHERE row = ?"
_DROP_DUE = "DELETE FROM found_due WHERE incident_row = ?"
_SOME_DUE = "SELECT incident_row FROM found_due LIMIT 50"
_COUNT = "SELECT count(*) FROM incident"
_HASH_SIZE = "INSERT INTO found (found, rank) VALUES ('hashsize', ?)"


def index_entry(db: Database, row: int) -> None:
    """Make the entry with this row findable as it stands now; part of the transaction that wrote it.

    An index that has to be made anew first takes it in then: keeping must not wait for that.
    """
    if not ready_when_opened(db):
        return
    with db.transaction():
        _forget(db, row)
        entry = db.row(_ONE, (row,))
        if entry is not None and entry[3] is not None:
            kept = _write(db, entry, life_events.anchors_of(db))
            for word in kept:
                db.execute(_MORE, (word, 1))


def forget_entry(db: Database, row: int) -> None:
    """Take the entry out of every table of the index; what stood there is overwritten.

    An index that has to be made anew first is given up whole: its words would stay until then.
    """
    if not ready_when_opened(db):
        _give_up(db)
        return
    with db.transaction():
        _forget(db, row)


def ready(db: Database) -> bool:
    """Whether the index has today's shape; it is rebuilt first where it has not and the store can be written."""
    if not is_due(db):
        return True
    try:
        rebuild(db)
    except errors.ReadOnlyPlace:
        return False
    return True


def is_due(db: Database) -> bool:
    """Whether the whole index has to be made anew, which takes long, before anything can be found."""
    return bool(db.value(_SHAPE_NOW) != SHAPE)


def ready_when_opened(db: Database) -> bool:
    """Make the index ready where that is a matter of a moment; a long log waits for whoever first needs it. Whether
    it is ready.

    With a ready index a removal takes its words along at once.
    """
    if is_due(db) and int(db.value(_COUNT)) > MOST_WHEN_OPENED:
        return False
    return ready(db)


def catch_up(db: Database) -> None:
    """Index again the entries whose files, notes or breaches changed."""
    try:
        while due := db.rows(_SOME_DUE):
            with db.transaction():
                for (row,) in due:
                    index_entry(db, row)
                    db.execute(_DROP_DUE, (row,))
            let_others_run()
    except errors.ReadOnlyPlace:
        return


def rebuild(
    db: Database,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Make the whole index anew from the entries, files and notes; how many entries it has. Raises Cancelled.

    `progress(done, total)` in entries. All or nothing: a cancelled or failed one leaves the former index.
    """
    cache = int(db.value("PRAGMA cache_size"))
    # Some tables are written in no order; without room for them every row costs a page read and written.
    db.execute(f"PRAGMA cache_size = {_REBUILD_CACHE}")
    try:
        return _rebuild(db, progress, cancelled)
    finally:
        db.execute(f"PRAGMA cache_size = {cache}")


def _rebuild(db: Database, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> int:
    with db.transaction():
        _give_up(db)
        for statement in _TABLES:
            db.execute(statement)
        db.execute(_HASH_SIZE, (_REBUILD_HASH,))
        total, last, done = int(db.value(_COUNT)), 0, 0
        events, uses = life_events.anchors_of(db), Counter[str]()
        while page := db.rows(_PAGE, (last,)):
            for entry in page:
                if cancelled():
                    raise errors.Cancelled
                if entry[3] is not None:
                    uses.update(_write(db, entry, events))
                    done += 1
                let_others_run()
            last = page[-1][1]
            progress(last, total)
        for place, (word, count) in enumerate(uses.items()):
            db.execute(_MORE, (word, count))
            if place % 200 == 0:
                let_others_run()
        db.execute(_HASH_SIZE, (_ORDINARY_HASH,))
        db.execute("INSERT INTO found (found) VALUES ('optimize')")
        for name, body in _TRIGGERS.items():
            db.execute(f"CREATE TRIGGER {name} {body}")
        db.execute(_SET_SHAPE, (SHAPE,))
    return done


def _give_up(db: Database) -> None:
    with db.transaction():
        for (name,) in db.rows(_OWN_TRIGGERS):
            db.execute(f"DROP TRIGGER {name}")
        for name in _TABLE_NAMES:
            db.execute(f"DROP TABLE IF EXISTS {name}")
        db.execute("DELETE FROM facet")
        db.execute(_NO_SHAPE)


def texts_of(db: Database, incident_id: str, form: dict[str, Any], *, files: int = 1) -> Iterator[Written]:
    """Every text of an entry that is searched: its own fields, then its files' names, notes and transcripts."""
    yield from searched(form)
    if not files:
        return
    for name, note, words, transcript in db.rows(_FILES, (incident_id,)):
        for field, text in (
            ("file_name", name),
            ("file_note", note),
            ("file_note", words),
            ("transcript", transcript),
        ):
            if text:
                yield Written(field, text)


def mark(kind: str, value: str) -> str:
    """The token that stands for something an entry can be narrowed by."""
    if kind == PLACE:
        return "#l" + blake2b(value.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return {PERSON: "#p", HARM: "#h", ORDER: "#o", DAY: "#d"}[kind] + value.replace("-", "")


def as_list(values: Sequence[object]) -> str:
    """Values for SQL's json_each."""
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


def place_value(text: str) -> str:
    """A place as it is counted: however it was capitalised and spaced."""
    return " ".join(cased(text).split())


def _forget(db: Database, row: int) -> None:
    number = int(db.value(_NUMBER, (row,)) or 0)
    for statement in _LESS:
        db.execute(statement.format(number="?"), (number,) if "{" in statement else ())
    db.execute(_DROP_TIME, (number,))
    db.execute(_DROP_FACETS, (row,))
    db.execute(_DROP_DUE, (row,))


def _write(db: Database, entry: tuple[Any, ...], events: dict[str, LifeEvent]) -> list[str]:
    """Write one entry's rows; its words, for the list of all words."""
    row, number, incident_id, document, revision_row = entry
    form: dict[str, Any] = json.loads(document)["form"]
    words = set[str]()
    marks = set[str]()
    for written in texts_of(db, incident_id, form):
        for piece in _pieces(written.text):
            for word, plain in words_in(piece):
                if plain not in words:
                    words.add(plain)
                    marks.update(f"={stem}" for stem in stems(word) if stem != plain)
            let_others_run()
    happened = written_in(form)
    when = life_events.interval(happened, events)
    first, last = when.start or when.end, when.end or when.start
    facets = [(PERSON, person) for person in sorted(people_in(form))]
    facets += [(HARM, kind) for kind in form.get("kinds", ())]
    facets += [(ORDER, order) for (order,) in db.rows(_ORDERS, (incident_id,))]
    if when.sure:
        facets += [(DAY, day) for day in _days(first, last)]
    if place := place_value(form.get("place", "")):
        facets.append((PLACE, place))
    for kind, value in facets:
        db.execute(_ADD_FACET, (row, kind, value))
        marks.add(mark(kind, value))
    # A time that was only reckoned is found too, but no day of it is counted.
    marks.update(mark(DAY, day) for day in _days(first, last))
    marks.update(_months(first, last))
    if happened.anchor:
        marks.add(f"#a{happened.anchor}")
    hour = int(happened.start[11:13]) if "T" in happened.start else -1
    db.execute(_ADD_TIME, (first, number, int(when.sure and first != ""), hour, revision_row))
    db.execute(_ADD, (number, as_list(sorted(words) + sorted(marks))))
    # Nobody looks inside numbers, and there would be more of them than words.
    return sorted(word for word in words if not word[0].isdigit())


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces cut at a space: a letter and the mark above it stay together, and so does a word."""
    start = 0
    while start < len(text):
        space = text.find(" ", start + _SLICE, start + 2 * _SLICE)
        end = space + 1 if space >= 0 else start + 2 * _SLICE
        yield text[start:end]
        start = end


def _days(first: str, last: str) -> Iterator[str]:
    if not first:
        return
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if (end - begin).days > LONGEST_SPAN:
        yield from (first, last)
        return
    for passed in range(max((end - begin).days, 0) + 1):
        yield (begin + timedelta(days=passed)).isoformat()


def _months(first: str, last: str) -> Iterator[str]:
    if not first:
        return
    begin = int(first[:4]) * 12 + int(first[5:7]) - 1
    end = int(last[:4]) * 12 + int(last[5:7]) - 1
    for month in range(begin, min(end, begin + MOST_MONTHS) + 1):
        yield f"#m{month // 12:04}{month % 12 + 1:02}"
        yield f"#y{month // 12:04}"
