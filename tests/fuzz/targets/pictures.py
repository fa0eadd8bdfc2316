"""Pictures of every kind through the decoder of the viewer, in this process, with the viewer's limits."""

from __future__ import annotations

from safeplan.errors import PictureBroken, PictureTooLarge
from safeplan.records.sniff import kind_of
from ui import viewer_decode
from ui.viewer_wire import KINDS, Region, Request

viewer_decode.preload("image/heic")
_REQUESTS = (Request(64, 64), Request(300, 200, region=Region(0.25, 0.25, 0.5, 1.0)))


def target(data: bytes) -> None:
    kind = kind_of(data)
    if kind not in KINDS or kind == "application/pdf":
        kind = "image/png"
    wanted = _REQUESTS[data[-1] & 1 if data else 0]
    try:
        seen = viewer_decode.decode_picture(kind, data, wanted)
    # The limit of the process is an answer of its own there.
    except (PictureBroken, PictureTooLarge, MemoryError):
        return
    assert len(seen.rgba) == seen.stride * seen.height == seen.width * seen.height * 4
    assert seen.width <= wanted.max_width
    assert seen.height <= wanted.max_height
