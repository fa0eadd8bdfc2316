"""The words about orders: a sentence for every state, what ends with a day of the law, and numbers of days."""

from __future__ import annotations

import pytest
from content_words import LANGUAGES

from safeplan.content.order_words import load_order_words
from safeplan.records import order_days


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
