"""One quiet line where a copy to take along would be worth making; "Not now" puts it off for a week.

May touch: the worker through the page's context. Must never be seen outside the program, nor ask twice in a week.
"""

from __future__ import annotations

from functools import partial

from safeplan.content.backup_words import load_backup_words
from ui import backup_work
from ui.backup_work import LastView
from ui.page import PageContext
from ui.widgets.buttons import QuietButton
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body


class BackupDue(Inset):
    """Hidden until load() finds that one is due."""

    def __init__(self, context: PageContext) -> None:
        self._say = say = load_backup_words(context.language).page
        self._context = context
        look = QuietButton(say.due_open, name="backup-due-open", clicked=partial(context.go, "backup"))
        later = QuietButton(say.not_now, name="backup-due-not-now", clicked=self._put_off)
        super().__init__(Body(say.due_line), flow(look, later), name="backup-due-line")
        self.hide()

    def load(self) -> None:
        """Ask, where something is kept."""
        if self._context.has_store():
            self._context.background.run(self, backup_work.load_last, self._show)
        else:
            self.hide()

    def _show(self, view: LastView) -> None:
        self.setVisible(view.due)

    def _put_off(self) -> None:
        def done(view: LastView) -> None:
            self._show(view)
            self._context.tell(self._say.put_off)

        self._context.background.run(self, backup_work.put_off, done, changes=("backup",))
