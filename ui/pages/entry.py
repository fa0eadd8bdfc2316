"""One entry: all of it, its three clocks, its files, its older versions; changing adds, it never overwrites.

May touch: the one entry and its files, through the background. Must never lose what is typed, and never let an
earlier version disappear from sight.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shiboken6 import isValid

from safeplan.errors import DateImpossible, SafePlanError
from safeplan.records.deadlines import local_day
from safeplan.records.incidents import Incident, draft_name
from safeplan.records.people import Person
from ui.background import Job, Session
from ui.keep_once import KeepOnce
from ui.page import Page, PageContext
from ui.widgets import entry_store
from ui.widgets.entry_cards import Shown, end_card, entry_card, files_card, picture_names, removed_card
from ui.widgets.entry_change import EntryChange
from ui.widgets.entry_store import EntryRead
from ui.widgets.entry_take_back import ask_take_back
from ui.widgets.files_taking import FilesTaking
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.still_card import StillCard

# Pages that lead to an entry and keep their place meanwhile.
_BACK = frozenset(("happened", "look_back", "calendar", "files", "cases", "orders", "pressure", "my_days"))

# The draft that names the files added to an entry while they are taken in.
UNFINISHED = "entry-files"


class EntryPage(Page):
    """Read one entry, change it, add files, take it back or remove it. Arguments: incident_id, and `back`, the page
    she came from."""

    name = "entry"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="entry-scroll")
        self.layout_.addWidget(self.sheet)
        self._wanted = ""
        self._back_to = "happened"
        self._entry: Incident | None = None
        self._people: tuple[Person, ...] = ()
        self._view = EntryRead()
        self._change: EntryChange | None = None
        self._keeping = KeepOnce(context, self.name)
        self._restored: dict[str, str] = {}
        # Below the sheet: in sight wherever she scrolls, and untouched when the sheet is built anew.
        words = self.tr("Keeping the files unchanged")
        self.work = FilesTaking(context, words, draft=UNFINISHED, name="entry-work")
        self.work.setContentsMargins(24, 8, 24, 12)
        self.layout_.addWidget(self.work)
        self._names_shown = bool(context.settings and context.settings.names_shown)
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """No word of the entry."""
        return self.tr("What I wrote")

    def arrive(self, incident_id: str = "", back: str = "", **_: Any) -> None:
        """Load the entry; a change begun earlier comes back into its fields."""
        if incident_id != self._wanted:
            self._put_away()
            self._back_to = "happened"
        if back in _BACK:
            self._back_to = back
        self._wanted = incident_id
        self._load()
        self.work.go_on()

    # ── showing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        if self._wanted and self.context.has_store():
            work = functools.partial(entry_store.load, incident_id=self._wanted)
            self.context.background.run(self, work, self.show_view, self._gone)
        else:
            self._back()

    def show_view(self, view: EntryRead) -> None:
        """The entry and her people."""
        entry, self._people, self._view = view.entry, view.people, view
        assert entry is not None
        if entry.id != self._wanted:
            return
        first = self._entry is None
        self._entry = entry
        if self._change is not None:
            self._change.fields.show_people(self._people)
            return
        self._show_entry()
        restored, self._restored = self._restored, {}
        if restored.get("id") == entry.id:
            self._take_draft(entry.id, restored)
        elif first and entry.latest is not None:
            self.context.load_draft(draft_name(entry.id), functools.partial(self._take_draft, entry.id))

    def _show_entry(self) -> None:
        entry = self._entry
        assert entry is not None
        self._change = None
        self.sheet.empty()
        numbers = {info.id: number for number, info in enumerate(entry.attachments, 1)}
        context, claims = self.context, self._view.claims
        shown = Shown(context.clock, context.language, self._people, self._names_shown, claims, numbers)
        if entry.latest is None:
            self.sheet.add(removed_card(entry, shown, self._back))
            return
        self.sheet.add(
            entry_card(entry, shown, self.begin_change, self._take_back_change),
            files_card(
                entry,
                shown,
                self._choose_files,
                self._open_file,
                self._load_picture,
                private=self._view.private,
                removed=self._view.removed,
            ),
            StillCard(self.context, incident_id=entry.id),
            end_card(entry, self._ask_take_back, self._ask_remove, self._back),
        )

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and self._entry is not None and kinds & {"incidents", "people"}:
            self._load()

    # ── changing ────────────────────────────────────────────────────────────────────────────────────────────────
    def begin_change(self) -> None:
        """The same fields as for a new entry, filled with what stands there now."""
        if self._entry is None or self._entry.latest is None or self._change is not None:
            return
        self.sheet.empty()
        self._change = EntryChange(
            self._entry.latest.form,
            self._people,
            functools.partial(local_day, self.context.clock),
            names_shown=self._names_shown,
            language=self.context.language,
            rules=self.context.room.policy.fields,
            pictures=picture_names(self._entry, self.context.language),
            keep=self.keep,
            leave=self.leave,
        )
        self._change.changed.connect(self.touch_draft)
        self.sheet.add(self._change)

    def keep(self) -> None:
        """Write the change as a new version."""
        if self._change is None or self._entry is None:
            return
        try:
            form, reason = self._change.read()
        except DateImpossible:
            return
        context, sent = self.context, self.collect_draft()

        def kept(entry: Incident) -> None:
            context.clear_draft(draft_name(entry.id))
            if isValid(self):
                self._kept(sent, entry)

        work = functools.partial(entry_store.amend, incident_id=self._entry.id, form=form, reason=reason)
        self._keeping.keep(work, kept, changes=("incidents",))

    def _kept(self, sent: dict[str, str], entry: Incident) -> None:
        if self._entry is None or self._entry.id != entry.id:
            # She is at another entry meanwhile.
            return
        later = self.collect_draft()
        self.forget_pending_draft()
        self._change = None
        before = len(self._entry.revisions)
        self._entry = entry
        self._show_entry()
        if len(entry.revisions) > before:
            self.context.tell(self.tr("Kept."), hint=self.tr("The earlier version stays and can be read below."))
        else:
            self.context.tell(self.tr("Nothing was changed."))
        if later != sent and later.get("id") == entry.id:
            # Typed since the press: a further change, with a reason of its own.
            self.restore_draft(later | ({"reason": ""} if later.get("reason") == sent.get("reason") else {}))
            self.save_draft_now()

    def leave(self) -> None:
        """Leave the entry as it was; what was typed is forgotten."""
        if self._entry is not None:
            self._forget_draft(self._entry.id)
            self._show_entry()

    # ── files ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _choose_files(self) -> None:
        self.context.picker.pick_files(self.add_files)

    def add_files(self, paths: list[Path]) -> None:
        """Keep these files with the entry, unchanged."""
        if self._entry is not None:
            self.work.keep(self._entry.id, paths)

    def _open_file(self, attachment_id: str) -> None:
        self.context.go("file", attachment_id=attachment_id)

    def _load_picture(self, attachment_id: str, then: Callable[[bytes | None], None]) -> None:
        work = functools.partial(entry_store.small_picture, attachment_id=attachment_id)
        self.context.background.run(self, work, then, self.context.questions.tell_error)

    # ── taking back, removing ───────────────────────────────────────────────────────────────────────────────────
    def _take_back_change(self) -> None:
        if self._entry is not None:
            work = functools.partial(entry_store.take_back_change, incident_id=self._entry.id)
            self._run(work, lambda _entry: self.context.tell(self.tr("The change is taken back.")))

    def _ask_take_back(self) -> None:
        if self._entry is None:
            return
        work = functools.partial(entry_store.take_back, incident_id=self._entry.id)
        ask_take_back(self.context, self._entry.number, functools.partial(self._run, work, self._dropped))

    def _ask_remove(self) -> None:
        if self._entry is None:
            return
        self.context.questions.ask(
            self.tr("Remove entry {number}?").format(number=self._entry.number),
            self.tr(
                "Its words, its versions and its files are deleted for good. What stays is the number, with the day"
                " of removal.\n\nA fingerprint is a row of signs from which nothing can be read. Kept, it can show"
                " that a copy you handed over earlier is unchanged."
            ),
            [
                ("no", self.tr("Leave it")),
                ("keep", self.tr("Remove, keep the fingerprint")),
                ("all", self.tr("Remove, keep no fingerprint")),
            ],
            functools.partial(self._remove, self._entry.id),
            safe="no",
        )

    def _remove(self, incident_id: str, answer: str) -> None:
        if answer in ("keep", "all"):
            work = functools.partial(entry_store.remove, incident_id=incident_id, keep_hash=answer == "keep")
            self._run(work, self._dropped)

    def _run(self, work: Callable[[Session, Job], Any], done: Callable[[Any], Any]) -> None:
        self.context.background.run(self, work, done, self.context.questions.tell_error, changes=("incidents",))

    def _dropped(self, left: Incident | None) -> None:
        self._forget_draft(self._wanted)
        self._back()
        said = self.tr("Taken back.") if left is None else self.tr("Removed. Its number stays.")
        self.context.tell(said)

    def _gone(self, error: SafePlanError) -> None:
        self._back()
        self.context.questions.tell_error(error)

    def _back(self) -> None:
        self._put_away()
        self._wanted = ""
        self.context.go(self._back_to)

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────
    def collect_draft(self) -> dict[str, str]:
        """The change begun and not kept, with the entry it belongs to."""
        if self._change is None or self._entry is None:
            return dict(self._restored)
        typed = self._change.draft()
        return {**typed, "id": self._entry.id} if typed else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put a change back; before its entry is loaded it waits."""
        if self._entry is not None and fields.get("id") == self._entry.id:
            self.begin_change()
            if self._change is not None:
                self._change.restore(fields)
                self.show_again()
        elif self._entry is None:
            self._restored = dict(fields)

    def save_draft_now(self) -> None:
        """One draft for each entry."""
        self.forget_pending_draft()
        fields = self.collect_draft()
        id_ = self._entry.id if self._entry is not None else fields.get("id", "")
        if id_:
            self.context.save_draft(draft_name(id_), fields)

    def clear(self) -> None:
        """Forget what is shown."""
        self.forget_pending_draft()
        self._entry = None
        self._change = None
        self._restored = {}
        self.sheet.empty()

    def _take_draft(self, incident_id: str, fields: dict[str, str]) -> None:
        if fields and self._entry is not None and self._entry.id == incident_id and not self.collect_draft():
            self.restore_draft({**fields, "id": incident_id})
            self.forget_pending_draft()
            self.context.tell(self.tr("What you began here is still in its fields."))

    def _forget_draft(self, incident_id: str) -> None:
        self.forget_pending_draft()
        self.context.clear_draft(draft_name(incident_id))

    def _put_away(self) -> None:
        if self.collect_draft():
            self.save_draft_now()
        self.clear()
