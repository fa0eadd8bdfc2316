"""Which calculator key a press means, whatever keyboard layout is on.

May touch: the key event it is given. Must never keep what was pressed anywhere but in the field it belongs to.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

# On the Kazakh layout the number row types letters; each stands for the key's own engraving.
KAZAKH_ROW = {
    **dict(zip("әіңғүұқөһ", "234589" + "0-=", strict=True)),
    **dict(zip("ҒҮҰҚҺ", "%*()+", strict=True)),
}
_SIGNS = {
    ",": ".", "٫": ".", "·": "*", "×": "*", "∙": "*", "⋅": "*", "х": "*", "x": "*", "X": "*", "Х": "*",
    "÷": "/", ":": "/", "−": "-", "–": "-", "—": "-", "№": ".",
}  # fmt: skip
_PLAIN = "0123456789.+-*/()%="

# Set-1 scan codes of the number row; X11 key codes are these plus eight.
_ROW = dict(zip(range(2, 14), "1234567890-=", strict=True))
_SHIFTED_ROW = dict(zip(range(2, 14), ("", "", "", "", "%", "", "", "*", "(", ")", "", "+"), strict=True))
_X11_OFFSET = 8
# What the keys 1, 6 and 7 type on the Kazakh layout, and on no other layout in use.
_ROW_SIGNS = {'"': "1", ",": "6", ".": "7"}


def position_of(event: QKeyEvent) -> str:
    """The number-row engraving of the pressed key on a US keyboard, "" for other keys and unknown platforms."""
    code = event.nativeScanCode()
    if QGuiApplication.platformName() in ("xcb", "wayland", "offscreen"):
        code -= _X11_OFFSET
    row = _SHIFTED_ROW if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _ROW
    return row.get(code, "")


def meaning_of(event: QKeyEvent) -> str:
    """The calculator key a press means: one of "0123456789.+-*/()%=", or ""."""
    text = event.text()
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "="
    if len(text) != 1 or not text.isprintable():
        return ""
    position = position_of(event)
    # Keys 1, 6 and 7 type " , . on the Kazakh layout: the key counts there, not the sign.
    if position and position in _ROW_SIGNS.get(text, ""):
        return position
    return meaning_of_sign(text) or position


def meaning_of_sign(sign: str) -> str:
    """The calculator key one typed character means, or ""."""
    if sign in _PLAIN:
        return sign
    if sign in KAZAKH_ROW:
        return KAZAKH_ROW[sign]
    if sign in _SIGNS:
        return _SIGNS[sign]
    digit = unicodedata.digit(sign, None)
    return "" if digit is None else str(digit)


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
