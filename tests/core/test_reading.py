"""Every text of the program can be read by someone tired and afraid, in each language, and is honest about risk.

May touch: resources/ as they are. Must never have its limits raised for one sentence: mend the sentence.

LIX = words in a sentence + long words in a hundred. Below 30 is the range of books for children and simple leaflets.
A long word has more than 6 letters in English. Russian and Kazakh words are longer, and Kazakh carries in endings
what English says in small words, so there a word is long from where it is as rare as a long word in English:
measured over these files, 13 of 100 English words have more than 6 letters, 11 of 100 Russian and 15 of 100
Kazakh words more than 8. Files then lie between 13 and 26 (English), 14 and 24 (Russian), 14 and 28 (Kazakh).
"""

from __future__ import annotations

import re

import pytest
from broken_content import holding
from content_words import (
    LANGUAGES,
    all_words_files,
    language_of,
    never_said_in,
    plain,
    said_in,
    sentences,
)

from safeplan.content.guide import load_guide
from safeplan.content.resources import list_resources, read_resource
from safeplan.content.reviews import BEFORE_RELEASE, keeps_from_release, reviewed, unread, words_files
from safeplan.content.sections import Suggestion
from safeplan.content.signs import TodayStep, load_signs

LONG = {"en": 6, "ru": 8, "kk": 8}
MOST_LIX = {"en": 30, "ru": 27, "kk": 30}
# The guide is read in a bad hour. Labels of the report are read by lawyers at a desk.
MOST_IN_GUIDE = {"en": 18, "ru": 18, "kk": 18}
MOST_IN_LABELS = {"en": 27, "ru": 25, "kk": 23}
MOST_ELSEWHERE = {"en": 22, "ru": 20, "kk": 20}
# Where an index would be noise, in a single sentence, long words are counted.
MOST_LONG = {"en": 8, "ru": 6, "kk": 8}
# A few lines give no measure.
ENOUGH_WORDS = 100


def most_words(file: str) -> int:
    table = MOST_ELSEWHERE
    if file.startswith("guide/"):
        table = MOST_IN_GUIDE
    elif file.startswith("reports/labels/"):
        table = MOST_IN_LABELS
    return table[language_of(file)]


def lix(file: str) -> float:
    found = [one for text in said_in(file).values() for one in sentences(text)]
    words = [word for one in found for word in one]
    if len(words) < ENOUGH_WORDS:
        return 0.0
    long = sum(len(word) > LONG[language_of(file)] for word in words)
    return len(words) / len(found) + 100 * long / len(words)


# ── How it reads ────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_as_easy_as_a_simple_leaflet(language: str) -> None:
    worst = sorted(((lix(file), file) for file in words_files(language)), reverse=True)[:10]
    assert worst[0][0] <= MOST_LIX[language], "\n".join(map(str, worst))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_short(language: str) -> None:
    too_long = [
        (len(words), file, place, " ".join(words))
        for file in words_files(language)
        for place, text in said_in(file).items()
        for words in sentences(text)
        if len(words) > most_words(file)
    ]
    assert not too_long, "\n".join(map(str, sorted(too_long, reverse=True)[:10]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_a_row_of_long_words(language: str) -> None:
    heavy = sorted(
        (
            (sum(len(word) > LONG[language] for word in words), file, place, " ".join(words))
            for file in words_files(language)
            for place, text in said_in(file).items()
            for words in sentences(text)
        ),
        reverse=True,
    )[:10]
    assert heavy[0][0] <= MOST_LONG[language], "\n".join(map(str, heavy))


@pytest.mark.parametrize("file", all_words_files())
def test_nothing_is_shouted_blamed_ordered_or_given_away(file: str) -> None:
    banned = never_said_in(file)
    said = said_in(file).items()
    assert not [
        (place, text)
        for place, text in said
        if "!" in text or banned.search(text) or re.search(r"\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{6,}\b(?!\.txt)", text)
    ][:10]


@pytest.mark.parametrize("file", all_words_files())
def test_every_text_is_clean(file: str) -> None:
    assert not [
        (place, text)
        for place, text in said_in(file).items()
        if not text.strip() or text != text.strip() or re.search(r"  |TODO|XXX", text)
    ][:10]


# ── The same in every language ──────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("file", words_files("en"))
def test_every_text_stands_in_every_language(file: str) -> None:
    folder = file.removesuffix("en.toml")
    english = said_in(file)
    for language in LANGUAGES:
        other = said_in(f"{folder}{language}.toml")
        assert english.keys() == other.keys(), sorted(english.keys() ^ other.keys())[:10]


def test_no_folder_has_words_in_one_language_only() -> None:
    by_language = [{file.rpartition("/")[0] for file in words_files(language)} for language in LANGUAGES]
    assert by_language[0] == by_language[1] == by_language[2]


@pytest.mark.parametrize("file", [one for one in all_words_files() if language_of(one) != "en"])
def test_no_sentence_was_left_in_another_language(file: str) -> None:
    """Three words and more: names, numbers, places to fill in and single words may be the same."""
    folder = file.rpartition("/")[0]
    mine = said_in(file)
    for language in LANGUAGES:
        if language != language_of(file):
            other = said_in(f"{folder}/{language}.toml")
            assert not [
                (place, text)
                for place, text in mine.items()
                if text == other.get(place)
                and len([word for one in sentences(re.sub(r"{\w+}", "", text)) for word in one]) >= 3
            ]


# ── Honest about what a step can bring ──────────────────────────────────────────────────────────────────────────
POLICE = {
    "en": r"\bdoctor|\bnurse|midwi|\bclinic|\bhospital|ambulance|\bpolice|\b1(02|03|11|12)\b|shelter|crisis cent"
    r"|social (service|worker)|psycholog|child protection|guardianship",
    "ru": r"врач|доктор|медсест|акушер|поликлиник|больниц|клиник|травмпункт|\bскор(ая|ую|ой)\b|полици|участков"
    r"|\b1(02|03|11|12)\b|приют|убежищ|кризисн|соцзащит|социальн\w+ (служб|работник)|опек|психолог",
    "kk": r"(?<!мал)дәрігер|мейірбике|акушер|емхана|аурухана|клиника|жедел жәрдем|полици|учаскел|\b1(02|03|11|12)\b"
    r"|баспана|дағдарыс|әлеуметтік (қызмет|көмек)|қорғаншы|психолог",
}
TELLS_NOBODY = {
    "living_other_phone": "the clinic only has a telephone that nobody at home can check",
    "living_alone_hour": "the clinic is one of the places where she waits anyway",
    "leaving_errand": "the clinic is the name of an errand",
    "technology_post": "the shelter is a word to leave out of a post",
}
ACTS = {
    "en": r"\bchang|\btell\b|\btold\b|\bcall\b|\bring\b|\bkeep|\bhid(e|den)?\b|\bput away\b|\bswitch (off|on)\b"
    r"|\bask\b|\bwrite\b|\bmove\b|\bteach\b|\bagree",
    "ru": r"сменить|менять|измен|сказать|рассказ|сообщить|звонить|хранить|держать|прятать|скры(ть|вать)|отключ"
    r"|договор|услов|попросить",
    "kk": r"өзгерт|ауыстыр|айту|айтып|хабарла|қоңырау шал|сақта|ұстау|жасыр|өшір|келіс|сұрау",
}
HARMLESS = {
    "children_not_protect": "a sentence to a child that names nobody and plans nothing",
    "children_ordinary": "a meal, a walk, a bedtime: nothing that anyone could misread",
    "money_count": "one sum without a name or a date",
    "start_nothing_written": "it leaves nothing that could be found",
    "ways_hands": "one hand free and flat shoes: how anyone walks home",
    "sexual_not_consent": "a thought to read; nothing is done",
    "strength_ten_minutes": "breathing and looking around: nothing that can be seen",
    "strength_own_thing": "tea, a prayer, ten pages: ordinary in any home",
    "strength_friend_voice": "nothing but her own thoughts, kept here",
}


def all_steps(language: str) -> list[Suggestion | TodayStep]:
    """Whatever the program proposes to do: the sections of the guide, and what the warning signs bring first."""
    guide = load_guide(language)
    steps = [one for head in guide.heads for one in guide.section(head.id).suggestions]
    return [*steps, *load_signs(language).today]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_that_can_bring_the_police_says_so(language: str) -> None:
    """In whatever language it speaks of a doctor, a clinic, a shelter, 111 or a crisis centre."""
    named = re.compile(POLICE[language], re.IGNORECASE)
    steps = [one for one in all_steps(language) if named.search(one.text)]
    assert len(steps) >= 5
    assert not [(one.id, one.text) for one in steps if not one.police_told and one.id not in TELLS_NOBODY]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_that_can_be_noticed_names_its_risk(language: str) -> None:
    """Changing, telling, calling, keeping, hiding: done in a home where someone watches."""
    acts = re.compile(ACTS[language], re.IGNORECASE)
    steps = [one for one in all_steps(language) if acts.search(one.text)]
    assert len(steps) >= 15
    assert not [(one.id, one.text) for one in steps if not one.risk.strip() and one.id not in HARMLESS]


def test_every_exception_is_still_needed() -> None:
    """An exception for a step that has meanwhile changed would let the next mistake through."""
    police = {language: re.compile(POLICE[language], re.IGNORECASE) for language in LANGUAGES}
    acts = {language: re.compile(ACTS[language], re.IGNORECASE) for language in LANGUAGES}
    silent, riskless = set(), set()
    for language in LANGUAGES:
        for one in all_steps(language):
            if police[language].search(one.text) and not one.police_told:
                silent.add(one.id)
            if acts[language].search(one.text) and not one.risk.strip():
                riskless.add(one.id)
    assert silent == set(TELLS_NOBODY)
    assert riskless == set(HARMLESS)


# ── What specialists have not read yet ──────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("name", BEFORE_RELEASE)
def test_what_must_be_read_before_a_release_is_really_there(name: str) -> None:
    assert all(f"{name}/{language}.toml" in list_resources() for language in LANGUAGES)


def test_a_release_waits_until_a_name_and_a_day_stand_in_each_of_these_files() -> None:
    file = "guide/sections/children/kk.toml"
    unsigned = re.sub(rb'reviewed_(by|on) = ".*"\n', rb'reviewed_\1 = ""\n', read_resource(file))
    for name, day, still in (("", "", True), ("A. Omarova", "", True), ("A. Omarova", "2027-01-15", False)):
        signed = unsigned.replace(b'by = ""', f'by = "{name}"'.encode()).replace(b'on = ""', f'on = "{day}"'.encode())
        with holding(file, signed):
            assert (file in keeps_from_release(("kk",))) is still
            assert (file in unread("kk")) is still
            assert file not in keeps_from_release(("ru",))


def test_a_text_that_was_read_says_by_whom_and_when_and_an_unread_one_says_nothing() -> None:
    file = "guide/en.toml"
    unsigned = re.sub(rb'reviewed_(by|on) = ".*"\n', rb'reviewed_\1 = ""\n', read_resource(file))
    with holding(file, unsigned):
        assert reviewed(load_guide("en")) == ""
    signed = unsigned.replace(b'by = ""', b'by = "A. Omarova"').replace(b'on = ""', b'on = "2027-01-15"')
    with holding(file, signed):
        assert reviewed(load_guide("en")) == "2027-01-15 · A. Omarova"


def test_every_words_file_has_a_place_for_its_review() -> None:
    assert not [file for file in all_words_files() if "reviewed_by" not in plain(file) and not _a_case(file)]


def _a_case(file: str) -> bool:
    # The made-up case of the tour is nobody's advice.
    return file.startswith("tour/")
