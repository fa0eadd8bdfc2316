"""What the window list and the taskbar say: names, classes, pictures of every listed window, read off the X server.

May touch: the screen's own connection. Must never go through another program: a name that stands for one frame would
be gone before it has started.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p

from screen import Screen

# What a taskbar, a pager or Alt+Tab shows of a window.
SHOWN = ("WM_NAME", "_NET_WM_NAME", "WM_ICON_NAME", "_NET_WM_ICON_NAME", "WM_CLASS", "_NET_WM_ICON")
# Set by window managers that tell two windows of one name apart: "Calculator <2>".
SEEN = ("_NET_WM_VISIBLE_NAME", "_NET_WM_VISIBLE_ICON_NAME")
# The first pixels of a picture tell it from any other.
MOST_LONGS = 600


class Names:
    """Reads the lists of an EWMH window manager; remembers how the everyday program is listed."""

    def __init__(self, screen: Screen) -> None:
        self._x, self._d, self._root = screen._x, screen._d, screen._root
        x = self._x
        x.XInternAtom.restype, x.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
        x.XFree.argtypes = [c_void_p]
        x.XQueryTree.argtypes = [
            c_void_p, c_ulong, POINTER(c_ulong), POINTER(c_ulong), POINTER(c_void_p), POINTER(c_uint),
        ]  # fmt: skip
        x.XGetWindowProperty.argtypes = [
            c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong,
            POINTER(c_ulong), POINTER(c_int), POINTER(c_ulong), POINTER(c_ulong), POINTER(c_void_p),
        ]  # fmt: skip
        self._anywhere = (c_ulong(), c_int(), c_int(), c_uint(), c_uint(), c_uint(), c_uint())
        x.XGetGeometry.argtypes = [c_void_p, c_ulong, *(POINTER(type(place)) for place in self._anywhere)]
        self._atoms = {name: self._atom(name) for name in SHOWN + SEEN}
        self._list, self._active, self._pid = map(
            self._atom, ("_NET_CLIENT_LIST", "_NET_ACTIVE_WINDOW", "_NET_WM_PID")
        )
        self._known: dict[str, bytes | None] = {}

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._d, name.encode(), 0))

    def _read(self, window: int, atom: int, longs: int = MOST_LONGS) -> bytes | None:
        kind, size, count, left, data = c_ulong(), c_int(), c_ulong(), c_ulong(), c_void_p()
        failed = self._x.XGetWindowProperty(
            self._d, window, atom, 0, longs, 0, 0, byref(kind), byref(size), byref(count), byref(left), byref(data)
        )
        if failed or not data.value:
            return None
        # Items of 32 bits arrive as longs.
        length = count.value * (ctypes.sizeof(c_long) if size.value == 32 else size.value // 8)
        found = ctypes.string_at(data.value, length)
        self._x.XFree(data)
        return found if size.value else None

    def _exists(self, window: int) -> bool:
        return bool(self._x.XGetGeometry(self._d, window, *(byref(place) for place in self._anywhere)))

    def listed(self) -> list[int]:
        """The windows of the window manager's list."""
        found = self._read(self._root, self._list) or b""
        width = ctypes.sizeof(c_long)
        return [int.from_bytes(found[at : at + width], "little") for at in range(0, len(found), width)]

    def windows_of_all(self) -> int:
        """How many windows the server knows on the screen, seen and unseen."""
        root, parent, count, list_ = c_ulong(), c_ulong(), c_uint(), c_void_p()
        self._x.XQueryTree(self._d, self._root, byref(root), byref(parent), byref(list_), byref(count))
        self._x.XFree(list_)
        return count.value

    def process_in_front(self) -> int:
        """The process whose window has the keyboard, 0 for none."""
        active = int.from_bytes(self._read(self._root, self._active, 1) or b"", "little")
        return int.from_bytes(self._read(active, self._pid, 1) or b"", "little") if active else 0

    def process_of(self, window: int) -> int:
        return int.from_bytes(self._read(window, self._pid, 1) or b"", "little")

    def remember(self, window: int) -> None:
        """This is the everyday program: every listed window has to say the same."""
        self._known = {name: self._read(window, self._atoms[name]) for name in SHOWN}
        assert self._known["WM_CLASS"], "the everyday program's window has no class"
        assert self._known["_NET_WM_ICON"], "the everyday program's window has no picture"

    def wrong(self, listed: list[int]) -> set[str]:
        """What any listed window says that the everyday program does not."""
        found = set()
        for window in listed:
            said = {name: self._read(window, self._atoms[name]) for name in SHOWN}
            if None in said.values() and not self._exists(window):
                continue  # it ended while it was asked
            found |= {f"{name}: {_short(said[name])}" for name in SHOWN if said[name] != self._known[name]}
            title = self._known["_NET_WM_NAME"] or b""
            for name in SEEN:
                seen = self._read(window, self._atoms[name])
                if seen and not seen.startswith(title):
                    found.add(f"{name}: {_short(seen)}")
        return found


def _short(value: bytes | None) -> str:
    return "nothing" if value is None else repr(value[:40])
