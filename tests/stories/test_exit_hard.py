"""Leaving when the computer itself gives nothing more: at the very first frame, with a full disk, with busy cores.

Lost without it: the exit of the first minute, and the exit on the old computer that is always at its end.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from exit_figures import Figures, State
from exit_log import ExitLog
from exit_rounds import Rounds, clicked, typed, unlock
from exit_sampler import Seen
from exit_states import SCREEN, WINDOW
from household import PASSPHRASE, make_store
from layout import several_places
from screen import Screen, children, missing_tools, program, virtual_screen, wait_until

from tests.campaign.selecting import Tries

pytestmark = [pytest.mark.screen, pytest.mark.alone]

STARTS = 2.5  # seconds, at most, from the first frame until all is innocent
# Milliseconds while the first page is still being drawn (docs/decisions.md): 99 of 100, and all of them.
FIRST_FRAME_P99, FIRST_FRAME_MOST = 50, 100


@pytest.fixture(autouse=True)
def _tools() -> None:
    if missing := missing_tools():
        pytest.skip("this story needs a virtual screen; missing: " + ", ".join(missing))


# ── the very first frame of the first start ─────────────────────────────────────────────────────────────────────
@pytest.mark.row("Q-01", "Q-04")
@pytest.mark.timeout(4 * 3600)
def test_the_first_frame_of_the_first_start_can_be_left(
    own_home: Path, tries: Tries, in_full: bool, thousand: int, exit_log: Callable[[str], ExitLog | None]
) -> None:
    """Somebody looks over her shoulder in the moment in which the first window opens."""
    figures = Figures(State("first_frame", load=True), log=exit_log("first_frame"))
    times = tries.of(thousand, daily=1)
    with virtual_screen(*SCREEN) as screen:
        rounds = Rounds(screen, None)
        for number in range(times - len(figures.seen) + 1):
            home = own_home / str(number)
            home.mkdir()
            with program(screen, home) as process:
                rounds.process = process
                seen = _leave_at_the_first_frame(rounds, learn=number == 0)
                if seen is not None:
                    figures.add(seen.summed_up())
            shutil.rmtree(home)
            wait_until(lambda: not rounds.names.listed(), 5, "an empty screen")
    for name, value in figures.told().items():
        tries.figure(f"first_frame_{name}", value)
    assert not figures.faults(strict=False)
    if in_full:
        assert figures.milliseconds(0.99) <= FIRST_FRAME_P99
        assert figures.milliseconds(1.0) <= FIRST_FRAME_MOST
        assert figures.milliseconds(0.99, "there") <= 1000 * figures.gone_within


def _leave_at_the_first_frame(rounds: Rounds, *, learn: bool) -> Seen | None:
    names = rounds.names
    wait_until(rounds.eyes.sees_secret, 30, "the first window", every=0.002)
    (rounds.child,) = children(rounds.process.pid)
    if not learn:
        return rounds.leave(State("first_frame"), longest=STARTS)
    rounds.wait_for_rest()
    rounds.leave_unseen(State("first_frame"))
    wait_until(
        lambda: [names.process_of(one) for one in names.listed()] == [rounds.process.pid], 5, "the everyday one"
    )
    rounds.mouse_away()
    rounds.wait_for_rest(0.5)
    (window,) = names.listed()
    names.remember(window)
    rounds.eyes.remember_innocent(rounds.screen.geometry(window))
    return None


# ── nothing left ────────────────────────────────────────────────────────────────────────────────────────────────
@contextmanager
def _burners(number: int) -> Iterator[None]:
    """So many processes that do nothing but keep the cores."""
    burning = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(number)]
    try:
        yield
    finally:
        for process in burning:
            process.kill()
            process.wait()


@pytest.mark.row("Q-01", "Q-04")
@pytest.mark.campaign
@pytest.mark.timeout(4 * 3600)
def test_leaving_while_every_core_is_kept_busy(
    own_home: Path, tries: Tries, thousand: int, exit_log: Callable[[str], ExitLog | None]
) -> None:
    """As many busy processes as cores: nobody promises a frame here; it is done before anybody turns round."""
    make_store(own_home)
    with virtual_screen(*SCREEN) as screen, program(screen, own_home) as process:
        rounds = Rounds(screen, process)
        with _burners(os.cpu_count() or 2):
            # Its budget is that of a window that hangs, and an end takes its turn like everything else.
            state, times = State("busy_cores", (unlock,), hanging=True), tries.of(thousand, daily=2)
            figures = rounds.many(state, times, quiet=False, log=exit_log("busy_cores"))
    figures.gone_within = 0.5
    for name, value in figures.told().items():
        tries.figure(f"busy_cores_{name}", value)
    assert not figures.faults()


FULL_HOME = """
mount -t tmpfs -o size=48m none "$1" && cp -r "$2"/. "$1" && echo mounted > "$3/mounted" || exit 9
# An orphan: the program's children are counted.
( ( while sleep 0.02 && [ -e "$3/mounted" ]; do
    if [ -e "$3/fill" ]; then cat /dev/zero > "$1/fill" 2>/dev/null; mv "$3/fill" "$3/full"
    elif [ -e "$3/empty" ]; then rm -rf "$1/fill" "$1"/.local; cp -r "$2"/. "$1"; mv "$3/empty" "$3/emptied"; fi
  done ) & )
shift 3
exec "$@"
"""


@pytest.mark.row("Q-01", "Q-04")
@pytest.mark.campaign
@pytest.mark.timeout(4 * 3600)
@pytest.mark.skipif(sys.platform != "linux" or shutil.which("unshare") is None, reason="needs unshare of util-linux")
def test_leaving_while_the_disk_is_full(
    own_home: Path,
    tmp_path: Path,
    tries: Tries,
    in_full: bool,
    thousand: int,
    exit_log: Callable[[str], ExitLog | None],
) -> None:
    """Her home lies on a disk of its own, and the last byte of it is taken while she writes; then the store of before
    is put back."""
    source, signs = tmp_path / "source", tmp_path / "signs"
    signs.mkdir()
    source.mkdir()
    make_store(source)
    views: list[tuple[list[list[str]], list[str]]] = [
        ([], ["nav-happened"]),
        ([["click", "nav-happened"]], ["happened-text"]),
    ]
    first, then = several_places(source, WINDOW, views, passphrase=PASSPHRASE)

    def say(word: str, answer: str) -> None:
        (signs / answer).unlink(missing_ok=True)
        (signs / word).touch()
        wait_until(lambda: (signs / answer).exists(), 10, answer)

    def fill(_rounds: Rounds) -> None:
        say("fill", "full")

    def empty(_rounds: Rounds) -> None:
        say("empty", "emptied")

    write = (unlock, clicked("nav-happened"), clicked("happened-text"), fill, typed("the door was open all night"))
    state = State("disk_full", write, afterwards=empty, load=True)
    inside = ["unshare", "--map-root-user", "--mount", "sh", "-c", FULL_HOME, "sh", own_home, source, signs]
    with virtual_screen(*SCREEN) as screen, program(screen, own_home, before=tuple(map(str, inside))) as process:
        wait_until((signs / "mounted").exists, 20, "the small disk")
        times, log = tries.of(thousand, daily=2), exit_log("disk_full")
        figures = Rounds(screen, process, first | then, WINDOW).many(state, times, quiet=False, log=log)
        (signs / "mounted").unlink()
    for name, value in figures.told().items():
        tries.figure(f"disk_full_{name}", value)
    assert not figures.faults(strict=in_full)


# ── either process ends ─────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("Q-05")
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("who", ["parent", "child"])
def test_whichever_process_is_killed_the_notes_are_gone(own_home: Path, tries: Tries, who: str) -> None:
    """The parent killed: the child dies with it. The child killed: the everyday program stands at once."""
    make_store(own_home)
    with virtual_screen(*SCREEN) as screen:
        times = [_kill(screen, own_home, who) for _ in range(tries.of(200, daily=1))]
    tries.figure(f"{who}_killed_innocent_max_ms", round(1000 * max(innocent for innocent, _ in times), 1))
    tries.figure(f"{who}_killed_child_gone_max_ms", round(1000 * max(end for _, end in times), 1))


def _kill(screen: Screen, home: Path, who: str) -> tuple[float, float]:
    """Seconds until the screen is innocent, and until the child is gone."""
    with program(screen, home) as process:
        rounds = Rounds(screen, process)
        rounds.enter(State("gate"))
        begun = time.perf_counter()
        os.kill(process.pid if who == "parent" else rounds.child, signal.SIGKILL)
        innocent = _seconds_until(lambda: not rounds.eyes.sees_secret(), begun)
        end = _seconds_until(lambda: _ended(rounds.child), begun)
        if who == "child":
            _seconds_until(lambda: rounds.names.listed() == [rounds.window], begun)
            assert process.poll() is None
    _seconds_until(lambda: not rounds.names.listed(), time.perf_counter())
    return innocent, end


def _seconds_until(condition: Callable[[], bool], begun: float) -> float:
    wait_until(condition, 1, "what follows a kill", every=0.002)
    return time.perf_counter() - begun


def _ended(process: int) -> bool:
    """Gone, or an empty entry that nobody has collected."""
    try:
        return "Z (zombie)" in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return True


@pytest.mark.row("Q-05", control=True)
@pytest.mark.campaign
def test_a_child_that_does_not_notice_lives_on(own_home: Path) -> None:
    """Told to outlive its parent, it does: the kernel's word to it is what ends it, not luck."""
    make_store(own_home)
    starter = (str(Path(__file__).with_name("exit_program.py")), "outlives")
    with virtual_screen(*SCREEN) as screen, program(screen, own_home, starter=starter) as process:
        rounds = Rounds(screen, process)
        rounds.enter(State("gate"))
        os.kill(process.pid, signal.SIGKILL)
        with pytest.raises(AssertionError, match="the end of the child"):
            wait_until(lambda: _ended(rounds.child), 1, "the end of the child")
        os.kill(rounds.child, signal.SIGKILL)
