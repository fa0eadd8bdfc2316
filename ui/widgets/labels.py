"""Words on the screen: headings, sentences, badges. Always plain text, always wrapped, never cut.

May touch: nothing. Must never read its text as HTML: what she typed, or a file's name, could carry markup.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class _Text(QLabel):
    def __init__(self, text: str, name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Marked words are not dragged: what is dropped in another program is there for good."""
        if self.hasSelectedText() and event.button() == Qt.MouseButton.LeftButton:
            self.setSelection(0, 0)
        super().mousePressEvent(event)


class Heading(_Text):
    """A heading of level 1 (page), 2 (card) or 3 (within a card)."""

    def __init__(self, text: str, level: int = 2, *, name: str = "") -> None:
        super().__init__(text, name)
        self.setProperty("level", str(level))


class Body(_Text):
    """A sentence. `part`: "body", "muted" (an aside), "small", "number" (one big figure), "error"."""

    def __init__(self, text: str, part: str = "body", *, name: str = "", selectable: bool = False) -> None:
        super().__init__(text, name)
        self.setProperty("part", part)
        if selectable:
            flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(flags)


class Badge(_Text):
    """One or two words about a state. `tone`: "accent", "warm", "plain". Never a colour alone: the words say it."""

    def __init__(self, text: str, tone: str = "accent", *, name: str = "") -> None:
        super().__init__(text, name)
        self.setWordWrap(False)
        self.setProperty("part", "badge")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
