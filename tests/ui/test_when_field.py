"""When it happened, when she is not sure: her own words, and one of her own days to count from."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from safeplan.content.calendar_words import load_calendar_words
from safeplan.records import incidents, life_events, timeline
from safeplan.records.incident_form import Happened, IncidentForm
from tests.ui.page_stage import Stage
from ui.pages.entry import EntryPage
from ui.pages.happened import HappenedPage
from ui.theme import Look

SAY = load_calendar_words("en").when
LEAN = "happened-when-lean"


@pytest.fixture
def stage(qtbot: QtBot, vault: Any, clock: Any) -> Stage:
    pages = {"happened": HappenedPage, "entry": EntryPage}
    return Stage(qtbot, clock, vault, pages, elsewhere=("look_back", "calendar", "my_days", "orders"))


def writing(stage: Stage) -> Any:
    page = stage.go("happened")
    page.fields.text.set_text("The papers were hidden.")
    stage.click("happened-when-kind-vague")
    return page


def newest(stage: Stage) -> Happened:
    return incidents.list_incidents(stage.vault.database)[0].latest.form.happened


def move(stage: Stage) -> Any:
    return life_events.add_life_event(stage.vault.database, "the move", "2026-01-10")


@pytest.mark.parametrize(("language", "size"), [("en", 100), ("ru", 100), ("kk", 200)])
def test_choosing_the_day_moves_nothing_below_it(
    qtbot: QtBot, vault: Any, clock: Any, language: str, size: int
) -> None:
    stage = Stage(qtbot, clock, vault, {"happened": HappenedPage}, language=language, look=Look("light", size))
    page = stage.go("happened")

    def places() -> list[int]:
        stage.settle()
        inner = page.sheet.inner
        return [part.mapTo(inner, QPoint()).y() for part in (page.fields.more, stage.find("happened-keep"))]

    before = places()
    for day in ("today", "yesterday"):
        page.fields.when.kind.chips[day].click()
        assert places() == before
        assert page.fields.when.time.isVisible()
    page.fields.when.kind.chips["yesterday"].click()
    assert places() == before
    assert not page.fields.when.time.isVisible()
    assert page.fields.when.open.isVisible()


def test_without_days_of_her_own_there_is_one_quiet_line(stage: Stage) -> None:
    page = writing(stage)
    assert stage.find(f"{LEAN}-add").isVisible()
    assert page.fields.when.lean.pick is None
    stage.click("happened-when-kind-today")
    assert not stage.exists(f"{LEAN}-add")


def test_a_vague_time_leans_on_one_of_her_days_and_its_words_say_so(stage: Stage) -> None:
    event = move(stage)
    page = writing(stage)
    lean = page.fields.when.lean
    assert not stage.exists(f"{LEAN}-side")
    lean.pick.set_one(event.id)
    stage.click(f"{LEAN}-side-before")
    assert page.fields.when.words.text() == "before: the move"
    stage.click("happened-keep")
    assert newest(stage) == Happened("vague", words="before: the move", anchor=event.id, side="before")
    assert timeline.in_time(stage.vault.database).lines[0].happened.anchor == event.id
    assert "before: the move" in stage.seen()
    assert page.fields.when.lean.value() == ("", "")


def test_her_own_words_are_never_written_over(stage: Stage) -> None:
    event = move(stage)
    page = writing(stage)
    page.fields.when.words.setText("it was snowing")
    page.fields.when.lean.pick.set_one(event.id)
    assert page.fields.when.words.text() == "it was snowing"
    page.fields.when.words.clear()
    stage.click(f"{LEAN}-side-after")
    assert page.fields.when.words.text() == "after: the move"
    page.fields.when.lean.pick.set_one("")
    assert page.fields.when.words.text() == ""


def test_a_day_is_added_in_place_and_the_form_stays_as_it_is(stage: Stage) -> None:
    page = writing(stage)
    stage.click(f"{LEAN}-add")
    lean = page.fields.when.lean
    stage.click(f"{LEAN}-new-keep")
    assert stage.exists(f"{LEAN}-new-words-error")
    stage.qtbot.keyClicks(lean.fields.words, "Nauryz")
    stage.qtbot.keyClicks(lean.fields.start, "21.3.2025")
    stage.click(f"{LEAN}-new-keep")
    (event,) = life_events.life_events(stage.vault.database)
    assert (event.words, event.start) == ("Nauryz", "2025-03-21")
    assert page.fields.text.text() == "The papers were hidden."
    assert lean.value() == (event.id, "around")
    assert page.fields.when.words.text() == "around: Nauryz"
    stage.click("happened-keep")
    assert newest(stage).anchor == event.id


def test_adding_can_be_left(stage: Stage) -> None:
    page = writing(stage)
    stage.click(f"{LEAN}-add")
    stage.qtbot.keyClicks(page.fields.when.lean.fields.words, "Nau")
    stage.click(f"{LEAN}-new-back")
    assert stage.exists(f"{LEAN}-add")
    assert life_events.life_events(stage.vault.database) == ()


def test_a_draft_brings_back_what_the_time_leans_on(stage: Stage) -> None:
    event = move(stage)
    page = writing(stage)
    page.fields.when.lean.pick.set_one(event.id)
    page.save_draft_now()
    other = Stage(stage.qtbot, stage.context.clock, stage.vault, {"happened": HappenedPage})
    again = other.go("happened")
    assert again.fields.when.lean.value() == (event.id, "around")
    assert again.fields.when.lean.pick.one() == event.id


def test_amending_something_else_keeps_every_part_of_a_vague_time(stage: Stage) -> None:
    event = move(stage)
    db, clock = stage.vault.database, stage.context.clock
    for happened in (
        Happened("vague", words="that week", anchor=event.id, side="around"),
        Happened("vague", "2026-01-01", "2026-01-31", words="in January"),
        Happened("vague", "2026-01-01"),
    ):
        made = incidents.add_incident(db, clock, IncidentForm(text="x", happened=happened))
        field = stage.go("happened").fields.when
        field.show_happened(made.latest.form.happened)
        assert field.read() == happened
        kept = field.draft()
        field.clear()
        assert field.read() == Happened("unknown")
        field.restore(kept)
        assert field.read() == happened


def test_a_day_that_was_removed_is_named_so_and_not_lost(stage: Stage) -> None:
    event = move(stage)
    page = writing(stage)
    page.fields.when.show_happened(Happened("vague", words="that week", anchor=event.id, side="around"))
    life_events.remove_life_event(stage.vault.database, event.id)
    stage.context.background.changed.emit(frozenset({"life_events"}))
    stage.settle()
    lean = page.fields.when.lean
    assert lean.pick.currentText() == SAY.not_there
    assert lean.value() == (event.id, "around")


def test_before_there_is_a_store_nothing_leans(qtbot: QtBot, clock: Any, tmp_path: Any) -> None:
    stage = Stage(qtbot, clock, None, {"happened": HappenedPage}, tmp_path=tmp_path)
    page = stage.go("happened")
    stage.click("happened-when-kind-vague")
    assert not stage.exists(f"{LEAN}-add")
    stage.qtbot.keyClick(page.fields.when.words, Qt.Key.Key_A)
    assert page.fields.when.read() == Happened("vague", words="a")


def test_no_hour_is_kept_that_she_did_not_write(stage: Stage) -> None:
    page = stage.go("happened")
    page.fields.text.set_text("In the yard.")
    stage.click("happened-when-kind-yesterday")
    assert page.fields.when.time.text() == ""
    assert page.fields.when.read().kind == "day"
    page.fields.when.time.setText("21.40")
    assert page.fields.when.read().start.endswith("T21:40")


def test_a_time_that_cannot_be_read_is_said_at_its_field_and_nothing_is_kept(stage: Stage) -> None:
    page = stage.go("happened")
    page.fields.text.set_text("In the yard.")
    stage.click("happened-when-kind-today")
    page.fields.when.time.setText("about nine")
    stage.click("happened-keep")
    assert page.fields.when.time_field.error.isVisible()
    assert incidents.list_incidents(stage.vault.database) == ()
    page.fields.when.time.clear()
    stage.click("happened-keep")
    assert newest(stage).kind == "day"
