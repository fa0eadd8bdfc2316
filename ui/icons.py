"""Line icons by name, coloured for the current theme when they are drawn.

May touch: resources/icons and QtSvg, which is loaded at the first icon only. Must never be imported by the
everyday programs: they start without QtSvg. Every icon has a word beside it; none stands alone.
"""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from safeplan.content.resources import list_resources, read_resource
from ui.theme import current


def icon(name: str, colour: str = "ink") -> QIcon:
    """The icon `name` (a file name of resources/icons without ".svg") in the colour of a theme token."""
    look = current()
    return _icon(name, getattr(look.tokens, colour), look.px(20))


def pixmap(name: str, colour: str = "ink", size: int = 40) -> QPixmap:
    """One icon as a picture, `size` px at 100 % text size, drawn at twice the size for dense screens."""
    look = current()
    return _drawn(name, getattr(look.tokens, colour), look.px(size), 2)


def icon_size(size: int = 20) -> QSize:
    """The square that icons beside text take at the current text size."""
    side = current().px(size)
    return QSize(side, side)


def icon_names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(n.removeprefix("icons/")[:-4] for n in list_resources("icons/") if n.endswith(".svg"))


@functools.lru_cache(maxsize=512)
def _icon(name: str, colour: str, side: int) -> QIcon:
    made = QIcon()
    for ratio in (1, 2):
        made.addPixmap(_drawn(name, colour, side, ratio))
    return made


@functools.lru_cache(maxsize=512)
def _drawn(name: str, colour: str, side: int, ratio: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = read_resource(f"icons/{name}.svg").replace(b"currentColor", colour.encode())
    picture = QPixmap(side * ratio, side * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
