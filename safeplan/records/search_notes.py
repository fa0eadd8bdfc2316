"""Finds what she wrote beside the entries: cases, orders, breaches, pressure, her own days, people.

May touch: these notes, only to read. Must never hand on a person's name: who may be shown how, the page decides.

There are some thousand of them at most, so all are gone through and no index has to be kept. Notes and transcripts of
files are found with their entries, by search.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from safeplan.records.entry_fields import Written
from safeplan.records.typed_words import read_typed
from safeplan.records.word_places import Marker, Place
from safeplan.records.wording import keep_as_typed, let_others_run
from safeplan.vault.database import Database

CASE, ORDER, PRESSURE, DAY, PERSON = KINDS = ("case", "order", "pressure", "day", "person")
MOST = 30
BREACH = "breach"
# As many notes as are gone through in about two milliseconds.
BREATH = 100
_LONGEST_BEGINNING = 160

_CASES = "SELECT id, document FROM case_file ORDER BY changed_at DESC, id"
_ITEMS = (
    "SELECT i.case_id, i.id, i.kind, i.document, c.document FROM case_item i JOIN case_file c ON c.id = i.case_id"
    " ORDER BY i.changed_at DESC, i.id"
)
_ORDERS = "SELECT id, document FROM court_order ORDER BY changed_at DESC, id"
_BREACHES = (
    "SELECT b.order_id, b.document, o.document FROM order_breach b JOIN court_order o ON o.id = b.order_id"
    " WHERE b.document <> '{}' ORDER BY b.noted_at DESC, b.id"
)
_PRESSURE = (
    "SELECT p.incident_id, i.number, p.document FROM pressure_note p JOIN incident i ON i.id = p.incident_id"
    " ORDER BY i.number DESC"
)
_DAYS = "SELECT id, words FROM life_event ORDER BY start = '', start DESC, place DESC"
_SHOWN_OF_PERSON = (
    *("notes", "knows", "not_told", "contact", "safe_contact", "age", "school", "collects", "uses", "places"),
    *("helped_by", "office", "statement_number"),
)
_PEOPLE = (
    f"SELECT id, name, nickname, code_word, {', '.join(_SHOWN_OF_PERSON)} FROM person ORDER BY added_at DESC, rowid"
)
_NAMES = "SELECT id, name, nickname FROM person"
_SOME = "SELECT {}".format(
    " OR ".join(
        f"EXISTS (SELECT 1 FROM {table})"
        for table in ("case_file", "court_order", "pressure_note", "life_event", "person")
    )
)

_IN_CASE = ("name", "number", "body", "article", "notes")
_IN_ITEM = ("number", "words", "text", "who", "where")
_IN_ORDER = ("name", "number", "issued_by", "terms", "article", "notes")
_IN_BREACH = ("words", "number", "to", "answer", "came_of_it", "article")
_IN_PRESSURE = ("promised", "paper_words")


@dataclass(frozen=True)
class NoteFound:
    """One note in which every typed word stands.

    `kind` is one of KINDS; `id` of the case, the order, the entry of a pressure note, the own day or the person.
    `item_id`: of something in a case; `part`: its kind there, or BREACH. `name`: what she or the pack calls the case
    or the order, "" for a person, whose name the page knows how to show. `number`: of the entry. `beginning`: its
    first words, for a note found only by a name.
    """

    kind: str
    id: str
    item_id: str = ""
    part: str = ""
    name: str = ""
    number: int = 0
    places: tuple[Place, ...] = ()
    beginning: str = ""


@dataclass(frozen=True)
class _Note:
    """`shown`: its texts; `hidden`: what it is found by too and never shown here, such as names."""

    found: NoteFound
    shown: tuple[Written, ...]
    hidden: tuple[str, ...] = ()


def search_notes(
    db: Database, untrusted_text: str, limit: int = MOST, *, order_names: Mapping[str, str] | None = None
) -> tuple[NoteFound, ...]:
    """Notes in which every typed word stands in some form, kind by kind, the last changed first; at most `limit`.

    `order_names`: what the country's pack calls its orders, by id: she looks for them by these names too.
    """
    typed = read_typed(keep_as_typed(untrusted_text))
    if not typed:
        return ()
    marker = Marker(typed, inside=True)
    fitting: dict[str, list[_Note]] = {kind: [] for kind in KINDS}
    for gone_through, note in enumerate(_notes(db, order_names or {})):
        if marker.all_in("\n".join((*(one.text for one in note.shown), *note.hidden))):
            fitting[note.found.kind].append(note)
        if gone_through % BREATH == 0:
            let_others_run()
    return tuple(_with_places(note, marker) for note in _shared_out(list(fitting.values()), limit))


def has_notes(db: Database) -> bool:
    """Whether there is anything to search."""
    return bool(db.value(_SOME))


def _shared_out(kinds: list[list[_Note]], limit: int) -> Iterator[_Note]:
    """Up to `limit` notes in their order: where there are more, no kind takes the room of another."""
    room, left = dict.fromkeys(range(len(kinds)), 0), limit
    while left > 0 and any(room[place] < len(notes) for place, notes in enumerate(kinds)):
        for place, notes in enumerate(kinds):
            if left > 0 and room[place] < len(notes):
                room[place] += 1
                left -= 1
    for place, notes in enumerate(kinds):
        yield from notes[: room[place]]


def _with_places(note: _Note, marker: Marker) -> NoteFound:
    places = marker.places(note.shown)
    beginning = note.shown[0].text[:_LONGEST_BEGINNING] if note.shown and not places else ""
    known = note.found
    return NoteFound(known.kind, known.id, known.item_id, known.part, known.name, known.number, places, beginning)


# ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def _notes(db: Database, order_names: Mapping[str, str]) -> Iterator[_Note]:
    names = {person: f"{name} {nickname}" for person, name, nickname in db.rows(_NAMES)}
    yield from _cases(db, names)
    yield from _orders(db, names, order_names)
    for entry, number, text in db.rows(_PRESSURE):
        document = json.loads(text)
        came = tuple(Written("outcome", one["words"]) for one in document.get("outcomes", ()) if one.get("words"))
        yield _Note(NoteFound(PRESSURE, entry, number=number), (*_texts(document, _IN_PRESSURE), *came))
    for day, words in db.rows(_DAYS):
        yield _Note(NoteFound(DAY, day), (Written("words", words),))
    for person, name, nickname, code_word, *rest in db.rows(_PEOPLE):
        written = tuple(Written(field, text) for field, text in zip(_SHOWN_OF_PERSON, rest, strict=True) if text)
        yield _Note(NoteFound(PERSON, person), written, (name, nickname, code_word))


def _cases(db: Database, names: Mapping[str, str]) -> Iterator[_Note]:
    for case, text in db.rows(_CASES):
        document = json.loads(text)
        hidden = tuple(names[person] for person in document.get("people", ()) if person in names)
        yield _Note(NoteFound(CASE, case, name=_named(document)), _texts(document, _IN_CASE), hidden)
    for case, item, kind, text, case_text in db.rows(_ITEMS):
        document = json.loads(text)
        who = names.get(document.get("who", ""), "")
        if who:
            del document["who"]
        found = NoteFound(CASE, case, item, kind, _named(json.loads(case_text)))
        yield _Note(found, _texts(document, _IN_ITEM), (who,))


def _orders(db: Database, names: Mapping[str, str], order_names: Mapping[str, str]) -> Iterator[_Note]:
    for order, text in db.rows(_ORDERS):
        document = json.loads(text)["form"]
        called = order_names.get(document.get("kind", ""), "")
        found = NoteFound(ORDER, order, name=called or _named(document))
        yield _Note(found, _texts(document, _IN_ORDER), (called, names.get(document.get("against", ""), "")))
    for order, text, order_text in db.rows(_BREACHES):
        document = json.loads(order_text)["form"]
        called = order_names.get(document.get("kind", ""), "") or _named(document)
        yield _Note(NoteFound(ORDER, order, part=BREACH, name=called), _texts(json.loads(text), _IN_BREACH))


def _named(document: dict[str, Any]) -> str:
    return str(document.get("name") or document.get("number") or "")


def _texts(document: dict[str, Any], fields: tuple[str, ...]) -> tuple[Written, ...]:
    return tuple(Written(field, document[field]) for field in fields if document.get(field))
