"""The kept files as rows of a list: which are uncovered, and the small pictures of those that are in sight.

May touch: small pictures made by this program. Must never ask for the picture of a covered or private file, and
never keep more pictures in memory than a few screens show.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from safeplan.clock import Clock, from_text
from safeplan.content.file_words import FileWords
from safeplan.records.kept_files import KeptFile
from ui.size_words import size_in_words
from ui.widgets.file_words import icon_for, kind_in_words, moment_there, shown_name
from ui.widgets.said_dates import day_in_words

Index = QModelIndex | QPersistentModelIndex

# How many are fetched at once: read and decoded in the worker within some 20 ms.
AT_ONCE = 12
# Some screens full; pictures further away are fetched again.
MOST_PICTURES = 240
MOST_WAITING = 60
# None is longer in any of the languages.
_LONG_DAY = date(2026, 9, 28)


class GalleryModel(QAbstractListModel):
    """`wanted(ids)` asks for small pictures; pictures_came() takes them. Everything is covered at first."""

    wanted = Signal(object)

    def __init__(self, words: FileWords, clock: Clock, language: str) -> None:
        super().__init__()
        self._words, self._clock, self._language = words.page, clock, language
        self._files: tuple[KeptFile, ...] = ()
        self._rows: dict[str, int] = {}
        self._shown: set[str] = set()
        self._all = False
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._under_way: frozenset[str] = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def set_files(self, files: Sequence[KeptFile]) -> None:
        """Show these files; what was uncovered stays so."""
        self.beginResetModel()
        self._files = tuple(files)
        self._rows = {one.id: row for row, one in enumerate(self._files)}
        self._waiting.clear()
        self.endResetModel()

    def file(self, row: int) -> KeptFile | None:
        """The file of a row."""
        return self._files[row] if 0 <= row < len(self._files) else None

    def row_of(self, id_: str) -> int:
        """The row of a file, -1 when it is not among those shown."""
        return self._rows.get(id_, -1)

    # ── covered and shown ───────────────────────────────────────────────────────────────────────────────────────
    def can_show(self, row: int) -> bool:
        """Whether there is a small picture to show."""
        one = self.file(row)
        return one is not None and one.shown is not None and one.shown.has_thumbnail

    def is_shown(self, row: int) -> bool:
        """Whether its small picture is uncovered."""
        return self.can_show(row) and (self._all or self._files[row].id in self._shown)

    def all_shown(self) -> bool:
        """Whether she asked for all of them."""
        return self._all

    def show_one(self, row: int) -> None:
        """Uncover one."""
        if self.can_show(row):
            self._shown.add(self._files[row].id)
            self._redraw(row)

    def cover_one(self, row: int) -> None:
        """Cover one; the others stay as they are."""
        if not self.is_shown(row):
            return
        if self._all:
            self._all = False
            self._shown = {one.id for one in self._files}
        self._shown.discard(self._files[row].id)
        self._pictures.pop(self._files[row].id, None)
        self._redraw(row)

    def show_all(self) -> None:
        """Uncover every one, until cover_all()."""
        self._all = True
        self._redraw()

    def cover_all(self) -> None:
        """Nothing of any picture stays in memory."""
        self._all = False
        self._shown.clear()
        self._pictures.clear()
        self._waiting.clear()
        self._under_way = frozenset()
        self._redraw()

    # ── pictures ────────────────────────────────────────────────────────────────────────────────────────────────
    def picture(self, row: int) -> QPixmap | None:
        """The small picture of an uncovered file; None until it has come. Called while painting."""
        if not self.is_shown(row):
            return None
        id_ = self._files[row].id
        found = self._pictures.get(id_)
        if found is not None:
            self._pictures.move_to_end(id_)
        elif id_ not in self._under_way:
            self._waiting[id_] = None
            self._waiting.move_to_end(id_)
            while len(self._waiting) > MOST_WAITING:
                self._waiting.popitem(last=False)
            if not self._under_way:
                self._soon.start()
        return found

    def pictures_came(self, images: Mapping[str, QImage]) -> None:
        """What the worker brought; pictures covered meanwhile are dropped."""
        for id_ in self._under_way:
            row, image = self.row_of(id_), images.get(id_)
            if row >= 0 and self.is_shown(row):
                # An empty one stands for a picture that could not be read: it is not asked for again and again.
                self._pictures[id_] = QPixmap() if image is None else QPixmap.fromImage(image)
                self._redraw(row)
        while len(self._pictures) > MOST_PICTURES:
            self._pictures.popitem(last=False)
        self._under_way = frozenset()
        if self._waiting:
            self._soon.start()

    def held(self) -> int:
        """How many pictures are in memory."""
        return len(self._pictures)

    def _ask(self) -> None:
        newest = [self._waiting.popitem()[0] for _ in range(min(AT_ONCE, len(self._waiting)))]
        if newest:
            self._under_way = frozenset(newest)
            self.wanted.emit(newest)

    def _redraw(self, row: int | None = None) -> None:
        last = len(self._files) - 1
        if last >= 0:
            first = self.index(0 if row is None else row)
            self.dataChanged.emit(first, self.index(last if row is None else row))

    # ── words ───────────────────────────────────────────────────────────────────────────────────────────────────
    def title_of(self, row: int) -> str:
        """Which file it is: of which entry, and which of its files."""
        one = self._files[row]
        words = self._words.tile if one.shown is not None else self._words.tile_private
        return words.format(entry=one.entry, number=one.number)

    def longest_words(self) -> tuple[str, tuple[str, ...]]:
        """The longest title of them all, and the longest words below one: every kind there is, and a long day."""
        entry = max((one.entry for one in self._files), default=0)
        number = max((one.number for one in self._files), default=0)
        kinds = {one.shown.kind for one in self._files if one.shown is not None}
        below = [kind_in_words(kind) for kind in sorted(kinds)]
        return self._words.tile.format(entry=entry, number=number), (
            *below,
            day_in_words(_LONG_DAY, self._language),
        )

    def kind_of(self, row: int) -> str:
        """Its kind; "" for a private file."""
        info = self._files[row].shown
        return kind_in_words(info.kind) if info is not None else ""

    def day_of(self, row: int) -> str:
        """The day on which it was kept; "" for a private file."""
        info = self._files[row].shown
        if info is None:
            return ""
        there = from_text(info.imported_at).astimezone(datetime.strptime(info.zone, "%z").tzinfo)
        return day_in_words(there.date(), self._language)

    def about(self, row: int) -> str:
        """Everything a list may say of it."""
        one = self._files[row]
        if one.shown is None:
            return self.title_of(row)
        size = size_in_words(one.shown.size, self._language)
        kept = moment_there(one.shown.imported_at, one.shown.zone, self._clock, self._language)
        facts = f"{kind_in_words(one.shown.kind)}, {size}. {kept}"
        return f"{self.title_of(row)}: {shown_name(one.shown.name)}\n{facts}"

    def icon_of(self, row: int) -> str:
        """The icon that stands for a covered picture or another file."""
        info = self._files[row].shown
        return "lock" if info is None else icon_for(info.kind)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many files."""
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye and for a screen reader; the picture is painted from picture()."""
        row = index.row()
        if not 0 <= row < len(self._files):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = (self._words.is_shown if self.is_shown(row) else self._words.is_covered,)
            parts = (self.title_of(row), self.kind_of(row), self.day_of(row), *(state if self.can_show(row) else ()))
            return ", ".join(part for part in parts if part)
        return self._words.keys if role == Qt.ItemDataRole.AccessibleDescriptionRole else None
