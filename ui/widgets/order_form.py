"""What stands on the paper of an order: its kind, three dates, start and end, what it forbids.

May touch: its own widgets. Must never demand a date, never change what she typed, and never drop the kind or whom the
order is against because neither is offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from safeplan.content.facts import Region
from safeplan.content.order_words import OrderWords
from safeplan.records.deadlines import earlier
from safeplan.records.orders import OrderForm
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading
from ui.widgets.missing_line import MissingLine
from ui.widgets.text_box import TextBox
from ui.widgets.typed_moment import as_typed, read_moments, say_faults

OWN = "own"
_DATES = ("issued", "handed_over", "copy_received", "paper_start", "paper_end")
_LINES = ("name", "number", "issued_by")


class OrderFields(Card):
    """read() gives an OrderForm; a day that cannot be read is marked at its field."""

    changed = Signal()

    def __init__(
        self, words: OrderWords, region: Region | None, people: Sequence[tuple[str, str]], today: date, *, name: str
    ) -> None:
        say = words.page
        super().__init__(say.form_title, name=name)
        self._say, self._today, self._name = say, today, name
        kinds = [(one.id, one.name) for one in (region.orders if region is not None else ())]
        self.kind = Choice(
            [*kinds, (OWN, say.kind_own)], name=f"{name}-kind", accessible=say.kind, several=False, may_be_none=True
        )
        # As it is kept: it counts where the pack has no chip for it, until she chooses another.
        self._kept_kind = ""
        self.lines = {one: TextLine(name=f"{name}-{one}") for one in _LINES}
        self.dates = {one: TextLine(name=f"{name}-{one}", placeholder=say.day_hint) for one in _DATES}
        self.fields = {
            one: LabelledField(
                getattr(say, one), self.dates[one], why=say.handed_over_why if one == "handed_over" else ""
            )
            for one in _DATES
        }
        self.against: Choice | None = None
        # Whom it is against while no chip stands for that person: not read yet, or no longer somebody who harms.
        self._against = ""
        self._offered: tuple[tuple[str, str], ...] = ()
        self._against_group: LabelledField | None = None
        self._against_place = Column(spacing=0)
        self._against_place.hide()
        self.terms = TextBox(name=f"{name}-terms", accessible=say.terms, placeholder=say.terms_hint, lines=2)
        self.own_name = LabelledField(say.name, self.lines["name"])
        self.nothing = MissingLine(say.one_is_enough, name=f"{name}-error")
        self.add(LabelledField(say.kind, self.kind), self.own_name)
        self.add(Heading(say.dates, 3))
        self.add(*(self.fields[one] for one in _DATES[:3]))
        self.add(Heading(say.paper, 3), Body(say.paper_why, "small"))
        self.add(columns(self.fields["paper_start"], self.fields["paper_end"], narrowest=300))
        self.add(LabelledField(say.terms, self.terms))
        rest = [LabelledField(getattr(say, one), self.lines[one]) for one in ("number", "issued_by")]
        self.add(columns(*rest, narrowest=300))
        self.add(self._against_place, self.nothing)
        self.show_people(people)
        self.kind.changed.connect(self._touched)
        for line in (*self.lines.values(), *self.dates.values()):
            line.textChanged.connect(self._touched)
        self.terms.changed.connect(self._touched)
        self._touched()

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these (id, name); what was chosen stays chosen."""
        if tuple(people) == self._offered:
            return
        chosen, self._offered = self._chosen(), tuple(people)
        if self._against_group is not None:
            self._against_group.hide()
            self._against_group.deleteLater()
            self.against = self._against_group = None
        self._against_place.setVisible(bool(people))
        if people:
            label, name = self._say.against, f"{self._name}-against"
            self.against = Choice(people, name=name, accessible=label, several=False)
            self.against.changed.connect(self._against_pressed)
            self._against_group = LabelledField(label, self.against)
            self._against_place.add(self._against_group)
        self._choose(chosen)

    def _chosen(self) -> str:
        return (self.against.one() if self.against is not None else "") or self._against

    def _choose(self, person_id: str) -> None:
        offered = self.against is not None and person_id in self.against.chips
        self._against = "" if offered else person_id
        if self.against is not None:
            self.against.set_chosen([person_id] if offered else [])

    def _against_pressed(self) -> None:
        """She chose somebody, or nobody: nothing older stands behind it."""
        self._against = ""
        self._touched()

    def _kind(self) -> str:
        """The chip that is pressed, or the kind that has none."""
        return self.kind.one() or ("" if self._kept_kind in self.kind.chips else self._kept_kind)

    def read(self) -> OrderForm:
        """What she filled in. Raises DateImpossible, with a sentence at every field at fault."""
        say = self._say
        found, faults = read_moments(self.dates, self.fields, self._today, say.day_unreadable, near=True)
        if found["paper_start"] and found["paper_end"] and earlier(found["paper_end"], found["paper_start"]):
            faults.append((self.fields["paper_end"], say.end_before_start))
        say_faults(faults)
        kind = self._kind()
        return OrderForm(
            kind="" if kind == OWN else kind,
            name=self.lines["name"].text() if self.kind.one() in ("", OWN) else "",
            number=self.lines["number"].text(),
            issued_by=self.lines["issued_by"].text(),
            against=self._chosen(),
            terms=self.terms.text(),
            **found,
        )

    def show_form(self, form: OrderForm) -> None:
        """Put a kept order into the fields."""
        self._kept_kind = form.kind
        self.kind.set_chosen([form.kind or OWN] if form.kind or form.name else [])
        for one in _LINES:
            self.lines[one].setText(getattr(form, one))
        for one in _DATES:
            self.dates[one].setText(as_typed(getattr(form, one)))
        self._choose(form.against)
        self.terms.set_text(form.terms)
        self._touched()

    def say_nothing_written(self) -> None:
        """One field is enough; which one is hers to say."""
        self.nothing.say()

    def draft(self) -> dict[str, str]:
        """The fields as they stand, readable or not; those that are empty left out."""
        found = {one: line.text() for one, line in (*self.lines.items(), *self.dates.items())}
        found |= {"kind": self.kind.one(), "kept_kind": self._kept_kind}
        found |= {"against": self._chosen(), "terms": self.terms.text()}
        return {one: text for one, text in found.items() if text.strip()}

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self._kept_kind = fields.get("kept_kind", "")
        self.kind.set_chosen([fields.get("kind", "")])
        for one, line in (*self.lines.items(), *self.dates.items()):
            line.setText(fields.get(one, ""))
        self._choose(fields.get("against", ""))
        self.terms.set_text(fields.get("terms", ""))
        self._touched()

    def _touched(self) -> None:
        self.own_name.setVisible(self.kind.one() == OWN)
        self.nothing.hide()
        self.changed.emit()
