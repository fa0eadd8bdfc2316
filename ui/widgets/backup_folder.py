"""Taking a handed-over folder in: choosing it, checking every file of it, and what it has beside hers.

May touch: the worker through the page's context. Must never take from a folder that was changed.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.content.backup_words import load_backup_words
from safeplan.errors import Cancelled, SafePlanError
from safeplan.records.merge import TakenIn
from ui import backup_work
from ui.background import Job
from ui.backup_work import Held, Look
from ui.page import PageContext, StandsOnlyHere
from ui.widgets.backup_compare import CompareView, taken_in
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.file_words import shown_name
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.work_bar import WorkBar


class FolderCard(Card, StandsOnlyHere):
    """Only where something is kept: on an empty computer there is nothing to add it to."""

    def __init__(self, context: PageContext) -> None:
        self._say = say = load_backup_words(context.language).page
        super().__init__(say.take_title, say.take_about, name="backup-folder-card")
        self._context, self.held = context, Held()
        self.button = SecondaryButton(say.folder, name="backup-folder", icon="folder-open", clicked=self.choose)
        self._job: Job | None = None
        self._busy = False
        self.bar = WorkBar(name="backup-folder-work")
        self.bar.cancelled.connect(self._cancel)
        self.chosen = Body("", "muted", name="backup-folder-chosen")
        self.chosen.hide()
        self.view: CompareView | None = None
        self._done: QWidget | None = None
        self._taken: TakenIn | None = None
        self.add(Body(say.take_copy, "muted"), flow(self.button), self.chosen, self.bar)

    @property
    def busy(self) -> bool:
        """Whether something is being looked through or taken in."""
        return self._busy or (self.view is not None and self.view.busy)

    def choose(self) -> None:
        """Ask which."""
        self._context.picker.pick_folder(self.look, to_read=True)

    def look(self, folder: Path) -> None:
        """Check and compare, in the worker."""
        self.forget()
        self.chosen.setText(self._say.chosen.format(name=shown_name(folder.name)))
        self.chosen.show()
        self._busy = True
        self.bar.begin(self._say.comparing)
        self.button.setEnabled(False)
        work = functools.partial(backup_work.look_at_folder, held=self.held, folder=folder)
        self._job = self._context.background.run(self, work, self._show, self._failed, progress=self.bar.set_progress)

    def forget(self) -> None:
        """Take away what was shown."""
        if self._done is not None:
            self._done.hide()
            self._done.deleteLater()
            self._done = self._taken = None
        view: QWidget | None = self.view
        if view is not None:
            view.hide()
            view.deleteLater()
            self.view = None
            work = functools.partial(backup_work.forget, held=self.held)
            self._context.background.run(self._context.background, work, lambda _nothing: None)
        self.chosen.hide()

    def hand_on(self) -> Any:
        """What was taken in; what was merely looked at can be looked at again."""
        return self.view.taken if self.view is not None else self._taken

    def take_on(self, shown: TakenIn) -> None:
        """What came of it."""
        self._taken = shown
        self._done = taken_in(self._context, shown, name="backup-folder-compare")
        self.add(self._done)

    def _show(self, look: Look) -> None:
        self._end()
        if look.compared is not None:
            title = self._say.compare_title
            self.view = CompareView(
                self._context, self.held, look.compared, name="backup-folder-compare", title=title
            )
            self.add(self.view)

    def _failed(self, error: SafePlanError) -> None:
        self._end()
        self.chosen.hide()
        if isinstance(error, Cancelled):
            self._context.tell(self._say.taken_stopped)
        else:
            self._context.questions.tell_error(error)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job, self._busy = None, False
        self.bar.end()
        self.button.setEnabled(True)
