"""What the recordings and films among kept files say of themselves, each kind read in its own way.

May touch: kept files, to read. Must never take a recording that cannot be read for one that says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from safeplan import errors
from safeplan.handover.film_tags import BOXES, ELEMENTS, Cancel, Read, hear_film
from safeplan.handover.sound_tags import Hear, hear_caf, hear_flac, hear_mp3, hear_ogg, hear_riff
from safeplan.handover.told import Told
from safeplan.records import attachments
from safeplan.records.attachments import CHUNK, AttachmentInfo
from safeplan.records.sniff import UNKNOWN
from safeplan.vault.database import Database

_SOUNDS: dict[str, Hear] = {
    "audio/ogg": hear_ogg,
    "audio/flac": hear_flac,
    "audio/mpeg": hear_mp3,
    "audio/aac": hear_mp3,
    "audio/wav": hear_riff,
    "video/x-msvideo": hear_riff,
    "audio/x-caf": hear_caf,
}
# It has no room for words.
_SPEECHLESS = "audio/amr"
# Recordings of kinds that nobody here reads: Windows Media, AIFF, long WAV, Flash, dictating machines, television,
# and Matroska of another sort.
_UNREAD = (
    *(b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"FORM", b"RF64", b"BW64", b"riff\x2e\x91\xcf\x11", b"FLV\1", b"\2dss"),
    *(b"\3dss", b"\3ds2", b"\6ds2", b"\0\0\1\xba", b".RMF", b"RIFX", b"\x1a\x45\xdf\xa3"),
)
_LONGEST_START = 16


def what_they_say(db: Database, files: Iterable[AttachmentInfo], cancelled: Cancel) -> dict[str, Told]:
    """By the ids of those files that are recordings. Raises Cancelled, RecordDamaged."""
    found = (
        (info.id, told_by(info.kind, info.size, _Pieces(db, info.id, cancelled).read, cancelled)) for info in files
    )
    return {id_: told for id_, told in found if told is not None}


def told_by(kind: str, size: int, untrusted_read: Read, cancelled: Cancel) -> Told | None:
    """What one says; None for what is no recording. Raises Cancelled."""
    if cancelled():
        raise errors.Cancelled
    told = Told()
    if kind in BOXES or kind in ELEMENTS:
        hear_film(kind, size, untrusted_read, told, cancelled)
    elif kind in _SOUNDS:
        _SOUNDS[kind](size, untrusted_read, told)
    elif kind.startswith(("audio/", "video/")):
        told.unread = kind != _SPEECHLESS
    elif kind == UNKNOWN and size and untrusted_read(0, _LONGEST_START).startswith(_UNREAD):
        told.unread = True
    else:
        return None
    return told


class _Pieces:
    """The bytes of one kept file; the piece read last is kept, since heads stand close to each other."""

    def __init__(self, db: Database, attachment_id: str, cancelled: Cancel) -> None:
        self._db, self._id, self._cancelled = db, attachment_id, cancelled
        self._start, self._piece = -1, b""

    def read(self, offset: int, length: int) -> bytes:
        """Up to `length` bytes; fewer at the end. Raises Cancelled."""
        found = bytearray()
        while len(found) < length:
            start = (offset + len(found)) // CHUNK * CHUNK
            if start != self._start:
                if self._cancelled():
                    raise errors.Cancelled
                self._start, self._piece = start, attachments.read_range(self._db, self._id, start, CHUNK)
            piece = self._piece[offset + len(found) - start :][: length - len(found)]
            if not piece:
                break
            found += piece
        return bytes(found)
