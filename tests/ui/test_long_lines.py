"""A very long line is shown in pieces: whatever is typed, removed or put over it, her text stays what she made it.

Lost without it: two of her lines run into one, or a sign is gone, and nothing says so.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets import text_box
from ui.widgets.text_box import SOFT_LINE, TextBox


@pytest.fixture
def box(qtbot: QtBot) -> TextBox:
    made = TextBox(name="box")
    qtbot.addWidget(made)
    return made


def select(box: TextBox, first: int, last: int) -> None:
    cursor = QTextCursor(box.document())
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


def paste(box: TextBox, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    box.insertFromMimeData(data)


def test_a_sign_of_two_halves_stays_whole_where_a_growing_line_is_broken(box: TextBox) -> None:
    for part in ("a" * (SOFT_LINE - 1), "\U0001f469", "b" * SOFT_LINE, "c"):
        paste(box, part)
    assert box.document().blockCount() > 1, "it was broken"
    assert box.text() == "a" * (SOFT_LINE - 1) + "\U0001f469" + "b" * SOFT_LINE + "c"
    QTest.keyClick(box, Qt.Key.Key_Y)
    assert box.text().count("\U0001f469") == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Y, Qt.Key.Key_Return])
def test_the_beginning_of_a_long_line_taken_away_leaves_the_line_before_it_alone(box: TextBox, key: Qt.Key) -> None:
    box.set_text("before\n" + "x" * (SOFT_LINE + 10))
    select(box, len("before\n"), len("before\n") + SOFT_LINE + 1 + 4)
    QTest.keyClick(box, key)
    written = {Qt.Key.Key_Y: "y", Qt.Key.Key_Return: "\n"}.get(key, "")
    assert box.text() == "before\n" + written + "x" * 6
    box.undo()
    assert box.text() == "before\n" + "x" * (SOFT_LINE + 10)
    box.redo()
    assert box.text() == "before\n" + written + "x" * 6


def test_undo_goes_back_past_the_letter_at_which_a_line_was_broken(box: TextBox) -> None:
    for part in ("a" * (SOFT_LINE - 1), "b" * SOFT_LINE):
        paste(box, part)
    assert box.document().blockCount() == 1
    select(box, 2, 2)
    QTest.keyClick(box, Qt.Key.Key_Y)
    assert box.document().blockCount() > 1, "it was broken"
    written = box.text()
    for _ in range(6):
        box.undo()
    assert box.text() == ""
    for _ in range(6):
        box.redo()
    assert box.text() == written


WORDS = st.text("abc\U0001f469", max_size=14)
LINES = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
EDIT = st.tuples(
    st.sampled_from(("type", "back", "delete", "enter", "paste", "cut")),
    st.floats(0, 1),
    st.floats(0, 1),
    st.booleans(),
    LINES,
)


def selected_of(box: TextBox, first: int, last: int) -> str:
    """As a copy would give it."""
    select(box, first, last)
    return box.createMimeDataFromSelection().text()


def whole_letter(box: TextBox, position: int) -> int:
    return position - ("\udc00" <= box.document().characterAt(position) <= "\udfff")


def edit(box: TextBox, what: str, first: int, last: int, text: str) -> set[str]:
    """Do it; what her text may be afterwards."""
    before, marked, after = (
        selected_of(box, *ends) for ends in ((0, first), (first, last), (last, box.document().characterCount() - 1))
    )
    assert before + marked + after == box.text()
    select(box, first, last)
    if what == "paste":
        paste(box, text)
        return {before + text + after}
    if what == "type":
        QTest.keyClick(box, Qt.Key.Key_Y)
        return {before + "y" + after}
    if what == "enter":
        QTest.keyClick(box, Qt.Key.Key_Return)
        return {before + "\n" + after}
    if what == "cut":
        box.cut()
        return {before + after}
    QTest.keyClick(box, Qt.Key.Key_Backspace if what == "back" else Qt.Key.Key_Delete)
    if marked:
        return {before + after}
    # Where a piece ends, it takes away the break that is no part of the text.
    return {before + after, before[:-1] + after if what == "back" else before + after[1:]}


@given(start=LINES, edits=st.lists(EDIT, min_size=1, max_size=8))
def test_any_work_on_lines_in_pieces_changes_what_was_marked_and_nothing_else(start: str, edits: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_box, "SOFT_LINE", 5)
        box = TextBox(name="box")
        box.set_text(start)
        for what, one, other, marks, text in edits:
            most = box.document().characterCount() - 1
            ends = sorted(whole_letter(box, round(part * most)) for part in (one, other if marks else one))
            allowed = edit(box, what, *ends, text)
            assert box.text() in allowed
        box.deleteLater()
