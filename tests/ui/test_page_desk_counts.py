"""Counts without names at the desk: small numbers held back on the screen and in the table, nothing to run in it.

Lost without it: a report for a donor shows that one woman of March was sent to the police.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from page_stage import Stage

from safeplan.content.desk_words import load_desk_words
from safeplan.policy import Policy
from safeplan.records import counts
from ui import counts_work
from ui.pages.desk_counts import DeskCountsPage
from ui.rooms import Room
from ui.theme import Look

AT_DESK = Policy(mode="desk", must_report={"en": "Nothing."})


@pytest.fixture
def desk(qtbot: Any, clock: Any, vault: Any) -> Callable[..., Stage]:
    def open_counts(policy: Policy = AT_DESK, **more: Any) -> Stage:
        stage = Stage(qtbot, clock, vault, {"desk_counts": DeskCountsPage}, **more)
        stage.context.room = Room(policy)
        stage.go("desk_counts")
        return stage

    return open_counts


@pytest.fixture
def counted(vault: Any, clock: Any) -> None:
    """Seven short sessions in March, one of them at the police; six in April."""
    for number in range(7):
        counts.count_session(vault.database, clock, "short", ("plan",), ("police",) if not number else ())
    clock.move(days=31)
    for _ in range(6):
        counts.count_session(vault.database, clock, "short", ("plan",), ("lawyer",))


def test_before_the_first_session_it_says_how_one_counts(desk) -> None:
    stage = desk()
    assert "Nothing is counted yet" in stage.seen()
    assert not stage.exists("counts-save")


@pytest.mark.usefixtures("counted")
def test_months_and_totals_stand_there_and_small_numbers_do_not(desk) -> None:
    seen = desk().seen()
    assert "Total: 13" in seen
    assert "March\u00a02026:\u00a07" in seen
    assert "Police: fewer than 5" in seen
    assert "Lawyer: 6" in seen
    assert "Police: 1" not in seen


@pytest.mark.usefixtures("counted")
def test_one_month_alone_can_be_picked(desk) -> None:
    stage = desk()
    page = stage.window.page("desk_counts")
    page.until.set_one("2026-03")
    stage.settle()
    assert "Total: 7" in stage.seen()
    assert "Lawyer" not in stage.seen()


@pytest.mark.usefixtures("counted")
def test_the_table_holds_what_the_screen_shows_and_no_more(desk, tmp_path) -> None:
    stage = desk()
    place = tmp_path / "office"
    place.mkdir()
    stage.click("counts-save")
    stage.context.picker.choose([place])
    stage.settle()
    (table,) = place.iterdir()
    assert table.name == "counts-2026-03-2026-04.csv"
    rows = list(csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig"))))
    police = next(row for row in rows if row[1] == "Police")
    assert police[-1] == "fewer than 5"
    assert "1" not in police
    stage.window.rebuild(Look("dark", 125))
    assert table.name in stage.seen().replace("\u200b", "")
    stage.click("counts-save")
    stage.context.picker.choose([place])
    stage.settle()
    assert "already holds a table" in stage.seen()


@pytest.mark.usefixtures("counted")
def test_where_only_sticks_may_be_used_no_table_is_written_here(desk, tmp_path) -> None:
    stage = desk(AT_DESK._replace(only_removable=True))
    stage.click("counts-save")
    stage.context.picker.choose([tmp_path])
    stage.settle()
    assert "stick or a card only" in stage.seen()
    assert not list(tmp_path.glob("*.csv"))


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_in_large_words(desk, language: str) -> None:
    stage = desk(language=language, look=Look("dark", 200))
    stage.nothing_is_cut(stage.window.page("desk_counts"))


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_line_that_can_be_counted_has_words(language: str) -> None:
    words = load_desk_words(language)
    ids = [f"{kind}.{name}" for kind, names in counts.NAMES.items() for name in names]
    ids += [*counts.KINDS, "session.all", "what", "which", "total", "held_back"]
    assert all(counts_work.say(words, one) for one in ids)


def test_choosing_a_place_is_the_only_way_out(desk, tmp_path: Path, counted: None) -> None:
    del counted
    stage = desk()
    stage.click("counts-save")
    stage.context.picker.cancel()
    assert not stage.exists("counts-result")
