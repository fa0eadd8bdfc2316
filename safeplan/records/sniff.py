"""Tells what a file is by its first bytes; its name proves nothing.

May touch: the bytes it is given. Must never decode content: that is for the viewer's own process.
"""

from __future__ import annotations

# How much of the beginning `kind_of` wants to see.
SAMPLE = 4096

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"#!AMR", "audio/amr"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
)
# ISO base media: four bytes of length, "ftyp", then the brand. Phones write all of these.
_BRANDS: dict[bytes, str] = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"hevc": "image/heic",
    b"hevx": "image/heic",
    b"mif1": "image/heif",
    b"msf1": "image/heif",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13})
_OLD_LETTERS = bytes({9, 10, 13, *range(32, 127), *range(0xC0, 256)})
UNKNOWN = "application/octet-stream"


def kind_of(untrusted_start: bytes) -> str:
    """A media type such as "image/jpeg", or "application/octet-stream". Wants the first 4,096 bytes."""
    start = untrusted_start[:SAMPLE]
    for magic, kind in _STARTS:
        if start.startswith(magic):
            return kind
    if start[4:8] == b"ftyp":
        return _BRANDS.get(start[8:12], "video/mp4")
    if start[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(start[8:12], UNKNOWN)
    if start[:2] == b"BM" and len(start) >= 26 and start[6:10] == b"\0\0\0\0":
        return "image/bmp"
    if len(start) >= 4 and start[0] == 0xFF and _is_mp3_frame(start[1], start[2]):
        return "audio/mpeg"
    return "text/plain" if _is_text(start) else UNKNOWN


def _is_mp3_frame(second: int, third: int) -> bool:
    """Sync bits, layer III, a bit rate and a sampling rate that exist."""
    return second & 0xE6 == 0xE2 and third & 0xF0 != 0xF0 and third & 0x0C != 0x0C


def _is_text(start: bytes) -> bool:
    if not start:
        return False
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    if start.translate(None, _CONTROLS) != start:
        return False
    # The sample may end in the middle of a character, of four bytes at most.
    for cut in range(4):
        try:
            start[: len(start) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    # Old Cyrillic encodings: no control bytes, mostly letters. Too few bytes would be a guess.
    return len(start) >= 16 and len(start.translate(None, _OLD_LETTERS)) < 0.1 * len(start)
