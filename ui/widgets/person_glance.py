"""All code words and signs, person by person, to learn or to check; made only when Show is pressed.

May touch: its own widgets. Must never show a full name unless names are shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.records.people import Person, shown_name
from safeplan.records.signals import Signal
from ui.widgets.flow import columns
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.person_signals import kind_words


class SignalsAtAGlance(QWidget):
    """One field for each signal: whose it is, what is said or seen, and what happens then."""

    def __init__(self, people: Sequence[Person], signals: Sequence[Signal], *, reveal: bool, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for person in people:
            hers = [one for one in signals if one.person_id == person.id]
            if hers:
                column.addWidget(Heading(shown_name(person, reveal), 3))
                column.addWidget(columns(*(self._line(one) for one in hers), narrowest=300))

    def _line(self, signal: Signal) -> QWidget:
        then = (
            self.tr("Then: {action}").format(action=signal.action)
            if signal.action.strip()
            else self.tr("Not agreed yet what happens then.")
        )
        return Inset(
            Body(kind_words()[signal.kind], "small"),
            Body(signal.words, "inset", selectable=True),
            Body(then),
            name=f"{self.objectName()}-{signal.id}",
        )
