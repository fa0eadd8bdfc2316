"""The everyday program that the window is dressed as: another language or another program, kept or not.

Lost without it: a choice that nobody could keep is gone without a word, and an exit changes from one everyday program
to another before everybody's eyes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from room_kit import InRoom, Parent

from safeplan.paths import vault_files
from safeplan.policy import Policy
from ui.dress import Dress
from ui.rooms import HOME_ROOM, Room
from ui.translation import Translation, said_in


@pytest.fixture
def room(enter: Any) -> InRoom:
    made: InRoom = enter(HOME_ROOM)
    made.app._change_language("en")
    # It waits for what the first page reads, and then reads for the pages in English.
    made.qtbot.waitUntil(lambda: hide_now(made) == "Hide now" and not made.app.background.asked_for)
    made.parent.dressed_anew = 0
    return made


def nothing_can_be_written(room: InRoom) -> None:
    """A folder of that name refuses even the one who owns the computer."""
    kept: Path = room.files.preferences
    kept.unlink()
    kept.mkdir()


def hide_now(room: InRoom) -> str:
    return str(room.find("hide-now").text())


def test_both_windows_speak_the_language_she_chose(room: InRoom) -> None:
    room.app._change_language("kk")
    assert hide_now(room) == said_in("kk", "Shell", "Hide now")
    assert json.loads(room.files.preferences.read_text())["language"] == "kk"
    assert room.app.window.windowTitle() == said_in("kk", "Calculator", "Calculator")
    assert room.parent.dressed_anew == 1


def test_a_language_that_cannot_be_kept_holds_for_the_pages_and_is_told(room: InRoom) -> None:
    nothing_can_be_written(room)
    room.app._change_language("kk")
    assert hide_now(room) == said_in("kk", "Shell", "Hide now")
    assert room.app.window.windowTitle() == "Calculator", "the one behind still speaks English"
    assert room.parent.dressed_anew == 0
    room.sees(said_in("kk", "App", "The language could not be kept. It holds here until you hide."))


def test_a_program_that_cannot_be_kept_is_told_and_the_one_behind_stays(room: InRoom) -> None:
    nothing_can_be_written(room)
    room.app._change_program("converter")
    assert room.app.window.windowTitle() == "Calculator"
    assert room.app.context.extra["program"] == "calculator"
    assert room.parent.dressed_anew == 0
    room.sees("This could not be kept. The everyday program stays as it was.")


def test_another_program_covers_from_then_on(room: InRoom) -> None:
    room.app._change_program("converter")
    assert room.app.window.windowTitle() != "Calculator"
    assert room.app.context.extra["program"] == "converter"
    assert room.parent.dressed_anew == 1


def test_the_languages_a_policy_allows_hold_for_another_program_too(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, qapp: Any
) -> None:
    """Nobody has chosen a language here, and the desktop's own may not be shown."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    dress = Dress(vault_files(own_home), Room(Policy(languages=("kk",))), Parent(), Translation(qapp))
    assert dress.choose_program("converter")
    assert dress.language == "kk"
    assert dress.renew(), "the program in front speaks it as well"
