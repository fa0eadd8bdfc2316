"""What the other may answer, and what to say then: one press, a few sentences.

May touch: its own widgets. Must never choose an answer by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from safeplan.content.say import Answer, Talk
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.labels import Body
from ui.widgets.say_lines import Row, SayLines


class SayAnswers(Card):
    """`rows(sentences)` makes what is said in the languages chosen; show_again() after any change."""

    def __init__(self, talk: Talk, rows: Callable[[Answer], Sequence[Row]], *, name: str) -> None:
        super().__init__(name=name)
        title = self.tr("What the other may answer")
        self.setAccessibleName(title)
        self._answers = {one.id: one for one in talk.answers}
        self._rows = rows
        heading = Body(title)
        heading.setProperty("level", "2")
        self.choice = Choice(
            [(one.id, one.text) for one in talk.answers], name="say-answer", accessible=title, several=False
        )
        self.choice.changed.connect(self.show_again)
        self.then = Body(self.tr("Then you can say"), "muted")
        self.lines = SayLines(name="say-then")
        self.add(heading, self.choice, self.then, self.lines)
        self.show_again()

    def show_again(self) -> None:
        """Say what belongs to the answer chosen, or nothing."""
        chosen = self._answers.get(self.choice.one())
        self.lines.show_rows(self._rows(chosen) if chosen is not None else ())
        for widget in (self.then, self.lines):
            widget.setVisible(chosen is not None)
