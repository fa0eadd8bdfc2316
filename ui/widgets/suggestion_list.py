"""The suggestions of a section in the order of the guide; one that is not safe for her becomes one quiet line.

May touch: its own widgets. Must never make all of them in one turn, and never move what stays.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from safeplan.content.guide import Suggestion
from safeplan.records.plan import Step
from ui.page import PageContext
from ui.plan_keeping import Change, PlanView, Reason
from ui.widgets.step_details import StepDetails
from ui.widgets.step_list import short_notes
from ui.widgets.suggestion_card import PutAway, SuggestionCard


class SuggestionList(QWidget):
    """`state_chosen(suggestion, state)`, `taken_back(step id)`; `typed` while she notes a reason."""

    state_chosen = Signal(str, str)
    taken_back = Signal(str)
    typed = Signal()

    def __init__(
        self,
        context: PageContext,
        suggestions: Iterable[Suggestion],
        view: PlanView,
        details: Callable[[Step], StepDetails],
    ) -> None:
        super().__init__()
        self.setObjectName("section-suggestions")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._context, self._view, self._details = context, view, details
        self._order = {one.id: one for one in suggestions}
        # Put away before the page was opened: those stand in the list below, not here.
        self._later = set(self._order)
        self._changed_reasons: set[str] = set()
        self.cards: dict[str, SuggestionCard] = {}
        self.asides: dict[str, PutAway] = {}

    def shown(self) -> list[Suggestion]:
        """The suggestions that stand as cards, top to bottom."""
        return [one for id_, one in self._order.items() if id_ in self.cards]

    def portions(self) -> list[Callable[[], None]]:
        """What fills the list, one card each: all at once would be felt."""
        away = _away(self._view)
        return [functools.partial(self._insert, one) for one in self._order if one not in away]

    def show_changed(self, view: PlanView) -> None:
        """Only what changed is made anew, so that nothing jumps under her hand."""
        self._view = view
        away = _away(view)
        for known in [one for one in self.asides if one not in away]:
            self._drop(self.asides.pop(known))
            self._insert(known)
        for known in self._order:
            step = view.taken(known)
            if known in away:
                # What is put away is off the list, also when its turn to be built has not come yet.
                self._later.discard(known)
                self._put_away(known, step)
            elif known in self.cards:
                self.cards[known].show_step(step)
            elif known not in self._later:
                self._insert(known)

    def take_written(self) -> list[Change]:
        """The reasons typed since the last call."""
        typed, self._changed_reasons = self._changed_reasons, set()
        asides = [self.asides[one] for one in sorted(typed) if one in self.asides]
        return [Reason(one.step_id, one.reason.text()) for one in asides]

    def _insert(self, suggestion_id: str) -> None:
        self._later.discard(suggestion_id)
        if suggestion_id in self.cards or suggestion_id in _away(self._view):
            return
        card = SuggestionCard(
            self._order[suggestion_id],
            self._context.guide.police_words,
            self._view.taken(suggestion_id),
            details=self._details,
            notes=self._notes,
            answered=self._view.writes,
        )
        card.state_chosen.connect(self.state_chosen)
        self._place(suggestion_id, card)
        self.cards[suggestion_id] = card

    def _notes(self, step: Step) -> str:
        return "\n".join(filter(None, (step.words, short_notes(self._context, self._view, step))))

    def _place(self, suggestion_id: str, widget: QWidget) -> None:
        """Where it stands in the guide, whatever is there already."""
        ids = [*self._order]
        earlier = ids[: ids.index(suggestion_id)]
        there = {*self.cards, *self.asides}
        self._column.insertWidget(sum(one in there for one in earlier), widget)

    def _put_away(self, known: str, step: Step | None) -> None:
        card = self.cards.pop(known, None)
        if card is None or step is None:
            return
        aside = PutAway(self._order[known], step)
        aside.taken_back.connect(lambda: self.taken_back.emit(step.id))
        aside.reason_typed.connect(lambda: self._reason_typed(known))
        self._place(known, aside)
        self.asides[known] = aside
        self._drop(card)
        aside.show()
        aside.reason.setFocus()

    def _reason_typed(self, suggestion_id: str) -> None:
        self._changed_reasons.add(suggestion_id)
        self.typed.emit()

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _away(view: PlanView) -> set[str]:
    return {one.suggestion for one in view.steps if one.state == "not_safe"}
