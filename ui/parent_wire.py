"""The child's end of the pipe to the everyday program: letters and numbers both ways, and its end is ours.

May touch: descriptors 0 and 1 of this process. Must never carry text, and never block the interface: a full pipe
drops a message rather than wait.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRect, QSocketNotifier

from ui import messages
from ui.messages import Message


class Wire(Protocol):
    """What the windows behind the gate say to the everyday program."""

    def ready(self) -> None: ...  # noqa: D102
    def geometry(self, x: int, y: int, width: int, height: int, state: int) -> None: ...  # noqa: D102
    def leaving(self, *, quietly: bool = False) -> None: ...  # noqa: D102
    def stays(self, seconds: int) -> None: ...  # noqa: D102
    def aside(self) -> None: ...  # noqa: D102
    def switch(self, client: int) -> None: ...  # noqa: D102
    def listen(self, step_aside: Callable[[], None], stand_again: Callable[[QRect, int], None]) -> None: ...  # noqa: D102
    def preferences_changed(self) -> None: ...  # noqa: D102
    def exit_key(self, keysym: int) -> None: ...  # noqa: D102
    def box_key(self, key: bytes) -> None: ...  # noqa: D102
    def when_box_key(self, told: Callable[[bytes], None]) -> None: ...  # noqa: D102


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
        self._heard = bytearray()
        self._step_aside: Callable[[], None] = _nothing
        self._stand_again: Callable[[QRect, int], None] = _nothing
        self._key_came: Callable[[bytes], None] = _nothing
        self._halves: dict[int, Message] = {}
        self._watch = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._hear)

    def listen(self, step_aside: Callable[[], None], stand_again: Callable[[QRect, int], None]) -> None:
        """Whom to tell when the parent asks this window to go, or to stand there again."""
        self._step_aside, self._stand_again = step_aside, stand_again

    def ready(self) -> None:
        """My window stands."""
        self._send(Message(messages.READY))

    def geometry(self, x: int, y: int, width: int, height: int, state: int) -> None:
        """Where my window's contents are; state 1 is maximised, 2 full screen."""
        self._send(Message(messages.GEOMETRY, (x, y, width, height, state)))

    def leaving(self, *, quietly: bool = False) -> None:
        """I am covered. `quietly`: another program is in front, and the keyboard stays there."""
        self._send(Message(messages.LEAVING, (int(quietly), 0, 0, 0, 0)))

    def stays(self, seconds: int) -> None:
        """From now on leaving covers only, and keeps me so long; 0 ends me as always."""
        self._send(Message(messages.STAYS, (seconds, 0, 0, 0, 0)))

    def aside(self) -> None:
        """My window is off the screen."""
        self._send(Message(messages.ASIDE))

    def switch(self, client: int) -> None:
        """End me and start one for this client's number, 0 for the desk."""
        self._send(Message(messages.SWITCH, (client, 0, 0, 0, 0)))

    def preferences_changed(self) -> None:
        """Language or everyday program changed."""
        self._send(Message(messages.PREFERENCES))

    def exit_key(self, keysym: int) -> None:
        """The key of her choice, as an X key symbol; 0 for none."""
        self._send(Message(messages.EXIT_KEY, (keysym, 0, 0, 0, 0)))

    def box_key(self, key: bytes) -> None:
        """The desk's own store is open: what its notes are sealed with, 32 bytes."""
        for half in messages.key_in_halves(messages.BOX_KEY, key):
            self._send(half)

    def when_box_key(self, told: Callable[[bytes], None]) -> None:
        """Whom to tell, in a client's process, what notes for the desk are sealed with."""
        self._key_came = told

    def _send(self, message: Message) -> None:
        with contextlib.suppress(BlockingIOError, BrokenPipeError):
            os.write(self._output, message.pack())

    def _hear(self) -> None:
        try:
            received = os.read(0, 4096)
            self._heard += received
            told = messages.unpack_messages(self._heard, messages.FROM_PARENT)
        except (OSError, ValueError):
            received, told = b"", []
        if not received:
            _leave_with_parent()
        for message in told:
            if message.tag == messages.STEP_ASIDE:
                self._step_aside()
            elif message.tag == messages.SEAL_WITH:
                self._halves[message.numbers[0]] = message
                if {0, 1} <= set(self._halves):
                    self._key_came(messages.key_of_halves(self._halves[0], self._halves[1]))
            else:
                x, y, width, height, state = message.numbers
                self._stand_again(QRect(x, y, width, height), state)


def _leave_with_parent() -> None:
    """The parent is gone, or is not the parent. The whole group goes at once, as the parent would have ended it."""
    os.killpg(os.getpgid(0), signal.SIGKILL) if os.name == "posix" else os._exit(0)


class NoWire:
    """For the tour and for page tests, where there is no parent: nobody listens and nobody calls."""

    def ready(self) -> None: ...  # noqa: D102
    def geometry(self, x: int, y: int, width: int, height: int, state: int) -> None: ...  # noqa: D102
    def leaving(self, *, quietly: bool = False) -> None: ...  # noqa: D102
    def stays(self, seconds: int) -> None: ...  # noqa: D102
    def aside(self) -> None: ...  # noqa: D102
    def switch(self, client: int) -> None: ...  # noqa: D102
    def listen(self, step_aside: Callable[[], None], stand_again: Callable[[QRect, int], None]) -> None: ...  # noqa: D102
    def preferences_changed(self) -> None: ...  # noqa: D102
    def exit_key(self, keysym: int) -> None: ...  # noqa: D102
    def box_key(self, key: bytes) -> None: ...  # noqa: D102
    def when_box_key(self, told: Callable[[bytes], None]) -> None: ...  # noqa: D102


def _nothing(*_: object) -> None:
    """Until somebody listens."""
