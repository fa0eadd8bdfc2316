"""One suggestion of the guide: its words, what could go wrong with it, and what she says to it.

May touch: its own widgets. Must never fold the risk away, and never mark an answer as right.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from safeplan.content.guide import PoliceWords, Suggestion
from safeplan.records.plan import Step
from ui.widgets.card import Card, Unfold
from ui.widgets.choices import StateChoice
from ui.widgets.fields import TooMuchNote
from ui.widgets.labels import Body
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox


class SuggestionCard(Card):
    """`state_chosen(id, state)` when she presses a state ("" takes it back); `words_changed(id)` while she writes."""

    state_chosen = Signal(str, str)
    words_changed = Signal(str)

    def __init__(self, suggestion: Suggestion, police: PoliceWords, step: Step | None) -> None:
        name = f"suggestion-{suggestion.id}"
        super().__init__(name=name)
        self.setAccessibleName(suggestion.text)
        self.suggestion = suggestion
        self.body.setSpacing(6)
        words = Body(suggestion.text, name=f"{name}-text")
        words.setProperty("level", "3")
        self.add(words)
        if suggestion.why_here:
            self.add(Body(suggestion.why_here, "muted"))
        if suggestion.risk:
            self.add(Body(self.tr("Possible risk: {risk}").format(risk=suggestion.risk), name=f"{name}-risk"))
        if suggestion.police_told:
            self.add(Body(getattr(police, suggestion.police_told), "muted", name=f"{name}-police"))
        self.states = StateChoice(name=f"{name}-state", accessible=suggestion.text, state=step.state if step else "")
        self.states.changed.connect(lambda: self.state_chosen.emit(suggestion.id, self.states.state()))
        self.add(self.states)
        self.box: TextBox | None = None
        self._own: Unfold | None = None
        self._first_words = step.words if step else ""
        if step is not None:
            self._offer_words(open_=bool(step.words))

    def taken_up(self) -> None:
        """It has a state now: her own words can stand with it."""
        if self._own is None:
            self._offer_words(open_=False)

    def own_words(self) -> str:
        """What she wrote to it, "" when nothing."""
        return self.box.text() if self.box is not None else self._first_words

    def _offer_words(self, *, open_: bool) -> None:
        name = f"suggestion-{self.suggestion.id}-words"
        self.box = TextBox(
            name=name,
            accessible=self.tr("In my own words"),
            placeholder=self.tr("Who, when, where: whatever makes it yours"),
            lines=2,
        )
        self.box.set_text(self._first_words)
        self.box.changed.connect(lambda: self.words_changed.emit(self.suggestion.id))
        self._own = Unfold(
            self.tr("In my own words"), stack(self.box, TooMuchNote(self.box)), name=f"{name}-unfold", open_=open_
        )
        self.add(self._own)
