"""Stories of the warning signs: one mark or one word of fear is enough, nothing is counted, each page stays."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from safeplan.content.guide import load_guide
from safeplan.content.regions import load_region
from safeplan.content.signs import load_signs
from safeplan.records import certified, drafts
from safeplan.records import signs as passes
from safeplan.records.signs import SignForm
from tests.pace import Turns
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.pages.signs import SignsPage
from ui.theme import Look

SIGNS = load_signs("en")
SAY = SIGNS.words
WORDS = {one.id: one.text for one in SIGNS.signs}


def open_signs(pages: OpenPages) -> Any:
    page = pages.go("signs")
    pages.qtbot.waitUntil(lambda: page.filling.over)
    pages.settle()
    return page


def press(pages: OpenPages, sign: str, answer: str = "yes") -> None:
    pages.click(f"sign-{sign}-answer-{answer}")


def kept_before(pages: OpenPages, clock: Any, **form: Any) -> passes.Review:
    made = passes.keep_review(pages.vault.database, clock, SignForm(**form))
    clock.move(days=30)
    return made


# ── What follows from a mark ────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("sign", "answer"), [("neck", "yes"), ("neck", "unsure")])
def test_after_pressure_on_the_neck_the_doctor_comes_first_and_who_is_told_is_said(
    pages: OpenPages, sign: str, answer: str
) -> None:
    open_signs(pages)
    assert SAY.first_title not in pages.words()
    press(pages, sign, answer)
    seen = pages.words()
    doctor = next(one for one in SIGNS.today if one.id == "doctor_neck")
    assert SAY.first_title in seen
    assert SAY.first_mark in seen
    assert doctor.text in seen
    assert doctor.risk in seen
    assert load_guide("en").police_words.may in seen
    assert "If you are in danger now, call 102 or 112." in seen


@pytest.mark.parametrize("sign", [one.id for one in SIGNS.signs if one.first])
def test_each_of_these_alone_brings_the_help_first(pages: OpenPages, sign: str) -> None:
    open_signs(pages)
    press(pages, sign)
    assert pages.sees("signs-first")
    assert f"–  {WORDS[sign]}" in pages.words()


def test_her_own_words_about_fear_alone_are_enough(pages: OpenPages) -> None:
    open_signs(pages)
    pages.write("signs-fear", "I listen to the stairs.")
    assert pages.sees("signs-first-words")
    assert SAY.first_words in pages.words()


def test_all_the_other_signs_show_why_they_matter_and_the_same_help(pages: OpenPages) -> None:
    open_signs(pages)
    others = [one for one in SIGNS.signs if not one.first]
    for one in others:
        press(pages, one.id)
    seen = pages.words()
    assert not pages.sees("signs-first")
    assert SAY.first_mark not in seen
    assert SAY.marked_title in seen
    assert all(seen.count(one.why) == 2 for one in others)
    assert SAY.fear_first in seen
    assert pages.sees("signs-number-police_102")


def test_with_nothing_marked_the_help_is_there_and_nobody_is_called_safe(pages: OpenPages) -> None:
    open_signs(pages)
    seen = pages.words()
    assert SAY.none_marked in seen
    assert SAY.help_title in seen
    for line in SAY.about:
        assert line in seen
    for one in load_region("kz", "en").lines:
        assert pages.sees(f"signs-number-{one.id}")
    assert "150: Not confirmed since 2023. It may not answer." in seen


def test_a_mark_is_taken_back_by_pressing_it_again(pages: OpenPages) -> None:
    page = open_signs(pages)
    press(pages, "weapon", "unsure")
    assert "(not sure)" in pages.words()
    press(pages, "weapon", "yes")
    assert "(not sure)" not in pages.words()
    press(pages, "weapon", "yes")
    assert page._form().is_blank()
    assert not pages.sees("signs-first")
    assert not pages.sees("sign-weapon-first")


def test_from_a_sign_one_press_leads_to_what_can_be_done(pages: OpenPages) -> None:
    page = open_signs(pages)
    press(pages, "threat_kill")
    pages.click("sign-threat_kill-look")
    pages.settle()
    card = pages.find("signs-first")
    top = card.mapTo(page.sheet.viewport(), card.rect().topLeft()).y()
    assert -5 <= top < 100
    assert pages.find("signs-acute").hasFocus()


@pytest.mark.parametrize("section", [one for one in SIGNS.sections if load_guide("en").head(one)])
def test_the_help_leads_to_the_acute_page_and_into_the_plan(pages: OpenPages, section: str) -> None:
    for button, lands, title in (
        ("signs-acute", "acute", load_guide("en").acute.title),
        (f"signs-section-{section}", "section", load_guide("en").head(section).title),  # type: ignore[union-attr]
        ("signs-people-who-help", "help", "Help"),
    ):
        open_signs(pages)
        pages.click(button)
        assert pages.window.current_name == lands
        assert title in pages.words()


def test_more_leads_here(pages: OpenPages) -> None:
    pages.go("more")
    pages.click("more-signs")
    assert pages.window.current_name == "signs"


# ── Nothing is counted ──────────────────────────────────────────────────────────────────────────────────────────
def test_no_figure_stands_on_the_page_but_numbers_to_call_and_days(pages: OpenPages, clock: Any) -> None:
    kept_before(pages, clock, marks={"control": "yes", "neck": "yes"})
    open_signs(pages)
    for one in SIGNS.signs:
        if one.id not in {"control", "neck"}:
            press(pages, one.id)
    inside = pages.here().findChildren(QLabel) + pages.here().findChildren(QPushButton)
    said = "\n".join(widget.text() for widget in inside if widget.isVisible())
    rest = re.sub(r"\b(102|103|111|112|150|since 2023|\d+ \w+ 20\d\d(, \d\d:\d\d)?)\b", "", said)
    assert not re.search(r"[\d%]", rest)
    left = rest.replace(SAY.about[2], "")
    assert not re.search(r"score|\blow\b|\bhigh\b|assess|screening|level|points\b|likely", left, re.IGNORECASE)


def test_one_mark_and_all_marks_lead_to_the_same_words(pages: OpenPages) -> None:
    """Apart from what was marked and the steps that belong to it: nothing grows louder."""
    open_signs(pages)
    press(pages, "neck")
    one = {label.property("tone") for label in pages.here().findChildren(QLabel)}
    steady = (SAY.first_title, SAY.first_why, SAY.today_title)
    assert all(words in pages.words() for words in steady)
    for sign in SIGNS.signs:
        if sign.id != "neck":
            press(pages, sign.id)
    assert all(words in pages.words() for words in steady)
    assert {label.property("tone") for label in pages.here().findChildren(QLabel)} == one


# ── Kept over time ──────────────────────────────────────────────────────────────────────────────────────────────
def test_each_pass_is_kept_with_its_day_and_the_change_is_said_in_words(pages: OpenPages, clock: Any) -> None:
    open_signs(pages)
    press(pages, "control")
    press(pages, "following", "unsure")
    pages.write("signs-fear", "Sleepless.")
    pages.write("signs-note", "asked Aigul")
    pages.click("signs-keep")
    assert pages.message() == "Kept."
    clock.move(days=30)
    open_signs(pages)
    assert "2 March 2026" in pages.words()
    press(pages, "control")
    press(pages, "following", "yes")
    press(pages, "pregnancy")
    pages.write("signs-fear", "Worse at night.")
    seen = pages.words()
    changed = seen[seen.index("Changed since 2 March 2026") :]
    for label, sign in (
        ("New:", "pregnancy"),
        ("No longer marked:", "control"),
        ("Answered differently:", "following"),
    ):
        assert re.search(rf"{re.escape(label)}\n–  {re.escape(WORDS[sign])}", changed)
    assert SAY.no_longer in changed
    then = changed[changed.index("My words then and now") :]
    assert then.index("Sleepless.") < then.index("Worse at night.")
    pages.click("signs-keep")
    newest, oldest = passes.reviews(pages.vault.database)
    assert dict(newest.form.marks) == {"following": "yes", "pregnancy": "yes"}
    assert (newest.form.fear, oldest.form.note) == ("Worse at night.", "asked Aigul")
    pages.click(f"signs-pass-{oldest.id}")
    assert "asked Aigul" in pages.words()
    assert f"–  {WORDS['following']} (not sure)" in pages.words()


def test_unmarking_and_keeping_does_not_take_the_help_away(pages: OpenPages, clock: Any) -> None:
    first = kept_before(pages, clock, marks={"neck": "yes"})
    open_signs(pages)
    press(pages, "neck")
    assert pages.sees("signs-before-neck")
    assert f"{WORDS['neck']} (earlier: 2 March 2026)" in pages.words()
    assert next(one.text for one in SIGNS.today if one.id == "doctor_neck") in pages.words()
    pages.click("signs-keep")
    clock.move(days=1)
    open_signs(pages)
    assert pages.sees("signs-before-neck")
    passes.remove_review(pages.vault.database, first.id)
    open_signs(pages)
    assert not pages.sees("signs-first")


def test_one_pass_is_removed_after_a_question_and_the_others_stay(pages: OpenPages, clock: Any) -> None:
    first = kept_before(pages, clock, marks={"worse": "yes"}, note="FIRSTNOTE")
    second = kept_before(pages, clock, marks={"jealousy": "yes"})
    open_signs(pages)
    pages.click(f"signs-pass-{first.id}")
    pages.click(f"signs-pass-{first.id}-remove")
    pages.click("answer-no")
    assert passes.reviews(pages.vault.database) == (second, first)
    pages.click(f"signs-pass-{first.id}-remove")
    pages.click("answer-yes")
    assert passes.reviews(pages.vault.database) == (second,)
    assert "FIRSTNOTE" not in pages.words()
    assert not pages.sees(f"signs-pass-{first.id}")


def test_a_folded_page_is_in_no_widget(pages: OpenPages, clock: Any) -> None:
    kept = kept_before(pages, clock, marks={"worse": "yes"}, note="FOLDEDNOTE")
    page = open_signs(pages)
    for _ in range(2):
        assert "FOLDEDNOTE" not in "\n".join(label.text() for label in page.findChildren(QLabel))
        pages.click(f"signs-pass-{kept.id}")
        assert "FOLDEDNOTE" in pages.words()
        pages.click(f"signs-pass-{kept.id}")
        pages.settle()


def test_a_blank_page_is_not_kept_and_a_double_click_keeps_one(pages: OpenPages) -> None:
    open_signs(pages)
    pages.click("signs-keep")
    assert pages.message() == "One mark or one word is enough."
    press(pages, "worse")
    pages.click("signs-keep")
    pages.click("signs-keep")
    assert [dict(one.form.marks) for one in passes.reviews(pages.vault.database)] == [{"worse": "yes"}]


# ── Nothing begun is lost ───────────────────────────────────────────────────────────────────────────────────────
def test_marks_and_words_are_kept_as_a_draft_while_she_goes_through_them(pages: OpenPages) -> None:
    page = open_signs(pages)
    press(pages, "neck", "unsure")
    pages.write("signs-fear", "half a sent")
    page.save_draft_now()
    pages.window.rebuild(Look("dark", 125))
    again = open_signs(pages)
    assert dict(again._form().marks) == {"neck": "unsure"}
    assert again.fear.box.text() == "half a sent"
    assert pages.sees("signs-first")
    assert pages.find("sign-neck-answer-unsure").isChecked()
    pages.click("signs-keep")
    assert drafts.draft(pages.vault.database, "signs") == {}


def test_a_draft_from_before_a_kill_comes_back_over_the_last_pass(pages: OpenPages, clock: Any) -> None:
    kept_before(pages, clock, marks={"jealousy": "yes"})
    drafts.save_draft(pages.vault.database, clock, "signs", {"marks": '{"dying":"yes"}', "note": "n"})
    page = open_signs(pages)
    assert dict(page._form().marks) == {"dying": "yes"}
    assert page.note.text() == "n"


def test_what_she_presses_while_the_last_pass_is_on_its_way_wins(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    kept_before(pages, clock, marks={"jealousy": "yes"})
    executor.holding = True
    page = open_signs(pages)
    press(pages, "worse")
    executor.holding = False
    executor.release()
    pages.settle()
    assert dict(page._form().marks) == {"worse": "yes"}


def test_before_anything_is_kept_it_says_so_and_goes_into_the_first_store(
    qtbot: QtBot, clock: Any, vault: Any, tmp_path: Any
) -> None:
    stage = Stage(qtbot, clock, None, {"signs": SignsPage}, elsewhere=("acute", "help", "section"), tmp_path=tmp_path)
    page = stage.go("signs")
    qtbot.waitUntil(lambda: page.filling.over)
    stage.settle()
    assert "Not kept yet: hiding erases this" not in stage.seen()
    stage.click("sign-could_kill-answer-yes")
    assert "Not kept yet: hiding erases this" in stage.seen()
    qtbot.keyClicks(page.fear, "no words")
    stage.click("signs-keep")
    assert stage.exists("signs-first")
    stage.open_store(vault)
    stage.settle()
    assert [dict(one.form.marks) for one in passes.reviews(vault.database)] == [{"could_kill": "yes"}]
    assert "Not kept yet: hiding erases this" not in stage.seen()
    assert stage.exists("signs-first")


def test_with_the_real_worker_a_hurried_pass_is_kept_whole(qtbot: QtBot, clock: Any, vault: Any) -> None:
    stage = Stage(qtbot, clock, vault, {"signs": SignsPage}, elsewhere=("acute", "help"), real_worker=True)
    page = stage.go("signs")
    qtbot.waitUntil(lambda: page.filling.over)
    stage.settle()
    for name in ("worse-answer-yes", "neck-answer-yes", "worse-answer-unsure", "neck-answer-yes"):
        qtbot.mouseClick(stage.find(f"sign-{name}"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(stage.find("signs-keep"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not stage.context.background.busy and bool(page._reviews))
    assert dict(page._reviews[0].form.marks) == {"worse": "unsure"}
    stage.context.background.stop()


# ── Where it comes from, and the counsellor ─────────────────────────────────────────────────────────────────────
def test_where_each_sign_comes_from_stands_with_name_year_and_day_of_reading(pages: OpenPages) -> None:
    open_signs(pages)
    pages.click("signs-from")
    seen = pages.words()
    for source in SIGNS.sources:
        assert f"{source.name}, {source.year}" in seen
    for one in SIGNS.signs:
        assert pages.find(f"signs-from-{one.id}").text()
    assert "The sources were last read on 22 November 2026." in seen
    assert SAY.from_review in seen


def test_a_counsellor_notes_results_that_change_nothing_on_the_page(pages: OpenPages) -> None:
    open_signs(pages)
    assert not pages.sees("signs-certified-method")
    pages.click("signs-counsellor")
    assert SAY.counsellor_lines[2] in pages.words()
    pages.click("signs-certified-keep")
    assert "Write the name of the instrument." in pages.words()
    for name in ("Method A", "Method B"):
        pages.write("signs-certified-method", name)
        pages.write("signs-certified-result", "very grave, page two")
        pages.click("signs-certified-keep")
    first, second = sorted(certified.results(pages.vault.database), key=lambda one: one.name)
    assert (first.name, second.name, first.on_day) == ("Method A", "Method B", "2026-03-02")
    assert pages.find("signs-certified-method").text() == ""
    assert not pages.sees("signs-first")
    pages.click(f"signs-certified-{first.id}-remove")
    pages.click("answer-yes")
    assert certified.results(pages.vault.database) == (second,)
    assert "Method A" not in pages.words()


# ── On every screen ─────────────────────────────────────────────────────────────────────────────────────────────
def test_the_page_is_built_in_portions(pages: OpenPages) -> None:
    turns = Turns()
    with turns.one():
        page = pages.go("signs")
    assert turns.longest < 0.25
    assert not page.filling.over, "everything at once is what froze"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200)])
def test_nothing_is_cut_and_no_empty_screen_follows(
    pages: OpenPages, clock: Any, language: str, theme: str, scale: int
) -> None:
    context = pages.context
    context.language, context.guide = language, load_guide(language)
    context.region = load_region("kz", language)
    kept_before(pages, clock, marks={"neck": "yes", "control": "unsure"}, fear="Қорқамын", note="n")
    pages.window.rebuild(Look(theme, scale))
    page = open_signs(pages)
    press(pages, "weapon")
    pages.settle()
    inner, column = page.sheet.inner, pages.find("signs-column")
    assert column.height() - column.layout().heightForWidth(column.width()) < 20
    assert inner.height() - column.height() < 60
    for name in ("signs-from", "signs-counsellor", f"signs-pass-{page._reviews[0].id}"):
        pages.click(name)
    assert pages.fits()
    assert pages.unnamed() == []
