"""What to write down: every part says why it helps, nothing is demanded, and no picture replaces a doctor."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from broken_content import fault_of
from content_words import LANGUAGES, said_in

from safeplan.content import body_map
from safeplan.content.record_guide import PAPER, SHAPE, load_record_guide
from safeplan.content.regions import load_region
from safeplan.content.resources import read_resource
from safeplan.records import incident_form as parts

# How old a mark is: nobody can tell from its colour, so no text may try.
AGE = {
    "en": r"(fresh|recent|older|\d+ days? old|days? ago|hours old)\b(?! marks fade)",
    "ru": r"давност|свеж\w+ синяк|старый синяк|\d+ дн\w+ назад",
    "kk": r"ескі із|көнерген|\d+ күн бұрын",
}
DOCTOR_CAN = {"en": "a doctor can record", "ru": "может записать врач", "kk": "дәрігер жазып бере алады"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_says_why_it_helps_and_gives_an_example(language: str) -> None:
    guide = load_record_guide(language)
    assert len(guide.parts) >= 20
    for one in guide.parts:
        assert one.title.strip()
        assert one.why.strip()
        assert one.hint.strip()


def test_every_field_of_an_entry_has_its_part() -> None:
    named = {one.id for one in load_record_guide("en").parts}
    inside = {
        "happened": "when",
        "witnesses": "seen_by",
        "police": "police_calls",
        "medical": "care",
        "known_words": "known",
    }
    assert {inside.get(one.name, one.name) for one in fields(parts.IncidentForm)} <= named


def test_the_form_begins_with_one_box_and_a_date() -> None:
    for language in LANGUAGES:
        assert [one.id for one in load_record_guide(language).parts if one.open] == ["text", "when"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_exist_for_every_choice_of_the_records(language: str) -> None:
    guide = load_record_guide(language)
    assert set(guide.known) == set(parts.KNOWN) - {""}
    assert set(guide.noticed) == set(parts.NOTICED) - {""}
    assert set(guide.answers) == set(parts.YES_NO_UNKNOWN) - {""}
    assert set(guide.care_kinds) == set(parts.CARE) - {""}
    assert set(guide.anchors) == set(parts.SIDES) - {""}
    assert set(guide.places) == set(body_map.all_parts())
    for figure in body_map.FIGURES:
        for view in body_map.VIEWS:
            names = [guide.place_name(one.part, one.side) for one in body_map.regions(figure, view)]
            assert len(names) == len(set(names)), (figure, view)
    assert "the move" in guide.anchored("before", "the move")


# ── The same day ────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_same_day_has_marks_doctor_statement_and_copies() -> None:
    steps = {one.id: one for one in load_record_guide("en").checklist}
    assert {"marks", "doctor", "statement", "copies"} <= set(steps)
    assert next(iter(steps)) == "safe_first"
    assert [steps[one].police_told for one in ("doctor", "throat", "statement")] == ["may", "may", "yes"]


def test_every_law_card_of_the_list_is_in_the_pack_of_the_country() -> None:
    known = {one.id for one in load_region("kz", "en").facts}
    wanted = {card for one in load_record_guide("en").checklist for card in one.cards}
    assert len(wanted) >= 3
    assert wanted <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_to_call_come_from_the_country_alone(language: str) -> None:
    """102 is nobody's number elsewhere: the words of the record hold none, the pack's sentence stands beside them."""
    steps = {one.id: one for one in load_record_guide(language).checklist}
    assert [one.id for one in steps.values() if one.numbers] == ["safe_first", "ambulance"]
    for place, text in said_in(f"record/{language}.toml").items():
        assert not re.search(r"\b(102|103|112|111|999|911)\b", text), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_wait_for_a_doctor_is_named(language: str) -> None:
    said = {one.id: one.text for one in load_record_guide(language).checklist}["ambulance"]
    for sign in {
        "en": (
            "ambulance now",
            "Fainted",
            "confused",
            "head",
            "neck",
            "Breathing",
            "pregnancy",
            "bleeding",
            "moves less",
        ),
        "ru": (
            "скорая",
            "сейчас",
            "обморок",
            "путаются мысли",
            "голов",
            "шеи",
            "дышать",
            "беременност",
            "кровь",
            "меньше двиг",
        ),
        "kk": ("жедел жәрдемді қазір", "есінен", "шатас", "Бас", "мойын", "Тыныс", "Жүктілік", "қан", "аз қимыл"),
    }[language]:
        assert sign in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_doctor_and_the_police_are_told_of_beforehand(language: str) -> None:
    named = {"en": r"doctor|ambulance|statement", "ru": r"врач|скор|заявлени", "kk": r"дәрігер|жедел|арыз"}[language]
    told = {"en": "police", "ru": "полици", "kk": "полици"}[language]
    for one in load_record_guide(language).checklist:
        if re.search(named, one.text, re.IGNORECASE):
            assert one.police_told in ("yes", "may"), one.id
        if one.police_told == "may":
            assert re.search(told, one.risk), one.id


# ── Pictures, private places, children ──────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_whole_part_close_slanted_with_a_coin_with_the_face_and_again(language: str) -> None:
    guide = load_record_guide(language)
    assert [one.id for one in guide.photos][:7] == ["whole", "part", "close", "slanted", "beside", "face", "again"]
    coin = next(one.text for one in guide.photos if one.id == "beside")
    assert re.search("coin|монет|тиын", coin)
    again = next(one.text for one in guide.photos if one.id == "again")
    assert re.search("two days|два дня|Екі күн", again)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_picture_of_private_parts_or_of_a_child_without_clothes_is_ever_suggested(language: str) -> None:
    never = {one.id: one.text for one in load_record_guide(language).never}
    for one in ("private", "child"):
        assert DOCTOR_CAN[language] in never[one]
    assert re.search("never|никогда|ешқашан", never["replace"])
    assert re.search("doctor|врач|[Дд]әрігер", load_record_guide(language).body.private)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_asked_or_told_how_old_a_mark_is(language: str) -> None:
    found = [(place, text) for place, text in said_in(f"record/{language}.toml").items()]
    assert not [one for one in found if re.search(AGE[language], one[1], re.IGNORECASE)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_childs_words_are_only_what_it_said_by_itself(language: str) -> None:
    lines = " ".join(load_record_guide(language).page.child_lines)
    assert re.search("by itself|сказал сам|өзі айтқан", lines)
    assert re.search("not question|не расспрашивать|сұрақтың астына алмаған", lines)
    assert re.search("not practise|не учить|жаттатпаған", lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_that_one_line_is_enough_and_that_a_court_decides(language: str) -> None:
    about = " ".join(load_record_guide(language).page.about)
    assert re.search("One line|одной строки|Бір жол", about)
    assert re.search("court decides|Суд сам решает|сот өзі шешеді", about)
    assert re.search("other side|другая сторона|екінші тарап", about)


# ── Files that do not fit ───────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        ("record/en.toml", 'skip = "', 'skipp = "', "page"),
        ("record/ru.toml", "[parts.exam]\n", "[parts.exams]\n", "parts.exam"),
        ("record/kk.toml", 'wrist = "', 'wrists = "', "places.wrist"),
        ("record/en.toml", 'left = "left {place}"', 'left = "left"', "body.left.place"),
        ("record/en.toml", 'transcript = "', 'transcripts = "', "paper.transcript"),
        (SHAPE, '{ id = "how_long" },', '{ id = "text" },', "parts.text"),
        (SHAPE, 'police_told = "may", risky', 'police_told = "perhaps", risky', "checklist.[2].police_tol"),
    ],
)
def test_a_mistake_names_its_file_and_place(file: str, old: str, new: str, where: str) -> None:
    content = read_resource(file).decode("utf-8")
    assert old in content
    fault = fault_of(file, content.replace(old, new, 1).encode("utf-8"))
    assert fault is not None
    assert (fault["file"], str(fault["where"])[: len(where)]) == (file, where)


def test_a_risky_step_without_its_risk_does_not_load() -> None:
    content = read_resource("record/en.toml").decode("utf-8")
    line = next(one for one in content.splitlines() if one.startswith("risk = ") and "keeps them" in one)
    fault = fault_of("record/en.toml", content.replace(line + "\n", "").encode("utf-8"))
    assert fault == {"file": "record/en.toml", "where": "checklist.copies.risk"}


def test_the_labels_of_the_report_are_all_there() -> None:
    for language in LANGUAGES:
        assert set(load_record_guide(language).paper) == set(PAPER)
