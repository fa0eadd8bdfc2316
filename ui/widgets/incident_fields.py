"""The small fields an entry's parts are made of: a line, a box, chips, a group of them, a list of groups.

May touch: its own widgets. Must never change a value that nobody touched, however the field shows it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.choices import Choice
from ui.widgets.column import HeldColumn
from ui.widgets.fields import LabelledField, TextLine, TooMuchNote
from ui.widgets.flow import flow
from ui.widgets.incident_shapes import Ask, Group
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox

# Ids of her people and what to show for them.
Names = Mapping[str, str]


class Field(Protocol):
    """What every field here can do."""

    changed: Any

    def value(self) -> Any:
        """As it is kept."""

    def set_value(self, value: Any) -> None:
        """Show it."""


class LineField(TextLine):
    """A line. Where a person's id is kept, their name stands in it."""

    changed = Signal()

    def __init__(self, name: str, accessible: str, names: Names) -> None:
        super().__init__(name=name, accessible=accessible)
        self._names, self._held, self._shown = names, "", ""
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """What is written; untouched, exactly what was kept."""
        return self._held if self.text() == self._shown else self.text()

    def set_value(self, value: str) -> None:
        """Show a kept value."""
        self._held = value
        self.setText(self._names.get(value, value))
        self._shown = self.text()


class BoxField(TextBox):
    """Several lines."""

    def value(self) -> str:
        """What is written."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Show a kept value."""
        self.set_text(value)


class ChipField(Choice):
    """One of several, or several."""

    def __init__(self, ask: Ask, name: str, accessible: str) -> None:
        super().__init__(ask.options, name=name, accessible=accessible, several=ask.look == "several")

    def value(self) -> Any:
        """The id, or the ids."""
        return self.chosen() if self._several else self.one()

    def set_value(self, value: Any) -> None:
        """Choose."""
        self.set_chosen(value if self._several else [value] if value else [])


class GroupField(QWidget):
    """The fields of one group, for example one witness."""

    changed = Signal()

    def __init__(self, group: Group, name: str, title: str, names: Names) -> None:
        super().__init__()
        self.setObjectName(name)
        self._held = group.of()
        self.fields: dict[str, Field] = {}
        column = HeldColumn(self, spacing=10)
        for ask in group.asks:
            field, shown = ask_field(ask, f"{name}-{ask.name or ask.field}", title, names)
            self.fields[ask.field] = field
            column.addWidget(shown)
            field.changed.connect(self.changed)

    def value(self) -> Any:
        """The group as it is kept."""
        return replace(self._held, **{name: field.value() for name, field in self.fields.items()})

    def set_value(self, value: Any) -> None:
        """Show a kept group."""
        self._held = value
        for name, field in self.fields.items():
            field.set_value(getattr(value, name))


class ListField(QWidget):
    """Several groups below each other. An empty one is not kept."""

    changed = Signal()

    def __init__(self, group: Group, name: str, title: str, names: Names, *, first: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self._group, self._name, self._title, self._names = group, name, title, names
        self._rows: list[tuple[QWidget, GroupField]] = []
        self._first, self._made = first, 0
        self._column = HeldColumn(self, spacing=10)
        self._column.addWidget(
            flow(
                SecondaryButton(
                    QCoreApplication.translate("IncidentFields", "Add one more"),
                    name=f"{name}-add",
                    icon="plus",
                    clicked=self._add_here,
                    accessible=QCoreApplication.translate("IncidentFields", "Add one more: {part}").format(
                        part=title
                    ),
                )
            )
        )
        if first:
            self.add()

    def value(self) -> tuple[Any, ...]:
        """The groups that say something."""
        empty = self._group.of()
        return tuple(value for _, row in self._rows if (value := row.value()) != empty)

    def set_value(self, value: Sequence[Any]) -> None:
        """Show kept groups."""
        for holder, _ in self._rows:
            holder.hide()
            holder.deleteLater()
        self._rows, self._made = [], 0
        for one in value:
            self.add().set_value(one)
        if self._first and not value:
            self.add()

    def add(self) -> GroupField:
        """One more, empty."""
        self._made += 1
        name = f"{self._name}-{self._made}"
        row = GroupField(self._group, name, f"{self._title} {self._made}", self._names)
        holder = QFrame()
        holder.setProperty("part", "inset")
        inside = HeldColumn(holder, spacing=6)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(row)
        away = QuietButton(
            QCoreApplication.translate("IncidentFields", "Take this one away"),
            name=f"{name}-remove",
            icon="trash",
            clicked=lambda: self._take_away(holder),
            accessible=QCoreApplication.translate("IncidentFields", "Take this one away: {part}").format(
                part=f"{self._title} {self._made}"
            ),
        )
        inside.addWidget(flow(away))
        row.changed.connect(self.changed)
        self._rows.append((holder, row))
        self._column.insertWidget(self._column.count() - 1, holder)
        return row

    def _add_here(self) -> None:
        row = self.add()
        row.show()
        field = next(iter(row.fields.values()))
        if isinstance(field, QWidget):
            field.setFocus()

    def _take_away(self, holder: QWidget) -> None:
        self._rows = [one for one in self._rows if one[0] is not holder]
        # The button that was pressed goes with it: the keyboard goes on at "Add one more".
        self.focusNextChild()
        holder.hide()
        holder.deleteLater()
        self.changed.emit()


def ask_field(ask: Ask, name: str, title: str, names: Names) -> tuple[Field, QWidget]:
    """The field, and what is put on the page: the field with its label where it has one of its own."""
    spoken = ask.label or title
    field: Any
    if ask.look == "line":
        field = LineField(name, spoken, names)
    elif ask.look == "box":
        field = BoxField(name=name, accessible=spoken, lines=2)
    else:
        field = ChipField(ask, name, spoken)
    if ask.label and ask.label != title:
        shown: QWidget = LabelledField(ask.label, field)
        # Two witnesses have the same fields: a screen reader hears which one it is in.
        field.setAccessibleName(f"{title}: {ask.label}")
    else:
        shown = stack(field, TooMuchNote(field), spacing=4) if isinstance(field, TextBox) else field
    return field, shown
