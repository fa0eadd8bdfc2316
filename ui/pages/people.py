"""People: who helps, who saw, whose safety matters, who hurts. Names are covered unless she shows them.

May touch: its own widgets and the people she kept. Must never show a full name, a number or a code word here unasked,
and never keep a person twice because a button was pressed twice.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.records import people, signals
from safeplan.records.people import ROLES, Person, PersonForm, shown_name
from safeplan.records.signals import Signal
from ui.background import Job, Session
from ui.keep_once import KeepOnce, back_to, clear_sent
from ui.page import Page, PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, Covered, EmptyState, Unfold
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine, TickBox
from ui.widgets.flow import columns, flow
from ui.widgets.hand_signal import HandSignal
from ui.widgets.labels import Badge, Body
from ui.widgets.person_glance import SignalsAtAGlance
from ui.widgets.role_words import ROLE_ICONS, role_words
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack

# The section of the guide about signals.
_GUIDE = "signals"


@dataclass(frozen=True)
class PeopleView:
    """Everyone kept, and every signal agreed with them."""

    people: tuple[Person, ...] = ()
    signals: tuple[Signal, ...] = ()


class PeoplePage(Page):
    """All people by role, and a name to add."""

    name = "people"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="people-scroll")
        self.layout_.addWidget(self.sheet)
        self._view = PeopleView()
        self._keeping = KeepOnce(context, self.name)
        self._shown: list[QWidget] = []
        self.who = TextLine(name="people-who")
        self.role = Choice(
            list(role_words().items()), name="people-role", several=False, chosen=["trusted"], may_be_none=False
        )
        self.card = self._make_form()
        self.sheet.add(self.card, self._make_hand())
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self.tr("People")

    def arrive(self, *, kept: Person | None = None, sent: dict[str, str] | None = None, **_arguments: Any) -> None:
        """Ask for everyone kept. `kept`: the person kept just now, of what stood in the form as `sent`."""
        self.arguments = {}
        if kept is not None:
            clear_sent(self, sent or {}, box="who")
            self._say_kept(kept)
        self._not_kept.setVisible(not self.context.has_store())
        if not self.who.text():
            self.context.load_draft(self.name, self._take_draft)
        if self.context.has_store():
            self._load()
        else:
            self.show_view(PeopleView())

    def show_view(self, view: PeopleView) -> None:
        """Show these people, one card for each role somebody has."""
        self._view = view
        for widget in self._shown:
            self.sheet.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        if not view.people:
            self._show_first(self._make_empty())
            return
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        words = role_words()
        cards: list[QWidget] = []
        for role in ROLES:
            those = [person for person in view.people if person.role == role]
            if those:
                card = Card(words[role], name=f"people-{role}")
                plain = [self._button(person, reveal=reveal) for person in those if not _partly(person)]
                partly = [person for person in those if _partly(person)]
                if plain:
                    card.add_row(*plain)
                card.add(*(self._line(person, reveal=reveal) for person in partly))
                cards.append(card)
        switch = TickBox(self.tr("Show full names"), name="people-names", checked=reveal)
        switch.toggled.connect(self._switch_names)
        self._show_first(switch, columns(*cards, narrowest=260), *([self._make_glance()] if view.signals else []))

    def collect_draft(self) -> dict[str, str]:
        """The name typed and not yet kept."""
        return {"who": self.who.text(), "role": self.role.one()} if self.who.text() else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put a typed name back."""
        self.who.setText(fields.get("who", ""))
        if fields.get("role") in ROLES:
            self.role.set_chosen([fields["role"]])
            self._say_several()

    def clear(self) -> None:
        """Ready for the next name."""
        self.forget_pending_draft()
        self.who.clear()
        self.role.set_chosen(["trusted"])
        self._say_several()

    def keep(self) -> None:
        """Keep the person; before the first passphrase it is asked for."""
        form = PersonForm(name=self.who.text(), role=self.role.one())
        if not form.name.strip():
            self.who_field.show_error(self.tr("A first name or two letters are enough."))
            self.who.setFocus()
            return
        context, sent = self.context, self.collect_draft()

        def kept(person: Person) -> None:
            context.clear_draft("people")
            back_to(context, "people", kept=person, sent=sent)

        self._keeping.keep(functools.partial(_add, form=form), kept, changes=("people",))

    def _make_form(self) -> Card:
        card = Card(self.tr("Add a person"), name="people-new")
        self.who_field = LabelledField(
            self.tr("Name"), self.who, why=self.tr("A first name, a nickname or two letters are enough.")
        )
        self.who.textChanged.connect(self.touch_draft)
        self.who.textChanged.connect(self.who_field.clear_error)
        self.who.returnPressed.connect(self.keep)
        self.role.changed.connect(self.touch_draft)
        self.role.changed.connect(self._say_several)
        self._several = Body(
            self.tr("There can be several, each with a name of their own: a husband, a mother-in-law, a brother."),
            "small",
            name="people-several",
        )
        self._not_kept = Body(self.tr("Not kept yet: hiding erases this."), "small", name="people-not-kept")
        card.add(self.who_field, LabelledField(self.tr("This person is"), self.role), self._several)
        card.add(self._not_kept)
        card.add_row(PrimaryButton(self.tr("Keep it"), name="people-keep", icon="check", clicked=self.keep))
        self._say_several()
        return card

    def _say_several(self) -> None:
        self._several.setVisible(self.role.one() == "harms")

    def _make_hand(self) -> Card:
        card = Card(name="people-hand-card")
        more = QuietButton(
            self.context.guide.section(_GUIDE).title,
            name="people-hand-guide",
            icon="book-open",
            clicked=functools.partial(self.context.go, "section", section_id=_GUIDE),
        )
        card.add(
            Unfold(
                self.tr("A signal for help with one hand"),
                stack(HandSignal(name="people-hand"), flow(more)),
                name="people-hand-fold",
                why=self.tr("Without words, in a video call or at a window. Four drawn steps, and its limits."),
            )
        )
        return card

    def _make_glance(self) -> Card:
        card = Card(name="people-signals-card")
        self.glance = Covered(
            self.tr("All code words and signs at a glance"), self._build_glance, name="people-signals"
        )
        card.add(self.glance)
        return card

    def _build_glance(self) -> QWidget:
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        return SignalsAtAGlance(self._view.people, self._view.signals, reveal=reveal, name="people-glance")

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

    def _button(self, person: Person, *, reveal: bool) -> SecondaryButton:
        words = shown_name(person, reveal)
        return SecondaryButton(
            words,
            name=f"people-person-{person.id}",
            icon=ROLE_ICONS[person.role],
            clicked=functools.partial(self.context.go, "person", person_id=person.id),
            accessible=self._said(words, partly=_partly(person)),
        )

    def _line(self, person: Person, *, reveal: bool) -> QWidget:
        badge = Badge(self.tr("not to be told everything"), "plain", name=f"people-partly-{person.id}")
        return beside(flow(self._button(person, reveal=reveal)), badge, words_need=120)

    def _said(self, words: str, *, partly: bool) -> str:
        if partly:
            return self.tr("{name}: open. Not to be told everything.").format(name=words)
        return self.tr("{name}: open").format(name=words)

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
        for person in self._view.people:
            button = self.findChild(SecondaryButton, f"people-person-{person.id}")
            if button is not None:
                words = shown_name(person, on)
                button.set_words(words, self._said(words, partly=_partly(person)))
        if self._view.signals and self.glance.shown:
            # Cover and show: the names stand in it too.
            self.glance.toggle()
            self.glance.toggle()

    def _say_kept(self, person: Person) -> None:
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        # The list may be scrolled out of sight while the next name is typed: the way in stands beside the word.
        self.context.tell(
            self.tr("Kept."),
            hint=self.tr("Press the name to add how to reach this person safely."),
            action=self._said(shown_name(person, reveal), partly=False),
            clicked=functools.partial(self.context.go, "person", person_id=person.id),
        )
        if self.isVisible():
            self.who.setFocus()


def _partly(person: Person) -> bool:
    return bool(person.not_told.strip())


def _load(session: Session, _job: Job) -> PeopleView:
    return PeopleView(people.list_people(session.database), signals.all_signals(session.database))


def _add(session: Session, _job: Job, *, form: PersonForm) -> Person:
    return people.add_person(session.database, session.clock, form)
