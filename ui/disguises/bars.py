"""Bars for the household budget: spending by category, and the months before beside the present one.

May touch: the figures it is given. Must never leave a bar without its figure in words for screen readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.disguises import look

_GAP = 14


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its figure as written, how long it is, and whether it is of the quieter kind."""

    name: str
    written: str
    size: Decimal
    quiet: bool = False


class Bars(QWidget):
    """Named bars below each other, the longest as wide as the place, under one heading."""

    def __init__(self, tone: look.Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = tone
        self._heading = ""
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_bars(self, heading: str, bars: Sequence[Bar]) -> None:
        """Draw `bars` under `heading`."""
        self._heading = heading
        self._bars = tuple(bars)
        self.setAccessibleName("; ".join([heading, *(f"{bar.name} {bar.written}" for bar in bars)]))
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def bars(self) -> tuple[Bar, ...]:
        """What is drawn."""
        return self._bars

    def sizeHint(self) -> QSize:
        """As high as the heading and all bars."""
        return QSize(200, self._row_height() * len(self._bars) + look.text_pixels() + 18)

    def _row_height(self) -> int:
        return look.text_pixels() + _GAP + 8

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name at the left, figure at the right, the bar below both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.tone.muted))
        painter.setFont(look.plain_font(look.text_pixels()))
        pixels, width = look.text_pixels(), self.width() - 4
        painter.drawText(QRectF(2, 2, width, pixels + 6), Qt.AlignmentFlag.AlignVCenter, self._heading)
        longest = max((bar.size for bar in self._bars), default=Decimal(0)) or Decimal(1)
        for at, bar in enumerate(self._bars):
            top = pixels + 14 + at * self._row_height()
            painter.setPen(QColor(self.tone.ink))
            metrics = painter.fontMetrics()
            figure = metrics.horizontalAdvance(bar.written)
            name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, max(30, width - figure - 12))
            line = QRectF(2, top, width, pixels + 6)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, bar.written)
            painter.setPen(Qt.PenStyle.NoPen)
            under = QRectF(2, top + pixels + 7, width, 6)
            painter.setBrush(QColor(self.tone.key_soft))
            painter.drawRoundedRect(under, 3, 3)
            long = width * float(bar.size / longest)
            if long > 0:
                painter.setBrush(QColor(self.tone.muted if bar.quiet else self.tone.accent))
                painter.drawRoundedRect(QRectF(2, under.top(), max(6.0, long), 6), 3, 3)
        painter.end()
