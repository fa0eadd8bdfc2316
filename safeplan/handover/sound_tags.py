"""Reads what sound and old films say of themselves: the tags of Ogg, FLAC, MP3, WAV, AVI and CAF.

May touch: the bytes it is given. Must never decode, read more than tags, or take tags that cannot be read for none:
then it says so (Told.unread).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator

from safeplan.handover.film_tags import Read
from safeplan.handover.id3_tags import hear_id3
from safeplan.handover.told import Told

# Of one value, and of all tags of an Ogg file together; a picture on the cover is seen by its head.
_LONGEST = 1_024
_MOST_BYTES = 1 << 20
_MOST_STEPS = 10_000
_MOST_TAGS = 2_000
Hear = Callable[[int, Read, Told], None]

_SILENT_CHUNKS = frozenset(
    b"fmt |fact|data|idx1|avih|strh|strf|vprp|indx|dmlh|FLLR|PEAK|smpl|inst|cue |acid|chna|levl|umid"
    b"|minf|elm1|ISFT|ILNG|ever|emnt|vedt|plst|ds64".split(b"|")
)
# Their content is chunks again; all other lists are stepped into too, but that of the pictures.
_LISTS = (b"RIFF", b"LIST")
_PICTURES = (b"movi", b"rec ")
_DAY_CHUNKS, _DEVICE_CHUNKS = (b"ICRD", b"IDIT"), (b"ecor", b"emdl", b"ISRF", b"strd")
# A block of FLAC with tags, and the same as the last of all blocks.
_COMMENTS = (b"\x04", b"\x84")
# What was thrown away by renaming it keeps its tags.
_THROWN_AWAY, _TAG_THERE = (
    (b"JUNK", b"junk", b"PAD "),
    re.compile(rb"I(?:NAM|CMT|SBJ|ART|ARL|KEY|PRD|COP|SRC|ENG|TCH)"),
)
_SILENT_PIECES = frozenset(b"desc data pakt kuki chan free midi umid ovvw peak edct".split())


def hear_ogg(size: int, read: Read, told: Told) -> None:
    """The second packet of each stream, which holds its tags."""
    packets: dict[bytes, list[bytearray]] = {}
    open_ends: dict[bytes, bool] = {}
    at = taken = 0
    while at < size:
        head = read(at, 27)
        if len(head) < 27 or head[:5] != b"OggS\0":
            told.unread = True
            break
        table = read(at + 27, head[26])
        length = sum(table)
        if head[6:14] not in (bytes(8), b"\xff" * 8):
            break
        taken += 27 + len(table) + length
        if taken > _MOST_BYTES or len(packets) > _MOST_TAGS:
            told.unread = True
            break
        body, here, start = read(at + 27 + len(table), length), packets.setdefault(head[14:18], []), 0
        for piece in table:
            if not open_ends.get(head[14:18]):
                here.append(bytearray())
            here[-1] += body[start : start + piece]
            start += piece
            open_ends[head[14:18]] = piece == 255
        at += 27 + len(table) + length
    for stream in packets.values():
        _hear_stream([bytes(one) for one in stream], told)
    # Recordings that were joined to one file: the later ones have tags of their own.
    tail = read(max(0, size - 2 * 65_536), 2 * 65_536)
    last = tail.rfind(b"OggS\0")
    told.unread = told.unread or last < 0 or tail[last + 14 : last + 18] not in packets


def _hear_stream(packets: list[bytes], told: Told) -> None:
    first, tags = packets[0] if packets else b"", packets[1] if len(packets) > 1 else b""
    for start, before in ((b"\1vorbis", b"\3vorbis"), (b"OpusHead", b"OpusTags"), (b"\x80theora", b"\x81theora")):
        if first.startswith(start):
            if tags.startswith(before):
                _hear_comments(tags[len(before) :], told)
            else:
                told.unread = True
            return
    if first.startswith(b"Speex   "):
        _hear_comments(tags, told)
    elif first.startswith(b"\x7fFLAC"):
        for block in packets[1:]:
            _hear_block(block[:1], block[4:], told)
    elif not first.startswith(b"fishead\0"):
        told.unread = True


def _hear_comments(tags: bytes, told: Told) -> None:
    """The program that wrote them, then how many there are, then "NAME=value" each."""

    def text(at: int) -> tuple[bytes, int]:
        (length,) = struct.unpack_from("<I", tags, at)
        if at + 4 + length > len(tags):
            raise struct.error
        return tags[at + 4 : at + 4 + length], at + 4 + length

    try:
        writer, at = text(0)
        told.tag("encoder", writer[:_LONGEST].decode("utf-8", "replace"))
        (count,) = struct.unpack_from("<I", tags, at)
        at += 4
        for _each in range(min(count, _MOST_TAGS)):
            one, at = text(at)
            name, sign, value = one[:_LONGEST].decode("utf-8", "replace").partition("=")
            told.tag(name, value if sign else name)
    except struct.error:
        told.unread = True
        return
    told.unread = told.unread or count > _MOST_TAGS


def hear_flac(size: int, read: Read, told: Told, at: int = 0) -> None:
    """Blocks before the sound."""
    at += 4
    taken = 0
    for _step in range(_MOST_TAGS):
        head = read(at, 4)
        length = int.from_bytes(head[1:], "big")
        taken += length if head[:1] in _COMMENTS else 0
        if len(head) < 4 or at + 4 + length > size or taken > _MOST_BYTES:
            break
        _hear_block(head[:1], read(at + 4, length) if length and head[:1] in _COMMENTS else b"", told)
        at += 4 + length
        if head[0] & 0x80:
            return
    told.unread = True


def _hear_block(untrusted_head: bytes, content: bytes, told: Told) -> None:
    sort = untrusted_head[0] & 0x7F if untrusted_head else 127
    if sort == 4:
        _hear_comments(content, told)
    elif sort in (2, 6):
        # What a program keeps for itself, and a picture.
        told.words = True
    elif sort > 5:
        told.unread = True


def hear_mp3(size: int, read: Read, told: Told) -> None:
    """Tags before the sound, and the older kinds behind it."""
    at = 0
    for _step in range(8):
        end = hear_id3(at, size, read, told)
        if end == at:
            break
        at = end
    else:
        told.unread = True
    if read(at, 4) == b"fLaC":
        hear_flac(size, read, told, at)
    tail = read(max(0, size - 160), 160)
    old = tail[-128:] if tail[-128:-125] == b"TAG" else b""
    if old:
        told.tag("typed", old[3:125].decode("latin-1"))
    behind = tail[: len(tail) - len(old)]
    if behind[-32:-24] == b"APETAGEX" or behind[-9:] == b"LYRICS200" or behind[-10:-7] == b"3DI":
        told.words = True


def hear_riff(size: int, read: Read, told: Told) -> None:
    """WAV and AVI: every chunk but those of pictures and sound."""
    at = 0
    for _step in range(_MOST_STEPS):
        if at + 8 > size:
            return
        head = read(at, 12)
        name, length = head[:4], int.from_bytes(head[4:8], "little")
        if name in _LISTS and head[8:] not in _PICTURES:
            at += 12
            continue
        if name in _LISTS or name == b"data":
            # While it is recorded nobody knows how long it becomes.
            length = length if 0 < length < size else size - at
        elif not re.fullmatch(rb"[ -~]{4}", name) or at + 8 + length > size:
            break
        else:
            _hear_chunk(name, at + 8, length, read, told)
        at += 8 + length + length % 2
    told.unread = True


def _hear_chunk(name: bytes, at: int, length: int, read: Read, told: Told) -> None:
    content = read(at, min(length, _LONGEST)) if length else b""
    words = content.decode("utf-8", "replace")
    if name in (b"id3 ", b"ID3 "):
        told.unread = told.unread or hear_id3(at, at + length, read, told) == at
    elif name == b"bext":
        told.tag("comment", content[:256].decode("latin-1"))
        told.tag("device", content[256:320].decode("latin-1"))
        told.tag("date", content[320:330].decode("latin-1"))
    elif name in _THROWN_AWAY:
        told.tag("device", words)
        told.words = told.words or bool(_TAG_THERE.search(content))
    elif name in _DAY_CHUNKS:
        told.tag("date", words)
    elif name in _DEVICE_CHUNKS:
        told.tag("device", words)
    elif name == b"strh" and content.startswith(b"txts"):
        told.words = True
    elif name == b"ISFT":
        told.tag("encoder", words)
    elif name not in _SILENT_CHUNKS and not re.fullmatch(rb"ix\d\d", name):
        told.tag("typed", words)


def hear_caf(size: int, read: Read, told: Told) -> None:
    """Pieces with a name and a length of 64 bits."""
    at = 8
    for _step in range(_MOST_STEPS):
        if at >= size:
            return
        head = read(at, 12)
        name, length = head[:4], int.from_bytes(head[4:12], "big", signed=True)
        if name == b"data" and length == -1:
            return
        if len(head) < 12 or length < 0 or at + 12 + length > size:
            break
        if name == b"info":
            for key, value in _pairs(read(at + 16, max(1, min(length - 4, _MOST_BYTES)))):
                told.tag(key, value)
        elif name not in _SILENT_PIECES:
            told.words = True
        at += 12 + length
    told.unread = True


def _pairs(content: bytes) -> Iterator[tuple[str, str]]:
    texts = content.decode("utf-8", "replace").split("\0")
    return zip(texts[:-1:2], texts[1::2], strict=False)
