"""The real window with its real worker, unseen, in this process: for stories that need a movable clock or many steps.

Clicks and keys go to the widgets by name; words are read off the labels. Nothing is replaced but the other process.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, QLocale, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from safeplan.paths import VaultFiles
from tests.pace import put_garbage_aside, slowness
from ui.app import App
from ui.parent_wire import NoWire

# Seconds until something that should be on the page is not.
LONGEST_WAIT = 5.0


class AtHome:
    """One life of the window behind the everyday program."""

    def __init__(self, qtbot: QtBot, files: VaultFiles, clock: Any) -> None:
        self.qtbot, self.files, self.left = qtbot, files, False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.app = App(application, files, NoWire(), clock=clock)
        self.app.start(QRect(0, 0, 1024, 600), 0)
        self.window = self.app.window
        # Tall enough that whatever a page shows can be clicked without scrolling.
        self.window.resize(1024, 2600)
        self.app.auto_hide.set_idle_seconds(3600)
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.settle()

    def settle(self, seconds: float = 20) -> None:
        """Until the worker has nothing to do and the window stands."""
        end, quiet = time.perf_counter() + seconds, 0
        while quiet < 6:
            assert time.perf_counter() < end, "the worker does not come to rest"
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.004)
            quiet = 0 if self.app.background.busy else quiet + 1

    @property
    def page(self) -> str:
        return self.window.current_name

    def sees(self, name: str) -> bool:
        self.settle()
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def find(self, name: str) -> Any:
        """The widget of this name, waited for: a page fills in turns, and a busy computer gives it few."""
        end = time.perf_counter() + LONGEST_WAIT
        while True:
            self.settle()
            found = [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]
            if found:
                return found[-1]
            assert time.perf_counter() < end, f"{name} is not on the page {self.page}:\n{self.words()}"

    def starting_with(self, beginning: str) -> list[Any]:
        """The visible widgets whose name begins so, top to bottom."""
        self.settle()
        found = [w for w in self.window.findChildren(QWidget) if w.isVisible()]
        return [w for w in found if w.objectName().startswith(beginning)]

    def click(self, name: str) -> None:
        button = self.find(name)
        assert button.isEnabled(), f"{name} cannot be pressed"
        if isinstance(button, QAbstractButton):
            self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        self.settle()

    def type(self, name: str, text: str) -> None:
        field = self.find(name)
        field.setFocus()
        self.qtbot.keyClicks(field, text)

    def key(self, name: str, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.find(name), key)
        self.settle()

    def open_with(self, secret: str) -> None:
        """At the passphrase page: type and press Enter."""
        assert self.page == "gate", self.page
        self.type("gate-passphrase", secret)
        self.key("gate-passphrase", Qt.Key.Key_Return)

    def words(self) -> str:
        """Every word that can be read in the window."""
        shown = [w for w in self.window.findChildren(QWidget) if w.isVisible()]
        texts = [w.text() for w in shown if isinstance(w, QLabel | QLineEdit | QAbstractButton)]
        texts += [w.toPlainText() for w in shown if isinstance(w, QPlainTextEdit)]
        return "\n".join(text for text in texts if text)

    def message(self) -> str:
        """The one line the window says, with its hint."""
        self.settle()
        bar = self.window.shell.message_bar
        return " ".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())

    def leave(self) -> None:
        """The process ends; nothing else is tidied, as after the real exit. Safe to call twice."""
        if self.left:
            return
        self.left = True
        self.app.stop()
        application = QApplication.instance()
        assert application is not None
        for listener in (self.app.quick_exit, self.app.auto_hide):
            application.removeEventFilter(listener)
        # The next story begins in its own language.
        self.app._translation.use("en")
        if self.app._translation._translator is not None:
            application.removeTranslator(self.app._translation._translator)
        QLocale.setDefault(QLocale.system())
        self.window.hide()
        self.window.deleteLater()
        self.app.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def at_home(qtbot: QtBot, files: VaultFiles, clock: Any) -> Iterator[AtHome]:
    """Open the window for the length of a block."""
    life = AtHome(qtbot, files, clock)
    try:
        yield life
    finally:
        life.leave()


class Pulse:
    """A 10 ms timer of the interface: the longest time in which nothing could be clicked, in milliseconds.

    Time in which this process did not run at all belongs to whatever else the computer does, and is not counted.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._worked = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(interval=10, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        worked = time.process_time()
        self.longest = max(self.longest, min(self._since.nsecsElapsed() / 1e6, (worked - self._worked) * 1e3))
        self._worked = worked
        self._since.restart()

    @contextmanager
    def feeling(self) -> Iterator[Pulse]:
        put_garbage_aside()
        self.longest, self._worked = 0.0, time.process_time()
        self._since.start()
        self._timer.start()
        try:
            yield self
        finally:
            self._beat()
            self._timer.stop()
            gc.unfreeze()
            self.longest /= slowness()
