"""The figures of the body map by name, and how a child differs from a grown person.

May touch: nothing. Must never give the child other places than the adult: the same words serve both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from safeplan.content import body_close, body_outlines
from safeplan.content.body_outlines import Drawing, Line, Point
from safeplan.errors import Bug

FIGURES = ("adult", "child")
VIEWS = (
    *("front", "back", "left", "right"),
    *("head", "head_back", "head_left", "head_right", "palms", "hands_back"),
)

# (adult height, child height, child width as a share of the adult's), from the top of the drawing down.
_CHILD = (
    (0, 0, 1.12),
    (10, 10, 1.12),
    (48, 55, 1.08),
    (66, 72, 0.94),
    (90, 95, 0.82),
    (130, 127, 0.8),
    (190, 176, 0.86),
    (226, 204, 0.8),
    (256, 226, 0.78),
    (345, 300, 0.8),
    (440, 378, 0.84),
    (467.5, 402, 0.86),
    (480, 414, 0.86),
)
_CHILD_HEAD = (
    (0, 0, 1.02),
    (14, 14, 1.03),
    (70, 80, 1.05),
    (90, 101, 1.06),
    (120, 128, 1.05),
    (137, 142, 1.0),
    (171, 169, 0.92),
    (176, 174, 0.82),
    (200, 200, 0.78),
)
_CHILD_HAND = ((0, 18, 1.0), (14, 30, 1.0), (80, 84, 1.0), (150, 146, 1.0), (172, 164, 1.0), (180, 172, 1.0))


@lru_cache(maxsize=32)
def drawing(figure: str, id: str) -> Drawing:
    """The drawing of one view. Raises Bug for an unknown one."""
    if figure not in FIGURES or id not in VIEWS:
        raise Bug(code="body-view")
    adult = _adult(id)
    if figure == "adult":
        return adult
    bands = _CHILD if id in VIEWS[:4] else _CHILD_HEAD if id.startswith("head") else _CHILD_HAND
    return _smaller(adult, bands)


def _adult(id: str) -> Drawing:
    if id == "front":
        return body_outlines.STANDING_FRONT
    if id == "back":
        return body_outlines.STANDING_BACK
    if id in ("left", "right"):
        return body_outlines.standing_side(id)
    if id == "head":
        return body_close.head_front()
    if id == "head_back":
        return body_close.head_back()
    if id == "palms":
        return body_close.hands("palm", body_close.PALM_LINES, "right")
    if id == "hands_back":
        return body_close.hands("hand_back", body_close.BACK_LINES, "left")
    return body_close.head_side(id.removeprefix("head_"))


def _smaller(grown: Drawing, bands: Sequence[tuple[float, float, float]]) -> Drawing:
    """The same drawing with a child's proportions."""
    middle = grown.width / 2

    def moved(point: Point) -> Point:
        for (top, new_top, wide), (low, new_low, wide_low) in pairwise(bands):
            if point[1] <= low or (low, new_low, wide_low) == bands[-1]:
                share = (point[1] - top) / (low - top)
                width = wide + (wide_low - wide) * share
                return (middle + (point[0] - middle) * width, new_top + (new_low - new_top) * share, *point[2:])
        raise AssertionError(point)

    def line(points: Line) -> Line:
        return tuple(moved(point) for point in points)

    return replace(
        grown,
        height=bands[-1][1],
        shapes=tuple(line(shape) for shape in grown.shapes),
        lines=tuple(line(one) for one in grown.lines),
        places=tuple(replace(place, border=line(place.border)) for place in grown.places),
        letters=tuple((side, at[0], at[1]) for side, x, y in grown.letters for at in (moved((x, y)),)),
    )
