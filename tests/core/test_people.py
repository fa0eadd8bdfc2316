"""People: shown by nickname or initials, changed freely, gone when removed."""

from __future__ import annotations

from dataclasses import asdict, fields

import pytest
from builders import a_person, a_step, an_incident, fresh_database

from safeplan import errors
from safeplan.records import people, plan
from safeplan.records.incidents import incident
from safeplan.records.people import PersonForm


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def test_a_person_comes_back_with_every_field(db, clock):
    form = PersonForm(**{one.name: f"{one.name}: Айгүл" for one in fields(PersonForm)} | {"role": "child"})
    kept = people.add_person(db, clock, form)
    assert {one.name: getattr(kept, one.name) for one in fields(form)} == asdict(form)
    assert people.person(db, kept.id) == kept


def test_several_people_can_harm_and_each_stands_alone(db, clock):
    for name in ("Husband", "Mother-in-law", "Brother"):
        a_person(db, clock, name, role="harms", helped_by=f"helped by {name}")
        clock.move(minutes=1)
    kept = people.list_people(db, "harms")
    assert [one.name for one in kept] == ["Husband", "Mother-in-law", "Brother"]
    people.change_person(db, clock, kept[1].id, PersonForm(name="Mother-in-law", role="witness"))
    assert [one.helped_by for one in people.list_people(db, "harms")] == ["helped by Husband", "helped by Brother"]


def test_a_number_alone_is_enough_and_nothing_at_all_is_not(db, clock):
    assert people.add_person(db, clock, PersonForm(contact="102", role="service")).contact == "102"
    with pytest.raises(errors.NothingWritten):
        people.add_person(db, clock, PersonForm(notes="someone", name="  "))
    with pytest.raises(errors.Bug):
        people.add_person(db, clock, PersonForm(name="x", role="enemy"))


def test_listed_by_role_in_the_order_added(db, clock):
    first = a_person(db, clock, "B", role="witness")
    clock.move(minutes=1)
    second = a_person(db, clock, "A", role="witness")
    clock.move(minutes=1)
    third = a_person(db, clock, "C", role="child")
    assert people.list_people(db) == (first, second, third)
    assert people.list_people(db, "witness") == (first, second)
    assert people.list_people(db, "official") == ()


def test_changed_and_removed(db, clock):
    kept = a_person(db, clock)
    assert people.change_person(db, clock, kept.id, PersonForm(name="Other", role="harms")).role == "harms"
    step, entry = a_step(db, clock), an_incident(db, clock, people=(kept.id,))
    plan.change_step(db, clock, step.id, person_id=kept.id)
    people.remove_person(db, clock, kept.id)
    assert plan.step(db, step.id).person_id == ""
    assert incident(db, entry.id).latest.form.people == (kept.id,)
    for act in (
        lambda: people.person(db, kept.id),
        lambda: people.remove_person(db, clock, kept.id),
        lambda: people.change_person(db, clock, kept.id, PersonForm(name="x")),
    ):
        with pytest.raises(errors.NotThere):
            act()


@pytest.mark.parametrize(
    ("name", "nickname", "hidden", "revealed"),
    [
        ("Saule Omarova", "", "S. O.", "Saule Omarova"),
        ("Saule Omarova", "aunt", "aunt", "Saule Omarova"),
        ("", "aunt", "aunt", "aunt"),
        ("әлия", "", "Ә.", "әлия"),
        ("", "", "—", "—"),
    ],
)
def test_a_name_is_shown_only_when_asked_for(db, clock, name, nickname, hidden, revealed):
    kept = people.add_person(db, clock, PersonForm(name=name, nickname=nickname, contact="x"))
    assert people.shown_name(kept, reveal=False) == hidden
    assert people.shown_name(kept, reveal=True) == revealed
