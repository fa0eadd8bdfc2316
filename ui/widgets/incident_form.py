"""Everything that can be said about one event: one box first, the rest unfolds and says why it helps.

May touch: its own widgets. Must never demand a field.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.records.incidents import IncidentForm
from safeplan.records.people import Person, shown_name
from ui.widgets.card import Unfold
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TooMuchNote
from ui.widgets.incident_words import children_words, kind_words
from ui.widgets.labels import Body
from ui.widgets.text_box import TextBox
from ui.widgets.when_field import WhenField

_LONG = ("witnesses", "injuries", "police", "medical")


class IncidentFields(QWidget):
    """`read()` gives an IncidentForm (DateImpossible when a typed day cannot be read)."""

    changed = Signal()

    def __init__(self, today: date, *, name: str, names_shown: bool, more_open: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name, self._names_shown = name, names_shown
        self._people: tuple[str, ...] = ()
        self.text = TextBox(
            name=f"{name}-text",
            accessible=self.tr("What happened, in your own words"),
            placeholder=self.tr("What happened, in your own words. One line is enough."),
            lines=4,
        )
        self.when = WhenField(today, name=f"{name}-when")
        self.place = TextBox(name=f"{name}-place", accessible=self.tr("Where"), lines=1)
        self.kinds = Choice(list(kind_words().items()), name=f"{name}-kinds", accessible=self.tr("What it was"))
        self.child = Choice(
            list(children_words().items()),
            name=f"{name}-children",
            accessible=self.tr("Children"),
            several=False,
        )
        self._who_place = QWidget()
        self._who_column = QVBoxLayout(self._who_place)
        self._who_column.setContentsMargins(0, 0, 0, 0)
        self.who: Choice | None = None
        self.long = {
            part: TextBox(name=f"{name}-{part}", accessible=words, lines=2) for part, words in self._labels()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.text)
        column.addWidget(TooMuchNote(self.text))
        column.addWidget(Body(self.tr("Someone else may read this one day."), "small", name=f"{name}-reader"))
        column.addWidget(self.when)
        self.more = Unfold(
            self.tr("Add more"),
            self._more(),
            name=f"{name}-more",
            why=self.tr("Each part can stay empty."),
            open_=more_open,
        )
        column.addWidget(self.more)
        self.show_people(())
        self._listen()

    def _labels(self) -> list[tuple[str, str]]:
        return [
            ("witnesses", self.tr("Who saw or heard it")),
            ("injuries", self.tr("What it did to you")),
            ("police", self.tr("Police")),
            ("medical", self.tr("Doctor, ambulance")),
        ]

    def _more(self) -> QWidget:
        why = {
            "witnesses": self.tr("Names or “the neighbour below”: others can confirm it."),
            "injuries": self.tr("Where, how large compared with a coin or a hand, which colour, what hurts."),
            "police": self.tr("Number called, time, name of the officer, number of the statement, what was said."),
            "medical": self.tr("Where, who, when, number of the paper."),
        }
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(LabelledField(self.tr("Where"), self.place, why=self.tr("A room or a street is enough.")))
        column.addWidget(
            LabelledField(
                self.tr("Who was there"),
                self._who_place,
                why=self.tr("From your list of people. You can add to it there."),
            )
        )
        column.addWidget(LabelledField(self.tr("What it was"), self.kinds, why=self.tr("Helps to find it again.")))
        column.addWidget(
            LabelledField(
                self.tr("Children"), self.child, why=self.tr("Only what the child said by itself, in its words.")
            )
        )
        for part, words in self._labels():
            column.addWidget(LabelledField(words, self.long[part], why=why[part]))
        return inside

    def _listen(self) -> None:
        for box in (self.text, self.place, *self.long.values()):
            box.changed.connect(self.changed)
        for choice in (self.kinds, self.child, self.when):
            choice.changed.connect(self.changed)

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer these people; what was chosen stays chosen."""
        chosen = self.who.chosen() if self.who is not None else self._people
        while self._who_column.count():
            item = self._who_column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.who = None
        if not people:
            self._people = tuple(chosen)
            self._who_column.addWidget(Body(self.tr("Nobody is on your list yet."), "muted"))
            return
        options = [(person.id, shown_name(person, self._names_shown)) for person in people]
        self.who = Choice(options, name=f"{self._name}-who", accessible=self.tr("Who was there"), chosen=chosen)
        self.who.changed.connect(self.changed)
        self._who_column.addWidget(self.who)

    def read(self) -> IncidentForm:
        """What is written. Raises DateImpossible."""
        return IncidentForm(
            text=self.text.text(),
            happened=self.when.read(),
            place=self.place.text(),
            people=self.who.chosen() if self.who is not None else self._people,
            kinds=self.kinds.chosen(),
            children_present=self.child.one(),
            **{part: box.text() for part, box in self.long.items()},
        )

    def show_form(self, form: IncidentForm) -> None:
        """Put a kept form into the fields."""
        self.text.set_text(form.text)
        self.when.show_happened(form.happened)
        self.place.set_text(form.place)
        self._people = form.people
        if self.who is not None:
            self.who.set_chosen(form.people)
        self.kinds.set_chosen(form.kinds)
        self.child.set_chosen([form.children_present] if form.children_present else [])
        for part in _LONG:
            self.long[part].set_text(getattr(form, part))

    def is_blank(self) -> bool:
        """True when nothing at all is written or chosen."""
        return not any(value for key, value in self.draft().items() if key != "when")

    def draft(self) -> dict[str, str]:
        """Every field as it stands."""
        who = self.who.chosen() if self.who is not None else self._people
        return {
            "text": self.text.text(),
            "place": self.place.text(),
            "who": ",".join(who),
            "kinds": ",".join(self.kinds.chosen()),
            "children": self.child.one(),
            **{part: box.text() for part, box in self.long.items()},
            **self.when.draft(),
        }

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back; the cursor stands where the writing broke off, not before its first word."""
        self.text.set_text(fields.get("text", ""))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.place.set_text(fields.get("place", ""))
        self._people = tuple(part for part in fields.get("who", "").split(",") if part)
        if self.who is not None:
            self.who.set_chosen(self._people)
        self.kinds.set_chosen(part for part in fields.get("kinds", "").split(",") if part)
        self.child.set_chosen([fields["children"]] if fields.get("children") else [])
        for part, box in self.long.items():
            box.set_text(fields.get(part, ""))
            box.moveCursor(QTextCursor.MoveOperation.End)
        self.when.restore(fields)
        if any(fields.get(part) for part in ("place", "who", "kinds", "children", *_LONG)):
            self.more.button.setChecked(True)

    def clear(self) -> None:
        """Empty everything."""
        self.restore({})
