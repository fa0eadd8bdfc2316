"""Picking one of a long list, or a day: the system's own fields with an arrow that can be seen in every theme.

May touch: nothing. Must never be needed for a date: she can always say it in her own words.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.theme import current


def _paint_arrow(widget: QWidget) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(current().tokens.ink), max(2, current().px(2)))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    half, middle = current().px(5), widget.rect().center()
    tip = QPoint(widget.width() - current().px(20), middle.y() + half // 2)
    painter.drawPolyline([tip + QPoint(-half, -half), tip, tip + QPoint(half, -half)])


class Pick(QComboBox):
    """One of `options` of (id, words)."""

    def __init__(self, options: Sequence[tuple[str, str]], *, name: str, accessible: str = "", one: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        # The longest option must not make the window wider than the screen.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for id_, words in options:
            self.addItem(words, id_)
        self.set_one(one)

    def one(self) -> str:
        """The id picked, "" when the list is empty."""
        return str(self.currentData() or "")

    def set_one(self, id_: str) -> None:
        """Pick; an unknown id picks the first."""
        self.setCurrentIndex(max(0, self.findData(id_)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page over a field must not change what she picked."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, our arrow; words that are too long end in three dots, never in half a letter."""
        painter = QStylePainter(self)
        look = QStyleOptionComboBox()
        self.initStyleOption(look)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, look)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, look, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        # A style sheet leaves the arrow's room out of the field; ours stands within it.
        widest = min(room.width(), self.width() - room.x() - current().px(32))
        look.currentText = self.fontMetrics().elidedText(look.currentText, Qt.TextElideMode.ElideRight, widest)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, look)
        painter.end()
        _paint_arrow(self)


class DayField(QDateEdit):
    """A day, typed or picked from a calendar."""

    def __init__(self, *, name: str, accessible: str = "", day: QDate | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd.MM.yyyy")
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setMinimumWidth(current().px(160))
        if day is not None:
            self.setDate(day)

    def iso(self) -> str:
        """The day as "2026-03-01"."""
        return self.date().toString(Qt.DateFormat.ISODate)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change a date."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and our arrow."""
        super().paintEvent(event)
        _paint_arrow(self)
