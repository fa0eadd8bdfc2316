"""Sentences in large type, one below the other; one is marked, and the arrow keys go from one to the next.

May touch: its own widgets. Must never let a sentence be selected or copied, and must never keep one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading

_NEXT = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_EDGE = 10
# Two languages side by side need this much each (at 100 %); below that they stand under each other.
_NARROWEST = 300


@dataclass(frozen=True)
class Row:
    """One sentence: its words in each language shown, and a small line below it or ""."""

    id: str
    words: tuple[str, ...]
    below: str = ""


class SayLines(QWidget):
    """show_rows(rows) fills it; the marked sentence takes part in Tab, the others are reached from it."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.lines: list[_Line] = []
        self._marked = 0

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Say these now. What stays keeps its place and the mark."""
        shape = [(row.id, len(row.words), bool(row.below)) for row in rows]
        if shape == [line.shape for line in self.lines]:
            for line, row in zip(self.lines, rows, strict=True):
                line.say(row)
            return
        marked = self.lines[self._marked].shape[0] if self.lines else ""
        reading = any(line.hasFocus() for line in self.lines)
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for place, row in enumerate(rows):
            line = _Line(self, place, row, name=f"{self.objectName()}-{row.id}")
            self.lines.append(line)
            self._column.addWidget(line)
        places = [place for place, row in enumerate(rows) if row.id == marked]
        self._mark(places[0] if places else 0)
        if reading:
            # Otherwise the focus falls to the exit control, and the next Space hides by chance.
            QTimer.singleShot(0, self, self.read_on)

    def marked(self) -> int:
        """Which sentence is marked, from 0."""
        return self._marked

    def read_on(self) -> None:
        """Put the focus on the marked sentence: the arrow keys work from there."""
        if self.lines:
            self.lines[self._marked].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, place: int) -> None:
        self._marked = place
        for line in self.lines:
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line.place == place else Qt.FocusPolicy.ClickFocus)
            line.update()

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.lines):
            self._mark(place)
            self.lines[place].setFocus(Qt.FocusReason.OtherFocusReason)


class _Line(QWidget):
    """One sentence. Painted by hand: a mark that only a style sheet draws would cost a new style at each key."""

    def __init__(self, lines: SayLines, place: int, row: Row, *, name: str) -> None:
        super().__init__(lines)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.place = place
        self.shape = (row.id, len(row.words), bool(row.below))
        self._lines = lines
        self._words = [Heading("", 1) for _ in row.words]
        for words in self._words:
            # Side by side, the first words of both languages stand on one line.
            words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._below = Body("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE + 6, _EDGE - 3, _EDGE, _EDGE - 3)
        column.setSpacing(2)
        column.addWidget(columns(*self._words, narrowest=_NARROWEST) if len(row.words) > 1 else self._words[0])
        column.addWidget(self._below)
        self.say(row)

    def say(self, row: Row) -> None:
        """The same sentence with other words."""
        for label, words in zip(self._words, row.words, strict=True):
            label.setText(words)
        self._below.setText(row.below)
        self._below.setVisible(bool(row.below))
        self.setAccessibleName(" / ".join(row.words))
        self.setAccessibleDescription(row.below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Next, previous, first, last; every other key goes on to the window."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _NEXT:
            self._lines._go(self.place + 1)
        elif event.key() in _BACK:
            self._lines._go(self.place - 1)
        elif event.key() == Qt.Key.Key_Home:
            self._lines._go(0)
        elif event.key() == Qt.Key.Key_End:
            self._lines._go(len(self._lines.lines) - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press marks the sentence."""
        self._lines._go(self.place)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring; the mark stays where she is in the text."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground and a bar for the marked sentence, a ring for the focus: never a colour alone."""
        if self._lines.marked() != self.place:
            return
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QPen(QColor(tokens.focus), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(ring)
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(QRect(5, 8, 4, self.height() - 16), 2, 2)
