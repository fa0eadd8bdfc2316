"""The ways through what is written: one line of small buttons, the same on every page about the log.

May touch: its own widgets. Must never show a count or a name: a row is read over a shoulder.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.page import PageContext
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Unfold
from ui.widgets.flow import flow

# Page name, icon, words; in the order in which they are needed, and no more than fit into one row. Her own days are
# reached from the calendar, the check from "More".
_WAYS: tuple[tuple[str, str, str], ...] = (
    ("happened", "note-pencil", str(QT_TRANSLATE_NOOP("LogWays", "Write"))),
    ("look_back", "magnifying-glass", str(QT_TRANSLATE_NOOP("LogWays", "Look back"))),
    ("calendar", "calendar-blank", str(QT_TRANSLATE_NOOP("LogWays", "Calendar"))),
    ("files", "image", str(QT_TRANSLATE_NOOP("LogWays", "Files"))),
    ("orders", "scales", str(QT_TRANSLATE_NOOP("LogWays", "Orders"))),
    ("cases", "folder", str(QT_TRANSLATE_NOOP("LogWays", "Cases"))),
    ("pressure", "hand-palm", str(QT_TRANSLATE_NOOP("LogWays", "Pressure"))),
)


_BETWEEN = 6


class LogWays(QWidget):
    """`here` is the page on which it stands; its own way is left out. What does not fit into one line goes without
    its icons, and where that is still too wide, behind one line that unfolds."""

    def __init__(self, context: PageContext, here: str) -> None:
        super().__init__()
        self.setObjectName(f"{here}-ways")
        self._drawings = {page: drawing for page, drawing, _words in _WAYS if page != here}
        self.ways = {
            page: QuietButton(
                QCoreApplication.translate("LogWays", words),
                name=f"{here}-way-{page}",
                clicked=partial(context.go, page),
            )
            for page, _drawing, words in _WAYS
            if page != here
        }
        self.fold = Unfold(
            QCoreApplication.translate("LogWays", "More about what happened"),
            flow(*self.ways.values(), spacing=_BETWEEN),
            name=f"{here}-ways-more",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        # Until the width is known.
        self.fold.button.hide()
        self.fold.content.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: with icons, without, or folded."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(event.size().width())

    def _fit(self, wide: int) -> None:
        for page, button in self.ways.items():
            button.set_icon(self._drawings[page])
        if self._long() > wide:
            for button in self.ways.values():
                button.setIcon(QIcon())
                button.updateGeometry()
        folds = self._long() > wide
        self.fold.button.setVisible(folds)
        self.fold.content.setVisible(self.fold.button.isChecked() or not folds)

    def _long(self) -> int:
        """All ways in one line."""
        for button in self.ways.values():
            button.ensurePolished()
        return sum(one.sizeHint().width() for one in self.ways.values()) + _BETWEEN * (len(self.ways) - 1)
