"""A shopping list and a household budget, two tabs of one everyday program.

May touch: its own widgets and, through the preferences, its own rows of the settings file. Must never keep a line
that was claimed: no row, no undo, no suggestion.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTableWidgetItem, QTabWidget, QVBoxLayout, QWidget

from safeplan.clock import Clock, SystemClock
from safeplan.paths import VaultFiles
from ui.disguises import look
from ui.disguises import preferences as everyday
from ui.disguises.budget import Budget
from ui.disguises.keyed_line import KeyedLine
from ui.disguises.preferences import Preferences
from ui.disguises.program import EverydayProgram
from ui.disguises.rows import Rows, in_middle

MOST_ITEMS = 500
LONGEST_ITEM = 100
LONGEST_AMOUNT = 20


class Shopping(EverydayProgram):
    """Both tabs in one widget; `before_accept` sees every line confirmed by Enter or by the button first."""

    def __init__(
        self,
        preferences: Preferences,
        files: VaultFiles,
        parent: QWidget | None = None,
        *,
        dark: bool | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(parent, dark=dark)
        self._files = files
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._list = ShoppingList(self, preferences.shopping)
        self._clock = clock or SystemClock()
        self._kept_budget = preferences.budget
        self._budget: Budget | None = None
        self._budget_place = QWidget(self)
        self._tabs.addTab(self._list, self.tr("Shopping list"))
        self._tabs.addTab(self._budget_place, self.tr("Household budget"))
        self._tabs.currentChanged.connect(self._turned)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.addWidget(self._tabs)
        self.setFocusProxy(self._list.entry)
        self.reset()

    def title(self) -> str:
        """The window title."""
        return self.tr("Shopping and budget")

    def icon(self) -> QIcon:
        """A sheet with two ticked lines."""
        return look.drawn_icon(_draw_icon)

    def reset(self) -> None:
        """The first tab with its list, the present month in the other, both entry lines empty."""
        self._tabs.setCurrentIndex(0)
        self._list.reset()
        if self._budget is not None:
            self._budget.reset()

    def budget(self) -> Budget:
        """The second tab, built when it is first wanted: the start of the program does not wait for it."""
        if self._budget is None:
            self._budget = Budget(self, self._kept_budget, self._keep_budget, self._clock)
            page = QVBoxLayout(self._budget_place)
            page.setContentsMargins(0, 0, 0, 0)
            page.addWidget(self._budget)
        return self._budget

    def show_tab(self, number: int) -> None:
        """Turn to the list (0) or the budget (1)."""
        self._tabs.setCurrentIndex(number)

    def _turned(self, number: int) -> None:
        if number == 1:
            self.budget().show()

    def showEvent(self, event: QShowEvent) -> None:
        """Typing starts in the entry line, not on a tab."""
        super().showEvent(event)
        self._list.entry.setFocus()

    def items(self) -> tuple[tuple[str, str, bool], ...]:
        """The list as it stands: what, how much, whether it is ticked."""
        return self._list.items()

    def keep_items(self) -> None:
        """Write the list to the settings file."""
        rows = tuple({"item": item, "amount": amount, "done": done} for item, amount, done in self._list.items())
        everyday.change(self._files, shopping=rows)

    def _keep_budget(self, rows: tuple[dict[str, Any], ...]) -> None:
        everyday.change(self._files, budget=rows)

    def _follow_system(self) -> None:
        super()._follow_system()
        self._list.rows.tone = self.colours
        if self._budget is not None:
            self._budget.use_colours(self.colours)


class ShoppingList(QWidget):
    """The list: an entry line on top, rows with boxes to tick, what is left to buy below."""

    def __init__(self, program: Shopping, untrusted_rows: Iterable[Mapping[str, Any]]) -> None:
        super().__init__(program)
        self._program = program
        column = in_middle(self, 680)
        top = QHBoxLayout()
        top.setSpacing(6)
        self.entry = KeyedLine(self)
        self.entry.setMaxLength(LONGEST_ITEM)
        self.entry.setPlaceholderText(self.tr("Add an item"))
        self.entry.setAccessibleName(self.tr("Item"))
        self.amount = KeyedLine(self)
        self.amount.setMaxLength(LONGEST_AMOUNT)
        self.amount.setPlaceholderText(self.tr("How much"))
        self.amount.setAccessibleName(self.tr("How much"))
        add = QPushButton(self.tr("Add"), self)
        add.setProperty("main", True)
        for line in (self.entry, self.amount):
            line.returnPressed.connect(self.accept)
        add.clicked.connect(self.accept)
        top.addWidget(self.entry, 3)
        top.addWidget(self.amount, 2)
        top.addWidget(add)
        column.addLayout(top)

        self.rows = Rows(program.colours, 2, self.tr("Shopping list"), self)
        self.rows.set_empty_text(self.tr("The list is empty."))
        self.rows.itemChanged.connect(self._changed)
        self.rows.delete_pressed.connect(self.remove_chosen)
        column.addWidget(self.rows, 1)

        # On a line of its own: in longer languages the buttons need the whole width of a small window.
        self._left = QLabel(self)
        self._left.setProperty("quiet", True)
        self._remove = QPushButton(self.tr("Remove"), self)
        self._remove.setAccessibleDescription(self.tr("Removes the chosen row"))
        self._remove.clicked.connect(self.remove_chosen)
        self._clear = QPushButton(self.tr("Clear ticked"), self)
        self._clear.clicked.connect(self.clear_ticked)
        self.rows.itemSelectionChanged.connect(self._offer_removal)
        column.addWidget(self._left)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._remove)
        below.addWidget(self._clear)
        column.addLayout(below)
        self._fill(_items_from(untrusted_rows))

    def items(self) -> tuple[tuple[str, str, bool], ...]:
        """What, how much, whether it is ticked; in the order shown."""
        found = []
        for row in range(self.rows.rowCount()):
            item, amount = self.rows.item(row, 0), self.rows.item(row, 1)
            if item is not None and amount is not None:
                found.append((item.text(), amount.text(), item.checkState() == Qt.CheckState.Checked))
        return tuple(found)

    def reset(self) -> None:
        """Empty entry lines, nothing chosen or being edited, the top of the list in sight."""
        self.entry.forget()
        self.amount.forget()
        self._fill(self.items())
        self.rows.scrollToTop()

    def accept(self) -> None:
        """Take what the entry lines hold into the list, unless it was meant for somebody else."""
        item, amount = self.entry.text().strip(), self.amount.text().strip()
        readings = (item, self.entry.by_position(), amount, self.amount.by_position())
        told = [reading for reading in readings if reading]
        if told and self._program.claimed(*told):
            self.entry.forget()
            self.amount.forget()
            return
        self.entry.setFocus()
        if not item or self.rows.rowCount() >= MOST_ITEMS:
            return
        self.entry.forget()
        self.amount.forget()
        self.rows.blockSignals(True)
        row = self.rows.rowCount()
        self.rows.insertRow(row)
        self._put(row, item, amount, done=False)
        self.rows.blockSignals(False)
        self.rows.scrollToBottom()
        self._keep()

    def remove_chosen(self) -> None:
        """Take the chosen rows out."""
        chosen = sorted({index.row() for index in self.rows.selectedIndexes()}, reverse=True)
        for row in chosen:
            self.rows.removeRow(row)
        if chosen:
            self._keep()

    def clear_ticked(self) -> None:
        """Take every ticked row out."""
        self._fill(item for item in self.items() if not item[2])
        self._keep()

    def _fill(self, items: Iterable[tuple[str, str, bool]]) -> None:
        kept = tuple(items)
        self.rows.blockSignals(True)
        # Also ends an edit that is under way, without taking it over.
        self.rows.setRowCount(0)
        self.rows.setRowCount(len(kept))
        for row, (item, amount, done) in enumerate(kept):
            self._put(row, item, amount, done=done)
        self.rows.blockSignals(False)
        self.rows.clearSelection()
        self._count()

    def _put(self, row: int, item: str, amount: str, *, done: bool) -> None:
        name = QTableWidgetItem(item)
        name.setCheckState(Qt.CheckState.Checked if done else Qt.CheckState.Unchecked)
        self.rows.setItem(row, 0, name)
        self.rows.setItem(row, 1, QTableWidgetItem(amount))

    def _changed(self, item: QTableWidgetItem) -> None:
        if item.column() == 0 and not item.text().strip():
            self.rows.removeRow(item.row())
        self._keep()

    def _keep(self) -> None:
        self._count()
        self._program.keep_items()

    def _count(self) -> None:
        self.rows.fit()
        items = self.items()
        waiting = sum(not done for _, _, done in items)
        self._left.setText(self.tr("Left to buy: {count}").format(count=waiting) if items else "")
        self._clear.setEnabled(waiting < len(items))
        self._offer_removal()

    def _offer_removal(self) -> None:
        self._remove.setEnabled(bool(self.rows.selectedIndexes()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the entry lines."""
        if event.key() == Qt.Key.Key_Escape:
            self.entry.forget()
            self.amount.forget()
        else:
            super().keyPressEvent(event)


def _items_from(untrusted_rows: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, bool]]:
    found = []
    for row in untrusted_rows:
        item, amount, done = row.get("item"), row.get("amount", ""), row.get("done", False)
        if isinstance(item, str) and item.strip() and isinstance(amount, str):
            found.append((_one_line(item)[:LONGEST_ITEM], _one_line(amount)[:LONGEST_AMOUNT], done is True))
    return found[:MOST_ITEMS]


def _one_line(untrusted_text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in untrusted_text)


def _draw_icon(painter: QPainter) -> None:
    look.draw_tile(painter, "#3d7a57")
    painter.setBrush(QColor("#f4f7f2"))
    painter.drawRoundedRect(QRectF(15, 11, 34, 42), 4, 4)
    for at, colour in ((20, "#3d7a57"), (32, "#3d7a57"), (44, "#c4cec6")):
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(20, at - 3, 6, 6), 1.5, 1.5)
        painter.setPen(QPen(QColor("#8b9a90"), 3))
        painter.drawLine(31, at, 44, at)
        painter.setPen(Qt.PenStyle.NoPen)
