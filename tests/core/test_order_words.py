"""The words about orders: the same in every language, no promise, no day that is called missed."""

from __future__ import annotations

import re

import pytest
from broken_content import fault_of
from content_words import LANGUAGES, said_in

from safeplan.content.order_words import SHAPE, load_order_words
from safeplan.content.resources import read_resource
from safeplan.records import order_days

# An order is paper, and no day is too late.
PROMISES = {
    "en": r"expired|too late|missed|overdue|keeps? (you|them) (safe|away)|\bprotects\b|%",
    "ru": r"просроч|слишком поздно|опозда|пропущен|истёк|защитит|убережёт|%",
    "kk": r"кешіктіңіз|тым кеш|өткізіп ал|мерзімі өтіп кетті|қорғайды|пайыз|%",
}
SLOTS = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_promises_anything_or_calls_a_day_missed(language: str) -> None:
    banned = re.compile(PROMISES[language], re.IGNORECASE)
    assert not [one for one in said_in(f"orders/{language}.toml").items() if banned.search(one[1])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_is_filled_in_in_every_language(language: str) -> None:
    mine, english = said_in(f"orders/{language}.toml"), said_in("orders/en.toml")
    assert {one: set(SLOTS.findall(text)) for one, text in mine.items()} == {
        one: set(SLOTS.findall(text)) for one, text in english.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_its_sentence(language: str) -> None:
    assert tuple(load_order_words(language).states) == order_days.STATES


@pytest.mark.parametrize(("language", "what"), [("en", "punish"), ("ru", "наказ"), ("kk", "жазала")])
def test_a_day_of_the_law_says_what_ends_with_it_and_that_asking_stays_possible(language: str, what: str) -> None:
    say = load_order_words(language).page
    asks = {"en": "ask", "ru": "спрос", "kk": "сұра"}[language]
    for sentence in (say.better_this_week, say.day_passed):
        assert what in sentence
        assert asks in sentence


def test_the_word_for_days_fits_the_number() -> None:
    russian = load_order_words("ru")
    few, many = russian.page.left_few, russian.page.left_many
    assert [russian.left(days) for days in (1, 21, 101)] == [russian.page.left_one] * 3
    assert [russian.left(days) for days in (2, 24, 33)] == [few] * 3
    assert [russian.left(days) for days in (0, 5, 11, 12, 14, 111, 30)] == [many] * 7
    english = load_order_words("en")
    assert [english.left(days) for days in (1, 2, 21)] == ["day left", "days left", "days left"]


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        (SHAPE, '"called"', '"came"', "happened.came"),
        (SHAPE, '"in_force", ', "", "states.in_force"),
        (SHAPE, "missing =", "mising =", "mising"),
        ("orders/kk.toml", "not_started =", "not_strted =", "states.not_started"),
        ("orders/kk.toml", "left_few =", "left_fw =", "page"),
        ("orders/kk.toml", 'language = "kk"', 'language = "ru"', "language"),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_place(file: str, old: str, new: str, where: str) -> None:
    content = read_resource(file)
    assert old.encode() in content
    found = fault_of(file, content.replace(old.encode(), new.encode(), 1))
    assert found is not None
    assert str(found["where"]).startswith(where)
