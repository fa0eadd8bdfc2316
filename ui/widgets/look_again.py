"""Steps whose day to look again has come, offered quietly, inside the program only.

May touch: its own widgets. Must never remind anywhere else, and never count what waits.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.guide import Guide
from safeplan.records.plan import Step
from ui.plan_keeping import PlanView, step_words
from ui.widgets.card import Card
from ui.widgets.labels import Heading
from ui.widgets.stack import tighten
from ui.widgets.step_row import StepRow

# The longest waiting; the next one comes when one of these has found its answer.
AT_ONCE = 2


class LookAgain(Card):
    """show_plan(view) fills it; without such a step it hides itself. Her notes and reasons stay in the plan."""

    def __init__(
        self,
        guide: Guide,
        look: Callable[[Step], object],
        later: Callable[[Step], object],
        no_more: Callable[[Step], object],
        *,
        name: str,
    ) -> None:
        super().__init__(name=name)
        title = self.tr("You wanted to look at this again")
        self.setAccessibleName(title)
        tighten(self, 10)
        self.body.setSpacing(6)
        self.add(Heading(title, 3))
        self._guide = guide
        self._look, self._later, self._no_more = look, later, no_more
        self._rows: QWidget | None = None
        self.hide()

    def show_plan(self, view: PlanView) -> None:
        """Show the steps whose day has come."""
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for step in view.due[:AT_ONCE]:
            column.addWidget(self._row(step))
        self.add(self._rows)
        self.setVisible(bool(view.due))

    def _row(self, step: Step) -> StepRow:
        return StepRow(
            step_words(self._guide, step),
            (
                ("look", self.tr("Look at it"), "", lambda: self._look(step)),
                ("later", self.tr("In a week"), "", lambda: self._later(step)),
                ("no-more", self.tr("Not any more"), "", lambda: self._no_more(step)),
            ),
            name=f"again-{step.id}",
        )
