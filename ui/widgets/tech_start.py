"""The beginning of the technology check: what holds for all of it, who sits here now, and the way to each part.

May touch: its own widgets. Must never ask who helps, and never press for more than one part.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.techcheck import Part, TechCheck
from safeplan.records.looked import Looked
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import source_day
from ui.widgets.stack import stack
from ui.widgets.tech_column import TechColumn
from ui.widgets.tech_words import AFTER


def about_card(check: TechCheck) -> Card:
    """What comes before the first look."""
    card = Card(name="tech-about")
    first, *others = check.words.about
    words = Body(first, name="tech-about-first")
    words.setProperty("level", "3")
    card.body.setSpacing(6)
    card.add(words, *(Body(one) for one in others))
    return card


class WithCard(Card):
    """Alone or together; `changed(together)`. Nothing of it is kept."""

    changed = Signal(bool)

    def __init__(self, check: TechCheck, *, together: bool) -> None:
        super().__init__(name="tech-with")
        self.body.setSpacing(8)
        options = (("alone", self.tr("I am alone")), ("together", self.tr("With someone")))
        self.choice = choice = Choice(
            options,
            name="tech-with-choice",
            accessible=self.tr("Who looks now?"),
            several=False,
            chosen=["together" if together else "alone"],
            may_be_none=False,
        )
        choice.changed.connect(lambda: self.changed.emit(choice.one() == "together"))
        title = stack(
            Heading(self.tr("Who looks now?"), 2), Body(self.tr("This is not kept, and no name."), "small"), spacing=2
        )
        self.add(beside(title, choice, words_need=200))
        if together:
            self.add(Inset(*(Body(one, "inset") for one in check.words.together), name="tech-together-hints"))
        else:
            self.add(Body(check.words.alone, "muted", name="tech-alone-hint"))


class PartRow(QWidget):
    """A part with the way to it, and what was answered there; `wanted(part id)`."""

    wanted = Signal(str)

    def __init__(self, part: Part, answers: Mapping[str, Looked], *, writes: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        those = [answers[one.id] for one in part.places if one.id in answers and answers[one.id].state]
        said = self.tr("Looked at: {done} of {count}.").format(done=len(those), count=len(part.places))
        if any(one.noticed for one in those):
            said = self.tr("{looked} Something was noticed.").format(looked=said)
        lines: list[QWidget] = [Heading(part.title, 3), Body(part.why, "small")]
        if those and writes:
            lines.append(Body(said, "small", name=f"tech-part-{part.id}-said"))
        button = SecondaryButton(
            self.tr("Open"),
            name=f"tech-open-{part.id}",
            clicked=lambda: self.wanted.emit(part.id),
            accessible=self.tr("{name}: open").format(name=part.title),
        )
        column.addWidget(beside(stack(*lines, spacing=2), button, words_need=160))


class StartView(TechColumn):
    """All of it. `with_changed(together)` and `remove` besides the ways on."""

    with_changed = Signal(bool)
    remove = Signal()

    def __init__(self, check: TechCheck, answers: Mapping[str, Looked], *, together: bool, writes: bool) -> None:
        super().__init__(name="tech-start", together=together)
        self._check, self._answers, self._writes = check, answers, writes
        self._card = Card(self.tr("Where to look"), name="tech-parts")
        self._card.body.setSpacing(16)
        rows = (partial(self._add_row, one) for one in check.parts)
        self.build([partial(self._add_head, together=together), self._add_card, *rows, self._add_rest])

    def _add_head(self, *, together: bool) -> None:
        who = WithCard(self._check, together=together)
        who.changed.connect(self.with_changed)
        self.first = who.choice.chips["together" if together else "alone"]
        self.add(about_card(self._check), who)

    def _add_card(self) -> None:
        self.add(self._card)

    def _add_row(self, part: Part) -> None:
        row = PartRow(part, self._answers, writes=self._writes)
        row.wanted.connect(self.go)
        self._card.add(row)

    def _add_rest(self) -> None:
        after = SecondaryButton(
            self.tr("What follows: steps that fit"),
            name="tech-open-after",
            icon="path",
            clicked=lambda: self.go.emit(AFTER),
        )
        self.add(flow(after))
        if self._answers:
            remove = QuietButton(
                self.tr("Remove all answers and notes of this check"),
                name="tech-remove",
                icon="trash",
                clicked=self.remove.emit,
            )
            self.add(flow(remove))
        words = self.tr("Not yet reviewed by a specialist.")
        if self._check.reviewed_by:
            day = source_day(self._check.reviewed_on, self._check.language)
            words = self.tr("Reviewed by {who}, {day}.").format(who=self._check.reviewed_by, day=day)
        self.add(Body(words, "small", name="tech-review"))
