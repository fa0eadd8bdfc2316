"""A shelter's computer, two residents in a row: what hides, what comes back, what the first leaves for the second.

Lost without it: what one resident wrote is read by the next, or by whoever carries the computer away.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from household import SECRET, files_in, gone, wait_for_calculator
from screen import Screen, children, wait_until

from ui.disguises import preferences as everyday

# Keys are pressed where the eyes cannot tell a page from the next: no other test beside it.
pytestmark = [pytest.mark.screen, pytest.mark.alone]

RULES = """
mode = "kiosk"
organisation = "House by the river"
full_screen = true
start_page = false
end_minutes = 10
cover_minutes = 1
"""
SUM, WORDS = "7*7*7*7", "lamp harbour"
MARKER = "kettlestone"
PROGRAM = Path(__file__).with_name("room_program.py")
BUDGET_UNDER_LOAD = 0.150


@contextmanager
def kiosk(
    screen: Screen,
    home: Path,
    seconds: int = 600,
    rules_text: str = RULES,
    media: Path | None = None,
    first_picture_after: float = 0,
) -> Iterator[subprocess.Popen[bytes]]:
    rules = home / "policy.toml"
    rules.write_text(rules_text)
    environment = {**screen.environment, "HOME": str(home), "LANG": "C.UTF-8"}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(rules), WORDS, str(seconds), str(first_picture_after)]
        + ([str(media)] if media else []),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def come_to_start(screen: Screen, process: subprocess.Popen[bytes]) -> int:
    screen.type(SUM)
    screen.key("Return")
    wait_until(lambda: screen.shows(SECRET), 20, "the page behind the everyday program")
    wait_until(lambda: len(screen.windows()) == 1, 5, "one window only")
    time.sleep(0.3)
    (child,) = children(process.pid)
    return child


def another_page(screen: Screen, act: Callable[[], None], what: str) -> None:
    """Do it, wait until the screen is another one, and then until nothing moves on it."""
    before = screen.look()
    act()
    wait_until(lambda: screen.look() != before, 20, what)

    def still() -> bool:
        now = screen.look()
        time.sleep(0.5)
        return screen.look() == now

    wait_until(still, 20, what)


def begin_and_write(screen: Screen) -> None:
    """Space presses what has the focus: first "Begin", then "I know my two words"."""
    another_page(screen, lambda: screen.key("space"), "the two words")
    another_page(screen, lambda: screen.key("space"), "her first page")
    another_page(screen, lambda: screen.click(90, 75), "What happened, from the navigation")
    screen.click(700, 130)
    screen.type(MARKER)
    time.sleep(1.5)


def looks_of(screen: Screen) -> set[bytes]:
    """What a page looks like with its cursor, which comes and goes, and without."""
    looks = set[bytes]()
    end = time.perf_counter() + 2.5
    while time.perf_counter() < end:
        looks.add(screen.look())
        time.sleep(0.05)
    return looks


def found_in_memory(process: int, marker: str) -> int:
    """How often the marker stands in everything this process may write to, as it is typed and as Qt keeps it."""
    patterns = [re.escape(form) for form in (marker.encode(), marker.encode("utf-16-le"))]
    wanted, count = re.compile(b"|".join(patterns)), 0
    place = Path(f"/proc/{process}")
    with (place / "maps").open() as maps, (place / "mem").open("rb") as memory:
        for line in maps:
            area, rights, *_ = line.split()
            if "w" not in rights:
                continue
            start, end = (int(part, 16) for part in area.split("-"))
            with suppress(OSError, ValueError, OverflowError):
                memory.seek(start)
                count += len(wanted.findall(memory.read(end - start)))
    return count


def found_on_disk(home: Path, marker: str) -> list[str]:
    forms = (marker.encode(), marker.encode("utf-16-le"))
    return [
        str(path) for path in home.rglob("*") if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def test_hidden_it_waits_and_two_words_bring_it_back(screen: Screen, own_home: Path) -> None:
    with kiosk(screen, own_home) as process:
        window = wait_for_calculator(screen)
        child = come_to_start(screen, process)
        begin_and_write(screen)
        page = screen.look()
        for _ in range(3):
            (inside,) = screen.windows()
            frames = screen.watch(0.4, SECRET, screen.shift_three_times, screen.geometry(inside))
            assert max((frame.at for frame in frames if frame.secret), default=0) <= BUDGET_UNDER_LOAD
            assert not any(frame.hole for frame in frames)
            wait_until(lambda: list(screen.windows()) == [window], 3, "the everyday program alone")
            assert not gone(child), "an exit covers here and ends nothing"
            time.sleep(0.5)
            assert come_to_start(screen, process) == child
            assert screen.look() != page, "the two words come first"
            screen.type(WORDS)
            screen.key("Return")
            time.sleep(1)
        assert found_in_memory(child, MARKER) > 0


def test_after_its_time_the_session_is_gone(screen: Screen, own_home: Path) -> None:
    with kiosk(screen, own_home, seconds=5) as process:
        wait_for_calculator(screen)
        child = come_to_start(screen, process)
        begin_and_write(screen)
        screen.shift_three_times()
        wait_until(lambda: gone(child), 15, "the end of the session")
        assert not screen.shows(SECRET)


def test_a_power_cut_and_the_next_resident(screen: Screen, own_home: Path) -> None:
    with kiosk(screen, own_home) as process:
        wait_for_calculator(screen)
        child = come_to_start(screen, process)
        begin_and_write(screen)
        assert found_in_memory(child, MARKER) > 0, "control: the search sees what is there"
        (own_home / "control.txt").write_text(MARKER)
        assert found_on_disk(own_home, MARKER) == [str(own_home / "control.txt")], "control"
        (own_home / "control.txt").unlink()
        os.killpg(child, signal.SIGKILL)
    assert list(own_home.rglob("d0.bin")), "what the power cut left is there to be searched"
    assert not found_on_disk(own_home, MARKER)
    with kiosk(screen, own_home) as process:
        wait_for_calculator(screen)
        following = come_to_start(screen, process)
        assert found_in_memory(following, MARKER) == 0
        assert found_in_memory(process.pid, MARKER) == 0
        screen.key("space")
        wait_until(lambda: bool(list(own_home.rglob("d0.bin"))), 10, "the second session")
        assert not found_on_disk(own_home, MARKER)
        assert found_in_memory(following, MARKER) == 0


def test_a_second_start_hides_the_session_and_leaves_it_its_time(screen: Screen, own_home: Path) -> None:
    with kiosk(screen, own_home) as process:
        window = wait_for_calculator(screen)
        child = come_to_start(screen, process)
        begin_and_write(screen)
        page = looks_of(screen)
        with kiosk(screen, own_home) as second:
            assert second.wait(20) == 0
        wait_until(lambda: list(screen.windows()) == [window], 3, "the everyday program alone")
        time.sleep(0.5)
        assert come_to_start(screen, process) == child
        time.sleep(2)
        assert not gone(child), "one second was left to type two words"
        screen.type(WORDS)
        screen.key("Return")
        wait_until(lambda: screen.look() in page, 20, "the page she wrote on")


def test_after_a_session_a_second_start_still_finds_the_first(screen: Screen, own_home: Path) -> None:
    """Two windows would stand there, and the exit keys would be heard by two programs."""
    with kiosk(screen, own_home, seconds=2) as process:
        wait_for_calculator(screen)
        child = come_to_start(screen, process)
        another_page(screen, lambda: screen.key("space"), "the two words")
        screen.shift_three_times()
        wait_until(lambda: gone(child), 15, "the end of the session")
        with kiosk(screen, own_home) as second:
            assert second.wait(20) == 0
        assert process.poll() is None
        assert len(screen.windows()) == 1


def test_a_power_cut_leaves_the_next_resident_neither_list_nor_language(screen: Screen, own_home: Path) -> None:
    rules = RULES + 'programs = ["shopping"]\nlanguages = ["en", "ru", "kk"]\n'
    with kiosk(screen, own_home, rules_text=rules):
        wait_for_calculator(screen)
        screen.type(MARKER)
        screen.key("Return")
        wait_until(lambda: bool(found_on_disk(own_home, MARKER)), 10, "the line in the list, as in any such program")
        everyday.change(files_in(own_home), language="kk")
    with kiosk(screen, own_home, rules_text=rules):
        window = wait_for_calculator(screen)
        assert screen.windows()[window] == "Shopping and budget"
        assert found_on_disk(own_home, MARKER) == []


def test_a_list_that_is_left_alone_goes_though_there_was_no_session(screen: Screen, own_home: Path) -> None:
    rules = RULES + 'programs = ["shopping"]\nlanguages = ["en", "ru", "kk"]\n'
    with kiosk(screen, own_home, seconds=3, rules_text=rules) as process:
        wait_for_calculator(screen)
        empty = looks_of(screen)
        screen.type(MARKER)
        screen.key("Return")
        wait_until(lambda: bool(found_on_disk(own_home, MARKER)), 10, "the line in the list")
        assert screen.look() not in empty
        wait_until(lambda: not found_on_disk(own_home, MARKER), 15, "the end of the list")
        wait_until(lambda: screen.look() in empty, 10, "the program as at the beginning")
        assert len(screen.windows()) == 1
        assert process.poll() is None
        screen.type(MARKER)
        screen.key("Return")
        wait_until(lambda: bool(found_on_disk(own_home, MARKER)), 10, "it works as before")
