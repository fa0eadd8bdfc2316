"""One part of the technology check: its places one below the other, and the way to the next part.

May touch: its own widgets. Must never show a place before those that are looked at less visibly.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.clock import Clock, from_text
from safeplan.content.guide import Section
from safeplan.content.techcheck import Part, Place, TechCheck
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import her_now
from ui.widgets.stack import stack
from ui.widgets.tech_column import TechColumn
from ui.widgets.tech_keeping import LookedView
from ui.widgets.tech_place import PlaceCard, PlaceView
from ui.widgets.tech_words import AFTER, day_in_words


class PartView(TechColumn):
    """`answered(place id, state)` on a press, `noted(place id)` while she writes."""

    answered = Signal(str, str)
    noted = Signal(str)

    def __init__(
        self,
        check: TechCheck,
        part: Part,
        section: Section,
        view: LookedView,
        clock: Clock,
        *,
        together: bool,
        writes: bool,
    ) -> None:
        super().__init__(name="tech-part", together=together)
        self._check, self._part, self._section = check, part, section
        self._view, self._clock = view, clock
        self._together, self._writes = together, writes
        self.places: dict[str, PlaceCard] = {}
        self.build([self._add_head, *(partial(self._add_place, one) for one in part.places), self._add_turns])

    def show_answers(self, view: LookedView) -> None:
        """Show the answers as they are now."""
        self._view = view
        for card in self.places.values():
            self._show(card)

    def note_text(self, place: str) -> str:
        """What stands in the note of a place."""
        return self.places[place].note_text() if place in self.places else ""

    def _add_head(self) -> None:
        part = self._part
        words = stack(Heading(part.title, 2, name="tech-part-title"), Body(part.why, "muted"), spacing=4)
        self.add(beside(words, self.make_back()))

    def _add_place(self, place: Place) -> None:
        around = PlaceView(
            words=self._check.words,
            part=self._part,
            next_step=next(one.text for one in self._section.suggestions if one.id == place.steps[0]),
            leads=[(one, self._check.part(one).title) for one in place.leads],
            together=self._together,
            writes=self._writes,
        )
        card = PlaceCard(place, around)
        card.answered.connect(self.answered)
        card.noted.connect(self.noted)
        card.look_at.connect(self.go)
        card.steps.connect(partial(self.go.emit, AFTER))
        self.places[place.id] = card
        self._show(card)
        self.add(card)

    def _add_turns(self) -> None:
        buttons: list[QWidget] = []
        following = self._check.parts[self._check.parts.index(self._part) + 1 :]
        if following:
            buttons.append(
                SecondaryButton(
                    self.tr("Next: {title}").format(title=following[0].title),
                    name="tech-next",
                    icon="arrow-right",
                    clicked=partial(self.go.emit, following[0].id),
                )
            )
        buttons.append(
            SecondaryButton(
                self.tr("What follows: steps that fit"),
                name="tech-to-after",
                icon="path",
                clicked=partial(self.go.emit, AFTER),
            )
        )
        self.add(Body(self._part.missed, "muted", name="tech-missed"), flow(*buttons, spacing=10))

    def _show(self, card: PlaceCard) -> None:
        known = self._view.answers.get(card.place.id)
        day, today = "", True
        if known is not None:
            now = her_now(self._clock)
            day = day_in_words(known.changed_at, self._clock, self._check.language)
            today = from_text(known.changed_at).astimezone(now.tzinfo).date() == now.date()
        card.show_looked(known, day, today=today)
