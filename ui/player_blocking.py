"""Takes stills and sound out of one kept recording and waits for them: for the worker thread.

May touch: one player process and the two pipes to it. Must never decode anything here, believe what the process says
before it was checked, or leave the process behind.
"""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

from safeplan import errors
from safeplan.clock import Clock, SystemClock
from ui.messages import PLAYER_ROLE
from ui.player_wire import (
    Answer,
    AnswerReader,
    Data,
    End,
    Frame,
    From,
    Info,
    More,
    Need,
    Sound,
    pack_open,
    pack_order,
)
from ui.processes import bare_environment, start_process

SECONDS = 15.0
# Sound before the next leave: a third of a second of it is on its way while the last is written.
_AHEAD = 1 << 18
_PIECE = 1 << 18
_LOOK_MS = 50
# A still stands within so many answers of the moment asked for, or is not there.
_MOST_ANSWERS = 3000
_OUT_OF_TIME = {-int(getattr(signal, name)) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name)}

ReadRange = Callable[[int, int], bytes]


class BlockingPlayer:
    """One recording in a player process of its own; a context that ends the process.

    `read(offset, length)` gives bytes of the file; `cancelled` is looked at every 50 ms. `seconds`: for each answer.
    Everything raises what the player names (PictureBroken, PictureNotShown, PictureTooLarge), ViewerTimedOut and
    Cancelled. Windows: waiting for pipes is written with poll(), as in viewer_exchange; not yet there.
    """

    def __init__(
        self,
        kind: str,
        size: int,
        read: ReadRange,
        *,
        cancelled: Callable[[], bool],
        seconds: float = SECONDS,
        clock: Clock | None = None,
    ) -> None:
        self._read, self._cancelled, self._seconds = read, cancelled, seconds
        self._clock = clock or SystemClock()
        self._reader = AnswerReader(size)
        self._waiting: list[Answer] = []
        self._turn = 0
        self._size = size
        message = pack_open(kind, size)
        self._running = start_process(
            PLAYER_ROLE, environment=bare_environment(), own_session=False, caller_waits=True
        )
        self._poll: Any = select.poll()
        self._poll.register(self._running.from_child, select.POLLIN)
        for descriptor in (self._running.to_child, self._running.from_child):
            os.set_blocking(descriptor, False)
        self._send(message)

    def __enter__(self) -> BlockingPlayer:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._running.kill()
        self._running.close_pipes()
        self._running.wait(5.0)

    def info(self) -> Info:
        """What the file holds. First of all, and once."""
        answer = self._next()
        if not isinstance(answer, Info):
            raise errors.PictureBroken
        return answer

    def still(self, at_ms: int, width: int, height: int) -> Frame | None:
        """The picture at that moment, no larger than that; None when there is none any more."""
        self._turn += 1
        self._reader.allow(width, height)
        # One answer at a time: nothing is decoded beyond the picture.
        self._send(pack_order(From(self._turn, at_ms, 100, width, height, 1)))
        for _ in range(_MOST_ANSWERS):
            answer = self._next()
            if isinstance(answer, (Info, Need)) or answer.turn != self._turn:
                continue
            if isinstance(answer, Frame):
                return answer
            if isinstance(answer, End):
                return None
            self._send(pack_order(More(len(answer.samples))))
        return None

    def sound(self) -> Iterator[bytes]:
        """All of it from the beginning: 48,000 pairs of 16-bit samples a second, little-endian."""
        self._turn += 1
        self._send(pack_order(From(self._turn, 0, 100, 0, 0, _AHEAD)))
        allowed = _AHEAD
        while True:
            answer = self._next()
            if isinstance(answer, (Info, Need, Frame)) or answer.turn != self._turn:
                continue
            if isinstance(answer, End):
                return
            assert isinstance(answer, Sound)
            allowed -= len(answer.samples)
            if allowed < _AHEAD // 2:
                self._send(pack_order(More(_AHEAD - allowed)))
                allowed = _AHEAD
            yield answer.samples

    # ── pipes ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _next(self) -> Answer:
        """The next answer; wishes for bytes are met on the way."""
        while True:
            while self._waiting:
                answer = self._waiting.pop(0)
                if not isinstance(answer, Need):
                    return answer
                data = self._read(answer.offset, answer.length)
                if len(data) != min(answer.length, self._size - answer.offset):
                    raise errors.RecordDamaged
                self._send(pack_order(Data(data)))
            self._wait()
            piece = os.read(self._running.from_child, _PIECE)
            if not piece:
                late = self._running.wait(1.0) in _OUT_OF_TIME
                raise errors.ViewerTimedOut if late else errors.PictureBroken
            self._waiting += self._reader.feed(piece)

    def _send(self, message: bytes) -> None:
        rest = memoryview(message)
        ends = self._clock.monotonic() + self._seconds
        while rest:
            self._go_on(ends)
            try:
                rest = rest[os.write(self._running.to_child, rest) :]
            except BlockingIOError:
                # It may itself wait for us to read: what it says is taken out of its way.
                self._poll.poll(_LOOK_MS)
                self._take_what_is_there()
            except OSError:
                # It has gone; what it had to say stands in the other pipe.
                return

    def _take_what_is_there(self) -> None:
        try:
            piece = os.read(self._running.from_child, _PIECE)
        except BlockingIOError:
            return
        self._waiting += self._reader.feed(piece)

    def _wait(self) -> None:
        ends = self._clock.monotonic() + self._seconds
        while not self._poll.poll(_LOOK_MS):
            self._go_on(ends)
        self._go_on(ends)

    def _go_on(self, ends: float) -> None:
        if self._cancelled():
            raise errors.Cancelled
        if self._clock.monotonic() > ends:
            raise errors.ViewerTimedOut
