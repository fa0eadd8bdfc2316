"""What narrows the list down: days, people, kinds of harm, place, order; and what is chosen, as chips to take off.

May touch: its own widgets. Must never hide that something is narrowed down: the chips stand even when it is folded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.errors import DateImpossible
from safeplan.records.dates import parse_typed_date
from safeplan.records.search import Asked
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns, flow
from ui.widgets.incident_words import kind_words
from ui.widgets.pick import Pick
from ui.widgets.said_dates import day_in_words


class Filters(QWidget):
    """`asked` is what is chosen; the fields are made when show_choices() brings what there is to choose from."""

    changed = Signal()

    def __init__(self, today: date, language: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._today, self._language = today, language
        self.asked = Asked()
        self._people: Mapping[str, str] = {}
        self._orders: Mapping[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._fields: QWidget | None = None
        self.days: dict[str, tuple[TextLine, LabelledField]] = {}
        self.choices: dict[str, Choice] = {}
        self.place: Pick | None = None

    def show_choices(
        self,
        people: Sequence[tuple[str, str]],
        kinds: Sequence[str],
        places: Sequence[str],
        orders: Sequence[tuple[str, str]],
    ) -> None:
        """Make the fields, with what is chosen in them; what nothing is written about is not offered."""
        self._people, self._orders = dict(people), dict(orders)
        if self._fields is not None:
            self._fields.hide()
            self._fields.deleteLater()
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        self.days = {
            "since": self._day("since", self.tr("From this day"), self.asked.since),
            "until": self._day("until", self.tr("To this day"), self.asked.until),
        }
        column.addWidget(columns(*(field for _line, field in self.days.values()), narrowest=220))
        known = kind_words()
        offered = (
            ("people", self.tr("Who was there"), people, self.asked.people),
            ("kinds", self.tr("What kind"), [(one, known[one]) for one in known if one in kinds], self.asked.kinds),
            ("orders", self.tr("About an order"), orders, self.asked.orders),
        )
        self.choices = {}
        for part, label, options, chosen in offered:
            if options:
                choice = Choice(options, name=f"{self.objectName()}-{part}", chosen=chosen)
                choice.changed.connect(partial(self._chosen, part))
                self.choices[part] = choice
                column.addWidget(LabelledField(label, choice))
        self.place = None
        if places:
            options = [("", self.tr("Anywhere")), *((one, one) for one in places)]
            self.place = Pick(options, name=f"{self.objectName()}-place", one=self.asked.place)
            self.place.currentIndexChanged.connect(self._place_chosen)
            column.addWidget(LabelledField(self.tr("Where"), self.place))
        self._column.addWidget(self._fields)

    def set_asked(self, asked: Asked) -> None:
        """Choose exactly this; says so."""
        if asked == self.asked:
            return
        self.asked = asked
        for part, choice in self.choices.items():
            choice.set_chosen(getattr(asked, part))
        for part, (line, field) in self.days.items():
            line.blockSignals(True)
            line.setText(_as_typed(getattr(asked, part)))
            line.blockSignals(False)
            field.clear_error()
        if self.place is not None:
            self.place.blockSignals(True)
            self.place.set_one(asked.place)
            self.place.blockSignals(False)
        self.changed.emit()

    def chips(self) -> list[Button]:
        """One button for each thing chosen, which takes it off."""
        asked, made = self.asked, []
        if asked.since:
            words = self.tr("From {day}").format(day=self._spoken(asked.since))
            made.append(self._chip("since", words, replace(asked, since="")))
        if asked.until:
            words = self.tr("To {day}").format(day=self._spoken(asked.until))
            made.append(self._chip("until", words, replace(asked, until="")))
        for part, names in (("people", self._people), ("kinds", kind_words()), ("orders", self._orders)):
            chosen: tuple[str, ...] = getattr(asked, part)
            for one in chosen:
                left = tuple(other for other in chosen if other != one)
                made.append(self._chip(f"{part}-{one}", names.get(one, "…"), _with(asked, part, left)))
        if asked.place:
            made.append(self._chip("place-off", asked.place, replace(asked, place="")))
        return made

    def _chip(self, key: str, words: str, without: Asked) -> Button:
        return Button(
            words,
            name=f"{self.objectName()}-off-{key}",
            icon="x",
            clicked=partial(self.set_asked, without),
            accessible=self.tr("Take off: {words}").format(words=words),
        )

    def _day(self, part: str, label: str, iso: str) -> tuple[TextLine, LabelledField]:
        line = TextLine(
            name=f"{self.objectName()}-{part}", placeholder=self.tr("for example 2.3.2026"), text=_as_typed(iso)
        )
        field = LabelledField(label, line)
        line.textChanged.connect(partial(self._day_typed, part))
        line.editingFinished.connect(partial(self._say_unreadable, part))
        return line, field

    def _day_typed(self, part: str, _text: str) -> None:
        line, field = self.days[part]
        field.clear_error()
        self._take(_with(self.asked, part, self._read(line)))

    def _say_unreadable(self, part: str) -> None:
        line, field = self.days[part]
        if line.text().strip() and not self._read(line):
            field.show_error(self.tr("This day cannot be read. Write it like 2.3.2026."))

    def _read(self, line: TextLine) -> str:
        try:
            return parse_typed_date(line.text(), self._today) if line.text().strip() else ""
        except DateImpossible:
            return ""

    def _chosen(self, part: str) -> None:
        self._take(_with(self.asked, part, self.choices[part].chosen()))

    def _place_chosen(self) -> None:
        if self.place is not None:
            self._take(replace(self.asked, place=self.place.one()))

    def _take(self, asked: Asked) -> None:
        if asked != self.asked:
            self.asked = asked
            self.changed.emit()

    def _spoken(self, iso: str) -> str:
        return day_in_words(date.fromisoformat(iso), self._language)


def chip_row(chips: Sequence[Button], clear: Callable[[], QWidget]) -> QWidget:
    """The chips, with a way to take all off where there are several."""
    return flow(*chips, *([clear()] if len(chips) > 1 else []))


def _with(asked: Asked, part: str, value: str | tuple[str, ...]) -> Asked:
    changed: dict[str, Any] = {part: value}
    return replace(asked, **changed)


def _as_typed(iso: str) -> str:
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.day}.{day.month}.{day.year}"
