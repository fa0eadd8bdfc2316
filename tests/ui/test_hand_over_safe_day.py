"""Photos taken after she moved are named: the page shows from which day on, and she says another one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from safeplan.content.handing_words import load_handing_words
from safeplan.records import attachments, life_events
from tests.builders import a_file, an_incident
from tests.ui.page_window import OpenPages
from ui.theme import Look

SAY = load_handing_words("en").page


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path) -> OpenPages:
    """One entry with a photo that says it was taken on 11 February."""
    db = vault.database
    entry = an_incident(db, clock, "It was loud.")
    photo = tmp_path / "IMG_20260211.jpg"
    Image.new("RGB", (64, 48), (120, 90, 60)).save(photo)
    info = a_file(db, clock, photo, entry.id)
    attachments.set_embedded(db, info.id, attachments.Embedded("2026-02-11T10:00:00", "", "", 1))
    return OpenPages(qtbot, vault, clock)


def looked(pages: OpenPages) -> Any:
    page = pages.here()
    pages.qtbot.waitUntil(lambda: page._looked_for == page.choice, timeout=5000)
    pages.settle()
    return page._looked


def look_at_the_photo(pages: OpenPages) -> Any:
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    pages.click("hand-over-step-shows")
    return looked(pages)


def test_the_day_comes_from_her_days_and_is_named(pages: OpenPages) -> None:
    life_events.add_life_event(pages.vault.database, "the move", "2026-02-01")
    found = look_at_the_photo(pages)
    assert pages.find("hand-over-safe-state").text() == SAY.safe_known.format(day="1 February 2026", words="the move")
    assert [one.whys for one in found.files] == [("after_move",)]
    assert found.selection.clean_copies != ()


def test_where_none_is_written_down_she_types_one_and_it_counts_at_once(pages: OpenPages) -> None:
    assert look_at_the_photo(pages).files == ()
    assert pages.find("hand-over-safe-state").text() == SAY.safe_unknown
    assert not pages.sees("hand-over-safe-day")
    pages.click("hand-over-safe-from-typed")
    pages.write("hand-over-safe-day", "the tenth")
    assert looked(pages).files == ()
    assert SAY.safe_bad in pages.words()
    pages.find("hand-over-safe-day").clear()
    pages.write("hand-over-safe-day", "10.2.2026")
    found = looked(pages)
    assert pages.find("hand-over-safe-state").text() == SAY.safe_own.format(day="10 February 2026")
    assert SAY.safe_bad not in pages.words()
    assert found.selection.clean_copies == (found.files[0].id,)
    pages.here().save_draft_now()
    pages.window.rebuild(Look("dark", 100))
    pages.go("hand_over")
    pages.click("hand-over-step-shows")
    assert looked(pages).files == found.files
    assert pages.find("hand-over-safe-day").text() == "10.2.2026"


def test_until_what_she_types_reads_as_a_day_her_days_go_on_telling_it(pages: OpenPages) -> None:
    life_events.add_life_event(pages.vault.database, "the move", "2026-02-01")
    look_at_the_photo(pages)
    pages.click("hand-over-safe-from-typed")
    pages.write("hand-over-safe-day", "12.")
    assert looked(pages).selection.clean_copies != ()
    pages.write("hand-over-safe-day", "2.2026")
    assert looked(pages).selection.clean_copies == ()


def test_right_after_midnight_it_is_already_the_new_year(pages: OpenPages, clock: Any) -> None:
    # Half past midnight on the first of January at her wall; in Greenwich it is still December.
    clock.moment = datetime(2026, 12, 31, 19, 30, tzinfo=UTC)
    look_at_the_photo(pages)
    pages.click("hand-over-safe-from-typed")
    pages.write("hand-over-safe-day", "1.1")
    found = looked(pages)
    assert (found.safe_day, found.files) == ("2027-01-01", ())
    pages.write("hand-over-until", "2.7")
    assert looked(pages).selection.until == "2027-07-02"


def test_she_can_leave_the_day_out_of_it(pages: OpenPages) -> None:
    life_events.add_life_event(pages.vault.database, "the move", "2026-02-01")
    look_at_the_photo(pages)
    pages.click("hand-over-safe-from-none")
    assert looked(pages).files == ()
    assert pages.find("hand-over-safe-state").text() == SAY.safe_off
    assert pages.fits()
    assert pages.unnamed() == []
