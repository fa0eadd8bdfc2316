"""The words of the guide: whole in every language, honest about risk, and never a traceback when a file is broken.

May touch: resources/guide/ through the loaders. Must never accept a text that blames, orders or frightens.
"""

from __future__ import annotations

import re

import msgspec
import pytest
from content_words import LANGUAGES, MOST_WORDS, NEVER_SAID, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan.content import tables
from safeplan.content.guide import (
    Guide,
    load_guide,
    shown_questions,
    shown_suggestions,
    small_steps,
    suggestion,
)
from safeplan.content.resources import read_resource
from safeplan.content.welcome import limits_for, load_welcome
from safeplan.errors import ContentBroken

FILES = ("guide/shape.toml", "guide/en.toml", "guide/ru.toml", "guide/kk.toml")


def shown_texts(language: str) -> list[tuple[str, str]]:
    words = msgspec.toml.decode(read_resource(f"guide/{language}.toml"))
    return [(place, text) for place, text in texts(words) if place not in (".language", ".reviewed_by")]


def load_with(file: str, content: bytes, language: str) -> Guide:
    """Loads guide and first page as if `file` held `content`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "read_resource", lambda name: content if name == file else read_resource(name))
        load_welcome.__wrapped__(language)
        loaded: Guide = load_guide.__wrapped__(language)
        return loaded


def fault_of(file: str, content: bytes, language: str) -> dict[str, int | str] | None:
    """What ContentBroken says about it; None when it loads. Any other error is a failed test."""
    try:
        load_with(file, content, language)
    except ContentBroken as broken:
        return broken.facts
    return None


def shape_of(guide: Guide) -> object:
    """A guide without its sentences."""
    return (
        [(one.id, one.kind, one.count) for one in guide.acute.fields],
        [one.id for one in (*guide.acute.medical, *guide.acute.dying)],
        [one.id for one in guide.situations],
        [
            (
                section.id,
                [(q.id, q.situations) for q in section.questions],
                [(s.id, s.situations, s.police_told, s.risky, s.today) for s in section.suggestions],
            )
            for section in guide.sections
        ],
    )


# ── The same guide in three languages ───────────────────────────────────────────────────────────────────────────
def test_every_language_has_the_same_questions_suggestions_and_filters() -> None:
    assert shape_of(load_guide("en")) == shape_of(load_guide("ru")) == shape_of(load_guide("kk"))


def test_no_sentence_was_left_in_another_language() -> None:
    english = dict(shown_texts("en"))
    for language in ("ru", "kk"):
        words = dict(shown_texts(language))
        assert words.keys() >= {place for place in english if ".hint" not in place}
        assert not [place for place, text in words.items() if text == english.get(place)]
        assert not [place for place, text in words.items() if not re.search("[а-яё]", text.lower())]


def test_kazakh_is_not_russian() -> None:
    russian = dict(shown_texts("ru"))
    assert not [place for place, text in shown_texts("kk") if text == russian[place]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_that_no_specialist_has_read_it_yet(language: str) -> None:
    assert load_guide(language).reviewed_by == "not yet reviewed by a native specialist"


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(ContentBroken) as refused:
        load_guide("xx")
    assert refused.value.facts["file"] == "xx.toml"


# ── What the sentences may and may not say ──────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_blames_orders_or_gives_the_program_away(language: str) -> None:
    banned = re.compile(NEVER_SAID[language], re.IGNORECASE)
    assert not [(place, text) for place, text in shown_texts(language) if banned.search(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_shouted(language: str) -> None:
    assert not [
        place for place, text in shown_texts(language) if "!" in text or re.search(r"\b[A-ZА-ЯЁ]{6,}\b", text)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_enough_for_a_tired_reader(language: str) -> None:
    for place, text in shown_texts(language):
        for sentence in re.split(r"[.?…]\s", text):
            assert len(sentence.split()) <= MOST_WORDS, (place, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_clean(language: str) -> None:
    for place, text in shown_texts(language):
        assert text == text.strip(), place
        assert "  " not in text, place
        assert not re.search(r"TODO|XXX|\{|\}", text), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_section_has_a_reason_questions_and_suggestions(language: str) -> None:
    guide = load_guide(language)
    assert [section.id for section in guide.sections] == ["living", "bag", "children"]
    for section in guide.sections:
        assert len(section.why) == 2
        assert 4 <= len(section.questions) <= 10
        assert 8 <= len(section.suggestions) <= 14


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_risky_suggestion_names_its_risk(language: str) -> None:
    risky = [one for section in load_guide(language).sections for one in section.suggestions if one.risky]
    assert len(risky) >= 30
    assert not [one.id for one in risky if len(one.risk) < 20]


def test_a_risky_suggestion_without_its_risk_does_not_load() -> None:
    whole = read_resource("guide/en.toml").decode()
    without = re.sub(r"(\[sections\.living\.suggestions\.living_weapons\]\ntext = .*\n)risk = .*\n", r"\1", whole)
    assert without != whole
    with pytest.raises(ContentBroken) as refused:
        load_with("guide/en.toml", without.encode(), "en")
    assert refused.value.facts == {
        "file": "guide/en.toml",
        "where": "sections.living.suggestions.living_weapons.risk",
    }


def test_a_step_with_doctors_or_police_says_whether_the_police_are_told() -> None:
    guide = load_guide("en")
    named = [
        one
        for section in guide.sections
        for one in section.suggestions
        if re.search("doctor|midwife|clinic staff|police|psychologist|ambulance", one.text)
    ]
    assert {"living_doctor", "living_checkup", "children_hurt", "bag_fetch"} <= {one.id for one in named}
    assert not [one.id for one in named if not one.police_told]
    for language in LANGUAGES:
        words = load_guide(language).police_words
        assert len({words.no, words.yes, words.may}) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_acute_page_has_people_places_ways_out_and_a_word(language: str) -> None:
    acute = load_guide(language).acute
    assert [(one.id, one.count) for one in acute.fields] == [
        ("people", 3),
        ("places", 3),
        ("ways_out", 2),
        ("code_word", 1),
        ("keys", 1),
        ("bag", 1),
    ]
    assert {"neck", "head", "pregnancy"} <= {one.id for one in acute.medical}
    assert acute.medical_police


@pytest.mark.parametrize("language", LANGUAGES)
def test_thoughts_of_dying_never_meet_an_empty_page(language: str) -> None:
    """A person to tell, a number to call, and a way to be safer for now, in every language."""
    assert [one.id for one in load_guide(language).acute.dying] == ["person", "number", "distance", "talk"]


def test_examples_reach_beyond_blows_and_beyond_couples() -> None:
    everything = " ".join(text for _, text in shown_texts("en"))
    for topic in (
        "without a single blow",
        "mother-in-law",
        "wheelchair",
        "gay",
        "dormitory",
        "next village",
        "embassy",
    ):
        assert topic in everything, topic


# ── Filters ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_with_no_switch_on_there_is_still_enough_to_choose_from() -> None:
    guide = load_guide("en")
    for section in guide.sections:
        assert len(shown_suggestions(section, frozenset())) >= 4
        assert all(not one.situations for one in shown_suggestions(section, frozenset()))
        assert len(shown_questions(section, frozenset())) >= 4


def test_a_switch_brings_its_suggestions_and_takes_none_away() -> None:
    bag = next(section for section in load_guide("en").sections if section.id == "bag")
    before, after = (set(shown_suggestions(bag, on)) for on in ((), {"pets"}))
    assert {one.id for one in after - before} == {"bag_animal"}
    assert before < after


def test_every_switch_changes_something() -> None:
    guide = load_guide("en")
    for switch in guide.situations:
        added = sum(
            len(shown_suggestions(section, {switch.id}))
            - len(shown_suggestions(section, ()))
            + len(shown_questions(section, {switch.id}))
            - len(shown_questions(section, ()))
            for section in guide.sections
        )
        assert added, switch.id


def test_six_small_steps_suit_today_whatever_the_switches_say() -> None:
    steps = small_steps(load_guide("en"), frozenset())
    assert len(steps) >= 6
    assert {section.id for section, _ in steps} == {"living", "bag", "children"}


def test_a_remembered_suggestion_is_found_and_a_vanished_one_is_not() -> None:
    guide = load_guide("kk")
    found = suggestion(guide, "bag_animal")
    assert found is not None
    assert found[0].id == "bag"
    assert suggestion(guide, "taken_out_of_the_guide") is None


# ── The first page ──────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_teaches_hiding_and_asks_three_questions(language: str) -> None:
    welcome = load_welcome(language)
    assert [one.id for one in welcome.hide] == ["button", "keys", "back"]
    assert [one.id for one in welcome.questions] == ["who_sees", "who_set_up", "could_force"]
    assert [one.id for one in welcome.needs] == ["write", "three_steps", "help", "read"]
    assert {"Hide now", "Скрыть", "Жасыру"} & set(re.findall(r"[\"«](.*?)[\"»]", welcome.hide[0].text))


def test_a_watched_computer_is_told_about_spying_first() -> None:
    welcome = load_welcome("en")
    told = limits_for(welcome, {"who_sees": "nobody", "who_set_up": "that_person", "could_force": "no"})
    assert [one.id for one in told] == ["spying", "sudden_changes"]


def test_someone_who_could_be_forced_reads_that_her_safety_comes_first() -> None:
    told = limits_for(load_welcome("en"), {"who_sees": "nobody", "who_set_up": "me", "could_force": "yes"})
    assert [one.id for one in told] == ["force", "sudden_changes"]


def test_skipping_all_questions_tells_as_much_as_not_knowing() -> None:
    welcome = load_welcome("ru")
    unsure = {one.id: "unsure" for one in welcome.questions}
    assert limits_for(welcome, {}) == limits_for(welcome, unsure)
    assert [one.id for one in limits_for(welcome, {})] == ["spying", "force"]


@given(st.dictionaries(st.sampled_from(["who_sees", "who_set_up", "could_force"]), st.text(max_size=12)))
def test_never_more_than_two_limits_at_once(answers: dict[str, str]) -> None:
    assert len(limits_for(load_welcome("kk"), answers)) <= 2


def test_every_limit_can_be_reached_on_the_page() -> None:
    welcome = load_welcome("en")
    assert {one.id for one in welcome.limits} >= {
        "spying",
        "traces",
        "exit_hides",
        "forgotten",
        "deleting",
        "sudden_changes",
    }


# ── Broken files ────────────────────────────────────────────────────────────────────────────────────────────────
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_named_and_never_a_traceback(data: st.DataObject) -> None:
    """Bytes cut out or put in anywhere: the guide loads, or ContentBroken names one of its files."""
    file = data.draw(st.sampled_from(FILES))
    content = read_resource(file)
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 400))
    put_in = data.draw(st.binary(max_size=8))
    language = "en" if file == FILES[0] else file[6:8]
    fault = fault_of(file, content[:start] + put_in + content[start + length :], language)
    assert fault is None or (fault["file"] in FILES and fault["where"])


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_missing_line_is_noticed_unless_it_was_optional(data: st.DataObject) -> None:
    lines = read_resource("guide/ru.toml").decode().splitlines()
    gone = data.draw(st.integers(0, len(lines) - 1))
    optional = re.match(r"$|#|hint = |why_here = ", lines[gone])
    content = "\n".join(lines[:gone] + lines[gone + 1 :]).encode()
    if optional:
        assert load_with("guide/ru.toml", content, "ru").language == "ru"
        return
    with pytest.raises(ContentBroken) as refused:
        load_with("guide/ru.toml", content, "ru")
    assert refused.value.facts["file"] == "guide/ru.toml"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("[sections.bag.suggestions.bag_list]", "[sections.bag.suggestions.bag_lost]", "bag_list"),
        ('pets = "There are animals"', "pets = 7", "situations"),
        ('language = "en"', 'language = "ru"', "language"),
        ('title = "Children"', 'title = ""', "sections.children.title"),
        ('title = "Children"', 'title = "Children"\ncolour = "red"', "sections.children"),
        ('title = "Children"', 'title = "Children', "line"),
    ],
)
def test_a_mistake_in_the_words_names_its_place(old: str, new: str, where: str) -> None:
    content = read_resource("guide/en.toml").decode()
    assert content.count(old) == 1
    with pytest.raises(ContentBroken) as refused:
        load_with("guide/en.toml", content.replace(old, new).encode(), "en")
    assert refused.value.facts["file"] == "guide/en.toml"
    assert where in str(refused.value.facts["where"])


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('situations = ["pets"]', 'situations = ["horses"]', "horses"),
        ('{ id = "bag_clothes" }', '{ id = "bag_list" }', "bag_list"),
        ('limits = ["force"]', 'limits = ["luck"]', "luck"),
        ('police_told = "yes"', 'police_told = "perhaps"', "police_told"),
    ],
)
def test_a_mistake_in_the_shape_names_its_place(old: str, new: str, where: str) -> None:
    content = read_resource("guide/shape.toml").decode()
    assert old in content
    with pytest.raises(ContentBroken) as refused:
        load_with("guide/shape.toml", content.replace(old, new, 1).encode(), "en")
    assert where in str(refused.value.facts["where"])
