"""A session leaves only ids and days, and the next one begins with what changed since.

Lost without it: the same questions asked again, or a note of who sat here and what was said.
"""

from __future__ import annotations

import pytest
from builders import a_step, an_incident, fresh_database
from hypothesis import given
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import incidents, plan, versions
from safeplan.records.sessions_held import (
    FULL,
    PATHS,
    REFERRALS,
    SHORT,
    TOPICS,
    SessionHeld,
    begin_session,
    end_session,
    list_sessions,
    packed,
    remove_session,
    session,
    since_last_time,
    unpacked,
)
from safeplan.records.sittings import begin_sitting


@pytest.fixture
def db(tmp_path, clock):
    for database in fresh_database(tmp_path):
        begin_sitting(database, clock)
        yield database


def held(db, clock, topics=("plan",), path=SHORT):
    return end_session(db, clock, begin_session(db, clock, ["plan"], path).id, topics)


def test_a_session_is_kept_as_ids_and_a_day(db, clock):
    begun = begin_session(db, clock, ["talk", "plan", "plan"], SHORT)
    assert (begun.on_day, begun.purposes, begun.path, begun.topics) == ("2026-03-02", ("plan", "talk"), SHORT, ())
    clock.move(minutes=20)
    ended = end_session(db, clock, begun.id, ["safe_now", "plan"], ["lawyer", "police"])
    assert (ended.topics, ended.referrals) == (("safe_now", "plan"), ("police", "lawyer"))
    assert (ended.on_day, ended.ended_at) == ("2026-03-02", "2026-03-02T19:00:00Z")
    assert session(db, begun.id) == ended
    assert list_sessions(db) == (ended,)


def test_what_is_no_choice_is_refused(db, clock):
    for purposes, path in ((["Aigul"], SHORT), (["plan"], "quick")):
        with pytest.raises(errors.Bug):
            begin_session(db, clock, purposes, path)
    assert list_sessions(db) == ()
    for act in (lambda: end_session(db, clock, "a" * 32, []), lambda: remove_session(db, "a" * 32)):
        with pytest.raises(errors.NotThere):
            act()


def test_at_the_first_session_there_is_nothing_to_look_back_on(db, clock):
    assert since_last_time(db) is None
    first = begin_session(db, clock, [], FULL)
    assert since_last_time(db, first.id) is None


def test_what_changed_since_last_time(db, clock):
    kept, done, gone = (a_step(db, clock, words) for words in ("Keep the keys", "Tell Saule", "Buy a phone"))
    an_incident(db, clock)
    last = held(db, clock)
    unchanged = since_last_time(db)
    assert unchanged is not None
    assert unchanged.nothing()
    clock.move(days=7)
    begin_sitting(db, clock)
    now = begin_session(db, clock, ["plan"], FULL)
    plan.mark_step(db, clock, done.id, "done")
    plan.remove_own_step(db, clock, gone.id)
    plan.set_answer(db, clock, "where", "At my sister's")
    an_incident(db, clock, "On Monday")
    removed = an_incident(db, clock, "On Tuesday")
    incidents.take_back_incident(db, removed.id)
    since = since_last_time(db, now.id)
    assert since is not None
    assert since.last == last
    assert since.entries == 1
    assert [step.words for step in since.done] == ["Tell Saule"]
    assert since.plan is not None
    assert {(change.after or change.before).id for change in since.plan.steps} == {done.id, gone.id}
    assert [change.after for change in since.plan.answers] == ["At my sister's"]
    assert not since.nothing()
    assert kept.id not in str(since.plan)
    # After it has ended, the next one begins from here.
    end_session(db, clock, now.id, [])
    again = since_last_time(db)
    assert again is not None
    assert again.nothing()


def test_an_entry_is_new_whichever_way_the_clock_was_moved(db, clock):
    an_incident(db, clock)
    held(db, clock)
    clock.move(days=-30)
    begin_sitting(db, clock)
    an_incident(db, clock)
    since = since_last_time(db)
    assert since is not None
    assert since.entries == 1


def test_one_that_was_cut_off_counts_from_where_it_began(db, clock):
    begin_session(db, clock, [], SHORT)
    a_step(db, clock)
    begin_sitting(db, clock)
    since = since_last_time(db)
    assert since is not None
    assert since.plan is not None
    assert len(since.plan.steps) == 1


def test_a_state_of_the_plan_that_she_removed_is_not_made_up(db, clock):
    a_step(db, clock)
    held(db, clock)
    versions.remove_all_versions(db)
    since = since_last_time(db)
    assert since is not None
    assert (since.plan, since.done) == (None, ())
    assert not since.nothing()


def test_a_forgotten_session_is_gone(db, clock):
    one = held(db, clock)
    remove_session(db, one.id)
    assert list_sessions(db) == ()
    assert since_last_time(db) is None


@given(st.sampled_from(PATHS), st.sets(st.sampled_from(TOPICS)), st.sets(st.sampled_from(REFERRALS)))
def test_what_is_counted_travels_as_three_small_numbers(path, topics, referrals):
    in_order = (tuple(o for o in TOPICS if o in topics), tuple(o for o in REFERRALS if o in referrals))
    numbers = packed(SessionHeld("a" * 32, "2026-03-02", "", (), path, *in_order))
    assert all(0 <= number < 1 << 31 for number in numbers)
    assert unpacked(*numbers) == (path, *in_order)


@given(st.tuples(st.integers(-1, 3), st.integers(-1, 1 << 14), st.integers(-1, 1 << 11)))
def test_numbers_that_mean_nothing_are_refused(numbers):
    try:
        path, topics, referrals = unpacked(*numbers)
    except errors.Bug:
        return
    assert packed(SessionHeld("a" * 32, "2026-03-02", "", (), path, topics, referrals)) == numbers
