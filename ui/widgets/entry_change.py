"""The fields for changing an entry: what stands there now, and a line for what changes and why.

May touch: its own widgets. Must never lose a person or a word that the fields do not show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from safeplan.policy import FieldRules
from safeplan.records.incidents import IncidentForm
from safeplan.records.people import Person
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField
from ui.widgets.flow import flow
from ui.widgets.incident_form import IncidentFields
from ui.widgets.text_box import TextBox


class EntryChange(Card):
    """`read()` gives the form and the reason; `draft()` is empty while nothing differs."""

    changed = Signal()

    def __init__(
        self,
        form: IncidentForm,
        people: Sequence[Person],
        today: Callable[[], date],
        *,
        names_shown: bool,
        language: str,
        rules: FieldRules,
        pictures: Mapping[str, str],
        keep: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(name="entry-change-card")
        self._form = form
        self._known = {person.id for person in people}
        # What is left out of new entries can be corrected all the same where it was written.
        rules = rules._replace(hidden=())
        self.fields = IncidentFields(
            today, name="entry", names_shown=names_shown, more_open=True, language=language, rules=rules
        )
        self.fields.show_people(people)
        self.fields.show_pictures(pictures)
        self.fields.show_form(form)
        self.reason = TextBox(name="entry-reason-box", lines=2)
        self._before = self._all_fields()
        self._when_before = self.fields.when.draft()
        self.add(
            self.fields,
            LabelledField(
                self.tr("What changes, and why"),
                self.reason,
                why=self.tr("May stay empty. For example: “Saw the date on the receipt”."),
            ),
            flow(
                PrimaryButton(self.tr("Keep it"), name="entry-keep", icon="check", clicked=keep),
                SecondaryButton(self.tr("Leave it as it was"), name="entry-leave", clicked=leave),
                spacing=10,
            ),
        )
        self.fields.changed.connect(self.changed)
        self.reason.changed.connect(self.changed)

    def read(self) -> tuple[IncidentForm, str]:
        """What is written now. Raises DateImpossible."""
        read = self.fields.read()
        # Somebody taken off her list has no chip to choose; a change must not drop them unasked.
        off_the_list = tuple(id_ for id_ in self._form.people if id_ not in self._known | set(read.people))
        people = read.people + off_the_list
        if set(people) == set(self._form.people):
            people = self._form.people
        # The fields show a date less finely than it may be kept: untouched, it stays as it is.
        happened = read.happened if self.fields.when.draft() != self._when_before else self._form.happened
        return replace(read, people=people, happened=happened), self.reason.text()

    def draft(self) -> dict[str, str]:
        """Every field as it stands, {} while nothing differs from the entry."""
        now = self._all_fields()
        return {} if now == self._before else now

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self.fields.restore(fields)
        self.reason.set_text(fields.get("reason", ""))

    def _all_fields(self) -> dict[str, str]:
        return {**self.fields.draft(), "reason": self.reason.text()}
