"""Who it was: one of the people she keeps, or a name or an office in her words.

May touch: its own widgets. Must never make her add a person to name one.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.case_words import CaseWords
from safeplan.records.people import Person, shown_name
from ui.widgets.fields import TextLine
from ui.widgets.pick import Pick

_OTHER = "other"


class WhoField(QWidget):
    """`who()` is a person's id or what she typed."""

    changed = Signal()

    def __init__(
        self, words: CaseWords, people: Sequence[Person], *, names_shown: bool, accessible: str, name: str
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        say = words.page
        self._ids = {one.id for one in people}
        known = [(one.id, shown_name(one, names_shown)) for one in people]
        self.pick = Pick([(_OTHER, say.who_other), *known], name=f"{name}-pick", accessible=accessible)
        self.line = TextLine(name=f"{name}-line", accessible=accessible, placeholder=say.who_named)
        self.pick.setVisible(bool(known))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.pick)
        self.pick.currentIndexChanged.connect(self._picked)
        self.line.textChanged.connect(self.changed)

    def who(self) -> str:
        """A person's id, a name, or ""."""
        return self.line.text() if self.pick.one() == _OTHER else self.pick.one()

    def set_who(self, who: str) -> None:
        """Put back what is kept; an id of someone removed since is left out."""
        known = who in self._ids
        self.pick.set_one(who if known else _OTHER)
        self.line.setText("" if known else who)

    def _picked(self) -> None:
        self.line.setVisible(self.pick.one() == _OTHER)
        self.changed.emit()
