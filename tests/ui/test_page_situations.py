"""Stories of the page with all situations, with real clicks on a real store."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from safeplan.content.guide import load_guide
from safeplan.content.order import what_changes
from safeplan.records import plan
from tests.ui.page_stage import Stage
from ui.pages.situations import SituationsPage
from ui.theme import Look


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"situations": SituationsPage}, elsewhere=("plan",))


def _all(stage):
    page = stage.go("situations")
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    return page


def _press(stage, situation):
    box = stage.window.findChild(QCheckBox, f"situation-{situation}")
    stage.qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    stage.settle()


def test_every_situation_stands_there_and_is_kept_when_pressed(stage, vault):
    _all(stage)
    for one in load_guide("en").situations:
        assert one.text in stage.seen()
    _press(stage, "children")
    _press(stage, "rural")
    assert plan.situations(vault.database) == {"children", "rural"}
    _press(stage, "children")
    assert plan.situations(vault.database) == {"rural"}
    stage.click("situations-back")
    assert stage.arrivals("plan") == [{}]


def test_each_switch_says_in_words_what_it_changes_and_never_how_much(stage):
    page = _all(stage)
    guide = load_guide("en")
    for one in guide.situations:
        stage.click(f"situation-{one.id}-changes")
        found = what_changes(guide, one.id)
        seen = stage.seen()
        for section, known in found.suggestions:
            (text,) = [s.text for s in guide.section(section).suggestions if s.id == known]
            assert text in seen
        for section in found.moves:
            assert guide.head(section).title in seen
        own = [w.text() for w in page.rows[one.id].findChildren(type(page.rows[one.id].tick.label))]
        assert not [word for word in own if re.search(r"\b\d+ (of|/) \d+|\bscore\b|%", word)]
        stage.click(f"situation-{one.id}-changes")
        assert not page.rows[one.id].unfolded


def test_what_a_switch_changes_follows_the_other_switches(stage):
    page = _all(stage)
    # Both show the same suggestion somewhere: with one on, the other adds it no more.
    guide = load_guide("en")
    alone = set(what_changes(guide, "relatives_same_home").suggestions)
    beside = set(what_changes(guide, "relatives_same_home", {"relatives_involved"}).suggestions)
    gone = alone - beside
    assert gone, "the guide has a suggestion that either of the two shows"
    section, known = sorted(gone)[0]
    (text,) = [s.text for s in guide.section(section).suggestions if s.id == known]
    stage.click("situation-relatives_same_home-changes")
    assert text in stage.seen()
    _press(stage, "relatives_involved")
    assert text not in stage.seen()
    assert page.rows["relatives_same_home"].unfolded


def test_answers_and_steps_are_never_lost_by_a_switch(stage, vault, clock):
    plan.set_situation(vault.database, clock, "weapons", True)
    plan.take_up_suggestion(vault.database, clock, "living", "living_weapons", "will_do", "the shed")
    plan.set_answer(vault.database, clock, "living_hears", "The watchman")
    before = plan.steps(vault.database), plan.answers(vault.database)
    _all(stage)
    for one in load_guide("en").situations:
        _press(stage, one.id)
        _press(stage, one.id)
    _press(stage, "weapons")
    assert plan.situations(vault.database) == set()
    assert (plan.steps(vault.database), plan.answers(vault.database)) == before


def test_on_the_first_evening_switches_wait_in_memory(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"situations": SituationsPage}, elsewhere=("plan",), tmp_path=tmp_path)
    _all(stage)
    _press(stage, "pets")
    stage.click("situation-pets-changes")
    assert "Not kept yet: hiding erases this" in stage.seen()
    stage.window.rebuild(Look("dark", 125))
    _all(stage)
    stage.click("situations-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    assert plan.situations(vault.database) == {"pets"}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, vault, language):
    stage = Stage(
        qtbot,
        clock,
        vault,
        {"situations": SituationsPage},
        elsewhere=("plan",),
        language=language,
        look=Look("dark", 200),
    )
    page = _all(stage)
    stage.click("situation-children-changes")
    stage.nothing_is_cut(page)
