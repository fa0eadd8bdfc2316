"""The words of the guide: whole in every language, honest about risk, and never a traceback when a file is broken.

May touch: resources/guide/ through the loaders. Must never accept a text that blames, orders or frightens.
"""

from __future__ import annotations

import re

import msgspec
import pytest
from broken_content import fault_of, load_one
from content_words import LANGUAGES, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan.content.guide import Guide, load_guide, suggestion
from safeplan.content.order import small_steps
from safeplan.content.regions import load_region
from safeplan.content.resources import list_resources, read_resource
from safeplan.content.sections import Section, shown_questions, shown_suggestions
from safeplan.content.welcome import limits_for, load_welcome
from safeplan.errors import ContentBroken


def files_in(language: str) -> tuple[str, ...]:
    """The words of the guide in one language: the main file, then every section's."""
    heads = load_guide(language).heads
    return (f"guide/{language}.toml", *(f"guide/sections/{one.id}/{language}.toml" for one in heads))


def shown_texts(language: str) -> list[tuple[str, str]]:
    """Every sentence of the guide with its place, which is the same in every language."""
    return [
        (f"{file.removesuffix(f'{language}.toml')}{place}", text)
        for file in files_in(language)
        for place, text in texts(msgspec.toml.decode(read_resource(file)))
        if place not in (".language", ".reviewed_by", ".reviewed_on")
    ]


def sections_in(language: str) -> list[Section]:
    """Every section, as if she had opened all of them."""
    guide = load_guide(language)
    return [guide.section(one.id) for one in guide.heads]


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
                [(s.id, s.situations, s.police_told, s.risky, s.today, s.visible) for s in section.suggestions],
                section.cards,
                section.numbers,
            )
            for section in (guide.section(one.id) for one in guide.heads)
        ],
    )


# ── The same guide in three languages ───────────────────────────────────────────────────────────────────────────
def test_every_language_has_the_same_questions_suggestions_and_filters() -> None:
    assert shape_of(load_guide("en")) == shape_of(load_guide("ru")) == shape_of(load_guide("kk"))


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(ContentBroken) as refused:
        load_guide("xx")
    assert refused.value.facts["file"] == "xx.toml"


# ── What the sentences may and may not say ──────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_sections_says_the_same_as_the_sections_themselves(language: str) -> None:
    guide = load_guide(language)
    assert [one.title for one in guide.heads] == [guide.section(one.id).title for one in guide.heads]
    assert len({one.title for one in guide.heads}) == len(guide.heads)


def test_no_section_lies_in_its_folder_without_standing_in_the_list() -> None:
    folders = {name.split("/")[2] for name in list_resources("guide/sections/")}
    assert folders == {one.id for one in load_guide("en").heads}


def test_each_section_has_a_reason_questions_suggestions_and_a_few_small_steps() -> None:
    for section in sections_in("en"):
        assert len(section.why) == 2, section.id
        assert 4 <= len(section.questions) <= 10, section.id
        assert 8 <= len(section.suggestions) <= 15, section.id
        assert sum(one.today for one in section.suggestions) <= 6, section.id


def test_every_law_card_under_a_section_is_in_the_pack_of_the_country() -> None:
    known = {one.id for one in load_region("kz", "en").cards}
    assert not [(section.id, card) for section in sections_in("en") for card in section.cards if card not in known]


def test_every_step_with_phone_or_account_says_who_can_see_it() -> None:
    assert not [one.id for one in load_guide("en").section("technology").suggestions if not one.visible]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_risky_suggestion_names_its_risk(language: str) -> None:
    risky = [one for section in sections_in(language) for one in section.suggestions if one.risky]
    assert len(risky) >= 30
    assert not [one.id for one in risky if len(one.risk) < 20]


def test_a_risky_suggestion_without_its_risk_does_not_load() -> None:
    file = "guide/sections/living/en.toml"
    whole = read_resource(file).decode()
    without = re.sub(r"(\[suggestions\.living_weapons\]\ntext = .*\n)risk = .*\n", r"\1", whole)
    assert without != whole
    with pytest.raises(ContentBroken) as refused:
        load_one(file, without.encode(), "en")
    assert refused.value.facts == {"file": file, "where": "suggestions.living_weapons.risk"}


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
    for section in sections_in("en"):
        assert len(shown_suggestions(section, frozenset())) >= 4
        assert all(not one.situations for one in shown_suggestions(section, frozenset()))
        assert len(shown_questions(section, frozenset())) >= 4


def test_a_switch_brings_its_suggestions_and_takes_none_away() -> None:
    bag = load_guide("en").section("bag")
    before, after = (set(shown_suggestions(bag, on)) for on in ((), {"pets"}))
    assert {one.id for one in after - before} == {"bag_animal"}
    assert before < after


def test_six_small_steps_suit_today_whatever_the_switches_say() -> None:
    steps = small_steps(load_guide("en"), frozenset())
    assert len(steps) >= 6
    assert {section.id for section, _ in steps} == {"living", "bag", "children"}


def test_a_remembered_suggestion_is_found_and_a_vanished_one_is_not() -> None:
    guide = load_guide("kk")
    found = suggestion(guide, "bag", "bag_animal")
    assert found is not None
    assert found == next(one for one in guide.section("bag").suggestions if one.id == "bag_animal")
    assert suggestion(guide, "bag", "bag_of_an_older_edition") is None
    assert suggestion(guide, "a section of an older edition", "bag_animal") is None
    assert suggestion(guide, "bag", "") is None


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
def test_a_missing_line_is_noticed_unless_it_was_optional(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(files_in("ru")))
    lines = read_resource(file).decode().splitlines()
    gone = data.draw(st.integers(0, len(lines) - 1))
    optional = re.match(r"$|#|hint = |why_here = ", lines[gone])
    content = "\n".join(lines[:gone] + lines[gone + 1 :]).encode()
    fault = fault_of(file, content)
    if optional:
        assert fault is None
    elif lines[gone].startswith("risk = ") and fault is None:
        # A harmless step may name a risk all the same.
        assert re.match(r"text = ", lines[gone - 1])
    else:
        assert fault is not None
        assert fault["file"] == file


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        ("sections/bag/en", "[suggestions.bag_list]", "[suggestions.bag_lost]", "suggestions.bag_list"),
        ("en", 'pets = "There are animals"', "pets = 7", "situations"),
        ("en", 'language = "en"', 'language = "ru"', "language"),
        ("en", 'language = "en"', 'language = "en"\ncolour = "red"', "colour"),
        ("en", 'children = "Children"', 'children = ""', "titles"),
        ("en", 'children = "Children"', 'kids = "Children"', "titles.children"),
        ("sections/children/en", 'title = "Children"', 'title = ""', "title"),
        ("sections/children/en", 'title = "Children"', 'title = "Children"\ncolour = "red"', "colour"),
        ("sections/children/en", 'title = "Children"', 'title = "Children', "line 4"),
        ("sections/children/en", 'reviewed_on = ""\n', "", "reviewed_on"),
        ("sections/bag/shape", 'situations = ["pets"]', 'situations = ["horses"]', "bag_animal.situations.horses"),
        ("sections/bag/shape", '{ id = "bag_clothes" }', '{ id = "bag_list" }', "suggestions.bag_list"),
        ("sections/bag/shape", '{ id = "bag_clothes" }', '{ id = "clothes" }', "suggestions.clothes"),
        ("sections/bag/shape", 'police_told = "yes"', 'police_told = "perhaps"', "police_told"),
        ("sections/bag/shape", "suggestions = [", 'numbers = "none"\nsuggestions = [', "numbers"),
        ("shape", 'limits = ["force"]', 'limits = ["luck"]', "luck"),
        ("shape", 'when = ["preparing"]', 'when = ["dreaming"]', ".when.dreaming"),
        ("shape", 'starters = ["', 'starters = ["garden", "', "starters.garden"),
    ],
)
def test_a_mistake_names_its_file_and_place(file: str, old: str, new: str, where: str) -> None:
    name = f"guide/{file}.toml"
    content = read_resource(name).decode()
    assert old in content
    fault = fault_of(name, content.replace(old, new, 1).encode())
    assert fault is not None
    assert fault["file"] == name
    assert where in str(fault["where"])
