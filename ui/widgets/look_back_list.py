"""The list itself: scrolled, walked through by keyboard, and opened; it lays out nothing it does not show.

May touch: its rows. Must never go through all rows for anything: there can be a hundred thousand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.theme import current
from ui.widgets.look_back_paint import RowPainter
from ui.widgets.look_back_rows import EntryRows

_Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction


class EntryList(QListView):
    """Shows EntryRows. Qt's own list measures every row before it shows one; here places are counted instead."""

    opened = Signal(str)
    # What is seen has changed: rows may have to be read.
    moved = Signal()
    # Up from the first entry, and letters typed while the list has the focus.
    left_above = Signal()
    typed = Signal(str)

    def __init__(self, rows: EntryRows, *, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._rows = rows
        self._painter = RowPainter(self.font())
        self.setModel(rows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._open)
        rows.modelReset.connect(self.moved)
        rows.rowsInserted.connect(self.moved)

    # ── where rows stand ────────────────────────────────────────────────────────────────────────────────────────
    def top_of(self, row: int) -> int:
        """How many pixels lie above a row."""
        headings = bisect_left(self._rows.heading_rows, row)
        return headings * self._painter.heading_high + (row - headings) * self._painter.entry_high

    def row_at(self, height: int) -> int:
        """The row so many pixels below the beginning; the last one for anything behind it."""
        rows, entry, heading = self._rows, self._painter.entry_high, self._painter.heading_high
        if not rows.groups:
            row = height // entry
        else:
            group = (
                bisect_right(range(len(rows.groups)), height, key=lambda one: self.top_of(rows.heading_rows[one])) - 1
            )
            start = rows.heading_rows[max(group, 0)]
            below = height - self.top_of(start) - heading
            row = start if below < 0 else start + 1 + below // entry
        return max(0, min(row, rows.rowCount() - 1))

    def seen(self) -> tuple[int, int]:
        """The first and the last row that can be seen; (0, -1) when there is none."""
        if not self._rows.rowCount():
            return 0, -1
        top = self.verticalScrollBar().value()
        return self.row_at(top), self.row_at(top + max(self.viewport().height() - 1, 0))

    def few_rows(self) -> int:
        """The height of a heading and three entries: less is no list."""
        return self._painter.heading_high + 3 * self._painter.entry_high + 2 * current().px(6)

    def _high(self, row: int) -> int:
        return self._painter.heading_high if self._rows.is_heading(row) else self._painter.entry_high

    def visualRect(self, index: _Index) -> QRect:
        """Where a row is drawn; rows that are scrolled away have their place too."""
        if not index.isValid():
            return QRect()
        top = self.top_of(index.row()) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self._high(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row under a point."""
        height = point.y() + self.verticalScrollBar().value()
        count = self._rows.rowCount()
        if not count or height < 0 or height >= self.top_of(count):
            return QModelIndex()
        return self._rows.index(self.row_at(height))

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Never sideways."""
        return 0

    def isIndexHidden(self, _index: _Index) -> bool:
        """No row is."""
        return False

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight."""
        if not index.isValid():
            return
        bar, top, room = self.verticalScrollBar(), self.top_of(index.row()), self.viewport().height()
        bottom = top + self._high(index.row())
        # The first entry of a month is shown with its heading.
        if index.row() and self._rows.is_heading(index.row() - 1):
            top = self.top_of(index.row() - 1)
        if hint == QAbstractItemView.ScrollHint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    def show_row(self, row: int) -> None:
        """This row at the top, and current if it is an entry."""
        self.scrollTo(self._rows.index(row), QAbstractItemView.ScrollHint.PositionAtTop)
        if self._rows.is_heading(row):
            row += 1
        self._rows.row(row)
        self.setCurrentIndex(self._rows.index(row))

    def enter(self) -> None:
        """From the search field into the list: to where she was, else to the first entry in sight."""
        if not self.currentIndex().isValid() and self._rows.entries:
            first, last = self.seen()
            row = first + 1 if self._rows.is_heading(first) and first < last else first
            self.setCurrentIndex(self._rows.index(row))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    # ── what Qt asks of a view ──────────────────────────────────────────────────────────────────────────────────
    def doItemsLayout(self) -> None:
        """Nothing is laid out beforehand."""
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """How far can be scrolled."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._painter.entry_high // 2)
        bar.setPageStep(max(room - self._painter.heading_high, self._painter.entry_high))
        bar.setRange(0, max(0, self.top_of(self._rows.rowCount()) - room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer rows fit."""
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_painter"):
            self._painter = RowPainter(self.font())
            self.updateGeometries()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """All that is seen is drawn anew: a handful of rows."""
        self.viewport().update()
        self.moved.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rows in sight."""
        first, last = self.seen()
        chosen, width = self.currentIndex().row(), self.viewport().width()
        top = self.top_of(first) - self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        for row in range(first, last + 1):
            area = QRect(0, top, width, self._high(row))
            if self._rows.is_heading(row):
                self._painter.heading(painter, area, self._rows.groups[self._rows.group_of(row)])
            else:
                here = row == chosen
                self._painter.entry(painter, area, self._rows.row(row), chosen=here, focused=here and self.hasFocus())
            top += area.height()
        painter.end()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """One row at most."""
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Drawing all that is seen costs as little."""
        return QRegion(self.viewport().rect())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Also tells a screen reader which row it is now: Qt's own list counts rows it has laid out."""
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)
        self.viewport().update()

    # ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────
    def moveCursor(self, action: _Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads; headings are stepped over."""
        count, here = self._rows.rowCount(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        page = max(1, self.verticalScrollBar().pageStep() // self._painter.entry_high)
        ahead = action in (_Action.MoveDown, _Action.MoveNext, _Action.MovePageDown, _Action.MoveHome)
        step = {
            _Action.MoveDown: 1,
            _Action.MoveNext: 1,
            _Action.MoveUp: -1,
            _Action.MovePrevious: -1,
            _Action.MovePageDown: page,
            _Action.MovePageUp: -page,
            _Action.MoveHome: -count,
            _Action.MoveEnd: count,
        }.get(action, 0)
        row = max(0, min(here + step, count - 1))
        if self._rows.is_heading(row):
            row += 1 if ahead or row == 0 else -1
        return self._rows.index(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Up from the first entry leaves, letters go to the search field."""
        key, here = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(here)
        elif key == Qt.Key.Key_Up and self.moveCursor(_Action.MoveUp, event.modifiers()) == here:
            self.left_above.emit()
        elif event.text().strip() and event.text().isprintable() and not event.modifiers() & _WITH:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Qt would go through every row; letters go to the search field."""

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Nothing is dragged or selected by moving."""

    def _open(self, index: _Index) -> None:
        row = self._rows.row(index.row()) if index.isValid() and not self._rows.is_heading(index.row()) else None
        if row is not None:
            self.opened.emit(row.id)


_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
