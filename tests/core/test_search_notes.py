"""What stands beside the entries is found: numbers, promises, terms, own days, people; every word, in any form."""

from __future__ import annotations

import time

import pytest
from builders import a_file, a_person, a_source, an_incident, fresh_database, ids_found
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from safeplan.records import breaches, cases, file_notes, life_events, orders, people, pressure
from safeplan.records.cases import CaseForm, ItemForm
from safeplan.records.incident_form import IncidentForm
from safeplan.records.orders import OrderForm
from safeplan.records.pressure import Outcome, PressureNote
from safeplan.records.search_notes import BREACH, CASE, DAY, ORDER, PERSON, PRESSURE, has_notes, search_notes


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def marked(found):
    return [place.text[begin:end] for place in found.places for begin, end in place.marks]


def kinds(found):
    return [one.kind for one in found]


def test_a_case_and_each_thing_in_it_is_found_by_number_words_and_who(db, clock):
    assert not has_notes(db)
    kept = cases.add_case(db, clock, CaseForm(name="The report of March", number="KUSP 1234", notes="Ask for a copy"))
    item = cases.add_item(
        db, clock, kept.id, ItemForm("letter", number="77/15", who="Inspector Sadykova", text="Ответ на заявление")
    )
    assert has_notes(db)
    (found,) = search_notes(db, "kusp 1234")
    assert (found.kind, found.id, found.item_id, found.name) == (CASE, kept.id, "", "The report of March")
    assert marked(found) == ["KUSP", "1234"]
    for typed in ("77", "ответа", "заявления", "sadykova", "inspector 15"):
        (found,) = search_notes(db, typed)
        assert (found.id, found.item_id, found.part) == (kept.id, item.id, "letter"), typed
        assert marked(found), typed
    # Every word must stand in the same note.
    assert search_notes(db, "kusp sadykova") == ()


def test_an_order_is_found_by_its_terms_its_number_and_the_name_its_pack_gives_it(db, clock):
    who = a_person(db, clock, "Marat Omarov")
    kept = orders.add_order(
        db, clock, OrderForm(name="Защита", number="12-55", terms="Не подходить к школе", against=who.id)
    )
    breaches.add_breach(db, clock, kept.id, form=breaches.BreachForm(number="903", answer="Сказали ждать"))
    for typed in ("12-55", "школа", "подходит", "защиту"):
        (found,) = search_notes(db, typed)
        assert (found.kind, found.id, found.part, found.name) == (ORDER, kept.id, "", "Защита"), typed
    for typed in ("903", "сказал"):
        (found,) = search_notes(db, typed)
        assert (found.kind, found.id, found.part) == (ORDER, kept.id, BREACH), typed
    (by_name, person) = search_notes(db, "marat")
    assert (by_name.id, by_name.places, person.kind) == (kept.id, (), PERSON)
    db.execute('UPDATE court_order SET document = replace(document, \'"name"\', \'"kind":"police","name"\')')
    (by_pack,) = search_notes(db, "protective", order_names={"police": "Protective order"})
    assert (by_pack.id, by_pack.name, by_pack.beginning) == (kept.id, "Protective order", "Защита")


def test_promises_papers_and_what_came_of_them_lead_to_their_entry(db, clock):
    an_incident(db, clock)
    note = PressureNote(promised="to pay for the flat", paper_words="Отзыв заявления")
    kept = pressure.log_pressure(db, clock, IncidentForm(text="His aunt came."), note).incident
    pressure.add_outcome(db, clock, kept.id, Outcome(words="Nothing was paid in April"))
    for typed in ("promise flat", "отзыва", "april"):
        found = search_notes(db, typed.removeprefix("promise "))
        assert [(one.kind, one.id, one.number) for one in found] == [(PRESSURE, kept.id, 2)], typed
    assert ids_found(db, "april") == set()


def test_an_own_day_is_found_by_its_words(db, clock):
    event = life_events.add_life_event(db, "the move to the other flat", "2025-06-10")
    (found,) = search_notes(db, "moving")
    assert (found.kind, found.id, marked(found)) == (DAY, event.id, ["move"])


def test_people_are_found_by_name_and_notes_and_no_name_is_handed_on(db, clock):
    who = a_person(db, clock, "Saule Omarova", nickname="aunt", notes="Keys are with her", knows="Про отца")
    for typed in ("saul", "omarova", "aunt", "key", "отец", "отцом"):
        (found,) = search_notes(db, typed)
        assert (found.kind, found.id) == (PERSON, who.id), typed
        assert "Saule" not in repr(found)
        assert "Omarova" not in repr(found)
    kept = cases.add_case(db, clock, CaseForm(name="x", people=(who.id,)))
    cases.add_item(db, clock, kept.id, ItemForm("statement", who=who.id, words="I heard it"))
    found = search_notes(db, "omarova")
    assert kinds(found) == [CASE, CASE, PERSON]
    assert "Omarova" not in repr(found)
    people.remove_person(db, clock, who.id)
    assert search_notes(db, "omarova") == ()


@pytest.mark.parametrize("typed", ["", "   ", "\0", "%", '"', "zz", "KUSP NOT 1234x"])
def test_signs_and_other_words_find_nothing(db, clock, typed):
    cases.add_case(db, clock, CaseForm(number="KUSP 1234"))
    assert search_notes(db, typed) == ()


def test_a_word_in_two_alphabets_is_found(db, clock):
    kept = life_events.add_life_event(db, "жаңа есiк")  # a Latin i
    for typed in ("есік", "есик", "есiк"):
        (found,) = search_notes(db, typed)
        assert (found.id, marked(found)) == (kept.id, ["есiк"]), typed


def test_no_kind_takes_the_room_of_another(db, clock):
    for number in range(40):
        cases.add_case(db, clock, CaseForm(name=f"door {number}"))
    life_events.add_life_event(db, "the door was changed")
    a_person(db, clock, notes="door key")
    found = search_notes(db, "door", limit=10)
    assert kinds(found) == [CASE] * 8 + [DAY, PERSON]
    assert found[0].name == "door 39" or {one.name for one in found[:8]} <= {f"door {n}" for n in range(40)}


def test_notes_and_transcripts_of_files_are_found_with_their_entry(db, clock, tmp_path):
    kept = an_incident(db, clock)
    file = a_file(db, clock, a_source(tmp_path), kept.id)
    file_notes.write_file_note(db, clock, file.id, words="balcony", transcript="открой дверь")
    assert ids_found(db, "balcony") == ids_found(db, "двери") == {kept.id}


def test_a_thousand_notes_take_no_time_that_anyone_notices(db, clock):
    with db.transaction():
        kept = cases.add_case(db, clock, CaseForm(name="One"))
        for number in range(500):
            text = f"Сказали прийти завтра и принести документы номер {number}. " * 3
            cases.add_item(db, clock, kept.id, ItemForm("letter", number=f"{number}/25", text=text, who="дежурный"))
        for number in range(300):
            life_events.add_life_event(db, f"день {number}, когда мы переехали в другую квартиру")
        for number in range(200):
            a_person(db, clock, f"Name{number} Surname", notes="Lives next door and heard everything that night")
    best = []
    for typed in ("документ 499", "п", "door night", "нет такого"):
        started = time.thread_time()
        search_notes(db, typed)
        best.append(time.thread_time() - started)
    print([round(1000 * one, 1) for one in best])
    assert max(best) < 0.25, "50 ms on a quiet machine"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
@example("ǅ ﬁ ß İ")
@example("\ud800abc")
def test_whatever_is_typed_into_a_note_is_found_again(db, clock, typed):
    event = life_events.add_life_event(db, f"before {typed} after")
    found = search_notes(db, f"before {typed}")
    life_events.remove_life_event(db, event.id)
    assert [one.id for one in found] == [event.id]
