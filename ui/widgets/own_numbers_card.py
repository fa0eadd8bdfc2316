"""Her own numbers beside those of the country: shown on a press, written, changed, taken away.

May touch: her own numbers, through the background. Must never show a name or a number of hers before "Show" is
pressed, and never lose what is typed because there is no store yet.
"""

from __future__ import annotations

import functools

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from safeplan.errors import NothingWritten, SafePlanError
from safeplan.records import own_numbers
from safeplan.records.own_numbers import NumberForm, OwnNumber
from ui.background import Job, Session
from ui.keep_once import KeepOnce, back_to
from ui.page import PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack

FIELDS = ("name", "number", "note")


class OwnNumbersCard(Card):
    """`typed` is told at every change of a field, `done` when nothing typed waits any more. load() asks the store."""

    typed = Signal()
    done = Signal()

    def __init__(self, context: PageContext, *, open_: bool) -> None:
        super().__init__(
            self.tr("My own numbers"),
            self.tr("A clinic, a centre near you, a neighbour. Nobody checks them here: they are your words."),
            name="help-own",
        )
        self.context = context
        self._keeping = KeepOnce(context, "help")
        self.numbers: tuple[OwnNumber, ...] = ()
        self._shown = False
        self._changing = ""
        self._list: QWidget | None = None
        self._lines = {
            "name": TextLine(name="help-own-name"),
            "number": TextLine(name="help-own-number"),
            "note": TextLine(name="help-own-note"),
        }
        for line in self._lines.values():
            line.textChanged.connect(self._changed)
            line.returnPressed.connect(self.keep)
        self.form = Unfold(self.tr("Write a number"), self._make_form(), name="help-own-form", open_=open_)
        self.add(self.form)

    def load(self) -> None:
        """Ask for what is kept; without a store there is nothing yet."""
        self._not_kept.setVisible(not self.context.has_store())
        if self.context.has_store():
            self.context.background.run(self, _list, self.show_numbers, self.context.questions.tell_error)

    def show_numbers(self, numbers: tuple[OwnNumber, ...]) -> None:
        """These are kept: covered, or shown where they were shown before."""
        self.numbers = numbers
        if self._list is not None:
            self.body.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
            self._list = None
        if numbers:
            self._list = self._make_list()
            # Above the form, below the two sentences on top.
            self.body.insertWidget(self.body.indexOf(self.form), self._list)

    def collect(self) -> dict[str, str]:
        """What is typed and not kept, and which number it changes."""
        texts = {name: self._lines[name].text() for name in FIELDS}
        if not any(texts.values()):
            return {}
        return texts | ({"changing": self._changing} if self._changing else {})

    def restore(self, fields: dict[str, str]) -> None:
        """Put typed words back."""
        if any(fields.get(name) for name in FIELDS):
            self._begin(fields.get("changing", ""), {name: fields.get(name, "") for name in FIELDS})

    def clear(self) -> None:
        """Ready for the next number."""
        self._begin("", dict.fromkeys(FIELDS, ""))

    def keep(self) -> None:
        """Keep what is typed; before the first passphrase it is asked for."""
        form = NumberForm(**{name: self._lines[name].text() for name in FIELDS})
        if not (form.name.strip() or form.number.strip()):
            self._failed(NothingWritten())
            return
        context, sent = self.context, self.collect()
        work = functools.partial(_keep, form=form, changing=self._changing)

        def kept(_numbers: tuple[OwnNumber, ...]) -> None:
            # The page may be built anew while she chooses a passphrase: only the context outlives it.
            back_to(context, "help", kept=True, sent=sent)
            context.tell(QCoreApplication.translate("OwnNumbersCard", "Kept."))

        self._keeping.keep(work, kept, changes=("own_numbers",))

    # ── the list ────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_list(self) -> QWidget:
        count = self.tr("{count} kept here.", "", len(self.numbers)).format(count=len(self.numbers))
        words = self.tr("Cover again") if self._shown else self.tr("Show")
        button = SecondaryButton(
            words,
            name="help-own-show",
            icon="eye-slash" if self._shown else "eye",
            clicked=self._toggle,
            accessible=self.tr("{words}: my own numbers").format(words=words),
        )
        head = beside(Body(count, name="help-own-count"), flow(button))
        if not self._shown:
            return stack(head)
        return stack(head, columns(*(self._make_one(one) for one in self.numbers), narrowest=280))

    def _make_one(self, one: OwnNumber) -> QWidget:
        called = one.name.strip() or one.number.strip()
        change = QuietButton(
            self.tr("Change"),
            name=f"help-own-change-{one.id}",
            clicked=functools.partial(self._begin_change, one),
            accessible=self.tr("Change: {name}").format(name=called),
        )
        remove = QuietButton(
            self.tr("Remove"),
            name=f"help-own-remove-{one.id}",
            clicked=functools.partial(self._ask_remove, one),
            accessible=self.tr("Remove: {name}").format(name=called),
        )
        said = [Heading(one.number, 2, name=f"help-own-value-{one.id}")] if one.number.strip() else []
        said += [Heading(one.name, 3)] if one.name.strip() else []
        notes = [Body(one.note)] if one.note.strip() else []
        return stack(*said, *notes, flow(change, remove), spacing=2)

    def _toggle(self) -> None:
        self._shown = not self._shown
        self.show_numbers(self.numbers)
        # The button was made anew; by keyboard one must stay where one was.
        button = self.findChildren(SecondaryButton, "help-own-show")[-1]
        button.show()
        button.setFocus()

    # ── the form ────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_form(self) -> QWidget:
        self._field = LabelledField(self.tr("Number"), self._lines["number"])
        self._not_kept = Body(self.tr("Not kept yet: hiding erases this."), "small", name="help-own-not-kept")
        self._leave = QuietButton(self.tr("Leave it as it was"), name="help-own-leave", clicked=self._left)
        self._leave.hide()
        keep = PrimaryButton(self.tr("Keep it"), name="help-own-keep", icon="check", clicked=self.keep)
        note = LabelledField(
            self.tr("Note"), self._lines["note"], why=self.tr("When to call, what to say, what stays on the bill.")
        )
        fields = columns(LabelledField(self.tr("Who answers there"), self._lines["name"]), self._field, narrowest=260)
        return stack(fields, note, self._not_kept, flow(keep, self._leave))

    def _begin(self, changing: str, texts: dict[str, str]) -> None:
        self._changing = changing
        for name in FIELDS:
            self._lines[name].setText(texts[name])
        self._leave.setVisible(bool(changing))
        if any(texts.values()):
            self.form.button.setChecked(True)

    def _begin_change(self, one: OwnNumber) -> None:
        self._begin(one.id, {name: getattr(one, name) for name in FIELDS})
        self._lines["number"].setFocus()

    def _left(self) -> None:
        self.clear()
        self.done.emit()

    def _changed(self) -> None:
        self._field.clear_error()
        self.typed.emit()

    def _failed(self, error: SafePlanError) -> None:
        if isinstance(error, NothingWritten):
            self._field.show_error(self.tr("A name or a number is enough."))
            self._lines["number"].setFocus()
        else:
            self.context.questions.tell_error(error)

    def _ask_remove(self, one: OwnNumber) -> None:
        self.context.questions.ask(
            self.tr("Remove this number?"),
            self.tr("It goes from this list. Nothing else changes."),
            [("keep", self.tr("Leave it")), ("remove", self.tr("Remove"))],
            functools.partial(self._remove, one.id),
            safe="keep",
        )

    def _remove(self, number_id: str, answer: str) -> None:
        if answer == "remove":
            if self._changing == number_id:
                self.clear()
            work = functools.partial(_remove, number_id=number_id)
            self.context.background.run(self, work, self.show_numbers, self._failed, changes=("own_numbers",))


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _list(session: Session, _job: Job) -> tuple[OwnNumber, ...]:
    return own_numbers.list_numbers(session.database)


def _keep(session: Session, _job: Job, *, form: NumberForm, changing: str) -> tuple[OwnNumber, ...]:
    if changing:
        own_numbers.change_number(session.database, session.clock, changing, form)
    else:
        own_numbers.add_number(session.database, session.clock, form)
    return own_numbers.list_numbers(session.database)


def _remove(session: Session, _job: Job, *, number_id: str) -> tuple[OwnNumber, ...]:
    own_numbers.remove_number(session.database, session.clock, number_id)
    return own_numbers.list_numbers(session.database)
