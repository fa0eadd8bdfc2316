"""A small picture of a kept file that stays covered until "Show" is pressed.

May touch: the small copies made by this program. Must never ask for a picture before she asks for it, and never
decode a kept file: only the copy that was compressed here.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.theme import current
from ui.widgets.card import Covered
from ui.widgets.fields import Picture

# load(then): then(bytes) later, None when there is no small picture any more.
LoadPicture = Callable[[Callable[[bytes | None], None]], object]

_SIDE = 220


class Thumbnail(Covered):
    """`load` is called at each Show; covering again takes the picture out of memory."""

    def __init__(self, load: LoadPicture, *, accessible: str, name: str) -> None:
        self._load = load
        self._accessible = accessible
        self._name = name
        super().__init__("", self._picture, name=name)
        self.button.setAccessibleDescription(accessible)

    def _picture(self) -> QWidget:
        picture = Picture(name=f"{self._name}-picture", accessible=self._accessible)
        side = current().px(_SIDE)
        picture.setFixedHeight(side)

        def arrived(content: bytes | None) -> None:
            # It may be covered again by now.
            if not isValid(picture):
                return
            image = QImage.fromData(content or b"")
            if image.isNull():
                picture.setFixedHeight(current().px(24))
                picture.setText(self.tr("There is no small picture of this file."))
                return
            shown = QPixmap.fromImage(image)
            if shown.height() > side:
                shown = shown.scaledToHeight(side)
            picture.setFixedSize(shown.size())
            picture.setPixmap(shown)

        self._load(arrived)
        return picture
