"""What she follows about pressure: what was wanted, the paper, the promise, a day to look again; and what came of it.

May touch: its own widgets. Must never say whether a promise was kept: that is hers to say.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.pressure_words import PressureWords
from safeplan.errors import DateImpossible
from safeplan.records.dates import parse_typed_date
from safeplan.records.pressure import Outcome, PressureNote
from ui.widgets.card import Card, Unfold
from ui.widgets.choices import Choice
from ui.widgets.column import HeldColumn
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.labels import Body
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox
from ui.widgets.typed_moment import as_typed


def typed_day(field: LabelledField, line: TextLine, today: date, words: PressureWords) -> str:
    """The day in a line, "" for none. Raises DateImpossible, with a sentence at the field."""
    field.clear_error()
    if not line.text().strip():
        return ""
    try:
        return parse_typed_date(line.text(), today, near=True)
    except DateImpossible:
        field.show_error(words.page.day_unreadable)
        line.setFocus()
        raise


class NoteFields(QWidget):
    """Parts that unfold, each of which may stay empty: read() gives a note without outcomes."""

    changed = Signal()

    def __init__(self, words: PressureWords, today: date, *, name: str, open_: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        say = words.page
        self._words, self._today = words, today
        self.asked = Choice(list(words.asked.items()), name=f"{name}-asked", accessible=say.asked_title)
        self.paper = Choice(list(words.paper.items()), name=f"{name}-paper", accessible=say.paper, several=False)
        self.paper_words = TextBox(name=f"{name}-paper_words", accessible=say.paper_words, lines=2)
        self.promised = TextBox(name=f"{name}-promised", accessible=say.promised, lines=2)
        self.look_again = TextLine(name=f"{name}-look_again", placeholder=say.look_again_hint)
        self._day = LabelledField(say.look_again, self.look_again)
        asked = stack(Body(say.asked_why, "small"), self.asked, spacing=6)
        offered = LabelledField(say.paper, self.paper)
        paper = stack(Body(say.paper_why, "small"), offered, LabelledField(say.paper_words, self.paper_words))
        promise = stack(Body(say.promise_why, "small"), LabelledField(say.promised, self.promised), self._day)
        self.parts = {
            "asked": Unfold(say.asked_title, asked, name=f"{name}-part-asked", open_=open_),
            "paper": Unfold(say.paper_title, paper, name=f"{name}-part-paper", open_=open_),
            "promise": Unfold(say.promise_title, promise, name=f"{name}-part-promise", open_=open_),
        }
        column = HeldColumn(self, spacing=2)
        for part in self.parts.values():
            column.addWidget(part)
        for field in (self.asked, self.paper, self.paper_words, self.promised):
            field.changed.connect(self.changed)
        self.look_again.textChanged.connect(self.changed)

    def read(self) -> PressureNote:
        """What she filled in. Raises DateImpossible, with a sentence at the field at fault."""
        return PressureNote(
            asked=self.asked.chosen(),
            paper=self.paper.one(),
            paper_words=self.paper_words.text(),
            promised=self.promised.text(),
            look_again=typed_day(self._day, self.look_again, self._today, self._words),
        )

    def show_note(self, note: PressureNote) -> None:
        """Put a kept note into the fields."""
        self.restore(
            {
                "asked": ",".join(note.asked),
                "paper": note.paper,
                "paper_words": note.paper_words,
                "promised": note.promised,
                "look_again": as_typed(note.look_again),
            }
        )

    def draft(self) -> dict[str, str]:
        """The fields as they stand; those that are empty left out."""
        found = {
            "asked": ",".join(self.asked.chosen()),
            "paper": self.paper.one(),
            "paper_words": self.paper_words.text(),
            "promised": self.promised.text(),
            "look_again": self.look_again.text(),
        }
        return {one: text for one, text in found.items() if text.strip()}

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back, and unfold what holds something."""
        self.asked.set_chosen([one for one in fields.get("asked", "").split(",") if one in self.asked.chips])
        self.paper.set_chosen([fields["paper"]] if fields.get("paper") in self.paper.chips else [])
        self.paper_words.set_text(fields.get("paper_words", ""))
        self.promised.set_text(fields.get("promised", ""))
        self.look_again.setText(fields.get("look_again", ""))
        held = {
            "asked": fields.get("asked"),
            "paper": fields.get("paper") or fields.get("paper_words"),
            "promise": fields.get("promised") or fields.get("look_again"),
        }
        for one, part in self.parts.items():
            if held[one]:
                part.button.setChecked(True)


class NoteForm(Card):
    """The note beside an entry that stands already."""

    changed = Signal()

    def __init__(self, words: PressureWords, today: date, note: PressureNote, first_words: str, *, name: str) -> None:
        super().__init__(words.page.change_title, first_words, name=name)
        self._note = note
        self.fields = NoteFields(words, today, name=name, open_=True)
        self.add(self.fields)
        self.fields.show_note(note)
        self.fields.changed.connect(self.changed)

    def read(self) -> PressureNote:
        """The new note; what came of it stays. Raises DateImpossible."""
        return replace(self.fields.read(), outcomes=self._note.outcomes)

    def draft(self) -> dict[str, str]:
        """The fields as they stand."""
        return self.fields.draft()

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self.fields.restore(fields)

    def focus_first(self) -> None:
        """Where writing begins."""
        next(iter(self.fields.asked.chips.values())).setFocus()


class OutcomeForm(Card):
    """What came of it, on one day."""

    changed = Signal()

    def __init__(self, words: PressureWords, today: date, note: PressureNote, first_words: str, *, name: str) -> None:
        say = words.page
        super().__init__(say.outcome_title, first_words, name=name)
        self._words, self._today = words, today
        if note.promised:
            self.add(Body(say.promise_said.format(words=note.promised), name=f"{name}-promised"))
        self.words = TextBox(name=f"{name}-words", accessible=say.outcome_words, lines=2)
        self.on = TextLine(name=f"{name}-on", placeholder=say.day_hint)
        self.on.setText(as_typed(today.isoformat()))
        self._first_day = self.on.text()
        self.kept = Choice(list(words.kept.items()), name=f"{name}-kept", accessible=say.outcome_kept, several=False)
        self._day = LabelledField(say.outcome_on, self.on)
        self._written = LabelledField(say.outcome_words, self.words)
        self.add(self._written, self._day)
        asks = LabelledField(say.outcome_kept, self.kept)
        self.add(asks)
        # Without a promise there is nothing that could be kept.
        asks.setVisible(bool(note.promised))
        for field in (self.words, self.kept):
            field.changed.connect(self.changed)
        self.on.textChanged.connect(self.changed)

    def read(self) -> Outcome | None:
        """What came of it, None when nothing is said. Raises DateImpossible. Every field at fault says so."""
        nothing = self.words.is_blank() and not self.kept.one()
        if nothing:
            self._written.show_error(self._words.page.nothing_written)
        try:
            day = typed_day(self._day, self.on, self._today, self._words)
        finally:
            if nothing:
                self.words.setFocus()
        return None if nothing else Outcome(day, self.words.text(), self.kept.one())

    def draft(self) -> dict[str, str]:
        """The fields as they stand; the day counts only beside something else, or when it was changed."""
        found = {"words": self.words.text(), "kept": self.kept.one()}
        found = {one: text for one, text in found.items() if text.strip()}
        if found or self.on.text() != self._first_day:
            found["on"] = self.on.text()
        return found

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self.words.set_text(fields.get("words", ""))
        self.kept.set_chosen([fields["kept"]] if fields.get("kept") in self.kept.chips else [])
        self.on.setText(fields.get("on", self._first_day))

    def focus_first(self) -> None:
        """Where writing begins."""
        self.words.setFocus()
