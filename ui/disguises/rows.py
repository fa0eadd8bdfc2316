"""A plain list of rows for the everyday programs: a text, perhaps with a box to tick, and a figure at the right.

May touch: its own cells. Must never rely on the surrounding window's style: every row is drawn here.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from ui.disguises import look

_Index = QModelIndex | QPersistentModelIndex
_BOX = 20
_BOX_ROOM = 38
_LONGEST_CELL = 100
# Pixels of a column of figures; more would leave the text no room in a small window.
_NARROWEST, _WIDEST = 60, 190


def in_middle(page: QWidget, widest: int) -> QVBoxLayout:
    """A column in the middle of `page`, at most `widest` pixels wide."""
    outer = QHBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    middle = QWidget(page)
    middle.setMaximumWidth(widest)
    outer.addStretch(1)
    outer.addWidget(middle, 1000)
    outer.addStretch(1)
    column = QVBoxLayout(middle)
    column.setContentsMargins(12, 12, 12, 12)
    column.setSpacing(8)
    return column


class Rows(QTableWidget):
    """The rows; Space and a click on the box tick, F2 and a double click edit, Delete asks for removal."""

    delete_pressed = Signal()

    def __init__(self, tone: look.Colours, columns: int, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(0, columns, parent)
        self.tone = tone
        self._empty_text = ""
        self.setAccessibleName(spoken)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.text_pixels() + 22)
        header = self.horizontalHeader()
        header.hide()
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, columns):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(_Cell(self))
        self.setMinimumHeight(80)

    def fit(self) -> None:
        """Make the figures' columns as wide as their widest figure; the text takes the rest."""
        metrics = QFontMetrics(look.plain_font(look.text_pixels()))
        for column in range(1, self.columnCount()):
            cells = (self.item(row, column) for row in range(self.rowCount()))
            widest = max((metrics.horizontalAdvance(cell.text()) for cell in cells if cell is not None), default=0)
            self.setColumnWidth(column, min(max(widest + 28, _NARROWEST), _WIDEST))

    def set_empty_text(self, text: str) -> None:
        """What stands in the place of rows as long as there are none."""
        self._empty_text = text
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or the word that there are none."""
        super().paintEvent(event)
        if self.rowCount() == 0 and self._empty_text:
            painter = QPainter(self.viewport())
            painter.setFont(look.plain_font(look.text_pixels()))
            painter.setPen(QColor(self.tone.muted))
            area = self.viewport().rect().adjusted(12, 12, -12, -12)
            wrap = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(wrap), self._empty_text)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks for removal; everything else is the table's own."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Space and self.currentRow() >= 0 and _tick(self.model(), self._first()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _first(self) -> QModelIndex:
        return self.model().index(self.currentRow(), 0)


def _ticked(index: _Index) -> bool | None:
    """Whether the box of a cell is ticked; None when it has no box."""
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    return None if state is None else Qt.CheckState(state) == Qt.CheckState.Checked


def _tick(model: QAbstractItemModel, index: _Index) -> bool:
    """Turn the box of a row over; False when the row has none."""
    ticked = _ticked(index)
    if ticked is None:
        return False
    turned = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
    return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)


class _Cell(QStyledItemDelegate):
    """Draws one cell and edits its text."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, box, text; a ticked row is struck through, so that colour is never the only sign."""
        tone = self._rows.tone
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        ticked = _ticked(index.sibling(index.row(), 0))
        checkable, done = ticked is not None, ticked is True
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(tone.key_down if chosen else tone.surface))
        painter.setPen(QPen(QColor(tone.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        text_area = area.adjusted(12, 0, -12, 0)
        if checkable and index.column() == 0:
            self._draw_box(painter, area, done=done)
            text_area = area.adjusted(_BOX_ROOM, 0, -8, 0)
        font = look.plain_font(look.text_pixels())
        font.setStrikeOut(done)
        painter.setFont(font)
        painter.setPen(QColor(tone.muted if done else tone.ink))
        side = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, text_area.width()
        )
        painter.drawText(text_area, side | Qt.AlignmentFlag.AlignVCenter, text)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tone.accent), 2))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _draw_box(self, painter: QPainter, area: QRect, *, done: bool) -> None:
        tone = self._rows.tone
        box = QRectF(area.left() + 11, area.center().y() - _BOX / 2 + 1, _BOX - 2, _BOX - 2)
        painter.setPen(QPen(QColor(tone.accent if done else tone.muted), 1.6))
        painter.setBrush(QColor(tone.accent if done else tone.surface))
        painter.drawRoundedRect(box, 4, 4)
        if done:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tone.on_accent), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            left, top = box.left(), box.top()
            painter.drawPolyline(
                [QPointF(left + 4.2, top + 9.4), QPointF(left + 7.8, top + 13), QPointF(left + 14, top + 5.6)]
            )

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click on the box, or a little beside it, turns it over."""
        presses = (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if index.column() or event.type() not in presses or not isinstance(event, QMouseEvent):
            return False
        area: QRect = option.rect
        if event.button() != Qt.MouseButton.LeftButton or event.position().x() > area.left() + _BOX_ROOM:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            return _tick(model, index)
        # A double click on the box is two ticks, never an edit.
        return event.type() == QEvent.Type.MouseButtonDblClick and _tick(model, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        """A plain line over the cell."""
        line = QLineEdit(parent)
        line.setMaxLength(_LONGEST_CELL)
        line.setStyleSheet("QLineEdit { min-height: 0; padding: 0 6px; border-radius: 3px; }")
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Beside the box, not over it."""
        area: QRect = option.rect
        checkable = _ticked(index) is not None
        editor.setGeometry(area.adjusted(_BOX_ROOM - 8 if checkable else 0, 1, 0, -2))
