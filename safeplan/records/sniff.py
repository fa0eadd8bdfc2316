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
    (b"fLaC", "audio/flac"),
    (b"caff", "audio/x-caf"),
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
    b"avif": "image/avif",
    b"avis": "image/avif",
}
# Voice notes and films of older phones: "3gp4", "3gr6", "3g2a" …
_THIRD_GENERATION = (b"3gp", b"3gr", b"3gs", b"3ge", b"3gg", b"3g2")
# Matroska: the four bytes of its head, then somewhere near the type of document.
_EBML, _DOCTYPE = b"\x1a\x45\xdf\xa3", b"\x42\x82"
_MARKUP = (b"<!doctype html", b"<html")
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
        old = start[8:11] in _THIRD_GENERATION
        return "video/3gpp" if old else _BRANDS.get(start[8:12], "video/mp4")
    if start[:4] == b"RIFF":
        kinds = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
        return kinds.get(start[8:12], UNKNOWN)
    if start.startswith(_EBML):
        return _matroska(start)
    if start[:2] == b"BM" and len(start) >= 26 and start[6:10] == b"\0\0\0\0":
        return "image/bmp"
    if len(start) >= 4 and start[0] == 0xFF and _is_mp3_frame(start[1], start[2]):
        return "audio/mpeg"
    if len(start) >= 4 and start[0] == 0xFF and _is_aac_frame(start[1], start[2]):
        return "audio/aac"
    if not _is_text(start):
        return UNKNOWN
    return "text/html" if start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP) else "text/plain"


def _matroska(start: bytes) -> str:
    """Which of the two it calls itself. A film and a recording begin alike; both are called a film."""
    at = start.find(_DOCTYPE, 0, 64)
    name = start[at + 3 : at + 11] if at >= 0 else b""
    if name.startswith(b"webm"):
        return "video/webm"
    return "video/x-matroska" if name.startswith(b"matroska") else UNKNOWN


def _is_mp3_frame(second: int, third: int) -> bool:
    """Sync bits, layer III, a bit rate and a sampling rate that exist."""
    return second & 0xE6 == 0xE2 and third & 0xF0 != 0xF0 and third & 0x0C != 0x0C


def _is_aac_frame(second: int, third: int) -> bool:
    """Sync bits, layer 0, a sampling rate that exists."""
    return second & 0xF6 == 0xF0 and (third >> 2) & 0x0F < 13


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
