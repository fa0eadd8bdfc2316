"""Recordings made in memory for the tests: pictures that tell their number by their colour, and one steady tone."""

from __future__ import annotations

import io
import math
import struct
import wave
from typing import Any

import av

TONE = 440


def shade(number: int) -> int:
    """How grey picture `number` is: steps that survive compression."""
    return 20 + number * 8 % 216


def wav(seconds: float = 1.0, rate: int = 16_000, tone: int = TONE) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(_tone(0, int(rate * seconds), rate, tone))
    return out.getvalue()


def film(
    seconds: float = 1.0,
    *,
    form: str = "mp4",
    picture: str = "mpeg4",
    sound: str = "aac",
    fps: int = 10,
    size: tuple[int, int] = (160, 96),
    grey: int | None = None,
    told: dict[str, str] | None = None,
    options: dict[str, str] | None = None,
) -> bytes:
    """A film of plain grey pictures (picture n has shade(n), or all have `grey`) with a tone beside them; `told` is
    what it says of itself."""
    out = io.BytesIO()
    with av.open(out, "w", format=form, options=options or {}) as container:
        container.metadata.update(told or {})
        pictures: Any = container.add_stream(picture, rate=fps)
        pictures.width, pictures.height = size
        pictures.pix_fmt = "yuvj420p" if picture == "mjpeg" else "yuv420p"
        sounds: Any = container.add_stream(sound, rate=48_000) if sound else None
        if sounds is not None:
            sounds.layout = "mono"
        for number in range(int(seconds * fps)):
            level = shade(number) if grey is None else grey
            frame = av.VideoFrame(*size, "rgb24")
            frame.planes[0].update(bytes([level]) * frame.planes[0].buffer_size)
            frame = frame.reformat(format=pictures.pix_fmt)
            frame.pts = number
            container.mux(pictures.encode(frame))
            if sounds is not None:
                _add_sound(container, sounds, number, fps)
        container.mux(pictures.encode(None))
        if sounds is not None:
            container.mux(sounds.encode(None))
    return out.getvalue()


def turned(content: bytes) -> bytes:
    """The same film as a phone held upright writes it: the first track says "turn right"."""
    start = content.index(b"tkhd") + 4 + 40
    matrix = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
    return content[:start] + matrix + content[start + 36 :]


def _add_sound(container: Any, stream: Any, number: int, fps: int) -> None:
    count = 48_000 // fps
    frame = av.AudioFrame(format="s16", layout="mono", samples=count)
    frame.planes[0].update(_tone(number * count, count, 48_000, TONE).ljust(frame.planes[0].buffer_size, b"\0"))
    frame.sample_rate, frame.pts = 48_000, number * count
    container.mux(stream.encode(frame))


def _tone(start: int, count: int, rate: int, tone: int) -> bytes:
    samples = (int(12_000 * math.sin(2 * math.pi * tone * n / rate)) for n in range(start, start + count))
    return struct.pack(f"<{count}h", *samples)


def recording(form: str, sound: str, told: dict[str, str] | None = None) -> bytes:
    """Half a second of tone and no picture, as programs of strangers write it; `told` as in film()."""
    out = io.BytesIO()
    with av.open(out, "w", format=form) as container:
        container.metadata.update(told or {})
        sounds: Any = container.add_stream(sound, rate=48_000)
        sounds.layout = "mono"
        for number in range(5):
            _add_sound(container, sounds, number, 10)
        container.mux(sounds.encode(None))
    return out.getvalue()
