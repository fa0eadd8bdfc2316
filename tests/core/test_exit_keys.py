"""What counts as "hide now", and what must not: layout switches, Sticky Keys, ordinary typing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.exit_keys import ExitKeys


class Hands:
    """Presses and releases keys at given seconds."""

    def __init__(self) -> None:
        self.keys = ExitKeys()
        self.now = 0.0
        self.hidden = False

    def down(self, key: str) -> None:
        self.hidden |= self.keys.press(key, is_shift=key.startswith("shift"), is_chosen=key == "F9")

    def up(self, key: str) -> None:
        self.hidden |= self.keys.release(key, is_shift=key.startswith("shift"), now=self.now)

    def tap(self, key: str) -> None:
        self.down(key)
        self.up(key)


def test_shift_alone_three_times_hides() -> None:
    hands = Hands()
    hands.tap("shift-left")
    hands.tap("shift-right")
    assert not hands.hidden
    hands.tap("shift-left")
    assert hands.hidden


def test_three_taps_spread_over_more_than_five_seconds_do_not_hide() -> None:
    hands = Hands()
    for moment in (0.0, 3.0, 5.5):
        hands.now = moment
        hands.tap("shift")
    assert not hands.hidden


def test_slow_hands_have_five_seconds() -> None:
    hands = Hands()
    for moment in (0.0, 2.4, 4.9):
        hands.now = moment
        hands.tap("shift")
    assert hands.hidden


def test_capital_letters_never_hide() -> None:
    hands = Hands()
    for _ in range(6):
        hands.down("shift")
        hands.tap("a")
        hands.up("shift")
    assert not hands.hidden


def test_switching_the_keyboard_layout_never_hides() -> None:
    """Alt+Shift and Ctrl+Shift, in both orders of release."""
    for partner in ("alt", "ctrl"):
        for first in ("shift", partner):
            hands = Hands()
            second = partner if first == "shift" else "shift"
            for _ in range(6):
                hands.down(first)
                hands.down(second)
                hands.up(first)
                hands.up(second)
            assert not hands.hidden, (partner, first)


def test_another_key_or_a_click_between_the_taps_starts_over() -> None:
    for between in ("a", "button-1"):
        hands = Hands()
        hands.tap("shift")
        hands.tap("shift")
        hands.tap(between)
        hands.tap("shift")
        assert not hands.hidden


def test_a_held_shift_that_repeats_counts_once() -> None:
    hands = Hands()
    for _ in range(10):
        hands.down("shift")
    hands.up("shift")
    assert not hands.hidden


def test_the_key_of_her_choice_hides_at_once_but_not_in_combination() -> None:
    hands = Hands()
    hands.down("ctrl")
    hands.tap("F9")
    hands.up("ctrl")
    assert not hands.hidden
    hands.tap("F9")
    assert hands.hidden


def test_after_losing_sight_of_a_release_the_exit_still_works() -> None:
    """Alt+Tab takes the release of Alt to another window; forgetting must free the keys."""
    hands = Hands()
    hands.down("alt")
    hands.keys.forget()
    for _ in range(3):
        hands.tap("shift")
    assert hands.hidden


@given(st.lists(st.sampled_from(["a", "b", "ctrl", "button-1"]), min_size=1, max_size=30))
def test_typing_without_shift_never_hides(keys: list[str]) -> None:
    hands = Hands()
    for key in keys:
        hands.tap(key)
    assert not hands.hidden
