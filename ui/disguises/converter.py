"""A unit converter: eight everyday measures, exact, in both directions, with all units of a measure at a glance.

May touch: its own widgets, in memory only. Must never keep a line that was claimed, nor write anything to disk.
"""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QTableWidgetItem, QVBoxLayout, QWidget

from ui.disguises import arithmetic, look, units
from ui.disguises.choice import Choice
from ui.disguises.entry_value import value_of
from ui.disguises.keyed_line import KeyedLine
from ui.disguises.look import Fitted
from ui.disguises.program import EverydayProgram
from ui.disguises.rows import Rows
from ui.disguises.unit_names import measure_names, unit_names

SHOWN_DIGITS = 10


class Converter(EverydayProgram):
    """The converter in one widget; `before_accept` sees each value confirmed by Enter first."""

    def __init__(self, parent: QWidget | None = None, *, dark: bool | None = None) -> None:
        super().__init__(parent, dark=dark)
        self._names = unit_names()
        self._build(self.centred(720))
        self.setFocusProxy(self.value)
        self.reset()

    def title(self) -> str:
        """The window title."""
        return self.tr("Unit converter")

    def icon(self) -> QIcon:
        """A ruler."""
        return look.drawn_icon(_draw_icon)

    def reset(self) -> None:
        """The first measure with its usual pair of units and the value 1."""
        self._measure.setCurrentIndex(0)
        self._offer_units()
        self._start_value()

    def showEvent(self, event: QShowEvent) -> None:
        """Typing starts in the value, and replaces it."""
        super().showEvent(event)
        self.value.setFocus()
        self.value.selectAll()

    # ── Building ────────────────────────────────────────────────────────────────────────────────────────────────
    def _build(self, column: QVBoxLayout) -> None:
        self._measure = Choice(self.tr("Measure"), self.colours, self)
        names = measure_names()
        for measure in units.MEASURES:
            self._measure.addItem(names[measure], measure)
        self._measure.currentIndexChanged.connect(self._measure_chosen)
        column.addWidget(self._measure)

        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.value = KeyedLine(self)
        self.value.setAccessibleName(self.tr("Value"))
        self.value.setPlaceholderText(self.tr("Value"))
        self.value.textChanged.connect(self._refresh)
        self.value.read.connect(self._refresh)
        self.value.returnPressed.connect(self.accept)
        self._source = Choice(self.tr("From"), self.colours, self)
        self._target = Choice(self.tr("To"), self.colours, self)
        for choice in (self._source, self._target):
            choice.currentIndexChanged.connect(self._refresh)
        self._result = Fitted(look.text_pixels() + 10, self)
        self._result.setMinimumHeight(38)
        self._result.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        swap = QPushButton("⇅", self)
        swap.setAccessibleName(self.tr("Swap units"))
        swap.setToolTip(self.tr("Swap units"))
        swap.clicked.connect(self.swap)
        grid.addWidget(self.value, 0, 0)
        grid.addWidget(self._source, 0, 1)
        grid.addWidget(self._result, 1, 0)
        grid.addWidget(self._target, 1, 1)
        grid.addWidget(swap, 0, 2, 2, 1)
        column.addLayout(grid)

        strip = QHBoxLayout()
        self._hint = QLabel(self)
        self._hint.setProperty("quiet", True)
        strip.addWidget(self._hint, 1)
        column.addLayout(strip)
        self._all = Rows(self.colours, 2, self.tr("In all units"), self)
        self._all.setEditTriggers(Rows.EditTrigger.NoEditTriggers)
        self._all.itemActivated.connect(self._aim_at)
        self._all.itemDoubleClicked.connect(self._aim_at)
        column.addWidget(self._all, 1)

    # ── Using ───────────────────────────────────────────────────────────────────────────────────────────────────
    def show_measure(self, measure: str) -> None:
        """Turn to `measure` with its usual pair of units and the value 1."""
        self._measure.setCurrentIndex(self._measure.findData(measure))

    def choose(self, source: str, target: str) -> None:
        """Convert from the unit `source` to the unit `target` of the measure in use."""
        self._source.setCurrentIndex(self._source.findData(source))
        self._target.setCurrentIndex(self._target.findData(target))

    def accept(self) -> None:
        """Enter: the value stands and is chosen, so that the next one replaces it; a claimed line is gone."""
        told = [reading for reading in (self.value.text().strip(), self.value.by_position()) if reading]
        if told and self.claimed(*told):
            self.value.forget()
            self._start_value()
            return
        self.value.selectAll()

    def swap(self) -> None:
        """The other way round; the result becomes the value."""
        value = self._converted()
        source, target = self._source.currentIndex(), self._target.currentIndex()
        with QSignalBlocker(self._source), QSignalBlocker(self._target):
            self._source.setCurrentIndex(target)
            self._target.setCurrentIndex(source)
        written = "" if value is None else arithmetic.write_number(value, SHOWN_DIGITS)
        if written and "e" not in written:
            self.value.forget()
            self.value.setText(written.replace(".", self.locale().decimalPoint()))
        self._refresh()
        self.value.setFocus()

    def result(self) -> str:
        """The number shown as the result, "" when there is none."""
        return self._result.text()

    def _start_value(self) -> None:
        self.value.forget()
        self.value.setText("1")
        self.value.selectAll()

    def _measure_chosen(self) -> None:
        self._offer_units()
        self._start_value()

    def _aim_at(self, item: QTableWidgetItem) -> None:
        self._target.setCurrentIndex(item.row())

    # ── Showing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _offer_units(self) -> None:
        measure = str(self._measure.currentData())
        first = units.FIRST_PAIR[measure]
        for choice, start in zip((self._source, self._target), first, strict=True):
            with QSignalBlocker(choice):
                choice.clear()
                for one in units.MEASURES[measure]:
                    choice.addItem(self._names[one.id], one.id)
                choice.setCurrentIndex(choice.findData(start))
        self._all.setRowCount(0)
        self._all.setRowCount(len(units.MEASURES[measure]))
        for row, one in enumerate(units.MEASURES[measure]):
            self._all.setItem(row, 0, QTableWidgetItem(self._names[one.id]))
        self._refresh()

    def _chosen(self, choice: Choice) -> units.Unit:
        return units.unit(str(self._measure.currentData()), str(choice.currentData()))

    def _converted(self) -> Fraction | None:
        value = value_of(self.value)
        if value is None or not units.possible(value, str(self._measure.currentData()), self._chosen(self._source)):
            return None
        return units.convert(value, self._chosen(self._source), self._chosen(self._target))

    def _refresh(self) -> None:
        measure, source, value = str(self._measure.currentData()), self._chosen(self._source), value_of(self.value)
        there = value is not None and units.possible(value, measure, source)
        for row, one in enumerate(units.MEASURES[measure]):
            number = units.convert(value, source, one) if value is not None and there else None
            self._all.setItem(row, 1, QTableWidgetItem("" if number is None else self._written(number)))
        self._all.fit()
        converted = self._converted()
        self._result.setText("" if converted is None else self._written(converted))
        self._result.setAccessibleName(
            self.tr("Result: {number} {unit}").format(number=self.result() or "—", unit=self._target.currentText())
        )
        self._hint.setText(self._explain(value, there=there))

    def _explain(self, value: Fraction | None, *, there: bool) -> str:
        if there:
            return self.tr("The same in all units:")
        if value is None:
            return self.tr("Type a number.") if self.value.text().strip() else ""
        if str(self._measure.currentData()) == "temperature":
            return self.tr("Nothing is colder than −273.15 °C.")
        return self.tr("Type a number that is not below zero.")

    def _written(self, value: Fraction) -> str:
        place = self.locale()
        text = arithmetic.write_number(value, SHOWN_DIGITS)
        return arithmetic.grouped(text, place.decimalPoint(), place.groupSeparator()).replace("-", "−", 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the value."""
        if event.key() == Qt.Key.Key_Escape:
            self.value.forget()
            self.value.setFocus()
        else:
            super().keyPressEvent(event)

    def _follow_system(self) -> None:
        super()._follow_system()
        for choice in (self._measure, self._source, self._target):
            choice.tone = self.colours
        self._all.tone = self.colours


def _draw_icon(painter: QPainter) -> None:
    look.draw_tile(painter, "#7a5a86")
    painter.setBrush(QColor("#f3ecd9"))
    painter.drawRoundedRect(QRectF(10, 22, 44, 20), 3, 3)
    painter.setPen(QPen(QColor("#6a5570"), 2.4))
    for place, long in enumerate((10, 6, 6, 10, 6, 6, 10)):
        painter.drawLine(QPointF(14 + place * 6, 22), QPointF(14 + place * 6, 22 + long))
