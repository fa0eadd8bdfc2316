"""Eyes that look at the whole screen and at the window list 250 times a second while somebody leaves.

A look is compared with the everyday program as it stands afterwards, byte for byte: that is quick. Only what differs
is kept, and is searched for the page, the desktop and strange names when the exit is over.
"""

from __future__ import annotations

import ctypes
import os
import statistics
import time
from collections.abc import Callable
from ctypes import c_int, c_size_t, c_ulong, c_void_p
from dataclasses import dataclass, fields
from itertools import pairwise

from exit_names import Names
from screen import MAGENTA, Screen, _aligned, pixel

LOOK_EVERY = 1 / 250
# A run in which the eyes were shut for longer than a frame, or saw too little, says nothing good about the program.
LEAST_HERTZ = 120.0
LONGEST_GAP = 1 / 60
# The screen has to stand still for so long before the eyes turn away.
STILL_FOR = 0.12
# What a window manager draws round a window.
FRAME_TOP, FRAME_SIDE = 40, 12
# A look at every name costs eight questions to the server.
NAMES_EVERY = 2

Area = tuple[int, int, int, int]


@dataclass(frozen=True)
class Look:
    """Seconds since the key, and what stood on the screen.

    `innocent`: to the pixel the everyday program and what is round it; only the window manager's frame may differ.
    """

    at: float
    innocent: bool
    secret: bool
    hole: bool
    lines: int


@dataclass(frozen=True)
class OneExit:
    """What is kept of an exit: seconds, and what was wrong in it. `rests`: in the end all was innocent."""

    last_strange: float
    first_innocent: float
    last_secret: float
    came_back: bool
    holes: int
    wrong_names: frozenset[str]
    there: float
    gone: float
    two_lines: float
    hertz: float
    longest_gap: float
    rests: bool

    @property
    def eyes_open(self) -> bool:
        return self.hertz >= LEAST_HERTZ and self.longest_gap <= LONGEST_GAP


@dataclass(frozen=True)
class Seen:
    """One exit. The child's process was last seen when it was `there`, and missed when it was `gone` (or never)."""

    looks: tuple[Look, ...]
    wrong_names: frozenset[str]
    there: float
    gone: float

    @property
    def last_secret(self) -> float:
        return max((look.at for look in self.looks if look.secret), default=0.0)

    @property
    def last_strange(self) -> float:
        """The last look that was not the everyday program to the pixel: a page, a menu, a window half drawn."""
        return max((look.at for look in self.looks if not look.innocent), default=0.0)

    @property
    def first_innocent(self) -> float:
        """The look after the last strange one: by then at the latest all was innocent."""
        return min((look.at for look in self.looks if look.at > self.last_strange), default=float("inf"))

    @property
    def came_back(self) -> bool:
        """Something of a page stood there again after the everyday program had been seen."""
        covered = next((look.at for look in self.looks if look.innocent), float("inf"))
        return any(look.secret and look.at > covered for look in self.looks)

    @property
    def holes(self) -> int:
        return sum(look.hole for look in self.looks)

    @property
    def two_lines(self) -> float:
        """For how long the window list had another number of lines than one."""
        return sum(after.at - look.at for look, after in pairwise(self.looks) if look.lines != 1)

    @property
    def hertz(self) -> float:
        return 1 / statistics.median(self._gaps(self.looks[-1].at))

    @property
    def longest_gap(self) -> float:
        """Around the exit: from the key to a frame after the last change on the screen."""
        return max(self._gaps(self.last_strange + LONGEST_GAP))

    def _gaps(self, until: float) -> list[float]:
        """Between any two looks, the first after `until` included: the gap that begins before it counts."""
        before = [look.at for look in self.looks if look.at <= until]
        after = [look.at for look in self.looks if look.at > until][:1]
        return [later - earlier for earlier, later in pairwise([0.0, *before, *after])]

    @property
    def rests(self) -> bool:
        return self.looks[-1].innocent

    def summed_up(self) -> OneExit:
        return OneExit(**{one.name: getattr(self, one.name) for one in fields(OneExit)})


class Sampler:
    """Looks at one screen; `secrets` are colours that stand on a page behind and nowhere in front."""

    def __init__(self, screen: Screen, secrets: tuple[str, ...]) -> None:
        self.screen, self.names = screen, Names(screen)
        self._secrets = tuple(pixel(colour) for colour in secrets)
        self._compare = ctypes.CDLL(None).memcmp
        self._compare.argtypes, self._compare.restype = [c_void_p, c_void_p, c_size_t], c_int
        self._innocent: list[bytes] = []
        self._desktop = MAGENTA[::-1]
        self._inside: Area = (0, 0, 0, 0)
        # Some window managers let frames and shadows fade, far beyond the window; pages and names count everywhere.
        self.surroundings_fade = False

    def remember_innocent(self, inside: Area) -> None:
        """The screen as it is now is what everybody may see; `inside` is the window, where no desktop may show."""
        picture = self.screen.look()
        self._innocent, self._inside = [picture], inside
        # Some window managers draw a desktop of their own; whatever colour it has shines through a hole.
        self._desktop = self.screen.colour_at(1, 1)
        assert not self._shows_secret(picture), "the everyday program has the colour of a page behind"
        assert not self._has_hole(picture), "the desktop shows inside the window while nothing happens"

    @property
    def knows_innocent(self) -> bool:
        return bool(self._innocent)

    def _learn_lit_up(self, mouse_away: Callable[[], None]) -> None:
        """What is innocent but for a button that the mouse lights up is innocent: taken away, it shows."""
        picture = self.screen.look()
        if not self._shows_secret(picture) and not self._is_innocent(picture):
            mouse_away()
            if self._is_innocent(self.screen.look()):
                self._innocent.append(picture)

    def sees_secret(self) -> bool:
        return self._shows_secret(self.screen.look())

    def watch(
        self, act: Callable[[], None], child: int, mouse_away: Callable[[], None], *, longest: float = 1.0
    ) -> Seen:
        """Do `act`, the key, and look until everything stands still and the child is gone."""
        screen, innocent = self.screen, self._innocent[0]
        take, size, address = screen._ext.XShmGetImage, screen._size, screen._shm.shmaddr
        whole, procfs = c_ulong(0xFFFFFFFF), f"/proc/{child}"
        taken: list[tuple[float, int, int]] = []  # when, which picture (-1: the innocent one), how many lines
        kept: list[bytes] = []
        names: set[str] = set()
        gone, there, changed, lines, before = float("inf"), 0.0, 0.0, 1, -1
        started = turn = time.perf_counter()
        act()
        while True:
            take(screen._d, screen._root, screen._image, 0, 0, whole)
            at = time.perf_counter() - started
            if self._compare(address, innocent, size) == 0:
                number = -1
            elif kept and self._compare(address, kept[-1], size) == 0:
                number = len(kept) - 1
            else:
                kept.append(ctypes.string_at(address, size))
                number = len(kept) - 1
            if len(taken) % NAMES_EVERY == 0:
                listed = self.names.listed()
                lines = len(listed)
                names |= self.names.wrong(listed)
            if number != before:
                changed, before = at, number
            taken.append((at, number, lines))
            if gone > at:
                if not os.path.exists(procfs):  # noqa: PTH110 (250 times a second)
                    gone = time.perf_counter() - started
                else:
                    there = time.perf_counter() - started
            if at > longest or (at > changed + STILL_FOR and gone < at and not (number >= 0 and self.sees_secret())):
                break
            # No looks are made up for: two in a row see the same, and make the eyes seem quicker than they are.
            turn = max(turn + LOOK_EVERY, time.perf_counter())
            time.sleep(max(0.0, turn - time.perf_counter()))
        self._learn_lit_up(mouse_away)
        found = [(self._is_innocent(one), self._shows_secret(one), self._has_hole(one)) for one in kept]
        found.append((True, False, False))
        looks = tuple(Look(at, *found[number], lines) for at, number, lines in taken)
        return Seen(looks, frozenset(names), there if gone < float("inf") else gone, gone)

    def _shows_secret(self, picture: bytes) -> bool:
        return any(colour in _aligned(picture, colour) for colour in self._secrets)

    def _is_innocent(self, picture: bytes) -> bool:
        return any(self._is_like(picture, innocent) for innocent in self._innocent)

    def _is_like(self, picture: bytes, wanted: bytes) -> bool:
        """The frame turns grey and blue again when two windows change places; everything else has to be the same."""
        x, y, width, height = self._inside
        whole = self.screen.width * 4
        if self.surroundings_fade:
            inside = (slice(row * whole + x * 4, row * whole + (x + width) * 4) for row in range(y, y + height))
            return all(picture[part] == wanted[part] for part in inside)
        left, right = max(0, x - FRAME_SIDE) * 4, min(self.screen.width, x + width + FRAME_SIDE) * 4
        for row in range(self.screen.height):
            parts = [(0, whole)]
            if y - FRAME_TOP <= row < y + height + FRAME_SIDE:
                parts = [(0, left), (right, whole)]
            if y <= row < y + height:
                parts.append((x * 4, (x + width) * 4))
            start = row * whole
            if any(picture[start + a : start + b] != wanted[start + a : start + b] for a, b in parts):
                return False
        return True

    def _has_hole(self, picture: bytes) -> bool:
        x, y, width, height = self._inside
        stride, desktop = self.screen.width * 4, self._desktop
        rows = range(max(y, 0), min(y + height, self.screen.height), 8)
        parts = (picture[row * stride + x * 4 : row * stride + (x + width) * 4] for row in rows)
        return any(desktop in _aligned(part, desktop) for part in parts)
