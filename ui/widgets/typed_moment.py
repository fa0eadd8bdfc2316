"""A day as she types it, with or without an hour: for orders, breaches, pressure and cases.

May touch: nothing. Must never guess: what can be read in two ways is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from safeplan.errors import DateImpossible
from safeplan.records.dates import parse_typed_date, parse_typed_time
from ui.widgets.fields import LabelledField, TextLine

# A field, and what is wrong in it.
Fault = tuple[LabelledField, str]

_LONGEST = 80
# What may stand between a day and its hour: "2.3.2026, 9:30", «2.3.2026 в 9:30», «2.3.2026 сағат 9:30».
_BETWEEN = re.compile(r"(\s+(at|в|сағат))?[\s,]*", re.IGNORECASE)


def read_moment(untrusted_text: str, today: date, *, near: bool = False) -> str:
    """A typed day, with or without an hour at its end, as "2026-03-02" or "2026-03-02T14:20"; "" for nothing.

    `near`: it may lie ahead, see parse_typed_date. Raises DateImpossible.
    """
    text = untrusted_text.strip()
    if not text:
        return ""
    try:
        return parse_typed_date(text, today, near=near)
    except DateImpossible:
        before, _, hour = text.rpartition(" ")
        day = _without_between(before)
        # «2 March 2030» is a year mistyped rather than half past eight.
        if len(text) > _LONGEST or not day or (hour.isdecimal() and not _has_year(day)):
            raise
    return f"{parse_typed_date(day, today, near=near)}T{parse_typed_time(hour)}"


def as_typed(moment: str) -> str:
    """A kept day or moment as the hint beside the field writes it."""
    if not moment:
        return ""
    day = date.fromisoformat(moment[:10])
    return f"{day.day}.{day.month}.{day.year}" + (f" {moment[11:]}" if "T" in moment else "")


def read_moments(
    lines: Mapping[str, TextLine],
    fields: Mapping[str, LabelledField],
    today: date,
    unreadable: str,
    *,
    near: bool = False,
) -> tuple[dict[str, str], list[Fault]]:
    """The moment typed in each line that has a field here, "" where it cannot be read, and a fault for each of those.

    What was said below these fields before is taken away.
    """
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for one, field in fields.items():
        field.clear_error()
        try:
            found[one] = read_moment(lines[one].text(), today, near=near)
        except DateImpossible:
            found[one] = ""
            faults.append((field, unreadable))
    return found, faults


def say_faults(faults: Sequence[Fault]) -> None:
    """Every field at fault says so at once, and writing goes on in the first. Raises DateImpossible if any."""
    for field, words in faults:
        field.show_error(words)
    if faults:
        faults[0][0].field.setFocus()
        raise DateImpossible


def _without_between(text: str) -> str:
    for place in range(len(text)):
        if _BETWEEN.fullmatch(text[place:]):
            return text[:place]
    return text


def _has_year(day: str) -> bool:
    numbers = re.findall(r"[0-9]+", day)
    return len(numbers) >= (2 if any(one.isalpha() for one in day) else 3)
