"""The place in a recording: a bar to see it and to move it, by hand and by keys, and the words for it.

May touch: its own widgets. Must never move by itself while a hand holds it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from ui.theme import current

STEP_MS, LEAP_MS = 5_000, 30_000
# A hand on the bar asks for a new place at most so often.
_HELD_MS = 120


def place_in_figures(ms: int) -> str:
    """ "1:05" or "1:00:05"."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def place_in_words(ms: int) -> str:
    """ "1 h 0 min 5 s", for those who listen to it."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        words = QCoreApplication.translate("MediaBar", "{hours} h {minutes} min {seconds} s")
    elif minutes:
        words = QCoreApplication.translate("MediaBar", "{minutes} min {seconds} s")
    else:
        words = QCoreApplication.translate("MediaBar", "{seconds} s")
    return words.format(hours=hours, minutes=minutes, seconds=seconds)


class MediaBar(QSlider):
    """`wanted` is a place in milliseconds that was asked for; `toggled` is the space key."""

    wanted = Signal(int)
    toggled = Signal()

    def __init__(self, *, name: str, accessible: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setSingleStep(STEP_MS)
        self.setPageStep(LEAP_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(current().px(120))
        self._held = False
        self._asking = QTimer(self, singleShot=True, interval=_HELD_MS)
        self._asking.timeout.connect(lambda: self.wanted.emit(self.value()))

    def sizeHint(self) -> QSize:
        """High enough for a finger."""
        return QSize(current().px(240), max(40, current().px(40)))

    def set_length(self, ms: int) -> None:
        """How long the recording is."""
        self.setRange(0, ms)

    def set_place(self, ms: int) -> None:
        """The recording has moved; a bar that is held stays where the hand is."""
        if not self._held and not self._asking.isActive():
            self.setValue(ms)

    def tell_place(self) -> None:
        """Put the place into words for screen readers: when it was moved or has stopped, not at every moment."""
        self.setAccessibleDescription(
            QCoreApplication.translate("MediaBar", "{place} of {length}").format(
                place=place_in_words(self.value()), length=place_in_words(self.maximum())
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows 5 seconds, Page up and down 30, Home and End, space plays and pauses."""
        moves = {
            Qt.Key.Key_Left: -STEP_MS,
            Qt.Key.Key_Down: -STEP_MS,
            Qt.Key.Key_Right: STEP_MS,
            Qt.Key.Key_Up: STEP_MS,
            Qt.Key.Key_PageUp: LEAP_MS,
            Qt.Key.Key_PageDown: -LEAP_MS,
            Qt.Key.Key_Home: -self.maximum(),
            Qt.Key.Key_End: self.maximum(),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._move_to(self.value() + moves[key])
        elif key == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = True
            self._move_to(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._held:
            self._move_to(self._at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; a place in a recording is too easily lost."""
        event.ignore()

    def _move_to(self, ms: int) -> None:
        self.setValue(ms)
        self.tell_place()
        if not self._asking.isActive():
            self._asking.start()

    def _edges(self) -> tuple[float, float]:
        knob = current().px(9)
        return float(knob), float(max(1, self.width() - 2 * knob))

    def _at(self, x: float) -> int:
        left, wide = self._edges()
        return round(self.maximum() * min(1.0, max(0.0, (x - left) / wide)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line, the part that has passed, a knob, the ring of focus."""
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, wide = self._edges()
        middle, thick, knob = self.height() / 2, current().px(6), current().px(9)
        passed = wide * self.value() / self.maximum() if self.maximum() else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.control))
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, wide, thick), thick / 2, thick / 2)
        painter.setBrush(QColor(tokens.accent if self.isEnabled() else tokens.control))
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, passed, thick), thick / 2, thick / 2)
        painter.drawEllipse(QRectF(left + passed - knob, middle - knob, 2 * knob, 2 * knob))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
