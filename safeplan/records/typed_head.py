"""Recognises a head that somebody copied from a printed card: the four words of any language, or the long number.

May touch: the ledger, only to read. Must never call a record false: one without this head is older than the card, or
another one, and most often a word was copied wrongly.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from safeplan.content.words import LANGUAGES, word_list
from safeplan.records import ledger
from safeplan.records.word_forms import cased, folded
from safeplan.vault.database import Database

WORDS, HEX_DIGITS = 4, 64
# A card's worth of typing, with everything that may stand around it.
LONGEST = 1000

_LINES = "SELECT coalesce(max(seq), 0) FROM ledger"
_SIGNS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True)
class TypedHead:
    """What was typed and whether this record ever had it.

    `lines` is how many lines it had then, None when it never had this head: then the file here is a copy from before
    the card was printed (rolled back), or of another record. `lines_now` counts today's. `kind`: "number" | "words" |
    "" when what was typed is neither; then `unknown` holds what is no word of the list, when four words were typed.
    """

    kind: str
    lines: int | None = None
    lines_now: int = 0
    unknown: tuple[str, ...] = ()

    @property
    def rolled_back(self) -> bool:
        """Whether a head could be read and this record never had it."""
        return bool(self.kind) and self.lines is None


def find_typed_head(db: Database, untrusted_text: str) -> TypedHead:
    """Look for a printed head in this record. Spaces, commas, capitals and ё or е do not matter."""
    text = cased(untrusted_text[:LONGEST])
    number = re.sub(r"[\s:.,\-]+", "", text)
    now = int(db.value(_LINES))
    if re.fullmatch(f"[0-9a-f]{{{HEX_DIGITS}}}", number):
        return TypedHead("number", ledger.seq_with_root(db, number), now)
    typed = _SIGNS.sub(" ", text).split()
    unknown = typed
    for language in LANGUAGES:
        places = [_places(language).get(word, _places(language).get(folded(word))) for word in typed]
        known = tuple(place for place in places if place is not None)
        if len(known) == len(typed) == WORDS:
            return TypedHead("words", ledger.seq_with_root(db, words=known), now)
        # The list that knows most of them is the one they were copied from.
        strange = [word for word, place in zip(typed, places, strict=True) if place is None]
        unknown = min(unknown, strange, key=len)
    # Pieces of a long number are no words.
    words_only = len(typed) == WORDS and not re.search(r"\d", text)
    return TypedHead("", unknown=tuple(unknown) if words_only else ())


@functools.cache
def _places(language: str) -> dict[str, int]:
    """Word to number; also in one spelling, where no other word of the list has the same one."""
    places = {cased(word): place for place, word in enumerate(word_list(language))}
    spelled: dict[str, int | None] = {}
    for word, place in places.items():
        spelled[folded(word)] = None if folded(word) in spelled else place
    return {word: place for word, place in spelled.items() if place is not None} | places
