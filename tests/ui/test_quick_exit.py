"""The exit inside one process: every window, menu and question hears it, and nothing happens twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.quick_exit import QuickExit


class Page:
    """A window with a field, and the exit that would cover it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.happened: list[str] = []
        self.exit = QuickExit(lambda: self.happened.append("covered"), self.tell)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.application = application
        self.exit.listen(application)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.combo = QComboBox()
        self.combo.addItems(["one", "two"])
        column.addWidget(self.combo)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def tell(self, *, quietly: bool = False) -> None:
        self.happened.append("told quietly" if quietly else "told")

    def shift(self, times: int = 3) -> None:
        target = self.application.activePopupWidget() or self.window
        handle = target.window().windowHandle()
        assert handle is not None
        for _ in range(times):
            QTest.keyPress(handle, Qt.Key.Key_Shift)
            QTest.keyRelease(handle, Qt.Key.Key_Shift)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    made.application.removeEventFilter(made.exit)


def test_the_screen_is_covered_before_anything_else(page: Page) -> None:
    page.shift()
    assert page.happened == ["covered", "told"]


def test_a_second_press_brings_nothing_back_and_does_nothing(page: Page) -> None:
    page.shift(6)
    page.exit.leave()
    assert page.happened == ["covered", "told"]


def test_behind_another_program_the_keyboard_stays_there(page: Page) -> None:
    page.exit.leave(quietly=True)
    assert page.happened == ["covered", "told quietly"]


def test_called_back_the_keys_count_again(page: Page) -> None:
    page.shift()
    page.exit.stand_again()
    page.shift(2)
    assert page.happened == ["covered", "told"]
    page.shift(1)
    assert page.happened == ["covered", "told"] * 2


def test_an_open_menu_does_not_hold_the_keys(page: Page, qtbot: QtBot) -> None:
    menu = QMenu(page.window)
    qtbot.addWidget(menu)
    menu.addAction("anything")
    menu.popup(page.window.mapToGlobal(QPoint(5, 5)))
    qtbot.waitUntil(menu.isVisible)
    page.shift()
    assert page.happened == ["covered", "told"]
    menu.hide()


def test_an_open_list_does_not_hold_the_keys(page: Page, qtbot: QtBot) -> None:
    page.combo.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    page.shift()
    assert page.happened == ["covered", "told"]
    page.combo.hidePopup()


def test_progress_is_told_for_the_hint_and_the_screen_reader(page: Page) -> None:
    taps: list[int] = []
    page.exit.tapped.connect(taps.append)
    page.shift()
    assert taps == [1, 2], "nothing may come between the third press and the cover"


def test_the_key_of_her_choice_hides_at_once(page: Page) -> None:
    page.exit.choose_key(Qt.Key.Key_F9)
    handle = page.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F9)
    assert page.happened == ["covered", "told"]


def test_ordinary_typing_never_hides(page: Page) -> None:
    handle = page.window.windowHandle()
    assert handle is not None
    for key in (Qt.Key.Key_A, Qt.Key.Key_Tab, Qt.Key.Key_F9, Qt.Key.Key_Space):
        QTest.keyClick(handle, key)
        QTest.keyClick(handle, key, Qt.KeyboardModifier.ShiftModifier)
    assert page.happened == []
