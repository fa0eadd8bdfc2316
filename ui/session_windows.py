"""Hears from Windows that the computer sleeps or the session is locked; see the release checklist.

May touch: native window messages of this process, read only. Must never answer or delay one. Written to Microsoft's
documentation of WM_POWERBROADCAST and WTSRegisterSessionNotification.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QObject
from PySide6.QtWidgets import QApplication

_WM_POWERBROADCAST = 0x0218
_PBT_APMSUSPEND = 0x0004
_WM_WTSSESSION_CHANGE = 0x02B1
_LEAVE_ON = frozenset((0x2, 0x4, 0x7))  # console disconnect, remote disconnect, session lock
_NOTIFY_FOR_THIS_SESSION = 0


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave

    def nativeEventFilter(self, event_type: Any, message: Any) -> object:
        """Look at the message and let it pass."""
        from ctypes import wintypes

        if bytes(event_type) == b"windows_generic_MSG":
            native = wintypes.MSG.from_address(int(message))
            sleeps = native.message == _WM_POWERBROADCAST and native.wParam == _PBT_APMSUSPEND
            locks = native.message == _WM_WTSSESSION_CHANGE and native.wParam in _LEAVE_ON
            if sleeps or locks:
                self._leave()
        return False, 0


class SessionNotices(QObject):
    """Calls `leave` on each notice."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._filter = _Filter(leave)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installNativeEventFilter(self._filter)
            for window in application.topLevelWidgets():
                if window.isWindow():
                    wts: Any = ctypes.WinDLL("wtsapi32")  # type: ignore[attr-defined,unused-ignore]
                    wts.WTSRegisterSessionNotification(int(window.winId()), _NOTIFY_FOR_THIS_SESSION)
