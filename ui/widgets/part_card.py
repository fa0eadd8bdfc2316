"""A part of the plan as one small card: its title, what she chose in it, the way there.

May touch: its own widgets. Must never say how much a part would hold.
"""

from __future__ import annotations

from collections.abc import Callable

from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack, tighten


class PartCard(Card):
    """say(words) sets the small line; empty, there is none."""

    def __init__(self, id_: str, title: str, icon: str, go: Callable[[], object]) -> None:
        super().__init__(name=f"plan-part-{id_}")
        tighten(self, 10)
        self.setAccessibleName(title)
        self._said = Body("", "small", name=f"plan-count-{id_}")
        opened = SecondaryButton(
            self.tr("Open"),
            name=f"plan-open-{id_}",
            icon=icon,
            clicked=go,
            accessible=self.tr("Open: {title}").format(title=title),
        )
        self.add(beside(stack(Heading(title, 3), self._said, spacing=2), opened, words_need=150))
        self._said.hide()

    def say(self, words: str) -> None:
        """What stands in this part."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
