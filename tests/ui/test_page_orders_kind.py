"""The kind of an order stays what she chose, whatever country is chosen while the order is changed."""

from __future__ import annotations

from safeplan.content.regions import load_region
from tests.ui.orders_kit import an_order, kept, shown
from tests.ui.page_window import OpenPages


def test_an_order_of_a_kind_that_her_country_has_not_keeps_it_until_she_chooses_another(pages: OpenPages) -> None:
    an_order(pages)
    (order,) = kept(pages)
    pages.context.region = load_region("intl", "en")
    shown(pages)
    pages.click(f"orders-{order.id}-change")
    pages.write("orders-form-number", "17")
    # Built anew in the middle of it: the draft knows the kind too.
    pages.window.rebuild()
    pages.settle()
    pages.click("orders-form-kind-own")
    pages.click("orders-form-kind-own")
    pages.click("orders-keep")
    (after,) = kept(pages)
    assert (after.form.number, after.form.kind, after.rule) == ("17", "protective_order", order.rule)
    shown(pages)
    pages.click(f"orders-{order.id}-change")
    pages.click("orders-form-kind-own")
    pages.write("orders-form-name", "A ban on calling")
    pages.click("orders-keep")
    (after,) = kept(pages)
    assert (after.form.name, after.form.kind) == ("A ban on calling", "")


def test_a_kind_known_when_the_change_was_begun_survives_another_country(pages: OpenPages) -> None:
    an_order(pages)
    (order,) = kept(pages)
    shown(pages)
    pages.click(f"orders-{order.id}-change")
    pages.write("orders-form-number", "17")
    pages.context.region = load_region("intl", "en")
    pages.window.rebuild()
    pages.settle()
    pages.click("orders-keep")
    (after,) = kept(pages)
    assert (after.form.number, after.form.kind) == ("17", "protective_order")


def test_a_kind_chosen_for_a_new_order_goes_with_its_country(pages: OpenPages) -> None:
    shown(pages)
    pages.click("orders-add")
    pages.click("orders-form-kind-protective_order")
    pages.write("orders-form-number", "17")
    pages.context.region = load_region("intl", "en")
    pages.window.rebuild()
    pages.settle()
    pages.click("orders-keep")
    (one,) = kept(pages)
    assert (one.form.number, one.form.kind) == ("17", "")


def test_a_kind_pressed_once_more_is_taken_away(pages: OpenPages) -> None:
    an_order(pages)
    (order,) = kept(pages)
    shown(pages)
    pages.click(f"orders-{order.id}-change")
    pages.click("orders-form-kind-protective_order")
    pages.click("orders-keep")
    (after,) = kept(pages)
    assert after.form.kind == ""
