"""When the last pixel of the window behind leaves the X server, counted from the key that hides it.

Looking at the whole screen costs a core, and Xvfb another: on two cores the eyes would slow down what they look at.
So they look through a small hole, at the one control that stands on every page behind and nowhere in front.
"""

from __future__ import annotations

import ctypes
import time
from ctypes import byref, c_char, c_int, c_ulong, c_void_p

from screen import Frame, Screen, _Shm, pixel

LOOK_EVERY_SECONDS = 0.0005
# In the middle of the control, away from its rounded corners.
HOLE = (48, 8)


class Peephole:
    """A few pixels of the screen, read from the server in a tenth of a millisecond."""

    def __init__(self, screen: Screen, at: tuple[int, int]) -> None:
        self._screen, self._at = screen, at
        width, height = HOLE
        libc = ctypes.CDLL(None)
        libc.shmat.restype, libc.shmat.argtypes = c_void_p, [c_int, c_void_p, c_int]
        self._libc = libc
        self._shm = _Shm()
        visual = screen._x.XDefaultVisual(screen._d, 0)
        image = screen._ext.XShmCreateImage(screen._d, visual, 24, 2, None, byref(self._shm), width, height)
        self._image = image
        self._size = image.contents.bytes_per_line * height
        self._shm.shmid = libc.shmget(0, self._size, 0o1600)
        self._shm.shmaddr = libc.shmat(self._shm.shmid, None, 0)
        image.contents.data = ctypes.cast(self._shm.shmaddr, ctypes.POINTER(c_char))
        screen._ext.XShmAttach(screen._d, byref(self._shm))
        screen._x.XSync(screen._d, 0)
        libc.shmctl(self._shm.shmid, 0, None)

    def shows(self, colour: bytes) -> bool:
        """True when any of the pixels has the colour, as three bytes of the server."""
        screen = self._screen
        screen._ext.XShmGetImage(screen._d, screen._root, self._image, *self._at, c_ulong(0xFFFFFFFF))
        return colour in ctypes.string_at(self._shm.shmaddr, self._size)

    def close(self) -> None:
        """Give the shared memory back."""
        self._screen._ext.XShmDetach.argtypes = [c_void_p, c_void_p]
        self._screen._ext.XShmDetach(self._screen._d, byref(self._shm))
        self._screen._x.XSync(self._screen._d, 0)
        self._libc.shmdt.argtypes = [c_void_p]
        self._libc.shmdt(self._shm.shmaddr)


def exit_seconds(screen: Screen, colour: str, seconds: float) -> float:
    """Press Shift three times; from the third release, which is what hides, to the last look that showed `colour`.

    Looks for `seconds`; afterwards no pixel of the whole screen may have the colour.
    """
    wanted = pixel(colour)
    peephole = Peephole(screen, _where(screen, wanted))
    assert peephole.shows(wanted)
    for _ in range(2):
        screen.key("Shift_L")
    screen.key("Shift_L", up=False)
    time.sleep(0.01)
    started = time.perf_counter()
    screen.key("Shift_L", down=False)
    last = 0.0
    while (at := time.perf_counter() - started) < seconds:
        if peephole.shows(wanted):
            last = at
        time.sleep(LOOK_EVERY_SECONDS)
    peephole.close()
    assert not screen.shows(colour), "something of the window behind is left on the screen"
    return last


def exit_frames(screen: Screen, seconds: float, secret: str, inside: tuple[int, int, int, int]) -> list[Frame]:
    """The same seen on the whole screen, for holes in `inside` (x, y, width, height)."""
    for _ in range(2):
        screen.key("Shift_L")
    screen.key("Shift_L", up=False)
    return screen.watch(seconds, secret, lambda: screen.key("Shift_L", down=False), inside)


def _where(screen: Screen, wanted: bytes) -> tuple[int, int]:
    """Where the colour fills the hole on the screen."""
    picture, stride = screen.look(), screen.width * 4
    # The fourth byte means nothing; each program fills it as it likes.
    for unused in (b"\0", b"\xff"):
        row = (wanted + unused) * HOLE[0]
        at = picture.find(row)
        while at != -1:
            y, x = divmod(at, stride)
            below = at + HOLE[1] * stride
            if x % 4 == 0 and picture[below : below + len(row)] == row:
                return x // 4, y
            at = picture.find(row, at + 1)
    raise AssertionError("nothing of the window behind is on the screen")
