"""The viewer: takes one untrusted file in, gives pixels out, ends. It has no key, no database and no window.

May touch: its input and its output. Must never open anything once the file is read, serve a second file, or live
past its limits: whatever a decoder does wrong is done in here, alone.
"""

from __future__ import annotations

import gc
import os
import select
import sys

from safeplan import errors
from safeplan.hardening import die_with_parent, harden_process
from ui import viewer_decode, viewer_pdf
from ui.messages import VIEWER_ROLE
from ui.viewer_cage import enter_cage
from ui.viewer_wire import (
    KINDS,
    REPORTABLE,
    REQUEST_SIZE,
    Pixels,
    Request,
    pack_answer,
    pack_failure,
    unpack_request,
)

MEMORY = 1 << 30
PROCESSOR_SECONDS = 10
# Counted from the request; the caller gives up earlier. This one holds if the caller itself is stuck.
ALARM_SECONDS = 20


def run(role: bytes) -> int:
    """Serve one request on descriptors 0 and 1. Does not return when it has been served."""
    if role != VIEWER_ROLE:
        return 1
    _harden()
    viewer_decode.preload("")
    if not _request_waits():
        # Started ahead of need: get everything ready, and wait.
        viewer_decode.preload("image/heic")
        viewer_pdf.preload()
    try:
        kind, request, size = unpack_request(_read_exactly(REQUEST_SIZE))
    except (ValueError, EOFError):
        return 0
    _set_alarm()
    viewer_decode.preload(kind)
    if kind == "application/pdf":
        viewer_pdf.preload()
    try:
        untrusted = _read_exactly(size)
    except EOFError:
        return 0
    _shut_the_door(kind)
    try:
        pieces = pack_answer(_decode(kind, untrusted, request))
    except MemoryError:
        pieces = [pack_failure(errors.PictureTooLarge())]
    except errors.SafePlanError as error:
        pieces = [pack_failure(error if error.id in REPORTABLE else errors.PictureBroken())]
    for piece in pieces:
        _write_all(piece)
    # No clean-up code runs over what a hostile file may have left in memory.
    os._exit(0)


def _decode(kind: str, untrusted: bytes, request: Request) -> Pixels:
    if kind not in KINDS:
        raise errors.PictureNotShown
    if kind == "application/pdf":
        return viewer_pdf.draw_page(untrusted, request)
    return viewer_decode.decode_picture(kind, untrusted, request)


def _harden() -> None:
    harden_process()
    die_with_parent()
    if sys.platform != "win32":
        import resource

        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_NOFILE, 64)
        # The gentler signal comes first and tells the caller that it was the time.
        _limit(resource.RLIMIT_CPU, PROCESSOR_SECONDS, PROCESSOR_SECONDS + 1)
        # Counts what is really made writable; the PDF library reserves 32 GiB of addresses it never uses.
        _limit(resource.RLIMIT_DATA, MEMORY)
    # A collection in the middle of a decode buys nothing in a process that lives for a second.
    gc.disable()


def _shut_the_door(kind: str) -> None:
    """From here on no descriptor can be opened: no file, no socket, no pipe; and nothing is done by name."""
    enter_cage()
    if sys.platform != "win32":
        import resource

        _limit(resource.RLIMIT_NOFILE, 0)
        if kind != "application/pdf":
            _limit(resource.RLIMIT_AS, MEMORY)


def _set_alarm() -> None:
    if sys.platform != "win32":
        import signal

        signal.alarm(ALARM_SECONDS)


if sys.platform != "win32":

    def _limit(what: int, soft: int, hard: int | None = None) -> None:
        """Lower both limits (the hard one to `soft` when not given): this process cannot raise them again."""
        import resource

        _, ceiling = resource.getrlimit(what)
        wanted = [soft if limit is None else limit for limit in (soft, hard)]
        if ceiling != resource.RLIM_INFINITY:
            wanted = [min(limit, ceiling) for limit in wanted]
        resource.setrlimit(what, (wanted[0], wanted[1]))


def _request_waits() -> bool:
    if sys.platform == "win32":
        return True
    poll = select.poll()
    poll.register(0, select.POLLIN)
    return bool(poll.poll(0))


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
