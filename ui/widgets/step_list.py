"""A list of steps taken up, each with what can be said about it.

May touch: its own widgets. Must never delete words of hers without asking.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from safeplan.records.people import shown_name
from safeplan.records.plan import Step
from ui.page import PageContext
from ui.plan_keeping import Change, Mark, PlanView, Remove, her_note, step_words
from ui.widgets.step_row import StepRow

# Thirty rows at once took 130 ms; in portions no turn of the interface is felt.
AT_ONCE = 3


class StepList(QWidget):
    """show_steps() fills it; `change` is called with what she presses."""

    def __init__(self, context: PageContext, change: Callable[[Change], object], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._context = context
        self._change = change
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._view = PlanView()
        self._with_section = False
        self._order: list[str] = []
        self._rows: dict[str, tuple[Step, StepRow]] = {}
        self._waiting: list[Step] = []
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_rows)
        self.hide()

    def show_steps(self, steps: Iterable[Step], view: PlanView, *, with_section: bool = False) -> None:
        """Show these; rows that are the same stay as they are. The list hides itself when there are none."""
        self._view, self._with_section = view, with_section
        wanted = {step.id: step for step in steps}
        for step_id, (step, row) in list(self._rows.items()):
            if wanted.get(step_id) != step:
                del self._rows[step_id]
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        self._order = list(wanted)
        self._waiting = [step for step_id, step in wanted.items() if step_id not in self._rows]
        self._add_rows()
        self.setVisible(bool(wanted))

    def _add_rows(self) -> None:
        for step in self._waiting[:AT_ONCE]:
            row = self._row(step, self._view, with_section=self._with_section)
            before = self._order[: self._order.index(step.id)]
            self._column.insertWidget(sum(one in self._rows for one in before), row)
            self._rows[step.id] = (step, row)
        self._waiting = self._waiting[AT_ONCE:]
        if self._waiting:
            self._filling.start()

    def _row(self, step: Step, view: PlanView, *, with_section: bool) -> StepRow:
        settings = self._context.settings
        person = view.people.get(step.person_id)
        notes: list[str] = []
        if with_section:
            notes += [head.title for head in self._context.guide.heads if head.id == step.section]
        if person is not None:
            shown = shown_name(person, bool(settings and settings.names_shown))
            notes.append(self.tr("With {name}").format(name=shown))
        words = {
            "will_do": ("will-do", self.tr("Will do"), ""),
            "done": ("done", self.tr("Done"), "check"),
            "not_now": ("not-now", self.tr("Not now"), ""),
            "not_safe": ("not-safe", self.tr("Not safe for me"), ""),
        }
        after = {
            "will_do": ("done", "not_now", "not_safe"),
            "done": ("will_do",),
            "not_now": ("will_do", "done", "not_safe"),
            "not_safe": ("not_now",),
        }[step.state]
        actions: list[tuple[str, str, str, Callable[[], object]]] = []
        for state in after:
            id_, label, icon = words[state]
            if step.state == "not_safe":
                id_, label = "back", self.tr("Back to the list")
            actions.append((id_, label, icon, functools.partial(self._change, Mark(step.id, state))))
        if not step.suggestion:
            actions.append(("remove", self.tr("Remove"), "", lambda: self._ask_remove(step)))
        shown_words = step_words(self._context.guide, step)
        return StepRow(
            shown_words,
            actions,
            name=f"step-{step.id}",
            notes=(her_note(self._context.guide, step), " · ".join(notes)),
            done=step.state == "done",
        )

    def _ask_remove(self, step: Step) -> None:
        def answered(id_: str) -> None:
            if id_ == "remove":
                self._change(Remove(step.id))

        self._context.questions.ask(
            self.tr("Remove this step"),
            self.tr("It is deleted from the plan: {step}").format(step=step.words),
            [("stay", self.tr("Leave it")), ("remove", self.tr("Remove it"))],
            answered,
            safe="stay",
        )
