"""A day with an hour as people type it: read, or refused, and never guessed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.errors import DateImpossible
from ui.widgets.typed_moment import as_typed, read_moment

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ""),
        ("20.11.26", "2026-11-20"),
        ("21/11/2026 9.30", "2026-11-21T09:30"),
        ("21.11.2026 9:30", "2026-11-21T09:30"),
        ("21.11.2026, 09:30", "2026-11-21T09:30"),
        ("21.11.2026 0930", "2026-11-21T09:30"),
        ("21.11.26 0930", "2026-11-21T09:30"),
        ("2026-11-21 14:20", "2026-11-21T14:20"),
        ("21.11 9.30", "2026-11-21T09:30"),
        ("21.11.2026 в 9.30", "2026-11-21T09:30"),
        ("21.11.2026 сағат 9:30", "2026-11-21T09:30"),
        ("21 ноября 2026, 23.59", "2026-11-21T23:59"),
        ("2 марта 2026", "2026-03-02"),
        ("2 марта 2026 0930", "2026-03-02T09:30"),
        ("2026 жылғы 2 наурыз 9:05", "2026-03-02T09:05"),
    ],
)
def test_a_day_is_read_with_its_hour_however_the_hour_is_written(typed: str, read: str) -> None:
    assert read_moment(typed, TODAY) == read
    assert read_moment(as_typed(read), TODAY) == read


@pytest.mark.parametrize(
    "typed",
    ["9.30", "0930", "21.11.2026 9", "21.11.2026 25:00", "31.2.2026 9:30", "2 марта 2030", "в 9:30", "soon 9:30"],
)
def test_what_is_no_day_or_can_be_read_in_two_ways_is_refused(typed: str) -> None:
    with pytest.raises(DateImpossible):
        read_moment(typed, TODAY)


@given(st.text(alphabet="0123456789.:/- ,вмарта", max_size=24))
def test_whatever_is_typed_is_a_moment_or_refused(typed: str) -> None:
    try:
        found = read_moment(typed, TODAY)
    except DateImpossible:
        return
    assert re.fullmatch(r"|\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?", found)
