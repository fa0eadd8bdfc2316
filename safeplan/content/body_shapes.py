"""Lines and surfaces of the body map's drawings: smooth curves, and what lies inside them.

May touch: nothing. Must never know what the lines stand for.
"""

from __future__ import annotations

from bisect import bisect
from math import dist

from safeplan.content.body_outlines import Line, Point

# Straight pieces for one curve; fine enough for an eye on any screen.
_STEPS = 4


def bends(line: Line, *, closed: bool) -> list[tuple[Point, Point, Point, Point]]:
    """The smooth line through the points as cubic curves (from, two handles, to); straight into corners."""
    many, made = len(line), []
    for place in range(many if closed else many - 1):
        start, end = line[place], line[(place + 1) % many]
        before = line[place - 1] if closed or place else start
        after = line[(place + 2) % many] if closed or place + 2 < many else end
        made.append((start[:2], _handle(before, start, end), _handle(after, end, start), end[:2]))
    return made


def _handle(before: Point, at: Point, to: Point) -> Point:
    """Where the curve leaves `at` on its way to `to`. Short beside a near point: no loops where points crowd."""
    if len(at) > 2:
        return at[:2]
    ahead, behind = dist(at[:2], to[:2]), dist(before[:2], at[:2])
    share = ahead / (ahead + behind) / 3 if ahead + behind else 0.0
    return (at[0] + (to[0] - before[0]) * share, at[1] + (to[1] - before[1]) * share)


def curve(line: Line, *, closed: bool) -> Line:
    """The smooth line as many short straight ones."""
    points: list[Point] = []
    for start, a, b, end in bends(line, closed=closed):
        for step in range(_STEPS):
            t = step / _STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            points.append(
                (
                    sum(w * p[0] for w, p in zip(weights, (start, a, b, end), strict=True)),
                    sum(w * p[1] for w, p in zip(weights, (start, a, b, end), strict=True)),
                )
            )
    return (*points, line[-1][:2]) if not closed else tuple(points)


def inside(point: Point, border: Line) -> bool:
    """Whether a point lies inside a closed border of straight pieces."""
    return bisect(crossings(point[1], border), point[0]) % 2 == 1


def distance(point: Point, border: Line) -> float:
    """How far the nearest of these points is."""
    return min(dist(point[:2], one[:2]) for one in border)


def to_border(point: Point, border: Line) -> float:
    """Distance to a polygon's edge."""
    found = []
    for place in range(len(border)):
        (x1, y1, *_), (x2, y2, *_) = border[place - 1], border[place]
        length = (x2 - x1) ** 2 + (y2 - y1) ** 2
        t = max(0.0, min(1.0, ((point[0] - x1) * (x2 - x1) + (point[1] - y1) * (y2 - y1)) / length)) if length else 0
        found.append(dist(point[:2], (x1 + t * (x2 - x1), y1 + t * (y2 - y1))))
    return min(found)


def crossings(y: float, border: Line) -> list[float]:
    """Where a level line crosses a closed border, from left to right."""
    found = []
    for place in range(len(border)):
        (x1, y1, *_), (x2, y2, *_) = border[place - 1], border[place]
        if (y1 > y) != (y2 > y):
            found.append((x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return sorted(found)
