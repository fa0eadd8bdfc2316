"""Reads the pages of the list as they come into sight: one at a time, what is seen now before what was seen then.

May touch: the background and the rows. Must never read all entries, and never show what was asked for before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import QObject, Signal

from safeplan.errors import SafePlanError
from safeplan.records.entry_lines import EntryLine
from safeplan.records.search import Asked, Found
from safeplan.records.timeline import Month
from ui.background import Background, Job
from ui.widgets import look_back_store as store
from ui.widgets.look_back_rows import PAGE, EntryRows, Row
from ui.widgets.look_back_words import RowWords

HAPPENED, WRITTEN = "happened", "written"


class Reading(QObject):
    """What is asked for, in which order, and the rows of it. `came` when a page of it has arrived."""

    came = Signal()

    def __init__(
        self, background: Background, language: str, failed: Callable[[SafePlanError], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background, self._language, self._failed = background, language, failed
        self.rows = EntryRows(self)
        self.asked = Asked()
        self.by = HAPPENED
        self.overview: store.Overview | None = None
        self._words = RowWords(language, {})
        self._job: Job | None = None
        self._busy = False

    def show_beginning(self, view: store.Overview, names: dict[str, str]) -> None:
        """The first page, before it is known how long the list is."""
        self.overview = view
        self._words = RowWords(self._language, names)
        if self.asked != Asked() or self.by == WRITTEN:
            self._begin()
            return
        months = [line.happened.start[:7] for line in view.first]
        known = [Month(month, len(list(found))) for month, found in groupby(months)]
        groups = [replace(group, count="") for group in self._words.months(known)]
        self.rows.begin(groups, len(view.first))
        self.rows.put(0, [self._words.entry(line) for line in view.first])

    def show_overview(self, view: store.Overview, names: dict[str, str]) -> bool:
        """Take in how long the list is; True when that has changed. What is held stays until read again."""
        before, self.overview = self.overview, view
        self._words = RowWords(self._language, names)
        changed = before is None or (before.months, before.written) != (view.months, view.written)
        if changed and not self.rows.is_open:
            self._begin(keep=True)
        if before is None or not before.first:
            self.rows.read_again()
        return changed

    def ask(self, asked: Asked) -> bool:
        """Look for this from now on; True when it is something else than before."""
        if asked == self.asked:
            return False
        self.asked = asked
        self._begin()
        return True

    def order(self, by: str) -> bool:
        """The list in time, by HAPPENED or WRITTEN; True when it was the other."""
        if by == self.by:
            return False
        self.by = by
        if self.asked == Asked():
            self._begin()
        return True

    def _begin(self, *, keep: bool = False) -> None:
        self._busy = False
        if self._job is not None:
            self._job.cancel()
            self._job = None
        view = self.overview or store.Overview()
        if self.asked != Asked():
            self.rows.begin_open()
        elif self.by == WRITTEN:
            self.rows.begin((), view.written, keep=keep)
        else:
            groups = self._words.months(view.months)
            self.rows.begin(groups, sum(group.entries for group in groups), keep=keep)

    def read(self, first: int, last: int) -> None:
        """See to it that these rows are there."""
        page = self.rows.missing(first, last)
        if page is None or self._busy or self.overview is None:
            return
        work: Any
        if self.rows.is_open:
            work = partial(store.found_page, asked=self.asked, more=self.rows.cursors[page])
        elif self.by == WRITTEN:
            work = partial(store.written_page, page=page, written=self.overview.written)
        else:
            group = self.rows.group_of(self.rows.row_of(page * PAGE))
            skip = page * PAGE - self.rows.entries_before[group]
            work = partial(store.happened_page, month=self.rows.groups[group].key, skip=skip)
        self._busy = True
        done = partial(self._arrived, self.asked, self.by, page)
        self._job = self._background.run(self, work, done, self._broke)

    def _arrived(self, asked: Asked, by: str, page: int, came: Found | tuple[EntryLine, ...] | None) -> None:
        if came is None or asked != self.asked or by != self.by:
            return
        self._busy = False
        if isinstance(came, Found):
            rows: list[Row] = [self._words.result(one) for one in came.results]
            self.rows.put(page, rows, came.more)
        else:
            self.rows.put(page, [self._words.entry(one) for one in came])
        self.came.emit()

    def _broke(self, error: SafePlanError) -> None:
        self._busy = False
        self._failed(error)
