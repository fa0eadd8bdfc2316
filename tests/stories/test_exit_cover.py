"""The picture in front of everything at an exit: drawn at once, in no list, in nobody's way, and soon gone.

Lost without it: under a window manager that fades windows the page shines through the everyday program.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from ctypes import c_ulong, c_void_p

import pytest
from exit_names import Names
from screen import MAGENTA, Screen, pixel, wait_until

from ui.x11_cover import PictureWindow, picture_window

pytestmark = [pytest.mark.screen]

GREEN = "#20a040"
AREA = (200, 120, 300, 200)
STRIDE = AREA[2] * 4


def picture(colour: str) -> bytes:
    return (pixel(colour) + b"\0") * (AREA[2] * AREA[3])


@pytest.fixture
def window(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> Iterator[PictureWindow]:
    monkeypatch.setenv("DISPLAY", screen.display)
    made = PictureWindow()
    made.take(AREA, picture(GREEN), STRIDE)
    yield made
    made.close()


def colour_in_the_middle(screen: Screen) -> bytes:
    return screen.colour_at(AREA[0] + AREA[2] // 2, AREA[1] + AREA[3] // 2)


@pytest.mark.row("Q-01")
def test_the_picture_is_on_the_screen_when_the_call_returns(screen: Screen, window: PictureWindow) -> None:
    before = colour_in_the_middle(screen)
    window.stand()
    now = colour_in_the_middle(screen)
    assert now == pixel(GREEN)
    corners = [(0, 0), (AREA[2] - 1, 0), (0, AREA[3] - 1), (AREA[2] - 1, AREA[3] - 1)]
    assert {screen.colour_at(AREA[0] + x, AREA[1] + y) for x, y in corners} == {now}
    assert screen.colour_at(AREA[0] - 1, AREA[1]) == before
    assert Names(screen).listed() == []
    window.go()
    wait_until(lambda: colour_in_the_middle(screen) == before, 2, "the desktop")


def test_a_newer_picture_replaces_the_one_before(screen: Screen, window: PictureWindow) -> None:
    window.stand()
    window.go()
    window.take((AREA[0], AREA[1], 100, 50), picture("#f0f0f0"), STRIDE)
    window.stand()
    assert screen.colour_at(AREA[0] + 99, AREA[1] + 49) == pixel("#f0f0f0")
    assert colour_in_the_middle(screen) == MAGENTA


def under_the_mouse(screen: Screen) -> str:
    asked = ["xdotool", "getmouselocation", "--shell"]
    return subprocess.run(asked, env=screen.environment, capture_output=True, text=True, check=True).stdout


def test_clicks_reach_what_is_below(screen: Screen, window: PictureWindow) -> None:
    """Else a click in the first moments would be lost, or open the window manager's own menu."""
    screen.point(AREA[0] + 50, AREA[1] + 50)
    before = under_the_mouse(screen)
    window.stand()
    assert under_the_mouse(screen) == before


def test_it_tells_whether_the_screen_is_composed(screen: Screen, window: PictureWindow) -> None:
    assert not window.is_composed()
    x11, display = window._x11, window._display
    x11.XSetSelectionOwner.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong]
    x11.XSetSelectionOwner(display, x11.XInternAtom(display, b"_NET_WM_CM_S0", 0), window._window, 0)
    assert window.is_composed()


def test_where_there_is_no_screen_there_is_no_such_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert picture_window() is None
