"""Stories of the page for a bad moment, with real clicks and keys on a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from safeplan.content.guide import load_guide
from safeplan.content.regions import load_region
from safeplan.records import plan
from tests.ui.page_stage import Stage
from ui.pages.acute import AcutePage
from ui.pages.help import HelpPage
from ui.pages.today import TodayPage
from ui.theme import Look


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"acute": AcutePage}, elsewhere=("plan", "paper"))


@pytest.fixture
def filled(vault, clock):
    plan.set_answer(vault.database, clock, "people", "Aigul, 8 701 000 00 00\nThe neighbour")
    plan.set_answer(vault.database, clock, "code_word", "green dress")


def _line(stage, name):
    found = stage.window.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_numbers_come_first_and_the_two_for_danger_before_all_others(stage):
    page = stage.go("acute")
    numbers = [one.value for one in load_region("kz", "en").lines]
    assert numbers[:2] == ["102", "112"]
    first = page.findChild(type(page.sheet.inner), "acute-numbers")
    assert first.mapTo(page.sheet.viewport(), QPoint(0, 0)).y() < 40
    seen = stage.seen()
    for number in numbers:
        assert number in seen
    assert "150: Not confirmed since 2023. It may not answer." in seen


def test_an_empty_page_teaches_and_begins_with_one_line(stage, vault):
    stage.go("acute")
    assert "Fill in one line today. The rest can wait." in stage.seen()
    stage.click("acute-empty-action")
    assert _line(stage, "acute-people-1").hasFocus()
    stage.qtbot.keyClicks(_line(stage, "acute-people-1"), "Aigul")
    stage.qtbot.waitUntil(lambda: plan.answer(vault.database, "people") == "Aigul")
    stage.click("acute-done")
    assert "Aigul" in stage.seen()


def test_every_line_of_the_guide_can_be_written_and_is_read_back(stage, vault):
    stage.go("acute", write=True)
    for field in load_guide("en").acute.fields:
        for number in range(field.count):
            stage.qtbot.keyClicks(_line(stage, f"acute-{field.id}-{number + 1}"), f"{field.id} {number + 1}")
    stage.click("acute-done")
    assert plan.answers(vault.database) == {
        field.id: "\n".join(f"{field.id} {n + 1}" for n in range(field.count))
        for field in load_guide("en").acute.fields
    }
    seen = stage.seen()
    assert "places 3" in seen
    assert "bag 1" in seen


def test_the_second_line_keeps_its_place_when_the_first_is_empty(stage, vault):
    stage.go("acute", write=True)
    stage.qtbot.keyClicks(_line(stage, "acute-people-2"), "Marat")
    stage.click("acute-done")
    assert plan.answer(vault.database, "people") == "\nMarat"
    stage.click("acute-write")
    assert _line(stage, "acute-people-2").text() == "Marat"
    _line(stage, "acute-people-2").clear()
    stage.click("acute-done")
    assert plan.answers(vault.database) == {}


def test_what_she_wrote_is_covered_each_time_until_shown(stage, filled):
    stage.go("acute")
    assert "Three people I can call" in stage.seen()
    assert "Aigul" not in stage.seen()
    assert "green dress" not in stage.seen()
    stage.click("acute-show")
    assert "The neighbour" in stage.seen()
    assert "green dress" in stage.seen()
    stage.click("acute-show")
    assert "Aigul" not in stage.seen()
    stage.click("acute-show")
    stage.go("plan")
    stage.go("acute")
    assert "Aigul" not in stage.seen()


def test_doctor_fear_and_thoughts_of_dying_are_one_press_away_each(stage):
    stage.go("acute")
    acute = load_guide("en").acute
    assert acute.medical_title in stage.seen()
    assert acute.dying_title in stage.seen()
    stage.click("acute-doctor")
    stage.click("acute-dying")
    seen = stage.seen()
    for text in (acute.afraid, acute.medical_police, *(p.text for p in (*acute.medical, *acute.dying))):
        assert text in seen
    assert "111  Contact centre 111: family, women, children" in seen


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_all_of_it_filled_in_and_shown_is_one_small_screen(qtbot, clock, vault, language):
    """1024 x 600, every line written: nothing has to be scrolled in a bad moment."""
    for field in load_guide(language).acute.fields:
        lines = "\n".join(f"Айгүл, 8 701 000 00 0{n}" for n in range(field.count))
        plan.set_answer(vault.database, clock, field.id, lines)
    stage = Stage(qtbot, clock, vault, {"acute": AcutePage}, elsewhere=("plan", "paper"), language=language)
    page = stage.go("acute")
    stage.click("acute-show")
    for name in ("acute-numbers", "acute-details", "acute-folded"):
        shown = page.findChild(type(page.sheet.inner), name)
        lowest = shown.mapTo(page.sheet.viewport(), QPoint(0, shown.height())).y()
        assert lowest <= page.sheet.viewport().height(), name


@pytest.mark.parametrize("lines", ["", "Aigul"])
def test_the_way_to_paper_stands_on_the_page_filled_or_not(stage, vault, clock, lines):
    plan.set_answer(vault.database, clock, "people", lines)
    stage.go("acute")
    stage.click("acute-paper")
    assert stage.arrivals("paper") == [{"kind": "acute"}]


@pytest.mark.parametrize(("page", "button"), [(TodayPage, "today-danger-open"), (HelpPage, "help-acute")])
def test_from_today_and_from_help_it_is_open_with_one_press_and_shown_with_the_second(
    qtbot, clock, vault, filled, page, button
):
    pages = {page.name: page, "acute": AcutePage}
    stage = Stage(qtbot, clock, vault, pages, elsewhere=("plan", "happened", "settings"))
    stage.go(page.name)
    stage.click(button)
    assert stage.window.current_name == "acute"
    stage.click("acute-show")
    assert "green dress" in stage.seen()


def test_a_line_typed_a_moment_ago_survives_a_change_of_size_and_leaving(stage, vault):
    stage.go("acute", write=True)
    stage.qtbot.keyClicks(_line(stage, "acute-code_word-1"), "milk")
    stage.window.rebuild(Look("light", 150))
    stage.settle()
    assert _line(stage, "acute-code_word-1").text() == "milk"
    stage.qtbot.keyClicks(_line(stage, "acute-code_word-1"), "man")
    stage.window.go("plan")
    assert plan.answer(vault.database, "code_word") == "milkman"


def test_on_the_first_evening_it_works_and_waits_for_the_first_passphrase(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"acute": AcutePage}, elsewhere=("plan", "paper"), tmp_path=tmp_path)
    stage.go("acute")
    stage.click("acute-empty-action")
    qtbot.keyClicks(_line(stage, "acute-bag-1"), "at work")
    qtbot.waitUntil(lambda: "Not kept yet: hiding erases this" in stage.seen())
    stage.click("acute-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    assert plan.answers(vault.database) == {"bag": "at work"}
    assert "hiding erases this" not in stage.seen()


def test_everything_is_reached_with_the_keyboard_alone(stage, filled):
    stage.go("acute")
    show = stage.find("acute-show")
    for _ in range(30):
        stage.qtbot.keyClick(stage.window.focusWidget() or stage.window, Qt.Key.Key_Tab)
        if show.hasFocus():
            break
    assert show.hasFocus()
    stage.qtbot.keyClick(show, Qt.Key.Key_Space)
    stage.settle()
    assert "green dress" in stage.seen()
    assert stage.window.focusWidget().objectName() == "acute-show"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("write", [False, True])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, vault, filled, language, write):
    stage = Stage(
        qtbot,
        clock,
        vault,
        {"acute": AcutePage},
        elsewhere=("plan", "paper"),
        language=language,
        look=Look("dark", 200),
    )
    stage.nothing_is_cut(stage.go("acute", write=write))
