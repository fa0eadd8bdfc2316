"""Plain counts over a span she chooses: days of the week, hours, places, kinds of harm, and what lies after dates.

May touch: its own widgets. Must never weigh, order by how much, or foretell; the order is that of what is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QWidget

from safeplan.errors import DateImpossible
from safeplan.records.dates import moved_day, parse_typed_date
from safeplan.records.patterns import Count
from ui.widgets.calendar_load import CountsView
from ui.widgets.calendar_month import locale_of
from ui.widgets.calendar_names import Now, capital
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.column import Column
from ui.widgets.counts_line import CountButton, CountLine
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns
from ui.widgets.incident_words import kind_words
from ui.widgets.labels import Body, Heading

ALL, OWN = "all", "own"
# The four parts of a day as patterns counts them, and entries without an hour.
_HOURS = {"0": "night", "1": "morning", "2": "afternoon", "3": "evening", "": "none"}
_DAYS_BACK = {"year": 364, "quarter": 91, "month": 29}


class CountsCard(Card):
    """`wanted(since, until)` asks for counts, show_counts() shows them, a group a turn."""

    wanted = Signal(str, str)

    def __init__(self, now: Now, go: Callable[..., None], *, name: str) -> None:
        say = now.words.page
        super().__init__(say.counts_title, name=name)
        self._now, self._go, self._name = now, go, name
        self._since = self._until = ""
        self.span = Choice(
            [
                (ALL, say.span_all),
                ("year", say.span_year),
                ("quarter", say.span_quarter),
                ("month", say.span_month),
                (OWN, say.span_own),
            ],
            name=f"{name}-span",
            accessible=say.span,
            several=False,
            chosen=[ALL],
            may_be_none=False,
        )
        self.since = TextLine(name=f"{name}-since", placeholder=say.day_hint)
        self.until = TextLine(name=f"{name}-until", placeholder=say.day_hint)
        self.since_field, self.until_field = (
            LabelledField(say.since, self.since),
            LabelledField(say.until, self.until),
        )
        self._own = columns(self.since_field, self.until_field, narrowest=260)
        self._own.hide()
        self.sum = Body("", name=f"{name}-sum")
        self._place = Column(spacing=18, name=f"{name}-groups")
        self.add(Body(say.counts_about), LabelledField(say.span, self.span), self._own, self.sum, self._place)
        self._shown: list[QWidget] = []
        self._waiting: Iterator[QWidget] = iter(())
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_next)
        self.span.changed.connect(self._span_changed)
        for line in (self.since, self.until):
            line.editingFinished.connect(self.ask)

    def ask(self) -> None:
        """Ask for the counts of the span chosen; a day that cannot be read is said at its field."""
        today, back = self._now.today.isoformat(), _DAYS_BACK.get(self.span.one())
        if back is not None:
            since, until = moved_day(today, -back), ""
        elif self.span.one() == ALL:
            since = until = ""
        else:
            try:
                since, until = self._typed(self.since, self.since_field), self._typed(self.until, self.until_field)
            except DateImpossible:
                return
            if since and until and until < since:
                self.until_field.show_error(self._now.words.page.end_before_start)
                return
        self._since, self._until = since, until
        self.wanted.emit(since, until)

    def _typed(self, line: TextLine, field: LabelledField) -> str:
        field.clear_error()
        if not line.text().strip():
            return ""
        try:
            return parse_typed_date(line.text(), self._now.today)
        except DateImpossible:
            field.show_error(self._now.words.page.day_unreadable)
            raise

    def _span_changed(self) -> None:
        own = self.span.one() == OWN
        self._own.setVisible(own)
        if own:
            self.since.setFocus()
        else:
            self.ask()

    # ── showing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def show_counts(self, view: CountsView) -> None:
        """Show them; the same span was asked for last."""
        words, found = self._now.words, view.counts
        self._filling.stop()
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown = []
        if found.entries:
            said = words.page.counts_sum.format(entries=words.entries(found.entries), sure=found.with_day)
            self._waiting = self._groups(view)
        else:
            said, self._waiting = words.page.counts_none, iter(())
        self.sum.setText(said)
        self._filling.start()

    def _add_next(self) -> None:
        group = next(self._waiting, None)
        if group is not None:
            self._shown.append(group)
            self._place.add(group)
            self._filling.start()

    def _groups(self, view: CountsView) -> Iterator[QWidget]:
        say, found = self._now.words.page, view.counts
        locale = locale_of(self._now.words.language)
        days = {
            str(day): capital(locale.standaloneDayName(day + 1, QLocale.FormatType.LongFormat)) for day in range(7)
        }
        hours = {value: self._now.words.hours[id_] for value, id_ in _HOURS.items()}
        yield columns(
            self._plain(say.weekdays_title, "weekday", found.weekdays, days),
            self._plain(say.hours_title, "hour", found.hours, hours),
            narrowest=280,
        )
        kinds, counted = kind_words(), {one.value: one for one in found.kinds}
        in_order = tuple(counted[kind] for kind in kinds if kind in counted)
        places = {one.value: capital(one.value) for one in found.places}
        yield columns(
            self._opening(say.kinds_title, "kind", in_order, kinds, say.kinds_none),
            self._opening(say.places_title, "place", found.places, places, say.places_none),
            narrowest=280,
        )
        yield self._after(view)

    def _plain(self, title: str, what: str, counts: Sequence[Count], words: dict[str, str]) -> QWidget:
        lines = [
            CountLine(
                words[one.value],
                one.entries,
                self._said(words[one.value], one.entries),
                name=self._at(what, place),
            )
            for place, one in enumerate(counts)
        ]
        return Column(Heading(title, 3), *lines, spacing=2)

    def _opening(
        self, title: str, what: str, counts: Sequence[Count], words: dict[str, str], nothing: str
    ) -> QWidget:
        most = max((one.entries for one in counts), default=0)
        column = Column(Heading(title, 3), spacing=2)
        for place, one in enumerate(counts):
            entries = self._now.words.entries(one.entries)
            said = self._now.words.page.count_open.format(words=words[one.value], entries=entries)
            read = partial(self._read, what, one.value)
            column.add(CountButton(words[one.value], one.entries, most, said, read, name=self._at(what, place)))
        if not counts:
            column.add(Body(nothing, "muted"))
        return column

    def _read(self, what: str, value: str) -> None:
        chosen = {"kinds": (value,)} if what == "kind" else {"place": value}
        self._go("look_back", since=self._since, until=self._until, **chosen)

    def _after(self, view: CountsView) -> QWidget:
        words, say = self._now.words, self._now.words.page
        column = Column(Heading(say.after_title, 3), spacing=2, name=f"{self._name}-after")
        if not view.after:
            column.add(Body(say.after_none, "muted"))
            return column
        first = view.after[0]
        all_days = words.so_many_days(first.days_in_all)
        column.add(Body(say.after_about, "small"))
        column.add(Body(say.after_in_all.format(entries=words.entries(first.entries_in_all), days=all_days), "small"))
        for place, one in enumerate(view.after):
            line = say.after_line.format(
                what=capital(words.dates.get(one.name, one.name)),
                times=words.times(one.times),
                days=words.so_many_days(one.days),
            )
            said = self._said(line, one.entries)
            column.add(CountLine(line, one.entries, said, name=self._at("after", place)))
        return column

    def _said(self, words: str, entries: int) -> str:
        return self._now.words.page.count_said.format(words=words, entries=self._now.words.entries(entries))

    def _at(self, what: str, place: int) -> str:
        return f"{self._name}-{what}-{place}"
