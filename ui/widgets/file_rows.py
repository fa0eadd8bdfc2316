"""The files of one entry as rows: name, kind, size, when they were kept, and a covered small picture.

May touch: its own widgets. Must never show a picture that was not asked for, and nothing of a private file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from safeplan.clock import Clock
from safeplan.records.attachments import AttachmentInfo
from ui.icons import pixmap
from ui.size_words import size_in_words
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.file_words import icon_for, kind_in_words, moment_there, shown_name
from ui.widgets.inset import Inset
from ui.widgets.labels import Body
from ui.widgets.stack import stack
from ui.widgets.thumbnail import Thumbnail


class FileRows(QWidget):
    """`open_file(id)` goes to the file; `load(id, then)` brings its small picture. `private`: the words that stand
    for a private file, by its id."""

    def __init__(
        self,
        files: Sequence[AttachmentInfo],
        clock: Clock,
        language: str,
        open_file: Callable[[str], object],
        load: Callable[[str, Callable[[bytes | None], None]], object],
        private: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._private = private
        self.setObjectName("file-rows")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for number, info in enumerate(files, 1):
            column.addWidget(self._row(number, info, clock, language, open_file, load))

    def _row(
        self,
        number: int,
        info: AttachmentInfo,
        clock: Clock,
        language: str,
        open_file: Callable[[str], object],
        load: Callable[[str, Callable[[bytes | None], None]], object],
    ) -> QWidget:
        name = f"file-row-{number}"
        hidden = self._private.get(info.id, "")
        facts = self.tr("{kind}, {size}. Kept on {moment}.").format(
            kind=kind_in_words(info.kind),
            size=size_in_words(info.size, language),
            moment=moment_there(info.imported_at, info.zone, clock, language),
        )
        open_it = SecondaryButton(
            self.tr("Open"),
            name=f"{name}-open",
            clicked=partial(open_file, info.id),
            accessible=self.tr("Open file {number}").format(number=number),
        )
        lines = [Body(hidden or shown_name(info.name), name=f"{name}-name")]
        if not hidden:
            lines.append(Body(facts, "small", name=f"{name}-facts"))
        parts: list[QWidget] = [beside(stack(*lines, spacing=4), open_it)]
        if info.has_thumbnail and not hidden:
            seen = self.tr("Small picture of file {number}").format(number=number)
            parts.append(Thumbnail(partial(load, info.id), accessible=seen, name=f"{name}-show"))
        drawing = QLabel()
        drawing.setPixmap(pixmap("file" if hidden else icon_for(info.kind), "on_accent_soft", 24))
        drawing.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(drawing)
        across.addWidget(stack(*parts), 1)
        return Inset(row, name=name)
