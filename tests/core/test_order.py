"""Situations: they order and filter what is shown, hide no section and never touch what she wrote.

May touch: the guide through its loaders, and a real store. Must never accept a switch that loses an answer.
"""

from __future__ import annotations

from typing import Any

import pytest
from broken_content import forget
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan.content import tables
from safeplan.content.guide import load_guide
from safeplan.content.guide_shape import load_shape
from safeplan.content.order import sections_in_order, small_steps, what_changes
from safeplan.content.resources import read_resource
from safeplan.content.sections import shown_questions, shown_suggestions
from safeplan.records import plan

SITUATIONS = load_shape().situations
situations = st.frozensets(st.sampled_from(SITUATIONS))


def order(*on: str) -> list[str]:
    return [one.id for one in sections_in_order(load_guide("en"), on)]


# ── The order of sections ───────────────────────────────────────────────────────────────────────────────────────
def test_with_no_switch_the_sections_stand_as_in_the_guide() -> None:
    assert order() == [one.id for one in load_guide("en").heads]


@pytest.mark.parametrize(
    ("situation", "first"),
    [
        ("preparing", ("leaving", "bag")),
        ("left", ("after", "address", "door")),
        ("pressed_to_return", ("pressure", "signing")),
        ("relatives_involved", ("pressure", "signing")),
    ],
)
def test_what_fits_her_situation_comes_first(situation: str, first: tuple[str, ...]) -> None:
    assert tuple(order(situation))[: len(first)] == first


@given(situations)
def test_no_situation_hides_a_section_and_the_rest_keeps_its_order(on: frozenset[str]) -> None:
    plain, mine = order(), order(*on)
    assert sorted(mine) == sorted(plain)
    called = {section for move in load_shape().moves if on & set(move.when) for section in move.first}
    assert set(mine[: len(called)]) == called
    assert [one for one in mine if one not in called] == [one for one in plain if one not in called]


@given(st.permutations(SITUATIONS))
def test_the_order_in_which_switches_were_pressed_does_not_matter(pressed: list[str]) -> None:
    assert order(*pressed) == order(*SITUATIONS)


def test_small_steps_begin_with_what_her_situation_brings_forward() -> None:
    """Somebody who lives apart is not first offered steps for living together."""
    guide = load_guide("en")
    plain = [section.id for section, _ in small_steps(guide, ())]
    apart = [section.id for section, _ in small_steps(guide, {"left"})]
    assert set(plain) <= set(load_shape().starters)
    assert apart[0] == "after"
    assert set(plain) <= set(apart)


# ── What a switch changes ───────────────────────────────────────────────────────────────────────────────────────
def everything_shown(on: frozenset[str]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    guide = load_guide("ru")
    sections = [guide.section(one.id) for one in guide.heads]
    return (
        {(section.id, one.id) for section in sections for one in shown_questions(section, on)},
        {(section.id, one.id) for section in sections for one in shown_suggestions(section, on)},
    )


@settings(deadline=None)
@given(situations, st.sampled_from(SITUATIONS))
def test_what_a_switch_is_said_to_add_is_what_the_pages_then_show(on: frozenset[str], switch: str) -> None:
    """Said with sentences of one language, shown with another's: filters are the same in all."""
    change = what_changes(load_guide("en"), switch, on)
    questions_before, suggestions_before = everything_shown(on - {switch})
    questions_after, suggestions_after = everything_shown(on | {switch})
    assert set(change.questions) == questions_after - questions_before
    assert set(change.suggestions) == suggestions_after - suggestions_before
    assert questions_before <= questions_after
    assert suggestions_before <= suggestions_after


def test_a_switch_says_which_sections_it_moves_up() -> None:
    change = what_changes(load_guide("kk"), "preparing")
    assert {"leaving", "bag"} <= set(change.moves)
    assert ("bag", "bag_cash") in change.suggestions
    assert what_changes(load_guide("kk"), "preparing", {"preparing"}) == change


@pytest.mark.parametrize("switch", SITUATIONS)
def test_every_switch_changes_something(switch: str) -> None:
    change = what_changes(load_guide("en"), switch)
    assert change.questions or change.suggestions


# ── What a switch never changes ─────────────────────────────────────────────────────────────────────────────────
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=st.lists(st.tuples(st.sampled_from(SITUATIONS), st.booleans()), max_size=30), data=st.data())
def test_switching_in_any_order_never_changes_an_answer_or_a_step(
    vault: Any, clock: Any, presses: list[tuple[str, bool]], data: st.DataObject
) -> None:
    """On a real store: she answers and chooses in every section, then switches back and forth."""
    db, guide = vault.database, load_guide("en")
    section = guide.section(data.draw(st.sampled_from([one.id for one in guide.heads])))
    for question in section.questions:
        plan.set_answer(db, clock, question.id, data.draw(st.text(min_size=1, max_size=8).filter(str.strip)))
    for one in section.suggestions:
        plan.take_up_suggestion(db, clock, section.id, one.id, data.draw(st.sampled_from(plan.STATES)))
    answers, steps = plan.answers(db), plan.steps(db)
    on: set[str] = set(plan.situations(db))
    for switch, state in presses:
        plan.set_situation(db, clock, switch, state)
        on = on | {switch} if state else on - {switch}
    assert plan.situations(db) == on
    assert plan.answers(db) == answers
    assert plan.steps(db) == steps
    assert sorted(order(*plan.situations(db))) == sorted(order())


# ── Nothing is read before it is wanted ─────────────────────────────────────────────────────────────────────────
def test_opening_reads_no_section_and_the_first_evening_only_the_starters(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(name: str) -> bytes:
        read.append(name)
        return read_resource(name)

    monkeypatch.setattr(tables, "read_resource", reading)
    forget()
    guide = load_guide("kk")
    assert sorted(read) == ["guide/kk.toml", "guide/shape.toml"]
    small_steps(guide, ())
    starters = load_shape().starters
    assert {name.split("/")[2] for name in read[2:]} == set(starters)
    guide.section(starters[0])
    assert len(read) == 2 + 2 * len(starters), "a section is read once"
    what_changes(guide, "children")
    assert {name.rpartition("/")[2] for name in read[2 + 2 * len(starters) :]} == {"shape.toml"}
    forget()
