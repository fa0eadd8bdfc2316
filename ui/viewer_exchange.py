"""One request to one fresh viewer process: feeds it, collects the answer, names what went wrong.

May touch: the pipes of that process. Must never block the caller, decode anything, or hand out a process twice.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
from collections.abc import Callable, Iterable

from safeplan import errors
from safeplan.clock import Clock, SystemClock
from ui.messages import VIEWER_ROLE
from ui.processes import Running, bare_environment, start_process
from ui.viewer_wire import KINDS, MAX_INPUT, AnswerReader, Pixels, Request, pack_request

SECONDS = 15.0
_PIECE = 1 << 16
_OUT_OF_TIME = {-int(getattr(signal, name)) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name)}


def start_viewer(*, caller_waits: bool = False) -> Running:
    """A fresh viewer process, in our own session so that it goes with us."""
    return start_process(VIEWER_ROLE, environment=bare_environment(), own_session=False, caller_waits=caller_waits)


def checked_source(kind: str, source: bytes | Iterable[bytes], request: Request) -> tuple[list[bytes], int]:
    """(pieces, size) of what may be shown. Raises PictureNotShown, PictureBroken, PictureTooLarge."""
    if kind not in KINDS:
        raise errors.PictureNotShown
    if not request.valid():
        raise errors.Bug(code="viewer:request")
    pieces: list[bytes] = []
    size = 0
    for piece in (source,) if isinstance(source, bytes) else source:
        pieces.append(piece)
        size += len(piece)
        if size > MAX_INPUT:
            raise errors.PictureTooLarge
    if not size:
        raise errors.PictureBroken
    return pieces, size


class Exchange:
    """The state of one request. `push` and `pull` never wait; the caller says when to call them."""

    def __init__(self, running: Running, kind: str, pieces: list[bytes], size: int, request: Request) -> None:
        self.running = running
        self._outgoing = [memoryview(piece) for piece in (pack_request(kind, request, size), *pieces) if piece]
        self._outgoing.reverse()
        self._reader = AnswerReader(request)
        for descriptor in (running.to_child, running.from_child):
            os.set_blocking(descriptor, False)
        if sys.platform == "linux":
            import fcntl

            # Fewer turns per picture; refused when this user already holds many large pipes.
            for descriptor in (running.to_child, running.from_child):
                with contextlib.suppress(OSError):
                    fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, 1 << 18)

    @property
    def sending(self) -> bool:
        """Whether something is still to be written."""
        return bool(self._outgoing)

    def push(self) -> None:
        """Write what the pipe takes now."""
        try:
            while self._outgoing:
                rest = self._outgoing.pop()
                try:
                    written = os.write(self.running.to_child, rest[: 4 * _PIECE])
                except BlockingIOError:
                    written = 0
                if written < len(rest):
                    self._outgoing.append(rest[written:])
                if not written:
                    return
        except OSError:
            # It has gone; what it had to say stands in the other pipe.
            self._outgoing.clear()

    def pull(self) -> bool:
        """Read what is there now; True when nothing more will come. Raises PictureBroken for a wrong answer."""
        with contextlib.suppress(BlockingIOError):
            # One megabyte per turn: the interface gets its turn in between.
            for _ in range(16):
                piece = os.read(self.running.from_child, min(_PIECE, self._reader.wanted))
                if not piece:
                    return True
                self._reader.feed(piece)
                if self._reader.complete:
                    return True
        return self._reader.complete

    @property
    def answered(self) -> bool:
        """Whether a whole answer has come."""
        return self._reader.complete

    def answer(self) -> Pixels:
        """The checked answer. Raises what the viewer named, ViewerTimedOut, or PictureBroken."""
        if not self.answered and self.running.wait(0) in _OUT_OF_TIME:
            raise errors.ViewerTimedOut
        return self._reader.answer()

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.running.kill()
        self.running.close_pipes()
        self._outgoing.clear()


def decode_blocking(
    kind: str,
    source: bytes | Iterable[bytes],
    request: Request,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    seconds: float = SECONDS,
    clock: Clock | None = None,
) -> Pixels:
    """Show one file and wait: for the worker thread. Looks at `cancelled` every 50 ms.

    Raises PictureNotShown, PictureBroken, PictureTooLarge, NotThere (no such page), ViewerTimedOut, Cancelled.
    """
    clock = clock or SystemClock()
    pieces, size = checked_source(kind, source, request)
    exchange = Exchange(start_viewer(caller_waits=True), kind, pieces, size, request)
    ends = clock.monotonic() + seconds
    try:
        poll = select.poll()
        poll.register(exchange.running.from_child, select.POLLIN)
        poll.register(exchange.running.to_child, select.POLLOUT)
        while True:
            if cancelled():
                raise errors.Cancelled
            if clock.monotonic() > ends:
                raise errors.ViewerTimedOut
            poll.poll(50)
            if exchange.sending:
                exchange.push()
                if not exchange.sending:
                    poll.unregister(exchange.running.to_child)
            if exchange.pull():
                break
        if not exchange.answered:
            exchange.running.wait(1.0)
        return exchange.answer()
    finally:
        exchange.stop()
        exchange.running.wait(5.0)
