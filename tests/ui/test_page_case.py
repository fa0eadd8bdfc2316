"""One case: a letter and its answer, a refusal with its words, days that come from the law, papers, undo."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from safeplan.content.case_words import load_case_words
from safeplan.content.regions import load_region
from safeplan.records import attachments, cases, drafts, file_notes, incidents, orders, people
from safeplan.records.cases import CaseForm, ItemForm
from safeplan.records.deadlines import local_day
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.records.orders import OrderForm
from safeplan.records.people import PersonForm
from tests.pace import Turns
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look

WORDS = load_case_words("en")
SAY = WORDS.page


@pytest.fixture
def case(pages: OpenPages) -> Any:
    return cases.add_case(pages.vault.database, pages.context.clock, CaseForm(name="March"))


def shown(pages: OpenPages, case: Any, **more: str) -> Any:
    page = pages.go("case", case_id=case.id, **more)
    settled(pages)
    return page


def settled(pages: OpenPages) -> None:
    page: Any = pages.window.page("case")
    pages.settle()
    pages.qtbot.waitUntil(lambda: page.sheet.filling.over)
    pages.settle()


def click(pages: OpenPages, name: str) -> None:
    pages.click(name)
    settled(pages)


def items(pages: OpenPages, case: Any) -> Any:
    return cases.case(pages.vault.database, case.id).items


def day(pages: OpenPages, days: int) -> str:
    return (local_day(pages.context.clock) + timedelta(days=days)).isoformat()


def typed(pages: OpenPages, days: int) -> str:
    one = local_day(pages.context.clock) + timedelta(days=days)
    return f"{one.day}.{one.month}.{one.year}"


def order_on_page(pages: OpenPages, found: Any) -> list[str]:
    inner = pages.here().sheet.inner
    tops = {one.id: pages.find(f"case-{one.id}").mapTo(inner, QPoint(0, 0)).y() for one in found}
    return sorted(tops, key=lambda one: tops[one])


def test_adding_is_a_kind_then_one_box_and_a_date(pages: OpenPages, case: Any) -> None:
    shown(pages, case)
    assert SAY.items_none in pages.words()
    click(pages, "case-add")
    for kind in WORDS.kinds:
        assert kind.words.name in pages.words()
        assert kind.words.why in pages.words()
    click(pages, "case-kinds-registration")
    assert not pages.sees("case-item-where")
    pages.write("case-item-number", "1234")
    pages.write("case-item-on", f"{typed(pages, -1)} 14:20")
    click(pages, "case-keep")
    (one,) = items(pages, case)
    assert (one.form.kind, one.form.number, one.form.on) == ("registration", "1234", f"{day(pages, -1)}T14:20")
    assert pages.message() == SAY.kept
    assert "1 March 2026, 14:20" in pages.words()
    assert SAY.number_is.format(number="1234") in pages.words()


def test_an_answer_is_tied_to_its_letter_and_the_letter_no_longer_waits(pages: OpenPages, case: Any) -> None:
    letter = cases.add_item(
        pages.vault.database,
        pages.context.clock,
        case.id,
        ItemForm("letter", on=day(pages, -20), due=day(pages, 5), text="To the prosecutor"),
    )
    shown(pages, case)
    assert pages.find(f"case-{letter.id}-state").text() == SAY.still_open
    assert pages.find(f"case-{letter.id}-due").text() == SAY.due_by.format(day="7 March 2026")
    click(pages, "case-add")
    click(pages, "case-kinds-answer")
    pages.find("case-item-answer_to").set_one(letter.id)
    pages.write("case-item-text", "They are checking")
    pages.write("case-item-on", typed(pages, -1))
    click(pages, "case-keep")
    _, answer = items(pages, case)
    assert answer.form.answer_to == letter.id
    assert pages.find(f"case-{letter.id}-answered").text() == SAY.answered_on.format(day="1 March 2026")
    assert "To the prosecutor" in pages.find(f"case-{answer.id}-answers").text()
    assert not pages.sees(f"case-{letter.id}-state")


def test_what_waits_for_a_day_stands_first_and_the_rest_in_the_order_of_time(pages: OpenPages, case: Any) -> None:
    db, clock = pages.vault.database, pages.context.clock
    forms = [
        ItemForm("complaint", on=day(pages, -30), text="first"),
        ItemForm("letter", on=day(pages, -29), due=day(pages, 9), text="waits longer"),
        ItemForm("letter", on=day(pages, -2), due=day(pages, -1), text="waits already"),
        ItemForm("hearing", on=f"{day(pages, 3)}T10:30", text="court"),
        ItemForm("statement", on=day(pages, -10), text="between"),
        ItemForm("hearing", on=day(pages, -90), text="long ago"),
    ]
    complaint, longer, already, court, between, ago = made = [
        cases.add_item(db, clock, case.id, one) for one in forms
    ]
    shown(pages, case)
    wanted = [already, court, longer, ago, complaint, between]
    assert order_on_page(pages, made) == [one.id for one in wanted]
    assert pages.find(f"case-{already.id}-due").text() == SAY.due_gone.format(day="1 March 2026")


def test_settled_and_not_settled(pages: OpenPages, case: Any) -> None:
    one = cases.add_item(
        pages.vault.database, pages.context.clock, case.id, ItemForm("letter", due=day(pages, 5), text="x")
    )
    shown(pages, case)
    click(pages, f"case-{one.id}-settle")
    assert items(pages, case)[0].done_at
    assert pages.find(f"case-{one.id}-state").text() == SAY.settled
    click(pages, f"case-{one.id}-settle")
    assert not items(pages, case)[0].done_at
    assert pages.find(f"case-{one.id}-state").text() == SAY.still_open


def test_they_did_not_take_my_statement(pages: OpenPages, case: Any) -> None:
    """One button; what the police have to do stands there with its source before anything is written."""
    shown(pages, case)
    click(pages, "case-refused")
    pack = {one.id: one for one in load_region("kz", "en").cards}
    words = pages.words()
    assert pack["every_report"].text in words
    assert "Source:" in words
    for other in ("take_statement", "appeal"):
        assert pack[other].title in words
    pages.write("case-item-who", "")
    pages.write("case-item-who-line", "A. B.")
    pages.write("case-item-where", "Station, window 2")
    pages.write("case-item-words", "Come back with your husband.")
    click(pages, "case-keep")
    (one,) = items(pages, case)
    assert (one.form.kind, one.form.who, one.form.where) == ("refusal", "A. B.", "Station, window 2")
    assert SAY.in_words.format(words="Come back with your husband.") in pages.words()


@pytest.mark.parametrize("region", ["ew", "intl"])
def test_a_pack_without_such_facts_shows_none(pages: OpenPages, case: Any, region: str) -> None:
    pages.context.region = load_region(region, "en")
    shown(pages, case)
    click(pages, "case-refused")
    assert not pages.sees("case-item-ask")
    assert SAY.ask_refused not in pages.words()


def test_days_of_the_law_are_better_this_week_with_their_source_and_never_blame(pages: OpenPages, case: Any) -> None:
    db, clock = pages.vault.database, pages.context.clock
    one = cases.add_item(db, clock, case.id, ItemForm("registration", on=day(pages, -1), number="1234"))
    shown(pages, case)
    assert pages.find("case-limit-0").text() == SAY.better_this_week.format(day="4 March 2026")
    assert "1234" in pages.words()
    click(pages, "case-limit-0-from")
    click(pages, "help-card-three_days")
    assert "Source:" in pages.words()
    assert "Last checked" in pages.words()
    cases.change_item(db, clock, one.id, ItemForm("registration", on=day(pages, -10), number="1234"))
    shown(pages, case)
    gone = pages.find("case-limit-0").text()
    assert gone == SAY.registered_gone.format(day="23 February 2026")
    assert "You can still hand in a statement" in gone


def test_two_months_from_what_happened_say_by_when_and_later_what_can_stop_the_count(
    pages: OpenPages, case: Any, clock: Any
) -> None:
    db = pages.vault.database
    entry = incidents.add_incident(
        db, clock, IncidentForm(text="He broke the chair", happened=Happened("day", day(pages, -20)))
    )
    form = CaseForm(name="March", offence="insult_at_home", incidents=(entry.id,))
    cases.change_case(db, clock, case.id, form)
    shown(pages, case)
    assert pages.find("case-limit-0").text() == SAY.better_by.format(day="10 April 2026")
    clock.move(days=60)
    shown(pages, case)
    gone = pages.find("case-limit-0").text()
    assert gone.startswith(SAY.happened_gone.format(day="10 April 2026"))
    assert WORDS.stands_still["expert_works"] in gone


def test_what_the_case_is_about_is_chosen_and_each_leads_there(pages: OpenPages, case: Any) -> None:
    db, clock = pages.vault.database, pages.context.clock
    entry = incidents.add_incident(db, clock, IncidentForm(text="He broke the chair"))
    other = incidents.add_incident(db, clock, IncidentForm(text="The phone was taken"))
    order = orders.add_order(db, clock, OrderForm(name="Paper of the dormitory"))
    person = people.add_person(db, clock, PersonForm(name="Aigul Sarsenova", role="official"))
    shown(pages, case)
    click(pages, "case-head-change")
    pages.find(f"case-form-entries-{entry.id}").click()
    pages.find("case-form-entries-search").setText("phone")
    pages.here().form.entries.look_now()
    assert pages.find(f"case-form-entries-{entry.id}").isChecked()
    pages.find(f"case-form-entries-{other.id}").click()
    pages.find("case-form-offence").set_one("beating")
    click(pages, f"case-form-orders-{order.id}")
    click(pages, f"case-form-people-{person.id}")
    click(pages, "case-keep")
    form = cases.case(db, case.id).form
    assert (form.incidents, form.orders, form.people) == ((entry.id, other.id), (order.id,), (person.id,))
    assert form.offence == "beating"
    assert SAY.person_is.format(name="A. S.") in pages.words()
    assert "Aigul" not in pages.words()
    assert pages.sees("help-card-beating")
    for link, page in (
        (f"entry-{entry.id}", "entry"),
        (f"order-{order.id}", "orders"),
        (f"person-{person.id}", "person"),
    ):
        shown(pages, case)
        pages.click(f"case-head-{link}")
        assert pages.window.current_name == page


def test_a_fact_told_earlier_stays_when_the_pack_of_another_country_is_shown(pages: OpenPages, case: Any) -> None:
    db, clock = pages.vault.database, pages.context.clock
    cases.change_case(db, clock, case.id, CaseForm(name="March", offence="insult_at_home"))
    pages.context.region = load_region("ew", "en")
    shown(pages, case)
    click(pages, "case-head-change")
    pages.write("case-form-number", "7")
    click(pages, "case-keep")
    form = cases.case(db, case.id).form
    assert (form.offence, form.number) == ("insult_at_home", "7")


def test_removing_is_undone(pages: OpenPages, case: Any) -> None:
    one = cases.add_item(pages.vault.database, pages.context.clock, case.id, ItemForm("letter", text="x"))
    shown(pages, case)
    click(pages, f"case-{one.id}-remove")
    assert items(pages, case) == ()
    pages.window.shell.message_bar.action.click()
    settled(pages)
    assert [again.id for again in items(pages, case)] == [one.id]
    assert pages.sees(f"case-{one.id}")
    click(pages, "case-head-remove")
    assert cases.list_cases(pages.vault.database) == ()
    assert pages.window.current_name == "cases"
    assert pages.message() == SAY.case_removed
    pages.window.shell.message_bar.action.click()
    settled(pages)
    assert [again.id for again in items(pages, case)] == [one.id]
    assert pages.window.current_name == "case"


def test_papers_become_files_of_an_entry_and_a_private_one_shows_no_name(
    pages: OpenPages, case: Any, tmp_path: Path
) -> None:
    paper = tmp_path / "decision.txt"
    paper.write_bytes(b"the court decided")
    shown(pages, case)
    click(pages, "case-add")
    click(pages, "case-kinds-decision")
    pages.find("case-item-more").setChecked(True)
    pages.click("case-item-files-add")
    pages.context.picker.choose([paper])
    assert "decision.txt" in pages.words()
    click(pages, "case-keep")
    (one,) = items(pages, case)
    (file,) = one.form.files
    found = attachments.attachment(pages.vault.database, file)
    assert b"".join(attachments.read_chunks(pages.vault.database, file)) == b"the court decided"
    entry = incidents.incident(pages.vault.database, found.incident_id)
    assert entry.latest is not None
    assert entry.latest.form.text == SAY.files_entry.format(name="March")
    assert SAY.open_file.format(name="decision.txt") in pages.words()
    file_notes.mark_file_private(pages.vault.database, pages.context.clock, file, private=True)
    shown(pages, case)
    assert "decision.txt" not in pages.words()
    pages.click(f"case-{one.id}-file-{file}")
    assert pages.window.current_name == "file"


def test_stopping_the_papers_keeps_nothing_and_what_was_typed_stays(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path
) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    case = cases.add_case(vault.database, clock, CaseForm(name="March"))
    paper = tmp_path / "decision.txt"
    paper.write_bytes(b"the court decided")
    page = shown(pages, case)
    click(pages, "case-add")
    click(pages, "case-kinds-decision")
    pages.write("case-item-text", "a fine")
    page.form.files.take([paper])
    executor.holding = True
    pages.click("case-keep")
    pages.click("case-keep")
    assert SAY.keeping_files in pages.words()
    pages.click("case-work-cancel")
    executor.holding = False
    executor.release()
    settled(pages)
    assert items(pages, case) == ()
    assert incidents.list_incidents(vault.database) == ()
    assert not pages.sees("case-work")
    assert pages.find("case-item-text").text() == "a fine"
    executor.holding = True
    pages.click("case-keep")
    pages.click("case-keep")
    executor.holding = False
    executor.release()
    settled(pages)
    assert len(items(pages, case)) == 1
    assert len(incidents.list_incidents(vault.database)) == 1


def test_a_day_that_cannot_be_read_is_said_at_its_field_and_one_word_is_enough(pages: OpenPages, case: Any) -> None:
    shown(pages, case)
    click(pages, "case-add")
    click(pages, "case-kinds-letter")
    click(pages, "case-keep")
    assert pages.find("case-item-error").text() == SAY.one_is_enough
    pages.write("case-item-due", "31.2.2026")
    click(pages, "case-keep")
    assert pages.find("case-item-due-error").text() == SAY.day_unreadable
    assert items(pages, case) == ()


def test_another_kind_keeps_what_was_typed(pages: OpenPages, case: Any) -> None:
    shown(pages, case)
    click(pages, "case-add")
    click(pages, "case-kinds-letter")
    pages.write("case-item-text", "They called me")
    click(pages, "case-other-kind")
    pages.go("cases")
    shown(pages, case)
    assert pages.find("case-item-text").text() == "They called me"
    click(pages, "case-other-kind")
    click(pages, "case-kinds-statement")
    assert pages.find("case-item-text").text() == "They called me"
    click(pages, "case-keep")
    assert [one.form.kind for one in items(pages, case)] == ["statement"]


def test_what_is_half_typed_is_there_again_each_case_with_its_own(pages: OpenPages, case: Any) -> None:
    db, clock = pages.vault.database, pages.context.clock
    other = cases.add_case(db, clock, CaseForm(name="The flat"))
    page = shown(pages, case)
    click(pages, "case-refused")
    pages.write("case-item-where", "Window 2")
    shown(pages, other)
    assert pages.find("case-head-name").text() == "The flat"
    assert drafts.draft(db, f"case-{case.id}")["where"] == "Window 2"
    shown(pages, case)
    assert pages.find("case-item-where").text() == "Window 2"
    pages.window.rebuild(Look("dark", 150))
    settled(pages)
    assert pages.find("case-item-where").text() == "Window 2"
    click(pages, "case-back")
    assert drafts.draft(db, f"case-{case.id}") == {}
    assert page is not None


def test_changing_an_item_keeps_what_has_no_field_in_front(pages: OpenPages, case: Any) -> None:
    db, clock = pages.vault.database, pages.context.clock
    entry = incidents.add_incident(db, clock, IncidentForm(text="He broke the chair"))
    form = ItemForm(
        "letter",
        on=day(pages, -3),
        due=day(pages, 4),
        number="9",
        who="Office",
        where="Post",
        words="soon",
        text="x",
        incident_id=entry.id,
    )
    one = cases.add_item(db, clock, case.id, form)
    shown(pages, case)
    click(pages, f"case-{one.id}-change")
    pages.write("case-item-number", "1")
    click(pages, "case-keep")
    (again,) = items(pages, case)
    assert again.form == ItemForm(**{**vars(form), "number": "91"})
    pages.click(f"case-{one.id}-entry")
    assert pages.window.current_name == "entry"


def test_what_can_still_be_got_stands_below_the_items_and_not_on_the_first_night(
    pages: OpenPages, case: Any, clock: Any
) -> None:
    db = pages.vault.database
    entry = incidents.add_incident(db, clock, IncidentForm(text="He broke the chair"))
    one = cases.add_item(db, clock, case.id, ItemForm("complaint", text="x", incident_id=entry.id))
    shown(pages, case)
    assert not pages.sees("still")
    clock.move(days=9)
    shown(pages, case)
    inner = pages.here().sheet.inner
    still, item = (pages.find(name).mapTo(inner, QPoint(0, 0)).y() for name in ("still", f"case-{one.id}"))
    assert still > item


def test_a_case_that_is_gone_leads_to_the_list(pages: OpenPages, case: Any) -> None:
    cases.remove_case(pages.vault.database, case.id)
    pages.go("case", case_id=case.id)
    assert pages.window.current_name == "cases"


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut_and_everything_has_a_name(pages: OpenPages, case: Any, theme: str, scale: int) -> None:
    db, clock = pages.vault.database, pages.context.clock
    people.add_person(db, clock, PersonForm(name="Aigul Sarsenova", role="official"))
    incidents.add_incident(db, clock, IncidentForm(text="He broke the chair " * 20))
    cases.add_item(db, clock, case.id, ItemForm("registration", on=day(pages, -1), number="1234"))
    cases.add_item(db, clock, case.id, ItemForm("refusal", who="A. B.", where="Station", words="Come tomorrow"))
    pages.window.rebuild(Look(theme, scale))
    shown(pages, case)
    assert pages.fits()
    assert pages.unnamed() == []
    click(pages, "case-add")
    assert pages.fits()
    click(pages, "case-kinds-refusal")
    pages.find("case-item-more").setChecked(True)
    assert pages.fits()
    assert pages.unnamed() == []
    click(pages, "case-back")
    click(pages, "case-head-change")
    assert pages.fits()
    assert pages.unnamed() == []


def test_a_long_case_fills_without_stopping_the_window(pages: OpenPages, case: Any) -> None:
    db, clock = pages.vault.database, pages.context.clock
    for number in range(60):
        cases.add_item(db, clock, case.id, ItemForm("letter", on=day(pages, -number), text=f"letter {number}"))
    page = pages.go("case", case_id=case.id)
    turns = Turns()
    while not page.sheet.filling.over:
        with turns.one():
            page.sheet.filling.go_on()
    assert turns.longest < 0.05


def test_after_keeping_the_focus_is_on_what_was_kept_and_space_by_habit_hides_nothing(
    pages: OpenPages, case: Any
) -> None:
    shown(pages, case)
    click(pages, "case-add")
    click(pages, "case-kinds-registration")
    pages.write("case-item-number", "1234")
    for _time in range(2):
        keep = pages.find("case-keep")
        keep.setFocus()
        QTest.keyClick(keep, Qt.Key.Key_Space)
        (one,) = items(pages, case)
        settled(pages)
        card = pages.find(f"case-{one.id}")
        pages.qtbot.waitUntil(partial(_focused, pages, card))
        QTest.keyClick(card, Qt.Key.Key_Space)
        assert pages.exits == 0
        settled(pages)
        click(pages, f"case-{one.id}-change")


def test_every_day_of_an_item_that_cannot_be_read_is_said_at_once(pages: OpenPages, case: Any) -> None:
    shown(pages, case)
    click(pages, "case-add")
    click(pages, "case-kinds-registration")
    page: Any = pages.here()
    page.form.on.setText("31.2.2026")
    page.form.due.setText("32.3.2026")
    click(pages, "case-keep")
    assert pages.sees("case-item-on-error")
    assert pages.sees("case-item-due-error")
    assert _focused(pages, pages.find("case-item-on"))


def _focused(pages: OpenPages, widget: QWidget) -> bool:
    return pages.window.focusWidget() is widget


def test_the_ways_through_what_is_written_stand_on_top_of_a_case_and_give_way_to_its_forms(
    pages: OpenPages, case: Any
) -> None:
    shown(pages, case)
    assert pages.sees("case-ways")
    click(pages, "case-add")
    assert not pages.sees("case-ways")
    shown(pages, case)
    pages.click("case-way-look_back")
    assert pages.window.current_name == "look_back"
