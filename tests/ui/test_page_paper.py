"""On paper: nothing before she chooses, only what she ticked, read back line by line, one file where she wants it."""

from __future__ import annotations

import errno
import io
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from safeplan.content.guide import load_guide
from safeplan.handover import paper_file, releases
from safeplan.handover.labels import load_labels
from safeplan.records import drafts, own_numbers, people, plan, signals
from safeplan.records import settings as her_settings
from tests.builders import a_person, a_step
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.pages.paper import PaperPage
from ui.theme import Look
from ui.viewer import Viewer


@pytest.fixture
def filled(pages: OpenPages, clock: Any) -> OpenPages:
    """What she keeps: the page for a bad moment, a friend, steps in every state."""
    db = pages.vault.database
    plan.set_answer(db, clock, "people", "Aigul Example (neighbour), 8 701 234 56 78\nDana, +7 705 765 43 21")
    plan.set_answer(db, clock, "places", "the corner shop")
    plan.set_answer(db, clock, "code_word", "cherry pie")
    a_person(db, clock, "Marat Example", nickname="Mara", role="trusted", contact="8 777 111 22 33, after six")
    clock.move(seconds=1)
    a_person(db, clock, "Not Asked", role="official", contact="8 727 000 00 00")
    for words, state in (
        ("Keys in the coat", "will_do"),
        ("Copies", "done"),
        ("LATER", "not_now"),
        ("NO", "not_safe"),
    ):
        plan.mark_step(db, clock, a_step(db, clock, words).id, state)
    return pages


def opened(pages: OpenPages, kind: str = "", *parts: str, style: str = "") -> Any:
    page = pages.go("paper")
    pages.settle()
    if kind:
        pages.click(f"paper-kind-{kind}")
    if style:
        pages.click(f"paper-style-{style}")
    for part in parts:
        pages.click(f"paper-part-{part}")
    return page


def added(pages: OpenPages) -> list[str]:
    """The buttons that add a line which was only offered."""
    pages.settle()
    buttons = (one for one in pages.window.findChildren(QPushButton) if one.isVisible())
    return [one.objectName() for one in buttons if one.objectName().startswith("paper-add-")]


def now(pages: OpenPages) -> None:
    """The pause after typing is over."""
    pages.here().make()
    pages.settle()


def written(pages: OpenPages, stick: Path) -> Path:
    pages.click("paper-write")
    before = set(stick.iterdir())
    pages.window.shell.picker.choose([stick])
    pages.settle()
    [made] = set(stick.iterdir()) - before
    return made


def text_of(path: Path) -> str:
    run = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return " ".join(run.stdout.split())


# ── Before anything is chosen ───────────────────────────────────────────────────────────────────────────────────
def test_nothing_is_offered_before_she_chooses_what(filled: OpenPages) -> None:
    opened(filled)
    for name in ("paper-look-card", "paper-parts-card", "paper-preview-card", "paper-write"):
        assert not filled.sees(name)
    assert "Nothing is made before you choose" in filled.words()


def test_before_anything_is_kept_the_page_teaches_and_asks_for_a_place_to_keep(
    qtbot: QtBot, clock: Any, vault: Any, tmp_path: Path
) -> None:
    stage = Stage(qtbot, clock, None, {"paper": PaperPage}, tmp_path=tmp_path)
    page = stage.go("paper")
    assert "Nothing is kept yet that could stand on paper" in stage.seen()
    assert not stage.exists("paper-kind-card")
    stage.click("paper-empty-action")
    stage.open_store(vault)
    stage.settle()
    assert stage.exists("paper-kind-card")
    assert not stage.exists("paper-empty")
    stage.nothing_is_cut(page)


def test_nothing_is_ticked_at_first_and_no_folder_is_asked_for(filled: OpenPages) -> None:
    page = opened(filled, "plan")
    assert page.parts.lines() == ()
    assert page.parts.chosen_states() == ()
    seen = filled.words()
    for hers in ("Aigul", "cherry pie", "corner shop", "Keys in the coat"):
        assert hers not in seen
    assert "Tick at least one line above." in seen
    filled.click("paper-write")
    assert not filled.window.shell.picker.open
    assert "Nothing is chosen yet." in filled.find("paper-none-yet").text()


# ── The card ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_card_that_looks_like_a_shopping_list_is_explained_before_it_is_made(
    filled: OpenPages, stick: Path
) -> None:
    opened(filled, "card", "number", "person", "place", "word", style="shopping")
    now(filled)
    seen = filled.words()
    for stands, means in (
        ("Matches  102", "102: Police"),
        ("Return the jars: A. E.  8 701 234 56 78", "People I can call: Aigul Example (neighbour), 8 701 234 56 78"),
        ("Thread and buttons: Mara  8 777 111 22 33", "People I can call: Marat Example"),
        ("Pick up the order: the corner shop", "Places I can go: the corner shop"),
        ("Tea “cherry pie”", "My code word: cherry pie"),
        ("Bread", "Means nothing. It makes the list look ordinary."),
    ):
        assert f"{stands}\n{means}" in seen
    file = written(filled, stick)
    assert file.name == "list.pdf"
    text = text_of(file)
    for said in ("Shopping list", "102", "8 701 234 56 78", "8 777 111 22 33", "the corner shop", "cherry pie"):
        assert said in text
    for kept_off in ("Aigul", "Example", "Police", "Not Asked"):
        assert kept_off not in text
    assert filled.message() == "The file is written."


@pytest.mark.parametrize(("language", "style"), [("ru", "timetable"), ("kk", "phones"), ("kk", "usual")])
def test_the_paper_speaks_the_language_and_form_she_chose_whatever_the_page_speaks(
    filled: OpenPages, stick: Path, language: str, style: str
) -> None:
    opened(filled, "card", "number", "person", style=style)
    filled.click(f"paper-language-{language}")
    text = text_of(written(filled, stick))
    say = load_labels(language)
    assert (say("plan", "now") if style == "usual" else say(style, "title")) in text
    assert "102" in text
    if style != "usual":
        assert "102: Police" in filled.words()


def test_only_numbers_that_always_answer_are_ticked_and_the_doubt_about_another_is_said(filled: OpenPages) -> None:
    page = opened(filled, "card", "number")
    assert [one.line.number for one in page.parts.lines()] == ["102", "112", "103"]
    assert "Not confirmed since 2023. It may not answer." in filled.words()
    filled.click("paper-number-police_102")
    filled.click("paper-number-crisis_150")
    assert [one.line.number for one in page.parts.lines()] == ["112", "103", "150"]


def test_her_own_numbers_and_agreed_words_are_offered_but_not_ticked(filled: OpenPages, clock: Any) -> None:
    db = filled.vault.database
    own_numbers.add_number(db, clock, own_numbers.NumberForm("Dormitory desk", "8 727 111 11 11"))
    friend = people.list_people(db)[0]
    signals.keep_signals(db, friend.id, [signals.SignalForm("word", "blue kettle", "comes over")])
    page = opened(filled, "card", "number", "word")
    assert "8 727 111 11 11  Dormitory desk" in filled.words()
    assert "8 727 111 11 11" not in [one.line.number for one in page.parts.lines()]
    assert [one.line.words for one in page.parts.lines() if one.line.part == "word"] == ["cherry pie"]
    filled.click(next(button for button in added(filled) if button.startswith("paper-add-word")))
    assert [one.line.words for one in page.parts.lines() if one.line.part == "word"] == ["cherry pie", "blue kettle"]


def test_a_lawyer_among_her_people_and_a_number_of_her_own_are_added_by_hand(filled: OpenPages) -> None:
    page = opened(filled, "card", "number", "person")
    assert "8 727 000 00 00" not in [one.line.number for one in page.parts.lines()]
    [button] = added(filled)
    assert filled.find(button).words() == "Add: N. A., 8 727 000 00 00"
    filled.click(button)
    assert added(filled) == []
    filled.write("paper-line-new-number", "109")
    assert [one.line.number for one in page.parts.lines()][3:] == [
        *("109", "8 701 234 56 78", "+7 705 765 43 21", "8 777 111 22 33", "8 727 000 00 00")
    ]


def test_when_to_see_a_doctor_stands_on_an_open_page_only(filled: OpenPages, stick: Path) -> None:
    opened(filled, "acute", "doctor")
    text = text_of(written(filled, stick))
    acute = load_guide("en").acute
    for said in (*(point.text for point in acute.medical), acute.medical_police):
        assert said in text
    filled.click("paper-part-number")
    for name in ("paper-style-shopping", "paper-kind-card"):
        filled.click(name)
        assert not filled.sees("paper-part-doctor")
        assert acute.medical_police not in text_of(written(filled, stick))


def test_every_line_can_be_changed_or_left_out_for_the_paper_and_what_is_kept_stays(
    filled: OpenPages, stick: Path
) -> None:
    page = opened(filled, "card", "person", "word")
    first, second = page.parts.under["person"].fields()[:2]
    first.setFocus()
    first.selectAll()
    filled.qtbot.keyClicks(first, "Honey, 8 701 234 56 78")
    second.setFocus()
    second.selectAll()
    filled.qtbot.keyClick(second, Qt.Key.Key_Delete)
    filled.write("paper-line-new-word", "second kettle")
    text = text_of(written(filled, stick))
    assert "Honey" in text
    assert "second kettle" in text
    assert "705 765" not in text
    kept = plan.answers(filled.vault.database)
    assert kept["people"].startswith("Aigul Example")
    assert kept["code_word"] == "cherry pie"


def test_full_names_come_on_paper_only_when_ticked_and_changed_lines_stay(filled: OpenPages, stick: Path) -> None:
    page = opened(filled, "card", "person")
    assert "A. E., 8 701 234 56 78" in filled.words()
    second = page.parts.under["person"].fields()[1]
    second.setFocus()
    second.selectAll()
    filled.qtbot.keyClicks(second, "Sister, 112")
    filled.click("paper-names")
    text = text_of(written(filled, stick))
    assert "Aigul Example" in text
    assert "(neighbour)" in text
    assert "Marat Example" in text
    assert "Sister" in text


def test_a_card_that_is_too_full_names_the_lines_without_room(filled: OpenPages, clock: Any, stick: Path) -> None:
    long = "\n".join(f"Place number {count} with a long description of the way to it" for count in range(30))
    plan.set_answer(filled.vault.database, clock, "places", long)
    opened(filled, "card", "place")
    now(filled)
    warning = filled.find("paper-no-room").text()
    assert warning.startswith("No room on the card for: Place number ")
    assert "Place number 29" in warning
    assert "Place number 0 " not in warning
    text = text_of(written(filled, stick))
    for count in range(30):
        assert (f"Place number {count} " in text) is (f"Place number {count} " not in warning)
    assert "Lines that had no room on it:" in filled.message()


def test_telling_words_under_an_everyday_heading_are_named(filled: OpenPages, clock: Any) -> None:
    plan.set_answer(filled.vault.database, clock, "places", "police post on Example street")
    opened(filled, "acute", "place", style="shopping")
    now(filled)
    assert "could tell a finder what it is for: police." in filled.find("paper-telling").text()
    filled.click("paper-style-usual")
    now(filled)
    assert not filled.sees("paper-telling")


# ── The plan ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_plan_holds_the_ticked_steps_and_never_others(filled: OpenPages, stick: Path) -> None:
    opened(filled, "plan", "number")
    filled.click("paper-state-will_do")
    text = text_of(written(filled, stick))
    assert "Keys in the coat" in text
    assert "102" in text
    for other in ("Copies", "LATER", "NO", "cherry", "Aigul"):
        assert other not in text.split()
    filled.click("paper-state-done")
    filled.click("paper-state-not_now")
    filled.click("paper-state-not_safe")
    text = text_of(written(filled, stick))
    for step in ("Copies", "LATER", "NO"):
        assert step in text.split()


def test_the_page_says_that_a_heading_does_not_hide_steps(filled: OpenPages, stick: Path) -> None:
    opened(filled, "plan", style="own")
    filled.click("paper-state-will_do")
    filled.write("paper-title", "For the garden")
    assert "The steps stay whole sentences under any heading" in filled.words()
    file = written(filled, stick)
    text = text_of(file)
    assert text == "For the garden Keys in the coat"
    with pikepdf.open(io.BytesIO(file.read_bytes())) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Document"


def test_two_hundred_steps_of_the_guide_in_kazakh(filled: OpenPages, clock: Any, stick: Path) -> None:
    db, guide, taken = filled.vault.database, load_guide("kk"), []
    for head in guide.heads:
        for one in guide.section(head.id).suggestions:
            if len(taken) < 200:
                plan.take_up_suggestion(db, clock, head.id, one.id, "will_do")
                taken.append(one.text)
    opened(filled, "plan")
    filled.click("paper-language-kk")
    filled.click("paper-state-will_do")
    text = text_of(written(filled, stick))
    assert len(taken) == 200
    assert all(" ".join(words.split()) in text for words in (taken[0], taken[100], taken[199]))


# ── The file ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_risks_and_why_it_does_not_print_stand_beside_the_button(filled: OpenPages) -> None:
    opened(filled, "card")
    seen = filled.words()
    for said in (
        "Paper can be found, photographed or copied.",
        "The file lies outside your notes and has no passphrase.",
        "may keep what it printed",
        "This program does not print",
        "this program does not remember that it was made",
    ):
        assert said in seen


def test_nothing_is_written_when_she_goes_back_and_nothing_is_remembered(filled: OpenPages, stick: Path) -> None:
    opened(filled, "card", "number", "word")
    filled.click("paper-write")
    assert filled.window.shell.picker.open
    filled.window.shell.picker.cancel()
    filled.settle()
    assert list(stick.rglob("*")) == []
    assert list(Path.home().rglob("*.pdf")) == []
    written(filled, stick)
    assert [path.name for path in stick.rglob("*")] == ["list.pdf"]
    assert releases.list_releases(filled.vault.database) == ()
    assert drafts.draft(filled.vault.database, "paper") == {}


def test_the_name_is_hers_and_a_second_file_does_not_write_over_the_first(filled: OpenPages, stick: Path) -> None:
    page = opened(filled, "card", "number")
    page.name_field.setText("../outside")
    filled.click("paper-write")
    assert not filled.window.shell.picker.open
    assert "This cannot be the name of a file." in filled.find("paper-file-name-error").text()
    page.name_field.setText("бабушка 2026")
    assert not filled.sees("paper-file-name-error")
    assert written(filled, stick).name == "бабушка 2026.pdf"
    assert written(filled, stick).name == "бабушка 2026-2.pdf"


def test_a_full_stick_is_said_and_no_half_file_stays(
    filled: OpenPages, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    opened(filled, "card", "number")
    monkeypatch.setattr(paper_file.os, "fsync", full)
    filled.click("paper-write")
    filled.window.shell.picker.choose([stick])
    assert "The disk is full." in filled.words()
    assert list(stick.iterdir()) == []


# ── The window ──────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_picture_is_drawn_from_the_very_file_and_pages_can_be_turned(
    filled: OpenPages, clock: Any, qtbot: QtBot
) -> None:
    for count in range(60):
        a_step(filled.vault.database, clock, f"Step number {count}")
    drawer = Viewer()
    filled.context.viewer = drawer
    try:
        page = opened(filled, "plan")
        filled.click("paper-state-will_do")
        now(filled)
        qtbot.waitUntil(lambda: filled.sees("paper-picture"), timeout=15000)
        sheet = page.preview.picture
        assert sheet.pixmap().height() / sheet.pixmap().width() == pytest.approx(297 / 210, abs=0.02)
        assert page.preview.page_words.text().startswith("Page 1 of ")
        filled.click("paper-after")
        qtbot.waitUntil(lambda: page.preview.page_words.text().startswith("Page 2 of "), timeout=15000)
        filled.click("paper-kind-card")
        filled.click("paper-part-number")
        now(filled)
        qtbot.waitUntil(lambda: sheet.pixmap().width() > sheet.pixmap().height(), timeout=15000)
        assert not filled.sees("paper-paging")
    finally:
        drawer.stop()


def test_without_a_viewer_the_file_can_still_be_made(filled: OpenPages, stick: Path) -> None:
    opened(filled, "card", "number")
    now(filled)
    assert "The picture cannot be drawn right now." in filled.words()
    assert written(filled, stick).exists()


def test_only_the_last_choice_is_shown(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    opened(pages, "card", "number", style="shopping")
    executor.holding = True
    pages.here().make()
    pages.click("paper-style-timetable")
    pages.here().make()
    executor.held.reverse()
    executor.release()
    qtbot.waitUntil(lambda: "Station – Market" in pages.words())
    assert "Matches" not in pages.words()


def test_another_size_carries_the_choices_over(filled: OpenPages) -> None:
    page = opened(filled, "card", "number", "word", style="timetable")
    filled.click("paper-number-police_102")
    filled.write("paper-line-new-word", "kettle")
    filled.window.rebuild(Look("dark", 150))
    filled.settle()
    again = filled.here()
    assert again is not page
    assert again.kind.kind() == "card"
    assert again.look.style_id() == "timetable"
    assert [one.line.number or one.line.words for one in again.parts.lines()] == [
        "112",
        "103",
        "cherry pie",
        "kettle",
    ]


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200), ("contrast", 200)])
def test_nothing_is_cut_and_everything_has_a_name(filled: OpenPages, theme: str, scale: int) -> None:
    filled.window.rebuild(Look(theme, scale))
    for kind in ("acute", "plan", "card"):
        page = filled.go("paper", kind=kind)
        for part, tick in page.parts.parts.items():
            if not tick.is_checked():
                filled.click(f"paper-part-{part}")
        filled.click("paper-style-shopping")
        now(filled)
        assert filled.fits()
        assert filled.unnamed() == []


@pytest.mark.parametrize("region", ["intl", "ew"])
def test_in_another_country_its_numbers_are_offered_or_a_line_for_her_own(
    filled: OpenPages, clock: Any, stick: Path, region: str
) -> None:
    filled.context.settings = her_settings.set(filled.vault.database, clock, "region", region)
    page = opened(filled, "card", "number", style="timetable")
    offered = [one.line.number for one in page.parts.lines()]
    assert bool(offered) is (region == "ew")
    assert "102" not in offered
    filled.write("paper-line-new-number", "0808 157 0000")
    text = text_of(written(filled, stick))
    assert "Enquiries 0808 157 0000" in text
    assert all(number in text for number in offered)
