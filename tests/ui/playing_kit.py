"""A recording under way, what was told about it, and ears and eyes for it."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from safeplan import errors
from tests.ui.recordings import shade
from ui.player import Frame, Playing
from ui.player_wire import RATE, SAMPLE


class PatientClock:
    """Time as a recording lives it: where the computer is busy it passes slower and never leaps over a picture."""

    def __init__(self) -> None:
        self._now = 0.0
        self._seen = time.perf_counter()

    def monotonic(self) -> float:
        seen = time.perf_counter()
        self._now += min(seen - self._seen, 0.02)
        self._seen = seen
        return self._now


TIME = PatientClock()


class Loudspeaker:
    """Where sound goes in these tests: keeps what it is given and hears it as fast as time goes by."""

    def __init__(self, asleep: float = 0.0) -> None:
        self.heard = bytearray()
        self.closed = False
        self._wakes = TIME.monotonic() + asleep
        self._since = TIME.monotonic()
        self._played = 0.0

    def _left(self) -> int:
        now = max(self._wakes, TIME.monotonic())
        self._played = min(len(self.heard), self._played + (now - self._since) * RATE * SAMPLE)
        self._since = now
        return len(self.heard) - int(self._played)

    def write(self, samples: bytes) -> int:
        taken = min(len(samples), max(0, RATE * SAMPLE // 5 - self._left()) // SAMPLE * SAMPLE)
        self.heard += samples[:taken]
        return taken

    def waiting_ms(self) -> float:
        return self._left() * 1000 / (RATE * SAMPLE)

    def drop(self) -> None:
        self._played = len(self.heard)

    def close(self) -> None:
        self.closed = True


class Seen:
    """One recording under way and all that was told about it."""

    def __init__(self, qtbot: QtBot, kind: str, source: bytes | Callable[[int, int], bytes], **more: Any) -> None:
        self.qtbot = qtbot
        self.asked: list[tuple[int, int]] = []
        self.frames: list[Frame] = []
        self.failures: list[errors.SafePlanError] = []
        self.places: list[int] = []
        self.ends = 0
        self._source = source
        size = more.pop("size", len(source) if isinstance(source, bytes) else 0)
        self.owner = QObject()
        more.setdefault("clock", TIME)
        self.playing = Playing(self.owner, kind, size, self._read, **more)
        self.pid = self.playing.pid
        self.playing.showing.connect(self.frames.append)
        self.playing.failed.connect(self.failures.append)
        self.playing.moved.connect(self.places.append)
        self.playing.paused.connect(self._ended)

    def _read(self, offset: int, length: int, done: Callable[[bytes], None], _failed: Any) -> None:
        self.asked.append((offset, length))
        done(
            self._source[offset : offset + length]
            if isinstance(self._source, bytes)
            else self._source(offset, length)
        )

    def _ended(self) -> None:
        self.ends += 1

    def until(self, said: Callable[[], Any], seconds: float = 30) -> None:
        self.qtbot.waitUntil(lambda: bool(said()), timeout=int(seconds * 1000))

    def opened(self) -> Seen:
        self.until(lambda: self.failures or self.playing.info is not None)
        assert not self.failures
        return self

    def still(self) -> Seen:
        """Until its first picture stands."""
        self.opened().until(lambda: self.failures or self.frames)
        assert not self.failures
        return self

    def to_the_end(self) -> Seen:
        self.opened().playing.play()
        self.until(lambda: self.failures or self.ends)
        assert not self.failures
        return self


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def grey(frame: Frame) -> int:
    """The colour in the middle."""
    start = (frame.height // 2 * frame.width + frame.width // 2) * 4
    blue, green, red = frame.pixels[start : start + 3]
    assert max(blue, green, red) - min(blue, green, red) < 12
    return green


def is_picture(frame: Frame, number: int) -> bool:
    return abs(grey(frame) - shade(number)) < 5


def pitch(samples: bytes) -> float:
    """How often a second the left side swings, counted where it rises through nothing."""
    left = struct.unpack(f"<{len(samples) // 2}h", samples)[::2]
    rises = [n for n in range(1, len(left)) if left[n - 1] < 0 <= left[n]]
    return (len(rises) - 1) * RATE / (rises[-1] - rises[0])
