"""What the processes say to each other, should one of them be somebody else by now."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable

from safeplan import errors
from ui import messages, player_wire, viewer_wire
from ui.desk_post import DeskPost
from ui.viewer_wire import Request

_NAMED = (errors.PictureBroken, errors.PictureTooLarge, errors.PictureNotShown, errors.NotThere)
_STEP = 37


def target(data: bytes) -> None:
    ways[data[0] % len(ways)](data[1:]) if data else None


def _messages(data: bytes) -> None:
    for known in (messages.FROM_CHILD, messages.FROM_PARENT):
        buffer, post = bytearray(data), DeskPost()
        try:
            for client, message in enumerate(messages.unpack_messages(buffer, known)):
                assert message.tag in known
                post.take(client % 3, message)
        except ValueError:
            continue
        assert len(buffer) < messages.SIZE


def _role(data: bytes) -> None:
    try:
        role = messages.unpack_role(data)
    except ValueError:
        return
    assert messages.unpack_role(role.pack()) == role


def _asked(data: bytes) -> None:
    try:
        kind, request, size = viewer_wire.unpack_request(data)
    except ValueError:
        return
    assert viewer_wire.pack_request(kind, request, size)[:9] == data[:9]


def _shown(data: bytes) -> None:
    wanted = Request(0, 0) if data[:1] == b"0" else Request(40, 30)
    reader = viewer_wire.AnswerReader(wanted)
    try:
        for at in range(1, len(data), _STEP):
            reader.feed(data[at : at + _STEP])
        seen = reader.answer()
    except _NAMED:
        return
    assert seen.width <= wanted.max_width
    assert len(seen.rgba) == seen.stride * seen.height == seen.width * seen.height * 4
    assert "".join((seen.claimed.taken_at, seen.claimed.place, seen.claimed.device)).isprintable()


def _played(data: bytes) -> None:
    reader = player_wire.AnswerReader(5000)
    reader.allow(40, 30)
    try:
        for at in range(0, len(data), _STEP):
            for answer in reader.feed(data[at : at + _STEP]):
                if isinstance(answer, player_wire.Frame):
                    assert len(answer.pixels) == answer.width * answer.height * 4 <= 4800
                elif isinstance(answer, player_wire.Need):
                    assert answer.offset < 5000
    except _NAMED:
        return


def _ordered(data: bytes) -> None:
    stream = io.BytesIO(data)

    def read(size: int) -> bytes:
        assert size <= player_wire.PIECE
        piece = stream.read(size)
        if len(piece) < size:
            raise EOFError
        return piece

    with contextlib.suppress(ValueError):
        player_wire.unpack_open(data[: player_wire.OPEN_SIZE])
    try:
        while True:
            order = player_wire.read_order(read)
            assert player_wire.pack_order(order)
    except (EOFError, ValueError):
        return


ways: tuple[Callable[[bytes], None], ...] = (_messages, _role, _asked, _shown, _played, _ordered)
