"""The exit: hears its keys in every window and menu of this process, covers the screen, then tells the parent.

May touch: the window it covers and the pipe to the parent. Must never ask, wait, save or show an error: drafts are
kept as they are typed, and killing this process is the parent's work.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.exit_keys import ExitKeys

_PRESSES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)
_RELEASES = (QEvent.Type.KeyRelease, QEvent.Type.MouseButtonRelease)


class TellParent(Protocol):
    """Say that the window is covered; `quietly` when another program is in front and must stay there."""

    def __call__(self, *, quietly: bool = False) -> None: ...  # noqa: D102


class QuickExit(QObject):
    """An event filter on the application: a QShortcut would not fire while a menu or a question is open."""

    leaving = Signal()
    tapped = Signal(int)  # how many of the three presses are counted, for the screen reader and the hint

    def __init__(self, cover: Callable[[], None], tell_parent: TellParent) -> None:
        super().__init__()
        self._cover = cover
        self._tell_parent = tell_parent
        self._keys = ExitKeys()
        self._chosen: Qt.Key | None = None
        self.left = False

    def listen(self, application: QApplication) -> None:
        """Start hearing; must come before the first window is shown."""
        application.installEventFilter(self)

    def stop_listening(self, application: QApplication) -> None:
        """For an orderly end; a real exit is the parent's kill."""
        application.removeEventFilter(self)

    def choose_key(self, key: Qt.Key | None) -> None:
        """One more key that hides at once."""
        self._chosen = key

    def leave(self, *, quietly: bool = False) -> None:
        """Cover, then tell. The second call does nothing: a second press must not bring anything back."""
        if self.left:
            return
        self.left = True
        self._cover()
        self._tell_parent(quietly=quietly)
        self.leaving.emit()

    def was_hidden(self) -> None:
        """The everyday program came unasked, after a second start or a key it heard first: all but telling it."""
        if not self.left:
            self.left = True
            self._cover()
            self.leaving.emit()

    def stand_again(self) -> None:
        """This process was called back, where an exit covers only: from now on keys count again."""
        self._keys.forget()
        self.left = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count keys on the window level only: on its way to a widget one press passes up to four times."""
        kind = event.type()
        if not watched.isWindowType():
            return False
        if kind in _PRESSES:
            if self._pressed(event):
                self.leave()
                return True
        elif kind in _RELEASES:
            if self._released(event):
                self.leave()
                return True
        elif kind == QEvent.Type.WindowDeactivate:
            self._keys.forget()
        return self.left and kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)

    def _pressed(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.isAutoRepeat():
                return False
            is_chosen = self._chosen is not None and event.key() == self._chosen
            return self._keys.press(_name(event), is_shift=event.key() == Qt.Key.Key_Shift, is_chosen=is_chosen)
        if isinstance(event, QMouseEvent):
            self._keys.press(("button", event.button()), is_shift=False)
        return False

    def _released(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.isAutoRepeat():
                return False
            is_shift = event.key() == Qt.Key.Key_Shift
            done = self._keys.release(_name(event), is_shift=is_shift, now=time.perf_counter())
            # Not for the last one: nothing may happen before the cover.
            if is_shift and not done:
                self.tapped.emit(len(self._keys.taps))
            return done
        if isinstance(event, QMouseEvent):
            self._keys.release(("button", event.button()), is_shift=False, now=time.perf_counter())
        return False


def _name(event: QKeyEvent) -> object:
    """One name per key for press and release: Shift in between changes the symbol, not the key."""
    return event.nativeScanCode() or ("key", event.key())
