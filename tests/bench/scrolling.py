"""The page for looking back over a long log, on the real window: `python -m tests.bench.scrolling STORE`.

How long it takes until the first rows are read and drawn, and the longest time between two turns of the event loop
while the list is gone through by page steps and dragged by its scroll bar from one end to the other.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.bench.figure import p99

SIZE = (1920, 1080)
OPENINGS = 5
DRAG_STEPS = 600
TYPED = ("д", "две", "двер", "окнами", "көршілер", "школа стук", "pol", "жираф")


class Scrolled:
    """The window over the store at `path`; the worker opens its own connection."""

    def __init__(self, path: Path, key: bytes) -> None:
        from PySide6.QtCore import QCoreApplication, QEventLoop

        from safeplan.clock import SystemClock
        from safeplan.paths import vault_files
        from safeplan.vault.database import open_database
        from ui import page_list
        from ui.background import Background, Session
        from ui.page import PageContext
        from ui.theme import Look
        from ui.window import VaultWindow

        self._turn = partial(QCoreApplication.processEvents, QEventLoop.ProcessEventsFlag.AllEvents)
        session = Session(vault_files(path.parent), SystemClock())
        self.background = Background(session)

        def open_store(session: Any, _job: Any) -> bool:
            database = open_database(path, bytearray(key))
            session.vault = SimpleNamespace(database=database, close=database.close, read_only=False)
            return True

        opened: list[bool] = []
        self.background.run(self.background, open_store, opened.append)
        self.until(lambda: bool(opened))
        self.context = PageContext(self.background, session.clock)
        look = Look("light", 100)
        self.window = VaultWindow(self.context, page_list.FACTORIES, [], look)
        self.window.resize(*SIZE)
        self.window.show()
        self.page: Any = None

    def turn(self) -> None:
        self._turn()

    def until(self, reached: Callable[[], bool]) -> None:
        end = time.perf_counter() + 60
        while not reached():
            self.turn()
            assert time.perf_counter() < end, "did not come to an end"

    def open(self) -> float:
        """Milliseconds from the click to the rows in sight, drawn."""
        for _ in range(20):
            self.turn()
        started = time.perf_counter()
        self.context.go("look_back")
        self.page = self.window.page("look_back")
        self.until(self.read)
        self.page.list.viewport().repaint()
        return 1000 * (time.perf_counter() - started)

    def read(self) -> bool:
        """Whether every row in sight has been read."""
        rows, (first, last) = self.page.rows, self.page.list.seen()
        seen = range(first, last + 1)
        return last > first and not any(rows.row(row) is None and not rows.is_heading(row) for row in seen)

    def gaps(self, steps: Iterator[None]) -> list[tuple[float, float]]:
        """For each turn how long it took in ms, and how much of it was this program's own work; one step a turn.

        On a machine with other work the first holds waiting for a processor as well.
        """
        found = []
        before, worked = time.perf_counter(), time.process_time()
        for _ in steps:
            self.turn()
            now, work = time.perf_counter(), time.process_time()
            found.append((1000 * (now - before), 1000 * min(now - before, work - worked)))
            before, worked = now, work
        return found

    def page_steps(self) -> Iterator[None]:
        """Page Down from the first entry to the last one."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        view, bar = self.page.list, self.page.list.verticalScrollBar()
        view.enter()
        while bar.value() < bar.maximum():
            QTest.keyClick(view, Qt.Key.Key_PageDown)
            yield
        assert self.page.rows.entry_of(view.currentIndex().row()) > self.page.rows.entries - 100

    def dragging(self) -> Iterator[None]:
        """The handle of the scroll bar, held by the mouse, to one end and back."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        bar = self.page.list.verticalScrollBar()
        bar.setValue(0)
        yield
        x, low, high = bar.width() // 2, 8, bar.height() - 4
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(x, low))
        for step in [*range(DRAG_STEPS), *range(DRAG_STEPS, 0, -1)]:
            QTest.mouseMove(bar, QPoint(x, low + (high - low) * step // DRAG_STEPS))
            if step == DRAG_STEPS:
                assert bar.value() > bar.maximum() * 0.99, (bar.value(), bar.maximum())
            yield
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(x, low))

    def typing(self) -> Iterator[None]:
        """Words into the search field, a second each."""
        for text in TYPED:
            self.page.search.setText(text)
            end = time.perf_counter() + 1
            while time.perf_counter() < end:
                # Turns of nothing would only fill the list of turns.
                time.sleep(0.002)
                yield
        self.page.search.clear()

    def stop(self) -> None:
        self.window.hide()
        self.window.deleteLater()
        self.turn()
        self.background.stop()


def measure(path: Path, key: bytes) -> dict[str, float]:
    from PySide6.QtWidgets import QApplication

    from ui.background import keep_the_interface_lively

    application = QApplication(["bench"])
    application.setStyle("Fusion")
    keep_the_interface_lively(application)
    opened = []
    for number in range(OPENINGS):
        one = Scrolled(path, key)
        opened.append(one.open())
        if number < OPENINGS - 1:
            one.stop()
    # Until the months are counted too.
    one.until(lambda: not one.background.busy)
    before = _memory("VmRSS")
    stepped, dragged = one.gaps(one.page_steps()), one.gaps(one.dragging())
    entries = one.page.rows.entries
    started = time.perf_counter()
    one.page.list.verticalScrollBar().setValue(one.page.list.verticalScrollBar().maximum() // 2)
    one.until(one.read)
    landed = 1000 * (time.perf_counter() - started)
    typed = one.gaps(one.typing())
    scrolled = stepped + dragged
    found = {
        "open_ms": statistics.median(opened),
        "first_open_ms": opened[0],
        "gap_ms": max(scrolled)[0],
        "own_gap_ms": max(own for _, own in scrolled),
        "p999_ms": p99(sorted(gap for gap, _ in scrolled), 0.999),
        "turns": len(scrolled),
        "page_steps_gap_ms": max(stepped)[0],
        "drag_gap_ms": max(dragged)[0],
        "landed_ms": landed,
        "typing_gap_ms": max(typed)[0],
        "grown_mib": _memory("VmRSS") - before,
        "peak_mib": _memory("VmHWM"),
        "entries": entries,
    }
    one.stop()
    return found


def _memory(field: str) -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no such field")


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tests.bench.log_figures import KEY

    print(json.dumps(measure(Path(sys.argv[1]), KEY)), flush=True)
    # Qt's own way out waits for nothing we measure.
    os._exit(0)
