"""One count as words and a number: a plain line, or with a thin bar as what opens on a press.

May touch: its own painting. Must never colour a count by how high it is, show a part of a hundred, or look as if it
could be pressed where it cannot.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.buttons import Button

_EDGE = 6


def _policy(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


class _Drawn:
    """How a count looks and how high it is. One that `opens` is underlined, has a bar and room for a finger."""

    def __init__(self, words: str, entries: int, most: int, *, opens: bool) -> None:
        self.words, self.entries, self.most, self.opens = words, entries, max(most, 1), opens
        self.least = current().px(40) if opens else 0

    def font(self, of: QWidget) -> QFont:
        font = QFont(of.font())
        font.setPixelSize(current().px(14))
        font.setUnderline(self.opens)
        return font

    def _number_wide(self, of: QWidget) -> int:
        return QFontMetrics(self.font(of)).horizontalAdvance(str(self.entries)) + current().px(12)

    def _words_room(self, of: QWidget, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - 2 * _EDGE - self._number_wide(of)), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
        return QFontMetrics(self.font(of)).boundingRect(room, flags, self.words)

    def height(self, of: QWidget, width: int) -> int:
        return max(self.least, self._words_room(of, width).height() + (current().px(6) + 12 if self.opens else 6))

    def narrowest(self, of: QWidget) -> int:
        metrics = QFontMetrics(self.font(of))
        longest = max((metrics.horizontalAdvance(word) for word in self.words.split()), default=0)
        return longest + self._number_wide(of) + 2 * _EDGE + 2

    def paint(self, of: QWidget, painter: QPainter) -> None:
        tokens, bar = current().tokens, max(4, current().px(5))
        painter.setFont(self.font(of))
        painter.setPen(QColor(tokens.on_accent_soft if self.opens else tokens.ink))
        room = QRectF(of.rect()).adjusted(_EDGE, 3, -_EDGE, -3 - bar - 3 if self.opens else -3)
        words = room.adjusted(0, 0, -self._number_wide(of), 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(words, int(left) | int(Qt.TextFlag.TextWordWrap), self.words)
        font = self.font(of)
        font.setUnderline(False)
        font.setBold(self.opens)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), str(self.entries))
        if not self.opens:
            return
        line = QRectF(room.left(), room.bottom() + 2, room.width(), bar)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(line, bar / 2, bar / 2)
        if self.entries:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            line.setWidth(max(bar, line.width() * self.entries / self.most))
            painter.drawRoundedRect(line, bar / 2, bar / 2)


class CountLine(QLabel):
    """A count to look at. `said` is read aloud."""

    def __init__(self, words: str, entries: int, said: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.drawn = _Drawn(words, entries, 1, opens=False)
        _policy(self)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words at this width."""
        return self.drawn.height(self, width)

    def minimumSizeHint(self) -> QSize:
        """The longest word and the number."""
        return QSize(self.drawn.narrowest(self), self.drawn.height(self, 100_000))

    def sizeHint(self) -> QSize:
        """As wide as what opens, so that the numbers stand below each other."""
        wide = max(current().px(220), self.drawn.narrowest(self))
        return QSize(wide, self.drawn.height(self, wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.drawn.paint(self, painter)


class CountButton(Button):
    """A count whose entries can be read: a press opens them. `most` is the highest of its group."""

    part = "quiet"

    def __init__(
        self, words: str, entries: int, most: int, said: str, clicked: Callable[[], object], *, name: str
    ) -> None:
        self.drawn = _Drawn(words, entries, most, opens=True)
        super().__init__(words, name=name, clicked=clicked, accessible=said)
        _policy(self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def heightForWidth(self, width: int) -> int:
        """As high as the words at this width, and high enough to be pressed."""
        return self.drawn.height(self, width)

    def minimumSizeHint(self) -> QSize:
        """The longest word and the number."""
        return QSize(self.drawn.narrowest(self), self.drawn.height(self, 100_000))

    def sizeHint(self) -> QSize:
        """Wide enough for a bar that can be seen."""
        wide = max(current().px(220), self.drawn.narrowest(self))
        return QSize(wide, self.drawn.height(self, wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, number, bar; soft under the mouse, a ring with the keyboard."""
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(self.rect(), 8, 8)
        self.drawn.paint(self, painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
