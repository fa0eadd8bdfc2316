"""Stories of "Before you begin", with real clicks and keys on a real store."""

from __future__ import annotations

import pytest

from safeplan.content.guide import load_guide
from safeplan.records import plan
from safeplan.records import settings as her_settings
from tests.ui.page_stage import Stage
from ui.pages.section import SectionPage
from ui.pages.start_check import StartCheckPage
from ui.plan_keeping import WAY, WAYS
from ui.theme import Look

PAGES = {"start_check": StartCheckPage}
ELSEWHERE = ("plan", "paper", "section")


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, PAGES, elsewhere=ELSEWHERE)


def test_one_button_passes_it_over_and_nothing_is_kept(stage, vault):
    page = stage.go("start_check")
    for line in load_guide("en").section("start").why:
        assert line in stage.seen()
    skip = stage.find("start-check-skip")
    assert skip.mapTo(page.sheet.viewport(), skip.rect().bottomLeft()).y() <= page.sheet.viewport().height()
    stage.click("start-check-skip")
    assert stage.arrivals("plan") == [{}]
    assert plan.answers(vault.database) == {}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_can_be_chosen_and_chosen_anew(stage, vault, way):
    stage.go("start_check")
    stage.click(f"start-check-{way}")
    assert plan.answer(vault.database, WAY) == way
    assert stage.arrivals("paper" if way == "paper" else "plan") == [{}]
    stage.go("start_check")
    assert stage.exists(f"start-check-{way}-chosen")
    other = WAYS[WAYS.index(way) - 1]
    stage.click(f"start-check-{other}")
    assert plan.answer(vault.database, WAY) == other


def test_all_four_ways_can_be_pressed_without_scrolling(stage):
    page = stage.go("start_check")
    for way in WAYS:
        button = stage.find(f"start-check-{way}")
        assert button.mapTo(page.sheet.viewport(), button.rect().bottomLeft()).y() <= page.sheet.viewport().height()


def test_without_names_switches_names_off(qtbot, clock, vault):
    her_settings.set(vault.database, clock, "names_shown", True)
    stage = Stage(qtbot, clock, vault, PAGES, elsewhere=ELSEWHERE, names_shown=True)
    stage.go("start_check")
    stage.click("start-check-nameless")
    assert her_settings.get(vault.database, "names_shown") is False
    assert not stage.context.settings.names_shown


def test_who_comes_back_to_a_full_plan_is_asked_again(qtbot, clock, vault):
    pages = {"start_check": StartCheckPage, "section": SectionPage}
    stage = Stage(qtbot, clock, vault, pages, elsewhere=("plan", "paper"))
    stage.go("start_check")
    stage.click("start-check-read")
    stage.go("section", section_id="bag")
    assert not stage.exists("section-own")
    stage.click("section-way")
    stage.click("start-check-full")
    stage.go("section", section_id="bag")
    assert stage.exists("section-own")


def test_what_she_writes_here_is_an_answer_like_any_other(stage, vault):
    page = stage.go("start_check")
    stage.click("start-check-write")
    stage.qtbot.keyClicks(page.questions.boxes["start_screen"], "The window to the yard")
    stage.window.rebuild(Look("light", 125))
    stage.settle()
    assert plan.answer(vault.database, "start_screen") == "The window to the yard"
    stage.click("start-check-more")
    assert stage.arrivals("section") == [{"section_id": "start"}]


def test_on_the_first_evening_the_way_waits_for_the_passphrase_and_nothing_nags(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, PAGES, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    stage.go("start_check")
    stage.click("start-check-read")
    assert "hiding erases this" not in stage.seen()
    stage.open_store(vault)
    stage.go("start_check")
    assert plan.answer(vault.database, WAY) == "read"
    assert stage.exists("start-check-read-chosen")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, vault, language):
    stage = Stage(qtbot, clock, vault, PAGES, elsewhere=ELSEWHERE, language=language, look=Look("dark", 200))
    page = stage.go("start_check")
    stage.click("start-check-write")
    stage.nothing_is_cut(page)
