"""Counts key presses until they mean "hide now": Shift alone three times, or one key of her choice.

May touch: nothing; both processes feed it what they hear. Must never count Shift in combination: Alt+Shift and
Ctrl+Shift switch keyboard layouts, and five Shifts in a row belong to Sticky Keys.
"""

from __future__ import annotations

TAPS_NEEDED = 3
WITHIN_SECONDS = 5.0


class ExitKeys:
    """Fed with presses and releases; answers True at the moment that means "hide now".

    Keys are any hashable names as long as one source always uses the same ones.
    """

    def __init__(self) -> None:
        self.taps: list[float] = []
        self._down: set[object] = set()
        self._alone = False

    def press(self, key: object, *, is_shift: bool, is_chosen: bool = False) -> bool:
        """A key or mouse button goes down; the key of her choice hides at once when nothing else is held.

        Repeats of a held key change nothing.
        """
        if key in self._down:
            return False
        self._alone = is_shift and not self._down
        self._down.add(key)
        if not is_shift:
            self.taps.clear()
        return is_chosen and len(self._down) == 1

    def release(self, key: object, *, is_shift: bool, now: float) -> bool:
        """A key or mouse button comes up."""
        self._down.discard(key)
        if not is_shift:
            return False
        counted = self._alone and not self._down
        self._alone = False
        if not counted:
            self.taps.clear()
            return False
        self.taps = [tap for tap in self.taps if now - tap < WITHIN_SECONDS]
        self.taps.append(now)
        if len(self.taps) < TAPS_NEEDED:
            return False
        self.taps.clear()
        return True

    def forget(self) -> None:
        """Start over, for instance when the window loses the keyboard and releases go unseen."""
        self.taps.clear()
        self._down.clear()
        self._alone = False
