"""Round after round through one program: the sum, the way to a state, the exit, as quick as the program lets one.

Nothing here waits for a fixed time where something can be seen. The first round of a state goes slowly and remembers
what each step looks like; every later one waits until the screen looks so again.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from exit_figures import Figures, State, Step
from exit_log import ExitLog
from exit_sampler import Sampler, Seen
from household import PASSPHRASE, SECRET, WAY_IN
from PySide6.QtWidgets import QApplication, QPushButton
from screen import Screen, children, wait_until, within

from ui.disguises.calculator import Calculator

# The paper behind every page, in the light theme that a new store has.
PAPER = "#f6f4f0"
# The everyday program takes no keys for 0.4 s after an exit.
KEYS_COUNT_AGAIN = 0.42
# A cursor that blinks and the time of day change less than the first; what the mouse lights up, less than the second.
ALIKE, AKIN = 0.0005, 0.02
# A screen that is akin and rests for so long is taken for what was waited for.
RESTS_FOR = 0.5
# What a step looks like is learnt once: a busy computer shows the page before for a second and more.
LEARNT_AFTER = 2.5
LONGEST_STEP = 20
# Thrice as long lies between two clicks; hands three times as quick lose clicks, and openbox the focus, under load.
CLICK = 0.01
# A sum that was heard has a process with the notes after so many seconds.
HEARD_WITHIN = 1.5
# Runs in which the eyes were shut are made again, but not for ever.
MOST_AGAIN = 1.0

Place = tuple[int, int]


@dataclass
class Rounds:
    """One program on one screen; `places` are the middles of widgets in its window.

    `put_back` gives the same store to each round: a page says when it was opened last, and what it offers next.
    """

    screen: Screen
    process: Any  # a Popen; nothing, where the first start itself is looked at
    places: dict[str, Place] = field(default_factory=dict)
    size: tuple[int, int] | None = None
    put_back: Callable[[], None] | None = None
    child: int = 0
    child_kib: int = 0
    sums_again: int = 0
    _alike: dict[tuple[Step, ...], bytes] = field(default_factory=dict)
    _exit_at: float = 0.0

    def __post_init__(self) -> None:
        self.eyes = Sampler(self.screen, (SECRET, PAPER))
        self.names = self.eyes.names
        if self.process is None:
            return
        wait_until(lambda: len(self.names.listed()) == 1, 20, "the everyday program's window")
        (self.window,) = self.names.listed()
        # Not every window manager gives the first window the keyboard.
        self.screen.xdotool("windowactivate", str(self.window))
        wait_until(lambda: self.names.process_in_front() == self.process.pid, LONGEST_STEP, "the keyboard")
        if self.size is not None:
            self.screen.xdotool("windowsize", str(self.window), *map(str, self.size))
            wait_until(lambda: self.screen.geometry(self.window)[2:] == self.size, 5, "the large window")
        self.wait_for_rest()
        self.names.remember(self.window)

    # ── hands ───────────────────────────────────────────────────────────────────────────────────────────────────
    def click(self, place: Place, button: int = 1) -> None:
        self.point(place)
        self.screen.button(button, down=True)
        self.screen.button(button, down=False)

    def point(self, place: Place) -> None:
        self.screen.point(self.corner[0] + place[0], self.corner[1] + place[1])

    def mouse_away(self) -> None:
        self.screen.point(2, self.screen.height // 2)
        self.wait_for_rest()

    # ── eyes ────────────────────────────────────────────────────────────────────────────────────────────────────
    def wait_for_rest(self, still: float = 0.3) -> bytes:
        """Until nothing but a cursor changes for so long; what stands there then."""
        last, since = self.screen.look(), time.perf_counter()
        end = since + LONGEST_STEP
        while time.perf_counter() - since < still and time.perf_counter() < end:
            time.sleep(0.03)
            now = self.screen.look()
            if now != last and _difference(_thin(now), _thin(last)) >= ALIKE:
                last, since = now, time.perf_counter()
        return last

    def _wait_for(self, step: int, state: State) -> None:
        """Until the screen looks as it did after this step in the first round."""
        way = state.steps[: step + 1]
        known = self._alike.get(way)
        if known is None:
            self._alike[way] = _thin(self.wait_for_rest(LEARNT_AFTER))
            return
        before, since = b"", 0.0

        def is_there() -> bool:
            nonlocal before, since
            now, at = _thin(self.screen.look()), time.perf_counter()
            if now != before:
                before, since = now, at
            difference = _difference(now, known)
            return difference < ALIKE or (not state.small and difference < AKIN and at - since > RESTS_FOR)

        wait_until(is_there, LONGEST_STEP, f"{state.name}, step {step}")

    def _who_stands(self) -> str:
        listed = [(window, self.names.process_of(window)) for window in self.names.listed()]
        return (
            f"listed {listed}, in front {self.names.process_in_front()}, everyday program {self.process.pid}, "
            f"its children {children(self.process.pid)}"
        )

    def _list_is_innocent(self) -> None:
        """Also on the way in nothing in the list says what this is."""
        wrong = self.names.wrong(self.names.listed())
        assert not wrong, wrong

    # ── a round ─────────────────────────────────────────────────────────────────────────────────────────────────
    def enter(self, state: State) -> None:
        """From the everyday program into the state."""
        if self.put_back is not None:
            self.put_back()
        self._enter_the_sum()
        self.come_in()
        for number, step in enumerate(state.steps):
            step(self)
            self._list_is_innocent()
            if state.ready is None or number < len(state.steps) - 1:
                self._wait_for(number, state)
        if state.ready is not None:
            wait_until(lambda: state.ready is not None and state.ready(self), LONGEST_STEP, state.name)

    def _enter_the_sum(self) -> None:
        """By keys, or, while these do not count, by the mouse: an exit may be over long before they do."""
        if time.perf_counter() > self._exit_at + KEYS_COUNT_AGAIN:
            self._type_the_sum()
            return
        # A key that is being clicked while its window gets the keyboard counts for nothing.
        wait_until(lambda: self.names.process_in_front() == self.process.pid, LONGEST_STEP, "the keyboard")
        x, y, *size = self.screen.geometry(self.window)
        self.corner = (x, y)
        for place in _keys_of_the_sum(*size):
            self.point(place)
            for down in (True, False):
                time.sleep(CLICK)
                self.screen.button(1, down=down)
            time.sleep(CLICK)
        self.screen.point(2, self.screen.height // 2)
        if not within(HEARD_WITHIN, lambda: bool(children(self.process.pid))):
            # The line shows another sum, as somebody who has clicked beside it would see.
            self.sums_again += 1
            self.screen.key("Escape")
            self._type_the_sum()

    def _type_the_sum(self) -> None:
        self.screen.press_keys(WAY_IN)
        self.screen.key("Return")

    def come_in(self) -> None:
        """The sum is typed: until the window behind stands alone and has the keyboard."""

        def stands() -> bool:
            listed = self.names.listed()
            assert not (wrong := self.names.wrong(listed)), wrong
            self.child = self.names.process_in_front()
            alone = [self.names.process_of(window) for window in listed] == [self.child]
            return alone and self.child != self.process.pid and self.child in children(self.process.pid)

        if not within(LONGEST_STEP, stands):
            raise AssertionError(f"the window behind does not stand alone and in front: {self._who_stands()}")
        wait_until(self.eyes.sees_secret, LONGEST_STEP, "the page behind")
        (inside,) = self.names.listed()
        self.corner = self.screen.corner(inside)

    def leave(self, state: State, *, longest: float = 1.0) -> Seen:
        """The key; returns what was seen until everything stood still."""
        self._all_but_the_last(state)
        seen = self.eyes.watch(self._last_release, self.child, self.mouse_away, longest=longest)
        # The time in which keys do not count begins when the everyday program has heard the exit.
        self._exit_at += min(seen.gone, longest)
        if state.afterwards is not None:
            state.afterwards(self)
        return seen

    def leave_unseen(self, state: State) -> None:
        """The key, with nobody looking."""
        self._all_but_the_last(state)
        self._last_release()

    def keys_count_again(self) -> None:
        """An exit that nobody here has pressed began just now."""
        self._exit_at = time.perf_counter()

    def _all_but_the_last(self, state: State) -> None:
        if state.at_exit is not None:
            state.at_exit(self)
        # Keys that go nowhere say nothing about the program: openbox, kept busy, has lost the keyboard before.
        wait_until(lambda: self.names.process_in_front() == self.child, 2, "the keyboard, right before the keys")
        for _ in range(2):
            self.screen.key("Shift_L")
        self.screen.key("Shift_L", up=False)
        time.sleep(0.01)

    def _last_release(self) -> None:
        self.screen.key("Shift_L", down=False)
        self._exit_at = time.perf_counter()

    def in_and_out(self) -> None:
        """The sum and the exit, with nobody looking: as often as possible."""
        self.enter(State("gate"))
        self.child_kib = rss_kib(self.child)
        self._all_but_the_last(State("gate"))
        self._last_release()
        wait_until(lambda: not Path(f"/proc/{self.child}").exists(), 5, "the end of the child")
        wait_until(lambda: self.names.listed() == [self.window], 5, "the everyday program")
        wait_until(lambda: self.names.process_in_front() == self.process.pid, 5, "the keyboard")

    def learn(self, state: State) -> None:
        """A round that is not counted; what stands on the screen after it is what is innocent."""
        self.enter(state)
        self.wait_for_rest() if state.ready is None else None
        self.leave_unseen(state)
        wait_until(lambda: not Path(f"/proc/{self.child}").exists(), 5, "the end of the child")
        wait_until(lambda: self.names.listed() == [self.window], 5, "the everyday program")
        if state.afterwards is not None:
            state.afterwards(self)
        self.mouse_away()
        self.wait_for_rest(0.5)
        self.eyes.remember_innocent(self.screen.geometry(self.window))

    def learn_twice(self, state: State) -> None:
        """Where the first opening differs from all later ones: in its place on the screen, and in "Last opened"."""
        self.learn(state)
        self._alike.clear()
        self.learn(state)

    def many(
        self,
        state: State,
        times: int,
        afterwards: Callable[[], None] | None = None,
        *,
        quiet: bool = True,
        log: ExitLog | None = None,
    ) -> Figures:
        """So many exits that count; one in which the eyes were shut counts only when it shows a fault.

        `afterwards` looks at the store when an exit is over. On a computer that is not `quiet` each exit counts.
        Those that stand in the log are among them.
        """
        figures = Figures(state, log=log)
        if not self.eyes.knows_innocent and len(figures.seen) < times:
            self.learn(state)
        started = time.perf_counter()
        before = len(figures.seen)
        while len(figures.seen) < times:
            self.enter(state)
            seen = self.leave(state).summed_up()
            if not quiet or seen.eyes_open or figures.shows_fault(seen):
                figures.add(seen)
            else:
                figures.again += 1
                assert figures.again <= 5 + MOST_AGAIN * times, "this computer is too busy to see anything on it"
            # For how long two lines stood there is among the figures.
            if not within(1, lambda: self.names.listed() == [self.window]):
                raise AssertionError(f"not one window in the list after the exit: {self._who_stands()}")
            wait_until(lambda: children(self.process.pid) == [], 1, "the end of all processes after the exit")
            if afterwards is not None:
                afterwards()
        figures.sums_again = self.sums_again
        figures.seconds_each = (time.perf_counter() - started) / max(1, len(figures.seen) - before + figures.again)
        return figures


@cache
def _keys_of_the_sum(width: int, height: int) -> list[Place]:
    """The middles of the calculator's own keys in a window of this size, in the order of the sum."""
    application = QApplication.instance() or QApplication([])
    program = Calculator()
    program.resize(width, height)
    program.grab()
    middles = {key.objectName(): key.mapTo(program, key.rect().center()) for key in program.findChildren(QPushButton)}
    program.deleteLater()
    del application
    return [(middles[f"key {one}"].x(), middles[f"key {one}"].y()) for one in f"{WAY_IN}="]


def rss_kib(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def _thin(picture: bytes) -> bytes:
    """One byte of every 13th pixel: enough to see a line of words appear, and compared in no time."""
    return picture[:: 4 * 13]


def _difference(one: bytes, other: bytes) -> float:
    apart = int.from_bytes(one, "little") ^ int.from_bytes(other, "little")
    return 1 - apart.to_bytes(len(one), "little").count(0) / len(one)


# ── steps ───────────────────────────────────────────────────────────────────────────────────────────────────────
def unlock(rounds: Rounds) -> None:
    rounds.screen.press_keys(PASSPHRASE)
    rounds.screen.key("Return")


def clicked(name: str, button: int = 1) -> Step:
    return lambda rounds: rounds.click(rounds.places[name], button)


def pressed(*names: str) -> Step:
    def press(rounds: Rounds) -> None:
        for name in names:
            rounds.screen.key(name)

    return press


def typed(words: str) -> Step:
    return lambda rounds: rounds.screen.press_keys(words)


def clicked_and_seen(name: str) -> Step:
    """A click, and the first thing that it changes: window managers hold the mouse, but not the keys, till then."""

    def click(rounds: Rounds) -> None:
        rounds.point(rounds.places[name])
        time.sleep(0.05)
        before = rounds.screen.look()
        rounds.click(rounds.places[name])
        wait_until(lambda: rounds.screen.look() != before, LONGEST_STEP, f"what a click at {name} does")
        time.sleep(0.02)

    return click


def stopped(rounds: Rounds) -> None:
    """The child hangs: nothing in it answers any more."""
    os.kill(rounds.child, signal.SIGSTOP)
