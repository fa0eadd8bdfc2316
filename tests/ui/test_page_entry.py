"""One entry: three clocks that are never mixed, changes beside the old, removal that says what stays."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safeplan.content.record_words import load_record_words
from safeplan.records import attachments, drafts, file_notes, incidents, people, sittings
from safeplan.records import incident_form as forms
from safeplan.records.incidents import Happened, IncidentForm
from tests.builders import a_file, a_person, a_source, an_incident
from tests.core.test_incident_parts import any_form
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.keeping import paths_to_text
from ui.theme import Look
from ui.widgets.entry_changes import Reading, changed_parts
from ui.widgets.entry_words import AROUND, shortened, spoken

FILES = Path(__file__).resolve().parents[1] / "data" / "files"


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
    qtbot.waitUntil(lambda: drafts.draft(pages.vault.database, form).get("text") == "Half a sen")
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
    assert "when the four words of the record are to stand for it too" in pages.find("entry-fixed").text()
    pages.click("entry-take-back")
    assert "or when the four words of the record are to stand for it too" in pages.words(), "they end it as well"
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


def said_by_question(pages: OpenPages, part: str) -> str:
    """The line with `part` in what the window tells her; read, it is put away."""
    assert pages.context.questions.open
    (line,) = {line for line in pages.words().split("\n") if part in line}
    pages.context.questions.answer("ok")
    return line


def test_files_that_cannot_be_kept_are_named(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    kept = an_incident(pages.vault.database, clock)
    page = pages.go("entry", incident_id=kept.id)
    page.add_files([tmp_path / "gone.m4a"])
    assert pages.message() == "gone.m4a: not kept. This file cannot be read."
    page.add_files([FILES / "plain.png"])
    page.add_files([FILES / "plain.png"])
    assert pages.message() == "plain.png: kept already with entry 1"
    page.add_files([FILES / "plain.png", FILES / "plain.gif"])
    assert said_by_question(pages, "with entry 1") == "plain.png: kept already with entry 1"
    assert not page.work.isVisible()


def test_a_double_click_keeps_one_change_and_says_so(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    kept = an_incident(vault.database, clock)
    pages.go("entry", incident_id=kept.id)
    pages.click("entry-change")
    pages.write("entry-reason-box", "I asked the neighbour.")
    pages.write("entry-text", "At three in the morning. ")
    executor.holding = True
    pages.click("entry-keep")
    pages.write("entry-text", "And ")
    pages.click("entry-keep")
    executor.holding = False
    executor.release()
    assert len(incidents.incident(vault.database, kept.id).revisions) == 2
    assert pages.message() == "Kept."


def test_a_change_kept_late_shows_nothing_on_the_page_of_another_entry(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    first, second = an_incident(vault.database, clock), an_incident(vault.database, clock, text="In the yard.")
    drafts.save_draft(vault.database, clock, f"entry-{second.id}", {"text": "In the yard, at noon."})
    pages.go("entry", incident_id=first.id)
    pages.click("entry-change")
    pages.write("entry-text", "At three in the morning. ")
    executor.holding = True
    pages.click("entry-keep")
    pages.go("entry", incident_id=second.id)
    executor.holding = False
    executor.release()
    assert len(incidents.incident(vault.database, first.id).revisions) == 2
    assert pages.find("entry-text").toPlainText() == "In the yard, at noon.", "what was begun there comes back"
    pages.go("entry", incident_id=first.id)
    assert not pages.sees("entry-keep"), "nothing is left to keep"


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
    assert said_by_question(pages, "topped")
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


# ── what a change changed ───────────────────────────────────────────────────────────────────────────────────────
def changed(pages: OpenPages, clock: Any, before: IncidentForm, *later: IncidentForm) -> str:
    db = pages.vault.database
    kept = incidents.add_incident(db, clock, before)
    for form in later:
        clock.move(hours=1)
        incidents.amend_incident(db, clock, kept.id, form, "saw the receipt")
    pages.go("entry", incident_id=kept.id)
    return kept.id


def test_words_that_were_changed_are_struck_through_and_underlined_and_said(pages: OpenPages, clock: Any) -> None:
    before = IncidentForm(text="He came on Monday and left.", place="the yard")
    changed(pages, clock, before, replace(before, text="He came on Tuesday and left early.", place=""))
    assert not pages.sees("entry-changes-rows"), "folded at first"
    pages.click("entry-changes")
    text = pages.find("entry-changes-text")
    assert text.pieces == [
        ("same", "He came on "),
        ("gone", "Monday"),
        ("new", "Tuesday"),
        ("same", " and "),
        ("gone", "left."),
        ("new", "left early."),
    ]
    assert text.text() == "was: Monday; now: Tuesday\nwas: left.; now: left early."
    assert text.accessibleName() == f"What happened: {text.text()}"
    assert pages.find("entry-changes-place").text() == "was: the yard; now: nothing"
    assert pages.find("entry-changes-place-label").text() == "Where"
    assert not pages.sees("entry-changes-kinds")


def test_every_version_says_what_it_changed(pages: OpenPages, clock: Any) -> None:
    first = IncidentForm(text="one")
    second = replace(first, text="one two")
    changed(pages, clock, first, second, replace(second, kinds=("threat",)))
    pages.click("entry-changes")
    assert pages.find("entry-changes-kinds").text() == "was: nothing; now: Threats"
    assert not pages.sees("entry-changes-text")
    pages.click("entry-older")
    pages.click("entry-version-2-changes")
    assert pages.find("entry-version-2-changes-text").pieces == [("same", "one"), ("new", " two")]
    assert not pages.sees("entry-version-1-changes")
    assert pages.find("entry-version-2-reason").text() == "What changed, and why: saw the receipt"


def test_no_change_is_left_out_and_no_id_or_covered_name_is_shown(pages: OpenPages, clock: Any) -> None:
    someone = a_person(pages.vault.database, clock, name="Marat Seitov")
    mark = forms.BodyMark("adult", "front", "forearm_left", 0.4, 0.5, kind="graze")
    before = IncidentForm(text="one", marks=(mark,))
    after = replace(
        before,
        people=(someone.id,),
        marks=(replace(mark, x=0.42),),
        said=(forms.Statement("You will regret it.", by=someone.id, known="saw"),),
        seen_by=(forms.Witness(name="the watchman", noticed="heard"),),
        happened=Happened("day", "2026-03-01"),
        children_present="heard",
    )
    changed(pages, clock, before, after)
    pages.click("entry-changes")
    words = pages.words()
    assert pages.sees("entry-changes-unseen-marks-label")
    for said in ("You will regret it.", "the watchman", "now: 1 March 2026", "now: A child heard it"):
        assert said in words
    assert someone.id not in words
    assert "Marat" not in words
    assert "forearm_left" not in words


@settings(deadline=None)
@given(before=any_form(), after=any_form(), language=st.sampled_from(["en", "ru", "kk"]), data=st.data())
def test_whatever_changes_has_a_row(before: IncidentForm, after: IncidentForm, language: str, data: Any) -> None:
    """Two entries of any content; and each field changed by itself."""
    reading = Reading((), names_shown=False, language=language)
    name = data.draw(st.sampled_from([one.name for one in fields(IncidentForm)]))
    for now in (after, replace(before, **{name: getattr(after, name)})):
        found = changed_parts(before, now, reading)
        assert bool(found) is (now != before)
        assert all(part.label for part in found)
        assert not changed_parts(now, now, reading)


def test_what_stayed_is_shortened_but_no_change_is(pages: OpenPages) -> None:
    long = "word " * 500
    pieces = [("same", long), ("gone", long), ("new", "x"), ("same", long)]
    found = shortened(pieces)
    assert found[1:3] == pieces[1:3]
    assert len(found[0][1]) < 2 * AROUND
    assert found[0][1].startswith("…")
    assert found[3][1].endswith("…")
    assert "".join(spoken(pieces, load_record_words("en").changes)).count("word") == 500


# ── files of an entry ───────────────────────────────────────────────────────────────────────────────────────────
def test_a_private_file_is_a_number_and_a_removed_one_is_told(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    db = pages.vault.database
    kept = an_incident(db, clock)
    secret = a_file(db, clock, a_source(tmp_path, name="IMG_0007.jpg"), kept.id)
    gone = a_file(db, clock, a_source(tmp_path, b"other", "gone.txt"), kept.id)
    attachments.set_thumbnail(db, secret.id, (FILES / "turned.jpg").read_bytes())
    sittings.begin_sitting(db, clock)
    file_notes.mark_file_private(db, clock, secret.id, private=True)
    attachments.remove_attachment(db, clock, gone.id)
    pages.go("entry", incident_id=kept.id)
    assert "IMG_0007" not in pages.words()
    assert pages.find("file-row-1-name").text() == "Entry 1, file 1: private"
    assert not pages.sees("file-row-1-show")
    assert pages.find("entry-removed-file-0").text() == "2 March 2026, 23:40. A file of entry 1 was removed."
    pages.click("file-row-1-open")
    assert pages.window.current_name == "file"


def test_the_fingerprint_she_kept_can_be_read_again(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    kept = an_incident(db, clock)
    sittings.begin_sitting(db, clock)
    removed = incidents.remove_incident(db, clock, kept.id, keep_hash=True)
    assert removed is not None
    assert removed.removed is not None
    pages.go("entry", incident_id=kept.id)
    assert not pages.sees("entry-fingerprint")
    pages.click("entry-hashes")
    shown = pages.find("entry-fingerprint").text()
    assert "".join(shown.split()) == removed.removed.hashes[0]


def test_back_leads_to_where_she_came_from(pages: OpenPages, clock: Any) -> None:
    kept = an_incident(pages.vault.database, clock)
    for came_from, back in (({}, "happened"), ({"back": "look_back"}, "look_back"), ({"back": "gate"}, "happened")):
        pages.go("settings")
        pages.here()
        pages.go("entry", incident_id=kept.id, **came_from)
        pages.click("entry-back")
        assert pages.window.current_name == back


def test_files_that_hiding_broke_off_are_gone_on_with_at_the_next_entry_she_opens(
    pages: OpenPages, clock: Any, tmp_path: Path
) -> None:
    kept, other = an_incident(pages.vault.database, clock), an_incident(pages.vault.database, clock, text="Another.")
    unfinished = {"entry": kept.id, "files": paths_to_text([a_source(tmp_path)])}
    drafts.save_draft(pages.vault.database, clock, "entry-files", unfinished)
    pages.go("entry", incident_id=other.id)
    assert len(attachments.list_attachments(pages.vault.database, kept.id)) == 1
    assert attachments.list_attachments(pages.vault.database, other.id) == ()
    assert drafts.draft(pages.vault.database, "entry-files") == {}


def test_adding_files_leaves_nothing_behind_that_listens_for_cancel(
    pages: OpenPages, clock: Any, tmp_path: Path
) -> None:
    kept = an_incident(pages.vault.database, clock)
    page = pages.go("entry", incident_id=kept.id)
    before = page.work.receivers(SIGNAL("cancelled()"))
    for number in range(3):
        page.add_files([a_source(tmp_path, b"%d" % number, f"{number}.txt")])
    assert len(attachments.list_attachments(pages.vault.database, kept.id)) == 3
    assert page.work.receivers(SIGNAL("cancelled()")) == before == 1
