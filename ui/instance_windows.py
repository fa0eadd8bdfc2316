"""The same verbs as ui/instance.py on Windows, written to Microsoft's documentation; see the release checklist.

May touch: one named mutex and one named event of this user's session. Must never say anything.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from safeplan.paths import NEUTRAL_NAME

_ERROR_ALREADY_EXISTS = 183
_EVENT_MODIFY_STATE = 0x0002
_ASFW_ANY = 0xFFFFFFFF
_LOOK_EVERY_MS = 250


class Instance:
    """Holds the mutex for as long as the process lives."""

    def __init__(self, settings: Path) -> None:
        del settings  # the mutex is named after the program; a file lock would need a second process to poll
        self._kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
        self._user: Any = ctypes.WinDLL("user32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
        self._mutex: int | None = None

    def claim(self) -> bool:
        """True when this is the only running program of this session."""
        self._mutex = self._kernel.CreateMutexW(None, False, f"Local\\{NEUTRAL_NAME}")
        return int(ctypes.get_last_error()) != _ERROR_ALREADY_EXISTS  # type: ignore[attr-defined,unused-ignore]

    def call_the_other(self) -> None:
        """Ask the running program to come forward, and allow it to."""
        self._user.AllowSetForegroundWindow(_ASFW_ANY)
        event = self._kernel.OpenEventW(_EVENT_MODIFY_STATE, False, f"Local\\{NEUTRAL_NAME}Event")
        if event:
            self._kernel.SetEvent(event)
            self._kernel.CloseHandle(event)

    def when_called(self, come_forward: Callable[[], None], parent: QObject) -> None:
        """Run `come_forward` in the main thread whenever a second start calls."""
        event = self._kernel.CreateEventW(None, False, False, f"Local\\{NEUTRAL_NAME}Event")
        timer = QTimer(parent)
        timer.setInterval(_LOOK_EVERY_MS)

        def look() -> None:
            if self._kernel.WaitForSingleObject(event, 0) == 0:
                come_forward()

        timer.timeout.connect(look)
        timer.start()
