"""Reads ID3, the tags of MP3, which stand in other recordings too.

May touch: the bytes it is given. Must never read a picture whole, or take a tag that it cannot read for an empty one.
"""

from __future__ import annotations

import re

from safeplan.handover.film_tags import Read
from safeplan.handover.told import Told

# Of one value.
_LONGEST = 1_024
_MOST_TAGS = 2_000
_SILENT_FRAME_NAMES = (
    "TSSE TLEN TFLT TLAN TSIZ TRCK TPOS TBPM TCMP TKEY TDLY PCNT POPM RVA2 RVAD EQU2 EQUA RGAD MLLT ETCO SYTC SEEK"
    " ASPI RBUF TSS TLE TFT TLA TSI TRK TPA TBP TCP TKE TDY CNT POP RVA EQU MLL ETC STC BUF"
)
_SILENT_FRAMES = frozenset(_SILENT_FRAME_NAMES.split())
_DAY_FRAMES = ("TDRC", "TDEN", "TDRL", "TDOR", "TDTG", "TRDA", "TRD")


def hear_id3(at: int, size: int, read: Read, told: Told) -> int:
    """Where the tag ends that begins there; the same place where none does."""
    head = read(at, 10)
    if head[:3] != b"ID3" or len(head) < 10:
        return at
    version, flags = head[3], head[5]
    end = at + 10 + _seven_bits(head[6:10]) + (10 if flags & 0x10 else 0)
    if version not in (2, 3, 4) or flags & 0xEF or end > size:
        # Written so that old players do not stumble, or in a way that nobody uses.
        told.unread = True
        return min(end, size)
    days = {}
    long_head = 6 if version == 2 else 10
    frame, letters = at + 10, long_head // 2 if version == 2 else 4
    for _step in range(_MOST_TAGS):
        first = read(frame, long_head) if frame + long_head <= end else b""
        if not first.strip(b"\0"):
            break
        name, sizes = first[:letters].decode("latin-1"), first[letters : 2 * letters]
        length = _seven_bits(sizes) if version == 4 else int.from_bytes(sizes, "big")
        # Packed, locked, or with a length that some programs write in their own way.
        odd = (version > 2 and first[9]) or (version == 4 and max(sizes) > 0x7F)
        if odd or not re.fullmatch(r"[A-Z0-9]+ ?", name) or frame + long_head + length > end:
            told.unread = True
            break
        content = read(frame + long_head, min(length, _LONGEST))
        if name in ("TYER", "TYE", "TDAT", "TDA"):
            days[name[:3]] = "".join(re.findall(r"\d", _id3_text(content)[0]))
        else:
            _hear_frame(name, content, told)
        frame += long_head + length
    else:
        told.unread = True
    if len(days.get("TDA", "")) == 4:
        told.tag("date", f"{days.get('TYE', '')}-{days['TDA'][2:]}-{days['TDA'][:2]}")
    return end


def _hear_frame(name: str, content: bytes, told: Told) -> None:
    if name in _SILENT_FRAMES:
        told.tag("encoder", _id3_text(content)[-1])
    elif name in _DAY_FRAMES:
        told.tag("date", _id3_text(content)[0])
    elif name in ("TXXX", "TXX"):
        key, *value = _id3_text(content)
        told.tag(key, " ".join(value))
    elif name in ("COMM", "COM"):
        # Behind the language: what kind of comment it is, by which programs know their own, and then its words.
        key, *value = _id3_text(content[:1] + content[4:])
        told.tag(key if key.startswith("iTun") else "comment", f"{key} {' '.join(value)}")
    elif name.startswith("T"):
        told.tag("typed", " ".join(_id3_text(content)))
    elif content.strip(b"\0"):
        told.words = True


def _id3_text(content: bytes) -> list[str]:
    """Its parts; the first byte says in which letters they are written."""
    letters = {0: "latin-1", 1: "utf-16", 2: "utf-16-be"}.get(content[0] if content else 0, "utf-8")
    return [one.strip("\ufeff") for one in content[1:].decode(letters, "replace").split("\0")]


def _seven_bits(sizes: bytes) -> int:
    value = 0
    for one in sizes:
        value = value << 7 | one & 0x7F
    return value
