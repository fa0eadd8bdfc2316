"""The report with every part of an entry: her words as they are, marks as picture and words, private files unseen."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_file, a_person, a_source, an_incident, fresh_database
from content_words import LANGUAGES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_incident_parts import any_form
from test_report import content, entry, jpeg, kept_file, on_one_line, words_of, written

from safeplan.content.record_guide import load_record_guide
from safeplan.handover.bag import write_bag
from safeplan.handover.report import compile_report
from safeplan.handover.report_data import in_order_of_time, report_data
from safeplan.handover.selection import Selection
from safeplan.records import file_notes, incident_form
from safeplan.records.file_notes import FileNote
from safeplan.records.incident_document import checked
from safeplan.records.incident_form import (
    BodyMark,
    ChildWords,
    Happened,
    IncidentForm,
    PoliceCall,
    Statement,
    Witness,
)
from safeplan.records.life_events import LifeEvent

FILE, EVENT = "f" * 32, "e" * 32
MARKS = (
    BodyMark("adult", "front", "wrist_left", 0.83, 0.47, "redness", "finger", "4 cm", ("red",), "touch", FILE),
    BodyMark("adult", "head_left", "cheek_left", 0.4, 0.5, "swelling", note="since Sunday"),
    BodyMark("child", "palms", "palm_right", 0.25, 0.6, "graze"),
)


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def pdf_of(made) -> bytes:
    return compile_report(report_data(made), {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_stand_in_words_beside_their_pictures(language: str) -> None:
    made = content(entry(written("x", marks=MARKS), files=[kept_file()]), language=language, files={FILE: "0001.jpg"})
    guide, said = load_record_guide(language), on_one_line(pdf_of(made))
    for mark in MARKS:
        assert guide.mark_kinds[mark.kind] in said
    for words in (guide.place_name("wrist", "left"), "4 cm", guide.colours["red"], guide.pains["touch"]):
        assert words in said
    assert guide.paper["marks_note"] in said
    assert guide.figures["child"] in said
    drawings = report_data(made)["sheets"][0]["drawings"]
    assert len(drawings) == 3
    assert all(one["alt"].strip() for one in drawings)


def test_every_part_of_an_entry_is_printed_with_its_label() -> None:
    form = IncidentForm(
        said=(Statement("You will not leave.", "Uncle Beibit", "saw"),),
        seen_by=(Witness("The watchman", "desk", "heard", "unknown", "yes", "shouted and left"),),
        police_calls=(PoliceCall("102", "23:10", "Sergeant A.", "12-345", "yes", "Sort it out at home."),),
        child_words=(ChildWords("I was under the table.", "Dana", "at breakfast"),),
        substances=incident_form.Substances("yes"),
        exam=incident_form.ForensicExam("the investigator", "77", "5 March", "the centre"),
        later="The light was on.",
    )
    made = content(entry(replace(written("x"), form=replace(form, text="x"))))
    said = on_one_line(pdf_of(made))
    for words in (
        "“You will not leave.” · Uncle Beibit · saw or heard it",
        "Left or did not help: yes",
        "shouted and left",
        "Number of the statement: 12-345",
        "Words of the officer: Sort it out at home.",
        "“I was under the table.” · Dana · at breakfast",
        "Alcohol: yes",
        "Ordered by: the investigator",
        "The light was on.",
    ):
        assert words in said, words


def test_a_person_is_printed_by_name_and_an_id_never() -> None:
    form = {"said": (Statement("Wait.", "a" * 32), Statement("Go.", "b" * 32))}
    said = on_one_line(pdf_of(content(entry(written("x", **form)), people={"a" * 32: "Mira K."})))
    assert "“Wait.” · Mira K." in said
    assert "b" * 12 not in said
    assert "a" * 12 not in said


def test_an_amended_part_shows_both_versions() -> None:
    first = written("x", afterwards="No sleep.", marks=MARKS[:1])
    second = written("x", number=2, reason="remembered", afterwards="Two days no work.", marks=MARKS[:2])
    sheet = report_data(content(entry(first, second)))["sheets"][0]
    changed = {label: (before, after) for label, before, after in sheet["corrections"][0]["changes"]}
    assert changed["How it was afterwards"] == (["No sleep."], ["Two days no work."])
    assert len(changed["Marks on the body"][1]) == 2
    assert set(changed) == {"How it was afterwards", "Marks on the body"}


def test_a_vague_time_is_printed_with_the_event_it_leans_on() -> None:
    happened = Happened("vague", words="one evening", anchor=EVENT, side="before")
    anchors = {EVENT: LifeEvent(EVENT, "the move", "2026-02-01")}
    one = entry(written("x", happened=happened))
    said = on_one_line(pdf_of(content(one, anchors=anchors)))
    assert "one evening · before: the move (1 February 2026)" in said
    dated = replace(entry(written("y", happened=Happened("day", "2026-02-15"))), id="2" * 32)
    assert [each.id for each in in_order_of_time([dated, one], anchors)] == [one.id, dated.id]
    assert "one evening" in on_one_line(pdf_of(content(one)))


def test_of_a_private_file_only_the_number_is_printed() -> None:
    file = kept_file("IMG_SECRETNAME.jpg")
    notes = {FILE: FileNote("SECRETNOTE", "SECRETWORDS", private=True)}
    made = content(entry(written("x"), files=[file]), files={FILE: "0001.jpg"}, pictures={FILE: "p1"}, notes=notes)
    said = on_one_line(compile_report(report_data(made), {"p1": jpeg()}))
    assert "Annex 1" in said
    assert "Private file, listed by number only" in said
    assert "SECRET" not in said
    assert report_data(made)["sheets"][0]["photos"] == []
    shown = on_one_line(pdf_of(replace(made, notes={FILE: FileNote("my note", "spoken words")}, pictures={})))
    assert "my note" in shown
    assert "spoken words" in shown


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(form=any_form(), language=st.sampled_from(LANGUAGES))
def test_whatever_is_typed_into_any_part_can_be_printed(form: IncidentForm, language: str) -> None:
    made = content(entry(replace(written("x"), form=checked(form))), language=language)
    assert pdf_of(made).startswith(b"%PDF")


def test_typst_markup_in_a_part_is_words() -> None:
    said = words_of(
        pdf_of(content(entry(written("x", used='#read("/etc/passwd") *x* $y$', later="= not a heading"))))
    )
    assert '#read("/etc/passwd") *x* $y$' in re.sub(r"\s+", " ", said)
    assert "= not a heading" in said


# ── Handed over for real ────────────────────────────────────────────────────────────────────────────────────────
def test_a_bag_names_who_spoke_and_keeps_a_private_picture_out_of_the_report(db, clock, tmp_path: Path) -> None:
    uncle = a_person(db, clock, "Beibit Omarov")
    one = an_incident(db, clock, said=(Statement("You will not leave.", uncle.id),), marks=MARKS[1:])
    shown = a_file(db, clock, a_source(tmp_path, jpeg(), "door.jpg"), one.id)
    hidden = a_file(db, clock, a_source(tmp_path, jpeg(width=77), "private.jpg"), one.id)
    file_notes.mark_file_private(db, clock, hidden.id, private=True)
    asked: list[str] = []

    def picture_of(info) -> bytes:
        asked.append(info.id)
        return jpeg()

    folder = tmp_path / "stick"
    folder.mkdir()
    chosen = Selection((one.id,), "en", True, private_files=(hidden.id,))
    made = write_bag(db, clock, chosen, folder, picture_of, lambda *_: None, lambda: False)
    said = on_one_line((folder / made.folder_name / "data" / "report.pdf").read_bytes())
    assert "Beibit Omarov" in said
    assert "private.jpg" not in said
    assert "door.jpg" in said
    assert asked == [shown.id]
