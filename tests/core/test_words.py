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
from tests.campaign.selecting import Tries

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


def amiss(words: tuple[str, ...], language: str) -> list[str]:
    """What is wrong with a list; [] when it keeps its promises."""
    shortest, longest = LENGTHS[language]
    found = []
    if len(words) != WORDS_IN_LIST or WORDS_IN_LIST != 6**5:
        found.append(f"{len(words)} words")
    normal = {bytes(normalise(word)) for word in words}
    if len(normal) != len(words):
        found.append(f"{len(words) - len(normal)} doubles in normal form")
    if list(words) != sorted(words):
        found.append("not in order")
    for word in words:
        if set(word) - set(LETTERS[language]):
            # A Latin c in a Russian word looks right, and cannot be typed.
            found.append(f"{word}: a letter of another alphabet")
        if not shortest <= len(word) <= longest:
            found.append(f"{word}: {len(word)} letters")
    return found


@pytest.mark.row("K-06")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_6_to_the_fifth_short_typable_words_that_stay_distinct(language: str, tries: Tries) -> None:
    words = word_list(language)
    tries.made(len(words))
    assert amiss(words, language) == []


@pytest.mark.row("K-06", control=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_double_a_look_alike_and_a_missing_word_are_noticed(language: str) -> None:
    words = word_list(language)
    other = words[100].replace("о", "o").replace("а", "a") if language != "en" else words[100].replace("a", "а")
    for planted, said in (
        (words[:-1], "7775 words"),
        (tuple(sorted((*words[:-1], words[0]))), "1 doubles in normal form"),
        (tuple(sorted((*words[1:], words[-1].upper()))), "1 doubles in normal form"),
        ((*words[1:], words[0]), "not in order"),
        (tuple(sorted((*words[:-1], other + ("o" if language != "en" else "о")))), "a letter of another alphabet"),
        (tuple(sorted((*words[:-1], words[0][:2]))), "2 letters"),
    ):
        assert any(said in one for one in amiss(planted, language)), said


@pytest.mark.row("K-06")
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


@pytest.mark.row("K-06", control=True)
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


@pytest.mark.row("K-06")
def test_beginnings_differ_as_far_as_the_languages_allow() -> None:
    """Measured when the lists were made; a new list must not be worse."""
    least = {"en": 2500, "ru": 4900, "kk": 3700}
    assert {lang: len({w[:4] for w in word_list(lang)}) >= least[lang] for lang in LANGUAGES} == dict.fromkeys(
        LANGUAGES, True
    )


@pytest.mark.row("K-06")
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
