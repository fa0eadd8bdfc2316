"""Cases: a list of matters, and one word to begin another."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from safeplan.content.case_words import load_case_words
from safeplan.records import cases, drafts
from safeplan.records.cases import CaseForm, ItemForm
from safeplan.records.deadlines import local_day
from tests.ui.page_window import OpenPages
from ui.theme import Look

SAY = load_case_words("en").page


def shown(pages: OpenPages) -> Any:
    page = pages.go("cases")
    pages.qtbot.waitUntil(lambda: page.filling.over)
    pages.settle()
    return page


def test_an_empty_page_teaches_and_one_word_opens_a_case(pages: OpenPages) -> None:
    shown(pages)
    assert SAY.empty_example in pages.words()
    pages.click("cases-keep")
    assert pages.find("cases-name-error").text() == SAY.name_first
    assert cases.list_cases(pages.vault.database) == ()
    pages.write("cases-name", "March")
    pages.click("cases-keep")
    (one,) = cases.list_cases(pages.vault.database)
    assert one.form == CaseForm(name="March")
    assert pages.window.current_name == "case"
    assert pages.find("case-head-name").text() == "March"
    shown(pages)
    assert pages.find("cases-name").text() == ""
    assert SAY.nothing_in_it in pages.words()


def test_enter_opens_it_too_and_each_case_has_its_way_in(pages: OpenPages) -> None:
    first = cases.add_case(pages.vault.database, pages.context.clock, CaseForm(name="The flat"))
    shown(pages)
    pages.write("cases-name", "March")
    keyboard: Any = pages.qtbot
    keyboard.keyClick(pages.find("cases-name"), Qt.Key.Key_Return)
    assert [one.form.name for one in cases.list_cases(pages.vault.database)] == ["The flat", "March"]
    shown(pages)
    pages.click(f"cases-{first.id}-open")
    assert pages.find("case-head-name").text() == "The flat"


def test_the_nearest_day_ahead_stands_with_its_case_and_none_that_lies_behind(pages: OpenPages) -> None:
    db, clock = pages.vault.database, pages.context.clock
    today = local_day(clock)
    one = cases.add_case(db, clock, CaseForm(name="March", body="Court"))
    for days in (-3, 9, 4):
        due = (today + timedelta(days=days)).isoformat()
        cases.add_item(db, clock, one.id, ItemForm("letter", due=due))
    shown(pages)
    assert pages.find(f"cases-{one.id}-next").text() == SAY.next_day.format(day="6 March 2026")
    for item in cases.case(db, one.id).items:
        cases.mark_item(db, clock, item.id, done=item.form.due > today.isoformat())
    shown(pages)
    assert not pages.sees(f"cases-{one.id}-next")


def test_a_case_with_words_half_written_does_not_say_that_nothing_is_in_it(pages: OpenPages) -> None:
    shown(pages)
    pages.click("cases-refused")
    pages.write("case-item-text", "They laughed and")
    pages.here().save_draft_now()
    shown(pages)
    (one,) = cases.list_cases(pages.vault.database)
    assert pages.find(f"cases-{one.id}-begun").text() == SAY.begun_in_it
    assert SAY.nothing_in_it not in pages.words()
    pages.click(f"cases-{one.id}-open")
    assert pages.find("case-item-text").text() == "They laughed and"


def test_a_name_half_typed_is_there_again(pages: OpenPages) -> None:
    page = shown(pages)
    pages.write("cases-name", "The rep")
    page.save_draft_now()
    assert drafts.draft(pages.vault.database, "cases") == {"name": "The rep"}
    page.clear()
    shown(pages)
    assert pages.find("cases-name").text() == "The rep"
    pages.window.rebuild(Look("dark", 150))
    assert pages.find("cases-name").text() == "The rep"


def test_before_anything_is_kept_a_passphrase_is_asked_for_and_the_name_waits(pages: OpenPages) -> None:
    asked: list[Any] = []
    pages.context.has_store = lambda: False
    pages.context.keep_first = asked.append
    shown(pages)
    pages.write("cases-name", "March")
    assert SAY.not_kept in pages.words()
    pages.click("cases-keep")
    assert cases.list_cases(pages.vault.database) == ()
    assert pages.find("cases-name").text() == "March"
    pages.context.has_store = lambda: True
    asked[0]()
    assert [one.form.name for one in cases.list_cases(pages.vault.database)] == ["March"]


def test_a_statement_that_was_not_taken_finds_its_case_or_begins_one(pages: OpenPages) -> None:
    db, clock = pages.vault.database, pages.context.clock
    shown(pages)
    pages.click("cases-refused")
    (first,) = cases.list_cases(db)
    assert first.form.name == SAY.refused
    assert pages.sees("case-item-where")
    pages.write("case-item-where", "Window 2")
    pages.click("case-keep")
    shown(pages)
    pages.click("cases-refused")
    assert pages.find("case-item-where").text() == ""
    pages.click("case-back")
    other = cases.add_case(db, clock, CaseForm(name="The flat"))
    shown(pages)
    pages.click("cases-refused")
    pages.click("answer-back")
    assert pages.window.current_name == "cases"
    pages.click("cases-refused")
    pages.click(f"answer-{other.id}")
    pages.write("case-item-where", "Window 5")
    pages.click("case-keep")
    kept = {one.id: [item.form.where for item in one.items] for one in cases.list_cases(db)}
    assert kept == {first.id: ["Window 2"], other.id: ["Window 5"]}


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut_and_everything_has_a_name(pages: OpenPages, theme: str, scale: int) -> None:
    db, clock = pages.vault.database, pages.context.clock
    cases.add_case(db, clock, CaseForm(name="The report of March", number="2-117", body="Station, room 4"))
    cases.add_case(db, clock, CaseForm(notes="no name"))
    pages.window.rebuild(Look(theme, scale))
    shown(pages)
    assert SAY.nameless in pages.words()
    assert pages.fits()
    assert pages.unnamed() == []
