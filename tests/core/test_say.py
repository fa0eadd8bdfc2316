"""Sentences to say: only what was chosen or filled in, right in every language, safe whatever is typed."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.content import tables
from safeplan.content.regions import REGIONS, load_region
from safeplan.content.resources import read_resource
from safeplan.content.say import FROM_PACK, SHAPE, SLOT, SayThis, Sentence, Talk, load_say
from safeplan.content.spoken import BLANK, COVER, LONGEST_VALUE, safe_words, spoken, talks_for
from safeplan.errors import ContentBroken

LANGUAGES = ("en", "ru", "kk")
NAMES = {
    "cyrillic": "Мария Пример-Иванова",
    "kazakh": "Әйгерім Ғұмарқызы Өңірбайқызы, Һ. Құлан көшесі, 7",
    "arabic": "شارع المثال 7",
    "latin": "O'Example & Sons <b>7</b> {who}",
}
LONG = "Қарағанды қаласы, ұзын көше " * 400
TURNED = "Abay \u202e7 \u2066flat\u2069 \u200fx\u200e 8\u2028second\tline\x00\x1b[31m"


def every_sentence(say: SayThis) -> list[tuple[Talk, Sentence]]:
    return [(talk, one) for talk in say.talks for one in (*talk.every, *talk.notes)]


def said(language: str, talk_id: str, values: dict[str, str] | None = None, **more: object) -> list[str]:
    region = load_region(str(more.pop("country", "kz")), language)
    talk = next(one for one in talks_for(load_say(language), region) if one.id == talk_id)
    return [words for _, words in spoken(talk.sentences, values or {}, region, **more)]  # type: ignore[arg-type]


# ── The words in three languages ────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_eight_talks_stand_in_every_language(language: str) -> None:
    say = load_say(language)
    wanted = ["police", "officer", "desk", "relatives", "doctor", "neighbour", "school", "line_111"]
    assert [talk.id for talk in say.talks] == wanted
    for talk in say.talks:
        assert 4 <= len([one for one in talk.sentences if not one.also]) <= 12
        assert talk.answers
        assert all(answer.then for answer in talk.answers)
    officer = say.talk("officer")
    assert officer is not None
    assert 3 <= len(officer.answers) <= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gap_stands_after_a_colon_and_is_never_bent(language: str) -> None:
    """A name in the middle of a sentence would need an ending that no program can give it."""
    for _, one in every_sentence(load_say(language)):
        for found in SLOT.finditer(one.text):
            assert one.text[: found.start()].endswith(": "), one.id
            assert one.text[found.end() : found.end() + 1] in (".", ""), one.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_one_breath(language: str) -> None:
    for talk in load_say(language).talks:
        for one in talk.every:
            assert len(SLOT.sub("", one.text)) <= 90, one.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_article_and_no_figure_of_law_stands_in_the_words(language: str) -> None:
    """They come from the pack of the country, with source and date; 102, 111 and 112 are numbers to call."""
    for _, one in every_sentence(load_say(language)):
        figures = set(re.findall(r"\d+", one.text + one.without)) - {"102", "111", "112"}
        assert not figures, (one.id, figures)
        if re.search(r"\d", one.text + one.without):
            assert one.card, one.id


def test_what_speaks_of_law_has_its_card() -> None:
    """The same words in English: every mention of law or duty names the fact it rests on."""
    law = re.compile(r"\barticle|\border\b|\bappeal|every report|\blaw\b", re.IGNORECASE)
    for _, one in every_sentence(load_say("en")):
        if law.search(one.text.replace("tell it in order", "").replace("orders the examination", "")):
            assert one.card, one.id


# ── Another country ─────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("country", REGIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_rests_on_a_fact_that_the_country_does_not_have(country: str, language: str) -> None:
    region = load_region(country, language)
    known = {fact.id for fact in region.facts}
    talks = talks_for(load_say(language), region)
    assert {"police", "officer", "relatives", "doctor"} <= {talk.id for talk in talks}
    for talk in talks:
        assert all(not one.card or one.card in known for one in (*talk.every, *talk.notes))
        assert set(talk.cards) <= known
        assert all(answer.then for answer in talk.answers)
        said_now = spoken(talk.every, {}, region, also=talk.also())
        assert said_now
        assert "245" not in "".join(words for _, words in said_now) or country == "kz"


def test_111_and_its_talk_are_there_only_where_the_number_is() -> None:
    say = load_say("en")
    assert "line_111" in {talk.id for talk in talks_for(say, load_region("kz", "en"))}
    assert "line_111" not in {talk.id for talk in talks_for(say, load_region("ew", "en"))}


def test_every_card_named_is_a_fact_of_some_pack() -> None:
    """A misspelt id would drop a sentence in silence, in every country."""
    known = {fact.id for country in REGIONS for fact in load_region(country, "en").facts}
    for talk, one in every_sentence(load_say("en")):
        assert not one.card or one.card in known, one.id
        assert set(talk.cards) <= known
        assert not talk.needs or talk.needs in known


def test_the_neighbour_gets_the_number_of_the_country_or_none() -> None:
    assert "If you hear knocking or shouting, call this number: 102." in said("en", "neighbour")
    assert "If you hear knocking or shouting, call this number: 999." in said("en", "neighbour", country="ew")
    assert "If you hear knocking or shouting, call the police." in said("en", "neighbour", country="intl")


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "The police act on every report. It stands here: Law 245-VIII of 30.12.2025"),
        ("ru", "Полиция обязана реагировать на каждое сообщение. Об этом сказано здесь: Закон № 245-VIII"),
        ("kk", "Полиция әр хабар бойынша шара қолдануға міндетті. Мынада жазылған: 30.12.2025 жылғы № 245-VIII"),
    ],
)
def test_the_officer_hears_the_law_by_its_name_and_article_from_the_pack(language: str, wanted: str) -> None:
    line = next(one for one in said(language, "officer") if one.startswith(wanted))
    assert "72(3)(1)" in line


# ── Filled in, or left blank ────────────────────────────────────────────────────────────────────────────────────
def test_with_nothing_filled_in_nothing_is_invented() -> None:
    lines = said("en", "police")
    assert lines == [
        "My address: ____.",
        "I need the police here.",
        "Please send a patrol.",
        "Please tell me the number of my call.",
    ]
    assert said("en", "officer")[1:4] == [
        "I will say when and where it was.",
        "I will tell it in order. Please write it down.",
        "I will say who did it.",
    ]


def test_of_two_gaps_the_empty_one_stays_a_blank_line() -> None:
    assert "When: 1 March 2026. Where: ____." in said("en", "officer", {"when": "1 March 2026"})
    assert "When: ____. Where: the yard." in said("en", "officer", {"place": "the yard."})


def test_what_is_true_now_is_said_only_when_it_was_switched_on() -> None:
    assert "There is a weapon." not in said("en", "police")
    assert "There is a weapon." in said("en", "police", also=("weapon",))
    ordered = said("ru", "police", {"order": "1 марта 2026"}, also=("order",))
    assert "Есть защитное предписание. Дата: 1 марта 2026." in ordered
    assert not [line for line in said("ru", "police", {"order": "1 марта 2026"}) if "предписание" in line]


def test_who_did_it_is_told_to_the_doctor_only_when_filled_in() -> None:
    assert not [line for line in said("kk", "doctor") if "Мұны істеген" in line]
    assert "Мұны істеген: бұрынғы күйеуім." in said("kk", "doctor", {"who": load_say("kk").role("ex_husband")})


def test_covered_shows_dots_for_what_she_filled_in_and_the_blank_stays_blank() -> None:
    values = {"who": "Әлия", "when": "yesterday"}
    lines = "\n".join(said("kk", "officer", values, covered=True))
    assert "Әлия" not in lines
    assert "yesterday" not in lines
    assert COVER in lines
    assert BLANK in lines
    assert "72(3)(1)-бап" in lines


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_any_name_stands_unchanged_after_its_label(language: str, name: str) -> None:
    for talk in load_say(language).talks:
        region = load_region("kz", language)
        values = dict.fromkeys(talk.slots(), name)
        for one, words in spoken(talk.every, values, region, also=talk.also()):
            if set(one.slots) - set(FROM_PACK):
                plain = words.replace("\u2068", "").replace("\u2069", "")
                assert f": {name}" in plain
                assert BLANK not in words
            assert "{" not in words.replace(name, "")


# ── What is typed cannot harm the sentence ──────────────────────────────────────────────────────────────────────
def test_a_long_entry_is_cut_at_a_word_with_an_ellipsis() -> None:
    for text in (LONG, "қ" * 10_000, "а б " * 2_500):
        cut = safe_words(text)
        assert len(cut) <= LONGEST_VALUE
        assert cut.endswith("…")
        assert " ".join(text.split()).startswith(cut[:-1])
    assert safe_words(LONG).removesuffix("…").split(" ")[-1].strip(",") in LONG.replace(",", " ").split()


def test_a_short_text_is_not_cut_and_blank_is_nothing() -> None:
    exact = "а" * LONGEST_VALUE
    assert safe_words(exact) == exact
    assert safe_words(" \t\n\u2028 ") == ""
    assert safe_words("\u202e\u200b\x00") == ""


def test_direction_marks_and_controls_are_gone_and_lines_become_one() -> None:
    assert safe_words(TURNED) == "Abay 7 flat x 8 second line[31m"
    for words in said("en", "police", {"address": TURNED}):
        assert not re.search(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x1f\x7f]", words)


def test_words_from_right_to_left_are_closed_in_so_that_the_rest_keeps_its_order() -> None:
    line = said("en", "police", {"address": NAMES["arabic"]})[0]
    assert line == f"My address: \u2068{NAMES['arabic']}\u2069."


def test_a_cut_never_takes_a_letter_from_its_marks() -> None:
    letter = "и\u0306"
    cut = safe_words("а" * (LONGEST_VALUE - 2) + letter + "б" * 50).removesuffix("…")
    assert not cut.endswith("и")


def test_her_own_full_stop_is_not_doubled() -> None:
    assert said("ru", "police", {"address": "Примерная, 7."})[0] == "Мой адрес: Примерная, 7."


@given(st.text(alphabet=st.characters(), max_size=500), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_stays_one_safe_line(text: str, language: str) -> None:
    words = safe_words(text)
    assert len(words) <= LONGEST_VALUE + 2
    assert "\n" not in words
    assert not [sign for sign in words if unicodedata.category(sign) in ("Cc", "Cs")]
    assert not [sign for sign in words if unicodedata.category(sign) == "Cf" and sign not in "\u2068\u2069"]
    words.encode("utf-8")
    line = said(language, "police", {"address": text})[0]
    assert line.count("\n") == 0
    assert line.endswith((".", "?", "!", "…"))


# ── Files that do not fit ───────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def swapped(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, bytes]]:
    """Put bytes under a file's name; the loader then reads them."""
    held: dict[str, bytes] = {}
    monkeypatch.setattr(tables, "read_resource", lambda name: held.get(name) or read_resource(name))
    load_say.cache_clear()
    yield held
    load_say.cache_clear()


@pytest.mark.parametrize(
    ("file", "before", "after", "where"),
    [
        ("say/kk.toml", b"{address}", b"{adress}", "say.police_address"),
        ("say/kk.toml", "Мекенжайым: {address}.".encode(), "{address} мекенжайым.".encode(), "say.police_address"),
        ("say/en.toml", b'weapon = "There is a weapon"\n', b"", "also.weapon"),
        ("say/en.toml", b"[say.police_patrol]", b"[say.police_patrols]", "say.police_patrol"),
        ("say/en.toml", b'reviewed_by = ""', b'reviewed_by = "A. Omarova"', "reviewed_on"),
        (SHAPE, b'also = "weapon"', b'also = "wepon"', "say.police_weapon.also.wepon"),
        (SHAPE, b', slots = ["source"], card = "appeal"', b', slots = ["source"]', "say.officer_appeal.card"),
    ],
)
def test_words_that_do_not_fit_are_refused_with_their_place(
    swapped: dict[str, bytes], file: str, before: bytes, after: bytes, where: str
) -> None:
    content = read_resource(file)
    assert before in content
    swapped[file] = content.replace(before, after, 1)
    language = file[4:6] if file != SHAPE else "kk"
    with pytest.raises(ContentBroken) as refused:
        load_say(language)
    assert refused.value.facts == {"file": file, "where": where}


@pytest.mark.parametrize("seed", range(200))
def test_a_damaged_file_loads_or_is_refused(swapped: dict[str, bytes], seed: int) -> None:
    dice = random.Random(seed)
    file = dice.choice([SHAPE, *(f"say/{language}.toml" for language in LANGUAGES)])
    damaged = bytearray(read_resource(file))
    for _ in range(dice.choice((1, 3, 20))):
        at = dice.randrange(len(damaged))
        damaged[at : at + dice.randrange(4)] = dice.choice((b"", b'"', b"[", b"\xff", b"\n", b"{", b"7"))
    swapped[file] = bytes(damaged)
    fault = None
    try:
        load_say("kk" if file == SHAPE else file[4:6])
    except ContentBroken as refused:
        fault = refused.facts
    assert fault is None or (fault["file"] in (file, "say/kk.toml") and fault["where"])


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ContentBroken):
        load_say("xx")


def test_every_gap_and_every_switch_is_used_somewhere() -> None:
    shape = msgspec.toml.decode(read_resource(SHAPE))
    assert set(shape["slots"]) == {slot for talk in load_say("en").talks for slot in talk.slots()}
    assert set(shape["also"]) == {one for talk in load_say("en").talks for one in talk.also()}


def test_a_cut_text_ends_with_its_ellipsis_and_no_full_stop() -> None:
    line = said("en", "police", {"address": LONG})[0]
    assert line.endswith("…")
    assert not line.endswith(".…")
