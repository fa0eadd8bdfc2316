"""The plan over time: each sitting leaves one version, old ones stay readable, removed ones are gone."""

from __future__ import annotations

import pytest
from builders import fresh_database
from hypothesis import given
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import plan, versions
from safeplan.records.sittings import begin_sitting
from safeplan.records.versions import PlanVersion, StepChange, VersionStep, changes, keep_version, plan_now


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def _first_evening(db, clock):
    plan.take_up_suggestion(db, clock, "bag", "bag_list", "will_do", "under the stairs")
    plan.set_answer(db, clock, "living_hears", "the neighbour below")
    plan.set_situation(db, clock, "children", True)


def test_nothing_chosen_leaves_no_version(db, clock):
    begin_sitting(db, clock)
    assert versions.versions(db) == ()


def test_each_sitting_leaves_one_version_dated_by_its_last_change(db, clock):
    begin_sitting(db, clock)
    _first_evening(db, clock)
    written_at = plan.steps(db)[0].changed_at
    clock.move(days=3)
    begin_sitting(db, clock)
    (first,) = versions.versions(db)
    assert first.made_at == written_at
    clock.move(days=1)
    begin_sitting(db, clock)
    assert versions.versions(db) == (first,), "a sitting without a change leaves nothing new"
    plan.mark_step(db, clock, plan.steps(db)[0].id, "done")
    plan.set_situation(db, clock, "children", False)
    clock.move(days=1)
    begin_sitting(db, clock)
    newest, oldest = versions.versions(db)
    assert oldest == first
    assert newest.made_at > first.made_at
    assert (newest.steps[0].state, first.steps[0].state) == ("done", "will_do")
    assert (newest.situations, first.situations) == ((), ("children",))


def test_only_a_switch_or_a_clock_set_back_keeps_the_order(db, clock):
    _first_evening(db, clock)
    clock.move(days=1)
    begin_sitting(db, clock)
    plan.set_situation(db, clock, "pets", True)
    clock.move(days=-30)
    begin_sitting(db, clock)
    newest, oldest = versions.versions(db)
    assert newest.situations == ("children", "pets")
    assert newest.made_at >= oldest.made_at


def test_what_changed_since_is_told_step_by_step(db, clock):
    _first_evening(db, clock)
    own = plan.add_own_step(db, clock, "bag", "ask my aunt")
    before = plan_now(db)
    assert changes(before, before).nothing()
    plan.change_step(db, clock, plan.steps(db)[0].id, state="not_safe", reason="the stairs are searched")
    plan.remove_own_step(db, clock, own.id)
    plan.set_answer(db, clock, "living_hears", "")
    plan.set_answer(db, clock, "living_before", "payday")
    plan.set_situation(db, clock, "children", False)
    plan.set_situation(db, clock, "left", True)
    told = changes(before, plan_now(db))
    first, last = told.steps
    assert first.before is not None
    assert first.after is not None
    assert (first.before.state, first.after.state, first.after.reason) == (
        "will_do",
        "not_safe",
        "the stairs are searched",
    )
    assert last.before is not None
    assert (last.before.words, last.after) == ("ask my aunt", None)
    assert [(a.question, a.before, a.after) for a in told.answers] == [
        ("living_before", "", "payday"),
        ("living_hears", "the neighbour below", ""),
    ]
    assert (told.switched_on, told.switched_off) == (("left",), ("children",))


def test_a_removed_version_is_gone_and_the_plan_stays(db, clock):
    _first_evening(db, clock)
    keep_version(db, clock)
    (kept,) = versions.versions(db)
    versions.remove_version(db, kept.id)
    with pytest.raises(errors.NotThere):
        versions.version(db, kept.id)
    with pytest.raises(errors.NotThere):
        versions.remove_version(db, kept.id)
    keep_version(db, clock)
    versions.remove_all_versions(db)
    assert versions.versions(db) == ()
    assert plan_now(db).steps


def test_the_list_names_every_version_without_reading_what_stands_in_it(db, clock):
    assert versions.version_heads(db) == ()
    for day in range(3):
        plan.set_answer(db, clock, "living_hears", f"day {day}")
        keep_version(db, clock)
        clock.move(days=1)
    heads = versions.version_heads(db)
    assert [(one.id, one.made_at, one.zone) for one in heads] == [
        (one.id, one.made_at, one.zone) for one in versions.versions(db)
    ]
    assert not any("day" in str(one) for one in heads)


def test_since_last_time_compares_the_plan_with_the_newest_version_only(db, clock):
    assert versions.since_last_time(db) is None
    _first_evening(db, clock)
    assert versions.since_last_time(db) is None
    keep_version(db, clock)
    clock.move(days=1)
    own = plan.add_own_step(db, clock, "bag", "ask my aunt")
    keep_version(db, clock)
    since = versions.since_last_time(db)
    assert since is not None
    assert since[0] == versions.version_heads(db)[0]
    assert since[1].nothing()
    plan.mark_step(db, clock, own.id, "done")
    since = versions.since_last_time(db)
    assert since is not None
    ((before, after),) = [(one.before, one.after) for one in since[1].steps]
    assert (before and before.state, after and after.state) == ("will_do", "done")


step_lists = st.lists(
    st.builds(
        VersionStep, st.sampled_from("abcdef"), st.just("bag"), st.just(""), st.text(max_size=5), st.just("done")
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)
plans = st.builds(
    lambda steps, answers, on: PlanVersion("", "", "", tuple(steps), tuple(answers.items()), tuple(sorted(on))),
    step_lists,
    st.dictionaries(st.sampled_from("xyz"), st.text(min_size=1, max_size=5)),
    st.sets(st.sampled_from(("left", "pets", "rural"))),
)


@given(plans, plans)
def test_the_changes_turn_one_plan_into_the_other(before, after):
    told = changes(before, after)
    steps = {s.id: s for s in before.steps}
    for change in told.steps:
        match change:
            case StepChange(_, VersionStep() as now):
                steps[now.id] = now
            case StepChange(VersionStep() as gone, None):
                del steps[gone.id]
    assert steps == {s.id: s for s in after.steps}
    answers = dict(before.answers) | {a.question: a.after for a in told.answers}
    assert {q: text for q, text in answers.items() if text} == dict(after.answers)
    assert (set(before.situations) | set(told.switched_on)) - set(told.switched_off) == set(after.situations)
