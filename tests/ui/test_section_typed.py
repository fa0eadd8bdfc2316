"""What she types into a section: steps, names, days and answers stay, whatever she does next.

Lost without it: a name half typed goes with a press elsewhere, and a frightened person does not type it twice.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from safeplan.records import drafts, people, plan
from safeplan.records.people import PersonForm
from tests.builders import until_full
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from tests.ui.section_kit import filled, line_named, pick_one
from ui.pages.section import SectionPage
from ui.theme import Look
from ui.widgets.pick import DayField
from ui.widgets.step_details import StepDetails

ELSEWHERE = ("plan", "acute", "start_check")


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)


def _everything(session, _job):
    states = {s.suggestion: s.state for s in plan.steps(session.database)}
    return states, plan.answers(session.database)


def test_a_language_switched_in_mid_sentence_loses_no_field(stage, vault, clock):
    """Every field of the page holds something half typed; then the whole page is built in another language."""
    plan.take_up_suggestion(vault.database, clock, "bag", "bag_photos", "not_safe")
    own = plan.add_own_step(vault.database, clock, "bag", "Ask")
    page = filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    stage.click("section-questions")
    stage.click(f"step-{own.id}-details")
    stage.click("section-away")
    away = next(s for s in plan.steps(vault.database) if s.suggestion == "bag_photos")
    stage.click(f"step-{away.id}-details")
    stage.click("suggestion-bag_list-state-not_safe")
    for details in page.findChildren(StepDetails):
        pick_one(details.person, "+")
        # The day of a step is a field too.
        details._in_days(7)
    stage.settle()
    written = {}
    fields = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    fields = [one for one in fields if one.isVisible() and one.objectName() != "qt_spinbox_lineedit"]
    assert len(fields) >= 12
    for number, field in enumerate(fields):
        field.setFocus()
        stage.qtbot.keyClicks(field, f" zq{number}")
        written[field.objectName()] = field.text()
    for day in page.findChildren(DayField):
        day.setDate(QDate(2026, 5, 5))
    stage.speak("ru")
    again = stage.window.page("section")
    stage.qtbot.waitUntil(lambda: not again._waiting)
    stage.settle()
    kept = {s.id: s for s in plan.steps(vault.database)}
    names = drafts.draft(vault.database, "section") | again.collect_draft()
    for name, text in written.items():
        if name.startswith("answer-"):
            assert plan.answer(vault.database, name.removeprefix("answer-")) == text
        elif name == "section-own-words":
            assert again.own.text() == text
        elif name == "suggestion-bag_list-away-reason":
            assert [s.reason for s in kept.values() if s.suggestion == "bag_list"] == [text]
        else:
            _step, step_id, what = name.split("-", 2)
            now = {
                "own": kept[step_id].words,
                "reason": kept[step_id].reason,
                "new-person": names.get(f"who-{step_id}"),
            }
            assert now[what] == text, name
    assert {s.look_again for s in kept.values() if s.suggestion != "bag_list"} == {"2026-05-05"}
    # Names that were being typed stand open again, in the other language.
    open_ = [one for one in again.findChildren(StepDetails) if one.someone()]
    assert len(open_) == 3


def test_answers_are_kept_within_a_second_and_can_stay_empty(stage, vault):
    page = filled(stage, "living")
    assert page.questions.boxes == {}
    stage.click("section-questions")
    stage.qtbot.keyClicks(page.questions.boxes["living_hears"], "The watchman")
    stage.qtbot.waitUntil(lambda: plan.answers(vault.database) == {"living_hears": "The watchman"})


def test_an_answer_typed_a_moment_ago_survives_leaving_and_a_change_of_size(stage, vault):
    page = filled(stage, "living")
    stage.click("section-questions")
    stage.qtbot.keyClicks(page.questions.boxes["living_hears"], "One")
    stage.window.go("plan")
    assert plan.answer(vault.database, "living_hears") == "One"
    page = filled(stage, "living")
    stage.click("section-questions")
    stage.qtbot.keyClicks(page.questions.boxes["living_before"], "Two")
    stage.window.rebuild(Look("light", 150))
    assert plan.answer(vault.database, "living_before") == "Two"


def test_a_step_of_her_own_belongs_to_the_section(stage, vault):
    page = filled(stage, "children")
    stage.qtbot.keyClicks(page.own, "Ask the teacher")
    stage.click("section-own-add")
    (step,) = plan.steps(vault.database)
    assert (step.section, step.suggestion, step.words) == ("children", "", "Ask the teacher")
    assert "Ask the teacher" in stage.seen()


def test_a_half_typed_own_step_comes_back(stage, vault, clock):
    drafts.save_draft(vault.database, clock, "section", {"own-bag": "Ask the t"})
    page = filled(stage, "bag")
    assert page.own.text() == "Ask the t"


def test_a_step_that_cannot_be_kept_stays_in_its_line_until_it_can(stage, vault, clock):
    page = filled(stage, "children")
    until_full(vault.database, lambda: plan.add_own_step(vault.database, clock, "bag", "x" * 800))
    before = len(plan.steps(vault.database))
    words = "Ask the teacher. " * 80
    page.own.setText(words)
    stage.click("section-own-add")
    assert stage.exists("question-card"), "she is told"
    stage.click("answer-ok")
    assert page.own.text() == words
    vault.database.execute("PRAGMA max_page_count = 1000000")
    stage.click("section-own-add")
    assert [one.words for one in plan.steps(vault.database)][before:] == [words]
    assert page.own.text() == ""


def test_a_name_that_cannot_be_kept_stands_in_its_line_again(stage, vault, clock):
    step = plan.add_own_step(vault.database, clock, "children", "Ask")
    page = filled(stage, "children")
    stage.click(f"step-{step.id}-details")
    (details,) = page.findChildren(StepDetails)
    pick_one(details.person, "+")
    name = "Dana " * 80
    details.new_name.setText(name)
    until_full(vault.database, lambda: people.add_person(vault.database, clock, PersonForm(name=name)))
    before = len(people.list_people(vault.database))
    stage.click(f"step-{step.id}-add-person")
    assert stage.exists("question-card"), "she is told"
    stage.click("answer-ok")
    assert details.new_name.text() == name
    vault.database.execute("PRAGMA max_page_count = 1000000")
    stage.click(f"step-{step.id}-add-person")
    (person,) = people.list_people(vault.database)[before:]
    assert plan.step(vault.database, step.id).person_id == person.id
    assert details.new_name.text() == ""


def test_add_pressed_twice_adds_once_and_what_is_typed_meanwhile_stays(qtbot, clock, vault):
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    page = pages.go("section", section_id="children")
    qtbot.waitUntil(lambda: not page._waiting)
    pages.write("section-own-words", "Ask the teacher")
    executor.holding = True
    pages.click("section-own-add")
    pages.click("section-own-add")
    qtbot.keyClicks(page.own, "Call Da")
    executor.holding = False
    executor.release()
    assert [one.words for one in plan.steps(vault.database)] == ["Ask the teacher"]
    assert page.own.text() == "Call Da"
    assert drafts.draft(vault.database, "section") == {"own-children": "Call Da"}


def test_a_step_added_while_she_leaves_the_part_stands_in_its_line_no_more(qtbot, clock, vault):
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    page = pages.go("section", section_id="children")
    qtbot.waitUntil(lambda: not page._waiting)
    pages.write("section-own-words", "Ask the teacher")
    executor.holding = True
    pages.click("section-own-add")
    pages.go("section", section_id="bag")
    executor.holding = False
    executor.release()
    pages.settle()
    pages.go("section", section_id="children")
    pages.settle()
    assert page.own.text() == ""
    assert [one.words for one in plan.steps(vault.database)] == ["Ask the teacher"]
    assert drafts.draft(vault.database, "section") == {}


def test_steps_half_typed_in_two_parts_both_come_back(qtbot, clock, vault):
    first = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    page = filled(first, "bag")
    qtbot.keyClicks(page.own, "Ask the t")
    # At once: no timer has kept it yet.
    page = filled(first, "children")
    qtbot.keyClicks(page.own, "Call Da")
    page.save_draft_now()
    again = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    assert filled(again, "bag").own.text() == "Ask the t"
    assert filled(again, "children").own.text() == "Call Da"


def test_an_answer_typed_while_another_part_is_on_its_way_is_kept(qtbot, clock, vault):
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    page = pages.go("section", section_id="bag")
    qtbot.waitUntil(lambda: not page._waiting)
    pages.click("section-questions")
    executor.holding = True
    pages.go("section", section_id="children")
    pages.write("answer-bag_keeper", "My aunt")
    executor.holding = False
    executor.release()
    pages.settle()
    assert plan.answers(vault.database) == {"bag_keeper": "My aunt"}


def test_a_line_emptied_by_her_stays_empty(stage, vault, clock):
    drafts.save_draft(vault.database, clock, "section", {"own-bag": "Ask the t"})
    page = filled(stage, "bag")
    page.own.clear()
    filled(stage, "children")
    assert filled(stage, "bag").own.text() == ""
    page.save_draft_now()
    assert drafts.draft(vault.database, "section") == {}


def test_names_half_typed_in_two_parts_both_come_back_and_go_with_their_step(qtbot, clock, vault):
    steps = [plan.add_own_step(vault.database, clock, part, "Ask") for part in ("bag", "children")]
    first = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    for step, name in zip(steps, ("Dan", "Sau"), strict=True):
        page = filled(first, step.section)
        first.click(f"step-{step.id}-details")
        (details,) = page.findChildren(StepDetails)
        pick_one(details.person, "+")
        qtbot.keyClicks(details.new_name, name)
    page.save_draft_now()
    again = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    for step, name in zip(steps, ("Dan", "Sau"), strict=True):
        page = filled(again, step.section)
        assert [one.someone() for one in page.findChildren(StepDetails)] == [name]
    plan.remove_own_step(vault.database, clock, steps[0].id)
    page = filled(again, "children")
    page.save_draft_now()
    assert drafts.draft(vault.database, "section") == {f"who-{steps[1].id}": "Sau"}


def test_on_the_first_evening_a_half_typed_step_waits_while_she_reads_elsewhere(qtbot, clock, tmp_path):
    stage = Stage(qtbot, clock, None, {"section": SectionPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = filled(stage, "bag")
    qtbot.keyClicks(page.own, "Ask the t")
    stage.go("plan")
    assert filled(stage, "bag").own.text() == "Ask the t"
    filled(stage, "children")
    assert filled(stage, "bag").own.text() == "Ask the t"


def test_on_the_first_evening_names_half_typed_are_still_there_after_the_passphrase(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"section": SectionPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    page.own.setText("Pack")
    stage.click("section-own-add")
    (own,) = [one for one in page._view.steps if not one.suggestion]
    stage.click(f"step-{own.id}-details")
    for details, name in zip(page.findChildren(StepDetails), ("Dan", "Sau"), strict=True):
        pick_one(details.person, "+")
        qtbot.keyClicks(details.new_name, name)
    stage.click("section-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    kept = {step.suggestion: step.id for step in plan.steps(vault.database)}
    assert set(kept) == {"bag_keep", ""}
    typed = {kept["bag_keep"]: "Dan", kept[""]: "Sau"}
    # The last part of a page opens what is half typed in it.
    qtbot.waitUntil(lambda: {one.step_id: one.someone() for one in page.findChildren(StepDetails)} == typed)
    page.save_draft_now()
    again = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    page = filled(again, "bag")
    qtbot.waitUntil(lambda: {one.step_id: one.someone() for one in page.findChildren(StepDetails)} == typed)


def test_on_the_first_evening_a_person_a_day_and_a_reason_wait_for_the_passphrase(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"section": SectionPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    details = page.list.cards["bag_keep"].details
    pick_one(details.person, "+")
    qtbot.keyClicks(details.new_name, "Dana")
    qtbot.keyClick(details.new_name, Qt.Key.Key_Return)
    stage.settle()
    stage.click(f"step-{details.step_id}-in-30")
    stage.click("suggestion-bag_photos-state-not_safe")
    qtbot.keyClicks(line_named(stage, "suggestion-bag_photos-away-reason"), "seen at once")
    stage.click("section-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    kept = {s.suggestion: s for s in plan.steps(vault.database)}
    assert people.person(vault.database, kept["bag_keep"].person_id).name == "Dana"
    assert kept["bag_keep"].look_again == "2026-04-01"
    assert kept["bag_photos"].reason == "seen at once"


def test_on_the_first_evening_choices_and_answers_wait_for_the_first_passphrase(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"section": SectionPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = filled(stage, "bag")
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


def test_with_the_real_worker_nothing_typed_or_chosen_in_a_hurry_is_lost(qtbot, clock, vault):
    stage = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE, real_worker=True)
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
    qtbot.waitUntil(lambda: "bag_keeper" in page.questions.boxes)
    qtbot.keyClicks(page.questions.boxes["bag_keeper"], "My aunt")
    qtbot.keyClicks(page.own, "Ask the t")
    stage.window.rebuild(Look("light", 125))
    again = stage.window.page("section")
    qtbot.waitUntil(lambda: hasattr(again, "own") and again.own.text() == "Ask the t")
    qtbot.waitUntil(lambda: not stage.context.background.busy)
    results: list[object] = []
    stage.context.background.run(stage.window, _everything, results.append)
    qtbot.waitUntil(lambda: bool(results))
    assert results[0] == (
        {"bag_list": "done", "bag_photos": "not_safe", "bag_keep": "not_now"},
        {"bag_keeper": "My aunt"},
    )
    stage.context.background.stop()
