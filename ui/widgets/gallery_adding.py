"""Adding files from the page with all files: which entry they belong to, one bar, what became of each.

May touch: files she chose, through the worker. Must never add twice what a hidden window broke off, and never keep
an entry for files that could not be kept.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.file_words import GalleryWords
from safeplan.errors import SafePlanError
from safeplan.records import incidents
from safeplan.records.incidents import IncidentForm
from ui.background import Job, Session
from ui.keeping import KeptFiles, keep_files, paths_to_text, text_to_paths
from ui.page import PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.fields import LabelledField
from ui.widgets.file_originals import tell_kept
from ui.widgets.pick import Pick
from ui.widgets.work_bar import WorkBar

UNFINISHED = "files-adding"


class Adding(QWidget):
    """The bar of the work; `button` begins it and stands where the page puts it."""

    def __init__(self, context: PageContext, words: GalleryWords, *, name: str) -> None:
        super().__init__()
        self._context, self._words, self._name = context, words, name
        self._entries: tuple[tuple[str, int], ...] = ()
        self._entry = ""
        self._busy = False
        self._job: Job | None = None
        self.button = SecondaryButton(words.add, name=f"{name}-add", icon="plus", clicked=self._choose)
        self.work = WorkBar(name=f"{name}-work")
        self.work.cancelled.connect(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.work)
        self.hide()

    def set_entries(self, entries: Sequence[tuple[str, int]], entry: str) -> None:
        """The entries she can pick, as id and number; `entry`: the one all files go to, "" when she picks."""
        self._entries, self._entry = tuple(entries), entry

    def add_files(self, paths: list[Path]) -> None:
        """Keep these files."""
        if not paths or self._busy:
            return
        if self._entry:
            self._keep(paths, self._entry)
            return
        say = self._words
        options = [("", say.where_new)]
        options += [(id_, say.where_entry.format(number=number)) for id_, number in self._entries]
        where = Pick(options, name=f"{self._name}-where", accessible=say.where_label)
        self._context.questions.ask(
            say.where_title,
            say.where_text,
            [("keep", say.where_add), ("back", say.where_back)],
            lambda answer: self._answered(answer, paths, where.one()),
            safe="back",
            primary="keep",
            body=LabelledField(say.where_label, where),
        )

    def go_on(self) -> None:
        """Go on with what was broken off by hiding, if anything was."""
        self._context.load_draft(UNFINISHED, self._go_on)

    def _choose(self) -> None:
        self._context.picker.pick_files(self.add_files)

    def _answered(self, answer: str, paths: list[Path], entry: str) -> None:
        if answer != "keep":
            return
        if entry:
            self._keep(paths, entry)
        else:
            then = functools.partial(self._keep, paths)
            self._context.background.run(self, _new_entry, then, self._context.questions.tell_error)

    def _go_on(self, fields: dict[str, str]) -> None:
        if not self._busy and fields.get("entry"):
            self._keep(text_to_paths(fields.get("files", "")), fields["entry"], again=True)

    def _keep(self, paths: list[Path], entry: str, *, again: bool = False) -> None:
        # Hiding ends this in the middle; what is noted here is gone on with at the next visit.
        self._context.save_draft(UNFINISHED, {"entry": entry, "files": paths_to_text(paths)})
        self._busy = True
        self.show()
        self.work.begin(self._words.keeping)
        self.button.setEnabled(False)
        self._job = self._context.background.run(
            self,
            functools.partial(keep_files, incident_id=entry, paths=tuple(paths)),
            functools.partial(self._kept, again=again),
            self._failed,
            progress=self.work.set_progress,
            changes=("incidents",),
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _kept(self, result: KeptFiles, *, again: bool) -> None:
        self._over()
        tell_kept(self._context, result, again=again)

    def _failed(self, error: SafePlanError) -> None:
        self._over()
        self._context.questions.tell_error(error)

    def _over(self) -> None:
        self._busy = False
        self.work.end()
        self.hide()
        self.button.setEnabled(True)
        self._context.clear_draft(UNFINISHED)


def _new_entry(session: Session, _job: Job) -> str:
    return incidents.add_incident(session.database, session.clock, IncidentForm(""), with_file=True).id
