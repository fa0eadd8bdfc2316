"""What somebody typed into the search, as words and days the index knows.

May touch: nothing. Must never hand on a sign that means something in a query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from safeplan.records.word_forms import stems, words_in

# A whole page pasted into the search is still answered; nobody means more words than this.
MOST_WORDS = 16
# neighbour's
_OWNED = re.compile(r"['’]s\b", re.IGNORECASE)


@dataclass(frozen=True)
class TypedWord:
    """A typed word in its one spelling, and the stems its forms share."""

    plain: str
    stems: tuple[str, ...]


def read_typed(untrusted_text: str) -> list[TypedWord]:
    """The different words of a typed text, in order."""
    found: dict[str, TypedWord] = {}
    # Enough for the words that count, whatever their length.
    for word, plain in words_in(_OWNED.sub(" ", untrusted_text[:4000])):
        found.setdefault(plain, TypedWord(plain, stems(word)))
        if len(found) == MOST_WORDS:
            break
    return list(found.values())


def split_range(since: str, until: str) -> Iterator[str]:
    """A range of days as few pieces: "#y2025" and "#m202603" marks for whole years and months, single days as they
    are. Both ends are included."""
    begin, end = date.fromisoformat(since), date.fromisoformat(until)
    while begin <= end:
        if begin.day == 1 and begin.month == 1 and date(begin.year, 12, 31) <= end:
            yield f"#y{begin.year:04}"
            begin = date(begin.year + 1, 1, 1)
            continue
        next_month = date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
        if begin.day == 1 and next_month - timedelta(days=1) <= end:
            yield f"#m{begin.year:04}{begin.month:02}"
            begin = next_month
        else:
            yield begin.isoformat()
            begin += timedelta(days=1)
