"""What a photo says about itself, and what is hidden in it: short printable lines, or nothing."""

from __future__ import annotations

import contextlib

from safeplan.errors import PictureBroken, PictureTooLarge
from safeplan.handover.clean_copy import hidden_in
from safeplan.handover.plain_jpeg import without_metadata
from safeplan.records.sniff import kind_of
from ui import viewer_decode
from ui.viewer_wire import KINDS, MAX_CLAIM, AnswerReader, Request, pack_answer

viewer_decode.preload("image/heic")
_CLAIMS = Request(0, 0)


def target(data: bytes) -> None:
    kind = kind_of(data)
    if kind in KINDS and kind != "application/pdf":
        try:
            said = viewer_decode.decode_picture(kind, data, _CLAIMS)
        except (PictureBroken, PictureTooLarge, MemoryError):
            pass
        else:
            lines = (said.claimed.taken_at, said.claimed.place, said.claimed.device)
            assert all(line.isprintable() and len(line) <= MAX_CLAIM for line in lines), lines
            # It crosses to the program with the notes as it is.
            reader = AnswerReader(_CLAIMS)
            reader.feed(b"".join(pack_answer(said)))
            assert reader.answer() == said
    with contextlib.suppress(PictureBroken):
        hidden_in(data)
    try:
        plain, width, height = without_metadata(data)
    except PictureBroken:
        return
    assert width * height
    assert not hidden_in(plain)
