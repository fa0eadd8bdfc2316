"""Files through the real viewer, a process for each: pixels, or a failure with a name."""

from __future__ import annotations

from safeplan.errors import NotThere, PictureBroken, PictureNotShown, PictureTooLarge, ViewerTimedOut
from safeplan.records.sniff import kind_of
from ui.viewer_exchange import decode_blocking
from ui.viewer_wire import Request

_NAMED = (NotThere, PictureBroken, PictureNotShown, PictureTooLarge, ViewerTimedOut)


def target(data: bytes) -> None:
    try:
        seen = decode_blocking(kind_of(data), data, Request(96, 96))
    except _NAMED:
        return
    assert len(seen.rgba) == seen.stride * seen.height
    assert max(seen.width, seen.height) <= 96
