"""The quiet list below an entry or a case: nothing on the night, a folded line the day after, points put aside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from builders import an_incident
from page_stage import Stage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from safeplan.content.regions import load_region
from safeplan.content.still import load_still
from safeplan.records import cases, incidents, still_there
from safeplan.records.incident_form import Happened
from ui.page import Page, PageContext
from ui.theme import Look
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.still_card import StillCard


class Around(Page):
    """A page that holds nothing but the card."""

    name = "around"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="around-scroll")
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        return "Around"

    def arrive(self, **arguments: Any) -> None:
        self.sheet.empty()
        self.sheet.add(StillCard(self.context, **arguments))


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"around": Around})


def hurt(vault, clock, **fields):
    happened = Happened("exact", "2026-03-02T23:00")
    return an_incident(vault.database, clock, injuries="the wrist hurts", happened=happened, **fields)


def test_the_night_shows_nothing_and_the_day_after_a_folded_line(stage, vault, clock):
    entry = hurt(vault, clock)
    stage.go("around", incident_id=entry.id)
    assert not stage.exists("still")
    clock.move(hours=13)
    stage.go("around", incident_id=entry.id)
    assert stage.exists("still-list")
    assert "A doctor can still write down marks" not in stage.seen()
    stage.click("still-list")
    assert "A doctor can still write down marks" in stage.seen()
    assert "A doctor or a trauma point" not in stage.seen()
    stage.click("still-doctor")
    seen = stage.seen()
    assert "A doctor or a trauma point can do it" in seen
    assert "The clinic may tell the police" in seen


def test_the_law_behind_a_point_stands_with_source_and_day(stage, vault, clock):
    entry = hurt(vault, clock)
    clock.move(days=1)
    stage.go("around", incident_id=entry.id)
    for name in ("still-list", "still-doctor", "help-card-exam"):
        stage.click(name)
    assert "Source:" in stage.seen()
    assert "Last checked" in stage.seen()


def test_without_a_pack_of_the_country_the_plain_words_stand_alone(qtbot, clock, vault):
    stage = Stage(qtbot, clock, vault, {"around": Around})
    stage.context.region = load_region("intl", "en")
    entry = hurt(vault, clock)
    clock.move(days=1)
    stage.go("around", incident_id=entry.id)
    stage.click("still-list")
    stage.click("still-doctor")
    assert "A doctor or a trauma point can do it" in stage.seen()
    assert not stage.exists("help-card-exam")


def test_not_for_me_puts_a_point_aside_and_it_comes_back_on_demand(stage, vault, clock):
    entry = hurt(vault, clock)
    clock.move(days=1)
    stage.go("around", incident_id=entry.id)
    for name in ("still-list", "still-doctor", "still-doctor-move"):
        stage.click(name)
    assert "A doctor can still write down marks" not in stage.seen()
    assert "Put aside. It can be shown again." in stage.seen()
    stage.go("around", incident_id=entry.id)
    assert still_there.still_there(vault.database, clock, entry.id).aside == ("doctor",)
    for name in ("still-list", "still-aside", "still-doctor", "still-doctor-move"):
        stage.click(name)
    assert still_there.still_there(vault.database, clock, entry.id).aside == ()
    assert "A doctor can still write down marks" in stage.seen()


def test_by_keyboard_alone_and_the_place_is_not_lost(stage, vault, clock, qtbot):
    entry = hurt(vault, clock)
    clock.move(days=1)
    stage.go("around", incident_id=entry.id)
    for name in ("still-list", "still-place", "still-place-move"):
        stage.find(name).setFocus()
        qtbot.keyClick(stage.find(name), Qt.Key.Key_Space)
        stage.settle()
    assert not stage.window.findChild(object, "still-place")
    focus = stage.window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "still-list"


def test_what_is_added_to_the_entry_leaves_the_list(stage, vault, clock):
    entry = hurt(vault, clock)
    clock.move(days=1)
    stage.go("around", incident_id=entry.id)
    stage.click("still-list")
    assert stage.exists("still-place")
    form = incidents.incident(vault.database, entry.id).latest.form
    incidents.amend_incident(vault.database, clock, entry.id, replace(form, place="home"), "")
    stage.context.background.changed.emit(frozenset({"incidents"}))
    stage.settle()
    assert not stage.exists("still-place")
    assert stage.exists("still-doctor")


def test_a_case_has_its_own_list(stage, vault, clock):
    kept = cases.add_case(vault.database, clock, cases.CaseForm(name="the door"))
    cases.add_item(vault.database, clock, kept.id, cases.ItemForm("complaint", text="handed in"))
    stage.go("around", case_id=kept.id)
    stage.click("still-list")
    assert "The number under which the complaint was registered" in stage.seen()
    card = stage.window.page("around").findChild(StillCard)
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert not any(letter in words for letter in "0123456789%")


def test_an_entry_that_is_gone_shows_nothing(stage, vault, clock):
    entry = hurt(vault, clock)
    incidents.take_back_incident(vault.database, entry.id)
    clock.move(days=1)
    stage.go("around", incident_id=entry.id)
    assert not stage.exists("still")
    assert not stage.context.questions.open


def test_before_anything_is_kept_it_stays_away(qtbot, clock, tmp_path):
    stage = Stage(qtbot, clock, None, {"around": Around}, tmp_path=tmp_path)
    stage.go("around", incident_id="1" * 32)
    assert not stage.exists("still")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_in_large_letters(qtbot, clock, vault, language):
    stage = Stage(qtbot, clock, vault, {"around": Around}, language=language, look=Look("dark", 200))
    entry = hurt(vault, clock, kinds=("threat", "damage", "money"), police="two came")
    clock.move(days=1)
    page = stage.go("around", incident_id=entry.id)
    stage.find("still-list").click()
    for point in still_there.still_there(vault.database, clock, entry.id).points:
        stage.find(f"still-{point.replace('_', '-')}").click()
    stage.settle()
    stage.nothing_is_cut(page)
    assert load_still(language).points["doctor"].how in stage.seen()
