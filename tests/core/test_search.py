"""Search: pieces of words in three languages; whatever is typed is words, never a query."""

from __future__ import annotations

import pytest
from builders import a_file, a_person, a_source, an_incident, fresh_database
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from safeplan.records import incidents
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.records.search import find
from safeplan.records.wording import keep_as_typed

REUSE = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.mark.parametrize(
    "typed",
    [
        "дверь",
        "ДВЕРЬ",
        "двер",
        "вер",
        "ёлка",
        "елка",
        "ЁЛК",
        "үйге",
        "ҮЙГЕ",
        "қақ",
        "ме",
        "у",
        "дверь үйге",
        "стучал в",
    ],
)
def test_words_are_found_by_their_pieces(db, clock, typed):
    wanted = an_incident(db, clock, "Стучал в дверь. Ёлка у меня. Үйге қақты.")
    an_incident(db, clock, "XYZ")
    assert find(db, typed) == {wanted.id}


@pytest.mark.parametrize("typed", ["уйге", "какты", "дверка", "дверь окно", "zz", "", "   ", "\0"])
def test_kazakh_letters_are_letters_and_every_word_counts(db, clock, typed):
    an_incident(db, clock, "Стучал в дверь. Үйге қақты.")
    assert find(db, typed) == set()


def test_a_word_deep_in_a_long_text_is_found(db, clock):
    kept = an_incident(db, clock, "көп сөз " * 20_000 + "Шелек " + "x" * 100_000 + " соңы")
    assert find(db, "шелек") == find(db, "соңы") == find(db, "xxx соңы") == {kept.id}


def test_two_spellings_of_one_letter_are_one(db, clock):
    kept = an_incident(db, clock, "мои\u0306 чаи\u0306ник")
    assert find(db, "мо\u0439 ча\u0439ник") == {kept.id}


def test_places_people_files_and_vague_times_are_found_too(db, clock, tmp_path):
    who = a_person(db, clock, "Ержан Касымов", nickname="the neighbour")
    form = IncidentForm(text="x", place="школа", people=(who.id,), happened=Happened("vague", words="before Nauryz"))
    kept = incidents.add_incident(db, clock, form)
    a_file(db, clock, a_source(tmp_path, name="Подъезд вечером.jpg"), kept.id)
    for typed in ("школа", "касымов", "neighbour", "nauryz", "подъезд", "ер"):
        assert find(db, typed) == {kept.id}, typed


def test_an_amendment_changes_what_is_found(db, clock):
    kept = an_incident(db, clock, "lantern")
    incidents.amend_incident(db, clock, kept.id, IncidentForm(text="window"), "")
    assert find(db, "lantern") == set()
    assert find(db, "window") == {kept.id}
    assert [found.id for found in incidents.list_incidents(db, "win")] == [kept.id]


@REUSE
@given(st.text(max_size=40))
@example('"')
@example('abc" OR "x')
@example("abc*")
@example("NEAR(abc def)")
@example("folded : abc")
@example("'; DROP TABLE incident; --")
@example("\ud800abc")
@example("%%% ___")
@example("(((")
def test_whatever_is_typed_is_only_words(db, clock, typed):
    kept = an_incident(db, clock, f"before {typed} after")
    words = keep_as_typed(typed).replace("\0", " ").split()
    found = find(db, typed)
    assert kept.id in found or not words
    assert db.value("SELECT count(*) FROM incident") > 0
    incidents.take_back_incident(db, kept.id)


@pytest.mark.parametrize("typed", ['"', "*", "abc*", "NOT", "a OR b", "%", "_", "([{", "--"])
def test_signs_of_query_languages_match_nothing_by_themselves(db, clock, typed):
    an_incident(db, clock, "plain bits and abcdef")
    assert find(db, typed) == set()
