"""A window with the real pages over a real store, for the stories of single pages."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safeplan.content.guide import load_guide
from safeplan.content.regions import load_region
from safeplan.records import drafts
from safeplan.records import settings as her_settings
from ui import page_list
from ui.background import Background, InlineExecutor, Session
from ui.page import PageContext
from ui.theme import Look
from ui.window import VaultWindow


class HeldExecutor(Executor):
    """Keeps work waiting until the test lets it run: what happens meanwhile is no matter of luck."""

    def __init__(self) -> None:
        self.holding = False
        self.held: list[Any] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.held.append(lambda: fn(*args, **kwargs))
        if not self.holding:
            self.release()
        return Future()

    def release(self) -> None:
        while self.held:
            self.held.pop(0)()


class OpenPages:
    """The window, and what a person does with it."""

    def __init__(
        self,
        qtbot: QtBot,
        vault: Any,
        clock: Any,
        *,
        executor: Any = None,
        background: Background | None = None,
        look: Look | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.vault = vault
        self.background = background or Background(
            Session(vault.files, clock, vault), executor=executor or InlineExecutor()
        )
        self.exits = 0
        self.programs: list[str] = []
        self.languages: list[str] = []
        db = vault.database
        self.context = PageContext(
            self.background,
            clock,
            settings=her_settings.Settings() if background else her_settings.all_settings(db),
            guide=load_guide("en"),
            region=load_region("kz", "en"),
            save_draft=self._save_draft,
            load_draft=self._load_draft,
            clear_draft=self._clear_draft,
            change_setting=self._change,
            extra={
                "program": "calculator",
                "change_program": self.programs.append,
                "change_language": self.languages.append,
                "files": vault.files,
                "opened": lambda: None,
            },
        )
        self._clock = clock
        self.window = VaultWindow(
            self.context,
            page_list.FACTORIES,
            page_list.entries(self.context.settings),
            look or Look("light", 100),
        )
        self.window.hide_now.connect(self._count_exit)
        qtbot.addWidget(self.window)
        self.window.resize(1024, 600)
        self.window.show()

    def go(self, name: str, **arguments: Any) -> Any:
        self.window.go(name, **arguments)
        return self.window.page(name)

    def here(self) -> Any:
        return self.window.page(self.window.current_name)

    def find(self, name: str) -> Any:
        """The newest widget of this name that is on the screen (or could be scrolled to)."""
        self.settle()
        found = [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]
        assert found, f"{name} is not on the screen"
        return found[-1]

    def settle(self) -> None:
        """Qt shows new widgets of a visible page, and deletes old ones, in its next round."""
        for _ in range(2):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def sees(self, name: str) -> bool:
        self.settle()
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str) -> None:
        field = self.find(name)
        field.setFocus()
        self.qtbot.keyClicks(field, text)

    def message(self) -> str:
        return self.window.shell.message_bar.text.text()

    def words(self) -> str:
        """Every word on the page shown and in a question over it."""
        self.settle()
        shown = [w for w in self.window.findChildren(QWidget) if w.isVisible()]
        texts = [w.text() for w in shown if isinstance(w, QLabel | QLineEdit | QPushButton)]
        texts += [w.toPlainText() for w in shown if isinstance(w, QPlainTextEdit)]
        return "\n".join(texts)

    def fits(self) -> bool:
        self.settle()
        sheet = self.here().sheet
        return bool(sheet.inner.minimumSizeHint().width() <= sheet.viewport().width())

    def unnamed(self) -> list[str]:
        """What Tab can reach on this page without a name for a test or for a screen reader."""
        self.settle()
        reachable = [w for w in self.here().findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return [
            f"{type(w).__name__} {w.objectName()}"
            for w in reachable
            if w.isVisible() and not (w.objectName() and w.accessibleName())
        ]

    def _save_draft(self, page: str, fields: dict[str, str]) -> None:
        """As the program does it: through the worker, where a store that is gone meets silence."""
        self.background.run(
            self.background,
            lambda session, _job: drafts.save_draft(session.database, session.clock, page, fields),
            lambda _kept: None,
            urgent=True,
        )

    def _load_draft(self, page: str, then: Any) -> None:
        self.background.run(
            self.background, lambda session, _job: drafts.draft(session.database, page), then, urgent=True
        )

    def _clear_draft(self, page: str) -> None:
        self.background.run(
            self.background,
            lambda session, _job: drafts.clear_draft(session.database, page),
            lambda _nothing: None,
            urgent=True,
        )

    def _change(self, name: str, value: Any) -> None:
        self.context.settings = her_settings.set(self.vault.database, self._clock, name, value)

    def _count_exit(self) -> None:
        self.exits += 1
