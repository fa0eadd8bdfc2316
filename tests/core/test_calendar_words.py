"""The words of the calendar: one for whatever can have a date, and numbers in the form their language wants."""

from __future__ import annotations

import pytest
from content_words import LANGUAGES

from safeplan.content.calendar_words import load_calendar_words
from safeplan.records import cases
from safeplan.records.incident_form import SIDES


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_have_a_date_has_its_words(language: str) -> None:
    words = load_calendar_words(language)
    happened = {*cases.ITEM_KINDS, "order_issued", "order_handed_over", "life_event"}
    assert set(words.dates) == happened | {"due", "look_again"}
    assert tuple(words.sides) == SIDES[1:]


def test_numbers_take_the_form_their_language_wants() -> None:
    russian = load_calendar_words("ru")
    assert [russian.entries(one) for one in (0, 1, 2, 11, 21, 24)] == [
        "0 записей",
        "1 запись",
        "2 записи",
        "11 записей",
        "21 запись",
        "24 записи",
    ]
    english = load_calendar_words("en")
    assert (english.so_many_days(1), english.so_many_days(0)) == ("1 day", "0 days")
    assert (english.times(1), english.times(2)) == ("1 time", "2 times")
