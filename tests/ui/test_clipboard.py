"""Copying inside the window works as everywhere; what other programs are offered holds none of her words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from ui.clipboard import OwnClipboard
from ui.widgets.fields import TextLine
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text_box import TextBox

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "He took the phone.\nThe neighbour heard it."


@pytest.fixture
def sheet(qtbot: Any) -> Any:
    """A text box, a line and a passphrase field in one window, with the guard behind them."""
    made = QWidget()
    qtbot.addWidget(made)
    guard = OwnClipboard(made)
    made.box, made.line, made.phrase = TextBox(name="box"), TextLine(name="line"), PassphraseField(name="phrase")
    column = QVBoxLayout(made)
    for field in (made.box, made.line, made.phrase):
        column.addWidget(field)
    made.show()
    qtbot.waitExposed(made)
    yield made
    guard.setParent(QObject())
    QGuiApplication.clipboard().clear()


def offered() -> str:
    """All that another program could ask for."""
    data = QGuiApplication.clipboard().mimeData()
    pieces = [bytes(data.data(kind).data()).decode("utf-8", "replace") for kind in data.formats()]
    return "\n".join([QGuiApplication.clipboard().text(), *data.formats(), *pieces])


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_copied_words_can_be_pasted_here_and_are_nowhere_else(sheet: Any, qtbot: Any, key: Qt.Key) -> None:
    sheet.box.set_text(WORDS)
    sheet.box.selectAll()
    qtbot.keyClick(sheet.box, key, CONTROL)
    for word in ("phone", "neighbour"):
        assert word not in offered()
    sheet.box.set_text("")
    qtbot.keyClick(sheet.box, Qt.Key.Key_V, CONTROL)
    assert sheet.box.text() == WORDS
    qtbot.keyClick(sheet.line, Qt.Key.Key_V, CONTROL)
    assert sheet.line.text() == WORDS.replace("\n", " ")
    qtbot.keyClick(sheet.phrase.dots, Qt.Key.Key_V, CONTROL)
    assert sheet.phrase.take().decode() == WORDS


def test_a_line_is_guarded_as_well(sheet: Any, qtbot: Any) -> None:
    sheet.line.setText("Marat, 3rd floor")
    sheet.line.selectAll()
    qtbot.keyClick(sheet.line, Qt.Key.Key_C, CONTROL)
    assert "Marat" not in offered()
    qtbot.keyClick(sheet.box, Qt.Key.Key_V, CONTROL)
    assert sheet.box.text() == "Marat, 3rd floor"


def test_the_menu_of_a_line_pastes_what_was_copied_here(sheet: Any, qtbot: Any) -> None:
    sheet.box.set_text("a word")
    sheet.box.selectAll()
    sheet.box.copy()
    qtbot.mouseClick(sheet.line, Qt.MouseButton.LeftButton)
    position = sheet.line.rect().center()
    from PySide6.QtGui import QContextMenuEvent

    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(sheet.line, QContextMenuEvent(reason, position, sheet.line.mapToGlobal(position)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    paste = menu.findChild(QAction, "edit-paste")
    assert paste is not None
    assert paste.isEnabled()
    paste.trigger()
    menu.close()
    assert sheet.line.text() == "a word"


def test_what_another_program_copies_later_is_what_comes_in(sheet: Any, qtbot: Any) -> None:
    sheet.box.set_text("hers")
    sheet.box.selectAll()
    sheet.box.copy()
    QGuiApplication.clipboard().setText("from elsewhere")
    # In one process both are ours: the guard takes this in too, and the newest copy wins.
    sheet.box.set_text("")
    qtbot.keyClick(sheet.box, Qt.Key.Key_V, CONTROL)
    assert sheet.box.text() == "from elsewhere"
