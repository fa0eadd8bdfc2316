"""Everything on the page of the signs below each other, exactly as high as its words need.

May touch: the geometry of what it holds. Must never ask for more height than its width makes: the scroll area would
leave a screenful of nothing at the end, and she would look for what is missing there.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


class SignColumn(QWidget):
    """add() puts widgets below what is there."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below each other."""
        for widget in widgets:
            self._column.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """The width of its widest part; the height follows from the width it gets."""
        return QSize(super().minimumSizeHint().width(), 0)
