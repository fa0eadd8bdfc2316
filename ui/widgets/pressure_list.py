"""What is written about pressure, one card after the other; an empty place that teaches.

May touch: its own widgets. Must never build more than one card a turn: the exit would wait for it.
"""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from safeplan.records.pressure import Pressure
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.column import HeldColumn
from ui.widgets.flow import flow
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import Heading
from ui.widgets.pressure_card import Now, PressureCard, Ways, is_due
from ui.widgets.pressure_store import PressureView


class ListWays(Ways, Protocol):
    """What the page does for the list."""

    def show_older(self) -> None:
        """Read more of them."""

    def focus_on(self, part: QWidget) -> None:
        """Put the focus on a card that has come."""


class PressureList(QWidget):
    """show_entries() fills it; what she wanted to see again comes first, the rest as it was written."""

    def __init__(self, ways: ListWays, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._ways = ways
        self._parts: list[QWidget] = []
        self._wanted = self._at = ""
        self._column = HeldColumn(self, spacing=16)
        self.filling = InTurns(self)

    def look_at(self, incident_id: str) -> None:
        """The next filling puts this entry first and the focus on it, so that it comes into sight."""
        self._wanted = incident_id

    def focus_on(self, incident_id: str) -> None:
        """The next filling puts the focus on the card of this entry, wherever it stands."""
        self._at = incident_id

    def show_nothing(self) -> None:
        """A form stands in its place."""
        self.filling.stop()
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []

    def show_entries(self, view: PressureView, now: Now) -> None:
        """Fill it anew."""
        self.show_nothing()
        say = now.words.page
        if not view.entries:
            card = Card(name="pressure-none")
            card.add(EmptyState(say.empty_title, say.empty_text, say.empty_example, name="pressure-empty"))
            self._put(card)
            return
        self._put(Heading(say.list, 2))
        wanted, self._wanted = self._wanted, ""
        listed = sorted(view.entries, key=lambda one: (one.incident.id != wanted, not is_due(one, now.today)))
        at, self._at = self._at, ""
        parts = [partial(self._add_card, one, now, at) for one in listed]
        if view.more:
            parts.append(partial(self._add_older, say.older))
        self.filling.begin(parts)
        if wanted and listed[0].incident.id == wanted:
            first = self._parts[-1].findChildren(QAbstractButton)[0]
            # What is new is shown in Qt's next round only, and what is hidden takes no focus.
            QTimer.singleShot(0, first, first.setFocus)

    def _add_older(self, words: str) -> None:
        self._put(flow(QuietButton(words, name="pressure-older", clicked=self._ways.show_older)))

    def _add_card(self, one: Pressure, now: Now, at: str) -> None:
        card = PressureCard(one, now, self._ways, name=f"pressure-{one.incident.number}")
        if one.incident.id == at:
            # Once it stands among the others: what is hidden takes no focus.
            QTimer.singleShot(0, card, partial(self._ways.focus_on, card))
        self._put(card)

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._column.addWidget(part)
