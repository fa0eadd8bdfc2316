"""One child from the everyday program's side: started, heard, sent aside or called back, ended.

May touch: the child's two pipes and its life. Must never block on a child that hangs, and never carry a word: only
letters and numbers pass here.
"""

from __future__ import annotations

import contextlib
import os

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from ui import messages
from ui.messages import Message, VaultRole
from ui.processes import start_process

COLLECT_MS = 10


class Child(QObject):
    """A running child. `said` brings its messages one by one; `ended` comes once: it is gone, or talks nonsense."""

    said = Signal(object)  # Message
    ended = Signal()

    def __init__(self, role: VaultRole, parent: QObject) -> None:
        super().__init__(parent)
        self._running = start_process(role.pack())
        if os.name == "posix":
            # Else a child that hangs and reads nothing could hold the everyday program.
            os.set_blocking(self._running.to_child, False)
        self._buffer = bytearray()
        self._notifier = QSocketNotifier(self._running.from_child, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self.client = role.client
        self.stays_seconds = 0
        self.is_aside = False

    @property
    def pid(self) -> int:
        """Its process number."""
        return self._running.pid

    def tell(self, message: Message) -> None:
        """Send it a message; one that has ended or does not read misses it."""
        with contextlib.suppress(OSError):
            os.write(self._running.to_child, message.pack())

    def hush(self) -> None:
        """Hear it no more."""
        self._notifier.setEnabled(False)

    def end(self) -> None:
        """End it and everything it started, now. Safe to call again."""
        self.hush()
        self._running.kill()
        self._running.close_pipes()
        self._collect()

    def _collect(self) -> None:
        """An ended process stays in the process list until its parent has looked at it."""
        if self._running.alive():
            QTimer.singleShot(COLLECT_MS, self, self._collect)
        else:
            self.deleteLater()

    def _hear(self) -> None:
        try:
            received = os.read(self._running.from_child, 4096)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        self._buffer += received
        try:
            heard = messages.unpack_messages(self._buffer)
        except ValueError:
            received, heard = b"", []
        if not received:
            self.hush()
            self.ended.emit()
            return
        for message in heard:
            if message.tag == messages.STAYS:
                self.stays_seconds = message.numbers[0]
            elif message.tag == messages.ASIDE:
                self.is_aside = True
            self.said.emit(message)
