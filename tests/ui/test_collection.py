"""Garbage is collected between events: a collection in the middle of painting once ended the everyday program."""

from __future__ import annotations

import gc
import weakref
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ui.collection import EVERY_MS, collect_between_events


class Knot:
    """Something that only the cyclic collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_nothing_is_collected_by_itself_and_everything_by_the_timer(qtbot: Any) -> None:
    gc.enable()
    # The tests have put aside what stood when they began; here the program does it.
    gc.unfreeze()
    owner = QObject()
    collect_between_events(owner)
    assert gc.get_freeze_count() > 10_000
    assert not gc.isenabled()
    knot = weakref.ref(Knot())
    # Far more objects than the automatic collector would wait for.
    pile = [[number] for number in range(50_000)]
    assert knot() is not None
    (timer,) = owner.findChildren(QTimer)
    assert timer.interval() == EVERY_MS
    timer.setInterval(1)
    # Another window of this process may have collected just now.
    qtbot.waitUntil(lambda: knot() is None, timeout=3 * EVERY_MS)
    assert len(pile) == 50_000


def test_ten_windows_of_one_process_collect_as_often_as_one(qtbot: Any) -> None:
    """Each had its own search of all memory, and a process with many of them did little else."""
    owner, searches = QObject(), [0]

    def searched(phase: str, _told: dict[str, int]) -> None:
        searches[0] += phase == "start"

    for _ in range(10):
        collect_between_events(owner)
    for timer in owner.findChildren(QTimer):
        timer.setInterval(1)
    gc.callbacks.append(searched)
    try:
        qtbot.wait(1000)
    finally:
        gc.callbacks.remove(searched)
    assert searches[0] <= 1


def test_both_long_lived_processes_hold_to_it() -> None:
    """The everyday program and the one behind it; the viewer lives for a second and collects nothing at all."""
    from pathlib import Path

    ui = Path(__file__).parents[2] / "ui"
    for module in ("disguise_process.py", "background.py"):
        assert "collect_between_events(" in (ui / module).read_text(encoding="utf-8"), module
