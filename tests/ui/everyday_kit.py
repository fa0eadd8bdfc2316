"""What the tests of the everyday programs share: real key events, and all that can be read in a program."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableWidget,
    QWidget,
)

# What the number row types on the Kazakh layout, by the key's engraving, and the key's X11 code.
KAZAKH = dict(zip("1234567890-=", '"әіңғ,.үұқөһ', strict=True))
CODES = dict(zip("1234567890-=", range(10, 22), strict=True))
SIZES = [(360, 480), (1024, 600), (1920, 1080)]


def type_kazakh(line: QLineEdit, engraved: str) -> None:
    """Press the keys engraved so while the Kazakh layout is on; other signs come from the number pad."""
    line.setFocus()
    for sign in engraved:
        text, code = KAZAKH.get(sign, sign), CODES.get(sign, 0)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, code, 0, 0, text))


def type_words(line: QLineEdit, text: str) -> None:
    """Type `text` letter by letter as any layout sends it (the test library itself knows Latin letters only)."""
    line.setFocus()
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))


def all_text(program: QWidget) -> str:
    """Every word a person or a screen reader can find in the program, in sight or not."""
    found: list[str] = [program.windowTitle()]
    for child in program.findChildren(QWidget):
        found += [child.accessibleName(), child.accessibleDescription(), child.toolTip()]
        if isinstance(child, QLabel | QLineEdit | QAbstractButton):
            found.append(child.text())
        elif isinstance(child, QComboBox):
            found += [child.itemText(at) for at in range(child.count())]
        elif isinstance(child, QTableWidget):
            cells = [child.item(row, at) for row in range(child.rowCount()) for at in range(child.columnCount())]
            found += [cell.text() for cell in cells if cell is not None]
    return " ".join(found)


def can_bring_back(program: QWidget) -> list[QLineEdit]:
    """The entry lines whose undo or redo would bring something back."""
    return [line for line in program.findChildren(QLineEdit) if line.isUndoAvailable() or line.isRedoAvailable()]


class LongWords(QTranslator):
    """Every word half as long again, as Russian and Kazakh words are."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text + "e" * (len(text) // 2)

    def isEmpty(self) -> bool:
        return False


@contextlib.contextmanager
def long_words() -> Iterator[None]:
    """While this lasts, programs are built with long words."""
    application = QApplication.instance()
    assert application is not None
    words = LongWords()
    application.installTranslator(words)
    yield
    application.removeTranslator(words)


def cut_or_nameless(program: QWidget) -> list[str]:
    """Controls in sight that stick out of the window, have no name for a screen reader or no room for their word."""
    wrong: list[str] = []
    for control in program.findChildren(QWidget):
        if not control.isVisible() or not isinstance(control, QAbstractButton | QLineEdit | QComboBox | QTableWidget):
            continue
        interface = QAccessible.queryAccessibleInterface(control)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        corner = control.mapTo(program, control.rect().bottomRight())
        if not name:
            wrong.append(f"no name: {control}")
        if not program.rect().contains(corner):
            wrong.append(f"sticks out: {name}")
        if isinstance(control, QAbstractButton) and control.text():
            needed = control.fontMetrics().horizontalAdvance(control.text())
            if needed > control.width() - 8:
                wrong.append(f"cut: {name}")
    return wrong
