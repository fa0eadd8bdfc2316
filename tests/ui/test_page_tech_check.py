"""Stories of the technology check: look before changing, nothing is called clean, nothing enters the plan unasked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safeplan.content.guide import load_guide
from safeplan.content.regions import load_region
from safeplan.content.techcheck import load_tech_check
from safeplan.records import looked, plan
from safeplan.records.looked import NOTHING, SAW, UNSURE
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.pages.tech_check import TechCheckPage
from ui.theme import Look
from ui.widgets.suggestion_card import visible_words
from ui.widgets.tech_place import PlaceCard

CHECK = load_tech_check("en")
SAY = CHECK.words
PLACES = {one.id: one for one in CHECK.places()}
STEPS = {one.id: one for one in load_guide("en").section(CHECK.section).suggestions}


def open_part(pages: OpenPages, part: str = "") -> Any:
    page = pages.go("tech_check", part=part)
    return built(pages, page)


def built(pages: OpenPages, page: Any) -> Any:
    pages.qtbot.waitUntil(lambda: page.shown.built)
    pages.settle()
    return page


def press(pages: OpenPages, place: str, answer: str) -> None:
    pages.click(f"tech-{place}-answer-{answer}")
    pages.settle()


def kept(pages: OpenPages) -> dict[str, Any]:
    return looked.looked(pages.vault.database)


def offered(page: Any) -> list[str]:
    return list(page.shown.offers)


# ── The beginning ───────────────────────────────────────────────────────────────────────────────────────────────
def test_it_begins_with_another_device_and_with_patterns(pages: OpenPages) -> None:
    open_part(pages)
    seen = pages.words()
    for line in SAY.about:
        assert line in seen
    where = [seen.index(f"\n{part.title}\n") for part in CHECK.parts]
    assert where == sorted(where)
    assert seen.index(SAY.about[0]) < where[0]


def test_each_part_is_reached_and_leads_to_the_next(pages: OpenPages) -> None:
    page = open_part(pages)
    pages.click("tech-open-patterns")
    for part in CHECK.parts:
        built(pages, page)
        seen = pages.words()
        assert part.title in seen
        assert part.missed in seen
        for one in part.places:
            assert one.where in seen
            assert f"Keep first: {one.keep}" in seen
            assert f"It could also be: {one.otherwise}" in seen
        if part is not CHECK.parts[-1]:
            pages.click("tech-next")
    assert not pages.sees("tech-next")
    pages.click("tech-to-after")
    built(pages, page)
    assert SAY.after_open in pages.words()


def test_how_visible_looking_and_changing_are_is_said_in_words(pages: OpenPages) -> None:
    page = open_part(pages, "computer")
    card = page.findChild(QWidget, "tech-computer_keyboard")
    said = [label.text() for label in card.findChildren(QLabel)]
    assert "Looking: usually not seen" in said
    assert "Changing: that person can see it" in said
    open_part(pages, "patterns")
    assert "Changing:" not in pages.words()


def test_escape_goes_back_to_all_parts(pages: OpenPages) -> None:
    page = open_part(pages, "car")
    pages.qtbot.keyClick(pages.window, Qt.Key.Key_Escape)
    built(pages, page)
    assert pages.sees("tech-open-car")


def test_it_is_reached_from_more(pages: OpenPages) -> None:
    pages.go("more")
    pages.click("more-tech_check")
    assert pages.window.current_name == "tech_check"


# ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_what_was_heard_leads_to_where_one_can_be_heard(pages: OpenPages) -> None:
    page = open_part(pages, "patterns")
    assert not pages.sees("tech-patterns_heard-way-on")
    press(pages, "patterns_heard", SAW)
    seen = pages.words()
    assert SAY.saw in seen
    assert f"A next step: {STEPS['technology_patterns'].text}" in seen
    assert "Looked at on 2 March 2026" in seen
    assert kept(pages)["patterns_heard"].state == SAW
    pages.click("tech-patterns_heard-lead-home")
    built(pages, page)
    assert CHECK.part("home").why in pages.words()


def test_having_seen_nothing_is_never_called_clean(pages: OpenPages) -> None:
    for part in CHECK.parts:
        place = part.places[-1].id
        open_part(pages, part.id)
        press(pages, place, NOTHING)
        assert pages.find(f"tech-{place}-means").text() == f"{SAY.nothing} {part.missed}"
        assert not pages.sees(f"tech-{place}-way-on")
    page = open_part(pages, "after")
    seen = pages.words()
    assert SAY.after_nothing in seen
    assert offered(page) == ["technology_nothing_found"]
    assert not re.search(r"\bclean\b|\bsafe\b(?! device)|no danger|all right", seen, re.IGNORECASE)


def test_an_answer_is_taken_back_by_pressing_it_again(pages: OpenPages) -> None:
    open_part(pages, "car")
    press(pages, "car_tag", UNSURE)
    assert SAY.unsure in pages.words()
    press(pages, "car_tag", UNSURE)
    assert kept(pages) == {}
    assert not pages.sees("tech-car_tag-means")
    assert not pages.sees("tech-car_tag-day")


def test_looking_again_another_day_changes_the_day(pages: OpenPages, clock: Any) -> None:
    open_part(pages, "car")
    press(pages, "car_tag", NOTHING)
    assert not pages.sees("tech-car_tag-again")
    clock.move(days=9)
    open_part(pages, "car")
    assert "Looked at on 2 March 2026" in pages.words()
    pages.click("tech-car_tag-again")
    assert "Looked at on 11 March 2026" in pages.words()
    assert not pages.sees("tech-car_tag-again")
    assert kept(pages)["car_tag"].state == NOTHING


def test_the_beginning_shows_where_one_has_looked(pages: OpenPages) -> None:
    open_part(pages, "car")
    press(pages, "car_tag", NOTHING)
    open_part(pages)
    assert pages.find("tech-part-car-said").text() == "Looked at: 1 of 4."
    open_part(pages, "car")
    press(pages, "car_app", UNSURE)
    open_part(pages)
    assert pages.find("tech-part-car-said").text() == "Looked at: 2 of 4. Something was noticed."
    assert not pages.sees("tech-part-home-said")


# ── Notes ───────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_note_is_kept_while_it_is_written(pages: OpenPages) -> None:
    open_part(pages, "tags")
    pages.click("tech-tags_bag-add-note")
    pages.write("tech-tags_bag-note", "the red bag, side pocket")
    pages.qtbot.waitUntil(lambda: "tags_bag" in kept(pages))
    assert kept(pages)["tags_bag"].note == "the red bag, side pocket"
    assert kept(pages)["tags_bag"].state == ""


@pytest.mark.parametrize("leave", ["part", "page", "answer", "language"])
def test_a_note_is_not_lost_on_any_way_out_of_the_part(pages: OpenPages, leave: str) -> None:
    """Before any timer has come: she turns over at once."""
    open_part(pages, "tags")
    pages.click("tech-tags_bag-add-note")
    pages.find("tech-tags_bag-note").set_text("side pocket")
    if leave == "part":
        pages.click("tech-back")
    elif leave == "page":
        pages.go("help")
    elif leave == "answer":
        press(pages, "tags_clothes", NOTHING)
    else:
        pages.window.rebuild(Look("dark", 125))
        built(pages, pages.here())
        assert pages.find("tech-tags_bag-note").text() == "side pocket"
    assert kept(pages)["tags_bag"].note == "side pocket"


def test_an_answer_to_one_place_leaves_the_note_that_is_being_written_alone(pages: OpenPages) -> None:
    open_part(pages, "tags")
    pages.click("tech-tags_bag-add-note")
    pages.write("tech-tags_bag-note", "side")
    press(pages, "tags_bag", SAW)
    pages.write("tech-tags_bag-note", " pocket")
    open_part(pages, "tags")
    assert pages.find("tech-tags_bag-note").text() == "side pocket"
    assert kept(pages)["tags_bag"].state == SAW


# ── Together ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_two_people_get_larger_words_and_questions_to_ask_each_other(pages: OpenPages) -> None:
    page = open_part(pages)
    assert SAY.alone in pages.words()
    alone = pages.find("tech-about-first").fontInfo().pixelSize()
    pages.click("tech-with-choice-together")
    built(pages, page)
    assert SAY.alone not in pages.words()
    for line in SAY.together:
        assert line in pages.words()
    assert pages.find("tech-about-first").fontInfo().pixelSize() > alone * 1.2
    open_part(pages, "home")
    assert f"Ask each other: {PLACES['home_router'].ask}" in pages.words()
    open_part(pages)
    pages.click("tech-with-choice-alone")
    open_part(pages, "home")
    assert "Ask each other" not in pages.words()


def test_that_somebody_helped_is_written_nowhere(pages: OpenPages) -> None:
    open_part(pages)
    pages.click("tech-with-choice-together")
    open_part(pages, "home")
    press(pages, "home_router", SAW)
    db = pages.vault.database
    tables = [name for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = "\n".join(str(row) for name in tables for row in db.rows(f"SELECT * FROM {name}"))
    assert "home_router" in rows
    assert "together" not in rows


# ── What follows ────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_steps_that_fit_come_with_their_risk_the_least_visible_first(pages: OpenPages) -> None:
    open_part(pages, "accounts")
    press(pages, "accounts_devices", SAW)
    press(pages, "accounts_mail", NOTHING)
    page = open_part(pages, "after")
    seen = pages.words()
    order = ["unseen", "slight", "visible"]
    levels = [order.index(STEPS[one].visible) for one in offered(page)]
    assert levels == sorted(levels)
    assert {"technology_keep_first", "technology_lists", "technology_passwords"} <= set(offered(page))
    assert "technology_tags" not in offered(page)
    for one in offered(page):
        assert STEPS[one].text in seen
        assert not STEPS[one].risk or f"Possible risk: {STEPS[one].risk}" in seen
    assert seen.index("Steps that are usually not seen") < seen.index("Steps that person can see")
    assert visible_words("unseen") == "Usually not seen"
    assert PLACES["accounts_devices"].title in seen
    assert PLACES["accounts_mail"].title not in seen


def test_what_was_not_sure_is_named_so_and_its_note_stands_there(pages: OpenPages, clock: Any) -> None:
    looked.set_state(pages.vault.database, clock, "car_plug", UNSURE)
    looked.set_note(pages.vault.database, clock, "car_plug", "ask the insurance")
    open_part(pages, "after")
    seen = pages.words()
    assert f"{PLACES['car_plug'].title} (not sure)" in seen
    assert "The car · 2 March 2026" in seen
    assert "ask the insurance" in seen
    assert STEPS["technology_remove"].text in seen


def test_nothing_enters_the_plan_until_she_adds_it(pages: OpenPages) -> None:
    open_part(pages, "tags")
    press(pages, "tags_bag", SAW)
    open_part(pages, "after")
    db = pages.vault.database
    assert plan.steps(db) == ()
    pages.click("tech-step-technology_tags-add")
    assert [(one.section, one.suggestion, one.state) for one in plan.steps(db)] == [
        ("technology", "technology_tags", "will_do")
    ]
    assert not pages.sees("tech-step-technology_tags-add")
    assert pages.find("tech-step-technology_tags-state").text() == "In my plan: will do"
    assert pages.sees("tech-step-technology_remove-add")


def test_what_she_put_away_as_not_safe_is_not_offered_again(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    plan.take_up_suggestion(db, clock, "technology", "technology_tags", "not_safe")
    plan.take_up_suggestion(db, clock, "technology", "technology_remove", "not_now")
    looked.set_state(db, clock, "tags_bag", SAW)
    open_part(pages, "after")
    assert not pages.sees("tech-step-technology_tags-add")
    assert pages.find("tech-step-technology_tags-state").text() == "Put away: not safe for me"
    pages.click("tech-step-technology_remove-add")
    assert {one.suggestion: one.state for one in plan.steps(db)}["technology_remove"] == "will_do"


def test_from_there_on_to_the_section_the_help_and_a_bad_moment(pages: OpenPages) -> None:
    for page in ("section", "help", "acute"):
        open_part(pages, "after")
        pages.click(f"tech-{page}")
        assert pages.window.current_name == page


# ── Removing ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_all_answers_can_be_removed_and_the_plan_stays(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    plan.take_up_suggestion(db, clock, "technology", "technology_tags", "will_do")
    looked.set_state(db, clock, "tags_bag", SAW)
    looked.set_note(db, clock, "car_tag", "workshop")
    page = open_part(pages)
    pages.click("tech-remove")
    pages.click("answer-no")
    assert set(kept(pages)) == {"tags_bag", "car_tag"}
    pages.click("tech-remove")
    pages.click("answer-yes")
    built(pages, page)
    assert kept(pages) == {}
    assert len(plan.steps(db)) == 1
    assert not pages.sees("tech-remove")
    assert not pages.sees("tech-part-tags-said")


# ── Before there is a store, and reading only ───────────────────────────────────────────────────────────────────
@pytest.fixture
def evening(qtbot: QtBot, clock: Any, tmp_path: Path) -> Stage:
    return Stage(
        qtbot, clock, None, {"tech_check": TechCheckPage}, elsewhere=("help", "section", "acute"), tmp_path=tmp_path
    )


def answer_on_the_first_evening(stage: Stage, qtbot: QtBot) -> Any:
    page = stage.go("tech_check", part="tags")
    qtbot.waitUntil(lambda: page.shown.built)
    assert not stage.exists("tech-not-kept")
    stage.click("tech-tags_bag-answer-saw")
    stage.click("tech-tags_bag-add-note")
    page.findChild(QWidget, "tech-tags_bag-note").set_text("side pocket")
    assert stage.exists("tech-not-kept")
    return page


def test_on_the_first_evening_it_works_and_says_that_nothing_is_kept(
    qtbot: QtBot, vault: Any, evening: Stage
) -> None:
    answer_on_the_first_evening(evening, qtbot)
    page = evening.go("tech_check", part="after")
    qtbot.waitUntil(lambda: page.shown.built)
    assert "side pocket" in evening.seen()
    evening.click("tech-step-technology_tags-add")
    evening.click("tech-not-kept-keep")
    assert looked.looked(vault.database) == {}
    evening.open_store(vault)
    qtbot.waitUntil(lambda: page.shown.built)
    assert looked.looked(vault.database)["tags_bag"].note == "side pocket"
    assert [one.suggestion for one in plan.steps(vault.database)] == ["technology_tags"]
    assert not evening.exists("tech-not-kept")


def test_answers_of_the_first_evening_go_along_when_something_else_is_kept(
    qtbot: QtBot, vault: Any, evening: Stage
) -> None:
    """The window saves what stands unfinished on any page as soon as there is a store."""
    answer_on_the_first_evening(evening, qtbot)
    evening.go("help")
    evening.open_store(vault)
    evening.window.save_drafts()
    assert looked.looked(vault.database)["tags_bag"].state == SAW
    assert looked.looked(vault.database)["tags_bag"].note == "side pocket"


def test_another_language_on_the_first_evening_loses_no_answer(qtbot: QtBot, evening: Stage) -> None:
    answer_on_the_first_evening(evening, qtbot)
    evening.window.rebuild(Look("dark", 100))
    page = evening.window.page("tech_check")
    qtbot.waitUntil(lambda: page.shown.built)
    evening.settle()
    assert page.findChild(QWidget, "tech-tags_bag-note").text() == "side pocket"
    assert page.findChild(QPushButton, "tech-tags_bag-answer-saw").isChecked()


@pytest.mark.parametrize("way", ["read", "paper"])
def test_who_only_reads_is_asked_nothing_and_still_sees_the_next_step(pages: OpenPages, clock: Any, way: str) -> None:
    plan.set_answer(pages.vault.database, clock, "way", way)
    open_part(pages, "computer")
    assert not pages.sees("tech-computer_keyboard-answer")
    assert not pages.sees("tech-computer_keyboard-add-note")
    assert f"A next step: {STEPS['technology_keyboard'].text}" in pages.words()


# ── On every screen ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_part_is_built_in_portions(pages: OpenPages) -> None:
    page = open_part(pages)
    pages.window.go("tech_check", part="patterns")
    assert not page.shown.built
    assert len(page.shown.findChildren(PlaceCard)) == 0
    before = 0
    while not page.shown.built:
        QApplication.processEvents()
        now = len(page.shown.findChildren(PlaceCard))
        assert now - before <= 1
        before = now
    assert before == len(CHECK.part("patterns").places)


def test_going_on_before_a_part_is_complete_does_no_harm(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    executor.holding = True
    pages.go("tech_check", part="home")
    page = pages.go("tech_check", part="car")
    executor.holding = False
    executor.release()
    pages.settle()
    built(pages, page)
    executor.release()
    built(pages, page)
    assert CHECK.part("car").why in pages.words()
    assert CHECK.part("home").why not in pages.words()


def test_by_keyboard_one_stays_on_the_page(pages: OpenPages) -> None:
    page = open_part(pages)
    pages.window.activateWindow()
    pages.find("tech-open-phone").setFocus()
    pages.qtbot.keyClick(pages.find("tech-open-phone"), Qt.Key.Key_Return)
    built(pages, page)
    focused = pages.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "tech-back"
    pages.qtbot.keyClick(focused, Qt.Key.Key_Return)
    built(pages, page)
    assert pages.window.focusWidget().objectName() == "tech-with-choice-alone"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200)])
def test_nothing_is_cut_and_no_empty_screen_follows(
    pages: OpenPages, clock: Any, language: str, theme: str, scale: int
) -> None:
    context, db = pages.context, pages.vault.database
    context.language, context.guide = language, load_guide(language)
    context.region = load_region("kz", language)
    for one in ("patterns_heard", "computer_folder", "children_watch"):
        looked.set_state(db, clock, one, SAW)
        looked.set_note(db, clock, one, "үш күн бұрын " * 12)
    clock.move(days=2)
    pages.window.rebuild(Look(theme, scale))
    for together, part in [(on, one) for on in (False, True) for one in ("", "patterns", "children", "after")]:
        context.extra["looked_together"] = together
        page = open_part(pages, part)
        assert pages.fits(), part
        assert pages.unnamed() == []
        lowest = max(
            one.mapTo(page.sheet.inner, one.rect().bottomLeft()).y()
            for one in page.shown.findChildren(QWidget)
            if one.isVisible()
        )
        assert page.sheet.inner.height() <= max(lowest + 80, page.sheet.viewport().height()), part
