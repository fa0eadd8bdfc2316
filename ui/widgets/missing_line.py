"""A line that says what is missing, or what did not fit: hidden until it is said.

May touch: itself. Must never stand there before she has pressed anything.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleEvent

from ui.page import StandsOnlyHere
from ui.widgets.card import unfold_around
from ui.widgets.labels import Body


class MissingLine(Body, StandsOnlyHere):
    """Said by say(), taken back by hide(). On a page built anew it stands in that page's words, where it has any."""

    may_wait = True

    def __init__(self, text: str = "", *, name: str) -> None:
        super().__init__(text, "error", name=name)
        self.hide()

    def say(self, text: str = "") -> None:
        """Show it; `text` where its words are not always the same."""
        if text:
            self.setText(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def hand_on(self) -> Any:
        """That it stands there; she may not have acted on it yet."""
        return None if self.isHidden() else self.text()

    def take_on(self, shown: str) -> None:
        """The same, in sight."""
        self.say("" if self.text() else shown)
        unfold_around(self)
