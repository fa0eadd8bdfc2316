"""Copying inside the window works as everywhere; what other programs are offered holds none of her words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from ui.clipboard import SECONDS, OwnClipboard, mark_private
from ui.widgets.fields import TextLine
from ui.widgets.labels import Body
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text_box import TextBox

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "He took the phone.\nThe neighbour heard it."


@pytest.fixture
def sheet(qtbot: Any) -> Any:
    """A text box, a line and a passphrase field in one window, with the guard behind them."""
    made = QWidget()
    qtbot.addWidget(made)
    guard = made.guard = OwnClipboard(made)
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


@pytest.mark.row("F-07")
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


# What KDE and GNOME tools, Windows' history, its cloud and old viewers look for.
MARKS = {"x-kde-passwordManagerHint": b"secret"} | {
    f'application/x-qt-windows-mime;value="{name}"': b"\0\0\0\0"
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
        "Clipboard Viewer Ignore",
    )
}


def unmarked(data: QMimeData) -> set[str]:
    """The marks that a history would look for in vain."""
    return {name for name, value in MARKS.items() if bytes(data.data(name).data()) != value}


def copy(sheet: Any, qtbot: Any) -> None:
    sheet.box.set_text(WORDS)
    sheet.box.selectAll()
    qtbot.keyClick(sheet.box, Qt.Key.Key_C, CONTROL)


@pytest.mark.row("F-07")
def test_only_switched_on_words_leave_and_then_marked_and_for_half_a_minute(sheet: Any, qtbot: Any) -> None:
    sheet.guard.let_words_leave(True)
    copy(sheet, qtbot)
    assert "neighbour" in offered()
    assert unmarked(QGuiApplication.clipboard().mimeData()) == set()
    timer = sheet.guard._soon
    assert timer.isActive()
    assert timer.interval() == 1000 * SECONDS == 30_000
    timer.timeout.emit()
    assert "neighbour" not in offered()
    assert unmarked(QGuiApplication.clipboard().mimeData()) == set()
    # In this window the copy still is what was copied last.
    sheet.box.set_text("")
    qtbot.keyClick(sheet.box, Qt.Key.Key_V, CONTROL)
    assert sheet.box.text() == WORDS


@pytest.mark.row("F-07")
@pytest.mark.parametrize("ends", ["exit", "switched off"])
def test_the_exit_and_switching_it_off_take_the_words_back_at_once(sheet: Any, qtbot: Any, ends: str) -> None:
    sheet.guard.let_words_leave(True)
    copy(sheet, qtbot)
    assert "neighbour" in offered()
    sheet.guard.withdraw() if ends == "exit" else sheet.guard.let_words_leave(False)
    assert "neighbour" not in offered()
    assert not sheet.guard._soon.isActive()


def test_a_guard_that_was_stopped_takes_nothing_in_any_more(sheet: Any, qtbot: Any) -> None:
    sheet.guard.let_words_leave(True)
    copy(sheet, qtbot)
    sheet.guard.stop()
    assert "neighbour" not in offered()
    QGuiApplication.clipboard().setText("of the next window")
    assert offered().startswith("of the next window")


@pytest.mark.row("F-07")
def test_where_a_policy_closes_the_clipboard_her_switch_opens_nothing(qtbot: Any) -> None:
    box, owner = TextBox(name="box"), QObject()
    qtbot.addWidget(box)
    guard = OwnClipboard(owner, closed=True)
    guard.let_words_leave(True)
    box.set_text(WORDS)
    box.selectAll()
    box.copy()
    assert "neighbour" not in offered()


@pytest.mark.row("F-07", control=True)
def test_without_the_guard_and_the_marks_the_eyes_see_words_and_missing_marks(qtbot: Any) -> None:
    box = TextBox(name="box")
    qtbot.addWidget(box)
    box.set_text(WORDS)
    box.selectAll()
    box.copy()
    assert "neighbour" in offered()
    plain = QMimeData()
    plain.setText(WORDS)
    assert unmarked(plain) == set(MARKS)
    mark_private(plain)
    assert unmarked(plain) == set()


@pytest.mark.row("F-07")
@pytest.mark.parametrize("kind", ["box", "label"])
def test_marked_words_are_not_dragged_out(sheet: Any, qtbot: Any, kind: str) -> None:
    """A drag begins where a press lands on marked words: the press takes the mark away first."""
    if kind == "box":
        sheet.box.set_text(WORDS)
        sheet.box.selectAll()
        target, middle = sheet.box.viewport(), sheet.box.cursorRect().center() - QPoint(20, 0)
    else:
        label = Body(WORDS, selectable=True)
        sheet.layout().addWidget(label)
        label.show()
        qtbot.waitUntil(lambda: label.height() > 0)
        label.setSelection(0, len(WORDS))
        target, middle = label, QPoint(20, 8)
    qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=middle)
    marked = sheet.box.textCursor().selectedText() if kind == "box" else target.selectedText()
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=middle)
    assert marked == ""
    assert not sheet.line.dragEnabled()
