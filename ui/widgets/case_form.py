"""What a case is about: its name, number, where it lies, what the law calls it, and what belongs to it.

May touch: its own widgets. Must never demand a field.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from safeplan.content.facts import Region
from safeplan.records.cases import CaseForm
from safeplan.records.orders import Order
from safeplan.records.people import shown_name
from ui.widgets.card import Card
from ui.widgets.case_days import Present
from ui.widgets.case_entries import EntryChoice
from ui.widgets.case_item_form import Helpers
from ui.widgets.case_store import CaseView
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns
from ui.widgets.missing_line import MissingLine
from ui.widgets.pick import Pick
from ui.widgets.text_box import TextBox

_LINES = ("name", "number", "body", "article")
_NONE = "none"


class CaseFields(Card):
    """read() gives a CaseForm, or None when everything is empty."""

    changed = Signal()

    def __init__(self, view: CaseView, now: Present, helpers: Helpers, *, name: str) -> None:
        say = now.words.page
        super().__init__(say.case_form, name=name)
        self._now, self._before = now, view.case.form.offence
        self.lines = {one: TextLine(name=f"{name}-{one}") for one in _LINES}
        self.lines["body"].setPlaceholderText(say.body_hint)
        offences = [(one.id, one.title) for one in (now.region.offences if now.region is not None else ())]
        self.offence = Pick([(_NONE, say.offence_none), *offences], name=f"{name}-offence")
        self.on_complaint = Choice(
            [("yes", say.yes), ("no", say.no), ("unknown", say.unknown)], name=f"{name}-on_complaint", several=False
        )
        self.entries = EntryChoice(
            now.words, view.entries.values(), view.newest, helpers.look, several=True, name=f"{name}-entries"
        )
        self.orders = Choice(
            [(one.id, order_name(one, now.region, say.nameless)) for one in view.orders], name=f"{name}-orders"
        )
        people = [(one.id, shown_name(one, now.names_shown)) for one in view.people]
        self.people = Choice(people, name=f"{name}-people")
        self.notes = TextBox(name=f"{name}-notes", lines=3)
        self.nothing = MissingLine(say.one_is_enough, name=f"{name}-error")
        self.add(LabelledField(say.name, self.lines["name"]))
        self.add(
            columns(
                LabelledField(say.case_number, self.lines["number"]),
                LabelledField(say.case_body, self.lines["body"]),
                narrowest=300,
            )
        )
        self.add(LabelledField(say.entries, self.entries))
        if offences:
            self.add(LabelledField(say.offence, self.offence, why=say.offence_why))
        self.add(LabelledField(say.article, self.lines["article"]))
        self.add(LabelledField(say.on_complaint, self.on_complaint, why=say.on_complaint_why))
        if view.orders:
            self.add(LabelledField(say.orders, self.orders))
        if people:
            self.add(LabelledField(say.people, self.people))
        self.add(LabelledField(say.notes, self.notes), self.nothing)
        self.show_form(view.case.form)
        for line in self.lines.values():
            line.textChanged.connect(self._touched)
        for part in (self.on_complaint, self.entries, self.orders, self.people, self.notes):
            part.changed.connect(self._touched)
        self.offence.currentIndexChanged.connect(self._touched)

    def read(self) -> CaseForm | None:
        """What she filled in."""
        form = CaseForm(
            **{one: line.text() for one, line in self.lines.items()},
            offence=self._told(self.offence.one()),
            on_complaint=self.on_complaint.one(),
            incidents=self.entries.chosen(),
            orders=self.orders.chosen(),
            people=self.people.chosen(),
            notes=self.notes.text(),
        )
        if any((*(line.text().strip() for line in self.lines.values()), form.notes.strip(), form.incidents)):
            return form
        if form.offence or form.on_complaint or form.orders or form.people:
            return form
        self.nothing.say()
        self.lines["name"].setFocus()
        return None

    def show_form(self, form: CaseForm) -> None:
        """Put a kept case into the fields."""
        for one, line in self.lines.items():
            line.setText(getattr(form, one))
        self.offence.set_one(form.offence or _NONE)
        self.on_complaint.set_chosen([form.on_complaint] if form.on_complaint else [])
        self.entries.set_chosen(form.incidents)
        self.orders.set_chosen(form.orders)
        self.people.set_chosen(form.people)
        self.notes.set_text(form.notes)

    def draft(self) -> dict[str, str]:
        """Every field as it stands, also empty ones: an emptied field is a change too."""
        found = {one: line.text() for one, line in self.lines.items()}
        found |= {"offence": self.offence.one(), "on_complaint": self.on_complaint.one(), "notes": self.notes.text()}
        for one in ("entries", "orders", "people"):
            found[one] = ",".join(getattr(self, one).chosen())
        return found

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        lists = {one: tuple(filter(None, fields.get(one, "").split(","))) for one in ("entries", "orders", "people")}
        offence = fields.get("offence", "")
        self.show_form(
            CaseForm(
                **{one: fields.get(one, "") for one in _LINES},
                offence="" if offence == _NONE else offence,
                on_complaint=fields.get("on_complaint", ""),
                incidents=lists["entries"],
                orders=lists["orders"],
                people=lists["people"],
                notes=fields.get("notes", ""),
            )
        )

    def _told(self, picked: str) -> str:
        """What another country's pack called it stays, though this one has no words for it."""
        if picked == _NONE:
            return "" if self.offence.findData(self._before) >= 0 else self._before
        return picked

    def _touched(self) -> None:
        self.nothing.hide()
        self.changed.emit()


def order_name(order: Order, region: Region | None, nameless: str) -> str:
    """The pack's name for its kind, or hers."""
    for one in region.orders if region is not None else ():
        if one.id == order.form.kind:
            return one.name
    return order.form.name or order.form.number or nameless
