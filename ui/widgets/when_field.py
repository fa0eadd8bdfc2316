"""When it happened: today, yesterday, another day, a stretch of days, or in her own words when she is not sure.

May touch: its own widgets. Must never demand a date, never make an exact time of a vague one, and never let "today"
become another day than it was when she chose it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from safeplan.errors import DateImpossible
from safeplan.records.dates import parse_typed_date, parse_typed_time
from safeplan.records.incidents import Happened
from ui.theme import current
from ui.widgets.calendar_own_day import as_typed
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.when_lean import LeanField

# Days that are named by how far away they are.
_BACK = {"today": 0, "yesterday": 1}
# How often it is looked whether a day has ended: a computer that slept through midnight is late by no more than that.
EACH_MS = 60_000


class WhenField(QWidget):
    """`read()` gives a Happened. What cannot be read is marked at its field, and read() raises DateImpossible.

    `today` gives her day at any moment: a page may stand open past midnight.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._today = today
        # The day that "today" or "yesterday" meant when it was chosen.
        self._meant = today()
        self.each = QTimer(self, interval=EACH_MS)
        self.each.timeout.connect(self._look_at_the_day)
        # A vague time may also have days that are only about; no field shows them, so they are held.
        self._about = ("", "")
        self.kind = Choice(
            [
                ("today", self.tr("Today")),
                ("yesterday", self.tr("Yesterday")),
                ("day", self.tr("Another day")),
                ("range", self.tr("Over several days")),
                ("vague", self.tr("Not sure")),
            ],
            name=f"{name}-kind",
            accessible=self.tr("When it happened"),
            several=False,
            may_be_none=True,
        )
        self.start = TextLine(name=f"{name}-start", placeholder=self.tr("for example 2.3.2026"))
        self.end = TextLine(name=f"{name}-end", placeholder=self.tr("for example 9.3.2026"))
        self.words = TextLine(name=f"{name}-words", placeholder=self.tr("for example: before Nauryz, at night"))
        # A line, not a clock: a clock shows some hour from the start, and it would be kept as if she had said it.
        self.time = TextLine(name=f"{name}-time", placeholder=self.tr("for example 21:40"))
        self.start_field = LabelledField(self.tr("Which day"), self.start)
        self.end_field = LabelledField(self.tr("Until which day"), self.end)
        self.time_field = _TimeField(self.tr("At what time, if you know it"), self.time)
        self.words_field = LabelledField(
            self.tr("In your own words"), self.words, why=self.tr("A vague date is better than a wrong one.")
        )
        self.lean = LeanField(today, name=f"{name}-lean")
        # The time has its place from the start: what stands below does not move away under her hand.
        self.open = Body(
            self.tr("This can stay open. When you write it down is noted in any case."), "small", name=f"{name}-open"
        )
        self._time_place = QWidget()
        self._in_place = QStackedLayout(self._time_place)
        self._in_place.addWidget(self.open)
        self._in_place.addWidget(self.time_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (
            self.kind,
            self.start_field,
            self.end_field,
            self._time_place,
            self.words_field,
            self.lean,
        ):
            column.addWidget(part)
        self.kind.changed.connect(self._chosen)
        for line in (self.start, self.end, self.words, self.time):
            line.textChanged.connect(self.changed)
        self.lean.changed.connect(self._leaning)
        self._arrange()

    def read(self) -> Happened:
        """What she chose. Raises DateImpossible, with a sentence at the field at fault."""
        kind = self.kind.one()
        words = self.words.text().strip()
        if kind in ("today", "yesterday", "day"):
            day, time = self._day(kind), self._time()
            if time:
                return Happened("exact", start=f"{day}T{time}", words=words)
            return Happened("day", start=day, words=words)
        if kind == "range":
            start, end = self._typed(self.start, self.start_field), self._typed(self.end, self.end_field)
            if end < start:
                self.end_field.show_error(self.tr("The last day lies before the first."))
                raise DateImpossible
            return Happened("range", start=start, end=end, words=words)
        anchor, side = self.lean.value()
        start, end = self._about
        if not (words or anchor or start or end):
            return Happened("unknown")
        return Happened("vague", start=start, end=end, words=words, anchor=anchor, side=side)

    def show_happened(self, happened: Happened) -> None:
        """Put a kept date into the fields."""
        start, _, time = happened.start.partition("T")
        chosen = {"exact": "day", "day": "day", "range": "range", "vague": "vague"}.get(happened.kind, "")
        self._choose(chosen, as_typed(start))
        self.end.setText(as_typed(happened.end.partition("T")[0]))
        self.words.setText(happened.words)
        self._about = (happened.start, happened.end) if chosen == "vague" else ("", "")
        self.lean.set_value(happened.anchor, happened.side)
        self.time.setText(time)
        self._arrange()

    def draft(self) -> dict[str, str]:
        """The fields as they stand, readable or not; the same before and after midnight."""
        kind, (anchor, side) = self.kind.one(), self.lean.value()
        fresh = kind in _BACK
        more = {"anchor": anchor, "side": side, "about_start": self._about[0], "about_end": self._about[1]}
        return {
            **{one: text for one, text in more.items() if text},
            # The day itself: by the time a draft is opened again "today" can be another.
            "when": "day" if fresh else kind,
            "start": as_typed(self._meant.isoformat()) if fresh else self.start.text(),
            "end": self.end.text(),
            "words": self.words.text(),
            "time": self.time.text(),
        }

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self._choose(fields.get("when", ""), fields.get("start", ""))
        self.end.setText(fields.get("end", ""))
        self.words.setText(fields.get("words", ""))
        self._about = (fields.get("about_start", ""), fields.get("about_end", ""))
        self.lean.set_value(fields.get("anchor", ""), fields.get("side", ""))
        self.time.setText(fields.get("time", ""))
        self._arrange()

    def clear(self) -> None:
        """Nothing chosen."""
        self.restore({})

    def is_blank(self) -> bool:
        """True when nothing is typed and she counts from no day; "today" alone is nothing."""
        typed = self.draft()
        return not any(text for one, text in typed.items() if one not in ("when", "start")) and (
            self.kind.one() in _BACK or not typed["start"]
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Back on this page, perhaps on another day."""
        super().showEvent(event)
        self._look_at_the_day()
        self.each.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees which day is chosen."""
        super().hideEvent(event)
        self.each.stop()

    def _chosen(self) -> None:
        """She pressed one: from now on it is that day."""
        back = _BACK.get(self.kind.one())
        if back is not None:
            self._meant = self._today() - timedelta(days=back)
        self._arrange()

    def _choose(self, kind: str, start: str) -> None:
        """A day is shown by its nearness where it has one; `start` as it stands in its line."""
        for near, back in _BACK.items():
            day = self._today() - timedelta(days=back)
            if kind == "day" and start == as_typed(day.isoformat()):
                kind, self._meant, start = near, day, ""
        self.kind.set_chosen([kind] if kind else [])
        self.start.setText(start)

    def _look_at_the_day(self) -> None:
        """After midnight "today" is shown as what it is now. The day that it means stays."""
        back = _BACK.get(self.kind.one())
        if back is not None and self._meant != self._today() - timedelta(days=back):
            self._choose("day", as_typed(self._meant.isoformat()))
            self._arrange()

    def _day(self, kind: str) -> str:
        return self._meant.isoformat() if kind in _BACK else self._typed(self.start, self.start_field)

    def _typed(self, line: TextLine, field: LabelledField) -> str:
        field.clear_error()
        try:
            return parse_typed_date(line.text(), self._today())
        except DateImpossible:
            field.show_error(self.tr("This day cannot be read. Write it like 2.3.2026, or choose “Not sure”."))
            line.setFocus()
            raise

    def _time(self) -> str:
        self.time_field.clear_error()
        try:
            return parse_typed_time(self.time.text())
        except DateImpossible:
            self.time_field.show_error(
                self.tr("This time cannot be read. Write it like 21:40, or “about nine” in your own words above.")
            )
            self.time.setFocus()
            raise

    def _leaning(self) -> None:
        """She chose a day to count from: her words say so too, unless she wrote others."""
        if not self.words.text().strip() or self.lean.made_by_it(self.words.text().strip()):
            self.words.setText(self.lean.words())
        # Days from before would outweigh the day she counts from.
        self._about = ("", "")
        self.changed.emit()

    def _arrange(self) -> None:
        kind = self.kind.one()
        self.start_field.setVisible(kind in ("day", "range"))
        self.end_field.setVisible(kind == "range")
        self._time_place.setVisible(kind in ("", "today", "yesterday", "day"))
        self._in_place.setCurrentWidget(self.time_field if kind else self.open)
        self.words_field.setVisible(kind in ("range", "vague"))
        self.lean.setVisible(kind == "vague")
        self.changed.emit()


class _TimeField(LabelledField):
    """Its label stands beside it where there is room: the place that is held for it is one line high."""

    def __init__(self, label: str, line: TextLine) -> None:
        super().__init__(label, line)
        line.setMaximumWidth(current().px(200))
        self.label.setWordWrap(False)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, flow(self.label, line))

    def showEvent(self, event: QShowEvent) -> None:
        """The height of the line is known once it has its style; the label stands at its middle."""
        super().showEvent(event)
        self.label.setMinimumHeight(self.field.sizeHint().height())
