"""What goes along beside the entries: files, names, parts of the report, fields, notes, the sheet of contacts.

May touch: its own widgets. Must never tick notes, contacts or full names by itself.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal

from safeplan.content.handing_words import HandingWords
from ui.hand_over_choice import Choice
from ui.widgets.card import Unfold
from ui.widgets.choices import Choice as Chips
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField, TextLine, TickBox
from ui.widgets.stack import stack


class TermsCard(Column):
    """`changed` after each change."""

    changed = Signal()

    def __init__(self, words: HandingWords) -> None:
        super().__init__(spacing=8)
        self._words = words
        say = words.page
        self.files = TickBox(
            self.tr("With the files, unchanged"),
            name="hand-over-files",
            checked=True,
            why=self.tr("Photos and recordings carry their own date and sometimes their place."),
        )
        self.names = TickBox(
            self.tr("With full names of people"),
            name="hand-over-names",
            why=self.tr(
                "Otherwise nicknames or first letters. Names you wrote inside the text stay as you wrote them."
            ),
        )
        self.notes = TickBox(say.what_notes, name="hand-over-notes")
        self.contacts = TickBox(say.what_contacts, name="hand-over-contacts", why=say.what_contacts_why)
        self.own = TextLine(name="hand-over-own_contact")
        self.own.textChanged.connect(self.changed)
        self._own_field = LabelledField(say.what_own_contact, self.own)
        self.parts = Chips(list(words.parts.items()), name="hand-over-parts", chosen=words.parts)
        self.fields = Chips(list(words.fields.items()), name="hand-over-fields", chosen=words.fields)
        for chips in (self.parts, self.fields):
            chips.changed.connect(self.changed)
        for box in (self.files, self.names, self.notes, self.contacts):
            box.toggled.connect(self.changed)
        self.add(
            self.files,
            self.names,
            Unfold(
                say.what_more,
                stack(
                    LabelledField(say.what_parts, self.parts),
                    LabelledField(say.what_fields, self.fields, why=say.what_fields_why),
                    self.notes,
                    self.contacts,
                    self._own_field,
                ),
                name="hand-over-along-more",
            ),
        )

    def show_choice(self, choice: Choice) -> None:
        """Show what is chosen; says nothing."""
        for box, on in (
            (self.files, choice.with_files),
            (self.names, choice.with_names),
            (self.notes, choice.with_notes),
            (self.contacts, choice.contacts_sheet),
        ):
            with QSignalBlocker(box):
                box.set_checked(on)
        self.parts.set_chosen(choice.parts)
        self.fields.set_chosen(going(self._words, choice))
        self._own_field.setVisible(choice.contacts_sheet)
        if self.own.text().strip() != choice.own_contact.strip():
            with QSignalBlocker(self.own):
                self.own.setText(choice.own_contact)

    def read(self, choice: Choice) -> Choice:
        """The choice with what stands here."""
        together, before = self._words.together, going(self._words, choice)
        now = set(self.fields.chosen())
        out = set(choice.fields_out)
        for id_, names in together.items():
            if (id_ in now) != (id_ in before):
                out = out - set(names) if id_ in now else out | set(names)
        return replace(
            choice,
            with_files=self.files.is_checked(),
            with_names=self.names.is_checked(),
            with_notes=self.notes.is_checked(),
            contacts_sheet=self.contacts.is_checked(),
            own_contact=self.own.text(),
            parts=self.parts.chosen(),
            fields_out=tuple(name for names in together.values() for name in names if name in out),
        )


def going(words: HandingWords, choice: Choice) -> tuple[str, ...]:
    """Ids of the parts of an entry that go along."""
    out = set(choice.fields_out)
    return tuple(id_ for id_, names in words.together.items() if not out & set(names))
