"""The word lists keep their promises: whole, distinct, typable, kind, and with their sources named.

May touch: resources/words and the list of refused beginnings. Must never weaken a check to let a word pass.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from safeplan.content.resources import list_resources, read_resource
from safeplan.content.words import LANGUAGES, WORDS_IN_LIST, word_list
from safeplan.errors import ContentBroken
from safeplan.vault.passphrase import normalise

LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "kk": "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
}
LENGTHS = {"en": (3, 9), "ru": (4, 8), "kk": (4, 8)}


def refused_beginnings(language: str) -> list[str]:
    text = (Path(__file__).parents[1] / "data" / "unwanted_stems.txt").read_text("utf-8")
    section = text.split(f"[{language}]\n")[1].split("\n[")[0]
    return [stem for line in section.splitlines() if not line.startswith("#") for stem in line.split()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_6_to_the_fifth_words_that_stay_distinct_in_normal_form(language: str) -> None:
    words = word_list(language)
    assert len(words) == WORDS_IN_LIST == 7776
    assert len({bytes(normalise(word)) for word in words}) == 7776
    assert list(words) == sorted(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_short_and_typable(language: str) -> None:
    shortest, longest = LENGTHS[language]
    wrong = [w for w in word_list(language) if set(w) - set(LETTERS[language]) or not shortest <= len(w) <= longest]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_speaks_of_harm(language: str) -> None:
    """Add the beginning to tests/data/unwanted_stems.txt and replace the word, never the other way round."""
    stems = refused_beginnings(language)
    assert len(stems) > 300
    begins = tuple(s for s in stems if s[0] not in "=~")
    whole = {s[1:] for s in stems if s[0] == "="}
    inside = [s[1:] for s in stems if s[0] == "~"]
    found = [w for w in word_list(language) if w.startswith(begins) or w in whole or any(s in w for s in inside)]
    assert found == []


@pytest.mark.parametrize(
    ("language", "bad"),
    [
        ("ru", "насилие"),
        ("ru", "нож"),
        ("ru", "кровь"),
        ("kk", "пышақ"),
        ("kk", "өлім"),
        ("en", "murder"),
        ("en", "knife"),
    ],
)
def test_the_refused_beginnings_would_catch_a_planted_word(language: str, bad: str) -> None:
    stems = refused_beginnings(language)
    assert any(bad == s[1:] if s[0] == "=" else s[1:] in bad if s[0] == "~" else bad.startswith(s) for s in stems)
    assert bad not in word_list(language)


def test_most_kazakh_words_need_at_most_two_letters_of_the_number_row() -> None:
    many = [w for w in word_list("kk") if sum(letter in "әіңғүұқөһ" for letter in w) > 2]
    assert len(many) < WORDS_IN_LIST * 0.08


def test_beginnings_differ_as_far_as_the_languages_allow() -> None:
    """Measured when the lists were made; a new list must not be worse."""
    least = {"en": 2500, "ru": 4900, "kk": 3700}
    assert {lang: len({w[:4] for w in word_list(lang)}) >= least[lang] for lang in LANGUAGES} == dict.fromkeys(
        LANGUAGES, True
    )


def test_the_lists_do_not_share_words_across_alphabets() -> None:
    assert not set(word_list("ru")) & set(word_list("kk"))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ContentBroken):
        word_list("../ru")


def test_every_file_of_words_has_its_source_and_licence_named() -> None:
    notes = read_resource("words/SOURCES.md").decode("utf-8")
    rows = {line.split("`")[1]: line for line in notes.splitlines() if line.startswith("| `")}
    assert set(rows) == {name.removeprefix("words/") for name in list_resources("words/")}
    assert all(len(row.split("|")[3].strip()) > 5 for row in rows.values())
    assert "Alexander I. Lebedev" in notes
    assert "Creative Commons Attribution 3.0" in notes
