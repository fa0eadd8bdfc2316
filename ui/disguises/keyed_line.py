"""A one-line field of the everyday programs that knows which keys were pressed in it.

May touch: its own text. Must never keep what was pressed anywhere but in this field.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.disguises.keys import meaning_of


class KeyedLine(QLineEdit):
    """A one-line field that also knows its text as key positions, for as long as it was simply typed in order."""

    # After each key that changed the text, when both readings are known; textChanged comes before that.
    read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._positions: list[str] | None = []
        # What is typed here is not for an input method to learn.
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData)
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, and note the key's position where it extends or shortens the end of the line."""
        before = self.text()
        replaces_all = bool(before) and self.selectedText() == before
        super().keyPressEvent(event)
        after = self.text()
        if after == before:
            return
        self._follow(event, before, after, replaces_all=replaces_all)
        self.read.emit()

    def _follow(self, event: QKeyEvent, before: str, after: str, *, replaces_all: bool) -> None:
        if not after:
            self._positions = []
        elif replaces_all and len(after) == 1:
            self._positions = [meaning_of(event)]
        elif self._positions is None or len(self._positions) != len(before):
            self._positions = None
        elif len(after) == len(before) + 1 and after.startswith(before):
            self._positions.append(meaning_of(event))
        elif len(after) == len(before) - 1 and before.startswith(after):
            self._positions.pop()
        else:
            self._positions = None

    def by_position(self) -> str:
        """The line as engraved on the keys; "" when it was edited in the middle, pasted, or holds other keys."""
        if self._positions is None or len(self._positions) != len(self.text()) or not all(self._positions):
            return ""
        return "".join(self._positions)

    def forget(self) -> None:
        """Empty the line and its undo list (clear() would keep the text for undo)."""
        self.setText("")
        self._positions = []
