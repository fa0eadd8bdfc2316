"""Stories of the plan page, with real clicks on a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from safeplan.records import people, plan
from tests.ui.page_stage import Stage
from ui.pages.plan import PlanPage
from ui.theme import Look

ELSEWHERE = ("acute", "section")


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"plan": PlanPage}, elsewhere=ELSEWHERE)


def test_an_empty_plan_shows_its_parts_and_one_example(stage):
    stage.go("plan")
    assert "Papers and a bag that is ready" in stage.seen()
    assert "For example" in stage.seen()
    assert "Put away" not in stage.seen()
    stage.click("plan-open-bag")
    assert stage.arrivals("section") == [{"section_id": "bag"}]
    stage.go("plan")
    stage.click("plan-open-acute")
    assert stage.arrivals("acute") == [{}]


def test_steps_stand_by_what_she_said_to_them(stage, vault, clock):
    plan.take_up_suggestion(vault.database, clock, "living", "living_sign", "will_do", "the lamp in the kitchen")
    plan.take_up_suggestion(vault.database, clock, "bag", "bag_list", "done")
    person = people.add_person(vault.database, clock, people.PersonForm(name="Dana Omarova"))
    own = plan.add_own_step(vault.database, clock, "bag", "Ask about the key")
    plan.change_step(vault.database, clock, own.id, person_id=person.id)
    stage.go("plan")
    seen = stage.seen()
    assert "Agree on a sign with one neighbour" in seen
    assert "the lamp in the kitchen" in seen
    assert "With D. O." in seen
    assert "Will do: 1 · Done: 1" in seen
    stage.click(f"step-{own.id}-done")
    assert plan.step(vault.database, own.id).state == "done"
    assert "Done: 2" in stage.seen()


def test_not_safe_for_me_leaves_the_list_quietly_and_can_come_back(stage, vault, clock):
    step = plan.take_up_suggestion(vault.database, clock, "living", "living_sign", "will_do")
    stage.go("plan")
    stage.click(f"step-{step.id}-not-safe")
    assert plan.step(vault.database, step.id).state == "not_safe"
    assert "Agree on a sign" not in stage.seen()
    assert "Put away: 1" in stage.seen()
    stage.click("plan-away")
    stage.click(f"step-{step.id}-back")
    assert plan.step(vault.database, step.id).state == "not_now"
    assert "Put away" not in stage.seen()


def test_a_step_of_her_own_is_added_and_removed_only_after_asking(stage, vault):
    page = stage.go("plan")
    stage.qtbot.keyClicks(page.own, "Leave a coat at work")
    stage.click("plan-own-section-bag")
    stage.click("plan-own-add")
    (step,) = plan.steps(vault.database)
    assert (step.section, step.words, step.state) == ("bag", "Leave a coat at work", "will_do")
    assert page.own.text() == ""
    stage.click(f"step-{step.id}-remove")
    stage.click("answer-stay")
    assert len(plan.steps(vault.database)) == 1
    stage.click(f"step-{step.id}-remove")
    stage.click("answer-remove")
    assert plan.steps(vault.database) == ()


def test_switching_a_situation_is_kept_and_says_what_it_does(stage, vault):
    stage.go("plan")
    assert not stage.exists("plan-situation-children")
    stage.click("plan-situations")
    assert "only changes which suggestions you see" in stage.seen()
    stage.click("plan-situation-children")
    stage.click("plan-situation-rural")
    assert plan.situations(vault.database) == {"children", "rural"}
    stage.click("plan-situation-children")
    assert plan.situations(vault.database) == {"rural"}


def test_on_the_first_evening_the_plan_waits_in_memory(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"plan": PlanPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = stage.go("plan")
    stage.qtbot.keyClicks(page.own, "Leave a coat at work")
    qtbot.keyClick(page.own, Qt.Key.Key_Return)
    stage.settle()
    assert "Not kept yet: hiding erases this" in stage.seen()
    stage.window.rebuild(Look("contrast", 150))
    stage.settle()
    assert "Leave a coat at work" in stage.seen()
    stage.click("plan-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    assert [s.words for s in plan.steps(vault.database)] == ["Leave a coat at work"]
    assert "hiding erases this" not in stage.seen()


def test_a_step_typed_and_not_added_survives_a_change_of_size(stage):
    page = stage.go("plan")
    stage.qtbot.keyClicks(page.own, "Leave a c")
    stage.window.rebuild(Look("light", 200))
    stage.settle()
    assert stage.window.page("plan").own.text() == "Leave a c"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, vault, language):
    plan.take_up_suggestion(vault.database, clock, "living", "living_sign", "will_do")
    stage = Stage(
        qtbot, clock, vault, {"plan": PlanPage}, elsewhere=ELSEWHERE, language=language, look=Look("dark", 200)
    )
    stage.nothing_is_cut(stage.go("plan"))
