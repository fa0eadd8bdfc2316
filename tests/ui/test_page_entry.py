"""One entry: three clocks that are never mixed, changes beside the old, removal that says what stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safeplan.records import attachments, drafts, incidents, people, sittings
from safeplan.records import incident_form as forms
from safeplan.records.incidents import Happened, IncidentForm
from tests.builders import a_file, a_person, a_source, an_incident
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look

FILES = Path(__file__).resolve().parents[1] / "data" / "files"


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any) -> OpenPages:
    return OpenPages(qtbot, vault, clock)


def test_the_three_clocks_stand_apart(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock, happened=Happened("vague", words="before Nauryz"))
    pages.go("entry", incident_id=kept.id)
    for part, label in (("happened", "Happened"), ("written", "Written"), ("changed", "Changed")):
        assert pages.find(f"entry-clock-{part}-label").text() == label
    assert pages.find("entry-clock-happened").text() == "“before Nauryz”"
    assert pages.find("entry-clock-written").text() == "2 March 2026, 23:40"
    assert pages.find("entry-clock-changed").text() == "Not changed"


def test_an_entry_written_in_another_time_zone_keeps_its_own_clock(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock)
    clock.offset = "+03:00"
    pages.go("entry", incident_id=kept.id)
    assert pages.find("entry-clock-written").text() == "2 March 2026, 23:40 (+05:00)"


def test_everything_she_said_is_there_and_what_was_left_empty_is_not(pages: OpenPages, clock: Any) -> None:
    someone = a_person(pages.vault.database, clock, name="Marat Seitov")
    kept = an_incident(
        pages.vault.database,
        clock,
        place="the yard",
        people=(someone.id,),
        kinds=("threat", "stalking"),
        children_present="heard",
        witnesses="the watchman",
    )
    pages.go("entry", incident_id=kept.id)
    words = pages.words()
    for said in ("the yard", "Threats", "Following, waiting", "A child heard it", "the watchman"):
        assert said in words
    assert "Marat" not in words, "names stay covered"
    assert not pages.sees("entry-view-police")
    people.remove_person(pages.vault.database, clock, someone.id)
    pages.go("entry", incident_id=kept.id)
    assert pages.find("entry-view-who").text() == "somebody no longer on your list"


def test_a_change_stands_beside_what_was_there(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock, text="He came on Monday.")
    clock.move(hours=1)
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-change")
    pages.find("entry-text").set_text("He came on Tuesday.")
    pages.write("entry-reason-box", "I mixed up the day")
    pages.click("entry-keep")
    after = incidents.incident(pages.vault.database, kept.id)
    assert [revision.form.text for revision in after.revisions] == ["He came on Monday.", "He came on Tuesday."]
    assert pages.find("entry-view-text").text() == "He came on Tuesday."
    assert pages.find("entry-clock-written").text() == "2 March 2026, 23:40"
    assert pages.find("entry-clock-changed").text() == "3 March 2026, 00:40"
    assert pages.find("entry-reason").text() == "What changed, and why: I mixed up the day"
    assert not pages.sees("entry-version-1-view-text")
    pages.click("entry-older")
    assert pages.find("entry-version-1-view-text").text() == "He came on Monday."
    assert drafts.draft(pages.vault.database, f"entry-{kept.id}") == {}


def test_a_change_needs_no_reason_and_a_change_of_nothing_adds_no_version(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock, happened=Happened("exact", start="2026-03-01T14:20"))
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-change")
    pages.click("entry-keep")
    assert len(incidents.incident(pages.vault.database, kept.id).revisions) == 1
    assert pages.message() == "Nothing was changed."
    pages.click("entry-change")
    pages.click("entry-part-police-calls")
    pages.write("entry-police", "102, 23:50")
    pages.click("entry-keep")
    latest = incidents.incident(pages.vault.database, kept.id).revisions[1]
    assert latest.reason == ""
    assert latest.form.police == "102, 23:50"
    assert latest.form.happened == Happened("exact", start="2026-03-01T14:20")


def a_form_with_lists(someone: str) -> IncidentForm:
    return IncidentForm(
        text="In the evening.",
        said=(forms.Statement("You will not leave.", someone, "saw"), forms.Statement("Quiet.", "his brother")),
        substances=forms.Substances(alcohol="yes", words="came from a wedding"),
        seen_by=(forms.Witness("Flat 8", "ring twice\nafter six", "heard", "unknown", "yes", "Heard a bang."),),
        care=(forms.Care("doctor", "clinic 4", record_number="118"),),
        exam=forms.ForensicExam(ordered_by="the investigator"),
        child_words=(forms.ChildWords("I was under the table.", "Aya", "at breakfast"),),
        marks=(forms.BodyMark("adult", "front", "upper_arm_left", 0.7, 0.3, kind="bruise"),),
    )


def test_an_entry_shows_every_part_that_says_something_and_no_other(pages: OpenPages, clock: Any) -> None:
    someone = a_person(pages.vault.database, clock, name="Marat Seitov")
    kept = incidents.add_incident(pages.vault.database, clock, a_form_with_lists(someone.id))
    pages.go("entry", incident_id=kept.id)
    said = pages.find("entry-view-part-said").text()
    assert said.startswith("1) You will not leave. · Said by: ")
    assert said.endswith("2) Quiet. · Said by: his brother")
    assert someone.id not in pages.words()
    assert "Marat" not in pages.words(), "names stay covered"
    assert pages.find("entry-view-part-substances").text() == "Alcohol: yes\ncame from a wedding"
    assert "heard it · Willing to speak: not known" in pages.find("entry-view-part-seen-by").text()
    assert pages.find("entry-view-part-care").text() == "doctor · Where: clinic 4 · Number of the record: 118"
    assert pages.find("entry-view-part-exam").text() == "Ordered by: the investigator"
    for empty in ("damage", "devices", "police-calls", "kept", "known", "how-long", "later"):
        assert not pages.sees(f"entry-view-part-{empty}")


def test_a_change_shows_every_part_and_keeps_what_was_not_touched(pages: OpenPages, clock: Any) -> None:
    someone = a_person(pages.vault.database, clock, name="Marat Seitov")
    form = a_form_with_lists(someone.id)
    kept = incidents.add_incident(pages.vault.database, clock, form)
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-change")
    assert pages.find("entry-said-2-words").text() == "Quiet."
    assert pages.find("entry-said-1-by").text() not in ("", someone.id)
    assert not pages.sees("entry-used")
    assert pages.here().collect_draft() == {}, "looking is not changing"
    pages.click("entry-part-used")
    pages.write("entry-used", "a chair")
    pages.click("entry-said-2-remove")
    pages.click("entry-keep")
    latest = incidents.incident(pages.vault.database, kept.id).revisions[1].form
    assert latest == replace(form, used="a chair", said=form.said[:1])


def test_a_change_drops_nobody_who_is_no_longer_on_the_list(pages: OpenPages, clock: Any) -> None:
    gone, stays = (a_person(pages.vault.database, clock, name=name) for name in ("Marat Seitov", "Aigul Serikova"))
    kept = an_incident(pages.vault.database, clock, people=(gone.id, stays.id))
    people.remove_person(pages.vault.database, clock, gone.id)
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-change")
    pages.click("entry-part-place")
    pages.write("entry-place", "the stairs")
    pages.click("entry-keep")
    assert set(incidents.incident(pages.vault.database, kept.id).revisions[1].form.people) == {gone.id, stays.id}


def test_a_day_that_cannot_be_read_keeps_the_fields_open(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock)
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-change")
    pages.click("entry-when-kind-day")
    pages.write("entry-when-start", "31.2.2026")
    pages.click("entry-keep")
    assert "cannot be read" in pages.words()
    assert len(incidents.incident(pages.vault.database, kept.id).revisions) == 1
    assert pages.find("entry-when-start").text() == "31.2.2026"


def test_a_change_that_was_begun_is_there_again(pages: OpenPages, qtbot: QtBot, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock)
    other = an_incident(pages.vault.database, clock, text="Another day.")
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-change")
    pages.find("entry-text").set_text("")
    pages.write("entry-text", "Half a sen")
    form = f"entry-{kept.id}"
    qtbot.waitUntil(lambda: drafts.draft(pages.vault.database, form).get("text") == "Half a sen", timeout=1500)
    pages.go("entry", incident_id=other.id)
    assert pages.find("entry-view-text").text() == "Another day."
    pages.go("entry", incident_id=kept.id)
    assert pages.find("entry-text").text() == "Half a sen"
    pages.window.rebuild(Look("dark", 150))
    assert pages.find("entry-text").text() == "Half a sen"
    pages.click("entry-leave")
    assert drafts.draft(pages.vault.database, form) == {}
    assert len(incidents.incident(pages.vault.database, kept.id).revisions) == 1


def test_the_newest_change_can_be_taken_back_while_it_is_of_this_opening(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock, text="He came on Monday.")
    sittings.begin_sitting(pages.vault.database, clock)
    form = incidents.IncidentForm(text="A slip.")
    incidents.amend_incident(pages.vault.database, clock, kept.id, form, "")
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-undo-change")
    assert pages.find("entry-view-text").text() == "He came on Monday."
    assert not pages.sees("entry-undo-change")
    assert not pages.sees("entry-older")


def test_an_entry_of_this_opening_is_taken_back_without_a_trace(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock)
    pages.go("entry", incident_id=kept.id)
    assert "From the next opening on nothing of this can be changed unseen" in pages.find("entry-fixed").text()
    assert not pages.sees("entry-remove")
    pages.click("entry-take-back")
    pages.click("answer-yes")
    assert incidents.list_incidents(pages.vault.database) == ()
    assert pages.window.current_name == "happened"


@pytest.mark.parametrize(("answer", "hashes"), [("keep", 1), ("all", 0)])
def test_removing_an_earlier_entry_says_what_stays(pages: OpenPages, clock: Any, answer: str, hashes: int) -> None:
    kept = an_incident(pages.vault.database, clock, text="Words that go.")
    sittings.begin_sitting(pages.vault.database, clock)
    pages.go("entry", incident_id=kept.id)
    assert not pages.sees("entry-take-back")
    pages.click("entry-remove")
    assert "What stays is the number, with the day of removal." in pages.words()
    pages.click(f"answer-{answer}")
    left = incidents.incident(pages.vault.database, kept.id)
    assert left.removed is not None
    assert len(left.removed.hashes) == hashes
    pages.go("entry", incident_id=kept.id)
    assert pages.find("entry-removed-on").text().startswith("Removed on 2 March 2026, 23:40.")
    assert "Words that go." not in pages.words()


def test_escape_removes_nothing(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock)
    sittings.begin_sitting(pages.vault.database, clock)
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-remove")
    QTest.keyClick(pages.find("answer-no"), Qt.Key.Key_Escape)
    assert incidents.incident(pages.vault.database, kept.id).removed is None
    assert not pages.context.questions.open


def test_a_photo_is_added_covered_and_shown_when_asked(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock)
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-add-files")
    pages.context.picker.choose([FILES / "turned.jpg"])
    (info,) = attachments.list_attachments(pages.vault.database, kept.id)
    assert attachments.read_all(pages.vault.database, info.id) == (FILES / "turned.jpg").read_bytes()
    assert pages.find("file-row-1-name").text() == "turned.jpg"
    assert not pages.sees("file-row-1-show-picture")
    pages.click("file-row-1-show")
    assert not pages.find("file-row-1-show-picture").pixmap().isNull()
    pages.click("file-row-1-show")
    assert not pages.sees("file-row-1-show-picture")


def test_coming_back_finds_every_picture_covered(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock)
    page = pages.go("entry", incident_id=kept.id)
    page.add_files([FILES / "plain.png"])
    pages.click("file-row-1-show")
    assert pages.sees("file-row-1-show-picture")
    pages.go("happened")
    pages.go("entry", incident_id=kept.id)
    assert not pages.sees("file-row-1-show-picture")


def test_files_that_cannot_be_kept_are_named(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    kept = an_incident(pages.vault.database, clock)
    page = pages.go("entry", incident_id=kept.id)
    page.add_files([tmp_path / "gone.m4a"])
    assert pages.message() == "gone.m4a: This file cannot be read."
    page.add_files([FILES / "plain.png"])
    page.add_files([FILES / "plain.png"])
    assert pages.message() == "plain.png: This file is already kept, with entry 1."
    assert not page.work.isVisible()


def test_adding_files_can_be_stopped(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    kept = an_incident(vault.database, clock)
    page = pages.go("entry", incident_id=kept.id)
    executor.holding = True
    page.add_files([a_source(tmp_path, bytes(3_000_000), "long.wav")])
    assert page.work.isVisible()
    pages.click("entry-work-cancel")
    executor.holding = False
    executor.release()
    assert attachments.list_attachments(vault.database, kept.id) == ()
    assert pages.message() == "Stopped. What was complete is kept."
    assert not page.work.isVisible()


def test_a_name_that_turns_the_line_round_is_made_visible(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    kept = an_incident(pages.vault.database, clock)
    a_file(pages.vault.database, clock, a_source(tmp_path, b"MZ", "photo\u202egpj.exe"), kept.id)
    pages.go("entry", incident_id=kept.id)
    assert pages.find("file-row-1-name").text() == "photo\ufffdgpj.exe"


def test_an_entry_that_is_gone_leads_back_to_the_list(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock)
    incidents.take_back_incident(pages.vault.database, kept.id)
    pages.go("entry", incident_id=kept.id)
    assert pages.window.current_name == "happened"
    assert pages.context.questions.open


def test_everything_reached_by_tab_has_a_name(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    kept = an_incident(pages.vault.database, clock, text="A very long account. " * 400)
    a_file(pages.vault.database, clock, a_source(tmp_path), kept.id)
    pages.go("entry", incident_id=kept.id)
    assert pages.unnamed() == []
    pages.click("entry-change")
    assert pages.unnamed() == []


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, scale: int) -> None:
    link = "https://example.invalid/" + "a" * 200
    kept = an_incident(vault.database, clock, text=f"Words that wrap. {link}", kinds=("threat", "pressure"))
    a_file(vault.database, clock, a_source(tmp_path, name="x" * 120 + ".jpg"), kept.id)
    incidents.amend_incident(vault.database, clock, kept.id, incidents.IncidentForm(text="Again " + link), link)
    pages = OpenPages(qtbot, vault, clock, look=Look("light", scale))
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-older")
    assert pages.fits()
    pages.click("entry-change")
    assert pages.fits()
