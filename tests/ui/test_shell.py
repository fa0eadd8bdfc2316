"""What surrounds a page: the line that is marked, the languages before there is anywhere to go, edges that meet."""

from __future__ import annotations

from typing import Any

import pytest
from kit_pages import window
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.shell import Shell
from ui.theme import Look
from ui.widgets.card import Card
from ui.widgets.scroll_page import ScrollPage
from ui.window import Entry, VaultWindow

SMALL = ("today", "happened", "help", "more")
GROWN = ("today", "happened", "plan", "people", "hand_over", "help", "settings")


def marked(shell: Shell) -> list[str]:
    lines = [button for button in shell.nav.findChildren(QPushButton) if button.objectName().startswith("nav-")]
    return [button.objectName() for button in lines if button.isChecked()]


def entries(*names: str) -> list[Entry]:
    return [Entry(name, "sun", name.title) for name in names]


@pytest.fixture
def shown(clock: Any, qtbot: QtBot) -> VaultWindow:
    made = window(clock)
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    made.go("writing")
    return made


@pytest.mark.parametrize(
    ("lines", "page", "line"),
    [
        (SMALL, "today", ["nav-today"]),
        (SMALL, "entry", ["nav-happened"]),
        (SMALL, "acute", ["nav-help"]),
        (SMALL, "section", ["nav-more"]),
        (SMALL, "person", ["nav-more"]),
        (SMALL, "settings", ["nav-more"]),
        (SMALL, "first_key", []),
        (GROWN, "section", ["nav-plan"]),
        (GROWN, "person", ["nav-people"]),
        (GROWN, "settings", ["nav-settings"]),
    ],
)
def test_the_navigation_says_where_a_page_belongs(
    lines: tuple[str, ...], page: str, line: list[str], shown: VaultWindow
) -> None:
    shown.shell.set_entries(entries(*lines), page)
    assert marked(shown.shell) == line


def test_with_nowhere_to_go_no_empty_column_stands_at_the_side(shown: VaultWindow, qtbot: QtBot) -> None:
    shell = shown.shell
    assert shell.nav.geometry().left() == 0
    assert shell.nav.height() == shell.height()
    shown.set_entries([])
    qtbot.waitUntil(lambda: shell.nav.width() == shell.width())
    assert shell.nav.geometry().bottom() == shell.height() - 1
    assert shell.stack.geometry().left() == 0
    languages = [shell.findChild(QPushButton, f"language-{code}") for code in ("kk", "ru", "en")]
    assert all(button is not None and button.isVisible() for button in languages)
    shown.set_entries(entries(*SMALL))
    qtbot.waitUntil(lambda: shell.nav.width() < shell.width() // 3)
    assert shell.nav.height() == shell.height()


def test_cards_end_where_the_exit_control_ends_with_and_without_a_scroll_bar(
    shown: VaultWindow, qtbot: QtBot
) -> None:
    sheet = shown.findChild(ScrollPage, "writing-scroll")
    card = shown.findChild(Card, "writing-card")
    assert sheet is not None
    assert card is not None
    bar = sheet.verticalScrollBar()

    def edges() -> tuple[int, int]:
        return card.mapTo(shown.shell, QPoint(card.width(), 0)).x(), shown.shell.exit.geometry().right() + 1

    qtbot.waitUntil(lambda: abs(edges()[0] - edges()[1]) <= 1)
    without = edges()
    assert bar.maximum() == 0
    for number in range(12):
        sheet.add(Card("More", "One line.", name=f"more-{number}"))
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert edges() == without


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("wide", [360, 420, 560, 760])
def test_a_title_without_room_beside_the_exit_control_has_its_own_row(
    wide: int, scale: int, clock: Any, qtbot: QtBot
) -> None:
    made = window(clock, Look("light", scale))
    qtbot.addWidget(made)
    made.resize(wide, 640)
    made.show()
    made.go("writing")
    made.rebuild()
    qtbot.wait(20)
    title = made.shell.title
    longest = max(title.fontMetrics().horizontalAdvance(word) for word in title.text().split())
    assert title.width() >= longest
    assert not title.geometry().intersects(made.shell.exit.geometry())


def test_in_a_narrow_window_the_menu_shows_all_its_lines_above_the_page(shown: VaultWindow, qtbot: QtBot) -> None:
    shell = shown.shell
    shell.set_entries(entries(*GROWN), "help")
    shown.resize(600, 520)
    qtbot.waitUntil(shell.menu_button.isVisible)
    qtbot.mouseClick(shell.menu_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(shell.nav.isVisible)
    languages = shell.nav.findChild(QPushButton, "language-kk")
    assert languages is not None
    qtbot.waitUntil(lambda: shell.stack.height() < shell.height() // 2)
    ends = languages.mapTo(shell, QPoint()).y()
    for name in GROWN:
        line = shell.nav.findChild(QPushButton, f"nav-{name}")
        assert line is not None
        qtbot.waitUntil(lambda line=line: not line.visibleRegion().isEmpty())
        assert line.mapTo(shell, QPoint(0, line.height())).y() <= ends
    shown.go("writing")
    assert not shell.nav.isVisible()
    qtbot.waitUntil(lambda: shell.stack.height() > shell.height() // 2)
