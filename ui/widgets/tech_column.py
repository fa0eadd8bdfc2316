"""A page's content that is built piece by piece, so that no turn of the window takes longer than a blink.

May touch: its own widgets. Must never build everything at once: "Hide now" would wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import QuietButton
from ui.widgets.column import Column
from ui.widgets.tech_words import large_type


class TechColumn(Column):
    """build(pieces) calls them one a turn; each puts widgets below what is there with add(). `go(part)` leads on."""

    go = Signal(str)

    def __init__(self, *, name: str, together: bool) -> None:
        super().__init__(spacing=16, name=name)
        if together:
            self.setStyleSheet(large_type())
        self._pieces: list[Callable[[], object]] = []
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._next)
        # Where the keyboard goes on when the part before has gone.
        self.first: QWidget | None = None

    @property
    def built(self) -> bool:
        """True once every piece is there."""
        return not self._pieces

    def build(self, pieces: Iterable[Callable[[], object]]) -> None:
        """The first piece now, the others one after the other."""
        self._pieces = list(pieces)
        self._next()

    def take_focus(self) -> None:
        """Once it can be seen; otherwise the focus falls to the way out, and the next Space hides by chance."""
        QTimer.singleShot(0, self, self._focus)

    def make_back(self) -> QuietButton:
        """The way to all parts."""
        back = QuietButton(
            self.tr("All parts"), name="tech-back", icon="arrow-left", clicked=lambda: self.go.emit("")
        )
        self.first = back
        return back

    def _focus(self) -> None:
        if self.first is not None and self.first.isVisible():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self) -> None:
        if self._pieces:
            self._pieces.pop(0)()
        if self._pieces:
            self._filling.start()
