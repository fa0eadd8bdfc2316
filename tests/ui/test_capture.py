"""Pictures of the screen: every window of the process is kept out where the system can, and her switch lets it in.

The systems' own calls are only shown to be asked for as their documentation says; docs/release-checklist.md has the
steps on real machines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ui.capture import Capture, promise_here, shield_here, was_refused
from ui.capture_windows import WindowsShield


class RememberingShield:
    """Stands for the system: what it was told of each window last."""

    def __init__(self, *, takes: bool = True) -> None:
        self.kept_out: dict[int, bool] = {}
        self.takes = takes

    def keep_out(self, window: int) -> bool:
        self.kept_out[window] = True
        return self.takes

    def let_in(self, window: int) -> bool:
        self.kept_out[window] = False
        return self.takes


@pytest.fixture
def shield(qapp: QApplication) -> Iterator[RememberingShield]:
    made = RememberingShield()
    made.capture = Capture(qapp, made)  # type: ignore[attr-defined]
    yield made
    made.capture.stop()  # type: ignore[attr-defined]


def test_each_window_menus_too_is_kept_out_when_it_is_first_shown(shield: Any, qtbot: Any) -> None:
    window, menu = QWidget(), QMenu()
    for one in (window, menu):
        qtbot.addWidget(one)
    menu.addAction("one")
    window.show()
    menu.popup(window.pos())
    assert shield.kept_out == {int(window.winId()): True, int(menu.winId()): True}
    menu.close()


def test_her_switch_lets_all_windows_in_and_keeps_them_out_again(shield: Any, qtbot: Any) -> None:
    window, later = QWidget(), QWidget()
    for one in (window, later):
        qtbot.addWidget(one)
    window.show()
    shield.capture.show_to_others(True)
    later.show()
    assert set(shield.kept_out.values()) == {False}
    shield.capture.show_to_others(False)
    assert shield.kept_out == {int(window.winId()): True, int(later.winId()): True}


def test_a_system_that_refuses_is_noticed(qapp: QApplication, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.capture._Told.refused", False)
    capture = Capture(qapp, RememberingShield(takes=False))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert was_refused()
    capture.stop()


def test_what_is_promised_is_what_the_system_does() -> None:
    assert [promise_here(one) for one in ("win32", "darwin", "linux")] == ["keeps", "older", "no"]
    assert shield_here(QImage) is None


class Libraries:
    """Windows' libraries as far as the shield calls them; `old`: before version 2004."""

    def __init__(self, *, old: bool = False) -> None:
        self.old = old
        self.affinity: list[int] = []
        self.attributes: dict[int, int] = {}

    def __call__(self, _name: str) -> Libraries:
        return self

    def SetWindowDisplayAffinity(self, _window: Any, value: Any) -> int:
        self.affinity.append(value.value)
        return int(not (self.old and value.value == 0x11))

    def DwmSetWindowAttribute(self, _window: Any, attribute: Any, value: Any, size: Any) -> int:
        assert size.value == 4
        self.attributes[attribute.value] = value._obj.value
        return 0


@pytest.mark.parametrize(("old", "asked"), [(False, [0x11]), (True, [0x11, 0x01])])
def test_windows_is_asked_for_the_newer_way_and_then_for_the_older(old: bool, asked: list[int], qapp: Any) -> None:
    libraries = Libraries(old=old)
    shield = WindowsShield(QImage, libraries)
    assert shield.keep_out(7)
    assert libraries.affinity == asked
    assert libraries.attributes == {7: 1, 10: 1, 11: 1, 12: 1}
    assert shield.let_in(7)
    assert libraries.affinity[-1] == 0
    assert set(libraries.attributes.values()) == {0}
    qapp.removeNativeEventFilter(shield._previews)


def test_a_windows_without_these_calls_does_no_harm(qapp: Any) -> None:
    shield = WindowsShield(QImage, lambda _name: object())
    assert not shield.keep_out(7)
    assert not shield.let_in(7)
    qapp.removeNativeEventFilter(shield._previews)
