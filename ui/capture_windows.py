"""Windows: a window that pictures, recordings, previews and Recall leave out.

May touch: windows of this process through user32, dwmapi and gdi32. Must never raise. Written to Microsoft's
documentation of SetWindowDisplayAffinity and DwmSetWindowAttribute; not yet run on Windows.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, Qt
from PySide6.QtGui import QGuiApplication, QImage

from safeplan.hardening_windows import system_library

_NONE, _MONITOR, _EXCLUDE = 0x00, 0x01, 0x11
# Before Windows 10 version 2004 _EXCLUDE is refused; _MONITOR shows black in its place.
_FORCE_ICONIC, _HAS_BITMAP, _DISALLOW_PEEK, _EXCLUDED_FROM_PEEK = 7, 10, 11, 12
_WM_THUMBNAIL, _WM_LIVE_PREVIEW = 0x0323, 0x0326


class _BitmapInfo(ctypes.Structure):
    """BITMAPINFOHEADER."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("width", ctypes.c_int32),
        ("height", ctypes.c_int32),
        ("planes", ctypes.c_uint16),
        ("bits", ctypes.c_uint16),
        ("compression", ctypes.c_uint32),
        ("image_size", ctypes.c_uint32),
        ("x_per_metre", ctypes.c_int32),
        ("y_per_metre", ctypes.c_int32),
        ("used", ctypes.c_uint32),
        ("important", ctypes.c_uint32),
    )


class WindowsShield:
    """`picture`: what the task bar and Alt+Tab show in place of the window, drawn anew each time."""

    def __init__(self, picture: Callable[[], QImage], library: Callable[[str], Any] = system_library) -> None:
        self._picture = picture
        self._library = library
        self._previews = _Previews(self._answer)
        application = QGuiApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._previews)

    def keep_out(self, window: int) -> bool:
        """Out of pictures and recordings; previews show the everyday program."""
        taken = self._affinity(window, _EXCLUDE) or self._affinity(window, _MONITOR)
        self._previews_of(window, on=True)
        return taken

    def let_in(self, window: int) -> bool:
        """As any other window."""
        self._previews_of(window, on=False)
        return self._affinity(window, _NONE)

    def _affinity(self, window: int, value: int) -> bool:
        try:
            user = self._library("user32")
            return bool(user.SetWindowDisplayAffinity(ctypes.c_void_p(window), ctypes.c_uint32(value)))
        except (OSError, AttributeError):
            return False

    def _previews_of(self, window: int, *, on: bool) -> None:
        value = ctypes.c_int(int(on))
        try:
            dwm = self._library("dwmapi")
            for attribute in (_FORCE_ICONIC, _HAS_BITMAP, _DISALLOW_PEEK, _EXCLUDED_FROM_PEEK):
                dwm.DwmSetWindowAttribute(
                    ctypes.c_void_p(window), ctypes.c_uint32(attribute), ctypes.byref(value), ctypes.c_uint32(4)
                )
        except (OSError, AttributeError):
            return

    def _answer(self, window: int, message: int, size: int) -> None:
        """Windows asks for a small picture (its largest size is told), or for one of the window's own size."""
        image = self._picture().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        if message == _WM_THUMBNAIL:
            wide, high = (size >> 16) & 0xFFFF, size & 0xFFFF
            image = image.scaled(
                wide, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        try:
            dwm, gdi = self._library("dwmapi"), self._library("gdi32")
            bitmap = _bitmap_of(image, gdi)
            if message == _WM_THUMBNAIL:
                dwm.DwmSetIconicThumbnail(ctypes.c_void_p(window), bitmap, ctypes.c_uint32(0))
            else:
                dwm.DwmSetIconicLivePreviewBitmap(ctypes.c_void_p(window), bitmap, None, ctypes.c_uint32(0))
            gdi.DeleteObject(bitmap)
        except (OSError, AttributeError):
            return


def _bitmap_of(image: QImage, gdi: Any) -> ctypes.c_void_p:
    """A copy of the image as Windows' own kind, top row first."""
    size = ctypes.sizeof(_BitmapInfo)
    info = _BitmapInfo(size=size, width=image.width(), height=-image.height(), planes=1, bits=32)
    place = ctypes.c_void_p()
    gdi.CreateDIBSection.restype = ctypes.c_void_p
    bitmap = ctypes.c_void_p(
        gdi.CreateDIBSection(None, ctypes.byref(info), ctypes.c_uint32(0), ctypes.byref(place), None, 0)
    )
    if place.value:
        pixels = bytes(image.constBits())
        ctypes.memmove(place.value, pixels, len(pixels))
    return bitmap


class _Previews(QAbstractNativeEventFilter):
    """Hears when Windows asks for a preview; every message passes on."""

    def __init__(self, answer: Callable[[int, int, int], None]) -> None:
        super().__init__()
        self._answer = answer

    def nativeEventFilter(self, event_type: Any, message: Any) -> object:
        """Look at the message and let it pass."""
        from ctypes import wintypes

        if bytes(event_type) == b"windows_generic_MSG":
            native = wintypes.MSG.from_address(int(message))
            if native.message in (_WM_THUMBNAIL, _WM_LIVE_PREVIEW):
                self._answer(int(native.hWnd or 0), int(native.message), int(native.lParam))
        return False, 0
