"""A list of steps taken up, each with what can be said about it.

May touch: its own widgets. Must never delete words of hers without asking.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from safeplan.records.people import shown_name
from safeplan.records.plan import Step
from ui.page import PageContext
from ui.plan_keeping import Change, Mark, PlanView, Remove, her_note, step_words
from ui.widgets.buttons import Button, QuietButton
from ui.widgets.flow import flow
from ui.widgets.said_dates import day_in_words
from ui.widgets.step_details import StepDetails
from ui.widgets.step_row import StepRow

# Thirty rows at once took 130 ms; in portions no turn of the interface is felt.
AT_ONCE = 3
# A list of three hundred is read by nobody; the rest comes when it is asked for.
AT_FIRST = 12


class StepList(QWidget):
    """show_steps() fills it; `change` is called with what she presses.

    `details(step)` makes what can stand with a step, below its row; without it a row leads to its section instead.
    """

    def __init__(
        self,
        context: PageContext,
        change: Callable[[Change], object],
        *,
        name: str,
        details: Callable[[Step], StepDetails] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._context = context
        self._change = change
        self._details = details
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._view = PlanView()
        self._with_section = False
        self._steps: dict[str, Step] = {}
        self._rows: dict[str, _Item] = {}
        self._most = AT_FIRST
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_rows)
        self.more = QuietButton(self.tr("Show more"), name=f"{name}-more", icon="caret-down", clicked=self._show_more)
        self._more = flow(self.more)
        self._more.hide()
        self._column.addWidget(self._more)
        self.hide()

    def show_steps(self, steps: Iterable[Step], view: PlanView, *, with_section: bool = False) -> None:
        """Show these; rows that are the same stay as they are. The list hides itself when there are none."""
        self._view, self._with_section = view, with_section
        self._steps = {step.id: step for step in steps}
        for step_id, item in list(self._rows.items()):
            step = self._steps.get(step_id)
            same = step is not None and (step, self._notes(step)) == (item.step, item.notes)
            if step is not None and (same or item.details is not None):
                # Where she is writing, only the row above changes.
                if not same:
                    item.show_row(step, self._notes(step), self._row(step))
                item.show_details(step, view)
                continue
            del self._rows[step_id]
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._add_rows()
        self.setVisible(bool(self._steps))

    def open_details(self, step_id: str) -> QWidget | None:
        """Show what can stand with this step; its place on the page, None while it has none."""
        if step_id in self._steps and step_id not in self._rows:
            self._most = max(self._most, [*self._steps].index(step_id) + 1)
            while self._missing():
                self._add_rows()
        item = self._rows.get(step_id)
        if item is not None and not item.unfolded:
            self._toggle(step_id)
        return item

    def _missing(self) -> list[str]:
        return [one for one in [*self._steps][: self._most] if one not in self._rows]

    def _add_rows(self) -> None:
        order = [*self._steps]
        for step_id in self._missing()[:AT_ONCE]:
            step = self._steps[step_id]
            item = _Item(step, self._notes(step), self._row(step))
            before = order[: order.index(step_id)]
            self._column.insertWidget(sum(one in self._rows for one in before), item)
            self._rows[step_id] = item
        if self._missing():
            self._filling.start()
        self._more.setVisible(len(self._steps) > self._most)

    def _show_more(self) -> None:
        known = len(self._rows)
        self._most += AT_FIRST
        self._add_rows()
        # By keyboard one must stay where one was: the first of the new rows.
        item = self._rows.get([*self._steps][known]) if known < len(self._steps) else None
        if item is not None:
            item.show()
            item.focus()

    def _toggle(self, step_id: str) -> None:
        item = self._rows[step_id]
        if item.details is None and self._details is not None:
            item.add_details(self._details(self._steps[step_id]))
        elif item.details is not None:
            # Only hidden: what was typed a moment ago may not be handed on yet.
            item.details.setVisible(not item.unfolded)

    def _notes(self, step: Step) -> str:
        notes: list[str] = []
        if self._with_section:
            notes += [head.title for head in self._context.guide.heads if head.id == step.section]
        notes.append(short_notes(self._context, self._view, step))
        return " · ".join(one for one in notes if one)

    def _row(self, step: Step) -> StepRow:
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
        actions.append(("details", self.tr("More"), "", functools.partial(self._open, step)))
        if not step.suggestion:
            actions.append(("remove", self.tr("Remove"), "", lambda: self._ask_remove(step)))
        return StepRow(
            step_words(self._context.guide, step),
            actions,
            name=f"step-{step.id}",
            notes=(her_note(self._context.guide, step), self._notes(step)),
            done=step.state == "done",
        )

    def _open(self, step: Step) -> None:
        if self._details is None:
            self._context.go("section", section_id=step.section, at=step.id)
        else:
            self._toggle(step.id)

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


class _Item(QWidget):
    """A row, and below it what can stand with the step."""

    def __init__(self, step: Step, notes: str, row: StepRow) -> None:
        super().__init__()
        self.step, self.notes, self._row = step, notes, row
        self.details: StepDetails | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(row)

    @property
    def unfolded(self) -> bool:
        """Whether what can stand with the step is shown."""
        return self.details is not None and not self.details.isHidden()

    def focus(self) -> None:
        """Put the focus on the first thing that can be pressed."""
        button = self._row.findChild(Button)
        if button is not None:
            button.setFocus()

    def show_row(self, step: Step, notes: str, row: StepRow) -> None:
        """The same step with other words above what she is writing."""
        old, self.step, self.notes, self._row = self._row, step, notes, row
        self._column.replaceWidget(old, row)
        old.hide()
        old.deleteLater()

    def add_details(self, details: StepDetails) -> None:
        """Unfold."""
        self.details = details
        self._column.addWidget(details)

    def show_details(self, step: Step, view: PlanView) -> None:
        """Hand on the step as it is now."""
        if self.details is not None:
            self.details.show_step(step, view)


def short_notes(context: PageContext, view: PlanView, step: Step) -> str:
    """Whom a step involves, the day to look again, and why it was put away, in one line."""
    notes: list[str] = []
    person = view.people.get(step.person_id)
    if person is not None:
        shown = shown_name(person, view.names_shown(context.settings))
        notes.append(QCoreApplication.translate("StepList", "With {name}").format(name=shown))
    if step.look_again:
        day = day_in_words(date.fromisoformat(step.look_again), context.language)
        notes.append(QCoreApplication.translate("StepList", "Look again on {day}").format(day=day))
    if step.reason and step.state == "not_safe":
        notes.append(step.reason)
    return " · ".join(notes)
