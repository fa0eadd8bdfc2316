"""Looking back: a word in any form is found, the list is narrowed down and widened, and stays as she left it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from safeplan.records import cases, drafts, incidents, life_events, orders, pressure, search_index
from safeplan.records.cases import CaseForm, ItemForm
from safeplan.records.incidents import Happened
from safeplan.records.orders import OrderForm
from safeplan.records.pressure import PressureNote
from tests.builders import a_person, an_incident
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look
from ui.widgets.look_back_also import FoundLine
from ui.widgets.look_back_rows import HELD, PAGE

TEXTS = (
    "Вечером он стучал в двери подъезда.",
    "Көршілер айқайды естіді.",
    "He waited outside the school.",
    "Забрал телефон до утра.",
)


@pytest.fixture
def written(pages: OpenPages, clock: Any) -> OpenPages:
    for number, text in enumerate(TEXTS):
        kinds = ("threat",) if number % 2 else ("money",)
        happened = Happened("day", start=f"2026-0{1 + number // 2}-1{number}")
        an_incident(pages.vault.database, clock, text=text, happened=happened, kinds=kinds)
    return pages


def many(pages: OpenPages, clock: Any, count: int) -> None:
    with pages.vault.database.transaction():
        for number in range(count):
            day = f"{2020 + number // 48}-{1 + number // 4 % 12:02}-{1 + number % 4:02}"
            happened = Happened("day", start=day)
            an_incident(pages.vault.database, clock, text=f"Entry {number} about the door.", happened=happened)


def shown(pages: OpenPages) -> list[str]:
    """The numbers and headings in the list, from top to bottom, as far as they have been read."""
    rows = pages.here().rows
    found = []
    for row in range(rows.rowCount()):
        if rows.is_heading(row):
            found.append(rows.groups[rows.group_of(row)].heading)
        elif rows.row(row) is not None:
            found.append(str(rows.row(row).number))
    return found


def in_sight(pages: OpenPages) -> list[str]:
    """What a screen reader hears of the rows in sight."""
    first, last = pages.here().list.seen()
    rows = pages.here().rows
    return [rows.data(rows.index(row)) for row in range(first, last + 1)]


def look_for(pages: OpenPages, text: str) -> None:
    field = pages.find("look-back-search")
    field.setText(text)  # Qt's test keys know Latin letters only
    pages.qtbot.waitUntil(lambda: not pages.here()._soon.isActive())
    pages.settle()


def press(pages: OpenPages, name: str, *keys: Qt.Key) -> None:
    for key in keys:
        pages.qtbot.keyClick(pages.find(name), key)
    pages.settle()


def test_before_anything_is_written_the_page_says_what_will_be_here(pages: OpenPages) -> None:
    pages.go("look_back")
    assert pages.sees("look-back-empty")
    assert not pages.sees("look-back-list")
    assert not pages.sees("look-back-search")
    pages.click("look-back-empty-action")
    assert pages.window.current_name == "happened"


def test_everything_stands_under_its_month_with_how_many_there_are(written: OpenPages) -> None:
    written.go("look_back")
    assert shown(written) == ["February 2026", "4", "3", "January 2026", "2", "1"]
    assert in_sight(written)[0] == "February 2026, 2 entries"
    assert in_sight(written)[1] == "4. 13 February 2026, Забрал телефон до утра., Threats"


def test_the_last_written_can_come_first_instead(written: OpenPages, clock: Any) -> None:
    an_incident(written.vault.database, clock, text="Long ago.", happened=Happened("day", start="2019-05-05"))
    written.go("look_back")
    assert shown(written)[-1] == "5"
    written.click("look-back-by-written")
    assert shown(written) == ["5", "4", "3", "2", "1"]


@pytest.mark.parametrize(
    ("typed", "number", "marked"),
    [("дверь", "1", "двери"), ("көрші", "2", "Көршілер"), ("wait", "3", "waited"), ("телефона", "4", "телефон")],
)
def test_any_form_of_a_word_is_found_and_stands_out(written: OpenPages, typed: str, number: str, marked: str) -> None:
    written.go("look_back")
    look_for(written, typed)
    assert shown(written) == [number]
    row = written.here().rows.row(0)
    (mark,) = row.marks
    assert row.words[slice(*mark)] == marked
    assert written.find("look-back-count").text().startswith("1 found")


def test_what_is_not_found_says_what_may_help_and_leads_back(written: OpenPages) -> None:
    written.go("look_back")
    look_for(written, "giraffe")
    assert written.sees("look-back-nothing")
    assert not written.sees("look-back-list")
    written.click("look-back-everything")
    assert len(shown(written)) == 6
    assert written.find("look-back-search").text() == ""


def test_what_is_chosen_stays_in_sight_and_can_be_taken_off(written: OpenPages, qtbot: QtBot) -> None:
    written.go("look_back")
    written.click("look-back-narrow")
    written.click("look-back-kinds-threat")
    qtbot.waitUntil(lambda: shown(written) == ["4", "2"])
    written.find("look-back-since").setText("1.2.2026")
    qtbot.waitUntil(lambda: shown(written) == ["4"])
    written.click("look-back-narrow")
    assert written.find("look-back-off-since").words() == "From 1 February 2026"
    written.click("look-back-off-since")
    qtbot.waitUntil(lambda: shown(written) == ["4", "2"])
    assert not written.sees("look-back-off-since")
    written.click("look-back-off-kinds-threat")
    qtbot.waitUntil(lambda: len(shown(written)) == 6)
    written.click("look-back-narrow")
    assert not written.find("look-back-kinds-threat").isChecked()
    assert written.find("look-back-since").text() == ""


def test_a_day_that_cannot_be_read_narrows_nothing_and_is_marked(written: OpenPages) -> None:
    written.go("look_back")
    written.click("look-back-narrow")
    written.write("look-back-since", "45.13.2026")
    press(written, "look-back-since", Qt.Key.Key_Return)
    assert "cannot be read" in written.words()
    assert len(shown(written)) == 6


def test_people_and_places_can_be_chosen_and_names_stay_short(pages: OpenPages, clock: Any, qtbot: QtBot) -> None:
    someone = a_person(pages.vault.database, clock, name="Marat Omarov")
    an_incident(pages.vault.database, clock, text="In the yard.", people=(someone.id,), place="yard")
    an_incident(pages.vault.database, clock, text="At the door.", place="home")
    pages.go("look_back")
    pages.click("look-back-narrow")
    assert "Marat" not in pages.words() + "\n".join(in_sight(pages))
    pages.click(f"look-back-people-{someone.id}")
    qtbot.waitUntil(lambda: shown(pages) == ["1"])
    assert "M. O." in in_sight(pages)[0]
    pages.click(f"look-back-off-people-{someone.id}")
    pages.find("look-back-place").set_one("home")
    qtbot.waitUntil(lambda: shown(pages) == ["2"])
    assert pages.find("look-back-off-place-off").words() == "home"


def test_names_are_written_out_where_she_set_it(pages: OpenPages, clock: Any) -> None:
    someone = a_person(pages.vault.database, clock, name="Marat Omarov")
    an_incident(pages.vault.database, clock, text="In the yard.", people=(someone.id,))
    pages.context.change_setting("names_shown", True)
    pages.go("look_back")
    assert "Marat Omarov" in in_sight(pages)[1]


def test_one_can_go_to_a_month_and_the_field_follows(pages: OpenPages, clock: Any) -> None:
    many(pages, clock, 480)
    page = pages.go("look_back")
    field = pages.find("look-back-month")
    assert field.one() == "2029-12"
    field.set_one("2023-05")
    field.activated.emit(field.currentIndex())
    pages.settle()
    assert in_sight(pages)[0] == "May 2023, 4 entries"
    assert in_sight(pages)[1].startswith("164. 4 May 2023, Entry 163 about")
    assert page.list.hasFocus()
    page.list.verticalScrollBar().setValue(0)
    pages.settle()
    assert field.one() == "2029-12"


def test_the_list_is_walked_through_and_opened_by_keyboard(pages: OpenPages, clock: Any, qtbot: QtBot) -> None:
    many(pages, clock, 480)
    page = pages.go("look_back")
    assert pages.find("look-back-search").hasFocus()

    def here() -> str:
        return str(page.rows.data(page.list.currentIndex()))[:4]

    press(pages, "look-back-search", Qt.Key.Key_Down)
    assert page.list.hasFocus()
    assert here() == "480."
    press(pages, "look-back-list", Qt.Key.Key_Down)
    assert here() == "479."
    press(pages, "look-back-list", Qt.Key.Key_End)
    assert here() == "1. 1"
    press(pages, "look-back-list", Qt.Key.Key_PageUp)
    assert int(here().split(".")[0]) in range(3, 9)
    press(pages, "look-back-list", Qt.Key.Key_Home)
    assert here() == "480."
    assert in_sight(pages)[0].startswith("December 2029"), "the first entry comes without its heading"
    press(pages, "look-back-list", Qt.Key.Key_Up)
    assert pages.find("look-back-search").hasFocus()
    press(pages, "look-back-search", Qt.Key.Key_Down)
    qtbot.keyClicks(page.list, "d")
    assert pages.find("look-back-search").text() == "d"
    press(pages, "look-back-search", Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert here() == "480."
    press(pages, "look-back-list", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert pages.window.current_name == "entry"
    assert "Entry 478 about the door." in pages.words()


def test_an_arrow_never_ends_on_a_heading(written: OpenPages) -> None:
    page = written.go("look_back")
    page.list.enter()
    numbers = []
    for _ in range(4):
        numbers.append(page.rows.row(page.list.currentIndex().row()).number)
        press(written, "look-back-list", Qt.Key.Key_Down)
    assert numbers == [4, 3, 2, 1]
    press(written, "look-back-list", Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.rows.row(page.list.currentIndex().row()).number == 3


def test_a_click_opens_and_coming_back_finds_everything_as_it_was(pages: OpenPages, clock: Any) -> None:
    many(pages, clock, 480)
    page = pages.go("look_back")
    pages.click("look-back-narrow")
    pages.find("look-back-since").setText("1.1.2021")
    look_for(pages, "door")
    page.list.verticalScrollBar().setValue(1500)
    pages.settle()
    before, place = in_sight(pages), page.list.verticalScrollBar().value()
    middle = page.list.viewport().rect().center()
    pages.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert pages.window.current_name == "entry"
    pages.go("look_back")
    pages.settle()
    assert page.list.hasFocus()
    assert (in_sight(pages), page.list.verticalScrollBar().value()) == (before, place)
    assert pages.find("look-back-search").text() == "door"
    assert pages.sees("look-back-off-since")


def test_an_entry_changed_meanwhile_reads_as_it_is_now(written: OpenPages, clock: Any) -> None:
    page = written.go("look_back")
    look_for(written, "школ school")
    look_for(written, "school")
    assert shown(written) == ["3"]
    written.go("happened")
    kept = incidents.list_incidents(written.vault.database)[1]
    form = incidents.IncidentForm(text="He waited outside the school again.", happened=kept.latest.form.happened)
    incidents.amend_incident(written.vault.database, clock, kept.id, form, "")
    an_incident(written.vault.database, clock, text="At school they know.")
    written.background.changed.emit(frozenset({"incidents"}))
    written.go("look_back")
    assert shown(written) == ["5", "3"]
    assert "again" in page.rows.row(1).words


def test_a_long_list_of_finds_goes_on_while_it_is_scrolled_and_little_is_held(pages: OpenPages, clock: Any) -> None:
    total = (HELD + 4) * PAGE + 7
    many(pages, clock, total)
    page = pages.go("look_back")
    look_for(pages, "door")
    assert "More than 50 found" in pages.find("look-back-count").text()
    bar = page.list.verticalScrollBar()
    for _ in range(HELD + 6):
        bar.setValue(bar.maximum())
        pages.settle()
    assert page.rows.entries == total
    assert len(shown(pages)) <= HELD * PAGE
    bar.setValue(0)
    pages.settle()
    assert in_sight(pages)[0].startswith(f"{total}. ")


def test_another_page_can_ask_for_a_word(written: OpenPages, qtbot: QtBot) -> None:
    written.go("look_back", text="school")
    qtbot.waitUntil(lambda: shown(written) == ["3"])
    assert written.find("look-back-search").hasFocus()


def test_another_page_can_ask_for_some_days_and_kinds(written: OpenPages, qtbot: QtBot) -> None:
    written.go("look_back", text="school")
    written.go("look_back", since="2026-02-01", until="2026-02-28", kinds=("threat",))
    qtbot.waitUntil(lambda: shown(written) == ["4"])
    assert written.find("look-back-search").text() == ""
    assert written.sees("look-back-off-kinds-threat")
    assert written.find("look-back-off-since").words() == "From 1 February 2026"


def test_what_is_looked_for_survives_another_language_but_is_never_kept(written: OpenPages, qtbot: QtBot) -> None:
    written.go("look_back")
    look_for(written, "school")
    written.window.rebuild(Look("dark", 150))
    qtbot.waitUntil(lambda: shown(written) == ["3"])
    written.window.save_drafts()
    assert drafts.draft(written.vault.database, "look_back") == {}


def test_everything_reachable_has_a_name(written: OpenPages) -> None:
    written.go("look_back")
    written.click("look-back-narrow")
    assert written.unnamed() == []


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(qtbot: QtBot, vault: Any, clock: Any, scale: int) -> None:
    for number in range(9):
        an_incident(vault.database, clock, text=f"{number} A long line of words. " * 8, place="home")
    pages = OpenPages(qtbot, vault, clock, look=Look("light", scale))
    page = pages.go("look_back")
    if scale == 200:
        pages.click("look-back-head-more")
    pages.click("look-back-narrow")
    assert pages.fits()
    assert page.list.height() >= page.list.few_rows()
    row = page.list.visualRect(page.rows.index(1)).height()
    # The small line and two lines of words; of large words one.
    assert row >= (3 if scale == 100 else 2) * page.list.fontMetrics().lineSpacing()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("scale", [100, 130, 150, 165, 200])
def test_three_rows_are_seen_at_every_text_size_and_the_rest_of_the_head_is_one_press_away(
    qtbot: QtBot, vault: Any, clock: Any, scale: int, language: str
) -> None:
    for number in range(9):
        an_incident(vault.database, clock, text=f"{number} A long line of words. " * 8, place="home")
    pages = OpenPages(qtbot, vault, clock, look=Look("light", scale))
    pages.context.language = language
    page = pages.go("look_back")
    pages.settle()
    third = page.list.visualRect(page.rows.index(3))
    lowest = page.list.viewport().mapTo(page.sheet.viewport(), third.bottomLeft()).y()
    assert lowest <= page.sheet.viewport().height()
    if scale < 130:
        assert not pages.sees("look-back-head-more"), "there is room for all of it"
    if scale < 150:
        return
    assert not pages.sees("look-back-narrow")
    assert not pages.sees("look-back-by")
    pages.click("look-back-head-more")
    for part in ("look_back-ways", "look-back-narrow", "look-back-by"):
        assert pages.sees(part), part
    pages.click("look-back-narrow")
    assert pages.sees("look-back-kinds-threat") or pages.sees("look-back-since"), "what is unfolded stays"
    assert pages.fits()
    pages.click("look-back-head-more")
    assert not pages.sees("look-back-narrow")


def test_before_an_index_of_another_version_is_searched_it_is_made_anew_with_progress(
    qtbot: QtBot, vault: Any, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "MOST_WHEN_OPENED", 3)
    for number in range(9):
        an_incident(vault.database, clock, text=f"kettle {number}")
    search_index.rebuild(vault.database)
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.go("look_back")
    assert not pages.sees("look-back-index"), "nothing has to be made"
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    vault.database.execute("UPDATE state SET value = 'old' WHERE name = 'index_shape'")
    pages.go("happened")
    executor.holding = True
    pages.go("look_back")
    executor.held.pop(0)()
    assert pages.sees("look-back-index")
    assert "so that it can be found" in pages.words()
    assert pages.here().rows.rowCount() == 0
    pages.click("look-back-index-cancel")
    assert pages.window.current_name == "happened"
    executor.release()
    assert search_index.is_due(vault.database), "stopped: nothing was made"
    assert not pages.context.questions.open
    pages.go("look_back")
    executor.held.pop(0)()
    assert pages.sees("look-back-index")
    executor.holding = False
    executor.release()
    assert not pages.sees("look-back-index")
    assert not search_index.is_due(vault.database)
    qtbot.waitUntil(lambda: pages.here().rows.entries == 9, timeout=3000)
    look_for(pages, "kettle 7")
    assert len(shown(pages)) == 1


def notes_shown(pages: OpenPages) -> list[str]:
    """What a screen reader hears of the notes that stand on the screen."""
    pages.settle()
    lines = [one for one in pages.here().also.findChildren(FoundLine) if one.isVisible()]
    return [one.accessibleName() for one in lines]


def test_a_number_that_stands_in_no_entry_is_found_and_nothing_is_said_to_be_missing(
    written: OpenPages, clock: Any
) -> None:
    db = written.vault.database
    kept = cases.add_case(db, clock, CaseForm(name="The report", number="KUSP 1234"))
    written.go("look_back")
    look_for(written, "1234")
    assert not written.sees("look-back-nothing")
    assert written.find("look-back-also").words() == "Also found: Cases 1"
    assert notes_shown(written) == ["Cases  ·  The report, Number: KUSP 1234"]
    (mark,) = written.find("look-back-also-0").row.marks
    assert written.find("look-back-also-0").row.words[slice(*mark)] == "1234"
    written.click("look-back-also")
    assert notes_shown(written) == []
    written.click("look-back-also")
    press(written, "look-back-also-0", Qt.Key.Key_Return)
    assert written.window.current_name == "case"
    cases.remove_case(db, kept.id)
    written.background.changed.emit(frozenset({"cases"}))
    written.go("look_back")
    assert written.sees("look-back-nothing")
    assert not written.sees("look-back-also")


def test_notes_beside_found_entries_stay_folded_and_each_leads_to_its_page(written: OpenPages, clock: Any) -> None:
    db = written.vault.database
    life_events.add_life_event(db, "new school")
    orders.add_order(db, clock, OrderForm(name="Order", terms="Not near the school"))
    someone = a_person(db, clock, "Saule Omarova", notes="works at the school")
    kept = cases.add_case(db, clock, CaseForm(name="One"))
    cases.add_item(db, clock, kept.id, ItemForm("letter", text="from the school"))
    form = incidents.IncidentForm(text="His aunt came.")
    pressure.log_pressure(db, clock, form, PressureNote(promised="not to come to school"))
    written.go("look_back")
    look_for(written, "school")
    assert shown(written) == ["3"]
    assert notes_shown(written) == []
    assert written.find("look-back-also").words() == (
        "Also found: Cases 1 · Orders 1 · Pressure 1 · My days 1 · People 1"
    )
    written.click("look-back-also")
    assert len(notes_shown(written)) == 5
    assert "Saule" not in written.words() + "\n".join(notes_shown(written))
    assert "S. O." in notes_shown(written)[4]
    assert "Entry 5" in notes_shown(written)[2]
    assert written.unnamed() == []
    for place, page in enumerate(("case", "orders", "pressure", "my_days", "person")):
        written.go("look_back")
        written.click(f"look-back-also-{place}")
        assert written.window.current_name == page
        if page == "my_days":
            day = life_events.life_events(db)[0]
            written.qtbot.waitUntil(written.find(f"my-days-{day.id}-change").hasFocus)
    assert someone.id
    written.go("look_back", text="school", kinds=("threat",))
    written.qtbot.waitUntil(lambda: not written.here()._soon.isActive())
    assert not written.sees("look-back-also")


def test_more_notes_come_a_few_at_a_time_and_the_keyboard_goes_on(pages: OpenPages, clock: Any) -> None:
    for number in range(12):
        life_events.add_life_event(pages.vault.database, f"the day {number}")
    page = pages.go("look_back")
    assert pages.find("look-back-search").isVisible(), "there is something to find before the first entry"
    look_for(pages, "day")
    assert len(notes_shown(pages)) == 5
    pages.find("look-back-also").setFocus()
    press(pages, "look-back-also", Qt.Key.Key_Tab)
    for place in range(4):
        assert pages.find(f"look-back-also-{place}").hasFocus()
        press(pages, f"look-back-also-{place}", Qt.Key.Key_Down)
    assert pages.find("look-back-also-4").hasFocus()
    pages.find("look-back-also-more").setFocus()
    press(pages, "look-back-also-more", Qt.Key.Key_Space)
    assert len(notes_shown(pages)) == 10
    assert pages.find("look-back-also-5").hasFocus()
    pages.click("look-back-also-more")
    assert len(notes_shown(pages)) == 12
    assert not pages.sees("look-back-also-more")
    look_for(pages, "")
    assert not page.also.isVisible()


def test_notes_fit_at_twice_the_text_size(qtbot: QtBot, vault: Any, clock: Any) -> None:
    kept = cases.add_case(vault.database, clock, CaseForm(name="A long name of a case " * 6))
    for number in range(6):
        cases.add_item(vault.database, clock, kept.id, ItemForm("letter", text=f"{number} stairs " * 40))
    pages = OpenPages(qtbot, vault, clock, look=Look("light", 200))
    pages.go("look_back")
    look_for(pages, "stairs")
    assert pages.fits()
    assert pages.find("look-back-also-0").height() >= 2 * pages.find("look-back-also-0").fontMetrics().lineSpacing()
