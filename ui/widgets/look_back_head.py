"""What stands above the list for looking back: the search field, what narrows it down, the order, and what is said.

May touch: its own widgets. Must never take the list's room: where three rows would not fit, all but the search field
and what was found folds behind one press.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.records.search import Asked
from ui.page import PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Unfold
from ui.widgets.choices import Choice
from ui.widgets.fields import TextLine
from ui.widgets.flow import flow
from ui.widgets.index_work import IndexWork
from ui.widgets.labels import Body
from ui.widgets.log_ways import LogWays
from ui.widgets.look_back_also import AlsoFound
from ui.widgets.look_back_filters import Filters, chip_row
from ui.widgets.look_back_reading import HAPPENED, WRITTEN
from ui.widgets.pick import Pick
from ui.widgets.said_dates import her_now

_BETWEEN = 8


class LookBackHead(QWidget):
    """stand() says what belongs on the page now, make_room() how much of it may be seen at once."""

    # It has become higher or lower by a press.
    folded = Signal()

    def __init__(self, context: PageContext, names: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self.search = TextLine(
            name="look-back-search",
            accessible=self.tr("Find in everything I wrote"),
            placeholder=self.tr("Find: a word, a name, a place"),
        )
        self.more = SecondaryButton(self.tr("More"), name="look-back-head-more", clicked=self._toggle)
        self.more.hide()
        self.filters = Filters(her_now(context.clock).date(), context.language, name="look-back")
        self.narrow = Unfold(self.tr("Narrow it down"), self.filters, name="look-back-narrow")
        self._chips: QWidget = flow()
        self.order = Choice(
            [(HAPPENED, self.tr("By the day it happened")), (WRITTEN, self.tr("By the day it was written"))],
            name="look-back-by",
            accessible=self.tr("Order of the list"),
            several=False,
            chosen=[HAPPENED],
            may_be_none=False,
        )
        self.month = Pick([], name="look-back-month", accessible=self.tr("Go to a month"))
        self.count = Body("", "muted", name="look-back-count")
        self.also = AlsoFound(context, names)
        self.index = IndexWork(context, name="look-back-index")
        self._ways, self._in_time = LogWays(context, "look_back"), flow(self.order, self.month)
        self._searching = beside(self.search, self.more)
        # What gives way on a small screen or to large text.
        self._folding = (self._ways, self.narrow, self._in_time)
        # Whether each of these belongs on the page; nothing but the ways does until it is known what there is.
        self._wanted = {self._ways: True, self._searching: False, self.narrow: False, self._in_time: False}
        self._tight = self._open = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_BETWEEN)
        for part in self._parts():
            self._column.addWidget(part)
        self.count.hide()
        self._arrange()

    def stand(self, *, searchable: bool, some: bool, searching: bool, months: bool) -> None:
        """`searchable`: anything can be found; `some`: there are entries; `months`: they can be gone through."""
        self._wanted |= {self._searching: searchable, self.narrow: some, self._in_time: some and not searching}
        self.month.setVisible(months)
        self._arrange()

    def say_found(self, found: int, *, goes_on: bool) -> None:
        """How much was found; nothing for none."""
        words = (
            self.tr("More than %n found, the last written first", "", found)
            if goes_on
            else self.tr("%n found, the last written first", "", found)
        )
        self.count.setText(words)
        self.count.setVisible(found > 0)

    def show_chips(self) -> None:
        """What the list is narrowed down by, each to be taken off."""
        chips = self.filters.chips()
        off = partial(self.filters.set_asked, Asked())
        row = chip_row(chips, partial(QuietButton, self.tr("Take off all"), name="look-back-off-all", clicked=off))
        self._column.replaceWidget(self._chips, row)
        self._chips.hide()
        self._chips.deleteLater()
        self._chips = row
        row.setVisible(bool(chips))

    def make_room(self, room: int, rows: int) -> int:
        """Fold where less than `rows` pixels of the `room` would be left below; how high it is then."""
        # As it stands at rest: what she unfolds is no reason to fold the rest away under her hand.
        resting = (self._ways, self._searching, self.narrow.button, self._in_time)
        self._tight = self._wanted[self.narrow] and room - self._high(resting) < rows
        self._arrange()
        return self._high([part for part in self._parts() if part.isVisibleTo(self)])

    @property
    def _folded(self) -> bool:
        return self._tight and not self._open

    def _arrange(self) -> None:
        for part, wanted in self._wanted.items():
            part.setVisible(wanted and not (self._folded and part in self._folding))
        self.more.setVisible(self._tight)
        words = self.tr("Less") if self._open else self.tr("More")
        if self.more.words() != words:
            self.more.set_words(words, f"{words}: {self.order.accessibleName()}, {self.narrow.button.words()}")

    def _parts(self) -> tuple[QWidget, ...]:
        top = (self._ways, self.index, self._searching, self.narrow, self._chips, self.also)
        return (*top, self._in_time, self.count)

    def _high(self, parts: Sequence[QWidget]) -> int:
        wide = self.width()
        high = (one.heightForWidth(wide) if one.hasHeightForWidth() else one.sizeHint().height() for one in parts)
        return sum(high) + _BETWEEN * max(0, len(parts) - 1)

    def _toggle(self) -> None:
        self._open = not self._open
        self._arrange()
        self.folded.emit()
