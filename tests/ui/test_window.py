"""The window: the exit control always there, pages made when needed, the swap at once."""

from __future__ import annotations

import time
from typing import Any

import pytest
from kit_pages import window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollArea, QWidget

from ui.theme import THEMES, Look
from ui.widgets.text_box import TextBox
from ui.window import Entry, VaultWindow


@pytest.fixture
def shown(clock: Any, qtbot: Any) -> VaultWindow:
    made = window(clock)
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    made.go("writing")
    return made


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [(360, 480), (1024, 600), (1366, 768)])
def test_the_exit_control_stands_top_right_in_full(
    theme: str, scale: int, size: tuple[int, int], clock: Any, qtbot: Any
) -> None:
    made = window(clock, Look(theme, scale))
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    places = set()
    for name in ("writing", "everything"):
        made.go(name)
        made.tell("Kept.")
        qtbot.wait(10)
        exit_control = made.shell.exit
        places.add(exit_control.geometry().getRect())
        assert made.rect().contains(exit_control.geometry())
        assert exit_control.height() >= 40
        corners = (exit_control.rect().topLeft(), exit_control.rect().bottomRight(), exit_control.rect().center())
        for corner in corners:
            assert made.childAt(exit_control.mapTo(made, corner)) is exit_control
        assert made.width() - exit_control.geometry().right() < 40
    assert len(places) == 1


def test_the_exit_control_is_the_first_stop_of_tab(shown: VaultWindow, qtbot: Any) -> None:
    shown.activateWindow()
    assert QApplication.focusWidget() is not shown.shell.exit
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is shown.shell.exit


def test_click_space_and_closing_all_hide(shown: VaultWindow, qtbot: Any) -> None:
    for act in (
        lambda: qtbot.mouseClick(shown.shell.exit, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(shown.shell.exit, Qt.Key.Key_Space),
        shown.close,
    ):
        with qtbot.waitSignal(shown.hide_now):
            act()
    assert shown.isVisible()


def test_the_title_of_the_window_never_changes(shown: VaultWindow) -> None:
    for name in ("everything", "writing"):
        shown.go(name)
        assert shown.windowTitle() == "Calculator"


def test_the_swap_shows_the_everyday_program_at_once_and_closes_menus(shown: VaultWindow, qtbot: Any) -> None:
    program = QLabel("1 + 1 = 2")
    shown.prepare_cover(program)
    menu = QMenu(shown)
    menu.addAction("Copy")
    menu.popup(shown.mapToGlobal(shown.rect().center()))
    assert QApplication.activePopupWidget() is menu
    started = time.thread_time()
    shown.cover(program)
    took = time.thread_time() - started
    assert program.isVisible()
    assert not shown.shell.isVisible()
    assert not menu.isVisible()
    assert program.size() == shown.size()
    # Painting included; the swap alone is well below a millisecond.
    assert took < 0.5


def test_nothing_comes_back_over_the_everyday_program(shown: VaultWindow) -> None:
    program = QLabel("1 + 1 = 2")
    shown.cover(program)
    shown.tell("Kept.")
    shown.go("everything")
    shown.rebuild(Look("dark", 150))
    shown.shell.questions.tell("A", "B")
    assert program.isVisible()
    assert not shown.shell.isVisible()
    assert shown.is_covered


def test_the_everyday_program_keeps_its_own_look(shown: VaultWindow) -> None:
    program = QLabel("1 + 1 = 2")
    before = program.palette().window().color()
    shown.prepare_cover(program)
    assert program.palette().window().color() == before
    assert program.styleSheet() == ""
    assert shown.styleSheet() == ""


def test_pages_are_made_when_first_visited_and_told_each_time(shown: VaultWindow) -> None:
    assert shown.shell.stack.count() == 1
    shown.go("everything")
    assert shown.shell.stack.count() == 2
    shown.go("writing", incident="i7")
    assert shown.page("writing").arrived == [{}, {"incident": "i7"}]
    assert shown.shell.title.text() == "What happened"


def test_what_was_typed_survives_a_change_of_look(shown: VaultWindow) -> None:
    shown.page("writing").findChild(TextBox, "writing-text").set_text("half a sentence")
    shown.go("everything")
    shown.rebuild(Look("contrast", 200))
    assert shown.current_name == "everything"
    shown.go("writing")
    assert shown.page("writing").collect_draft() == {"text": "half a sentence"}


def test_the_navigation_goes_to_pages_and_marks_where_one_is(shown: VaultWindow, qtbot: Any) -> None:
    there = shown.findChild(QPushButton, "nav-everything")
    qtbot.mouseClick(there, Qt.MouseButton.LeftButton)
    assert shown.current_name == "everything"
    assert there.isChecked()
    assert not shown.findChild(QPushButton, "nav-writing").isChecked()
    qtbot.mouseClick(there, Qt.MouseButton.LeftButton)
    assert there.isChecked()


def test_the_navigation_grows(shown: VaultWindow) -> None:
    shown.set_entries([Entry(n, "sun", lambda n=n: f"Page {n}") for n in ("writing", "everything", "third")])
    names = [b.objectName() for b in shown.shell.nav.findChildren(QPushButton) if b.parent() is not None]
    assert [n for n in names if n.startswith("nav-") and "third" in n] == ["nav-third"]


def test_in_a_narrow_window_the_navigation_folds_into_a_menu(shown: VaultWindow, qtbot: Any) -> None:
    shown.resize(420, 640)
    qtbot.waitUntil(lambda: not shown.shell.nav.isVisible())
    menu = shown.findChild(QPushButton, "menu")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(shown.shell.nav.isVisible)
    qtbot.mouseClick(shown.findChild(QPushButton, "nav-everything"), Qt.MouseButton.LeftButton)
    assert shown.current_name == "everything"
    assert not shown.shell.nav.isVisible()
    shown.resize(1024, 600)
    qtbot.waitUntil(shown.shell.nav.isVisible)


def test_a_language_is_asked_for_not_set(clock: Any, qtbot: Any) -> None:
    asked: list[str] = []
    made = window(clock)
    made._change_language = asked.append
    made.rebuild()
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    qtbot.mouseClick(made.findChild(QPushButton, "language-kk"), Qt.MouseButton.LeftButton)
    assert asked == ["kk"]


def test_another_language_leaves_the_focus_where_it_was(shown: VaultWindow, qtbot: Any) -> None:
    """It used to fall to the exit control, and the next Space hid everything."""
    shown.activateWindow()
    for name in ("language-kk", "writing-text"):
        found = [w for w in shown.shell.findChildren(QWidget, name) if w.isVisible()]
        found[0].setFocus()
        shown.rebuild()
        qtbot.wait(20)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == name


def test_a_page_opens_at_its_beginning_wherever_the_focus_came_from(shown: VaultWindow, qtbot: Any) -> None:
    shown.activateWindow()
    keep = shown.findChild(QPushButton, "writing-keep")
    keep.setFocus()
    qtbot.wait(10)
    shown.go("everything")
    qtbot.wait(20)
    page = shown.page("everything")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "everything-passphrase", "the first field of this page"
    assert page.findChildren(QScrollArea)[0].verticalScrollBar().value() == 0


def test_the_exit_control_does_not_keep_a_focus_that_only_fell_to_it(shown: VaultWindow, qtbot: Any) -> None:
    """After her first line was kept the next Space hid everything."""
    shown.shell.exit.setFocus()
    shown.go("everything")
    qtbot.wait(10)
    assert shown.focusWidget() is not shown.shell.exit


def test_escape_answers_a_question_also_from_the_exit_control(shown: VaultWindow, qtbot: Any) -> None:
    answers: list[str] = []
    shown.activateWindow()
    shown.shell.questions.ask("Remove it?", "", [("yes", "Remove"), ("no", "Leave it")], answers.append, safe="no")
    shown.shell.exit.setFocus()
    qtbot.keyClick(shown.shell.exit, Qt.Key.Key_Escape)
    assert answers == ["no"]
    assert not shown.shell.questions.open


def test_the_message_goes_with_the_page(shown: VaultWindow) -> None:
    shown.tell("Kept.")
    assert shown.shell.message_bar.isVisible()
    shown.go("everything")
    assert not shown.shell.message_bar.isVisible()


def test_the_navigation_leads_to_where_a_page_begins_and_a_way_back_keeps_its_place(
    shown: VaultWindow, qtbot: Any
) -> None:
    shown.resize(600, 400)
    shown.go("everything")
    bar = shown.page("everything").findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)
    shown.go("writing")
    shown.go("everything")
    assert bar.value() == 100
    shown.shell.chosen.emit("everything")
    assert bar.value() == 0
