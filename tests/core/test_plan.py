"""The plan: steps with her states, answers that may be empty, at most three things for today."""

from __future__ import annotations

from datetime import date

import pytest
from builders import a_step, fresh_database

from safeplan import errors
from safeplan.records import plan


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def test_a_suggestion_is_taken_up_once_and_then_changes_its_state(db, clock):
    first = plan.take_up_suggestion(db, clock, "home", "home.keys", "will_do", "in the blue coat")
    clock.move(days=1)
    again = plan.take_up_suggestion(db, clock, "home", "home.keys", "not_safe")
    assert (again.id, again.state, again.words) == (first.id, "not_safe", "in the blue coat")
    assert again.changed_at > first.changed_at
    assert plan.steps(db) == (again,)
    plan.leave_suggestion(db, clock, "home", "home.keys")
    assert plan.steps(db) == ()


def test_an_own_step_is_hers_to_change_and_to_remove(db, clock):
    step = a_step(db, clock, "Ask the teacher")
    assert (step.suggestion, step.state) == ("", "will_do")
    changed = plan.change_step(db, clock, step.id, words="Ask both teachers", look_again="2026-04-01")
    assert (changed.words, changed.look_again, changed.state) == ("Ask both teachers", "2026-04-01", "will_do")
    plan.remove_own_step(db, clock, step.id)
    with pytest.raises(errors.NotThere):
        plan.step(db, step.id)
    with pytest.raises(errors.NotThere):
        plan.remove_own_step(db, clock, step.id)


def test_a_suggestion_is_not_removed_as_if_it_were_her_own(db, clock):
    taken = plan.take_up_suggestion(db, clock, "home", "home.keys", "done")
    with pytest.raises(errors.NotThere):
        plan.remove_own_step(db, clock, taken.id)
    assert plan.steps(db) == (taken,)


def test_impossible_steps_are_refused(db, clock):
    step = a_step(db, clock)
    with pytest.raises(errors.NothingWritten):
        plan.add_own_step(db, clock, "home", "  ")
    with pytest.raises(errors.NothingWritten):
        plan.change_step(db, clock, step.id, words=" ")
    with pytest.raises(errors.DateImpossible):
        plan.change_step(db, clock, step.id, look_again="2026-02-30")
    with pytest.raises(errors.Bug):
        plan.mark_step(db, clock, step.id, "urgent")
    with pytest.raises(errors.NotThere):
        plan.mark_step(db, clock, "unknown", "done")
    assert plan.step(db, step.id) == step


def test_today_shows_three_steps_the_longest_waiting_first(db, clock):
    made = [a_step(db, clock, f"step {number}") for number in range(6)]
    plan.mark_step(db, clock, made[0].id, "done")
    plan.mark_step(db, clock, made[2].id, "not_now")
    assert [step.words for step in plan.steps_for_today(db)] == ["step 1", "step 3", "step 4"]
    assert len(plan.steps(db)) == 6


def test_why_a_step_is_not_safe_is_hers_and_stays_when_the_state_changes(db, clock):
    taken = plan.take_up_suggestion(db, clock, "home", "home.keys", "not_safe")
    assert taken.reason == ""
    plan.change_step(db, clock, taken.id, reason=" The key hangs where everyone sees it ")
    back = plan.mark_step(db, clock, taken.id, "not_now")
    assert back.reason == " The key hangs where everyone sees it "
    assert plan.change_step(db, clock, taken.id, reason="").reason == ""


def test_a_step_comes_back_on_its_day_until_it_is_done_or_has_no_day(db, clock):
    words = ("later", "second", "first", "done", "never")
    later, second, first, done, _never = (a_step(db, clock, one) for one in words)
    for one, day in ((later, "2026-03-03"), (second, "2026-03-02"), (first, "2026-02-20"), (done, "2026-02-20")):
        plan.change_step(db, clock, one.id, look_again=day)
    plan.mark_step(db, clock, done.id, "done")
    plan.mark_step(db, clock, second.id, "not_safe")
    today = date(2026, 3, 2)
    found = plan.steps_to_look_at(db, today)
    assert [one.words for one in found] == ["first", "second"]
    assert plan.due(plan.steps(db), today) == found
    plan.change_step(db, clock, first.id, look_again="")
    assert [one.words for one in plan.steps_to_look_at(db, today)] == ["second"]
    assert plan.steps_to_look_at(db, date(2026, 2, 19)) == ()


def test_answers_are_kept_as_typed_and_an_emptied_one_is_gone(db, clock):
    assert plan.set_answer(db, clock, "home.q1", " Кухня,\nесік жағы ") == " Кухня,\nесік жағы "
    plan.set_answer(db, clock, "home.q2", "two")
    plan.set_answer(db, clock, "home.q2", "two again")
    assert plan.answers(db) == {"home.q1": " Кухня,\nесік жағы ", "home.q2": "two again"}
    plan.set_answer(db, clock, "home.q1", "")
    assert plan.answer(db, "home.q1") == ""
    assert db.value("SELECT count(*) FROM answer") == 1


def test_situations_are_switched_on_and_off(db, clock):
    plan.set_situation(db, clock, "children", True)
    plan.set_situation(db, clock, "children", True)
    assert plan.set_situation(db, clock, "rural", True) == {"children", "rural"}
    assert plan.set_situation(db, clock, "children", False) == plan.situations(db) == {"rural"}
