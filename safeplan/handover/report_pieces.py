"""Cuts a report into pieces that are set in type one after another, so that the work can be stopped between two.

May touch: nothing but the data it is given. Must never cut a sheet in two, or lose or double a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

# The compiler works on one core in one call and cannot be stopped: a piece is what takes it a second or two.
# Letters, and pictures as so many letters; measured with docs/decisions.md, "The report is set in pieces".
WEIGHT = 120_000
PICTURE = 3_000
# Every sheet has a page of its own, whatever stands on it.
SHEET = 1_500
LINES = 1_000
DETAILS = 120
_ALL = ("cover", "chronology", "numbers", "sheets", "orders", "pressure", "costs", "annexes", "limits", "technical")


@dataclass(frozen=True)
class Piece:
    """What the template prints in one go. `data` replaces the lists of the whole report."""

    show: tuple[str, ...]
    data: dict[str, Any] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()


def cut(data: dict[str, Any]) -> tuple[Piece, ...]:
    """The pieces in order; a report of ordinary size is one."""
    sheets = tuple(_by_weight(data["sheets"], _weight))
    details = tuple(_by_weight(data["details"], _weight_of_details))
    lines = _portions(data["custody"], LINES)
    if len(sheets) <= 1 and len(details) <= 1 and len(lines) <= 1:
        return (Piece((*_ALL, "details", "custody", "contacts"), {}, _pictures(data["sheets"])),)
    empty: dict[str, Any] = {"sheets": [], "details": [], "custody": []}
    pieces = [Piece(("cover", "chronology", "numbers"), empty)]
    nothing = {**empty, "chronology": [], "annexes": [], "numbers": {"known": [], "missing": []}}
    pieces += [Piece(("sheets",), {**nothing, "sheets": some}, _pictures(some)) for some in sheets]
    pieces.append(Piece(("orders", "pressure", "costs", "annexes", "limits"), {**empty, "chronology": []}))
    pieces.append(Piece(("technical",), nothing))
    pieces += [Piece(("details",), {**nothing, "details": some}) for some in details]
    pieces += [Piece(("custody",), {**nothing, "custody": some}) for some in lines]
    if data["contacts"]:
        pieces.append(Piece(("contacts",), nothing))
    return tuple(pieces)


def _by_weight(
    sheets: Sequence[dict[str, Any]], weigh: Callable[[dict[str, Any]], int]
) -> Iterator[list[dict[str, Any]]]:
    """Portions of whole sheets; only one that is heavier by itself is heavier than WEIGHT."""
    portion: list[dict[str, Any]] = []
    weight = 0
    for sheet in sheets:
        own = weigh(sheet)
        if portion and weight + own > WEIGHT:
            yield portion
            portion, weight = [], 0
        portion.append(sheet)
        weight += own
    if portion:
        yield portion


def _weight(sheet: dict[str, Any]) -> int:
    letters = sum(len(line) for line in sheet["words"])
    letters += sum(len(line) for _, lines in sheet["parts"] for line in lines)
    letters += sum(
        len(line) for one in sheet["corrections"] for change in one["changes"] for half in change[1:] for line in half
    )
    return SHEET + letters + PICTURE * (len(sheet["photos"]) + len(sheet["drawings"]))


def _weight_of_details(annex: dict[str, Any]) -> int:
    return WEIGHT // DETAILS + sum(len(line) for _, lines in annex["texts"] for line in lines)


def _pictures(sheets: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(photo["file"].removesuffix(".svg") for sheet in sheets for photo in sheet["photos"])


def _portions(lines: Sequence[Any], longest: int) -> list[list[Any]]:
    return [list(lines[start : start + longest]) for start in range(0, len(lines), longest)]
