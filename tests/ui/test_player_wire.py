"""What a player says is not believed, and it takes no order but a right one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from safeplan import errors
from ui.player import Frame
from ui.player_wire import (
    MAX_SOUND,
    PIECE,
    AnswerReader,
    Data,
    End,
    From,
    Info,
    More,
    Need,
    Sound,
    pack_answer,
    pack_failure,
    pack_open,
    pack_order,
    read_order,
    unpack_open,
)

# ── What comes back is not believed ─────────────────────────────────────────────────────────────────────────────
ANSWERS = (
    Info(2000, True, True, 160, 96),
    Need(0, 100),
    Frame(1, 40, 4, 3, 90, bytes(48)),
    Sound(1, 60, bytes(400)),
    End(1, 2000),
)


def reader() -> AnswerReader:
    made = AnswerReader(5000)
    made.allow(160, 96)
    return made


def test_what_a_player_says_survives_the_journey_in_any_pieces() -> None:
    packed = b"".join(piece for answer in ANSWERS for piece in pack_answer(answer))
    for step in (1, 7, 64, len(packed)):
        made, found = reader(), []
        for start in range(0, len(packed), step):
            found += made.feed(packed[start : start + step])
        assert tuple(found) == ANSWERS


@pytest.mark.parametrize(
    "lie",
    [
        Frame(1, 40, 161, 3, 0, bytes(161 * 12)),
        Frame(1, 40, 4, 3, 45, bytes(48)),
        Sound(1, 0, bytes(MAX_SOUND + 4)),
        Sound(1, 0, bytes(3)),
        Need(5000, 10),
        Need(0, PIECE + 1),
        Info(0, False, False, 0, 0),
        Info(0, True, False, 0, 0),
        Info(0, True, False, 60_000, 60_000),
        Info(1, True, True, 10, 10),
    ],
    ids=repr,
)
def test_a_lie_is_refused_before_its_body_is_waited_for(lie: Any) -> None:
    made = reader()
    made.feed(pack_answer(ANSWERS[0])[0])
    with pytest.raises(errors.PictureBroken):
        made.feed(pack_answer(lie)[0])


def test_pictures_before_the_first_word_and_unknown_words_are_refused() -> None:
    for first in (pack_answer(ANSWERS[2])[0], b"Q", pack_failure(errors.WrongPassphrase())):
        with pytest.raises(errors.PictureBroken):
            reader().feed(first)
    with pytest.raises(errors.PictureTooLarge):
        reader().feed(pack_failure(errors.PictureTooLarge()))


@given(st.binary(max_size=200), st.integers(0, 5))
def test_any_bytes_are_refused_or_lie_within_what_was_allowed(noise: bytes, known: int) -> None:
    made = reader()
    start = b"".join(piece for answer in ANSWERS[:known] for piece in pack_answer(answer))
    try:
        found = made.feed(start + noise)
    except (errors.PictureBroken, errors.PictureTooLarge, errors.PictureNotShown):
        return
    for answer in found:
        if isinstance(answer, Frame):
            assert answer.width <= 160
            assert answer.height <= 96
            form = QImage.Format.Format_RGB32
            assert not QImage(answer.pixels, answer.width, answer.height, answer.width * 4, form).isNull()


@given(st.binary(max_size=60))
def test_the_player_takes_no_order_but_a_right_one(noise: bytes) -> None:
    def read_from(content: bytes) -> Callable[[int], bytes]:
        rest = [content]

        def read(size: int) -> bytes:
            if len(rest[0]) < size:
                raise EOFError
            piece, rest[0] = rest[0][:size], rest[0][size:]
            return piece

        return read

    try:
        order = read_order(read_from(noise))
        assert not isinstance(order, From) or order.valid()
    except (ValueError, EOFError):
        pass
    for order in (From(3, 1500, 150, 640, 360, 9), More(7), Data(b"abc")):
        assert read_order(read_from(pack_order(order))) == order
    with pytest.raises(ValueError, match="from"):
        read_order(read_from(pack_order(From(1, 0, 99, 640, 360, 0))))
    assert unpack_open(pack_open("audio/ogg", 12)) == ("audio/ogg", 12)
    if len(noise) != len(pack_open("audio/ogg", 12)):
        with pytest.raises(ValueError, match="length"):
            unpack_open(noise)
