"""Recordings through the decoder of the player, in this process."""

from __future__ import annotations

import io

from safeplan.errors import PictureBroken, PictureNotShown, PictureTooLarge
from ui import player_decode
from ui.player_wire import KINDS, MAX_LENGTH_MS, MAX_SOUND, Frame, From, Sound

player_decode.preload()
_ORDER = From(1, 0, 100, 64, 64, 1 << 20)
MOST = 12


def target(data: bytes) -> None:
    """The first byte: which reader; then the recording."""
    kind = KINDS[data[0] % len(KINDS)] if data else KINDS[0]
    try:
        recording = player_decode.Recording(kind, io.BytesIO(data[1:]))
        for count, piece in enumerate(recording.play(_ORDER)):
            assert 0 <= piece.at_ms <= MAX_LENGTH_MS
            assert not isinstance(piece, Frame) or len(piece.pixels) == piece.width * piece.height * 4
            assert not isinstance(piece, Sound) or 0 < len(piece.samples) <= MAX_SOUND
            if count > MOST:
                return
    except (PictureBroken, PictureNotShown, PictureTooLarge, MemoryError):
        return
