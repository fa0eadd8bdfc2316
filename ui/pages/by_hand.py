"""Her next steps and the numbers in letters that can be copied by hand from the screen.

May touch: the worker, for reading. Must never show more than was asked for here, and never be hard to read: black on
white in every look.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from safeplan.content.kiosk_words import load_kiosk_words
from safeplan.policy import said
from ui.kiosk_work import HandView, load_by_hand
from ui.page import Page, PageContext
from ui.theme import current
from ui.widgets.buttons import SecondaryButton
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.scroll_page import EDGE, ScrollPage

# In pixels at 100 %: as large as the sheet allows, and never smaller than all other words are at her size.
LARGEST, SMALLEST, ENOUGH = 34, 16, 44
# The numbers that fit below three steps.
MOST_NUMBERS = 4
_EDGE, _APART = 18, 6
# A word more or less in a line.
_SPARE = 8


class Sheet(QFrame):
    """Lines below each other, all as large as the room allows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("by-hand-paper")
        # In every look, also the dark one: what is copied is read from afar and for a while.
        self.setStyleSheet("#by-hand-paper, #by-hand-paper QLabel { background: #ffffff; color: #000000; }")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, _EDGE - 6, _EDGE, _EDGE - 6)
        self._column.setSpacing(_APART)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lines: list[QLabel] = []
        self._room = QSize()

    def show_lines(self, lines: list[tuple[str, bool]]) -> None:
        """(words, whether a heading)."""
        for old in self._lines:
            old.hide()
            old.deleteLater()
        self._lines = []
        for at, (words, heading) in enumerate(lines):
            line = Body(words, name=f"by-hand-line-{at}")
            line.setProperty("heading", heading)
            self._column.addWidget(line)
            self._lines.append(line)
        self.fit(self._room)

    def fit(self, room: QSize) -> None:
        """Choose the largest letters with which everything has its place in `room`."""
        self._room = room
        if not self._lines or room.isEmpty():
            return
        largest, smallest = min(current().px(LARGEST), ENOUGH), current().px(SMALLEST)
        fitting = (size for size in range(largest, smallest, -1) if self._height_with(size) <= room.height())
        size = next(fitting, smallest)
        for line in self._lines:
            letters = self._letters(line, size)
            line.setStyleSheet(f"font-size: {letters.pixelSize()}px; font-weight: {int(letters.weight())};")

    def _height_with(self, size: int) -> int:
        width = self._room.width() - 2 * _EDGE - _SPARE
        high = 2 * (_EDGE - 6) + _APART * (len(self._lines) - 1)
        wrapped, lines = int(Qt.TextFlag.TextWordWrap), self._lines
        whole = QRect(0, 0, width, 100_000)
        return high + sum(
            QFontMetrics(self._letters(one, size)).boundingRect(whole, wrapped, one.text()).height() for one in lines
        )

    def _letters(self, line: QLabel, size: int) -> QFont:
        letters = QFont(self.font())
        heading = bool(line.property("heading"))
        letters.setPixelSize(max(current().px(SMALLEST) - 2, size * 2 // 3) if heading else size)
        letters.setWeight(QFont.Weight.Bold if heading else QFont.Weight.Medium)
        return letters


class ByHandPage(Page):
    """Nothing here can be changed."""

    name = "by_hand"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = load_kiosk_words(context.language).by_hand
        self.paper = Sheet()
        back = SecondaryButton(
            self.words.back, name="by-hand-back", icon="arrow-left", clicked=lambda: context.go("kiosk_leave")
        )
        self.row: QWidget = flow(back)
        self.sheet = ScrollPage(name="by-hand-sheet")
        self.sheet.add(self.paper, self.row)
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        """The heading."""
        return self.words.title

    def arrive(self, **arguments: Any) -> None:
        """Ask for her steps."""
        del arguments
        work = functools.partial(load_by_hand, guide=self.context.guide)
        self.context.background.run(self, work, self.show_view, self.context.questions.tell_error)

    def show_view(self, view: HandView) -> None:
        """Steps first, then numbers: the organisation's, hers, those of the country."""
        words, context = self.words, self.context
        lines = [(words.steps, True), *((f"{at}.  {step}", False) for at, step in enumerate(view.steps, 1))]
        if not view.steps:
            lines.append((words.no_steps, False))
        numbers = [(line.number, said(line.words, context.language)) for line in context.room.policy.help_lines]
        numbers += view.numbers
        if not numbers and context.region is not None:
            numbers += [(line.value, line.name) for line in context.region.lines if line.emergency]
        lines.append((words.numbers, True))
        lines += [(f"{number}   {name}", False) for number, name in numbers[:MOST_NUMBERS]]
        self.paper.show_lines(lines)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another window, other letters."""
        super().resizeEvent(event)
        self._fit()

    def escape(self) -> None:
        """Esc leads back, as the button does."""
        self.context.go("kiosk_leave")

    def _fit(self) -> None:
        room = self.sheet.viewport().size()
        # The page's own edges, and the way back below the sheet.
        edges = 2 * EDGE
        self.paper.fit(QSize(room.width() - edges, room.height() - self.row.sizeHint().height() - edges))
