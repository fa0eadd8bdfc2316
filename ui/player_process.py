"""The player: asks for pieces of one untrusted recording, gives pictures and sound out; it has no key and no window.

May touch: its input and its output. Must never open anything (the cage is shut before the first byte of the file is
read), play a second file, or run ahead of what it was allowed to send.
"""

from __future__ import annotations

import os
import select
import sys
from collections import OrderedDict
from collections.abc import Iterator
from typing import BinaryIO, cast

from safeplan import errors
from safeplan.hardening import die_with_parent, harden_process
from ui import player_decode
from ui.messages import PLAYER_ROLE
from ui.player_wire import (
    OPEN_SIZE,
    PIECE,
    REPORTABLE,
    Answer,
    Data,
    End,
    Frame,
    From,
    More,
    Need,
    Sound,
    pack_answer,
    pack_failure,
    read_order,
    unpack_open,
)
from ui.viewer_cage import enter_cage

MEMORY = 1 << 30
# Between two signs of life, waiting for orders aside. The caller gives up earlier; this holds if it is itself stuck.
ALARM_SECONDS = 25
# Two megabytes of the file: sound and pictures of one moment often lie apart.
KEPT_PIECES = 8


def run(role: bytes) -> int:
    """Play one file over descriptors 0 and 1, until the input ends. Does not return once the file is open."""
    if role != PLAYER_ROLE:
        return 1
    _harden()
    player_decode.preload()
    try:
        kind, size = unpack_open(_read_exactly(OPEN_SIZE))
    except (ValueError, EOFError):
        return 0
    _shut_the_door()
    try:
        _Player(kind, size).serve()
    except (EOFError, BrokenPipeError, ValueError):
        pass
    except MemoryError:
        _last_word(errors.PictureTooLarge())
    except errors.SafePlanError as error:
        _last_word(error if error.id in REPORTABLE else errors.PictureBroken())
    except Exception:
        _last_word(errors.PictureBroken())
    # No clean-up code runs over what a hostile file may have left in memory.
    os._exit(0)


class _Player:
    def __init__(self, kind: str, size: int) -> None:
        self._kind, self._size = kind, size
        self._pieces: OrderedDict[int, bytes] = OrderedDict()
        self._place = 0
        self._credit = 0
        self._wanted: From | None = None

    def serve(self) -> None:
        """Answer orders for as long as there are any."""
        recording = player_decode.Recording(self._kind, cast(BinaryIO, self))
        _say(recording.info)
        order: From | None = None
        coming: Iterator[Frame | Sound] | None = None
        last_ms, given = 0, False
        while True:
            while self._wanted is None and (coming is None or self._credit <= 0 or _input_waits()):
                self._hear()
            if self._wanted is not None:
                order, self._wanted = self._wanted, None
                coming, last_ms = recording.play(order), order.at_ms
                continue
            assert order is not None
            assert coming is not None
            answer = next(coming, None)
            if answer is None and not given and not order.at_ms:
                # Read to its end, and nothing in it could be seen or heard.
                raise errors.PictureBroken
            if answer is None:
                _say(End(order.turn, max(last_ms, recording.info.length_ms)))
                coming = None
                continue
            given = True
            last_ms = max(last_ms, answer.at_ms)
            if self._wanted is None:
                self._credit -= len(answer.pixels if isinstance(answer, Frame) else answer.samples)
                _say(answer)

    # ── what the decoder takes for a file ───────────────────────────────────────────────────────────────────────
    def read(self, length: int = -1) -> bytes:
        """Up to `length` bytes from where it stands."""
        left = max(0, self._size - self._place)
        length = left if length < 0 else min(length, left)
        start = self._place // PIECE * PIECE
        if not length:
            return b""
        piece = self._piece(start)
        found = piece[self._place - start :][:length]
        self._place += len(found)
        return found

    def seek(self, offset: int, whence: int = 0) -> int:
        """Stand somewhere else."""
        self._place = max(0, offset + (0, self._place, self._size)[whence])
        return self._place

    def tell(self) -> int:
        """Where it stands."""
        return self._place

    def seekable(self) -> bool:
        """Always."""
        return True

    def _piece(self, start: int) -> bytes:
        found = self._pieces.get(start)
        if found is not None:
            self._pieces.move_to_end(start)
            return found
        length = min(PIECE, self._size - start)
        try:
            _say(Need(start, length))
            found = self._hear_data()
        except (EOFError, BrokenPipeError, ValueError):
            # Whoever asked has gone; the decoder between here and there would make another error of it.
            os._exit(0)
        if len(found) != length:
            raise errors.PictureBroken
        self._pieces[start] = found
        if len(self._pieces) > KEPT_PIECES:
            self._pieces.popitem(last=False)
        return found

    # ── orders ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _hear_data(self) -> bytes:
        while True:
            heard = self._hear()
            if isinstance(heard, Data):
                return heard.data

    def _hear(self) -> From | More | Data:
        """One order; waiting for it is no sign of being stuck."""
        _set_alarm(0)
        heard = read_order(_read_exactly)
        _set_alarm(ALARM_SECONDS)
        if isinstance(heard, From):
            self._wanted, self._credit = heard, heard.credit
        elif isinstance(heard, More):
            self._credit += heard.credit
        return heard


def _harden() -> None:
    harden_process()
    die_with_parent()
    if sys.platform != "win32":
        import resource

        for what, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, 64),
            (resource.RLIMIT_DATA, MEMORY),
        ):
            _, ceiling = resource.getrlimit(what)
            least = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
            resource.setrlimit(what, (least, least))


def _shut_the_door() -> None:
    """From here on no descriptor can be opened: no file, no socket, no pipe; and nothing is done by name."""
    enter_cage()
    if sys.platform != "win32":
        import resource

        # One, not none: with none poll() refuses to look at the one descriptor 0, which is taken.
        resource.setrlimit(resource.RLIMIT_NOFILE, (1, 1))


def _set_alarm(seconds: int) -> None:
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


def _input_waits() -> bool:
    # Windows: an order is heard when what may be sent is used up, a few pictures later.
    if sys.platform == "win32":
        return False
    poll = select.poll()
    poll.register(0, select.POLLIN)
    return bool(poll.poll(0))


def _say(answer: Answer) -> None:
    for piece in pack_answer(answer):
        _write_all(piece)


def _last_word(error: errors.SafePlanError) -> None:
    try:
        _write_all(pack_failure(error))
    except OSError:
        return


def _read_exactly(size: int) -> bytes:
    """`size` bytes of the input. Raises EOFError when it ends before: the caller has gone."""
    received = bytearray()
    while len(received) < size:
        piece = os.read(0, min(1 << 20, size - len(received)))
        if not piece:
            raise EOFError
        received += piece
    return bytes(received)


def _write_all(piece: bytes) -> None:
    rest = memoryview(piece)
    while rest:
        rest = rest[os.write(1, rest) :]
