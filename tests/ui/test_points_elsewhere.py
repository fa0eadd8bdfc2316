"""Documents and recordings that point to other files, programs and addresses: none is opened, no socket made (H-06).

Lost without it: a paper he sent her that tells its sender, by a picture fetched from his address, that she read it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.campaign.selecting import Tries
from tests.ui.recordings import film
from tests.ui.test_player_hostile import HOSTILE, OPENING, SECRET, TRACED, elsewhere

SOMEWHERE = "http://127.0.0.1:9/seen"
_PAGES = b"1 0 obj<</Type/Catalog/Pages 2 0 R%b>>endobj\n2 0 obj<</Type/Pages/Kids[%b]/Count %d>>endobj\n"
_PAGE = b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]%b>>endobj\n"


def paper(
    catalog: bytes = b"", page: bytes = b"", objects: bytes = b"", *, pages: int = 1, end: bytes = b""
) -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(pages))
    body = b"%PDF-1.7\n" + _PAGES % (catalog, kids, pages) + b"".join(_PAGE % (10 + n, page) for n in range(pages))
    return body + objects + b"trailer<</Root 1 0 R%b>>\n%%%%EOF" % end


def drawing(kind: bytes, more: bytes, inside: bytes = b"") -> bytes:
    return b"6 0 obj<</Type/XObject/Subtype/%b %b/Length %d>>stream\n%b\nendstream endobj\n" % (
        kind, more, len(inside), inside,
    )  # fmt: skip


_SHOWS = b"/Resources<</XObject<</X 6 0 R>>>>/Contents 7 0 R"
_DRAWS = b"7 0 obj<</Length 4>>stream\n/X Do\nendstream endobj\n"
_URL = SOMEWHERE.encode()
_LOCK = b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O(%b)/U(%b)>>/ID[(a)(a)]" % (b"o" * 32, b"u" * 32)
PAPERS: dict[str, Callable[[], bytes]] = {
    "a script when it opens": lambda: paper(b"/OpenAction<</S/JavaScript/JS(app.launchURL\\('%b'\\))>>" % _URL),
    "a script in a name tree": lambda: paper(
        b"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(this.submitForm\\('%b'\\))>>]>>>>" % _URL
    ),
    "a program to start": lambda: paper(
        b"/OpenAction<</S/Launch/F(/bin/touch)>>", b"/AA<</O<</S/Launch/F(/bin/true)>>>>"
    ),
    "an address to go to": lambda: paper(b"/OpenAction<</S/URI/URI(%b)>>" % _URL),
    "another document to go to": lambda: paper(b"/OpenAction<</S/GoToR/F(/etc/hostname)/D[0/Fit]>>"),
    "pixels in another file": lambda: paper(
        b"", _SHOWS,
        drawing(b"Image", b"/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/F(/etc/hostname)") + _DRAWS,
    ),
    "pixels at an address": lambda: paper(
        b"", _SHOWS,
        drawing(b"Image", b"/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/F<</FS/URL/F(%b)>>" % _URL)
        + _DRAWS,
    ),
    "a page of another document": lambda: paper(
        b"", _SHOWS, drawing(b"Form", b"/BBox[0 0 9 9]/Ref<</F(/etc/hostname)/Page 0>>") + _DRAWS
    ),
    "a form that sends itself": lambda: paper(
        b"/AcroForm<</XFA[(a) 6 0 R]/Fields[]>>", b"", drawing(b"Form", b"", b"<x/>")
    ),
    "a film inside": lambda: paper(
        b"", b"/Annots[<</Type/Annot/Subtype/Movie/Rect[0 0 9 9]/Movie<</F(%b)>>>>]" % _URL
    ),
    "letters in another file": lambda: paper(
        b"",
        b"/Resources<</Font<</F<</Type/Font/Subtype/TrueType/BaseFont/No/FontDescriptor 6 0 R>>>>>>/Contents 7 0 R",
        b"6 0 obj<</Type/FontDescriptor/FontName/No/FontFile2 8 0 R>>endobj\n8 0 obj<</Length 0/F(/etc/hostname)>>"
        b"stream\n\nendstream endobj\n7 0 obj<</Length 20>>stream\nBT /F 9 Tf (words) Tj ET\nendstream endobj\n",
    ),
    "a hundred thousand pages": lambda: paper(pages=100_000),
    "locked with a password": lambda: paper(end=_LOCK),
}  # fmt: skip
# Those that name another place come from the tests of the player; noise is there to be tried like a film.
_RECORDINGS = (
    *(
        "a list of songs",
        "a list of pieces",
        "a list of a stream",
        "an address as a film",
        "subtitles with an address",
    ),
)
SHOWN = """
import sys
from pathlib import Path
from safeplan.errors import SafePlanError
from safeplan.records.sniff import kind_of
from ui import viewer, viewer_exchange
begin = viewer_exchange.start_viewer
def told(**how):
    running = begin(**how)
    print(running.pid, flush=True)
    return running
viewer_exchange.start_viewer = told
for path in sys.argv[1:]:
    content = Path(path).read_bytes()
    try:
        viewer.decode_blocking(kind_of(content), content, viewer.pdf_page(0, 300, 200))
    except SafePlanError as error:
        print("-", error.id)
"""
# What a decoder could do that is not held: here it tries, and the kernel refuses.
PLANTED = """
import os
from ui.viewer_cage import enter_cage
print(os.getpid(), flush=True)
assert enter_cage()
try:
    open("/etc/hostname")
except OSError:
    pass
"""
_FONTS = re.compile(r'openat\(AT_FDCWD, "/usr/(local/)?share/(fonts|X11/fonts/\w+)", .* = -1 EPERM ')
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


def traced(arguments: list[str], report: Path) -> tuple[list[str], dict[str, list[str]]]:
    """What the program said, and its calls by process, also those that were refused."""
    watched = f"trace={','.join(OPENING)},prctl,seccomp"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", watched, "-o", str(report), sys.executable, "-c", *arguments],
        capture_output=True, text=True, timeout=240, check=True, env={**os.environ, "PYTHONPATH": "."},
    )  # fmt: skip
    calls: dict[str, list[str]] = {}
    for line in report.read_text(errors="replace").splitlines():
        process, _, call = line.partition(" ")
        calls.setdefault(process, []).append(call.strip())
    return done.stdout.splitlines(), calls


def tried_in_the_cage(calls: list[str]) -> list[str]:
    """What a decoder asked the system for after it had the file: files, sockets, programs; also what was refused.

    Letters that a document names and does not bring are looked for in the system's folders of letters; when that is
    refused, the decoder draws with its own. No document can choose these paths.
    """
    caged = next(number for number, call in enumerate(calls) if "SECCOMP" in call)
    # Before it, it loads its libraries: the eye that looks does see.
    assert any(call.startswith("openat") for call in calls[:caged])
    tried = [call for call in calls[caged:] if call.startswith(OPENING)]
    return [call for call in tried if not _FONTS.match(call)]


@needs_strace
@pytest.mark.row("H-06")
def test_a_document_that_points_elsewhere_is_drawn_or_refused_and_reaches_nothing(
    tmp_path: Path, tries: Tries
) -> None:
    wanted = list(PAPERS)[: tries.of(len(PAPERS), daily=4)]
    paths = [tmp_path / f"{number}.pdf" for number in range(len(wanted))]
    for path, name in zip(paths, wanted, strict=True):
        path.write_bytes(PAPERS[name]())
    said, calls = traced([SHOWN, *map(str, paths)], tmp_path / "report")
    viewers = [line for line in said if line.isdecimal()]
    assert len(viewers) == len(wanted)
    for name, viewer in zip(wanted, viewers, strict=True):
        assert tried_in_the_cage(calls[viewer]) == [], name
    # Refused are the locked one and those that are no whole page; the others are drawn as far as they stand here.
    assert sum(line.startswith("-") for line in said) <= 3, said


@needs_strace
@pytest.mark.row("H-06")
def test_nothing_is_opened_and_no_socket_made_while_a_recording_is_read(tmp_path: Path, tries: Tries) -> None:
    recordings = {
        "pictures in another file": ("video/mp4", lambda: elsewhere(SECRET)),
        "a film": ("video/mp4", lambda: film(0.5, picture="libx264")),
        **{name: HOSTILE[name] for name in _RECORDINGS},
    }
    for name in list(recordings)[: tries.of(len(recordings), daily=3)]:
        kind, make = recordings[name]
        kept = tmp_path / "kept"
        kept.write_bytes(make())
        said, calls = traced([TRACED, kind, str(kept)], tmp_path / "report")
        assert tried_in_the_cage(calls[said[0]]) == [], name


@pytest.mark.row("H-06")
def test_a_drawing_with_scripts_is_no_picture_for_the_viewer() -> None:
    from safeplan import errors
    from safeplan.records.sniff import kind_of
    from ui import viewer

    svg = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><image href='%b'/></svg>" % _URL
    for kind in (kind_of(svg), "image/svg+xml"):
        with pytest.raises(errors.PictureNotShown):
            viewer.decode_blocking(kind, svg, viewer.picture(80, 60))


@needs_strace
@pytest.mark.row("H-06", control=True)
def test_the_eye_sees_a_decoder_that_only_tries_to_open_a_file(tmp_path: Path) -> None:
    said, calls = traced([PLANTED], tmp_path / "report")
    assert any("/etc/hostname" in call for call in tried_in_the_cage(calls[said[0]]))
