"""The drawn figures of the body map: outlines, inner lines and the borders of named places, as points.

May touch: nothing. Must never draw more of a body than is needed to find a place on it: the figures have no sex, no
expression and no skin colour, and the child is drawn with the same restraint.
"""

from __future__ import annotations

from dataclasses import dataclass

# x, y in units of the drawing; y grows downwards. A third value of 1 makes a corner instead of a curve.
Point = tuple[float, ...]
Line = tuple[Point, ...]


@dataclass(frozen=True)
class Place:
    """A named place: what lies inside `border` and on the shape with this number. `side` is the body's own."""

    part: str
    side: str
    border: Line
    shape: int = 0

    @property
    def id(self) -> str:
        """ "thigh_left", or the part alone where there is only one."""
        return f"{self.part}_{self.side}" if self.side else self.part


@dataclass(frozen=True)
class Drawing:
    """One view: closed shapes (later ones lie on top), open inner lines, places in reading order."""

    width: float
    height: float
    shapes: tuple[Line, ...]
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    # Where the letters for the body's own left and right stand, as (side, x, y).
    letters: tuple[tuple[str, float, float], ...] = ()


def box(left: float, top: float, right: float, bottom: float) -> Line:
    """A border with four right angles."""
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def flipped(line: Line, width: float) -> Line:
    """The mirror image in a drawing of this width."""
    return tuple((width - point[0], *point[1:]) for point in line)


def closed(half: Line, middle: float) -> Line:
    """A whole outline from the half right of `middle`; the first and the last point lie on it."""
    right = tuple((middle + point[0], *point[1:]) for point in half)
    left = tuple((middle - point[0], *point[1:]) for point in half[-2:0:-1])
    return (*right, *left)


# ── The standing figure from the front and from behind ──────────────────────────────────────────────────────────
_STANDING = (
    *((0, 10), (11, 12), (18, 20), (21, 33), (20, 47), (17, 58), (13.6, 64, 1), (13.5, 74), (15.5, 81), (22, 86.5)),
    *((35, 91), (47, 95), (55, 102), (58.5, 114), (60, 130), (62, 150), (65, 168), (68, 180), (71, 194), (72.5, 210)),
    *(
        (73, 222),
        (75, 233),
        (77, 245),
        (76.8, 258),
        (75, 268),
        (71.5, 275.5),
        (68, 276),
        (66, 270),
        (65.2, 260, 1),
        (64, 259.5),
        (61.5, 260),
        (59, 254),
        (58.6, 244),
        (60.2, 232),
        (59.5, 222),
        (56.5, 208),
        (51.5, 190),
        (47, 174),
    ),
    *((43.5, 158), (41, 143), (38.6, 130, 1), (38, 146), (36, 165), (34.5, 182), (34.7, 194), (37.2, 208), (41, 224)),
    *((43.6, 240), (44, 258), (42.5, 285), (39.5, 310), (36.5, 330), (35.6, 345), (36, 358), (37.6, 378), (36, 400)),
    *((31, 425), (28.2, 440), (29.2, 449), (33.5, 457), (36, 463), (32, 467), (21, 467.5), (14, 465), (13.2, 453)),
    *((14, 440), (12.5, 424), (9.6, 400), (8.6, 380), (10.2, 362), (10.6, 348), (8.6, 330), (5.6, 305), (3.2, 280)),
    *((1.6, 262), (0, 254, 1)),
)
_STANDING_SHAPE = closed(_STANDING, 100)
_FACE_LINES: tuple[Line, ...] = (
    ((89, 36), (92, 35), (95, 36)),
    ((105, 36), (108, 35), (111, 36)),
    ((100, 39), (98.2, 47), (101, 48)),
    ((95, 55), (100, 56.2), (105, 55)),
)
_FINGER_LINES: tuple[Line, ...] = (
    *(((168, 258), (168.6, 272)), ((171, 257), (171.8, 273)), ((174, 257), (174.2, 270))),
    *(((32, 258), (31.4, 272)), ((29, 257), (28.2, 273)), ((26, 257), (25.8, 270))),
    *(((165.2, 260), (165.4, 250)), ((34.8, 260), (34.6, 250))),
)
_FRONT_LINES: tuple[Line, ...] = (
    *_FACE_LINES,
    ((87.5, 65.5), (94, 69.5), (100, 70.5), (106, 69.5), (112.5, 65.5)),
    ((95, 92), (84, 90), (70, 95)),
    ((105, 92), (116, 90), (130, 95)),
    ((99.3, 195), (100, 197), (100.7, 195)),
    *_FINGER_LINES,
    ((73, 340), (76.5, 337), (81, 340)),
    ((127, 340), (123.5, 337), (119, 340)),
    ((73.5, 353), (76.5, 355), (80.5, 353)),
    ((126.5, 353), (123.5, 355), (119.5, 353)),
)
_BACK_LINES: tuple[Line, ...] = (
    *_FINGER_LINES,
    ((100, 90), (99.6, 140), (100, 212)),
    ((82, 106), (79, 122), (86, 138)),
    ((118, 106), (121, 122), (114, 138)),
    ((70, 258), (80, 262), (93, 259)),
    ((130, 258), (120, 262), (107, 259)),
    ((69, 346), (76, 348), (85, 346)),
    ((131, 346), (124, 348), (115, 346)),
    ((77, 436), (77.5, 446), (76.5, 454)),
    ((123, 436), (122.5, 446), (123.5, 454)),
)


def pair(part: str, border: Line, width: float, right_of_picture: str, shape: int = 0) -> tuple[Place, Place]:
    """The place as drawn on the right of the picture and its mirror image, the body's right side first."""
    drawn = Place(part, right_of_picture, border, shape)
    other = Place(part, "left" if right_of_picture == "right" else "right", flipped(border, width), shape)
    return (drawn, other) if right_of_picture == "right" else (other, drawn)


_SHOULDER = ((118, 78), (166, 78), (166, 118), (138, 118), (130, 97), (118, 91))
_TRUNK_TOP = ((100, 85), (118, 91), (130, 97), (138, 118), (138.8, 150), (100, 150))
_UPPER_ARM = ((138, 118), (172, 118), (176, 160), (140, 160), (138.8, 134))
_ELBOW = box(140, 160, 180, 186)
_FOREARM = ((140, 186), (184, 186), (184, 216), (147, 216))
_WRIST = box(147, 216, 186, 233)
_HAND = box(150, 233, 186, 285)
_ARMS_FRONT = (
    ("shoulder", _SHOULDER),
    ("upper_arm", _UPPER_ARM),
    ("elbow_fold", _ELBOW),
    ("forearm", _FOREARM),
    ("wrist", _WRIST),
    ("hand", _HAND),
)
_FRONT_PAIRS = (
    ("chest", _TRUNK_TOP),
    ("upper_belly", ((100, 150), (138.8, 150), (139.5, 190), (100, 190))),
    ("lower_belly", box(100, 190, 122, 226)),
    ("hip", ((122, 190), (139.5, 190), (147, 216), (149, 246), (122, 226))),
    ("thigh", ((122, 226), (149, 246), (150, 325), (100, 325), (100, 258))),
    ("knee", box(100, 325, 150, 366)),
    ("shin", box(100, 366, 150, 430)),
    ("ankle", box(100, 430, 150, 449)),
    ("foot", box(100, 449, 150, 480)),
)
_BACK_PAIRS = (
    ("shoulder_blade", _TRUNK_TOP),
    ("mid_back", ((100, 150), (138.8, 150), (139.5, 186), (100, 186))),
    ("lower_back", ((100, 186), (139.5, 186), (147, 215), (100, 215))),
    ("buttock", ((100, 215), (147, 215), (150, 262), (100, 262))),
    ("thigh_back", box(100, 262, 150, 326)),
    ("knee_back", box(100, 326, 150, 362)),
    ("calf", box(100, 362, 150, 426)),
    ("ankle", box(100, 426, 150, 447)),
    ("heel", box(100, 447, 150, 480)),
)


def _standing(
    head: tuple[Place, ...],
    arms: tuple[tuple[str, Line], ...],
    trunk: tuple[tuple[str, Line], ...],
    extra: tuple[Place, ...],
    lines: tuple[Line, ...],
    right_of_picture: str,
) -> Drawing:
    places = [*head]
    shoulder, *rest = arms
    places += pair(*shoulder, 200, right_of_picture)
    for part, border in (*trunk[:4], *rest):
        places += pair(part, border, 200, right_of_picture)
    places += extra
    for part, border in trunk[4:]:
        places += pair(part, border, 200, right_of_picture)
    other = "left" if right_of_picture == "right" else "right"
    letters = ((right_of_picture, 172.0, 60.0), (other, 28.0, 60.0))
    return Drawing(200, 480, (_STANDING_SHAPE,), lines, tuple(places), letters)


STANDING_FRONT = _standing(
    (
        Place("scalp", "", box(70, 0, 130, 29)),
        Place("face", "", ((70, 29), (130, 29), (125, 62), (113, 67), (100, 71), (87, 67), (75, 62))),
        Place(
            "neck",
            "",
            (
                (75, 62),
                (87, 67),
                (100, 71),
                (113, 67),
                (125, 62),
                (118, 78),
                (118, 91),
                (100, 85),
                (82, 91),
                (82, 78),
            ),
        ),
    ),
    _ARMS_FRONT,
    _FRONT_PAIRS,
    (Place("groin", "", ((78, 226), (122, 226), (100, 258))),),
    _FRONT_LINES,
    "left",
)
STANDING_BACK = _standing(
    (
        Place("head_back", "", box(70, 0, 130, 60)),
        Place("nape", "", ((75, 60), (125, 60), (118, 78), (118, 91), (100, 85), (82, 91), (82, 78))),
    ),
    (*_ARMS_FRONT[:2], ("elbow", _ELBOW), *_ARMS_FRONT[3:]),
    _BACK_PAIRS,
    (),
    _BACK_LINES,
    "right",
)

# ── From the side, looking to the left of the picture ───────────────────────────────────────────────────────────
_PROFILE = (
    *((73, 10), (60, 13), (52, 23), (49.5, 34), (48.5, 39), (44.5, 46.5), (48, 49.5), (47, 53), (48, 56), (47.5, 61)),
    *((50.5, 67), (57, 68.5), (60.5, 73), (60, 82), (56, 92), (50, 106), (46.5, 124), (47, 145), (48.5, 165)),
    *((48, 185), (46.5, 203), (47.5, 222), (47.5, 245), (47, 270), (48.5, 300), (50.5, 322), (50.5, 338), (51, 350)),
    *((54.5, 364), (56, 385), (58.5, 410), (60.5, 430), (58, 442), (48, 452), (37, 459), (34, 464), (38, 467.5)),
    *((58, 467.5), (80, 467.5), (85, 463), (84, 453), (80.5, 443), (80, 430), (84, 405), (87, 386), (85, 366)),
    *((80.5, 350), (81, 335), (86, 312), (91, 285), (94, 265), (99, 248), (100, 232), (95.5, 214), (88.5, 198)),
    *((87, 182), (91, 160), (96, 135), (97, 116), (92, 99), (84, 89), (80, 80), (80.5, 69), (87, 60), (92.5, 48)),
    *((94, 33), (90, 20), (83, 12.5)),
)
_SIDE_ARM = (
    *((72, 95), (64, 99), (60.5, 112), (61, 135), (62.5, 158), (60.5, 180), (57, 203), (55, 220), (51, 232)),
    *((48.5, 246), (49.5, 260), (54, 270), (59, 273), (63.5, 266), (66, 252), (67.5, 236), (69, 222), (74.5, 203)),
    *((79, 180), (81, 160), (83, 135), (83.5, 112), (80, 99)),
)
_SIDE_LINES: tuple[Line, ...] = (
    ((52.5, 37), (55, 36), (57, 37.5)),
    ((48.5, 55), (52, 55.5)),
    ((70, 37), (67.5, 41), (70, 50), (73, 46), (74, 39), (70, 37)),
    ((70, 52), (66, 62), (58, 67)),
    ((56, 334), (59, 340), (57, 349)),
    ((67, 436), (70, 440), (67, 443)),
    ((55, 238), (56.5, 252)),
)


def standing_side(side: str) -> Drawing:
    """The body's left side looks to the left of the picture; its right side is the mirror image."""

    def place(part: str, border: Line, shape: int = 0) -> Place:
        return Place(part, side, border if side == "left" else flipped(border, 140), shape)

    places = (
        place("head", box(30, 0, 110, 64)),
        place("neck", ((30, 64), (110, 64), (110, 88), (84, 88), (57, 92), (30, 92))),
        place("shoulder", box(30, 85, 110, 116), 1),
        place("ribs", ((30, 92), (57, 92), (84, 88), (110, 88), (110, 165), (30, 165))),
        place("upper_arm", box(30, 116, 110, 158), 1),
        place("elbow", box(30, 158, 110, 184), 1),
        place("waist", box(30, 165, 110, 204)),
        place("forearm", box(30, 184, 110, 216), 1),
        place("hip", box(30, 204, 80, 254)),
        place("buttock", box(80, 204, 110, 254)),
        place("wrist", box(30, 216, 110, 231), 1),
        place("hand", box(30, 231, 110, 285), 1),
        place("thigh_outer", box(30, 254, 110, 325)),
        place("knee_outer", box(30, 325, 110, 363)),
        place("lower_leg", box(30, 363, 110, 430)),
        place("ankle", box(30, 430, 110, 449)),
        place("foot", box(30, 449, 110, 480)),
    )
    shapes: tuple[Line, ...] = (_PROFILE, _SIDE_ARM)
    lines = _SIDE_LINES
    if side == "right":
        shapes = tuple(flipped(shape, 140) for shape in shapes)
        lines = tuple(flipped(line, 140) for line in lines)
    return Drawing(140, 480, shapes, lines, places)
