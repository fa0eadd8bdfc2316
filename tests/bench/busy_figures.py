"""While the worker is busy: the exit in the middle of keeping a large file, and how lively the window stays."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import layout
from hands import Hands
from household import PASSPHRASE, SECRET, WAY_IN, make_store, wait_for_calculator
from screen import ROOT, Screen, missing_tools, program, virtual_screen, wait_until

from safeplan.paths import VaultFiles
from tests.bench.figure import Figure, p99
from tests.bench.large_file import write_large_file
from tests.bench.last_pixel import exit_seconds

# Tall enough for the whole page, so that nothing has to be scrolled to.
WINDOW = (1000, 1000)
# So long after its first part stands in the store the file is in the middle of being kept.
INTO_THE_WORK_SECONDS = 0.25


def measure(work: Path, quick: bool) -> list[Figure]:
    figures = _longest_gap(work, 64 if quick else 1024, 40 if quick else 200)
    if not missing_tools():
        figures += _exits_under_load(work, 2 if quick else 25)
    return figures


def _exits_under_load(work: Path, runs: int) -> list[Figure]:
    """The real program, its real windows and worker: unlock, choose the file, keep it, and leave in the middle."""
    home = work / "busy-home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    files = make_store(home)
    untouched = work / "busy-untouched"
    shutil.rmtree(untouched, ignore_errors=True)
    shutil.copytree(files.folder, untouched)
    large = write_large_file(home / "video.bin", 256)
    views: list[tuple[list[list[str]], list[str]]] = [
        ([], ["nav-happened"]),
        ([["click", "nav-happened"]], ["happened-attach"]),
        ([["click", "happened-attach"], ["choose", str(large)]], ["happened-keep"]),
    ]
    found = layout.several_places(home, WINDOW, views, passphrase=PASSPHRASE)
    places = {name: place for answer in found for name, place in answer.items()}
    lasts = []
    with virtual_screen(1200, 1100) as screen, program(screen, home):
        wait_for_calculator(screen)
        for _ in range(runs):
            _put_back(files, untouched)
            hands = _come_in_and_unlock(screen)
            hands.click(places["nav-happened"])
            hands.wait_for_rest()
            hands.click(places["happened-attach"])
            hands.wait_for_rest()
            for key in ("Home", "Return"):
                hands.key(key)
            hands.wait_for_rest()
            hands.click(places["happened-keep"])
            wait_until(lambda: files.data.stat().st_size > 16 << 20, 5, "the first part of the file")
            time.sleep(INTO_THE_WORK_SECONDS)
            written = files.data.stat().st_size
            took = exit_seconds(screen, SECRET, 0.3)
            assert written < large.stat().st_size, "already kept: not in the middle of the work"
            lasts.append(1000 * took)
            wait_until(lambda: len(screen.windows()) == 1 and not screen.shows(SECRET), 5, "the everyday program")
            time.sleep(0.6)
    shutil.rmtree(home)
    shutil.rmtree(untouched)
    note = f"{len(lasts)} exits while 256 MiB are kept; p50 {p99(sorted(lasts), 0.5):.1f}, worst {max(lasts):.1f}"
    return [Figure("exit_load_p99_ms", p99(sorted(lasts)), "ms", 33, note=note)]


def _put_back(files: VaultFiles, untouched: Path) -> None:
    """The same store each time: what an interrupted run left must not make the next one slower."""
    for path in files.folder.iterdir():
        if path != files.preferences:
            path.unlink()
    for path in untouched.iterdir():
        if path.name != files.preferences.name:
            shutil.copy(path, files.folder)


def _come_in_and_unlock(screen: Screen) -> Hands:
    screen.type(WAY_IN)
    screen.key("Return")
    wait_until(lambda: screen.shows(SECRET), 20, "the page behind the everyday program")
    wait_until(lambda: len(screen.windows()) == 1, 5, "one window only")
    hands = Hands(screen)
    hands.enlarge(WINDOW)
    screen.type(PASSPHRASE)
    before = screen.look()
    screen.key("Return")
    wait_until(lambda: screen.look() != before, 10, "her notes")
    time.sleep(0.5)
    hands.wait_for_rest()
    return hands


def _longest_gap(work: Path, mib: int, entries: int) -> list[Figure]:
    folder = work / "lively"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.liveliness", str(folder), str(mib), str(entries)],
        cwd=ROOT,
        env={**os.environ, "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    shutil.rmtree(folder)
    assert done.returncode == 0, done.stderr
    gaps: dict[str, tuple[float, float]] = json.loads(done.stdout.splitlines()[-1])
    figures = []
    for place, name, aim in ((0, "longest_gap_ms", 50.0), (1, "longest_page_ms", None)):
        note = " · ".join(f"{what} {gap[place]:.0f}" for what, gap in gaps.items())
        figures.append(Figure(name, max(gap[place] for gap in gaps.values()), "ms", aim, note=note))
    return figures
