"""Hands and eyes of the tour: real clicks and keys on the real windows, and pictures of what stands there.

May touch: the windows of this process. Must never reach past a widget into the store.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.app import App

_LONGEST_WAIT_SECONDS = 60.0
_LONGEST_LOOK_SECONDS = 5.0
_QUIET_ROUNDS = 6


class NotOnTheScreen(Exception):
    """The tour looked for something that is not there; the name says what."""


class Hands:
    """Works one App as a person would, as fast as it answers."""

    def __init__(self, application: QApplication, app: App) -> None:
        self._application = application
        self._app = app

    def settle(self) -> None:
        """Wait until the worker has nothing to do and Qt has shown everything."""
        end, quiet = time.perf_counter() + _LONGEST_WAIT_SECONDS, 0
        while quiet < _QUIET_ROUNDS:
            self._application.processEvents()
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            quiet = 0 if self._app.background.busy or self._filling() else quiet + 1
            if time.perf_counter() > end:
                raise NotOnTheScreen("an end of the work")
            time.sleep(0.005)

    def _filling(self) -> bool:
        """Long pages add their cards in portions; a picture taken in between shows them squeezed."""
        timers = self._app.window.findChildren(QTimer)
        return any(one.isActive() and one.isSingleShot() and one.interval() == 0 for one in timers)

    def sees(self, name: str) -> bool:
        """Whether a widget of this name is shown."""
        return any(found.isVisible() for found in self._app.window.findChildren(QWidget, name))

    def find(self, name: str) -> QWidget:
        """The widget of this name that is shown, waited for where the computer is busy; raises NotOnTheScreen."""
        end = time.perf_counter() + _LONGEST_LOOK_SECONDS
        while True:
            self.settle()
            shown = [found for found in self._app.window.findChildren(QWidget, name) if found.isVisible()]
            if shown:
                return shown[-1]
            if time.perf_counter() > end:
                raise NotOnTheScreen(name)

    def click(self, name: str) -> None:
        """Press and release the left button in the middle of it."""
        widget = self.find(name)
        place = QPointF(widget.rect().center())
        everywhere = QPointF(widget.mapToGlobal(widget.rect().center()))
        for kind, held in (
            (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            event = QMouseEvent(
                kind, place, everywhere, Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier
            )
            self._application.sendEvent(widget, event)
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Type into a field, letter by letter."""
        widget = self.find(name)
        widget.setFocus()
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._application.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        self.settle()

    def picture(self, path: Path) -> None:
        """Save what the window shows as a PNG."""
        self.settle()
        # What was laid out last may have moved what stands above it.
        self.settle()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._app.window.grab().save(str(path))
