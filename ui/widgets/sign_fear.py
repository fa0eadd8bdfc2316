"""How afraid she is, in her own words, beside what she wrote the last time.

May touch: its own widgets. Must never read, rate or shorten her words.
"""

from __future__ import annotations

from safeplan.content.signs import SignWords
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField
from ui.widgets.inset import Inset
from ui.widgets.labels import Body
from ui.widgets.text_box import TextBox


class FearCard(Card):
    """`box` is the field; marks about fear are added below it."""

    def __init__(self, words: SignWords, *, name: str) -> None:
        super().__init__(words.fear_title, name=name)
        self.body.setSpacing(16)
        self.box = TextBox(name="signs-fear", lines=3)
        self._day = Body("", "small")
        self._words = Body("", "inset", name="signs-fear-before-words")
        self._before = Inset(self._day, self._words, name="signs-fear-before")
        self._before.hide()
        self.add(LabelledField(self.tr("In my own words"), self.box, why=words.fear_hint), self._before)

    def show_before(self, day: str, words: str) -> None:
        """What she wrote on that day; nothing where there were no words."""
        self._day.setText(day)
        self._words.setText(words)
        self._before.setVisible(bool(words))
