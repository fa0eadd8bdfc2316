"""The head and the hands of the body map, drawn larger.

May touch: nothing. Must never differ from body_outlines in what it leaves out.
"""

from __future__ import annotations

from safeplan.content.body_outlines import Drawing, Line, Place, box, closed, flipped, pair

# ── The head from the front and from behind ─────────────────────────────────────────────────────────────────────
_HEAD = (
    *((0, 13), (17, 15.5), (33, 26), (44, 45), (48.6, 68), (48, 90), (45.5, 112), (39, 136), (27, 157), (13, 168)),
    (0, 171),
)
_EAR: Line = ((127, 88), (133, 80), (138, 84), (137, 98), (133, 113), (127, 118), (124, 112), (124, 96))
_NECK: Line = (
    *((53, 130, 1), (53, 165), (50, 180), (36, 190), (18, 197, 1), (142, 197, 1), (124, 190), (110, 180)),
    *((107, 165), (107, 130, 1)),
)
_EYE: Line = ((92, 88), (97, 84.5), (104, 84.5), (110, 88), (104, 91), (97, 91), (92, 88))
_IRIS: Line = ((98.5, 87.5), (101, 85), (103.5, 87.5), (101, 90), (98.5, 87.5))
_BROW: Line = ((90, 77), (98, 73), (107, 73.5), (113, 77))
_HEAD_LINES: tuple[Line, ...] = (
    *(_EYE, flipped(_EYE, 160), _IRIS, flipped(_IRIS, 160), _BROW, flipped(_BROW, 160)),
    ((77, 90), (75, 104), (70.5, 114), (73, 118.5), (80, 120.5), (87, 118.5), (89.5, 114)),
    ((65, 137), (73, 134.5), (80, 136), (87, 134.5), (95, 137)),
    ((70, 142), (80, 145), (90, 142)),
    ((131, 87), (134, 95), (130, 108)),
    ((29, 87), (26, 95), (30, 108)),
)
_FACE_PAIRS = (
    ("temple", ((113, 62), (135, 62), (135, 82), (124, 82), (124, 100), (113, 100))),
    ("eye", box(86, 68, 113, 97)),
    ("ear", box(124, 76, 145, 122)),
    ("cheek", ((91, 97), (113, 97), (113, 100), (124, 100), (132, 124), (101, 124), (91, 110))),
    ("jaw", ((101, 124), (134, 124), (134, 178), (96, 178), (96, 150), (101, 146))),
)


def head_front() -> Drawing:
    """The face, the ears and the throat."""
    shape = closed(_HEAD, 80)
    # The ears and the neck lie behind the face.
    shapes = (_NECK, _EAR, flipped(_EAR, 160), shape)
    places = [
        Place("scalp", "", box(20, 0, 140, 38), 3),
        Place(
            "forehead", "", ((25, 38), (135, 38), (135, 62), (113, 62), (113, 68), (47, 68), (47, 62), (25, 62)), 3
        ),
    ]
    for part, border in _FACE_PAIRS:
        other, drawn = pair(part, border, 160, "left", 3)
        if part == "ear":
            drawn, other = Place("ear", "left", border, 1), Place("ear", "right", flipped(border, 160), 2)
        places += [other, drawn]
    nose = ((74, 68), (86, 68), (86, 97), (91, 97), (91, 110), (95, 124), (65, 124), (69, 110), (69, 97), (74, 97))
    places.insert(6, Place("nose", "", nose, 3))
    places += [
        Place(
            "mouth", "", ((65, 124), (95, 124), (101, 124), (101, 146), (96, 150), (64, 150), (59, 146), (59, 124)), 3
        ),
        Place("chin", "", box(64, 150, 96, 178), 3),
        Place("neck", "", box(0, 125, 160, 200), 0),
    ]
    return Drawing(160, 200, shapes, _HEAD_LINES, tuple(places), (("left", 150, 40), ("right", 10, 40)))


def head_back() -> Drawing:
    """The back of the head and the nape."""
    shapes = (
        _EAR,
        flipped(_EAR, 160),
        (
            *(
                (80, 13),
                (97, 15.5),
                (113, 26),
                (124, 45),
                (128.6, 68),
                (128, 88),
                (125, 110),
                (118, 130),
                (110, 144),
                (108, 165),
            ),
            *(
                (111, 180),
                (124, 190),
                (142, 197, 1),
                (18, 197, 1),
                (36, 190),
                (49, 180),
                (52, 165),
                (50, 144),
                (42, 130),
            ),
            *((35, 110), (32, 88), (31.4, 68), (36, 45), (47, 26), (63, 15.5)),
        ),
    )
    places = (
        Place("scalp", "", box(20, 0, 140, 45), 2),
        *pair("head_back", box(80, 45, 118, 118), 160, "right", 2),
        *pair("behind_ear", box(118, 45, 140, 135), 160, "right", 2),
        Place("ear", "left", flipped(box(120, 76, 145, 122), 160), 1),
        Place("ear", "right", box(120, 76, 145, 122), 0),
        Place(
            "nape", "", ((42, 118), (118, 118), (118, 135), (160, 135), (160, 200), (0, 200), (0, 135), (42, 135)), 2
        ),
    )
    lines: tuple[Line, ...] = (
        ((52, 140), (62, 148), (80, 150), (98, 148), (108, 140)),
        ((68, 152), (69, 176)),
        ((92, 152), (91, 176)),
    )
    return Drawing(160, 200, shapes, lines, places, (("right", 150, 40), ("left", 10, 40)))


# ── The head from the side, looking to the left of the picture ──────────────────────────────────────────────────
_PROFILE: Line = (
    *((98, 14), (70, 17), (48, 32), (39, 54), (37, 68), (38, 77), (30, 95), (26.5, 103), (30, 108), (36, 110)),
    *((32.5, 117), (36, 122), (34, 128), (38, 134), (35.5, 143), (38, 153), (47, 159), (62, 158), (73, 160)),
    *((76, 172), (72, 186), (66, 197, 1), (146, 197, 1), (134, 186), (131, 170), (135, 150), (146, 130), (157, 105)),
    *((161, 75), (151, 42), (128, 20)),
)
_PROFILE_LINES: tuple[Line, ...] = (
    ((47, 83), (52, 80), (59, 83.5), (54, 87), (48, 86), (47, 83)),
    ((44, 73), (51, 69), (60, 71.5)),
    ((36, 111), (41, 107), (40, 102)),
    ((36, 122), (44, 123.5), (48, 125)),
    ((98, 82), (106, 76), (113, 82), (112, 96), (107, 110), (100, 115), (97, 108), (98, 96), (98, 82)),
    ((102, 85), (107, 84), (108, 93), (104, 101)),
    ((99, 118), (94, 138), (82, 152), (66, 158)),
)


def head_side(side: str) -> Drawing:
    """One side of the head; the left one looks to the left of the picture."""

    def place(part: str, border: Line) -> Place:
        return Place(part, side, border if side == "left" else flipped(border, 180))

    def middle(part: str, border: Line) -> Place:
        return Place(part, "", border if side == "left" else flipped(border, 180))

    places = (
        middle("scalp", ((20, 0), (170, 0), (170, 40), (43, 40), (20, 40))),
        middle("forehead", ((20, 40), (66, 40), (66, 66), (20, 66))),
        place("temple", box(66, 40, 96, 92)),
        middle("head_back", ((96, 40), (170, 40), (170, 128), (120, 128), (118, 74), (96, 74))),
        place("eye", box(42, 66, 66, 92)),
        place("ear", ((96, 74), (118, 74), (120, 118), (96, 118))),
        middle("nose", ((20, 66), (42, 66), (42, 92), (47, 104), (44, 113), (20, 113))),
        place("cheek", ((42, 92), (96, 92), (96, 118), (88, 124), (52, 124), (52, 113), (44, 113), (47, 104))),
        middle("mouth", ((20, 113), (52, 113), (52, 136), (20, 136))),
        place(
            "jaw",
            ((52, 124), (88, 124), (96, 118), (102, 118), (98, 140), (84, 155), (66, 161), (56, 161), (52, 136)),
        ),
        middle("chin", ((20, 136), (52, 136), (56, 161), (20, 166))),
        place("behind_ear", ((102, 118), (120, 118), (120, 128), (146, 128), (135, 146), (98, 140))),
        place("neck", ((56, 161), (66, 161), (84, 155), (98, 140), (116, 143), (116, 200), (50, 200))),
        middle("nape", ((116, 143), (135, 146), (146, 128), (160, 128), (160, 200), (116, 200))),
    )
    shape, lines = _PROFILE, _PROFILE_LINES
    if side == "right":
        shape, lines = flipped(shape, 180), tuple(flipped(line, 180) for line in lines)
    return Drawing(180, 200, (shape,), lines, places)


# ── The hands, fingers up: one as drawn, thumb to the right, and its mirror image ───────────────────────────────
_HAND: Line = (
    *((31, 172, 1), (31, 150), (27, 132), (22, 112), (19.5, 92), (16, 76), (11.5, 60), (9.5, 48), (12.5, 42.5)),
    *((17, 44.5), (20.5, 56), (24, 70), (27.5, 80), (29, 72), (27.5, 52), (26.5, 34), (28, 25), (32, 22.5)),
    *((36, 26), (38, 40), (40, 58), (42, 77), (43.5, 62), (44, 40), (45, 22), (47.5, 15), (51.5, 14), (55, 19)),
    *((55.5, 38), (55.5, 60), (56.5, 78), (59.5, 64), (62.5, 46), (65.5, 31), (69, 26), (73, 28), (74, 35)),
    *((72, 50), (70, 68), (69.5, 84), (71.5, 97), (77, 95), (83, 86), (88.5, 77), (94, 74), (98, 77.5), (97, 85)),
    *((91, 98), (84, 113), (77, 127), (71, 138), (69, 150), (69, 172, 1)),
)
PALM_LINES: tuple[Line, ...] = (
    ((69, 97), (58, 96), (42, 104), (28, 116)),
    ((22, 98), (36, 94), (52, 86)),
    ((68, 98), (56, 108), (52, 126), (54, 142)),
    ((33, 152), (50, 155), (67, 152)),
    ((14, 62), (20, 60.5)),
    ((28, 52), (38, 51)),
    ((44.5, 47), (55, 47)),
    ((63, 52), (71.5, 54)),
    ((84, 87), (91, 95)),
)
BACK_LINES: tuple[Line, ...] = (
    ((10.8, 48), (14, 46.5), (16.5, 48.5)),
    ((28.8, 31), (32.2, 28.5), (35.4, 31)),
    ((46.6, 22), (50.5, 19.5), (54, 22)),
    ((66.8, 33), (70, 31), (73, 34)),
    ((90.5, 80.5), (94, 79), (96, 82.5)),
    ((20, 84), (24, 82), (27, 85)),
    ((31, 83), (35.5, 80), (40, 82.5)),
    ((44, 82), (49.5, 79), (55, 82)),
    ((58.5, 84), (63.5, 81.5), (68, 85)),
    ((28, 51), (37.5, 50.5)),
    ((44.5, 46), (55, 46)),
)
_FINGERS = (
    ("little_finger", ((0, 30), (22, 38), (28, 72), (27.5, 80), (18, 84), (0, 60))),
    ("ring_finger", ((22, 38), (22, 10), (40.5, 10), (41, 40), (42, 77), (27.5, 80), (28, 72))),
    ("middle_finger", ((40.5, 10), (58, 10), (57, 60), (56.5, 78), (42, 77), (41, 40))),
    ("index_finger", ((58, 10), (82, 20), (80, 60), (69.5, 84), (56.5, 78), (57, 60))),
    ("thumb", ((69.5, 84), (80, 60), (110, 60), (110, 100), (84, 116), (71, 99))),
)
_HAND_REST = (
    (
        "hand",
        ((0, 60), (18, 84), (27.5, 80), (42, 77), (56.5, 78), (69.5, 84), (71, 99), (84, 116), (84, 148), (0, 148)),
    ),
    ("wrist", box(0, 148, 100, 180)),
)


def hands(part: str, lines: tuple[Line, ...], thumb_right: str) -> Drawing:
    """Two hands of one body. `thumb_right` names the hand whose thumb points to the right of the picture."""
    # The body's right hand stands on the left of the picture, as when someone stands opposite.
    places: list[Place] = []
    shapes: list[Line] = []
    drawn: list[Line] = []
    for number, side in enumerate(("right", "left")):

        def put(line: Line, side: str = side, shift: float = 115.0 * number) -> Line:
            turned = line if side == thumb_right else flipped(line, 105)
            return tuple((point[0] + shift, *point[1:]) for point in turned)

        shapes.append(put(_HAND))
        drawn += [put(line) for line in lines]
        for name, border in (*_FINGERS, *_HAND_REST):
            places.append(Place(part if name == "hand" else name, side, put(border), number))
    return Drawing(220, 180, tuple(shapes), tuple(drawn), tuple(places), (("right", 14, 166), ("left", 206, 166)))
