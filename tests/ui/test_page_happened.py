"""What happened: a line is enough, a file alone is enough, nothing typed is lost, a slip leaves no trace."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from safeplan.content.record_guide import load_record_guide
from safeplan.records import attachments, drafts, incidents, sittings
from safeplan.records import incident_form as forms
from safeplan.records.incidents import Happened, IncidentForm
from tests.builders import a_person, an_incident
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.keeping import paths_to_text
from ui.pages.happened import PORTION, UNFINISHED
from ui.theme import Look
from ui.widgets.buttons import PrimaryButton

FILES = Path(__file__).resolve().parents[1] / "data" / "files"
PARTS = (
    *("how-long", "place", "people", "said", "kinds", "used", "injuries", "children-present", "child-words"),
    *("damage", "devices", "substances", "known", "seen-by", "police-calls", "care", "exam", "kept"),
    *("afterwards", "later"),
)
WRITTEN = (
    *("how_long", "place", "said-1-words", "said-1-by", "used", "injuries", "child-words-1-words"),
    *("child-words-1-child", "child-words-1-at", "damage-1-what", "damage-1-cost", "devices-1-what", "devices-1-how"),
    *("substances-words", "known_words", "witnesses", "police", "medical", "exam-ordered_by", "exam-ruling"),
    *("exam-on_day", "exam-body", "kept-1-what", "kept-1-where", "afterwards", "later"),
    *("seen-by-1-name", "seen-by-1-contact", "seen-by-1-words", "police-calls-1-number_called", "police-calls-1-at"),
    *("police-calls-1-officer", "police-calls-1-statement_number", "police-calls-1-refused_words"),
    *("police-calls-1-words", "care-1-where", "care-1-who", "care-1-at", "care-1-record_number", "care-1-words"),
)
CHOSEN = (
    *("kinds-physical", "children-heard", "said-1-known-saw", "damage-1-known-found", "devices-1-known-told"),
    *("substances-alcohol-yes", "substances-drugs-unknown", "known-told", "seen-by-1-noticed-heard"),
    *("seen-by-1-willing-unknown", "seen-by-1-left-yes", "police-calls-1-refused-yes", "care-1-kind-doctor"),
)


def unfold(pages: OpenPages, name: str, *parts: str) -> None:
    """Open "Add more" and these parts of it."""
    if not pages.find(f"{name}-more").isChecked():
        pages.click(f"{name}-more")
    for part in parts:
        pages.click(f"{name}-part-{part}")


def test_one_line_is_a_whole_entry(pages: OpenPages) -> None:
    pages.go("happened")
    assert pages.sees("happened-empty")
    pages.write("happened-text", "He took my phone.")
    pages.click("happened-keep")
    (kept,) = incidents.list_incidents(pages.vault.database)
    assert kept.latest is not None
    assert kept.latest.form.text == "He took my phone."
    assert kept.latest.form.happened == Happened("unknown")
    assert pages.find("incident-1-words").text() == "He took my phone."
    assert not pages.sees("happened-empty")
    assert pages.find("happened-text").text() == ""
    assert drafts.draft(pages.vault.database, "happened") == {}


def test_writing_can_begin_as_soon_as_the_page_stands(pages: OpenPages, qtbot: QtBot) -> None:
    """What she typed at once went nowhere when the button that led here had the focus and was gone."""
    pages.go("more")
    pages.find("more-people").setFocus()
    pages.go("happened")
    pages.settle()
    qtbot.keyClicks(pages.window.focusWidget(), "At once.")
    assert pages.find("happened-text").text() == "At once."


def test_an_empty_page_keeps_nothing_and_says_what_is_enough(pages: OpenPages) -> None:
    pages.go("happened")
    pages.click("happened-keep")
    assert incidents.list_incidents(pages.vault.database) == ()
    assert pages.message() == "One word is enough, or one file."


@pytest.mark.parametrize(
    ("press", "typed", "expected"),
    [
        ("today", "", Happened("day", start="2026-03-02")),
        ("yesterday", "", Happened("day", start="2026-03-01")),
        ("day", "14.2.2026", Happened("day", start="2026-02-14")),
        ("vague", "before Nauryz", Happened("vague", words="before Nauryz")),
    ],
)
def test_the_day_is_as_exact_as_she_says_and_no_more(
    pages: OpenPages, press: str, typed: str, expected: Happened
) -> None:
    pages.go("happened")
    pages.write("happened-text", "Shouting at the door.")
    pages.click(f"happened-when-kind-{press}")
    if typed:
        pages.write("happened-when-start" if press == "day" else "happened-when-words", typed)
    pages.click("happened-keep")
    (kept,) = incidents.list_incidents(pages.vault.database)
    assert kept.latest is not None
    assert kept.latest.form.happened == expected


def test_a_day_that_cannot_be_read_is_marked_and_nothing_is_lost(pages: OpenPages) -> None:
    pages.go("happened")
    pages.write("happened-text", "Stones at the window.")
    pages.click("happened-when-kind-day")
    pages.write("happened-when-start", "32.13.2026")
    pages.click("happened-keep")
    assert incidents.list_incidents(pages.vault.database) == ()
    assert "cannot be read" in pages.words()
    assert pages.find("happened-text").text() == "Stones at the window."


def test_everything_that_unfolds_is_kept_with_the_entry(pages: OpenPages, clock: Any) -> None:
    someone = a_person(pages.vault.database, clock, name="Marat")
    pages.go("happened")
    pages.write("happened-text", "In the yard.")
    unfold(pages, "happened", "place", "people", "kinds", "children-present", "seen-by")
    pages.write("happened-place", "the yard")
    pages.click(f"happened-who-{someone.id}")
    pages.click("happened-kinds-threat")
    pages.click("happened-children-heard")
    pages.write("happened-witnesses", "the watchman")
    pages.click("happened-keep")
    (kept,) = incidents.list_incidents(pages.vault.database)
    assert kept.latest is not None
    form = kept.latest.form
    assert (form.place, form.people, form.kinds) == ("the yard", (someone.id,), ("threat",))
    assert (form.children_present, form.witnesses) == ("heard", "the watchman")


def fill_every_part(pages: OpenPages) -> None:
    """Something in each part, with her hands."""
    unfold(pages, "happened", *PARTS)
    for one in ("seen-by", "police-calls", "care"):
        pages.click(f"happened-{one}-add")
    for field in WRITTEN:
        pages.write(f"happened-{field}", f"w {field}")
    for chip in CHOSEN:
        pages.click(f"happened-{chip}")


def every_part() -> IncidentForm:
    """The same as it is kept."""

    def w(field: str) -> str:
        return f"w {field}"

    return IncidentForm(
        text="All of it.",
        place=w("place"),
        kinds=("physical",),
        witnesses=w("witnesses"),
        children_present="heard",
        injuries=w("injuries"),
        police=w("police"),
        medical=w("medical"),
        how_long=w("how_long"),
        said=(forms.Statement(w("said-1-words"), w("said-1-by"), "saw"),),
        used=w("used"),
        damage=(forms.Damage(w("damage-1-what"), w("damage-1-cost"), "found"),),
        devices=(forms.Device(w("devices-1-what"), w("devices-1-how"), "told"),),
        substances=forms.Substances("yes", "unknown", w("substances-words")),
        known="told",
        known_words=w("known_words"),
        seen_by=(
            forms.Witness(
                w("seen-by-1-name"), w("seen-by-1-contact"), "heard", "unknown", "yes", w("seen-by-1-words")
            ),
        ),
        police_calls=(
            forms.PoliceCall(
                *(w(f"police-calls-1-{one}") for one in ("number_called", "at", "officer", "statement_number")),
                "yes",
                w("police-calls-1-refused_words"),
                w("police-calls-1-words"),
            ),
        ),
        care=(
            forms.Care("doctor", *(w(f"care-1-{one}") for one in ("where", "who", "at", "record_number", "words"))),
        ),
        exam=forms.ForensicExam(*(w(f"exam-{one}") for one in ("ordered_by", "ruling", "on_day", "body"))),
        kept=(forms.KeptThing(w("kept-1-what"), w("kept-1-where")),),
        child_words=(forms.ChildWords(*(w(f"child-words-1-{one}") for one in ("words", "child", "at"))),),
        afterwards=w("afterwards"),
        later=w("later"),
    )


def test_every_part_of_an_entry_can_be_written_and_is_kept(pages: OpenPages) -> None:
    pages.go("happened")
    pages.write("happened-text", "All of it.")
    fill_every_part(pages)
    pages.click("happened-keep")
    (kept,) = incidents.list_incidents(pages.vault.database)
    assert kept.latest is not None
    assert kept.latest.form == every_part()


def test_every_part_comes_back_from_its_draft(pages: OpenPages) -> None:
    page = pages.go("happened")
    pages.write("happened-text", "All of it.")
    fill_every_part(pages)
    page.save_draft_now()
    pages.window.rebuild()
    assert pages.here().fields.read() == every_part()
    assert pages.find("happened-seen-by-1-name").text() == "w seen-by-1-name"
    # As after hiding: nothing was unfolded yet when the draft is read.
    pages.here().clear()
    assert pages.here().fields.is_blank()
    pages.go("happened")
    assert pages.here().fields.read() == every_part()


def test_a_witness_can_be_added_and_taken_away(pages: OpenPages) -> None:
    pages.go("happened")
    pages.write("happened-text", "On the stairs.")
    unfold(pages, "happened", "seen-by")
    for number, who in enumerate(("the watchman", "a passer-by", "flat 8"), 1):
        pages.click("happened-seen-by-add")
        pages.write(f"happened-seen-by-{number}-name", who)
    pages.click("happened-seen-by-2-remove")
    pages.click("happened-seen-by-add")
    assert pages.unnamed() == []
    pages.click("happened-keep")
    (kept,) = incidents.list_incidents(pages.vault.database)
    assert kept.latest is not None
    assert [one.name for one in kept.latest.form.seen_by] == ["the watchman", "flat 8"]


def test_each_part_says_why_it_helps_and_a_childs_words_come_with_their_rule(pages: OpenPages) -> None:
    guide = load_record_guide("en")
    pages.go("happened")
    unfold(pages, "happened", *PARTS)
    words = pages.words()
    for part in guide.parts:
        if f"{part.id}".replace("_", "-") in PARTS:
            assert part.title in words
            assert part.why in words
            assert part.hint in words
    for line in guide.page.child_lines:
        assert line in words
    pages.click("happened-child-words-add")
    assert "When and where" in pages.words(), "the rule asks for the day and the place"
    assert pages.unnamed() == []


def test_the_same_day_list_stands_below_a_fresh_entry_of_a_hurt_body_and_nowhere_else(pages: OpenPages) -> None:
    pages.go("happened")
    pages.write("happened-text", "In the kitchen.")
    pages.click("happened-when-kind-today")
    assert not pages.sees("happened-same-day")
    unfold(pages, "happened", "kinds", "injuries")
    pages.click("happened-kinds-threat")
    assert not pages.sees("happened-same-day")
    pages.click("happened-kinds-physical")
    assert pages.sees("happened-same-day")
    assert not pages.sees("happened-checklist-doctor"), "folded until she asks"
    pages.click("happened-kinds-physical")
    assert not pages.sees("happened-same-day")
    pages.write("happened-injuries", "my wrist")
    assert pages.sees("happened-same-day")
    pages.click("happened-when-kind-vague")
    assert not pages.sees("happened-same-day")
    pages.click("happened-when-kind-yesterday")
    keep, list_ = pages.find("happened-keep"), pages.find("happened-same-day")
    below = list_.mapTo(pages.window, list_.rect().topLeft()).y()
    assert below > keep.mapTo(pages.window, keep.rect().bottomLeft()).y(), "never in the way"
    pages.click("happened-checklist")
    pages.click("happened-photos")
    guide = load_record_guide("en")
    words = pages.words()
    for step in guide.checklist:
        assert step.text in words
        assert step.risk in words
    assert words.count("If you are in danger now, call 102 or 112.") >= 2, "the numbers are those of the country"
    for line in (*guide.photos, *guide.never):
        assert line.text in words
    exam = next(card for card in pages.context.region.cards if card.id == "exam")
    assert exam.title in words
    assert pages.unnamed() == []
    assert pages.fits()
    pages.here().save_draft_now()
    pages.window.rebuild()
    assert pages.sees("happened-same-day")
    pages.click("happened-keep")
    assert not pages.sees("happened-same-day")


def test_what_is_typed_becomes_a_draft_and_comes_back(pages: OpenPages, qtbot: QtBot) -> None:
    pages.go("happened")
    pages.write("happened-text", "Half a sen")
    qtbot.waitUntil(lambda: drafts.draft(pages.vault.database, "happened").get("text") == "Half a sen")
    again = pages.window
    again.rebuild()
    assert pages.find("happened-text").text() == "Half a sen"
    pages.qtbot.keyClicks(pages.find("happened-text"), "tence")
    assert pages.find("happened-text").text() == "Half a sentence"


def test_chosen_files_stay_chosen_in_another_language_and_after_hiding(pages: OpenPages, tmp_path: Path) -> None:
    photo, odd = tmp_path / "photo.txt", tmp_path / os.fsdecode(b"\xff-voice.txt")
    for path in (photo, odd):
        path.write_text(path.parent.name)
    odd.write_text("another")
    pages.go("happened").add_files([photo, odd])
    pages.here().save_draft_now()
    pages.window.rebuild()
    assert "2 file" in pages.find("happened-files").text()
    # As after hiding: a page made anew finds everything in its draft.
    pages.here().clear()
    pages.go("happened")
    assert "2 file" in pages.find("happened-files").text()
    pages.click("happened-keep")
    (kept,) = incidents.list_incidents(pages.vault.database)
    assert len(kept.attachments) == 2
    assert drafts.draft(pages.vault.database, "happened") == {}


def test_a_wrong_file_is_taken_off_before_it_is_kept(pages: OpenPages, tmp_path: Path) -> None:
    chosen = [tmp_path / f"{number}.txt" for number in range(1, 11)]
    for path in chosen:
        path.write_text(path.name)
    page = pages.go("happened")
    page.add_files(chosen)
    assert pages.find("happened-files-8").text() == "8.txt"
    assert not pages.sees("happened-files-9")
    assert pages.find("happened-files-more").text() == "And 2 more"
    pages.click("happened-files-2-off")
    assert pages.find("happened-files-2").text() == "3.txt"
    assert pages.window.focusWidget() is pages.find("happened-files-2-off")
    assert "9 file" in pages.find("happened-files").text()
    page.save_draft_now()
    pages.window.rebuild()
    assert pages.find("happened-files-2").text() == "3.txt"
    pages.click("happened-keep")
    (kept,) = incidents.list_incidents(pages.vault.database)
    assert sorted(one.name for one in kept.attachments) == sorted(path.name for path in chosen if path.stem != "2")
    assert not pages.sees("happened-files")


def test_a_name_of_a_chosen_file_cannot_turn_the_writing_round(pages: OpenPages, tmp_path: Path) -> None:
    pages.go("happened").add_files([tmp_path / "gone\u202egpj.exe"])
    assert "\u202e" not in pages.find("happened-files-1").text()
    assert "\u202e" not in pages.find("happened-files-1-off").accessibleName()
    pages.click("happened-files-1-off")
    assert not pages.sees("happened-files")
    assert drafts.draft(pages.vault.database, "happened") == {}


def seen_keeping(pages: OpenPages) -> list[str]:
    """The main buttons that are really in sight."""
    pages.settle()
    sight = pages.here().sheet.viewport()
    found = [one for one in pages.here().findChildren(PrimaryButton) if one.isVisible()]
    inside = [one for one in found if not sight.isAncestorOf(one) or not one.visibleRegion().isEmpty()]
    return [one.objectName() for one in inside]


def test_keeping_is_within_reach_however_long_the_form_is(pages: OpenPages, qtbot: QtBot) -> None:
    page = pages.go("happened")
    unfold(pages, "happened", "place", "said", "kinds")
    bar = page.sheet.verticalScrollBar()
    bar.setValue(0)
    assert not pages.sees("happened-keep-near"), "there is nothing to keep yet"
    pages.write("happened-text", "He took my phone.")
    bar.setValue(0)
    qtbot.waitUntil(lambda: pages.sees("happened-keep-near"))
    assert seen_keeping(pages) == ["happened-keep-near-button"]
    page.sheet.ensureWidgetVisible(pages.find("happened-keep"), 0, 80)
    qtbot.waitUntil(lambda: not pages.sees("happened-keep-near"))
    assert seen_keeping(pages) == ["happened-keep"]
    bar.setValue(0)
    qtbot.waitUntil(lambda: pages.sees("happened-keep-near"))
    pages.click("happened-keep-near-button")
    (kept,) = incidents.list_incidents(pages.vault.database)
    assert kept.latest is not None
    assert kept.latest.form.text == "He took my phone."
    qtbot.waitUntil(lambda: not pages.sees("happened-keep-near"))


def test_nothing_is_called_unwritten_below_a_line_she_writes(pages: OpenPages) -> None:
    pages.go("happened")
    assert pages.sees("happened-empty")
    pages.write("happened-text", "H")
    assert not pages.sees("happened-empty")
    pages.find("happened-text").clear()
    assert pages.sees("happened-empty")


def test_a_file_alone_is_a_whole_entry_and_stays_bit_for_bit(pages: OpenPages) -> None:
    source = next(path for path in sorted(FILES.iterdir()) if path.suffix == ".jpg")
    page = pages.go("happened")
    page.add_files([source])
    pages.click("happened-keep")
    (kept,) = incidents.list_incidents(pages.vault.database)
    (info,) = kept.attachments
    assert attachments.read_all(pages.vault.database, info.id) == source.read_bytes()
    assert info.has_thumbnail
    assert info.embedded is not None, "what the file claims was not noted"


def test_a_broken_picture_is_kept_without_a_picture_of_it(pages: OpenPages, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0" + b"not a picture" * 50)
    page = pages.go("happened")
    pages.write("happened-text", "A photo from the old phone.")
    page.add_files([broken])
    pages.click("happened-keep")
    (info,) = incidents.list_incidents(pages.vault.database)[0].attachments
    assert attachments.read_all(pages.vault.database, info.id) == broken.read_bytes()
    assert not info.has_thumbnail


def test_a_file_that_is_gone_is_named_and_the_words_are_kept(pages: OpenPages, tmp_path: Path) -> None:
    page = pages.go("happened")
    pages.write("happened-text", "With a recording.")
    page.add_files([tmp_path / "gone.m4a"])
    pages.click("happened-keep")
    assert len(incidents.list_incidents(pages.vault.database)) == 1
    assert pages.message() == "Kept.", "her words are kept whatever became of the file"
    bar = pages.window.shell.message_bar
    assert any("gone.m4a" in label.text() for label in bar.findChildren(QLabel) if label.isVisible())


def test_a_name_that_turns_the_writing_round_is_shown_in_its_place(pages: OpenPages, tmp_path: Path) -> None:
    page = pages.go("happened")
    page.add_files([tmp_path / "gone\u202egpj.exe"])
    pages.click("happened-keep")
    assert "gone" in pages.message()
    assert "\u202e" not in pages.message()


def test_files_that_hiding_cut_off_are_gone_on_with_at_the_next_visit(pages: OpenPages, tmp_path: Path) -> None:
    """One of two was complete when the program was ended; nobody has to notice that the other one is missing."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    for path in (first, second):
        path.write_text(path.name)
    pages.go("happened").add_files([first])
    pages.click("happened-keep")
    (entry,) = incidents.list_incidents(pages.vault.database)
    unfinished = {"entry": entry.id, "files": paths_to_text([first, second])}
    drafts.save_draft(pages.vault.database, pages.context.clock, UNFINISHED, unfinished)
    pages.go("today")
    pages.go("happened")
    (entry,) = incidents.list_incidents(pages.vault.database)
    assert [info.name for info in entry.attachments] == ["first.txt", "second.txt"]
    assert drafts.draft(pages.vault.database, UNFINISHED) == {}
    assert "first.txt" not in pages.message()


def test_a_double_click_keeps_one_entry_and_says_so(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.go("happened")
    pages.write("happened-text", "Once is enough.")
    executor.holding = True
    pages.click("happened-keep")
    pages.click("happened-keep")
    executor.holding = False
    executor.release()
    assert len(incidents.list_incidents(vault.database)) == 1
    said = pages.message()
    pages.click("happened-keep")
    assert pages.message() == said
    assert len(incidents.list_incidents(vault.database)) == 1


def test_cancel_reaches_the_newest_import_only(pages: OpenPages, tmp_path: Path) -> None:
    """Each import used to leave a connection behind, which held on to its job."""
    page = pages.go("happened")
    for number in range(3):
        photo = tmp_path / f"{number}.txt"
        photo.write_text(f"file {number}")
        page.add_files([photo])
        pages.click("happened-keep")
    assert page.work.receivers(SIGNAL("cancelled()")) == 1


def test_an_entry_of_this_opening_can_be_taken_back_without_a_trace(pages: OpenPages) -> None:
    pages.go("happened")
    pages.write("happened-text", "I should not have written this.")
    pages.click("happened-keep")
    pages.click("incident-1-take-back")
    assert "until the next opening" in pages.words()
    assert "or when the four words of the record are to stand for it too" in pages.words(), "they end it as well"
    pages.click("answer-yes")
    assert incidents.list_incidents(pages.vault.database) == ()
    assert pages.sees("happened-empty")


def test_entries_of_an_earlier_opening_offer_no_take_back(pages: OpenPages, clock: Any) -> None:
    an_incident(pages.vault.database, clock, text="Written last week.")
    sittings.begin_sitting(pages.vault.database, clock)
    pages.go("happened")
    assert pages.sees("incident-1-open")
    assert not pages.sees("incident-1-take-back")


def test_a_word_typed_here_is_looked_for_where_one_looks_back(pages: OpenPages, clock: Any, qtbot: QtBot) -> None:
    for text in ("На лестнице, вечером.", "Қызым естіді.", "He waited outside.", "Nothing else."):
        an_incident(pages.vault.database, clock, text=text)
    pages.go("happened")
    pages.find("happened-search").setText("қызым")  # Qt's test keys know Latin letters only
    pages.click("happened-find")
    assert pages.window.current_name == "look_back"
    rows = pages.here().rows
    qtbot.waitUntil(lambda: rows.rowCount() == 1)
    assert rows.row(0).words == "Қызым естіді."
    pages.go("happened")
    assert pages.find("happened-search").text() == ""


def test_the_last_entries_stand_here_and_a_way_leads_to_the_others(pages: OpenPages, clock: Any) -> None:
    pages.go("happened")
    assert not pages.sees("happened-ways")
    assert not pages.sees("happened-search")
    for number in range(PORTION + 1):
        an_incident(pages.vault.database, clock, text=f"Entry {number}.")
    pages.go("happened")
    assert pages.sees(f"incident-{PORTION + 1}-open")
    assert pages.sees("incident-2-open")
    assert not pages.sees("incident-1-open")
    pages.click("happened-older")
    assert pages.here().rows.entries == PORTION + 1
    pages.go("happened")
    pages.click("happened-way-look_back")
    assert pages.window.current_name == "look_back"


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(qtbot: QtBot, vault: Any, clock: Any, scale: int) -> None:
    an_incident(vault.database, clock, text="A long line of words that has to wrap. " * 8)
    pages = OpenPages(qtbot, vault, clock, look=Look("light", scale))
    pages.go("happened")
    unfold(pages, "happened", *PARTS)
    for one in ("seen-by", "police-calls", "care"):
        pages.click(f"happened-{one}-add")
    assert pages.fits()
