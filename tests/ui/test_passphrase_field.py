"""A passphrase typed by keys, pasted, rubbed out and taken: nothing of it stays in the field."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox

from ui.theme import Look, dress
from ui.widgets.passphrase_field import ROOM, PassphraseField


@pytest.fixture
def field(qtbot: Any) -> PassphraseField:
    made = PassphraseField(name="pass", accessible="Passphrase")
    qtbot.addWidget(made)
    dress(made, Look())
    made.show()
    made.dots.setFocus()
    return made


def test_what_was_typed_is_taken_once_and_then_gone(field: PassphraseField, qtbot: Any) -> None:
    qtbot.keyClicks(field.dots, "lamp river")
    assert field.take() == bytearray(b"lamp river")
    assert field.is_empty()
    assert field.take() == bytearray()


def test_the_room_is_zeroed_after_taking(field: PassphraseField, qtbot: Any) -> None:
    qtbot.keyClicks(field.dots, "secretword")
    field.take()
    rooms = [o for o in gc.get_referents(vars(field.dots)) if isinstance(o, bytearray)]
    assert [len(r) for r in rooms] == [ROOM]
    assert not any(rooms[0])


def test_backspace_takes_one_letter_whatever_its_length(field: PassphraseField, qtbot: Any) -> None:
    field.dots.inputMethodEvent(_committed("кітап қ😀"))
    qtbot.keyClick(field.dots, Qt.Key.Key_Backspace)
    qtbot.keyClick(field.dots, Qt.Key.Key_Backspace)
    assert field.take().decode() == "кітап "
    qtbot.keyClick(field.dots, Qt.Key.Key_Backspace)
    assert field.is_empty()


def test_a_paste_comes_in_without_its_line_end(field: PassphraseField, qtbot: Any) -> None:
    QGuiApplication.clipboard().setText("lamp river\r\n")
    qtbot.keyClick(field.dots, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    assert field.take() == bytearray(b"lamp river")


def test_too_much_is_refused_as_a_whole(field: PassphraseField) -> None:
    field.dots.inputMethodEvent(_committed("a" * 1000))
    field.dots.inputMethodEvent(_committed("қ" * 13))
    assert field.take() == bytearray(b"a" * 1000)


def test_no_undo_and_control_keys_write_nothing(field: PassphraseField, qtbot: Any) -> None:
    qtbot.keyClicks(field.dots, "ab")
    for key in (Qt.Key.Key_Z, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_A):
        qtbot.keyClick(field.dots, key, Qt.KeyboardModifier.ControlModifier)
    assert field.take() == bytearray(b"ab")
    qtbot.keyClick(field.dots, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.is_empty()


def test_screen_readers_hear_the_name_and_never_the_text(field: PassphraseField, qtbot: Any) -> None:
    qtbot.keyClicks(field.dots, "lampriver")
    heard = QAccessible.queryAccessibleInterface(field.dots)
    assert heard.text(QAccessible.Text.Name) == "Passphrase"
    everything = "".join(heard.text(kind) for kind in QAccessible.Text)
    assert "lamp" not in everything
    assert heard.textInterface() is None


@pytest.mark.row("F-12")
def test_input_methods_are_told_to_remember_nothing(field: PassphraseField, qtbot: Any) -> None:
    qtbot.keyClicks(field.dots, "lamp")
    hints = field.dots.inputMethodHints()
    for hint in ("ImhSensitiveData", "ImhNoPredictiveText", "ImhHiddenText"):
        assert hints & getattr(Qt.InputMethodHint, hint)
    assert field.dots.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == ""


def test_letters_are_painted_only_when_she_asks(field: PassphraseField, qtbot: Any) -> None:
    field.resize(400, 100)
    qtbot.keyClicks(field.dots, "mmmm")
    dots = field.dots.grab().toImage()
    field.clear()
    qtbot.keyClicks(field.dots, "iiii")
    assert field.dots.grab().toImage() == dots
    box = field.findChild(QCheckBox, "pass-show")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    field.dots.setFocus()
    assert field.dots.grab().toImage() != dots


def test_the_letters_being_typed_are_named(field: PassphraseField) -> None:
    for typed, words in (("d", "Latin"), ("в", "Russian"), ("қ", "Kazakh")):
        field.dots.inputMethodEvent(_committed(typed))
        assert words in field.letters.text()


def test_enter_says_that_she_is_ready(field: PassphraseField, qtbot: Any) -> None:
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.dots, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field.dots


def _committed(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event
