"""What can stand with a step: her own words, why it is not safe for her, a person it involves, a day to look again.

May touch: its own widgets. Must never ask for any of it, and never drop words that are not handed on yet.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from safeplan.records.people import shown_name
from safeplan.records.plan import Step
from ui.page import PageContext
from ui.plan_changes import NAMELESS, Change, LookAgain, PlanView, Reason, Reword, With, WithNew
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.fields import LabelledField, TextLine, TooMuchNote
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body
from ui.widgets.pick import DayField, Pick
from ui.widgets.said_dates import her_now
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox

# What stands for "Someone new" among the ids of people: an id of a person is never a single sign.
_SOMEONE_NEW = "+"


class StepDetails(QWidget):
    """`typed` while she writes: take_written() then gives the changes. What she picks goes to `change` at once."""

    typed = Signal()

    def __init__(
        self,
        context: PageContext,
        step: Step,
        view: PlanView,
        change: Callable[[Change], object],
        *,
        someone: str = "",
    ) -> None:
        super().__init__()
        self._context, self._step, self._view, self._change = context, step, view, change
        self._name = f"step-{step.id}"
        self._written: dict[str, Callable[[], Change]] = {}
        self.setObjectName(f"{self._name}-details-group")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(12)
        self.reason: TextLine | None = None
        if step.state == "not_safe" or step.reason:
            self.reason = self._reason_line()
            column.addWidget(LabelledField(self.tr("Why it is not safe for me (can stay empty)"), self.reason))
        self.words = self._words_box() if step.suggestion else self._words_line()
        if isinstance(self.words, TextBox):
            column.addWidget(stack(self.words, TooMuchNote(self.words)))
        else:
            column.addWidget(LabelledField(self.tr("The step, in my words"), self.words))
        column.addWidget(columns(self._make_person(someone), self._make_day(), narrowest=300))

    @property
    def step(self) -> Step:
        """The step as it was last shown."""
        return self._step

    @property
    def step_id(self) -> str:
        """Its id."""
        return self._step.id

    # ── words ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _reason_line(self) -> TextLine:
        line = TextLine(name=f"{self._name}-reason", text=self._step.reason)
        line.textChanged.connect(lambda text: self._note("reason", lambda: Reason(self._step.id, text)))
        return line

    def _words_box(self) -> TextBox:
        box = TextBox(
            name=f"{self._name}-own",
            accessible=self.tr("In my own words"),
            placeholder=self.tr("Who, when, where: whatever makes it yours"),
            lines=2,
        )
        box.set_text(self._step.words)
        box.changed.connect(lambda: self._note("words", lambda: Reword(self._step.id, box.text())))
        return box

    def _words_line(self) -> TextLine:
        line = TextLine(name=f"{self._name}-own", text=self._step.words)
        line.textChanged.connect(lambda text: self._note("words", lambda: Reword(self._step.id, text)))
        return line

    def _note(self, what: str, change: Callable[[], Change]) -> None:
        self._written[what] = change
        self.typed.emit()

    def take_written(self) -> list[Change]:
        """The changes for what was typed since the last call."""
        written, self._written = self._written, {}
        return [change() for change in written.values()]

    def is_blank(self) -> bool:
        """True when nothing of hers stands here, typed a moment ago or kept."""
        reason = self.reason.text() if self.reason is not None else self._step.reason
        typed = self.words.text() if self._step.suggestion else ""
        return not "".join((reason, typed, self._step.person_id, self._step.look_again)).strip()

    def someone(self) -> str:
        """A name typed and not added yet, for the draft."""
        return self.new_name.text()

    def restore_someone(self, name: str) -> None:
        """Put back a name typed and not added."""
        self.person.set_one(_SOMEONE_NEW)
        self._new.show()
        self.new_name.setText(name)

    # ── a person ────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_person(self, someone: str) -> QWidget:
        self.person = Pick([], name=f"{self._name}-person")
        self._fill_people()
        self.person.activated.connect(lambda _place: self._person_picked())
        short = self._view.way == NAMELESS
        label = self.tr("Initials or a nickname") if short else self.tr("First name, nickname or initials")
        self.new_name = TextLine(name=f"{self._name}-new-person", text=someone)
        self.new_name.textChanged.connect(lambda _text: self.typed.emit())
        self.new_name.returnPressed.connect(self._add_person)
        add = SecondaryButton(self.tr("Add"), name=f"{self._name}-add-person", icon="plus", clicked=self._add_person)
        self._new = beside(LabelledField(label, self.new_name), add, words_need=160)
        self._new.setVisible(bool(someone))
        if someone:
            self.person.set_one(_SOMEONE_NEW)
        return stack(LabelledField(self.tr("A person it involves"), self.person), self._new)

    def _fill_people(self) -> None:
        reveal = self._view.names_shown(self._context.settings)
        self.person.clear()
        self.person.addItem(self.tr("Nobody"), "")
        for one in self._view.people.values():
            self.person.addItem(shown_name(one, reveal), one.id)
        self.person.addItem(self.tr("Someone new …"), _SOMEONE_NEW)
        self.person.set_one(self._step.person_id)

    def _person_picked(self) -> None:
        picked = self.person.one()
        self._new.setVisible(picked == _SOMEONE_NEW)
        if picked == _SOMEONE_NEW:
            self.new_name.setFocus()
        elif picked != self._step.person_id:
            self.new_name.clear()
            self._change(With(self._step.id, picked))

    def _add_person(self) -> None:
        name = self.new_name.text()
        if not name.strip():
            self.new_name.setFocus()
            return
        self.new_name.clear()
        self._new.hide()
        self.person.setFocus()
        self._change(WithNew(self._step.id, name, short=self._view.way == NAMELESS))

    # ── a day ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_day(self) -> QWidget:
        self.day = DayField(name=f"{self._name}-day")
        self._show_day()
        self.day.dateChanged.connect(lambda _day: self._note("day", lambda: LookAgain(self._step.id, self.day.iso())))
        words = self.tr("Look at it again")
        label = Body(words)
        label.setProperty("level", "3")
        label.setBuddy(self.day)
        self.day.setAccessibleName(words)
        # Tab stops at the line within the field.
        self.day.lineEdit().setAccessibleName(words)
        no_day = QuietButton(self.tr("No day"), name=f"{self._name}-no-day", clicked=lambda: self._day_chosen(""))
        self._with_day = flow(self.day, no_day)
        self._without_day = flow(
            SecondaryButton(self.tr("In a week"), name=f"{self._name}-in-7", clicked=lambda: self._in_days(7)),
            SecondaryButton(self.tr("In a month"), name=f"{self._name}-in-30", clicked=lambda: self._in_days(30)),
        )
        self._turn_day()
        return stack(label, self._with_day, self._without_day, spacing=4)

    def _in_days(self, days: int) -> None:
        self._day_chosen((self._today() + timedelta(days=days)).isoformat())

    def _today(self) -> date:
        return her_now(self._context.clock).date()

    def _day_chosen(self, day: str) -> None:
        self._written.pop("day", None)
        self._change(LookAgain(self._step.id, day))

    def _show_day(self) -> None:
        self.day.blockSignals(True)
        known = QDate.fromString(self._step.look_again, "yyyy-MM-dd")
        today = self._today()
        self.day.setDate(known if known.isValid() else QDate(today.year, today.month, today.day))
        self.day.blockSignals(False)

    def _turn_day(self) -> None:
        self._with_day.setVisible(bool(self._step.look_again))
        self._without_day.setVisible(not self._step.look_again)

    # ── after a change ──────────────────────────────────────────────────────────────────────────────────────────
    def show_step(self, step: Step, view: PlanView) -> None:
        """Take the step as it is now; what she is typing stays as it is."""
        people, day = self._view.people != view.people, self._step.look_again != step.look_again
        person = self._step.person_id != step.person_id
        self._step, self._view = step, view
        if people:
            self._fill_people()
        elif person:
            self.person.set_one(step.person_id)
        if day:
            # While she types a date, the one of a moment ago must not come back under her fingers.
            if not self.day.hasFocus():
                self._show_day()
            self._turn_day()
