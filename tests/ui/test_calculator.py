"""The calculator as a person meets it: keys, keyboard layouts, memory, history, and the line that leaves no trace."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton

from ui.disguises.calculator import Calculator
from ui.disguises.look import Key

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def calculator(qtbot: Any) -> Calculator:
    made = Calculator(dark=False)
    made.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    made.reset()
    qtbot.addWidget(made)
    made.resize(360, 480)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(qtbot: Any, calculator: Calculator, *signs: str) -> None:
    for sign in signs:
        qtbot.mouseClick(calculator.findChild(Key, f"key {sign}"), Qt.MouseButton.LeftButton)


def strike(calculator: Calculator, text: str, code: int, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """One real key event with the X11 key code a keyboard sends."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(calculator, QKeyEvent(kind, 0, modifier, code, 0, 0, text))


def all_text(calculator: Calculator) -> str:
    lists = [found.item(row).text() for found in calculator.findChildren(QListWidget) for row in range(found.count())]
    labels = [found.text() + found.accessibleName() for found in calculator.findChildren(QLabel)]
    return " ".join(lists + labels)


def test_clicking_and_typing_give_the_same_answer(qtbot: Any, calculator: Calculator) -> None:
    click(qtbot, calculator, "2", "0", "0", "+", "1", "0", "%", "=")
    assert calculator.shown() == "220"
    qtbot.keyClicks(calculator, "200+10%")
    qtbot.keyClick(calculator, Qt.Key.Key_Enter)
    assert calculator.shown() == "220"
    assert calculator.history() == ("200 + 10% = 220", "200 + 10% = 220")


def test_a_click_leaves_enter_to_the_calculator(qtbot: Any, calculator: Calculator) -> None:
    click(qtbot, calculator, "7")
    qtbot.keyClicks(QApplication.focusWidget() or calculator, "+1")
    qtbot.keyClick(QApplication.focusWidget() or calculator, Qt.Key.Key_Return)
    assert calculator.shown() == "8"


def test_going_on_from_a_result_repeating_equals_and_starting_afresh(qtbot: Any, calculator: Calculator) -> None:
    qtbot.keyClicks(calculator, "5+3===")
    assert calculator.shown() == "14"
    qtbot.keyClicks(calculator, "*2=")
    assert calculator.shown() == "28"
    qtbot.keyClicks(calculator, "1/3=*3=")
    assert calculator.shown() == "1"
    qtbot.keyClicks(calculator, "9")
    assert calculator.shown() == "9"


def test_mistakes_are_put_right_with_backspace_sign_and_clear(qtbot: Any, calculator: Calculator) -> None:
    qtbot.keyClicks(calculator, "128")
    qtbot.keyClick(calculator, Qt.Key.Key_Backspace)
    assert calculator.shown() == "12"
    qtbot.keyClick(calculator, Qt.Key.Key_F9)
    assert calculator.shown() == "−12"
    qtbot.keyClick(calculator, Qt.Key.Key_Escape)
    assert calculator.shown() == "0"
    qtbot.keyClicks(calculator, "5/0=")
    assert calculator.shown() == "Cannot divide by zero"
    qtbot.keyClicks(calculator, "4=")
    assert calculator.shown() == "4"


def test_the_keyboard_works_after_a_click_into_the_history(qtbot: Any, calculator: Calculator) -> None:
    """The empty list took the focus and every digit: typing looked dead, and no sum led anywhere."""
    calculator.resize(900, 560)
    sums = calculator.findChild(QListWidget)
    seen: list[str] = []
    calculator.before_accept = lambda text: bool(seen.append(text)) or text == "7*7*7*7"
    qtbot.mouseClick(sums.viewport(), Qt.MouseButton.LeftButton)
    for letter in "7*7*7*7":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "7*7*7*7" in seen
    assert calculator.shown() == "0"
    qtbot.keyClicks(QApplication.focusWidget(), "2+3=")
    sums.setFocus()
    qtbot.keyClick(sums, Qt.Key.Key_Down)
    qtbot.keyClick(sums, Qt.Key.Key_Backspace)
    qtbot.keyClicks(QApplication.focusWidget(), "4=")
    assert calculator.shown() == "4"


def test_memory_adds_takes_recalls_and_forgets(qtbot: Any, calculator: Calculator) -> None:
    qtbot.keyClicks(calculator, "12")
    click(qtbot, calculator, "M+", "C", "2", "M-", "C", "MR")
    assert calculator.shown() == "10"
    click(qtbot, calculator, "C", "3", "*", "MR", "=")
    assert calculator.shown() == "30"
    click(qtbot, calculator, "MC", "MR")
    assert calculator.shown() == "0"


@pytest.mark.parametrize(("language", "shown"), [("en", "1,234.5"), ("ru", "1\u00a0234,5"), ("kk", "1\u00a0234,5")])
def test_numbers_are_written_as_in_the_language(
    qtbot: Any, calculator: Calculator, language: str, shown: str
) -> None:
    calculator.setLocale(QLocale(language))
    qtbot.keyClicks(calculator, "1234,5=")
    assert calculator.shown().replace("\u202f", "\u00a0") == shown


def test_the_number_row_works_on_the_kazakh_layout(calculator: Calculator) -> None:
    for text, code in (('"', 10), ("ә", 11), ("і", 12), ("ң", 13), ("ғ", 14), (",", 15), (".", 16), ("ү", 17)):
        strike(calculator, text, code)
    for text, code in (("ұ", 18), ("қ", 19), ("ө", 20), ("ә", 11)):
        strike(calculator, text, code)
    assert calculator.shown() == "1,234,567,890 − 2"
    strike(calculator, "Ү", 17, SHIFT)
    strike(calculator, "і", 12)
    strike(calculator, "һ", 21)
    assert calculator.shown() == "1,234,567,884"


def test_kazakh_letters_and_russian_signs_count_without_a_key_code(calculator: Calculator) -> None:
    for sign in "әіү":
        strike(calculator, sign, 0)
    strike(calculator, ":", 15, SHIFT)  # Shift and 6 on the Russian layout
    strike(calculator, "ә", 0)
    strike(calculator, "=", 0)
    assert calculator.shown() == "119"


def test_a_claimed_line_leaves_nothing_behind(qtbot: Any, calculator: Calculator) -> None:
    asked: list[str] = []
    heard: list[str] = []
    calculator.typed.connect(heard.append)
    calculator.before_accept = lambda text: asked.append(text) is None and text == "48*1903-77"
    qtbot.keyClicks(calculator, "2+2=")
    qtbot.keyClicks(calculator, "48*1903-78")
    qtbot.keyClick(calculator, Qt.Key.Key_Backspace)
    qtbot.keyClicks(calculator, "7=")
    assert asked == ["2+2", "48*1903-77"]
    assert heard == ["2+2"]
    assert calculator.shown() == "0"
    assert calculator.history() == ("2 + 2 = 4",)
    for trace in ("48", "1903", "1,903", "77", "91"):
        assert trace not in all_text(calculator)
    qtbot.keyClicks(calculator, "=")
    qtbot.keyClick(calculator, Qt.Key.Key_Backspace)
    assert calculator.shown() == "0"
    assert asked == ["2+2", "48*1903-77"]


def test_words_typed_into_it_are_asked_about_as_typed_and_not_kept(qtbot: Any, calculator: Calculator) -> None:
    asked: list[str] = []
    calculator.before_accept = lambda text: asked.append(text) is not None
    qtbot.keyClicks(calculator, "7KXM-20QC")
    qtbot.keyClick(calculator, Qt.Key.Key_Return)
    assert "7KXM-20QC" in asked
    assert calculator.history() == ()


def test_a_repeated_equals_is_never_asked_about(qtbot: Any, calculator: Calculator) -> None:
    asked: list[str] = []
    calculator.before_accept = lambda text: asked.append(text) is not None
    qtbot.keyClicks(calculator, "7*7===")
    assert asked == ["7*7"]


def test_the_start_state_shows_nothing_last_used(qtbot: Any, calculator: Calculator) -> None:
    qtbot.keyClicks(calculator, "4321*2=")
    qtbot.keyClick(calculator, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "8,642" in all_text(calculator)
    qtbot.keyClick(calculator, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    before = Calculator(dark=False)
    qtbot.addWidget(before)
    before.setLocale(calculator.locale())
    before.reset()
    before.resize(calculator.size())
    before.show()
    qtbot.waitExposed(before)
    calculator.findChild(Key, "key 7").setFocus()
    calculator.reset()
    before.reset()
    QApplication.processEvents()
    assert calculator.history() == ()
    assert "8,642" not in all_text(calculator)
    assert calculator.grab().toImage() == before.grab().toImage()


def test_the_history_takes_the_place_of_the_keys_in_a_small_window(qtbot: Any, calculator: Calculator) -> None:
    qtbot.keyClicks(calculator, "6*7=")
    qtbot.keyClick(calculator, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    sums = calculator.findChild(QListWidget)
    assert sums.isVisible()
    assert not calculator.findChild(Key, "key 7").isVisible()
    qtbot.keyClicks(calculator, "1")
    qtbot.mouseClick(sums.viewport(), Qt.MouseButton.LeftButton, pos=sums.visualItemRect(sums.item(0)).center())
    assert calculator.shown() == "42"
    assert calculator.findChild(Key, "key 7").isVisible()
    calculator.resize(1024, 600)
    assert sums.isVisible()
    assert calculator.findChild(Key, "key 7").isVisible()


@pytest.mark.parametrize("size", [(360, 480), (400, 700), (1024, 600), (1366, 768), (1920, 1080)])
def test_no_key_is_cut_or_unnamed_at_any_size(calculator: Calculator, size: tuple[int, int]) -> None:
    calculator.resize(*size)
    QApplication.processEvents()
    visible = [key for key in calculator.findChildren(QPushButton) if key.isVisible()]
    assert len(visible) >= 26
    for key in visible:
        assert key.accessibleName()
        corner = key.mapTo(calculator, key.rect().bottomRight())
        assert calculator.rect().contains(corner)
        assert key.height() >= 24
    digits = [key for key in visible if key.sign() in "0123456789"]
    assert all(key.height() >= 40 and key.width() >= 40 for key in digits)


def test_building_and_resetting_are_quick_enough_for_a_cover(qtbot: Any) -> None:
    building, resetting = [], []
    for _ in range(7):
        start = time.thread_time()
        made = Calculator(dark=False)
        building.append(time.thread_time() - start)
        qtbot.addWidget(made)
        start = time.thread_time()
        made.reset()
        resetting.append(time.thread_time() - start)
    assert sorted(building)[3] < 0.25
    assert sorted(resetting)[3] < 0.05
