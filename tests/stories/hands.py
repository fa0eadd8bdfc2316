"""Hands in the window behind the everyday program: they click where something stands, type, and count."""

from __future__ import annotations

import time
from pathlib import Path

from PIL import Image, ImageChops
from screen import Screen, wait_until

MARK = "zqgraumwolf"
# Two pages differ in a tenth of their pixels, the same page with another focus in a five-hundredth.
ALIKE = 0.03


class Hands:
    """`actions` counts each click, each key and each typed text as one."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.actions = 0
        self.written: dict[str, str] = {}
        self.before = b""
        self.look()

    def look(self) -> tuple[int, int]:
        """Where the window is now; returns its size."""
        (window,) = self.screen.windows()
        self.x, self.y, width, height = self.screen.geometry(window)
        return width, height

    def enlarge(self, size: tuple[int, int]) -> None:
        """Make the window so large that everything on a page is seen at once."""
        (window,) = self.screen.windows()
        self.screen.xdotool("windowsize", str(window), *map(str, size))
        wait_until(lambda: self.screen.geometry(window)[2:] == size, 5, "the large window")
        self.look()

    def click(self, place: tuple[int, int]) -> None:
        self.before = self.screen.look()
        self.screen.click(self.x + place[0], self.y + place[1])
        self.actions += 1
        time.sleep(0.12)

    def key(self, name: str) -> None:
        self.before = self.screen.look()
        self.screen.key(name)
        self.actions += 1
        time.sleep(0.12)

    def type(self, text: str) -> None:
        self.screen.type(text)
        self.actions += 1

    def mark(self, field: str, place: tuple[int, int]) -> None:
        """Write a word that stands nowhere else."""
        self.written[field] = MARK + "abcdefghijklmnopqrstuvwxyz"[len(self.written)]
        self.click(place)
        for letter in self.written[field]:
            self.screen.key(letter)
            time.sleep(0.004)
        self.actions += 1

    def wait_for_change(self, what: str) -> None:
        """Until the screen is not as it was before the last click or key, and then stands still."""
        wait_until(lambda: self.screen.look() != self.before, 10, what)
        self.wait_for_rest()

    def wait_for_view(self, picture: Path, what: str) -> None:
        """Until the window shows `picture`, but for the focus and the time of day."""
        wait_until(lambda: self.difference(picture) < ALIKE, 20, what)
        self.wait_for_rest()

    def wait_for_rest(self) -> None:
        """Until nothing moves for a third of a second (a blinking cursor apart)."""
        last, since = self.screen.look(), time.perf_counter()
        end = since + 10
        while time.perf_counter() - since < 0.3 and time.perf_counter() < end:
            time.sleep(0.05)
            now = self.screen.look()
            if now != last:
                last, since = now, time.perf_counter()

    def difference(self, picture: Path) -> float:
        """The part of the window's pixels that are not as in `picture`: 0 when it shows exactly this."""
        wanted = Image.open(picture).convert("RGB")
        size = self.look()
        screen = Image.frombuffer("RGB", (self.screen.width, self.screen.height), self.screen.look(), "raw", "BGRX")
        seen = screen.crop((self.x, self.y, self.x + size[0], self.y + size[1]))
        changed = ImageChops.difference(wanted, seen).convert("L").point(lambda value: 255 if value > 8 else 0)
        return changed.histogram()[255] / (size[0] * size[1])
