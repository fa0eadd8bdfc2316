"""Places that were left out before, held in the texts as they are now: where words moved, the place moves with them.

May touch: nothing but the texts it is given. Must never hold a place where other words stand now: what was taken out
would leave, and something else be cut in its stead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from safeplan.handover.around import Texts
from safeplan.handover.identifying import Finding
from safeplan.handover.selection import LeftOut, left_out
from safeplan.records.wording import sha256_hex

# Where something that is left out can begin: a letter, a figure, the sign before them.
_BEGINNING = re.compile(r"(?<!\w)\S")

Place = LeftOut | Finding
# Its object, its field, its wording.
Text = tuple[str, str, int]


def still_out(marks: Iterable[LeftOut], texts: Texts) -> Iterator[LeftOut]:
    """The same places where their words stand now; none for words that are gone. A wording of an entry never changes,
    everything else can be written over."""
    for mark in marks:
        text = texts.at(mark.object_id, mark.field, mark.revision)
        if _words(mark, text):
            yield mark
        elif mark.sha256:
            length = mark.end - mark.start
            for found in _BEGINNING.finditer(text):
                moved = replace(mark, start=found.start(), end=found.start() + length)
                if _words(moved, text):
                    yield moved


def in_newer_wordings(marks: Iterable[LeftOut], texts: Texts, given: Mapping[str, int]) -> Iterator[LeftOut]:
    """The same words in wordings of an entry that came after the one that was given ({id: its number}), wherever in
    it they stand; a place that stayed as a whole stays, whatever it is called now."""
    for mark in marks:
        text = texts.at(mark.object_id, mark.field, mark.revision)
        words = text[mark.start : mark.end]
        if not mark.revision or not words.strip():
            continue
        whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        for number in texts.newer(mark.object_id, given.get(mark.object_id, mark.revision)):
            now = texts.of(mark.object_id, number)
            if mark.field == "place" and words == text:
                yield left_out(mark.object_id, "place", 0, now.get("place", ""), number)
                continue
            for field, newer in now.items():
                for found in whole.finditer(newer):
                    yield left_out(mark.object_id, field, found.start(), words, number)


def by_text(places: Iterable[Place]) -> dict[Text, list[Place]]:
    """The places of each text."""
    found: dict[Text, list[Place]] = {}
    for one in places:
        found.setdefault(_text_of(one), []).append(one)
    return found


def within(one: Place, others: Mapping[Text, Sequence[Place]]) -> bool:
    """Whether one of the others holds the whole of it."""
    return any(other.start <= one.start and one.end <= other.end for other in others.get(_text_of(one), ()))


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _text_of(one: Place) -> Text:
    return one.object_id, one.field, one.revision


def _words(mark: LeftOut, text: str) -> str:
    words = text[mark.start : mark.end]
    return words if not mark.sha256 or sha256_hex(words) == mark.sha256 else ""
