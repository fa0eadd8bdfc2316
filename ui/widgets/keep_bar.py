"""A second way to keep, at the lower edge of a long form, while the form's own button is out of sight.

May touch: its own widgets. Must never be seen together with the button it stands for, and never cover the form.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import PrimaryButton
from ui.widgets.scroll_page import EDGE, ScrollPage


class KeepBar(QWidget):
    """Put it below `sheet`, in the page. It follows the place of `own`, the form's button, once wanted(True) was
    said."""

    def __init__(self, sheet: ScrollPage, own: PrimaryButton, clicked: Callable[[], object], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._sheet, self._own, self._wanted = sheet, own, False
        self.button = PrimaryButton(own.words(), name=f"{name}-button", icon="check", clicked=clicked)
        rule = QFrame()
        rule.setProperty("part", "rule")
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 6, EDGE, 6)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addLayout(row)
        self.hide()
        # After everything that moves in this turn has its place.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        bar = sheet.verticalScrollBar()
        bar.valueChanged.connect(self._later)
        bar.rangeChanged.connect(self._later)
        sheet.viewport().installEventFilter(self)

    def wanted(self, on: bool) -> None:  # noqa: FBT001
        """Whether there is anything to keep."""
        if on != self._wanted:
            self._wanted = on
            self._later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window became lower or higher."""
        if event.type() == QEvent.Type.Resize:
            self._later()
        return super().eventFilter(watched, event)

    def _later(self) -> None:
        self._soon.start()

    def _follow(self) -> None:
        viewport = self._sheet.viewport()
        top = self._own.mapTo(viewport, QPoint()).y()
        # Measured as if the bar were not there: otherwise it would come and go where the two are close.
        room = viewport.height() + (self.height() if self.isVisible() else 0)
        in_sight = top + self._own.height() > 0 and top + self._own.height() <= room
        shown = self._wanted and not in_sight
        if self.isVisible() and not shown and self.button.hasFocus():
            self._own.setFocus()
        self.setVisible(shown)
