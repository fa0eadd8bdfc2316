"""The days of an order as a small calendar: which are gone, which are left, which is the last; all are shaded.

May touch: its own painting. Must never look like a bar that fills up, and never say what the words beside it do not.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import current

# Later weeks are said in words.
MOST_WEEKS = 6
_WEEK = 7
_DEPTH = 0.18
_LANGUAGES = {"kk": QLocale.Language.Kazakh, "ru": QLocale.Language.Russian, "en": QLocale.Language.English}


class DaysLeft(QLabel):
    """Weeks below each other from Monday on. `start` None: only the end is known. `said` is read aloud."""

    def __init__(self, start: date | None, end: date, today: date, said: str, language: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self._start, self._end, self._today = start or min(today, end), end, today
        first = min(max(self._start, today), end)
        # One week more where the days before today belong to the order.
        if self._start < first and (end - first).days < (MOST_WEEKS - 1) * _WEEK:
            first = max(self._start, first - timedelta(days=_WEEK))
        self.first = first - timedelta(days=first.weekday())
        weeks = (end - self.first).days // _WEEK + 1
        self.goes_on = weeks > MOST_WEEKS
        self.weeks = min(weeks, MOST_WEEKS)
        locale = QLocale(_LANGUAGES.get(language, QLocale.Language.English))
        self._names = [locale.dayName(day, QLocale.FormatType.ShortFormat)[:2] for day in range(1, 8)]
        self._cell = QSize(current().px(30), current().px(25))
        self.setFixedSize(self.sizeHint())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Seven days across, a line of their names above."""
        return QSize(self._cell.width() * _WEEK + 2, self._cell.height() * (self.weeks + 1) + 2)

    def shown_days(self) -> tuple[date, ...]:
        """Every day that is drawn."""
        return tuple(self.first + timedelta(days=day) for day in range(self.weeks * _WEEK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, then a small square a day."""
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(current().px(12))
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        for column, words in enumerate(self._names):
            painter.drawText(self._place(0, column), Qt.AlignmentFlag.AlignCenter, words)
        for number, day in enumerate(self.shown_days()):
            self._draw(painter, self.square(number), day)

    def square(self, number: int) -> QRect:
        """Where the day with this place in shown_days() is drawn."""
        return self._place(number // _WEEK + 1, number % _WEEK).adjusted(2, 2, -2, -2)

    def _draw(self, painter: QPainter, square: QRect, day: date) -> None:
        tokens = current().tokens
        inside, left = self._start <= day <= self._end, day >= self._today
        if inside:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_deeper() if left else QColor(tokens.accent_soft))
            painter.drawRoundedRect(square, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self._end:
            painter.setPen(QPen(QColor(tokens.ink), 3))
            painter.drawLine(square.bottomLeft(), square.bottomRight())
        if day == self._today:
            painter.setPen(QPen(QColor(tokens.ink), 1.5))
            painter.drawRoundedRect(square, 4, 4)
        painter.setPen(QColor(tokens.on_accent_soft if inside and left else tokens.muted))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _place(self, row: int, column: int) -> QRect:
        high, wide = self._cell.height(), self._cell.width()
        return QRect(1 + column * wide, 1 + row * high, wide, high)


def _deeper() -> QColor:
    """For days that are left: some of the accent over what days that passed have; words on it stay above 6 : 1."""
    tokens = current().tokens
    soft, strong = QColor(tokens.accent_soft), QColor(tokens.accent)
    pairs = ((soft.red(), strong.red()), (soft.green(), strong.green()), (soft.blue(), strong.blue()))
    red, green, blue = (round(pale + (deep - pale) * _DEPTH) for pale, deep in pairs)
    return QColor(red, green, blue)
