"""Kept text files, pages and exported chats as they are shown: any bytes become parts of a bearable size."""

from __future__ import annotations

import unicodedata

from safeplan.records.readable import LONGEST_LINE, MOST_MARKS, PART_CHARACTERS, PART_LINES, readable
from safeplan.records.sniff import kind_of
from safeplan.records.wording import keep_as_typed

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\0")


def target(data: bytes) -> None:
    """The first byte: whether it has tags; the second: how often the rest is repeated, mostly once."""
    content = data[2:] * (1 << max(0, data[1] - 250) if len(data) > 2 else 1)
    kind_of(content[:4096])
    shown = readable(content, markup=bool(data and data[0] & 1))
    for part in shown.parts:
        assert len(part) <= PART_CHARACTERS + LONGEST_LINE
        assert part.count("\n") < PART_LINES
        assert not _TURNING.intersection(part)
    first = shown.parts[0][:2000]
    run = 0
    for sign in first:
        run = run + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        assert run <= MOST_MARKS
    kept = keep_as_typed(content[:4000].decode("utf-8", "replace"))
    assert keep_as_typed(kept) == kept
