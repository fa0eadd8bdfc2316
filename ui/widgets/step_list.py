"""A list of steps taken up, each with what can be said about it.

May touch: its own widgets. Must never delete words of hers without asking.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from safeplan.records.people import shown_name
from safeplan.records.plan import Step
from ui.page import PageContext
from ui.plan_keeping import Change, Mark, PlanView, Remove, her_note, step_words
from ui.widgets.step_row import StepRow


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
        self.hide()

    def show_steps(self, steps: Iterable[Step], view: PlanView, *, with_section: bool = False) -> None:
        """Show these; the list hides itself when there are none."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = [self._row(step, view, with_section=with_section) for step in steps]
        for row in rows:
            self._column.addWidget(row)
        self.setVisible(bool(rows))

    def _row(self, step: Step, view: PlanView, *, with_section: bool) -> StepRow:
        settings = self._context.settings
        person = view.people.get(step.person_id)
        notes: list[str] = []
        if with_section:
            notes += [s.title for s in self._context.guide.sections if s.id == step.section]
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
