"""Widgets below each other, as high as their words need at the width they get; that height is worked out once.

May touch: the geometry of what it holds. Must never keep a height after something inside has changed.
"""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


class HeldColumn(QVBoxLayout):
    """Qt asks a column anew for every row at every width; measured, three hundred steps then took 150 ms a turn."""

    def __init__(self, parent: QWidget, *, spacing: int) -> None:
        # Before super(), because Qt calls invalidate() from there.
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def invalidate(self) -> None:
        """Qt calls this when anything inside changes its size."""
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """The height of everything at this width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]


class Column(QWidget):
    """The widgets top to bottom, `spacing` px apart; add() puts more below. `column` is its layout, without margins:
    the card around it has them."""

    def __init__(self, *widgets: QWidget, spacing: int = 10, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.column = HeldColumn(self, spacing=spacing)
        # Beside something higher the words stay at the top instead of drifting apart.
        self.column.addStretch(1)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below what is there."""
        for widget in widgets:
            self.column.insertWidget(self.column.count() - 1, widget)
