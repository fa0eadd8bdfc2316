"""What is kept while she has gone elsewhere leaves her there; from choosing a passphrase she is led back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safeplan.content.guide import load_guide
from safeplan.records import cases, incidents, life_events, orders, own_numbers, people, plan, signs
from tests.builders import until_full
from tests.pack_files import signed
from tests.ui.evening_kit import Evening
from tests.ui.page_window import HeldExecutor, OpenPages


class Form(NamedTuple):
    """A page with something to keep: what must be pressed for the field to be there, the field, the button, what
    the store then holds."""

    page: str
    before: str
    field: str
    keep: str
    kept: Callable[[Any], Any]


FORMS = (
    Form("today", "", "today-text", "today-keep", incidents.list_incidents),
    Form("happened", "", "happened-text", "happened-keep", incidents.list_incidents),
    Form("people", "", "people-who", "people-keep", people.list_people),
    Form("pressure", "", "pressure-text", "pressure-keep", incidents.list_incidents),
    Form("cases", "", "cases-name", "cases-keep", cases.list_cases),
    Form("my_days", "my-days-add", "my-days-form-words", "my-days-keep", life_events.life_events),
    Form("signs", "", "signs-fear", "signs-keep", signs.reviews),
    Form("orders", "orders-add", "orders-form-number", "orders-keep", orders.list_orders),
)


class Held(NamedTuple):
    pages: OpenPages
    executor: HeldExecutor

    def answer(self) -> None:
        self.executor.holding = False
        self.executor.release()
        self.pages.settle()


@pytest.fixture
def held(qtbot: QtBot, vault: Any, clock: Any) -> Held:
    executor = HeldExecutor()
    return Held(OpenPages(qtbot, vault, clock, executor=executor), executor)


def opened(pages: OpenPages, form: Form) -> None:
    page = pages.go(form.page)
    if hasattr(page, "filling"):
        pages.qtbot.waitUntil(lambda: page.filling.over)
    if form.before:
        pages.click(form.before)


def written(pages: OpenPages, form: Form) -> None:
    opened(pages, form)
    pages.write(form.field, "Aigul")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.page)
def test_what_is_kept_while_she_reads_elsewhere_does_not_pull_her_back(held: Held, form: Form) -> None:
    pages = held.pages
    written(pages, form)
    held.executor.holding = True
    pages.click(form.keep)
    pages.go("friend")
    held.answer()
    assert pages.window.current_name == "friend"
    assert len(form.kept(pages.vault.database)) == 1
    focused = QApplication.focusWidget()
    assert focused is None or focused.isVisible(), "no key goes where nobody sees it"
    opened(pages, form)
    assert typed(pages.find(form.field)) == ""
    assert len(form.kept(pages.vault.database)) == 1


def typed(field: Any) -> str:
    return str(field.toPlainText() if hasattr(field, "toPlainText") else field.text())


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.page)
def test_what_is_kept_while_she_stays_is_said_on_its_page(held: Held, form: Form) -> None:
    pages = held.pages
    written(pages, form)
    held.executor.holding = True
    pages.click(form.keep)
    held.answer()
    assert pages.window.current_name == ("case" if form.page == "cases" else form.page)
    assert len(form.kept(pages.vault.database)) == 1


class FirstEvening:
    """keep_first as the program has it: the page for the first passphrase, then what waited for it."""

    def __init__(self, held: Held) -> None:
        self.held, self._then = held, None
        pages = held.pages
        pages.context.has_store = lambda: False
        pages.context.keep_first = self._ask

    def _ask(self, then: Callable[[], None]) -> None:
        self._then = then
        self.held.pages.go("first_key", origin=self.held.pages.window.current_name)

    def made(self) -> None:
        context = self.held.pages.context
        context.has_store = lambda: True
        context.keep_first = lambda then: then()
        assert self._then is not None
        self._then()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.page)
def test_from_her_first_passphrase_she_is_led_back_to_what_she_kept(held: Held, form: Form) -> None:
    pages, evening = held.pages, FirstEvening(held)
    written(pages, form)
    pages.click(form.keep)
    assert pages.window.current_name == "first_key"
    held.executor.holding = True
    evening.made()
    held.answer()
    assert pages.window.current_name == ("case" if form.page == "cases" else form.page)
    assert len(form.kept(pages.vault.database)) == 1


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.page)
def test_who_reads_elsewhere_while_the_first_passphrase_is_made_stays_there(held: Held, form: Form) -> None:
    pages, evening = held.pages, FirstEvening(held)
    written(pages, form)
    pages.click(form.keep)
    pages.go("friend")
    evening.made()
    pages.settle()
    assert pages.window.current_name == "friend"
    assert len(form.kept(pages.vault.database)) == 1
    opened(pages, form)
    assert typed(pages.find(form.field)) == ""


def test_a_plan_kept_while_she_reads_elsewhere_leaves_her_there(held: Held) -> None:
    pages, evening = held.pages, FirstEvening(held)
    pages.go("plan")
    pages.settle()
    pages.write("plan-own-words", "Ask the teacher")
    pages.click("plan-own-add")
    pages.click("plan-not-kept-keep")
    assert pages.window.current_name == "first_key"
    pages.go("friend")
    evening.made()
    pages.settle()
    assert pages.window.current_name == "friend"
    assert [one.words for one in plan.steps(pages.vault.database)] == ["Ask the teacher"]


def test_what_could_not_be_kept_with_the_first_passphrase_is_in_sight_again(held: Held) -> None:
    pages, evening = held.pages, FirstEvening(held)
    name = "Aigul " * 200
    pages.go("people")
    pages.find("people-who").setText(name)
    database, clock = pages.vault.database, pages.context.clock
    until_full(database, lambda: people.add_person(database, clock, people.PersonForm(name=name)))
    before = len(people.list_people(database))
    pages.click("people-keep")
    evening.made()
    pages.settle()
    assert pages.sees("question-card"), "she is told"
    assert pages.window.current_name == "people"
    pages.click("answer-ok")
    database.execute("PRAGMA max_page_count = 1000000")
    pages.click("people-keep")
    assert len(people.list_people(database)) == before + 1


@pytest.mark.parametrize(("went", "led_back"), [("people", "people"), ("help", "")])
def test_while_the_window_is_kept_to_one_page_it_remembers_where_she_was(
    held: Held, went: str, led_back: str
) -> None:
    """In a kiosk, as long as the two words are asked for."""
    pages = held.pages
    written(pages, FORMS[2])
    held.executor.holding = True
    pages.click("people-keep")
    pages.go(went)
    pages.window.keep_to("friend")
    held.answer()
    assert pages.window.current_name == "friend"
    assert pages.window.let_go()[0] == led_back
    assert len(people.list_people(pages.vault.database)) == 1


# ── before her first passphrase, in the whole window ────────────────────────────────────────────────────────────
def first_evening(evening: Callable[..., Evening]) -> Evening:
    home = evening(empty=True)
    home.app._welcome_done()
    return home


def make_passphrase(home: Evening) -> None:
    home.qtbot.waitUntil(lambda: bool(home.find("phrase-words").text()))
    home.press("first-key-next")
    home.press("first-key-skip")
    home.qtbot.waitUntil(home.app.context.has_store)


def test_not_now_leads_back_to_the_part_of_the_plan_she_came_from(evening: Callable[..., Evening]) -> None:
    home = first_evening(evening)
    home.app.context.go("section", section_id="money")
    title = home.window.page("section").title()
    home.type("section-own-words", "Ask the bank")
    home.press("section-own-add")
    home.press("section-not-kept-keep")
    home.press("first-key-later")
    assert home.window.current_name == "section"
    assert home.window.page("section").title() == title
    assert "Ask the bank" in home.words()


def test_not_now_leads_back_there_in_another_language_too(evening: Callable[..., Evening]) -> None:
    home = first_evening(evening)
    home.app.context.go("section", section_id="money")
    home.app.context.keep_first(lambda: None)
    home.change("language")
    home.until_changed("language")
    home.press("first-key-later")
    assert home.window.page("section").title() == load_guide("ru").head("money").title


def test_not_now_leads_back_to_the_part_of_the_check_she_came_from(evening: Callable[..., Evening]) -> None:
    home = first_evening(evening)
    home.app.context.go("tech_check", part="phone")
    asked = home.find("tech-part-title").text()
    home.app.context.keep_first(lambda: None)
    home.press("first-key-later")
    assert home.find("tech-part-title").text() == asked


def test_who_begins_to_keep_for_paper_is_led_back_to_the_paper(evening: Callable[..., Evening]) -> None:
    home = first_evening(evening)
    home.app.context.go("paper")
    home.press("paper-empty-action")
    make_passphrase(home)
    assert home.window.current_name == "paper"
    assert home.sees("paper-kind-card")


@pytest.mark.parametrize("language", [False, True], ids=["as it was", "in another language"])
def test_a_number_of_her_own_leads_back_to_it_from_her_first_passphrase(
    evening: Callable[..., Evening], language: bool
) -> None:
    home = first_evening(evening)
    home.app.context.go("help")
    home.press("help-own-form")
    home.type("help-own-name", "Aigul")
    home.press("help-own-keep")
    if language:
        home.change("language")
        home.until_changed("language")
    make_passphrase(home)
    home.find("help-own-count")
    assert home.window.current_name == "help"
    assert home.window.page("help").collect_draft() == {}


def test_a_number_of_her_own_that_is_kept_while_she_reads_elsewhere_leaves_her_there(held: Held) -> None:
    pages = held.pages
    page = pages.go("help")
    pages.qtbot.waitUntil(lambda: not page._waiting)
    pages.click("help-own-form")
    pages.write("help-own-name", "Aigul")
    held.executor.holding = True
    pages.click("help-own-keep")
    pages.go("friend")
    held.answer()
    assert pages.window.current_name == "friend"
    assert [one.name for one in own_numbers.list_numbers(pages.vault.database)] == ["Aigul"]


# ── an organisation's numbers ───────────────────────────────────────────────────────────────────────────────────
def compared(home: Evening, folder: Path) -> None:
    """A file of an organisation is chosen, and the question about its signer stands there."""
    path = folder / "river house.toml"
    path.write_bytes(signed())
    home.app.context.go("settings")
    home.press("settings-region-load")
    home.app.context.picker.choose([path])
    home.find("pack-signer")


def test_a_country_that_is_kept_while_she_reads_elsewhere_leaves_her_there(
    evening: Callable[..., Evening], tmp_path: Path
) -> None:
    home = evening()
    compared(home, tmp_path)
    home.begin(lambda: home.press("answer-keep"))
    home.app.context.go("friend")
    home.go_on()
    home.qtbot.waitUntil(lambda: home.app.context.settings.region.startswith("pack:"))
    assert home.window.current_name == "friend"
    assert "Kept and chosen: " in home.words()


def test_a_country_waits_for_the_first_passphrase_through_another_language(
    evening: Callable[..., Evening], tmp_path: Path
) -> None:
    home = first_evening(evening)
    compared(home, tmp_path)
    home.press("answer-keep")
    home.change("language")
    home.until_changed("language")
    make_passphrase(home)
    home.qtbot.waitUntil(lambda: home.app.context.settings.region.startswith("pack:"))
    assert home.window.current_name == "settings"
    home.qtbot.waitUntil(lambda: home.find(f"settings-region-{home.app.context.settings.region}").isChecked())
