"""The rows of a list of any length: how many there are and where headings stand is known, a few pages are held.

May touch: lines of entries it is handed. Must never hold more than a bounded number of pages, nor read the store.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

PAGE = 50
# So many pages are held; a page that was dropped is read again when it is seen again.
HELD = 20
# So many rows before they are seen the next page is asked for.
AHEAD = 12

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """One entry as it is drawn: a small line, its words with what to mark in them, and all of it for a reader."""

    id: str
    number: int
    small: str
    words: str
    marks: tuple[tuple[int, int], ...] = ()
    spoken: str = ""
    removed: bool = False


@dataclass(frozen=True)
class Group:
    """A heading and how many entries stand under it. `key` is what one can jump to."""

    key: str
    heading: str
    count: str
    entries: int


class EntryRows(QAbstractListModel):
    """Headings and entries. What is not held reads as an empty row until put() brings it.

    Two sorts of lists: begin() with all groups known, and begin_open() that grows by a page at its end.
    """

    reach_end = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[Group, ...] = ()
        # The row of each heading, and how many entries stand before it.
        self.heading_rows: list[int] = []
        self.entries_before: list[int] = []
        self.entries = 0
        self._held: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._stale: set[int] = set()
        # Where each page of an open list begins; the last one is not read yet when `_goes_on`.
        self.cursors: list[str | None] = []
        self._goes_on = False

    # ── what there is ───────────────────────────────────────────────────────────────────────────────────────────
    def begin(self, groups: Sequence[Group], entries: int, *, keep: bool = False) -> None:
        """A list whose length is known; no groups, no headings. `keep`: what is held belongs to this list too."""
        held = list(self._held.items()) if keep else []
        self._begin(groups, entries, [], goes_on=False, held=held)

    def begin_open(self) -> None:
        """A list that is read from its beginning on."""
        self._begin((), 0, [None], goes_on=True)

    def _begin(
        self,
        groups: Sequence[Group],
        entries: int,
        cursors: list[str | None],
        *,
        goes_on: bool,
        held: Sequence[tuple[int, tuple[Row, ...]]] = (),
    ) -> None:
        self.beginResetModel()
        self.groups, self.entries = tuple(groups), entries
        self.heading_rows, self.entries_before = [], []
        row = before = 0
        for group in self.groups:
            self.heading_rows.append(row)
            self.entries_before.append(before)
            row += group.entries + 1
            before += group.entries
        self.cursors, self._goes_on = cursors, goes_on
        self._held = OrderedDict(held)
        self._stale.clear()
        self.endResetModel()

    @property
    def is_open(self) -> bool:
        """Whether the list is one that grows at its end."""
        return bool(self.cursors)

    @property
    def goes_on(self) -> bool:
        """Whether there is more behind the last row."""
        return self._goes_on

    def put(self, page: int, rows: Sequence[Row], more: str | None = None) -> None:
        """A page has come. For an open list `more` says where the next one begins, None at the end."""
        if self.is_open:
            self._put_open(page, len(rows), more)
        self._held[page] = tuple(rows)
        self._held.move_to_end(page)
        self._stale.discard(page)
        while len(self._held) > HELD:
            self._held.popitem(last=False)
        if rows:
            last = min(self.entries, (page + 1) * PAGE) - 1
            self.dataChanged.emit(self.index(self.row_of(page * PAGE)), self.index(self.row_of(max(last, 0))))

    def _put_open(self, page: int, count: int, more: str | None) -> None:
        known = self.cursors[page + 1] if page + 1 < len(self.cursors) else None
        newest = page == len(self.cursors) - 1
        if newest and self._goes_on:
            if count:
                self.beginInsertRows(QModelIndex(), self.entries, self.entries + count - 1)
                self.entries += count
            self._goes_on = more is not None
            if more is not None:
                self.cursors.append(more)
            if count:
                self.endInsertRows()
        elif more != known or page * PAGE + count != min(self.entries, (page + 1) * PAGE):
            # Something was written meanwhile, so what was read behind it no longer joins on.
            self._begin((), page * PAGE + count, [*self.cursors[: page + 1]], goes_on=more is not None)
            if more is not None:
                self.cursors.append(more)

    def read_again(self) -> None:
        """What is held may have changed: it stays on the screen until it has come anew."""
        self._stale.update(self._held)

    def missing(self, first: int, last: int) -> int | None:
        """The page to read next so that these rows are there; None when all are."""
        from_entry, to_entry = self.entry_of(max(first - AHEAD, 0)), self.entry_of(last + AHEAD)
        seen = range(self.entry_of(first) // PAGE, self.entry_of(last) // PAGE + 1)
        around = range(from_entry // PAGE, min(to_entry, max(self.entries - 1, 0)) // PAGE + 1)
        page: int
        for page in (*seen, *around):
            if page * PAGE < self.entries and (page not in self._held or page in self._stale):
                return page
        if self._goes_on and to_entry >= self.entries:
            return len(self.cursors) - 1
        return None

    # ── rows and entries ────────────────────────────────────────────────────────────────────────────────────────
    def entry_of(self, row: int) -> int:
        """The place among all entries of this row, or of the first one under this heading."""
        return row - bisect_left(self.heading_rows, row)

    def row_of(self, entry: int) -> int:
        """The row of an entry."""
        return entry + bisect_right(self.entries_before, entry)

    def group_of(self, row: int) -> int:
        """Under which heading a row stands; -1 without headings."""
        return bisect_right(self.heading_rows, row) - 1

    def is_heading(self, row: int) -> bool:
        """Whether this row is one."""
        group = self.group_of(row)
        return group >= 0 and self.heading_rows[group] == row

    def row(self, row: int) -> Row | None:
        """The entry in this row, None while it is not held."""
        page, place = divmod(self.entry_of(row), PAGE)
        held = self._held.get(page)
        if held is None:
            return None
        self._held.move_to_end(page)
        return held[place] if place < len(held) else None

    # ── what Qt asks ────────────────────────────────────────────────────────────────────────────────────────────
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Entries and headings."""
        return 0 if parent.isValid() else self.entries + len(self.groups)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """For screen readers: all that a row says, in one sentence."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or not index.isValid():
            return None
        if self.is_heading(index.row()):
            group = self.groups[self.group_of(index.row())]
            return f"{group.heading}, {group.count}"
        row = self.row(index.row())
        return row.spoken if row is not None else ""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_heading(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: _Index) -> bool:
        """Only a list that grows has more to fetch."""
        return self._goes_on and not parent.isValid()

    def fetchMore(self, _parent: _Index) -> None:
        """Ask whoever reads the store."""
        self.reach_end.emit()
