"""What she does before her first passphrase ends up in the store exactly as if the store had been there all along."""

from __future__ import annotations

from datetime import date

import pytest
from builders import fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui import plan_changes
from ui.plan_changes import (
    WAY,
    WAYS,
    Answers,
    LookAgain,
    Mark,
    OwnStep,
    PlanView,
    Reason,
    Remove,
    Reword,
    Switch,
    TakeUp,
    With,
    WithNew,
)

TODAY = date(2026, 3, 2)
STATES = ("will_do", "done", "not_now", "not_safe")
words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
shown = words.filter(str.strip)
suggestions = st.sampled_from(("bag_list", "bag_keep", "bag_photos"))
days = st.sampled_from(("", "2026-02-28", "2026-03-02", "2026-03-09"))
# Steps and people are named by their place: ids differ between the store and memory.
place = st.integers(0, 4)
moves = st.one_of(
    st.tuples(st.just("take"), suggestions, st.sampled_from((*STATES, "")), words),
    st.tuples(st.just("own"), shown),
    st.tuples(st.just("mark"), place, st.sampled_from(STATES)),
    st.tuples(st.just("reword"), place, words),
    st.tuples(st.just("reason"), place, words),
    st.tuples(st.just("day"), place, days),
    st.tuples(st.just("with"), place, place),
    st.tuples(st.just("new"), place, words, st.booleans()),
    st.tuples(st.just("remove"), place),
    st.tuples(st.just("answer"), st.sampled_from(("bag_q", WAY)), st.sampled_from(("", "x", *WAYS))),
    st.tuples(st.just("switch"), st.sampled_from(("pets", "car")), st.booleans()),
)


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def _change(view, move):
    """The change this move means for `view`; None where it names a step that is not there."""
    kind, *rest = move
    if kind == "take":
        return TakeUp("bag", *rest)
    if kind == "own":
        return OwnStep("bag", *rest)
    if kind == "answer":
        return Answers((tuple(rest),))
    if kind == "switch":
        return Switch(*rest)
    if rest[0] >= len(view.steps):
        return None
    step = view.steps[rest[0]]
    if kind == "remove":
        return None if step.suggestion else Remove(step.id)
    if kind == "with":
        people = ["", *view.people]
        return With(step.id, people[rest[1] % len(people)])
    return {"mark": Mark, "reword": Reword, "reason": Reason, "day": LookAgain, "new": WithNew}[kind](
        step.id, *rest[1:]
    )


def _said(view):
    """A view without what may differ: ids and moments."""

    def step(one):
        person = view.people.get(one.person_id)
        who = (person.name, person.nickname) if person else None
        return (one.section, one.suggestion, one.words, one.state, who, one.look_again, one.reason)

    people = [(one.name, one.nickname) for one in view.people.values()]
    return [step(one) for one in view.steps], view.answers, view.situations, people, [step(one) for one in view.due]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(moves, max_size=14))
def test_memory_and_store_agree_about_every_change(db, clock, chosen):
    for table in ("step", "answer", "situation", "person"):
        db.execute(f"DELETE FROM {table}")
    memory = PlanView(kept=False)
    for move in chosen:
        kept = plan_changes.view_of(db, TODAY)
        here, there = _change(memory, move), _change(kept, move)
        assert (here is None) == (there is None)
        if here is None or there is None:
            continue
        memory = plan_changes.changed(memory, here, clock, TODAY)
        clock.move(seconds=1)
        plan_changes.apply(db, clock, there)
        assert _said(memory) == _said(plan_changes.view_of(db, TODAY))
    for table in ("step", "answer", "situation", "person"):
        db.execute(f"DELETE FROM {table}")
    plan_changes.put(db, clock, memory)
    assert _said(memory)[:3] == _said(plan_changes.view_of(db, TODAY))[:3]


def test_a_way_alone_never_asks_to_be_kept_but_a_step_does_unless_she_only_reads():
    way = plan_changes.changed(PlanView(kept=False), Answers(((WAY, "full"),)), None, TODAY)
    assert not way.asks_to_keep
    assert not way.is_empty()
    some = plan_changes.changed(way, Switch("pets", True), None, TODAY)
    assert some.asks_to_keep
    assert not plan_changes.changed(some, Answers(((WAY, "read"),)), None, TODAY).asks_to_keep
