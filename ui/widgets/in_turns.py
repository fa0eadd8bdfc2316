"""Work done one piece a turn: all at once would stop the window for longer than it takes to press "Hide now".

May touch: nothing but its timer. Must never run a piece that was forgotten meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class InTurns(QObject):
    """begin() runs the first piece at once and every other in a turn of its own, and forgets what was left before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: list[Callable[[], object]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self.go_on)

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return not self._left

    def begin(self, pieces: Iterable[Callable[[], object]], *, at_once: bool = True) -> None:
        """Do these, in this order; without `at_once` the first one too in a turn of its own."""
        self.stop()
        self._left = list(pieces)
        if at_once:
            self.go_on()
        elif self._left:
            self._next.start()

    def stop(self) -> None:
        """Nothing more."""
        self._next.stop()
        self._left = []

    def go_on(self) -> None:
        """The next piece, now; the others follow."""
        if self._left:
            self._left.pop(0)()
        if self._left:
            self._next.start()
