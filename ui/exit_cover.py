"""What stands over the window with the notes from the first moment of an exit: a picture of the everyday program.

May touch: a picture drawn in advance and, on X11, one unmanaged window. Must never be shown over another program's
window, and never stay: after STANDS_MS the everyday program itself has long been there.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from ui.x11_cover import picture_window

# Longer than the longest fade that was measured, shorter than anybody needs to press the next button.
STANDS_MS = 400
# Two frames of a compositing manager.
SEEN_AFTER_MS = 34


class ExitCover(QObject):
    """Elsewhere than on X11 it does nothing: there the child's own cover and the swap of both windows are all."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window = picture_window() if QGuiApplication.platformName() == "xcb" else None
        self._of = QRect()
        self._goes = QTimer(self, singleShot=True, interval=STANDS_MS)
        self._goes.timeout.connect(self.go)

    def take(self, program: QWidget, area: QRect) -> None:
        """Draw the hidden program, and have the picture ready for `area`. Takes as long as a first painting."""
        picture = program.grab()
        if self._window is not None and not picture.isNull():
            drawn = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
            x, y = _corner_in_pixels(program, area)
            self._window.take((x, y, drawn.width(), drawn.height()), bytes(drawn.constBits()), drawn.bytesPerLine())
            self._of = area if area.size() == program.size() else QRect()

    def stand(self, area: QRect) -> None:
        """Show the picture now, unless it was taken for another place or size."""
        if self._window is not None and area.isValid() and self._of == area:
            self._window.stand()
            self._goes.start()

    def seen_after_ms(self) -> int:
        """How long what is painted now may be on its way to the screen; a window that goes sooner leaves a hole."""
        return SEEN_AFTER_MS if self._window is not None and self._window.is_composed() else 0

    def go(self) -> None:
        """The everyday program alone stands from here on."""
        self._goes.stop()
        if self._window is not None:
            self._window.go()


def _corner_in_pixels(program: QWidget, area: QRect) -> tuple[int, int]:
    """Qt scales what lies within a screen, and leaves the screen's own corner as it is."""
    screen, ratio = program.screen().geometry().topLeft(), program.devicePixelRatio()
    inside = area.topLeft() - screen
    return screen.x() + math.floor(inside.x() * ratio), screen.y() + math.floor(inside.y() * ratio)
