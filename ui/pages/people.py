"""People: who helps, who saw, whose safety matters, who hurts. Names are covered unless she shows them.

May touch: its own widgets and the people she kept. Must never show a full name, a number or a code word here unasked.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.records import people
from safeplan.records.people import ROLES, Person, PersonForm, shown_name
from ui.background import Job, Session
from ui.page import Page, PageContext
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine, TickBox
from ui.widgets.flow import columns
from ui.widgets.labels import Body
from ui.widgets.role_words import ROLE_ICONS, role_words
from ui.widgets.scroll_page import ScrollPage


class PeoplePage(Page):
    """All people by role, and a name to add."""

    name = "people"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="people-scroll")
        self.layout_.addWidget(self.sheet)
        self._people: tuple[Person, ...] = ()
        self._shown: list[QWidget] = []
        self.who = TextLine(name="people-who")
        self.role = Choice(
            list(role_words().items()), name="people-role", several=False, chosen=["trusted"], may_be_none=False
        )
        self.card = self._make_form()
        self.sheet.add(self.card)
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self.tr("People")

    def arrive(self, **_arguments: Any) -> None:
        """Ask for everyone kept."""
        self._not_kept.setVisible(not self.context.has_store())
        if not self.who.text():
            self.context.load_draft(self.name, self._take_draft)
        if self.context.has_store():
            self._load()
        else:
            self.show_view(())

    def show_view(self, view: tuple[Person, ...]) -> None:
        """Show these people, one card for each role somebody has."""
        self._people = view
        for widget in self._shown:
            self.sheet.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        if not view:
            self._show_first(self._make_empty())
            return
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        words = role_words()
        cards: list[QWidget] = []
        for role in ROLES:
            those = [person for person in view if person.role == role]
            if those:
                card = Card(words[role], name=f"people-{role}")
                card.add_row(*(self._line(person, reveal=reveal) for person in those))
                cards.append(card)
        switch = TickBox(self.tr("Show full names"), name="people-names", checked=reveal)
        switch.toggled.connect(self._switch_names)
        self._show_first(switch, columns(*cards, narrowest=220))

    def collect_draft(self) -> dict[str, str]:
        """The name typed and not yet kept."""
        return {"who": self.who.text(), "role": self.role.one()} if self.who.text() else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put a typed name back."""
        self.who.setText(fields.get("who", ""))
        if fields.get("role") in ROLES:
            self.role.set_chosen([fields["role"]])

    def clear(self) -> None:
        """Ready for the next name."""
        self.forget_pending_draft()
        self.who.clear()
        self.role.set_chosen(["trusted"])

    def keep(self) -> None:
        """Keep the person; before the first passphrase it is asked for."""
        form = PersonForm(name=self.who.text(), role=self.role.one())
        if not form.name.strip():
            self.who_field.show_error(self.tr("A first name or two letters are enough."))
            self.who.setFocus()
            return
        self.context.keep_first(functools.partial(self._keep, form))

    def _make_form(self) -> Card:
        card = Card(self.tr("Add a person"), name="people-new")
        self.who_field = LabelledField(
            self.tr("Name"), self.who, why=self.tr("A first name, a nickname or two letters are enough.")
        )
        self.who.textChanged.connect(self.touch_draft)
        self.who.textChanged.connect(self.who_field.clear_error)
        self.who.returnPressed.connect(self.keep)
        self.role.changed.connect(self.touch_draft)
        self._not_kept = Body(self.tr("Not kept yet: hiding erases this."), "small", name="people-not-kept")
        card.add(self.who_field, LabelledField(self.tr("This person is"), self.role), self._not_kept)
        card.add_row(PrimaryButton(self.tr("Keep it"), name="people-keep", icon="check", clicked=self.keep))
        return card

    def _make_empty(self) -> QWidget:
        card = Card(name="people-none")
        card.add(
            EmptyState(
                self.tr("Nobody is written down yet"),
                self.tr(
                    "Here you can note who you can ask, how to reach them safely, who saw or heard something,"
                    " and who hurts you. You only need a name; the rest can come later or never."
                ),
                self.tr("Aigul from work. Only by message, only before noon. Knows where the bag is."),
                name="people-empty",
                icon="users",
            )
        )
        return card

    def _show_first(self, *widgets: QWidget) -> None:
        for place, widget in enumerate(widgets):
            self.sheet.body.insertWidget(place, widget)
            self._shown.append(widget)

    def _line(self, person: Person, *, reveal: bool) -> SecondaryButton:
        words = shown_name(person, reveal)
        return SecondaryButton(
            words,
            name=f"people-person-{person.id}",
            icon=ROLE_ICONS[person.role],
            clicked=functools.partial(self.context.go, "person", person_id=person.id),
            accessible=self.tr("{name}: open").format(name=words),
        )

    def _take_draft(self, fields: dict[str, str]) -> None:
        if fields and not self.who.text():
            self.restore_draft(fields)

    def _load(self) -> None:
        self.context.background.run(self, _load, self.show_view, self.context.questions.tell_error)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if "people" in kinds and self.isVisible():
            self._load()

    def _switch_names(self, on: bool) -> None:  # noqa: FBT001
        self.context.change_setting("names_shown", on)
        for person in self._people:
            button = self.findChild(SecondaryButton, f"people-person-{person.id}")
            if button is not None:
                button.set_words(shown_name(person, on))

    def _keep(self, form: PersonForm) -> None:
        work = functools.partial(_add, form=form)
        self.context.background.run(self, work, self._kept, self.context.questions.tell_error, changes=("people",))

    def _kept(self, _person: Person) -> None:
        self.clear()
        self.context.clear_draft(self.name)
        self.context.go(self.name)
        self.context.tell(self.tr("Kept."), hint=self.tr("Press the name to add how to reach this person safely."))
        self.who.setFocus()


def _load(session: Session, _job: Job) -> tuple[Person, ...]:
    return people.list_people(session.database)


def _add(session: Session, _job: Job, *, form: PersonForm) -> Person:
    return people.add_person(session.database, session.clock, form)
