"""Everything that can be said about one event: one box first, the rest unfolds and says why it helps.

May touch: its own widgets. Must never demand a field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from safeplan.policy import FieldRules
from safeplan.records.incident_form import FIRST_VERSION, IncidentForm
from safeplan.records.people import Person
from safeplan.shaped import shaped
from ui.widgets.column import HeldColumn
from ui.widgets.fields import TooMuchNote
from ui.widgets.incident_parts import AS_THEY_ARE, IncidentParts, WhyUnfold
from ui.widgets.incident_shapes import guide_here
from ui.widgets.labels import Body
from ui.widgets.text_box import TextBox
from ui.widgets.when_field import WhenField

# What has another name in a draft than in the form.
_DRAFT_NAMES = {"people": "who", "children_present": "children"}
_UNFOLDS = tuple(one.name for one in fields(IncidentForm) if one.name not in ("text", "happened"))
_EMPTY = IncidentForm()


class IncidentFields(QWidget):
    """`read()` gives an IncidentForm (DateImpossible when a typed day cannot be read)."""

    changed = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        *,
        name: str,
        names_shown: bool,
        more_open: bool = False,
        language: str = "",
        rules: FieldRules = AS_THEY_ARE,
    ) -> None:
        super().__init__()
        self._rules = rules
        self._language = language
        self.setObjectName(name)
        self._name, self._names_shown = name, names_shown
        self._people: tuple[Person, ...] = ()
        self._form = IncidentForm()
        self._pictures: dict[str, str] = {}
        self.parts: IncidentParts | None = None
        self.text = TextBox(
            name=f"{name}-text",
            accessible=self.tr("What happened, in your own words"),
            placeholder=self.tr("What happened, in your own words. One line is enough."),
            lines=4,
        )
        self.when = WhenField(today, name=f"{name}-when")
        self.more = WhyUnfold(
            self.tr("Add more"), self._more, name=f"{name}-more", why=self.tr("Each part can stay empty.")
        )
        column = HeldColumn(self, spacing=12)
        column.addWidget(self.text)
        column.addWidget(TooMuchNote(self.text))
        column.addWidget(Body(self.tr("Someone else may read this one day."), "small", name=f"{name}-reader"))
        column.addWidget(self.when)
        column.addWidget(self.more)
        for part in (self.text, self.when):
            part.changed.connect(self.changed)
        if more_open:
            self.more.open()

    def _more(self) -> QWidget:
        guide = guide_here(self._language)
        self.parts = IncidentParts(
            guide, self._form, self._people, name=self._name, names_shown=self._names_shown, rules=self._rules
        )
        self.parts.show_pictures(self._pictures)
        self.parts.changed.connect(self.changed)
        return self.parts

    def show_pictures(self, pictures: Mapping[str, str]) -> None:
        """The pictures kept with the entry, id to words: one can be tied to each mark on the drawing."""
        self._pictures = dict(pictures)
        if self.parts is not None:
            self.parts.show_pictures(self._pictures)

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer these people; what was chosen stays chosen."""
        self._people = tuple(people)
        if self.parts is not None:
            self.parts.show_people(people)

    def read(self) -> IncidentForm:
        """What is written. Raises DateImpossible."""
        return replace(self._unfolded(), text=self.text.text(), happened=self.when.read())

    def show_form(self, form: IncidentForm) -> None:
        """Put a kept form into the fields."""
        self.text.set_text(form.text)
        self.when.show_happened(form.happened)
        self._show_parts(form)

    def says_hurt(self) -> bool:
        """True when a bodily kind is chosen, an injury is written, or a mark is set."""
        form = self._unfolded()
        return bool({"physical", "sexual"} & set(form.kinds) or form.injuries.strip() or form.marks)

    def is_blank(self) -> bool:
        """True when nothing at all is written or chosen."""
        when = self.when.draft()
        return self.when.is_blank() and not any(text for one, text in self.draft().items() if one not in when)

    def draft(self) -> dict[str, str]:
        """Every field as it stands; lists and groups as JSON."""
        form = self._unfolded()
        return {
            "text": self.text.text(),
            **{_DRAFT_NAMES.get(one, one): _as_draft(one, getattr(form, one)) for one in _UNFOLDS},
            **self.when.draft(),
        }

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back; the cursor stands where the writing broke off, not before its first word."""
        self.text.set_text(fields.get("text", ""))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._show_parts(_from_draft(fields))
        # Last, because it says that something changed.
        self.when.restore(fields)

    def clear(self) -> None:
        """Empty everything."""
        self.restore({})

    def _unfolded(self) -> IncidentForm:
        """What stands below "Add more"."""
        return replace(self._form, **self.parts.values()) if self.parts is not None else self._form

    def _show_parts(self, form: IncidentForm) -> None:
        self._form = form
        if self.parts is not None:
            self.parts.show_form(form)
        if any(getattr(form, one) != getattr(_EMPTY, one) for one in _UNFOLDS):
            self.more.open()


def _as_draft(field: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    if value == getattr(_EMPTY, field):
        return ""
    if field in FIRST_VERSION:
        return ",".join(value)
    return json.dumps([asdict(one) for one in value] if isinstance(value, tuple) else asdict(value))


def _from_draft(fields: dict[str, str]) -> IncidentForm:
    """The reverse. A field that cannot be read any more stays empty; the others come back."""
    found: dict[str, Any] = {}
    for one in _UNFOLDS:
        kept, empty = fields.get(_DRAFT_NAMES.get(one, one), ""), getattr(_EMPTY, one)
        if kept and isinstance(empty, str):
            found[one] = kept
        elif kept and one in FIRST_VERSION:
            found[one] = tuple(part for part in kept.split(",") if part)
        elif kept:
            try:
                found[one] = getattr(shaped({one: json.loads(kept)}, IncidentForm), one)
            except (ValueError, msgspec.ValidationError):
                continue
    return replace(_EMPTY, **found)
