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
from safeplan.records import incidents
from safeplan.records.incidents import IncidentForm
from ui.background import Job, Session
from ui.page import PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.fields import LabelledField
from ui.widgets.files_taking import FilesTaking
from ui.widgets.pick import Pick

UNFINISHED = "files-adding"


class Adding(QWidget):
    """The bar of the work; `button` begins it and stands where the page puts it."""

    def __init__(self, context: PageContext, words: GalleryWords, *, name: str) -> None:
        super().__init__()
        self._context, self._words, self._name = context, words, name
        self._entries: tuple[tuple[str, int], ...] = ()
        self._entry = ""
        self.button = SecondaryButton(words.add, name=f"{name}-add", icon="plus", clicked=self._choose)
        self.work = FilesTaking(context, words.keeping, draft=UNFINISHED, name=f"{name}-work")
        self.work.begun.connect(self._begun)
        self.work.ended.connect(self._over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.work)
        self.hide()

    def set_entries(self, entries: Sequence[tuple[str, int]], entry: str) -> None:
        """The entries she can pick, as id and number; `entry`: the one all files go to, "" when she picks."""
        self._entries, self._entry = tuple(entries), entry

    def add_files(self, paths: list[Path]) -> None:
        """Keep these files."""
        if not paths or self.work.busy:
            return
        if self._entry:
            self.work.keep(self._entry, paths)
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
        self.work.go_on()

    def _choose(self) -> None:
        self._context.picker.pick_files(self.add_files)

    def _answered(self, answer: str, paths: list[Path], entry: str) -> None:
        if answer != "keep":
            return
        if entry:
            self.work.keep(entry, paths)
        else:
            then = functools.partial(self.work.keep, paths=paths)
            self._context.background.run(self, _new_entry, then, self._context.questions.tell_error)

    def _begun(self) -> None:
        self.show()
        self.button.setEnabled(False)

    def _over(self) -> None:
        self.hide()
        self.button.setEnabled(True)


def _new_entry(session: Session, _job: Job) -> str:
    return incidents.add_incident(session.database, session.clock, IncidentForm(""), with_file=True).id
