"""The code words and signs agreed with one person, to be written and changed; lives only while it is uncovered.

May touch: its own widgets. Must never keep a word by itself: it hands the lines over, and the page keeps them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.records.signals import SignalForm
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.choices import Choice
from ui.widgets.fields import TextLine
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading


def action_words() -> dict[str, str]:
    """What a person can do on hearing or seeing a signal: quick choices, written as one would agree on them."""
    return {
        "come": QCoreApplication.translate("SignalActions", "Come to me"),
        "police": QCoreApplication.translate("SignalActions", "Call the police"),
        "call": QCoreApplication.translate("SignalActions", "Call me and ask yes or no"),
        "children": QCoreApplication.translate("SignalActions", "Fetch the children"),
        "talk": QCoreApplication.translate("SignalActions", "Keep talking with me"),
    }


def kind_words() -> dict[str, str]:
    """Names of the two kinds of signals."""
    return {
        "word": QCoreApplication.translate("SignalKinds", "A word or sentence"),
        "sign": QCoreApplication.translate("SignalKinds", "A sign to see"),
    }


def as_draft(forms: Sequence[SignalForm]) -> str:
    """The lines as one field of a draft."""
    return json.dumps([[form.kind, form.words, form.action, form.id] for form in forms], ensure_ascii=False)


def from_draft(text: str) -> tuple[SignalForm, ...]:
    """The lines of as_draft(), which alone writes this field."""
    return tuple(SignalForm(*line) for line in json.loads(text))


class PersonSignals(QWidget):
    """Shows the lines given and always one place to write; `changed` after each change, then read forms()."""

    changed = Signal()

    def __init__(self, forms: Sequence[SignalForm], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows: list[_Row] = []
        # A name is never used twice: a removed row may live a moment longer than the next one is made.
        self._made = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            Body(
                self.tr(
                    "One word or one sign, one meaning, one clear action. A word that fits into any talk, or a thing"
                    " that is moved every day anyway, is less visible."
                ),
                "small",
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column.addLayout(self._list)
        self.more = SecondaryButton(
            self.tr("Another word or sign"), name=f"{name}-add", icon="plus", clicked=self._add_empty
        )
        column.addWidget(flow(self.more))
        for form in forms or [SignalForm()]:
            self._add(form)

    def forms(self) -> tuple[SignalForm, ...]:
        """What stands in the lines now, blank ones left out."""
        return tuple(form for form in (row.form() for row in self._rows) if not form.is_blank())

    def _add(self, form: SignalForm) -> _Row:
        self._made += 1
        row = _Row(form, self._made, name=f"{self.objectName()}-{self._made}")
        row.changed.connect(self.changed)
        row.removed.connect(partial(self._remove, row))
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _add_empty(self) -> None:
        row = self._add(SignalForm())
        row.show()
        row.words.setFocus()

    def _remove(self, row: _Row) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        if not self._rows:
            self._add_empty()
        else:
            self.more.setFocus()
        self.changed.emit()


class _Row(Inset):
    changed = Signal()
    removed = Signal()

    def __init__(self, form: SignalForm, number: int, *, name: str) -> None:
        super().__init__(name=name)
        self._id = form.id
        self.kind = Choice(
            list(kind_words().items()),
            name=f"{name}-kind",
            accessible=self.tr("Kind of signal {number}").format(number=number),
            several=False,
            chosen=[form.kind],
            may_be_none=False,
        )
        self.words = TextLine(name=f"{name}-words", text=form.words)
        self._label = Heading("", 3)
        self._label.setBuddy(self.words)
        self._example = Body("", "small")
        self.action = TextLine(name=f"{name}-action", text=form.action)
        self.quick = Choice(
            list(action_words().items()),
            name=f"{name}-quick",
            accessible=self.tr("What this person does then: quick choices"),
            several=False,
        )
        away = QuietButton(
            self.tr("Remove"),
            name=f"{name}-remove",
            icon="trash",
            clicked=self.removed.emit,
            accessible=self.tr("Remove signal {number}").format(number=number),
        )
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setSpacing(8)
        layout.addWidget(self.kind)
        for widget in (self._label, self._example, self.words):
            layout.addWidget(widget)
        layout.addWidget(Heading(self.tr("What this person does then"), 3))
        layout.addWidget(self.quick)
        layout.addWidget(self.action)
        layout.addWidget(flow(away))
        self.action.setAccessibleName(self.tr("What this person does then, in your words"))
        self.action.setPlaceholderText(self.tr("Or in your own words"))
        self.kind.changed.connect(self._kind_changed)
        self.words.textEdited.connect(self.changed)
        self.action.textEdited.connect(self._action_edited)
        self.quick.changed.connect(self._picked)
        self._say_kind()
        self._match()

    def form(self) -> SignalForm:
        return SignalForm(self.kind.one(), self.words.text(), self.action.text(), self._id)

    def _kind_changed(self) -> None:
        self._say_kind()
        self.changed.emit()

    def _say_kind(self) -> None:
        sign = self.kind.one() == "sign"
        label = self.tr("What can be seen") if sign else self.tr("The word or sentence you agreed on")
        example = (
            self.tr("For example a lamp, a curtain, a towel on the balcony, a sticker in a chat.")
            if sign
            else self.tr("For example: Do you still have my big pot?")
        )
        self._label.setText(label)
        self._example.setText(example)
        self.words.setAccessibleName(label)
        self.words.setAccessibleDescription(example)

    def _picked(self) -> None:
        words = action_words().get(self.quick.one(), "")
        # Typed over rather than set: what stood there can be undone.
        self.action.selectAll()
        self.action.insert(words)
        self.changed.emit()

    def _action_edited(self) -> None:
        self._match()
        self.changed.emit()

    def _match(self) -> None:
        """The quick choice lights up when its words stand in the line, however they got there."""
        text = self.action.text().strip()
        self.quick.set_chosen([id_ for id_, words in action_words().items() if words == text])
