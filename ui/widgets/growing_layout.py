"""What all layouts here have in common: they keep their items, and become higher where they become narrower.

May touch: its list of items. Must never compute a height twice for the same width: every layout above asks again.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class GrowingLayout(QLayout):
    """Subclasses say in `_place` where the items stand, and how high all of them are."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int) -> None:
        # Asked for again and again by every layout above: thirty rows took 50 ms a turn without it. Before
        # super(), because Qt calls invalidate() from there.
        self._heights: dict[int, int] = {}
        self._items: list[QLayoutItem] = []
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def invalidate(self) -> None:
        """Qt calls this when anything inside changes its size."""
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Qt asks for this."""
        self._items.append(item)

    def count(self) -> int:
        """Qt asks for this."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt asks for this; None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt asks for this; None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of everything at this width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), really=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def _place(self, rect: QRect, *, really: bool) -> int:
        raise NotImplementedError


def height_at(item: QLayoutItem, width: int) -> int:
    """How high `item` is at `width`."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
