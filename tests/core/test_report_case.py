"""What stands around the entries: orders and breaches, cases, pressure, numbers, sums, and limits in her voice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from builders import a_person, an_incident, fresh_database
from test_report import content, entry, on_one_line, words_of, written

from safeplan.content.record_guide import load_record_guide
from safeplan.handover.labels import load_labels
from safeplan.handover.report import compile_report
from safeplan.handover.report_costs import add_up
from safeplan.handover.report_data import report_data
from safeplan.handover.report_gather import CaseContent, gather_case
from safeplan.handover.selection import Contact, LeftOut, Selection
from safeplan.records import breaches, cases, orders, pressure
from safeplan.records.breaches import BreachForm
from safeplan.records.cases import CaseForm, ItemForm
from safeplan.records.incident_form import Care, Damage, Happened, PoliceCall, Statement
from safeplan.records.life_events import LifeEvent
from safeplan.records.orders import OrderForm
from safeplan.records.pressure import Outcome, PressureNote


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.fixture
def a_case(db, clock) -> dict[str, Any]:
    """Two entries, an order broken in both, a case with a registration, a promise; and an entry of which nothing is
    to leave."""
    harms = a_person(db, clock, "Beibit Omarov", role="harms")
    night = an_incident(
        db, clock, "He stood at the door and knocked.", happened=Happened("day", "2026-03-05"), place="Stairwell",
        kinds=("threat",), said=(Statement("You will be sorry.", harms.id, "saw"),),
        damage=(Damage("The lock", "9 000 тг"), Damage("The bell", "about 2000")),
        police_calls=(PoliceCall("102", "23:10", "Sergeant A.", ""),),
        care=(Care("doctor", "Clinic 4", "", "6 March", "881"),),
    )  # fmt: skip
    wish = an_incident(db, clock, "His aunt came.", happened=Happened("day", "2026-03-08"), known="told")
    hidden = an_incident(db, clock, "SECRETENTRY", happened=Happened("day", "2026-03-09"))
    order = orders.add_order(
        db, clock, OrderForm(name="Protective order", number="12-7", issued_by="Police of the district",
                             against=harms.id, issued="2026-03-01", handed_over="2026-03-02",
                             terms="Not to come, not to call.", notes="SECRETNOTE"),
    )  # fmt: skip
    breaches.add_breach(
        db, clock, order.id, night.id, BreachForm("yes", "2026-03-06", "Duty unit", "K-55", "We will call you.")
    )
    breaches.add_breach(db, clock, order.id, hidden.id, BreachForm(answer="SECRETANSWER"))
    case = cases.add_case(
        db,
        clock,
        CaseForm("The spring", "26-0001", "Court No. 2", incidents=(night.id, hidden.id), notes="SECRETNOTE"),
    )
    cases.add_item(db, clock, case.id, ItemForm("registration", "2026-03-06", number="REG-77", who="Duty unit"))
    cases.add_item(db, clock, case.id, ItemForm("hearing", "2026-04-02T10:00", where="Hall 5", incident_id=night.id))
    cases.add_item(db, clock, case.id, ItemForm("decision", "2026-04-02", incident_id=hidden.id, text="SECRETITEM"))
    pressure.keep_note(
        db, clock, wish.id,
        PressureNote(("withdraw",), "left", "A statement of peace", "I will never come again", "2026-05-01",
                     (Outcome("2026-03-12", "Came again", "no"),)),
    )  # fmt: skip
    return {"night": night, "wish": wish, "hidden": hidden, "order": order, "case": case}


def made(db, found: dict[str, Any], language: str = "en", **chosen: Any):
    entries = (found["night"], found["wish"])
    selection = Selection(tuple(one.id for one in entries), language, True, recipient="Court No. 2", **chosen)
    return replace(content(*entries, language=language), selection=selection, case=gather_case(db, selection))


def said_in(made_of) -> str:
    return on_one_line(compile_report(report_data(made_of), {}))


def test_what_belongs_to_an_entry_left_behind_stays_behind(db, a_case) -> None:
    """Neither its breach nor what a case says of it; and her own notes never leave."""
    said = said_in(made(db, a_case))
    for words in ("Protective order No. 12-7", "Not to come, not to call.", "K-55", "We will call you.", "26-0001"):
        assert words in said, words
    assert "SECRET" not in said
    assert "REG-77" not in said  # the case as a whole was not ticked
    ticked = said_in(made(db, a_case, case_ids=(a_case["case"].id,)))
    assert "REG-77" in ticked
    assert "SECRET" not in ticked


def test_marked_places_and_names_leave_neither_orders_nor_cases_nor_pressure(db, clock, a_case) -> None:
    cases.add_item(db, clock, a_case["case"].id, ItemForm("statement", who="Dana Sample", text="She saw it"))
    terms = a_case["order"].form.terms
    marks = (
        LeftOut(a_case["order"].id, "terms", 0, len(terms)),
        LeftOut(a_case["wish"].id, "promised", 0, len("I will never come again")),
    )
    said = said_in(made(db, a_case, case_ids=(a_case["case"].id,), marks=marks, with_names=False))
    for words in (terms, "never come again", "Dana Sample", "Beibit Omarov"):
        assert words not in said, words
    assert "D. S." in said
    assert "Duty unit" in said  # an office is no person
    assert "SECRETNOTE" in said_in(made(db, a_case, with_notes=True))


def test_contacts_stand_on_a_last_sheet_alone() -> None:
    one = content(entry(written("x")), contacts=(Contact("", "own@example"), Contact("Dana", "+7 700 000 00 00")))
    pages = words_of(compile_report(report_data(one), {})).split("\f")
    with_contact = [number for number, page in enumerate(pages, 1) if "own@example" in page or "+7 700" in page]
    assert with_contact == [len(pages) - 1]
    assert "Entry 1" not in pages[-2]
    assert load_labels("en")("report", "contacts_note") not in said_in(content(entry(written("x"))))


def test_parts_that_were_not_chosen_do_not_appear(db, a_case) -> None:
    say = load_labels("en")
    headings = [say("report", key) for key in ("numbers", "orders", "pressure", "costs")]
    everything = said_in(made(db, a_case))
    assert all(one in everything for one in headings)
    nothing = said_in(made(db, a_case, parts=()))
    assert not [one for one in headings if one in nothing]
    assert "12-7" not in nothing
    assert "withdraw" not in nothing


def test_parts_in_which_nothing_stands_do_not_appear() -> None:
    say, said = load_labels("en"), said_in(content(entry(written("x"))))
    assert not [key for key in ("numbers", "orders", "pressure", "costs") if say("report", key) in said]


def test_official_acts_stand_in_order_of_time_and_in_bold(db, a_case) -> None:
    rows = report_data(made(db, a_case, case_ids=(a_case["case"].id,)))["chronology"]
    told = [(row["act"], (row["words"] or row["acts"][0])[:24]) for row in rows]
    assert [act for act, _ in told] == [True, True, False, True, True, False, True]
    assert told[2] == (False, "He stood at the door and")
    assert told[5] == (False, "His aunt came.")
    assert rows[2]["acts"] == ["Police: 102, 23:10, Sergeant A.", "doctor: Clinic 4, 6 March, No. 881"]


def test_a_number_that_is_missing_is_listed_with_the_office_that_holds_it(db, a_case) -> None:
    numbers = report_data(made(db, a_case, case_ids=(a_case["case"].id,)))["numbers"]
    assert ["Order", "12-7"] not in numbers["missing"]
    assert [row[1] for row in numbers["known"]] == ["881", "12-7", "K-55", "26-0001", "REG-77"]
    assert ["Number of the statement", "Police, Sergeant A., 102", "Entry 1"] in numbers["missing"]
    assert len(numbers["missing"]) == 1  # a day at court has no number of its own


def test_pressure_is_told_in_the_words_of_others_and_hers(db, a_case) -> None:
    said = said_in(made(db, a_case))
    for words in ("Take my statement back", "A statement of peace", "“I will never come again”", "Came again"):
        assert words in said
    assert "1 May 2026" not in said  # the day on which she wants to look again is hers


def test_a_threat_is_one_because_she_marked_the_entry(db, a_case) -> None:
    costs = report_data(replace(made(db, a_case), people={a_case["night"].revisions[0].form.said[0].by: "B. O."}))[
        "costs"
    ]
    assert costs["threats"] == [["1", "5 March 2026", "“You will be sorry.”", "B. O., saw or heard it"]]
    assert costs["sums"] == [["тг", "9\u00a0000"]]
    assert costs["not_counted"].endswith(": 1.")


@pytest.mark.parametrize(
    ("written_costs", "sums", "left_out"),
    [
        (["9000", "1 500", "12,50"], [("", "10\u00a0512.50")], 0),
        (["9 000 тг", "100 ТГ.", "20 USD"], [("тг", "9\u00a0100"), ("USD", "20")], 0),
        (["$20", "20 $"], [("$", "40")], 0),
        (["about 5000", "5000-6000", "1.500", "1,500,000", "ten", "5 или 6", "12 34"], [], 7),
        (["5000 тенге", "5000 тг"], [("тенге", "5\u00a0000"), ("тг", "5\u00a0000")], 0),
    ],
)
def test_sums_are_added_as_written_and_never_guessed(
    written_costs: list[str], sums: list[tuple[str, str]], left_out: int
) -> None:
    assert add_up(written_costs) == (sums, left_out)


def test_limits_are_said_in_her_voice_with_the_entries_they_are_about() -> None:
    vague = entry(written("x", happened=Happened("vague", words="in spring"), place="Yard"), number=1)
    told = replace(entry(written("y", known="told"), number=2), id="2" * 32)
    said = report_data(content(vague, told))["own_limits"]
    assert said[0] == "I chose these entries. Others may exist."
    assert "The time is approximate. Entries: 1." in said
    assert "I know this from the words of others. Entries: 2." in said
    assert "The place is not stated. Entries: 2." in said
    assert not [one for one in said if one.startswith("I found this out")]


def test_a_time_that_leans_on_one_of_her_days_is_printed_once() -> None:
    """The page that asks writes "before: the move" into her field, in the language of the screen."""
    move = {"e" * 32: LifeEvent("e" * 32, "the move", "2026-02-01")}
    russian = load_record_guide("ru").anchored("before", "the move")
    for words in ("before: the move", "Before: the move", russian, ""):
        happened = Happened("vague", words=words, anchor="e" * 32, side="before")
        row = report_data(content(entry(written("x", happened=happened)), anchors=move))["sheets"][0]["rows"][0]
        assert row[1] == "before: the move (1 February 2026)"


def test_two_languages_stand_side_by_side_and_her_words_once(db, a_case) -> None:
    said = said_in(made(db, a_case, "ru", second_language="kk"))
    for words in ("Где / Қайда", "Хронология", "Запись 1 из 2 / 1-жазба, барлығы 2", "05.03.2026"):
        assert words in said, words
    assert said.count("He stood at the door and knocked.") == 3  # chronology, sheet, breach
    english = said_in(made(db, a_case, "en", second_language="kk"))
    assert "2026-03-05" in english
    assert "05.03.2026" not in english


def test_a_translation_is_marked_unofficial_and_stands_under_her_words() -> None:
    one = entry(written("Пришёл ночью."))
    said = said_in(content(one, translations={one.id: "Came at night."}))
    assert said.rindex("Пришёл ночью.") < said.index("Unofficial translation") < said.index("Came at night.")


def test_a_report_without_anything_around_it_needs_nothing(db) -> None:
    assert gather_case(db, Selection(("0" * 32,), "en", True, parts=())) == CaseContent()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_pdftotext_finds_every_heading_in_the_language_of_the_reader(db, a_case, language: str) -> None:
    say = load_labels(language)
    said = " ".join(words_of(compile_report(report_data(made(db, a_case, language)), {})).split())
    parts = ("chronology", "numbers", "orders", "pressure", "costs", "list_of_annexes", "own_limits", "technical")
    assert not [key for key in parts if say("report", key) not in said]
