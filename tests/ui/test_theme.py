"""Colours that can be read, in every theme, computed and not judged by eye."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.icons import icon, icon_names
from ui.theme import (
    CONTROL_PAIRS,
    TEXT_PAIRS,
    TEXT_SCALES,
    THEMES,
    TOKENS,
    Look,
    contrast,
    dress,
    look_for,
    style_sheet,
)
from ui.widgets.card import Card
from ui.widgets.labels import Body

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")


def test_contrast_of_black_and_white_is_21_and_of_a_colour_with_itself_1() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#1B5A61", "#1B5A61") == pytest.approx(1)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_does_not_depend_on_the_order(a: str, b: str) -> None:
    assert contrast(a, b) == contrast(b, a)
    assert 1 <= contrast(a, b) <= 21.0001


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_every_text_has_a_contrast_of_seven(theme: str, pair: tuple[str, str]) -> None:
    tokens = TOKENS[theme]
    assert contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", CONTROL_PAIRS, ids="-on-".join)
def test_every_edge_of_a_control_has_a_contrast_of_three(theme: str, pair: tuple[str, str]) -> None:
    tokens = TOKENS[theme]
    assert contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_no_token_or_size_is_left_unfilled_in_the_sheet(theme: str, scale: int) -> None:
    sheet = style_sheet(Look(theme, scale))
    assert "@" not in sheet
    assert "~" not in sheet


def test_unknown_settings_become_a_look_that_can_be_read() -> None:
    assert look_for("neon", 20) == Look("light", 100)
    assert look_for("dark", 900) == Look("dark", 200)


def test_the_exit_control_is_the_darkest_thing_in_every_theme() -> None:
    for tokens in TOKENS.values():
        others = [getattr(tokens, name) for name in ("bg", "surface", "field", "nav", "accent_soft", "warm_soft")]
        assert all(contrast(tokens.exit, "#000000") < contrast(other, "#000000") for other in others)


def test_every_icon_can_be_drawn(qapp: object) -> None:
    names = icon_names()
    assert len(names) > 50
    for name in names:
        image = icon(name).pixmap(20, 20).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), name


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("theme", THEMES)
def test_a_card_with_the_focus_has_a_ring_and_nothing_in_it_moves(qtbot: QtBot, theme: str, scale: int) -> None:
    look = Look(theme, scale)
    window = QWidget()
    qtbot.addWidget(window)
    dress(window, look)
    column = QVBoxLayout(window)
    card, words, other = (
        Card("Kept", name="card"),
        Body("What was written", name="words"),
        Card("Other", name="other"),
    )
    card.add(words)
    column.addWidget(card)
    column.addWidget(other)
    window.resize(500, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    places = []
    for focused, ring in ((other, look.tokens.line), (card, look.tokens.focus)):
        focused.setFocus()
        qtbot.waitUntil(focused.hasFocus)
        middle = card.height() // 2
        picture = window.grab(card.geometry()).toImage()
        edge = [picture.pixelColor(x, middle) for x in range(3)]
        assert edge[0] == QColor(ring)
        assert (edge[1] == QColor(ring)) is (focused is card)
        assert edge[2] == QColor(look.tokens.surface)
        places.append((card.geometry(), words.geometry(), card.sizeHint(), card.heightForWidth(300)))
    assert places[0] == places[1]
