"""Look back: everything written so far, in time or found by a word; what is open in it stays as she left it.

May touch: entries, to read them in the background. Must never hold all of them, and never write anywhere what was
looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.order_words import load_order_words
from safeplan.records.deadlines import local_day
from safeplan.records.entry_lines import EntryLine
from safeplan.records.people import Person, shown_name
from safeplan.records.search import Asked, Found
from ui.background import Job
from ui.page import Page, PageContext
from ui.widgets import look_back_store as store
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card, EmptyState, Unfold
from ui.widgets.choices import Choice
from ui.widgets.fields import TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.log_ways import LogWays
from ui.widgets.look_back_filters import Filters, chip_row
from ui.widgets.look_back_list import EntryList
from ui.widgets.look_back_rows import EntryRows, Row
from ui.widgets.look_back_words import RowWords, month_groups, month_words
from ui.widgets.order_card import Present, order_name
from ui.widgets.pick import Pick
from ui.widgets.said_dates import her_now
from ui.widgets.scroll_page import ScrollPage

SEARCH_AFTER_MS = 150
HAPPENED, WRITTEN = "happened", "written"
# What the page keeps free above, between and below head and list.
AROUND = 46
# Kinds of records that a row shows.
SHOWN = frozenset(("incidents", "people", "orders", "life_events"))


class LookBackPage(Page):
    """A search field, what narrows it down, and one list."""

    name = "look_back"
    # What was looked for is carried into another language and never kept in the store.
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._overview: store.Overview | None = None
        self._words = RowWords(context.language, {})
        self._asked = Asked()
        self._by = HAPPENED
        self._job: Job | None = None
        self._reading = False
        self._stale = False
        self.sheet = ScrollPage(name="look-back-scroll")
        self.layout_.addWidget(self.sheet)
        self.search = TextLine(
            name="look-back-search",
            accessible=self.tr("Find in everything I wrote"),
            placeholder=self.tr("Find: a word, a name, a place"),
        )
        self.search.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._soon.timeout.connect(self._ask)
        self.search.textChanged.connect(self._soon.start)
        self.search.returnPressed.connect(self._ask)
        self.filters = Filters(her_now(context.clock).date(), context.language, name="look-back")
        self.filters.changed.connect(self._narrowed)
        self.narrow = Unfold(self.tr("Narrow it down"), self.filters, name="look-back-narrow")
        self.narrow.unfolded.connect(self._load_choices)
        self._chips: QWidget = flow()
        self.order = Choice(
            [(HAPPENED, self.tr("By the day it happened")), (WRITTEN, self.tr("By the day it was written"))],
            name="look-back-by",
            accessible=self.tr("Order of the list"),
            several=False,
            chosen=[HAPPENED],
            may_be_none=False,
        )
        self.order.changed.connect(self._order_chosen)
        self.month = Pick([], name="look-back-month", accessible=self.tr("Go to a month"))
        self.month.activated.connect(self._go_to_month)
        self.count = Body("", "muted", name="look-back-count")
        self._head = QWidget()
        self._column = QVBoxLayout(self._head)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._in_time = flow(self.order, self.month)
        for part in (LogWays(context, self.name), self.search, self.narrow, self._chips, self._in_time, self.count):
            self._column.addWidget(part)
        self.rows = EntryRows(self)
        self.list = EntryList(self.rows, name="look-back-list", accessible=self.tr("What is written"))
        self.list.opened.connect(lambda entry: context.go("entry", incident_id=entry))
        self.list.moved.connect(self._moved)
        self.list.left_above.connect(self.search.setFocus)
        self.list.typed.connect(self._type_on)
        self.rows.reach_end.connect(self._read_on)
        self._instead: QWidget = Card(name="look-back-instead")
        self.sheet.add(self._head, self.list, self._instead)
        for watched in (self._head, self.sheet.viewport()):
            watched.installEventFilter(self)
        self._show_nothing_yet(waiting=True)
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("Look back")

    def arrive(self, text: str | None = None, **_arguments: Any) -> None:
        """Show the list as it was left. `text`: something to look for, from another page."""
        self.arguments = {}
        if text is not None:
            self.filters.set_asked(Asked())
            self.search.setText(text)
            self.search.setFocus()
        if not self.context.has_store():
            self._show_overview(store.Overview())
        elif self._overview is None or self._stale:
            self._stale = False
            self.context.background.run(self, store.overview, self._show_overview, self._failed)
        else:
            self._ask()

    # ── the list ────────────────────────────────────────────────────────────────────────────────────────────────
    def _show_overview(self, view: store.Overview | None) -> None:
        """How long the list is, and who is known; what is on the screen stays until it has come anew."""
        if view is None:
            return
        before, self._overview = self._overview, view
        names = self._names(view.people)
        self._words = RowWords(self.context.language, names)
        if before is None or (before.months, before.written) != (view.months, view.written):
            self.month.clear()
            for month in view.months:
                self.month.addItem(month_words(month.month, self.context.language), month.month)
            if self.rows.is_open:
                self.rows.read_again()
            else:
                place = self.list.verticalScrollBar().value() if before is not None else 0
                current = self.list.currentIndex().row()
                self._begin_in_time()
                self.list.verticalScrollBar().setValue(place)
                if current >= 0:
                    self.list.setCurrentIndex(self.rows.index(min(current, self.rows.rowCount() - 1)))
        else:
            self.rows.read_again()
        if self.narrow.button.isChecked():
            self._load_choices()
        self._ask()
        self._moved()

    def _names(self, people: Sequence[Person]) -> dict[str, str]:
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        return {one.id: shown_name(one, reveal) for one in people}

    def _ask(self) -> None:
        """Show what is asked for now: the list in time, or what was found."""
        self._soon.stop()
        asked = replace(self.filters.asked, text=self.search.text().strip())
        if self._overview is None:
            return
        if asked != self._asked:
            self._asked = asked
            self._drop_job()
            if asked == Asked():
                self._begin_in_time()
            else:
                self.rows.begin_open()
            self.list.setCurrentIndex(self.rows.index(-1))
            self.list.verticalScrollBar().setValue(0)
        self._arrange()
        self._moved()

    def _begin_in_time(self) -> None:
        view = self._overview or store.Overview()
        if self._by == WRITTEN:
            self.rows.begin((), view.written)
        else:
            groups = month_groups(view.months, self.context.language)
            self.rows.begin(groups, sum(group.entries for group in groups))

    def _drop_job(self) -> None:
        self._reading = False
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _moved(self) -> None:
        """Other rows are seen: read them, one page at a time, what is seen now before what was seen then."""
        first, last = self.list.seen()
        self._follow_month(first)
        page = self.rows.missing(first, last)
        if page is None or self._reading or self._overview is None or not self.context.has_store():
            return
        work: Any
        if self.rows.is_open:
            work = partial(store.found_page, asked=self._asked, more=self.rows.cursors[page])
        elif self._by == WRITTEN:
            work = partial(store.written_page, page=page, written=self._overview.written)
        else:
            work = partial(store.happened_page, page=page)
        done = partial(self._page_came, self._asked, self._by, page)
        self._reading = True
        self._job = self.context.background.run(self, work, done, self._failed)

    def _read_on(self) -> None:
        self._moved()

    def _page_came(self, asked: Asked, by: str, page: int, came: Found | tuple[EntryLine, ...] | None) -> None:
        if came is None or asked != self._asked or by != self._by:
            return
        self._reading = False
        if isinstance(came, Found):
            rows: list[Row] = [self._words.result(one) for one in came.results]
            self.rows.put(page, rows, came.more)
            self._arrange()
        else:
            self.rows.put(page, [self._words.entry(one) for one in came])
        self._moved()

    def _failed(self, error: Any) -> None:
        self._reading = False
        self.context.questions.tell_error(error)

    def _arrange(self) -> None:
        """What stands in place of the list when there is nothing in it, and what is said above it."""
        view = self._overview or store.Overview()
        searching = self._asked != Asked()
        some = view.written > 0
        self.search.setVisible(some)
        self.narrow.setVisible(some)
        self._in_time.setVisible(some and not searching)
        self.month.setVisible(self._by == HAPPENED and len(view.months) > 1)
        found = self.rows.entries
        self.count.setVisible(searching and found > 0)
        if self.rows.goes_on:
            self.count.setText(self.tr("More than %n found, the last written first", "", found))
        else:
            self.count.setText(self.tr("%n found, the last written first", "", found))
        nothing_found = searching and not found and not self.rows.goes_on
        self.list.setVisible(some and not nothing_found)
        self._instead.setVisible(not some or nothing_found)
        if nothing_found:
            self._show_nothing_found()
        elif not some:
            self._show_nothing_yet()
        self._fit()

    def _stand_instead(self, *widgets: QWidget) -> None:
        card = Card(name="look-back-instead")
        card.add(*widgets)
        self._instead.hide()
        self._instead.deleteLater()
        self._instead = card
        self.sheet.add(card)

    def _show_nothing_yet(self, *, waiting: bool = False) -> None:
        if waiting:
            for part in (self.search, self.narrow, self._in_time, self.count, self.list, self._instead):
                part.hide()
            return
        self._stand_instead(
            EmptyState(
                self.tr("Nothing is written yet"),
                self.tr("Later everything you wrote can be found here: by a word, by a day, by who was there."),
                self.tr("Type “door”, and every entry comes in which a door is spoken of, in any form of the word."),
                name="look-back-empty",
                action=self.tr("Write what happened"),
                clicked=partial(self.context.go, "happened"),
            )
        )

    def _show_nothing_found(self) -> None:
        parts: list[QWidget] = [
            Body(self.tr("Nothing found."), name="look-back-nothing"),
            Body(
                self.tr("The first letters of a word are enough, and endings do not matter. Try fewer words."),
                "muted",
            ),
        ]
        if self.filters.chips():
            parts.append(Body(self.tr("It is narrowed down as well. What is chosen can be taken off."), "muted"))
        again = SecondaryButton(self.tr("Show everything again"), name="look-back-everything", clicked=self._all)
        self._stand_instead(*parts, again)

    def _all(self) -> None:
        self.search.clear()
        self.filters.set_asked(Asked())
        self._ask()
        self.search.setFocus()

    # ── in time ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _order_chosen(self) -> None:
        if self.order.one() == self._by:
            return
        self._by = self.order.one()
        self._drop_job()
        self._begin_in_time()
        self.list.verticalScrollBar().setValue(0)
        self._arrange()
        self._moved()

    def _go_to_month(self, _place: int = 0) -> None:
        for group, row in zip(self.rows.groups, self.rows.heading_rows, strict=True):
            if group.key == self.month.one():
                self.list.show_row(row)
                self.list.setFocus()

    def _follow_month(self, first: int) -> None:
        """The field shows in which month she is."""
        group = self.rows.group_of(first)
        if self.rows.groups and group >= 0 and self.month.one() != self.rows.groups[group].key:
            self.month.set_one(self.rows.groups[group].key)

    # ── narrowing down ──────────────────────────────────────────────────────────────────────────────────────────
    def _load_choices(self, on: bool = True) -> None:  # noqa: FBT001, FBT002
        if on and self.context.has_store():
            self.context.background.run(self, store.choices, self._show_choices, self._failed)

    def _show_choices(self, choices: store.Choices) -> None:
        names = self._names(choices.people)
        clock = self.context.clock
        now = Present(load_order_words(self.context.language), self.context.region, local_day(clock), clock.zone())
        orders = [(one.id, order_name(one, now)) for one in choices.orders]
        self.filters.show_choices(list(names.items()), choices.kinds, choices.places, orders)

    def _narrowed(self) -> None:
        chips = self.filters.chips()
        row = chip_row(
            chips, partial(QuietButton, self.tr("Take off all"), name="look-back-off-all", clicked=self._off)
        )
        self._column.replaceWidget(self._chips, row)
        self._chips.hide()
        self._chips.deleteLater()
        self._chips = row
        row.setVisible(bool(chips))
        self._soon.start()

    def _off(self) -> None:
        self.filters.set_asked(Asked())

    # ── keys and sizes ──────────────────────────────────────────────────────────────────────────────────────────
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the search field into the list; the list takes the room that is left."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self.list.isVisible():
                self.list.enter()
                return True
        elif event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def escape(self) -> None:
        """Back to the search field."""
        self.search.setFocus()

    def _type_on(self, letters: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + letters)

    def _fit(self) -> None:
        """The list fills the window; where the text is large it keeps a few rows, and the page scrolls."""
        room = self.sheet.viewport().height()
        left, few = room - self._head.height() - AROUND, self.list.few_rows()
        self.list.setFixedHeight(left if left >= few else max(round(room * 0.8), few))

    # ── as it was ───────────────────────────────────────────────────────────────────────────────────────────────
    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if not kinds & SHOWN:
            return
        self._stale = True
        if self.isVisible():
            self.arrive()

    def collect_draft(self) -> dict[str, str]:
        """What is looked for, for the same page in another language or size."""
        return {"text": self.search.text(), "by": self._by} if self.search.text() or self._by != HAPPENED else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Look for it again."""
        self.search.setText(fields.get("text", ""))
        self.order.set_chosen([fields.get("by", HAPPENED)])
        self._order_chosen()
