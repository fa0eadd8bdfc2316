"""Python's garbage is collected between two events of the main loop, and at no other moment.

May touch: the collector of this process. Must never run while something is painted: measured, a collection inside a
delegate's paint() freed what Qt was painting with, and the everyday program ended in a crash.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 5000


def collect_between_events(parent: QObject) -> None:
    """Switch the automatic collector off; a timer of the main thread takes its place for as long as `parent` lives.

    The automatic one runs wherever an object is made: in any thread, in the middle of any painting.
    """
    gc.disable()
    if not gc.get_freeze_count():
        # What stands now is mostly loaded code and lives as long as the process: a collection that passes it over
        # takes 0.5 ms instead of 9 to 14, in which no key would be heard.
        gc.freeze()
    timer = QTimer(parent, interval=EVERY_MS)
    timer.timeout.connect(_collect)
    timer.start()


class _Last:
    """When this process collected; several windows in one process do not each need a collection of their own."""

    at = 0.0


def _collect() -> None:
    now = time.perf_counter()
    if now - _Last.at >= EVERY_MS / 2000:
        gc.collect()
        _Last.at = time.perf_counter()
