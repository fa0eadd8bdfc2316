"""More: four ways on, the honest page about limits, and the wider navigation."""

from __future__ import annotations

from typing import Any

import pytest

from safeplan.content.welcome import load_welcome
from tests.builders import an_incident
from tests.ui.page_window import OpenPages
from ui.theme import Look


@pytest.mark.parametrize("name", ["people", "settings", "hand_over", "orders"])
def test_each_card_leads_to_its_page(pages: OpenPages, name: str) -> None:
    pages.go("more")
    pages.click(f"more-{name}")
    assert pages.window.current_name == name


def test_what_the_program_cannot_do_unfolds_and_leaves_nothing_out(pages: OpenPages) -> None:
    pages.go("more")
    welcome = load_welcome("en")
    assert welcome.limits[0].text not in pages.words()
    pages.click("more-protects")
    for point in (*welcome.limits, *welcome.honesty):
        assert point.text in pages.words()


def test_settings_lead_straight_to_the_limits(pages: OpenPages) -> None:
    pages.go("settings")
    pages.click("settings-limits")
    assert pages.window.current_name == "more"
    assert load_welcome("en").limits_title in pages.words()


def test_all_pages_at_the_side_is_a_choice_that_can_be_taken_back(pages: OpenPages) -> None:
    pages.go("more")
    pages.click("more-side")
    assert pages.context.settings.navigation == "grown"
    pages.click("more-side")
    assert pages.context.settings.navigation == "small"


def test_it_works_before_anything_is_kept(pages: OpenPages) -> None:
    pages.context.has_store = lambda: False
    pages.go("more")
    pages.click("more-people")
    assert pages.sees("people-empty")


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut(pages: OpenPages, theme: str, scale: int) -> None:
    pages.window.rebuild(Look(theme, scale))
    pages.go("more")
    pages.click("more-protects")
    assert pages.fits()
    assert pages.unnamed() == []


def test_one_quiet_line_says_that_a_copy_is_due_and_not_now_is_enough(pages: OpenPages, clock: Any) -> None:
    pages.go("more")
    assert not pages.sees("backup-due-line")
    for _ in range(3):
        an_incident(pages.vault.database, clock)
    pages.go("settings")
    pages.go("more")
    pages.click("backup-due-not-now")
    assert not pages.sees("backup-due-line")
    clock.move(days=8)
    pages.go("settings")
    pages.go("more")
    pages.click("backup-due-open")
    assert pages.window.current_name == "backup"
