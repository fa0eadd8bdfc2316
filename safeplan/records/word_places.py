"""Where the typed words stand in an entry: the lines around them and which letters to mark.

May touch: the entry and its files' names and notes, only to read. Must never read on once enough is found.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from safeplan.records.search_index import texts_of
from safeplan.records.typed_words import TypedWord
from safeplan.records.word_forms import WORD, cased, one_spelling, stems
from safeplan.records.wording import let_others_run
from safeplan.vault.database import Database

MOST_PLACES = 3
MOST_MARKS = 8
BEFORE, LENGTH = 40, 160
_SLICE = 10_000

_DOCUMENT = "SELECT document FROM revision WHERE incident_id = ? ORDER BY number DESC LIMIT 1"


@dataclass(frozen=True)
class Place:
    """A piece of one text of the entry. `marks` are (start, end) in `text`; `field` as in entry_fields.Written."""

    field: str
    text: str
    marks: tuple[tuple[int, int], ...]
    cut_before: bool = False
    cut_after: bool = False


def places_of(db: Database, incident_id: str, typed: list[TypedWord], *, inside: bool = False) -> tuple[Place, ...]:
    """Up to three places of an entry where typed words stand, in the order of its texts."""
    document = db.value(_DOCUMENT, (incident_id,))
    if document is None:
        return ()
    found = []
    for written in texts_of(db, incident_id, json.loads(document)["form"]):
        marks = _first_marks(written.text, typed, inside=inside)
        if marks:
            found.append(_piece(written.field, written.text, marks))
            if len(found) == MOST_PLACES:
                break
    return tuple(found)


def marks_in(text: str, typed: list[TypedWord], *, inside: bool = False) -> Iterator[tuple[int, int]]:
    """(start, end) of each word of `text` that one of the typed words means."""
    heads = tuple({word.plain for word in typed} | {stem for word in typed for stem in word.stems})
    for start in range(0, len(text), _SLICE):
        # A word across the cut is read whole by looking on from the cut.
        piece = text[start : start + _SLICE + 100]
        same_length = unicodedata.is_normalized("NFKC", piece) and len(lowered := cased(piece)) == len(piece)
        for match in WORD.finditer(lowered if same_length else piece):
            if match.start() >= _SLICE:
                break
            word = match.group() if same_length else cased(match.group())
            plain = one_spelling(word)
            worth_it = inside or plain.startswith(heads)
            if worth_it and any(_means(asked, word, plain, inside=inside) for asked in typed):
                yield start + match.start(), start + match.end()
        if start:
            let_others_run()


def _means(asked: TypedWord, word: str, plain: str, *, inside: bool) -> bool:
    if plain.startswith(asked.plain):
        return True
    if plain.startswith(asked.stems) and not set(asked.stems).isdisjoint((*stems(word), plain)):
        return True
    return inside and len(asked.plain) > 2 and asked.plain in plain


def _first_marks(text: str, typed: list[TypedWord], *, inside: bool) -> list[tuple[int, int]]:
    """The marks in the window around the first one."""
    found: list[tuple[int, int]] = []
    for begin, end in marks_in(text, typed, inside=inside):
        if found and (begin > found[0][0] + LENGTH - BEFORE or len(found) == MOST_MARKS):
            break
        found.append((begin, end))
    return found


def _piece(field: str, text: str, marks: list[tuple[int, int]]) -> Place:
    start = max(0, marks[0][0] - BEFORE)
    if start:
        # Begin with a whole word where there is one.
        space = text.find(" ", start, marks[0][0])
        start = space + 1 if space >= 0 else start
    end = min(len(text), max(start + LENGTH, marks[0][1]))
    kept = tuple((begin - start, stop - start) for begin, stop in marks if stop <= end)
    return Place(field, text[start:end], kept, cut_before=start > 0, cut_after=end < len(text))
