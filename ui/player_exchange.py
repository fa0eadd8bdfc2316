"""One player process and the two pipes to it: gives it pieces of the file, hands on what it says.

May touch: the pipes of that process. Must never wait, decode anything, let more come than was allowed, or use a
process for a second file.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from safeplan import errors
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
from ui.processes import Running, bare_environment, start_process

SECONDS = 15.0
_PIECE = 1 << 18
_OUT_OF_TIME = {-int(getattr(signal, name)) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name)}

# Brings `length` bytes of the file from `offset`: done(bytes) or failed(error) is called at once or later.
ReadRange = Callable[[int, int, Callable[[bytes], None], Callable[[errors.SafePlanError], None]], Any]


class PlayerExchange(QObject):
    """One conversation: `said` gets what may be believed, `failed` is called once and ends it; then silence."""

    reaped = Signal()  # the process is gone and collected

    def __init__(
        self,
        parent: QObject,
        kind: str,
        size: int,
        read: ReadRange,
        said: Callable[[Answer], None],
        failed: Callable[[errors.SafePlanError], None],
        *,
        seconds: float = SECONDS,
    ) -> None:
        super().__init__(parent)
        self._size, self._read, self._said, self._failed = size, read, said, failed
        self._reader = AnswerReader(size)
        self._outgoing: deque[memoryview] = deque()
        self._turn, self._allowed, self._largest = 0, 0, 0
        self._told = self._reading = self._ended = self._over = False
        self.running: Running = start_process(PLAYER_ROLE, environment=bare_environment(), own_session=False)
        running = self.running
        # A card that is deleted must not leave a player behind that waits for ever.
        self.destroyed.connect(lambda: _end(running, seconds=1.0))
        for descriptor in (self.running.to_child, self.running.from_child):
            os.set_blocking(descriptor, False)
        if sys.platform == "linux":
            import fcntl

            # Fewer turns per picture; refused when this user already holds many large pipes.
            with contextlib.suppress(OSError):
                fcntl.fcntl(self.running.from_child, fcntl.F_SETPIPE_SZ, 1 << 20)
        self._writes = QSocketNotifier(self.running.to_child, QSocketNotifier.Type.Write, self)
        self._writes.setEnabled(False)
        self._writes.activated.connect(self._push)
        self._reads = QSocketNotifier(self.running.from_child, QSocketNotifier.Type.Read, self)
        self._reads.activated.connect(self._pull)
        self._limit = QTimer(self, singleShot=True, interval=int(seconds * 1000))
        self._limit.timeout.connect(lambda: self._fail(errors.ViewerTimedOut()))
        self._reaping = QTimer(self, interval=10)
        self._reaping.timeout.connect(self._reap)
        self._send(pack_open(kind, size))

    def play_from(self, order: From) -> None:
        """Forget what is under way and go on from there."""
        self._turn, self._allowed, self._ended = order.turn, order.credit, False
        self._largest = max(order.width * order.height * 4, 1 << 16)
        self._reader.allow(order.width, order.height)
        self._send(pack_order(order))

    def allow_more(self, credit: int) -> None:
        """So many bytes were shown, heard or dropped: as many may come."""
        self._allowed += credit
        self._send(pack_order(More(credit)))

    def stop(self) -> None:
        """End the process, whatever it does. Its memory goes back while the window moves on."""
        if self._over:
            return
        self._over = True
        self._limit.stop()
        self._reads.setEnabled(False)
        self._writes.setEnabled(False)
        self._outgoing.clear()
        _end(self.running)
        self._reaping.start()

    # ── pipes ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _send(self, message: bytes) -> None:
        if self._over:
            return
        self._outgoing.append(memoryview(message))
        self._push()
        self._watch()

    def _push(self) -> None:
        if self._over:
            return
        try:
            while self._outgoing:
                rest = self._outgoing[0]
                written = os.write(self.running.to_child, rest)
                if written < len(rest):
                    self._outgoing[0] = rest[written:]
                else:
                    self._outgoing.popleft()
        except BlockingIOError:
            pass
        except OSError:
            # It has gone; what it had to say stands in the other pipe.
            self._outgoing.clear()
        self._writes.setEnabled(bool(self._outgoing))

    def _pull(self) -> None:
        if self._over:
            return
        try:
            # One megabyte per turn: the interface gets its turn in between.
            for _ in range(4):
                piece = os.read(self.running.from_child, _PIECE)
                if not piece:
                    self._gone()
                    return
                for answer in self._reader.feed(piece):
                    self._take(answer)
                    if self._over:
                        return
        except BlockingIOError:
            pass
        except errors.SafePlanError as error:
            self._fail(error)
            return
        self._watch()

    def _take(self, answer: Answer) -> None:
        if isinstance(answer, Need):
            if self._reading:
                raise errors.PictureBroken
            self._reading = True
            self._read(answer.offset, answer.length, lambda data: self._bytes_came(answer, data), self._fail)
            return
        if isinstance(answer, Info):
            self._told = True
        elif answer.turn != self._turn:
            # Said before the newest order was heard; its place is not counted any more.
            return
        elif isinstance(answer, (Frame, Sound)):
            if self._allowed <= 0 or self._ended:
                raise errors.PictureBroken
            self._allowed -= len(answer.pixels if isinstance(answer, Frame) else answer.samples)
        elif isinstance(answer, End):
            self._ended = True
        self._said(answer)

    def _bytes_came(self, wanted: Need, data: bytes) -> None:
        if self._over:
            return
        self._reading = False
        if len(data) != min(wanted.length, self._size - wanted.offset):
            self._fail(errors.RecordDamaged())
            return
        self._send(pack_order(Data(data)))

    # ── its end ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _watch(self) -> None:
        """The clock runs while the player owes something: not while it waits for bytes or for leave to go on."""
        owes = not self._told or (self._turn > 0 and self._allowed > 0 and not self._ended)
        if owes and not self._reading and not self._over:
            self._limit.start()
        else:
            self._limit.stop()

    def _gone(self) -> None:
        self._reads.setEnabled(False)
        # The pipe ends a moment before the process does; its last word is its exit status.
        self._reaping.start()

    def _reap(self) -> None:
        if self.running.alive():
            return
        self._reaping.stop()
        if self._over:
            self.reaped.emit()
        else:
            late = self.running.wait(0) in _OUT_OF_TIME
            self._fail(errors.ViewerTimedOut() if late else errors.PictureBroken())

    def _fail(self, error: errors.SafePlanError) -> None:
        if self._over:
            return
        self.stop()
        self._failed(error)


def _end(running: Running, seconds: float = 0.0) -> None:
    running.kill()
    running.close_pipes()
    running.wait(seconds)
