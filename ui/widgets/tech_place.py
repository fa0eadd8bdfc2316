"""One place of the technology check: where to look, what to keep first, what it could also be, and the answer.

May touch: its own widgets. Must never say more about "saw nothing" than that nothing was seen, and never offer to
change something before it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from safeplan.content.techcheck import CheckWords, Part, Place
from safeplan.records.looked import NOTHING, SAW, UNSURE, Looked
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Badge, Body
from ui.widgets.tech_words import answer_words, change_words, look_words
from ui.widgets.text_box import TextBox


@dataclass(frozen=True)
class PlaceView:
    """What stands around a place. `next_step`: words of its first step; `leads`: (part id, title)."""

    words: CheckWords
    part: Part
    next_step: str
    leads: Sequence[tuple[str, str]]
    together: bool
    writes: bool


class PlaceCard(Card):
    """`answered(id, state)` on a press, `noted(id)` while she writes, `look_at(part)` and `steps` for the way on."""

    answered = Signal(str, str)
    noted = Signal(str)
    look_at = Signal(str)
    steps = Signal()

    def __init__(self, place: Place, view: PlaceView) -> None:
        self._name = f"tech-{place.id}"
        super().__init__(name=self._name)
        self.setAccessibleName(place.title)
        self.body.setSpacing(7)
        self.place, self._view = place, view
        self._known: Looked | None = None
        self.note: TextBox | None = None
        title = Body(place.title, name=f"{self._name}-title")
        title.setProperty("level", "2")
        badges = [Badge(words, "plain") for words in (look_words(place.look), change_words(place.change)) if words]
        self.add(title, flow(*badges), Body(place.where))
        if view.together:
            ask = Body(self.tr("Ask each other: {question}").format(question=place.ask), "inset")
            self.add(Inset(ask, name=f"{self._name}-ask"))
        self.add(
            Body(self.tr("Keep first: {text}").format(text=place.keep), name=f"{self._name}-keep"),
            Body(self.tr("It could also be: {text}").format(text=place.otherwise), "muted"),
        )
        if view.writes:
            self._add_answers()
        else:
            self.add(self._next_step())

    def show_looked(self, known: Looked | None, day: str, *, today: bool) -> None:
        """Show this answer. `day` in words; `today` False: it can be looked at again. A field stays as it is."""
        if not self._view.writes:
            return
        self._known = known
        state = known.state if known else ""
        self.choice.set_chosen([state])
        words = self._view.words
        means = {SAW: words.saw, UNSURE: words.unsure, NOTHING: f"{words.nothing} {self._view.part.missed}"}
        self.means.setText(means.get(state, ""))
        self.means.setVisible(bool(state))
        self.way_on.setVisible(state in (SAW, UNSURE))
        self.day.setText(self.tr("Looked at on {day}").format(day=day) if state else "")
        self.dated.setVisible(bool(state))
        self.again.setVisible(bool(state) and not today)
        if known is not None and known.note:
            self._open_note(known.note)
        self.add_note.setVisible(self.note is None)

    def note_text(self) -> str:
        """What stands in the note's field."""
        return self.note.text() if self.note is not None else ""

    # ── building ────────────────────────────────────────────────────────────────────────────────────────────────
    def _add_answers(self) -> None:
        place, options = self.place, answer_words(self.place.part)
        self.choice = Choice(
            tuple(options.items()), name=f"{self._name}-answer", accessible=place.title, several=False
        )
        for id_, chip in self.choice.chips.items():
            chip.set_words(options[id_], f"{options[id_]}: {place.title}")
        self.choice.changed.connect(self._pressed)
        self.means = Body("", name=f"{self._name}-means")
        self.day = Body("", "small", name=f"{self._name}-day")
        self.again = QuietButton(
            self.tr("Looked again, the same"),
            name=f"{self._name}-again",
            clicked=lambda: self.answered.emit(place.id, self.choice.one()),
            accessible=self.tr("Looked again, the same: {place}").format(place=place.title),
        )
        self.dated = beside(self.day, self.again, words_need=160)
        self.way_on = self._make_way_on()
        self.add_note = QuietButton(
            self.tr("Add a note"),
            name=f"{self._name}-add-note",
            icon="note-pencil",
            clicked=self._note_wanted,
            accessible=self.tr("Add a note: {place}").format(place=place.title),
        )
        self.add(self.choice, self.means, self.way_on, self.dated, self.add_note)
        self.show_looked(None, "", today=True)

    def _next_step(self) -> Body:
        words = self.tr("A next step: {step}").format(step=self._view.next_step)
        return Body(words, name=f"{self._name}-next-step")

    def _make_way_on(self) -> QWidget:
        buttons: list[QWidget] = [
            QuietButton(
                self.tr("Look next: {part}").format(part=title),
                name=f"{self._name}-lead-{part}",
                icon="arrow-right",
                clicked=partial(self.look_at.emit, part),
            )
            for part, title in self._view.leads
        ]
        buttons.append(
            QuietButton(
                self.tr("All steps that fit"),
                name=f"{self._name}-steps",
                icon="arrow-right",
                clicked=self.steps.emit,
                accessible=self.tr("All steps that fit what was seen"),
            )
        )
        return Inset(self._next_step(), flow(*buttons, spacing=4), name=f"{self._name}-way-on")

    def _pressed(self) -> None:
        self.answered.emit(self.place.id, self.choice.one())
        if self.choice.one():
            QAccessible.updateAccessibility(QAccessibleEvent(self.means, QAccessible.Event.Alert))

    def _note_wanted(self) -> None:
        self._open_note("")
        if self.note is not None:
            self.note.setFocus()

    def _open_note(self, text: str) -> None:
        if self.note is not None:
            return
        self.note = TextBox(name=f"{self._name}-note", lines=2)
        self.note.set_text(text)
        self.note.changed.connect(lambda: self.noted.emit(self.place.id))
        field = LabelledField(self.tr("My note"), self.note)
        self.add(field)
        field.show()
        self.note.setAccessibleName(self.tr("My note: {place}").format(place=self.place.title))
        self.add_note.hide()
