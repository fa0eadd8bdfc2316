"""The pictures of a recording, one after the other, upright and as large as there is room.

May touch: the pixels it is given. Must never keep a picture that was taken away, or draw outside its frame.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.player import Frame
from ui.theme import current

_SETTLED_MS = 250


class MediaView(QWidget):
    """Shows frames; `settled` says how many real pixels fit once its size stands still."""

    settled = Signal(QSize)

    def __init__(self, *, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(current().px(160))
        self._frame: Frame | None = None
        self._image = QImage()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(lambda: self.settled.emit(self.pixels()))

    def pixels(self) -> QSize:
        """How many real pixels fit."""
        return self.size() * self.devicePixelRatioF()

    def show_frame(self, frame: Frame) -> None:
        """Draw this one from now on."""
        # The picture points into the frame's bytes: both live as long as each other.
        self._frame = frame
        form = QImage.Format.Format_RGB32
        self._image = QImage(frame.pixels, frame.width, frame.height, frame.width * 4, form)
        self.update()

    def clear(self) -> None:
        """Let go of the picture."""
        self._frame = None
        self._image = QImage()
        self.update()

    def image(self) -> QImage:
        """What is drawn now, as it came."""
        return self._image

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture in the middle, nothing stretched."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current().tokens.nav))
        if self._frame is None:
            return
        turned = self._frame.turned
        across, down = self._frame.width, self._frame.height
        if turned in (90, 270):
            across, down = down, across
        scale = min(self.width() / across, self.height() / down)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        painter.rotate(-turned)
        painter.translate(-self._frame.width / 2, -self._frame.height / 2)
        painter.drawImage(0, 0, self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for sharper or smaller pictures once the size stands still."""
        super().resizeEvent(event)
        self._settling.start()
