"""A copy to take along: made and read back, looked into, brought back beside or instead, and taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safeplan import errors
from safeplan.content.backup_words import load_backup_words
from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.paths import vault_files
from safeplan.records import incidents, reminders
from safeplan.records.incidents import IncidentForm
from safeplan.records.sittings import begin_sitting
from safeplan.vault import container
from safeplan.vault.backup import make_backup
from tests.builders import a_file, a_source, an_incident, ignore, never
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.background import Session
from ui.opening import Opened
from ui.theme import Look

pytestmark = pytest.mark.usefixtures("remembered")
WORDS = load_backup_words("en")
SAY = WORDS.page
PHRASE = "lamp river bread seven"


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any) -> OpenPages:
    made = OpenPages(qtbot, vault, clock)
    made.window.resize(1024, 3000)
    return made


@pytest.fixture
def other(tmp_path: Path, clock: Any) -> Iterator[Any]:
    """A second record, of a month ago."""
    made = container.create_vault(vault_files(tmp_path / "other"), bytearray(b"another phrase of words"), profile=0)
    clock.move(days=-30)
    one = an_incident(made.database, clock, "Told me about the threshold")
    a_file(made.database, clock, a_source(tmp_path, b"her letter " * 500, "letter.txt"), one.id)
    begin_sitting(made.database, clock)
    clock.move(days=30)
    yield made
    made.close()


def session_of(pages: OpenPages) -> Session:
    return pages.background._session


def look_into(pages: OpenPages, path: Path, phrase: str = PHRASE) -> None:
    pages.click("backup-choose")
    pages.context.picker.choose([path])
    pages.write("backup-phrase", phrase)
    QTest.keyClick(pages.find("backup-phrase"), Qt.Key.Key_Return)


def texts(db: Any) -> list[str]:
    return [one.revisions[-1].form.text for one in incidents.list_incidents(db) if one.latest]


# ── Make ────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_copy_is_made_under_a_dull_name_read_back_and_its_day_is_kept(
    pages: OpenPages, clock: Any, stick: Path
) -> None:
    for number in range(3):
        an_incident(pages.vault.database, clock, f"Entry {number}")
    pages.go("backup")
    assert SAY.last_none.format(count=3) in pages.words()
    assert pages.sees("backup-due")
    pages.find("backup-name").setText("con.dat")
    pages.click("backup-make")
    assert SAY.name_bad in pages.words()
    pages.find("backup-name").setText("recipes.dat")
    pages.click("backup-make")
    pages.context.picker.choose([stick])
    assert pages.find("backup-made").text() == "Read back: all the same."
    assert [path.name for path in stick.iterdir()] == ["recipes.dat"]
    assert "Entries: 3, files: 0" in pages.words()
    assert SAY.last.format(day="2 March 2026, 23:40", count=0) == pages.find("backup-last").text()
    assert not pages.sees("backup-due")
    # A second one is never put over the first.
    before = (stick / "recipes.dat").read_bytes()
    pages.click("backup-make")
    pages.context.picker.choose([stick])
    assert SAY.name_taken in pages.words()
    assert (stick / "recipes.dat").read_bytes() == before


def test_beside_the_notes_themselves_no_copy_is_made(pages: OpenPages) -> None:
    pages.go("backup")
    pages.click("backup-make")
    pages.context.picker.choose([pages.vault.files.folder])
    assert "same folder as the notes" in pages.words()


def test_not_now_is_quiet_for_a_week(pages: OpenPages, clock: Any) -> None:
    for _ in range(3):
        an_incident(pages.vault.database, clock)
    pages.go("backup")
    pages.click("backup-not-now")
    assert pages.message() == SAY.put_off
    assert not pages.sees("backup-due")
    clock.move(days=8)
    pages.go("more")
    pages.go("backup")
    assert pages.sees("backup-due")


def test_cancelled_on_the_way_nothing_is_left(qtbot: QtBot, vault: Any, clock: Any, stick: Path) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.go("backup")
    pages.click("backup-make")
    executor.holding = False
    pages.context.picker.cancel()
    page = pages.here()
    executor.holding = True
    page.make.make(stick)
    assert pages.find("backup-work-text").text() == SAY.making
    pages.click("backup-work-cancel")
    executor.release()
    assert pages.message() == SAY.stopped
    assert list(stick.iterdir()) == []


# ── Look into one ───────────────────────────────────────────────────────────────────────────────────────────────
def test_a_copy_says_what_is_in_it_and_what_is_only_here(pages: OpenPages, clock: Any, stick: Path) -> None:
    db = pages.vault.database
    an_incident(db, clock, "In the copy")
    begin_sitting(db, clock)
    make_backup(pages.vault, clock, stick / "b", ignore, never)
    clock.move(days=4)
    an_incident(db, clock, "Only here")
    pages.go("backup")
    look_into(pages, stick / "b")
    assert pages.find("backup-found-day").text() == SAY.found.format(day="2 March 2026, 23:40")
    assert SAY.found_holds.format(entries=1, files=0, steps=0) in pages.words()
    assert pages.find("backup-lost-0").text() == "•  Entries: 1"
    assert SAY.lost_days.format(days=4) in pages.words()
    assert SAY.nothing_new in pages.words()


def test_a_wrong_file_and_a_wrong_passphrase_are_named(pages: OpenPages, clock: Any, stick: Path) -> None:
    make_backup(pages.vault, clock, stick / "b", ignore, never)
    (stick / "photo.jpg").write_bytes(b"x" * 5000)
    pages.go("backup")
    look_into(pages, stick / "photo.jpg")
    assert "not a copy that this program made" in pages.words()
    pages.context.questions.answer("ok")
    look_into(pages, stick / "b", "not the right words")
    assert SAY.wrong in pages.words()
    assert not pages.sees("backup-found")
    pages.write("backup-phrase", PHRASE)
    QTest.keyClick(pages.find("backup-phrase"), Qt.Key.Key_Return)
    assert pages.sees("backup-found")


def test_leaving_the_page_closes_the_copy(pages: OpenPages, clock: Any, stick: Path) -> None:
    make_backup(pages.vault, clock, stick / "b", ignore, never)
    page = pages.go("backup")
    look_into(pages, stick / "b")
    assert page.open.held.backup is not None
    pages.go("more")
    assert page.open.held.backup is None
    assert page.open.held.database is None
    pages.go("backup")
    assert not pages.sees("backup-found")


# ── Bring one back ──────────────────────────────────────────────────────────────────────────────────────────────
def test_beside_it_lies_in_a_folder_of_its_own_and_what_is_here_stays(
    pages: OpenPages, clock: Any, stick: Path, tmp_path: Path
) -> None:
    an_incident(pages.vault.database, clock, "In the copy")
    make_backup(pages.vault, clock, stick / "b", ignore, never)
    pages.go("backup")
    look_into(pages, stick / "b")
    place = tmp_path / "elsewhere"
    place.mkdir()
    pages.click("backup-beside")
    pages.context.picker.choose([place])
    assert pages.sees("backup-beside-done"), pages.words()
    assert pages.find("backup-beside-done").text() == SAY.beside_done
    pages.window.rebuild(Look("dark", 125))
    assert pages.find("backup-beside-done").text() == SAY.beside_done, "in another look too"
    again = container.unlock_vault(vault_files(place / "data"), bytearray(PHRASE.encode()))
    assert texts(again.database) == ["In the copy"]
    again.close()
    assert texts(pages.vault.database) == ["In the copy"]
    look_into(pages, stick / "b")
    pages.click("backup-beside")
    pages.context.picker.choose([place])
    assert SAY.beside_taken in pages.words()


def test_instead_asks_twice_and_then_what_is_open_is_the_copy(pages: OpenPages, clock: Any, stick: Path) -> None:
    db = pages.vault.database
    an_incident(db, clock, "In the copy")
    begin_sitting(db, clock)
    make_backup(pages.vault, clock, stick / "b", ignore, never)
    an_incident(db, clock, "Only here")
    opened: list[Opened] = []
    pages.context.opened = opened.append
    pages.go("backup")
    look_into(pages, stick / "b")
    for answers in (["back"], ["on", "back"]):
        pages.click("backup-instead")
        assert "•  Entries: 1" in pages.words()
        for answer in answers:
            pages.context.questions.answer(answer)
        assert sorted(texts(db)) == ["In the copy", "Only here"]
    pages.click("backup-instead")
    pages.context.questions.answer("on")
    assert SAY.ask_second in pages.words()
    pages.context.questions.answer("replace")
    assert [one.opened_by for one in opened] == ["passphrase"]
    assert pages.message() == SAY.restored.format(day="2 March 2026, 23:40")
    now = session_of(pages).vault
    assert now is not None
    assert texts(now.database) == ["In the copy"]
    now.close()
    names = {path.name for path in pages.vault.files.folder.iterdir()}
    assert names == {"s0.bin", "d0.bin", "r0.bin"}


def test_a_damaged_copy_or_a_stopped_one_costs_no_passphrase(
    qtbot: QtBot, vault: Any, clock: Any, stick: Path
) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.window.resize(1024, 3000)
    an_incident(vault.database, clock, "What is here")
    make_backup(vault, clock, stick / "b", ignore, never)
    whole = (stick / "b").read_bytes()
    pages.go("backup")
    look_into(pages, stick / "b")
    executor.holding = True
    pages.click("backup-instead")
    pages.context.questions.answer("on")
    pages.context.questions.answer("replace")
    pages.click("backup-open-work-cancel")
    executor.release()
    assert pages.message() == SAY.stopped
    executor.holding = False
    bent = bytearray(whole)
    bent[40_000] ^= 1
    (stick / "b").write_bytes(bent)
    pages.click("backup-instead")
    pages.context.questions.answer("on")
    pages.context.questions.answer("replace")
    assert "this copy is damaged" in pages.words()
    pages.context.questions.answer("ok")
    # Neither what is here nor the copy has to be opened again.
    assert pages.window.current_name == "backup"
    assert session_of(pages).vault is vault
    assert texts(pages.vault.database) == ["What is here"]
    (stick / "b").write_bytes(whole)
    opened: list[Opened] = []
    pages.context.opened = opened.append
    pages.click("backup-instead")
    pages.context.questions.answer("on")
    pages.context.questions.answer("replace")
    assert len(opened) == 1


def test_looking_into_one_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, vault: Any, clock: Any, stick: Path
) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.window.resize(1024, 3000)
    an_incident(vault.database, clock, "In the copy")
    make_backup(vault, clock, stick / "b", ignore, never)
    page = pages.go("backup")
    said: list[int] = []
    show = page.open.bar.set_progress

    def watch(done: int, total: int) -> None:
        show(done, total)
        said.append(page.open.bar.bar.value())

    page.open.bar.set_progress = watch
    look_into(pages, stick / "b")
    assert pages.sees("backup-found")
    assert said == sorted(said)
    assert said[-1] == 1000
    assert len(set(said)) > 10
    page.open.take_file(stick / "b")
    executor.release()
    executor.holding = True
    pages.write("backup-phrase", PHRASE)
    pages.click("backup-look")
    pages.click("backup-open-work-cancel")
    executor.release()
    assert not pages.sees("backup-found")
    assert pages.sees("backup-ask")
    assert page.open.held.backup is None


def test_when_it_does_not_open_in_its_place_what_was_here_is_as_it_was_and_asks_for_its_passphrase(
    pages: OpenPages, clock: Any, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_incident(pages.vault.database, clock, "What is here")
    make_backup(pages.vault, clock, stick / "b", ignore, never)
    pages.go("backup")
    look_into(pages, stick / "b")
    unlock, here = container.unlock_with_typed, pages.vault.files

    def fail_here(files: Any, typed: bytearray) -> Any:
        if files == here:
            raise errors.DiskFailing(code="test")
        return unlock(files, typed)

    monkeypatch.setattr(container, "unlock_with_typed", fail_here)
    pages.click("backup-instead")
    pages.context.questions.answer("on")
    pages.context.questions.answer("replace")
    monkeypatch.undo()
    assert "The disk reports a fault." in pages.words()
    assert SAY.as_before in pages.words()
    pages.context.questions.answer("ok")
    assert pages.window.current_name == "gate"
    again = container.unlock_vault(pages.vault.files, bytearray(PHRASE.encode()))
    assert texts(again.database) == ["What is here"]
    again.close()


def test_on_an_empty_computer_a_copy_is_put_here_and_opened(
    qtbot: QtBot, vault: Any, clock: Any, stick: Path, tmp_path: Path
) -> None:
    an_incident(vault.database, clock, "From the old computer")
    make_backup(vault, clock, stick / "b", ignore, never)
    pages = OpenPages(qtbot, vault, clock)
    pages.window.resize(1024, 3000)
    session = session_of(pages)
    session.vault, session.files = None, vault_files(tmp_path / "new")
    opened: list[Opened] = []
    pages.context.opened, pages.context.has_store = opened.append, lambda: False
    pages.go("backup")
    assert not pages.sees("backup-make")
    assert not pages.sees("backup-folder")
    look_into(pages, stick / "b")
    pages.click("backup-here")
    assert len(opened) == 1
    assert session.vault is not None
    assert texts(session.vault.database) == ["From the old computer"]
    session.vault.close()


# ── Take something in ───────────────────────────────────────────────────────────────────────────────────────────
def test_another_copy_is_held_against_hers_and_taken_in_without_overwriting(
    pages: OpenPages, clock: Any, other: Any, stick: Path
) -> None:
    db = pages.vault.database
    an_incident(db, clock, "Mine")
    make_backup(other, clock, stick / "b", ignore, never)
    pages.go("backup")
    look_into(pages, stick / "b", "another phrase of words")
    assert WORDS.meet["new"].format(count=1) in pages.words()
    assert SAY.lost_other in pages.words()
    pages.click("backup-compare-new")
    assert "Told me about the threshold" in pages.words()
    pages.click("backup-compare-take")
    assert pages.find("backup-compare-taken").text() == SAY.taken.format(added=1, continued=0, files=1, people=0)
    assert sorted(texts(db)) == ["Mine", "Told me about the threshold"]
    look_into(pages, stick / "b", "another phrase of words")
    assert SAY.nothing_new in pages.words()
    assert not pages.sees("backup-compare-take")
    # What the other says of its time stays what it says.
    (came,) = [one for one in incidents.list_incidents(db) if one.number == 2]
    pages.go("entry", incident_id=came.id)
    assert (
        pages.find("entry-claim")
        .text()
        .startswith(SAY.claim.format(here="2 March 2026, 23:40", there="31 January 2026, 23:40"))
    )
    (mine,) = [one for one in incidents.list_incidents(db) if one.number == 1]
    pages.go("entry", incident_id=mine.id)
    assert not pages.sees("entry-claim")


def test_what_was_changed_in_both_stands_beside_and_what_was_removed_comes_only_when_asked(
    pages: OpenPages, clock: Any, other: Any, stick: Path
) -> None:
    db = pages.vault.database
    make_backup(other, clock, stick / "a", ignore, never)
    gone = an_incident(other.database, clock, "Removed here")
    make_backup(other, clock, stick / "b", ignore, never)
    pages.go("backup")
    look_into(pages, stick / "b", "another phrase of words")
    pages.click("backup-compare-take")
    begin_sitting(db, clock)
    (kept,) = [one for one in incidents.list_incidents(db) if one.id != gone.id]
    incidents.amend_incident(db, clock, kept.id, IncidentForm(text="Changed here"), "here")
    incidents.remove_incident(db, clock, gone.id, keep_hash=False)
    incidents.amend_incident(other.database, clock, kept.id, IncidentForm(text="Changed there"), "there")
    make_backup(other, clock, stick / "c", ignore, never)
    look_into(pages, stick / "c", "another phrase of words")
    assert WORDS.meet["differs"].format(count=1) in pages.words()
    assert WORDS.meet["removed_here"].format(count=1) in pages.words()
    pages.click("backup-compare-take")
    assert sorted(texts(db)) == ["Changed here", "Changed there"]
    look_into(pages, stick / "c", "another phrase of words")
    assert not pages.find("backup-compare-take").isEnabled()
    pages.click("backup-compare-also-removed")
    pages.click("backup-compare-take")
    assert sorted(texts(db)) == ["Changed here", "Changed there", "Removed here"]


def test_a_handed_over_folder_is_checked_and_taken_in_and_a_changed_one_refused(
    pages: OpenPages, clock: Any, other: Any, stick: Path
) -> None:
    (entry,) = incidents.list_incidents(other.database)
    chosen = Selection((entry.id,), "en", True, "Her", "", "")
    write_bag(other.database, clock, chosen, stick, lambda _: None, ignore, never)
    (bag,) = stick.iterdir()
    pages.go("backup")
    pages.click("backup-folder")
    pages.context.picker.choose([bag])
    assert WORDS.meet["new"].format(count=1) in pages.words()
    pages.click("backup-folder-compare-take")
    assert texts(pages.vault.database) == ["Told me about the threshold"]
    for theme in ("dark", "light"):
        pages.window.rebuild(Look(theme, 100))
        assert pages.find("backup-folder-compare-taken").text().startswith(SAY.taken.split("{")[0])
    (letter,) = (bag / "data").glob("0001.*")
    letter.write_bytes(b"another letter")
    pages.click("backup-folder")
    pages.context.picker.choose([bag])
    assert "changed after it was made" in pages.words()
    pages.context.questions.answer("ok")
    pages.click("backup-folder")
    pages.context.picker.choose([stick])
    assert "not a folder that this program handed over" in pages.words()


def test_a_folder_that_is_looked_through_can_be_left_and_says_so(
    pages: OpenPages, clock: Any, other: Any, stick: Path
) -> None:
    (entry,) = incidents.list_incidents(other.database)
    chosen = Selection((entry.id,), "en", True, "Her", "", "")
    write_bag(other.database, clock, chosen, stick, lambda _: None, ignore, never)
    (bag,) = stick.iterdir()
    background: Any = pages.background
    background._executor = held = HeldExecutor()
    pages.go("backup")
    pages.click("backup-folder")
    held.holding = True
    pages.context.picker.choose([bag])
    assert SAY.comparing in pages.words()
    assert not pages.find("backup-folder").isEnabled()
    pages.click("backup-folder-work-cancel")
    held.release()
    pages.settle()
    assert pages.window.shell.message_bar.text.text() == SAY.taken_stopped
    assert not pages.sees("backup-folder-work")
    assert not pages.sees("backup-folder-compare-take")
    assert pages.find("backup-folder").isEnabled()
    # The next one is looked through as if nothing had been; how far it is moves the bar.
    held.holding = False
    pages.click("backup-folder")
    pages.context.picker.choose([bag])
    pages.settle()
    assert WORDS.meet["new"].format(count=1) in pages.words()
    assert pages.here().folder.bar.bar.value() == 1000


def test_taking_in_needs_a_place_that_can_be_written(pages: OpenPages, clock: Any, other: Any, stick: Path) -> None:
    make_backup(other, clock, stick / "b", ignore, never)
    pages.go("backup")
    look_into(pages, stick / "b", "another phrase of words")
    pages.vault.read_only = True
    pages.click("backup-compare-take")
    assert errors.ReadOnlyPlace.id == "read_only_place"
    assert "Nothing can be written in this place." in pages.words()
    assert texts(pages.vault.database) == []


# ── The page ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200)])
def test_nothing_is_cut_and_everything_has_a_name(
    pages: OpenPages, clock: Any, other: Any, stick: Path, theme: str, scale: int
) -> None:
    an_incident(pages.vault.database, clock)
    make_backup(other, clock, stick / "b", ignore, never)
    pages.window.resize(1024, 600)
    pages.window.rebuild(Look(theme, scale))
    pages.go("backup")
    look_into(pages, stick / "b", "another phrase of words")
    assert pages.fits()
    assert pages.unnamed() == []
    assert reminders.last_backup(pages.vault.database).made_at == ""
