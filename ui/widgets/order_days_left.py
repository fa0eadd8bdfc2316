"""The days of an order as a small calendar: which are gone, which are left, which is the last.

May touch: its own painting. Must never look like a bar that fills up, and never say what the words beside it do not.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import current

# Later weeks are said in words.
MOST_WEEKS = 6
_WEEK = 7
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
            self._draw(painter, self._place(number // _WEEK + 1, number % _WEEK), day)

    def _draw(self, painter: QPainter, place: QRectF, day: date) -> None:
        tokens = current().tokens
        square, inside = place.adjusted(2, 2, -2, -2), self._start <= day <= self._end
        if inside and day >= self._today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(square, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self._end:
            painter.setPen(QPen(QColor(tokens.ink), 3))
            painter.drawLine(square.bottomLeft(), square.bottomRight())
        if day == self._today:
            painter.setPen(QPen(QColor(tokens.ink), 1.5))
            painter.drawRoundedRect(square, 4, 4)
        left = inside and day >= self._today
        painter.setPen(QColor(tokens.on_accent_soft if left else tokens.muted))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _place(self, row: int, column: int) -> QRectF:
        high, wide = self._cell.height(), self._cell.width()
        return QRectF(1 + column * wide, 1 + row * high, wide, high)
