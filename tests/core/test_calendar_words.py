"""The words of the calendar: the same in every language, and none calls a day quiet or foretells."""

from __future__ import annotations

import re

import pytest
from broken_content import fault_of
from content_words import LANGUAGES, said_in

from safeplan.content.calendar_words import SHAPE, load_calendar_words
from safeplan.content.resources import read_resource
from safeplan.records import cases
from safeplan.records.incident_form import SIDES

# A day about which nothing is written is no quiet day, and a number is no score.
NEVER = {
    "en": r"\bquiet|peaceful|\bcalm|rising|more often|less often|better|worse|score|%|because",
    "ru": r"спокойн|тих(ий|ая|ие)|мирн|растёт|всё чаще|реже|лучше|хуже|балл|%|потому что",
    "kk": r"тыныш|бейбіт|өсіп|жиілеп|жақсар|нашарла|ұпай|пайыз|%|өйткені",
}
SLOTS = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_judges_a_day_or_a_number(language: str) -> None:
    banned = re.compile(NEVER[language], re.IGNORECASE)
    assert not [one for one in said_in(f"calendar/{language}.toml").items() if banned.search(one[1])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_is_filled_in_in_every_language(language: str) -> None:
    mine, english = said_in(f"calendar/{language}.toml"), said_in("calendar/en.toml")
    assert {one: set(SLOTS.findall(text)) for one, text in mine.items()} == {
        one: set(SLOTS.findall(text)) for one, text in english.items()
    }


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


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        (SHAPE, '"around", ', "", "sides.around"),
        ("calendar/kk.toml", "hearing =", "hearng =", "dates.hearing"),
        ("calendar/ru.toml", "month_sum =", "mnth_sum =", "page"),
    ],
)
def test_a_broken_file_is_named_with_its_place(file: str, old: str, new: str, where: str) -> None:
    content = read_resource(file)
    assert old.encode() in content
    found = fault_of(file, content.replace(old.encode(), new.encode(), 1))
    assert found is not None
    assert str(found["where"]).startswith(where)
