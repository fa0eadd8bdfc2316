"""Draws one row of the list: a heading with its count, or an entry with the found words standing out.

May touch: the painter it is handed. Must never draw a picture or a name that the row does not hold.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui.theme import current
from ui.widgets.look_back_rows import Group, Row

LINES = 2
# From this text size on (in percent) a second line of words would cost a row.
ONE_LINE_FROM = 160
# More than two lines hold at any width of the window.
_LONGEST = 400


class RowPainter:
    """Made for one font and look: it knows how high rows are, so that nothing is cut at any text size."""

    def __init__(self, font: QFont) -> None:
        look = current()
        self._tokens = look.tokens
        self._words = QFont(font)
        self._words.setPixelSize(look.px(15))
        self._small = QFont(font)
        self._small.setPixelSize(look.px(13))
        self._heading = QFont(font)
        self._heading.setPixelSize(look.px(15))
        self._heading.setWeight(QFont.Weight.Bold)
        self._edge = look.px(12)
        # Grows half as fast as the text: the room belongs to the words.
        self._pad = (8 + look.px(8)) // 2
        self._gap = look.px(3)
        self._small_high = QFontMetrics(self._small).lineSpacing()
        # Marked words are bold, which may be higher.
        bold = QFont(self._words)
        bold.setWeight(QFont.Weight.Bold)
        self._line_high = max(QFontMetrics(self._words).lineSpacing(), QFontMetrics(bold).lineSpacing())
        self._lines = 1 if look.text_scale >= ONE_LINE_FROM else LINES
        self.entry_high = 2 * self._pad + self._small_high + self._gap + self._lines * self._line_high + 1
        self.heading_high = look.px(14) + QFontMetrics(self._heading).lineSpacing() + look.px(6)

    def heading(self, painter: QPainter, area: QRect, group: Group) -> None:
        """The month, and how many entries it has."""
        inside = area.adjusted(self._edge, 0, -self._edge, -current().px(6))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.setFont(self._heading)
        painter.setPen(QColor(self._tokens.ink))
        painter.drawText(inside, side, group.heading)
        inside.setLeft(inside.left() + painter.fontMetrics().horizontalAdvance(group.heading) + self._edge)
        painter.setFont(self._small)
        painter.setPen(QColor(self._tokens.muted))
        painter.drawText(inside, side, group.count)

    def entry(self, painter: QPainter, area: QRect, row: Row | None, *, chosen: bool, focused: bool) -> None:
        """Ground, small line, words; `row` None while it is being read."""
        tokens = self._tokens
        inside = area.adjusted(self._edge, self._pad, -self._edge, -self._pad)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(inside.left(), area.bottom(), inside.right(), area.bottom())
        if chosen:
            self._ground(painter, area, focused=focused)
        if row is None:
            painter.fillRect(
                QRect(inside.left(), inside.top(), inside.width() // 3, self._small_high // 2), tokens.line
            )
            return
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.muted))
        small = painter.fontMetrics().elidedText(row.small, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, small)
        painter.setPen(QColor(tokens.muted if row.removed else tokens.ink))
        top = QPointF(inside.left(), inside.top() + self._small_high + self._gap)
        self._laid_out(row, inside.width()).draw(painter, top)

    def _ground(self, painter: QPainter, area: QRect, *, focused: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._tokens.accent_soft))
        painter.setPen(QPen(QColor(self._tokens.focus), 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(area).adjusted(2, 1, -2, -2), 6, 6)
        painter.restore()

    def _laid_out(self, row: Row, width: int) -> QTextLayout:
        """The words in two lines; what does not fit ends in three dots."""
        words, marks = _cut_before(row.words, row.marks, self._letters(width))
        layout, end = self._lay_out(words[:_LONGEST], marks, width)
        if end < _units(words[:_LONGEST]) or len(words) > _LONGEST:
            kept = _first_units(words, end - 3)
            # Not in the middle of a word, unless one word fills the line.
            kept = kept[: kept.rfind(" ", len(kept) * 3 // 4)].rstrip() if " " in kept[len(kept) * 3 // 4 :] else kept
            layout, _ = self._lay_out(f"{kept} …", marks, width)
        return layout

    def _letters(self, width: int) -> int:
        return max(10, width // max(1, QFontMetrics(self._words).averageCharWidth()))

    def _lay_out(self, words: str, marks: tuple[tuple[int, int], ...], width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(words, self._words)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._mark(words, start, end) for start, end in marks if end <= len(words)])
        layout.beginLayout()
        end = 0
        for number in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self._line_high))
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, end

    def _mark(self, words: str, start: int, end: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        # Bold and underlined besides the colour: colour is never the only sign.
        look.setFontUnderline(True)
        look.setBackground(QBrush(QColor(self._tokens.accent_soft)))
        look.setForeground(QBrush(QColor(self._tokens.on_accent_soft)))
        marked = QTextLayout.FormatRange()
        marked.start = _units(words[:start])
        marked.length = _units(words[start:end])
        marked.format = look
        return marked


def _cut_before(
    words: str, marks: tuple[tuple[int, int], ...], letters: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """In a narrow row the first marked word would lie behind the two lines: what stands before it goes first."""
    if not marks or marks[0][1] <= letters:
        return words, marks
    begin = words.rfind(" ", 0, max(0, marks[0][0] - letters // 3)) + 1
    if not begin:
        return words, marks
    shift = begin - len("… ")
    return "… " + words[begin:], tuple((start - shift, end - shift) for start, end in marks if start >= begin)


def _units(words: str) -> int:
    """Qt counts letters outside the first plane, such as smileys, as two."""
    return len(words) + sum(1 for letter in words if letter > "\uffff")


def _first_units(words: str, units: int) -> str:
    return words.encode("utf-16-le", "surrogatepass")[: 2 * max(units, 0)].decode("utf-16-le", "ignore")
