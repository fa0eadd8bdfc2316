"""Keeps this process's windows out of pictures and recordings of the screen, where the system has a call for it.

May touch: each window of this process as it is shown, through the system's own part (capture_windows, capture_macos).
Must never promise more than the system does: a person with a camera, an administrator and most spying programs see
the screen all the same. Linux has no such call, and the pages say so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Literal, Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

# keeps: Windows takes the window out. older: macOS did so until version 14, later ones ignore it. no: no such call.
Promise = Literal["keeps", "older", "no"]


class Shield(Protocol):
    """What one system can do about one window, by the number it has there. Nothing here may raise."""

    def keep_out(self, window: int) -> bool:
        """Out of pictures, recordings and live previews; whether the system took it."""

    def let_in(self, window: int) -> bool:
        """As any other window; whether the system took it."""


def promise_here(system: str = sys.platform) -> Promise:
    """What may be said on this system."""
    if system == "win32":
        return "keeps"
    return "older" if system == "darwin" else "no"


def shield_here(picture: Callable[[], QImage]) -> Shield | None:
    """This system's part; None where there is none. `picture`: what a preview shows in place of the window."""
    if sys.platform == "win32":
        from ui.capture_windows import WindowsShield

        return WindowsShield(picture)
    if sys.platform == "darwin":
        from ui.capture_macos import MacShield

        return MacShield()
    return None


class _Told:
    """There is one process, and one answer of its system: whether it ever refused."""

    refused = False


def was_refused() -> bool:
    """Whether the system refused for any window so far: then nothing may be promised."""
    return _Told.refused


class Capture(QObject):
    """Sees every window of this process before its first frame: menus and lists that fold out are windows too."""

    def __init__(self, application: QApplication, shield: Shield | None) -> None:
        super().__init__()
        self._application = application
        self._shield = shield
        self._shown_to_others = False
        if shield is not None:
            # Where nothing can be done no event is looked at: each costs a call from Qt to Python.
            application.installEventFilter(self)

    def stop(self) -> None:
        """For an orderly end; a real exit is the parent's kill."""
        self._application.removeEventFilter(self)

    def show_to_others(self, on: bool) -> None:  # noqa: FBT001
        """Her switch for remote help: from now on every window is like any other, or none is again."""
        if on == self._shown_to_others:
            return
        self._shown_to_others = on
        for window in self._application.topLevelWidgets():
            if window.isVisible() and window.internalWinId():
                self._apply(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """At its first showing a window has its number, and nothing of it is on the screen yet."""
        if event.type() not in (QEvent.Type.Show, QEvent.Type.WinIdChange) or not isinstance(watched, QWidget):
            return False
        if watched.isWindow() and watched.internalWinId():
            self._apply(watched)
        return False

    def _apply(self, window: QWidget) -> None:
        shield = self._shield
        if shield is None:
            return
        number = int(window.internalWinId())
        done = shield.let_in(number) if self._shown_to_others else shield.keep_out(number)
        _Told.refused = _Told.refused or not done
