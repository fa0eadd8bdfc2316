"""What every everyday program has in common: title, icon, start state, and one question before a line counts.

May touch: its own widgets. Must never keep a line that `before_accept` claimed: not on screen, in a
list or for undo.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.disguises import look


def _claims_nothing(_text: str) -> bool:
    return False


class EverydayProgram(QWidget):
    """One ordinary program in one widget; the same class stands alone and as the cover of another window.

    `before_accept(text)` is asked first for every line that is about to be accepted; where it returns True the
    program empties its entry as if nothing had been typed. `typed` follows for lines that were not claimed.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, dark: bool | None = None) -> None:
        super().__init__(parent)
        self.before_accept: Callable[[str], bool] = _claims_nothing
        self._dark_given = dark
        self.colours = look.colours(dark)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(300, 400)
        look.dress(self, self.colours)
        if dark is None:
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def title(self) -> str:
        """The window title, in the language in use."""
        raise NotImplementedError

    def icon(self) -> QIcon:
        """The window icon, drawn here."""
        raise NotImplementedError

    def reset(self) -> None:
        """Back to the start state: nothing typed, nothing last used in sight."""
        raise NotImplementedError

    def claimed(self, *readings: str) -> bool:
        """Ask `before_accept` for each reading of a line (as typed, by key position); emit `typed` if none is."""
        for reading in dict.fromkeys(readings):
            if reading and self.before_accept(reading):
                return True
        self.typed.emit(readings[0])
        return False

    def _follow_system(self) -> None:
        self.colours = look.colours(self._dark_given)
        look.dress(self, self.colours)
        self.update()

    def centred(self, widest: int) -> QVBoxLayout:
        """A column in the middle, at most `widest` pixels wide, that uses the full width of a small window."""
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        middle = QWidget(self)
        middle.setMaximumWidth(widest)
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        return column
