"""What shows where she is now is found in three languages, taken out without moving the rest, and never by guess."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan.content.guide import load_guide
from safeplan.handover.identifying import WHYS, Finding, Known, Looker, without
from safeplan.handover.identifying_known import ANSWERS, said_in
from safeplan.handover.selection import MARKS

HERS = (
    Known("helper", "Айгуль"),
    Known("helper", "Омарова"),
    Known("helper", "8 701 234 56 78"),
    Known("address", "Тараз"),
    Known("work", "пекарня «Нан»"),
    Known("helper", "Мама", ask=True),
    Known("helper", "", "a" * 32),
)
PIECES = st.sampled_from(
    (
        *("Айгуле", "в Таразе", "ул. Абая 12, кв. 4", "+7 701 234 56 78", "бөлме 12", "room 12", "школа № 7"),
        *(
            "[left out]",
            "[не указано]",
            "900101400123",
            "a.b@c.kz",
            "crisis centre “Komek”",
            "12",
            ",",
            " ",
            "é",
            "й",
            "🙂",
        ),
        *("пекарне Нан", "45-бөлмеде", "дом 5", "Абай көшесі 15", "a" * 32, "\n", "мама"),
    )
)
ANY_TEXT = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12).map("".join)


def find_in(text: str, known: Iterable[Known], place: str = "") -> tuple[Finding, ...]:
    return tuple(
        Finding("", "text", start, end, why, text[start:end], 0, ask)
        for start, end, why, ask in Looker(known).places(text, place)
    )


def words_of(text: str, place: str = "") -> list[tuple[str, str]]:
    return [(one.why, one.words) for one in find_in(text, HERS, place) if not one.ask]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Я уехала к Айгуле в Тараз.", [("helper", "Айгуле"), ("address", "Тараз")]),
        ("Живём: ул. Абая 12, кв. 4", [("address", "ул. Абая 12, кв. 4")]),
        ("Абай көшесі 15, пәтер 4", [("address", "Абай көшесі 15, пәтер 4")]),
        ("Тәуке хан даңғылы 5 үйде тұрамын", [("address", "Тәуке хан даңғылы 5 үйде")]),
        ("пр. Достык 5, кв.7; у дома 5", [("address", "пр. Достык 5, кв.7"), ("address", "у дома 5")]),
        ("в микрорайоне Самал-2, дом 77, кв 15", [("address", "микрорайоне Самал-2, дом 77, кв 15")]),
        ("шелтер «Үміт», 8(727)123-45-67", [("helper", "шелтер «Үміт»"), ("phone", "8(727)123-45-67")]),
        ("I am at 12 Green Park Street, flat 5 now", [("address", "12 Green Park Street, flat 5")]),
        ("ul. Abaya 12", [("address", "ul. Abaya 12")]),
        ("в комнате 12, потом 45-бөлмеде", [("room", "комнате 12"), ("room", "45-бөлмеде")]),
        ("We sleep in room 12.", [("room", "room 12")]),
        ("школа № 7 и 12-мектепке", [("school", "школа № 7"), ("school", "12-мектепке")]),
        ("поликлиника 3, 5-емханада", [("clinic", "поликлиника 3"), ("clinic", "5-емханада")]),
        ("автобус 12 до работы", [("route", "автобус 12")]),
        ("пиши на a.b@c.kz", [("email", "a.b@c.kz")]),
        ("звони +7 (702) 111-22-33", [("phone", "+7 (702) 111-22-33")]),
        ("её номер 87012345678", [("helper", "87012345678")]),
        ("ИИН 900101400123", [("personal_number", "900101400123")]),
        ("дала психолог Анна Ким", [("helper", "психолог Анна Ким")]),
        ("дағдарыс орталығында тұрамыз", [("helper", "дағдарыс орталығында")]),
        ("работаю в пекарне «Нан»", [("work", "пекарне «Нан")]),
    ],
)
def test_places_numbers_and_helpers_are_found_as_they_are_written(text: str, found: list[tuple[str, str]]) -> None:
    assert words_of(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Он ударил меня на улице, потом дома.",
        "У нас 2 комнаты и трое детей.",
        "20 марта 2026, в 14:20, 40 000 тенге, дело 123456789012345",
        "On 2026-03-01 at 14:20 he broke 3 plates.",
        "Ол есікті 3 рет ұрды, 2026 жылы.",
        "Полиция приехала через 40 минут.",
        "Дома 4 человека были, дома 2 часа тихо, 3 этаж, статья 73, часть 1, талон 55-66-77.",
        "Позвонила в 102 и 112. Номер заявления 1234.",
    ],
)
def test_what_happened_is_not_taken_for_a_place(text: str) -> None:
    assert words_of(text) == []


def test_the_place_of_the_event_is_only_asked_about() -> None:
    place = "ул. Абая 12, подъезд 3"
    (one,) = find_in("Ударил у подъезда, ул. Абая 12.", HERS, place)
    assert (one.why, one.ask, one.words) == ("event_place", True, "ул. Абая 12")
    (other,) = find_in("Потом я ушла на ул. Абая 14.", HERS, place)
    assert (other.why, other.ask) == ("address", False)
    assert not find_in("Ударил на ул. Абая 1", HERS, place)[0].ask


def test_an_everyday_nickname_and_a_car_are_only_asked_about() -> None:
    assert [(one.words, one.ask) for one in find_in("Мама видела машину 123 ABC 02", HERS)] == [
        ("Мама", True),
        ("123 ABC 02", True),
    ]


def test_an_id_of_a_helper_stands_for_the_helper_and_another_for_nobody() -> None:
    assert [one.why for one in find_in("a" * 32, HERS)] == ["helper"]
    assert not find_in("b" * 32, HERS)


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT, st.sampled_from(sorted(MARKS)))
def test_places_are_exact_and_what_is_left_keeps_its_order(text: str, language: str) -> None:
    found = find_in(text, HERS)
    assert all(text[one.start : one.end] == one.words and one.words and one.why in WHYS for one in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    mark, pieces, at = MARKS[language], [], 0
    for one in found:
        pieces += [text[at : one.start], mark]
        at = one.end
    assert without(text, found, mark) == "".join((*pieces, text[at:]))


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT, st.sampled_from(sorted(MARKS)))
def test_what_was_taken_out_once_shows_nothing_more(text: str, language: str) -> None:
    looker = Looker(HERS)
    once = without(text, find_in(text, HERS), MARKS[language])
    assert looker.places(once) == ()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=5))
def test_places_outside_a_text_or_over_each_other_do_no_harm(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Place(start, end) for start, end in spans]
    kept = [letter for at, letter in enumerate(text) if not any(start <= at < end for start, end in spans)]
    assert without(text, marks, "") == "".join(kept)


class Place:
    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end


def test_every_question_that_is_looked_at_is_one_of_the_plan() -> None:
    guide = load_guide("en")
    asked = {one.id for head in guide.heads for one in guide.section(head.id).questions}
    assert set(ANSWERS) <= asked | {one.id for one in guide.acute.fields}


def test_answers_give_names_and_places_and_no_everyday_words() -> None:
    words = [one.words for one in said_in("my sister Aigul in Taraz, ul. Abaya 12; a friend", "address")]
    assert {"Aigul", "Taraz", "ul. Abaya 12"} == set(words)
    assert {one.words for one in said_in("Әпкем Айнұр, Шу қаласы, 8 701 234 56 78", "helper")} >= {
        "Әпкем Айнұр",
        "Шу қаласы",
        "8 701 234 56 78",
    }
