"""The fields of one of her own days: what she calls it, and the day or days where she knows them.

May touch: its own widgets. Must never demand a day: words are enough to count from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.calendar_words import CalendarWords
from safeplan.errors import DateImpossible
from safeplan.records.dates import parse_typed_date
from safeplan.records.life_events import LifeEvent
from ui.widgets.column import HeldColumn
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns
from ui.widgets.said_dates import day_in_words


@dataclass(frozen=True)
class OwnDay:
    """What she typed: words, and local days or ""."""

    words: str
    start: str = ""
    end: str = ""


class OwnDayFields(QWidget):
    """`read()` gives an OwnDay; None when something is missing, which is then said at its field.

    `brief`: only the words and one day, for adding one in the middle of something else.
    """

    changed = Signal()

    def __init__(self, words: CalendarWords, today: Callable[[], date], *, name: str, brief: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        say = words.days
        self._say, self._today = say, today
        self.words = TextLine(name=f"{name}-words", placeholder=say.words_hint)
        self.start = TextLine(name=f"{name}-start", placeholder=say.day_hint)
        self.end = TextLine(name=f"{name}-end", placeholder=say.day_hint)
        self.words_field = LabelledField(say.words, self.words)
        self.start_field = LabelledField(say.start, self.start, why=say.start_why)
        self.end_field = LabelledField(say.end, self.end, why="" if brief else say.start_why)
        column = HeldColumn(self, spacing=10)
        column.addWidget(self.words_field)
        if brief:
            column.addWidget(self.start_field)
            self.end_field.setParent(self)
            self.end_field.hide()
        else:
            column.addWidget(columns(self.start_field, self.end_field, narrowest=260))
        for line, field in (
            (self.words, self.words_field),
            (self.start, self.start_field),
            (self.end, self.end_field),
        ):
            line.textChanged.connect(self.changed)
            line.textChanged.connect(field.clear_error)

    def read(self) -> OwnDay | None:
        """What she typed, or None when a field has something to say."""
        say, words = self._say, self.words.text().strip()
        if not words:
            self._fault(self.words_field, say.words_needed)
            return None
        try:
            start, end = self._typed(self.start, self.start_field), self._typed(self.end, self.end_field)
        except DateImpossible:
            return None
        if end and not start:
            self._fault(self.start_field, say.start_needed)
            return None
        if end and end < start:
            self._fault(self.end_field, say.end_before_start)
            return None
        # One day that lasted until itself is one day.
        return OwnDay(words, start, end if end != start else "")

    def show_event(self, event: LifeEvent) -> None:
        """Put a kept one into the fields."""
        self.restore({"words": event.words, "start": as_typed(event.start), "end": as_typed(event.end)})

    def draft(self) -> dict[str, str]:
        """What is typed; empty when nothing is."""
        fields = {"words": self.words.text(), "start": self.start.text(), "end": self.end.text()}
        return {one: text for one, text in fields.items() if text.strip()}

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self.words.setText(fields.get("words", ""))
        self.start.setText(fields.get("start", ""))
        self.end.setText(fields.get("end", ""))

    def _typed(self, line: TextLine, field: LabelledField) -> str:
        if not line.text().strip():
            return ""
        try:
            return parse_typed_date(line.text(), self._today())
        except DateImpossible:
            self._fault(field, self._say.day_unreadable)
            raise

    @staticmethod
    def _fault(field: LabelledField, words: str) -> None:
        field.show_error(words)
        field.field.setFocus()


def as_typed(iso: str) -> str:
    """A kept day as the hint beside a field writes it; anything else as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day}.{day.month}.{day.year}"


def event_days(event: LifeEvent, words: CalendarWords) -> str:
    """ "21 March 2026", "1 March 2026 to 3 March 2026", "no day given"."""
    if not event.start:
        return words.days.no_day
    first = day_in_words(date.fromisoformat(event.start), words.language)
    if not event.end:
        return first
    return words.days.span.format(start=first, end=day_in_words(date.fromisoformat(event.end), words.language))
