"""Questions lie in the window, one after the other, and never over the exit control."""

from __future__ import annotations

from typing import Any

import pytest
from kit_pages import window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from safeplan.errors import Cancelled, DiskFull
from ui.widgets.text_box import TextBox
from ui.window import VaultWindow


@pytest.fixture
def shown(clock: Any, qtbot: Any) -> VaultWindow:
    made = window(clock)
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    made.go("writing")
    made.activateWindow()
    made.page("writing").findChild(TextBox, "writing-text").setFocus()
    return made


def _ask(shown: VaultWindow, answers: list[str], title: str = "Remove this entry") -> None:
    choices = [("keep", "Leave it here"), ("remove", "Remove it")]
    shown.shell.questions.ask(title, "A note stays.", choices, answers.append, safe="keep")


def test_a_click_answers_once_and_the_focus_goes_back(shown: VaultWindow, qtbot: Any) -> None:
    answers: list[str] = []
    _ask(shown, answers)
    qtbot.mouseClick(shown.findChild(QPushButton, "answer-remove"), Qt.MouseButton.LeftButton)
    assert answers == ["remove"]
    assert not shown.shell.questions.open
    assert QApplication.focusWidget().objectName() == "writing-text"


def test_escape_gives_the_safe_answer_which_also_has_the_focus(shown: VaultWindow, qtbot: Any) -> None:
    answers: list[str] = []
    _ask(shown, answers)
    assert QApplication.focusWidget().objectName() == "answer-keep"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert answers == ["keep"]


def test_tab_stays_with_the_question_and_the_exit_control(shown: VaultWindow, qtbot: Any) -> None:
    _ask(shown, [])
    seen = []
    for _ in range(6):
        seen.append(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert set(seen) == {"hide-now", "answer-keep", "answer-remove"}
    assert seen[:3] == seen[3:]


def test_the_exit_control_stays_on_top_and_works(shown: VaultWindow, qtbot: Any) -> None:
    _ask(shown, [])
    exit_control = shown.shell.exit
    assert shown.childAt(exit_control.mapTo(shown, exit_control.rect().center())) is exit_control
    with qtbot.waitSignal(shown.hide_now):
        qtbot.mouseClick(exit_control, Qt.MouseButton.LeftButton)


def test_nothing_of_the_page_can_be_clicked_below(shown: VaultWindow) -> None:
    keep = shown.findChild(QPushButton, "writing-keep")
    centre = keep.mapTo(shown, keep.rect().center())
    assert shown.childAt(centre) is keep
    _ask(shown, [])
    assert shown.childAt(centre) is not keep


def test_questions_wait_for_each_other(shown: VaultWindow) -> None:
    answers: list[str] = []
    _ask(shown, answers, "First")
    _ask(shown, answers, "Second")
    assert _words(shown)[0] == "First"
    shown.shell.questions.answer("keep")
    assert _words(shown)[0] == "Second"
    shown.shell.questions.answer("remove")
    assert answers == ["keep", "remove"]


def test_an_answer_may_ask_again(shown: VaultWindow) -> None:
    answers: list[str] = []

    def again(_choice: str) -> None:
        _ask(shown, answers, "Are you sure")

    shown.shell.questions.ask("Remove", "", [("a", "A")], again, safe="a")
    shown.shell.questions.answer("a")
    assert _words(shown)[0] == "Are you sure"
    shown.shell.questions.answer("keep")
    assert answers == ["keep"]
    assert not shown.shell.questions.open


def test_a_question_may_carry_a_field(shown: VaultWindow, qtbot: Any) -> None:
    reason = TextBox(name="reason", accessible="Reason")
    read: list[str] = []
    ask = shown.shell.questions.ask
    ask("Why", "", [("ok", "Keep it")], lambda _c: read.append(reason.text()), safe="ok", body=reason)
    qtbot.keyClicks(reason, "the date was wrong")
    shown.findChild(QPushButton, "answer-ok").click()
    assert read == ["the date was wrong"]


def test_an_unknown_answer_is_a_fault_of_the_caller(shown: VaultWindow) -> None:
    _ask(shown, [])
    with pytest.raises(ValueError, match="maybe"):
        shown.shell.questions.answer("maybe")


def test_a_failure_is_told_in_words_and_cancelling_is_silent(shown: VaultWindow) -> None:
    shown.shell.questions.tell_error(Cancelled())
    assert not shown.shell.questions.open
    shown.shell.questions.tell_error(DiskFull())
    assert "disk is full" in _words(shown)[0]


def test_going_elsewhere_takes_the_question_away_unanswered(shown: VaultWindow) -> None:
    answers: list[str] = []
    _ask(shown, answers)
    shown.go("everything")
    assert not shown.shell.questions.open
    assert answers == []


def test_no_window_of_its_own(shown: VaultWindow) -> None:
    before = set(QApplication.topLevelWidgets())
    _ask(shown, [])
    assert set(QApplication.topLevelWidgets()) == before


def _words(shown: VaultWindow) -> list[str]:
    card = [
        c for c in shown.findChildren(QLabel) if c.isVisible() and c.parentWidget().objectName() == "question-card"
    ]
    return [label.text() for label in card]
