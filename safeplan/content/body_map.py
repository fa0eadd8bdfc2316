"""The body map: which figures, views and places there are, what lies under a point, and the picture with its marks.

May touch: nothing. Must never tell how old a mark is, draw a body part that is not needed to find a place, or let
words into a picture: a picture holds numbers, the words stand beside it.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import dist
from typing import Protocol

from safeplan.content.body_figures import FIGURES as FIGURES
from safeplan.content.body_figures import VIEWS as VIEWS
from safeplan.content.body_figures import drawing as drawing_of
from safeplan.content.body_outlines import Drawing, Line, Place, Point
from safeplan.content.body_shapes import bends, crossings, curve, distance, inside, to_border

MARK_KINDS = (
    *("bruise", "swelling", "redness", "dots", "scratch", "graze", "cut", "bite", "burn", "hair", "tooth"),
    *("tender", "numb", "other"),
)
# Against something everyone has at hand; centimetres go into her own words.
SIZES = ("dot", "coin", "finger", "palm", "hand")
COLOURS = ("red", "pink", "purple", "blue", "black", "brown", "green", "yellow", "pale", "none")
PAINS = ("none", "touch", "moving", "always")
# Places nobody is ever asked to photograph: "a doctor can record this". Of a child's body none without clothes.
PRIVATE_PARTS = ("chest", "groin", "buttock")
# A finger on a screen is wider than a drawn one.
NEAR = 5.0

# Into how many rows and columns a place is cut to find its middle.
_FINENESS = 12


class Mark(Protocol):
    """What figure_svg needs to know of a mark: its place from 0 to 1 over the view, from the upper left corner."""

    @property
    def figure(self) -> str:
        """One of FIGURES."""

    @property
    def view(self) -> str:
        """One of VIEWS."""

    @property
    def x(self) -> float:
        """To the right."""

    @property
    def y(self) -> float:
        """Downwards."""


@dataclass(frozen=True)
class Region:
    """One named place of a view, all points from 0 to 1 over the view.

    What belongs to it lies inside `border` and inside the view's outline number `shape`. `middle` is where a mark
    stands that was set with the keyboard; `neighbours` are ids by arrow: left, right, up, down ("" for none).
    `part` is looked up in the words, `side` ("left", "right", "") is the body's own.
    """

    id: str
    part: str
    side: str
    private: bool
    shape: int
    border: tuple[tuple[float, float], ...]
    middle: tuple[float, float]
    neighbours: Mapping[str, str]


@dataclass(frozen=True)
class View:
    """A view ready to be painted: `outlines` closed and in order from below, `lines` open, points from 0 to 1.

    `width` and `height` give the shape of the picture. `letters` are (side, x, y) for "left" and "right".
    """

    figure: str
    id: str
    width: float
    height: float
    outlines: tuple[tuple[tuple[float, float], ...], ...]
    lines: tuple[tuple[tuple[float, float], ...], ...]
    regions: tuple[Region, ...]
    letters: tuple[tuple[str, float, float], ...]


@lru_cache(maxsize=32)
def view(figure: str, id: str) -> View:
    """One view as data for painting. Raises Bug for an unknown one."""
    drawing = drawing_of(figure, id)
    across, down = drawing.width, drawing.height

    def part_of_one(points: Iterable[Point]) -> tuple[tuple[float, float], ...]:
        return tuple((round(point[0] / across, 5), round(point[1] / down, 5)) for point in points)

    outlines = tuple(curve(shape, closed=True) for shape in drawing.shapes)
    middles = {place.id: _middle(place, outlines) for place in drawing.places}
    neighbours = _neighbours(middles)
    return View(
        figure,
        id,
        across,
        down,
        tuple(part_of_one(outline) for outline in outlines),
        tuple(part_of_one(curve(line, closed=False)) for line in drawing.lines),
        tuple(
            Region(
                place.id,
                place.part,
                place.side,
                place.part in PRIVATE_PARTS,
                place.shape,
                part_of_one(place.border),
                part_of_one((middles[place.id],))[0],
                neighbours[place.id],
            )
            for place in drawing.places
        ),
        tuple((side, x / across, y / down) for side, x, y in drawing.letters),
    )


def regions(figure: str, id: str) -> tuple[Region, ...]:
    """The places of a view in reading order. Raises Bug for an unknown view."""
    return view(figure, id).regions


def place_ids(figure: str, id: str) -> tuple[str, ...]:
    """The ids of the places of a view, without what painting needs. Raises Bug for an unknown view."""
    return tuple(place.id for place in drawing_of(figure, id).places)


def all_parts() -> tuple[str, ...]:
    """Every `part` that any view names: what the words must cover."""
    return tuple(dict.fromkeys(place.part for one in VIEWS for place in drawing_of("adult", one).places))


def is_private(region_id: str) -> bool:
    """Whether a place is one that nobody is asked to photograph."""
    return region_id.rpartition("_")[0] in PRIVATE_PARTS or region_id in PRIVATE_PARTS


def hit(figure: str, id: str, x: float, y: float) -> str:
    """The id of the place at a point (0 to 1 over the view); "" beside the body."""
    drawing = drawing_of(figure, id)
    point = (x * drawing.width, y * drawing.height)
    outlines = _outlines(figure, id)
    for shape in range(len(outlines) - 1, -1, -1):
        if inside(point, outlines[shape]):
            return next(
                (one.id for one in drawing.places if one.shape == shape and inside(point, one.border)),
                _nearest(drawing, shape, point),
            )
    found = [(distance(point, outline), shape) for shape, outline in enumerate(outlines)]
    away, shape = min(found)
    return _nearest(drawing, shape, point) if away <= NEAR else ""


# ── The picture ─────────────────────────────────────────────────────────────────────────────────────────────────
_MARGIN = 34.0
# Size of the numbers and the least room for one, by whether the whole figure stands in the view.
_NUMBER = {True: (15.0, 18.0), False: (12.0, 15.0)}
_INK = "#1a1a1a"
_FINE = "#8a8a8a"
_SKIN = "#f7f7f7"
_FONT = "Libertinus Serif"


def figure_svg(
    figure: str, id: str, marks: Sequence[tuple[int, Mark]] = (), letters: Mapping[str, str] | None = None
) -> str:
    """One view as SVG text with numbered marks; those of other views are left out. Black on white.

    `letters` are what stands for {"left", "right"} at the sides of the body, one letter each.
    """
    drawing = drawing_of(figure, id)
    whole = drawing.width + 2 * _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-_MARGIN:g} 0 {whole:g} {drawing.height:g}"'
        f' width="{whole:g}" height="{drawing.height:g}">'
    ]
    parts += [
        f'<path d="{_path(shape, closed=True)}" fill="{_SKIN}" stroke="{_INK}" stroke-width="1.3"'
        ' stroke-linejoin="round"/>'
        for shape in drawing.shapes
    ]
    parts += [
        f'<path d="{_path(line, closed=False)}" fill="none" stroke="{_FINE}" stroke-width="0.9"'
        ' stroke-linecap="round"/>'
        for line in drawing.lines
    ]
    for side, x, y in drawing.letters if letters else ():
        parts.append(_text(letters[side] if letters else "", x, y, 11, _FINE))
    here = [(number, mark) for number, mark in marks if (mark.figure, mark.view) == (figure, id)]
    parts += _numbered(drawing, here)
    return "".join((*parts, "</svg>"))


def _numbered(drawing: Drawing, marks: Sequence[tuple[int, Mark]]) -> list[str]:
    """Each mark as a dot on the body, a thin line, and its number at the nearer edge."""
    middle, (size, gap) = drawing.width / 2, _NUMBER[drawing.height > 300]
    made: list[str] = []
    for left in (True, False):
        column = sorted(
            (mark.y * drawing.height, mark.x * drawing.width, number)
            for number, mark in marks
            if (mark.x * drawing.width < middle) == left
        )
        edge = -_MARGIN + 12 if left else drawing.width + _MARGIN - 12
        for row, (y, x, number) in zip(_rows(column, drawing.height, gap), column, strict=True):
            near = edge + (9 if left else -9)
            made.append(
                f'<path d="M{x:.1f} {y:.1f}L{near:.1f} {row:.1f}" stroke="{_INK}" stroke-width="0.7" fill="none"/>'
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{_INK}" stroke="#ffffff" stroke-width="1"/>'
            )
            made.append(_text(str(number), edge, row + size / 3, size, _INK))
    return made


def _rows(column: Sequence[tuple[float, float, int]], height: float, gap: float) -> list[float]:
    """Heights for the numbers of one edge: near their marks and, while there is room, one line apart."""
    gap = min(gap, (height - 20) / max(len(column), 1))
    rows: list[float] = []
    for y, *_ in column:
        rows.append(max(y, 10.0, rows[-1] + gap if rows else 10.0))
    lowest = height - 10
    for place in range(len(rows) - 1, -1, -1):
        rows[place] = min(rows[place], lowest)
        lowest = rows[place] - gap
    return rows


def _text(words: str, x: float, y: float, size: float, colour: str) -> str:
    safe = "".join(sign for sign in words if sign.isalnum())[:4]
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{_FONT}" font-size="{size:g}" text-anchor="middle"'
        f' fill="{colour}">{safe}</text>'
    )


def _path(line: Line, *, closed: bool) -> str:
    start = line[0]
    curves = "".join(
        f"C{a[0]:.2f} {a[1]:.2f} {b[0]:.2f} {b[1]:.2f} {end[0]:.2f} {end[1]:.2f}"
        for _, a, b, end in bends(line, closed=closed)
    )
    return f"M{start[0]:.2f} {start[1]:.2f}{curves}{'Z' if closed else ''}"


# ── Which place, which way ──────────────────────────────────────────────────────────────────────────────────────
def _nearest(drawing: Drawing, shape: int, point: Point) -> str:
    """The place of this shape whose border lies closest."""
    return min((to_border(point, one.border), one.id) for one in drawing.places if one.shape == shape)[1]


def _middle(place: Place, outlines: Sequence[Line]) -> Point:
    """The point of the place that lies deepest inside it and is covered by no other shape."""
    xs, ys = [point[0] for point in place.border], [point[1] for point in place.border]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    best, deepest = ((left + right) / 2, (top + bottom) / 2), -1.0
    outline, *above = outlines[place.shape :]
    # Only what is near can be the nearest edge.
    edges = [
        point for one in (outline, *above) for point in one if left <= point[0] <= right and top <= point[1] <= bottom
    ]
    for row in range(1, _FINENESS):
        y = top + (bottom - top) * row / _FINENESS
        within = [crossings(y, one) for one in (place.border, outline)]
        covered = [crossings(y, one) for one in above]
        for column in range(1, _FINENESS):
            x = left + (right - left) * column / _FINENESS
            if any(bisect(row_of, x) % 2 == 0 for row_of in within) or any(bisect(one, x) % 2 for one in covered):
                continue
            depth = min([to_border((x, y), place.border), *(dist((x, y), one[:2]) for one in edges)])
            if depth > deepest:
                best, deepest = (x, y), depth
    return best


_ARROWS = (("left", 0, -1), ("right", 0, 1), ("up", 1, -1), ("down", 1, 1))


def _neighbours(middles: Mapping[str, Point]) -> dict[str, dict[str, str]]:
    """For each place by arrow the place that lies that way and is nearest; every place can be reached."""
    costs = {name: {arrow: _that_way(name, middles, axis, sign) for arrow, axis, sign in _ARROWS} for name in middles}
    found = {
        name: {arrow: min(others, key=others.__getitem__, default="") for arrow, others in by_arrow.items()}
        for name, by_arrow in costs.items()
    }
    for lonely in middles:
        led_to = Counter(other for by_arrow in found.values() for other in by_arrow.values())
        if led_to[lonely]:
            continue
        # Bend the arrow for which this costs least, and that is not the only one to where it leads now.
        ways = [
            (others[lonely] - others[found[name][arrow]], name, arrow)
            for name, by_arrow in costs.items()
            for arrow, others in by_arrow.items()
            if lonely in others and led_to[found[name][arrow]] > 1
        ]
        _, name, arrow = min(ways)
        found[name][arrow] = lonely
    return found


def _that_way(name: str, middles: Mapping[str, Point], axis: int, sign: int) -> dict[str, float]:
    """Which places lie in a direction, and how far; sideways distance counts double."""
    at, costs = middles[name], {}
    for other, middle in middles.items():
        ahead, aside = sign * (middle[axis] - at[axis]), abs(middle[1 - axis] - at[1 - axis])
        if ahead > 1 and aside <= 2 * ahead + 1:
            costs[other] = ahead + 2 * aside
    return costs


@lru_cache(maxsize=32)
def _outlines(figure: str, id: str) -> tuple[Line, ...]:
    return tuple(curve(shape, closed=True) for shape in drawing_of(figure, id).shapes)
