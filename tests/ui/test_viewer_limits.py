"""The limits of looking at files, row by row of the test programme (H-01, H-02, H-08): size, damage, reuse.

Lost without it: a picture somebody sent her that takes the program, the computer or another picture with it.
"""

from __future__ import annotations

import contextlib
import gc
import io
import itertools
import os
import random
import struct
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from safeplan import errors
from tests.campaign.selecting import Tries
from ui import player_decode, viewer, viewer_decode, viewer_exchange, viewer_pdf
from ui.player_wire import MAX_LENGTH_MS, From
from ui.viewer import Pixels, decode_blocking

FILES = Path(__file__).parent.parent / "data" / "files"
PICTURE = viewer.picture(800, 600)
# What this process may grow by while the viewer fights a bomb: an answer's pixels and the bytes of the file.
MAY_GROW = 96 << 20
NAMED = (errors.PictureTooLarge, errors.PictureBroken, errors.PictureNotShown, errors.ViewerTimedOut)
PICTURES = {
    "image/jpeg": "turned.jpg",
    "image/png": "plain.png",
    "image/webp": "plain.webp",
    "image/gif": "plain.gif",
    "image/bmp": "plain.bmp",
    "image/tiff": "plain.tiff",
    "image/heic": "plain.heic",
}
# Kept for the fuzzing; the first byte says which reader they are for.
RECORDINGS = FILES.parents[1] / "fuzz" / "corpus" / "recordings"
RECORDED = {
    "video/mp4": "mp4",
    "video/webm": "webm",
    "video/x-msvideo": "avi",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
}
DECODING = (errors.PictureBroken, errors.PictureTooLarge, errors.PictureNotShown, errors.NotThere)
SMALL_PAGE = viewer.pdf_page(0, 200, 200)


def memory() -> int:
    """Bytes of this process that are in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def seen(kind: str, data: bytes) -> Pixels | errors.SafePlanError:
    try:
        return decode_blocking(kind, data, PICTURE)
    except errors.SafePlanError as error:
        return error


# ── H-01: a few bytes that claim, or really unfold to, thousands of megapixels ───────────────────────────────────
def png_bomb(width: int, height: int) -> bytes:
    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    packer = zlib.compressobj(1)
    # As many rows as make a bomb of it; the rest is only claimed.
    rows = min(height, max(1, (1 << 29) // (width + 1)))
    packed = b"".join(packer.compress(bytes(width + 1)) for _ in range(min(rows, 20_000))) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", packed) + part(b"IEND", b"")


def jpeg_bomb(width: int, height: int) -> bytes:
    data = bytearray((FILES / "turned.jpg").read_bytes())
    place = next(data.index(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in data)
    data[place + 5 : place + 9] = struct.pack(">HH", min(height, 65_535), min(width, 65_535))
    return bytes(data)


def gif_bomb(width: int, height: int) -> bytes:
    data = bytearray((FILES / "plain.gif").read_bytes())
    data[6:10] = struct.pack("<HH", min(width, 65_535), min(height, 65_535))
    place = data.index(b"\x2c")
    data[place + 5 : place + 9] = data[6:10]
    return bytes(data)


def webp_bomb(width: int, height: int) -> bytes:
    """The extended form: 24 bits for each side."""
    head = b"VP8X" + struct.pack("<I", 10) + bytes(4) + (width - 1).to_bytes(4, "little")[:3]
    body = b"WEBP" + head + (height - 1).to_bytes(4, "little")[:3] + (FILES / "plain.webp").read_bytes()[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def tiff_bomb(width: int, height: int) -> bytes:
    packed = zlib.compress(bytes(1 << 24), 9)
    tags = ((256, width), (257, height), (258, 8), (259, 8), (262, 1), (273, 8), (277, 1), (278, height))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in (*tags, (279, len(packed))))
    at = 8 + len(packed)
    return b"II*\0" + struct.pack("<I", at) + packed + struct.pack("<H", 9) + entries + bytes(4)


BOMBS: dict[str, Callable[[int, int], bytes]] = {
    "image/png": png_bomb,
    "image/jpeg": jpeg_bomb,
    "image/gif": gif_bomb,
    "image/webp": webp_bomb,
    "image/tiff": tiff_bomb,
}


def many_frames(frames: int, _: int = 0) -> bytes:
    """A picture of one pixel that goes on moving for a million frames."""
    start = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return start + frame * frames + b"\x3b"


SIDES = ((8_000, 8_000), (65_535, 65_535), (1, 1_000_000_000))
MORE_SIDES = ((12_000, 12_000), (16_383, 16_383), (30_000, 30_000), (50_000, 50_000), (1_000_000_000, 1), (65_535, 1))


HOW_MANY = len(BOMBS) * len((*SIDES, *MORE_SIDES)) + 1


def all_bombs() -> Iterator[tuple[str, tuple[int, int], bytes]]:
    """(kind, claimed sides, file) of one bomb after the other."""
    for sides in (*SIDES, *MORE_SIDES):
        for kind, make in BOMBS.items():
            most = 16_777_215 if kind == "image/webp" else 1_000_000_000
            yield kind, sides, make(*(min(side, most) for side in sides))
        if sides == SIDES[0]:
            yield "image/gif", (1, 1), many_frames(1_000_000)


def takes_no_memory_here(kind: str, sides: tuple[int, int], data: bytes, look: Callable[[str, bytes], object]) -> int:
    """A bomb ends in a sentence or small, and this process stays as large as it was; by how much it grew."""
    before = memory()
    found = look(kind, data)
    grown = memory() - before
    assert grown < MAY_GROW, (kind, sides, grown)
    if isinstance(found, Pixels):
        # A JPEG is decoded at a fraction of its size.
        most = viewer_decode.MAX_STORED_PIXELS if kind == "image/jpeg" else viewer_decode.MAX_DECODED_PIXELS
        assert sides[0] * sides[1] <= most
        assert (found.width, found.height) <= (800, 600)
    else:
        assert isinstance(found, NAMED)
    return grown


@pytest.mark.row("H-01")
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_bomb_ends_in_a_sentence_or_small_and_takes_no_memory_here(tries: Tries) -> None:
    grown, longest = [], 0.0
    for kind, sides, data in itertools.islice(all_bombs(), tries.of(HOW_MANY, daily=6)):
        began = time.monotonic()
        grown.append(takes_no_memory_here(kind, sides, data, seen))
        longest = max(longest, time.monotonic() - began)
    tries.figure("most_grown_mib", max(grown) >> 20)
    tries.figure("longest_s", round(longest, 1))


@pytest.mark.row("H-01", control=True)
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_watch_over_memory_sees_a_bomb_that_is_decoded_here() -> None:
    def here(_kind: str, data: bytes) -> Image.Image:
        viewer_decode.preload("image/png")
        return Image.open(io.BytesIO(data)).convert("RGB")

    with pytest.raises(AssertionError, match=r"8000"):
        takes_no_memory_here("image/png", (8_000, 8_000), png_bomb(8_000, 8_000), here)


# ── H-02: mutants ───────────────────────────────────────────────────────────────────────────────────────────────
def mutant(source: bytes, chance: random.Random) -> bytes:
    """Flipped, overwritten, cut, doubled: one to eight times."""
    data = bytearray(source)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(data)) if data else 0
        data += b"" if data else b"\0"
        how = chance.randrange(5)
        if how == 0:
            data[place] ^= 1 << chance.randrange(8)
        elif how == 1:
            data[place] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
        elif how == 2:
            data[place : place + 4] = chance.randbytes(4)
        elif how == 3:
            data[place : place + chance.randint(1, 40)] = b""
        else:
            data[place:place] = data[place : place + chance.randint(1, 40)]
    return bytes(data) or b"\0"


def _picture(kind: str) -> tuple[bytes, Callable[[bytes], bool]]:
    viewer_decode.preload(kind)

    def decode(data: bytes) -> bool:
        found = viewer_decode.decode_picture(kind, data, PICTURE)
        return len(found.rgba) == found.stride * found.height and found.width <= 800 and found.height <= 600

    return (FILES / PICTURES[kind]).read_bytes(), decode


def _document(kind: str) -> tuple[bytes, Callable[[bytes], bool]]:
    from PySide6.QtPdf import QPdfDocument

    viewer_pdf.preload()
    # While one document stands, the library is not set up anew for each.
    standing = QPdfDocument()

    def decode(data: bytes) -> bool:
        assert standing.pageCount() == 0
        found = viewer_pdf.draw_page(data, SMALL_PAGE)
        return len(found.rgba) == found.stride * found.height and found.width <= 200 and found.height <= 200

    return (FILES / "three_pages.pdf").read_bytes(), decode


def _recording(kind: str) -> tuple[bytes, Callable[[bytes], bool]]:
    player_decode.preload()
    source = (RECORDINGS / RECORDED[kind]).read_bytes()[1:]

    def decode(data: bytes) -> bool:
        pieces = player_decode.Recording(kind, io.BytesIO(data)).play(From(1, 0, 100, 64, 64, 1 << 20))
        # The window asks for no more before it has shown these.
        return all(0 <= one.at_ms <= MAX_LENGTH_MS for one, _ in zip(pieces, range(12), strict=False))

    return source, decode


MAKERS = {**dict.fromkeys(PICTURES, _picture), "application/pdf": _document, **dict.fromkeys(RECORDED, _recording)}


def decode_mutants(kind: str, first: int, count: int) -> int:
    """Decode mutants in a forked process with the viewer's memory; how many it got through before it ended."""
    source, decode = MAKERS[kind](kind)
    out, into = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        import resource

        # The PDF library reserves addresses it never uses; what is written to counts, as in the viewer.
        resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 2)
        # The threads of a recording go when it is collected; the real player has one recording and no other.
        gc.freeze()
        for number in range(first, first + count):
            # As in the viewer: ten seconds of the processor for each file.
            resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + 11, -1))
            damaged, why = mutant(source, random.Random(number)), ""
            try:
                why = "" if decode(damaged) else "pixels or moments of another size"
            except (*DECODING, MemoryError):
                pass
            except Exception as unnamed:
                # Decoders raise what they like; a name they do not have would reach the page as a fault of ours.
                why = repr(unnamed)[:200]
            os.write(into, b"!" + why.encode() if why else b".")
            gc.collect()
            if why:
                break
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as answers:
        said = answers.read()
    os.waitpid(child, 0)
    assert b"!" not in said, (kind, f"mutant {first + said.index(b'!')}", said.partition(b"!")[2])
    return len(said)


def decode_all_mutants(kind: str, count: int) -> int:
    """A decoder that falls over takes its own process only; the mutant is skipped. How many did that."""
    done = fallen = 0
    while done < count:
        got = decode_mutants(kind, done, min(2_000, count - done))
        done += got
        if got < min(2_000, count - (done - got)):
            fallen += 1
            done += 1
    return fallen


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="decodes in a forked process")


@needs_fork
@pytest.mark.row("H-02")
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", MAKERS)
def test_mutants_of_every_format_end_as_pixels_or_a_named_failure(kind: str, tries: Tries) -> None:
    fallen = decode_all_mutants(kind, tries.of(100_000, daily=150))
    tries.figure(f"fallen_{kind.split('/')[1]}", fallen)


@needs_fork
@pytest.mark.row("H-02", control=True)
def test_the_watch_over_mutants_sees_a_decoder_that_falls_over_or_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewer_decode, "decode_picture", lambda *_: os._exit(9))
    assert decode_all_mutants("image/png", 3) == 3
    wrong = Pixels(10, 10, 40, b"", 10, 10, 1, viewer.Claimed())
    monkeypatch.setattr(viewer_decode, "decode_picture", lambda *_: wrong)
    with pytest.raises(AssertionError, match="mutant 0"):
        decode_all_mutants("image/png", 3)


# ── H-08: one file never shows another ──────────────────────────────────────────────────────────────────────────
def plain_and_cut(shade: int) -> tuple[bytes, bytes]:
    """A picture of one colour, and the same with its end missing."""
    plain = io.BytesIO()
    Image.new("RGB", (90, 60), (shade, 10, 90)).save(plain, "PNG")
    return plain.getvalue(), plain.getvalue()[:-40]


def shows_only_itself(found: object, shade: int) -> None:
    """Either nothing, or what is really in the file: never a colour of another one."""
    if isinstance(found, Pixels):
        colours = set(zip(*[iter(found.rgba)] * 4, strict=True))
        assert colours <= {(shade, 10, 90, 255), (0, 0, 0, 255)}, colours
    else:
        assert isinstance(found, NAMED)


@pytest.mark.row("H-08")
def test_a_file_shows_nothing_of_the_one_before_and_has_a_process_of_its_own(
    tries: Tries, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    begin = viewer_exchange.start_viewer

    def counted(**how: bool) -> Any:
        running = begin(**how)
        started.append(running.pid)
        return running

    monkeypatch.setattr(viewer_exchange, "start_viewer", counted)
    times = tries.of(300, daily=2)
    for number in range(times):
        good, cut = plain_and_cut(shade := number * 7 % 250)
        found = seen("image/png", good)
        assert isinstance(found, Pixels)
        shows_only_itself(found, shade)
        shows_only_itself(seen("image/png", cut), shade)
        # Of the file before there is nothing, whatever is asked for now.
        other, _ = plain_and_cut((shade + 100) % 250)
        shows_only_itself(seen("image/png", other), (shade + 100) % 250)
    assert len(started) == len(set(started)) == times * 3
    assert not [pid for pid in started if Path(f"/proc/{pid}").exists()]


@pytest.mark.row("H-08", control=True)
def test_the_eye_sees_a_decoder_that_keeps_the_file_before() -> None:
    held: list[Pixels] = []

    def keeping(data: bytes) -> Pixels:
        """As a process would that serves a second file and falls back on what lies in its memory."""
        viewer_decode.preload("image/png")
        with contextlib.suppress(errors.PictureBroken):
            held.append(viewer_decode.decode_picture("image/png", data, PICTURE))
        return held[-1]

    shows_only_itself(keeping(plain_and_cut(40)[0]), 40)
    with pytest.raises(AssertionError, match="40"):
        shows_only_itself(keeping(plain_and_cut(120)[1]), 120)
