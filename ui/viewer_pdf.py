"""Draws one page of an untrusted PDF with QtPdf. Runs in the viewer only.

May touch: the bytes it is given. Must never make a Qt application (no screen, no session bus), fill forms, follow
links or run what a document asks for: QtPdf is built without scripts, and nothing here offers it any.
"""

from __future__ import annotations

import importlib

from PIL import Image

from safeplan.errors import NotThere, PictureBroken, PictureNotShown, PictureTooLarge
from ui.viewer_decode import fitted, on_white, really_is
from ui.viewer_wire import Claimed, Pixels, Region, Request

# A zoomed page is drawn whole and cut: pages turned by their own /Rotate then need no special case.
MAX_DRAWN_PIXELS = 40_000_000


def preload() -> None:
    """Load QtPdf now: once the input is read, no file can be opened any more."""
    for name in ("QtCore", "QtGui", "QtPdf"):
        importlib.import_module(f"PySide6.{name}")
    from PySide6.QtCore import QLoggingCategory

    # Asked for the first time, Qt looks for a file of its own that says what is to be logged.
    QLoggingCategory("viewer").isDebugEnabled()  # type: ignore[arg-type]  # the stub says bytes, which it refuses


def draw_page(untrusted: bytes, request: Request) -> Pixels:
    """Page `request.number` (from 0) to fit the request; 0 x 0 asks for the number of pages alone.

    Raises NotThere (no such page), PictureNotShown (it asks for a password), PictureBroken, PictureTooLarge.
    """
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtPdf import QPdfDocument

    if not really_is("application/pdf", untrusted):
        raise PictureBroken
    content = QByteArray(untrusted)
    source = QBuffer(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    if document.error() in (QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme):
        raise PictureNotShown
    if document.status() != QPdfDocument.Status.Ready or document.pageCount() < 1:
        raise PictureBroken
    pages = document.pageCount()
    if request.number >= pages:
        raise NotThere
    points = document.pagePointSize(request.number)
    page_width, page_height = points.width(), points.height()
    if not (1 <= page_width <= 20_000 and 1 <= page_height <= 20_000):
        raise PictureTooLarge if page_width > 20_000 or page_height > 20_000 else PictureBroken
    sizes = (round(page_width), round(page_height))
    if not request.max_width:
        return Pixels(0, 0, 0, b"", *sizes, pages, Claimed())

    # Unlike a photo, a page has no pixels of its own: it is drawn as large as asked for.
    region = request.region
    scale = min(
        request.max_width / (page_width * (region.right - region.left)),
        request.max_height / (page_height * (region.bottom - region.top)),
        (MAX_DRAWN_PIXELS / (page_width * page_height)) ** 0.5,
    )
    drawn = QSize(max(1, int(page_width * scale)), max(1, int(page_height * scale)))
    picture = document.render(request.number, drawn)
    if picture.isNull() or picture.depth() != 32:
        raise PictureBroken
    bits = bytes(picture.constBits())
    image: Image.Image = Image.frombuffer(
        "RGBA", (picture.width(), picture.height()), bits, "raw", "BGRA", picture.bytesPerLine(), 1
    )
    if region != Region():
        width, height = image.size
        left, top = int(region.left * width), int(region.top * height)
        right, bottom = max(left + 1, round(region.right * width)), max(top + 1, round(region.bottom * height))
        image = image.crop((left, top, right, bottom))
    size = fitted(*image.size, Region(), request)
    if image.size != size:
        image = image.resize(size)
    return Pixels(size[0], size[1], size[0] * 4, on_white(image), *sizes, pages, Claimed())
