"""The longest time in which the window could not have answered a press.

Counted in time of computing, of all threads of this process: what other programs take from a busy computer says
nothing about this one, while a worker that does not let the window have its turn does.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

from tests.pace import put_garbage_aside, slowness


class Gaps:
    """From the beginning until stop(), in seconds of a computer that computes at the usual pace."""

    def __init__(self, owner: QObject) -> None:
        self._longest = 0.0
        put_garbage_aside()
        self._last = time.process_time()
        self._timer = QTimer(owner, interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.process_time()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def stop(self) -> float:
        self._timer.stop()
        self._tick()
        gc.unfreeze()
        return self._longest / slowness()
