"""Where the window stands: put where the everyday program stood, and told to it on every move.

May touch: the one window, the wire to the parent. Must never tell a place after an exit: the parent has taken over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.parent_wire import Wire

_STATES = (Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen)
# The everyday program may be small; reading and writing need more room.
COMFORTABLE = QSize(960, 560)


class WindowPlace(QObject):
    """`left()` is true from an exit on. States: 0 ordinary, 1 maximised, 2 full screen, as in ui/messages.py."""

    def __init__(self, window: QWidget, wire: Wire, left: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._wire = wire
        self._left = left
        self._standing = False
        window.installEventFilter(self)

    def take(self, area: QRect, state: int) -> None:
        """Stand at `area`; the first picture there is told to the parent, which then goes out of sight."""
        self._standing = False
        if area.isValid():
            self._window.setGeometry(area)
        self._window.setWindowState(_STATES[state % 3])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the everyday program where the window is on every move, and once that it stands."""
        kind = event.type()
        if watched is self._window:
            if kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange):
                self._tell()
            elif kind == QEvent.Type.Paint and not self._standing:
                self._standing = True
                QTimer.singleShot(0, self, self._stands)
        return False

    def _stands(self) -> None:
        self._tell()
        self._wire.ready()

    def _tell(self) -> None:
        if self._left() or self._window.isMinimized():
            return
        area = self._window.geometry()
        state = 2 if self._window.isFullScreen() else 1 if self._window.isMaximized() else 0
        self._wire.geometry(area.x(), area.y(), area.width(), area.height(), state)


def roomy(area: QRect, screens: Sequence[QRect]) -> QRect:
    """A place for a page around the middle of `area`, at least COMFORTABLE where the screen has room for it.

    On the one of `screens` that shows most of `area`, and where none does on the first, which is the usual one.
    """
    screen = max(screens, key=lambda one: _pixels(one.intersected(area)))
    size = area.size().expandedTo(COMFORTABLE).boundedTo(screen.size())
    place = QRect(area.topLeft(), size)
    place.moveCenter(area.center())
    place.moveLeft(max(screen.left(), min(place.left(), screen.right() - place.width() + 1)))
    place.moveTop(max(screen.top(), min(place.top(), screen.bottom() - place.height() + 1)))
    return place


def _pixels(area: QRect) -> int:
    return area.width() * area.height()
