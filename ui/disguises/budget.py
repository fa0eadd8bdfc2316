"""The household budget: lines of a month, what came in, what went out, where it went.

May touch: its own widgets; it hands its rows to whoever keeps them. Must never keep a line that was claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from safeplan.clock import Clock
from ui.disguises import arithmetic, budget_lines, look
from ui.disguises.bars import Bar, Bars
from ui.disguises.budget_lines import Line
from ui.disguises.choice import Choice
from ui.disguises.entry_value import value_of
from ui.disguises.keyed_line import KeyedLine
from ui.disguises.look import Fitted
from ui.disguises.rows import Rows, in_middle

if TYPE_CHECKING:
    from ui.disguises.shopping import Shopping

_WIDE = 720
_MONTHS_SHOWN = 6


class Budget(QWidget):
    """One month at a time; `keep` gets all rows after every change."""

    def __init__(
        self,
        program: Shopping,
        untrusted_rows: Iterable[Mapping[str, Any]],
        keep: Callable[[tuple[dict[str, Any], ...]], None],
        clock: Clock,
    ) -> None:
        super().__init__(program)
        self._program = program
        self._tone = program.colours
        self._keep = keep
        self._clock = clock
        self._lines = budget_lines.lines_from(untrusted_rows)
        self._names = self._category_names()
        self._month = self._present_month()
        self._shown: list[Line] = []
        self._wide: bool | None = None
        column = in_middle(self, 1100)
        column.addLayout(self._build_month())
        column.addLayout(self._build_totals())
        self._sides = QHBoxLayout()
        self._sides.setSpacing(18)
        self._work = self._build_work()
        self._overview = self._build_overview()
        self._sides.addWidget(self._work, 6)
        self._sides.addWidget(self._overview, 5)
        column.addLayout(self._sides, 1)
        self._arrange(wide=False)
        self.reset()

    # ── Building ────────────────────────────────────────────────────────────────────────────────────────────────
    def _build_month(self) -> QHBoxLayout:
        strip = QHBoxLayout()
        self._before = QPushButton("‹", self)
        self._before.setAccessibleName(self.tr("Month before"))
        self._before.clicked.connect(lambda: self.show_month(budget_lines.moved(self._month, -1)))
        self._after = QPushButton("›", self)
        self._after.setAccessibleName(self.tr("Month after"))
        self._after.clicked.connect(lambda: self.show_month(budget_lines.moved(self._month, 1)))
        self._month_name = QLabel(self)
        self._month_name.setProperty("strong", True)
        self._month_name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._overview_key = QPushButton(self.tr("Overview"), self)
        self._overview_key.setCheckable(True)
        self._overview_key.toggled.connect(lambda: self._arrange(wide=self._wide is True))
        strip.addWidget(self._before)
        strip.addWidget(self._month_name, 1)
        strip.addWidget(self._after)
        strip.addWidget(self._overview_key)
        return strip

    def _build_totals(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        self._totals: list[Fitted] = []
        for place, name in enumerate((self.tr("Received"), self.tr("Spent"), self.tr("Left"))):
            label = QLabel(name, self)
            label.setProperty("quiet", True)
            figure = Fitted(look.text_pixels() + 4, self)
            self._totals.append(figure)
            grid.setColumnStretch(place, 1)
            grid.addWidget(label, 0, place)
            grid.addWidget(figure, 1, place)
        return grid

    def _build_work(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        first, second = QHBoxLayout(), QHBoxLayout()
        for strip in (first, second):
            strip.setSpacing(6)
        self._kind = Choice(self.tr("Spent or received"), self._tone, side)
        self._kind.addItem(self.tr("Spent"), "spent")
        self._kind.addItem(self.tr("Received"), "received")
        self._kind.currentIndexChanged.connect(self._offer_categories)
        self._category = Choice(self.tr("Category"), self._tone, side)
        self._offer_categories()
        self.amount = KeyedLine(side)
        self.amount.setPlaceholderText(self.tr("Amount"))
        self.amount.setAccessibleName(self.tr("Amount"))
        self.note = KeyedLine(side)
        self.note.setMaxLength(budget_lines.LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("For what"))
        self.note.setAccessibleName(self.tr("For what"))
        add = QPushButton(self.tr("Add"), side)
        add.setProperty("main", True)
        for line in (self.amount, self.note):
            line.returnPressed.connect(self.accept)
        add.clicked.connect(self.accept)
        first.addWidget(self._kind, 2)
        first.addWidget(self._category, 3)
        second.addWidget(self.amount, 3)
        second.addWidget(self.note, 4)
        second.addWidget(add)
        self._rows = Rows(self._tone, 2, self.tr("Lines of this month"), side)
        self._rows.set_empty_text(self.tr("Nothing entered for this month."))
        self._rows.setEditTriggers(Rows.EditTrigger.NoEditTriggers)
        self._rows.delete_pressed.connect(self.remove_chosen)
        self._rows.itemSelectionChanged.connect(self._offer_removal)
        below = QHBoxLayout()
        self._hint = QLabel(side)
        self._hint.setProperty("quiet", True)
        self._remove = QPushButton(self.tr("Remove"), side)
        self._remove.setAccessibleDescription(self.tr("Removes the chosen line"))
        self._remove.clicked.connect(self.remove_chosen)
        below.addWidget(self._hint, 1)
        below.addWidget(self._remove)
        for strip in (first, second):
            column.addLayout(strip)
        column.addWidget(self._rows, 1)
        column.addLayout(below)
        return side

    def _build_overview(self) -> QWidget:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        self._bars = tuple(Bars(self._tone, inside) for _ in range(3))
        for bars in self._bars:
            column.addWidget(bars)
        column.addStretch(1)
        area.setWidget(inside)
        return area

    def _category_names(self) -> dict[str, str]:
        return {
            "food": self.tr("Food"), "home": self.tr("Home"), "utilities": self.tr("Heating, water, power"),
            "transport": self.tr("Transport"), "clothes": self.tr("Clothes"), "health": self.tr("Health"),
            "children": self.tr("Children"), "study": self.tr("Study"), "leisure": self.tr("Leisure"),
            "gifts": self.tr("Gifts"), "phone": self.tr("Phone and internet"), "other": self.tr("Other spending"),
            "salary": self.tr("Salary"), "pension": self.tr("Pension"), "benefits": self.tr("Benefits"),
            "extra_work": self.tr("Extra work"), "other_income": self.tr("Other income"),
        }  # fmt: skip

    # ── Using ───────────────────────────────────────────────────────────────────────────────────────────────────
    def reset(self) -> None:
        """The present month, empty entry lines, the lines in front."""
        self._forget_entry()
        self._kind.setCurrentIndex(0)
        self._category.setCurrentIndex(0)
        self._overview_key.setChecked(False)
        self.show_month(self._present_month())

    def lines(self) -> tuple[Line, ...]:
        """All lines of all months, in the order entered."""
        return tuple(self._lines)

    def month(self) -> str:
        """The month shown, "2026-03"."""
        return self._month

    def show_month(self, month: str) -> None:
        """Show the lines, totals and bars of `month`."""
        self._month = month
        self._refresh()

    def use_colours(self, tone: look.Colours) -> None:
        """Draw everything anew in other colours."""
        self._tone = self._rows.tone = self._kind.tone = self._category.tone = tone
        for bars in self._bars:
            bars.tone = tone

    def accept(self) -> None:
        """Take the entry lines as one line of this month, unless they were meant for somebody else."""
        amount, note = self.amount.text().strip(), self.note.text().strip()
        readings = (amount, self.amount.by_position(), note, self.note.by_position())
        told = [reading for reading in readings if reading]
        if told and self._program.claimed(*told):
            self._forget_entry()
            return
        self.amount.setFocus()
        money = budget_lines.amount_from(value_of(self.amount) or Fraction(0))
        if money is None or len(self._lines) >= budget_lines.MOST_LINES:
            self._hint.setText(self.tr("Type an amount above zero.") if note or amount else "")
            return
        kind, category = str(self._kind.currentData()), str(self._category.currentData())
        self._lines.append(Line(self._month, kind, category, money, note))
        self._forget_entry()
        self._kept()

    def remove_chosen(self) -> None:
        """Take the chosen lines out."""
        chosen = {index.row() for index in self._rows.selectedIndexes()}
        for row in chosen:
            self._lines.remove(self._shown[row])
        if chosen:
            self._kept()

    def _kept(self) -> None:
        self._refresh()
        self._keep(tuple(line.as_row() for line in self._lines))

    def _forget_entry(self) -> None:
        self.amount.forget()
        self.note.forget()
        self._hint.clear()

    def _present_month(self) -> str:
        return self._clock.now().astimezone().strftime("%Y-%m")

    # ── Showing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _offer_categories(self) -> None:
        with QSignalBlocker(self._category):
            self._category.clear()
            for category in budget_lines.KINDS[str(self._kind.currentData())]:
                self._category.addItem(self._names[category], category)

    def _offer_removal(self) -> None:
        self._remove.setEnabled(bool(self._rows.selectedIndexes()))

    def _money(self, amount: Decimal, sign: str = "") -> str:
        place = self.locale()
        written = arithmetic.grouped(f"{abs(amount):.2f}", place.decimalPoint(), place.groupSeparator())
        return ("−" if amount < 0 else sign) + written

    def _named(self, month: str) -> str:
        name = self.locale().standaloneMonthName(int(month[5:]))
        return f"{name[:1].upper()}{name[1:]} {month[:4]}"

    def _refresh(self) -> None:
        self._month_name.setText(self._named(self._month))
        sums = budget_lines.totals(self._lines, self._month)
        for label, amount in zip(self._totals, (sums.received, sums.spent, sums.left), strict=True):
            label.setText(self._money(amount))
        # The newest line on top, where it is seen as soon as it is entered.
        self._shown = [line for line in reversed(self._lines) if line.month == self._month]
        self._rows.setRowCount(0)
        self._rows.setRowCount(len(self._shown))
        for row, line in enumerate(self._shown):
            name = self._names[line.category]
            self._rows.setItem(row, 0, QTableWidgetItem(f"{name} · {line.note}" if line.note else name))
            sign = "+" if line.kind == "received" else "−"
            self._rows.setItem(row, 1, QTableWidgetItem(self._money(line.amount, sign)))
        self._rows.fit()
        self._offer_removal()
        self._draw_bars()

    def _draw_bars(self) -> None:
        spent, received, months = self._bars
        for bars, kind, heading in (
            (spent, "spent", self.tr("Spent, by category")),
            (received, "received", self.tr("Received, by category")),
        ):
            sums = budget_lines.by_category(self._lines, self._month, kind)
            bars.show_bars(
                heading, [Bar(self._names[name], self._money(size), size, kind == "received") for name, size in sums]
            )
            bars.setVisible(bool(sums))
        shown = [budget_lines.moved(self._month, -by) for by in range(_MONTHS_SHOWN)]
        sums_of = [(month, budget_lines.totals(self._lines, month).spent) for month in shown]
        months.show_bars(
            self.tr("Spent, month by month"),
            [Bar(self._named(month), self._money(size), size) for month, size in sums_of],
        )

    def _arrange(self, *, wide: bool) -> None:
        self._wide = wide
        overview = self._overview_key.isChecked()
        self._overview_key.setVisible(not wide)
        self._overview.setVisible(wide or overview)
        self._work.setVisible(wide or not overview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wide windows show the overview beside the lines, narrow ones in their place."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:
            self._arrange(wide=wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the entry lines."""
        if event.key() == Qt.Key.Key_Escape:
            self._forget_entry()
        else:
            super().keyPressEvent(event)
