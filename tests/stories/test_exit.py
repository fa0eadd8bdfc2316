"""The exit as the room sees it: read off the X server, while somebody presses keys.

Lost without it: the promise that the screen is innocent in a frame, whatever is open, also when the program hangs.
"""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hands import Hands
from household import (
    PASSPHRASE,
    SECRET,
    come_in,
    gone,
    hide_when_inactive,
    keep_an_entry,
    make_store,
    unlock,
    wait_for_calculator,
)
from layout import several_places
from screen import Screen, children, program, wait_until

# How soon the screen is innocent is measured here.
pytestmark = pytest.mark.screen
# Counts on the time between a key and the screen: no other test beside it.
alone = pytest.mark.alone

# The warm paper behind every page.
PAPER = "#f6f4f0"
TALL = (1100, 1400)
# A machine that runs other tests beside this one is slow; the exact figures are those of `make bench`.
BUDGET_UNDER_LOAD = 0.150
BUDGET_FROZEN = 0.150
BUDGET_CHILD_GONE = 0.150


def last_secret(frames: list, after: float = 0.0) -> float:
    """The moment of the last frame that showed anything; 0 when none did."""
    return max((frame.at for frame in frames if frame.secret and frame.at >= after), default=0.0)


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


@alone
def test_three_shifts_leave_an_innocent_screen_without_a_hole(screen: Screen, own_home: Path) -> None:
    make_store(own_home)
    with program(screen, own_home) as process:
        window = wait_for_calculator(screen)
        for _ in range(8):
            child = come_in(screen, process)
            (inside,) = screen.windows()
            frames = screen.watch(0.4, SECRET, screen.shift_three_times, screen.geometry(inside))
            assert last_secret(frames) <= BUDGET_UNDER_LOAD, last_secret(frames)
            assert not any(frame.hole for frame in frames)
            wait_until(lambda child=child: gone(child), 1, "the end of the child")
            assert list(screen.windows()) == [window]
            time.sleep(0.3)


@dataclass(frozen=True)
class WritingPage:
    """Her notes as they look, and where things stand on "What happened", in a window of the size TALL."""

    notes: Path
    leads_there: tuple[int, int]
    text: tuple[int, int]
    attach: tuple[int, int]


@pytest.fixture(scope="module")
def writing_page(tmp_path_factory: pytest.TempPathFactory) -> WritingPage:
    folder = tmp_path_factory.mktemp("layout")
    home, notes = folder / "home", folder / "notes.png"
    make_store(home)
    first, then = several_places(
        home,
        TALL,
        [
            ([["picture", str(notes)]], ["nav-happened"]),
            ([["click", "nav-happened"]], ["happened-text", "happened-attach"]),
        ],
        passphrase=PASSPHRASE,
    )
    return WritingPage(notes, first["nav-happened"], then["happened-text"], then["happened-attach"])


def _point(hands: Hands, place: tuple[int, int], *more: str) -> None:
    hands.screen.xdotool("mousemove", str(hands.x + place[0]), str(hands.y + place[1]), *more)


def _open_menu(hands: Hands, page: WritingPage) -> None:
    _point(hands, page.text, "click", "3")


def _drag(hands: Hands, page: WritingPage) -> None:
    hands.click(page.text)
    hands.screen.type("words that are being marked with the mouse")
    hands.screen.hold(hands.x + page.text[0], hands.y + page.text[1], down=True)
    _point(hands, (page.text[0] + 200, page.text[1] + 8))


def _open_picker(hands: Hands, page: WritingPage) -> None:
    hands.click(page.attach)


def _open_hint(hands: Hands, page: WritingPage) -> None:
    _point(hands, page.attach)
    time.sleep(1)


@alone
@pytest.mark.parametrize("open_something", [_open_menu, _drag, _open_picker, _open_hint], ids=lambda f: f.__name__)
def test_whatever_is_open_goes_with_the_page(
    tall_screen: Screen,
    own_home: Path,
    writing_page: WritingPage,
    open_something: Callable[[Hands, WritingPage], None],
) -> None:
    screen = tall_screen
    make_store(own_home)
    with program(screen, own_home) as process:
        window = wait_for_calculator(screen)
        child = come_in(screen, process)
        hands = Hands(screen)
        hands.enlarge(TALL)
        unlock(screen)
        hands.wait_for_view(writing_page.notes, "her notes")
        hands.click(writing_page.leads_there)
        hands.wait_for_change("the page to write on")
        page = screen.look()
        open_something(hands, writing_page)
        time.sleep(0.5)
        if open_something is not _open_hint:
            assert screen.look() != page, "nothing was opened"
        (inside,) = screen.windows()
        frames = screen.watch(0.4, SECRET, screen.shift_three_times, screen.geometry(inside))
        if open_something is _drag:
            # A button that is held keeps the keys from counting, on purpose; letting it go is part of leaving.
            screen.hold(hands.x + writing_page.text[0] + 200, hands.y + writing_page.text[1] + 8, down=False)
            frames = screen.watch(0.4, SECRET, screen.shift_three_times, screen.geometry(inside))
        assert 0 < last_secret(frames) <= BUDGET_UNDER_LOAD, last_secret(frames)
        assert not any(frame.hole for frame in frames)
        wait_until(lambda: gone(child), 1, "the end of the child")
        assert list(screen.windows()) == [window]
        assert not screen.shows(PAPER), "something of the page is left on the screen"


@alone
def test_an_open_question_goes_with_the_page(tall_screen: Screen, own_home: Path, tmp_path: Path) -> None:
    """Somebody comes in while "Remove entry 1?" stands in the middle of the window."""
    screen, notes, path = tall_screen, tmp_path / "notes.png", ["nav-happened", "incident-1-open", "entry-remove"]
    keep_an_entry(make_store(own_home))
    views: list[tuple[list[list[str]], list[str]]] = [([["picture", str(notes)]], path[:1])]
    views += [([["click", before]], [button]) for before, button in itertools.pairwise(path)]
    there = several_places(own_home, TALL, views, passphrase=PASSPHRASE)
    with program(screen, own_home) as process:
        window = wait_for_calculator(screen)
        child = come_in(screen, process)
        hands = Hands(screen)
        hands.enlarge(TALL)
        unlock(screen)
        hands.wait_for_view(notes, "her notes")
        for place in there:
            hands.click(*place.values())
            hands.wait_for_change(str(place))
        (inside,) = screen.windows()
        frames = screen.watch(0.4, SECRET, screen.shift_three_times, screen.geometry(inside))
        assert 0 < last_secret(frames) <= BUDGET_UNDER_LOAD, last_secret(frames)
        assert not any(frame.hole for frame in frames)
        wait_until(lambda: gone(child), 1, "the end of the child")
        assert list(screen.windows()) == [window]
        assert not screen.shows(PAPER), "something of the question is left on the screen"


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


def test_when_the_everyday_program_is_killed_the_other_window_dies(screen: Screen, own_home: Path) -> None:
    make_store(own_home)
    with program(screen, own_home) as process:
        wait_for_calculator(screen)
        child = come_in(screen, process)
        os.kill(process.pid, signal.SIGKILL)
        wait_until(lambda: not screen.shows(SECRET), 1, "an innocent screen")
        wait_until(
            lambda: gone(child) or Path(f"/proc/{child}/status").read_text().find("Z (zombie)") > 0, 1, "death"
        )


def test_when_the_other_window_dies_the_everyday_program_stands(screen: Screen, own_home: Path) -> None:
    make_store(own_home)
    with program(screen, own_home) as process:
        window = wait_for_calculator(screen)
        child = come_in(screen, process)
        os.kill(child, signal.SIGKILL)
        wait_until(lambda: list(screen.windows()) == [window], 2, "the everyday program")
        assert not screen.shows(SECRET)
        wait_until(lambda: children(process.pid) == [], 2, "the end of the killed process to be noted")


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
