"""How slowly this computer computes at this moment, so that a limit in time means the same on any and at any load.

Two cores that share one arithmetic unit, or a guest whose host is busy, compute at half their pace for seconds: then
it is not the program that has become slower.
"""

from __future__ import annotations

import gc
import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds of the processor that a round takes where the limits were made: two quiet cores.
REFERENCE = 0.0110
_WORDS = [{"word": f"lamp {number}", "more": list(range(8))} for number in range(900)]


def slowness() -> float:
    """1 where the limits were made, or on anything quicker; 2 where all takes twice as long."""
    rounds = []
    for _ in range(3):
        began = time.process_time()
        text = json.dumps(_WORDS)
        assert len(re.sub(r"(\d+)", r"<\1>", text)) > len(text)
        sorted(text)
        rounds.append(time.process_time() - began)
    return max(1.0, sorted(rounds)[1] / REFERENCE)


def put_garbage_aside() -> None:
    """As the program does when it starts; else it is the garbage of a thousand other tests that is searched for.

    gc.unfreeze() takes it back.
    """
    gc.collect()
    gc.freeze()


class Turns:
    """How long the longest of several turns held this thread; nobody else's garbage is looked for in between."""

    def __init__(self) -> None:
        put_garbage_aside()
        self._seconds, self._pace = 0.0, slowness()

    @contextmanager
    def one(self) -> Iterator[None]:
        """A turn."""
        began = time.thread_time()
        yield
        self._seconds = max(self._seconds, time.thread_time() - began)

    @property
    def longest(self) -> float:
        """In seconds of a computer with the usual pace; to be asked for at the end."""
        gc.unfreeze()
        # A pace that changed meanwhile: the slower of both.
        return self._seconds / max(self._pace, slowness())
