"""One month as a drawn picture: how many entries each day has, which orders are in force, which days are known dates.

May touch: its own painting. Must never say by colour alone, draw a day without an entry as a good one, or hold a
meaning that the words around it do not say.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from safeplan.records.timeline import CalendarMonth
from ui.theme import current

_WEEK = 7
_LANGUAGES = {"kk": QLocale.Language.Kazakh, "ru": QLocale.Language.Russian, "en": QLocale.Language.English}
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}
# So many orders get a line of their own; all of them stand in words below.
MOST_LINES = 2


def locale_of(language: str) -> QLocale:
    """The locale of a language of the program."""
    return QLocale(_LANGUAGES.get(language, QLocale.Language.English))


def same_day_in(day: date, months: int) -> date:
    """The day so many months on, or the last one of that month where it is shorter."""
    number = day.year * 12 + day.month - 1 + months
    first = date(number // 12, number % 12 + 1, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


class MonthPicture(QLabel):
    """`show_month` paints one; `said(day)` gives the sentence about a day.

    A label without text: screen readers stop at labels. Its spoken name is the day the keyboard is at.
    """

    # The day the keyboard is at has changed; it was chosen; a day of another month is wanted. ISO days.
    at = Signal(str)
    chosen = Signal(str)
    elsewhere = Signal(str)

    def __init__(self, language: str, today: date, said: Callable[[str], str], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._today, self._said = today, said
        self.day = today
        self._counts: dict[str, int] = {}
        self._lines: tuple[tuple[str, str], ...] = ()
        self._marks: frozenset[str] = frozenset()
        self._about = ""
        locale = locale_of(language)
        self._names = [locale.dayName(day, QLocale.FormatType.ShortFormat)[:2] for day in range(1, 8)]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_month(
        self, month: CalendarMonth, lines: tuple[tuple[str, str], ...], marks: frozenset[str], about: str
    ) -> None:
        """Paint this month. `lines`: start and end of each order in force; `marks`: days that are known dates;
        `about`: what the picture is, for a screen reader."""
        self._counts = {one.day: one.entries for one in month.days}
        self._lines, self._marks, self._about = lines[:MOST_LINES], marks, about
        first = date.fromisoformat(month.days[0].day)
        if (self.day.year, self.day.month) != (first.year, first.month):
            self.day = first
        self.updateGeometry()
        self.say()

    def go_to(self, day: date) -> None:
        """Put the keyboard on a day; in another month it is asked for first."""
        if day.isoformat() in self._counts:
            self.day = day
            self.say()
        else:
            self.elsewhere.emit(day.isoformat())

    def say(self) -> None:
        """Tell a screen reader where the keyboard is, and everybody in the line below."""
        self.setAccessibleName(f"{self._said(self.day.isoformat())} {self._about}")
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()
        self.at.emit(self.day.isoformat())

    # ── hands ───────────────────────────────────────────────────────────────────────────────────────────────────
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by days and weeks, Page Up and Down by months, Home and End to the ends; Enter chooses."""
        key = Qt.Key(event.key())
        days = [date.fromisoformat(one) for one in self._counts]
        if not days:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.go_to(self.day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = -1 if key == Qt.Key.Key_PageUp else 1
            year = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.go_to(same_day_in(self.day, 12 * step if year else step))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(days[0] if key == Qt.Key.Key_Home else days[-1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.day.isoformat())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A day that is pressed is chosen."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for day in self._counts:
            if self.place(date.fromisoformat(day)).contains(event.position()):
                self.go_to(date.fromisoformat(day))
                self.chosen.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring of focus stands around the day."""
        super().focusInEvent(event)
        self.say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without it again."""
        super().focusOutEvent(event)
        self.update()

    # ── geometry ────────────────────────────────────────────────────────────────────────────────────────────────
    def sizeHint(self) -> QSize:
        """A row of names and four to six weeks."""
        return QSize(current().px(40) * _WEEK, round(self._head()) + self._weeks() * self._row() + 4)

    def minimumSizeHint(self) -> QSize:
        """As narrow as two digits and a number beside them."""
        return self.sizeHint()

    def place(self, day: date) -> QRectF:
        """Where a day stands on the widget."""
        first = day.replace(day=1)
        cell = (first.weekday() + day.day - 1) // _WEEK, day.weekday()
        wide = (self.width() - 4) / _WEEK
        return QRectF(2 + cell[1] * wide, 2 + self._head() + cell[0] * self._row(), wide, self._row())

    def _weeks(self) -> int:
        if not self._counts:
            return 6
        return (self.day.replace(day=1).weekday() + len(self._counts) - 1) // _WEEK + 1

    def _head(self) -> int:
        return current().px(14) + 8

    def _row(self) -> int:
        return current().px(22) + 20

    # ── painting ────────────────────────────────────────────────────────────────────────────────────────────────
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, days, lines of orders, corners, the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font(12))
        painter.setPen(QColor(current().tokens.muted))
        wide = (self.width() - 4) / _WEEK
        for column, words in enumerate(self._names):
            room = QRectF(2 + column * wide, 0, wide, self._head())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        for day, entries in self._counts.items():
            self._paint_day(painter, date.fromisoformat(day), entries)
        self._paint_ring(painter)

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(current().px(size))
        font.setBold(bold)
        return font

    def _paint_day(self, painter: QPainter, day: date, entries: int) -> None:
        tokens, square = current().tokens, self.place(day).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.field) if day <= self._today else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, 5, 5)
        if day == self._today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ink), 1.5))
            painter.drawRoundedRect(square.adjusted(2, 2, -2, -2), 4, 4)
        above = square.adjusted(current().px(5) + 2, 1, -current().px(5) - 2, -11)
        painter.setFont(self._font(14, bold=day == self._today))
        painter.setPen(QColor(tokens.ink if day <= self._today else tokens.muted))
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(day.day))
        if day.isoformat() in self._marks:
            self._paint_corner(painter, square)
        if entries:
            self._paint_number(painter, above, entries)
        for place, (start, end) in enumerate(self._lines):
            self._paint_order(painter, day, place, start, end)

    def _paint_number(self, painter: QPainter, room: QRectF, entries: int) -> None:
        tokens, font = current().tokens, self._font(13, bold=True)
        painter.setFont(font)
        words, high = str(entries), current().px(13) + 7
        wide = max(high, QFontMetrics(font).horizontalAdvance(words) + current().px(8))
        badge = QRectF(room.right() - wide, room.center().y() - high / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_corner(self, painter: QPainter, square: QRectF) -> None:
        side, corner = current().px(9), square.topLeft() + QPointF(1, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().tokens.on_warm_soft))
        painter.drawPolygon(QPolygonF([corner, corner + QPointF(side, 0), corner + QPointF(0, side)]))

    def _paint_order(self, painter: QPainter, day: date, place: int, start: str, end: str) -> None:
        text = day.isoformat()
        last = end or self._today.isoformat()
        if not (start or end) <= text <= last:
            return
        # A line that touches both edges goes on from day to day.
        room = self.place(day)
        low = room.bottom() - 7 - 5 * place
        left = room.left() + (4 if text == start else 0)
        right = room.right() - (4 if text == end else 0)
        pen = QPen(QColor(current().tokens.ink), 3, c=Qt.PenCapStyle.FlatCap)
        if not (start and end):
            pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, low), QPointF(right, low))

    def _paint_ring(self, painter: QPainter) -> None:
        if self.day.isoformat() not in self._counts:
            return
        tokens = current().tokens
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(QColor(tokens.focus if self.hasFocus() else tokens.control), 2.5 if self.hasFocus() else 1.5)
        )
        painter.drawRoundedRect(self.place(self.day).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
