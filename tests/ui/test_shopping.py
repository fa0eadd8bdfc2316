"""The shopping list and the household budget as a person uses them, and the line that leaves no trace."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from everyday_kit import SIZES, all_text, can_bring_back, cut_or_nameless, long_words, type_kazakh, type_words
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTableWidget

from safeplan import door
from safeplan.paths import VaultFiles, vault_files
from ui.disguises import budget_lines, preferences, registry
from ui.disguises.bars import Bars
from ui.disguises.preferences import Preferences
from ui.disguises.shopping import MOST_ITEMS, Shopping

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
SUM = "7*7*7*7"


class March:
    def now(self) -> datetime:
        return datetime(2026, 3, 15, 12, 0, tzinfo=UTC)

    def zone(self) -> str:
        return "+05:00"

    def monotonic(self) -> float:
        return 0.0


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    folder = tmp_path / "data"
    folder.mkdir()
    return vault_files(folder)


def start(qtbot: Any, files: VaultFiles) -> Shopping:
    """The program as it starts, with what its settings file holds."""
    before = QLocale()
    QLocale.setDefault(ENGLISH)
    made = Shopping(preferences.load(files), files, dark=False, clock=March())
    QLocale.setDefault(before)
    qtbot.addWidget(made)
    made.resize(360, 480)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def program(qtbot: Any, files: VaultFiles) -> Shopping:
    return start(qtbot, files)


def line(program: Shopping, name: str) -> QLineEdit:
    return next(found for found in program.findChildren(QLineEdit) if found.accessibleName() == name)


def button(program: Shopping, word: str) -> QPushButton:
    found = [b for b in program.findChildren(QPushButton) if word in (b.text(), b.accessibleName()) and b.isVisible()]
    assert len(found) == 1
    return found[0]


def rows(program: Shopping) -> QTableWidget:
    found = [table for table in program.findChildren(QTableWidget) if table.isVisible()]
    assert len(found) == 1
    return found[0]


def choice(program: Shopping, name: str) -> QComboBox:
    return next(found for found in program.findChildren(QComboBox) if found.accessibleName() == name)


def add_item(qtbot: Any, program: Shopping, item: str, amount: str = "") -> None:
    if amount:
        type_words(line(program, "How much"), amount)
    type_words(line(program, "Item"), item)
    qtbot.keyClick(line(program, "Item"), Qt.Key.Key_Return)


def add_money(qtbot: Any, program: Shopping, amount: str, note: str = "") -> None:
    qtbot.keyClicks(line(program, "For what"), note)
    qtbot.keyClicks(line(program, "Amount"), amount)
    qtbot.keyClick(line(program, "Amount"), Qt.Key.Key_Return)


def click_row(qtbot: Any, table: QTableWidget, row: int, x: int) -> None:
    y = table.visualItemRect(table.item(row, 0)).center().y()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))


# ── The list ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_items_are_added_ticked_cleared_and_still_there_after_a_restart(
    qtbot: Any, program: Shopping, files: VaultFiles
) -> None:
    add_item(qtbot, program, "Milk", "2 l")
    add_item(qtbot, program, "Bread")
    add_item(qtbot, program, "Apples", "1.5 kg")
    assert program.items() == (("Milk", "2 l", False), ("Bread", "", False), ("Apples", "1.5 kg", False))
    assert line(program, "Item").text() == line(program, "How much").text() == ""
    click_row(qtbot, rows(program), 1, 20)
    assert [done for _, _, done in program.items()] == [False, True, False]
    assert "Left to buy: 2" in all_text(program)
    again = start(qtbot, files)
    assert again.items() == program.items()
    qtbot.mouseClick(button(program, "Clear ticked"), Qt.MouseButton.LeftButton)
    assert [item for item, _, _ in program.items()] == ["Milk", "Apples"]
    assert [item for item, _, _ in start(qtbot, files).items()] == ["Milk", "Apples"]


def test_the_list_is_kept_with_the_keyboard_alone(qtbot: Any, program: Shopping) -> None:
    for item in ("Milk", "Bread", "Tea"):
        add_item(qtbot, program, item)
    table = rows(program)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert program.items()[0] == ("Milk", "", True)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert program.items()[0] == ("Milk", "", False)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [item for item, _, _ in program.items()] == ["Milk", "Tea"]


def test_an_item_can_be_changed_where_it_stands(qtbot: Any, program: Shopping, files: VaultFiles) -> None:
    add_item(qtbot, program, "Milk")
    table = rows(program)
    table.setCurrentCell(0, 0)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Goat milk")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.items() == (("Goat milk", "", False),))
    assert preferences.load(files).shopping[0]["item"] == "Goat milk"


def test_nothing_typed_adds_nothing(qtbot: Any, program: Shopping, files: VaultFiles) -> None:
    add_item(qtbot, program, "   ")
    add_item(qtbot, program, "", "3")
    assert program.items() == ()
    assert not files.preferences.exists()


def test_a_very_long_list_stays_a_list(qtbot: Any, files: VaultFiles) -> None:
    preferences.change(files, shopping=tuple({"item": f"item {n}", "amount": "", "done": False} for n in range(900)))
    program = start(qtbot, files)
    assert len(program.items()) == MOST_ITEMS
    add_item(qtbot, program, "one more")
    assert len(program.items()) == MOST_ITEMS


@pytest.mark.parametrize(
    "row", [{}, {"item": 5}, {"item": ""}, {"item": "x", "amount": 3}, {"amount": "2"}, {"done": True}]
)
def test_a_row_that_makes_no_sense_is_left_out(qtbot: Any, files: VaultFiles, row: dict[str, Any]) -> None:
    preferences.change(files, shopping=(row, {"item": "Tea\nwith\tlines", "amount": "1"}))
    assert start(qtbot, files).items() == (("Tea with lines", "1", False),)


# ── The way in ──────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_claimed_item_leaves_nothing_behind(qtbot: Any, program: Shopping, files: VaultFiles) -> None:
    add_item(qtbot, program, "Milk")
    kept = files.preferences.read_bytes()
    asked: list[str] = []
    program.before_accept = lambda text: asked.append(text) is None and text == SUM
    typed: list[str] = []
    program.typed.connect(typed.append)
    add_item(qtbot, program, SUM)
    assert asked == [SUM]
    assert typed == []
    assert program.items() == (("Milk", "", False),)
    assert files.preferences.read_bytes() == kept
    assert can_bring_back(program) == []
    entry = line(program, "Item")
    assert entry.completer() is None
    qtbot.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(entry, Qt.Key.Key_Up)
    assert SUM not in all_text(program)
    assert entry.text() == ""


@pytest.mark.parametrize("where", ["Amount", "For what"])
def test_a_claimed_budget_line_leaves_nothing_behind(
    qtbot: Any, program: Shopping, files: VaultFiles, where: str
) -> None:
    program.show_tab(1)
    program.before_accept = lambda text: text == SUM
    qtbot.keyClicks(line(program, where), SUM)
    qtbot.keyClick(line(program, where), Qt.Key.Key_Enter)
    assert program.budget().lines() == ()
    assert not files.preferences.exists()
    assert can_bring_back(program) == []
    assert SUM not in all_text(program)
    assert "above zero" not in all_text(program)


def test_the_real_sum_opens_however_the_keyboard_is_set(qtbot: Any, program: Shopping, files: VaultFiles) -> None:
    program.before_accept = lambda text: door.opens(files, text)
    for entry in (line(program, "Item"), line(program, "How much")):
        type_kazakh(entry, SUM)
        assert entry.text() == ".*.*.*."
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        assert program.items() == ()
        assert entry.text() == ""
    for written in ("7×7×7×7", "7 * 7 * 7 * 7", "7*7*7*7="):
        add_item(qtbot, program, written)
    assert program.items() == ()
    add_item(qtbot, program, "7*7*7")
    assert program.items() == (("7*7*7", "", False),)


def test_kazakh_words_stay_words(qtbot: Any, program: Shopping) -> None:
    asked: list[str] = []
    program.before_accept = lambda text: asked.append(text) is not None
    add_item(qtbot, program, "Үнді шайы", "2 қорап")
    assert program.items() == (("Үнді шайы", "2 қорап", False),)
    assert asked == ["Үнді шайы", "2 қорап"]


# ── The budget ──────────────────────────────────────────────────────────────────────────────────────────────────
def figures(program: Shopping) -> list[str]:
    grid = {"Received", "Spent", "Left"}
    labels = [found.text() for found in program.budget().findChildren(QLabel) if found.isVisible()]
    return [text for text in labels if text not in grid and text[-3:-2] == "."]


def test_a_month_of_lines_adds_up_and_survives_a_restart(qtbot: Any, program: Shopping, files: VaultFiles) -> None:
    program.show_tab(1)
    assert "March 2026" in all_text(program)
    add_money(qtbot, program, "1200+350.50", "market")
    choice(program, "Category").setCurrentIndex(choice(program, "Category").findData("transport"))
    add_money(qtbot, program, "0,10")
    add_money(qtbot, program, "0.20")
    choice(program, "Spent or received").setCurrentIndex(1)
    add_money(qtbot, program, "285 000")
    assert figures(program) == ["285,000.00", "1,550.80", "283,449.20"]
    assert [(one.category, str(one.amount)) for one in program.budget().lines()] == [
        ("food", "1550.50"), ("transport", "0.10"), ("transport", "0.20"), ("salary", "285000.00"),
    ]  # fmt: skip
    again = start(qtbot, files)
    again.show_tab(1)
    assert again.budget().lines() == program.budget().lines()
    assert figures(again) == figures(program)


def test_the_bars_say_their_figures(qtbot: Any, program: Shopping) -> None:
    program.show_tab(1)
    add_money(qtbot, program, "300")
    choice(program, "Category").setCurrentIndex(1)
    add_money(qtbot, program, "900")
    spent, received, months = program.budget().findChildren(Bars)
    assert [(bar.name, bar.written) for bar in spent.bars()] == [("Home", "900.00"), ("Food", "300.00")]
    assert spent.accessibleName() == "Spent, by category; Home 900.00; Food 300.00"
    assert received.bars() == ()
    assert [bar.name for bar in months.bars()][:3] == ["March 2026", "February 2026", "January 2026"]
    assert months.bars()[0].size == Decimal("1200.00")


def test_another_month_is_one_key_away_and_the_start_state_is_this_month(qtbot: Any, program: Shopping) -> None:
    program.show_tab(1)
    qtbot.mouseClick(button(program, "Month before"), Qt.MouseButton.LeftButton)
    add_money(qtbot, program, "50")
    assert program.budget().lines()[0].month == "2026-02"
    qtbot.keyClicks(line(program, "For what"), "half typed")
    program.reset()
    assert line(program, "Item").isVisible()
    program.show_tab(1)
    assert program.budget().month() == "2026-03"
    assert rows(program).rowCount() == 0
    assert "half typed" not in all_text(program)


def test_a_line_that_is_no_amount_is_explained_and_kept_in_place(qtbot: Any, program: Shopping) -> None:
    program.show_tab(1)
    for wrong in ("bread", "0", "5/0", "-3", "9" * 14, "0.004"):
        add_money(qtbot, program, wrong)
        assert program.budget().lines() == ()
        assert "Type an amount above zero." in all_text(program)
        qtbot.keyClick(line(program, "Amount"), Qt.Key.Key_Escape)
        assert line(program, "Amount").text() == ""


def test_a_wrong_line_can_be_taken_out(qtbot: Any, program: Shopping, files: VaultFiles) -> None:
    program.show_tab(1)
    for amount in ("10", "20", "10"):
        add_money(qtbot, program, amount)
    rows(program).setCurrentCell(1, 0)
    qtbot.mouseClick(button(program, "Remove"), Qt.MouseButton.LeftButton)
    assert [str(one.amount) for one in program.budget().lines()] == ["10.00", "10.00"]
    assert len(preferences.load(files).budget) == 2


def test_the_kazakh_number_row_types_amounts(qtbot: Any, program: Shopping) -> None:
    program.show_tab(1)
    type_kazakh(line(program, "Amount"), "1650")
    assert line(program, "Amount").text() == '",ғқ'
    qtbot.keyClick(line(program, "Amount"), Qt.Key.Key_Return)
    assert str(program.budget().lines()[0].amount) == "1650.00"


amounts = st.decimals(min_value="0.01", max_value=10**9, places=2, allow_nan=False)
some_lines = st.lists(
    st.builds(
        budget_lines.Line,
        month=st.sampled_from(["2026-01", "2026-02", "2026-03"]),
        kind=st.just("spent"),
        category=st.sampled_from(budget_lines.SPENT),
        amount=amounts,
        note=st.text(max_size=10),
    )
    | st.builds(
        budget_lines.Line,
        month=st.sampled_from(["2026-02", "2026-03"]),
        kind=st.just("received"),
        category=st.sampled_from(budget_lines.RECEIVED),
        amount=amounts,
    ),
    max_size=30,
)


@given(some_lines)
def test_totals_are_exact_and_categories_make_up_the_whole(lines: list[budget_lines.Line]) -> None:
    for month in ("2026-01", "2026-02", "2026-03"):
        sums = budget_lines.totals(lines, month)
        of_month = [one for one in lines if one.month == month]
        assert Fraction(sums.spent) == sum(Fraction(one.amount) for one in of_month if one.kind == "spent")
        assert sum((size for _, size in budget_lines.by_category(lines, month, "spent")), Decimal(0)) == sums.spent
        assert sums.left == sums.received - sums.spent


@given(some_lines)
def test_lines_come_back_from_the_file_as_they_went(lines: list[budget_lines.Line]) -> None:
    kept = json.loads(json.dumps([one.as_row() for one in lines]))
    assert budget_lines.lines_from(kept) == lines


plain = st.sampled_from(
    ["2026-03", "spent", "food", "1.00", "NaN", "1e999999", "-5", "2026-13", "", "x", 7, True, None]
)


@given(st.dictionaries(st.sampled_from(["month", "kind", "category", "amount", "note"]), plain))
def test_whatever_a_row_holds_only_whole_lines_come_of_it(row: dict[str, Any]) -> None:
    for one in budget_lines.lines_from([row]):
        assert one.amount > 0
        assert one.category in budget_lines.KINDS[one.kind]


@given(st.integers(-5000, 5000))
def test_months_follow_each_other(by: int) -> None:
    moved = budget_lines.moved("2026-03", by)
    assert "1900-01" <= moved <= "2099-12"
    if "1900-01" < moved < "2099-12":
        assert budget_lines.moved(moved, -by) == "2026-03"


# ── Its looks ───────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("tab", [0, 1])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_or_nameless(program: Shopping, size: tuple[int, int], tab: int) -> None:
    program.show_tab(tab)
    program.resize(*size)
    QApplication.processEvents()
    assert cut_or_nameless(program) == []


def test_longer_words_fit_the_smallest_window_too(qtbot: Any, files: VaultFiles) -> None:
    with long_words():
        program = start(qtbot, files)
        assert "Clear tickedeee" in all_text(program)
        assert cut_or_nameless(program) == []
        program.show_tab(1)
        QApplication.processEvents()
        assert cut_or_nameless(program) == []


def test_the_overview_takes_the_place_of_the_lines_in_a_small_window(qtbot: Any, program: Shopping) -> None:
    program.show_tab(1)
    bars = program.budget().findChildren(Bars)[2]
    assert not bars.isVisible()
    qtbot.mouseClick(button(program, "Overview"), Qt.MouseButton.LeftButton)
    assert bars.isVisible()
    assert not line(program, "Amount").isVisible()
    program.resize(1024, 600)
    QApplication.processEvents()
    assert bars.isVisible()
    assert line(program, "Amount").isVisible()


@pytest.mark.parametrize("name", registry.NAMES)
def test_every_program_follows_the_desktop_into_the_dark(qtbot: Any, files: VaultFiles, name: str) -> None:
    program = registry.build(name, Preferences(shopping=({"item": "Milk"},)), files)
    qtbot.addWidget(program)
    program.resize(360, 480)
    program.show()
    if isinstance(program, Shopping):
        program.show_tab(1)
        program.show_tab(0)
    light = QApplication.palette()
    try:
        QApplication.setPalette(QPalette(QColor("#303030"), QColor("#202020")))
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        picture = program.grab().toImage()
    finally:
        QApplication.setPalette(light)
    sampled = [picture.pixelColor(x, y).lightness() for x in range(2, 360, 6) for y in range(2, 480, 6)]
    # Ink and accents are light on dark: the ground is what most of the picture shows.
    assert sum(value < 90 for value in sampled) > len(sampled) * 0.85


def test_typing_starts_in_the_entry_line(qtbot: Any, program: Shopping) -> None:
    program.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line(program, "Item"))


def test_it_is_built_and_reset_quickly_enough_for_a_cover(qtbot: Any, files: VaultFiles) -> None:
    preferences.change(
        files, shopping=tuple({"item": f"item {n}", "amount": "1", "done": n % 2 == 0} for n in range(60))
    )
    kept = preferences.load(files)
    building, resetting = [], []
    for _ in range(7):
        began = time.thread_time()
        made = registry.build("shopping", kept, files)
        building.append(time.thread_time() - began)
        qtbot.addWidget(made)
        began = time.thread_time()
        made.reset()
        resetting.append(time.thread_time() - began)
    assert sorted(building)[3] < 0.025
    assert sorted(resetting)[3] < 0.010


def test_it_starts_without_settings(qtbot: Any, tmp_path: Path) -> None:
    program = Shopping(Preferences(), vault_files(tmp_path / "nowhere"), dark=True)
    qtbot.addWidget(program)
    program.show()
    add_item(qtbot, program, "Milk")
    assert program.items() == (("Milk", "", False),)
    assert not (tmp_path / "nowhere").exists()
