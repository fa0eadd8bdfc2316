"""The words about cases: the same in every language, and no day that is called missed."""

from __future__ import annotations

import re

import pytest
from broken_content import fault_of
from content_words import LANGUAGES, said_in

from safeplan.content.case_words import SHAPE, load_case_words
from safeplan.content.regions import REGIONS, load_region
from safeplan.content.resources import read_resource
from safeplan.records.cases import ITEM_KINDS

BLAME = {
    "en": r"expired|too late|missed|overdue|failed to|%",
    "ru": r"просроч|слишком поздно|опозда|пропущен|истёк|упущ|%",
    "kk": r"кешіктіңіз|тым кеш|өткізіп ал|мерзімі өтіп кетті|пайыз|%",
}
SLOTS = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_calls_a_day_missed(language: str) -> None:
    banned = re.compile(BLAME[language], re.IGNORECASE)
    assert not [one for one in said_in(f"cases/{language}.toml").items() if banned.search(one[1])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_is_filled_in_in_every_language(language: str) -> None:
    mine, english = said_in(f"cases/{language}.toml"), said_in("cases/en.toml")
    assert {one: set(SLOTS.findall(text)) for one, text in mine.items()} == {
        one: set(SLOTS.findall(text)) for one, text in english.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kinds_are_those_that_are_kept(language: str) -> None:
    words = load_case_words(language)
    assert tuple(one.id for one in words.kinds) == ITEM_KINDS
    # Two kinds with the same words could not be told apart in a list.
    assert len({one.words.name for one in words.kinds}) == len(ITEM_KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_stops_a_count_in_a_pack_has_words(language: str) -> None:
    known = load_case_words(language).stands_still
    for region in REGIONS:
        pack = load_region(region, language)
        assert {one for limit in pack.limits for one in limit.stands_still} <= set(known), region


def test_what_can_be_asked_for_after_a_refusal_is_in_the_pack_of_kazakhstan_and_in_no_other() -> None:
    wanted = set(load_case_words("en").refused)
    there = {region: wanted & {one.id for one in load_region(region, "en").cards} for region in REGIONS}
    assert there == {region: wanted if region == "kz" else set() for region in REGIONS}


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        (SHAPE, 'id = "letter"', 'id = "answer"', "kinds.answer"),
        (SHAPE, '"appeal", ', '"appeal", "appeal", ', "refused.appeal"),
        (SHAPE, 'front = ["number"]', 'frnt = ["number"]', "kinds"),
        ("cases/ru.toml", "expert_works =", "expert_wrks =", "stands_still.expert_works"),
        ("cases/ru.toml", "order_ends =", "order_nds =", "today"),
        ("cases/kk.toml", "[kinds.letter]", "[kinds.lettr]", "kinds.letter"),
        ("cases/kk.toml", 'language = "kk"', 'language = "ru"', "language"),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_place(file: str, old: str, new: str, where: str) -> None:
    content = read_resource(file)
    assert old.encode() in content
    found = fault_of(file, content.replace(old.encode(), new.encode(), 1))
    assert found is not None
    assert str(found["where"]).startswith(where)
