"""Whatever page, menu or question is open: each window is called as the everyday program, also for a screen reader.

Lost without it: a page's name in the list of windows, in Alt+Tab, or in what another program is told over the
accessibility bus without asking for the page's content.
"""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget

from safeplan.errors import NotThere
from tests.ui.page_window import OpenPages
from ui import page_list

TITLE = "Calculator"


def window_words() -> set[str]:
    """Title and spoken name of every window of this process, the hidden ones too. A part without a number at the
    system, which waits for its place on a page, is no window to anybody."""
    found: set[str] = set()
    for window in (one for one in QApplication.topLevelWidgets() if one.internalWinId()):
        spoken = QAccessible.queryAccessibleInterface(window)
        found |= {window.windowTitle(), window.windowIconText(), window.windowRole(), window.windowFilePath()}
        if spoken is not None:
            found.add(spoken.text(QAccessible.Text.Name))
    return found - {""}


@pytest.mark.row("F-08")
def test_no_page_menu_or_question_names_a_window(qtbot: Any, vault: Any, clock: Any) -> None:
    pages = OpenPages(qtbot, vault, clock)
    pages.window.setWindowTitle(TITLE)
    walked = 0
    for name in page_list.FACTORIES:
        try:
            pages.go(name)
        except (NotThere, KeyError, TypeError, AttributeError):
            # Pages of one entry or one client are not reached without it; their window is the same one.
            continue
        pages.settle()
        walked += 1
        assert window_words() == {TITLE}, name
    assert walked > 30
    pages.go("happened")
    box = pages.find("happened-text")
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(box.viewport(), QContextMenuEvent(reason, QPoint(9, 9), box.mapToGlobal(QPoint(9, 9))))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert window_words() == {TITLE}
    menu.close()
    pages.context.questions.ask("What happened", "My plan", [("a", "One"), ("b", "Two")], lambda _id: None, safe="a")
    assert window_words() == {TITLE}
    pages.context.questions.answer("a")


@pytest.mark.row("F-08", control=True)
def test_a_planted_title_and_a_planted_spoken_name_are_found(qtbot: Any) -> None:
    titled, spoken = QWidget(), QWidget()
    for one in (titled, spoken):
        qtbot.addWidget(one)
    titled.setWindowTitle("My plan")
    spoken.setAccessibleName("What happened")
    titled.show()
    spoken.show()
    assert {"My plan", "What happened"} <= window_words()
