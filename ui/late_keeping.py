"""Says in one line that what she wrote is not kept yet: a copy of everything or a new key lets nothing in meanwhile.

May touch: the message bar, through what it is given. Must never say it of a wait that nobody notices, say it twice
for one wait, speak while she is hidden, or have an exit wait for anything.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.background import Background

# Other long work lets her words in within a third of that.
LATE_MS = 1000


class LateKeeping(QObject):
    """`tell` as the window's; `take_back(words)` takes a line away, if it still stands there.

    `silent()` is asked before it is said. `erased_by_hiding`: whether hiding ends the work under way, and with it
    what waits behind it.
    """

    def __init__(
        self,
        background: Background,
        tell: Callable[..., None],
        take_back: Callable[[str], None],
        *,
        silent: Callable[[], bool],
        erased_by_hiding: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._tell, self._take_back = background, tell, take_back
        self._silent, self._erased_by_hiding = silent, erased_by_hiding
        # What the clock runs for, 0 when nothing waits.
        self._oldest = 0
        self._told = ""
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._say)
        background.words_wait.connect(self._look)

    def _look(self) -> None:
        oldest = self._background.oldest_words
        if oldest == self._oldest:
            return
        self._oldest = oldest
        if oldest and not self._told:
            self._late.start()
        elif not oldest:
            self._late.stop()
            told, self._told = self._told, ""
            if told:
                self._take_back(told)

    def _say(self) -> None:
        if self._silent() or not self._background.oldest_words:
            return
        self._told = self.tr("What you have just written is kept as soon as the work under way is done.")
        hint = self.tr("Hiding before that erases it.") if self._erased_by_hiding else ""
        self._tell(self._told, "warm", hint=hint)
