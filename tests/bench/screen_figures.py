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

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "stories"))
from household import SECRET, come_in, gone, make_store, unlock, wait_for_calculator
from screen import Frame, Screen, missing_tools, program, virtual_screen, wait_until

from tests.bench.figure import Figure

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
        figures += _starts(screen, home, 3 if quick else 9)
        figures += _ways_in_and_out(screen, home, 10 if quick else 100)
        figures += _frozen(screen, home, 3 if quick else 15)
        figures += _memory(screen, home)
    shutil.rmtree(home)
    return figures


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
        theirs = [_other_start(screen, home, keepassxc) for _ in range(max(3, runs // 2))]
        figures.append(Figure("start_vs_keepassxc", statistics.median(ours) / statistics.median(theirs), "x", 1.0))
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


def _other_start(screen: Screen, home: Path, command: str) -> float:
    environment = {**screen.environment, "HOME": str(home)}
    started = time.perf_counter()
    process = subprocess.Popen([command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not screen.windows():
        assert time.perf_counter() - started < 30
        time.sleep(0.002)
    took = time.perf_counter() - started
    process.kill()
    process.wait()
    wait_until(lambda: not screen.windows(), 5, "an empty screen")
    return took


CALCULATOR_BLUE = "#2b5f9e"


# ── in and out ──────────────────────────────────────────────────────────────────────────────────────────────────
def _ways_in_and_out(screen: Screen, home: Path, runs: int) -> list[Figure]:
    gates, exits, deaths = [], [], []
    holes = 0
    with program(screen, home) as process:
        wait_for_calculator(screen)
        for _ in range(runs):
            started = time.perf_counter()
            screen.type("7*7*7*7")
            typed = time.perf_counter()
            screen.key("Return")
            wait_until(lambda: screen.shows(SECRET), 20, "the passphrase page")
            gates.append(time.perf_counter() - typed)
            del started
            child = _settle(screen, process)
            (window,) = screen.windows()
            killed: list[float] = []
            frames = screen.watch(0.25, SECRET, screen.shift_three_times, screen.geometry(window))
            exits.append(_last(frames))
            holes += any(frame.hole for frame in frames)
            wait_until(lambda child=child: gone(child), 2, "the end of the child")
            deaths += killed
            time.sleep(0.25)
        for _ in range(max(5, runs // 5)):
            child = come_in(screen, process)
            started = time.perf_counter()
            screen.shift_three_times()
            while not gone(child):
                time.sleep(0.0005)
            deaths.append(time.perf_counter() - started)
            time.sleep(0.5)
    milliseconds = sorted(1000 * value for value in exits)
    return [
        Figure("gate_ms", 1000 * statistics.median(gates), "ms"),
        Figure("exit_p50_ms", statistics.median(milliseconds), "ms", note=f"{len(exits)} exits, {holes} with a hole"),
        Figure("exit_p99_ms", _p99(milliseconds), "ms", 16.7),
        Figure("exit_max_ms", milliseconds[-1], "ms"),
        Figure("child_gone_p99_ms", _p99(sorted(1000 * value for value in deaths)), "ms", 150),
    ]


def _settle(screen: Screen, process: subprocess.Popen[bytes]) -> int:
    from screen import children

    wait_until(lambda: len(screen.windows()) == 1, 5, "one window only")
    time.sleep(0.25)
    (child,) = children(process.pid)
    return child


def _last(frames: list[Frame]) -> float:
    return max((frame.at for frame in frames if frame.secret), default=0.0)


def _p99(ordered: list[float]) -> float:
    return ordered[min(len(ordered) - 1, round(0.99 * (len(ordered) - 1)))]


def _frozen(screen: Screen, home: Path, runs: int) -> list[Figure]:
    lasts = []
    with program(screen, home) as process:
        wait_for_calculator(screen)
        for _ in range(runs):
            child = come_in(screen, process)
            os.kill(child, signal.SIGSTOP)
            lasts.append(_last(screen.watch(0.4, SECRET, screen.shift_three_times, None)))
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
