"""Layouts that grow downwards instead of being cut: chips in rows, cards in columns.

May touch: the geometry of its items. Must never ask for more width than its widest single item.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.growing_layout import GrowingLayout, height_at


class FlowLayout(GrowingLayout):
    """Items side by side at their own width; what does not fit goes to the next row."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent, spacing=spacing)

    def expandingDirections(self) -> Qt.Orientation:
        """Neither: rows are as high as they must be."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        """All items in one row."""
        shown = [i for i in self._items if not i.isEmpty()]
        width = sum(i.sizeHint().width() for i in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((i.sizeHint().height() for i in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest single item."""
        shown = [i for i in self._items if not i.isEmpty()]
        width = max((i.minimumSize().width() for i in shown), default=0)
        return QSize(width, max((i.minimumSize().height() for i in shown), default=0))

    def _place(self, rect: QRect, *, really: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), max(rect.width(), item.minimumSize().width()))
            height = height_at(item, width)
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, row = rect.x(), y + row + self.spacing(), 0
            if really:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self.spacing()
            row = max(row, height)
        return y + row - rect.y()


class Columns(GrowingLayout):
    """Cards side by side in equal columns where each gets `narrowest` px (at 100 %); below that, stacked."""

    def __init__(self, parent: QWidget | None = None, *, narrowest: int = 340, spacing: int = 16) -> None:
        super().__init__(parent, spacing=spacing)
        self._narrowest = current().px(narrowest)

    def sizeHint(self) -> QSize:
        """Two columns."""
        return QSize(self._narrowest * 2 + self.spacing(), self.heightForWidth(self._narrowest * 2 + self.spacing()))

    def minimumSize(self) -> QSize:
        """The widest single card."""
        return QSize(max((i.minimumSize().width() for i in self._shown()), default=0), 0)

    def _shown(self) -> list[QLayoutItem]:
        return [i for i in self._items if not i.isEmpty()]

    def _place(self, rect: QRect, *, really: bool) -> int:
        shown = self._shown()
        if not shown:
            return 0
        gap = self.spacing()
        fit = max(1, (rect.width() + gap) // (self._narrowest + gap))
        columns = min(len(shown), fit)
        width = (rect.width() - gap * (columns - 1)) // columns
        y = rect.y()
        for start in range(0, len(shown), columns):
            row = shown[start : start + columns]
            height = max(height_at(i, width) for i in row)
            for index, item in enumerate(row):
                if really:
                    item.setGeometry(QRect(rect.x() + index * (width + gap), y, width, height))
            y += height + gap
        return y - gap - rect.y()


def flow(*widgets: QWidget, spacing: int = 8) -> QWidget:
    """The widgets in rows, as one widget."""
    return _holding(FlowLayout(spacing=spacing), widgets)


def columns(*widgets: QWidget, narrowest: int = 340) -> QWidget:
    """The widgets in equal columns where there is room, as one widget."""
    return _holding(Columns(narrowest=narrowest), widgets)


def _holding(layout: QLayout, widgets: tuple[QWidget, ...]) -> QWidget:
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    holder.setLayout(layout)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
