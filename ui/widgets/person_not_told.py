"""What a person must not be told: the first thing on their page, read before anything is said.

May touch: its own widgets. Must never stand on a list of people: there only a badge says that there is something.
"""

from __future__ import annotations

from collections.abc import Callable

from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading


class NotTold(Card):
    """Hidden while there is nothing; show_text() follows what is typed."""

    def __init__(self, change: Callable[[], object]) -> None:
        super().__init__(name="person-not-told")
        title = self.tr("Must not be told")
        self.setAccessibleName(title)
        self.text = Body("", "inset", name="person-not-told-text", selectable=True)
        button = QuietButton(
            self.tr("Change"),
            name="person-not-told-change",
            icon="pencil-simple",
            clicked=change,
            accessible=self.tr("Change what this person must not be told"),
        )
        self.add(beside(Heading(title, 2), button), Inset(self.text, name="person-not-told-inset"))
        self.hide()

    def show_text(self, text: str) -> None:
        """Say it, or disappear when it is blank."""
        self.text.setText(text.strip())
        self.setVisible(bool(text.strip()))
