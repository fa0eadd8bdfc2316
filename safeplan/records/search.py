"""Finds entries as she types, newest first: any form of a word, forgiving about its letters, narrowed by what she
chooses.

May touch: the index, people's names; entries only to show where the words stand. Must never let typed text become
query syntax, never rank: the newest comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan.records import search_index
from safeplan.records.entry_lines import EntryLine, line_and_form, newest_documents
from safeplan.records.search_index import DAY, HARM, ORDER, PERSON, PLACE, mark
from safeplan.records.typed_words import TypedWord, read_typed, split_range
from safeplan.records.word_forms import words_in
from safeplan.records.word_places import Marker, Place
from safeplan.records.wording import keep_as_typed, let_others_run
from safeplan.vault.database import Database

PAGE = 30
# Letters of entries that are gone through in two milliseconds.
BREATH = 60_000
# Words that only contain what was typed are looked up when it has so many letters, the most used ones first.
SHORTEST_INSIDE = 3
LONGEST_BEGINNING, MOST_BEGINNING = 3, 32
MOST_INSIDE = 48

_MATCH = "SELECT rowid FROM found WHERE found MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
_NEWEST = (
    "SELECT number FROM incident WHERE number < ? AND id NOT IN (SELECT object_id FROM tombstone)"
    " ORDER BY number DESC LIMIT ?"
)
_INSIDE = f"SELECT word FROM found_word WHERE instr(word, ?) > 1 ORDER BY uses DESC, word LIMIT {MOST_INSIDE}"
_BEGINNING = "SELECT word FROM found_word WHERE word >= ? AND word < ? LIMIT 32"
_PEOPLE = "SELECT id, name, nickname FROM person"
# Two questions: one that asks for both ends reads everything between them.
_SPAN = "SELECT (SELECT min(day) FROM entry_time WHERE day > ''), (SELECT max(day) FROM entry_time WHERE day > '')"
# The years by which an entry may outlast the day it began.
SPAN_YEARS = 20
_AFTER_ALL = "\U0010ffff"
_NONE_BEFORE = 1 << 62


@dataclass(frozen=True)
class Asked:
    """What is looked for; every part narrows. `since` and `until` are local days, both included, "" for open.

    People, kinds and orders are ids: an entry must have at least one of each group that is not empty. `place` is a
    place as places() names it.
    """

    text: str = ""
    since: str = ""
    until: str = ""
    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    place: str = ""
    orders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """One entry, where the words stand in it, and the people whose names were meant."""

    line: EntryLine
    places: tuple[Place, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A page of results, newest first. `more` continues behind it, None at the end."""

    results: tuple[Result, ...]
    more: str | None = None


def search(db: Database, asked: Asked, more: str | None = None, limit: int = PAGE) -> Found:
    """One page of what fits. Words inside other words count too when a first page is not filled without them."""
    if not search_index.ready(db):
        return Found(())
    search_index.catch_up(db)
    typed = read_typed(keep_as_typed(asked.text))
    if asked.text.strip() and not typed:
        return Found(())
    before, inside = _continued(more)
    named = _named(db, typed)
    narrow = _query(db, asked, typed, named, inside=inside)
    numbers = _numbers(db, narrow, before, limit + 1)
    if more is None and typed and len(numbers) <= limit:
        wider = _query(db, asked, typed, named, inside=True)
        if wider != narrow:
            inside, numbers = True, _numbers(db, wider, before, limit + 1)
    shown = numbers[:limit]
    marker = Marker(typed, inside=inside) if typed else None
    meant = {person for people in named.values() for person in people}
    results, read = [], 0
    for number, document, files in newest_documents(db, shown):
        line, form = line_and_form(db, number, document, files)
        places: tuple[Place, ...] = ()
        if marker is not None:
            places = marker.places(search_index.texts_of(db, line.id, form, files=files))
        results.append(Result(line, places, tuple(person for person in line.people if person in meant)))
        read += len(document)
        if read > BREATH:
            let_others_run()
            read = 0
    return Found(tuple(results), f"{'i' if inside else 'w'}{shown[-1]}" if len(numbers) > limit else None)


def add_words(db: Database, row: int, text: str = "") -> None:
    """Make the entry with this row findable as it stands in the store; `text` is not needed, it is read there."""
    search_index.index_entry(db, row)


def forget_words(db: Database, row: int) -> None:
    """Take the entry out of the index; its pieces are overwritten."""
    search_index.forget_entry(db, row)


def _continued(more: str | None) -> tuple[int, bool]:
    return (_NONE_BEFORE, False) if more is None else (int(more[1:]), more[0] == "i")


def _numbers(db: Database, query: str, before: int, limit: int) -> list[int]:
    if not query:
        return [number for (number,) in db.rows(_NEWEST, (before, limit))]
    return [number for (number,) in db.rows(_MATCH, (query, before, limit))]


def _query(db: Database, asked: Asked, typed: list[TypedWord], named: dict[str, list[str]], *, inside: bool) -> str:
    """The question to the index. Every part is a quoted token that was made here: no typed sign gets through."""
    parts = [
        _any(_forms(db, word, inside=inside) + [mark(PERSON, one) for one in named[word.plain]]) for word in typed
    ]
    for kind, values in ((PERSON, asked.people), (HARM, asked.kinds), (ORDER, asked.orders)):
        if values:
            parts.append(_any([mark(kind, value) for value in values]))
    if asked.place:
        parts.append(_any([mark(PLACE, search_index.place_value(asked.place))]))
    if asked.since or asked.until:
        parts.append(_any(_days_asked(db, asked)))
    return " AND ".join(parts)


def _days_asked(db: Database, asked: Asked) -> list[str]:
    first, last = db.row(_SPAN) or ("", "")
    if not first:
        return ["#none"]
    # An open end reaches as far as any entry may: one that lasted begins before its last day.
    since = max(asked.since, f"{first[:4]}-01-01")
    latest = f"{int(last[:4]) + SPAN_YEARS}-12-31"
    until = min(asked.until or latest, latest)
    return [piece if piece.startswith("#") else mark(DAY, piece) for piece in split_range(since, until)] or ["#none"]


def _any(tokens: list[str]) -> str:
    quoted = (f'"{token[:-1]}"*' if token.endswith("*") else f'"{token}"' for token in dict.fromkeys(tokens))
    return "(" + " OR ".join(quoted) + ")"


def _beginning_with(db: Database, plain: str) -> list[str]:
    """The tokens that begin with a word, or the word with a star.

    The index answers beginnings of up to three letters at once. A longer one would make it join whole lists before it
    shows the newest, while words that are named are read from the newest on.
    """
    if len(plain) > LONGEST_BEGINNING and plain.isalpha():
        words = [found for (found,) in db.rows(_BEGINNING, (plain, plain + _AFTER_ALL))]
        if len(words) < MOST_BEGINNING:
            return words or [plain]
    return [plain + "*"]


def _forms(db: Database, word: TypedWord, *, inside: bool) -> list[str]:
    tokens = _beginning_with(db, word.plain)
    for stem in word.stems:
        tokens += [f"={stem}"] if stem == word.plain else [f"={stem}", stem]
    if inside and len(word.plain) >= SHORTEST_INSIDE:
        tokens += [found for (found,) in db.rows(_INSIDE, (word.plain,))]
    return tokens


def _named(db: Database, typed: list[TypedWord]) -> dict[str, list[str]]:
    """For each typed word the people whose name or nickname has a word that begins with it."""
    named: dict[str, list[str]] = {word.plain: [] for word in typed}
    if typed:
        for person, name, nickname in db.rows(_PEOPLE):
            parts = {plain for _, plain in words_in(f"{name} {nickname}")}
            for word in typed:
                if any(part.startswith(word.plain) for part in parts):
                    named[word.plain].append(person)
    return named
