"""A clean copy of a photo beside the untouched original: the same picture, none of what is hidden in the file.

May touch: nothing; the picture is drawn anew by whoever calls. Must never change the original, and never let a copy
leave that still says anything besides the picture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from safeplan import errors
from safeplan.handover.plain_jpeg import END_OF_PICTURE, FILLING, is_needed, segments
from safeplan.records.attachments import AttachmentInfo

# The picture drawn anew, as a whole JPEG or PNG file.
Redraw = Callable[[AttachmentInfo], bytes]

_JPEG = b"\xff\xd8"
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_PLAIN = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT"})


@dataclass(frozen=True)
class CleanCopy:
    """One copy. It leaves under `name(number)`."""

    attachment_id: str
    kind: str
    data: bytes
    sha256: str

    def name(self, number: int) -> str:
        """Its name in the folder: "0003-COPY.jpg" beside "0003.heic"."""
        return f"{number:04d}-COPY.{'png' if self.kind == 'image/png' else 'jpg'}"


def make_clean_copy(info: AttachmentInfo, redraw: Redraw) -> CleanCopy:
    """Draw a picture anew and check the result. Raises PictureBroken when it is no picture or still says anything."""
    data = redraw(info)
    if not data or hidden_in(data):
        raise errors.PictureBroken
    kind = "image/png" if data.startswith(_PNG) else "image/jpeg"
    return CleanCopy(info.id, kind, data, hashlib.sha256(data).hexdigest())


def hidden_in(untrusted_picture: bytes) -> tuple[str, ...]:
    """What a JPEG or PNG carries besides its pixels: names of its pieces ("APP1", "COM", "eXIf", "after the end").

    Raises PictureBroken for anything else.
    """
    if untrusted_picture.startswith(_JPEG):
        return tuple(_hidden_in_jpeg(untrusted_picture))
    if untrusted_picture.startswith(_PNG):
        return tuple(_hidden_in_png(untrusted_picture))
    raise errors.PictureBroken


def _hidden_in_jpeg(jpeg: bytes) -> Iterator[str]:
    for marker, begin, end in segments(jpeg):
        if marker == FILLING:
            # Bytes that only fill up could be chosen to say something; none of our pictures has them.
            yield "filling"
        elif marker == END_OF_PICTURE:
            if len(jpeg) > end:
                yield "after the end"
        elif not is_needed(marker, end - begin - 2):
            yield f"APP{marker - 0xE0}" if 0xE0 <= marker <= 0xEF else "COM" if marker == 0xFE else f"{marker:02X}"


def _hidden_in_png(png: bytes) -> Iterator[str]:
    place = len(_PNG)
    while place + 12 <= len(png):
        length, kind = int.from_bytes(png[place : place + 4], "big"), png[place + 4 : place + 8]
        place += 12 + length
        if place > len(png):
            break
        if kind not in _PNG_PLAIN:
            yield kind.decode("latin-1")
        if kind == b"IEND":
            if place < len(png):
                yield "after the end"
            return
    raise errors.PictureBroken
