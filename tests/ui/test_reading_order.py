"""Tab follows the layouts, and looking at them leaves nothing behind that outlives a deleted widget.

Lost without it: the keyboard jumps about a page, or the window ends some minutes after a page was made anew.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.widgets.flow import flow
from ui.widgets.reading_order import in_order, tab_as_read


def a_page() -> QWidget:
    """Two buttons in a row of their own between two others, made in another order than they stand."""
    page = QWidget()
    last, left, right, first = (QPushButton(name) for name in ("last", "left", "right", "first"))
    column, row = QVBoxLayout(page), QHBoxLayout()
    column.addWidget(first)
    column.addWidget(QLabel("words"))
    column.addLayout(row)
    row.addWidget(left)
    row.addWidget(right)
    column.addStretch(1)
    column.addWidget(flow(last))
    return page


def chain(page: QWidget) -> list[str]:
    found, one = [], page.nextInFocusChain()
    while one is not page:
        if isinstance(one, QPushButton):
            found.append(one.text())
        one = one.nextInFocusChain()
    return found


def remembered_items() -> list[QLayoutItem]:
    known = Shiboken.getAllValidWrappers()
    return [one for one in known if isinstance(one, QLayoutItem) and not isinstance(one, QLayout)]


def test_tab_goes_as_the_layouts_hold_it(qtbot: QtBot) -> None:
    page = a_page()
    qtbot.addWidget(page)
    tab_as_read(page)
    assert chain(page) == ["first", "left", "right", "last"]


def test_nothing_is_remembered_of_an_item_that_is_gone(qtbot: QtBot) -> None:
    page = a_page()
    qtbot.addWidget(page)
    column = page.layout()
    assert column is not None
    before = len(remembered_items())
    tab_as_read(page)
    first = in_order(column)[0]
    assert isinstance(first, QPushButton)
    first.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(remembered_items()) <= before


def test_a_control_sees_what_asking_for_an_item_leaves_behind(qtbot: QtBot) -> None:
    page = a_page()
    qtbot.addWidget(page)
    column = page.layout()
    assert column is not None
    before = len(remembered_items())
    for place in range(column.count()):
        column.itemAt(place)
    assert len(remembered_items()) > before
