"""The drop-down list of the everyday programs.

May touch: its own widget. Must never be imported by the calculator: the toolkit's drawing styles that it needs would
cost every start several milliseconds.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.disguises.look import Colours


class Choice(QComboBox):
    """A drop-down list with its arrow drawn here: the sheet takes the style's own arrow away."""

    def __init__(self, spoken: str, tone: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = tone
        self.setAccessibleName(spoken)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The list's face, with dots where the word is too long, and a small angle pointing down at its right."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        elide, room = Qt.TextElideMode.ElideRight, self.width() - 44
        option.currentText = self.fontMetrics().elidedText(self.currentText(), elide, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.tone.muted), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - 18, self.height() // 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        painter.end()

    def showPopup(self) -> None:
        """The open list is as wide as its longest word, whatever the face had room for."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls the page; it never changes a choice by accident."""
        event.ignore()
