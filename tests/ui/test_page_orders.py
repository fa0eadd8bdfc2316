"""Orders: the dates on her paper, how many days are left, and a number that never looks like safety."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QColor

from safeplan.content.order_words import load_order_words
from safeplan.records import drafts, orders
from safeplan.records.deadlines import local_day
from safeplan.records.orders import OrderForm
from tests.pace import Turns
from tests.ui.orders_kit import SAY, an_order, iso, kept, shown, typed
from tests.ui.page_window import OpenPages
from ui.theme import Look, current
from ui.widgets.said_dates import day_in_words


def test_an_empty_page_teaches_and_a_first_order_is_kept(pages: OpenPages) -> None:
    shown(pages)
    assert SAY.empty_title in pages.words()
    pages.click("orders-add")
    pages.click("orders-form-kind-protective_order")
    pages.write("orders-form-handed_over", f"{typed(pages, -1)} 14:20")
    pages.click("orders-keep")
    (one,) = kept(pages)
    assert (one.form.kind, one.form.handed_over[11:]) == ("protective_order", "14:20")
    pages.qtbot.waitUntil(lambda: pages.sees(f"orders-{one.id}-left"))
    assert pages.find(f"orders-{one.id}-left").text() == "29 days left"
    assert pages.find(f"orders-{one.id}-not-stop").text() == SAY.not_stop
    assert pages.message() == SAY.kept


def test_the_end_says_where_it_comes_from_and_her_paper_counts_more(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    assert pages.find(f"orders-{one.id}-by").text() == SAY.by_pack_handed.format(days=30)
    pages.click(f"orders-{one.id}-rule")
    pages.click("help-order-protective_order")
    assert "Source:" in pages.words()
    assert pages.sees("help-badge-protective_order")
    pages.click(f"orders-{one.id}-change")
    pages.write("orders-form-paper_end", typed(pages, 10))
    pages.click("orders-keep")
    pages.qtbot.waitUntil(lambda: pages.sees(f"orders-{one.id}-left"))
    assert pages.find(f"orders-{one.id}-left").text() == "10 days left"
    assert pages.find(f"orders-{one.id}-by").text() == SAY.by_paper


def test_what_helps_before_it_ends_comes_from_the_pack(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-before-end")
    for id_ in ("help-card-order_limits", "help-order-court_requirements", "help-card-legal_aid"):
        assert pages.sees(id_), id_


def test_an_order_of_her_own_needs_no_date_and_says_what_is_missing(pages: OpenPages) -> None:
    shown(pages)
    pages.click("orders-add")
    pages.click("orders-form-kind-own")
    pages.write("orders-form-name", "Paper of the dormitory")
    pages.click("orders-keep")
    pages.settle()
    assert "Paper of the dormitory" in pages.words()
    assert load_order_words("en").states["unknown"] in pages.words()


def test_a_day_that_cannot_be_read_is_said_at_its_field_and_nothing_is_kept(pages: OpenPages) -> None:
    shown(pages)
    pages.click("orders-add")
    pages.click("orders-keep")
    assert pages.find("orders-form-error").text() == SAY.one_is_enough
    pages.write("orders-form-issued", "31.2.2026")
    pages.click("orders-keep")
    assert pages.find("orders-form-issued-error").text() == SAY.day_unreadable
    pages.find("orders-form-issued").clear()
    pages.write("orders-form-paper_start", typed(pages, 2))
    pages.write("orders-form-paper_end", typed(pages, 1))
    pages.click("orders-keep")
    assert pages.find("orders-form-paper_end-error").text() == SAY.end_before_start
    assert kept(pages) == ()


def test_every_day_that_cannot_be_read_is_said_at_once_and_writing_goes_on_at_the_first(pages: OpenPages) -> None:
    shown(pages)
    pages.click("orders-add")
    for one in ("issued", "copy_received"):
        pages.write(f"orders-form-{one}", "31.2.2026")
    pages.write("orders-form-handed_over", f"{typed(pages, -1).replace('.', '/')} 9.30")
    pages.write("orders-form-paper_start", typed(pages, 2))
    pages.write("orders-form-paper_end", typed(pages, 1))
    pages.click("orders-keep")
    for one in ("issued", "copy_received"):
        assert pages.find(f"orders-form-{one}-error").text() == SAY.day_unreadable
    assert pages.find("orders-form-paper_end-error").text() == SAY.end_before_start
    assert pages.find("orders-form-issued").hasFocus()
    assert not pages.sees("orders-form-handed_over-error")
    for one in ("issued", "copy_received", "paper_end"):
        pages.find(f"orders-form-{one}").clear()
    pages.click("orders-keep")
    assert kept(pages)[0].form.handed_over == f"{iso(pages, -1)}T09:30"


def test_an_order_that_was_removed_can_be_taken_back(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-remove")
    pages.click("answer-no")
    assert len(kept(pages)) == 1
    pages.click(f"orders-{one.id}-remove")
    pages.click("answer-yes")
    assert kept(pages) == ()
    assert pages.sees("orders-empty")
    pages.window.shell.message_bar.action.click()
    assert [again.id for again in kept(pages)] == [one.id]
    pages.qtbot.waitUntil(lambda: pages.sees(f"orders-{one.id}-left"))


def test_what_is_half_typed_is_there_again_and_is_gone_once_left(pages: OpenPages) -> None:
    page = shown(pages)
    pages.click("orders-add")
    pages.write("orders-form-issued", "2.3.2026")
    page.save_draft_now()
    assert drafts.draft(pages.vault.database, "orders")["issued"] == "2.3.2026"
    page.clear()
    pages.go("orders")
    assert pages.find("orders-form-issued").text() == "2.3.2026"
    pages.click("orders-back")
    assert pages.sees("orders-empty")
    assert drafts.draft(pages.vault.database, "orders") == {}
    assert pages.message() == SAY.left
    pages.window.shell.message_bar.action.click()
    assert pages.find("orders-form-issued").text() == "2.3.2026"


def test_leaving_a_form_in_which_nothing_was_typed_says_nothing(pages: OpenPages) -> None:
    one = an_order(pages, number="17")
    shown(pages)
    pages.click(f"orders-{one.id}-change")
    pages.here().escape()
    pages.settle()
    assert pages.sees(f"orders-{one.id}-left")
    assert pages.message() == ""


def test_a_change_half_typed_survives_another_size_of_text(pages: OpenPages) -> None:
    one = an_order(pages, terms="No calls", notes="Room 4")
    shown(pages)
    pages.click(f"orders-{one.id}-change")
    pages.write("orders-form-number", "17")
    pages.window.rebuild(Look("dark", 150))
    assert pages.find("orders-form-number").text() == "17"
    pages.click("orders-keep")
    (again,) = kept(pages)
    assert (again.id, again.form.number, again.form.terms, again.form.notes) == (one.id, "17", "No calls", "Room 4")


def test_before_anything_is_kept_a_passphrase_is_asked_for_at_keep(pages: OpenPages) -> None:
    asked: list[Any] = []
    pages.context.has_store = lambda: False
    pages.context.keep_first = asked.append
    shown(pages)
    pages.click("orders-add")
    assert SAY.not_kept in pages.words()
    pages.click("orders-form-kind-no_approach")
    pages.click("orders-keep")
    assert kept(pages) == ()
    pages.context.has_store = lambda: True
    asked[0]()
    assert [one.form.kind for one in kept(pages)] == ["no_approach"]
    assert not pages.sees("orders-form")


def test_the_calendar_says_in_words_what_it_shows_and_ends_with_the_last_day(pages: OpenPages) -> None:
    long = an_order(pages, "court_requirements", paper_end=iso(pages, 200), paper_start=iso(pages, -40))
    one = an_order(pages, days_ago=10)
    shown(pages)
    picture = pages.find(f"orders-{one.id}-calendar")
    today = local_day(pages.context.clock)
    assert today in picture.shown_days()
    assert today + timedelta(days=20) in picture.shown_days()
    assert "Days of the order" in picture.accessibleName()
    later = pages.find(f"orders-{long.id}-calendar")
    assert later.goes_on
    assert len(later.shown_days()) == 42


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_day_of_the_order_is_shaded_today_and_those_that_passed_too(pages: OpenPages, theme: str) -> None:
    one = an_order(pages, days_ago=1)
    pages.window.rebuild(Look(theme, 100))
    shown(pages)
    picture = pages.find(f"orders-{one.id}-calendar")
    today = local_day(pages.context.clock)
    shades = shades_of(picture)
    days = {number: shades[today + timedelta(days=number)] for number in range(-1, 30)}
    plain = QColor(current().tokens.surface)
    nothing = (plain.red(), plain.green(), plain.blue(), 255)
    assert shades[picture.shown_days()[0]][3] == 0, "a day before the order is in the picture, with no shade"
    assert days[0] == days[1] == days[29]
    assert len({nothing, days[-1], days[0]}) == 3
    light = [sum(shade[:3]) for shade in (nothing, days[-1], days[0])]
    assert light == sorted(light, reverse=theme != "dark"), "days that passed are paler"


def shades_of(picture: Any) -> dict[Any, tuple[int, ...]]:
    """What colour each day has, in its square and beside its number."""
    image = picture.grab().toImage()
    return {
        day: image.pixelColor(picture.square(number).left() + 4, picture.square(number).center().y()).getRgb()
        for number, day in enumerate(picture.shown_days())
    }


def test_the_days_of_the_order_are_spoken_from_the_first_to_the_last(pages: OpenPages) -> None:
    one = an_order(pages, days_ago=1)
    end_only = an_order(pages, "court_requirements", paper_end=iso(pages, 20))
    shown(pages)
    today = local_day(pages.context.clock)
    first, last, now = (day_in_words(today + timedelta(days=days), "en") for days in (-1, 29, 0))
    said = pages.find(f"orders-{one.id}-calendar").accessibleName()
    assert said == SAY.calendar_from.format(start=first, end=last, today=now)
    assert SAY.calendar_key in pages.words()
    said = pages.find(f"orders-{end_only.id}-calendar").accessibleName()
    assert said.startswith(SAY.calendar.split("{")[0])


def test_an_order_that_has_ended_shows_no_days_and_no_alarm(pages: OpenPages) -> None:
    one = an_order(pages, days_ago=40)
    shown(pages)
    assert pages.find(f"orders-{one.id}-state").text() == load_order_words("en").states["ended"]
    assert not pages.sees(f"orders-{one.id}-left")
    assert not pages.sees(f"orders-{one.id}-calendar")


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut_and_everything_has_a_name(pages: OpenPages, theme: str, scale: int) -> None:
    an_order(pages, terms="No calls", number="17", paper_end=iso(pages, 20))
    pages.window.rebuild(Look(theme, scale))
    shown(pages)
    assert pages.fits()
    assert pages.unnamed() == []
    pages.click("orders-add")
    assert pages.fits()
    assert pages.unnamed() == []


def test_twenty_orders_and_the_form_hold_no_turn_for_long(pages: OpenPages) -> None:
    for days in range(20):
        an_order(pages, days_ago=days, terms="No calls", number=str(days))
    shown(pages)
    page = pages.here()
    page._show_list()
    turns = Turns()
    while not page.filling.over:
        with turns.one():
            page.filling.go_on()
    with turns.one():
        page.writing.add()
    assert turns.longest < 0.05


def test_an_order_that_another_page_leads_to_stands_first(pages: OpenPages) -> None:
    first, second = an_order(pages), an_order(pages, "court_requirements")
    page = pages.go("orders", order_id=second.id)
    pages.qtbot.waitUntil(lambda: page.filling.over)
    assert pages.find(f"orders-{second.id}").y() < pages.find(f"orders-{first.id}").y()
    shown(pages)
    assert pages.find(f"orders-{first.id}").y() < pages.find(f"orders-{second.id}").y()


# ── What the police have to do, on the card ─────────────────────────────────────────────────────────────────────
def test_what_to_ask_the_police_for_unfolds_on_the_card_with_its_source(pages: OpenPages) -> None:
    police = an_order(pages)
    court = an_order(pages, "court_requirements", paper_end=iso(pages, 90))
    shown(pages)
    pages.click(f"orders-{court.id}-if-broken")
    for duty in ("every_report", "take_statement", "keep_out", "appeal"):
        assert pages.sees(f"help-card-{duty}"), duty
    assert SAY.article_ask in pages.words()
    assert not pages.sees("help-card-order_breach")
    assert "461" not in pages.words()
    pages.click("help-card-every_report")
    assert "Source:" in pages.words()
    pages.click(f"orders-{police.id}-if-broken")
    assert pages.sees("help-card-order_breach")


def test_an_order_of_her_own_says_what_can_help_before_it_ends_and_names_no_law(pages: OpenPages) -> None:
    one = orders.add_order(pages.vault.database, pages.context.clock, OrderForm(name="Paper of the dormitory"))
    shown(pages)
    pages.click(f"orders-{one.id}-before-end")
    assert SAY.before_end_own in pages.words()
    pages.click(f"orders-{one.id}-if-broken")
    assert SAY.article_ask in pages.words()
    assert "Source:" not in pages.words()
