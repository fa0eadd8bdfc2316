"""A page that scrolls: by keyboard it follows, under a pressed mouse it stands still."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Look, dress
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.fields import TextLine
from ui.widgets.flow import columns
from ui.widgets.inset import Inset
from ui.widgets.labels import Body
from ui.widgets.scroll_page import EDGE, ScrollPage
from ui.widgets.stack import stack


def half_hidden(qtbot: QtBot) -> tuple[ScrollPage, TextLine, QPushButton, list[int]]:
    """A page whose button is cut in half by the window's lower edge."""
    pressed: list[int] = []
    host = QWidget()
    dress(host, Look("light", 100))
    page = ScrollPage(name="page")
    field = TextLine(name="field")
    button = PrimaryButton("Keep it", name="keep", clicked=lambda: pressed.append(1))
    page.add(field, *[Body(f"line {number}") for number in range(9)], button, *[Body("more") for _ in range(9)])
    qtbot.addWidget(host)
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    qtbot.waitExposed(page)
    field.setFocus()
    page.verticalScrollBar().setValue(button.mapTo(page.inner, QPoint(0, button.height() // 2)).y() - 290)
    middle = button.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert middle < page.viewport().height() < middle + button.height()
    return page, field, button, pressed


def test_a_button_half_out_of_sight_can_be_clicked(qtbot: QtBot) -> None:
    """The mouse is pressed and let go at the same place of the screen, wherever the page went meanwhile."""
    page, _field, button, pressed = half_hidden(qtbot)
    window = page.window()
    place = page.viewport().mapTo(window, QPoint(0, page.viewport().height() - 3))
    place.setX(button.mapTo(window, QPoint(20, 0)).x())
    for kind, held in (
        (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        # Through the window system, so that Qt itself gives the focus and finds the widget below the mouse.
        spot, everywhere = QPointF(place), QPointF(window.mapToGlobal(place))
        event = QMouseEvent(kind, spot, everywhere, Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window.windowHandle(), event)
        QApplication.processEvents()
    assert pressed == [1]


def test_by_keyboard_the_page_follows(qtbot: QtBot) -> None:
    page, field, button, _pressed = half_hidden(qtbot)
    page.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    QWidget.setTabOrder(field, button)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()
    shown = button.mapTo(page.viewport(), QPoint(0, button.height()))
    assert shown.y() <= page.viewport().height()


def test_nothing_blank_follows_the_last_line(qtbot: QtBot) -> None:
    """Words at their narrowest are many times as high as at the width they get; the page is as high as the latter."""
    host = QWidget()
    dress(host, Look("light", 100))
    page = ScrollPage(name="page")
    long = "Keys, phone and shoes stand where one grip is enough, by day and by night. " * 4
    last = Body("the last line")
    page.add(*[stack(Body(long), Inset(Body(long), name="inset")) for _ in range(6)], last)
    qtbot.addWidget(host)
    qtbot.addWidget(page)
    page.resize(900, 300)
    page.show()
    qtbot.waitExposed(page)
    end = last.mapTo(page.inner, QPoint(0, last.height())).y()
    assert page.viewport().height() < page.inner.height() == end + EDGE


def test_a_column_follows_what_changes_inside_it(qtbot: QtBot) -> None:
    """Its height is kept for each width, and must be forgotten with every change."""
    words, below = Body("short"), Body("below")
    column = stack(words, below, spacing=4)
    column.resize(200, 400)
    qtbot.addWidget(column)
    column.show()
    qtbot.waitExposed(column)
    before = column.heightForWidth(200)
    words.setText("Keys, phone and shoes stand where one grip is enough. " * 5)
    assert column.heightForWidth(200) > before + 30
    words.hide()
    assert column.heightForWidth(200) < before
    words.show()
    words.setText("short")
    column.add(Body("one more"))
    QApplication.processEvents()
    assert column.heightForWidth(200) > before


def test_tab_follows_the_words_also_where_parts_come_later(qtbot: QtBot) -> None:
    """Cards that arrive after the buttons below them; two columns are read one card after the other."""
    page = ScrollPage(name="page")
    qtbot.addWidget(page)
    later = stack()
    page.add(TextLine(name="1"), later, PrimaryButton("6", name="6"))
    page.resize(600, 400)
    page.show()
    qtbot.waitExposed(page)
    cards = [stack(*(SecondaryButton(name, name=name) for name in pair)) for pair in ("23", "45")]
    later.layout().addWidget(columns(*cards, narrowest=200))
    names: list[str] = []

    def walk() -> bool:
        widget: QWidget | None = page.findChild(TextLine, "1")
        names.clear()
        for _ in range(40):
            if widget is not None and widget.objectName() in tuple("123456") and widget.objectName() not in names:
                names.append(widget.objectName())
            widget = widget.nextInFocusChain() if widget is not None else None
        return names == list("123456")

    qtbot.waitUntil(walk)
