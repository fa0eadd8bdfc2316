"""The everyday program hears the exit keys itself, so that a window that hangs cannot hold them.

May touch: the raw keys of X11 or Windows through their own modules. Must never keep a key that was pressed, and
never act by itself: it only tells which process was in front.
"""

from __future__ import annotations

import contextlib
import sys
import time
from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtWidgets import QWidget

from ui import x11_keys
from ui.exit_keys import ExitKeys


class HeardKeys(Protocol):
    """What the listeners of X11 and Windows can both be asked."""

    def keysym(self, code: int, /) -> int: ...  # noqa: D102
    def is_shift(self, code: int, /) -> bool: ...  # noqa: D102
    def process_in_front(self) -> int: ...  # noqa: D102


class ScreenListening(QObject):
    """Counts the exit keys among all keys on the screen."""

    exit_heard = Signal(int)  # the process whose window was in front

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._exit_keys = ExitKeys()
        self._chosen_keysym = 0
        self._screen = x11_keys.screen_keys()
        if self._screen is not None:
            self._notifier = QSocketNotifier(self._screen.descriptor(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._hear_screen)

    def choose(self, keysym: int) -> None:
        """The key of her choice as an X key symbol, 0 for none."""
        self._chosen_keysym = keysym

    def forget(self) -> None:
        """No press so far counts."""
        self._exit_keys.forget()

    def listen_at(self, window: QWidget) -> None:
        """On Windows the keys come as messages of a window of ours, made anew with the everyday program."""
        if sys.platform == "win32":
            from ui import windows_keys

            with contextlib.suppress(OSError):
                self._windows_keys = windows_keys.ScreenKeys(
                    int(window.winId()),
                    lambda kind, code: self._hear(self._windows_keys, kind, code),
                )

    def _hear_screen(self) -> None:
        screen = self._screen
        if screen is None:
            return
        for kind, detail in screen.events():
            self._hear(screen, kind, detail)

    def _hear(self, screen: HeardKeys, kind: int, detail: int) -> None:
        if self._counts(screen, kind, detail):
            self.exit_heard.emit(screen.process_in_front())

    def _counts(self, screen: HeardKeys, kind: int, detail: int) -> bool:
        now = time.perf_counter()
        if kind == x11_keys.RAW_KEY_PRESS:
            chosen = self._chosen_keysym != 0 and screen.keysym(detail) == self._chosen_keysym
            return self._exit_keys.press(detail, is_shift=screen.is_shift(detail), is_chosen=chosen)
        if kind == x11_keys.RAW_KEY_RELEASE:
            return self._exit_keys.release(detail, is_shift=screen.is_shift(detail), now=now)
        if kind == x11_keys.RAW_BUTTON_PRESS:
            self._exit_keys.press(("button", detail), is_shift=False)
        elif kind == x11_keys.RAW_BUTTON_RELEASE:
            self._exit_keys.release(("button", detail), is_shift=False, now=now)
        return False
