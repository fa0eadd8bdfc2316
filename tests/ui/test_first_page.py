"""The page behind the passphrase is made before it is typed: unseen, and as if it had been made afterwards.

Lost without it: a page shows through before the passphrase is known to be right, or one that was made for other
settings than hers names people she covers and numbers of another country.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import fields
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safeplan.paths import VaultFiles
from safeplan.policy import Policy
from safeplan.records import settings as her_settings
from safeplan.records.settings import CHOICES, LIMITS, Settings
from safeplan.vault.container import unlock_vault
from ui.app import App
from ui.background import InlineExecutor
from ui.first_page import NOT_SEEN_IN_IT
from ui.parent_wire import NoWire
from ui.rooms import HOME_ROOM, Room

PHRASE = "lamp river bread seven"
DESK = Policy(mode="desk", organisation="House by the river", end_minutes=10, cover_minutes=2)
ROOMS = {"today": HOME_ROOM, "clients": Room(DESK), "session": Room(DESK, client=77)}
SEEN_IN_IT = sorted({field.name for field in fields(Settings)} - NOT_SEEN_IN_IT)


class Held(InlineExecutor):
    """Works in place, but for as long as `holding` nothing is begun: a derivation that takes its time."""

    def __init__(self) -> None:
        self.holding = False
        self.waiting: list[Callable[[], Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self.holding:
            return super().submit(fn, *args, **kwargs)
        self.waiting.append(lambda: fn(*args, **kwargs))
        return Future()

    def go_on(self) -> None:
        self.holding = False
        while self.waiting:
            self.waiting.pop(0)()


class Sitting:
    """One process's window, from the page for the passphrase on."""

    def __init__(self, qtbot: QtBot, clock: Any, files: VaultFiles, room: Room) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot, self.room, self.executor = qtbot, room, Held()
        self.app = App(application, files, NoWire(), clock=clock, executor=self.executor, room=room)
        self.window = self.app.window
        qtbot.addWidget(self.window)
        self.app.start(QRect(0, 0, 1024, 600), 0)
        qtbot.waitExposed(self.window)

    def type(self, phrase: str) -> None:
        self.qtbot.keyClicks(self.window.findChild(QWidget, "gate-passphrase"), phrase)

    def press_open(self) -> None:
        button = self.window.findChild(QPushButton, "gate-open")
        assert isinstance(button, QPushButton)
        button.click()

    def made(self) -> QWidget | None:
        return self.window.findChild(QWidget, f"page-{self.room.page_inside}")

    def make_ahead(self, phrase: str = PHRASE) -> QWidget:
        """The page that was made while nobody typed, and then a try that is still being derived."""
        self.qtbot.waitUntil(lambda: self.made() is not None)
        page = self.made()
        assert page is not None
        self.type(phrase)
        self.executor.holding = True
        self.press_open()
        return page

    def inside(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.current_name == self.room.page_inside)
        # Parts that are shown anew stand in Qt's next rounds.
        self.qtbot.wait(150)

    def seen(self) -> list[tuple[str, str, bool]]:
        """Everything that stands in the window: name, words, whether it shows; and where the focus is."""
        found = []
        for one in self.window.findChildren(QWidget):
            words = ""
            if isinstance(one, QPlainTextEdit):
                words = one.toPlainText()
            elif isinstance(one, QLabel | QAbstractButton | QLineEdit):
                words = one.text()
            if one.objectName() or words:
                found.append((one.objectName(), words, one.isVisible()))
        focused = self.window.focusWidget()
        # What belongs to the page for the passphrase goes with another look and stays unseen with the same.
        found = [one for one in found if one[2]]
        return [*sorted(found), ("focus", focused.objectName() if focused is not None else "", True)]


@pytest.fixture
def sit(qtbot: QtBot, clock: Any, vault: Any) -> Iterator[Callable[[Room], Sitting]]:
    """A store with two openings behind it, in the place where the room looks for it."""
    files = vault.files
    vault.close()
    unlock_vault(files, bytearray(PHRASE.encode())).close()
    made: list[Sitting] = []

    def begin(room: Room) -> Sitting:
        theirs = room.files(files)
        if not theirs.header.exists():
            theirs.folder.mkdir(exist_ok=True)
            files.header.rename(theirs.header)
            files.data.rename(theirs.data)
        made.append(Sitting(qtbot, clock, files, room))
        return made[-1]

    yield begin
    for one in made:
        one.executor.go_on()
        one.app.stop()


def other_value(name: str) -> str | int | bool:
    """A value that is allowed and is not the default."""
    default = getattr(Settings(), name)
    if isinstance(default, bool):
        return not default
    if name in CHOICES:
        return next(one for one in CHOICES[name] if one not in ("", default))
    if name in LIMITS:
        return LIMITS[name][1]
    return {"region": "ew", "exit_key": "F9", "used_pages": "plan,people"}[name]


def change(sitting_files: VaultFiles, clock: Any, names: frozenset[str] | list[str]) -> None:
    store = unlock_vault(sitting_files, bytearray(PHRASE.encode()))
    for name in names:
        her_settings.set(store.database, clock, name, other_value(name))
    store.close()


def opened_afterwards(one: Sitting) -> list[tuple[str, str, bool]]:
    """As it stands when nothing was made ahead: she typed at once and left no pause."""
    one.type(PHRASE)
    one.executor.holding = True
    one.press_open()
    one.qtbot.wait(50)
    assert one.made() is None
    one.executor.go_on()
    one.inside()
    found = one.seen()
    one.app.stop()
    one.window.hide()
    return found


def test_what_is_made_ahead_does_not_show_before_the_passphrase_is_known_to_be_right(sit) -> None:
    one = sit(HOME_ROOM)
    before = [seen for seen in one.seen() if seen[0] not in ("focus", "gate-waiting")]
    page = one.make_ahead()
    assert one.window.current_name == "gate"
    assert not page.isVisible()
    after = [seen for seen in one.seen() if seen[0] not in ("focus", "gate-waiting")]
    assert [name for name, _, _ in after] == [name for name, _, _ in before], "no page, no line of the navigation"
    one.executor.go_on()
    one.inside()
    assert one.made() is page, "made once"
    assert page.isVisible()


def test_after_a_wrong_passphrase_it_goes_on_waiting_unseen(sit) -> None:
    one = sit(HOME_ROOM)
    page = one.make_ahead("garden chair window nine")
    one.executor.go_on()
    one.qtbot.waitUntil(lambda: any("That did not open it." in words for _, words, _ in one.seen()))
    assert one.window.current_name == "gate"
    assert not page.isVisible()
    one.type(PHRASE)
    one.press_open()
    one.inside()
    assert one.made() is page


def test_an_exit_while_it_is_made_covers_at_once(sit) -> None:
    one = sit(HOME_ROOM)
    one.make_ahead()
    one.app.quick_exit.leave()
    assert one.window.is_covered


@pytest.mark.parametrize("page", sorted(ROOMS))
def test_with_every_setting_that_does_not_show_there_it_is_kept_and_is_the_same(sit, clock, page: str) -> None:
    first = sit(ROOMS[page])
    opened_afterwards(first)
    change(ROOMS[page].files(first.app._files), clock, NOT_SEEN_IN_IT)
    afterwards = opened_afterwards(sit(ROOMS[page]))
    one = sit(ROOMS[page])
    made = one.make_ahead()
    one.executor.go_on()
    one.inside()
    assert one.made() is made
    assert one.seen() == afterwards


@pytest.mark.parametrize("name", SEEN_IN_IT)
def test_with_a_setting_that_shows_there_it_is_made_anew(sit, clock, name: str) -> None:
    first = sit(HOME_ROOM)
    opened_afterwards(first)
    change(first.app._files, clock, [name])
    afterwards = opened_afterwards(sit(HOME_ROOM))
    one = sit(HOME_ROOM)
    made = one.make_ahead()
    one.executor.go_on()
    one.inside()
    assert one.made() is not made
    assert one.seen() == afterwards


def test_the_page_for_the_passphrase_waits_for_no_store_and_no_guide() -> None:
    late = ("sqlcipher3", "nacl", "msgspec", "safeplan.vault.container", "safeplan.content.guide", "ui.viewer")
    asked = "import sys, ui.vault_process, ui.pages.gate; print(*(one for one in sys.argv[1:] if one in sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked, *late], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
