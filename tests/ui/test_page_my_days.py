"""Her own days: added with a day, a span or only words, changed, removed and taken back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from safeplan.content.calendar_words import load_calendar_words
from safeplan.records import drafts, incidents, life_events, timeline
from safeplan.records.incident_form import Happened, IncidentForm
from tests.ui.page_stage import Stage
from ui.pages.my_days import MyDaysPage
from ui.theme import Look

SAY = load_calendar_words("en").days
ELSEWHERE = ("happened", "orders", "calendar")


@pytest.fixture
def stage(qtbot: QtBot, vault: Any, clock: Any) -> Stage:
    return Stage(qtbot, clock, vault, {"my_days": MyDaysPage}, elsewhere=ELSEWHERE)


def kept(stage: Stage) -> list[tuple[str, str, str]]:
    return [(one.words, one.start, one.end) for one in life_events.life_events(stage.vault.database)]


def fill(page: Any, words: str = "", start: str = "", end: str = "") -> None:
    page.fields.words.setText(words)
    page.fields.start.setText(start)
    page.fields.end.setText(end)


def text(stage: Stage, name: str) -> str:
    return str(next(one for one in stage.window.findChildren(QWidget, name) if one.isVisible()).text())


def test_an_empty_page_teaches_and_says_what_such_a_day_is_good_for(stage: Stage) -> None:
    stage.go("my_days")
    assert SAY.empty_title in stage.seen()
    assert SAY.why in stage.seen()


def test_a_day_a_span_and_only_words_are_kept_and_shown_in_order_of_time(stage: Stage) -> None:
    page = stage.go("my_days")
    for words, start, end in (
        ("second month of pregnancy", "", ""),
        ("Nauryz", "21.3.2025", ""),
        ("the move", "1.2.2025", "3.2.2025"),
    ):
        stage.click("my-days-add")
        fill(page, words, start, end)
        stage.click("my-days-keep")
    assert kept(stage) == [
        ("the move", "2025-02-01", "2025-02-03"),
        ("Nauryz", "2025-03-21", ""),
        ("second month of pregnancy", "", ""),
    ]
    seen = stage.seen()
    assert "1 February 2025 to 3 February 2025" in seen
    assert "21 March 2025" in seen
    assert SAY.no_day in seen


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        (("", "1.2.2026", ""), "words", SAY.words_needed),
        (("the move", "31.2.2026", ""), "start", SAY.day_unreadable),
        (("the move", "3.2.2026", "1.2.2026"), "end", SAY.end_before_start),
        (("the move", "", "1.2.2026"), "start", SAY.start_needed),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_kept(
    stage: Stage, typed: tuple[str, str, str], field: str, said: str
) -> None:
    page = stage.go("my_days")
    stage.click("my-days-add")
    fill(page, *typed)
    stage.click("my-days-keep")
    assert text(stage, f"my-days-form-{field}-error") == said
    assert kept(stage) == []


def test_a_changed_day_takes_along_what_leans_on_it(stage: Stage) -> None:
    db = stage.vault.database
    event = life_events.add_life_event(db, "the move", "2026-01-10")
    happened = Happened("vague", words="that week", anchor=event.id, side="around")
    incidents.add_incident(db, stage.context.clock, IncidentForm(text="x", happened=happened))
    page = stage.go("my_days")
    stage.click(f"my-days-{event.id}-change")
    assert page.fields.start.text() == "10.1.2026"
    fill(page, "the second move", "10.6.2025")
    stage.click("my-days-keep")
    assert kept(stage) == [("the second move", "2025-06-10", "")]
    assert timeline.calendar_month(db, "2025-05").about == 1


def test_a_removed_day_can_be_taken_back(stage: Stage) -> None:
    event = life_events.add_life_event(stage.vault.database, "the move", "2026-01-10")
    stage.go("my_days")
    stage.click(f"my-days-{event.id}-remove")
    assert kept(stage) == []
    assert SAY.empty_title in stage.seen()
    assert SAY.removed in stage.seen()
    stage.click("message-bar-action")
    assert life_events.life_events(stage.vault.database) == (event,)
    assert "the move" in stage.seen()


def test_what_was_typed_waits_and_leaving_forgets_it(stage: Stage) -> None:
    page = stage.go("my_days")
    stage.click("my-days-add")
    fill(page, "the m")
    page.save_draft_now()
    other = Stage(stage.qtbot, stage.context.clock, stage.vault, {"my_days": MyDaysPage}, elsewhere=ELSEWHERE)
    again = other.go("my_days")
    assert again.fields.words.text() == "the m"
    other.qtbot.keyClick(again.fields.words, Qt.Key.Key_Escape)
    other.settle()
    assert drafts.draft(stage.vault.database, "my_days") == {}
    assert SAY.empty_title in other.seen()


def test_on_the_first_evening_keeping_asks_for_a_passphrase_first(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Any
) -> None:
    stage = Stage(qtbot, clock, None, {"my_days": MyDaysPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = stage.go("my_days")
    stage.click("my-days-add")
    assert SAY.not_kept in stage.seen()
    fill(page, "the move")
    stage.click("my-days-keep")
    stage.open_store(vault)
    stage.settle()
    assert kept(stage) == [("the move", "", "")]
    assert "the move" in stage.seen()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size(qtbot: QtBot, vault: Any, clock: Any, language: str) -> None:
    life_events.add_life_event(vault.database, "екінші көшу, қыста, үлкен үйге", "2026-01-10", "2026-01-12")
    stage = Stage(
        qtbot,
        clock,
        vault,
        {"my_days": MyDaysPage},
        elsewhere=ELSEWHERE,
        language=language,
        look=Look("dark", 200),
    )
    page = stage.go("my_days")
    stage.nothing_is_cut(page)
    stage.click("my-days-add")
    stage.nothing_is_cut(page)


def test_a_page_that_leads_to_a_day_brings_it_into_sight_with_the_focus(stage: Stage) -> None:
    made = [
        life_events.add_life_event(stage.vault.database, f"day {one}", f"2025-01-{one + 1:02}") for one in range(20)
    ]
    stage.go("my_days")
    stage.click("my-days-add")
    page = stage.go("my_days", day_id=made[-1].id)
    change = stage.find(f"my-days-{made[-1].id}-change")
    stage.qtbot.waitUntil(change.hasFocus)
    bar = page.sheet.verticalScrollBar()
    stage.qtbot.waitUntil(lambda: bar.value() > 0 and not change.visibleRegion().isEmpty())


def test_what_she_is_writing_stays_when_a_page_leads_to_a_day(stage: Stage) -> None:
    made = life_events.add_life_event(stage.vault.database, "the move", "2025-02-01")
    stage.go("my_days")
    stage.click("my-days-add")
    fill(stage.window.page("my_days"), "the feast")
    page = stage.go("my_days", day_id=made.id)
    assert page.fields.words.text() == "the feast"
