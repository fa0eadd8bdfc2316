"""A window with real pages on a real store, for the stories of the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from safeplan.content.guide import load_guide
from safeplan.content.regions import load_region
from safeplan.paths import vault_files
from safeplan.records import drafts, sittings
from safeplan.records import settings as her_settings
from safeplan.records.settings import Settings
from safeplan.vault.container import OpenVault, unlock_vault
from ui.background import Background, InlineExecutor, Job, Session
from ui.opening import Opened
from ui.page import Page, PageContext
from ui.theme import Look
from ui.window import Entry, VaultWindow


class ElsewherePage(Page):
    """Stands in for the pages of others and remembers how it was called."""

    name = "elsewhere"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.came_with: list[dict[str, Any]] = []

    def title(self) -> str:
        return "Elsewhere"

    def arrive(self, **arguments: Any) -> None:
        self.came_with.append(arguments)


class Stage:
    """`vault` None: the first evening, where open_store(vault) stands for choosing the first passphrase."""

    def __init__(
        self,
        qtbot: Any,
        clock: Any,
        vault: OpenVault | None,
        pages: dict[str, Callable[[PageContext], Page]],
        *,
        elsewhere: Sequence[str] = (),
        language: str = "en",
        look: Look = Look(),  # noqa: B008
        tmp_path: Path = Path(),
        real_worker: bool = False,
        **settings: Any,
    ) -> None:
        self.qtbot = qtbot
        self.vault = vault
        self.session = Session(vault.files if vault else vault_files(tmp_path / "none"), clock, vault)
        background = Background(self.session, executor=None if real_worker else InlineExecutor())
        self._waiting: Callable[[], None] | None = None
        self.opened: Opened | None = None
        self.context = PageContext(
            background,
            clock,
            language=language,
            settings=replace(Settings(), **settings),
            guide=load_guide(language),
            region=load_region("kz", language),
            keep_first=self._keep_first,
            has_store=lambda: self.vault is not None,
            save_draft=self._save_draft,
            load_draft=self._load_draft,
            clear_draft=lambda name: drafts.clear_draft(self.vault.database, name) if self.vault else None,
            change_setting=self._change_setting,
        )
        self.context.extra["opened"] = lambda: self.opened
        if real_worker:
            self._open_in_the_worker()
        others = dict.fromkeys(elsewhere, ElsewherePage)
        entries = [Entry(name, "sun", lambda n=name: n) for name in pages]
        self.window = VaultWindow(self.context, {**pages, **others}, entries, look)
        qtbot.addWidget(self.window)
        self.window.resize(1024, 600)
        self.window.show()
        qtbot.waitExposed(self.window)

    def _open_in_the_worker(self) -> None:
        """A connection belongs to one thread, so the worker opens its own. Drafts are not part of these stories."""
        assert self.vault is not None
        self.vault.close()
        done: list[object] = []
        self.context.background.run(self.context.background, _unlock, done.append)
        self.qtbot.waitUntil(lambda: bool(done), timeout=10_000)
        self.context.save_draft = lambda _name, _fields: None
        self.context.load_draft = lambda _name, then: then({})
        self.context.clear_draft = lambda _name: None

    def begin_sitting(self) -> None:
        """As after typing the passphrase."""
        assert self.vault is not None
        sitting = sittings.begin_sitting(self.vault.database, self.context.clock)
        self.opened = Opened(self.context.settings, sitting, "passphrase", read_only=False)

    def speak(self, language: str) -> None:
        """All pages in another language."""
        self.context.language, self.context.guide = language, load_guide(language)
        self.window.rebuild()
        self.settle()

    def open_store(self, vault: OpenVault) -> None:
        """She chose her first passphrase: what waited for it goes on."""
        self.vault = self.session.vault = vault
        then, self._waiting = self._waiting, None
        if then is not None:
            then()

    def go(self, name: str, **arguments: Any) -> Any:
        self.window.go(name, **arguments)
        self.settle()
        return self.window.page(name)

    def settle(self) -> None:
        """Until the page has filled: its parts come one a turn, by timers without an interval."""
        for _ in range(5):
            # Rounds and not milliseconds: on a busy computer forty of these may pass before a page has had its turn.
            self.qtbot.wait(8)
        self.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in self._turns()), timeout=10_000)

    def _turns(self) -> list[QTimer]:
        return [timer for timer in self.window.findChildren(QTimer) if timer.interval() == 0]

    def click(self, name: str) -> None:
        """Press a button where it is seen, as a hand would; on a busy computer it may come late."""

        def in_sight() -> None:
            assert self.find(name).isVisible(), f"{name} cannot be seen"

        self.qtbot.waitUntil(in_sight, timeout=10_000)
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        self.settle()

    def find(self, name: str) -> QPushButton:
        """The newest that is seen: one that makes room for it is hidden first and deleted in a later round."""
        found = self.window.findChildren(QPushButton, name)
        assert found, f"no button {name}"
        return next((button for button in reversed(found) if button.isVisible()), found[-1])

    def exists(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self.window.findChildren(QWidget, name))

    def seen(self) -> str:
        """All words that can be seen in the window."""
        words = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        words += [b.text() for b in self.window.findChildren(QPushButton) if b.isVisible()]
        return "\n".join(words)

    def arrivals(self, name: str) -> list[dict[str, Any]]:
        return self.window.page(name).came_with  # type: ignore[attr-defined,no-any-return]

    def nothing_is_cut(self, page: Any) -> None:
        inner, viewport = page.sheet.inner, page.sheet.viewport()
        assert inner.minimumSizeHint().width() <= viewport.width()

    def _keep_first(self, then: Callable[[], None]) -> None:
        if self.vault is not None:
            then()
        else:
            self._waiting = then

    def _save_draft(self, name: str, fields: dict[str, str]) -> None:
        if self.vault is not None:
            drafts.save_draft(self.vault.database, self.context.clock, name, fields)

    def _load_draft(self, name: str, then: Callable[[dict[str, str]], None]) -> None:
        then(drafts.draft(self.vault.database, name) if self.vault is not None else {})

    def _change_setting(self, name: str, value: Any) -> None:
        assert self.vault is not None
        self.context.settings = her_settings.set(self.vault.database, self.context.clock, name, value)


def _unlock(session: Session, _job: Job) -> bool:
    session.vault = unlock_vault(session.files, bytearray(b"lamp river bread seven"))
    return True
