"""How many guesses a passphrase of her own would survive, judged in Russian, Kazakh and English alike.

May touch: the weak-word tables. Must never store or report what was typed: the result holds a number and a reason.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from safeplan.vault.spelling import fold, retype
from safeplan.vault.weak import LIST_WORD_COST, Entry, WeakTables, in_latin, spellings, weak_tables

ENOUGH_GUESSES_LOG10 = 10.0
FEWEST_CHARACTERS = 12
# Where a number of words is asked for. Four words that make ENOUGH_GUESSES_LOG10 are a little more than that each.
_GUESSES_LOG10_A_WORD = ENOUGH_GUESSES_LOG10 / 4

# zxcvbn takes quadratic time and refuses more than 72; judging only the beginning errs on the strict side.
_ZXCVBN_CHARACTERS = 36
_JUDGED_CHARACTERS = 100
_LONGEST_WORD = 20

_YEAR = re.compile(r"(19[3-9]\d|20[0-4]\d)")
_DATE = re.compile(
    r"(0?[1-9]|[12]\d|3[01])[.\-/ ]?(0[1-9]|1[0-2])[.\-/ ]?(19[3-9]\d|20[0-4]\d|\d\d)"
    r"|(19[3-9]\d|20[0-4]\d|\d\d)[.\-/ ]?(0[1-9]|1[0-2])[.\-/ ]?(0[1-9]|[12]\d|3[01])"
)
_PHONE = re.compile(r"(\+?7|8)[ \-(]*7\d\d[ \-)]*\d{3}[ \-]?\d\d[ \-]?\d\d")
_LETTER_LIKE = str.maketrans("013457@$", "oieastas")
_LETTER_LIKE_CYRILLIC = str.maketrans("@0346", "аозчб")
_DIGITS = "0123456789"
_VOWELS = frozenset("аеиоуыэюяaeiouy")


@dataclass(frozen=True)
class Strength:
    """`reason`: short | few_words | common | name | date | keyboard | repeated | personal | enough."""

    guesses_log10: float
    enough: bool
    reason: str


def estimate(text: str, personal: Sequence[str] = (), least_words: int = 0) -> Strength:
    """The lowest of several judgements: as typed, under the other layouts, in Latin letters, backwards.

    `personal` are words a person close to her would try: names, birthdays, places from her own records.
    `least_words`: as many different words as that, and as hard to guess as so many are.
    """
    # Not at the top: 26 ms that the passphrase page does not have to spare.
    from zxcvbn import zxcvbn

    # One character more than is judged, so that a long text is never taken for a short one.
    folded = fold(text[: _JUDGED_CHARACTERS * 4])[:_JUDGED_CHARACTERS]
    if not folded:
        return Strength(0.0, enough=False, reason="short")
    tables = weak_tables()
    own = _personal_entries(personal)
    variants = _variants(text[:_JUDGED_CHARACTERS], folded)
    # A random text may look like a word under another layout; only a text of letters is suspected of being one.
    natural = all(c.isalpha() or c == " " for c in folded)
    guesses, reason = min(
        (_judge(v, tables, own, natural=natural or v == folded) for v in variants), key=itemgetter(0)
    )
    latin = [v for v in variants if v.isascii()][:3]
    for variant in latin:
        other = float(zxcvbn(variant[:_ZXCVBN_CHARACTERS], user_inputs=list(own))["guesses_log10"])
        guesses = min(guesses, other)
    if len(set(folded.split())) < least_words:
        return Strength(guesses, enough=False, reason="few_words")
    if guesses < max(ENOUGH_GUESSES_LOG10, least_words * _GUESSES_LOG10_A_WORD):
        return Strength(
            guesses, enough=False, reason=reason or ("short" if len(folded) < FEWEST_CHARACTERS else "common")
        )
    if len(folded) < FEWEST_CHARACTERS:
        return Strength(guesses, enough=False, reason="short")
    return Strength(guesses, enough=True, reason="enough")


def _personal_entries(personal: Sequence[str]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for words in personal[:200]:
        for word in [*re.split(r"[\s,.;:\-/]+", words), re.sub(r"\D", "", words), words]:
            for form in spellings(word):
                if len(form) >= 3:
                    entries[form] = Entry(0.5, "personal")
                if len(form) >= 5 and form.isalpha():
                    entries.setdefault(form[:-1], Entry(0.8, "personal"))
    return entries


def _variants(text: str, folded: str) -> list[str]:
    """Distinct texts that a guesser would try and that lead to these keys; the typed one first."""
    found = [folded]
    if any("a" <= c <= "z" for c in folded):
        found += [*_retyped(text, "en", "ru"), *_retyped(text, "en", "kk"), folded.translate(_LETTER_LIKE)]
    else:
        found += [*_retyped(text, "ru", "en"), *_retyped(text, "kk", "en"), *_retyped(text, "ru", "kk")]
        found += [*in_latin(folded), folded.translate(_LETTER_LIKE_CYRILLIC)]
    found.append(folded[::-1])
    return [v for v in dict.fromkeys(found) if v]


def _retyped(text: str, typed_on: str, meant: str) -> list[str]:
    """The same keys on another layout: all of them, and with the digits at the end as they stand.

    Whoever adds a year types it on any layout alike; on the Kazakh one the upper row is letters.
    """
    body = text.rstrip(_DIGITS)
    whole = fold(retype(text, typed_on, meant))
    return [whole] if body == text else [whole, fold(retype(body, typed_on, meant)) + text[len(body) :]]


def _judge(text: str, tables: WeakTables, own: dict[str, Entry], *, natural: bool) -> tuple[float, str]:
    """log10 of the guesses for the cheapest way to cut `text` into guessable pieces, and the main weakness."""
    bare = re.sub(r"[\W_]+", "", text)
    phrase = bare.strip(_DIGITS)
    if bare in tables.phrases or phrase in tables.phrases:
        return 3.0 + len(bare) - len(phrase), "common"
    repeated = re.fullmatch(r"(.+?)\1+", bare)
    if repeated:
        unit = repeated[1]
        return _judge(unit, tables, own, natural=natural)[0] + math.log10(len(bare) / len(unit)), "repeated"
    best: list[tuple[float, str, int]] = [(0.0, "", 0)]
    for end in range(1, len(text) + 1):
        options = [
            (best[start][0] + cost, kind, start)
            for start in range(max(0, end - _LONGEST_WORD), end)
            for cost, kind in (_piece(text, start, end, tables, own, natural=natural),)
            if cost is not None
        ]
        best.append(min(options))
    guesses, weight = best[-1][0], dict.fromkeys(("personal", "repeated", "keyboard", "date", "name", "common"), 0)
    pieces: list[str] = []
    end = len(text)
    while end:
        _, kind, start = best[end]
        pieces.append(text[start:end])
        if kind in weight:
            weight[kind] += end - start
        end = start
    if text.isdecimal():
        # Numbers that people remember come from papers and calendars, however long they are.
        guesses = min(guesses, ENOUGH_GUESSES_LOG10 - 0.5)
        weight["date"] += 1
    words = text.split()
    if len(set(words)) >= 4 and len(words) == len(set(words)) and tables.drawn.issuperset(words):
        # A drawn phrase may contain everyday words by chance. Rating these by rank would refuse good draws;
        # four different ones are still 400 times 400 times 400 times 400.
        guesses = max(guesses, len(words) * 2.6)
    main = max(weight, key=lambda kind: (kind == "personal" and weight[kind] > 0, weight[kind]))
    return guesses, main if weight[main] else ""


def _piece(
    text: str, start: int, end: int, tables: WeakTables, own: dict[str, Entry], *, natural: bool
) -> tuple[float | None, str]:
    """The cost of text[start:end] as one piece, or None when it is none."""
    piece = text[start:end]
    size = end - start
    whole_word = (start == 0 or not text[start - 1].isalpha()) and (end == len(text) or not text[end].isalpha())
    entry = own.get(piece) or tables.words.get(piece)
    # Very short words count only between spaces: by chance they are in every random text.
    if entry and (size > 2 or whole_word):
        return entry.cost, entry.kind
    if size == 1:
        # Everyone who adds one sign adds it at the end, and it is an exclamation mark.
        return (0.0 if piece == " " else 0.5 if end == len(text) and not piece.isalnum() else 1.0), ""
    if len(set(piece)) == 1:
        return 1.0 + math.log10(size), "repeated"
    if size >= 3 and piece in tables.walks:
        return 1.5 + math.log10(size), "keyboard"
    if piece[0].isdigit() or piece[0] == "+":
        if size == 4 and _YEAR.fullmatch(piece):
            return 1.9, "date"
        if 5 <= size <= 10 and _DATE.fullmatch(piece):
            return 4.3, "date"
        if size >= 11 and _PHONE.fullmatch(piece):
            return 7.0, "date"
    if whole_word and piece.isalpha():
        if any(piece[: size - cut] in tables.stems for cut in range(4) if size - cut >= 4):
            return LIST_WORD_COST + 0.7, ""
        if natural and size >= 6 and _pronounceable(piece):
            # Probably a word that is not in our lists; the largest dictionaries hold some hundred thousand.
            return min(float(size), 5.5 + 0.35 * max(0, size - 12)), ""
    return None, ""


def _pronounceable(word: str) -> bool:
    share = sum(letter in _VOWELS for letter in word) / len(word)
    return 0.25 <= share <= 0.65 and re.search(r"[^аеиоуыэюяaeiouy]{5}", word) is None
