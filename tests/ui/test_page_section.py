"""Stories of a section of the guide, with real clicks and keys on a real store."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from safeplan.content.guide import load_guide
from safeplan.records import drafts, plan
from tests.ui.page_stage import Stage
from ui.pages.section import SectionPage
from ui.theme import Look


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=("plan",))


def _filled(stage, section_id):
    page = stage.go("section", section_id=section_id)
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    return page


def _everything(session, _job):
    states = {s.suggestion: s.state for s in plan.steps(session.database)}
    return states, plan.answers(session.database)


def _seen_suggestions(stage):
    return {
        b.objectName().removeprefix("suggestion-").removesuffix("-state-will_do")
        for b in stage.window.findChildren(QPushButton)
        if b.objectName().endswith("-state-will_do") and b.isVisible()
    }


def test_every_suggestion_shown_has_its_risk_beside_it(stage):
    _filled(stage, "living")
    seen = stage.seen()
    section = load_guide("en").section("living")
    always = [one for one in section.suggestions if not one.situations]
    assert len(always) >= 5
    for one in always:
        assert one.text in seen
        assert one.risk in seen
    assert "The police may be told. You can ask before you say your name." in seen
    assert "Living with a person who harms you" in seen


def test_situations_decide_what_is_shown_first_and_nothing_taken_up_vanishes(stage, vault, clock):
    _filled(stage, "living")
    assert "living_weapons" not in _seen_suggestions(stage)
    plan.set_situation(vault.database, clock, "weapons", True)
    _filled(stage, "living")
    assert "living_weapons" in _seen_suggestions(stage)
    stage.click("suggestion-living_weapons-state-not_now")
    plan.set_situation(vault.database, clock, "weapons", False)
    _filled(stage, "living")
    assert "living_weapons" in _seen_suggestions(stage)


def test_a_state_is_kept_changed_and_taken_back_with_one_press_each(stage, vault):
    _filled(stage, "bag")
    stage.click("suggestion-bag_list-state-will_do")
    assert [(s.suggestion, s.state) for s in plan.steps(vault.database)] == [("bag_list", "will_do")]
    stage.click("suggestion-bag_list-state-done")
    assert [(s.suggestion, s.state) for s in plan.steps(vault.database)] == [("bag_list", "done")]
    stage.click("suggestion-bag_list-state-done")
    assert plan.steps(vault.database) == ()


def test_not_safe_for_me_leaves_at_once_and_the_way_back_is_quiet(stage, vault):
    _filled(stage, "bag")
    stage.click("suggestion-bag_photos-state-not_safe")
    assert "bag_photos" not in _seen_suggestions(stage)
    (step,) = plan.steps(vault.database)
    assert step.state == "not_safe"
    stage.click("section-away")
    stage.click(f"step-{step.id}-back")
    stage.settle()
    assert plan.step(vault.database, step.id).state == "not_now"
    assert "bag_photos" in _seen_suggestions(stage)
    assert "Put away:" not in stage.seen()


def test_her_own_words_stand_with_a_suggestion(stage, vault):
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-words-unfold")
    stage.qtbot.keyClicks(page._cards["bag_keep"].box, "My aunt, Tuesdays")
    stage.qtbot.waitUntil(lambda: plan.steps(vault.database)[0].words == "My aunt, Tuesdays", timeout=1500)
    again = _filled(stage, "bag")
    assert again._cards["bag_keep"].own_words() == "My aunt, Tuesdays"


def test_answers_are_kept_within_a_second_and_can_stay_empty(stage, vault):
    page = _filled(stage, "living")
    assert page.questions.boxes == {}
    stage.click("section-questions")
    stage.qtbot.keyClicks(page.questions.boxes["living_hears"], "The watchman")
    stage.qtbot.waitUntil(lambda: plan.answers(vault.database) == {"living_hears": "The watchman"}, timeout=1100)


def test_an_answer_typed_a_moment_ago_survives_leaving_and_a_change_of_size(stage, vault):
    page = _filled(stage, "living")
    stage.click("section-questions")
    stage.qtbot.keyClicks(page.questions.boxes["living_hears"], "One")
    stage.window.go("plan")
    assert plan.answer(vault.database, "living_hears") == "One"
    page = _filled(stage, "living")
    stage.click("section-questions")
    stage.qtbot.keyClicks(page.questions.boxes["living_before"], "Two")
    stage.window.rebuild(Look("light", 150))
    assert plan.answer(vault.database, "living_before") == "Two"


def test_a_step_of_her_own_belongs_to_the_section(stage, vault):
    page = _filled(stage, "children")
    stage.qtbot.keyClicks(page.own, "Ask the teacher")
    stage.click("section-own-add")
    (step,) = plan.steps(vault.database)
    assert (step.section, step.suggestion, step.words) == ("children", "", "Ask the teacher")
    assert "Ask the teacher" in stage.seen()


def test_a_half_typed_own_step_comes_back(stage, vault, clock):
    drafts.save_draft(vault.database, clock, "section", {"own-bag": "Ask the t"})
    page = _filled(stage, "bag")
    assert page.own.text() == "Ask the t"


def test_sections_follow_each_other(stage):
    heads = load_guide("en").heads
    _filled(stage, heads[0].id)
    assert not stage.exists("section-before")
    for head in heads[1:]:
        stage.click("section-next")
        stage.settle()
        assert stage.window.shell.title.text() == head.title
    assert not stage.exists("section-next")
    stage.click("section-back")
    assert stage.arrivals("plan") == [{}]


def test_on_the_first_evening_choices_and_answers_wait_for_the_first_passphrase(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"section": SectionPage}, elsewhere=("plan",), tmp_path=tmp_path)
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_list-state-will_do")
    stage.click("suggestion-bag_photos-state-not_safe")
    stage.click("section-questions")
    qtbot.keyClicks(page.questions.boxes["bag_keeper"], "My aunt")
    assert "Not kept yet: hiding erases this" in stage.seen()
    stage.click("section-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    states = {s.suggestion: s.state for s in plan.steps(vault.database)}
    assert states == {"bag_list": "will_do", "bag_photos": "not_safe"}
    assert plan.answers(vault.database) == {"bag_keeper": "My aunt"}


def test_a_long_section_is_built_in_portions_that_never_freeze(stage, vault, clock):
    for one in load_guide("en").situations:
        plan.set_situation(vault.database, clock, one.id, True)
    started = time.perf_counter()
    stage.window.go("section", section_id="living")
    assert time.perf_counter() - started < 0.25
    page = stage.window.page("section")
    assert page._waiting, "everything at once is what froze"
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    assert len(_seen_suggestions(stage)) == len(load_guide("en").section("living").suggestions)


def test_with_the_real_worker_nothing_typed_or_chosen_in_a_hurry_is_lost(qtbot, clock, vault):
    stage = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=("plan",), real_worker=True)
    page = stage.go("section", section_id="bag")
    qtbot.waitUntil(lambda: hasattr(page, "questions") and not page._waiting)
    for name in (
        "bag_list-state-will_do",
        "bag_list-state-done",
        "bag_photos-state-not_safe",
        "bag_keep-state-not_now",
    ):
        qtbot.mouseClick(stage.find(f"suggestion-{name}"), Qt.MouseButton.LeftButton)
    page.questions.build()
    qtbot.keyClicks(page.questions.boxes["bag_keeper"], "My aunt")
    qtbot.keyClicks(page.own, "Ask the t")
    stage.window.rebuild(Look("light", 125))
    again = stage.window.page("section")
    qtbot.waitUntil(lambda: hasattr(again, "own") and again.own.text() == "Ask the t", timeout=2000)
    qtbot.waitUntil(lambda: not stage.context.background.busy, timeout=2000)
    results: list[object] = []
    stage.context.background.run(stage.window, _everything, results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=2000)
    assert results[0] == (
        {"bag_list": "done", "bag_photos": "not_safe", "bag_keep": "not_now"},
        {"bag_keeper": "My aunt"},
    )
    stage.context.background.stop()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, vault, language):
    stage = Stage(
        qtbot, clock, vault, {"section": SectionPage}, elsewhere=("plan",), language=language, look=Look("dark", 200)
    )
    page = _filled(stage, "children")
    stage.click("section-questions")
    stage.nothing_is_cut(page)
