"""Code words and signs: several a person, kept in her order, and gone with the person.

Lost without it: a word agreed with somebody that stays readable after that somebody was removed.
"""

from __future__ import annotations

import pytest
from builders import a_person, a_signal, a_step, an_incident, fresh_database, ids_found
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import drafts, people, plan, signals, versions
from safeplan.records.incidents import incident
from safeplan.records.people import PersonForm
from safeplan.records.signals import Signal, SignalForm

POT = SignalForm("word", "Do you still have my big pot?", "Call me and ask yes or no")
LAMP = SignalForm("sign", "The lamp in the kitchen is out", "Come")


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def said(kept: tuple[Signal, ...]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.words, one.action) for one in kept]


def everything_in(db) -> str:
    """Every value of every table, also of the search index and the ledger."""
    tables = [row[0] for row in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return repr([db.rows(f'SELECT * FROM "{table}"') for table in tables])


def test_one_person_has_several_words_and_signs_in_her_order(db, clock):
    aigul = a_person(db, clock, "Aigul")
    clock.move(minutes=1)
    dana = a_person(db, clock, "Dana")
    a_signal(db, aigul.id, POT)
    last = a_signal(db, aigul.id, LAMP)
    a_signal(db, dana.id, SignalForm("word", "Is it snowing?", "Fetch the children"))
    assert said(signals.signals_of(db, aigul.id)) == said((*signals.signals_of(db, aigul.id)[:1], last))
    assert [one.words for one in signals.signals_of(db, aigul.id)] == [POT.words, LAMP.words]
    assert [one.person_id for one in signals.all_signals(db)] == [aigul.id, aigul.id, dana.id]
    turned = [one.as_form() for one in reversed(signals.signals_of(db, aigul.id))]
    kept = signals.keep_signals(db, aigul.id, turned)
    assert [one.words for one in kept] == [LAMP.words, POT.words]
    assert {one.id for one in kept} == {form.id for form in turned}


def test_what_is_missing_is_deleted_and_blank_lines_fall_away(db, clock):
    one = a_person(db, clock)
    first = a_signal(db, one.id, POT)
    a_signal(db, one.id, LAMP)
    kept = signals.keep_signals(db, one.id, [first.as_form(), SignalForm(), SignalForm("sign", "  ", "")])
    assert said(kept) == [(POT.kind, POT.words, POT.action)]
    assert LAMP.words not in everything_in(db)
    assert signals.keep_signals(db, one.id, []) == ()


def test_an_action_without_its_word_is_refused_and_nothing_changes(db, clock):
    one = a_person(db, clock)
    before = (a_signal(db, one.id, POT),)
    for act in (lambda: signals.keep_signals(db, one.id, [LAMP, SignalForm("word", " ", "Come")]),):
        with pytest.raises(errors.NothingWritten):
            act()
    with pytest.raises(errors.Bug):
        signals.keep_signals(db, one.id, [SignalForm("smoke", "x", "y")])
    assert signals.signals_of(db, one.id) == before


def test_nobody_has_no_signals(db):
    for act in (
        lambda: signals.signals_of(db, "0" * 32),
        lambda: signals.keep_signals(db, "0" * 32, [POT]),
        lambda: a_signal(db, "0" * 32, POT),
    ):
        with pytest.raises(errors.NotThere):
            act()
    assert signals.all_signals(db) == ()


def test_the_one_word_of_earlier_is_the_first_signal_and_stays_where_it_is_until_changed(db, clock):
    one = a_person(db, clock, code_word="green dress")
    shown = signals.signals_of(db, one.id)
    assert said(shown) == [("word", "green dress", "")]
    assert signals.all_signals(db) == shown
    assert signals.keep_signals(db, one.id, [shown[0].as_form()]) == shown
    assert people.person(db, one.id).code_word == "green dress"
    added = a_signal(db, one.id, LAMP)
    kept = signals.signals_of(db, one.id)
    assert said(kept) == [("word", "green dress", ""), (LAMP.kind, LAMP.words, LAMP.action)]
    assert (kept[0].id, kept[1]) == (shown[0].id, added)
    assert people.person(db, one.id).code_word == ""


def test_giving_the_earlier_word_an_action_loses_neither_and_removing_it_removes_it(db, clock):
    one, other = a_person(db, clock, code_word="green dress"), a_person(db, clock, code_word="blue hat")
    (shown,) = signals.signals_of(db, one.id)
    (kept,) = signals.keep_signals(db, one.id, [SignalForm("word", shown.words, "Call the police", shown.id)])
    assert (kept.id, kept.words, kept.action) == (shown.id, "green dress", "Call the police")
    assert signals.keep_signals(db, other.id, []) == ()
    assert "blue hat" not in everything_in(db)
    assert everything_in(db).count("green dress") == 1


def test_an_id_of_somebody_else_is_never_taken_over(db, clock):
    one, other = a_person(db, clock, "A"), a_person(db, clock, "B")
    foreign = a_signal(db, other.id, POT)
    (kept,) = signals.keep_signals(db, one.id, [SignalForm("word", "tea", "Come", foreign.id)])
    assert kept.id != foreign.id
    assert signals.signals_of(db, other.id) == (foreign,)


def test_a_removed_person_leaves_no_name_word_sign_or_link_anywhere(db, clock):
    gone = people.add_person(
        db,
        clock,
        PersonForm(
            "Zhanna Removed", "Zhuzha", "child", "701 555 09 09", "at noon", "oldword", "knowsthis", "notesthis",
            "nottoldthis", "nine", "schoolthis", "collectsthis",
        ),
    )  # fmt: skip
    stays = a_person(db, clock, "Dana Stays")
    signals.keep_signals(db, gone.id, [*(s.as_form() for s in signals.signals_of(db, gone.id)), POT, LAMP])
    kept = a_signal(db, stays.id, SignalForm("word", "Is it snowing?", "Come"))
    step, entry = a_step(db, clock), an_incident(db, clock, people=(gone.id, stays.id))
    plan.change_step(db, clock, step.id, person_id=gone.id)
    versions.keep_version(db, clock)
    drafts.save_draft(db, clock, people.draft_name(gone.id), {"notes": "halftyped"})
    drafts.save_draft(db, clock, people.draft_name(stays.id), {"notes": "stays"})
    before = everything_in(db)
    hers = ["Zhanna", "Zhuzha", "701 555", "oldword", "big pot", "lamp in the kitchen", "halftyped", "at noon"]
    hers += ["knowsthis", "notesthis", "nottoldthis", "nine", "schoolthis", "collectsthis"]
    assert [word for word in hers if word not in before] == []
    people.remove_person(db, clock, gone.id)
    after = everything_in(db)
    assert [word for word in hers if word in after] == []
    assert plan.step(db, step.id).person_id == ""
    assert ids_found(db, "Zhanna") == set()
    assert incident(db, entry.id).latest.form.people == (gone.id, stays.id)
    assert signals.all_signals(db) == (kept,)
    assert drafts.draft(db, people.draft_name(stays.id)) == {"notes": "stays"}
    with pytest.raises(errors.NotThere):
        signals.signals_of(db, gone.id)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(signals.KINDS), st.text(min_size=1), st.text()), max_size=5))
def test_whatever_is_written_comes_back(db, clock, written):
    one = a_person(db, clock)
    forms = [SignalForm(*form) for form in written if form[1].strip()]
    assert said(signals.keep_signals(db, one.id, forms)) == [(f.kind, f.words, f.action) for f in forms]
    people.remove_person(db, clock, one.id)
    assert signals.all_signals(db) == ()
