"""What the stories say of people's hands, where a slip of theirs would look like a fault of the program.

Lost without it: a story that fails once in fifty, and is believed to be about the exit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from household import wait_for_calculator
from screen import Screen

KILLED, NEW = 5, 7


class ListsInTurn:
    """A screen on which a killed program's window is listed a little longer than the program lives."""

    def __init__(self, *lists: set[int]) -> None:
        self._lists: Iterator[set[int]] = iter(lists)
        self._last = lists[-1]

    def windows(self) -> dict[int, str]:
        return dict.fromkeys(next(self._lists, self._last), "Calculator")

    def xdotool(self, *arguments: str) -> str:
        return ""


def test_the_window_of_a_killed_program_is_not_taken_for_the_next_one() -> None:
    vanishing = ListsInTurn({KILLED}, set(), set(), {NEW})
    replaced = ListsInTurn({KILLED}, {NEW})
    for screen in (vanishing, replaced):
        assert wait_for_calculator(cast("Screen", screen)) == NEW
