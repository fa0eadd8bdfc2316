"""Drafts for the counter: filled from the record, clearly drafts, vague where she was vague, only for Kazakhstan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import an_incident, fresh_database
from content_words import LANGUAGES
from test_report import on_one_line

from safeplan import errors
from safeplan.content.regions import load_region
from safeplan.handover import forms
from safeplan.handover.forms_words import load_form_words
from safeplan.handover.selection import LeftOut, Selection
from safeplan.records import orders
from safeplan.records.incident_form import Happened, PoliceCall, Statement, Witness

DAY = date(2026, 3, 3)


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.fixture
def entry(db, clock):
    return an_incident(
        db,
        clock,
        "Ол есікті ұрды. Теперь живу на ул. Пушкина 7.",
        happened=Happened("vague", words="перед Наурызом, вечером"),
        place="ул. Абая 12",
        said=(Statement("Убью.", "Серик Бек"),),
        seen_by=(Witness("Данияр Ким", "8 777 555 44 33"),),
        police_calls=(PoliceCall("102", "23:10"),),
        children_present="heard",
    )


def chosen(*ids: str, language: str = "ru", **fields: object) -> Selection:
    return Selection(ids, language, False, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_is_filled_and_leaves_the_counter_its_lines(entry, language: str) -> None:
    draft = forms.draft_statement(chosen(entry.id, language=language, recipient="ОП № 3"), [entry])
    said, say = on_one_line(forms.compile_form(draft, DAY)), load_form_words(language)
    for words in (
        *("Ол есікті ұрды.", "перед Наурызом, вечером", "ул. Абая 12", "Убью.", "Данияр Ким", "102, 23:10", "ОП № 3"),
        *(say.paper["draft"], say.paper["draft_line"], say.paper["warning"], say.paper["number"]),
        *(say.statement["opening"], say.statement["about_times"], say.statement["children_heard"]),
    ):
        assert words in said, words
    assert "555 44 33" not in said
    assert (say.screen.along_note in said) is (language == "en")
    assert f"{say.paper['page'].split('{')[0]}" in said


def test_what_was_marked_stays_out_of_the_draft(entry) -> None:
    text = entry.latest.form.text
    mark = LeftOut(entry.id, "text", text.index("ул."), len(text) - 1, 1)
    said = on_one_line(forms.compile_form(forms.draft_statement(chosen(entry.id, marks=(mark,)), [entry]), DAY))
    assert "Пушкина" not in said
    assert "[не указано]" in said


def test_the_choice_about_prosecution_changes_one_sentence_and_is_open_at_first(entry) -> None:
    words = load_form_words("ru").statement
    later = forms.draft_statement(chosen(entry.id), [entry])
    assert later.requests == ()
    assert len(later.boxes) == 2
    yes = forms.draft_statement(chosen(entry.id), [entry], prosecution="yes", against="Серик Бек")
    assert yes.requests == (words["ask_yes"].replace("{person}", "Серик Бек"),)
    nobody = forms.draft_statement(chosen(entry.id), [entry], prosecution="yes")
    assert nobody.requests == (words["ask_yes_nobody"],)
    no = forms.draft_statement(chosen(entry.id), [entry], prosecution="no", requests=("exam",))
    assert no.requests == (words["ask_no"], load_form_words("ru").requests["exam"])
    assert not no.boxes
    with pytest.raises(errors.Bug):
        forms.draft_statement(chosen(entry.id), [entry], prosecution="maybe")
    assert "☐ Прошу привлечь" in on_one_line(forms.compile_form(later, DAY))


def test_an_unknown_time_stays_unknown_and_an_exact_one_is_said_without_excuse(db, clock) -> None:
    unknown = an_incident(db, clock, "x")
    exact = an_incident(db, clock, "y", happened=Happened("exact", "2026-03-01T14:20"))
    draft = forms.draft_statement(chosen(unknown.id, exact.id), [unknown, exact])
    assert draft.uncertain
    words = load_form_words("ru").statement["unknown_time"]
    assert [event.lines[0].text for event in draft.events] == ["1 марта 2026 г., 14:20", words]
    assert [event.title for event in draft.events] == ["Событие 1", "Событие 2"]
    assert not forms.draft_statement(chosen(exact.id), [exact]).uncertain


def test_every_text_can_be_changed_before_it_is_printed(entry) -> None:
    draft = forms.draft_statement(chosen(entry.id), [entry])
    changed = forms.with_text(forms.with_text(draft, 0, "where", "во дворе"), -1, "who", "С. Б.")
    said = on_one_line(forms.compile_form(changed, DAY))
    assert "во дворе" in said
    assert "ул. Абая 12" not in said
    assert "С. Б." in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_of_the_order_is_asked_for_with_what_is_known(db, clock, language: str) -> None:
    order = orders.add_order(
        db, clock, orders.OrderForm(name="Защитное предписание", number="77/2026", issued="2026-02-20")
    )
    draft = forms.draft_order_copy(chosen(language=language, author="Мира К."), order, against="Серик Бек")
    words, said = load_form_words(language).order_copy, on_one_line(forms.compile_form(draft, DAY))
    for text in ("77/2026", "Серик Бек", "Мира К.", words["not_known"], words["ask_handed"], words["ask_terms"]):
        assert text in said, text
    assert f"{load_form_words(language).paper['number']}:" in said
    told = orders.change_order(db, clock, order.id, replace(order.form, handed_over="2026-02-21T10:00"))
    assert words["ask_handed"] not in forms.draft_order_copy(chosen(language=language), told).requests


def test_the_papers_are_offered_only_where_somebody_looked_into_them() -> None:
    assert forms.forms_for("kz") == forms.FORMS
    assert forms.forms_for("ew") == ()
    assert forms.forms_for("intl") == ()
    assert forms.facts_about("statement", load_region("ew", "en")) == ()
    assert [forms.is_handed_in(language) for language in LANGUAGES] == [False, True, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_choice_changes_comes_from_the_pack_with_source_and_date(language: str) -> None:
    shape = load_form_words(language).shape
    cards = forms.facts_about("statement", load_region("kz", language))
    assert [one.id for one in cards] == list(shape.facts)
    assert all(one.source_title and one.source_date and one.text for one in cards)
    assert [one.id for one in forms.facts_about("order_copy", load_region("kz", language))] == ["order_copy"]


def test_the_file_says_of_itself_only_that_it_is_a_paper(entry) -> None:
    pdf = forms.compile_form(forms.draft_statement(chosen(entry.id), [entry]), DAY)
    assert b"Typst" not in pdf
    assert b"typst" not in pdf
    with pytest.raises(errors.NothingChosen):
        forms.draft_statement(chosen("0" * 32), [entry])
