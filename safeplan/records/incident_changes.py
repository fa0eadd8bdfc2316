"""What an amendment changed, as data: field by field, and word by word inside a long text.

May touch: nothing. Must never say what a change means, and never leave a change out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from safeplan.records.incident_form import IncidentForm

# Comparing word by word takes the square of their number; longer texts are compared by lines, then as a whole.
MOST_PIECES = 2_000

_PIECE = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Change:
    """One value that was changed. `field` is one of IncidentForm, `part` the field inside it ("" where it has none).

    `place` counts from 1 in a list: the place after the change, or the one it was taken from; 0 outside lists.
    `before` and `after` are the values as kept: "" for nothing, several ids one under another.
    """

    field: str
    part: str
    place: int
    before: str
    after: str


def changes(before: IncidentForm, after: IncidentForm) -> tuple[Change, ...]:
    """Every value that differs, in the order of the form; none when the forms are equal."""
    found: list[Change] = []
    for one in fields(before):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if old == new:
            continue
        if _is_list(old) or _is_list(new):
            found += _in_list(one.name, old, new)
        else:
            found += _in_part(one.name, 0, old, new)
    return tuple(found)


def differences(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Both texts as one row of ("same" | "gone" | "new", words); joined without "new" it is `before`, without "gone"
    it is `after`."""
    for split in (_PIECE.findall, lambda text: text.splitlines(keepends=True)):
        old, new = split(before), split(after)
        if max(len(old), len(new)) <= MOST_PIECES:
            return tuple(_row(old, new))
    return tuple(_row([before], [after]))


def _row(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    gone, added, between = "", "", ""
    for kind, start, end, into, until in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone, added, between = (
                gone + between + "".join(old[start:end]),
                added + between + "".join(new[into:until]),
                "",
            )
            continue
        words = "".join(old[start:end])
        if (gone or added) and words.isspace() and "\n" not in words:
            # A space alone between two changes is nothing that stayed: "Monday night" became "Tuesday noon" at once.
            between += words
            continue
        yield from _parts(gone, added)
        yield "same", between + words
        gone, added, between = "", "", ""
    yield from _parts(gone, added)
    if between:
        yield "same", between


def _parts(gone: str, added: str) -> Iterator[tuple[str, str]]:
    if gone:
        yield "gone", gone
    if added:
        yield "new", added


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and any(is_dataclass(item) for item in value)


def _in_list(field: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Change]:
    for kind, start, end, into, until in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        pairs = zip_longest(range(start, end), range(into, until))
        for was, now in pairs:
            place = (was if now is None else now) + 1
            yield from _in_part(field, place, None if was is None else old[was], None if now is None else new[now])


def _in_part(field: str, place: int, old: Any, new: Any) -> Iterator[Change]:
    known = old if old is not None else new
    if not is_dataclass(known):
        yield Change(field, "", place, _shown(old), _shown(new))
        return
    for one in fields(known):
        before, after = (None if part is None else getattr(part, one.name) for part in (old, new))
        if _shown(before) != _shown(after):
            yield Change(field, one.name, place, _shown(before), _shown(after))


def _shown(value: object) -> str:
    if value is None:
        return ""
    return "\n".join(str(item) for item in value) if isinstance(value, tuple) else str(value)
