"""What waits behind the everyday program, with the parent played: how long it waits, and what holds once it is back.

Lost without it: a session that was hidden for a moment is gone with everything that was typed into it.
"""

from __future__ import annotations

from typing import Any

from test_rooms import KIOSK, begin, enter  # noqa: F401

from ui.rooms import Room


def test_back_with_the_two_words_the_time_of_the_policy_holds_again(enter: Any) -> None:  # noqa: F811
    room = enter(Room(KIOSK))
    shown = begin(room)
    assert room.app.auto_hide.idle_seconds == 120
    room.hide()
    room.come_back()
    assert room.app.auto_hide.idle_seconds == 60, "nobody may know the words"
    room.try_words(shown)
    assert room.app.auto_hide.idle_seconds == 120


def test_hidden_by_a_second_start_it_waits_as_long_as_after_her_own_exit(enter: Any, clock: Any) -> None:  # noqa: F811
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


def test_hidden_by_a_second_start_nothing_of_hers_is_on_the_window_and_no_key_reaches_it(enter: Any) -> None:  # noqa: F811
    room = enter(Room(KIOSK))
    begin(room)
    room.parent.step_aside()
    assert not room.app.window.isVisible()
    assert room.app.window.is_covered
    assert room.app.quick_exit.left
