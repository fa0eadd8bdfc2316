"""The calculator's list of earlier sums: arrows and Enter belong to it, whatever else is typed to the calculator.

May touch: its own lines. Must never swallow a digit: a click into the empty list would make the keyboard dead.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SumList(QListWidget):
    """`typed` hands over a key that means nothing to a list; the receiver takes the focus with it."""

    typed = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's list would look for a line that begins with the sign."""
        taking = event.key() in _ENTER and self.currentItem() is not None
        if taking or not (event.text() or event.key() == Qt.Key.Key_F9):
            super().keyPressEvent(event)
        else:
            self.typed.emit(event)
