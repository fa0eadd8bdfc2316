"""The ways through what is written: one row of small buttons, the same on every page about the log.

May touch: its own widgets. Must never show a count or a name: a row is read over a shoulder.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.page import PageContext
from ui.widgets.buttons import QuietButton
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


class LogWays(QWidget):
    """`here` is the page on which it stands; its own way is left out."""

    def __init__(self, context: PageContext, here: str) -> None:
        super().__init__()
        self.setObjectName(f"{here}-ways")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        ways: list[QWidget] = [
            QuietButton(
                QCoreApplication.translate("LogWays", words),
                name=f"{here}-way-{page}",
                icon=drawing,
                clicked=partial(context.go, page),
            )
            for page, drawing, words in _WAYS
            if page != here
        ]
        column.addWidget(flow(*ways, spacing=6))
