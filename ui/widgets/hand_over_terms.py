"""The language of the paper: one, or two side by side.

May touch: its own widgets. Must never touch the language of her own words.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from safeplan.content.handing_words import HandingWords
from ui.hand_over_choice import Choice
from ui.translation import LANGUAGES
from ui.widgets.choices import Choice as Chips
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField


class LanguagesPart(Column):
    """`changed` after each change."""

    changed = Signal()

    def __init__(self, words: HandingWords, language: str) -> None:
        super().__init__(spacing=12)
        options, say = list(LANGUAGES.items()), words.page
        self.first = Chips(options, name="hand-over-language", several=False, chosen=[language], may_be_none=False)
        self.second = Chips(options, name="hand-over-second", several=False)
        for chips in (self.first, self.second):
            chips.changed.connect(self._changed)
        self.add(
            LabelledField(say.language_one, self.first, why=say.language_why),
            LabelledField(say.language_second, self.second),
        )
        self._hide_the_same()

    def show_choice(self, choice: Choice) -> None:
        """Show what is chosen; says nothing."""
        self.first.set_chosen([choice.language])
        self.second.set_chosen([choice.second_language])
        self._hide_the_same()

    def read(self, choice: Choice) -> Choice:
        """The choice with what stands here."""
        return replace(choice, language=self.first.one(), second_language=self.second.one())

    def summary(self, choice: Choice) -> str:
        """What was chosen, in one line."""
        return " / ".join(LANGUAGES[one] for one in (choice.language, choice.second_language) if one)

    def _changed(self) -> None:
        self._hide_the_same()
        self.changed.emit()

    def _hide_the_same(self) -> None:
        first = self.first.one()
        if self.second.one() == first:
            self.second.set_chosen([])
        for id_, chip in self.second.chips.items():
            chip.setVisible(id_ != first)
