"""The unit converter as a person uses it: exact, both ways, in every measure, and a line that leaves no trace."""

from __future__ import annotations

import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from everyday_kit import SIZES, all_text, can_bring_back, cut_or_nameless, long_words, type_kazakh, type_words
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableWidget

from safeplan import door
from safeplan.paths import vault_files
from ui.disguises import units
from ui.disguises.converter import Converter
from ui.disguises.unit_names import measure_names, unit_names

SUM = "7*7*7*7"
PLACES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "ru": QLocale(QLocale.Language.Russian, QLocale.Country.Kazakhstan),
    "kk": QLocale(QLocale.Language.Kazakh, QLocale.Country.Kazakhstan),
}


def start(qtbot: Any, language: str = "en") -> Converter:
    before = QLocale()
    QLocale.setDefault(PLACES[language])
    made = Converter(dark=False)
    QLocale.setDefault(before)
    qtbot.addWidget(made)
    made.resize(360, 480)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def converter(qtbot: Any) -> Converter:
    return start(qtbot)


def enter(converter: Converter, text: str) -> None:
    converter.value.selectAll()
    type_words(converter.value, text)


def chosen(converter: Converter) -> list[str]:
    return [box.currentData() for box in converter.findChildren(QComboBox)]


@pytest.mark.parametrize(
    ("measure", "source", "target", "value", "shown"),
    [
        ("length", "inch", "centimetre", "1", "2.54"),
        ("length", "mile", "kilometre", "1", "1.609344"),
        ("length", "millimetre", "metre", "0.1", "0.0001"),
        ("mass", "pound", "gram", "1", "453.59237"),
        ("mass", "centner", "kilogram", "2.5", "250"),
        ("temperature", "celsius", "fahrenheit", "100", "212"),
        ("temperature", "fahrenheit", "celsius", "-40", "−40"),
        ("temperature", "kelvin", "celsius", "0", "−273.15"),
        ("temperature", "celsius", "kelvin", "36.6", "309.75"),
        ("volume", "us_gallon", "litre", "1", "3.785411784"),
        ("volume", "glass", "tablespoon", "3", "50"),
        ("area", "are", "square_metre", "6", "600"),
        ("area", "acre", "square_metre", "1", "4,046.856422"),
        ("speed", "kilometre_hour", "metre_second", "36", "10"),
        ("speed", "foot_second", "metre_second", "1", "0.3048"),
        ("time", "week", "hour", "1", "168"),
        ("data", "gibibyte", "byte", "1", "1,073,741,824"),
        ("data", "megabit", "megabyte", "80", "10"),
    ],
)  # fmt: skip
def test_known_values(converter: Converter, measure: str, source: str, target: str, value: str, shown: str) -> None:
    converter.show_measure(measure)
    converter.choose(source, target)
    enter(converter, value)
    assert converter.result() == shown
    table = converter.findChild(QTableWidget)
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert table.item(names.index(unit_names()[target]), 1).text() == shown


# One of each unit, counted in the first of its measure; from the definitions, to seven digits.
WORTH = {
    "metre": 1, "kilometre": 1000, "centimetre": 0.01, "millimetre": 0.001, "inch": 0.0254, "foot": 0.3048,
    "yard": 0.9144, "mile": 1609.344, "nautical_mile": 1852, "kilogram": 1, "gram": 0.001, "milligram": 1e-6,
    "tonne": 1000, "centner": 100, "pound": 0.4535924, "ounce": 0.02834952, "stone": 6.350293, "carat": 0.0002,
    "celsius": 1, "fahrenheit": -17.22222, "kelvin": -272.15, "litre": 1, "millilitre": 0.001, "cubic_metre": 1000,
    "cubic_centimetre": 0.001, "glass": 0.25, "tablespoon": 0.015, "teaspoon": 0.005, "us_cup": 0.2365882,
    "us_gallon": 3.785412, "uk_pint": 0.5682613, "uk_gallon": 4.54609, "square_metre": 1, "square_kilometre": 1e6,
    "square_centimetre": 1e-4, "hectare": 10000, "are": 100, "square_foot": 0.09290304, "acre": 4046.856,
    "square_mile": 2589988, "kilometre_hour": 1, "metre_second": 3.6, "mile_hour": 1.609344, "knot": 1.852,
    "foot_second": 1.09728, "second": 1, "millisecond": 0.001, "minute": 60, "hour": 3600, "day": 86400,
    "week": 604800, "year": 31536000, "byte": 1, "kilobyte": 1e3, "megabyte": 1e6, "gigabyte": 1e9,
    "terabyte": 1e12, "kibibyte": 1024, "mebibyte": 1048576, "gibibyte": 1073741824, "bit": 0.125, "megabit": 125000,
}  # fmt: skip


@pytest.mark.parametrize("measure", units.MEASURES)
def test_every_unit_is_worth_what_its_definition_says(measure: str) -> None:
    first = units.MEASURES[measure][0]
    for one in units.MEASURES[measure]:
        assert float(units.convert(Fraction(1), one, first)) == pytest.approx(WORTH[one.id], rel=2e-7)


pairs = st.sampled_from(sorted(units.MEASURES)).flatmap(
    lambda measure: st.tuples(st.sampled_from(units.MEASURES[measure]), st.sampled_from(units.MEASURES[measure]))
)


@given(pairs, st.fractions())
def test_there_and_back_is_exactly_the_same(pair: tuple[units.Unit, units.Unit], value: Fraction) -> None:
    source, target = pair
    assert units.convert(units.convert(value, source, target), target, source) == value


def test_every_measure_and_unit_has_a_name_and_no_two_share_one() -> None:
    ids = [one.id for measure in units.MEASURES.values() for one in measure]
    assert len(set(ids)) == len(ids)
    assert set(unit_names()) == set(ids)
    assert len(set(unit_names().values())) == len(ids)
    assert set(measure_names()) == set(units.MEASURES) == set(units.FIRST_PAIR)


def test_swapping_turns_the_question_round(qtbot: Any, converter: Converter) -> None:
    converter.choose("inch", "centimetre")
    enter(converter, "10")
    qtbot.mouseClick(converter.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert converter.value.text() == "25.4"
    assert converter.result() == "10"
    assert chosen(converter)[1:] == ["centimetre", "inch"]


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("en", "1,250", "125,000"),
        ("en", "1250.5", "125,050"),
        ("ru", "1250,5", "125\u00a0050"),
        ("kk", "1 250,5", "125\u00a0050"),
        ("ru", "12.5", "1\u00a0250"),
        ("en", "12×3+0.5", "3,650"),
    ],
)
def test_numbers_are_read_and_written_as_in_the_language(qtbot: Any, language: str, typed: str, shown: str) -> None:
    converter = start(qtbot, language)
    converter.choose("metre", "centimetre")
    enter(converter, typed)
    assert converter.result() == shown


def test_the_kazakh_number_row_types_numbers(converter: Converter) -> None:
    converter.choose("metre", "centimetre")
    converter.value.selectAll()
    type_kazakh(converter.value, "1670")
    assert converter.value.text() == '",.қ'
    assert converter.result() == "167,000"


def test_a_kazakh_line_mended_in_the_middle_is_still_a_number(qtbot: Any, converter: Converter) -> None:
    converter.choose("metre", "centimetre")
    converter.value.selectAll()
    type_kazakh(converter.value, "208")
    qtbot.keyClick(converter.value, Qt.Key.Key_Home)
    qtbot.keyClick(converter.value, Qt.Key.Key_Right)
    qtbot.keyClick(converter.value, Qt.Key.Key_Delete)
    assert converter.value.text() == "әү"
    assert converter.result() == "2,800"


@pytest.mark.parametrize(
    ("measure", "typed", "said"),
    [
        ("length", "milk", "Type a number."),
        ("length", "5/0", "Type a number."),
        ("length", "-5", "not below zero"),
        ("temperature", "-300", "Nothing is colder"),
        ("length", "", ""),
    ],
)
def test_what_has_no_answer_is_said_in_plain_words(converter: Converter, measure: str, typed: str, said: str) -> None:
    converter.show_measure(measure)
    converter.value.forget()
    type_words(converter.value, typed)
    assert converter.result() == ""
    assert said in all_text(converter)


def test_enter_keeps_the_value_and_lets_the_next_one_replace_it(qtbot: Any, converter: Converter) -> None:
    converter.choose("metre", "centimetre")
    enter(converter, "2")
    qtbot.keyClick(converter.value, Qt.Key.Key_Return)
    assert converter.result() == "200"
    qtbot.keyClicks(converter.value, "3")
    assert converter.result() == "300"


def test_a_claimed_value_leaves_nothing_behind(qtbot: Any, converter: Converter, tmp_path: Path) -> None:
    files = vault_files(tmp_path / "data")
    asked: list[str] = []
    converter.before_accept = lambda text: asked.append(text) is None and door.opens(files, text)
    fresh = all_text(converter)
    converter.value.selectAll()
    qtbot.keyClicks(converter.value, SUM)
    assert "2,401" in all_text(converter)
    qtbot.keyClick(converter.value, Qt.Key.Key_Return)
    assert asked == [SUM]
    assert can_bring_back(converter) == []
    qtbot.keyClick(converter.value, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert all_text(converter) == fresh
    converter.value.selectAll()
    type_kazakh(converter.value, SUM)
    qtbot.keyClick(converter.value, Qt.Key.Key_Enter)
    assert all_text(converter) == fresh
    assert not files.folder.exists()


def test_the_start_state_shows_nothing_last_used(converter: Converter) -> None:
    fresh, units_at_start = all_text(converter), chosen(converter)
    converter.show_measure("data")
    converter.choose("bit", "terabyte")
    enter(converter, "814")
    converter.reset()
    assert all_text(converter) == fresh
    assert chosen(converter) == units_at_start
    assert can_bring_back(converter) == []


def test_choosing_a_row_aims_at_its_unit(qtbot: Any, converter: Converter) -> None:
    converter.show_measure("mass")
    table = converter.findChild(QTableWidget)
    table.setFocus()
    table.setCurrentCell(1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen(converter)[2] == units.MEASURES["mass"][1].id


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("measure", units.MEASURES)
def test_nothing_is_cut_or_nameless(converter: Converter, size: tuple[int, int], measure: str) -> None:
    converter.show_measure(measure)
    converter.resize(*size)
    QApplication.processEvents()
    assert cut_or_nameless(converter) == []


def test_longer_words_fit_the_smallest_window_too(qtbot: Any) -> None:
    with long_words():
        converter = start(qtbot)
        assert "Lengtheee" in all_text(converter)
        assert cut_or_nameless(converter) == []


def test_it_is_built_and_reset_quickly_enough_for_a_cover(qtbot: Any) -> None:
    building, resetting = [], []
    for _ in range(7):
        began = time.thread_time()
        made = Converter(dark=False)
        building.append(time.thread_time() - began)
        qtbot.addWidget(made)
        began = time.thread_time()
        made.reset()
        resetting.append(time.thread_time() - began)
    assert sorted(building)[3] < 0.025
    assert sorted(resetting)[3] < 0.010
