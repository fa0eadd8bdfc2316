"""Takes one thing off a caller's hands: pieces, or one call as a whole, are taken in a second thread meanwhile.

May touch: one thread, which ends before its `with` does. Must never be given work with the database, whose one
connection belongs to the one worker; and must never take another piece once something failed or was cancelled.
"""

from __future__ import annotations

import queue
import threading  # noqa: TID251
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")

# Pieces that may wait for the second thread: enough to even out a disk, little enough to be no matter for memory.
WAITING = 8
# So often the caller does something else while a whole call goes on beside it.
OFTEN_SECONDS = 0.05


class Beside:
    """`with Beside(take) as beside:` each piece given goes to `take`, one after the other, in the order given.

    What `take` raises comes out of a later `give` or at the end of the `with`. Leaving the `with` by an error drops
    the pieces that still wait. A single piece starts no thread.
    """

    def __init__(self, take: Callable[[bytes], None]) -> None:
        self._take = take
        self._first: bytes | None = None
        self._waiting: queue.Queue[bytes | None] = queue.Queue(WAITING)
        self._thread: threading.Thread | None = None
        self._failed: BaseException | None = None
        self._dropping = False
        self._alone = False

    def give(self, piece: bytes) -> None:
        """Hand over the next piece; waits while WAITING others wait. Raises what taking an earlier one raised."""
        if self._failed is not None:
            raise self._failed
        if self._thread is None and self._first is None:
            self._first = piece
            return
        if self._thread is None and not self._alone:
            self._start(self._first or b"")
        if self._alone:
            self._take(piece)
        else:
            self._waiting.put(piece)

    def _start(self, first: bytes) -> None:
        """Begin in a thread of its own; where there is no memory for one, here."""
        thread = threading.Thread(target=self._work, name="beside", daemon=True)
        try:
            thread.start()
        except RuntimeError:
            self._alone = True
            self._take(first)
        else:
            self._thread = thread
            self._waiting.put(first)

    def __enter__(self) -> Beside:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if self._thread is None:
            if kind is None and self._first is not None and not self._alone:
                self._take(self._first)
            return
        self._dropping = kind is not None
        self._waiting.put(None)
        self._thread.join()
        if kind is None and self._failed is not None:
            raise self._failed

    def _work(self) -> None:
        while (piece := self._waiting.get()) is not None:
            # After a failure the rest is still taken off the queue: whoever gives must not wait for ever.
            if self._failed is None and not self._dropping:
                try:
                    self._take(piece)
                except BaseException as error:
                    self._failed = error


def called_beside(call: Callable[[], T], meanwhile: Callable[[], object]) -> T:
    """What `call` gives or raises, made in a second thread; until then `meanwhile` is called here again and again."""
    given, raised = list[T](), list[BaseException]()

    def work() -> None:
        try:
            given.append(call())
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=work, name="beside", daemon=True)
    try:
        thread.start()
    except RuntimeError:
        # No memory for one.
        return call()
    try:
        while thread.is_alive():
            meanwhile()
            thread.join(OFTEN_SECONDS)
    finally:
        thread.join()
    if raised:
        raise raised[0]
    return given[0]
