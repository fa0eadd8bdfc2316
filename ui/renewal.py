"""Another language, theme or text size: taken at once, or as soon as nothing that she began is under way.

May touch: the window's message bar, for one quiet line. Must never have pages built anew while the worker works or
something is asked: its bar, its Cancel and whatever comes of it would go with the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer

from ui.background import Background
from ui.translation import said_in
from ui.window import VaultWindow

WAITS = str(QT_TRANSLATE_NOOP("Renewal", "This changes as soon as the work under way is done."))
# Looked for often enough to seem at once, and told only where it does not.
LOOK_MS = 50
LATE_MS = 400


class Renewal(QObject):
    """What was asked for is done once, in the order of asking."""

    def __init__(self, window: VaultWindow, background: Background) -> None:
        super().__init__(window)
        self._window, self._background = window, background
        self._asked: list[Callable[[], object]] = []
        self._line = ""
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_again)
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._tell)

    def ask(self, act: Callable[[], object], language: str) -> None:
        """Call `act` now or later. That it waits is said in `language`: she chose it because she reads it."""
        if act not in self._asked:
            self._asked.append(act)
        self._go_on()
        if self._asked:
            self._line = said_in(language, "Renewal", WAITS)
            self._look.start()
            self._late.start()

    def stop(self) -> None:
        """Nothing more: the window is about to end."""
        self._asked.clear()
        self._go_on()

    def _look_again(self) -> None:
        # Later than she asked for it, it must not come between two letters.
        if not self._window.is_typed_into:
            self._go_on()

    def _go_on(self) -> None:
        while self._asked and not self._background.asked_for and not self._window.asks:
            self._take_line_back()
            self._asked.pop(0)()
        if not self._asked:
            self._look.stop()
            self._late.stop()

    def _tell(self) -> None:
        if self._background.asked_for:
            self._window.tell(self._line)

    def _take_line_back(self) -> None:
        """What was said after it stays."""
        bar = self._window.shell.message_bar
        if self._line and bar.text.text() == self._line:
            bar.clear()
