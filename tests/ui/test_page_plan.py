"""Stories of the plan page, with real clicks on a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRegularExpression, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from safeplan.content.guide import load_guide
from safeplan.records import people, plan
from tests.builders import until_full
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.pages.plan import PlanPage
from ui.plan_keeping import WAY, Answers, PlanKeeping
from ui.theme import Look
from ui.widgets.step_list import AT_FIRST
from ui.widgets.step_row import StepRow

ELSEWHERE = ("acute", "section", "situations", "start_check", "paper", "versions")


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"plan": PlanPage}, elsewhere=ELSEWHERE)


def test_the_bad_moment_comes_first_then_a_few_parts_and_one_example(stage):
    page = stage.go("plan")
    for name in ("plan-part-acute", "plan-part-living", "plan-all"):
        shown = page.findChild(QWidget, name)
        lowest = shown.mapTo(page.sheet.viewport(), QPoint(0, shown.height())).y()
        assert lowest <= page.sheet.viewport().height(), name
    assert "For example" in stage.seen()
    assert "Put away" not in stage.seen()
    stage.click("plan-open-living")
    assert stage.arrivals("section") == [{"section_id": "living"}]
    stage.go("plan")
    stage.click("plan-open-acute")
    assert stage.arrivals("acute") == [{}]


def test_all_other_parts_are_one_press_away_and_none_is_ever_missing(stage):
    page = stage.go("plan")
    heads = load_guide("en").heads
    assert len(page.findChildren(QPushButton, QRegularExpression("^plan-open-"))) < 8
    stage.click("plan-all")
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    for head in heads:
        assert stage.exists(f"plan-open-{head.id}"), head.id
        assert head.title in stage.seen()
    stage.click("plan-open-bag")
    assert stage.arrivals("section") == [{"section_id": "bag"}]


def test_what_comes_first_follows_her_situation(stage, vault, clock):
    plan.set_situation(vault.database, clock, "phone_watched", True)
    stage.go("plan")
    assert stage.exists("plan-open-technology")
    plan.set_situation(vault.database, clock, "phone_watched", False)
    stage.go("plan")
    assert not stage.exists("plan-open-technology")


def test_the_pages_about_her_situation_are_not_met_on_the_first_evening(stage, clock):
    stage.begin_sitting()
    stage.go("plan")
    ways = ("plan-situations", "plan-start", "plan-paper")
    assert not any(stage.exists(one) for one in ways)
    stage.click("plan-all")
    assert all(stage.exists(one) for one in ways)
    clock.move(days=1)
    stage.begin_sitting()
    page = stage.go("plan")
    for name, place in zip(ways, ("situations", "start_check", "paper"), strict=True):
        button = stage.find(name)
        lowest = button.mapTo(page.sheet.viewport(), QPoint(0, button.height())).y()
        assert lowest <= page.sheet.viewport().height()
        stage.click(name)
        assert stage.arrivals(place) == [{}]
        stage.go("plan")


def test_what_changed_since_last_time_stands_below_her_steps_and_leads_to_all_of_it(stage, vault, clock):
    plan.add_own_step(vault.database, clock, "bag", "Ask about the key")
    assert not stage.go("plan").since.isVisible()
    clock.move(days=7)
    stage.begin_sitting()
    assert not stage.go("plan").since.isVisible()
    plan.add_own_step(vault.database, clock, "money", "A second card")
    page = stage.go("plan")
    assert "–  New: A second card" in stage.seen()
    steps = page.findChild(QWidget, "plan-steps")
    assert page.since.mapTo(page.sheet.inner, QPoint(0, 0)).y() > steps.mapTo(page.sheet.inner, QPoint(0, 0)).y()
    fourth = page._parts[[*page._parts][3]]
    assert fourth.mapTo(page.sheet.viewport(), QPoint(0, fourth.height())).y() <= page.sheet.viewport().height()
    page.sheet.ensureWidgetVisible(stage.find("plan-since-all"))
    stage.click("plan-since-all")
    assert len(stage.arrivals("versions")) == 1


def test_steps_stand_by_what_she_said_to_them(stage, vault, clock):
    plan.take_up_suggestion(vault.database, clock, "living", "living_sign", "will_do", "the lamp in the kitchen")
    plan.take_up_suggestion(vault.database, clock, "bag", "bag_list", "done")
    person = people.add_person(vault.database, clock, people.PersonForm(name="Dana Omarova"))
    own = plan.add_own_step(vault.database, clock, "bag", "Ask about the key")
    plan.change_step(vault.database, clock, own.id, person_id=person.id)
    page = stage.go("plan")
    seen = stage.seen()
    assert "Agree on a sign with one neighbour" in seen
    assert "the lamp in the kitchen" in seen
    assert "With D. O." in seen
    assert "Will do: 1" in seen
    stage.click(f"step-{own.id}-done")
    assert plan.step(vault.database, own.id).state == "done"
    stage.click("plan-all")
    stage.qtbot.waitUntil(lambda: not page._waiting)
    assert "Done: 2" in stage.seen()
    assert "Ask about the key" not in stage.seen()
    stage.click("plan-done")
    assert "Ask about the key" in stage.seen()


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
    page.own_section.set_one("bag")
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


def test_more_about_a_step_leads_to_its_part_and_opens_it_there(stage, vault, clock):
    step = plan.add_own_step(vault.database, clock, "bag", "Ask about the key")
    stage.go("plan")
    stage.click(f"step-{step.id}-details")
    assert stage.arrivals("section") == [{"section_id": "bag", "at": step.id}]


def test_without_names_no_full_name_stands_in_the_plan_whatever_the_setting_says(qtbot, clock, vault):
    person = people.add_person(vault.database, clock, people.PersonForm(name="Dana Omarova"))
    own = plan.add_own_step(vault.database, clock, "bag", "Ask about the key")
    plan.change_step(vault.database, clock, own.id, person_id=person.id)
    stage = Stage(qtbot, clock, vault, {"plan": PlanPage}, elsewhere=ELSEWHERE, names_shown=True)
    stage.go("plan")
    assert "With Dana Omarova" in stage.seen()
    plan.set_answer(vault.database, clock, WAY, "nameless")
    stage.go("plan")
    assert "With D. O." in stage.seen()
    assert "Omarova" not in stage.seen()


@pytest.mark.parametrize("way", ["read", "paper"])
def test_who_only_reads_or_writes_on_paper_is_not_asked_to_write_or_to_keep(qtbot, clock, tmp_path, way):
    stage = Stage(qtbot, clock, None, {"plan": PlanPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = stage.go("plan")
    stage.qtbot.keyClicks(page.own, "Leave a coat at work")
    qtbot.keyClick(page.own, Qt.Key.Key_Return)
    stage.settle()
    assert stage.exists("plan-not-kept-keep")
    PlanKeeping(stage.context).change(page, Answers(((WAY, way),)), page.show_view)
    stage.settle()
    assert not stage.exists("plan-not-kept-keep")
    assert not stage.exists("plan-own")
    assert "Leave a coat at work" in stage.seen()


def test_a_plan_of_three_hundred_steps_builds_a_screenful_and_the_rest_when_asked(stage, vault, clock):
    with vault.database.transaction():
        for number in range(300):
            step = plan.add_own_step(vault.database, clock, "bag", f"step number {number:03}")
            if number % 3:
                plan.mark_step(vault.database, clock, step.id, "done" if number % 3 == 1 else "not_now")
    page = stage.go("plan")
    stage.qtbot.wait(200)
    assert len(page.findChildren(StepRow)) == AT_FIRST
    stage.click("plan-list-will_do-more")
    stage.qtbot.wait(200)
    assert len(page.findChildren(StepRow)) == 2 * AT_FIRST
    assert "step number 069" in stage.seen()
    assert "step number 072" not in stage.seen()
    assert stage.window.focusWidget().objectName().startswith("step-")
    assert "300" not in stage.seen()


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


def test_what_waited_for_a_passphrase_is_not_lost_when_it_cannot_be_kept_yet(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"plan": PlanPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = stage.go("plan")
    words = "Leave a coat at work. " * 80
    page.own.setText(words)
    qtbot.keyClick(page.own, Qt.Key.Key_Return)
    stage.settle()
    until_full(vault.database, lambda: plan.add_own_step(vault.database, clock, "bag", "x" * 800))
    before = len(plan.steps(vault.database))
    stage.click("plan-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    assert stage.exists("question-card"), "she is told"
    stage.click("answer-ok")
    vault.database.execute("PRAGMA max_page_count = 1000000")
    stage.go("plan")
    assert [one.words for one in plan.steps(vault.database)][before:] == [words]


def test_a_step_that_cannot_be_kept_stays_in_its_line_and_in_its_part(stage, vault, clock):
    page = stage.go("plan")
    until_full(vault.database, lambda: plan.add_own_step(vault.database, clock, "bag", "x" * 800))
    before = len(plan.steps(vault.database))
    words = "Leave a coat at work. " * 80
    page.own.setText(words)
    page.own_section.set_one("children")
    stage.click("plan-own-add")
    assert stage.exists("question-card"), "she is told"
    stage.click("answer-ok")
    assert page.own.text() == words
    vault.database.execute("PRAGMA max_page_count = 1000000")
    stage.click("plan-own-add")
    (step,) = plan.steps(vault.database)[before:]
    assert (step.words, step.section) == (words, "children")
    assert page.own.text() == ""


def test_add_pressed_twice_adds_one_step(qtbot, clock, vault):
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    page = pages.go("plan")
    qtbot.waitUntil(lambda: page.own is not None)
    pages.write("plan-own-words", "Leave a coat at work")
    executor.holding = True
    pages.click("plan-own-add")
    pages.click("plan-own-add")
    qtbot.keyClicks(page.own, "Call Da")
    executor.holding = False
    executor.release()
    assert [one.words for one in plan.steps(vault.database)] == ["Leave a coat at work"]
    assert page.own.text() == "Call Da"


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
