"""Where an exit covers only: at a desk and in a kiosk what is open waits, unseen, and can be called back for a while.

May touch: the window, the pipe to the everyday program, two random words in memory. Must never show a page of hers
on coming back to a kiosk before the two words were typed, and never wait longer than the policy says.
"""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from safeplan.clock import Clock
from ui.parent_wire import Wire
from ui.quick_exit import QuickExit
from ui.rooms import Room
from ui.window import VaultWindow

WORDS_PAGE = "kiosk_words"


class Staying(QObject):
    """`begin` once something is open; `words` are what she types to come back to a kiosk, made new each session."""

    called_back = Signal(QRect, int)  # the window is to stand there again; the page is already chosen
    recognised = Signal()  # with the two words her page stands again

    def __init__(self, room: Room, wire: Wire, window: VaultWindow, quick_exit: QuickExit, clock: Clock) -> None:
        super().__init__()
        self._room = room
        self._wire = wire
        self._window = window
        self._quick_exit = quick_exit
        self._clock = clock
        self._begun = False
        self._ends_at = 0.0
        self._came_from: tuple[str, dict[str, Any]] | None = None
        self.words = ""
        # The parent ends what waits too long behind it; this one ends what was called back and never opened.
        self._too_late = QTimer(self, singleShot=True)
        self._too_late.timeout.connect(self.end)
        self._quick_exit.leaving.connect(self._left)
        wire.listen(self._step_aside, self._stand_again)

    def begin(self, language: str) -> None:
        """Something is open: an exit covers only, from here on. Does nothing at the kitchen table."""
        if not self._room.stay_seconds:
            return
        self._begun = True
        if self._room.is_kiosk:
            from safeplan.vault.passphrase import words_to_come_back

            self.words = words_to_come_back(language)
        self._wire.stays(self._room.stay_seconds)

    @property
    def asking(self) -> bool:
        """True between being called back and the right two words."""
        return self._came_from is not None

    def seconds_left(self) -> int:
        """How long what is open still waits for the two words."""
        return max(0, math.ceil(self._ends_at - self._clock.monotonic()))

    def try_words(self, typed: str) -> bool:
        """With the right words the page she left stands again. The keyboard's language makes no difference."""
        from safeplan.vault.passphrase import candidates, normalise

        came_from, meant = self._came_from, normalise(self.words)
        if came_from is None or all(bytes(one) != bytes(meant) for one in candidates(typed)):
            return False
        self._came_from = None
        self._too_late.stop()
        self._wire.stays(self._room.stay_seconds)
        meanwhile = self._window.let_go()
        name, arguments = meanwhile if meanwhile[0] else came_from
        self._window.go(name, **arguments)
        self.recognised.emit()
        return True

    def make_way(self) -> None:
        """Nothing is open any more: the page that stands first stands again, in a new process."""
        if self._quick_exit.left:
            # Hidden meanwhile: nobody asked for a page to stand there.
            self.end()
        else:
            self._over()
            self._wire.switch(0)

    def _over(self) -> None:
        """From here on an exit ends this process, as it did before begin()."""
        self._begun = False
        self._too_late.stop()
        self._wire.stays(0)

    def end(self) -> None:
        """Hide, and this time for good: the process goes, and with it the only key."""
        self._over()
        if self._quick_exit.left:
            # It stands aside already: the parent ends what says that it leaves.
            self._wire.leaving()
        else:
            self._quick_exit.leave()

    def _left(self) -> None:
        """Covered. From the page that asks for the words the time runs on; else it begins."""
        if self._begun and not self.asking:
            self._ends_at = self._clock.monotonic() + self._room.stay_seconds

    def _step_aside(self) -> None:
        # Else the time that it waits would have no beginning, and keys would go on counting in a window unseen.
        self._quick_exit.was_hidden()
        self._window.hide()
        self._wire.aside()

    def _stand_again(self, area: QRect, state: int) -> None:
        self._quick_exit.stand_again()
        left = self.seconds_left()
        if self._room.is_kiosk:
            if not self.asking:
                window = self._window
                self._came_from = (window.current_name, window.page(window.current_name).arguments)
            # Hidden once more, it waits for what is left, and not ten minutes anew.
            self._wire.stays(max(1, left))
            self._too_late.start(1000 * max(1, left))
            self._window.keep_to(WORDS_PAGE)
        self._window.uncover()
        self.called_back.emit(area, state)
