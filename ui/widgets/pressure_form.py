"""One box, a day, and parts that unfold: who pressed, which words, what was wanted, a paper, a promise.

May touch: its own widgets. Must never demand a part, and never say what to answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.pressure_words import PressureWords
from safeplan.records import working_notes
from safeplan.records.incident_form import IncidentForm, Statement
from safeplan.records.pressure import PressureNote
from ui.widgets.card import Unfold
from ui.widgets.choices import Choice
from ui.widgets.column import HeldColumn
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.labels import Body
from ui.widgets.missing_line import MissingLine
from ui.widgets.pressure_note import NoteFields
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox
from ui.widgets.when_field import WhenField


class PressureFields(QWidget):
    """read() gives the entry and the note beside it, None when nothing is said."""

    changed = Signal()

    def __init__(self, words: PressureWords, today: Callable[[], date], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        say = words.page
        self._words, self._name = words, name
        self._chosen: tuple[str, ...] = ()
        self.text = TextBox(name=f"{name}-text", accessible=say.write, placeholder=say.write_hint, lines=3)
        self.when = WhenField(today, name=f"{name}-when")
        self.who = TextLine(name=f"{name}-who", placeholder=say.who_hint)
        self.said = TextBox(name=f"{name}-said", accessible=say.words, lines=2)
        self.people: Choice | None = None
        self._people_place = QWidget()
        self._people = QVBoxLayout(self._people_place)
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people_place.hide()
        who = stack(Body(say.who_why, "small"), self._people_place, LabelledField(say.who, self.who))
        who.add(LabelledField(say.words, self.said))
        self.who_part = Unfold(say.who_title, who, name=f"{name}-part-who")
        self.note = NoteFields(words, today(), name=f"{name}-note")
        self.nothing = MissingLine(say.nothing_written, name=f"{name}-error")
        column = HeldColumn(self, spacing=12)
        parts: tuple[QWidget, ...] = (
            LabelledField(say.write, self.text),
            LabelledField(say.when, self.when),
            stack(Body(say.skip, "small"), self.who_part, self.note, spacing=2),
            self.nothing,
        )
        for part in parts:
            column.addWidget(part)
        for field in (self.text, self.when, self.said, self.note):
            field.changed.connect(self.changed)
        self.who.textChanged.connect(self.changed)
        self.changed.connect(self.nothing.hide)

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these (id, name); what was chosen stays chosen."""
        chosen = self._chosen_people()
        while (item := self._people.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.people = None
        self._people_place.setVisible(bool(people))
        if people:
            say = self._words.page
            self.people = Choice(people, name=f"{self._name}-people", accessible=say.who_known)
            self.people.set_chosen([one for one in chosen if one in self.people.chips])
            self.people.changed.connect(self.changed)
            self._people.addWidget(LabelledField(say.who_known, self.people))

    def read(self) -> tuple[IncidentForm, PressureNote] | None:
        """The entry and its note. Raises DateImpossible, with a sentence at every field at fault."""
        try:
            note = self.note.read()
        finally:
            # Read although the other failed: both say at once what is wrong, and the upper one has the focus.
            happened = self.when.read()
        people, by = self._chosen_people(), self.who.text().strip()
        if not by and len(people) == 1:
            by = people[0]
        spoken = bool(self.said.text().strip() or self.who.text().strip())
        statement = (Statement(words=self.said.text(), by=by),) if spoken else ()
        text = self.text.text()
        if self.text.is_blank():
            # Without words of hers, what she chose is what stands in the list.
            text = ", ".join(self._words.asked[one] for one in note.asked)
        form = IncidentForm(text=text, happened=happened, people=people, said=statement)
        if not (text.strip() or people or statement) and working_notes.is_blank(note):
            self.nothing.say()
            self.text.setFocus()
            return None
        return form, note

    def is_blank(self) -> bool:
        """Nothing is written or chosen; a day alone is nothing."""
        return not any(text for one, text in self.draft().items() if not one.startswith("when_"))

    def draft(self) -> dict[str, str]:
        """The fields as they stand; those that are empty left out."""
        found = {"text": self.text.text(), "who": self.who.text(), "said": self.said.text()}
        found["people"] = ",".join(self._chosen_people())
        found |= {f"when_{one}": text for one, text in self.when.draft().items()}
        found |= {f"note_{one}": text for one, text in self.note.draft().items()}
        return {one: text for one, text in found.items() if text.strip()}

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self.text.set_text(fields.get("text", ""))
        # Where the writing broke off, not before its first word.
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.who.setText(fields.get("who", ""))
        self.said.set_text(fields.get("said", ""))
        self._chosen = tuple(one for one in fields.get("people", "").split(",") if one)
        if self.people is not None:
            self.people.set_chosen([one for one in self._chosen if one in self.people.chips])
        self.note.restore(_with(fields, "note_"))
        if any(fields.get(one) for one in ("who", "said", "people")):
            self.who_part.button.setChecked(True)
        self.when.restore(_with(fields, "when_"))

    def clear(self) -> None:
        """Nothing is written."""
        self.restore({})
        for part in (self.who_part, *self.note.parts.values()):
            part.button.setChecked(False)

    def _chosen_people(self) -> tuple[str, ...]:
        """Before her people are read, those of the draft."""
        return self._chosen if self.people is None else self.people.chosen()


def _with(fields: dict[str, str], start: str) -> dict[str, str]:
    return {one.removeprefix(start): text for one, text in fields.items() if one.startswith(start)}
