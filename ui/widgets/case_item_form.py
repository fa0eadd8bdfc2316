"""One thing in a case: which of eight kinds it is, then one box and a date; everything else unfolds.

May touch: its own widgets. Must never demand a field, and never change what she typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.case_words import CaseWords
from safeplan.errors import DateImpossible
from safeplan.records.cases import REFUSAL, Item, ItemForm
from safeplan.records.dates import parse_typed_date
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.case_days import Present, fact_unfolds, in_words, shortened
from ui.widgets.case_entries import EntryChoice
from ui.widgets.case_files import FilesField
from ui.widgets.case_store import CaseView, EntryName
from ui.widgets.case_who import WhoField
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body, Heading
from ui.widgets.missing_line import MissingLine
from ui.widgets.pick import Pick
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox
from ui.widgets.typed_moment import as_typed, read_moments, say_faults

_NONE = "none"


@dataclass(frozen=True)
class Helpers:
    """What a form asks of the page: entries with some words, and files to keep."""

    look: Callable[[str, Callable[[tuple[EntryName, ...]], None]], None]
    pick_files: Callable[[Callable[[list[Path]], None]], None]


class KindList(Card):
    """Eight kinds in plain words, each with a line of why; `chosen(kind)` is called with the one pressed."""

    def __init__(self, words: CaseWords, chosen: Callable[[str], object], *, name: str) -> None:
        super().__init__(words.page.kind, name=name)
        self.buttons: dict[str, SecondaryButton] = {}
        rows: list[QWidget] = []
        for one in words.kinds:
            button = SecondaryButton(one.words.name, name=f"{name}-{one.id}", clicked=partial(chosen, one.id))
            button.setAccessibleDescription(one.words.why)
            self.buttons[one.id] = button
            rows.append(stack(flow(button), Body(one.words.why, "small"), spacing=2))
        self.add(columns(*rows, narrowest=300))


class ItemFields(Card):
    """read() gives an ItemForm, or None when nothing is said yet; an unreadable day is marked at its field."""

    changed = Signal()

    def __init__(
        self, kind: str, view: CaseView, now: Present, helpers: Helpers, changing: str, *, name: str
    ) -> None:
        found = now.words.kind(kind)
        super().__init__(found.words.name, found.words.why, name=name)
        self.kind, self._now, self._name, self._view = kind, now, name, view
        say = now.words.page
        self.text = TextBox(name=f"{name}-text", accessible=found.words.box, lines=2)
        self.on = TextLine(name=f"{name}-on", placeholder=say.day_hint)
        self.due = TextLine(name=f"{name}-due", placeholder=say.due_hint)
        self.number = TextLine(name=f"{name}-number")
        self.where = TextLine(name=f"{name}-where")
        self.words = TextBox(name=f"{name}-words", placeholder=say.words_hint, lines=2)
        self.who = WhoField(
            now.words, view.people, names_shown=now.names_shown, accessible=found.words.who, name=f"{name}-who"
        )
        self.answer_to = Pick(self._answerable(changing), name=f"{name}-answer_to")
        self.files = FilesField(now.words, view.files, helpers.pick_files, name=f"{name}-files")
        self.entry = EntryChoice(
            now.words, view.entries.values(), view.newest, helpers.look, several=False, name=f"{name}-entry"
        )
        self.fields = {
            "number": LabelledField(say.number, self.number),
            "who": LabelledField(found.words.who, self.who),
            "where": LabelledField(say.where, self.where),
            "words": LabelledField(say.words, self.words),
            "due": LabelledField(say.due, self.due, why=say.due_why),
            "answer_to": LabelledField(say.answer_to, self.answer_to),
            "files": LabelledField(say.files, self.files, why=say.files_why),
            "entry": LabelledField(say.entry, self.entry),
        }
        self.on_field = LabelledField(found.words.on, self.on)
        self.nothing = MissingLine(say.one_is_enough, name=f"{name}-error")
        self.fields["answer_to"].setVisible(self.answer_to.count() > 1)
        front = [one for one in self.fields if one in found.front]
        self.add(LabelledField(found.words.box, self.text), self.on_field, *(self.fields[one] for one in front))
        rest = [self.fields[one] for one in self.fields if one not in front]
        self.more = Unfold(say.more, stack(*rest, spacing=12), name=f"{name}-more", why=say.more_why)
        if kind == REFUSAL:
            self._add_what_to_ask()
        self.add(self.more)
        self.add(self.nothing)
        self._listen()

    def read(self) -> ItemForm | None:
        """What she filled in. Raises DateImpossible, with a sentence at every field at fault."""
        on, due = self._days()
        answer = self.answer_to.one()
        form = ItemForm(
            self.kind,
            on,
            due,
            self.number.text(),
            self.who.who(),
            self.where.text(),
            self.words.text(),
            self.text.text(),
            "" if answer == _NONE else answer,
            next(iter(self.entry.chosen()), ""),
            self.files.kept(),
        )
        said = (form.on, form.due, form.number, form.who, form.where, form.words, form.text, form.answer_to)
        if not any(one.strip() for one in said) and not (form.incident_id or form.files or self.files.paths()):
            self.nothing.say()
            self.text.setFocus()
            return None
        return form

    def show_form(self, form: ItemForm) -> None:
        """Put a kept item into the fields; what is filled in stands unfolded."""
        self.text.set_text(form.text)
        self.on.setText(as_typed(form.on))
        self.due.setText(as_typed(form.due))
        self.number.setText(form.number)
        self.where.setText(form.where)
        self.words.set_text(form.words)
        self.who.set_who(form.who)
        self.answer_to.set_one(form.answer_to or _NONE)
        self.files.show_files(form.files)
        self.entry.set_chosen([form.incident_id] if form.incident_id else [])
        folded = (form.number, form.where, form.words, form.due, form.answer_to, form.incident_id, form.files)
        self.more.button.setChecked(any(folded))

    def draft(self) -> dict[str, str]:
        """The fields as they stand, readable or not; those that are empty left out."""
        answer = self.answer_to.one()
        found = {
            "text": self.text.text(),
            "on": self.on.text(),
            "due": self.due.text(),
            "number": self.number.text(),
            "where": self.where.text(),
            "words": self.words.text(),
            "who": self.who.who(),
            "answer_to": "" if answer == _NONE else answer,
            "entry": ",".join(self.entry.chosen()),
            "kept": ",".join(self.files.kept()),
            "paths": "\n".join(str(one) for one in self.files.paths()),
        }
        return {one: text for one, text in found.items() if text.strip()}

    def restore(self, fields: dict[str, str]) -> None:
        """Put a draft back."""
        self.show_form(
            ItemForm(
                self.kind,
                number=fields.get("number", ""),
                who=fields.get("who", ""),
                where=fields.get("where", ""),
                words=fields.get("words", ""),
                text=fields.get("text", ""),
                answer_to=fields.get("answer_to", ""),
                incident_id=fields.get("entry", ""),
            )
        )
        self.on.setText(fields.get("on", ""))
        self.due.setText(fields.get("due", ""))
        kept = [one for one in fields.get("kept", "").split(",") if one]
        self.files.show_files(kept, [Path(one) for one in fields.get("paths", "").split("\n") if one])

    # ── inside ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _answerable(self, changing: str) -> list[tuple[str, str]]:
        """Everything in the case that can be answered, and the way to leave it open."""
        words = self._now.words
        found = [(_NONE, words.page.answer_to_none)]
        found += [(one.id, item_line(one, words)) for one in self._view.case.items if one.id != changing]
        return found

    def _add_what_to_ask(self) -> None:
        now = self._now
        facts = fact_unfolds(now.words.refused, now)
        if facts:
            say = now.words.page
            self.add(Heading(say.ask_refused, 3, name=f"{self._name}-ask"), Body(say.ask_refused_why))
            self.add(stack(*facts, spacing=2))
            # The first one is what she can say at the window: it stands open, with its source.
            facts[0].button.setChecked(True)

    def _listen(self) -> None:
        for line in (self.on, self.due, self.number, self.where):
            line.textChanged.connect(self._touched)
        for part in (self.text, self.words, self.who, self.files, self.entry):
            part.changed.connect(self._touched)
        self.answer_to.currentIndexChanged.connect(self._touched)

    def _days(self) -> tuple[str, str]:
        unreadable, today = self._now.words.page.day_unreadable, self._now.today
        found, faults = read_moments({"on": self.on}, {"on": self.on_field}, today, unreadable, near=True)
        self.fields["due"].clear_error()
        due = ""
        try:
            due = _typed_day(self.due.text(), today)
        except DateImpossible:
            self.more.button.setChecked(True)
            faults.append((self.fields["due"], unreadable))
        say_faults(faults)
        return found["on"], due

    def _touched(self) -> None:
        self.nothing.hide()
        self.changed.emit()


def item_line(item: Item, words: CaseWords) -> str:
    """ "A letter, 20 March 2026: about the flat"."""
    form = item.form
    head = words.kind(form.kind).words.name
    if form.on:
        head = f"{head}, {in_words(form.on, words.language)}"
    said = shortened(form.text or form.words or form.number, 50)
    return f"{head}: {said}" if said else head


def _typed_day(untrusted_text: str, today: date) -> str:
    text = untrusted_text.strip()
    return parse_typed_date(text, today, near=True) if text else ""
