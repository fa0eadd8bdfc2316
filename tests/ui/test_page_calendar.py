"""The calendar: numbers on days, days about which nothing is written, what lies around dates, and plain counts."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from safeplan.content.calendar_words import load_calendar_words
from safeplan.content.regions import load_region
from safeplan.records import cases, incidents, life_events, orders, pressure, search_index
from safeplan.records.cases import CaseForm, ItemForm
from safeplan.records.incident_form import Happened, IncidentForm
from safeplan.records.orders import OrderForm
from safeplan.records.pressure import Outcome, PressureNote
from tests.ui.page_stage import Stage
from ui.pages.calendar import CalendarPage
from ui.theme import Look

WORDS = load_calendar_words("en")
SAY = WORDS.page
ELSEWHERE = ("happened", "look_back", "entry", "orders", "my_days")
# The clock of the tests stands at 23:40 on this day.
TODAY = date(2026, 3, 2)


@pytest.fixture
def stage(qtbot: QtBot, vault: Any, clock: Any) -> Stage:
    return Stage(qtbot, clock, vault, {"calendar": CalendarPage}, elsewhere=ELSEWHERE)


def wrote(stage: Stage, day: str, text: str = "x", **more: Any) -> Any:
    happened = Happened("exact" if "T" in day else "day", day) if day else more.pop("happened", Happened())
    form = IncidentForm(text=text, happened=happened, **more)
    return incidents.add_incident(stage.vault.database, stage.context.clock, form)


def dated(stage: Stage, kind: str, day: str, **more: str) -> Any:
    db, clock = stage.vault.database, stage.context.clock
    known = cases.list_cases(db)
    case = known[0] if known else cases.add_case(db, clock, CaseForm(name="A case"))
    return cases.add_item(db, clock, case.id, ItemForm(kind=kind, on=day, **more))


def arrived(stage: Stage) -> Any:
    page = stage.go("calendar")
    stage.settle()
    return page


def text(stage: Stage, name: str) -> str:
    found = [one for one in stage.window.findChildren(QWidget, name) if one.isVisible()]
    assert found, f"{name} cannot be seen"
    return str(found[-1].text())  # type: ignore[attr-defined]


def press(stage: Stage, page: Any, *keys: Qt.Key) -> None:
    page.card.picture.setFocus()
    for key in keys:
        stage.qtbot.keyClick(page.card.picture, key)
    stage.settle()


# ── the month ───────────────────────────────────────────────────────────────────────────────────────────────────────
def test_an_empty_calendar_teaches_and_leads_to_writing(stage: Stage) -> None:
    arrived(stage)
    assert SAY.empty_title in stage.seen()
    stage.click("calendar-empty-action")
    assert stage.arrivals("happened") == [{}]


def test_a_day_says_how_much_is_written_about_it_and_never_that_nothing_happened(stage: Stage) -> None:
    wrote(stage, "2026-03-01T21:30")
    wrote(stage, "2026-03-01")
    page = arrived(stage)
    assert text(stage, "calendar-month") == "March 2026"
    press(stage, page, Qt.Key.Key_Left)
    assert text(stage, "calendar-at") == "1 March 2026: 2 entries."
    assert page.card.picture.accessibleName().startswith("1 March 2026: 2 entries.")
    press(stage, page, Qt.Key.Key_Left)
    assert text(stage, "calendar-month") == "February 2026"
    assert text(stage, "calendar-at") == "28 February 2026: nothing is written about this day."
    press(stage, page, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert text(stage, "calendar-at") == "3 March 2026: this day is still to come."
    assert text(stage, "calendar-sum") == "This month: 1 day with an entry, 1 day about which nothing is written."
    assert "does not say that nothing happened" in text(stage, "calendar-key")


def test_enter_shows_the_entries_of_a_day_and_each_opens(stage: Stage) -> None:
    entry = wrote(stage, "2026-03-01T21:30", "The door was locked until morning.")
    page = arrived(stage)
    press(stage, page, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert "21:30. The door was locked until morning." in stage.seen()
    stage.click(f"calendar-entry-{entry.number}")
    assert stage.arrivals("entry") == [{"incident_id": entry.id, "back": "calendar"}]


def test_another_month_forgets_the_entries_of_the_day_before(stage: Stage) -> None:
    wrote(stage, "2026-03-01", "The door was locked until morning.")
    page = arrived(stage)
    press(stage, page, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_PageUp)
    assert "The door was locked" not in stage.seen()
    assert text(stage, "calendar-month") == "February 2026"


def test_the_mouse_chooses_the_day_it_presses(stage: Stage) -> None:
    wrote(stage, "2026-03-01", "The door was locked until morning.")
    page = arrived(stage)
    middle = page.card.picture.place(date(2026, 3, 1)).center().toPoint()
    stage.qtbot.mouseClick(page.card.picture, Qt.MouseButton.LeftButton, pos=QPoint(middle))
    stage.settle()
    assert "The door was locked until morning." in stage.seen()


def test_back_and_forth_by_month_and_year_and_home_again(stage: Stage) -> None:
    wrote(stage, "2024-02-29")
    arrived(stage)
    for name, month in (
        ("calendar-earlier", "February 2026"),
        ("calendar-year-earlier", "February 2025"),
        ("calendar-year-earlier", "February 2024"),
        ("calendar-later", "March 2024"),
        ("calendar-year-later", "March 2025"),
        ("calendar-this", "March 2026"),
    ):
        stage.click(name)
        assert text(stage, "calendar-month") == month


def test_the_last_of_a_long_month_goes_to_the_last_of_a_short_one(stage: Stage) -> None:
    wrote(stage, "2026-03-01")
    page = arrived(stage)
    press(stage, page, Qt.Key.Key_End, Qt.Key.Key_PageUp)
    assert page.card.picture.day == date(2026, 2, 28)
    press(stage, page, Qt.Key.Key_Down)
    assert page.card.picture.day == date(2026, 3, 7)


def test_what_is_only_about_stands_beside_the_days_and_leads_to_the_list(stage: Stage) -> None:
    wrote(stage, "", happened=Happened("vague", "2026-03-01", words="about then"))
    page = arrived(stage)
    assert text(stage, "calendar-about") == "Beside these days: 1 entry with a time that is only about."
    press(stage, page, Qt.Key.Key_Home)
    assert text(stage, "calendar-at") == "1 March 2026: nothing is written about this day."
    stage.click("calendar-about-open")
    assert stage.arrivals("look_back") == [{"since": "2026-03-01", "until": "2026-03-31"}]


def test_orders_and_dates_stand_in_words_as_well_as_in_the_picture(stage: Stage) -> None:
    db, clock = stage.vault.database, stage.context.clock
    order = orders.add_order(
        db, clock, OrderForm(kind="protective_order", handed_over="2026-02-20"), load_region("kz", "en")
    )
    dated(stage, "hearing", "2026-03-12T10:00", where="Upper town court")
    life_events.add_life_event(db, "the move", "2026-03-01")
    page = arrived(stage)
    assert "from 20 February 2026 to 22 March 2026" in text(stage, f"calendar-order-{order.id}")
    assert "12 March 2026: hearing, Upper town court" in stage.seen()
    press(stage, page, Qt.Key.Key_Home)
    said = text(stage, "calendar-at")
    assert "The move." in said
    assert "In force: Protective order" in said
    press(stage, page, Qt.Key.Key_End)
    assert "In force" not in text(stage, "calendar-at")
    assert "a broken line" in text(stage, "calendar-key").lower()


def test_what_is_due_and_a_promise_to_look_at_again_stand_in_the_calendar(stage: Stage) -> None:
    db, clock = stage.vault.database, stage.context.clock
    letter = dated(stage, "letter", "2026-02-25", due="2026-03-20", where="city court")
    promise = wrote(stage, "2026-03-01", kinds=("pressure",))
    pressure.keep_note(db, clock, promise.id, PressureNote(promised="a flat", look_again="2026-03-23"))
    page = arrived(stage)
    seen = stage.seen()
    assert "20 March 2026: answer or step due by this day, city court" in seen
    assert "23 March 2026: promise to look at again" in seen
    assert SAY.key_mark in text(stage, "calendar-key")
    marked = page.card.sentence
    assert marked("2026-03-20").endswith("Answer or step due by this day, city court.")
    # Nothing is counted around a day on which nothing happened yet.
    assert "due by this day" not in "".join(one.text() for one in page.around.findChildren(QLabel))
    cases.mark_item(db, clock, letter.id, True)
    stage.context.background.changed.emit(frozenset({"cases"}))
    pressure.add_outcome(db, clock, promise.id, Outcome(words="nothing came", kept="no"))
    stage.context.background.changed.emit(frozenset({"pressure"}))
    stage.settle()
    assert "due by this day" not in stage.seen()
    assert "look at again" not in stage.seen()


def test_an_order_without_an_end_goes_no_further_than_today(stage: Stage) -> None:
    orders.add_order(
        stage.vault.database, stage.context.clock, OrderForm(name="Paper of the dormitory", paper_start="2026-02-20")
    )
    page = arrived(stage)
    assert "Paper of the dormitory: from 20 February 2026, the end is not known here" in stage.seen()
    press(stage, page, Qt.Key.Key_Right)
    assert "In force" not in text(stage, "calendar-at")


# ── around dates ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_around_a_date_there_are_plain_numbers_and_no_reason(stage: Stage) -> None:
    dated(stage, "hearing", "2026-01-15")
    for day in ("2026-01-10", "2026-01-10", "2026-01-15", "2026-01-20"):
        wrote(stage, day)
    arrived(stage)
    said = "Before: 2 entries on 1 day. On the day: 1 entry. After: 1 entry on 1 day."
    assert text(stage, "calendar-around-0-said") == said
    assert "No reason is given here, and none is known." in stage.seen()
    assert not stage.exists("calendar-around-0-open")
    picture = stage.window.findChild(QWidget, "calendar-around-0-picture")
    assert picture.accessibleName() == f"15 January 2026: hearing. {said}"


def test_days_that_are_not_over_yet_are_said(stage: Stage) -> None:
    dated(stage, "hearing", "2026-02-20")
    dated(stage, "hearing", "2026-04-01")
    wrote(stage, "2026-02-01")
    arrived(stage)
    assert text(stage, "calendar-around-0-open") == SAY.around_to_come
    assert text(stage, "calendar-around-1-open") == SAY.around_passed.format(passed=10)


def test_she_picks_one_date_or_goes_on_to_earlier_ones(stage: Stage) -> None:
    for day in range(1, 6):
        dated(stage, "letter", f"2026-01-0{day}")
    wrote(stage, "2026-01-02")
    page = arrived(stage)
    assert not stage.exists("calendar-around-3")
    stage.click("calendar-around-more")
    assert stage.exists("calendar-around-4")
    assert not stage.exists("calendar-around-more")
    page.around.which.set_one("4")
    stage.settle()
    assert stage.exists("calendar-around-0")
    assert not stage.exists("calendar-around-1")
    assert "1 January 2026: letter" in stage.seen()


# ── counts ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_counts_open_what_they_count(stage: Stage) -> None:
    wrote(stage, "2026-03-01T21:30", kinds=("threat",), place="The kitchen")
    wrote(stage, "2025-06-02", kinds=("threat", "money"))
    page = arrived(stage)
    assert text(stage, "calendar-counts-sum") == "2 entries. 2 of them with a sure day."
    sunday = stage.window.findChild(QWidget, "calendar-counts-weekday-6")
    assert sunday.accessibleName() == "Sunday: 1 entry"
    assert stage.find("calendar-counts-kind-0").accessibleName() == "Threats: 2 entries. Read them"
    stage.click("calendar-counts-kind-0")
    stage.go("calendar")
    stage.click("calendar-counts-span-month")
    assert text(stage, "calendar-counts-sum") == "1 entry. 1 of them with a sure day."
    stage.click("calendar-counts-place-0")
    whole, month = stage.arrivals("look_back")
    assert whole == {"kinds": ("threat",), "since": "", "until": ""}
    assert month == {"place": "the kitchen", "since": "2026-02-01", "until": ""}
    assert page is stage.window.page("calendar")


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200), ("contrast", 100)])
def test_a_count_that_opens_nothing_looks_plain_and_never_answers_the_mouse_or_the_keyboard(
    stage: Stage, theme: str, scale: int
) -> None:
    look = Look(theme, scale)
    stage.window.rebuild(look)
    wrote(stage, "2026-03-01T21:30", kinds=("threat",), place="The kitchen")
    arrived(stage)
    accent = QColor(look.tokens.accent).rgb()
    for what, value, opens in (("weekday", 6, False), ("hour", 3, False), ("kind", 0, True), ("place", 0, True)):
        line: Any = stage.window.findChild(QWidget, f"calendar-counts-{what}-{value}")
        assert (line.focusPolicy() != Qt.FocusPolicy.NoFocus) is opens
        picture = line.grab().toImage()
        seen = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
        # The bar belongs to what can be pressed.
        assert (accent in seen) is opens
        assert line.testAttribute(Qt.WidgetAttribute.WA_Hover) is opens
        assert line.drawn.font(line).underline() is opens


def test_a_span_of_her_own_is_read_and_a_wrong_day_is_said_at_its_field(stage: Stage) -> None:
    wrote(stage, "2026-01-10")
    wrote(stage, "2026-02-10")
    page = arrived(stage)
    stage.click("calendar-counts-span-own")
    stage.qtbot.keyClicks(page.counts.since, "31.2.2026")
    stage.qtbot.keyClick(page.counts.since, Qt.Key.Key_Return)
    assert text(stage, "calendar-counts-since-error") == SAY.day_unreadable
    page.counts.since.setText("1.2.2026")
    stage.qtbot.keyClick(page.counts.since, Qt.Key.Key_Return)
    stage.settle()
    assert text(stage, "calendar-counts-sum").startswith("1 entry.")
    page.counts.until.setText("1.1.2026")
    stage.qtbot.keyClick(page.counts.until, Qt.Key.Key_Return)
    assert text(stage, "calendar-counts-until-error") == SAY.end_before_start


def test_after_what_counts_the_days_behind_dates_beside_the_whole(stage: Stage) -> None:
    dated(stage, "hearing", "2026-01-15")
    dated(stage, "hearing", "2026-05-15")
    for day in ("2026-01-15", "2026-01-18", "2026-01-19"):
        wrote(stage, day)
    arrived(stage)
    line = stage.window.findChild(QWidget, "calendar-counts-after-0")
    assert line.accessibleName() == "Hearing, 1 time (4 days): 2 entries"
    assert "All entries with a day: 3 entries on 5 days." in stage.seen()


# ── the frame ───────────────────────────────────────────────────────────────────────────────────────────────────────
def test_what_is_written_meanwhile_comes_into_the_picture(stage: Stage) -> None:
    wrote(stage, "2026-03-02")
    arrived(stage)
    assert text(stage, "calendar-at") == "Today. 2 March 2026: 1 entry."
    wrote(stage, "2026-03-02")
    stage.context.background.changed.emit(frozenset({"incidents"}))
    stage.settle()
    assert text(stage, "calendar-at") == "Today. 2 March 2026: 2 entries."
    assert text(stage, "calendar-counts-sum").startswith("2 entries.")


def test_her_own_days_are_one_press_away_with_and_without_entries(stage: Stage) -> None:
    arrived(stage)
    stage.click("calendar-none-my-days")
    wrote(stage, "2026-03-01")
    stage.context.background.changed.emit(frozenset({"incidents"}))
    arrived(stage)
    stage.click("calendar-my-days")
    assert stage.arrivals("my_days") == [{}, {}]


def test_coming_back_counts_anew_only_what_has_changed(stage: Stage) -> None:
    wrote(stage, "2026-03-02")
    arrived(stage)
    stage.go("orders")
    wrote(stage, "2026-03-02")
    stage.context.background.changed.emit(frozenset({"incidents"}))
    arrived(stage)
    assert text(stage, "calendar-counts-sum").startswith("2 entries.")


def test_before_there_is_a_store_the_page_teaches(qtbot: QtBot, clock: Any, tmp_path: Any) -> None:
    stage = Stage(qtbot, clock, None, {"calendar": CalendarPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    arrived(stage)
    assert SAY.empty_title in stage.seen()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size_and_all_can_be_reached_and_named(
    qtbot: QtBot, vault: Any, clock: Any, language: str
) -> None:
    stage = Stage(
        qtbot,
        clock,
        vault,
        {"calendar": CalendarPage},
        elsewhere=ELSEWHERE,
        language=language,
        look=Look("contrast", 200),
    )
    for ago in range(20):
        wrote(
            stage, (TODAY - timedelta(days=ago)).isoformat(), kinds=("threat", "pressure"), place="Лестница у школы"
        )
    dated(stage, "hearing", "2026-02-20")
    page = arrived(stage)
    stage.nothing_is_cut(page)
    reachable = [one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    unnamed = [one.objectName() for one in reachable if one.isVisible() and not one.accessibleName()]
    assert not unnamed
    assert all(one.objectName() for one in reachable if one.isVisible())


def test_ways_back_and_forth_never_hold_the_window_up(stage: Stage) -> None:
    for number in range(400):
        day = TODAY - timedelta(days=number % 200)
        wrote(stage, day.isoformat(), kinds=("threat",), place=f"place {number % 40}")
    for day in range(1, 29):
        dated(stage, "letter", f"2026-02-{day:02}")
    page = arrived(stage)
    took = []
    for name in ("calendar-earlier", "calendar-later") * 3:
        began = time.thread_time()
        stage.find(name).click()
        took.append(time.thread_time() - began)
        stage.settle()
    assert page.card.isVisible()
    # Several times the real figure: other work shares the machine.
    assert sorted(took)[len(took) // 2] < 0.15


def test_an_index_of_another_version_is_made_anew_before_the_month_is_shown(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "MOST_WHEN_OPENED", 1)
    for text in ("one", "two"):
        wrote(stage, "2026-03-01", text)
    stage.vault.database.execute("UPDATE state SET value = 'old' WHERE name = 'index_shape'")
    page = stage.go("calendar")
    assert not search_index.is_due(stage.vault.database)
    assert page.card.isVisible()
    assert not stage.exists("calendar-index")
