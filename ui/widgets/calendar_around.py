"""The days before and after a date as two rows of small squares, with the numbers in words.

May touch: its own painting. Must never give a reason for a number, or lay an unfinished side beside a finished one
without saying so.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from safeplan.records.timeline import DAYS_AROUND, Dated, Day
from ui.theme import current
from ui.widgets.buttons import QuietButton
from ui.widgets.calendar_load import Dates, Surroundings
from ui.widgets.calendar_names import Now
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.pick import Pick

# So many dates at once: each is a picture and three lines.
PORTION = 3


class TwoRows(QLabel):
    """A square a day: filled with the number of its entries, empty, or broken where the day is not over yet."""

    def __init__(self, one: Surroundings, titles: tuple[str, str], said: str, today: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self._rows: tuple[tuple[str, tuple[Day, ...]], ...] = ((titles[0], one.before), (titles[1], one.after))
        self._today = today
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two rows, each with a line of words above."""
        return QSize(DAYS_AROUND * 8, 2 * (self._words_high() + self._square() + 8))

    def minimumSizeHint(self) -> QSize:
        """Squares become narrower before they are cut."""
        return self.sizeHint()

    def _words_high(self) -> int:
        return current().px(13) + 7

    def _square(self) -> int:
        return current().px(13) + 7

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, then squares."""
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(current().px(13))
        across = min(float(self._square()), (self.width() - 2) / DAYS_AROUND)
        top = 0.0
        for words, days in self._rows:
            painter.setFont(font)
            painter.setPen(QColor(tokens.muted))
            line = QRectF(0, top, self.width(), self._words_high())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            for place, day in enumerate(days):
                square = QRectF(1 + place * across, line.bottom() + 1, across, self._square())
                self._paint_day(painter, square.adjusted(1, 1, -1, -1), day)
            top = line.bottom() + self._square() + 8

    def _paint_day(self, painter: QPainter, square: QRectF, day: Day) -> None:
        tokens = current().tokens
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day.entries:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(square, 3, 3)
            font = QFont(self.font())
            font.setBold(True)
            # Two digits have to fit into a narrow square.
            font.setPixelSize(max(7, min(current().px(11), round(square.width() * 0.72))))
            painter.setFont(font)
            painter.setPen(QColor(tokens.on_accent))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(day.entries))
            return
        to_come = day.day > self._today
        painter.setPen(QPen(QColor(tokens.control), 1, Qt.PenStyle.DotLine if to_come else Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(square, 3, 3)


class AroundDate(Column):
    """One date: what it is, the picture, the numbers in a sentence."""

    def __init__(self, title: str, one: Surroundings, now: Now, *, name: str) -> None:
        super().__init__(spacing=6, name=name)
        words, say, found = now.words, now.words.page, one.around
        said = say.around_said.format(
            before=words.entries(found.entries_before),
            before_days=words.so_many_days(found.days_with_entries_before),
            on_day=words.entries(found.entries_on_day),
            after=words.entries(found.entries_after),
            after_days=words.so_many_days(found.days_with_entries_after),
        )
        titles = (say.around_before, say.around_after)
        heading = Heading(title, 3)
        picture = TwoRows(one, titles, f"{title}. {said}", now.today.isoformat(), name=f"{name}-picture")
        self.add(heading, picture, Body(said, name=f"{name}-said"))
        if found.dated.day > now.today.isoformat():
            self.add(Body(say.around_to_come, "muted", name=f"{name}-open"))
        elif found.days_after < found.days_before:
            self.add(Body(say.around_passed.format(passed=found.days_after), "muted", name=f"{name}-open"))


class AroundCard(Card):
    """She picks a date or all; `wanted` asks for the numbers, show_more() puts them below each other."""

    wanted = Signal(object)  # tuple[Dated, ...]

    def __init__(self, now: Now, *, name: str) -> None:
        say = now.words.page
        super().__init__(say.around_title, name=name)
        self._now, self._name = now, name
        self._dates, self._waiting = Dates(), tuple[Dated, ...]()
        self._titles: dict[Dated, str] = {}
        self.which: Pick | None = None
        self._field: LabelledField | None = None
        self._choose = Column(spacing=8)
        self._found = Column(spacing=14, name=f"{name}-found")
        self._shown: list[QWidget] = []
        self.more = QuietButton(say.around_more, name=f"{name}-more", clicked=self._ask)
        self._more = flow(self.more)
        self.about = Body(say.around_about, name=f"{name}-about")
        self.none = Body(say.around_none, "muted", name=f"{name}-none")
        self.add(self.about, self.none, self._choose, self._found, self._more, Body(say.around_sure, "small"))
        self._more.hide()

    def show_dates(self, dates: Dates) -> None:
        """Offer these dates; the one chosen stays chosen."""
        say, chosen = self._now.words.page, self.which.one() if self.which is not None else ""
        self._dates = dates
        self._titles = {
            one: say.date_line.format(
                day=self._now.day(one.day), what=self._now.dated(one, dates.words, dates.orders)
            )
            for one in dates.dates
        }
        self.none.setVisible(not dates.dates)
        if self._field is not None:
            self._field.hide()
            self._field.deleteLater()
            self._field = self.which = None
        if dates.dates:
            options = [
                ("", say.around_all),
                *((str(place), self._titles[one]) for place, one in enumerate(dates.dates)),
            ]
            self.which = Pick(options, name=f"{self._name}-which", one=chosen)
            self.which.currentIndexChanged.connect(self.start_over)
            self._field = LabelledField(say.around_which, self.which)
            self._choose.add(self._field)
        self.start_over()

    def start_over(self) -> None:
        """Ask for the dates chosen anew."""
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown = []
        chosen = self.which.one() if self.which is not None else ""
        self._waiting = (self._dates.dates[int(chosen)],) if chosen else self._dates.dates
        self._more.hide()
        if self._waiting:
            self._ask()

    def _ask(self) -> None:
        asked, self._waiting = self._waiting[:PORTION], self._waiting[PORTION:]
        self._more.hide()
        self.wanted.emit(asked)

    def show_more(self, found: Sequence[Surroundings]) -> None:
        """Put these below."""
        for one in found:
            name = f"{self._name}-{len(self._shown)}"
            self._shown.append(AroundDate(self._titles.get(one.around.dated, ""), one, self._now, name=name))
            self._found.add(self._shown[-1])
        self._more.setVisible(bool(self._waiting))
