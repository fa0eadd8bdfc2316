"""The limits of looking at files, row by row of the test programme (H-01 to H-08): size, number, reuse, references.

Lost without it: a picture somebody sent her that takes the program, the computer or another picture with it.
"""

from __future__ import annotations

import io
import os
import random
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import ignore, never
from PIL import Image

from safeplan import errors
from safeplan.records import attachments, incidents
from safeplan.vault.container import OpenVault
from ui import viewer, viewer_decode
from ui.viewer import Pixels, decode_blocking

FILES = Path(__file__).parent.parent / "data" / "files"
PICTURE = viewer.picture(800, 600)
# What this process may grow by while the viewer fights a bomb: an answer's pixels and the bytes of the file.
MAY_GROW = 96 << 20
NAMED = (errors.PictureTooLarge, errors.PictureBroken, errors.PictureNotShown, errors.ViewerTimedOut)
SOURCES = {
    "image/jpeg": "turned.jpg",
    "image/png": "plain.png",
    "image/webp": "plain.webp",
    "image/gif": "plain.gif",
    "image/bmp": "plain.bmp",
    "image/tiff": "plain.tiff",
    "image/heic": "plain.heic",
}


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
SIDES = ((8_000, 8_000), (65_535, 65_535), (1, 1_000_000_000))
MORE_SIDES = ((12_000, 12_000), (16_383, 16_383), (30_000, 30_000), (50_000, 50_000), (1_000_000_000, 1), (65_535, 1))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("kind", BOMBS)
@pytest.mark.parametrize("sides", [*SIDES, *(pytest.param(more, marks=pytest.mark.campaign) for more in MORE_SIDES)])
def test_a_bomb_ends_in_a_sentence_or_small_and_takes_no_memory_here(kind: str, sides: tuple[int, int]) -> None:
    data = BOMBS[kind](*(min(side, 16_777_215) if kind == "image/webp" else side for side in sides))
    before = memory()
    found = seen(kind, data)
    assert memory() - before < MAY_GROW
    if isinstance(found, Pixels):
        # A JPEG is decoded at a fraction of its size.
        most = viewer_decode.MAX_STORED_PIXELS if kind == "image/jpeg" else viewer_decode.MAX_DECODED_PIXELS
        assert sides[0] * sides[1] <= most
        assert (found.width, found.height) <= (800, 600)
    else:
        assert isinstance(found, NAMED)


# ── H-02: mutants ───────────────────────────────────────────────────────────────────────────────────────────────
def mutant(source: bytes, chance: random.Random) -> bytes:
    """Flipped, overwritten, cut, doubled: one to eight times."""
    data = bytearray(source)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(data))
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


def decode_mutants(kind: str, first: int, count: int) -> int:
    """Decode mutants in a forked process with the viewer's memory; how many it got through before it ended."""
    source = (FILES / SOURCES[kind]).read_bytes()
    out, into = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 2)
        viewer_decode.preload(kind)
        for number in range(first, first + count):
            try:
                found = viewer_decode.decode_picture(kind, mutant(source, random.Random(number)), PICTURE)
                fits = len(found.rgba) == found.stride * found.height and found.width <= 800 and found.height <= 600
            except (errors.PictureBroken, errors.PictureTooLarge, MemoryError):
                fits = True
            os.write(into, b"." if fits else b"!")
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as answers:
        said = answers.read()
    os.waitpid(child, 0)
    assert b"!" not in said, f"mutant {first + said.index(b'!')} of {kind} gave pixels that were not asked for"
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
@pytest.mark.parametrize("kind", SOURCES)
def test_mutants_of_every_format_end_as_pixels_or_a_named_failure(kind: str) -> None:
    decode_all_mutants(kind, 200)


@needs_fork
@pytest.mark.campaign
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", SOURCES)
def test_a_hundred_thousand_mutants_of_every_format(
    kind: str, record_property: Callable[[str, object], None]
) -> None:
    record_property("decoders that ended their process", decode_all_mutants(kind, 100_000))


@needs_fork
def test_the_watch_over_mutants_sees_a_decoder_that_falls_over_or_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewer_decode, "decode_picture", lambda *_: os._exit(9))
    assert decode_all_mutants("image/png", 3) == 3
    wrong = Pixels(10, 10, 40, b"", 10, 10, 1, viewer.Claimed())
    monkeypatch.setattr(viewer_decode, "decode_picture", lambda *_: wrong)
    with pytest.raises(AssertionError, match="mutant 0"):
        decode_all_mutants("image/png", 3)


# ── H-03: archives are kept, never opened ───────────────────────────────────────────────────────────────────────
def test_an_archive_within_archives_is_kept_byte_for_byte_and_never_unpacked(
    vault: OpenVault, clock: object, tmp_path: Path
) -> None:
    inner = b"\0" * (8 << 20)
    for _ in range(20):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(3):
                archive.writestr(f"{number}.zip", inner)
        inner = packed.getvalue()
    source = tmp_path / "42.zip"
    source.write_bytes(inner)
    entry = incidents.add_incident(vault.database, clock, incidents.IncidentForm("an archive"))  # type: ignore[arg-type]
    before = vault.database.value("PRAGMA page_count")
    kept = attachments.import_file(vault.database, clock, source, entry.id, ignore, never)  # type: ignore[arg-type]
    assert attachments.read_all(vault.database, kept.id) == inner
    assert (vault.database.value("PRAGMA page_count") - before) * 4096 < len(inner) + (1 << 20)
    assert isinstance(seen(kept.kind, inner), errors.PictureNotShown)


# ── H-06: documents ─────────────────────────────────────────────────────────────────────────────────────────────
def document(pages: int, trailer: bytes = b"") -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(pages))
    page = b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n"
    body = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    body += b"2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj\n" % (kids, pages)
    return body + b"".join(page % (10 + n) for n in range(pages)) + b"trailer<</Root 1 0 R%s>>\n%%%%EOF" % trailer


def test_a_document_of_a_hundred_thousand_pages_shows_the_page_that_was_asked_for_or_says_why_not() -> None:
    found = seen("application/pdf", document(100_000))
    assert isinstance(found, (Pixels, *NAMED))
    if isinstance(found, Pixels):
        assert found.pages == 100_000


def test_a_document_locked_with_a_password_says_so_in_a_named_failure() -> None:
    lock = b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O(%s)/U(%s)>>/ID[(a)(a)]" % (b"o" * 32, b"u" * 32)
    assert isinstance(seen("application/pdf", document(1, lock)), NAMED)


# ── H-08: one file never shows another ──────────────────────────────────────────────────────────────────────────
def test_a_broken_file_after_a_good_one_shows_nothing_of_it() -> None:
    for shade in (40, 120, 200):
        plain = io.BytesIO()
        Image.new("RGB", (90, 60), (shade, 10, 90)).save(plain, "PNG")
        good = seen("image/png", plain.getvalue())
        assert isinstance(good, Pixels)
        assert set(zip(*[iter(good.rgba)] * 4, strict=True)) == {(shade, 10, 90, 255)}
        cut = plain.getvalue()[:-40]
        broken = seen("image/png", cut)
        # Either nothing, or what is really in the cut file: never a colour of the one before.
        if isinstance(broken, Pixels):
            colours = set(zip(*[iter(broken.rgba)] * 4, strict=True))
            assert colours <= {(shade, 10, 90, 255), (0, 0, 0, 255)}
        else:
            assert isinstance(broken, NAMED)
