"""What guessers try first, as costs: word → log10 of the guesses it takes, in Cyrillic and in Latin spelling.

May touch: the word lists and resources/words/weak.txt. Must never learn from what a person types.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass

from safeplan.content.resources import read_resource
from safeplan.content.words import LANGUAGES, WORDS_IN_LIST, word_list
from safeplan.vault.spelling import fold

LIST_WORD_COST = math.log10(WORDS_IN_LIST)

# Two common ways to write Russian and Kazakh in Latin letters; folding has already merged қ with к and so on.
_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_SCHEMES = (
    "a,b,v,g,d,e,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,h,c,ch,sh,sch,,y,,e,yu,ya",
    "a,b,v,g,d,e,j,z,i,i,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,sh,,i,,e,iu,ia",
)
_LATIN = tuple(dict(zip(_LETTERS, scheme.split(","), strict=True)) for scheme in _SCHEMES)


@dataclass(frozen=True)
class Entry:
    """One guessable piece: log10 of the guesses, and why it is weak ("common", "name", "personal", "word")."""

    cost: float
    kind: str


@dataclass(frozen=True)
class WeakTables:
    """Everything the estimate looks up. `drawn`: words of the three lists; `stems`: the same without endings."""

    words: dict[str, Entry]
    drawn: frozenset[str]
    stems: frozenset[str]
    phrases: frozenset[str]
    walks: str


def spellings(word: str) -> set[str]:
    """The folded word and its Latin spellings."""
    folded = fold(word)
    return {folded, *in_latin(folded)}


def in_latin(folded: str) -> list[str]:
    """The usual ways to write a folded text in Latin letters; none for a text that needs none."""
    if folded.isascii():
        return []
    return ["".join(scheme.get(letter, letter) for letter in folded) for scheme in _LATIN]


@functools.cache
def weak_tables() -> WeakTables:
    """Loaded once, in about a quarter of a second: call it ahead of the first keystroke, away from the page."""
    sections = _sections(read_resource("words/weak.txt").decode("utf-8"))
    words: dict[str, Entry] = {}
    for language in LANGUAGES:
        _add(words, word_list(language), "word", LIST_WORD_COST, ranked=False)
    # Whoever guesses tries names and common passwords before any dictionary; order inside a section is rank.
    _add(words, sections["words"], "common", 0.7)
    _add(words, sections["places"], "common", 0.7)
    _add(words, sections["names"], "name", 0.7)
    for name in sections["names"]:
        for form in spellings(name):
            # Наташ-, Аружан-: the endings of endearment are endless, the beginnings are not.
            if len(form) > 4:
                words.setdefault(form[:-1], Entry(2.8, "name"))
    _add(words, sections["common"], "common", 0.0)
    inflected = [fold(word) for language in ("ru", "kk") for word in word_list(language)]
    stems = {word[: len(word) - cut] for word in inflected for cut in (0, 1, 2)}
    drawn = frozenset(fold(word) for language in LANGUAGES for word in word_list(language))
    phrases = {form.replace(" ", "") for line in sections["phrases"] for form in spellings(line)}
    rows = [fold(row) for row in sections["keyboard"]]
    walks = "\n".join([*rows, *(row[::-1] for row in rows)])
    return WeakTables(words, drawn, frozenset(s for s in stems if len(s) >= 4), frozenset(phrases), walks)


def _add(words: dict[str, Entry], new: Iterable[str], kind: str, least: float, *, ranked: bool = True) -> None:
    for rank, word in enumerate(new, start=1):
        # Ranks in a hand-made list are rough: everything in it falls within the first two thousand guesses.
        entry = Entry(least + math.log10(rank) if ranked else least, kind)
        for form in spellings(word):
            if form and (form not in words or words[form].cost > entry.cost):
                words[form] = entry


def _sections(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.extend([line] if current is found.get("phrases") else line.split())
    return found
