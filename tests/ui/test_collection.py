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
    qtbot.waitUntil(lambda: knot() is None)
    assert len(pile) == 50_000


def test_both_long_lived_processes_hold_to_it() -> None:
    """The everyday program and the one behind it; the viewer lives for a second and collects nothing at all."""
    from pathlib import Path

    ui = Path(__file__).parents[2] / "ui"
    for module in ("disguise_process.py", "background.py"):
        assert "collect_between_events(" in (ui / module).read_text(encoding="utf-8"), module
