"""From which day on a photo counts as taken in a safe place: where that day comes from, and another one to type.

May touch: its own widgets. Must never put a day where she gave none.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal

from safeplan.content.handing_words import HandingWords
from ui.hand_over_choice import DAYS, NONE, TYPED, Choice
from ui.hand_over_look import Looked
from ui.widgets.choices import Choice as Chips
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.hand_over_choose import local
from ui.widgets.labels import Body


class SafeDayPart(Column):
    """`turned(change)` after each press and letter: the change, from a choice to a choice."""

    turned = Signal(object)

    def __init__(self, words: HandingWords) -> None:
        super().__init__(spacing=8, name="hand-over-safe")
        self._words = words
        say = words.page
        self.which = Chips(
            [(DAYS, say.safe_days), (TYPED, say.safe_typed), (NONE, say.safe_none)],
            name="hand-over-safe-from",
            accessible=say.safe_which,
            several=False,
            chosen=[DAYS],
            may_be_none=False,
        )
        self.day = TextLine(name="hand-over-safe-day")
        self.field = LabelledField(say.safe_day, self.day, why=say.safe_day_why)
        self.which.changed.connect(self._turn)
        self.day.textChanged.connect(self._turn)
        self.state = Body("", "muted", name="hand-over-safe-state")
        self.add(LabelledField(say.safe_which, self.which), self.field, self.state)

    def show_looked(self, looked: Looked, choice: Choice) -> None:
        """Which day was looked from, with this choice."""
        say = self._words.page
        self.which.set_chosen([choice.safe_from])
        if self.day.text().strip() != choice.safe_day.strip():
            with QSignalBlocker(self.day):
                self.day.setText(choice.safe_day)
        self.field.setVisible(choice.safe_from == TYPED)
        day = local(looked.safe_day, self._words.language)
        if choice.safe_from == NONE:
            said = say.safe_off
        elif not looked.safe_day:
            said = say.safe_unknown
        elif looked.safe_words:
            said = say.safe_known.format(day=day, words=looked.safe_words)
        else:
            said = say.safe_own.format(day=day)
        self.state.setText(said)
        # What she types is looked through like any other day; one that is none yet changes nothing.
        if choice.safe_from == TYPED and choice.safe_day.strip() and (looked.safe_words or not looked.safe_day):
            self.field.show_error(say.safe_bad)
        else:
            self.field.clear_error()

    def _turn(self) -> None:
        from_, day = self.which.one(), self.day.text()
        self.field.setVisible(from_ == TYPED)
        self.turned.emit(lambda choice: replace(choice, safe_from=from_, safe_day=day))
