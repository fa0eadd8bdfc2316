"""Where the typed words stand in an entry: the lines around them and which letters to mark.

May touch: nothing; it is handed the texts. Must never read on once enough is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from safeplan.records.entry_fields import Written
from safeplan.records.typed_words import TypedWord
from safeplan.records.word_forms import WORD, cased, in_one_spelling, one_spelling, stems, with_vowel
from safeplan.records.wording import let_others_run

MOST_PLACES = 3
MOST_MARKS = 8
BEFORE, LENGTH = 40, 160
_SLICE = 10_000
_LETTER = re.compile("[\\w\u0300-\u036f]")
_TWO_ALPHABETS = re.compile("[a-z][а-я]|[а-я][a-z]")
# The longest word that is still marked whole when a piece ends inside it.
_OVERLAP = 100


@dataclass(frozen=True)
class Place:
    """A piece of one text of the entry. `marks` are (start, end) in `text`; `field` as in entry_fields.Written."""

    field: str
    text: str
    marks: tuple[tuple[int, int], ...]
    cut_before: bool = False
    cut_after: bool = False


class Marker:
    """Marks the words that somebody typed; made once for all the entries of a page."""

    def __init__(self, typed: list[TypedWord], *, inside: bool = False) -> None:
        self._inside = inside
        self._typed = [
            (word, (*word.stems, *(full for stem in word.stems for full in with_vowel(stem)))) for word in typed
        ]
        self._heads = {word.plain for word in typed} | {head for _word, heads in self._typed for head in heads}

    def places(self, texts: Iterable[Written]) -> tuple[Place, ...]:
        """Up to three places where typed words stand, in the order of the texts."""
        found = []
        for written in texts:
            marks = self._first(written.text)
            if marks:
                found.append(_piece(written.field, written.text, marks))
                if len(found) == MOST_PLACES:
                    break
        return tuple(found)

    def marks(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of each word of `text` that one of the typed words means."""
        for begin, end, word, plain in self._words(text):
            if any(self._means(asked, heads, word, plain) for asked, heads in self._typed):
                yield begin, end

    def all_in(self, text: str) -> bool:
        """Whether each of the typed words is meant by some word of `text`."""
        missing = self._typed
        for _begin, _end, word, plain in self._words(cased(text)):
            missing = [one for one in missing if not self._means(*one, word, plain)]
            if not missing:
                return True
        return False

    def _words(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """The words worth a closer look, piece by piece of a long text."""
        for start in range(0, len(text), _SLICE):
            piece = text[start : start + _SLICE + _OVERLAP]
            for begin, end, word, plain in self._candidates(piece):
                if begin >= _SLICE:
                    break
                yield start + begin, start + end, word, plain
            if start:
                let_others_run()

    def _candidates(self, piece: str) -> Iterator[tuple[int, int, str, str]]:
        """Words worth a closer look as (start, end, lower case, one spelling), in order."""
        if piece.isascii() or unicodedata.is_normalized("NFKC", piece):
            lowered = piece.casefold()
            if len(lowered) == len(piece):
                # Letter for letter, so places in one are places in the other.
                plain = in_one_spelling(lowered)
                if piece.isascii() or not _TWO_ALPHABETS.search(plain):
                    for begin, end in sorted(self._words_with_heads(plain)):
                        yield begin, end, lowered[begin:end], plain[begin:end]
                    return
        for match in WORD.finditer(piece):
            word = cased(match.group())
            yield match.start(), match.end(), word, one_spelling(word)

    def _words_with_heads(self, plain: str) -> set[tuple[int, int]]:
        found = set()
        for head in self._heads:
            at = plain.find(head)
            while at >= 0:
                begin, end = at, at + len(head)
                if self._inside or not at or not _LETTER.match(plain, at - 1):
                    while begin and _LETTER.match(plain, begin - 1):
                        begin -= 1
                    rest = WORD.match(plain, begin)
                    end = rest.end() if rest else end
                    found.add((begin, end))
                at = plain.find(head, end)
        return found

    def _means(self, asked: TypedWord, heads: tuple[str, ...], word: str, plain: str) -> bool:
        if plain.startswith(asked.plain):
            return True
        if plain.startswith(heads) and not set(asked.stems).isdisjoint((*stems(word), plain)):
            return True
        return self._inside and len(asked.plain) > 2 and asked.plain in plain

    def _first(self, text: str) -> list[tuple[int, int]]:
        """The marks in the window around the first one."""
        found: list[tuple[int, int]] = []
        for begin, end in self.marks(text):
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
