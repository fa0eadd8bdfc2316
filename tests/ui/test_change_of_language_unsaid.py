"""Another language, colours or text size: what is typed for no draft, drawn for her, or said to be missing, stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from safeplan.content.record_words import load_record_words
from safeplan.records import incidents
from safeplan.vault.container import unlock_vault
from tests.ui.evening_kit import PHRASE, Evening, every_change

Start = Callable[..., Evening]


# ── words from her card ─────────────────────────────────────────────────────────────────────────────────────────
def at_the_card(home: Evening) -> str:
    """The record's words as they are now, typed from her card."""
    home.app.context.go("record")
    home.press("record-head")
    words = str(home.find("record-head-words").text())
    home.type("record-compare-typed", words)
    return words


@every_change
def test_words_from_a_card_stay_with_what_was_said_about_them(evening: Start, what: str) -> None:
    home = evening()
    words = at_the_card(home)
    home.press("record-compare")
    said = home.find("record-compare-answer").text()
    home.change(what)
    home.until_changed(what)
    assert home.find("record-compare-typed").text() == words
    assert home.find("record-compare-answer").text() == said
    home.press("record-compare")
    now = load_record_words("ru" if what == "language" else "en").page
    home.qtbot.waitUntil(lambda: now.compare_limit in home.words())


def test_words_from_a_card_stay_on_a_page_that_she_has_left(evening: Start) -> None:
    home = evening()
    words = at_the_card(home)
    home.app.context.go("today")
    home.change("language")
    home.until_changed("language")
    home.app.context.go("record")
    assert home.find("record-compare-typed").text() == words


def test_a_word_that_is_on_no_list_is_still_named(evening: Start) -> None:
    home = evening()
    home.app.context.go("record")
    home.type("record-compare-typed", "lamp zzzz river bread")
    home.press("record-compare")
    assert "zzzz" in home.find("record-compare-typed-error").text()
    home.change("language")
    home.until_changed("language")
    assert "zzzz" in home.find("record-compare-typed-error").text()
    home.type("record-compare-typed", "x")
    assert not home.sees("record-compare-typed-error")


# ── words that were drawn for her ───────────────────────────────────────────────────────────────────────────────
def suggested(home: Evening) -> str:
    home.app.context.go("settings")
    home.press("settings-passphrase-fold")
    home.press("settings-suggest")
    home.qtbot.waitUntil(lambda: bool(home.find("settings-suggested").text()))
    return str(home.find("settings-suggested").text())


@every_change
def test_words_that_were_suggested_stay_until_they_are_typed(evening: Start, what: str) -> None:
    home = evening()
    words = suggested(home)
    home.change(what)
    home.until_changed(what)
    assert home.find("settings-suggested").text() == words
    for name, typed in (("old", PHRASE), ("new", words), ("again", words)):
        home.type(f"settings-{name}", typed)
    home.press("settings-change")
    home.qtbot.waitUntil(lambda: not home.sees("settings-suggested"))
    home.change("theme" if what != "theme" else "size")
    home.until_changed("theme" if what != "theme" else "size")
    assert words not in home.words()
    home.app.stop()
    unlock_vault(home.files, bytearray(words.encode())).close()


def test_words_that_were_suggested_do_not_come_back_once_she_has_left(evening: Start) -> None:
    home = evening()
    words = suggested(home)
    home.app.context.go("today")
    home.change("language")
    home.until_changed("language")
    home.app.context.go("settings")
    home.press("settings-passphrase-fold")
    assert not home.sees("settings-suggested")
    assert words not in home.words()


# ── what is missing ─────────────────────────────────────────────────────────────────────────────────────────────
def press_all(*names: str) -> Callable[[Evening], None]:
    def press(home: Evening) -> None:
        for name in names:
            home.press(name)

    return press


def a_page_to_hand_over(home: Evening) -> None:
    home.press("hand-over-form-zip")
    home.press("hand-over-step-what")
    home.press("hand-over-all")
    page: Any = home.window.page("hand_over")
    home.qtbot.waitUntil(lambda: page._looked_for == page.choice)
    home.press("hand-over-make")


MISSING = (
    ("pressure", press_all("pressure-keep"), "pressure-error"),
    ("hand_over", press_all("hand-over-make"), "hand-over-none-yet"),
    ("hand_over", a_page_to_hand_over, "hand-over-phrase-first"),
    ("paper", press_all("paper-kind-plan", "paper-write"), "paper-none-yet"),
    ("drafts", press_all("drafts-fill"), "drafts-missing"),
)


@pytest.mark.parametrize(("page", "press", "line"), MISSING, ids=[one[2] for one in MISSING])
@every_change
def test_what_is_missing_is_still_said(
    evening: Start, page: str, press: Callable[[Evening], None], line: str, what: str
) -> None:
    home = evening()
    home.app.context.go(page)
    press(home)
    said = home.find(line).text()
    home.change(what)
    home.until_changed(what)
    # What depends on what she chose is said in the words of that moment.
    same = what != "language" or page == "drafts"
    assert (home.find(line).text() == said) is same


def an_item_of_a_case(home: Evening) -> None:
    home.app.context.go("cases")
    home.type("cases-name", "Divorce")
    home.press("cases-keep")
    home.find("case-add")
    home.window.page("case").add_item("letter")
    home.type("case-item-due", "31.2.2026")
    home.press("case-keep")


def what_came_of_a_breach(home: Evening) -> None:
    home.app.context.go("orders")
    home.press("orders-add")
    home.type("orders-form-number", "7")
    home.press("orders-keep")
    page: Any = home.window.page("orders")
    home.qtbot.waitUntil(lambda: bool(page._view.orders))
    page.broken.open_note(page._view.orders[0].id)
    home.type("orders-said-on", "31.2.2026")
    home.press("orders-keep")


def what_was_followed(home: Evening) -> None:
    home.app.context.go("pressure")
    home.type("pressure-text", "He asked me to take it back")
    home.press("pressure-keep")
    page: Any = home.window.page("pressure")
    home.qtbot.waitUntil(lambda: bool(page._view.entries))
    page.change_note(page._view.entries[0])
    home.type("pressure-form-look_again", "31.2.2026")
    home.press("pressure-form-keep")


def a_change_of_an_entry(home: Evening) -> None:
    db = home.app.background._session.database
    home.app.context.go("entry", incident_id=incidents.list_incidents(db)[0].id)
    home.press("entry-change")
    home.press("entry-when-kind-day")
    home.type("entry-when-start", "31.2.2026")
    home.press("entry-keep")


LATER = (
    (a_change_of_an_entry, "entry-when-start-error"),
    (an_item_of_a_case, "case-item-due-error"),
    (what_came_of_a_breach, "orders-said-on-error"),
    (what_was_followed, "pressure-form-look_again-error"),
)


@pytest.mark.parametrize(("write", "line"), LATER, ids=[one[1] for one in LATER])
@pytest.mark.parametrize("elsewhere", [False, True], ids=["there", "elsewhere"])
def test_what_is_missing_in_a_form_that_comes_with_its_entry_is_still_said(
    evening: Start, write: Callable[[Evening], None], line: str, elsewhere: bool
) -> None:
    home = evening()
    write(home)
    said = home.find(line).text()
    page, arguments = home.window.current_name, home.window.page(home.window.current_name).arguments
    if elsewhere:
        home.app.context.go("today")
    home.change("language")
    home.until_changed("language")
    if elsewhere:
        home.app.context.go(page, **arguments)
    assert home.find(line).text() == said
