"""Drafts for the counter: filled from the record, read over line by line, kept while writing, and made into a PDF."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.content.draft_words import load_draft_words
from safeplan.content.regions import load_region
from safeplan.handover.forms_words import load_form_words
from safeplan.records import drafts, life_events, orders, plan
from safeplan.records.incidents import Happened
from safeplan.records.orders import OrderForm
from tests.builders import an_incident
from tests.ui.page_window import OpenPages
from ui.theme import Look

SAY = load_draft_words("en").page
FORM = load_form_words("en")
RU = load_form_words("ru")


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any) -> OpenPages:
    made = OpenPages(qtbot, vault, clock)
    made.window.resize(1024, 4200)
    return made


def said_in(pdf: Path) -> str:
    found = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, text=True)
    return " ".join(found.stdout.split())


def an_order(pages: OpenPages, clock: Any) -> Any:
    form = OrderForm(name="Protective order", number="17/3", issued_by="Police 3", issued="2026-02-20")
    return orders.add_order(pages.vault.database, clock, form)


def test_a_statement_is_filled_read_over_changed_and_made(pages: OpenPages, clock: Any, stick: Path) -> None:
    db = pages.vault.database
    an_incident(
        db, clock, "Пришёл ночью и стучал.", happened=Happened("vague", words="перед Наурызом"), place="Абая 5"
    )
    an_incident(db, clock, "Not for the paper.")
    pages.go("drafts")
    assert FORM.screen.draft_note in pages.words()
    pages.click("drafts-fill")
    assert pages.find("drafts-missing").text() == FORM.screen.nothing_to_fill
    pages.find("drafts-entry-1").click()
    pages.write("drafts-against", "A. B.")
    pages.click("drafts-prosecution-no")
    assert pages.find("drafts-effect").text() == FORM.choices["no"].text
    pages.find("drafts-request-protective_order").click()
    pages.click("drafts-fill")
    assert RU.paper["draft"] in pages.words()
    assert FORM.screen.vague_note in pages.words()
    assert (
        pages.find("drafts-0-when").text() == "«перед Наурызом»"
        or "перед Наурызом" in pages.find("drafts-0-when").text()
    )
    assert pages.find("drafts-who").text() == "A. B."
    assert RU.statement["ask_no"] in pages.find("drafts-asks").text()
    pages.find("drafts-0-where").set_text("Abai 5, third floor")
    pages.click("drafts-write")
    pages.context.picker.choose([stick])
    assert pages.find("drafts-written").text() == SAY.written
    pages.window.rebuild(Look("dark", 125))
    assert pages.find("drafts-written").text() == SAY.written
    (pdf,) = stick.iterdir()
    said = said_in(pdf)
    for words in ("Пришёл ночью", "перед Наурызом", "Abai 5, third floor", "A. B.", RU.paper["draft"]):
        assert words in said
    assert "Not for the paper" not in said
    # The entry itself is as it was.
    assert db.value("SELECT count(*) FROM revision") == 2


def test_what_the_choice_changes_stands_there_with_its_source_and_date(pages: OpenPages, clock: Any) -> None:
    an_incident(pages.vault.database, clock)
    pages.go("drafts")
    assert FORM.screen.facts_title in pages.words()
    pages.click("help-card-goes_on_anyway")
    assert "Source: " in pages.words()
    assert "Last checked" in pages.words()


def test_nothing_is_lost_by_hiding_while_it_is_read_over(
    qtbot: QtBot, pages: OpenPages, vault: Any, clock: Any
) -> None:
    an_incident(vault.database, clock)
    pages.go("drafts")
    pages.find("drafts-entry-1").click()
    pages.click("drafts-prosecution-yes")
    pages.write("drafts-to", "Police 3")
    pages.click("drafts-fill")
    pages.find("drafts-0-what").set_text("My own words for the paper")
    pages.here().save_draft_now()
    assert "My own words" in drafts.draft(vault.database, "drafts")["paper"]
    again = OpenPages(qtbot, vault, clock)
    again.window.resize(1024, 4200)
    again.go("drafts")
    assert again.find("drafts-to").text() == "Police 3"
    assert again.find("drafts-entry-1").isChecked()
    assert again.here().choose.prosecution.one() == "yes"
    assert again.find("drafts-0-what").text() == "My own words for the paper"
    # Filled anew only when asked for, and that is said.
    again.click("drafts-fill")
    assert again.message() == SAY.filled_anew
    assert again.find("drafts-0-what").text() == "He came to the door at night."


def test_a_copy_of_an_order_is_asked_for_from_what_is_known_of_it(pages: OpenPages, clock: Any, stick: Path) -> None:
    an_incident(pages.vault.database, clock)
    pages.go("drafts")
    pages.click("drafts-kind-order_copy")
    assert pages.find("drafts-no-order").text() == FORM.screen.no_order
    pages.click("drafts-fill")
    assert pages.find("drafts-missing").text() == FORM.screen.no_order
    an_order(pages, clock)
    pages.go("more")
    pages.go("drafts")
    pages.click("drafts-language-kk")
    assert not pages.sees("drafts-entry-1")
    pages.click("drafts-fill")
    assert pages.find("drafts-number").text() == "17/3"
    pages.click("drafts-write")
    pages.context.picker.choose([stick])
    (pdf,) = stick.iterdir()
    assert "17/3" in said_in(pdf)
    assert load_form_words("kk").paper["draft"] in said_in(pdf)


def test_a_language_for_reading_along_says_so(pages: OpenPages, clock: Any) -> None:
    an_incident(pages.vault.database, clock)
    pages.go("drafts")
    assert not pages.sees("drafts-along")
    pages.click("drafts-language-en")
    assert pages.find("drafts-along").text() == FORM.screen.along_note


def test_only_where_somebody_looked_into_the_papers(pages: OpenPages, clock: Any) -> None:
    an_incident(pages.vault.database, clock)
    pages.go("more")
    assert pages.sees("more-drafts")
    pages.context.region = load_region("ew", "en")
    pages.window.rebuild(Look("light", 100))
    pages.go("more")
    assert not pages.sees("more-drafts")
    pages.go("drafts")
    assert pages.find("drafts-nothing").text() == SAY.not_here


def test_before_anything_is_kept_it_leads_to_writing(pages: OpenPages) -> None:
    pages.go("drafts")
    assert SAY.nothing in pages.words()
    pages.click("drafts-write-down")
    assert pages.window.current_name == "happened"


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200)])
def test_nothing_is_cut_and_everything_has_a_name(pages: OpenPages, clock: Any, theme: str, scale: int) -> None:
    an_incident(pages.vault.database, clock)
    an_order(pages, clock)
    pages.window.resize(1024, 600)
    pages.window.rebuild(Look(theme, scale))
    pages.go("drafts")
    pages.find("drafts-entry-1").click()
    pages.click("drafts-fill")
    assert pages.fits()
    assert pages.unnamed() == []


STREET = "Saryarka 12"


def a_story(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    plan.set_answer(db, clock, "leaving_first", STREET)
    an_incident(db, clock, f"It was loud at the door. Then I went to {STREET}.", place="Abai 40")


def test_what_shows_where_she_is_now_is_named_and_left_out_until_she_says_otherwise(
    pages: OpenPages, clock: Any, stick: Path
) -> None:
    a_story(pages, clock)
    pages.go("drafts")
    pages.find("drafts-entry-1").click()
    pages.click("drafts-language-ru")
    pages.click("drafts-fill")
    assert pages.find("drafts-found-0").text() == f"«{STREET}» · an address"
    assert SAY.found_about in pages.words()
    assert STREET not in pages.find("drafts-0-what").text()
    pages.click("drafts-write")
    pages.context.picker.choose([stick])
    (pdf,) = stick.iterdir()
    assert STREET not in said_in(pdf)
    pages.click("drafts-found-0-turn")
    assert STREET in pages.find("drafts-0-what").text()
    pages.click("drafts-found-0-turn")
    assert STREET not in pages.find("drafts-0-what").text()


def test_the_day_that_a_time_leans_on_is_left_out_of_it_too(pages: OpenPages, clock: Any, stick: Path) -> None:
    db = pages.vault.database
    a_story(pages, clock)
    moved = life_events.add_life_event(db, f"moved to {STREET}", "2026-02-20")
    leaning = Happened("vague", words="one evening", anchor=moved.id, side="after")
    an_incident(db, clock, "There were calls.", happened=leaning)
    pages.go("drafts")
    pages.find("drafts-entry-2").click()
    pages.click("drafts-fill")
    assert pages.find("drafts-found-0").text() == f"«{STREET}» · an address"
    assert "moved to «Saryarka 12»" in pages.words()
    assert "No. 2" in pages.words()
    assert STREET not in pages.find("drafts-0-when").text()
    assert "one evening · после: moved to [не указано]" in pages.find("drafts-0-when").text()
    pages.click("drafts-write")
    pages.context.picker.choose([stick])
    (pdf,) = stick.iterdir()
    assert STREET not in said_in(pdf)
    pages.click("drafts-found-0-turn")
    assert f"после: moved to {STREET}" in pages.find("drafts-0-when").text()


def test_a_line_that_she_changed_stays_hers_when_something_found_is_turned(
    qtbot: QtBot, vault: Any, pages: OpenPages, clock: Any
) -> None:
    a_story(pages, clock)
    pages.go("drafts")
    pages.find("drafts-entry-1").click()
    pages.click("drafts-fill")
    pages.find("drafts-0-where").set_text("Third floor")
    pages.click("drafts-found-0-turn")
    assert pages.message() == SAY.kept_lines
    assert pages.find("drafts-0-where").text() == "Third floor"
    assert STREET in pages.find("drafts-0-what").text()
    pages.here().save_draft_now()
    again = OpenPages(qtbot, vault, clock)
    again.window.resize(1024, 4200)
    again.go("drafts")
    assert again.find("drafts-0-where").text() == "Third floor"
    assert STREET in again.find("drafts-0-what").text()
    again.click("drafts-found-0-turn")
    assert STREET not in again.find("drafts-0-what").text()
    assert again.find("drafts-0-where").text() == "Third floor"


def test_nothing_found_is_not_called_safe(pages: OpenPages, clock: Any) -> None:
    an_incident(pages.vault.database, clock)
    pages.go("drafts")
    pages.find("drafts-entry-1").click()
    pages.click("drafts-fill")
    assert pages.find("drafts-found-about").text() == SAY.found_none
    assert not pages.sees("drafts-rest")


def test_more_than_ten_events_are_said_before_and_the_rest_is_named(pages: OpenPages, clock: Any) -> None:
    for number in range(1, 13):
        an_incident(
            pages.vault.database, clock, f"Event {number}.", happened=Happened("day", f"2026-01-{13 - number:02}")
        )
    pages.go("drafts")
    for number in range(1, 11):
        pages.find(f"drafts-entry-{number}").click()
    assert not pages.sees("drafts-too-many")
    pages.find("drafts-entry-11").click()
    pages.find("drafts-entry-12").click()
    assert pages.find("drafts-too-many").text() == SAY.too_many.format(count=12, room=10)
    pages.click("drafts-fill")
    assert pages.sees("drafts-9-what")
    assert not pages.sees("drafts-10-what")
    # Written later, but what happened last has no room.
    assert pages.find("drafts-not-on").text() == SAY.not_on.format(numbers="1, 2")
    pages.click("drafts-hand-over")
    assert pages.window.current_name == "hand_over"
