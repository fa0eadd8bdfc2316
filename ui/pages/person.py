"""One person: how to reach them safely, what they know, and a code word. Covered until she presses Show.

May touch: its own widgets and the one person. Must never put a name, a number or a code word into a title.
"""

from __future__ import annotations

import functools
from dataclasses import asdict, fields
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.records import people
from safeplan.records.people import ROLES, Person, PersonForm, shown_name
from ui.background import Job, Session
from ui.page import Page, PageContext
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, Covered
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.role_words import role_words
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_box import TextBox

_FIELDS = tuple(field.name for field in fields(PersonForm))


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

    def show_view(self, view: Person) -> None:
        """Fill the page; what was typed and not kept comes back into its fields."""
        same = self._person is not None and self._person.id == view.id
        typed = self.collect_draft() if same else {}
        self._person = view
        self._values = {name: text for name, text in asdict(view).items() if name in _FIELDS}
        self.restore_draft(typed or self._restored)
        self._restored = {}
        self._build()
        if not typed:
            self.context.load_draft(self._draft_name(), functools.partial(self._take_draft, view.id))

    def collect_draft(self) -> dict[str, str]:
        """The fields that differ from what is kept."""
        if self._person is None:
            return dict(self._restored)
        kept = asdict(self._person)
        changed = {name: text for name, text in self._values.items() if text != kept[name]}
        return {"id": self._person.id, **changed} if changed else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put typed fields back; before the person is loaded they wait."""
        if self._person is None:
            self._restored = dict(fields)
        elif fields.get("id") == self._person.id:
            self._values.update({name: text for name, text in fields.items() if name in _FIELDS})
            if self.sheet.body.count() > 1:
                self._build()

    def save_draft_now(self) -> None:
        """One draft for each person: looking at the next one must not lose this one's."""
        self._quiet.stop()
        self._longest.stop()
        if self._person is not None:
            self.context.save_draft(self._draft_name(), self.collect_draft())

    def clear(self) -> None:
        """Forget what is shown."""
        self.forget_pending_draft()
        self._person = None
        self._values = {}
        self._restored = {}
        self.sheet.empty()

    def keep(self) -> None:
        """Write over what is kept about this person."""
        if self._person is None:
            return
        form = PersonForm(**self._values)
        work = functools.partial(_change, id=self._person.id, form=form)
        self.context.background.run(self, work, self._kept, self.context.questions.tell_error, changes=("people",))

    def ask_remove(self) -> None:
        """Inside the window, with the safe answer first."""
        self.context.questions.ask(
            self.tr("Remove this person"),
            self.tr(
                "Name, contact and notes are deleted for good. What you wrote about what happened stays,"
                " without this name."
            ),
            [("keep", self.tr("Leave it here")), ("remove", self.tr("Remove"))],
            self._answered,
            safe="keep",
        )

    # ── building ────────────────────────────────────────────────────────────────────────────────────────────────
    def _build(self) -> None:
        assert self._person is not None
        harms = self._values["role"] == "harms"
        self.sheet.empty()
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        form = PersonForm(**self._values)
        known = Person(id=self._person.id, **asdict(form))
        who = Card(shown_name(known, reveal), name="person-who")
        self.role = Choice(
            list(role_words().items()),
            name="person-role",
            several=False,
            chosen=[self._values["role"]],
            may_be_none=False,
        )
        self.role.changed.connect(self._role_changed)
        who.add(LabelledField(self.tr("This person is"), self.role))
        who.add(self._line("nickname", self.tr("What to show instead of the name"), self._why("nickname")))
        who.add(Covered(self.tr("Name and how to reach this person"), self._build_reach, name="person-reach"))
        about = Card(name="person-about")
        if not harms:
            about.add(
                self._box(
                    "safe_contact", self.tr("When and how is it safe to be in touch"), self._why("safe_contact")
                ),
                self._box("knows", self.tr("What this person knows, and what should not be said"), ""),
                Covered(self.tr("Code word"), self._build_code, name="person-code"),
            )
        about.add(self._box("notes", self.tr("Notes"), self._why("notes_harms") if harms else ""))
        about.add(
            flow(
                PrimaryButton(self.tr("Keep it"), name="person-keep", icon="check", clicked=self.keep),
                SecondaryButton(self.tr("Remove this person"), name="person-remove", clicked=self.ask_remove),
                QuietButton(self.tr("Back to people"), name="person-back", clicked=self._back),
                spacing=10,
            )
        )
        self.sheet.add(who, about)

    def _why(self, field: str) -> str:
        return {
            "nickname": self.tr("Left empty, only the first letters of the name are shown."),
            "safe_contact": self.tr("For example: only by message, weekdays before noon, never to the home number."),
            "code_word": self.tr("A sentence that sounds ordinary and means: call the police, or come."),
            "notes_harms": self.tr("For example: where this person works, the car, who else helps them."),
        }[field]

    def _build_reach(self) -> QWidget:
        contact = (
            self.tr("Numbers, addresses and accounts this person uses")
            if self._values["role"] == "harms"
            else self.tr("Phone, address or account")
        )
        return _column(self._line("name", self.tr("Name"), ""), self._line("contact", contact, ""))

    def _build_code(self) -> QWidget:
        return _column(self._line("code_word", self.tr("The word or sentence you agreed on"), self._why("code_word")))

    def _line(self, field: str, label: str, why: str) -> LabelledField:
        line = TextLine(name=f"person-{field}", text=self._values[field])
        line.textEdited.connect(functools.partial(self._typed, field))
        return LabelledField(label, line, why=why)

    def _box(self, field: str, label: str, why: str) -> LabelledField:
        box = TextBox(name=f"person-{field}", lines=3)
        box.set_text(self._values[field])
        box.changed.connect(lambda: self._typed(field, box.text()))
        return LabelledField(label, box, why=why)

    # ── what happens ────────────────────────────────────────────────────────────────────────────────────────────
    def _typed(self, field: str, text: str) -> None:
        self._values[field] = text
        self.touch_draft()

    def _role_changed(self) -> None:
        if self.role.one() in ROLES:
            self._typed("role", self.role.one())
            self._build()
            self.role.chips[self._values["role"]].setFocus()

    def _kept(self, person: Person) -> None:
        self.forget_pending_draft()
        self.context.clear_draft(self._draft_name())
        self._person = None
        self.show_view(person)
        self.context.tell(self.tr("Kept."))

    def _answered(self, answer: str) -> None:
        if answer == "remove" and self._person is not None:
            work = functools.partial(_remove, id=self._person.id)
            self.context.background.run(
                self, work, self._removed, self.context.questions.tell_error, changes=("people",)
            )

    def _removed(self, _nothing: None) -> None:
        self.context.clear_draft(self._draft_name())
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

    def _draft_name(self) -> str:
        return f"person {self._person.id}" if self._person is not None else self.name


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for widget in widgets:
        layout.addWidget(widget)
    return holder


def _load(session: Session, _job: Job, *, id: str) -> Person:
    return people.person(session.database, id)


def _change(session: Session, _job: Job, *, id: str, form: PersonForm) -> Person:
    return people.change_person(session.database, session.clock, id, form)


def _remove(session: Session, _job: Job, *, id: str) -> None:
    people.remove_person(session.database, session.clock, id)
