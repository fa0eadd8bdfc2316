"""The navigation starts with four lines and grows with what she uses."""

from __future__ import annotations

from safeplan.records.settings import Settings
from ui.page_list import FACTORIES, entries, with_page


def names(settings: Settings) -> list[str]:
    return [entry.name for entry in entries(settings)]


def test_the_first_evening_has_four_lines() -> None:
    assert names(Settings()) == ["today", "happened", "help", "more"]


def test_a_page_she_has_been_to_gets_its_line_in_its_own_place() -> None:
    used = with_page(with_page("", "people"), "plan")
    assert names(Settings(used_pages=used)) == ["today", "happened", "plan", "people", "help", "more"]


def test_pages_within_pages_get_no_line_and_nothing_counts_twice() -> None:
    assert with_page("plan", "plan") == "plan"
    for name in ("entry", "file", "gate", "today", "more"):
        assert with_page("plan", name) == "plan"


def test_all_lines_at_once_is_her_choice() -> None:
    grown = names(Settings(navigation="grown"))
    # More stays: it is the only way to the pages that have no line.
    assert {"more", "plan", "people", "hand_over", "settings"} <= set(grown)
    assert set(grown) <= set(FACTORIES)


def test_all_pages_used_still_fit_the_setting() -> None:
    used = ""
    for name in ("plan", "people", "hand_over", "settings"):
        used = with_page(used, name)
    assert len(used) <= 40
