"""What happened: one box to write in, and below it what was written last.

May touch: entries and their files, through the background. Must never demand more than a line or a file, and never
lose what is typed: drafts are kept while typing, and go on living when the page is built anew.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.errors import DateImpossible
from safeplan.records import incidents, people
from safeplan.records.deadlines import local_day
from safeplan.records.incidents import Incident, IncidentForm
from safeplan.records.people import Person
from ui.background import Job, Session
from ui.keep_once import KeepOnce, back_to, clear_sent
from ui.page import Page, PageContext
from ui.widgets import entry_store
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.chosen_files import ChosenFiles
from ui.widgets.entry_take_back import ask_take_back
from ui.widgets.fields import TextLine
from ui.widgets.files_taking import FilesTaking
from ui.widgets.flow import flow
from ui.widgets.incident_card import IncidentCard
from ui.widgets.incident_form import IncidentFields
from ui.widgets.incident_same_day import SameDay
from ui.widgets.keep_bar import KeepBar
from ui.widgets.labels import Heading
from ui.widgets.log_ways import LogWays
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.warm_note import WarmNote

# So many cards at once, built in under 50 ms; everything else stands on the page for looking back.
PORTION = 12
# The draft that names the files of an entry while they are taken in.
UNFINISHED = "happened-files"


class HappenedPage(Page):
    """Write, keep, find again."""

    name = "happened"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="happened-scroll")
        self.layout_.addWidget(self.sheet)
        shown = bool(context.settings and context.settings.names_shown)
        today = functools.partial(local_day, context.clock)
        self.fields = IncidentFields(
            today, name="happened", names_shown=shown, language=context.language, rules=context.room.policy.fields
        )
        self.fields.changed.connect(self._typed)
        self.files = ChosenFiles(
            lambda count: self.tr("%n file(s) will be kept with it.", "", count), name="happened-files"
        )
        self.files.changed.connect(self._typed)
        self.not_kept = WarmNote(self.tr("Not kept yet: hiding erases this"), name="happened-not-kept")
        self.not_kept.hide()
        words = self.tr("Keeping the files unchanged")
        self.work = FilesTaking(context, words, draft=UNFINISHED, name="happened-work", kept=self.tr("Kept."))
        self._keeping = KeepOnce(context, self.name)
        self._just_kept = False
        keep = PrimaryButton(self.tr("Keep it"), name="happened-keep", icon="check", clicked=self.keep)
        write = Card(name="happened-write")
        write.add(
            self.fields,
            self.files,
            self.not_kept,
            flow(
                keep,
                SecondaryButton(
                    self.tr("Photo, recording, document"),
                    name="happened-attach",
                    icon="paperclip",
                    clicked=self._choose_files,
                ),
            ),
            self.work,
        )
        self.search = TextLine(
            name="happened-search",
            accessible=self.tr("Find in what I wrote"),
            placeholder=self.tr("Find: a word, a name, a place"),
        )
        self.search.returnPressed.connect(self._find)
        find = SecondaryButton(self.tr("Find"), name="happened-find", icon="magnifying-glass", clicked=self._find)
        self.earlier = Heading(self.tr("Written so far"), 2, name="happened-earlier")
        police = getattr(context.guide, "police_words", None)
        same_day = SameDay(self.fields, context.region, police, today(), context.language)
        self.ways = LogWays(context, self.name)
        self.searching = beside(self.search, find)
        self.sheet.add(write, same_day, self.earlier, self.ways, self.searching)
        self.keep_bar = KeepBar(self.sheet, keep, self.keep, name="happened-keep-near")
        self.layout_.addWidget(self.keep_bar)
        self._below: list[QWidget] = []
        context.background.changed.connect(self._changed)

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("What happened")

    def arrive(
        self,
        text: str = "",
        kept: str = "",
        paths: tuple[Path, ...] = (),
        sent: dict[str, str] | None = None,
        **_: Any,
    ) -> None:
        """Load the list. `text`: a line begun elsewhere; `kept`: the entry kept just now, `paths` its files, `sent`
        what stood in the fields then."""
        self.arguments = {}
        if kept:
            self.files.drop(paths)
            clear_sent(self, sent or {})
            self._just_kept = True
            if paths:
                self.work.keep(kept, paths)
            else:
                self._say_kept()
        elif text:
            self.context.load_draft(self.name, functools.partial(self._write_on, text))
        else:
            self.context.load_draft(self.name, self._restore_if_blank)
        if not kept:
            self.work.go_on()
        self._load()

    # ── the list ────────────────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        if not self.context.has_store():
            self.show_view(((), ()))
            return
        self.context.background.run(self, _load, self.show_view, self.context.questions.tell_error)

    def show_view(self, view: tuple[tuple[Incident, ...], tuple[Person, ...]]) -> None:
        """The last entries, one more than are shown if there are more, and her people."""
        entries, known = view
        self.fields.show_people(known)
        for widget in self._below:
            widget.deleteLater()
        self._below = []
        for part in (self.earlier, self.ways, self.searching):
            part.setVisible(bool(entries))
        for entry in entries[:PORTION]:
            card = IncidentCard(
                entry,
                self.context.language,
                functools.partial(self.context.go, "entry", incident_id=entry.id),
                functools.partial(self._ask_take_back, entry),
            )
            self._below.append(card)
        if not entries:
            self._below.append(self._nothing())
            self._below[0].setVisible(not self._anything())
        elif len(entries) > PORTION:
            words = self.tr("Everything written earlier")
            self._below.append(flow(QuietButton(words, name="happened-older", clicked=self._look_back)))
        self.sheet.add(*self._below)

    def _nothing(self) -> QWidget:
        return EmptyState(
            self.tr("Nothing is written yet"),
            self.tr(
                "What happened, when, who saw it: written soon after, it helps to remember, and others to understand."
            ),
            self.tr(
                "A made-up example: “2 March, evening. He took my phone and would not let me out. "
                "The neighbour below heard it.”"
            ),
            name="happened-empty",
        )

    def _find(self) -> None:
        """What is typed here is looked for there; an empty field shows the whole list."""
        text = self.search.text().strip()
        self.search.clear()
        self.context.go("look_back", text=text)

    def _look_back(self) -> None:
        self.context.go("look_back", text="")

    def _changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & {"incidents", "people"}:
            self._load()

    # ── keeping ─────────────────────────────────────────────────────────────────────────────────────────────────
    def keep(self) -> None:
        """Keep the entry and its files; with no store yet, after her first passphrase."""
        if self._keeping.busy:
            return
        if self.fields.is_blank() and not self.files.paths:
            self.fields.text.setFocus()
            # The second press of a double click must not take the place of "Kept.".
            if not self._just_kept:
                self.context.tell(self.tr("One word is enough, or one file."))
            return
        try:
            form = self.fields.read()
        except DateImpossible:
            return
        context, paths, sent = self.context, tuple(self.files.paths), self.collect_draft()
        work = functools.partial(_keep, form=form, with_file=bool(paths))

        def kept(incident: Incident) -> None:
            context.clear_draft("happened")
            back_to(context, "happened", kept=incident.id, paths=paths, sent=sent)

        # The worker may be busy for long: an exit must find all of it, the last half second too.
        self.save_draft_now()
        self._keeping.keep(work, kept, changes=("incidents",))

    def _say_kept(self) -> None:
        self.context.tell(self.tr("Kept."), hint=self.tr("The day and hour of writing stand with it."))

    def _choose_files(self) -> None:
        self.context.picker.pick_files(self.add_files)

    def add_files(self, paths: list[Path]) -> None:
        """Files that are kept together with the entry."""
        self.files.add(paths)

    def _ask_take_back(self, entry: Incident) -> None:
        ask_take_back(self.context, entry.number, functools.partial(self._take_back, entry.id))

    def _take_back(self, incident_id: str) -> None:
        work = functools.partial(entry_store.take_back, incident_id=incident_id)
        failed = self.context.questions.tell_error
        self.context.background.run(self, work, lambda _done: None, failed, changes=("incidents",))

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _typed(self) -> None:
        self._just_kept = False
        self.touch_draft()
        anything = self._anything()
        self.not_kept.setVisible(anything and not self.context.has_store())
        self.keep_bar.wanted(anything)
        for widget in self._below:
            if isinstance(widget, EmptyState):
                # "Nothing is written yet" would read wrong below her own line.
                widget.setVisible(not anything)

    def _anything(self) -> bool:
        """Whether anything is typed or chosen."""
        return bool(self.files.paths) or not self.fields.is_blank()

    def collect_draft(self) -> dict[str, str]:
        """Everything typed and the files chosen, while not kept."""
        files = {"files": json.dumps([str(path) for path in self.files.paths])} if self.files.paths else {}
        return files if self.fields.is_blank() else {**self.fields.draft(), **files}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put back what was typed and chosen."""
        self.fields.restore(fields)
        self.add_files([Path(path) for path in json.loads(fields.get("files") or "[]")])

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and self.fields.is_blank() and not self.files.paths:
            self.restore_draft(fields)
            self.forget_pending_draft()

    def _write_on(self, line: str, fields: dict[str, str]) -> None:
        """A line begun elsewhere comes below what is unfinished here, never in its place."""
        if fields and self.fields.is_blank():
            self.restore_draft(fields)
        box = self.fields.text
        box.set_text(line if box.is_blank() else f"{box.text()}\n{line}")
        # At once: on the other page the line is forgotten already.
        self.save_draft_now()

    def clear(self) -> None:
        """Empty everything, after it was kept."""
        self.files.clear()
        self.fields.clear()
        self.not_kept.hide()
        self.forget_pending_draft()


def _load(session: Session, _job: Job) -> tuple[tuple[Incident, ...], tuple[Person, ...]]:
    database = session.database
    return incidents.list_incidents(database, limit=PORTION + 1), people.list_people(database)


def _keep(session: Session, _job: Job, *, form: IncidentForm, with_file: bool) -> Incident:
    return incidents.add_incident(session.database, session.clock, form, with_file=with_file)
