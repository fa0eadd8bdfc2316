"""A whole window whose worker can be held up in the middle of a piece of work, while she changes how it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safeplan.records import plan, sittings
from safeplan.vault.container import unlock_vault
from tests.builders import an_incident
from tests.ui.page_window import HeldExecutor
from tests.ui.room_kit import AREA, Parent
from ui.app import App
from ui.rooms import Room
from ui.translation import said_in

PHRASE = "lamp river bread seven"
every_change = pytest.mark.parametrize("what", ["language", "size", "theme"])


def put_notes(files: Any, room: Room, clock: Any) -> None:
    """A store with two openings behind it, with two entries and a step, lies where the room looks for it."""
    theirs = room.files(files)
    with_notes = unlock_vault(files, bytearray(PHRASE.encode()))
    sittings.begin_sitting(with_notes.database, clock)
    for text in ("The lamp was thrown.", "Money was taken."):
        an_incident(with_notes.database, clock, text)
    plan.add_own_step(with_notes.database, clock, "living", "a lamp in the hall")
    with_notes.close()
    if theirs.header != files.header:
        theirs.folder.mkdir(exist_ok=True)
        files.header.rename(theirs.header)
        files.data.rename(theirs.data)


class Evening:
    def __init__(self, qtbot: QtBot, clock: Any, files: Any, room: Room) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot, self.room, self.files, self.executor, self.parent = qtbot, room, files, HeldExecutor(), Parent()
        self.app = App(application, files, self.parent, clock=clock, executor=self.executor, room=room)
        self.window = self.app.window
        qtbot.addWidget(self.window)
        self.app.start(AREA if room.is_kiosk else QRect(0, 0, 1280, 900), 0)
        qtbot.waitExposed(self.window)
        self.app._change_language("en")
        # It waits for what the first page reads, and then reads for the pages in English.
        qtbot.waitUntil(lambda: self._hide_now() == "Hide now" and not self.app.background.asked_for)

    def open(self) -> None:
        self.type("gate-passphrase", PHRASE)
        self.press("gate-open")
        self.qtbot.waitUntil(lambda: self.window.current_name == self.room.page_inside)

    def find(self, name: str) -> Any:
        def seen() -> list[QWidget]:
            return [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(seen()))
        return seen()[-1]

    def sees(self, name: str) -> bool:
        QApplication.processEvents()
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def press(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QPushButton)
        button.click()

    def type(self, name: str, words: str) -> None:
        field = self.find(name)
        field.setFocus()
        self.qtbot.keyClicks(field, words)

    def words(self) -> str:
        QApplication.processEvents()
        shown = [one for one in self.window.findChildren(QWidget) if one.isVisible()]
        return "\n".join(one.text() for one in shown if isinstance(one, QLabel | QLineEdit | QPushButton))

    def begin(self, work: Callable[[], object]) -> None:
        """Have it begun and held up."""
        self.executor.holding = True
        work()
        assert self.app.background.busy

    def change(self, what: str) -> None:
        """As she does: a language below the navigation, a chip of the settings."""
        if what == "language":
            self.press("language-ru")
        else:
            self.app.context.change_setting(*{"size": ("text_size", 150), "theme": ("theme", "dark")}[what])
        # Old pages go in Qt's next round only.
        self.qtbot.wait(20)

    def go_on(self) -> None:
        self.executor.holding = False
        self.executor.release()

    def changed(self, what: str) -> bool:
        if what == "language":
            return self._hide_now() == said_in("ru", "Shell", "Hide now")
        look = self.window._look
        return bool(look.text_scale == 150 if what == "size" else look.theme == "dark")

    def _hide_now(self) -> str:
        return str(self.window.findChild(QPushButton, "hide-now").text())

    def until_changed(self, what: str) -> None:
        self.qtbot.waitUntil(lambda: self.changed(what))
        # What is built anew stands in Qt's next rounds.
        self.qtbot.wait(50)
