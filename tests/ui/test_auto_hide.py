"""Hiding by itself: after nobody moved for a while, with a quiet countdown that any movement ends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.auto_hide import COUNTDOWN_SECONDS, AutoHide


class Room:
    """Somebody, or nobody, before the screen; time moves when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0
        self.left = 0
        self.counted: list[int] = []
        self.watch = AutoHide(self._leave, lambda: self.now)
        self.watch.counting.connect(self.counted.append)

    def _leave(self) -> None:
        self.left += 1

    def pass_seconds(self, seconds: int) -> None:
        for _ in range(seconds):
            self.now += 1
            self.watch.look()


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room()


@pytest.mark.row("Q-05")
def test_two_minutes_without_a_movement_hide(room: Room) -> None:
    room.pass_seconds(119)
    assert room.left == 0
    room.pass_seconds(1)
    assert room.left == 1


def test_behind_another_program_nobody_moves_either_and_that_one_keeps_the_screen() -> None:
    """Her notes stand behind a film: they are hidden there, and the keyboard stays where it is."""
    called: list[str] = []
    now, active = 0.0, True
    watch = AutoHide(
        lambda: called.append("leave"),
        lambda: now,
        behind=lambda: called.append("behind"),
        in_front=lambda: active,
    )
    now = 121.0
    watch.look()
    active = False
    watch.look()
    assert called == ["leave", "behind"]


def test_the_last_seconds_are_counted_quietly(room: Room) -> None:
    room.pass_seconds(119)
    assert room.counted == list(range(COUNTDOWN_SECONDS, 0, -1))


@pytest.mark.parametrize("kind", ["key", "mouse"])
def test_any_movement_ends_the_countdown_and_starts_the_time_again(room: Room, qtbot: QtBot, kind: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    widget = QWidget()
    qtbot.addWidget(widget)
    application.installEventFilter(room.watch)
    try:
        room.pass_seconds(110)
        if kind == "key":
            event: QEvent = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
        else:
            event = QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(1, 1),
                QPointF(1, 1),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
            )
        application.sendEvent(widget, event)
    finally:
        application.removeEventFilter(room.watch)
    assert room.counted[-1] == -1
    room.pass_seconds(110)
    assert room.left == 0


@pytest.mark.parametrize("ends", ["called back", "longer"])
def test_the_countdown_ends_with_the_time_it_counts(room: Room, ends: str) -> None:
    room.pass_seconds(115)
    if ends == "called back":
        room.watch.begin_again()
    else:
        room.watch.set_idle_seconds(600)
        room.watch.look()
    assert room.counted[-2:] == [5, -1]


def test_her_own_time_holds_and_never_leaves_no_room_for_the_countdown(room: Room) -> None:
    room.watch.set_idle_seconds(1)
    room.pass_seconds(19)
    assert room.left == 0
    room.pass_seconds(1)
    assert room.left == 1


def test_another_window_in_front_hides_only_if_she_wants_it(room: Room) -> None:
    room.watch._state_changed(Qt.ApplicationState.ApplicationInactive)
    assert room.left == 0
    room.watch.set_hide_when_inactive(True)
    room.watch._state_changed(Qt.ApplicationState.ApplicationInactive)
    assert room.left == 1
