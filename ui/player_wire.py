"""What the window and a player say to each other: short messages of fixed shape, some with a body behind them.

May touch: nothing but bytes. Must never trust a length, a number or an order of messages that comes back: the player
has a hostile file open and may by now be anybody.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from safeplan import errors

# Each kind names the one reader that may look at it: a playlist called MP3 is a broken MP3, nothing else.
READERS = {
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "audio/amr": "amr",
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/x-caf": "caf",
    "audio/mp4": "mov",
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "video/3gpp": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "video/x-msvideo": "avi",
    "video/x-ms-asf": "asf",
}
KINDS = tuple(READERS)
MAX_SIDE = 1920
MAX_PIXELS = 8192 * 4320
# Sliders count with 32 bits.
MAX_LENGTH_MS = 24 * 24 * 3_600_000
# One answer to NEED; as large as a piece of the store.
PIECE = 262_144
RATE = 48_000
# Two channels of two bytes.
SAMPLE = 4
MAX_SOUND = 65_536
SPEEDS = (50, 75, 100, 125, 150, 200)
REPORTABLE = {kind.id: kind for kind in (errors.PictureTooLarge, errors.PictureBroken, errors.PictureNotShown)}

_OPEN = struct.Struct(">4sBQ")
_OPEN_MAGIC = b"vPl1"
OPEN_SIZE = _OPEN.size
_DATA, _FROM, _MORE = b"D", b"F", b"M"
_ORDER = {_DATA: struct.Struct(">I"), _FROM: struct.Struct(">IQHHHI"), _MORE: struct.Struct(">I")}
_ANSWER = {
    b"I": struct.Struct(">QBII"),
    b"N": struct.Struct(">QI"),
    b"V": struct.Struct(">IQHHH"),
    b"S": struct.Struct(">IQI"),
    b"E": struct.Struct(">IQ"),
    b"X": struct.Struct(">B"),
}
ANSWER_HEAD = 1 + max(shape.size for shape in _ANSWER.values())


@dataclass(frozen=True)
class From:
    """Play from `at_ms` on, `speed` per cent, pictures no larger than width x height; `turn` numbers such orders.

    0 x 0 asks for sound alone: of an hour of film no picture is then decoded.

    `credit` is how many bytes of pictures and sound may come before the next More.
    """

    turn: int
    at_ms: int
    speed: int
    width: int
    height: int
    credit: int

    def valid(self) -> bool:
        """Whether every number lies within the limits."""
        sides = 16 <= self.width <= MAX_SIDE and 16 <= self.height <= MAX_SIDE
        return (sides or self.sound_alone) and self.speed in SPEEDS and self.at_ms <= MAX_LENGTH_MS

    @property
    def sound_alone(self) -> bool:
        """Whether no pictures are wanted."""
        return not self.width and not self.height


@dataclass(frozen=True)
class More:
    """So many bytes more may come."""

    credit: int


@dataclass(frozen=True)
class Data:
    """The bytes that were asked for; fewer at the end of the file."""

    data: bytes


@dataclass(frozen=True)
class Info:
    """What the file holds. The length is 0 where it does not say; the sides are 0 for sound alone."""

    length_ms: int
    picture: bool
    sound: bool
    width: int
    height: int


@dataclass(frozen=True)
class Need:
    """The player asks for `length` bytes of the file from `offset`."""

    offset: int
    length: int


@dataclass(frozen=True)
class Frame:
    """One picture: rows of width x 4 bytes in the order B, G, R, unused; to be turned left by `turned` degrees."""

    turn: int
    at_ms: int
    width: int
    height: int
    turned: int
    pixels: bytes


@dataclass(frozen=True)
class Sound:
    """A moment of sound: 48,000 times a second left and right, two bytes each."""

    turn: int
    at_ms: int
    samples: bytes


@dataclass(frozen=True)
class End:
    """Nothing comes after this moment in this turn."""

    turn: int
    at_ms: int


Answer = Info | Need | Frame | Sound | End


# ── to the player ───────────────────────────────────────────────────────────────────────────────────────────────
def pack_open(kind: str, size: int) -> bytes:
    """The first message: which reader may look, and how many bytes there are."""
    return _OPEN.pack(_OPEN_MAGIC, KINDS.index(kind), size)


def unpack_open(head: bytes) -> tuple[str, int]:
    """(kind, size). Raises ValueError."""
    if len(head) != _OPEN.size:
        raise ValueError("length")
    magic, kind, size = _OPEN.unpack(head)
    if magic != _OPEN_MAGIC or kind >= len(KINDS):
        raise ValueError("open")
    return KINDS[kind], size


def pack_order(order: From | More | Data) -> bytes:
    """An order as bytes."""
    if isinstance(order, Data):
        return _DATA + _ORDER[_DATA].pack(len(order.data)) + order.data
    if isinstance(order, More):
        return _MORE + _ORDER[_MORE].pack(order.credit)
    numbers = (order.turn, order.at_ms, order.speed, order.width, order.height, order.credit)
    return _FROM + _ORDER[_FROM].pack(*numbers)


def read_order(read: Callable[[int], bytes]) -> From | More | Data:
    """The next order; `read(n)` gives exactly n bytes or raises EOFError. Raises ValueError for any other message."""
    tag = read(1)
    shape = _ORDER.get(tag)
    if shape is None:
        raise ValueError("order")
    numbers = shape.unpack(read(shape.size))
    if tag == _DATA:
        if numbers[0] > PIECE:
            raise ValueError("data")
        return Data(read(numbers[0]))
    if tag == _MORE:
        return More(numbers[0])
    order = From(*numbers)
    if not order.valid():
        raise ValueError("from")
    return order


# ── from the player ─────────────────────────────────────────────────────────────────────────────────────────────
def pack_answer(answer: Answer) -> list[bytes]:
    """An answer in pieces, so that pixels are not copied once more."""
    if isinstance(answer, Info):
        flags = answer.picture | answer.sound << 1
        return [b"I" + _ANSWER[b"I"].pack(answer.length_ms, flags, answer.width, answer.height)]
    if isinstance(answer, Need):
        return [b"N" + _ANSWER[b"N"].pack(answer.offset, answer.length)]
    if isinstance(answer, Frame):
        numbers = (answer.turn, answer.at_ms, answer.width, answer.height, answer.turned)
        return [b"V" + _ANSWER[b"V"].pack(*numbers), answer.pixels]
    if isinstance(answer, Sound):
        return [b"S" + _ANSWER[b"S"].pack(answer.turn, answer.at_ms, len(answer.samples)), answer.samples]
    return [b"E" + _ANSWER[b"E"].pack(answer.turn, answer.at_ms)]


def pack_failure(error: errors.SafePlanError) -> bytes:
    """The last message of a player that cannot go on."""
    word = error.id.encode("ascii")
    return b"X" + _ANSWER[b"X"].pack(len(word)) + word


class AnswerReader:
    """Takes apart what a player says and refuses it as soon as it cannot be right.

    `size` is the file's; `allow` says how large pictures may be from now on.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._received = bytearray()
        self._sides = (0, 0)
        self._told = False

    def allow(self, width: int, height: int) -> None:
        """Pictures asked for before may still be on their way, so the larger size counts."""
        self._sides = (max(width, self._sides[0]), max(height, self._sides[1]))

    def feed(self, untrusted: bytes) -> list[Answer]:
        """Whole messages so far. Raises PictureBroken, or the failure that the player names."""
        self._received += untrusted
        found: list[Answer] = []
        while (answer := self._next()) is not None:
            found.append(answer)
        return found

    def _next(self) -> Answer | None:
        if not self._received:
            return None
        tag = bytes(self._received[:1])
        shape = _ANSWER.get(tag)
        if shape is None:
            raise errors.PictureBroken
        head = 1 + shape.size
        if len(self._received) < head:
            return None
        numbers = shape.unpack_from(self._received, 1)
        body = self._body(tag, numbers)
        if len(self._received) < head + body:
            return None
        with memoryview(self._received) as view:
            content = bytes(view[head : head + body])
        del self._received[: head + body]
        return self._answer(tag, numbers, content)

    def _body(self, tag: bytes, numbers: tuple[int, ...]) -> int:
        """How many bytes follow the head, checked before they are waited for."""
        # What comes first says what there is; nothing but a wish for bytes may come before it.
        if tag not in b"INX" and not self._told:
            raise errors.PictureBroken
        if tag == b"V":
            _, at_ms, width, height, turned = numbers
            fits = 0 < width <= self._sides[0] and 0 < height <= self._sides[1]
            if not fits or turned not in (0, 90, 180, 270) or at_ms > MAX_LENGTH_MS:
                raise errors.PictureBroken
            return width * height * 4
        if tag == b"S":
            _, at_ms, length = numbers
            if not 0 < length <= MAX_SOUND or length % SAMPLE or at_ms > MAX_LENGTH_MS:
                raise errors.PictureBroken
            return length
        return min(numbers[0], 32) if tag == b"X" else 0

    def _answer(self, tag: bytes, numbers: tuple[int, ...], content: bytes) -> Answer:
        if tag == b"V":
            turn, at_ms, width, height, turned = numbers
            return Frame(turn, at_ms, width, height, turned, content)
        if tag == b"S":
            return Sound(numbers[0], numbers[1], content)
        if tag == b"X":
            raise REPORTABLE.get(content.decode("ascii", "replace"), errors.PictureBroken)
        if tag == b"N":
            offset, length = numbers
            if not 0 < length <= PIECE or offset >= self._size:
                raise errors.PictureBroken
            return Need(offset, length)
        if tag == b"E":
            return End(numbers[0], min(numbers[1], MAX_LENGTH_MS))
        length_ms, flags, width, height = numbers
        plausible = length_ms <= MAX_LENGTH_MS and 1 <= flags <= 3 and width * height <= MAX_PIXELS
        if self._told or not plausible or (flags & 1) != (width > 0 and height > 0):
            raise errors.PictureBroken
        self._told = True
        return Info(length_ms, bool(flags & 1), bool(flags & 2), width, height)
