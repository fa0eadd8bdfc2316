"""The lines of the page for a bad moment, to write in.

May touch: its own widgets. Must never ask for a line: each may stay empty.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.guide import AcuteField, AcutePage
from ui.widgets.card import Card
from ui.widgets.fields import TextLine
from ui.widgets.flow import columns
from ui.widgets.labels import Body
from ui.widgets.stack import stack


class AcuteForm(Card):
    """`written(field id)` while she writes; text(field id) gives the lines joined by line ends."""

    written = Signal(str)

    def __init__(self, acute: AcutePage, answers: Mapping[str, str], *, name: str) -> None:
        super().__init__(name=name)
        self.lines: dict[str, list[TextLine]] = {}
        self.add(columns(*(self._field(one, answers.get(one.id, "")) for one in acute.fields), narrowest=290))

    def _field(self, field: AcuteField, text: str) -> QWidget:
        known = text.split("\n")
        lines = []
        for number in range(max(field.count, len(known))):
            line = TextLine(
                name=f"acute-{field.id}-{number + 1}",
                accessible=f"{field.label}, {number + 1}" if field.count > 1 else field.label,
                text=known[number] if number < len(known) else "",
            )
            line.setAccessibleDescription(field.hint)
            line.textChanged.connect(lambda _text, which=field.id: self.written.emit(which))
            lines.append(line)
        self.lines[field.id] = lines
        label = Body(field.label)
        label.setProperty("level", "3")
        label.setBuddy(lines[0])
        return stack(label, Body(field.hint, "small"), *lines, spacing=4)

    def text(self, field: str) -> str:
        """All lines of a field; empty ones at the end are left out."""
        return "\n".join(line.text() for line in self.lines[field]).rstrip("\n")
