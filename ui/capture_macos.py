"""macOS: asks that a window be left out of pictures of the screen. Since macOS 15 most ways of taking one ignore it.

May touch: windows of this process through the Objective-C run time. Must never raise, and never be called
protection. Written to Apple's documentation of NSWindow.sharingType; not yet run on macOS.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

_SHARING_NONE, _SHARING_READ_ONLY = 0, 1


def _run_time() -> Any:
    return ctypes.CDLL("/usr/lib/libobjc.A.dylib")


class MacShield:
    """Qt's number of a window is its NSView; the NSWindow around it takes the wish."""

    def __init__(self, run_time: Callable[[], Any] = _run_time) -> None:
        self._run_time = run_time

    def keep_out(self, window: int) -> bool:
        """NSWindowSharingNone."""
        return self._share(window, _SHARING_NONE)

    def let_in(self, window: int) -> bool:
        """NSWindowSharingReadOnly, as any other window."""
        return self._share(window, _SHARING_READ_ONLY)

    def _share(self, view: int, kind: int) -> bool:
        try:
            objc = self._run_time()
            objc.sel_registerName.restype = ctypes.c_void_p
            objc.sel_registerName.argtypes = [ctypes.c_char_p]
            ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
            tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(("objc_msgSend", objc))
            window = ask(view, objc.sel_registerName(b"window"))
            if not window:
                return False
            tell(window, objc.sel_registerName(b"setSharingType:"), kind)
        except (OSError, AttributeError, TypeError):
            return False
        return True
