"""A column whose height is worked out once for each width: hundreds of lines below each other stay quick.

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


def held(*widgets: QWidget, spacing: int = 0) -> QWidget:
    """The widgets below each other as one widget that knows its height."""
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    column = HeldColumn(holder, spacing=spacing)
    for widget in widgets:
        column.addWidget(widget)
    return holder
