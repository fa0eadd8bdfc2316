"""The word lists that passphrases are drawn from: English, Russian, Kazakh, 7,776 words each.

May touch: resources/words through content.resources. Must never choose a word itself: safeplan/vault does that.
"""

from __future__ import annotations

import functools

from safeplan.content.resources import read_resource
from safeplan.errors import ContentBroken

# Five dice make 7,776 combinations, 12.92 bits a word: the lists also work with real dice.
WORDS_IN_LIST = 6**5
LANGUAGES = ("en", "ru", "kk")


@functools.cache
def word_list(language: str) -> tuple[str, ...]:
    """The 7,776 words of "en", "ru" or "kk", in alphabetical order; ContentBroken when the list is not whole."""
    if language not in LANGUAGES:
        raise ContentBroken(file="words", where="language")
    words = tuple(read_resource(f"words/{language}.txt").decode("utf-8").split())
    # A shorter list would silently weaken every phrase drawn from it.
    if len(words) != WORDS_IN_LIST or len(set(words)) != WORDS_IN_LIST:
        raise ContentBroken(file=f"words/{language}.txt", where="count")
    return words
