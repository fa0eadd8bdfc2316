"""The record's long number as a square on the screen: black fields on white in every theme, or no camera reads it.

May touch: its own pixels. Must never be the only form of the number: its words and digits stand beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from safeplan.handover.record_card import square
from ui.theme import current

# Pixels a field, so that every field is as large as its neighbour.
_FIELD = 4


class RecordSquare(QWidget):
    """The square of one number; `accessible` says what it is for whoever cannot see it."""

    def __init__(self, root_hex: str, *, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._fields = square(root_hex)
        self._field = max(_FIELD, current().px(_FIELD))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As many whole pixels as its fields need."""
        side = len(self._fields) * self._field
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White, then every black field."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.rect(), QColor("white"))
        painter.setBrush(QColor("black"))
        for y, row in enumerate(self._fields):
            for x, black in enumerate(row):
                if black:
                    painter.drawRect(QRectF(x * self._field, y * self._field, self._field, self._field))
        painter.end()
