"""A connection of our own to the X server, beside Qt's, on which a vanished window ends nothing.

May touch: libX11 through ctypes. Must never let one of the server's complaints end this process.
"""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_int, c_void_p

# Xlib ends the whole process on any protocol error unless told otherwise, and windows do vanish under us. There is
# one place for it in a process, so it lives as long.
_IGNORE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda _display, _event: 0)


def connect() -> tuple[ctypes.CDLL, int]:
    """libX11 and an open display; OSError where there is none."""
    # By its exact name: ctypes.util.find_library starts a compiler to look for it.
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype, x11.XOpenDisplay.argtypes = c_void_p, [c_char_p]
    x11.XCloseDisplay.argtypes = [c_void_p]
    x11.XSetErrorHandler.argtypes = [c_void_p]
    x11.XSetErrorHandler(ctypes.cast(_IGNORE, c_void_p))
    display = x11.XOpenDisplay(None)
    if not display:
        raise OSError("no X display")
    return x11, display
