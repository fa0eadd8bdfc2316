"""After something of an order was kept: where the focus is, and what a second click or key press does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from safeplan.records import breaches, incidents, people
from safeplan.records.breaches import BreachForm
from safeplan.records.people import PersonForm
from tests.builders import a_person
from tests.ui.orders_kit import an_order, iso, kept, shown
from tests.ui.page_window import HeldExecutor, OpenPages


def wait_for_focus(pages: OpenPages, name: str) -> QWidget:
    """The widget of this name once it has the focus and can be seen from its beginning."""
    pages.qtbot.waitUntil(lambda: pages.window.focusWidget().objectName() == name)
    pages.qtbot.waitUntil(lambda: pages.here().filling.over)
    pages.settle()
    found = pages.window.focusWidget()
    sheet = pages.here().sheet
    pages.qtbot.waitUntil(lambda: 0 <= found.mapTo(sheet.viewport(), QPoint(0, 0)).y() < sheet.viewport().height())
    return found


def by_habit(pages: OpenPages) -> None:
    """Space and Enter once more."""
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(pages.window.focusWidget(), key)
    pages.settle()
    assert pages.exits == 0


def press_keep(pages: OpenPages) -> None:
    button = pages.find("orders-keep")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


# ── The focus ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_after_keeping_an_order_the_focus_is_on_it_and_a_key_pressed_by_habit_hides_nothing(
    pages: OpenPages,
) -> None:
    for number in range(4):
        an_order(pages, number=str(number))
    shown(pages)
    pages.click("orders-add")
    pages.click("orders-form-kind-no_approach")
    press_keep(pages)
    (one,) = [order for order in kept(pages) if order.form.kind == "no_approach"]
    wait_for_focus(pages, f"orders-{one.id}")
    by_habit(pages)
    QTest.keyClick(pages.window.focusWidget(), Qt.Key.Key_Tab)
    assert pages.find(f"orders-{one.id}").isAncestorOf(pages.window.focusWidget())


def test_after_a_change_the_focus_is_on_the_order(pages: OpenPages) -> None:
    orders = [an_order(pages, number=str(number)) for number in range(3)]
    shown(pages)
    pages.click(f"orders-{orders[1].id}-change")
    press_keep(pages)
    wait_for_focus(pages, f"orders-{orders[1].id}")
    by_habit(pages)


def test_after_keeping_what_came_of_a_breach_the_focus_is_on_its_line(pages: OpenPages) -> None:
    an_order(pages)
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-came")
    pages.click("answer-no")
    pages.click("orders-write-what-called")
    press_keep(pages)
    pages.settle()
    assert pages.find("orders-said").isAncestorOf(pages.window.focusWidget())
    assert pages.exits == 0
    press_keep(pages)
    (link,) = breaches.list_breaches(pages.vault.database, one.id)
    wait_for_focus(pages, f"orders-breach-{link.id}-said")
    by_habit(pages)


def test_a_breach_that_is_not_among_those_shown_leaves_the_focus_on_its_order(pages: OpenPages) -> None:
    one = an_order(pages, days_ago=20)
    for number in range(8):
        form = BreachForm(on=iso(pages, number - 10), words=f"Call {number}")
        breaches.add_breach(pages.vault.database, pages.context.clock, one.id, "", form)
    shown(pages)
    first = breaches.list_breaches(pages.vault.database, one.id)[0]
    pages.click(f"orders-{one.id}-breaches-more")
    pages.click(f"orders-breach-{first.id}")
    press_keep(pages)
    wait_for_focus(pages, f"orders-{one.id}")


def test_leaving_a_form_puts_the_focus_on_nothing_that_hides(pages: OpenPages) -> None:
    an_order(pages)
    shown(pages)
    pages.click("orders-add")
    button = pages.find("orders-back")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    pages.settle()
    by_habit(pages)


# ── A second click ──────────────────────────────────────────────────────────────────────────────────────────────
def click_at(pages: OpenPages, name: str) -> QPoint:
    """A real click: it goes to whatever lies there."""
    widget = pages.find(name)
    pages.here().sheet.ensureWidgetVisible(widget)
    pages.settle()
    place: QPoint = widget.mapTo(pages.window, widget.rect().center())
    QTest.mouseClick(pages.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    return place


def rested(pages: OpenPages) -> None:
    pages.qtbot.waitUntil(lambda: pages.here()._resting is None)


@pytest.fixture
def slow_hand(qapp: QApplication) -> Iterator[None]:
    """Two clicks may be two seconds apart: on a busy computer the page needs as long between them."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(2000)
    yield
    qapp.setDoubleClickInterval(before)


def test_the_second_click_of_two_presses_nothing_of_what_came_into_the_place(
    slow_hand: None, pages: OpenPages
) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-came")
    pages.click("answer-no")
    pages.click("orders-write-what-called")
    rested(pages)
    place = click_at(pages, "orders-keep")
    handle, left = pages.window.windowHandle(), Qt.MouseButton.LeftButton
    pages.settle()
    said = pages.find("orders-said")
    before = pages.words()
    below = [
        w for w in pages.here().findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    # Wherever the pointer is, and however often.
    for spot in (place, *(w.mapTo(pages.window, w.rect().center()) for w in below if _in_sight(pages, w))):
        QTest.mouseClick(handle, left, pos=spot)
        pages.settle()
    assert pages.words() == before
    assert pages.find("orders-said") is said
    assert len(incidents.list_incidents(pages.vault.database)) == 1
    rested(pages)
    fold = said.findChild(QWidget, "orders-said-limit-two_months-from") or below[0]
    click_at(pages, fold.objectName())
    assert pages.words() != before, "after a moment it takes clicks again"


def _in_sight(pages: OpenPages, widget: QWidget) -> bool:
    viewport = pages.here().sheet.viewport()
    return bool(viewport.rect().contains(widget.mapTo(viewport, widget.rect().center())))


def test_hide_now_takes_a_click_at_once_whatever_rests(pages: OpenPages) -> None:
    an_order(pages)
    pages.go("orders")
    assert pages.here()._resting is not None
    button = pages.window.shell.exit
    place = button.mapTo(pages.window, button.rect().center())
    QTest.mouseClick(pages.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert pages.exits == 1


@pytest.mark.parametrize("which", ["order", "entry", "note"])
def test_pressing_keep_again_while_it_is_kept_keeps_it_once(qtbot: QtBot, vault: Any, clock: Any, which: str) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    one = an_order(pages)
    shown(pages)
    if which == "order":
        pages.click("orders-add")
        pages.click("orders-form-kind-no_approach")
    elif which == "entry":
        pages.click(f"orders-{one.id}-came")
        pages.click("answer-no")
        pages.click("orders-write-what-called")
    else:
        pages.click(f"orders-{one.id}-note")
        pages.write("orders-said-words", "Rang")
    executor.holding = True
    pages.click("orders-keep")
    pages.click("orders-keep")
    executor.holding = False
    executor.release()
    QApplication.processEvents()
    pages.settle()
    assert len(kept(pages)) == (2 if which == "order" else 1)
    assert len(breaches.list_breaches(pages.vault.database, one.id)) == (0 if which == "order" else 1)
    assert len(incidents.list_incidents(pages.vault.database)) == (1 if which == "entry" else 0)


# ── Whom it is against ──────────────────────────────────────────────────────────────────────────────────────────
def test_a_form_made_anew_before_her_people_are_read_keeps_whom_it_is_against(
    qtbot: QtBot, vault: Any, clock: Any
) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    him = a_person(vault.database, clock, "Ruslan Kenes", role="harms")
    an_order(pages, against=him.id)
    (before,) = kept(pages)
    shown(pages)
    pages.click(f"orders-{before.id}-change")
    pages.write("orders-form-number", "17")
    executor.holding = True
    pages.window.rebuild()
    assert not pages.sees("orders-form-against"), "who there is, is not read yet"
    assert pages.here().collect_draft()["against"] == him.id
    executor.holding = False
    executor.release()
    assert pages.find(f"orders-form-against-{him.id}").isChecked()
    pages.click("orders-keep")
    (after,) = kept(pages)
    assert (after.form.number, after.form.against) == ("17", him.id)


def test_an_order_stays_against_somebody_who_is_not_offered_any_more(pages: OpenPages) -> None:
    db, clock = pages.vault.database, pages.context.clock
    him = a_person(db, clock, "Ruslan Kenes", role="harms")
    an_order(pages, against=him.id)
    (order,) = kept(pages)
    people.change_person(db, clock, him.id, PersonForm(name=him.name, role="witness"))
    shown(pages)
    pages.click(f"orders-{order.id}-change")
    pages.write("orders-form-number", "17")
    pages.click("orders-keep")
    (after,) = kept(pages)
    assert (after.form.number, after.form.against) == ("17", him.id)


def test_whom_it_is_against_can_be_changed_and_taken_away(pages: OpenPages) -> None:
    db, clock = pages.vault.database, pages.context.clock
    first, second = (a_person(db, clock, name, role="harms") for name in ("Ruslan Kenes", "Timur Kenes"))
    an_order(pages, against=first.id)
    (order,) = kept(pages)
    for press, against in ((second.id, second.id), (second.id, "")):
        shown(pages)
        pages.click(f"orders-{order.id}-change")
        pages.click(f"orders-form-against-{press}")
        pages.click("orders-keep")
        assert [one.form.against for one in kept(pages)] == [against]
