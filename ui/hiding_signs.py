"""What the window shows quietly about hiding: how many presses count so far, how many seconds are left.

May touch: the hint beside the exit control, the countdown's own line, a screen reader. Must never do anything in the
press that hides, and never write over what a page has told.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from shiboken6 import isValid

from ui.exit_keys import TAPS_NEEDED, WITHIN_SECONDS
from ui.window import VaultWindow


class HidingSigns:
    """For one window."""

    def __init__(self, window: VaultWindow) -> None:
        self._window = window
        self._hint_back = QTimer(window, singleShot=True, interval=round(WITHIN_SECONDS * 1000))
        self._hint_back.timeout.connect(lambda: self.show_taps(0))

    def show_taps(self, taps: int) -> None:
        """How many of the three presses count so far, seen beside the exit control and told to a screen reader."""
        if not isValid(self._window):
            return
        hint = self._window.shell.hint
        if not taps:
            hint.setText(QCoreApplication.translate("App", "Shift ×3"))
            return
        self._hint_back.start()
        hint.setText("Shift " + "●" * taps + "○" * (TAPS_NEEDED - taps))
        said = QCoreApplication.translate("App", "{count} of 3").format(count=taps)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, said))

    def count_down(self, seconds: int) -> None:
        """One line that goes away by itself as soon as somebody moves."""
        line = self._window.shell.countdown
        if seconds < 0:
            line.clear()
            return
        said = QCoreApplication.translate("App", "Nobody has moved. Hiding in {seconds} seconds.")
        line.show_message(said.format(seconds=seconds))

    def stop(self) -> None:
        """For an orderly end."""
        self._hint_back.stop()
