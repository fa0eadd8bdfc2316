"""The technology check: patterns first, the less visible first, nothing called clean, answers kept as given."""

from __future__ import annotations

import re

import pytest
from broken_content import fault_of, holding
from builders import fresh_database
from content_words import LANGUAGES, said_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.clock import as_text
from safeplan.content.resources import read_resource
from safeplan.content.sections import load_section
from safeplan.content.techcheck import SEEN, SHAPE, load_tech_check
from safeplan.records import looked
from safeplan.records.looked import NOTHING, SAW, UNSURE, Looked

PARTS = ["patterns", "accounts", "phone", "computer", "car", "children", "tags", "home"]
# What would tell her that she can rest easy.
CLEAN = {
    "en": r"\bclean\b|all clear|you are safe|\bis safe\b|no risk|nothing to worry|harmless\b(?! today)",
    "ru": r"\bчист(о|ый|ая|ое)\b|вы в безопасности|можно не волноваться|всё в порядке|опасности нет",
    "kk": r"\bтаза\b|қауіпсіз(сіз|\b)|алаңдамаңыз|бәрі дұрыс|қауіп жоқ",
}
NOT_MEANT = {"en": "not mean|That is all", "ru": "не значит|Только это", "kk": "деген сөз емес|тек соны ғана"}
# Names of makers: their menus change every year, and a list of them would never be whole.
MAKERS = r"android|iphone|apple|google|icloud|airtag|samsung|xiaomi|huawei|whatsapp|telegram|kaspi|yandex|tiktok"
WITH_WHAT = {
    "en": r"another (device|camera)|\bpaper\b",
    "ru": r"друг(им|ого|ом) (устройств|камер)|другой камерой|бумаг",
    "kk": r"басқа (құрылғы|камера)|қағаз",
}


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


# ── The words ───────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_come_first_and_each_part_has_its_places(language: str) -> None:
    check = load_tech_check(language)
    assert [one.id for one in check.parts] == PARTS
    assert all(len(one.places) >= 4 for one in check.parts)
    assert [one.id for one in check.places()] == [one.id for one in load_tech_check("en").places()]
    for one in check.places():
        assert one.part == one.id.split("_")[0]
        for said in (one.title, one.where, one.keep, one.otherwise, one.ask):
            assert said.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_device_comes_before_everything_and_changing_at_once_is_warned_of(language: str) -> None:
    first, second, *_ = load_tech_check(language).words.about
    assert re.search(r"^Another device|^Сначала другое устройство|^Алдымен басқа құрылғы", first)
    assert re.search(r"noticed|заметят|байқалады", second)


@pytest.mark.parametrize("language", LANGUAGES)
def test_within_a_part_what_is_less_visible_stands_first(language: str) -> None:
    for part in load_tech_check(language).parts:
        order = [SEEN.index(one.look) for one in part.places]
        assert order == sorted(order)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_ever_called_clean(language: str) -> None:
    found = [(place, text) for place, text in said_in(f"techcheck/{language}.toml").items()]
    assert not [one for one in found if re.search(CLEAN[language], one[1], re.IGNORECASE)]
    words = load_tech_check(language).words
    for said in (words.nothing, words.after_nothing, words.about[2]):
        assert re.search(NOT_MEANT[language], said), said
    assert all(one.missed for one in load_tech_check(language).parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_maker_is_named(language: str) -> None:
    said = said_in(f"techcheck/{language}.toml").items()
    assert not [one for one in said if re.search(MAKERS, one[1], re.IGNORECASE)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_can_be_changed_visibly_is_first_kept_with_another_device_or_on_paper(language: str) -> None:
    visible = [one for one in load_tech_check(language).places() if one.change == "visible"]
    assert len(visible) >= 20
    assert not [(one.id, one.keep) for one in visible if not re.search(WITH_WHAT[language], one.keep, re.IGNORECASE)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_step_of_each_place_is_a_step_of_the_guide(language: str) -> None:
    check = load_tech_check(language)
    steps = {one.id: one for one in load_section(check.section, language).suggestions}
    for one in check.places():
        assert all(steps[step].text for step in one.steps)
    # Removing is never offered alone: keeping what is there stands before it, for whatever was noticed.
    assert check.always[0] == "technology_keep_first"
    assert steps["technology_remove"].risk


def test_every_pattern_that_names_a_sense_leads_to_parts_to_look_at() -> None:
    check = load_tech_check("en")
    led = {one.id: one.leads for one in check.part("patterns").places}
    assert led["patterns_place"][0] == "tags"
    assert led["patterns_heard"][0] == "home"
    assert led["patterns_read"][0] == "accounts"
    assert {part for leads in led.values() for part in leads} | {"patterns"} == set(PARTS)


def changed(pattern: bytes, new: bytes, file: str = SHAPE) -> bytes:
    content, count = re.subn(pattern, new, read_resource(file), count=1)
    assert count == 1
    return content


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        ((rb"technology_keyboard", b"technology_hammer"), "items.computer_keyboard.steps.technology_hammer"),
        ((rb'steps = \["technology_children_stay"\]', b"steps = []"), "items.children_gifts.steps"),
        ((rb'leads = \["tags"', b'leads = ["toys"'), "items.patterns_place.leads.toys"),
        ((rb'"patterns_told", look = "unseen"', b'"patterns_told", look = "loud"'), "items.[5].look"),
        ((rb'"tags_bag", look = "slight"', b'"tags_bag", look = "visible"'), "items.tags_clothes.look"),
        ((rb'"home_router"', b'"home_speaker"'), "items.home_speaker"),
        ((rb'"home_router"', b'"garden_router"'), "items.garden"),
        ((rb'"tags", "home"\]', b'"tags", "home", "boat"]'), "items.boat"),
        ((rb"technology_nothing_found", b"technology_all_fine"), "always.technology_all_fine"),
    ],
)
def test_a_mistake_in_the_shape_is_named_by_its_place(damage: tuple[bytes, bytes], where: str) -> None:
    fault = fault_of(SHAPE, changed(*damage))
    assert fault is not None
    assert fault["file"] == SHAPE
    assert str(fault["where"]).replace("items[", "items.[") == where


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        ((rb"\[items\.tags_bag\]", b"[items.tags_box]"), "items.tags_bag"),
        ((rb'ask = "Which bag[^\n]*\n', b""), "items.tags_bag"),
        ((rb'missed = "Some tags[^\n]*\n', b""), "parts.tags"),
        ((rb'missed = "Some tags[^\n]*\n', b'missed = " "\n'), "parts.tags.missed"),
        ((rb"\[page\]", b'clean = "Nothing there."\n[page]'), "clean"),
        ((rb'language = "en"', b'language = "ru"'), "language"),
    ],
)
def test_a_mistake_in_the_words_is_named_by_its_place(damage: tuple[bytes, bytes], where: str) -> None:
    file = "techcheck/en.toml"
    fault = fault_of(file, changed(*damage, file=file))
    assert fault == {"file": file, "where": where}


def test_the_review_stands_with_name_and_day_or_not_at_all() -> None:
    file = "techcheck/en.toml"
    signed = read_resource(file).replace(b'by = ""', b'by = "A. Omarova"').replace(b'on = ""', b'on = "2027-01-15"')
    with holding(file, signed):
        assert load_tech_check("en").reviewed_by == "A. Omarova"
    assert fault_of(file, signed.replace(b"2027-01-15", b"")) == {"file": file, "where": "reviewed_on"}


def test_an_old_link_to_a_part_that_is_gone_shows_the_first_part() -> None:
    assert load_tech_check("en").part("submarine").id == "patterns"


# ── The answers ─────────────────────────────────────────────────────────────────────────────────────────────────
def test_an_answer_stands_with_its_day_and_a_new_look_with_the_new_day(db, clock) -> None:
    looked.set_state(db, clock, "tags_bag", NOTHING)
    first = as_text(clock.now())
    assert looked.looked(db)["tags_bag"] == Looked("tags_bag", NOTHING, "", first)
    clock.move(days=7)
    again = looked.set_state(db, clock, "tags_bag", NOTHING)
    assert again is not None
    assert again.changed_at == as_text(clock.now()) != first
    assert looked.looked(db)["tags_bag"] == again


def test_a_note_is_no_new_look(db, clock) -> None:
    looked.set_state(db, clock, "car_tag", SAW)
    day = as_text(clock.now())
    clock.move(days=3)
    noted = looked.set_note(db, clock, "car_tag", "black, under the left seat")
    assert noted == Looked("car_tag", SAW, "black, under the left seat", day)
    changed = looked.set_state(db, clock, "car_tag", UNSURE)
    assert changed == Looked("car_tag", UNSURE, "black, under the left seat", as_text(clock.now()))


def test_an_answer_taken_back_leaves_the_note_and_nothing_leaves_nothing(db, clock) -> None:
    looked.set_state(db, clock, "car_tag", SAW)
    looked.set_note(db, clock, "car_tag", "ask at the workshop")
    assert looked.set_state(db, clock, "car_tag", "") == looked.looked(db)["car_tag"]
    assert looked.looked(db)["car_tag"].state == ""
    assert looked.set_note(db, clock, "car_tag", "  \n ") is None
    assert looked.looked(db) == {}
    assert looked.set_state(db, clock, "car_tag", "") is None
    assert looked.looked(db) == {}


def test_an_answer_that_does_not_exist_is_a_fault_of_the_program(db, clock) -> None:
    with pytest.raises(errors.Bug):
        looked.set_state(db, clock, "car_tag", "clean")
    assert looked.looked(db) == {}


def test_all_answers_and_notes_can_be_removed_at_once(db, clock) -> None:
    looked.set_state(db, clock, "car_tag", SAW)
    looked.set_note(db, clock, "tags_bag", "the red one")
    looked.forget_all(db)
    assert looked.looked(db) == {}


def answers(**states: str) -> dict[str, Looked]:
    return {item: Looked(item, state, "", "2026-03-02T18:40:00Z") for item, state in states.items()}


@pytest.mark.parametrize("state", [SAW, UNSURE])
def test_not_sure_brings_the_same_steps_as_seen(state: str) -> None:
    check = load_tech_check("en")
    offered = looked.steps_offered(check, answers(car_tag=state))
    assert offered == {*check.always, "technology_tags", "technology_remove"}
    assert [one.id for one in looked.noticed(check, answers(car_tag=state))] == ["car_tag"]


def test_having_seen_nothing_brings_only_the_step_that_says_what_it_means() -> None:
    check = load_tech_check("en")
    everything = answers(**{one.id: NOTHING for one in check.places()})
    assert looked.steps_offered(check, everything) == {"technology_nothing_found"}
    assert looked.noticed(check, everything) == ()


def test_nothing_answered_offers_nothing_and_a_note_alone_is_no_answer() -> None:
    check = load_tech_check("en")
    assert looked.steps_offered(check, {}) == frozenset()
    assert (
        looked.steps_offered(check, {"car_tag": Looked("car_tag", "", "ask", "2026-03-02T18:40:00Z")}) == frozenset()
    )


def test_an_answer_of_an_older_edition_stays_and_does_no_harm(db, clock) -> None:
    looked.set_state(db, clock, "pager_beeps", SAW)
    assert looked.steps_offered(load_tech_check("en"), looked.looked(db)) == frozenset()
    assert looked.looked(db)["pager_beeps"].state == SAW


CHANGES = st.one_of(
    st.tuples(st.just("state"), st.sampled_from([SAW, UNSURE, NOTHING, ""])),
    st.tuples(st.just("note"), st.text()),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["tags_bag", "car_tag"]), CHANGES), max_size=12))
def test_before_there_is_a_store_the_same_answers_give_the_same_result(db, clock, changes) -> None:
    """Memory and store must never tell two stories: what waited goes into the store as it was."""
    looked.forget_all(db)
    memory: dict[str, Looked] = {}
    for item, (what, value) in changes:
        clock.move(minutes=1)
        known, moment = memory.pop(item, None), as_text(clock.now())
        if what == "state":
            made = looked.answered(known, item, value, moment)
            assert looked.set_state(db, clock, item, value) == made
        else:
            made = looked.noted(known, item, value, moment)
            assert looked.set_note(db, clock, item, value) == made
        if made is not None:
            memory[item] = made
        assert looked.looked(db) == memory
    looked.forget_all(db)
    for one in memory.values():
        looked.put_back(db, one)
    assert looked.looked(db) == memory
