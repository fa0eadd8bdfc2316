"""What waits behind the everyday program, with the parent played: how long it waits, and what holds once it is back.

Lost without it: a session that was hidden for a moment is gone with everything that was typed into it.
"""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from room_kit import DESK, KIOSK, InRoom, at_the_list, begin

from safeplan.policy import HOME
from ui.background import Job, Session
from ui.opening import Opened, make_store
from ui.rooms import Room


def test_back_with_the_two_words_the_time_of_the_policy_holds_again(enter: Any) -> None:
    room = enter(Room(KIOSK))
    shown = begin(room)
    assert room.app.auto_hide.idle_seconds == 120
    room.hide()
    room.come_back()
    assert room.app.auto_hide.idle_seconds == 60, "nobody may know the words"
    room.try_words(shown)
    assert room.app.auto_hide.idle_seconds == 120


def test_hidden_by_a_second_start_it_waits_as_long_as_after_her_own_exit(enter: Any, clock: Any) -> None:
    """Somebody starts the program again from the menu: the everyday program comes, and nothing of hers is lost."""
    room = enter(Room(KIOSK))
    begin(room)
    room.app.window.go("happened")
    room.find("happened-text").set_text("a kettle of words")
    room.parent.step_aside()
    assert room.parent.told[-1] == ("aside", 0)
    assert ("leaving", 0) not in room.parent.told, "the everyday program stands already"
    clock.move(seconds=200)
    room.come_back()
    assert ("stays", 400) in room.parent.told
    assert "7" in room.find("kiosk-left").text()


def test_hidden_by_a_second_start_nothing_of_hers_is_on_the_window_and_no_key_reaches_it(enter: Any) -> None:
    room = enter(Room(KIOSK))
    begin(room)
    room.parent.step_aside()
    assert not room.app.window.isVisible()
    assert room.app.window.is_covered
    assert room.app.quick_exit.left


def nobody_moves_for(room: InRoom, seconds: float) -> None:
    """The second at which it looks next, so long after the last key."""
    room.app.auto_hide.begin_again()
    room.app.auto_hide._last -= seconds
    room.app.auto_hide.look()


@pytest.fixture
def desk(enter: Any, vault: Any) -> InRoom:
    """The list is open; it hides after two minutes."""
    vault.close()
    return at_the_list(enter)


def test_hidden_in_its_last_seconds_it_counts_no_more_when_it_is_back(desk: InRoom) -> None:
    nobody_moves_for(desk, 115)
    assert "Hiding in 5 seconds" in desk.words_in_sight()
    desk.hide()
    desk.come_back()
    assert desk.page == "clients"
    assert "Hiding in" not in desk.words_in_sight()


def test_what_was_told_stands_beside_the_countdown_and_after_it(desk: InRoom) -> None:
    """What could not be kept must not be gone because nobody moved for a while."""
    desk.app.context.tell("This could not be kept.", "warm")
    nobody_moves_for(desk, 115)
    shown = desk.words_in_sight()
    assert "Hiding in 5 seconds" in shown
    assert "This could not be kept." in shown
    desk.qtbot.keyClick(desk.app.window, Qt.Key.Key_Right)
    assert "Hiding in" not in desk.words_in_sight()
    assert "This could not be kept." in desk.words_in_sight()


def test_before_anything_is_kept_settings_say_which_time_holds(enter: Any) -> None:
    room = enter(Room(HOME))
    room.app.context.extra["welcome_done"]()
    room.app.window.go("settings")
    assert room.app.auto_hide.idle_seconds == 600
    assert "Until then it hides after 10 min" in room.words_in_sight()
    room.press("settings-idle-1")
    assert room.app.auto_hide.idle_seconds == 600, "what is not kept would go"
    room.app.context.keep_first(lambda: room.app.window.go("settings"))

    def make(session: Session, job: Job) -> Opened:
        return make_store(session, job, bytearray(b"the kettle sings on rainy mondays"), generated=True)

    room.app.background.run(room.app, make, room.app.context.opened)
    room.qtbot.waitUntil(lambda: room.page == "settings")
    assert room.app.auto_hide.idle_seconds == 60
    assert "Until then it hides after" not in room.words_in_sight()


def test_at_a_desk_settings_offer_no_time_that_would_not_hold(enter: Any) -> None:
    """The policy decides; only a further key is left to choose."""
    room = enter(Room(DESK, client=77))
    room.press("begin-full")
    room.app.window.go("settings")
    assert room.app.auto_hide.idle_seconds == 120
    assert "On this computer the time is set: 2 min without a movement." in room.words_in_sight()
    assert "Until then it hides after" not in room.words_in_sight(), "hidden, it waits"
    offered = {one.objectName() for one in room.app.window.findChildren(QWidget) if one.isVisible()}
    assert not {"settings-idle-1", "settings-front"} & offered
    assert "settings-key-fold" in offered


def test_at_a_desk_before_its_own_passphrase_settings_say_which_time_holds(enter: Any) -> None:
    room = enter(Room(DESK))
    room.app.context.extra["welcome_done"]()
    room.app.window.go("settings")
    assert room.app.auto_hide.idle_seconds == 600
    assert "Until then it hides after 10 min" in room.words_in_sight()
