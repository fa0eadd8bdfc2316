"""The exit as the room sees it: read off the X server, while somebody presses keys. Each state: test_exit_states.py.

Lost without it: the promise that the screen is innocent in a frame, whatever is open, also when the program hangs.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from household import (
    SECRET,
    come_in,
    gone,
    hide_when_inactive,
    make_store,
    unlock,
    wait_for_calculator,
)
from screen import Frame, Screen, program, wait_until

# How soon the screen is innocent is measured here.
pytestmark = pytest.mark.screen
# Counts on the time between a key and the screen: no other test beside it.
alone = pytest.mark.alone

# The warm paper behind every page.
PAPER = "#f6f4f0"
# A machine that runs other tests beside this one is slow; the exact figures are those of `make bench`.
BUDGET_FROZEN = 0.150
BUDGET_CHILD_GONE = 0.150


def last_secret(frames: list[Frame], after: float = 0.0) -> float:
    """The moment of the last frame that showed anything; 0 when none did."""
    return max((frame.at for frame in frames if frame.secret and frame.at >= after), default=0.0)


@pytest.mark.row("Q-02")
def test_only_one_window_is_ever_listed_and_its_name_never_changes(screen: Screen, own_home: Path) -> None:
    make_store(own_home)
    with program(screen, own_home) as process:
        window = wait_for_calculator(screen)
        title, properties = screen.windows()[window], screen.properties(window)
        assert title == "Calculator"
        come_in(screen, process)
        (other,) = screen.windows()
        assert screen.windows()[other] == title
        inside = screen.properties(other)
        for line in properties.splitlines():
            if line.startswith(("WM_CLASS", "WM_NAME", "_NET_WM_NAME")):
                assert line in inside
        seen: set[str] = set()
        screen.shift_three_times()
        end = time.perf_counter() + 0.5
        while time.perf_counter() < end:
            seen |= set(screen.windows().values())
        assert seen - {""} <= {title}  # "" is a window that vanished while it was asked


@pytest.mark.row("Q-04")
@alone
def test_the_child_is_gone_within_its_budget(screen: Screen, own_home: Path) -> None:
    make_store(own_home)
    with program(screen, own_home) as process:
        wait_for_calculator(screen)
        child = come_in(screen, process)
        started = time.perf_counter()
        screen.shift_three_times()
        while not gone(child) and time.perf_counter() - started < 2:
            time.sleep(0.001)
        assert time.perf_counter() - started <= BUDGET_CHILD_GONE


@pytest.mark.row("Q-03")
@alone
def test_a_hanging_program_is_hidden_all_the_same(screen: Screen, own_home: Path) -> None:
    """The child is stopped dead; only the parent can hear the keys."""
    make_store(own_home)
    with program(screen, own_home) as process:
        wait_for_calculator(screen)
        child = come_in(screen, process)
        os.kill(child, signal.SIGSTOP)
        (inside,) = screen.windows()
        frames = screen.watch(0.6, SECRET, screen.shift_three_times, screen.geometry(inside))
        assert 0 < last_secret(frames) <= BUDGET_FROZEN, last_secret(frames)
        wait_until(lambda: gone(child), 1, "the end of the stopped child")


@alone
def test_keys_typed_on_after_the_exit_do_not_land_in_the_calculator(screen: Screen, own_home: Path) -> None:
    make_store(own_home)
    with program(screen, own_home) as process:
        wait_for_calculator(screen)
        come_in(screen, process)
        screen.shift_three_times()
        time.sleep(0.8)
        before = screen.look()
        come_in(screen, process)
        screen.shift_three_times()
        for _ in range(5):
            screen.key("7")
        time.sleep(0.8)
        after = screen.look()
        assert before == after, "the everyday program shows what was typed in fright"


def test_a_second_start_brings_the_everyday_program_forward(screen: Screen, own_home: Path) -> None:
    """Whoever double-clicks the icon while she writes sees a calculator, and no message."""
    make_store(own_home)
    with program(screen, own_home) as process:
        wait_for_calculator(screen)
        child = come_in(screen, process)
        with program(screen, own_home) as second:
            assert second.wait(15) == 0
            assert second.stdout is not None
            assert second.stdout.read() == b""
            assert second.stderr is not None
            assert second.stderr.read() == b""
        wait_until(lambda: gone(child), 2, "the end of the child")
        assert not screen.shows(SECRET)
        assert process.poll() is None


LETTER = """
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication(["letter"])
line = QLineEdit()
line.setWindowTitle("Letter")
line.setGeometry(50, 350, 300, 120)
line.show()
application.exec()
"""


def test_behind_another_program_it_hides_and_leaves_the_keyboard_there(screen: Screen, own_home: Path) -> None:
    hide_when_inactive(make_store(own_home))
    with program(screen, own_home) as process:
        wait_for_calculator(screen)
        child = come_in(screen, process)
        unlock(screen)
        time.sleep(1.5)
        letter = subprocess.Popen([sys.executable, "-c", LETTER], env={**screen.environment, "HOME": str(own_home)})
        try:
            wait_until(lambda: gone(child), 20, "the end of the child")
            assert not screen.shows(PAPER)
            time.sleep(0.7)
            assert sorted(screen.windows().values()) == ["Calculator", "Letter"]
            assert screen.xdotool("getactivewindow", "getwindowname") == "Letter"
            screen.click(900, 300)
            wait_until(lambda: screen.xdotool("getactivewindow", "getwindowname") == "Calculator", 3, "the click")
        finally:
            letter.kill()
            letter.wait()
