"""Her own numbers: kept as typed, changed, removed, in the order she added them.

May touch: the table own_number through its functions. Must never judge a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import own_numbers
from safeplan.records.own_numbers import NumberForm
from safeplan.records.wording import keep_as_typed
from safeplan.vault.database import Database
from tests.builders import fresh_database

if TYPE_CHECKING:
    from tests.conftest import MovableClock


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    yield from fresh_database(tmp_path)


def test_numbers_stay_in_the_order_they_were_added(db: Database, clock: MovableClock) -> None:
    first = own_numbers.add_number(db, clock, NumberForm("Clinic on the corner", "8 700 000 00 01", "Mornings"))
    second = own_numbers.add_number(db, clock, NumberForm(number="109"))
    assert own_numbers.list_numbers(db) == (first, second)
    changed = own_numbers.change_number(db, clock, first.id, NumberForm("Clinic", "8 700 000 00 02"))
    assert own_numbers.list_numbers(db) == (changed, second)
    assert changed.note == ""
    own_numbers.remove_number(db, clock, first.id)
    third = own_numbers.add_number(db, clock, NumberForm("Marat"))
    assert own_numbers.list_numbers(db) == (second, third)


def test_nothing_is_not_kept_and_what_is_gone_is_gone(db: Database, clock: MovableClock) -> None:
    with pytest.raises(errors.NothingWritten):
        own_numbers.add_number(db, clock, NumberForm("  ", "\t", "only a note"))
    kept = own_numbers.add_number(db, clock, NumberForm("Clinic", "1"))
    with pytest.raises(errors.NothingWritten):
        own_numbers.change_number(db, clock, kept.id, NumberForm())
    own_numbers.remove_number(db, clock, kept.id)
    for act in (
        lambda: own_numbers.remove_number(db, clock, kept.id),
        lambda: own_numbers.change_number(db, clock, kept.id, NumberForm("x")),
        lambda: own_numbers.own_number(db, kept.id),
    ):
        with pytest.raises(errors.NotThere):
            act()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=80))
def test_any_text_comes_back_as_typed(db: Database, clock: MovableClock, name: str, number: str, note: str) -> None:
    if not (name.strip() or number.strip()):
        return
    kept = own_numbers.add_number(db, clock, NumberForm(name, number, note))
    assert (kept.name, kept.number, kept.note) == tuple(keep_as_typed(one) for one in (name, number, note))
