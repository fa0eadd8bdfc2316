"""Finds films that say where they were made: telephones and cameras write the place beside pictures and sound.

May touch: kept films, to read. Must never decode one, take an unreadable one for one that says nothing, or read
pictures and sound where the film itself tells how long they are: a film of an hour would hold up the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from safeplan import errors
from safeplan.records import attachments
from safeplan.records.attachments import CHUNK, AttachmentInfo
from safeplan.records.wording import let_others_run
from safeplan.vault.database import Database

# Up to `length` bytes from an offset; fewer at the end.
Read = Callable[[int, int], bytes]
Cancel = Callable[[], bool]

_BOXES = frozenset({"video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"})
_ELEMENTS = frozenset({"video/webm", "video/x-matroska"})
# The names under which a place stands, or a way that a camera keeps beside the pictures. A name that is found by
# chance costs her one look at a film; one that is not looked for tells where she lives.
_IN_BOXES = re.compile(rb"\xa9xyz|loci\0|(?i:iso6709|gpslatitude|gpscoordinates)|gpmd|camm|freeGPS")
_IN_ELEMENTS = re.compile(rb"(?i)location|iso6709|latitude")
_LONGEST_NAME = 32
# A whole film has some hundreds. Of one made of heads alone the rest is read as it lies.
_MOST_STEPS = 10_000
_BREATH = 1_000
_SEGMENT, _CLUSTER = 0x18538067, 0x1F43B675
_PICTURES = b"mdat"


def say_where(db: Database, files: Iterable[AttachmentInfo], cancelled: Cancel) -> frozenset[str]:
    """The ids of those films. Raises Cancelled, RecordDamaged."""
    return frozenset(
        info.id for info in files if tells_a_place(info.kind, info.size, _Pieces(db, info.id).read, cancelled)
    )


def tells_a_place(kind: str, size: int, untrusted_read: Read, cancelled: Cancel) -> bool:
    """Whether one does; False for anything that is no film. Raises Cancelled."""
    if kind in _BOXES:
        places, names = _beside_pictures_in_boxes(size, untrusted_read), _IN_BOXES
    elif kind in _ELEMENTS:
        places, names = _beside_pictures_in_elements(size, untrusted_read), _IN_ELEMENTS
    else:
        return False
    for step, (start, end) in enumerate(places):
        if not step % _BREATH:
            let_others_run()
        if _stands_between(start, end, names, untrusted_read, cancelled):
            return True
    return False


def _stands_between(start: int, end: int, names: re.Pattern[bytes], read: Read, cancelled: Cancel) -> bool:
    before = b""
    for at in range(start, end, CHUNK):
        if cancelled():
            raise errors.Cancelled
        piece = before + read(at, min(CHUNK, end - at))
        if names.search(piece):
            return True
        before = piece[-_LONGEST_NAME:]
    return False


def _beside_pictures_in_boxes(size: int, read: Read) -> Iterator[tuple[int, int]]:
    """MP4 and its kin: every box but those of pictures and sound, what was thrown away included."""
    at = steps = 0
    while at + 8 <= size and steps < _MOST_STEPS:
        head = read(at, 16)
        length, kind = int.from_bytes(head[:4], "big"), head[4:8]
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        elif length == 0:
            length = size - at
        if length < 8 or at + length > size:
            break
        if kind != _PICTURES:
            yield at, at + length
        at += length
        steps += 1
    # Not whole, or no end of heads.
    yield at, size


def _beside_pictures_in_elements(size: int, read: Read) -> Iterator[tuple[int, int]]:
    """Matroska and WebM: every element of the segment but those of pictures and sound."""
    at = steps = 0
    while at < size and steps < _MOST_STEPS:
        head = read(at, 12)
        name, behind = _number(head, 0, marked=True)
        length, behind = _number(head, behind, marked=False) if behind else (-1, 0)
        if not behind:
            break
        if name == _SEGMENT:
            at += behind
        elif length < 0 or at + behind + length > size:
            # Made while it was filmed: nobody knew how long a piece would become.
            break
        else:
            if name != _CLUSTER:
                yield at, at + behind + length
            at += behind + length
        steps += 1
    yield at, size


def _number(head: bytes, at: int, *, marked: bool) -> tuple[int, int]:
    """(value, where it ends) of a number that tells its own length; -1 for "unknown", and 0 as end for none at all.

    `marked`: with the mark of its length, as names are written.
    """
    first = head[at] if at < len(head) else 0
    length = 9 - first.bit_length()
    if not first or at + length > len(head):
        return -1, 0
    value = int.from_bytes(head[at : at + length], "big")
    unmarked = value & ~(1 << 7 * length)
    if marked:
        return value, at + length
    return -1 if unmarked == (1 << 7 * length) - 1 else unmarked, at + length


class _Pieces:
    """The bytes of one kept file; the piece read last is kept, since heads stand close to each other."""

    def __init__(self, db: Database, attachment_id: str) -> None:
        self._db, self._id = db, attachment_id
        self._start, self._piece = -1, b""

    def read(self, offset: int, length: int) -> bytes:
        """Up to `length` bytes; fewer at the end."""
        found = bytearray()
        while len(found) < length:
            start = (offset + len(found)) // CHUNK * CHUNK
            if start != self._start:
                self._start, self._piece = start, attachments.read_range(self._db, self._id, start, CHUNK)
            piece = self._piece[offset + len(found) - start :][: length - len(found)]
            if not piece:
                break
            found += piece
        return bytes(found)
