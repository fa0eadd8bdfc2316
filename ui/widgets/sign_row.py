"""One warning sign: its words, why it matters, and two answers; leaving it open is the third and needs no press.

May touch: its own widgets. Must never colour an answer, and never fold away why a sign matters.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent

from safeplan.content.signs import Sign
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import Choice
from ui.widgets.column import Column
from ui.widgets.labels import Body
from ui.widgets.stack import stack


class SignRow(Column):
    """`answered(id, answer)` when she presses ("" takes it back); `look` when she wants to see what comes first."""

    answered = Signal(str, str)
    look = Signal()

    def __init__(self, sign: Sign, answer: str, first_mark: str) -> None:
        name = f"sign-{sign.id}"
        super().__init__(spacing=4, name=name)
        self.setAccessibleName(sign.text)
        self.sign = sign
        words = Body(sign.text, name=f"{name}-text")
        words.setProperty("level", "3")
        options = answer_words()
        self.choice = Choice(
            tuple(options.items()), name=f"{name}-answer", accessible=sign.text, several=False, chosen=[answer]
        )
        for id_, chip in self.choice.chips.items():
            chip.set_words(options[id_], f"{options[id_]}: {sign.text}")
        self.choice.changed.connect(self._pressed)
        text = stack(words, Body(sign.why, "small", name=f"{name}-why"), spacing=2)
        self.add(beside(text, self.choice))
        self._first_words = Body(first_mark)
        see = QuietButton(
            self.tr("See it"),
            name=f"{name}-look",
            icon="arrow-down",
            clicked=self.look.emit,
            accessible=self.tr("See what can be done today"),
        )
        # Below the answers: what is under her hand stays where it is.
        self.first = beside(self._first_words, see)
        self.first.setObjectName(f"{name}-first")
        self.add(self.first)
        self._show_first()

    def set_answer(self, answer: str) -> None:
        """Show this answer; says nothing."""
        self.choice.set_chosen([answer])
        self._show_first()

    def _pressed(self) -> None:
        self._show_first()
        if not self.first.isHidden():
            QAccessible.updateAccessibility(QAccessibleEvent(self._first_words, QAccessible.Event.Alert))
        self.answered.emit(self.sign.id, self.choice.one())

    def _show_first(self) -> None:
        self.first.setVisible(self.sign.first and bool(self.choice.one()))


def answer_words() -> dict[str, str]:
    """The answers in words, by id."""
    return {
        "yes": QCoreApplication.translate("SignRow", "Yes"),
        "unsure": QCoreApplication.translate("SignRow", "Not sure"),
    }
