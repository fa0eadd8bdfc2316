"""The two messages between the vault and the viewer: one request, one answer, both of fixed shape.

May touch: nothing. Must never trust a length, a number or a text that comes back: the viewer has just decoded a
hostile file and may by now be anybody.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

from safeplan import errors

KINDS = (
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "image/bmp",
    "image/tiff",
    "image/heic",
    "image/heif",
    "application/pdf",
)
# Larger files are kept, but shown by no one here: input and decoded picture share the viewer's one GiB.
MAX_INPUT = 192 << 20
MAX_SIDE = 4096
MAX_CLAIM = 120
# What a viewer may report; any other word from it counts as a broken picture.
REPORTABLE = {
    kind.id: kind for kind in (errors.PictureTooLarge, errors.PictureBroken, errors.PictureNotShown, errors.NotThere)
}

_REQUEST = struct.Struct(">4sBIIIddddQ")
_ANSWER = struct.Struct(">4sBIIIIIIBHHHQ")
REQUEST_SIZE = _REQUEST.size
_REQUEST_MAGIC = b"vRq1"
_ANSWER_MAGIC = b"vAn1"
_FAILED, _PIXELS, _CLAIMED = 0, 1, 2


@dataclass(frozen=True)
class Region:
    """A part of the upright picture in fractions of its width and height: 0,0 is top left, 1,1 bottom right."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    def valid(self) -> bool:
        """Whether it lies within the picture and is not empty (false for NaN too)."""
        return 0 <= self.left < self.right <= 1 and 0 <= self.top < self.bottom <= 1


@dataclass(frozen=True)
class Request:
    """What is asked of the viewer: pixels that fit into max_width x max_height, or (0 x 0) only the claims."""

    max_width: int
    max_height: int
    number: int = 0
    region: Region = Region()

    def valid(self) -> bool:
        """Whether every number lies within the limits of the protocol."""
        sides = (self.max_width, self.max_height)
        asks_pixels = all(1 <= side <= MAX_SIDE for side in sides)
        return (asks_pixels or sides == (0, 0)) and 0 <= self.number < 2**31 and self.region.valid()


@dataclass(frozen=True)
class Claimed:
    """What the file says about itself. Anybody can write these into a file: shown as "claimed by the file"."""

    taken_at: str = ""
    place: str = ""
    device: str = ""
    orientation: int = 1


@dataclass(frozen=True)
class Pixels:
    """An upright picture: rows of `stride` bytes, four bytes per pixel in the order R, G, B, 255.

    full_width and full_height are those of the whole upright picture (of a page: in points), `pages` the number
    of pages of a document, 1 for a picture.
    """

    width: int
    height: int
    stride: int
    rgba: bytes
    full_width: int
    full_height: int
    pages: int
    claimed: Claimed


def pack_request(kind: str, request: Request, size: int) -> bytes:
    """The request head; the `size` bytes of the file follow it."""
    region = request.region
    return _REQUEST.pack(
        _REQUEST_MAGIC,
        KINDS.index(kind),
        request.number,
        request.max_width,
        request.max_height,
        *(region.left, region.top, region.right, region.bottom),
        size,
    )


def unpack_request(head: bytes) -> tuple[str, Request, int]:
    """(kind, request, size) out of a request head. Raises ValueError."""
    if len(head) != _REQUEST.size:
        raise ValueError("length")
    magic, kind, number, width, height, left, top, right, bottom, size = _REQUEST.unpack(head)
    request = Request(width, height, number, Region(left, top, right, bottom))
    if magic != _REQUEST_MAGIC or kind >= len(KINDS) or not request.valid() or size > MAX_INPUT:
        raise ValueError("request")
    return KINDS[kind], request, size


def pack_failure(error: errors.SafePlanError) -> bytes:
    """The answer that names a failure."""
    word = error.id.encode("ascii")
    return _ANSWER.pack(_ANSWER_MAGIC, _FAILED, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, len(word)) + word


def pack_answer(pixels: Pixels) -> list[bytes]:
    """The answer in pieces, so that the pixels are not copied once more."""
    claims = [text.encode() for text in (pixels.claimed.taken_at, pixels.claimed.place, pixels.claimed.device)]
    head = _ANSWER.pack(
        _ANSWER_MAGIC,
        _PIXELS if pixels.rgba else _CLAIMED,
        *(pixels.width, pixels.height, pixels.stride, pixels.full_width, pixels.full_height, pixels.pages),
        pixels.claimed.orientation,
        *(len(claim) for claim in claims),
        len(pixels.rgba),
    )
    return [head, *claims, pixels.rgba]


class AnswerReader:
    """Collects what comes back for one request and refuses it as soon as it cannot be right."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._received = bytearray()
        self._expected = _ANSWER.size
        self._head_seen = False

    @property
    def complete(self) -> bool:
        """Whether the whole answer has arrived."""
        return self._head_seen and len(self._received) == self._expected

    @property
    def wanted(self) -> int:
        """How many bytes may still come."""
        return self._expected - len(self._received)

    def feed(self, untrusted: bytes) -> None:
        """Take the next piece. Raises PictureBroken for anything that is no answer to this request."""
        self._received += untrusted
        if len(self._received) >= _ANSWER.size and not self._head_seen:
            self._head_seen = True
            self._expected = self._length_of(_ANSWER.unpack_from(self._received))
        if len(self._received) > self._expected:
            raise errors.PictureBroken

    def _length_of(self, untrusted: tuple[Any, ...]) -> int:
        magic, status, width, height, stride, _, _, pages, orientation, *claims, size = untrusted
        wanted = self._request
        if magic != _ANSWER_MAGIC or max(claims) > MAX_CLAIM * 4:
            raise errors.PictureBroken
        if status == _FAILED and 0 < size <= 32 and not any(claims):
            return _ANSWER.size + int(size)
        fits = 0 < width <= wanted.max_width and 0 < height <= wanted.max_height
        right_size = stride == width * 4 and size == stride * height
        described = 1 <= orientation <= 8 and pages >= 1
        empty = width == height == stride == size == wanted.max_width == 0
        if described and ((status == _PIXELS and fits and right_size) or (status == _CLAIMED and empty)):
            return _ANSWER.size + int(sum(claims) + size)
        raise errors.PictureBroken

    def answer(self) -> Pixels:
        """The checked answer. Raises the failure the viewer named, or PictureBroken."""
        if not self.complete:
            raise errors.PictureBroken
        _, status, width, height, stride, full_width, full_height, pages, orientation, *rest = _ANSWER.unpack_from(
            self._received
        )
        place = _ANSWER.size
        if status == _FAILED:
            untrusted_word = self._received[place:].decode("ascii", "replace")
            raise REPORTABLE.get(untrusted_word, errors.PictureBroken)
        texts = []
        for length in rest[:3]:
            texts.append(_checked_text(bytes(self._received[place : place + length])))
            place += length
        claimed = Claimed(texts[0], texts[1], texts[2], orientation)
        rgba = bytes(memoryview(self._received)[place:])
        return Pixels(width, height, stride, rgba, full_width, full_height, pages, claimed)


def _checked_text(untrusted: bytes) -> str:
    """One line of printable characters, or PictureBroken."""
    try:
        text = untrusted.decode()
    except UnicodeDecodeError:
        raise errors.PictureBroken from None
    if len(text) > MAX_CLAIM or not text.isprintable():
        raise errors.PictureBroken
    return text
