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
