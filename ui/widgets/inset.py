"""A tinted field inside a card, for the one thing to look at.

May touch: nothing. Must never hold something that can only be understood by its colour.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget


class Inset(QFrame):
    """The widgets below each other on a tinted ground."""

    def __init__(self, *widgets: QWidget, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("part", "inset")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(4)
        for widget in widgets:
            inside.addWidget(widget)
