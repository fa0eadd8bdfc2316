"""The everyday program's side, with the other process played over real pipes: what waits, how long, and what goes.

Lost without it: a session that waits is ended although its window went aside in time; what one resident wrote into a
list stands there for the next.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from safeplan.paths import vault_files
from safeplan.policy import Policy
from ui import child, messages
from ui.disguise_process import ASIDE_AT_LATEST_MS, Parent
from ui.messages import Message
from ui.rooms import Room

KIOSK = Room(Policy(mode="kiosk", organisation="House by the river"))
MARKER = "kettlestone"


class ShortRoom(Room):
    """A policy counts in minutes."""

    @property
    def stay_seconds(self) -> int:
        return 1


SHORT_KIOSK = ShortRoom(Policy(mode="kiosk", programs=("shopping",), languages=("en",)))
SHORT_HOME = ShortRoom(Policy(programs=("shopping",), languages=("en",)))


class Played:
    """A process that says and hears what the test wants; as ui.processes.Running."""

    pid = 0

    def __init__(self) -> None:
        self.reads, self.to_child = os.pipe()
        self.from_child, self.writes = os.pipe()
        os.set_blocking(self.reads, False)
        self._heard = bytearray()
        self.ended = False

    def says(self, tag: bytes, number: int = 0) -> None:
        os.write(self.writes, Message(tag, (number, 0, 0, 0, 0)).pack())

    def hears(self) -> list[bytes]:
        """What it was told since it was asked last."""
        try:
            self._heard += os.read(self.reads, 4096)
        except BlockingIOError:
            return []
        return [told.tag for told in messages.unpack_messages(self._heard, messages.FROM_PARENT)]

    def alive(self) -> bool:
        return not self.ended

    def kill(self) -> None:
        self.ended = True

    def close_pipes(self) -> None:
        for end in ("to_child", "from_child", "reads", "writes"):
            if getattr(self, end) >= 0:
                os.close(getattr(self, end))
                setattr(self, end, -1)


class Desk:
    """The everyday program on the screen, and the process it started last."""

    def __init__(self, qtbot: QtBot, parent: Parent, started: list[Played]) -> None:
        self.qtbot, self.parent, self._started = qtbot, parent, started

    @property
    def other(self) -> Played:
        return self._started[-1]

    def come_in(self) -> None:
        """The sum, and the other window stands."""
        self.parent.open_child()
        self.other.says(messages.READY)
        self.qtbot.waitUntil(lambda: not self.parent.program.isVisible())

    def exit(self) -> float:
        """A key in the other window; when it was told to step aside."""
        self.other.says(messages.LEAVING)
        self.qtbot.waitUntil(lambda: messages.STEP_ASIDE in self.other.hears())
        return time.perf_counter()


@pytest.fixture
def room() -> Room:
    return KIOSK


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: Room) -> Iterator[Desk]:
    started: list[Played] = []

    def start(_role: bytes) -> Played:
        started.append(Played())
        return started[-1]

    monkeypatch.setattr(child, "start_process", start)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    parent = Parent(application, vault_files(tmp_path), room)
    parent.program.show()
    yield Desk(qtbot, parent, started)
    application.removeEventFilter(parent)
    for one in parent.findChildren(child.Child):
        one.end()
    # It may be another one than at the beginning.
    parent.program.hide()
    parent.program.deleteLater()
    parent.deleteLater()


def test_of_two_exits_in_a_row_each_leaves_the_window_its_whole_time_to_step_aside(desk: Desk) -> None:
    """Hidden, called back and hidden again: the second exit is not measured from the first."""
    desk.come_in()
    desk.other.says(messages.STAYS, 600)
    first = desk.exit()
    desk.come_in()
    # Late, so that little is left of the first time and nearly all of the second, however slow the computer is.
    desk.qtbot.wait(ASIDE_AT_LATEST_MS * 9 // 10)
    desk.exit()
    desk.qtbot.waitUntil(lambda: time.perf_counter() - first > (ASIDE_AT_LATEST_MS + 100) / 1000)
    desk.other.says(messages.ASIDE)
    desk.qtbot.wait(100)
    assert desk.other.alive()


def test_a_window_that_never_steps_aside_is_ended(desk: Desk) -> None:
    desk.come_in()
    desk.other.says(messages.STAYS, 600)
    desk.exit()
    desk.qtbot.waitUntil(lambda: not desk.other.alive())


def test_hidden_again_before_it_was_aside_a_window_that_hangs_is_ended_all_the_same(desk: Desk) -> None:
    """What it said about the first exit says nothing about the second."""
    desk.come_in()
    desk.other.says(messages.STAYS, 600)
    desk.exit()
    desk.parent.open_child()
    desk.other.says(messages.ASIDE)
    desk.other.says(messages.READY)
    desk.qtbot.waitUntil(lambda: not desk.parent.program.isVisible())
    desk.exit()
    desk.qtbot.waitUntil(lambda: not desk.other.alive())


# ── what is written into the everyday program itself ────────────────────────────────────────────────────────────
def write_into_the_list(desk: Desk) -> None:
    program = desk.parent.program
    line = next(one for one in program.findChildren(QLineEdit) if one.accessibleName() == "Item")
    line.setFocus()
    desk.qtbot.keyClicks(line, MARKER)
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [item for item, _, _ in program.items()] == [MARKER]
    assert on_the_disk(desk)


def on_the_disk(desk: Desk) -> bool:
    return MARKER.encode() in desk.parent._files.preferences.read_bytes()


def past_its_minutes(desk: Desk) -> None:
    """A clock that is started now runs out after one that was started before."""
    over = QTimer(singleShot=True, interval=1000 * SHORT_KIOSK.stay_seconds + 200)
    with desk.qtbot.waitSignal(over.timeout):
        over.start()


@pytest.mark.parametrize("room", [SHORT_KIOSK])
def test_in_a_kiosk_a_list_goes_when_nobody_has_touched_it_for_the_minutes_of_the_policy(desk: Desk) -> None:
    write_into_the_list(desk)
    desk.qtbot.waitUntil(lambda: desk.parent.program.items() == ())
    assert desk.parent.program.isVisible()
    assert not on_the_disk(desk)
    empty = desk.parent.program
    past_its_minutes(desk)
    assert desk.parent.program is empty, "nothing flickers where nobody was"


@pytest.mark.parametrize("room", [SHORT_KIOSK])
def test_what_was_begun_and_never_added_goes_too(desk: Desk) -> None:
    line = next(one for one in desk.parent.program.findChildren(QLineEdit) if one.accessibleName() == "Item")
    desk.qtbot.keyClicks(line, MARKER)
    desk.qtbot.waitUntil(
        lambda: MARKER not in [one.text() for one in desk.parent.program.findChildren(QLineEdit)],
    )


@pytest.mark.parametrize("room", [SHORT_KIOSK])
def test_while_a_session_is_open_or_waits_the_program_in_front_is_not_made_anew(desk: Desk) -> None:
    """It is what an exit shows. What was in it goes with the session."""
    write_into_the_list(desk)
    program = desk.parent.program
    desk.come_in()
    desk.other.says(messages.STAYS, 600)
    past_its_minutes(desk)
    assert desk.parent.program is program
    desk.exit()
    desk.other.says(messages.ASIDE)
    desk.qtbot.mouseMove(program)
    past_its_minutes(desk)
    assert desk.parent.program is program
    desk.other.says(messages.STAYS, 0)
    desk.other.says(messages.LEAVING)
    desk.qtbot.waitUntil(lambda: not desk.other.alive())
    assert desk.parent.program.items() == ()


@pytest.mark.parametrize("room", [SHORT_HOME])
def test_at_home_a_list_stays(desk: Desk) -> None:
    write_into_the_list(desk)
    past_its_minutes(desk)
    assert [item for item, _, _ in desk.parent.program.items()] == [MARKER]
    assert on_the_disk(desk)
