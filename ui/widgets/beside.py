"""Words with their buttons beside them, or below them where there is no room.

May touch: the geometry of its two items. Must never squeeze the words to make the buttons fit.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.growing_layout import GrowingLayout, height_at

# Narrower than this (at 100 %) the words would stand in a column of single words.
WORDS_NEED = 300


class Beside(GrowingLayout):
    """Two items: the first takes the room, the second its own width at the right, or the next row."""

    def __init__(self, *, words_need: int = WORDS_NEED, spacing: int = 12) -> None:
        super().__init__(spacing=spacing)
        self._need = current().px(words_need)

    def sizeHint(self) -> QSize:
        """Both in one row."""
        width = self._need + self._beside() + self.spacing()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The wider of the two."""
        return QSize(max((i.minimumSize().width() for i in self._items if not i.isEmpty()), default=0), 0)

    def _beside(self) -> int:
        return self._items[1].sizeHint().width() if len(self._items) > 1 and not self._items[1].isEmpty() else 0

    def _place(self, rect: QRect, *, really: bool) -> int:
        if not self._items:
            return 0
        words, actions = self._items[0], self._items[1] if len(self._items) > 1 else None
        wide = self._beside()
        if actions is None or not wide:
            high = height_at(words, rect.width())
            if really:
                words.setGeometry(QRect(rect.x(), rect.y(), rect.width(), high))
            return high
        room = rect.width() - wide - self.spacing()
        if room >= self._need:
            first, second = height_at(words, room), height_at(actions, wide)
            high = max(first, second)
            if really:
                words.setGeometry(QRect(rect.x(), rect.y() + (high - first) // 2, room, first))
                actions.setGeometry(QRect(rect.right() - wide + 1, rect.y() + (high - second) // 2, wide, second))
            return high
        wide = min(wide, rect.width())
        first, second = height_at(words, rect.width()), height_at(actions, wide)
        if really:
            words.setGeometry(QRect(rect.x(), rect.y(), rect.width(), first))
            actions.setGeometry(QRect(rect.x(), rect.y() + first + 6, wide, second))
        return first + 6 + second


def beside(words: QWidget, actions: QWidget, *, words_need: int = WORDS_NEED) -> QWidget:
    """`words` with `actions` at the right, or below; as one widget."""
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    layout = Beside(words_need=words_need)
    holder.setLayout(layout)
    layout.addWidget(words)
    layout.addWidget(actions)
    return holder
