"""All that was handed over: found again by its words, unfolded to the last file, and repeated with what is new."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from safeplan.clock import as_text
from safeplan.handover import releases
from safeplan.handover.releases import Release
from safeplan.handover.selection import LeftOut, Selection
from safeplan.records import incidents
from safeplan.records.incidents import Happened
from tests.builders import a_file, a_source, an_incident
from tests.ui.page_stage import Stage
from ui.background import Job, Session
from ui.hand_over_work import hand_over
from ui.pages.handed import AT_ONCE, HandedPage
from ui.pages.record import RecordPage
from ui.theme import Look

pytestmark = pytest.mark.usefixtures("qapp")


def given(vault: Any, clock: Any, place: Path, selection: Selection, form: str = "folder") -> Release:
    place.mkdir(exist_ok=True)
    session, quiet = Session(vault.files, clock, vault), Job(0, lambda *_: None)
    return hand_over(session, quiet, selection=selection, folder=place, form=form, phrase="1234-5678").release


def opened(qtbot: QtBot, vault: Any, clock: Any, **more: Any) -> tuple[Stage, Any]:
    stage = Stage(
        qtbot, clock, vault, {"handed": HandedPage, "record": RecordPage}, elsewhere=("hand_over", "happened"), **more
    )
    return stage, stage.go("handed")


def said(stage: Stage, name: str) -> str:
    found = [one.text() for one in stage.window.findChildren(QLabel, name) if one.isVisible()]
    return found[-1].replace("\u200b", "") if found else ""


def test_with_nothing_handed_over_the_page_says_what_it_is_for(qtbot: QtBot, vault: Any, clock: Any) -> None:
    stage, _page = opened(qtbot, vault, clock)
    assert stage.exists("handed-none")
    assert not stage.exists("handed-finder")
    stage.click("handed-empty-action")
    assert stage.arrivals("hand_over") == [{}]


def test_before_there_is_a_store_the_page_is_empty(qtbot: QtBot, clock: Any, tmp_path: Path) -> None:
    stage, _page = opened(qtbot, None, clock, tmp_path=tmp_path)
    assert stage.exists("handed-none")


def test_one_unfolds_to_everything_that_left_and_what_is_new_since(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path
) -> None:
    db = vault.database
    first = an_incident(db, clock, "The lamp was thrown.", happened=Happened("day", "2026-02-11"))
    second = an_incident(db, clock, "Money was taken.")
    a_file(db, clock, a_source(tmp_path, b"a letter", "letter.txt"), first.id)
    until = (clock.now() + timedelta(days=2)).date().isoformat()
    selection = Selection(
        (first.id,),
        "ru",
        with_attachments=True,
        recipient="Advocate Made-Up",
        purpose="a hearing",
        until=until,
        case_number="77-12",
        second_language="kk",
        with_names=False,
        fields_left_out=("place",),
        marks=(LeftOut(first.id, "text", 0, 3, 1),),
    )
    release = given(vault, clock, tmp_path / "out", selection)
    clock.move(hours=1)
    third = an_incident(db, clock, "Written since.")
    form = first.revisions[-1].form
    incidents.amend_incident(db, clock, first.id, replace(form, place="the kitchen"), "it was there")
    stage, _page = opened(qtbot, vault, clock)
    assert said(stage, "handed-1-short").startswith("a hearing · Until ")
    assert not stage.exists("handed-1-came")
    stage.click("handed-1-fold")
    about = said(stage, "handed-1-about")
    for words in ("a hearing", "77-12", "Русский, Қазақша", release.folder_name, "As an open folder"):
        assert words in about
    assert "No. 1 · " in said(stage, "handed-1-entries")
    assert said(stage, "handed-1-files") == "letter.txt"
    how = said(stage, "handed-1-how")
    assert "nicknames or first letters" in how
    assert "Parts of entries that stayed here: 1" in how
    assert "Places left out: 1" in how
    numbers = said(stage, "handed-1-numbers")
    assert release.bundle in numbers
    assert release.bag_sha256[:16] in numbers
    new = said(stage, "handed-1-new")
    assert "Entries that were not in it: 2" in new
    assert "Corrected since, or with more files: 1" in new
    assert (second.number, third.number) == (2, 3)
    stage.click("handed-1-again")
    assert stage.arrivals("hand_over") == [{"again": release.id}]


def test_the_day_until_which_it_may_be_kept_comes(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path) -> None:
    entry = an_incident(vault.database, clock)
    until = (clock.now() + timedelta(days=2)).date().isoformat()
    given(vault, clock, tmp_path / "out", Selection((entry.id,), "en", with_attachments=False, until=until))
    given(vault, clock, tmp_path / "out", Selection((entry.id,), "en", with_attachments=False, until="the hearing"))
    clock.move(days=3)
    stage, _page = opened(qtbot, vault, clock)
    assert "Until when: the hearing" in said(stage, "handed-1-short")
    assert not stage.exists("handed-1-came")
    assert "you can ask for it back" in said(stage, "handed-2-came")


def test_what_was_removed_since_is_counted_and_not_named(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path
) -> None:
    db = vault.database
    first, second = an_incident(db, clock, "The lamp."), an_incident(db, clock, "The money.")
    a_file(db, clock, a_source(tmp_path, b"a letter", "letter.txt"), first.id)
    given(vault, clock, tmp_path / "out", Selection((first.id, second.id), "en", with_attachments=True))
    incidents.remove_incident(db, clock, first.id, keep_hash=False)
    stage, _page = opened(qtbot, vault, clock)
    stage.click("handed-1-fold")
    assert said(stage, "handed-1-entries").splitlines()[-1] == "Removed since then: 1"
    assert said(stage, "handed-1-files") == "Removed since then: 1"
    assert "Nothing new since then." in said(stage, "handed-1-new")
    assert stage.find("handed-1-again").text() == "Hand over the same again"


def test_words_find_one_of_many(qtbot: QtBot, vault: Any, clock: Any) -> None:
    for number in range(AT_ONCE + 3):
        a_release(vault, clock, number)
    stage, page = opened(qtbot, vault, clock)
    assert stage.exists(f"handed-{AT_ONCE}")
    assert not stage.exists(f"handed-{AT_ONCE + 1}")
    assert "(3 left)" in stage.find("handed-more").text()
    stage.click("handed-more")
    assert stage.exists(f"handed-{AT_ONCE + 3}")
    assert not stage.exists("handed-more")
    page.search.setText("СЕМЁН court")
    # A new card is seen in Qt's next round, one that goes is deleted in a later one.
    qtbot.waitUntil(lambda: said(stage, "handed-count") == "Found: 1" and stage.exists("handed-1"))
    assert "Семен 7" in stage.find("handed-1-fold").text()
    page.search.setText("nobody")
    none = "Nothing with these words was handed over."
    qtbot.waitUntil(lambda: said(stage, "handed-count") == none)
    assert not stage.exists("handed-1")
    assert stage.exists("handed-search"), "the field stays to be emptied"


def a_release(vault: Any, clock: Any, number: int) -> Release:
    clock.move(minutes=1)
    made = Release(
        id=f"{number:032x}",
        made_at=as_text(clock.now()),
        zone=clock.zone(),
        recipient=f"Семен {number}" if number == 7 else f"Advocate {number}",
        purpose="court",
        until="",
        language="ru",
        bundle=f"{number:04d}-ABCD",
        incidents=(),
        files=(),
        with_files=False,
        bag_sha256="ab" * 32,
        root="cd" * 32,
        folder_name=f"copy-{number}",
        size=1000,
    )
    return releases.keep_release(vault.database, clock, made)


def test_one_from_before_choices_were_kept_can_be_read_too(qtbot: QtBot, vault: Any, clock: Any) -> None:
    a_release(vault, clock, 1)
    stage, _page = opened(qtbot, vault, clock)
    stage.click("handed-1-fold")
    assert "copy-1" in said(stage, "handed-1-about")


def test_the_record_page_leads_here(qtbot: QtBot, vault: Any, clock: Any) -> None:
    an_incident(vault.database, clock)
    stage, _page = opened(qtbot, vault, clock)
    stage.go("record")
    stage.click("record-handed")
    assert stage.window.current_name == "handed"


def test_a_locked_paper_is_named_as_one(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path) -> None:
    entry = an_incident(vault.database, clock)
    given(vault, clock, tmp_path / "out", Selection((entry.id,), "en", with_attachments=True), form="pdf")
    stage, _page = opened(qtbot, vault, clock)
    stage.click("handed-1-fold")
    assert "As a locked PDF: copy-" in said(stage, "handed-1-about")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, language: str, theme: str, scale: int
) -> None:
    entry = an_incident(vault.database, clock)
    a_file(vault.database, clock, a_source(tmp_path, b"a letter", "a_name_without_any_place_to_break.txt"), entry.id)
    day = clock.now().date().isoformat()
    given(
        vault,
        clock,
        tmp_path / "out",
        Selection((entry.id,), "en", with_attachments=True, recipient="Advocate", purpose="a hearing", until=day),
    )
    stage, page = opened(qtbot, vault, clock, language=language, look=Look(theme, scale))
    stage.click("handed-1-fold")
    stage.nothing_is_cut(page)
