"""Above a draft that is read over: what shows where she is now, and which entries found no room on the paper.

May touch: its own widgets. Must never call what was not found safe.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from safeplan.content.draft_words import load_draft_words
from safeplan.content.handing_words import load_handing_words
from ui.draft_work import Filled
from ui.page import PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.hand_over_found import FoundRows
from ui.widgets.inset import Inset
from ui.widgets.labels import Body


class FoundCard(Card):
    """`turned(Found)` after each press on a row."""

    turned = Signal(object)

    def __init__(self, context: PageContext) -> None:
        self._say = say = load_draft_words(context.language).page
        super().__init__(say.found_title, name="drafts-found-card")
        self.about = Body("", "muted", name="drafts-found-about")
        self.rows = FoundRows(load_handing_words(context.language), name="drafts-found")
        self.rows.turned.connect(self.turned)
        self.not_on = Body("", "inset", name="drafts-not-on")
        to_copy = SecondaryButton(say.hand_over, name="drafts-hand-over", clicked=lambda: context.go("hand_over"))
        self.rest = Inset(self.not_on, flow(to_copy), name="drafts-rest")
        self.add(self.about, self.rows, self.rest)

    def show_filled(self, filled: Filled) -> None:
        """What was found in the entries this draft was filled from."""
        say = self._say
        self.about.setText(say.found_about if filled.found else say.found_none)
        self.rows.setVisible(bool(filled.found))
        self.rows.show_found(filled.found)
        self.not_on.setText(say.not_on.format(numbers=", ".join(map(str, filled.not_on))))
        self.rest.setVisible(bool(filled.not_on))
