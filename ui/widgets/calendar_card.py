"""The calendar's card: a month with ways back and forth, what the picture says in words, and the entries of a day.

May touch: its own widgets. Must never show more of an entry than its beginning.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.records.entry_lines import EntryLine
from safeplan.records.timeline import Page
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.calendar_load import MonthView, OrderSpan
from ui.widgets.calendar_month import MonthPicture, same_day_in
from ui.widgets.calendar_names import Now, capital
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import flow
from ui.widgets.incident_words import first_words, when_words
from ui.widgets.labels import Body, Heading


class CalendarCard(Card):
    """`show_month(view)` and `show_day(day, page)` fill it."""

    # A month is wanted ("2026-03"), with the day the keyboard goes to; the entries of a day are wanted.
    month_wanted = Signal(str, str)
    day_wanted = Signal(str)

    def __init__(self, now: Now, go: Callable[..., None], *, name: str) -> None:
        super().__init__(name=name)
        say = now.words.page
        self.setAccessibleName(say.title)
        self._now, self._go, self._name = now, go, name
        self._view: MonthView | None = None
        self._facts: dict[str, list[str]] = {}
        self.month = Heading("", 2, name=f"{name}-month")
        self.picture = MonthPicture(now.words.language, now.today, self.sentence, name=f"{name}-picture")
        self.at = Body("", name=f"{name}-at")
        self.entries = Column(spacing=8, name=f"{name}-entries")
        self.words = Column(spacing=6, name=f"{name}-words")
        self._held: list[QWidget] = []
        self._shown: list[QWidget] = []
        self.add(beside(self.month, self._by_months(), words_need=140), self.picture, self.at, self.entries)
        self.add(self._by_years(), self.words)
        self.entries.hide()
        self.picture.at.connect(lambda day: self.at.setText(self.sentence(day)))
        self.picture.chosen.connect(self.day_wanted)
        self.picture.elsewhere.connect(lambda day: self.month_wanted.emit(day[:7], day))

    def _by_months(self) -> QWidget:
        say, name = self._now.words.page, self._name
        return flow(
            SecondaryButton(say.earlier, name=f"{name}-earlier", icon="caret-left", clicked=partial(self._turn, -1)),
            SecondaryButton(say.later, name=f"{name}-later", icon="caret-right", clicked=partial(self._turn, 1)),
            spacing=6,
        )

    def _by_years(self) -> QWidget:
        say, name, today = self._now.words.page, self._name, self._now.today.isoformat()
        here = partial(self.month_wanted.emit, today[:7], today)
        return flow(
            QuietButton(say.earlier_year, name=f"{name}-year-earlier", clicked=partial(self._turn, -12)),
            QuietButton(say.later_year, name=f"{name}-year-later", clicked=partial(self._turn, 12)),
            QuietButton(say.this_month, name=f"{name}-this", clicked=here),
            QuietButton(
                self._now.words.days.title,
                name=f"{name}-my-days",
                icon="bookmark-simple",
                clicked=partial(self._go, "my_days"),
            ),
            spacing=6,
        )

    def _turn(self, months: int) -> None:
        day = same_day_in(self.picture.day, months)
        self.month_wanted.emit(day.isoformat()[:7], day.isoformat())

    # ── the month ───────────────────────────────────────────────────────────────────────────────────────────────
    def show_month(self, view: MonthView, day: str = "") -> None:
        """Show a month; `day`: where the keyboard goes."""
        same = self._view is not None and self._view.month.month == view.month.month
        self._view = view
        now, say = self._now, self._now.words.page
        orders = {span.order.id: span.order for span in view.orders}
        self._facts = {}
        for dated in view.dates:
            self._facts.setdefault(dated.day, []).append(now.dated(dated, view.words, orders))
        self.month.setText(now.month(view.month.month))
        if day and day[:7] == view.month.month:
            self.picture.day = date.fromisoformat(day)
        elif not same and now.today.isoformat()[:7] == view.month.month:
            self.picture.day = now.today
        self.picture.show_month(
            view.month,
            tuple((span.start, span.end) for span in view.orders),
            frozenset(self._facts),
            say.picture.format(month=now.month(view.month.month)),
        )
        if not same:
            self.forget_day()
        self._show_words(view)

    def sentence(self, day: str) -> str:
        """What is known about a day."""
        if self._view is None:
            return ""
        now, say = self._now, self._now.words.page
        entries = {one.day: one.entries for one in self._view.month.days}.get(day, 0)
        if entries:
            said = say.day_entries.format(day=now.day(day), entries=now.words.entries(entries))
        elif day > now.today.isoformat():
            said = say.day_to_come.format(day=now.day(day))
        else:
            said = say.day_nothing.format(day=now.day(day))
        parts = [say.today] if day == now.today.isoformat() else []
        parts += [said, *(f"{capital(fact)}." for fact in self._facts.get(day, ()))]
        for span in self._view.orders:
            if (span.start or span.end) <= day <= (span.end or now.today.isoformat()):
                parts.append(say.in_force.format(name=now.order(span.order)))
        return " ".join(parts)

    def _show_words(self, view: MonthView) -> None:
        now, say, name = self._now, self._now.words.page, self._name
        self._clear(self._held)
        month = view.month
        passed = [one for one in month.days if one.day <= now.today.isoformat() or one.entries]
        written = sum(1 for one in passed if one.entries)
        made: list[QWidget] = []
        if passed:
            sums = {
                "written": now.words.so_many_days(written),
                "without": now.words.so_many_days(len(passed) - written),
            }
            made.append(Body(say.month_sum.format(**sums), name=f"{name}-sum"))
        if month.about:
            about = Body(say.about_sum.format(entries=now.words.entries(month.about)), name=f"{name}-about")
            read = partial(self._go, "look_back", since=month.days[0].day, until=month.days[-1].day)
            button = QuietButton(say.about_open, name=f"{name}-about-open", clicked=read)
            made.append(beside(about, button))
        made += [Body(self._order(span), name=f"{name}-order-{span.order.id}") for span in view.orders]
        if self._facts:
            made.append(Heading(say.dates_title, 3))
        for day, facts in self._facts.items():
            made += [Body(say.date_line.format(day=now.day(day), what=fact)) for fact in facts]
        keys = [say.key_number]
        keys += [say.key_order] if view.orders else []
        keys += [say.key_mark] if self._facts else []
        made.append(Body(" ".join(keys), "small", name=f"{name}-key"))
        self._held = made
        self.words.add(*made)

    def _order(self, span: OrderSpan) -> str:
        now, say = self._now, self._now.words.page
        words = say.order_span if span.start and span.end else say.order_open if span.start else say.order_until
        return words.format(
            name=now.order(span.order),
            start=now.day(span.start) if span.start else "",
            end=now.day(span.end) if span.end else "",
        )

    # ── one day ─────────────────────────────────────────────────────────────────────────────────────────────────
    def show_day(self, day: str, page: Page) -> None:
        """The entries of a day below its sentence."""
        self.forget_day()
        say, name = self._now.words.page, self._name
        self._shown = [self._line(line) for line in page.lines]
        if page.more:
            more = partial(self._go, "look_back", since=day, until=day)
            self._shown.append(flow(QuietButton(say.day_more, name=f"{name}-day-more", clicked=more)))
        self.entries.add(*self._shown)
        self.entries.setVisible(bool(self._shown))

    def forget_day(self) -> None:
        """No entries below the day."""
        self._clear(self._shown)
        self._shown = []
        self.entries.hide()

    def _line(self, line: EntryLine) -> QWidget:
        say = self._now.words.page
        happened, said = line.happened, [first_words(line.beginning)]
        if happened.kind == "exact" and not happened.words:
            # The day stands above already.
            said.insert(0, happened.start[11:])
        elif happened.kind != "day" or happened.words:
            said.insert(0, when_words(happened, self._now.words.language))
        words = ". ".join(one for one in said if one)
        go = partial(self._go, "entry", incident_id=line.id, back="calendar")
        name = f"{self._name}-entry-{line.number}"
        return beside(
            Body(words), SecondaryButton(say.open, name=name, clicked=go, accessible=f"{say.open}: {words}")
        )

    @staticmethod
    def _clear(widgets: list[QWidget]) -> None:
        for widget in widgets:
            widget.hide()
            widget.deleteLater()
        widgets.clear()
