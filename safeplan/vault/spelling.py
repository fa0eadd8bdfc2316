"""One passphrase, whatever keyboard it was typed on: normal form, other layouts, other alphabets.

May touch: nothing. Must never keep what it was given: the normal forms are bytearrays, so that the caller can
overwrite them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

# Each guess costs one key derivation (up to a second), also on every honest typing error.
MOST_CANDIDATES = 4

# The same keys, row by row, without and with Shift: US English, Windows Russian, Kazakh. Kazakh keeps nine of its
# letters where the digits are, so a digit may be a letter and a letter a digit.
_KEYS = {
    "en": r"`1234567890-=qwertyuiop[]\asdfghjkl;'zxcvbnm,./" + r'~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?',
    "ru": r"ё1234567890-=йцукенгшщзхъ\фывапролджэячсмитьбю." + r'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,',
    "kk": r'("әіңғ,.үұқөһйцукенгшщзхъ\фывапролджэячсмитьбю№' + r")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?",
}

# What people write when only a Russian keyboard is at hand. Folding every passphrase this way lets both spellings
# open the same store. The cost: nine letters of 42 merge with others, under 0.3 bit per letter of free text and
# nothing at all for generated phrases, because the words of the list differ after folding too (a test holds it).
_KAZAKH_ON_RUSSIAN_KEYS: dict[int, int] = str.maketrans("әіңғүұқөһ", "аингуукох")
_ONE_SPELLING: dict[int, str | int] = {**_KAZAKH_ON_RUSSIAN_KEYS, ord("ё"): "е"}

_KAZAKH_ONLY = frozenset("әіңғүұқөһӘІҢҒҮҰҚӨҺ")


def fold(untrusted_text: str) -> str:
    """The normal form as text, for comparing with word lists. A copy that cannot be overwritten: not for keys."""
    text = untrusted_text
    # NFKC and casefold undo each other for a few dozen letters; three rounds settle every one of them.
    for _ in range(3):
        before = text
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
        text = text.translate(_ONE_SPELLING)
        # Pasted text carries soft hyphens and zero-width marks that nobody sees and nobody can type again.
        if not text.isprintable():
            text = "".join(c for c in text if unicodedata.category(c) != "Cf")
        text = " ".join(text.split())
        if text == before:
            break
    return text


def normalise(untrusted_text: str) -> bytearray:
    """The bytes that the key is derived from: the same for capitals, ё or е, қ or к, one space or three.

    UTF-8; empty for a text of spaces. Lone surrogates are kept as question marks: no text makes this fail.
    """
    return bytearray(fold(untrusted_text), "utf-8", "replace")


def retype(text: str, typed_on: str, meant: str) -> str:
    """The text that the same key presses give under another layout ("en", "ru", "kk")."""
    return text.translate(str.maketrans(_KEYS[typed_on], _KEYS[meant]))


def candidates(untrusted_text: str) -> Iterator[bytearray]:
    """What the person may have meant, most likely first: at most four normal forms, no two alike.

    First as typed; then the same keys under the layouts that the letters allow. The caller overwrites each.
    """
    text = unicodedata.normalize("NFC", untrusted_text)
    seen: list[bytearray] = []
    try:
        for directions in (None, *_likely_layouts(text)):
            form = normalise(text if directions is None else retype(text, *directions))
            if form and form not in seen:
                seen.append(bytearray(form))
                yield form
            if len(seen) == MOST_CANDIDATES:
                return
    finally:
        for copy in seen:
            copy[:] = bytes(len(copy))


def _likely_layouts(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs (typed on, meant) that can explain these letters, the commonest slip first."""
    latin = any("a" <= c <= "z" for c in text.lower())
    kazakh = not _KAZAKH_ONLY.isdisjoint(text)
    cyrillic = kazakh or any("а" <= c <= "я" or c == "ё" for c in text.lower())
    if latin and not cyrillic:
        return (("en", "ru"), ("en", "kk"))
    if kazakh:
        return (("kk", "en"), ("kk", "ru"))
    if cyrillic:
        return (("ru", "en"), ("ru", "kk"), ("kk", "en"))
    # Only digits and signs: the letters, if any were meant, sit on the Kazakh number row.
    return (("en", "kk"), ("ru", "kk"), ("ru", "en"))
