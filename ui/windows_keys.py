"""Hears keys for the whole screen on Windows, so that a frozen window cannot hold the exit keys; see the checklist.

May touch: raw keyboard input of this session, and who is in front. Must never keep a key or answer for one. Written
to Microsoft's documentation of RegisterRawInputDevices (RIDEV_INPUTSINK) and WM_INPUT.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import POINTER, Structure, byref, c_int, c_long, c_uint, c_uint32, c_ulong, c_ushort, c_void_p
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter
from PySide6.QtWidgets import QApplication

from ui.x11_keys import RAW_KEY_PRESS, RAW_KEY_RELEASE

_WM_INPUT = 0x00FF
_RID_INPUT = 0x10000003
_RIM_TYPEKEYBOARD = 1
_RIDEV_INPUTSINK = 0x00000100
_GENERIC_DESKTOP, _KEYBOARD = 0x01, 0x06
_KEY_UP, _EXTENDED = 0x0001, 0x0002
_VK_SHIFT, _VK_PAUSE, _VK_SCROLL, _VK_F1, _VK_F12 = 0x10, 0x13, 0x91, 0x70, 0x7B
_KEYSYM_F1, _KEYSYM_PAUSE, _KEYSYM_SCROLL_LOCK = 0xFFBE, 0xFF13, 0xFF14


class _Device(Structure):
    _fields_ = [("page", c_ushort), ("usage", c_ushort), ("flags", c_ulong), ("target", c_void_p)]


class _Header(Structure):
    _fields_ = [("kind", c_ulong), ("size", c_ulong), ("device", c_void_p), ("wparam", c_void_p)]


class _Keyboard(Structure):
    _fields_ = [
        ("make", c_ushort),
        ("flags", c_ushort),
        ("reserved", c_ushort),
        ("vkey", c_ushort),
        ("message", c_uint),
        ("extra", c_ulong),
    ]


class _Input(Structure):
    _fields_ = [("header", _Header), ("keyboard", _Keyboard)]


class _Message(Structure):
    _fields_ = [
        ("window", c_void_p),
        ("message", c_uint),
        ("wparam", c_void_p),
        ("lparam", c_void_p),
        ("time", c_uint32),
        ("x", c_long),
        ("y", c_long),
    ]


class ScreenKeys(QAbstractNativeEventFilter):
    """Calls `heard(kind, code)` for each key; `code` holds the virtual key and, above it, the key's place."""

    def __init__(self, window: int, heard: Callable[[int, int], None]) -> None:
        super().__init__()
        self._user: Any = ctypes.WinDLL("user32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
        self._user.GetRawInputData.argtypes = [c_void_p, c_uint, c_void_p, POINTER(c_uint), c_uint]
        self._user.GetForegroundWindow.restype = c_void_p
        self._user.GetWindowThreadProcessId.argtypes = [c_void_p, POINTER(c_ulong)]
        self._heard = heard
        device = _Device(_GENERIC_DESKTOP, _KEYBOARD, _RIDEV_INPUTSINK, window)
        if not self._user.RegisterRawInputDevices(byref(device), 1, ctypes.sizeof(device)):
            raise OSError("no raw keyboard input")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installNativeEventFilter(self)

    def nativeEventFilter(self, event_type: Any, message: Any) -> object:
        """Look at the message and let it pass."""
        if bytes(event_type) == b"windows_generic_MSG":
            native = _Message.from_address(int(message))
            if native.message == _WM_INPUT:
                self._read(native.lparam)
        return False, 0

    def _read(self, handle: int) -> None:
        data, size = _Input(), c_uint(ctypes.sizeof(_Input))
        got = c_int(
            self._user.GetRawInputData(handle, _RID_INPUT, byref(data), byref(size), ctypes.sizeof(_Header))
        ).value
        if got <= 0 or data.header.kind != _RIM_TYPEKEYBOARD:
            return
        key = data.keyboard
        place = key.make | (0x100 if key.flags & _EXTENDED else 0)
        self._heard(RAW_KEY_RELEASE if key.flags & _KEY_UP else RAW_KEY_PRESS, key.vkey | place << 8)

    def keysym(self, code: int) -> int:
        """The same numbers as on X11 for the keys that may be chosen; 0 for any other."""
        vkey = code & 0xFF
        if _VK_F1 <= vkey <= _VK_F12:
            return _KEYSYM_F1 + vkey - _VK_F1
        return {_VK_PAUSE: _KEYSYM_PAUSE, _VK_SCROLL: _KEYSYM_SCROLL_LOCK}.get(vkey, 0)

    def is_shift(self, code: int) -> bool:
        """True for the two Shift keys."""
        return code & 0xFF == _VK_SHIFT

    def process_in_front(self) -> int:
        """The process id of the window in front, 0 when unknown."""
        process = c_ulong()
        self._user.GetWindowThreadProcessId(self._user.GetForegroundWindow(), byref(process))
        return int(process.value)
