"""One child's whole window with its parent played: at home, at a desk, in a kiosk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safeplan.paths import vault_files
from safeplan.policy import Policy
from ui.app import App
from ui.background import InlineExecutor
from ui.rooms import Room

KIOSK = Policy(mode="kiosk", organisation="House by the river", end_minutes=10, cover_minutes=2)
DESK = Policy(mode="desk", must_report={"en": "Nothing."}, cover_minutes=2, end_minutes=10, languages=("en",))
AREA = QRect(40, 40, 960, 560)


class Parent:
    """The everyday program's side of the pipe: what it was told, and what it asks for."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int]] = []
        self.key = b""
        self.dressed_anew = 0
        self.key_came: Callable[[bytes], None]
        self.step_aside: Callable[[], None]
        self.stand_again: Callable[[QRect, int], None]

    def ready(self) -> None:
        self.told.append(("ready", 0))

    def geometry(self, x: int, y: int, width: int, height: int, state: int) -> None: ...
    def exit_key(self, keysym: int) -> None: ...

    def preferences_changed(self) -> None:
        self.dressed_anew += 1

    def leaving(self, *, quietly: bool = False) -> None:
        self.told.append(("leaving", int(quietly)))

    def stays(self, seconds: int) -> None:
        self.told.append(("stays", seconds))

    def aside(self) -> None:
        self.told.append(("aside", 0))

    def switch(self, client: int) -> None:
        self.told.append(("switch", client))

    def box_key(self, key: bytes) -> None:
        self.key = key

    def when_box_key(self, told: Callable[[bytes], None]) -> None:
        self.key_came = told

    def listen(self, step_aside: Callable[[], None], stand_again: Callable[[QRect, int], None]) -> None:
        self.step_aside, self.stand_again = step_aside, stand_again


class InRoom:
    """One child process's window, with its parent played."""

    def __init__(self, qtbot: QtBot, clock: Any, folder: Path, room: Room) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.parent, self.clock, self.qtbot = Parent(), clock, qtbot
        self.files = vault_files(folder)
        folder.mkdir(exist_ok=True)
        self.app = App(application, self.files, self.parent, clock=clock, executor=InlineExecutor(), room=room)
        qtbot.addWidget(self.app.window)
        self.app.start(AREA, 0)
        qtbot.waitUntil(lambda: ("ready", 0) in self.parent.told)

    def end(self) -> None:
        """Its process is gone, and its window with it."""
        self.app.stop()
        self.app.window.hide()

    @property
    def page(self) -> str:
        return self.app.window.current_name

    def find(self, name: str) -> Any:
        """The visible widget of this name, waited for: what is new is shown in Qt's next round."""

        def seen() -> list[QWidget]:
            return [one for one in self.app.window.findChildren(QWidget, name) if one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(seen()))
        return seen()[-1]

    def press(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QPushButton)
        button.click()

    def words_in_sight(self) -> str:
        """Everything a label shows in this window now."""
        shown = [one for one in self.app.window.findChildren(QWidget) if one.isVisible()]
        return "\n".join(str(one.text()) for one in shown if callable(getattr(one, "text", None)))

    def sees(self, words: str) -> None:
        """Waited for: a list is shown anew in Qt's next round."""
        self.qtbot.waitUntil(lambda: words in self.words_in_sight())

    def hide(self) -> None:
        """An exit, and what the parent then asks for."""
        self.app.quick_exit.leave()
        self.parent.step_aside()

    def come_back(self) -> None:
        self.parent.told.append(("—", 0))
        self.parent.stand_again(AREA, 0)
        self.qtbot.waitUntil(lambda: self.parent.told[-1] == ("ready", 0))

    def try_words(self, typed: str) -> None:
        self.find("kiosk-field").setText(typed)
        self.press("kiosk-open")


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def begin(room: InRoom) -> str:
    """A session in a kiosk, as far as her first page; the two words."""
    room.press("kiosk-begin")
    shown = str(room.find("kiosk-two-words").text())
    room.press("kiosk-go-on")
    return shown


def at_the_list(enter: Callable[..., InRoom]) -> InRoom:
    desk = enter(Room(DESK))
    desk.qtbot.keyClicks(desk.find("gate-passphrase"), "lamp river bread seven")
    desk.press("gate-open")
    desk.qtbot.waitUntil(lambda: desk.page == "clients")
    return desk
