"""How lively the window stays while the worker is busy: `python -m tests.bench.liveliness FOLDER MIB ENTRIES`.

The real windows in this one process, with the real worker; a 10 ms timer notes the longest time between two of its
ticks: once for ticks between which the worker was busy all the time, and once for all, with the building of pages
that a click or a result brings about.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

TICK_MS = 10
PASSPHRASE = "lamp river bread seven"


def measure(folder: Path, mib: int, entries: int) -> dict[str, tuple[float, float]]:
    """The longest gap in ms for each piece of work: while the worker is busy, and from the click to the end."""
    from PySide6.QtCore import QEventLoop, QObject, QRect, Qt, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from safeplan.clock import SystemClock
    from safeplan.paths import vault_files
    from safeplan.records import attachments, incidents
    from safeplan.records.incidents import Happened, IncidentForm
    from safeplan.vault.container import create_vault
    from tests.bench.large_file import write_large_file
    from ui.app import App
    from ui.background import Job, Session
    from ui.parent_wire import NoWire
    from ui.tour_hands import Hands

    files = vault_files(folder / "lively")
    vault = create_vault(files, bytearray(PASSPHRASE.encode()), profile=0)
    with vault.database.transaction():
        for number in range(entries):
            form = IncidentForm(
                text=f"Entry {number} of a fictional case: the telephone was taken away in the evening.",
                happened=Happened("day", "2026-03-01"),
                place="at home",
            )
            incidents.add_incident(vault.database, SystemClock(), form)
        longest = _fill_plan(vault.database, entries * 3 // 2)
    vault.close()
    files.preferences.write_text('{"language": "en"}')
    large = write_large_file(folder / "lively.bin", mib)

    application = QApplication(["bench"])
    application.setQuitOnLastWindowClosed(False)
    app = App(application, files, NoWire())
    app.start(QRect(0, 0, 1024, 600), 0)
    app.auto_hide.set_idle_seconds(36_000)
    gaps: dict[str, tuple[float, float]] = {}
    state: dict[str, Any] = {"last": 0.0, "busy": False, "meanwhile": 0.0, "worst": 0.0}

    def tick() -> None:
        now, busy = time.perf_counter(), app.background.busy
        gap = 1000 * (now - state["last"])
        state["worst"] = max(state["worst"], gap)
        if busy and state["busy"]:
            state["meanwhile"] = max(state["meanwhile"], gap)
        state["last"], state["busy"] = now, busy

    timer = QTimer(application, interval=TICK_MS)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()

    def turn() -> None:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def during(name: str, act: Callable[[], object]) -> None:
        """From the click until the worker has nothing to do and half a second is over."""
        end = time.perf_counter() + 0.5
        while time.perf_counter() < end:
            turn()
        state.update(last=time.perf_counter(), busy=False, meanwhile=0.0, worst=0.0)
        act()
        quiet_since = time.perf_counter()
        while time.perf_counter() - quiet_since < 0.5:
            turn()
            if app.background.busy:
                quiet_since = time.perf_counter()
        gaps[name] = (round(state["meanwhile"], 1), round(state["worst"], 1))

    def press(name: str) -> None:
        found = [widget for widget in app.window.findChildren(QWidget, name) if widget.isVisible()]
        found[-1].click()  # type: ignore[attr-defined]

    def read_back(session: Session, job: Job) -> bool:
        (newest,) = incidents.list_incidents(session.database, limit=1)
        return attachments.check_file(session.database, newest.attachments[0].id, job.progress, job.cancelled)

    results: list[object] = []
    owner = QObject(application)
    Hands(application, app).write("gate-passphrase", PASSPHRASE)
    during("unlocking", lambda: press("gate-open"))
    during("a plan of many steps", lambda: app.context.go("plan"))
    during("the longest section", lambda: app.context.go("section", section_id=longest))
    during("its questions", lambda: press("section-questions"))
    during("a page with entries", lambda: app.context.go("happened"))
    app.window.page("happened").add_files([large])  # type: ignore[attr-defined]
    during("keeping a large file", lambda: press("happened-keep"))
    during("reading it", lambda: app.background.run(owner, read_back, results.append))
    assert results == [True], "the large file was not kept"
    during("looking back", lambda: app.context.go("look_back"))
    search = app.window.page("look_back").search  # type: ignore[attr-defined]
    during("searching", lambda: search.setText("telephone"))
    app.background.run(owner, _remove_large, results.append)
    during("removing it", lambda: None)
    app.context.go("hand_over")
    place = folder / "lively-out"
    place.mkdir()
    during("the second step", lambda: press("hand-over-step-what"))
    during("choosing all", lambda: press("hand-over-all"))

    def compile_report() -> None:
        press("hand-over-make")
        app.context.picker.choose([place])

    during("a report", compile_report)
    assert list(place.iterdir()), "no report was made"
    app.stop()
    return gaps


def _fill_plan(database: Any, steps: int) -> str:
    """Every situation, a state for every third suggestion, then steps of her own; the id of the longest section."""
    from safeplan.clock import SystemClock
    from safeplan.content.guide import load_guide
    from safeplan.records import plan

    guide, clock = load_guide("en"), SystemClock()
    for situation in guide.situations:
        plan.set_situation(database, clock, situation.id, True)
    sections = [guide.section(head.id) for head in guide.heads]
    taken = [(section.id, one.id) for section in sections for one in section.suggestions][::3][:steps]
    for number, (section, suggestion) in enumerate(taken):
        plan.take_up_suggestion(database, clock, section, suggestion, plan.STATES[number % len(plan.STATES)])
    for number in range(steps - len(taken)):
        plan.add_own_step(database, clock, guide.heads[0].id, f"Step {number} of a fictional case.")
    return max(sections, key=lambda one: len(one.suggestions)).id


def _remove_large(session: Any, _job: Any) -> int:
    from safeplan.records import incidents

    (newest,) = incidents.list_incidents(session.database, limit=1)
    incidents.take_back_incident(session.database, newest.id)
    return 1


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))), flush=True)
    # Qt's own way out waits for nothing we measure.
    os._exit(0)
