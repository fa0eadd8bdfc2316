"""Copies for viewing of files that an ordinary Windows computer does not open: JPEG for pictures, stills, WAV.

May touch: the pieces it is given. Must never pass for the original: every copy says COPY in its name and in the list,
lies beside the untouched file, and carries nothing of what that file claims about place or device.

Decoding is not done here: whoever calls hands in `copy_of`, which asks a process of its own and may answer None.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from safeplan import errors
from safeplan.handover.plain_jpeg import without_metadata
from safeplan.records.attachments import AttachmentInfo

# Kinds for which a bare Windows has no program, or only after something was installed.
CLOSED = frozenset(
    {
        "image/heic",
        "image/heif",
        "image/avif",
        "image/webp",
        "audio/ogg",
        "audio/amr",
        "audio/x-caf",
        "video/webm",
        "video/x-matroska",
        "video/3gpp",
    }
)
# Kinds that are a box for many codings; which one stands in the film's own description.
BOXES = frozenset({"video/mp4", "video/quicktime", "audio/mp4"})
_CLOSED_CODINGS = b"hvc1|hev1|dvh1|dvhe|av01|vp08|vp09|apc[nhso]|ap4[hx]|samr|sawb|sawp|Opus|mjp2|s263|H263|VP80|VP90"
# "stsd", version and flags, number of entries, length of the first, its name. The bare names alone would be found in
# every second film by chance.
_DESCRIBED = re.compile(rb"stsd\0\0\0\0\0\0\0[\x01-\x09]\0\0[\0-\xff]{2}(?:" + _CLOSED_CODINGS + rb")")
_DESCRIPTION = 20

# Enough to see what a film shows; each stands with its time.
MOST_STILLS = 12
# The sizes in a WAV are of 32 bits; old players take them as signed.
LONGEST_WAV = (1 << 31) - 1024
SAMPLE = 2
_SILENCE = bytes(1 << 16)


@dataclass(frozen=True)
class Still:
    """One picture as JPEG, upright. `at_ms` is its time in the film, None for a picture that is no film."""

    jpeg: bytes
    at_ms: int | None = None


@dataclass(frozen=True)
class Sound:
    """Sound as it is played: 16-bit little-endian samples, `channels` side by side.

    `frames` is how many samples each channel has, counted by decoding: what a file says of its length can be wrong.
    """

    rate: int
    channels: int
    frames: int
    pieces: Iterable[bytes]


@dataclass(frozen=True)
class ViewingCopy:
    """Up to MOST_STILLS pictures, and sound; one of them may be missing."""

    stills: tuple[Still, ...] = ()
    sound: Sound | None = None


class CopyOf(Protocol):
    """What makes the copies; None where a file cannot be shown. Errors other than Cancelled count as None."""

    def __call__(self, info: AttachmentInfo, /) -> ViewingCopy | None:
        """The copy of one kept file."""


@dataclass
class Heard:
    """Up to where a sound came when it was written; None while nothing is missing."""

    until_ms: int | None = None


@dataclass(frozen=True)
class CopyFile:
    """One file to write: its name beside the original, its kind, its time in a film, and its bytes; `heard` is told
    while they are taken."""

    name: str
    kind: str
    at_ms: int | None
    pieces: Iterable[bytes]
    heard: Heard = field(default_factory=Heard)


class Coding:
    """Watches the bytes of a film go by and remembers whether bare Windows lacks its coding."""

    def __init__(self) -> None:
        self.closed = False
        self._end = b""

    def see(self, untrusted_piece: bytes) -> None:
        """Take the next piece of the file, in order."""
        if not self.closed:
            self.closed = bool(_DESCRIBED.search(untrusted_piece)) or bool(
                _DESCRIBED.search(self._end + untrusted_piece[:_DESCRIPTION])
            )
            self._end = (self._end + untrusted_piece[-_DESCRIPTION:])[-_DESCRIPTION:]


def copy_files(original: str, untrusted_copy: ViewingCopy) -> Iterator[CopyFile]:
    """The files of one copy, named after `original` ("0003.heic" -> "0003-COPY.jpg", "0003-COPY-01.jpg", …).

    What comes in is checked: a still that is no JPEG is left out, and its metadata is taken off.
    """
    stem = original.partition(".")[0]
    stills = []
    for still in untrusted_copy.stills[:MOST_STILLS]:
        try:
            stills.append((without_metadata(still.jpeg)[0], still.at_ms))
        except errors.PictureBroken:
            continue
    film = any(at_ms is not None for _, at_ms in stills) or len(stills) > 1
    for place, (jpeg, at_ms) in enumerate(stills, 1):
        name = f"{stem}-COPY-{place:02d}.jpg" if film else f"{stem}-COPY.jpg"
        yield CopyFile(name, "image/jpeg", at_ms, [jpeg])
    sound = untrusted_copy.sound
    if sound is not None and sound.frames > 0 and 1 <= sound.channels <= 8 and 1000 <= sound.rate <= 192_000:
        size = sound.channels * SAMPLE * min(sound.frames, LONGEST_WAV // (sound.channels * SAMPLE))
        heard = Heard()
        yield CopyFile(f"{stem}-COPY.wav", "audio/wav", None, _wav(sound, size, heard), heard)


def _wav(sound: Sound, size: int, heard: Heard) -> Iterator[bytes]:
    """Head and samples; exactly `size` bytes of samples, filled up with silence or cut: the head says so many."""
    width = sound.channels * SAMPLE
    form = struct.pack("<HHIIHH", 1, sound.channels, sound.rate, sound.rate * width, width, 8 * SAMPLE)
    yield b"RIFF" + struct.pack("<I", 36 + size) + b"WAVEfmt " + struct.pack("<I", 16) + form
    yield b"data" + struct.pack("<I", size)
    left = size
    try:
        for untrusted_piece in sound.pieces:
            piece = untrusted_piece[:left]
            left -= len(piece)
            yield piece
            if not left:
                return
    except errors.Cancelled:
        raise
    except errors.SafePlanError:
        # Whoever plays it has given out. The original lies beside it; a hand-over does not stop for a copy.
        pass
    heard.until_ms = (size - left) // width * 1000 // sound.rate
    while left:
        piece = _SILENCE[:left]
        left -= len(piece)
        yield piece


def film_time(at_ms: int) -> str:
    """The time in a film as players show it: "0:01:23"."""
    seconds = at_ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
