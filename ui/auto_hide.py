"""Hides by itself: nobody at the keyboard, the computer goes to sleep, the session is locked or switched.

May touch: a timer, an event filter, and the operating system's own notices through one module per system. Must
never ask or make a sound; the last seconds are counted down quietly.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

COUNTDOWN_SECONDS = 15
DEFAULT_IDLE_SECONDS = 120

SIGNS_OF_A_PERSON = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    )
)


class AutoHide(QObject):
    """Calls `leave` after `idle_seconds` without a key, a click or a movement.

    `behind` is called when another program comes in front, `gone` when the computer sleeps or is locked; both are
    `leave` unless they are given.
    """

    counting = Signal(int)  # seconds left, from COUNTDOWN_SECONDS down; -1 when it counts no more

    def __init__(
        self,
        leave: Callable[[], None],
        seconds: Callable[[], float] = time.perf_counter,
        *,
        behind: Callable[[], None] | None = None,
        gone: Callable[[], None] | None = None,
        in_front: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__()
        self._leave = leave
        self._behind = behind or leave
        self._gone = gone or leave
        self._in_front = in_front or _in_front
        self._seconds = seconds
        self._idle_limit = float(DEFAULT_IDLE_SECONDS)
        self._hide_when_inactive = False
        self._last = seconds()
        self._counting = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)
        self._notices: QObject | None = None

    def start(self, application: QApplication) -> None:
        """Begin to watch, and listen to the system's notices of sleep, locking and switching users."""
        application.installEventFilter(self)
        application.applicationStateChanged.connect(self._state_changed)
        self._notices = _system_notices(self._gone)
        self._timer.start()

    def stop(self, application: QApplication) -> None:
        """Watch no longer."""
        self._timer.stop()
        application.removeEventFilter(self)

    def begin_again(self) -> None:
        """Somebody is here now: the time counts from this moment."""
        self._last = self._seconds()
        self._count_no_more()

    @property
    def idle_seconds(self) -> float:
        """How long nobody may move."""
        return self._idle_limit

    def set_idle_seconds(self, seconds: float) -> None:
        """How long nobody may move; at least twenty seconds, so that the countdown has room."""
        self._idle_limit = max(20.0, seconds)

    def set_hide_when_inactive(self, on: bool) -> None:  # noqa: FBT001
        """Also hide when another window comes in front. Off by default: input methods would set it off."""
        self._hide_when_inactive = on

    def look(self) -> None:
        """Once a second: count down, or leave."""
        left = self._idle_limit - (self._seconds() - self._last)
        if left <= 0:
            # A film may be watched in front of it by now: that keeps the screen and the keyboard.
            (self._leave if self._in_front() else self._behind)()
        elif left <= COUNTDOWN_SECONDS:
            self._counting = True
            self.counting.emit(max(1, round(left)))
        else:
            # The limit was raised meanwhile.
            self._count_no_more()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any sign of a person starts the time again."""
        if event.type() in SIGNS_OF_A_PERSON:
            self.begin_again()
        return False

    def _count_no_more(self) -> None:
        if self._counting:
            self._counting = False
            self.counting.emit(-1)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if self._hide_when_inactive and state != Qt.ApplicationState.ApplicationActive:
            self._behind()


def _in_front() -> bool:
    """Whether the keyboard is this program's."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


def _system_notices(leave: Callable[[], None]) -> QObject | None:
    if sys.platform == "win32":
        from ui import session_windows

        return session_windows.SessionNotices(leave)
    if sys.platform == "darwin":
        from ui import session_macos

        return session_macos.SessionNotices(leave)
    from ui import session_linux

    return session_linux.SessionNotices(leave)
