"""The calendar: months with the number of entries of each day, the days around known dates, and plain counts.

May touch: entries, orders, cases, promises and her own days, only to read, through the background. Must never call a
day without an entry a quiet one, give a reason for a number, or foretell.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QPoint, QTimer

from safeplan.content.calendar_words import load_calendar_words
from safeplan.records.deadlines import local_day
from safeplan.records.timeline import Dated, Page
from ui.page import Page as WindowPage
from ui.page import PageContext
from ui.theme import current
from ui.widgets import calendar_load
from ui.widgets.buttons import QuietButton
from ui.widgets.calendar_around import AroundCard
from ui.widgets.calendar_card import CalendarCard
from ui.widgets.calendar_load import MonthView
from ui.widgets.calendar_names import Now
from ui.widgets.card import Card, EmptyState
from ui.widgets.counts_card import CountsCard
from ui.widgets.index_work import IndexWork
from ui.widgets.log_ways import LogWays
from ui.widgets.scroll_page import ScrollPage

_CHANGES = frozenset({"incidents", "orders", "cases", "life_events", "pressure"})


class CalendarPage(WindowPage):
    """A month at the top; what is counted comes below it, a card a turn."""

    name = "calendar"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = load_calendar_words(context.language)
        self._now = Now(self._words, context.region, local_day(context.clock))
        self.sheet = ScrollPage(name="calendar-scroll")
        self.layout_.addWidget(self.sheet)
        self.card = CalendarCard(self._now, context.go, name="calendar")
        self.around: AroundCard | None = None
        self.counts: CountsCard | None = None
        self.none = Card(name="calendar-none")
        say = self._words.page
        self.none.add(
            EmptyState(
                say.empty_title,
                say.empty_text,
                say.empty_example,
                name="calendar-empty",
                icon="calendar",
                action=say.write,
                clicked=functools.partial(context.go, "happened"),
            ),
            QuietButton(
                self._words.days.title, name="calendar-none-my-days", clicked=functools.partial(context.go, "my_days")
            ),
        )
        self.none.hide()
        self.card.hide()
        self.index = IndexWork(context, name="calendar-index")
        self.sheet.add(LogWays(context, self.name), self.index, self.none, self.card)
        self.card.month_wanted.connect(self._load_month)
        self.card.day_wanted.connect(self._load_day)
        # What is wanted now: an answer about another month or another span comes too late.
        self._month = self._now.today.isoformat()[:7]
        self._wanted_counts = 0
        self._wanted_around = 0
        # Whether what stands below the month has still to be counted.
        self._stale = True
        # The month is seen first.
        self._below = QTimer(self, singleShot=True, interval=0)
        self._below.timeout.connect(self._load_below)
        context.background.changed.connect(self._changed)

    def title(self) -> str:
        """The heading."""
        return self._words.page.title

    def arrive(self, *, month: str = "", **_arguments: Any) -> None:
        """Show the month seen last, or `month` ("2026-03")."""
        self.arguments = {}
        self._load_month(month or self._month, "")

    # ── the month ───────────────────────────────────────────────────────────────────────────────────────────────
    def _load_month(self, month: str, day: str) -> None:
        self._month = month
        if not self.context.has_store():
            self._show_nothing()
            return
        self.index.first(functools.partial(self._read_month, month, day))

    def _read_month(self, month: str, day: str) -> None:
        work = functools.partial(
            calendar_load.load_month, month=month, today=self._now.today, zone=self.context.clock.zone()
        )
        show = functools.partial(self._show_month, month, day)
        self.context.background.run(self, work, show, self.context.questions.tell_error)

    def _show_month(self, month: str, day: str, view: MonthView) -> None:
        if month == self._month:
            self.show_view(view, day)

    def show_view(self, view: MonthView, day: str = "") -> None:
        """Show a month, with the keyboard on `day`; what is below it follows when it is not there yet."""
        if not view.entries and not view.dates and not view.orders and self.around is None:
            self._show_nothing()
            return
        self.none.hide()
        self.card.show()
        self.card.show_month(view, day)
        if self._stale:
            self._stale = False
            self._below.start()

    def _show_nothing(self) -> None:
        self.none.show()
        self.card.hide()

    def _load_day(self, day: str) -> None:
        work = functools.partial(calendar_load.load_day, day=day)
        show = functools.partial(self._show_day, day)
        self.context.background.run(self, work, show, self.context.questions.tell_error)

    def _show_day(self, day: str, page: Page) -> None:
        if day != self.card.picture.day.isoformat():
            return
        self.card.show_day(day, page)
        # What came below the window's edge would look as if nothing had happened.
        if page.lines:
            QTimer.singleShot(0, self, self._show_entries)

    def _show_entries(self) -> None:
        entries = self.card.entries
        top = entries.mapTo(self.sheet.inner, QPoint(0, 0)).y()
        self.sheet.ensureVisible(0, top + min(entries.height(), current().px(150)), 0, 16)

    # ── below ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _load_below(self) -> None:
        if self.around is None:
            self.around = AroundCard(self._now, name="calendar-around")
            self.around.wanted.connect(self._load_around)
            self.sheet.add(self.around)
            self._below.start()
        elif self.counts is None:
            self.counts = CountsCard(self._now, self.context.go, name="calendar-counts")
            self.counts.wanted.connect(self._load_counts)
            self.sheet.add(self.counts)
            self._below.start()
        else:
            self.context.background.run(
                self, calendar_load.load_dates, self.around.show_dates, self.context.questions.tell_error
            )
            self.counts.ask()

    def _load_around(self, dates: tuple[Dated, ...]) -> None:
        self._wanted_around += 1
        work = functools.partial(calendar_load.load_around, dates=dates, today=self._now.today)
        show = functools.partial(self._show_around, self._wanted_around)
        self.context.background.run(self, work, show, self.context.questions.tell_error)

    def _show_around(self, wanted: int, found: Any) -> None:
        if wanted == self._wanted_around and self.around is not None:
            self.around.show_more(found)

    def _load_counts(self, since: str, until: str) -> None:
        self._wanted_counts += 1
        work = functools.partial(calendar_load.load_counts, since=since, until=until, today=self._now.today)
        show = functools.partial(self._show_counts, self._wanted_counts)
        self.context.background.run(self, work, show, self.context.questions.tell_error)

    def _show_counts(self, wanted: int, view: Any) -> None:
        if wanted == self._wanted_counts and self.counts is not None:
            self.counts.show_counts(view)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _CHANGES:
            self._stale = True
            if self.isVisible():
                self._load_month(self._month, "")
