"""Marked and copied words: nobody else can paste them while the notes are open, and nothing is left after hiding."""

from __future__ import annotations

from ctypes import c_char_p, c_int, c_ulong, c_void_p
from pathlib import Path

import pytest
from hands import Hands
from household import PASSPHRASE, come_in, gone, make_store, unlock, wait_for_calculator
from layout import places
from screen import Screen, program, wait_until

pytestmark = pytest.mark.screen


def owner(screen: Screen, selection: str) -> int:
    """The window that answers who pastes; 0 when nobody does."""
    x = screen._x
    x.XInternAtom.restype, x.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
    x.XGetSelectionOwner.restype, x.XGetSelectionOwner.argtypes = c_ulong, [c_void_p, c_ulong]
    return int(x.XGetSelectionOwner(screen._d, x.XInternAtom(screen._d, selection.encode(), 0)))


def test_marked_and_copied_words_are_nowhere_after_hiding(screen: Screen, own_home: Path, tmp_path: Path) -> None:
    make_store(own_home)
    with program(screen, own_home) as process:
        wait_for_calculator(screen)
        child = come_in(screen, process)
        hands, notes = Hands(screen), tmp_path / "notes.png"
        steps = [["picture", str(notes)], ["click", "nav-happened"]]
        names = ["nav-happened", "happened-text"]
        there = places(own_home, hands.look(), names, steps, passphrase=PASSPHRASE)
        unlock(screen)
        hands.wait_for_view(notes, "her notes")
        hands.click(there["nav-happened"])
        hands.wait_for_change("the page to write on")
        hands.click(there["happened-text"])
        hands.type("She kept the receipt")
        screen.xdotool("key", "ctrl+a")
        screen.xdotool("key", "ctrl+c")
        wait_until(lambda: owner(screen, "CLIPBOARD") != 0, 3, "a copy")
        assert owner(screen, "PRIMARY") == 0, "marked words are offered to every other program"
        # The copy can be pasted here: twice the same words stand in the box, and become one draft.
        screen.xdotool("key", "End")
        screen.xdotool("key", "ctrl+v")
        screen.shift_three_times()
        wait_until(lambda: gone(child), 10, "the end of the child")
        assert owner(screen, "CLIPBOARD") == 0
        assert owner(screen, "PRIMARY") == 0
