"""One person: what they must not be told first, then how to reach them safely; the rest unfolds and may stay empty.

May touch: its own widgets and the one person. Must never put a name, a number or a code word into a title.
"""

from __future__ import annotations

import functools
from dataclasses import asdict, dataclass, fields
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.records import people, signals
from safeplan.records.people import ROLES, Person, PersonForm, draft_name, shown_name
from safeplan.records.signals import Signal, SignalForm
from ui.background import Job, Session
from ui.page import Page, PageContext
from ui.widgets import person_fields
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, Covered, Unfold
from ui.widgets.choices import Choice
from ui.widgets.flow import flow
from ui.widgets.person_not_told import NotTold
from ui.widgets.person_signals import PersonSignals, as_draft, from_draft
from ui.widgets.role_words import role_words
from ui.widgets.scroll_page import ScrollPage

_FIELDS = tuple(field.name for field in fields(PersonForm))
# The field of a draft that holds all lines of signals.
_SIGNALS = "signals"


@dataclass(frozen=True)
class PersonView:
    """A person with the signals agreed with them."""

    person: Person
    signals: tuple[Signal, ...] = ()


class PersonPage(Page):
    """Everything about one person; every field may stay empty."""

    name = "person"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="person-scroll")
        self.layout_.addWidget(self.sheet)
        self._person: Person | None = None
        # What stands in the fields now. A covered field is no widget, so the values live here.
        self._values: dict[str, str] = {}
        self._kept_signals: tuple[SignalForm, ...] = ()
        self._signals: tuple[SignalForm, ...] = ()
        self._restored: dict[str, str] = {}

    def title(self) -> str:
        """Never a name."""
        return self.tr("Person")

    def arrive(self, **arguments: Any) -> None:
        """Ask for the person `person_id`."""
        wanted = str(arguments.get("person_id", ""))
        if self._person is not None and self._person.id != wanted:
            self._close()
        self.context.background.run(self, functools.partial(_load, id=wanted), self.show_view, self._gone)

    def show_view(self, view: PersonView) -> None:
        """Fill the page; what was typed and not kept comes back into its fields."""
        person = view.person
        same = self._person is not None and self._person.id == person.id
        typed = self.collect_draft() if same else {}
        self._person = person
        self._values = {name: text for name, text in asdict(person).items() if name in _FIELDS}
        self._kept_signals = self._signals = tuple(one.as_form() for one in view.signals)
        self._put(typed or self._restored)
        self._restored = {}
        self._build()
        if not typed:
            self.context.load_draft(draft_name(person.id), functools.partial(self._take_draft, person.id))

    def collect_draft(self) -> dict[str, str]:
        """The fields that differ from what is kept."""
        if self._person is None:
            return dict(self._restored)
        kept = asdict(self._person)
        changed = {name: text for name, text in self._values.items() if text != kept[name]}
        if self._signals != self._kept_signals:
            changed[_SIGNALS] = as_draft(self._signals)
        return {"id": self._person.id, **changed} if changed else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put typed fields back; before the person is loaded they wait."""
        if self._person is None:
            self._restored = dict(fields)
        elif self._put(fields):
            self._build()

    def save_draft_now(self) -> None:
        """One draft for each person: looking at the next one must not lose this one's."""
        self._quiet.stop()
        self._longest.stop()
        if self._person is not None:
            self.context.save_draft(draft_name(self._person.id), self.collect_draft())

    def clear(self) -> None:
        """Forget what is shown."""
        self.forget_pending_draft()
        self._person = None
        self._values = {}
        self._kept_signals = self._signals = ()
        self._restored = {}
        self.sheet.empty()

    def keep(self) -> None:
        """Write over what is kept about this person."""
        if self._person is None:
            return
        if any(not form.words.strip() for form in self._signals):
            self.context.tell(
                self.tr("One line under code words and signs says what happens, but not at which word or sign."),
                tone="warm",
                hint=self.tr("Press Show there and add the word or sign, or remove the line."),
            )
            return
        form = PersonForm(**self._values)
        work = functools.partial(_change, id=self._person.id, form=form, agreed=self._signals)
        kept = functools.partial(self._kept, self._standing())
        self.context.background.run(self, work, kept, self.context.questions.tell_error, changes=("people",))

    def _standing(self) -> dict[str, str]:
        """Every field as it stands, as a draft names them."""
        return {**self._values, _SIGNALS: as_draft(self._signals)}

    def ask_remove(self) -> None:
        """Inside the window, with the safe answer first."""
        self.context.questions.ask(
            self.tr("Remove this person"),
            self.tr(
                "Name, contact, notes, code words and signs are deleted for good. Steps of the plan stay, without"
                " this person. What you wrote about what happened stays, without this name."
            ),
            [("keep", self.tr("Leave it here")), ("remove", self.tr("Remove"))],
            self._answered,
            safe="keep",
        )

    # ── building ────────────────────────────────────────────────────────────────────────────────────────────────
    def _build(self) -> None:
        assert self._person is not None
        self.sheet.empty()
        self.not_told = NotTold(self._change_not_told)
        self.sheet.add(self.not_told, self._make_who(), self._make_more())
        self.not_told.show_text(self._values["not_told"])

    def _make_who(self) -> Card:
        assert self._person is not None
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        known = Person(id=self._person.id, **self._values)
        card = Card(shown_name(known, reveal), name="person-who")
        role = self._values["role"]
        card.add(
            person_fields.make_field(person_fields.nickname(), self._values, self._typed),
            Covered(person_fields.reach_title(role), self._build_reach, name="person-reach"),
        )
        safe = person_fields.safe_contact(role)
        if safe is not None:
            card.add(person_fields.make_field(safe, self._values, self._typed))
        return card

    def _make_more(self) -> Card:
        role = self._values["role"]
        card = Card(name="person-about")
        self.folds: dict[str, Unfold] = {}
        for group in person_fields.groups(role):
            written = any(self._values[asked.field].strip() for asked in group.asked if asked.field != "not_told")
            self.folds[group.id] = person_fields.make_fold(group, self._values, self._typed, open_=written)
            if group.id == "notes" and (role != "harms" or self._signals):
                card.add(Covered(self.tr("Code words and signs"), self._build_signals, name="person-signals"))
            card.add(self.folds[group.id])
        is_now = self.tr("This person is: {role}").format(role=role_words()[role])
        why = self.tr("Unfold to choose something else. What is written stays.")
        self.role_fold = Unfold(is_now, self._make_role(), name="person-fold-role", why=why)
        card.add(
            self.role_fold,
            flow(
                PrimaryButton(self.tr("Keep it"), name="person-keep", icon="check", clicked=self.keep),
                SecondaryButton(self.tr("Remove this person"), name="person-remove", clicked=self.ask_remove),
                QuietButton(self.tr("Back to people"), name="person-back", clicked=self._back),
                spacing=10,
            ),
        )
        return card

    def _make_role(self) -> Choice:
        self.role = Choice(
            list(role_words().items()),
            name="person-role",
            accessible=self.tr("This person is"),
            several=False,
            chosen=[self._values["role"]],
            may_be_none=False,
        )
        self.role.changed.connect(self._role_changed)
        return self.role

    def _build_reach(self) -> QWidget:
        return person_fields.make_column(person_fields.reach(self._values["role"]), self._values, self._typed)

    def _build_signals(self) -> QWidget:
        self.agreed = PersonSignals(self._signals, name="person-signal")
        self.agreed.changed.connect(self._signals_typed)
        return self.agreed

    # ── what happens ────────────────────────────────────────────────────────────────────────────────────────────
    def _put(self, typed: dict[str, str]) -> bool:
        """Put the fields of a draft in their places; False when they are about someone else."""
        if self._person is None or typed.get("id") != self._person.id:
            return False
        self._values.update({name: text for name, text in typed.items() if name in _FIELDS})
        if _SIGNALS in typed:
            self._signals = from_draft(typed[_SIGNALS])
        return True

    def _typed(self, field: str, text: str) -> None:
        self._values[field] = text
        if field == "not_told":
            self.not_told.show_text(text)
        self.touch_draft()

    def _signals_typed(self) -> None:
        self._signals = self.agreed.forms()
        self.touch_draft()

    def _change_not_told(self) -> None:
        fold = self.folds["known"]
        fold.button.setChecked(True)
        field = fold.findChild(QWidget, "person-not_told")
        if field is not None:
            field.setFocus()

    def _role_changed(self) -> None:
        if self.role.one() in ROLES:
            self._typed("role", self.role.one())
            self._build()
            self.role_fold.button.setFocus()

    def _kept(self, sent: dict[str, str], view: PersonView) -> None:
        later = {field: text for field, text in self._standing().items() if text != sent.get(field)}
        self.forget_pending_draft()
        self.context.clear_draft(draft_name(view.person.id))
        self._person = None
        self.show_view(view)
        if later:
            # Typed since the press: a further change.
            self.restore_draft({"id": view.person.id, **later})
            self.save_draft_now()
        self.context.tell(self.tr("Kept."))

    def _answered(self, answer: str) -> None:
        if answer == "remove" and self._person is not None:
            # A late timer would write a draft about somebody who is gone.
            self.forget_pending_draft()
            work = functools.partial(_remove, id=self._person.id)
            self.context.background.run(
                self, work, self._removed, self.context.questions.tell_error, changes=("people",)
            )

    def _removed(self, _nothing: None) -> None:
        if self._person is not None:
            self.context.clear_draft(draft_name(self._person.id))
        self.clear()
        self._back()
        self.context.tell(self.tr("Removed."))

    def _gone(self, error: Any) -> None:
        self.clear()
        self._back()
        self.context.questions.tell_error(error)

    def _back(self) -> None:
        self._close()
        self.context.go("people")

    def _close(self) -> None:
        """Leave nothing uncovered behind; what was typed waits as a draft."""
        if self.collect_draft():
            self.save_draft_now()
        self.clear()

    def _take_draft(self, id: str, fields: dict[str, str]) -> None:
        if fields and self._person is not None and self._person.id == id and not self.collect_draft():
            self.restore_draft(fields)


def _load(session: Session, _job: Job, *, id: str) -> PersonView:
    return PersonView(people.person(session.database, id), signals.signals_of(session.database, id))


def _change(session: Session, _job: Job, *, id: str, form: PersonForm, agreed: tuple[SignalForm, ...]) -> PersonView:
    with session.database.transaction():
        people.change_person(session.database, session.clock, id, form)
        signals.keep_signals(session.database, id, agreed)
    return _load(session, _job, id=id)


def _remove(session: Session, _job: Job, *, id: str) -> None:
    people.remove_person(session.database, session.clock, id)
