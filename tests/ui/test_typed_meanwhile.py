"""Between a press on "Keep" and its answer she writes on: only what was sent away to be kept goes from the fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.records import cases, drafts, incidents, life_events, orders, people
from safeplan.records.cases import CaseForm
from tests.builders import a_person, an_incident
from tests.ui.page_window import HeldExecutor, OpenPages

FILES = Path(__file__).resolve().parents[1] / "data" / "files"


class Slow(OpenPages):
    """The window, with a worker that can be busy."""

    def __init__(self, qtbot: QtBot, vault: Any, clock: Any) -> None:
        self.executor = HeldExecutor()
        super().__init__(qtbot, vault, clock, executor=self.executor)

    @contextmanager
    def pressing(self, name: str) -> Iterator[None]:
        """Press, and what stands in the `with` happens before the answer."""
        self.executor.holding = True
        self.click(name)
        yield
        self.executor.holding = False
        self.executor.release()

    def draft(self, name: str) -> dict[str, str]:
        return drafts.draft(self.vault.database, name)

    def entries(self) -> list[str]:
        found = incidents.list_incidents(self.vault.database)
        return [one.latest.form.text for one in found if one.latest is not None]


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any) -> Slow:
    return Slow(qtbot, vault, clock)


def test_an_entry_goes_on_as_the_next_one(pages: Slow) -> None:
    page = pages.go("happened")
    pages.write("happened-text", "He came at night.")
    pages.click("happened-when-kind-today")
    page.add_files([FILES / "plain.png"])
    with pages.pressing("happened-keep"):
        pages.write("happened-text", " Then he")
        page.add_files([FILES / "plain.gif"])
    (kept,) = incidents.list_incidents(pages.vault.database)
    assert pages.entries() == ["He came at night."]
    assert [one.name for one in kept.attachments] == ["plain.png"]
    assert pages.find("happened-text").text() == "Then he"
    assert page.files.paths == [FILES / "plain.gif"]
    assert pages.draft("happened")["text"] == "Then he"
    pages.write("happened-text", " left.")
    pages.click("happened-keep")
    assert pages.entries() == ["Then he left.", "He came at night."]
    assert pages.draft("happened") == {}


def test_a_word_that_was_changed_leaves_the_whole_text_and_no_other_field(pages: Slow) -> None:
    pages.go("happened")
    pages.write("happened-text", "He came.")
    pages.click("happened-more")
    pages.click("happened-part-place")
    pages.write("happened-place", "yard")
    with pages.pressing("happened-keep"):
        pages.find("happened-text").set_text("Marat came.")
    assert pages.find("happened-text").text() == "Marat came."
    assert pages.find("happened-place").text() == ""


@pytest.mark.parametrize(
    ("page", "field", "keep", "kept"),
    [
        ("today", "today-text", "today-keep", Slow.entries),
        ("pressure", "pressure-text", "pressure-keep", Slow.entries),
    ],
)
def test_a_line_goes_on_where_it_broke_off(
    pages: Slow, page: str, field: str, keep: str, kept: Callable[[Slow], list[str]]
) -> None:
    pages.go(page)
    pages.write(field, "He rang.")
    with pages.pressing(keep):
        pages.write(field, " And ag")
    assert kept(pages) == ["He rang."]
    assert pages.find(field).text() == "And ag"
    assert pages.draft(page)["text"] == "And ag"
    pages.write(field, "ain.")
    pages.click(keep)
    assert kept(pages) == ["And again.", "He rang."]
    assert pages.draft(page) == {}


@pytest.mark.parametrize("page", ["happened", "today", "pressure"])
def test_an_exit_before_the_answer_finds_every_letter(pages: Slow, page: str) -> None:
    """Typed in the half second before the press, and the worker is busy: what is urgent comes first."""
    pages.go(page)
    pages.write(f"{page}-text", "He rang.")
    with pages.pressing(f"{page}-keep"):
        pages.executor.held.pop(0)()
        assert pages.entries() == []
        assert pages.draft(page)["text"] == "He rang."
    assert pages.entries() == ["He rang."]
    assert pages.draft(page) == {}


def test_the_name_of_a_case_that_is_there_is_not_typed_again(pages: Slow) -> None:
    pages.go("cases")
    pages.write("cases-name", "Divorce")
    with pages.pressing("cases-keep"):
        pages.write("cases-name", " Flat")
    assert [one.form.name for one in cases.list_cases(pages.vault.database)] == ["Divorce"]
    assert pages.draft("cases") == {"name": "Flat"}


def test_a_correction_goes_on_as_a_further_one(pages: Slow, clock: Any) -> None:
    entry = an_incident(pages.vault.database, clock, "He came.")
    pages.go("entry", incident_id=entry.id)
    pages.click("entry-change")
    pages.find("entry-text").set_text("He came twice")
    pages.write("entry-reason-box", "I counted")
    with pages.pressing("entry-keep"):
        pages.write("entry-text", "So: ")
    after = incidents.incident(pages.vault.database, entry.id)
    assert [one.form.text for one in after.revisions] == ["He came.", "He came twice"]
    assert pages.find("entry-text").text() == "So: He came twice"
    assert pages.find("entry-reason-box").text() == "", "why that was changed stands with that change"
    assert pages.draft(f"entry-{entry.id}")["text"] == "So: He came twice"


def test_a_persons_fields_go_on_as_a_further_change(pages: Slow, clock: Any) -> None:
    db = pages.vault.database
    one = a_person(db, clock, "Aigul")
    pages.go("person", person_id=one.id)
    pages.click("person-fold-notes")
    pages.write("person-notes", "Rings")
    with pages.pressing("person-keep"):
        pages.write("person-notes", " first")
    assert people.person(db, one.id).notes == "Rings"
    assert pages.draft(people.draft_name(one.id))["notes"] == "Rings first"
    pages.click("person-keep")
    assert people.person(db, one.id).notes == "Rings first"
    assert pages.draft(people.draft_name(one.id)) == {}


def test_a_day_of_hers_goes_on_as_a_change_of_that_day(pages: Slow) -> None:
    page = pages.go("my_days")
    pages.click("my-days-add")
    page.fields.words.setText("the move")
    with pages.pressing("my-days-keep"):
        page.fields.words.setText("the move to Oral")
    db = pages.vault.database
    assert [one.words for one in life_events.life_events(db)] == ["the move"]
    assert page.fields.words.text() == "the move to Oral"
    pages.click("my-days-keep")
    assert [one.words for one in life_events.life_events(db)] == ["the move to Oral"], "not a second day"


def test_an_order_goes_on_as_a_change_of_that_order(pages: Slow) -> None:
    page = pages.go("orders")
    pages.click("orders-add")
    pages.click("orders-form-kind-no_approach")
    with pages.pressing("orders-keep"):
        pages.write("orders-form-number", "12/7")
    db = pages.vault.database
    assert [one.form.number for one in orders.list_orders(db)] == [""]
    assert page.form.lines["number"].text() == "12/7"
    pages.click("orders-keep")
    assert [one.form.number for one in orders.list_orders(db)] == ["12/7"], "not a second order"


def test_a_name_goes_on_as_the_next_person(pages: Slow) -> None:
    pages.go("people")
    pages.write("people-who", "Aida")
    with pages.pressing("people-keep"):
        pages.write("people-who", " Berik")
    db = pages.vault.database
    assert [one.name for one in people.list_people(db)] == ["Aida"]
    assert pages.find("people-who").text() == "Berik"
    assert pages.draft("people")["who"] == "Berik"
    pages.click("people-keep")
    assert {one.name for one in people.list_people(db)} == {"Aida", "Berik"}


def test_a_paper_of_a_case_goes_on_as_a_change_of_that_paper(pages: Slow, clock: Any) -> None:
    db = pages.vault.database
    case = cases.add_case(db, clock, CaseForm(name="About the summer"))
    page = pages.go("case", case_id=case.id)
    pages.click("case-refused")
    pages.write("case-item-text", "They took no statement.")
    page.form.files.take([FILES / "plain.png"])
    with pages.pressing("case-keep"):
        pages.write("case-item-text", " Nor later.")
        page.form.files.take([FILES / "plain.gif"])
    (item,) = cases.case(db, case.id).items
    assert item.form.text == "They took no statement."
    assert page.form.text.text() == "They took no statement. Nor later."
    assert page.form.files.paths() == (FILES / "plain.gif",), "the first one is kept already"
    assert pages.draft(cases.draft_name(case.id))["changing"] == item.id
    pages.click("case-keep")
    (item,) = cases.case(db, case.id).items
    assert item.form.text == "They took no statement. Nor later."
    assert len(item.form.files) == 2
    assert pages.draft(cases.draft_name(case.id)) == {}


def test_a_breach_takes_no_typing_until_it_is_kept(pages: Slow, clock: Any) -> None:
    order = orders.add_order(pages.vault.database, clock, orders.OrderForm(name="no approach"))
    page = pages.go("orders")
    page.broken.open_note(order.id)
    pages.write("orders-said-on", "01.03.2026")
    with pages.pressing("orders-keep"):
        assert not page.form.isEnabled()
        assert pages.window.focusWidget() is page, "not on the control that hides"
    assert page.form.isEnabled()
