"""Pressure: who wanted what of her, which paper was there, what was promised, and what came of it.

May touch: entries and the notes beside them, through the background. Must never say what to decide, and never demand
more than a word.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from safeplan.content.pressure_words import load_pressure_words
from safeplan.errors import DateImpossible
from safeplan.records.deadlines import local_day
from safeplan.records.people import shown_name
from safeplan.records.pressure import Pressure, PressureNote
from ui.background import Work
from ui.keep_once import KeepOnce, back_to, clear_sent
from ui.page import Page, PageContext
from ui.widgets import pressure_store
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.incident_words import first_words
from ui.widgets.keep_bar import KeepBar
from ui.widgets.labels import Body
from ui.widgets.log_ways import LogWays
from ui.widgets.paper_taking import PaperTaking, TakingWords
from ui.widgets.pressure_calm import PressureCalm
from ui.widgets.pressure_card import Now
from ui.widgets.pressure_form import PressureFields
from ui.widgets.pressure_list import PressureList
from ui.widgets.pressure_note import NoteForm, OutcomeForm
from ui.widgets.pressure_store import PressureView
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.warm_note import WarmNote

PORTION = 12


class PressurePage(Page):
    """One box, the quiet card, the list; or one form in their place."""

    name = "pressure"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = load_pressure_words(context.language)
        say = self._words.page
        self._view = PressureView()
        self._limit = PORTION
        self.form: NoteForm | OutcomeForm | None = None
        # The entry that the open form belongs to, and a draft of it until that entry is read.
        self._about = ""
        self._standing: QWidget | None = None
        self._draft: dict[str, str] = {}
        # What stood in the form when it was opened.
        self._first: dict[str, str] = {}
        self._keeping = KeepOnce(context, self.name)
        self._names: dict[str, str] = {}
        today = functools.partial(local_day, context.clock)
        self.fields = PressureFields(self._words, today, name="pressure")
        self.fields.changed.connect(self._typed)
        self.not_kept = WarmNote(say.not_kept, name="pressure-not-kept")
        self.not_kept.hide()
        self.keep_button = PrimaryButton(say.keep, name="pressure-keep", icon="check", clicked=self.keep)
        write = Card(name="pressure-write")
        write.add(Body(say.about, name="pressure-about"), self.fields, self.not_kept, self.keep_button)
        photo = TakingWords(say.photo_taking, say.photo_kept, say.photo_stopped, say.photo_failed)
        self.taking = PaperTaking(context, photo, changes=("incidents",), name="pressure-work")
        self.sheet = ScrollPage(name="pressure-scroll")
        self.layout_.addWidget(self.sheet)
        calm = PressureCalm(self._words, context.region, today(), name="pressure-calm")
        self._always: tuple[QWidget, ...] = (LogWays(context, "pressure"), write, calm)
        self.sheet.add(self.taking, *self._always)
        self.list = PressureList(self, name="pressure-list")
        self.sheet.add(self.list)
        self.keep_bar = KeepBar(self.sheet, self.keep_button, self.keep, name="pressure-keep-near")
        self.layout_.addWidget(self.keep_bar)
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self._words.page.title

    def arrive(
        self, *, kept: bool = False, sent: dict[str, str] | None = None, incident_id: str = "", **_arguments: Any
    ) -> None:
        """Load the list. `kept`: what stood in the box, `sent`, is in the store now; `incident_id`: the entry to look
        at."""
        self.arguments = {}
        self.list.look_at(incident_id)
        # A form in which nothing was typed is no reason to keep the list from her.
        if self.form is not None and self.form.draft() == self._first:
            self._close()
        if kept:
            clear_sent(self, sent or {})
            self.context.tell(self._words.page.kept)
        self._load()
        if not kept:
            self.context.load_draft(self.name, self._restore_if_blank)

    def show_view(self, view: PressureView) -> None:
        """Show the list, unless a form stands in its place."""
        self._view = view
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        self._names = {one.id: shown_name(one, reveal) for one in view.people}
        self.fields.show_people([(one.id, self._names[one.id]) for one in view.people if one.role != "child"])
        if self._draft:
            self._restore_form(self._draft)
        if self.form is None:
            self._show_list()

    def escape(self) -> None:
        """Back to the list; the message takes back what was typed."""
        if self.form is not None:
            self._leave()

    # ── the list ────────────────────────────────────────────────────────────────────────────────────────────────
    def _show_list(self) -> None:
        for part in self._always:
            part.show()
        self._keep_within_reach()
        self._hold_in_list()
        now = Now(self._words, local_day(self.context.clock), self._names)
        self.list.show_entries(self._view, now)

    def _hold_in_list(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.list.isAncestorOf(focused):
            self.hold_focus()

    def show_older(self) -> None:
        """More of the list."""
        self._limit += PORTION
        self._load()

    # ── a new entry ─────────────────────────────────────────────────────────────────────────────────────────────
    def keep(self) -> None:
        """Keep the entry; before the first passphrase it is asked for."""
        if self._keeping.busy:
            return
        try:
            found = self.fields.read()
        except DateImpossible:
            return
        if found is None:
            return
        context, (form, note), sent = self.context, found, self.collect_draft()
        work = functools.partial(pressure_store.keep, form=form, note=note)

        def kept(_one: Pressure) -> None:
            context.clear_draft("pressure")
            back_to(context, "pressure", kept=True, sent=sent)

        # The worker may be busy for long: an exit must find all of it, the last half second too.
        self.save_draft_now()
        self._keeping.keep(work, kept, changes=("incidents", "pressure"))

    # ── what came of it, and what she follows ───────────────────────────────────────────────────────────────────
    def open_entry(self, one: Pressure) -> None:
        """To the entry itself: its words, files and changes."""
        self.context.go("entry", incident_id=one.incident.id, back="pressure")

    def write_outcome(self, one: Pressure) -> None:
        """A form for what came of it."""
        self._open(OutcomeForm, one)

    def change_note(self, one: Pressure) -> None:
        """A form for the paper, the promise and the day."""
        self._open(NoteForm, one)

    def look_again_on(self, one: Pressure, day: str) -> None:
        """In a week, or never."""
        self.list.focus_on(one.incident.id)
        self._run(functools.partial(pressure_store.look_again_on, incident_id=one.incident.id, day=day))

    def remove_outcome(self, one: Pressure, place: int) -> None:
        """Take it away; the message offers to take that back."""
        rest = tuple(outcome for at, outcome in enumerate(one.note.outcomes) if at != place)
        note, message = replace(one.note, outcomes=rest), self._words.page.outcome_removed
        work = functools.partial(pressure_store.keep_note, incident_id=one.incident.id, note=note)
        self._run(work, lambda _one: self._back_to_list(message, one))

    def _open(self, kind: type[NoteForm | OutcomeForm], one: Pressure) -> None:
        say, latest = self._words.page, one.incident.latest
        for part in self._always:
            part.hide()
        self._hold_in_list()
        self.list.show_nothing()
        self._take_form()
        said = first_words(latest.form.text) if latest is not None else ""
        form = kind(self._words, local_day(self.context.clock), one.note, said, name="pressure-form")
        self.form, self._about, self._draft, self._first = form, one.incident.id, {}, form.draft()
        form.changed.connect(self.touch_draft)
        form.add_row(
            PrimaryButton(say.keep, name="pressure-form-keep", icon="check", clicked=self.keep_form),
            QuietButton(say.back, name="pressure-form-back", clicked=self._leave),
        )
        self._standing = form
        self.sheet.add(form)
        form.show()
        self.sheet.verticalScrollBar().setValue(0)
        form.focus_first()
        self._keep_within_reach()

    def keep_form(self) -> None:
        """Keep what stands in the form."""
        one = self._view.find(self._about)
        if self.form is None or one is None:
            return
        try:
            found = self.form.read()
        except DateImpossible:
            return
        if isinstance(found, PressureNote):
            self._keep_form(functools.partial(pressure_store.keep_note, incident_id=self._about, note=found), one)
        elif found is not None:
            self._keep_form(
                functools.partial(pressure_store.add_outcome, incident_id=self._about, outcome=found), one
            )

    def _keep_form(self, work: Work, before: Pressure) -> None:
        def kept(_now: Pressure) -> None:
            if isValid(self):
                self._back_to_list(self._words.page.kept_beside, before)

        self._keeping.keep(work, kept, changes=("pressure",))

    def _back_to_list(self, message: str, before: Pressure) -> None:
        if self._about in ("", before.incident.id):
            # Otherwise she is writing about another entry meanwhile.
            self.list.focus_on(before.incident.id)
            self._close()
        work = functools.partial(pressure_store.keep_note, incident_id=before.incident.id, note=before.note)
        self.context.tell(message, action=self._words.page.take_back, clicked=functools.partial(self._run, work))

    def _leave(self) -> None:
        changed = self.form is not None and self.form.draft() != self._first
        fields = {one: text for one, text in self.collect_draft().items() if one.startswith("form_")}
        self._close()
        self._show_list()
        if changed:
            typed = {one.removeprefix("form_"): text for one, text in fields.items()}
            again = functools.partial(self._restore_form, typed)
            self.context.tell(self._words.page.left, action=self._words.page.take_back, clicked=again)

    def _take_form(self) -> None:
        if self._standing is not None:
            self.hold_focus()
            self._standing.hide()
            self._standing.deleteLater()
            self._standing = None

    def _close(self) -> None:
        self._take_form()
        self.form, self._about, self._draft = None, "", {}
        self.save_draft_now()

    # ── a photo of the paper ────────────────────────────────────────────────────────────────────────────────────
    def choose_photo(self, one: Pressure) -> None:
        """Photos go to the entry, so that the chain covers them."""
        self.taking.choose(functools.partial(pressure_store.add_photo, incident_id=one.incident.id))

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _typed(self) -> None:
        self.touch_draft()
        self.not_kept.setVisible(not self.context.has_store() and not self.fields.is_blank())
        self._keep_within_reach()

    def _keep_within_reach(self) -> None:
        # A form in place of the list has its own.
        self.keep_bar.wanted(self.form is None and not self.fields.is_blank())

    def collect_draft(self) -> dict[str, str]:
        """What is typed in the box and its parts, and in the form that is open."""
        found = {} if self.fields.is_blank() else self.fields.draft()
        if self.form is None:
            return {**found, **{f"form_{one}": text for one, text in self._draft.items()}}
        typed = self.form.draft()
        if typed:
            kind = "note" if isinstance(self.form, NoteForm) else "outcome"
            found |= {f"form_{one}": text for one, text in {**typed, "kind": kind, "about": self._about}.items()}
        return found

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back; a form waits until its entry is read."""
        self.fields.restore({one: text for one, text in fields.items() if not one.startswith("form_")})
        form = {one.removeprefix("form_"): text for one, text in fields.items() if one.startswith("form_")}
        if form:
            self._restore_form(form)

    def _restore_form(self, fields: dict[str, str]) -> None:
        one = self._view.find(fields.get("about", ""))
        if one is None:
            # Not read yet; or the entry is gone, and with it what was followed.
            self._draft = {} if self._view.entries else dict(fields)
            return
        self._open(NoteForm if fields.get("kind") == "note" else OutcomeForm, one)
        if self.form is not None:
            self.form.restore(fields)
            self.show_again()

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and self.fields.is_blank() and self.form is None:
            self.restore_draft(fields)
            self.forget_pending_draft()

    def clear(self) -> None:
        """Nothing is written."""
        self._take_form()
        self.form, self._about, self._draft = None, "", {}
        self.fields.clear()
        self.not_kept.hide()
        self.forget_pending_draft()

    # ── the record ──────────────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        if not self.context.has_store():
            self.show_view(PressureView())
            return
        work = functools.partial(pressure_store.load, limit=self._limit)
        self.context.background.run(self, work, self.show_view, self.context.questions.tell_error)

    def _run(self, work: Any, then: Callable[[Any], None] = lambda _one: None) -> None:
        failed = self.context.questions.tell_error
        self.context.background.run(self, work, then, failed, changes=("pressure",))

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if kinds & {"people", "incidents", "pressure"} and self.isVisible():
            self._load()
