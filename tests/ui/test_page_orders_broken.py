"""When an order is broken: danger first, writing in two clicks, and then what the police have to do and did."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from safeplan.content.regions import load_region
from safeplan.records import breaches, incidents
from safeplan.records.breaches import BreachForm
from tests.pace import Turns
from tests.ui.orders_kit import KZ, SAY, an_order, iso, shown, typed
from tests.ui.page_window import OpenPages
from ui.theme import Look


# ── That person came or called ──────────────────────────────────────────────────────────────────────────────────
def written(pages: OpenPages, order_id: str) -> Any:
    pages.click(f"orders-{order_id}-came")
    pages.click("answer-no")
    pages.click("orders-write-what-called")
    pages.click("orders-write-when-kind-today")
    pages.click("orders-keep")
    pages.settle()
    (one,) = breaches.list_breaches(pages.vault.database, order_id)
    return one


def test_danger_comes_first_with_the_numbers_and_words_to_read_aloud(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-came")
    numbers = pages.find("orders-numbers")
    emergency = [line for line in KZ.lines if line.emergency]
    assert [line.value for line in emergency] == ["102", "112", "103"]
    words = [label.text() for label in numbers.findChildren(QLabel)]
    assert words == [text for line in emergency for text in (line.value, line.name)]
    assert "102: Police" in numbers.accessibleName()
    assert numbers.hasFocus(), "nothing behind the question can be pressed"
    answers = list(pages.find("question-card").findChildren(QPushButton))
    assert [one.objectName() for one in answers] == ["answer-yes", "answer-no", "answer-back"]
    QTest.keyClick(numbers, Qt.Key.Key_Return)
    assert pages.sees("question-card")
    QTest.keyClick(numbers, Qt.Key.Key_Tab)
    assert pages.find("answer-yes").hasFocus()
    pages.click("answer-back")
    assert pages.sees(f"orders-{one.id}-left")
    pages.click(f"orders-{one.id}-came")
    pages.click("answer-yes")
    assert pages.window.current_name == "say_this"
    assert incidents.list_incidents(pages.vault.database) == ()


def test_writing_it_down_is_an_entry_of_its_own_linked_to_the_order(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-came")
    pages.click("answer-no")
    assert pages.find("orders-write-text").text() == ""
    pages.click("orders-keep")
    assert pages.find("orders-write-error").text() == SAY.write_one
    assert incidents.list_incidents(pages.vault.database) == ()
    pages.write("orders-write-text", "Stood at the fence")
    pages.click("orders-write-what-waited")
    pages.click("orders-write-what-take_back")
    pages.click("orders-keep")
    (entry,) = incidents.list_incidents(pages.vault.database)
    assert entry.latest is not None
    assert entry.latest.form.text == "Stood at the fence"
    assert entry.latest.form.kinds == (), "she chose no kind of harm, and none is added"
    assert [link.incident_id for link in breaches.list_breaches(pages.vault.database, one.id)] == [entry.id]
    pages.click("orders-entry")
    assert pages.window.current_name == "entry"


def test_what_the_police_have_to_do_and_said_stands_with_the_breach(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    link = written(pages, one.id)
    words = pages.words()
    assert SAY.ask_for in words
    for duty in ("every_report", "take_statement", "weekly_check", "keep_out", "appeal"):
        assert pages.sees(f"help-card-{duty}"), duty
    pages.click("orders-said-reported-yes")
    pages.write("orders-said-to", "District inspector")
    pages.write("orders-said-answer", "Come on Monday")
    pages.click("orders-keep")
    form = breaches.breach(pages.vault.database, link.id).form
    assert (form.reported, form.to, form.answer) == ("yes", "District inspector", "Come on Monday")
    pages.qtbot.waitUntil(lambda: pages.sees(f"orders-breach-{link.id}"))
    pages.click(f"orders-breach-{link.id}")
    assert pages.find("orders-said-answer").text() == "Come on Monday"


def test_an_article_is_named_only_where_the_pack_names_one(pages: OpenPages) -> None:
    police = an_order(pages)
    court = an_order(pages, "court_requirements", paper_end=iso(pages, 90))
    shown(pages)
    written(pages, police.id)
    assert SAY.article_known in pages.words()
    assert pages.sees("help-card-order_breach")
    assert not pages.sees("orders-said-article")
    pages.click("orders-back")
    pages.qtbot.waitUntil(lambda: pages.sees(f"orders-{court.id}-came"))
    link = written(pages, court.id)
    assert SAY.article_ask in pages.words()
    assert not pages.sees("help-card-order_breach")
    assert "461" not in pages.words()
    pages.write("orders-said-article", "The officer says article 667")
    pages.click("orders-keep")
    assert breaches.breach(pages.vault.database, link.id).form.article == "The officer says article 667"


def test_a_deadline_is_better_this_week_and_later_only_a_day_that_has_gone_by(pages: OpenPages, clock: Any) -> None:
    one = an_order(pages)
    shown(pages)
    link = written(pages, one.id)
    assert pages.find("orders-said-limit-two_months").text().startswith("Better this week.")
    pages.click("orders-said-limit-two_months-from")
    assert pages.sees("help-card-two_months")
    pages.click("orders-back")
    clock.move(days=70)
    shown(pages)
    pages.click(f"orders-breach-{link.id}")
    said = pages.find("orders-said-limit-two_months").text()
    assert "has gone by" in said
    assert "can still help" in said


def test_a_link_can_go_and_come_back_and_the_entry_stays(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    link = written(pages, one.id)
    pages.click("orders-unlink")
    assert breaches.list_breaches(pages.vault.database, one.id) == ()
    assert len(incidents.list_incidents(pages.vault.database)) == 1
    pages.window.shell.message_bar.action.click()
    assert [again.id for again in breaches.list_breaches(pages.vault.database, one.id)] == [link.id]


def test_today_offers_it_only_while_an_order_is_in_force(pages: OpenPages) -> None:
    an_order(pages, days_ago=40)
    pages.go("today")
    assert not pages.sees("today-came-button")
    one = an_order(pages)
    pages.go("today")
    pages.click("today-came-button")
    assert pages.window.current_name == "orders"
    assert SAY.there_now in pages.words()
    pages.click("answer-no")
    pages.write("orders-write-text", "At the school")
    pages.click("orders-keep")
    assert len(breaches.list_breaches(pages.vault.database, one.id)) == 1


def test_what_is_half_typed_is_not_lost_when_today_leads_here(pages: OpenPages) -> None:
    an_order(pages)
    shown(pages)
    pages.click("orders-add")
    pages.write("orders-form-number", "17")
    pages.go("today")
    pages.click("today-came-button")
    pages.click("answer-no")
    assert pages.find("orders-form-number").text() == "17"


def test_an_order_that_has_not_begun_or_has_ended_is_not_asked_about(pages: OpenPages) -> None:
    ended = an_order(pages, days_ago=40)
    later = an_order(pages, "court_requirements", paper_start=iso(pages, 5), paper_end=iso(pages, 95))
    shown(pages)
    assert not pages.sees(f"orders-{ended.id}-came")
    assert not pages.sees(f"orders-{later.id}-came")


def test_both_forms_about_a_breach_survive_another_size_of_text(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-came")
    pages.click("answer-no")
    pages.write("orders-write-text", "Rang")
    pages.window.rebuild(Look("dark", 150))
    assert pages.find("orders-write-text").text() == "Rang"
    pages.click("orders-keep")
    pages.write("orders-said-answer", "Wait")
    pages.window.rebuild(Look("light", 100))
    assert pages.find("orders-said-answer").text() == "Wait"
    pages.click("orders-keep")
    (link,) = breaches.list_breaches(pages.vault.database, one.id)
    assert link.form.answer == "Wait"


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_about_a_breach_is_cut_and_it_holds_no_turn(pages: OpenPages, theme: str, scale: int) -> None:
    one = an_order(pages, "court_requirements", paper_end=iso(pages, 90))
    pages.window.rebuild(Look(theme, scale))
    shown(pages)
    turns = Turns()
    with turns.one():
        form = pages.here().broken.open_write(one.id)
    assert pages.fits()
    assert pages.unnamed() == []
    form.what.set_chosen(["came"])
    pages.click("orders-keep")
    assert pages.fits()
    assert pages.unnamed() == []
    (link,) = breaches.list_breaches(pages.vault.database, one.id)
    with turns.one():
        pages.here().broken.open(link.id)
    assert turns.longest < 0.05


# ── Two clicks, and what comes after danger ─────────────────────────────────────────────────────────────────────
def test_from_today_two_clicks_lead_to_the_box_and_a_third_keeps_it(pages: OpenPages) -> None:
    one = an_order(pages)
    pages.go("today")
    pages.click("today-came-button")
    pages.click("answer-no")
    assert pages.find("orders-write-text").hasFocus()
    pages.write("orders-write-text", "Rang twice")
    pages.click("orders-keep")
    (link,) = breaches.list_breaches(pages.vault.database, one.id)
    latest = incidents.incident(pages.vault.database, link.incident_id).latest
    assert latest is not None
    assert latest.form.text == "Rang twice"


def test_while_reading_aloud_the_numbers_stay_and_writing_waits_one_click_away(pages: OpenPages) -> None:
    one = an_order(pages)
    pages.go("today")
    pages.click("today-came-button")
    pages.click("answer-yes")
    assert pages.window.current_name == "say_this"
    assert "102" in pages.message()
    assert "112" in pages.message()
    assert SAY.after_text in pages.message()
    pages.window.shell.message_bar.action.click()
    pages.click("orders-write-what-came")
    pages.click("orders-keep")
    assert len(breaches.list_breaches(pages.vault.database, one.id)) == 1


def test_without_a_pack_there_is_no_number_and_no_law_but_the_same_way(pages: OpenPages) -> None:
    one = an_order(pages)
    pages.context.region = load_region("intl", "en")
    shown(pages)
    pages.click(f"orders-{one.id}-if-broken")
    assert SAY.ask_for_none in pages.words()
    assert "461" not in pages.words()
    pages.click(f"orders-{one.id}-came")
    assert not pages.sees("orders-numbers")
    pages.click("answer-yes")
    assert pages.window.current_name == "say_this"
    assert pages.message().endswith(SAY.after_text)
    assert "102" not in pages.message()


# ── A breach without an entry, and the list ─────────────────────────────────────────────────────────────────────
def test_a_day_alone_is_a_breach_and_then_the_police_part_follows(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-note")
    assert not pages.sees("orders-said-answer"), "nothing but the day and a word at first"
    pages.click("orders-keep")
    assert pages.find("orders-said-error").text() == SAY.write_one
    pages.write("orders-said-on", "31.2.2026")
    pages.click("orders-keep")
    assert pages.find("orders-said-on-error").text() == SAY.day_unreadable
    pages.find("orders-said-on").clear()
    pages.write("orders-said-on", typed(pages, 0))
    pages.click("orders-keep")
    (link,) = breaches.list_breaches(pages.vault.database, one.id)
    assert (link.incident_id, link.form.on) == ("", iso(pages, 0))
    assert incidents.list_incidents(pages.vault.database) == ()
    assert SAY.ask_for in pages.words()
    assert not pages.sees("orders-entry")
    pages.write("orders-said-words", "Stood at the gate")
    pages.click("orders-said-reported-no")
    pages.click("orders-keep")
    (link,) = breaches.list_breaches(pages.vault.database, one.id)
    assert (link.form.on, link.form.words, link.form.reported) == (iso(pages, 0), "Stood at the gate", "no")
    pages.qtbot.waitUntil(lambda: pages.sees(f"orders-breach-{link.id}-said"))
    words = pages.words()
    assert "Stood at the gate" in words
    assert SAY.reported_none in words


def test_everything_at_fault_in_a_form_about_a_breach_is_said_at_once(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-came")
    pages.click("answer-no")
    pages.click("orders-write-when-kind-day")
    pages.write("orders-write-when-start", "31.2.2026")
    pages.click("orders-keep")
    assert pages.sees("orders-write-when-start-error")
    assert pages.sees("orders-write-error")
    pages.click("orders-back")
    form = BreachForm("yes", on=iso(pages, -1))
    link = breaches.add_breach(pages.vault.database, pages.context.clock, one.id, "", form)
    shown(pages)
    pages.click(f"orders-breach-{link.id}")
    for line in ("on", "reported_at"):
        pages.find(f"orders-said-{line}").clear()
        pages.write(f"orders-said-{line}", "31.2.2026")
    pages.click("orders-keep")
    assert pages.sees("orders-said-on-error")
    assert pages.sees("orders-said-reported_at-error")
    assert pages.find("orders-said-on").hasFocus()


def test_a_breach_without_an_entry_cannot_be_emptied_and_survives_another_size_of_text(pages: OpenPages) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-note")
    pages.write("orders-said-words", "A letter")
    pages.window.rebuild(Look("dark", 150))
    assert pages.find("orders-said-words").toPlainText() == "A letter"
    pages.click("orders-keep")
    pages.find("orders-said-words").set_text("")
    pages.click("orders-keep")
    assert pages.find("orders-said-error").text() == SAY.write_one
    (link,) = breaches.list_breaches(pages.vault.database, one.id)
    assert link.form.words == "A letter"


def test_the_list_says_what_the_police_did_and_what_came_of_it(pages: OpenPages) -> None:
    one = an_order(pages, days_ago=3)
    form = BreachForm("yes", iso(pages, -1), "Inspector", "55", "Come on Monday", "Ten days", on=iso(pages, -2))
    told = breaches.add_breach(pages.vault.database, pages.context.clock, one.id, "", form)
    quiet = breaches.add_breach(
        pages.vault.database, pages.context.clock, one.id, "", BreachForm(on=iso(pages, -1), words="Rang")
    )
    shown(pages)
    words = pages.words()
    assert "Reported: 1 March 2026, Inspector, 55" in words
    assert SAY.answer_line.format(words="Come on Monday") in words
    assert SAY.came_line.format(words="Ten days") in words
    assert SAY.police_open in words
    assert pages.find(f"orders-breach-{quiet.id}-limit").text().startswith("Better this week.")
    assert not pages.sees(f"orders-breach-{told.id}-limit")


def test_no_word_about_days_frightens_however_long_ago_it_was(pages: OpenPages, clock: Any) -> None:
    one = an_order(pages)
    link = breaches.add_breach(
        pages.vault.database, pages.context.clock, one.id, "", BreachForm(on=iso(pages, 0), words="Rang")
    )
    clock.move(days=200)
    shown(pages)
    assert not pages.sees(f"orders-breach-{link.id}-limit")
    pages.click(f"orders-breach-{link.id}")
    assert not re.search("expired|too late|missed|overdue|%", pages.words(), re.IGNORECASE)
    assert "can still help" in pages.words()


def test_a_hundred_breaches_come_in_portions_the_latest_first_and_hold_no_turn(pages: OpenPages) -> None:
    one = an_order(pages, days_ago=29)
    for number in range(100):
        form = BreachForm(on=iso(pages, number % 29 - 29), words=f"Call {number}", answer="Come on Monday")
        breaches.add_breach(pages.vault.database, pages.context.clock, one.id, "", form)
    page = shown(pages)
    turns = Turns()
    with turns.one():
        page._add_card(one)
    assert turns.longest < 0.05
    assert "Call 28" in pages.words()
    assert "Call 20" not in pages.words()
    pages.click(f"orders-{one.id}-breaches-more")
    pages.click(f"orders-{one.id}-breaches-more")
    pages.click(f"orders-{one.id}-breaches-more")
    assert "Call 23" in pages.words()


def test_three_months_of_an_order_with_two_breaches(pages: OpenPages, clock: Any) -> None:
    one = an_order(pages, "court_requirements", paper_start=iso(pages, 0), paper_end=iso(pages, 91))
    pages.go("today")
    pages.click("today-came-button")
    pages.click("answer-no")
    pages.write("orders-write-text", "Waited at the bus stop")
    pages.click("orders-write-when-kind-today")
    pages.click("orders-keep")
    assert SAY.article_ask in pages.words()
    pages.click("orders-said-reported-yes")
    pages.write("orders-said-to", "102")
    pages.write("orders-said-answer", "Take it to the district inspector")
    pages.click("orders-keep")
    clock.move(days=60)
    shown(pages)
    assert pages.find(f"orders-{one.id}-left").text() == "31 days left"
    pages.click(f"orders-{one.id}-note")
    pages.write("orders-said-on", typed(pages, -1))
    pages.write("orders-said-words", "Called the school")
    pages.click("orders-keep")
    clock.move(days=40)
    shown(pages)
    assert not pages.sees(f"orders-{one.id}-came")
    assert not pages.sees(f"orders-{one.id}-left")
    words = pages.words()
    assert words.index("Called the school") < words.index("Waited at the bus stop")
    assert SAY.answer_line.format(words="Take it to the district inspector") in words
    assert "461" not in words
    assert len(incidents.list_incidents(pages.vault.database)) == 1
