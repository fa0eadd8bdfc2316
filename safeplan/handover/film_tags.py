"""Reads what films and voice memos of telephones say of themselves, beside pictures and sound: place, title, day.

May touch: kept films, to read. Must never decode one, take an unreadable one for one that says nothing, or read
pictures and sound where the film itself tells how long they are: a film of an hour would hold up the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from safeplan import errors
from safeplan.handover.told import Told
from safeplan.records.attachments import CHUNK
from safeplan.records.wording import let_others_run

# Up to `length` bytes from an offset; fewer at the end.
Read = Callable[[int, int], bytes]
Cancel = Callable[[], bool]

BOXES = frozenset({"video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"})
ELEMENTS = frozenset({"video/webm", "video/x-matroska"})
# The names under which a place stands, or a way that a camera keeps beside the pictures. A name that is found by
# chance costs her one look at a film; one that is not looked for tells where she lives.
_PLACE_IN_BOXES = re.compile(rb"\xa9xyz|loci\0|(?i:iso6709|gpslatitude|gpscoordinates)|gpmd|camm|freeGPS")
_PLACE_IN_ELEMENTS = re.compile(rb"(?i)location|iso6709|latitude")
# Boxes for what somebody typed, wherever they stand, thrown away or not: those of QuickTime and iTunes, of 3GPP, and
# of a picture on the cover.
_TYPED = (
    rb"\xa9(?:nam|cmt|ART|art|alb|des|inf|aut|wrt|gen|cpy|prd|dir|src|key|url|dis|lyr|grp|st3|con|com|lab|pub|prf"
    rb"|nrt|snm|ard|arg|ope|req|ed[1-9]|hst)|titl|dscp|auth|perf|albm|kywd|coll|desc|ldes|sdes|aART|cprt|catg|keyw"
    rb"|covr|tvsh|tven|sonm|soar|soal|purl|apID|ownr|chpl"
)
# Their first letters stand before all, for speed. Whole sheets of tags (XMP) and tracks of text, which may tell the
# way of a drone, count unread.
_TAG_IN_BOXES = re.compile(
    rb"(?s)(?=[\xa9\xbeXacdhklmnopst])(?:(?P<typed>" + _TYPED + rb")"
    rb"|(?P<device>\xa9(?:mak|mod|too|swr|enc)|manu|modl)|(?P<day>\xa9day)|(?P<head>mvhd)|(?P<packed>cmov)"
    rb"|mdta(?P<key>[\x21-\x7e][\x20-\x7e]{1,79})|(?P<free>name)|(?P<data>data)\0\0\0\x01"
    rb"|(?P<text>hdlr.{8}(?:text|sbtl|subt|clcp)|XMP_|\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8))"
)
_TAG_IN_ELEMENTS = re.compile(
    rb"(?s)(?P<tag>\x45\xa3)|(?P<typed>\x7b\xa9|\x46\x6e)|(?P<track>\x53\x6e)|(?P<app>\x4d\x80|\x57\x41)"
    rb"|(?P<day>\x44\x61\x88)|(?P<text>\x86.S_[A-Z])"
)
_VALUE_IN_ELEMENTS = re.compile(rb"\x44\x87")
# What programs call a track by themselves.
_PLAIN_TRACK = re.compile(r"(?i)(?:video|audio|sound|stereo|mono|track|handler?|core|media|\W|\d)+")
# Bytes of a value that are looked at, and how far before the end of a piece a tag begins that is looked at again.
_LONGEST = 1_024
_AGAIN = 2 * _LONGEST
# A whole film has some hundreds. Of one made of heads alone the rest is read as it lies.
_MOST_STEPS = 10_000
_BREATH = 1_000
_SEGMENT, _CLUSTER = 0x18538067, 0x1F43B675
# Inside a cluster: pictures, sound, their moments. Only of one whose length nobody knew are they stepped over singly.
_BLOCKS = frozenset({0xA3, 0xA0, 0xAF, 0xE7, 0xA7, 0xAB, 0x5854})
_MOST_BLOCKS = 1_000_000
_PICTURES = b"mdat"
_FIRST_OF_BOXES, _FIRST_OF_ELEMENTS = datetime(1904, 1, 1, tzinfo=UTC), datetime(2001, 1, 1, tzinfo=UTC)


def hear_film(kind: str, size: int, untrusted_read: Read, told: Told, cancelled: Cancel) -> None:
    """Fill in what one of BOXES or ELEMENTS says. Raises Cancelled."""
    if kind in BOXES:
        places, hear = _beside_pictures_in_boxes(size, untrusted_read), _hear_boxes
    else:
        places, hear = _beside_pictures_in_elements(size, untrusted_read, cancelled), _hear_elements
    for step, (start, end) in enumerate(places):
        if not step % _BREATH:
            let_others_run()
        before = b""
        for at in range(start, end, CHUNK):
            if cancelled():
                raise errors.Cancelled
            piece = before + untrusted_read(at, min(CHUNK, end - at))
            hear(piece, told)
            before = piece[-_AGAIN:]


def _hear_boxes(piece: bytes, told: Told) -> None:
    told.place = told.place or bool(_PLACE_IN_BOXES.search(piece))
    for found in _TAG_IN_BOXES.finditer(piece):
        sort, at = found.lastgroup, found.start()
        length = int.from_bytes(piece[max(at - 4, 0) : at], "big")
        value = piece[at + 4 : at + min(max(length - 4, 0), _LONGEST)]
        if sort == "key":
            told.named(found["key"].decode("ascii"))
        elif sort == "head":
            _hear_head(value, told)
        elif sort == "text":
            told.words = True
        elif sort == "packed":
            told.unread = True
        elif not 8 < length < 1 << 28:
            continue
        elif sort == "typed":
            told.tag("typed", _text_in_box(value))
        elif sort == "free":
            # Behind four bytes the name of a tag, or without them that of a track.
            name = value[4:] if value.startswith(bytes(4)) else value
            words = name.decode("utf-8", "replace")
            if words.isprintable() and not _PLAIN_TRACK.fullmatch(words):
                told.named(words)
        elif sort == "data":
            words = value[8:].decode("utf-8", "replace")
            told.tag("device", words)
            told.dated(words)
        else:
            told.tag("date" if sort == "day" else "device", _text_in_box(value))


def _text_in_box(value: bytes) -> str:
    """Without the numbers before it: type and country, or length and language."""
    text = value[12:] if value[4:8] == b"data" else value[4:]
    if text[2:4] in (b"\xfe\xff", b"\xff\xfe"):
        return text[2:].decode("utf-16", "replace")
    return text.decode("utf-8", "replace")


def _hear_head(value: bytes, told: Told) -> None:
    wide = value[:1] == b"\1"
    if len(value) >= 12 and value[0] < 2 and value[1:4] == bytes(3):
        told.counted(int.from_bytes(value[4 : 12 if wide else 8], "big"), _FIRST_OF_BOXES)


def _hear_elements(piece: bytes, told: Told) -> None:
    told.place = told.place or bool(_PLACE_IN_ELEMENTS.search(piece))
    for found in _TAG_IN_ELEMENTS.finditer(piece):
        sort = found.lastgroup
        if sort == "day":
            since = int.from_bytes(piece[found.end() : found.end() + 8], "big", signed=True)
            told.counted(since // 1_000_000_000, _FIRST_OF_ELEMENTS)
            continue
        if sort == "text":
            told.words = True
            continue
        words, end = _text_at(piece, found.end())
        if not words:
            continue
        if sort == "tag":
            behind = _VALUE_IN_ELEMENTS.search(piece, end, end + 64)
            # A tag without a value is none.
            told.tag(words, _text_at(piece, behind.end(), sure=True)[0] if behind else "")
        elif sort == "app":
            told.tag("encoder", words)
        elif sort == "typed" or not _PLAIN_TRACK.fullmatch(words):
            told.tag("typed", words)


def _text_at(piece: bytes, at: int, *, sure: bool = False) -> tuple[str, int]:
    """(text, where it ends) of a text that tells its length; "" for what is none, unless it is `sure` to be one."""
    length, start = _number(piece[at : at + 8], 0, marked=False)
    text = piece[at + start : at + start + min(length, _LONGEST)]
    if not start or not text:
        return "", at
    try:
        words = text.rstrip(b"\0").decode("utf-8", "strict" if length <= _LONGEST and not sure else "replace")
    except UnicodeDecodeError:
        return "", at
    return (words if sure or "".join(words.split()).isprintable() else ""), at + start + length


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


def _beside_pictures_in_elements(size: int, read: Read, cancelled: Cancel) -> Iterator[tuple[int, int]]:
    """Matroska and WebM: every element of the segment but those of pictures and sound."""
    at = steps = blocks = 0
    while at < size and steps < _MOST_STEPS and blocks < _MOST_BLOCKS:
        head = read(at, 12)
        name, behind = _number(head, 0, marked=True)
        length, behind = _number(head, behind, marked=False) if behind else (-1, 0)
        if not behind:
            break
        if name in _BLOCKS:
            blocks += 1
            if not blocks % _BREATH:
                _breathe(cancelled)
        else:
            steps += 1
        if name == _SEGMENT or (name == _CLUSTER and length < 0):
            # Made while it was filmed: nobody knew how long a piece would become.
            at += behind
        elif length < 0 or at + behind + length > size:
            break
        else:
            if name != _CLUSTER and name not in _BLOCKS:
                yield at, at + behind + length
            at += behind + length
    yield at, size


def _breathe(cancelled: Cancel) -> None:
    let_others_run()
    if cancelled():
        raise errors.Cancelled


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
