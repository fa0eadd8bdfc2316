"""Names the words on a paper that would tell a finder what it is for, so that she can see them before it is printed.

May touch: resources/reports/labels/telling.toml. Must never remove or change a word: what stands there is hers.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable

from safeplan.content.resources import read_resource
from safeplan.errors import ContentBroken
from safeplan.handover.labels import LANGUAGES

FILE = "reports/labels/telling.toml"
# Enough to see what kind of words they are.
MOST = 12

_WORD = re.compile(r"[^\W\d_]+")


def telling_words(texts: Iterable[str]) -> tuple[str, ...]:
    """The telling words in `texts` as they stand there, each once, at most MOST. Languages mix."""
    begins, whole = _known()
    found: dict[str, str] = {}
    for text in texts:
        for word in _WORD.findall(text):
            plain = word.casefold().replace("ё", "е")
            if plain not in found and (plain in whole or plain.startswith(begins)):
                found[plain] = word
                if len(found) == MOST:
                    return tuple(found.values())
    return tuple(found.values())


@functools.cache
def _known() -> tuple[tuple[str, ...], frozenset[str]]:
    try:
        table = tomllib.loads(read_resource(FILE).decode("utf-8"))
        begins = tuple(word for language in LANGUAGES for word in table[language]["begins"])
        whole = frozenset(word for language in LANGUAGES for word in table[language]["whole"])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError):
        raise ContentBroken(file=FILE, where="not loadable") from None
    return begins, whole
