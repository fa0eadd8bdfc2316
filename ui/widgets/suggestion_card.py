"""One suggestion of the guide: its words, what could go wrong with it, and what she says to it.

May touch: its own widgets. Must never fold the risk away, and never mark an answer as right.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.guide import PoliceWords, Suggestion
from safeplan.records.plan import Step
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, Unfold
from ui.widgets.choices import StateChoice
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Badge, Body
from ui.widgets.stack import stack, tighten
from ui.widgets.step_details import StepDetails


class SuggestionCard(Card):
    """`state_chosen(id, state)` when she presses a state ("" takes it back).

    `details(step)` makes what can stand with the step, once that is unfolded; `notes(step)` says it in short.
    """

    state_chosen = Signal(str, str)

    def __init__(
        self,
        suggestion: Suggestion,
        police: PoliceWords,
        step: Step | None,
        *,
        details: Callable[[Step], StepDetails],
        notes: Callable[[Step], str],
        answered: bool = True,
        open_: bool = False,
    ) -> None:
        self._name = f"suggestion-{suggestion.id}"
        super().__init__(name=self._name)
        self.setAccessibleName(suggestion.text)
        self.suggestion = suggestion
        self._step = step
        self._make_details, self._say = details, notes
        self.details: StepDetails | None = None
        self._fold: Unfold | None = None
        self.states: StateChoice | None = None
        self.body.setSpacing(6)
        words = Body(suggestion.text, name=f"{self._name}-text")
        words.setProperty("level", "3")
        self.add(words)
        if suggestion.visible:
            self.add(flow(Badge(visible_words(suggestion.visible), "plain", name=f"{self._name}-visible")))
        if suggestion.why_here:
            self.add(Body(suggestion.why_here, "muted"))
        if suggestion.risk:
            self.add(Body(self.tr("Possible risk: {risk}").format(risk=suggestion.risk), name=f"{self._name}-risk"))
        if suggestion.police_told:
            self.add(Body(getattr(police, suggestion.police_told), "muted", name=f"{self._name}-police"))
        # Who only reads is not asked; what she said before stays hers to change.
        if answered or step is not None:
            self._add_states()
        if step is not None:
            self._offer_details(step, open_=open_)

    def _add_states(self) -> None:
        state = self._step.state if self._step else ""
        states = StateChoice(name=f"{self._name}-state", accessible=self.suggestion.text, state=state)
        states.changed.connect(lambda: self.state_chosen.emit(self.suggestion.id, states.state()))
        self.states = states
        self.add(states)

    def show_step(self, step: Step | None) -> None:
        """Take the step as it is now; None: she took it back."""
        self._step = step
        if self.states is not None:
            self.states.set_chosen([step.state] if step is not None else [])
        if step is None:
            if self._fold is not None:
                self._fold.hide()
            return
        if self._fold is None:
            self._offer_details(step, open_=False)
        elif self._fold.isHidden():
            self._fold.show()
        self._say_notes()

    def holds_words(self) -> bool:
        """True when something of hers would go with the step."""
        if self.details is not None:
            return not self.details.is_blank()
        step = self._step
        return step is not None and bool("".join((step.words, step.reason, step.person_id, step.look_again)).strip())

    def open_details(self) -> None:
        """Unfold what can stand with the step."""
        if self._fold is not None:
            self._fold.button.setChecked(True)

    def _offer_details(self, step: Step, *, open_: bool) -> None:
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        self._fold = Unfold(
            self.tr("My own words, a person, a day"), self._holder, name=f"{self._name}-details", open_=open_
        )
        self._fold.unfolded.connect(self._unfolded)
        self.notes = Body("", "small", name=f"{self._name}-notes")
        self.add(self._fold, self.notes)
        self._step = step
        self._unfolded(open_)

    def _unfolded(self, on: bool) -> None:  # noqa: FBT001
        if on and self.details is None and self._step is not None:
            self.details = self._make_details(self._step)
            layout = self._holder.layout()
            if layout is not None:
                layout.addWidget(self.details)
        self._say_notes()

    def _say_notes(self) -> None:
        said = self._say(self._step) if self._step is not None else ""
        self.notes.setText(said)
        folded = self._fold is None or not self._fold.button.isChecked()
        self.notes.setVisible(bool(said) and folded and self._step is not None)


class PutAway(Card):
    """In place of a suggestion that is not safe for her: one quiet line, and why if she likes to note it.

    `reason_typed` while she writes, `taken_back` when she wants it on the list again.
    """

    reason_typed = Signal()
    taken_back = Signal()

    def __init__(self, suggestion: Suggestion, step: Step) -> None:
        name = f"suggestion-{suggestion.id}-away"
        super().__init__(name=name)
        tighten(self, 8)
        self.body.setSpacing(4)
        self.step_id = step.id
        self.setAccessibleName(suggestion.text)
        back = QuietButton(
            self.tr("Take back"),
            name=f"{name}-back",
            clicked=self.taken_back.emit,
            accessible=self.tr("Take back: {step}").format(step=suggestion.text),
        )
        said = stack(Body(self.tr("Put away, off the list"), "small"), Body(suggestion.text, "muted"), spacing=0)
        self.add(beside(said, back))
        self.reason = TextLine(name=f"{name}-reason", text=step.reason)
        self.reason.textChanged.connect(lambda _text: self.reason_typed.emit())
        self.add(LabelledField(self.tr("Why it is not safe for me (can stay empty)"), self.reason))


def visible_words(visible: str) -> str:
    """Whether that person can see a step, in a few words."""
    return {
        "unseen": QCoreApplication.translate("SuggestionCard", "Usually not seen"),
        "slight": QCoreApplication.translate("SuggestionCard", "Can be noticed"),
        "visible": QCoreApplication.translate("SuggestionCard", "That person can see it"),
    }[visible]
