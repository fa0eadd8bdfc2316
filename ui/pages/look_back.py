"""Look back: everything written so far, in time or found by a word; what is open in it stays as she left it.

May touch: entries, to read them in the background. Must never hold all of them, and never write anywhere what was
looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from safeplan.content.order_words import load_order_words
from safeplan.records.deadlines import local_day
from safeplan.records.people import Person, shown_name
from safeplan.records.search import Asked
from ui.page import Page, PageContext
from ui.widgets import look_back_store as store
from ui.widgets.card import Card
from ui.widgets.look_back_head import LookBackHead
from ui.widgets.look_back_list import EntryList
from ui.widgets.look_back_nothing import nothing_found_card, nothing_written_card
from ui.widgets.look_back_reading import HAPPENED, Reading
from ui.widgets.look_back_words import month_words
from ui.widgets.order_card import Present, order_name
from ui.widgets.scroll_page import ScrollPage

SEARCH_AFTER_MS = 150
# What the page keeps free above, between and below head and list.
AROUND = 46
_PARTS = frozenset(one.name for one in fields(Asked))
# Kinds of records that are shown or searched here.
SHOWN = frozenset(("incidents", "people", "orders", "life_events", "cases", "pressure"))


class LookBackPage(Page):
    """A search field, what narrows it down, and one list."""

    name = "look_back"
    # What was looked for is carried into another language and never kept in the store.
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.reading = Reading(context.background, context.language, context.questions.tell_error, self)
        self._stale = False
        self.sheet = ScrollPage(name="look-back-scroll")
        self.layout_.addWidget(self.sheet)
        self.head = LookBackHead(context, self._known_names)
        self.search, self.filters, self.also = self.head.search, self.head.filters, self.head.also
        self.search.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._soon.timeout.connect(self._ask)
        self.search.textChanged.connect(self._soon.start)
        self.search.returnPressed.connect(self._ask)
        self.filters.changed.connect(self._narrowed)
        self.head.narrow.unfolded.connect(self._load_choices)
        self.head.order.changed.connect(self._order_chosen)
        self.head.month.activated.connect(self._go_to_month)
        self.head.folded.connect(self._fit)
        self.also.came.connect(self._arrange)
        self.rows = self.reading.rows
        self.reading.came.connect(self._page_came)
        self.list = EntryList(self.rows, name="look-back-list", accessible=self.tr("What is written"))
        self.list.opened.connect(lambda entry: context.go("entry", incident_id=entry, back=self.name))
        self.list.moved.connect(self._moved)
        self.list.left_above.connect(self.search.setFocus)
        self.list.typed.connect(self._type_on)
        self.rows.reach_end.connect(self._moved)
        self._instead: QWidget = Card(name="look-back-instead")
        self.sheet.add(self.head, self.list, self._instead)
        for watched in (self.head, self.sheet.viewport()):
            watched.installEventFilter(self)
        # Nothing stands here until it is known whether there is anything.
        for part in (self.list, self._instead):
            part.hide()
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("Look back")

    def arrive(self, **asked: Any) -> None:
        """Show the list as it was left, or what another page asks for: any parts of search.Asked."""
        self.arguments = {}
        if asked:
            wanted = Asked(**{part: value for part, value in asked.items() if part in _PARTS})
            self.search.setText(wanted.text)
            self.filters.set_asked(replace(wanted, text=""))
            if wanted.people or wanted.orders:
                self._load_choices()
        goes_on = not asked and self.list.currentIndex().isValid()
        (self.list if goes_on else self.search).setFocus()
        self._refresh()

    def _refresh(self) -> None:
        if not self.context.has_store():
            self._show_overview(store.Overview())
        elif self.reading.overview is None or self._stale:
            self.head.index.first(self._read_anew)
        else:
            self._ask()

    def _read_anew(self) -> None:
        run, failed = self.context.background.run, self.context.questions.tell_error
        self._stale = False
        if self.reading.overview is None:
            run(self, store.beginning, self._show_beginning, failed)
        run(self, store.overview, self._show_overview, failed)

    # ── the list ────────────────────────────────────────────────────────────────────────────────────────────────
    def _show_beginning(self, view: store.Overview) -> None:
        """The first rows, while the rest is counted."""
        if view.written:
            self.reading.show_beginning(view, self._names(view.people))
            self._ask()

    def _show_overview(self, view: store.Overview) -> None:
        """How long the list is, and who is known; what is on the screen stays until it has come anew."""
        place, current = self.list.verticalScrollBar().value(), self.list.currentIndex().row()
        if self.reading.show_overview(view, self._names(view.people)):
            self.head.month.clear()
            for month in view.months:
                self.head.month.addItem(month_words(month.month, self.context.language), month.month)
            if current >= 0:
                self.list.setCurrentIndex(self.rows.index(min(current, self.rows.rowCount() - 1)))
            self.list.verticalScrollBar().setValue(place)
        if self.head.narrow.button.isChecked():
            self._load_choices()
        self._ask(again=True)

    def _names(self, people: Sequence[Person]) -> dict[str, str]:
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        return {one.id: shown_name(one, reveal) for one in people}

    def _known_names(self) -> dict[str, str]:
        return self._names((self.reading.overview or store.Overview()).people)

    def _ask(self, *, again: bool = False) -> None:
        """Show what is asked for now: the list in time, or what was found."""
        self._soon.stop()
        if self.reading.overview is None:
            return
        asked = replace(self.filters.asked, text=self.search.text().strip())
        self.also.ask(asked, again=again)
        if self.reading.ask(asked):
            self._from_the_top()
        self._arrange()
        self._moved()
        self.also.read()

    def _from_the_top(self) -> None:
        self.list.setCurrentIndex(self.rows.index(-1))
        self.list.verticalScrollBar().setValue(0)

    def _moved(self) -> None:
        """Other rows are seen."""
        first, last = self.list.seen()
        self._follow_month(first)
        if self.context.has_store():
            self.reading.read(first, last)

    def _page_came(self) -> None:
        if self.rows.is_open:
            self._arrange()
        self._moved()

    def _arrange(self) -> None:
        """What stands in place of the list when there is nothing in it, and what is said above it."""
        view = self.reading.overview or store.Overview()
        searching = self.reading.asked != Asked()
        some = view.written > 0
        months = self.reading.by == HAPPENED and len(view.months) > 1
        self.head.stand(searchable=some or view.notes, some=some, searching=searching, months=months)
        found = self.rows.entries
        self.head.say_found(found if searching else 0, goes_on=self.rows.goes_on)
        nothing_found = searching and not found and not self.rows.goes_on
        self.list.setVisible(some and not nothing_found)
        only_notes = nothing_found and (bool(self.also.notes) or self.also.is_waiting)
        if only_notes:
            self.also.unfold_once()
        self._instead.setVisible(not only_notes and (not some or nothing_found))
        if nothing_found and not only_notes:
            self._stand_instead(nothing_found_card(self._all, narrowed=bool(self.filters.chips())))
        elif not some and not only_notes:
            self._stand_instead(nothing_written_card(partial(self.context.go, "happened")))
        self._fit()

    def _stand_instead(self, card: Card) -> None:
        self._instead.hide()
        self._instead.deleteLater()
        self._instead = card
        self.sheet.add(card)

    def _all(self) -> None:
        self.search.clear()
        self.filters.set_asked(Asked())
        self._ask()
        self.search.setFocus()

    # ── in time ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _order_chosen(self) -> None:
        if self.reading.order(self.head.order.one()):
            self._from_the_top()
            self._arrange()
            self._moved()

    def _go_to_month(self, _place: int = 0) -> None:
        for group, row in zip(self.rows.groups, self.rows.heading_rows, strict=True):
            if group.key == self.head.month.one():
                self.list.show_row(row)
                self.list.setFocus()

    def _follow_month(self, first: int) -> None:
        """The field shows in which month she is."""
        group = self.rows.group_of(first)
        if self.rows.groups and group >= 0 and self.head.month.one() != self.rows.groups[group].key:
            self.head.month.set_one(self.rows.groups[group].key)

    # ── narrowing down ──────────────────────────────────────────────────────────────────────────────────────────
    def _load_choices(self, on: bool = True) -> None:  # noqa: FBT001, FBT002
        if on and self.context.has_store():
            self.context.background.run(self, store.choices, self._show_choices, self.context.questions.tell_error)

    def _show_choices(self, choices: store.Choices) -> None:
        names = self._names(choices.people)
        clock = self.context.clock
        now = Present(load_order_words(self.context.language), self.context.region, local_day(clock), clock.zone())
        orders = [(one.id, order_name(one, now)) for one in choices.orders]
        self.filters.show_choices(list(names.items()), choices.kinds, choices.places, orders)
        self._narrowed()

    def _narrowed(self) -> None:
        self.head.show_chips()
        self._soon.start()

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
        """The list fills the window; for large text the head folds, and below an open one the page scrolls."""
        room, few = self.sheet.viewport().height(), self.list.few_rows()
        left = room - AROUND - self.head.make_room(room - AROUND, few)
        self.list.setFixedHeight(left if left >= few else max(round(room * 0.8), few))

    # ── as it was ───────────────────────────────────────────────────────────────────────────────────────────────
    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if not kinds & SHOWN:
            return
        self._stale = True
        if self.isVisible():
            self._refresh()

    def collect_draft(self) -> dict[str, str]:
        """What is looked for, for the same page in another language or size."""
        text, by = self.search.text(), self.reading.by
        return {"text": text, "by": by} if text or by != HAPPENED else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Look for it again."""
        self.search.setText(fields.get("text", ""))
        self.head.order.set_chosen([fields.get("by", HAPPENED)])
        self._order_chosen()
