"""Hears keys for the whole X screen, so that a frozen window cannot hold the exit keys; asks who is in front.

May touch: libX11 and libXi through ctypes, on a connection of its own. Must never keep a key: each event becomes
press or release of a number and is forgotten. (XGrabKey is no use: it never fires while a menu is open.)
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import (
    POINTER,
    Structure,
    Union,
    byref,
    c_char_p,
    c_double,
    c_int,
    c_long,
    c_ubyte,
    c_uint,
    c_ulong,
    c_void_p,
)

from ui.x11_connection import connect

_GENERIC_EVENT = 35
_ALL_MASTER_DEVICES = 1
RAW_KEY_PRESS = 13
RAW_KEY_RELEASE = 14
RAW_BUTTON_PRESS = 15
RAW_BUTTON_RELEASE = 16
_SHIFT_KEYSYMS = (0xFFE1, 0xFFE2)
_ANY_PROPERTY_TYPE = 0


class _Cookie(Structure):
    _fields_ = [
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("extension", c_int),
        ("evtype", c_int),
        ("cookie", c_uint),
        ("data", c_void_p),
    ]


class _Event(Union):
    _fields_ = [("type", c_int), ("cookie", _Cookie), ("pad", c_long * 24)]


class _RawEvent(Structure):
    _fields_ = [
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("extension", c_int),
        ("evtype", c_int),
        ("time", c_ulong),
        ("deviceid", c_int),
        ("sourceid", c_int),
        ("detail", c_int),
        ("flags", c_int),
        ("valuators", c_int * 4),
        ("raw_values", POINTER(c_double)),
    ]


class _Mask(Structure):
    _fields_ = [("deviceid", c_int), ("mask_len", c_int), ("mask", POINTER(c_ubyte))]


class ScreenKeys:
    """One connection to the X server that is told of every key and button on the screen."""

    def __init__(self) -> None:
        self._xi = ctypes.CDLL("libXi.so.6")
        self._x11, self._display = connect()
        self._declare()
        self._root = self._x11.XDefaultRootWindow(self._display)
        self._opcode = self._query_extension()
        self._active_atom = self._x11.XInternAtom(self._display, b"_NET_ACTIVE_WINDOW", 0)
        self._pid_atom = self._x11.XInternAtom(self._display, b"_NET_WM_PID", 0)
        self._select()

    def _declare(self) -> None:
        x11, xi = self._x11, self._xi
        x11.XDefaultRootWindow.restype, x11.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
        x11.XConnectionNumber.argtypes = [c_void_p]
        x11.XInternAtom.restype, x11.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
        x11.XQueryExtension.argtypes = [c_void_p, c_char_p, POINTER(c_int), POINTER(c_int), POINTER(c_int)]
        x11.XPending.argtypes = [c_void_p]
        x11.XNextEvent.argtypes = [c_void_p, POINTER(_Event)]
        x11.XGetEventData.argtypes = [c_void_p, POINTER(_Cookie)]
        x11.XFreeEventData.argtypes = [c_void_p, POINTER(_Cookie)]
        x11.XFlush.argtypes = [c_void_p]
        x11.XkbKeycodeToKeysym.restype = c_ulong
        x11.XkbKeycodeToKeysym.argtypes = [c_void_p, c_ubyte, c_int, c_int]
        x11.XFree.argtypes = [c_void_p]
        x11.XGetInputFocus.argtypes = [c_void_p, POINTER(c_ulong), POINTER(c_int)]
        x11.XGetWindowProperty.argtypes = [
            c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong,
            POINTER(c_ulong), POINTER(c_int), POINTER(c_ulong), POINTER(c_ulong), POINTER(c_void_p),
        ]  # fmt: skip
        xi.XISelectEvents.argtypes = [c_void_p, c_ulong, POINTER(_Mask), c_int]
        xi.XIQueryVersion.argtypes = [c_void_p, POINTER(c_int), POINTER(c_int)]

    def _query_extension(self) -> int:
        opcode, event, error = c_int(), c_int(), c_int()
        major, minor = c_int(2), c_int(2)
        found = self._x11.XQueryExtension(
            self._display, b"XInputExtension", byref(opcode), byref(event), byref(error)
        )
        # From 2.1 on raw events also arrive while another window holds a grab, as every open menu does.
        if not found or self._xi.XIQueryVersion(self._display, byref(major), byref(minor)) != 0:
            raise OSError("XInput 2 is missing")
        return opcode.value

    def _select(self) -> None:
        bits = (c_ubyte * 4)()
        for event in (RAW_KEY_PRESS, RAW_KEY_RELEASE, RAW_BUTTON_PRESS, RAW_BUTTON_RELEASE):
            bits[event >> 3] |= 1 << (event & 7)
        mask = _Mask(_ALL_MASTER_DEVICES, 4, bits)
        self._xi.XISelectEvents(self._display, self._root, byref(mask), 1)
        self._x11.XFlush(self._display)

    def descriptor(self) -> int:
        """The file descriptor to watch."""
        return int(self._x11.XConnectionNumber(self._display))

    def events(self) -> Iterator[tuple[int, int]]:
        """All waiting events as (kind, key code or button number)."""
        event = _Event()
        while self._x11.XPending(self._display):
            self._x11.XNextEvent(self._display, byref(event))
            if event.type != _GENERIC_EVENT or event.cookie.extension != self._opcode:
                continue
            if not self._x11.XGetEventData(self._display, byref(event.cookie)):
                continue
            kind = event.cookie.evtype
            detail = ctypes.cast(event.cookie.data, POINTER(_RawEvent)).contents.detail
            self._x11.XFreeEventData(self._display, byref(event.cookie))
            yield kind, detail

    def keysym(self, keycode: int) -> int:
        """The unshifted symbol of a key in the first layout."""
        return int(self._x11.XkbKeycodeToKeysym(self._display, keycode, 0, 0))

    def is_shift(self, keycode: int) -> bool:
        """True for the two Shift keys."""
        return self.keysym(keycode) in _SHIFT_KEYSYMS

    def process_in_front(self) -> int:
        """The process id of the window in front, 0 when unknown."""
        window = self._number(self._root, self._active_atom)
        if not window:
            focus, revert = c_ulong(), c_int()
            self._x11.XGetInputFocus(self._display, byref(focus), byref(revert))
            window = focus.value
        return self._number(window, self._pid_atom) if window > 1 else 0

    def _number(self, window: int, atom: int) -> int:
        kind, size, count, left, data = c_ulong(), c_int(), c_ulong(), c_ulong(), c_void_p()
        status = self._x11.XGetWindowProperty(
            self._display, window, atom, 0, 1, 0, _ANY_PROPERTY_TYPE,
            byref(kind), byref(size), byref(count), byref(left), byref(data),
        )  # fmt: skip
        if status != 0 or not data.value:
            return 0
        value = ctypes.cast(data, POINTER(c_ulong)).contents.value if count.value and size.value == 32 else 0
        self._x11.XFree(data)
        return int(value)

    def close(self) -> None:
        """Close the connection."""
        self._x11.XCloseDisplay(self._display)


def screen_keys() -> ScreenKeys | None:
    """The listener, or None where there is no X server with XInput 2 (offscreen tests, Windows, macOS)."""
    try:
        return ScreenKeys()
    except OSError:
        return None
