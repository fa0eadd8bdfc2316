"""Handing over: only what was ticked leaves, she sees it before, and the folder checks out without this program."""

from __future__ import annotations

import errno
import functools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from safeplan.handover import folder as folder_module
from safeplan.handover import releases, verify
from safeplan.records import drafts, file_notes, incidents, ledger
from safeplan.records.incidents import Happened
from tests.builders import a_file, a_person, a_source, an_incident
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.background import Background, Session
from ui.opening import open_with_typed
from ui.theme import Look


def three_entries(pages: OpenPages, clock: Any, tmp_path: Path) -> list[incidents.Incident]:
    db = pages.vault.database
    made = [
        an_incident(db, clock, "The lamp was thrown.", happened=Happened("day", "2026-02-11")),
        an_incident(db, clock, "Money was taken.", happened=Happened("vague", words="before Nauryz")),
        an_incident(db, clock, "A private thing.", happened=Happened()),
    ]
    photo = tmp_path / "lamp.jpg"
    Image.new("RGB", (640, 480), (120, 90, 60)).save(photo)
    a_file(db, clock, photo, made[0].id)
    return made


def hand_over(pages: OpenPages, place: Path) -> Path:
    """Press the button, take the folder in the picker, and give back the folder that was made."""
    pages.click("hand-over-make")
    assert pages.window.shell.picker is not None
    pages.context.picker.choose([place])
    pages.settle()
    [made] = list(place.iterdir())
    return made


def everything_in(made: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(made.rglob("*")) if path.is_file())


def test_with_nothing_written_the_page_teaches(pages: OpenPages) -> None:
    pages.go("hand_over")
    assert pages.sees("hand-over-empty")
    assert not pages.sees("hand-over-make")


def test_before_anything_is_kept_the_page_teaches_too(pages: OpenPages) -> None:
    pages.context.has_store = lambda: False
    pages.go("hand_over")
    assert pages.sees("hand-over-empty")
    assert not pages.sees("hand-over-plan")


def test_nothing_is_ticked_at_first_and_nothing_leaves_without_a_tick(
    pages: OpenPages, clock: Any, tmp_path: Path
) -> None:
    three_entries(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    assert "Chosen: 0 of 3" in pages.words()
    pages.click("hand-over-make")
    assert "Nothing is chosen yet." in pages.find("hand-over-none-yet").text()
    assert not pages.window.shell.picker.open
    pages.click("hand-over-all")
    assert "Chosen: 3 of 3" in pages.words()
    assert not pages.sees("hand-over-none-yet")
    pages.click("hand-over-none")
    assert "Chosen: 0 of 3" in pages.words()


def test_lines_show_number_day_and_first_words(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    three_entries(pages, clock, tmp_path)
    an_incident(pages.vault.database, clock, "word " * 60, happened=Happened("range", "2026-01-01", "2026-01-03"))
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    words = pages.words()
    assert "No. 1 · 11 February 2026 · files: 1\nThe lamp was thrown." in words
    assert "No. 2 · before Nauryz\nMoney was taken." in words
    assert "No. 3 · day not said\nA private thing." in words
    assert "No. 4 · 1 January 2026 – 3 January 2026\nword word" in words
    assert "word …" in words


def test_what_leaves_is_shown_before_it_leaves(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    three_entries(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-step-map")
    assert "Nothing yet." in pages.find("hand-over-leaves").text()
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    leaves, stays = pages.find("hand-over-leaves").text(), pages.find("hand-over-stays").text()
    assert "Entries: 1, each with all its earlier wordings" in leaves
    assert "Files, exactly as they are: 1 (" in leaves
    assert "by nickname or first letters" in leaves
    assert "Other entries: 2" in stays
    assert pages.find("hand-over-leaving-picture").accessibleName() == "A folder with 1 entries"
    pages.click("hand-over-files")
    pages.click("hand-over-names")
    leaves, stays = pages.find("hand-over-leaves").text(), pages.find("hand-over-stays").text()
    assert "Files, exactly" not in leaves
    assert "Full names" in leaves
    assert "The files of the chosen entries: 1" in stays
    assert "The folder is not locked" in pages.words()


def test_with_a_locked_pdf_the_files_are_shown_as_staying(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    three_entries(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    pages.click("hand-over-step-map")
    pages.click("hand-over-form-pdf")
    leaves, stays = pages.find("hand-over-leaves").text(), pages.find("hand-over-stays").text()
    assert "Files, exactly" not in leaves
    assert "Lists by which" not in leaves
    assert "The files of the chosen entries: 1" in stays
    assert "lamp.jpg" in pages.find("hand-over-pdf-stays").text()
    pages.click("hand-over-pdf-zip")
    assert "Files, exactly as they are: 1" in pages.find("hand-over-leaves").text()


def test_the_folder_holds_what_was_ticked_nothing_else_and_checks_out_with_plain_python(
    pages: OpenPages, clock: Any, tmp_path: Path, stick: Path
) -> None:
    made = three_entries(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    pages.write("hand-over-recipient", "Advocate Seitova")
    place = hand_over(pages, stick)
    assert verify.verify_bag(place).status == verify.UNCHANGED
    alone = subprocess.run(
        [sys.executable, "-I", verify.__file__, str(place)], capture_output=True, text=True, check=False
    )
    assert alone.returncode == 0
    content = everything_in(place)
    assert (tmp_path / "lamp.jpg").read_bytes() in content
    chain = (place / "data" / "chain.jsonl").read_text()
    assert "The lamp was thrown." in chain
    assert made[1].id not in chain
    for other in (b"Money was taken", b"A private thing", str(tmp_path).encode()):
        assert other not in content
    # The photo is drawn in the report, too.
    assert (place / "data" / "report.pdf").stat().st_size > 20_000
    assert pages.find("hand-over-check").text().startswith("Files unchanged. Files in the folder: ")
    assert place.name in pages.find("hand-over-where").text()
    assert "VERIFY.txt" in pages.words()
    [release] = releases.list_releases(pages.vault.database)
    assert release.recipient == "Advocate Seitova"
    assert [entry for entry, _revision in release.incidents] == [made[0].id]


@pytest.mark.parametrize(("ticked", "shown"), [(False, False), (True, True)])
def test_full_names_leave_only_when_ticked(
    pages: OpenPages, clock: Any, stick: Path, ticked: bool, shown: bool
) -> None:
    db = pages.vault.database
    who = a_person(db, clock, "Saule Omarova", role="witness", contact="701 555 01 02")
    an_incident(db, clock, "It was loud.", people=(who.id,))
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    if ticked:
        pages.click("hand-over-names")
    place = hand_over(pages, stick)
    text = subprocess.run(
        ["pdftotext", str(place / "data" / "report.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert ("Omarova" in text) is shown
    assert "701 555" not in text


@pytest.mark.parametrize(("language", "word"), [("ru", "Запись"), ("kk", "жазба")])
def test_the_report_speaks_the_chosen_language(
    pages: OpenPages, clock: Any, stick: Path, language: str, word: str
) -> None:
    an_incident(pages.vault.database, clock)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    pages.click("hand-over-step-language")
    pages.click(f"hand-over-language-{language}")
    place = hand_over(pages, stick)
    assert f"Language: {language}" in (place / "bag-info.txt").read_text(encoding="utf-8")
    text = subprocess.run(
        ["pdftotext", str(place / "data" / "report.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert word.casefold() in text.casefold()
    assert pages.context.settings.export_language == language


def test_her_name_stands_in_the_folder_only_when_she_types_it(pages: OpenPages, clock: Any, stick: Path) -> None:
    an_incident(pages.vault.database, clock)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    first = hand_over(pages, stick)
    assert "Contact-Name" not in (first / "bag-info.txt").read_text()
    pages.click("hand-over-terms-more")
    pages.write("hand-over-author", "Gulmira S.")
    pages.write("hand-over-case_number", "17-2026")
    pages.click("hand-over-make")
    second_place = stick / "second"
    second_place.mkdir()
    pages.context.picker.choose([second_place])
    pages.settle()
    info = next(second_place.iterdir()).joinpath("bag-info.txt").read_text()
    assert "Contact-Name: Gulmira S." in info
    assert "Case-Number: 17-2026" in info


def test_earlier_hand_overs_are_listed_and_what_is_new_can_be_chosen(
    pages: OpenPages, clock: Any, stick: Path
) -> None:
    db = pages.vault.database
    an_incident(db, clock, "First.")
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    assert not pages.sees("hand-over-new")
    pages.click("hand-over-all")
    pages.write("hand-over-recipient", "Line 150")
    place = hand_over(pages, stick)
    line = pages.find("hand-over-earlier-1")
    words = " ".join(label.text() for label in line.findChildren(type(pages.find("hand-over-count"))))
    assert place.name in words
    assert "Line 150" in pages.words()
    assert not pages.find("hand-over-new").isEnabled()
    an_incident(db, clock, "Second.")
    pages.go("hand_over")
    pages.click("hand-over-new")
    assert "Chosen: 1 of 2" in pages.words()
    assert pages.find("hand-over-line-2").isChecked()
    assert not pages.find("hand-over-line-1").isChecked()


def test_many_entries_come_in_portions_and_all_means_all(pages: OpenPages, clock: Any) -> None:
    for number in range(70):
        an_incident(pages.vault.database, clock, f"Entry {number}.")
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    assert not pages.sees("hand-over-line-1")
    pages.click("hand-over-all")
    assert "Chosen: 70 of 70" in pages.words()
    pages.click("hand-over-more")
    pages.click("hand-over-more")
    assert pages.find("hand-over-line-1").isChecked()
    assert not pages.sees("hand-over-more")
    pages.click("hand-over-line-1")
    assert "Chosen: 69 of 70" in pages.words()


def test_a_removed_entry_cannot_be_handed_over(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    db = pages.vault.database
    made = three_entries(pages, clock, tmp_path)
    ledger.fix_pending(db, clock)
    incidents.remove_incident(db, clock, made[2].id, keep_hash=False)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    assert not pages.sees("hand-over-line-3")
    assert "of 2" in pages.words()


def test_cancel_leaves_nothing_behind(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, stick: Path) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    kept = an_incident(vault.database, clock)
    a_file(vault.database, clock, a_source(tmp_path, content=bytes(3_000_000), name="film.mp4"), kept.id)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-all")
    pages.click("hand-over-make")
    executor.release()
    executor.holding = True
    pages.context.picker.choose([stick])
    assert pages.sees("hand-over-work")
    assert not pages.find("hand-over-make").isEnabled()
    pages.click("hand-over-work-cancel")
    executor.release()
    assert list(stick.iterdir()) == []
    assert "Stopped. Nothing was left in the folder." in pages.message()
    assert pages.find("hand-over-make").isEnabled()
    assert releases.list_releases(vault.database) == ()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EACCES, "This computer does not allow it here."),
        (errno.EROFS, "Nothing can be written in this place."),
        (errno.EEXIST, "This folder is not empty."),
    ],
)
def test_what_goes_wrong_on_the_stick_is_a_sentence_and_nothing_stays(
    pages: OpenPages, clock: Any, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    an_incident(pages.vault.database, clock)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-all")
    pages.click("hand-over-make")

    def refuse(*_args: Any, **_more: Any) -> int:
        raise OSError(number, "refused")

    monkeypatch.setattr(folder_module.os, "write", refuse)
    pages.context.picker.choose([stick])
    assert sentence in pages.words()
    assert list(stick.iterdir()) == []
    pages.click("answer-ok")
    assert pages.find("hand-over-make").isEnabled()


def test_who_gets_it_is_not_lost_when_she_has_to_hide(pages: OpenPages, clock: Any) -> None:
    an_incident(pages.vault.database, clock)
    page = pages.go("hand_over")
    pages.write("hand-over-recipient", "Advocate")
    page.save_draft_now()
    kept = drafts.draft(pages.vault.database, "hand_over")
    assert '"recipient":"Advocate"' in kept["choice"]
    pages.window.rebuild(Look("dark", 100))
    assert pages.find("hand-over-recipient").text() == "Advocate"
    pages.click("hand-over-step-what")
    assert "Chosen: 0 of 1" in pages.words()


def test_the_plan_on_paper_has_its_own_page(pages: OpenPages) -> None:
    pages.go("hand_over")
    pages.click("hand-over-plan-open")
    assert pages.window.current_name == "paper"


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut(pages: OpenPages, clock: Any, tmp_path: Path, theme: str, scale: int) -> None:
    three_entries(pages, clock, tmp_path)
    pages.window.rebuild(Look(theme, scale))
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-all")
    pages.click("hand-over-terms-more")
    assert pages.fits()
    assert pages.unnamed() == []


def test_the_ledger_knows_of_the_hand_over_but_the_folder_of_no_other(
    pages: OpenPages, clock: Any, tmp_path: Path, stick: Path
) -> None:
    three_entries(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-2")
    pages.write("hand-over-recipient", "First recipient")
    hand_over(pages, stick)
    second_place = tmp_path / "second"
    second_place.mkdir()
    pages.find("hand-over-recipient").clear()
    pages.write("hand-over-recipient", "Second recipient")
    second = hand_over(pages, second_place)
    assert b"First recipient" not in everything_in(second)
    documents = [json.loads(line) for line in (second / "data" / "chain.jsonl").read_text().splitlines()]
    assert all("release" not in str(one.get("entry", "")) for one in documents)


def test_with_the_real_worker_the_photo_is_drawn_by_another_process_and_the_page_stays_free(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, stick: Path
) -> None:
    made = an_incident(vault.database, clock, "The lamp was thrown.")
    photo = tmp_path / "lamp.jpg"
    Image.effect_noise((1200, 900), 60).convert("RGB").save(photo)
    a_file(vault.database, clock, photo, made.id)
    vault.close()
    worker = Background(Session(vault.files, clock))
    opened: list[Any] = []
    typed = bytearray(b"lamp river bread seven")
    worker.run(worker, functools.partial(open_with_typed, typed=typed), opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    pages = OpenPages(qtbot, vault, clock, background=worker)
    chosen: list[str] = []
    pages.context.change_setting = lambda _name, value: chosen.append(value)
    try:
        pages.go("hand_over")
        qtbot.waitUntil(lambda: pages.sees("hand-over-step-what"))
        pages.click("hand-over-step-what")
        qtbot.waitUntil(lambda: pages.sees("hand-over-line-1"))
        pages.click("hand-over-all")
        pages.click("hand-over-make")
        pages.context.picker.choose([stick])
        assert pages.sees("hand-over-work")
        qtbot.waitUntil(lambda: pages.sees("hand-over-check"), timeout=30_000)
        [place] = list(stick.iterdir())
        assert verify.verify_bag(place).status == verify.UNCHANGED
        images = subprocess.run(
            ["pdfimages", "-list", str(place / "data" / "report.pdf")], capture_output=True, text=True, check=True
        ).stdout
        assert "1200   900" in images
        assert chosen == ["en"]
    finally:
        worker.stop()


def test_a_private_file_is_not_counted_and_leaves_only_when_it_is_ticked(
    pages: OpenPages, clock: Any, tmp_path: Path, stick: Path
) -> None:
    db = pages.vault.database
    entry = an_incident(db, clock, "The lamp was thrown.")
    a_file(db, clock, a_source(tmp_path, b"an open letter", "letter.txt"), entry.id)
    hidden = a_file(db, clock, a_source(tmp_path, b"KEPTPRIVATE", "other.txt"), entry.id)
    file_notes.mark_file_private(db, clock, hidden.id, private=True)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-step-map")
    pages.click("hand-over-line-1")
    assert "Files, exactly as they are: 1" in pages.words()
    assert b"KEPTPRIVATE" not in everything_in(hand_over(pages, stick))
    pages.click("hand-over-files-1")
    assert "other.txt · private" in pages.words()
    pages.click("hand-over-file-1-2")
    assert "Files, exactly as they are: 2" in pages.words()
    pages.click("hand-over-files")
    assert not pages.sees("hand-over-file-1-2")
    pages.click("hand-over-files")
    second = stick.parent / "second"
    second.mkdir()
    assert b"KEPTPRIVATE" in everything_in(hand_over(pages, second))
    assert "Files, exactly as they are: 1" in pages.words(), "the next reader may be another one"
    assert not pages.find("hand-over-file-1-2").isChecked()
