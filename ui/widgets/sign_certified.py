"""A counsellor's own field: the name of an instrument, its result and the day, as a note for the people in the room.

May touch: its own widgets. Must never be read by anything else on the page: a result changes no help.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.signs import WarningSigns
from safeplan.records.certified import CertifiedResult
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.pick import DayField
from ui.widgets.said_dates import source_day
from ui.widgets.stack import stack


class CertifiedResults(QWidget):
    """`keep` when a result is to be noted, `remove(id)` when one is to go, `changed` while something is typed."""

    keep = Signal()
    remove = Signal(str)
    changed = Signal()

    def __init__(self, signs: WarningSigns, today: date, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._language = signs.language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for line in signs.words.counsellor_lines:
            column.addWidget(Body(line))
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self._rows: list[QWidget] = []
        self.method = TextLine(name=f"{name}-method")
        self.result = TextLine(name=f"{name}-result")
        self.day = DayField(name=f"{name}-day", day=QDate(today.year, today.month, today.day))
        self.day.lineEdit().setObjectName(f"{name}-day-text")
        self.day.lineEdit().setAccessibleName(self.tr("Day"))
        self.method_field = LabelledField(self.tr("Name of the instrument"), self.method)
        self.result_field = LabelledField(self.tr("Result, as it stands on your sheet"), self.result)
        for field in (self.method, self.result):
            field.textChanged.connect(self.changed)
        self.method.textChanged.connect(self.method_field.clear_error)
        self.result.textChanged.connect(self.result_field.clear_error)
        button = SecondaryButton(self.tr("Note it"), name=f"{name}-keep", icon="plus", clicked=self.keep.emit)
        for widget in (self.method_field, self.result_field, LabelledField(self.tr("Day"), self.day), flow(button)):
            column.addWidget(widget)

    def is_complete(self) -> bool:
        """False, and says what is missing, while name or result is empty."""
        if not self.method.text().strip():
            self.method_field.show_error(self.tr("Write the name of the instrument."))
            self.method.setFocus()
            return False
        if not self.result.text().strip():
            self.result_field.show_error(self.tr("Write the result."))
            self.result.setFocus()
            return False
        return True

    def show_results(self, results: Sequence[CertifiedResult]) -> None:
        """List what is noted."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for one in results:
            name = f"{self.objectName()}-{one.id}"
            words = stack(
                Heading(one.name, 3),
                Body(one.result, selectable=True),
                Body(source_day(one.on_day, self._language), "small"),
                spacing=2,
            )
            away = QuietButton(
                self.tr("Remove"),
                name=f"{name}-remove",
                icon="trash",
                clicked=partial(self.remove.emit, one.id),
                accessible=self.tr("Remove: {name}").format(name=one.name),
            )
            row = beside(words, away)
            row.setObjectName(name)
            self._rows.append(row)
            self._list.addWidget(row)

    def clear(self) -> None:
        """Ready for the next one."""
        self.method.clear()
        self.result.clear()
