"""The parts of an entry below "Add more": each unfolds by itself and says why it helps; built only when unfolded.

May touch: its own widgets. Must never lose what a part holds while it is folded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.record_guide import RecordGuide
from safeplan.policy import FieldRules
from safeplan.records.incident_form import IncidentForm
from safeplan.records.people import Person, shown_name
from ui.widgets.body_marks import MarksField
from ui.widgets.card import Unfold
from ui.widgets.choices import Choice
from ui.widgets.column import HeldColumn
from ui.widgets.incident_fields import Field, GroupField, ListField, Names, ask_field
from ui.widgets.incident_shapes import PartShape, part_shapes
from ui.widgets.labels import Body
from ui.widgets.ruled_parts import ruled

AS_THEY_ARE = FieldRules()


class WhyUnfold(Unfold):
    """Builds its content when it is first unfolded."""

    def __init__(self, title: str, build: Callable[[], QWidget], *, name: str, why: str = "") -> None:
        self._build: Callable[[], QWidget] | None = build
        holder = QWidget()
        self._inside = HeldColumn(holder, spacing=0)
        super().__init__(title, holder, name=name, why=why)
        self.button.toggled.connect(self._fill)

    def open(self) -> None:
        """Unfold."""
        self.button.setChecked(True)

    def _fill(self, on: bool) -> None:  # noqa: FBT001
        if on and self._build is not None:
            build, self._build = self._build, None
            self._inside.addWidget(build())


class PeopleField(QWidget):
    """Who was there: chips of her people. Somebody chosen stays chosen while the list is not there yet."""

    changed = Signal()

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__()
        self._name, self._accessible = name, accessible
        self._held: tuple[str, ...] = ()
        self.who: Choice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.offer([])

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these people."""
        self._held = self.value()
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.who = None
        if options:
            self.who = Choice(options, name=self._name, accessible=self._accessible, chosen=self._held)
            self.who.changed.connect(self.changed)
            self._column.addWidget(self.who)
        else:
            nobody = QCoreApplication.translate("IncidentFields", "Nobody is on your list yet.")
            self._column.addWidget(Body(nobody, "muted"))

    def value(self) -> tuple[str, ...]:
        """The ids chosen."""
        return self.who.chosen() if self.who is not None else self._held

    def set_value(self, value: tuple[str, ...]) -> None:
        """Choose these."""
        self._held = value
        if self.who is not None:
            self.who.set_chosen(value)


class PartFields(QWidget):
    """The fields of one unfolded part under its reason and its example."""

    changed = Signal()

    def __init__(self, shape: PartShape, guide: RecordGuide, name: str, names: Names) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        column = HeldColumn(self, spacing=10)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(Body(shape.why, "small", name=f"{name}-why-{shape.id}"))
        for line in shape.lines:
            column.addWidget(Body(line))
        column.addWidget(Body(shape.hint, "small", name=f"{name}-hint-{shape.id}"))
        for ask in shape.asks:
            at = f"{name}-{ask.name or ask.field}"
            field: Any
            shown: QWidget
            if ask.look == "people":
                field = PeopleField(at, shape.title)
                field.offer(list(names.items()))
                shown = field
            elif ask.look == "marks":
                field = shown = MarksField(guide, at, shape.title)
            else:
                field, shown = ask_field(ask, at, shape.title, names)
            self._take(ask.field, field, shown, column)
        for group in shape.groups:
            at = f"{name}-{group.field.replace('_', '-')}"
            if group.several:
                # Where a box stands above, it is enough; the list begins when it is asked for.
                field = ListField(group, at, shape.title, names, first=not shape.asks)
            else:
                field = GroupField(group, at, shape.title, names)
            self._take(group.field, field, field, column)

    def offer_pictures(self, pictures: Mapping[str, str]) -> None:
        """For the drawing, if it is here."""
        for editor in self.fields.values():
            if isinstance(editor, MarksField):
                editor.offer_pictures(pictures)

    def _take(self, field_name: str, field: Any, shown: QWidget, column: QVBoxLayout) -> None:
        self.fields[field_name] = field
        column.addWidget(shown)
        field.changed.connect(self.changed)


class IncidentParts(QWidget):
    """All parts. `values()` are the form's fields as they stand, folded or not."""

    changed = Signal()

    def __init__(
        self,
        guide: RecordGuide,
        form: IncidentForm,
        people: Sequence[Person],
        *,
        name: str,
        names_shown: bool,
        rules: FieldRules = AS_THEY_ARE,
    ) -> None:
        super().__init__()
        self._guide = guide
        self._name, self._names_shown = name, names_shown
        self._names = self._known(people)
        self._pictures: dict[str, str] = {}
        self._form = form
        self._built: dict[str, PartFields] = {}
        self.unfolds: dict[str, WhyUnfold] = {}
        self._shapes = {one.id: one for one in ruled(part_shapes(guide), rules, guide.language)}
        column = HeldColumn(self, spacing=2)
        for shape in self._shapes.values():
            unfold = WhyUnfold(shape.title, self._builder(shape), name=f"{name}-part-{shape.id.replace('_', '-')}")
            unfold.button.setAccessibleDescription(shape.why)
            self.unfolds[shape.id] = unfold
            column.addWidget(unfold)
        self._open_filled()

    def values(self) -> dict[str, Any]:
        """Field by field."""
        found: dict[str, Any] = {}
        for id_, shape in self._shapes.items():
            built = self._built.get(id_)
            for field in shape.fields():
                found[field] = built.fields[field].value() if built else getattr(self._form, field)
        return found

    def show_form(self, form: IncidentForm) -> None:
        """Put a form into the parts; those that say something unfold."""
        self._form = form
        for part in self._built.values():
            for field, editor in part.fields.items():
                editor.set_value(getattr(form, field))
        self._open_filled()

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer these people."""
        self._names = self._known(people)
        for part in self._built.values():
            for editor in part.fields.values():
                if isinstance(editor, PeopleField):
                    editor.offer(list(self._names.items()))

    def show_pictures(self, pictures: Mapping[str, str]) -> None:
        """The pictures of the entry, for marks on the drawing."""
        self._pictures = dict(pictures)
        for part in self._built.values():
            part.offer_pictures(self._pictures)

    def _known(self, people: Sequence[Person]) -> dict[str, str]:
        return {person.id: shown_name(person, self._names_shown) for person in people}

    def _builder(self, shape: PartShape) -> Callable[[], QWidget]:
        def build() -> QWidget:
            part = PartFields(shape, self._guide, self._name, self._names)
            for field, editor in part.fields.items():
                editor.set_value(getattr(self._form, field))
            part.offer_pictures(self._pictures)
            self._built[shape.id] = part
            part.changed.connect(self.changed)
            return part

        return build

    def _open_filled(self) -> None:
        empty = IncidentForm()
        for id_, shape in self._shapes.items():
            if any(getattr(self._form, field) != getattr(empty, field) for field in shape.fields()):
                self.unfolds[id_].open()
