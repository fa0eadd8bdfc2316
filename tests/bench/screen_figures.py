"""What a person sees and waits for, read off the X server: start, way in, exit, liveliness, memory."""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

from household import SECRET, come_in, gone, make_store, unlock, wait_for_calculator
from screen import ROOT, Screen, children, missing_tools, program, virtual_screen, wait_until

from tests.bench.figure import Figure, p99
from tests.bench.last_pixel import exit_frames, exit_seconds

# A bare window of the same toolkit: what any PySide6 program costs before it does anything.
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["bare"])
window = QWidget()
window.resize(380, 560)
window.setStyleSheet("background: #00ff00")
window.setAttribute(__import__("PySide6.QtCore").QtCore.Qt.WidgetAttribute.WA_StyledBackground)
window.show()
application.exec()
"""


def measure(work: Path, quick: bool) -> list[Figure]:
    lacking = missing_tools()
    if lacking:
        print("no figures of the screen: missing " + ", ".join(lacking))
        return []
    figures: list[Figure] = []
    home = work / "home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    make_store(home)
    with virtual_screen() as screen:
        _compiled_once(screen, work)
        figures += _starts(screen, home, 2 if quick else 9)
        figures += _ways_in_and_out(screen, home, 5 if quick else 100)
        figures += _frozen(screen, home, 2 if quick else 15)
        figures += _memory(screen, home)
    shutil.rmtree(home)
    return figures


def _compiled_once(screen: Screen, work: Path) -> None:
    """The program starts from compiled files, as an installed one does, and as the bare window's toolkit does."""
    screen.environment.pop("PYTHONDONTWRITEBYTECODE", None)
    screen.environment["PYTHONPYCACHEPREFIX"] = str(work / "compiled")


# ── start ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _starts(screen: Screen, home: Path, runs: int) -> list[Figure]:
    """From exec to the first pixel of the window, ours and a bare one in turn."""
    ours, bare = [], []
    _bare_start(screen)
    _our_start(screen, home)
    for _ in range(runs):
        bare.append(_bare_start(screen))
        ours.append(_our_start(screen, home))
    figures = [
        Figure(
            "start_ratio",
            statistics.median(ours) / statistics.median(bare),
            "x",
            1.5,
            note=f"{statistics.median(ours) * 1000:.0f} ms against {statistics.median(bare) * 1000:.0f} ms",
        )
    ]
    keepassxc = shutil.which("keepassxc")
    if keepassxc:
        mine, theirs = [], []
        for _ in range(max(2, runs // 2)):
            theirs.append(_painted_start(screen, home, [keepassxc]))
            mine.append(_painted_start(screen, home, [sys.executable, "-m", "ui"]))
        quick, other = statistics.median(mine), statistics.median(theirs)
        note = f"{quick * 1000:.0f} ms against {other * 1000:.0f} ms"
        figures.append(Figure("start_vs_keepassxc", quick / other, "x", 1.0, note=note))
    return figures


def _until_pixel(screen: Screen, colour: str, process: subprocess.Popen[bytes], started: float) -> float:
    while not screen.shows(colour):
        assert process.poll() is None, "ended before its window stood"
        assert time.perf_counter() - started < 30
    return time.perf_counter() - started


def _bare_start(screen: Screen) -> float:
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", BARE], env=screen.environment, stderr=subprocess.DEVNULL)
    took = _until_pixel(screen, "#00ff00", process, started)
    process.kill()
    process.wait()
    wait_until(lambda: not screen.shows("#00ff00"), 5, "an empty screen")
    return took


def _our_start(screen: Screen, home: Path) -> float:
    started = time.perf_counter()
    with program(screen, home) as process:
        took = _until_pixel(screen, CALCULATOR_BLUE, process, started)
    wait_until(lambda: not screen.shows(CALCULATOR_BLUE), 5, "an empty screen")
    return took


def _painted_start(screen: Screen, home: Path, command: list[str]) -> float:
    """From exec until a window with something drawn in it stands: its frame alone has fewer colours."""
    environment = {**screen.environment, "HOME": str(home), "LANG": "C.UTF-8"}
    wait_until(lambda: _colours(screen) == 1, 5, "an empty screen")
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while _colours(screen) < DRAWN_COLOURS:
        assert time.perf_counter() - started < 30
    took = time.perf_counter() - started
    process.kill()
    process.wait()
    return took


def _colours(screen: Screen) -> int:
    picture = screen.look()
    return len({picture[at : at + 3] for at in range(0, len(picture), 4 * 37)})


CALCULATOR_BLUE = "#2b5f9e"
# An empty window in openbox's frame has about forty; the calculator and KeePassXC have more than a hundred.
DRAWN_COLOURS = 80


# ── in and out ──────────────────────────────────────────────────────────────────────────────────────────────────
def _ways_in_and_out(screen: Screen, home: Path, runs: int) -> list[Figure]:
    gates, exits, deaths = [], [], []
    holes = 0
    with program(screen, home) as process:
        wait_for_calculator(screen)
        for _ in range(runs):
            screen.type("7*7*7*7")
            typed = time.perf_counter()
            screen.key("Return")
            wait_until(lambda: screen.shows(SECRET), 20, "the passphrase page")
            gates.append(time.perf_counter() - typed)
            child = _settle(screen, process)
            exits.append(exit_seconds(screen, SECRET, 0.25))
            wait_until(lambda child=child: gone(child), 2, "the end of the child")
            time.sleep(0.25)
        for _ in range(max(2, runs // 5)):
            come_in(screen, process)
            (window,) = screen.windows()
            holes += any(frame.hole for frame in exit_frames(screen, 0.25, SECRET, screen.geometry(window)))
            time.sleep(0.5)
        for _ in range(max(2, runs // 5)):
            child = come_in(screen, process)
            screen.shift_three_times()
            started = time.perf_counter()
            while not gone(child):
                time.sleep(0.0005)
            deaths.append(time.perf_counter() - started)
            time.sleep(0.5)
    milliseconds = sorted(1000 * value for value in exits)
    return [
        Figure("gate_ms", 1000 * statistics.median(gates), "ms"),
        Figure("exit_p50_ms", statistics.median(milliseconds), "ms", note=f"{len(exits)} exits"),
        Figure("exit_p99_ms", p99(milliseconds), "ms", 16.7),
        Figure("exit_max_ms", milliseconds[-1], "ms"),
        Figure("exit_holes", holes, "", 0, note=f"exits of {max(2, runs // 5)} in which the desktop shone through"),
        Figure("child_gone_p99_ms", p99(sorted(1000 * value for value in deaths)), "ms", 150),
    ]


def _settle(screen: Screen, process: subprocess.Popen[bytes]) -> int:
    wait_until(lambda: len(screen.windows()) == 1, 5, "one window only")
    time.sleep(0.25)
    (child,) = children(process.pid)
    return child


def _frozen(screen: Screen, home: Path, runs: int) -> list[Figure]:
    lasts = []
    with program(screen, home) as process:
        wait_for_calculator(screen)
        for _ in range(runs):
            child = come_in(screen, process)
            os.kill(child, signal.SIGSTOP)
            lasts.append(exit_seconds(screen, SECRET, 0.4))
            wait_until(lambda child=child: gone(child), 2, "the end of the child")
            time.sleep(0.3)
    return [Figure("frozen_exit_ms", 1000 * max(lasts), "ms", 150, note=f"worst of {runs}")]


# ── memory ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _memory(screen: Screen, home: Path) -> list[Figure]:
    with program(screen, home) as process:
        wait_for_calculator(screen)
        time.sleep(0.5)
        disguise = _rss(process.pid)
        child = come_in(screen, process)
        unlock(screen)
        time.sleep(3)
        return [
            Figure("rss_disguise_mib", disguise, "MiB", 70),
            Figure("rss_vault_mib", _rss(child), "MiB", 160),
        ]


def _rss(process: int) -> float:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no such process")
