"""A day to look again, when she likes one.

May touch: its own widgets. Must never remind anywhere but inside the program, and never ask for a day.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.pick import DayField
from ui.widgets.stack import stack


class LookAgainDay(Card):
    """`chosen(day)` with an ISO date, "" for none."""

    chosen = Signal(str)

    def __init__(self, title: str, why: str, today: date, *, name: str) -> None:
        super().__init__(title, why, name=name)
        self._today, self._known = today, ""
        self.day = DayField(name=f"{name}-day", accessible=title)
        self.day.lineEdit().setAccessibleName(title)
        self.day.editingFinished.connect(self._edited)
        clear = QuietButton(self.tr("No day"), name=f"{name}-none", clicked=lambda: self.chosen.emit(""))
        self._with_day = flow(self.day, clear)
        buttons: list[QWidget] = [
            SecondaryButton(self.tr("In a week"), name=f"{name}-in-7", clicked=lambda: self._in_days(7)),
            SecondaryButton(self.tr("In a month"), name=f"{name}-in-30", clicked=lambda: self._in_days(30)),
        ]
        self._without_day = flow(*buttons)
        self.add(stack(self._with_day, self._without_day, spacing=0))
        self.show_day("")

    def show_day(self, day: str) -> None:
        """The day she chose, or the two ways to choose one."""
        self._known = day
        known = QDate.fromString(day, "yyyy-MM-dd")
        if known.isValid() and not self.day.hasFocus():
            self.day.setDate(known)
        self._with_day.setVisible(bool(day))
        self._without_day.setVisible(not day)

    def _edited(self) -> None:
        if self._known and self.day.iso() != self._known:
            self.chosen.emit(self.day.iso())

    def _in_days(self, days: int) -> None:
        self.chosen.emit((self._today + timedelta(days=days)).isoformat())


class LookedAgain(Card):
    """Stands at the top when the day has come. `later` for a month more, `enough` to take the day away."""

    later = Signal()
    enough = Signal()

    def __init__(self, words: str, *, name: str) -> None:
        super().__init__(name=name)
        later = SecondaryButton(self.tr("In a month"), name=f"{name}-later", clicked=self.later.emit)
        enough = QuietButton(self.tr("Not any more"), name=f"{name}-enough", clicked=self.enough.emit)
        self.add(Body(words), flow(later, enough))
        self.hide()
