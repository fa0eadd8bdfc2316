"""What is typed or set and cannot be kept is told once, quietly, and only for as long as it is so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safeplan.errors import DiskFull, ReadOnlyPlace
from safeplan.paths import VaultFiles
from safeplan.records import drafts, settings
from ui import draft_keeping
from ui.app import App
from ui.background import InlineExecutor
from ui.chosen_key import key_named, keysym_of
from ui.error_texts import error_text
from ui.parent_wire import NoWire

PHRASE = "lamp river bread seven"
# No page of the store has room for it.
LONG = "He took my telephone. " * 20_000


def said(error: Any) -> str:
    words = error_text(error)
    assert words is not None
    return words.sentence


class Wire(NoWire):
    """The everyday program's end, as far as the key of her choice goes."""

    keysym = 0

    def exit_key(self, keysym: int) -> None:
        self.keysym = keysym


class Sitting:
    """The program behind the everyday one, opened with its passphrase, on a disk that can be full."""

    def __init__(self, qtbot: QtBot, clock: Any, files: VaultFiles) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.wire = Wire()
        self.app = App(application, files, self.wire, clock=clock, executor=InlineExecutor())
        qtbot.addWidget(self.app.window)
        self.app.start(QRect(0, 0, 1024, 600), 0)
        qtbot.waitExposed(self.app.window)
        qtbot.keyClicks(self.app.window.findChild(QWidget, "gate-passphrase"), PHRASE)
        button = self.app.window.findChild(QPushButton, "gate-open")
        assert isinstance(button, QPushButton)
        button.click()
        qtbot.waitUntil(lambda: self.app.window.current_name == "today")
        self.app.context.go("happened")
        self.page: Any = self.app.window.page("happened")

    @property
    def db(self) -> Any:
        return self.app.background._session.database

    @property
    def bar(self) -> Any:
        return self.app.window.shell.message_bar

    def fill_the_disk(self) -> None:
        self.db.execute(f"PRAGMA max_page_count = {self.db.value('PRAGMA page_count')}")

    def make_room(self) -> None:
        self.db.execute("PRAGMA max_page_count = 1000000000")

    def protect(self) -> None:
        """As the switch on a stick does."""
        self.db.execute("PRAGMA query_only = 1")

    def type(self, text: str) -> None:
        """Type, and half a second later."""
        self.page.fields.text.set_text(text)
        self.page.save_draft_now()

    def kept(self) -> str:
        return drafts.draft(self.db, "happened").get("text", "")


@pytest.fixture
def sitting(qtbot: QtBot, clock: Any, vault: Any) -> Iterator[Sitting]:
    vault.close()
    style = QApplication.style().objectName()
    sitting = Sitting(qtbot, clock, vault.files)
    yield sitting
    sitting.app.stop()
    QApplication.setStyle(style)


def test_a_draft_that_finds_no_room_is_told_once_until_one_is_kept_again(sitting: Sitting) -> None:
    sitting.fill_the_disk()
    sitting.type(LONG)
    assert sitting.bar.text.text() == said(DiskFull())
    assert sitting.page.fields.text.text() == LONG, "the words stay where they are"
    sitting.bar.clear()
    sitting.type(f"{LONG}more")
    assert not sitting.bar.isVisible(), "not with every second of typing"
    sitting.make_room()
    sitting.type(f"{LONG}more and more")
    assert sitting.kept() == f"{LONG}more and more"
    sitting.fill_the_disk()
    sitting.type(LONG * 2)
    assert sitting.bar.text.text() == said(DiskFull())
    sitting.make_room()
    sitting.type(LONG * 2)
    assert not sitting.bar.isVisible(), "it would not be true any more"
    assert sitting.kept() == LONG * 2


def test_what_found_no_room_is_tried_again_without_a_further_key(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, clock: Any, vault: Any
) -> None:
    monkeypatch.setattr(draft_keeping, "AGAIN_MS", 20)
    vault.close()
    sitting = Sitting(qtbot, clock, vault.files)
    sitting.fill_the_disk()
    sitting.type(LONG)
    sitting.make_room()
    qtbot.waitUntil(lambda: sitting.kept() == LONG)
    assert not sitting.bar.isVisible()
    sitting.app.stop()


def test_a_draft_that_was_cleared_does_not_come_back(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, clock: Any, vault: Any
) -> None:
    monkeypatch.setattr(draft_keeping, "AGAIN_MS", 20)
    vault.close()
    sitting = Sitting(qtbot, clock, vault.files)
    sitting.fill_the_disk()
    sitting.type(LONG)
    sitting.app.context.save_draft("today", {"text": LONG})
    sitting.app.context.clear_draft("happened")
    sitting.make_room()
    qtbot.waitUntil(lambda: drafts.draft(sitting.db, "today") != {})
    assert sitting.kept() == ""
    sitting.app.stop()


def test_another_message_is_not_taken_away_with_it(sitting: Sitting) -> None:
    sitting.fill_the_disk()
    sitting.type(LONG)
    sitting.app.context.tell("Something else.")
    sitting.make_room()
    sitting.type(LONG)
    assert sitting.bar.text.text() == "Something else."


def test_where_nothing_can_be_written_typing_is_told_and_looking_is_not(sitting: Sitting) -> None:
    sitting.protect()
    sitting.app.context.go("today")
    sitting.app.context.go("happened")
    sitting.page.save_draft_now()
    assert not sitting.bar.isVisible()
    sitting.type("He")
    assert sitting.bar.text.text() == said(ReadOnlyPlace())


def test_a_key_that_cannot_be_kept_hides_all_the_same_and_is_told(sitting: Sitting) -> None:
    sitting.protect()
    sitting.app.context.change_setting("exit_key", "F9")
    assert sitting.bar.text.text() == said(ReadOnlyPlace())
    assert sitting.wire.keysym == keysym_of(key_named("F9"))
    assert sitting.app.context.settings.exit_key == "F9", "what the page shows is what holds"
    assert settings.get(sitting.db, "exit_key") == ""


def test_a_look_that_cannot_be_kept_is_told_in_the_window_as_it_then_is(sitting: Sitting) -> None:
    sitting.protect()
    sitting.app.context.change_setting("theme", "dark")
    assert sitting.app.context.settings.theme == "dark"
    assert sitting.bar.text.text() == said(ReadOnlyPlace())
