"""The child's end of the pipe to the everyday program: sends letters and numbers, ends when the pipe ends.

May touch: descriptors 0 and 1 of this process. Must never carry text, and never block the interface: a full pipe
drops a message rather than wait.
"""

from __future__ import annotations

import contextlib
import os
import signal
from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier

from ui import messages
from ui.messages import Message


class Wire(Protocol):
    """What the windows behind the gate say to the everyday program."""

    def ready(self) -> None: ...  # noqa: D102
    def geometry(self, x: int, y: int, width: int, height: int, state: int) -> None: ...  # noqa: D102
    def leaving(self) -> None: ...  # noqa: D102
    def preferences_changed(self) -> None: ...  # noqa: D102
    def exit_key(self, keysym: int) -> None: ...  # noqa: D102


class ParentWire(QObject):
    """The real wire; takes descriptor 1 for itself, so that no stray print can speak to the parent."""

    def __init__(self) -> None:
        super().__init__()
        self._output = os.dup(1)
        os.set_inheritable(self._output, False)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
        os.set_blocking(self._output, False)
        # Nothing is ever sent to us but the end of the pipe: it means that the parent is gone.
        self._watch = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._parent_gone)

    def ready(self) -> None:
        """My window stands."""
        self._send(Message(messages.READY))

    def geometry(self, x: int, y: int, width: int, height: int, state: int) -> None:
        """Where my window's contents are; state 1 is maximised, 2 full screen."""
        self._send(Message(messages.GEOMETRY, (x, y, width, height, state)))

    def leaving(self) -> None:
        """I am covered."""
        self._send(Message(messages.LEAVING))

    def preferences_changed(self) -> None:
        """Language or everyday program changed."""
        self._send(Message(messages.PREFERENCES))

    def exit_key(self, keysym: int) -> None:
        """The key of her choice, as an X key symbol; 0 for none."""
        self._send(Message(messages.EXIT_KEY, (keysym, 0, 0, 0, 0)))

    def _send(self, message: Message) -> None:
        with contextlib.suppress(BlockingIOError, BrokenPipeError):
            os.write(self._output, message.pack())

    def _parent_gone(self) -> None:
        """Leave nothing behind: the whole group goes at once, as the parent would have ended it."""
        os.killpg(os.getpgid(0), signal.SIGKILL) if os.name == "posix" else os._exit(0)


class NoWire:
    """For the tour and for page tests, where there is no parent."""

    def ready(self) -> None:
        """Nobody listens."""

    def geometry(self, x: int, y: int, width: int, height: int, state: int) -> None:
        """Nobody listens."""

    def leaving(self) -> None:
        """Nobody listens."""

    def preferences_changed(self) -> None:
        """Nobody listens."""

    def exit_key(self, keysym: int) -> None:
        """Nobody listens."""
