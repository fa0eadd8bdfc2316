"""One drawn step of the one-handed signal: a hand with its palm towards the viewer, in the colours of the theme.

May touch: the painter it is given. Must never carry a meaning that the words beside it do not say.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import current

# The drawing's own units; x to the right, y downwards. A right hand as others see it: the thumb on their right.
WIDTH, HEIGHT = 120.0, 150.0
OPEN, THUMB, FOLDING, FOLDED = "open", "thumb", "folding", "folded"
STEPS = (OPEN, THUMB, FOLDING, FOLDED)

Point = tuple[float, float]


def _limb(points: Sequence[Point], thick: float) -> QPainterPath:
    """A rounded limb along a smooth line through `points`."""
    line = QPainterPath(QPointF(*points[0]))
    if len(points) == 2:
        line.lineTo(QPointF(*points[1]))
    else:
        line.quadTo(QPointF(*points[1]), QPointF(*points[2]))
    stroker = QPainterPathStroker()
    stroker.setWidth(thick)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(line).simplified()


def _curve(start: Point, *cubics: tuple[Point, Point, Point]) -> QPainterPath:
    path = QPainterPath(QPointF(*start))
    for first, second, end in cubics:
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


def _palm() -> QPainterPath:
    """From the wrist to the roots of the fingers."""
    path = _curve(
        (43, 149),
        ((43, 138), (41, 131), (37, 124)),
        ((31, 113), (27, 101), (26.5, 84)),
        ((26.5, 76), (32, 73), (38, 72)),
        ((50, 68), (66, 68), (76, 73)),
        ((82, 77), (83, 84), (84, 92)),
        ((85, 106), (82, 117), (77, 126)),
        ((75, 133), (75, 140), (75, 149)),
    )
    path.closeSubpath()
    return path


# Root and tip of each finger, little finger first, and how thick it is.
_UPRIGHT = (
    ((33, 82), (22.5, 47), 11.5),
    ((45, 77), (40.5, 27), 13),
    ((59, 76), (60, 19), 13.5),
    ((73, 80), (79, 29), 13),
)
_CLOSE = (
    ((33, 82), (26, 47), 11.5),
    ((45.5, 77), (42.5, 27), 12.6),
    ((59.5, 76), (60, 19), 13),
    ((73.5, 80), (77.5, 29), 12.6),
)
# A bent finger is its last two bones, seen from the front: from the bend above down to the tip.
_HALF = (
    ((31.5, 66), (33, 86), 12.5),
    ((45, 56), (46, 84), 14),
    ((59.5, 53), (59.5, 83), 14.5),
    ((74, 57), (73, 84), 14),
)
_BENT = (
    ((32.5, 76), (35, 103), 13),
    ((46, 70), (47, 106), 14.5),
    ((60.5, 69), (60, 107), 15),
    ((75, 73), (73, 105), 14.5),
)


class HandDrawing(QLabel):
    """`step` is one of STEPS; `words` are what a screen reader says instead of the picture.

    A label without text: screen readers stop at labels, and walk past widgets that only paint.
    """

    def __init__(self, step: str, words: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.step = step
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        return QSize(current().px(140), current().px(170))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows keep the height and give the hand less air."""
        return QSize(current().px(110), current().px(170))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hand in the middle, as large as it fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_hand(painter, QRectF(self.rect()), self.step)


def draw_hand(painter: QPainter, area: QRectF, step: str) -> None:
    """Draw one step into `area`, keeping its proportions."""
    tokens = current().tokens
    scale = min(area.width() / WIDTH, area.height() / HEIGHT)
    painter.save()
    painter.translate(area.center() - QPointF(WIDTH * scale / 2, HEIGHT * scale / 2))
    painter.scale(scale, scale)
    ink, skin, mark = QColor(tokens.ink), QColor(tokens.accent_soft), QColor(tokens.accent)
    edge = QPen(ink, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    _Hand(painter, edge, skin, mark).draw(step)
    painter.restore()


class _Hand:
    def __init__(self, painter: QPainter, edge: QPen, skin: QColor, mark: QColor) -> None:
        self._painter, self._edge, self._skin, self._mark = painter, edge, skin, mark
        self._fine = QPen(edge)
        self._fine.setWidthF(1.3)

    def draw(self, step: str) -> None:
        if step == OPEN:
            self._open()
        elif step == THUMB:
            self._upright_with_thumb_in()
        else:
            self._bent(_HALF if step == FOLDING else _BENT, last=step == FOLDED)

    def _open(self) -> None:
        thumb = _limb(((74, 112), (93, 100), (104, 70)), 14.5)
        self._fill(self._joined(_palm(), thumb, *self._limbs(_UPRIGHT)))
        self._lines(
            _curve((71, 90), ((60, 94), (55, 110), (60, 127))),
            _curve((34, 95), ((44, 98), (62, 96), (70, 88))),
            *self._joints(_UPRIGHT),
        )

    def _upright_with_thumb_in(self) -> None:
        self._fill(self._joined(_palm(), *self._limbs(_CLOSE)))
        self._lines(*self._joints(_CLOSE))
        self._thumb_across()
        self._arrow(_curve((104, 78), ((108, 92), (104, 104), (92, 108))))

    def _thumb_across(self) -> None:
        """Laid across the palm; at its root it has no edge, because it grows out of the hand."""
        thumb = _curve(
            (84, 98),
            ((76, 92), (66, 94), (58, 91.5)),
            ((53, 90), (50, 87.5), (46, 86)),
            ((36, 83), (33, 96), (42, 100)),
            ((50, 103.5), (56, 106), (61, 109.5)),
            ((67, 114), (69, 120), (69, 128)),
        )
        self._painter.fillPath(thumb, self._skin)
        self._painter.strokePath(thumb, self._edge)
        self._lines(
            _curve((45, 89.5), ((39.5, 88.5), (38.5, 94.5), (43.5, 97))),
            _curve((59.5, 95.5), ((58.5, 98), (58.5, 101), (59.5, 104))),
        )

    def _bent(self, fingers: Sequence[tuple[Point, Point, float]], *, last: bool) -> None:
        self._fill(_palm())
        self._thumb_across()
        for bend, tip, thick in fingers:
            self._fill(_limb((bend, tip), thick))
            self._nail_and_joint(bend, tip, thick)
        if not last:
            self._arrow(_curve((100, 44), ((106, 58), (104, 70), (96, 80))))

    def _limbs(self, fingers: Sequence[tuple[Point, Point, float]]) -> list[QPainterPath]:
        return [_limb((root, tip), thick) for root, tip, thick in fingers]

    def _joined(self, *parts: QPainterPath) -> QPainterPath:
        whole = parts[0]
        for part in parts[1:]:
            whole = whole.united(part)
        return whole.simplified()

    def _fill(self, path: QPainterPath) -> None:
        self._painter.fillPath(path, self._skin)
        self._painter.strokePath(path, self._edge)

    def _nail_and_joint(self, bend: Point, tip: Point, thick: float) -> None:
        """What one sees of a bent finger from the front: the crease of its last joint, and the nail."""
        x, y, half = tip[0], tip[1], thick * 0.24
        joint_x, joint_y = bend[0] + (tip[0] - bend[0]) * 0.42, bend[1] + (tip[1] - bend[1]) * 0.42
        self._lines(
            _curve((x - half, y - 4), ((x - half, y + 4.5), (x + half, y + 4.5), (x + half, y - 4))),
            _curve(
                (joint_x - half, joint_y),
                ((joint_x - half / 2, joint_y - 1.2), (joint_x + half / 2, joint_y - 1.2), (joint_x + half, joint_y)),
            ),
        )

    def _lines(self, *paths: QPainterPath) -> None:
        for path in paths:
            self._painter.strokePath(path, self._fine)

    def _joints(self, fingers: Sequence[tuple[Point, Point, float]]) -> list[QPainterPath]:
        lines = []
        for root, tip, thick in fingers:
            for share in (0.3, 0.62):
                x, y = root[0] + (tip[0] - root[0]) * share, root[1] + (tip[1] - root[1]) * share
                half = thick * 0.2
                lines.append(_curve((x - half, y), ((x - half / 2, y + 1), (x + half / 2, y + 1), (x + half, y))))
        return lines

    def _arrow(self, path: QPainterPath) -> None:
        pen = QPen(self._mark, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self._painter.strokePath(path, pen)
        end, angle = path.pointAtPercent(1), path.angleAtPercent(1)
        self._painter.save()
        self._painter.translate(end)
        self._painter.rotate(-angle)
        head = QPainterPath(QPointF(-6, -5))
        head.lineTo(0, 0)
        head.lineTo(-6, 5)
        self._painter.strokePath(head, pen)
        self._painter.restore()
