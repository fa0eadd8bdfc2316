"""A day she chose means the day it meant when she chose it: past midnight, through a draft, in a correction."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.records import breaches, drafts, incidents
from safeplan.records.incident_form import Happened
from tests.builders import an_incident
from tests.ui.orders_kit import an_order
from tests.ui.page_window import OpenPages
from ui.widgets.when_field import EACH_MS

# The clock of these stories stands at 23:40 of this day.
EVENING = "2026-03-02"


def kept(pages: OpenPages) -> Happened:
    return incidents.list_incidents(pages.vault.database)[0].latest.form.happened


def begun(pages: OpenPages, page: str, kind: str) -> Any:
    """A line and a day, and nothing kept."""
    here = pages.go(page)
    pages.write(f"{page}-text", "He stood at the door.")
    pages.click(f"{page}-when-kind-{kind}")
    here.save_draft_now()
    return here


@pytest.mark.parametrize("page", ["happened", "pressure"])
@pytest.mark.parametrize(
    ("chosen", "day", "shown"),
    [("today", EVENING, "yesterday"), ("yesterday", "2026-03-01", "day")],
)
def test_what_was_begun_in_the_evening_keeps_its_day_in_the_morning(
    qtbot: QtBot, vault: Any, clock: Any, page: str, chosen: str, day: str, shown: str
) -> None:
    begun(OpenPages(qtbot, vault, clock), page, chosen)
    clock.move(hours=9)
    morning = OpenPages(qtbot, vault, clock)
    here = morning.go(page)
    assert here.fields.when.kind.one() == shown
    morning.click(f"{page}-keep")
    assert kept(morning) == Happened("day", day)


def test_a_page_left_open_past_midnight_keeps_the_day_that_was_chosen(pages: OpenPages, clock: Any) -> None:
    begun(pages, "happened", "today")
    clock.move(hours=1)
    pages.click("happened-keep")
    assert kept(pages) == Happened("day", EVENING)


def test_today_chosen_after_midnight_is_the_new_day_on_a_page_made_before_it(pages: OpenPages, clock: Any) -> None:
    pages.go("happened")
    clock.move(hours=1)
    begun(pages, "happened", "today")
    pages.click("happened-keep")
    assert kept(pages) == Happened("day", "2026-03-03")


def test_what_is_shown_as_chosen_turns_with_the_day(pages: OpenPages, clock: Any) -> None:
    when = begun(pages, "happened", "today").fields.when
    pages.go("more")
    clock.move(hours=1)
    pages.go("happened")
    assert when.kind.one() == "yesterday"
    pages.find("happened-when-time").setText("23:10")
    # Nobody goes anywhere on this page meanwhile: it looks for itself.
    clock.move(days=1)
    when.each.timeout.emit()
    assert when.kind.one() == "day"
    assert when.start.text() == "2.3.2026"
    assert when.each.isActive()
    assert when.each.interval() == EACH_MS
    pages.click("happened-keep")
    assert kept(pages) == Happened("exact", f"{EVENING}T23:10")


def test_a_day_alone_is_still_nothing_the_next_morning(pages: OpenPages, clock: Any) -> None:
    page = pages.go("happened")
    pages.click("happened-when-kind-today")
    clock.move(hours=9)
    pages.go("more")
    pages.go("happened")
    assert page.fields.when.kind.one() == "yesterday"
    assert page.fields.is_blank()
    pages.click("happened-keep")
    assert incidents.list_incidents(pages.vault.database) == ()


def test_a_day_typed_on_new_years_day_is_of_the_new_year(pages: OpenPages, clock: Any) -> None:
    clock.moment = clock.moment.replace(month=12, day=31, hour=18)
    pages.go("happened")
    clock.move(hours=2)
    pages.write("happened-text", "He stood at the door.")
    pages.click("happened-when-kind-day")
    pages.write("happened-when-start", "1.1")
    pages.click("happened-keep")
    assert kept(pages) == Happened("day", "2027-01-01")


def test_a_breach_begun_in_the_evening_keeps_its_day(qtbot: QtBot, vault: Any, clock: Any) -> None:
    evening = OpenPages(qtbot, vault, clock)
    order = an_order(evening)
    evening.go("orders")
    evening.click(f"orders-{order.id}-came")
    evening.click("answer-no")
    evening.click("orders-write-what-called")
    evening.click("orders-write-when-kind-today")
    evening.here().save_draft_now()
    clock.move(hours=9)
    morning = OpenPages(qtbot, vault, clock)
    morning.go("orders")
    morning.click("orders-keep")
    (breach,) = breaches.list_breaches(vault.database, order.id)
    assert incidents.incident(vault.database, breach.incident_id).latest.form.happened == Happened("day", EVENING)


def test_midnight_alone_is_no_change_of_an_entry(pages: OpenPages, clock: Any) -> None:
    entry = an_incident(pages.vault.database, clock, happened=Happened("day", EVENING))
    page = pages.go("entry", incident_id=entry.id)
    page.begin_change()
    clock.move(days=1)
    pages.go("more")
    pages.go("entry", incident_id=entry.id)
    assert page.collect_draft() == {}
    pages.click("entry-keep")
    assert len(incidents.incident(pages.vault.database, entry.id).revisions) == 1


def test_a_begun_correction_keeps_its_day(qtbot: QtBot, vault: Any, clock: Any) -> None:
    entry = an_incident(vault.database, clock)
    evening = OpenPages(qtbot, vault, clock)
    page = evening.go("entry", incident_id=entry.id)
    page.begin_change()
    evening.click("entry-when-kind-yesterday")
    page.save_draft_now()
    clock.move(hours=9)
    morning = OpenPages(qtbot, vault, clock)
    morning.go("entry", incident_id=entry.id)
    morning.click("entry-keep")
    assert incidents.incident(vault.database, entry.id).latest.form.happened == Happened("day", "2026-03-01")


def test_a_draft_names_the_day_and_not_how_far_away_it_was(pages: OpenPages) -> None:
    begun(pages, "happened", "today")
    kept = drafts.draft(pages.vault.database, "happened")
    assert (kept["when"], kept["start"]) == ("day", "2.3.2026")
