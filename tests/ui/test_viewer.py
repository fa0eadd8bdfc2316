"""Looking at kept files: each is decoded in a process of its own, hostile ones end as a named failure."""

from __future__ import annotations

import io
import os
import resource
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from open_files import held_by
from PIL import Image, ImageOps
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from safeplan import errors
from tests.ui.gaps import Gaps
from ui import viewer, viewer_decode
from ui.viewer import Pixels, Region, Request, Viewer, decode_blocking
from ui.viewer_wire import AnswerReader, Claimed, pack_answer, pack_failure, pack_request, unpack_request

FILES = Path(__file__).parent.parent / "data" / "files"
PICTURE = viewer.picture(800, 600)
RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 0)


def file(name: str) -> bytes:
    return (FILES / name).read_bytes()


def png(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG that claims width x height in 8 bit grey; the rows compress to nearly nothing."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def rows_of_zeros(width: int, height: int) -> bytes:
    packer = zlib.compressobj(9)
    row = bytes(width + 1)
    return b"".join(packer.compress(row) for _ in range(height)) + packer.flush()


def endless_gif() -> bytes:
    """One million frames of one pixel."""
    start = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return start + frame * 1_000_000 + b"\x3b"


def strange_pdf(pages: int = 1, box: str = "0 0 300 200") -> bytes:
    """A document that asks for a script, a program and an address when it is opened."""
    kids = " ".join(f"{10 + n} 0 R" for n in range(pages))
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/AA<</O 3 0 R>>>>"
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R/OpenAction 3 0 R/AA<</WC 4 0 R>>>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {pages}>>",
        3: "<</S/JavaScript/JS(while(1){app.alert('x')})/Next 4 0 R>>",
        4: "<</S/Launch/F(/bin/touch)/Next 5 0 R>>",
        5: "<</S/URI/URI(http://127.0.0.1:9/)>>",
    } | {10 + n: page for n in range(pages)}
    body, offsets = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        offsets[number] = len(body)
        body += f"{number} 0 obj{content}endobj\n".encode()
    return body + b"trailer<</Root 1 0 R>>\n%%EOF"


def colour(pixels: Pixels, across: float, down: float) -> tuple[int, ...]:
    start = int(down * pixels.height) * pixels.stride + int(across * pixels.width) * 4
    return tuple(pixels.rgba[start : start + 3])


def near(seen: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(seen, wanted, strict=True))


def corners(pixels: Pixels) -> list[tuple[int, ...]]:
    return [colour(pixels, x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Viewer]:
    made = Viewer()
    yield made
    made.stop()
    qtbot.waitUntil(lambda: not made.findChildren(viewer.Showing))


def outcome(qtbot: QtBot, shown: Viewer, kind: str, data: bytes, request: Request = PICTURE) -> Any:
    """What show() brings: Pixels or the failure. Also holds that the interface kept moving meanwhile."""
    came: list[Any] = []
    owner = QObject()
    gaps = Gaps(owner)
    shown.show(owner, data, kind, request, came.append, came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=25_000)
    assert len(came) == 1
    assert gaps.stop() < 0.4
    return came[0]


# ── Ordinary files ──────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("plain.png", "image/png"),
        ("plain.webp", "image/webp"),
        ("plain.gif", "image/gif"),
        ("plain.bmp", "image/bmp"),
        ("plain.tiff", "image/tiff"),
        ("plain.heic", "image/heic"),
    ],
)
def test_every_picture_format_of_a_phone_is_shown_with_its_colours_in_place(
    name: str, kind: str, qtbot: QtBot, shown: Viewer
) -> None:
    seen = outcome(qtbot, shown, kind, file(name))
    assert (seen.width, seen.height, seen.stride, seen.pages) == (160, 120, 640, 1)
    assert all(map(near, corners(seen), [RED, GREEN, BLUE, YELLOW]))
    image = viewer.as_image(seen)
    assert image.pixelColor(40, 30).getRgb()[:3] == colour(seen, 0.25, 0.25)


def test_a_photo_taken_with_the_phone_turned_stands_upright_and_its_claims_are_read() -> None:
    seen = decode_blocking("image/jpeg", file("turned.jpg"), PICTURE)
    assert (seen.width, seen.height, seen.full_width, seen.full_height) == (120, 160, 120, 160)
    assert all(map(near, corners(seen), [BLUE, RED, YELLOW, GREEN]))
    assert seen.claimed == Claimed("2026-03-01T14:20:05+05:00", "43.23886, 76.88970", "Lantern K2", 6)


def test_claims_can_be_asked_for_without_pixels_and_damaged_exif_claims_nothing() -> None:
    assert decode_blocking("image/heic", file("plain.heic"), viewer.claims()).claimed.device == "Lantern K2"
    broken = file("turned.jpg").replace(b"Exif\0\0MM", b"Exif\0\0XX").replace(b"Exif\0\0II", b"Exif\0\0XX")
    assert broken != file("turned.jpg")
    assert decode_blocking("image/jpeg", broken, viewer.claims()).claimed == Claimed()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_zooming_into_a_corner_shows_that_corner_of_the_upright_picture(orientation: int) -> None:
    stored = Image.open(io.BytesIO(file("plain.png"))).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    stored.save(out, "PNG", exif=exif)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(out.getvalue())))
    viewer_decode.preload("image/png")
    for left, top in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)):
        request = viewer.picture(50, 50, Region(left, top, left + 0.5, top + 0.5))
        seen = viewer_decode.decode_picture("image/png", out.getvalue(), request)
        place = (int((left + 0.25) * upright.width), int((top + 0.25) * upright.height))
        assert near(colour(seen, 0.5, 0.5), upright.getpixel(place))
        assert max(seen.width, seen.height) == 50


def test_what_is_transparent_is_shown_on_white_and_sixteen_bit_grey_keeps_its_shades() -> None:
    viewer_decode.preload("image/png")
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(out, "PNG")
    assert colour(viewer_decode.decode_picture("image/png", out.getvalue(), PICTURE), 0, 0) == (255, 255, 255)
    deep = Image.new("I;16", (3, 1))
    for x, value in enumerate((1000, 30500, 60000)):
        deep.putpixel((x, 0), value)
    out = io.BytesIO()
    deep.save(out, "PNG")
    seen = viewer_decode.decode_picture("image/png", out.getvalue(), PICTURE)
    assert [seen.rgba[n * 4] for n in range(3)] == [0, 127, 255]


def test_pages_of_a_document_are_drawn_one_by_one_and_a_page_that_is_not_there_is_said_so(
    qtbot: QtBot, shown: Viewer
) -> None:
    pages = [
        outcome(qtbot, shown, "application/pdf", file("three_pages.pdf"), viewer.pdf_page(n, 400, 600))
        for n in range(3)
    ]
    assert [(page.width, page.height, page.pages) for page in pages] == [(400, 600, 3)] * 3
    assert len({page.rgba for page in pages}) == 3
    assert all(min(page.rgba) < 60 for page in pages)
    missing = outcome(qtbot, shown, "application/pdf", file("three_pages.pdf"), viewer.pdf_page(3, 400, 600))
    assert isinstance(missing, errors.NotThere)


def test_zooming_into_a_page_draws_it_larger() -> None:
    whole = decode_blocking("application/pdf", file("three_pages.pdf"), viewer.pdf_page(0, 400, 600))
    part = decode_blocking(
        "application/pdf", file("three_pages.pdf"), viewer.pdf_page(0, 400, 600, Region(0, 0, 0.5, 0.5))
    )
    dark = [sum(1 for n in range(0, len(p.rgba), 4) if p.rgba[n] < 100) for p in (whole, part)]
    assert (part.width, part.height) == (400, 600)
    assert dark[1] > 2.5 * dark[0] > 0


def test_small_copies_are_made_here_from_pixels_and_carry_no_metadata() -> None:
    photo = Image.effect_noise((3000, 2000), 30).convert("RGB")
    exif = Image.open(io.BytesIO(file("turned.jpg"))).getexif()
    out = io.BytesIO()
    photo.save(out, "JPEG", exif=exif)
    seen = decode_blocking("image/jpeg", out.getvalue(), viewer.report_photo())
    copy = viewer.small_copy(seen)
    again = Image.open(io.BytesIO(copy.data))
    assert again.format == "JPEG"
    assert again.size == (copy.width, copy.height) == (1067, 1600)
    assert not again.getexif()
    assert b"Lantern" not in copy.data
    assert viewer.small_copy(decode_blocking("image/jpeg", out.getvalue(), viewer.thumbnail())).height == 320


# ── Hostile and damaged files ───────────────────────────────────────────────────────────────────────────────────
HOSTILE: dict[str, tuple[str, Callable[[], bytes], tuple[type[errors.SafePlanError], ...]]] = {
    "a PNG of 50,000 x 50,000": (
        "image/png",
        lambda: png(50_000, 50_000, rows_of_zeros(50_000, 200)),
        (errors.PictureTooLarge,),
    ),
    "a PNG of 16,000 x 16,000": (
        "image/png",
        lambda: png(16_000, 16_000, rows_of_zeros(16_000, 16_000)),
        (errors.PictureTooLarge,),
    ),
    "a HEIC cut short": ("image/heic", lambda: file("broken.heic"), (errors.PictureBroken,)),
    "a JPEG cut short": ("image/jpeg", lambda: file("turned.jpg")[:1200], (errors.PictureBroken,)),
    "no bytes at all": ("image/jpeg", lambda: b"", (errors.PictureBroken,)),
    "a PNG called JPEG": ("image/jpeg", lambda: file("plain.png"), (errors.PictureBroken,)),
    "a page called PDF": ("application/pdf", lambda: b"<html></html>", (errors.PictureBroken,)),
    "a PDF cut short": ("application/pdf", lambda: b"%PDF-1.7\nnothing else", (errors.PictureBroken,)),
    "a drawing with scripts": ("image/svg+xml", lambda: b"<svg/>", (errors.PictureNotShown,)),
    "a page as large as a field": (
        "application/pdf",
        lambda: strange_pdf(box="0 0 9000000 9000000"),
        (errors.PictureTooLarge, errors.PictureBroken),
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_as_a_named_failure_and_the_interface_keeps_moving(
    name: str, qtbot: QtBot, shown: Viewer
) -> None:
    kind, make, allowed = HOSTILE[name]
    assert isinstance(outcome(qtbot, shown, kind, make()), allowed)


def test_of_a_picture_with_a_million_frames_only_the_first_is_looked_at(qtbot: QtBot, shown: Viewer) -> None:
    seen = outcome(qtbot, shown, "image/gif", endless_gif())
    assert (seen.width, seen.height) == (1, 1)


def test_a_document_with_scripts_and_programs_is_drawn_and_starts_nothing(qtbot: QtBot, shown: Viewer) -> None:
    seen = outcome(qtbot, shown, "application/pdf", strange_pdf(), viewer.pdf_page(0, 300, 200))
    assert (seen.width, seen.height) == (300, 200)
    assert set(seen.rgba) == {255}


def test_a_decoder_without_end_is_stopped_by_the_clock(qtbot: QtBot) -> None:
    hasty = Viewer(seconds=0.001)
    seen = outcome(qtbot, hasty, "image/png", file("plain.png"))
    assert isinstance(seen, errors.ViewerTimedOut)
    with pytest.raises(errors.ViewerTimedOut):
        decode_blocking("image/png", file("plain.png"), PICTURE, seconds=0.0)
    hasty.stop()
    qtbot.waitUntil(lambda: not hasty.findChildren(viewer.Showing))


@given(st.binary(max_size=400), st.sampled_from(sorted(viewer_decode._FORMATS)))
def test_any_bytes_after_a_right_beginning_are_a_named_failure_or_a_picture(noise: bytes, kind: str) -> None:
    viewer_decode.preload(kind)
    name = {"image/jpeg": "turned.jpg", "image/heif": "plain.heic"}.get(kind, f"plain.{kind[6:]}")
    start = file(name)[: 60 + len(noise)]
    try:
        seen = viewer_decode.decode_picture(kind, start + noise, viewer.picture(64, 64))
    except (errors.PictureBroken, errors.PictureTooLarge, MemoryError):
        return
    assert len(seen.rgba) == seen.stride * seen.height
    assert max(seen.width, seen.height) <= 64


# ── The process itself ──────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_waiting_viewer_has_small_limits_no_window_and_no_file_of_the_store() -> None:
    from ui.viewer_exchange import start_viewer

    running = start_viewer()
    try:

        def limits() -> dict[int, tuple[int, int]]:
            names = (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_DATA)
            return {name: resource.prlimit(running.pid, name) for name in names}

        until = time.perf_counter() + 15
        while limits()[resource.RLIMIT_DATA][0] != 1 << 30 and time.perf_counter() < until:
            time.sleep(0.01)
        assert limits() == {
            resource.RLIMIT_CORE: (0, 0),
            resource.RLIMIT_FSIZE: (0, 0),
            resource.RLIMIT_NOFILE: (64, 64),
            resource.RLIMIT_DATA: (1 << 30, 1 << 30),
        }
        assert os.geteuid() or not [held for held in held_by(running.pid) if held.startswith("socket:")]
    finally:
        running.kill()
        running.wait(5)
        running.close_pipes()


CAGED = """
import os, socket, sys, threading
from ui.viewer_cage import enter_cage
entered = enter_cage()
def attempt(call):
    try:
        call()
    except PermissionError:
        return "refused"
    return "done"
worker = threading.Thread(target=lambda: None)
worker.start()
worker.join()
path = sys.argv[1]
calls = [lambda: open(path), lambda: os.unlink(path), lambda: os.rename(path, path + "2"), socket.socket, os.fork]
calls += [lambda: os.kill(os.getppid(), 0), lambda: os.execv("/bin/true", ["true"])]
print(entered, *map(attempt, calls))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the cage is Linux's")
def test_a_caged_decoder_can_neither_read_nor_delete_a_file_nor_reach_another_process(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(b"mine")
    seen = subprocess.run([sys.executable, "-c", CAGED, str(kept)], capture_output=True, text=True, check=True)
    assert seen.stdout.split() == ["True"] + ["refused"] * 7
    assert kept.read_bytes() == b"mine"


def runaway_pdf() -> bytes:
    """A page of two million curves: more than ten seconds of drawing within the memory that is allowed."""
    curve = "{} {} m {} {} {} {} {} {} c S\n"
    limits = (300, 200, 280, 220, 260, 187, 300, 199)
    some = "".join(curve.format(*(n * 13 % limit for limit in limits)) for n in range(3300))
    content = b"0.1 w " + some.encode() * 600
    start = strange_pdf().replace(b"/AA<</O 3 0 R>>>>", b"/Contents 9 0 R>>")
    body, end = start.split(b"trailer", 1)
    return b"%s9 0 obj<</Length %d>>stream\n%s\nendstream endobj\ntrailer%s" % (body, len(content), content, end)


@pytest.mark.row("H-01")
@pytest.mark.campaign
def test_a_page_that_takes_minutes_to_draw_ends_within_the_limit_of_time(qtbot: QtBot, shown: Viewer) -> None:
    seen = outcome(qtbot, shown, "application/pdf", runaway_pdf(), viewer.pdf_page(0, 1600, 1200))
    assert isinstance(seen, errors.ViewerTimedOut)


def test_every_file_gets_a_process_of_its_own_and_none_stays(qtbot: QtBot, shown: Viewer) -> None:
    shown.warm()
    first = outcome(qtbot, shown, "image/png", file("plain.png"))
    second = outcome(qtbot, shown, "image/jpeg", file("turned.jpg"))
    assert (first.width, second.width) == (160, 120)
    assert near(colour(second, 0.25, 0.25), BLUE)


def test_a_page_that_has_gone_or_a_request_that_was_cancelled_hears_nothing(qtbot: QtBot, shown: Viewer) -> None:
    heard: list[Any] = []
    owner = QObject()
    shown.show(owner, file("plain.png"), "image/png", PICTURE, heard.append, heard.append)
    second = shown.show(shown, file("plain.png"), "image/png", PICTURE, heard.append, heard.append)
    del owner
    second.cancel()
    with pytest.raises(errors.Cancelled):
        decode_blocking("image/png", file("plain.png"), PICTURE, cancelled=lambda: True)
    qtbot.wait(300)
    assert heard == []


def processes() -> set[str]:
    """Those of this test, with those that have ended and were not looked at yet."""
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split())


def test_after_the_stop_no_process_waits_to_be_collected(qtbot: QtBot) -> None:
    stopped, owner, before = Viewer(), QObject(), processes()
    first = stopped.show(owner, file("plain.png"), "image/png", PICTURE, print, print)
    stopped.show(owner, file("plain.png"), "image/png", PICTURE, print, print)
    assert processes() > before
    first.cancel()
    stopped.stop()
    assert processes() == before


def test_many_pictures_asked_for_at_once_all_arrive(qtbot: QtBot, shown: Viewer) -> None:
    came: list[Any] = []
    for _ in range(6):
        shown.show(
            shown, [file("plain.png")[:100], file("plain.png")[100:]], "image/png", PICTURE, came.append, print
        )
    qtbot.waitUntil(lambda: len(came) == 6, timeout=20_000)
    assert {pixels.width for pixels in came} == {160}


# ── What comes back is not believed ─────────────────────────────────────────────────────────────────────────────
def good_answer() -> Pixels:
    return Pixels(4, 3, 16, bytes(48), 8, 6, 1, Claimed("2026-03-01T14:20:05", "1.00000, 2.00000", "Lantern", 6))


def read(request: Request, pieces: bytes, step: int = 7) -> Pixels:
    reader = AnswerReader(request)
    for start in range(0, len(pieces), step):
        reader.feed(pieces[start : start + step])
    return reader.answer()


def test_an_answer_survives_the_journey_in_any_pieces() -> None:
    packed = b"".join(pack_answer(good_answer()))
    for step in (1, 7, 57, 58, 4096):
        assert read(viewer.picture(4, 3), packed, step) == good_answer()
    empty = Pixels(0, 0, 0, b"", 8, 6, 1, Claimed())
    assert read(viewer.claims(), b"".join(pack_answer(empty))) == empty


def test_a_named_failure_arrives_and_an_unknown_one_counts_as_broken() -> None:
    with pytest.raises(errors.PictureTooLarge):
        read(PICTURE, pack_failure(errors.PictureTooLarge()))
    with pytest.raises(errors.PictureBroken):
        read(PICTURE, pack_failure(errors.WrongPassphrase()))


@given(st.data())
def test_a_viewer_that_lies_is_refused_or_believed_only_within_the_request(data: st.DataObject) -> None:
    packed = bytearray(b"".join(pack_answer(good_answer())))
    for _ in range(data.draw(st.integers(1, 6))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    try:
        seen = read(viewer.picture(4, 3), bytes(packed) + data.draw(st.binary(max_size=9)))
    except (errors.PictureBroken, errors.PictureTooLarge, errors.PictureNotShown, errors.NotThere):
        return
    assert seen.width <= 4
    assert seen.height <= 3
    assert len(seen.rgba) == seen.width * seen.height * 4
    assert "".join((seen.claimed.taken_at, seen.claimed.place, seen.claimed.device)).isprintable()


def test_a_file_cannot_put_a_line_break_or_a_reversed_line_into_its_claims() -> None:
    for text in ("two\nlines", "abc\u202edef", "x" * 121):
        lie = Pixels(4, 3, 16, bytes(48), 8, 6, 1, Claimed(device=text))
        with pytest.raises(errors.PictureBroken):
            read(viewer.picture(4, 3), b"".join(pack_answer(lie)))


@given(st.binary(min_size=0, max_size=80))
def test_the_viewer_takes_no_request_but_a_right_one(noise: bytes) -> None:
    with pytest.raises(ValueError, match=r"length|request"):
        unpack_request(noise)
    good = pack_request("image/png", PICTURE, 10)
    assert unpack_request(good) == ("image/png", PICTURE, 10)
    for wrong in (
        Request(5000, 5),
        Request(0, 5),
        Request(5, 5, region=Region(0.5, 0, 0.5, 1)),
        Request(-0, 0, 2**31),
    ):
        with pytest.raises(ValueError, match="request"):
            unpack_request(pack_request("image/png", wrong, 10))


def test_the_thumbnail_is_a_jpeg_that_qt_reads() -> None:
    copy = viewer.small_copy(good_answer())
    assert (QImage.fromData(copy.data).width(), copy.pages) == (4, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the pipe's end and the job object do it")
def test_a_viewer_goes_when_the_process_that_asked_it_is_killed() -> None:
    asks = "import sys, ui.viewer_exchange as x; print(x.start_viewer().pid, flush=True); sys.stdin.read()"
    asking = subprocess.Popen([sys.executable, "-c", asks], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert asking.stdout is not None
    pid = int(asking.stdout.readline())
    os.kill(pid, 0)
    asking.kill()
    asking.communicate()
    until = time.perf_counter() + 10
    while Path(f"/proc/{pid}").exists() and time.perf_counter() < until:
        time.sleep(0.005)
    assert not Path(f"/proc/{pid}").exists() or "Z" in Path(f"/proc/{pid}/stat").read_text().split()[2]
