"""PDFs through the drawing function of the viewer, in this process."""

from __future__ import annotations

from PySide6.QtPdf import QPdfDocument

from safeplan.errors import NotThere, PictureBroken, PictureNotShown, PictureTooLarge
from ui import viewer_pdf
from ui.viewer_wire import Region, Request

viewer_pdf.preload()
# While one document stands, the library is not set up anew for each: that leaks its maps, which only counts in a
# process that looks at four thousand papers, and the viewer looks at one.
_STANDS = QPdfDocument()
_REQUESTS = (Request(80, 80), Request(0, 0), Request(60, 90, 1, Region(0, 0, 0.5, 0.5)))


def target(data: bytes) -> None:
    wanted = _REQUESTS[data[0] % 3 if data else 0]
    try:
        seen = viewer_pdf.draw_page(b"%PDF-" + data[1:], wanted)
    except (PictureBroken, PictureTooLarge, PictureNotShown, NotThere, MemoryError):
        return
    assert len(seen.rgba) == seen.stride * seen.height
    assert seen.width <= wanted.max_width
    assert seen.height <= wanted.max_height
    assert seen.pages >= 1
