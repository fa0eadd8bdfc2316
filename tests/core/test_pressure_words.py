"""The words about pressure: the same in every language, with no advice what to decide."""

from __future__ import annotations

import re

import pytest
from broken_content import fault_of
from content_words import LANGUAGES, said_in

from safeplan.content.pressure_words import SHAPE, load_pressure_words
from safeplan.content.regions import load_region
from safeplan.content.resources import read_resource
from safeplan.records import pressure

ADVICE = {
    "en": r"\bdo not sign|\brefuse|\bagree to\b|better (not )?to\b|\bmust\b",
    "ru": r"не подписывайте|откажитесь|соглашайтесь|лучше (не )?\b",
    "kk": r"қол қоймаңыз|бас тартыңыз|келісіңіз",
}
SLOTS = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_says_what_to_decide(language: str) -> None:
    banned = re.compile(ADVICE[language], re.IGNORECASE)
    assert not [one for one in said_in(f"pressure/{language}.toml").items() if banned.search(one[1])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_is_filled_in_in_every_language(language: str) -> None:
    mine, english = said_in(f"pressure/{language}.toml"), said_in("pressure/en.toml")
    assert {one: set(SLOTS.findall(text)) for one, text in mine.items()} == {
        one: set(SLOTS.findall(text)) for one, text in english.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_the_records_has_its_words(language: str) -> None:
    words = load_pressure_words(language)
    assert set(words.asked) == set(pressure.ASKED)
    assert set(words.paper) == {one for one in pressure.PAPER if one}
    assert set(words.kept) == {one for one in pressure.KEPT if one}


def test_what_ends_a_case_comes_from_the_pack_and_from_nowhere_else() -> None:
    words, pack = load_pressure_words("en"), load_region("kz", "en")
    found = words.facts(pack)
    assert {"before_signing", "goes_on_anyway", "never_settled", "keep_the_family"} <= set(found)
    assert set(found) <= {one.id for one in pack.cards}
    assert words.facts(None) == ()
    assert words.facts(load_region("intl", "en")) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        (SHAPE, '"withdraw", ', "", "asked.withdraw"),
        (SHAPE, '"shown"', '"no"', "paper.no"),
        (SHAPE, "cards =", "crds =", "crds"),
        ("pressure/kk.toml", "come_back =", "come_bak =", "asked.come_back"),
        ("pressure/kk.toml", 'language = "kk"', 'language = "ru"', "language"),
        ("pressure/kk.toml", "calm =", "clm =", "page"),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_place(file: str, old: str, new: str, where: str) -> None:
    content = read_resource(file)
    assert old.encode() in content
    found = fault_of(file, content.replace(old.encode(), new.encode(), 1))
    assert found is not None
    assert str(found["where"]).startswith(where)
