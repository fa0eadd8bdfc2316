"""Which calculator key a press means, whatever keyboard layout is on.

May touch: the key event it is given. Must never keep what was pressed.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

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
