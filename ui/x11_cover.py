"""A picture that the X server itself puts over the window with the notes, before any window manager is asked.

May touch: libX11 and libXext through ctypes, one unmanaged window on a connection of its own. Must never show
anything but the picture of the everyday program, and never take a key or a click.

Why: some window managers let a new window fade in, and a compositing one shows what stood on the screen before as
its first picture. Measured without this one: a page for up to 265 ms under mutter without a graphics card.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p

from ui.x11_connection import connect

# Blue, green, red, one byte unused: what Qt's RGB32 and the usual screen have in common.
_DEPTH, _BITS_PER_PIXEL = 24, 32
_Z_PIXMAP = 2
_BACK_PIXMAP, _OVERRIDE_REDIRECT = 1 << 0, 1 << 9
_SHAPE_INPUT, _SHAPE_SET = 2, 0

Area = tuple[int, int, int, int]


class _Attributes(Structure):
    _fields_ = [
        ("background_pixmap", c_ulong), ("background_pixel", c_ulong), ("border_pixmap", c_ulong),
        ("border_pixel", c_ulong), ("bit_gravity", c_int), ("win_gravity", c_int), ("backing_store", c_int),
        ("backing_planes", c_ulong), ("backing_pixel", c_ulong), ("save_under", c_int), ("event_mask", c_long),
        ("do_not_propagate_mask", c_long), ("override_redirect", c_int), ("colormap", c_ulong), ("cursor", c_ulong),
    ]  # fmt: skip


class PictureWindow:
    """One window that no window manager knows. Sizes and places are in pixels of the screen."""

    def __init__(self) -> None:
        self._ext = ctypes.CDLL("libXext.so.6")
        self._x11, self._display = connect()
        self._declare()
        self._screen = self._x11.XDefaultScreen(self._display)
        self._root = self._x11.XDefaultRootWindow(self._display)
        if self._x11.XDefaultDepth(self._display, self._screen) != _DEPTH:
            raise OSError("a screen of another depth")
        self._context = self._x11.XCreateGC(self._display, self._root, 0, None)
        self._pixmap = 0
        self._window = self._x11.XCreateSimpleWindow(self._display, self._root, 0, 0, 1, 1, 0, 0, 0)
        self._change(_OVERRIDE_REDIRECT, override_redirect=1)
        # Clicks go to the everyday program below.
        self._ext.XShapeCombineRectangles(self._display, self._window, _SHAPE_INPUT, 0, 0, None, 0, _SHAPE_SET, 0)

    def _declare(self) -> None:
        x11, ext = self._x11, self._ext
        window, drawable = c_ulong, c_ulong
        x11.XDefaultScreen.argtypes = [c_void_p]
        x11.XDefaultRootWindow.restype, x11.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
        x11.XDefaultDepth.argtypes = [c_void_p, c_int]
        x11.XDefaultVisual.restype, x11.XDefaultVisual.argtypes = c_void_p, [c_void_p, c_int]
        x11.XCreateGC.restype, x11.XCreateGC.argtypes = c_void_p, [c_void_p, drawable, c_ulong, c_void_p]
        x11.XCreateSimpleWindow.restype = c_ulong
        x11.XCreateSimpleWindow.argtypes = [
            c_void_p, window, c_int, c_int, c_uint, c_uint, c_uint, c_ulong, c_ulong,
        ]  # fmt: skip
        x11.XChangeWindowAttributes.argtypes = [c_void_p, window, c_ulong, POINTER(_Attributes)]
        x11.XCreatePixmap.restype = c_ulong
        x11.XCreatePixmap.argtypes = [c_void_p, drawable, c_uint, c_uint, c_uint]
        x11.XFreePixmap.argtypes = [c_void_p, c_ulong]
        x11.XCreateImage.restype = c_void_p
        x11.XCreateImage.argtypes = [
            c_void_p, c_void_p, c_uint, c_int, c_int, c_char_p, c_uint, c_uint, c_int, c_int,
        ]  # fmt: skip
        x11.XPutImage.argtypes = [
            c_void_p, drawable, c_void_p, c_void_p, c_int, c_int, c_int, c_int, c_uint, c_uint,
        ]  # fmt: skip
        x11.XFree.argtypes = [c_void_p]
        x11.XMoveResizeWindow.argtypes = [c_void_p, window, c_int, c_int, c_uint, c_uint]
        x11.XMapRaised.argtypes = x11.XUnmapWindow.argtypes = [c_void_p, window]
        x11.XSync.argtypes = [c_void_p, c_int]
        x11.XInternAtom.restype, x11.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
        x11.XGetSelectionOwner.restype, x11.XGetSelectionOwner.argtypes = c_ulong, [c_void_p, c_ulong]
        x11.XFlush.argtypes = [c_void_p]
        ext.XShapeCombineRectangles.argtypes = [
            c_void_p, window, c_int, c_int, c_int, c_void_p, c_int, c_int, c_int,
        ]  # fmt: skip

    def take(self, area: Area, pixels: bytes, stride: int) -> None:
        """Have this picture ready at this place: RGB32, `stride` bytes a line. Nothing is seen of it yet."""
        x, y, width, height = area
        before, display = self._pixmap, self._display
        self._pixmap = self._x11.XCreatePixmap(display, self._root, width, height, _DEPTH)
        visual = self._x11.XDefaultVisual(display, self._screen)
        image = self._x11.XCreateImage(
            display, visual, _DEPTH, _Z_PIXMAP, 0, pixels, width, height, _BITS_PER_PIXEL, stride
        )
        self._x11.XPutImage(display, self._pixmap, self._context, image, 0, 0, 0, 0, width, height)
        # Only the frame round the pixels: they are Python's.
        self._x11.XFree(image)
        self._change(_BACK_PIXMAP, background_pixmap=self._pixmap)
        self._x11.XMoveResizeWindow(display, self._window, x, y, width, height)
        if before:
            self._x11.XFreePixmap(display, before)
        self._x11.XFlush(display)

    def stand(self) -> None:
        """In front of everything. When this returns the server has drawn it."""
        if self._pixmap:
            self._x11.XMapRaised(self._display, self._window)
            self._x11.XSync(self._display, 0)

    def go(self) -> None:
        """Away again; what stands below is seen. Safe to call when it does not stand."""
        self._x11.XUnmapWindow(self._display, self._window)
        self._x11.XFlush(self._display)

    def is_composed(self) -> bool:
        """Whether a compositing manager draws the screen: then what the server has drawn is seen a frame later."""
        manager = self._x11.XInternAtom(self._display, b"_NET_WM_CM_S%d" % self._screen, 0)
        return bool(self._x11.XGetSelectionOwner(self._display, manager))

    def close(self) -> None:
        """Close the connection; the window goes with it."""
        self._x11.XCloseDisplay(self._display)

    def _change(self, what: int, **attributes: int) -> None:
        self._x11.XChangeWindowAttributes(self._display, self._window, what, byref(_Attributes(**attributes)))


def picture_window() -> PictureWindow | None:
    """The window, or None where there is no X server (offscreen tests, Windows, macOS) or one of another depth."""
    try:
        return PictureWindow()
    except OSError:
        return None
