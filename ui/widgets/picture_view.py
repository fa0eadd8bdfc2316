"""A picture to look at closely: zoom, move, turn. Turning is for the eye only; the file stays as it is.

May touch: its own pixels. Must never decode anything, and never zoom when she only wants to scroll the page.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.viewer_wire import MAX_SIDE, Region

LARGEST = 12.0
STEP = 1.4
# A sharper copy is asked for when she has stopped zooming, not at every step.
SHARPEN_AFTER_MS = 250


class PictureView(QWidget):
    """`sharpen(region, size)` asks for a part of the upright picture at that many pixels; show_part() takes it."""

    sharpen = Signal(object, object)
    changed = Signal()
    turn_page = Signal(int)

    def __init__(self, *, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setAccessibleDescription(
            self.tr("Plus and minus change the size, the arrows move the picture, 0 shows all of it.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._image = QImage()
        self._part: tuple[QImage, Region] | None = None
        self._full = QSize(1, 1)
        self._endless = False
        self._zoom = 1.0
        self._turns = 0
        self._centre = QPointF(0.5, 0.5)
        self._dragged_from: QPointF | None = None
        self._soon = QTimer(self, singleShot=True, interval=SHARPEN_AFTER_MS)
        self._soon.timeout.connect(self._ask_for_more)

    @property
    def zoom(self) -> float:
        """1.0 shows all of it."""
        return self._zoom

    @property
    def turns(self) -> int:
        """Quarter turns to the right, 0 to 3."""
        return self._turns

    def image(self) -> QImage:
        """What is shown, whole; a null image before show_picture()."""
        return self._image

    def pixels_wanted(self) -> QSize:
        """How many pixels fill this view."""
        ratio = self.devicePixelRatioF()
        sides = (min(MAX_SIDE, max(64, round(side * ratio))) for side in (self.width(), self.height()))
        # Once turned, its width lies along the view's height: both sides get the longer one.
        longer = max(sides)
        return QSize(longer, longer)

    def show_picture(self, image: QImage, full: QSize, *, endless: bool) -> None:
        """Show all of a new picture. `full`: its own size; `endless`: a drawing that can be had ever sharper."""
        self._image, self._full, self._endless = image, full, endless
        self._part = None
        self.fit()

    def show_part(self, image: QImage, region: Region) -> None:
        """A sharper copy of one part, laid over the whole."""
        self._part = (image, region)
        self.update()

    def sharper_region(self) -> Region | None:
        """The part that lies over the whole more sharply, None when there is none."""
        return self._part[1] if self._part is not None else None

    def fit(self) -> None:
        """All of it."""
        self._centre = QPointF(0.5, 0.5)
        self._set(1.0)

    def zoom_in(self) -> None:
        """Larger, around the middle."""
        self._zoom_at(STEP, QPointF(self.width() / 2, self.height() / 2))

    def zoom_out(self) -> None:
        """Smaller, around the middle."""
        self._zoom_at(1 / STEP, QPointF(self.width() / 2, self.height() / 2))

    def turn_left(self) -> None:
        """A quarter turn for the eye."""
        self._turns = (self._turns + 3) % 4
        self._set(self._zoom)

    def visible_region(self) -> Region:
        """The part of the upright picture that is in sight."""
        across, down = self._half()
        x, y = self._centre.x(), self._centre.y()
        return Region(max(0.0, x - across), max(0.0, y - down), min(1.0, x + across), min(1.0, y + down))

    # ── geometry ────────────────────────────────────────────────────────────────────────────────────────────────
    def _scale(self) -> float:
        """Pixels of the screen for one of the picture's own."""
        wide, high = self._full.width(), self._full.height()
        if self._turns % 2:
            wide, high = high, wide
        return min(self.width() / wide, self.height() / high) * self._zoom

    def _half(self) -> tuple[float, float]:
        """Half of the view, in fractions of the picture's width and height."""
        wide, high = self.width(), self.height()
        if self._turns % 2:
            wide, high = high, wide
        scale = self._scale() or 1.0
        return wide / (2 * scale * self._full.width()), high / (2 * scale * self._full.height())

    def _transform(self) -> QTransform:
        """From fractions of the picture to places in the view."""
        scale = self._scale()
        x, y = self.width() / 2, self.height() / 2
        left, top = -self._centre.x(), -self._centre.y()
        made = QTransform()
        made.translate(x, y)
        made.rotate(90 * self._turns)
        made.scale(scale * self._full.width(), scale * self._full.height())
        made.translate(left, top)
        return made

    def _set(self, zoom: float) -> None:
        self._zoom = max(1.0, min(LARGEST, zoom))
        across, down = self._half()
        self._centre = QPointF(_within(self._centre.x(), across), _within(self._centre.y(), down))
        self._soon.start()
        self.update()
        self.changed.emit()

    def _zoom_at(self, factor: float, place: QPointF) -> None:
        before = self._transform().inverted()[0].map(place)
        self._zoom = max(1.0, min(LARGEST, self._zoom * factor))
        after = self._transform().inverted()[0].map(place)
        self._centre += before - after
        self._set(self._zoom)

    def _move(self, by: QPointF) -> None:
        there = self._transform().inverted()[0]
        self._centre -= there.map(by) - there.map(QPointF(0, 0))
        self._set(self._zoom)

    def _ask_for_more(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        drawn = self._scale() * self._full.width() * ratio
        sharpest = self._image.width() >= self._full.width() and not self._endless
        if sharpest or drawn <= self._image.width() * 1.1:
            return
        region = self.visible_region()
        wide = (region.right - region.left) * drawn
        high = (region.bottom - region.top) * self._scale() * self._full.height() * ratio
        self.sharpen.emit(region, QSize(*(max(1, min(MAX_SIDE, round(side))) for side in (wide, high))))

    # ── what Qt asks for ────────────────────────────────────────────────────────────────────────────────────────
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole, the sharper part over it, the ring of focus."""
        tokens = current().tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.nav))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._image.isNull():
            painter.setTransform(self._transform())
            painter.drawImage(QRectF(0, 0, 1, 1), self._image)
            if self._part is not None:
                image, region = self._part
                place = QRectF(QPointF(region.left, region.top), QPointF(region.right, region.bottom))
                painter.drawImage(place, image)
            painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same part stays in sight."""
        super().resizeEvent(event)
        self._set(self._zoom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - zoom, 0 fits, arrows move, Page up and down turn pages."""
        step = 60.0
        moves = {
            Qt.Key.Key_Left: QPointF(step, 0),
            Qt.Key.Key_Right: QPointF(-step, 0),
            Qt.Key.Key_Up: QPointF(0, step),
            Qt.Key.Key_Down: QPointF(0, -step),
        }
        key = Qt.Key(event.key())
        if event.text() in ("+", "="):
            self.zoom_in()
        elif event.text() == "-":
            self.zoom_out()
        elif event.text() == "0":
            self.fit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn_page.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in moves and self._zoom > 1:
            self._move(moves[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl, or once the picture was clicked or reached by Tab; otherwise the page scrolls."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        up = event.angleDelta().y()
        if not up or not (held or self.hasFocus()) or (up < 0 and self._zoom <= 1):
            event.ignore()
            return
        self._zoom_at(STEP ** (up / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The picture follows the hand."""
        if self._dragged_from is not None:
            self._move(event.position() - self._dragged_from)
            self._dragged_from = event.position()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._dragged_from = None


def _within(middle: float, half: float) -> float:
    """No empty edge where the picture is larger than the view; in the middle where it is smaller."""
    return 0.5 if half >= 0.5 else max(half, min(1 - half, middle))
