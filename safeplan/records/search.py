"""Finds entries by pieces of words, in Kazakh, Russian and English, whatever the spelling of ё or capitals.

May touch: the `found` index, people's and files' names. Must never let typed text become query syntax.
"""

from __future__ import annotations

import unicodedata

from safeplan.records.wording import keep_as_typed, let_others_run
from safeplan.vault.database import Database

# The index cuts words into pieces of three letters; shorter ones are looked for in the text itself.
SHORTEST_INDEXED = 3

_MATCH = "SELECT i.id FROM found JOIN incident i ON i.row = found.rowid WHERE found MATCH ?"
_INSIDE = "SELECT i.id FROM found JOIN incident i ON i.row = found.rowid WHERE instr(found.folded, ?) > 0"
_PEOPLE = "SELECT id, name, nickname FROM person"
_FILES = "SELECT incident_id, json_extract(document, '$.name') FROM attachment"
_ADD = "INSERT INTO found (rowid, folded) VALUES (?, ?)"
_DROP = "DELETE FROM found WHERE rowid = ?"

# Folding this many letters takes about a millisecond.
_SLICE = 20_000


def folded(text: str) -> str:
    """Lower case, one Unicode form, ё as е. Kazakh letters stay themselves: ә is not а, қ is not к."""
    pieces, start = [], 0
    while start < len(text):
        # Cut after a space: a letter and the mark above it stay together.
        space = text.find(" ", start + _SLICE, start + 2 * _SLICE)
        end = space + 1 if space >= 0 else start + 2 * _SLICE
        pieces.append(_folded(text[start:end]))
        start = end
        if start < len(text):
            let_others_run()
    return "".join(pieces)


def _folded(text: str) -> str:
    one_form = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    # NUL would cut the text short inside SQLite.
    return one_form.replace("ё", "е").replace("\0", " ")


def add_words(db: Database, row: int, text: str) -> None:
    """Make the entry with this row findable by `text`, replacing what it was findable by."""
    db.execute(_DROP, (row,))
    db.execute(_ADD, (row, folded(text)))


def forget_words(db: Database, row: int) -> None:
    """Take the entry out of the index; its pieces are overwritten."""
    db.execute(_DROP, (row,))


def find(db: Database, untrusted_text: str) -> set[str]:
    """Ids of the entries that contain every typed word somewhere; no words, no ids."""
    words = folded(keep_as_typed(untrusted_text)).split()
    if not words:
        return set()
    found: set[str] | None = None
    for word in dict.fromkeys(words):
        ids = _containing(db, word)
        for person_id, name, nickname in db.rows(_PEOPLE):
            if word in folded(name) or word in folded(nickname):
                ids |= _containing(db, person_id)
        ids |= {incident for incident, name in db.rows(_FILES) if word in folded(name)}
        found = ids if found is None else found & ids
        if not found:
            return set()
    return found or set()


def _containing(db: Database, word: str) -> set[str]:
    if len(word) < SHORTEST_INDEXED:
        return {found for (found,) in db.rows(_INSIDE, (word,))}
    # One quoted phrase: stars, brackets, NOT and colons inside it are letters.
    return {found for (found,) in db.rows(_MATCH, ('"' + word.replace('"', '""') + '"',))}
