"""Before the first search after a new version of the program: everything written is gone through once, with progress.

May touch: the index of words, through the background. Must never begin by itself, and never lose the former index.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent

from safeplan.errors import Cancelled, SafePlanError
from safeplan.records import search_index
from ui.background import Job, Session
from ui.page import PageContext
from ui.widgets.job_bar import JobBar


class IndexWork(JobBar):
    """first() leads on at once where nothing has to be made. Leaving the page stops it: what else she does would wait
    behind it; the next time it begins anew."""

    def __init__(self, context: PageContext, *, name: str) -> None:
        super().__init__(context.background, name=name)
        self._context = context
        self._then: Callable[[], object] | None = None
        self._asked = self._ready = False
        self.cancelled.connect(partial(context.go, "happened"))

    def first(self, then: Callable[[], object]) -> None:
        """`then` is called once everything can be found; of several, while it is being made, only the last."""
        if self._ready or not self._context.has_store():
            then()
            return
        self._then = then
        if not self._asked:
            self._asked = True
            self._context.background.run(self, _is_due, self._begin, self._failed)

    def _begin(self, due: bool) -> None:  # noqa: FBT001
        if not due:
            self._end()
            return
        words = QCoreApplication.translate(
            "IndexWork", "Everything written is gone through once, so that it can be found. This takes a moment."
        )
        self.take(words, _make, lambda _entries: self._end(), self._failed)
        if not self.isVisible():
            # She has turned to another page before it began.
            self.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stop()

    def _end(self) -> None:
        self._ready = True
        then, self._then = self._then, None
        if then is not None:
            then()

    def _failed(self, error: SafePlanError) -> None:
        self._then, self._asked = None, False
        if not isinstance(error, Cancelled):
            self._context.questions.tell_error(error)


def _is_due(session: Session, _job: Job) -> bool:
    can_write = session.vault is not None and not session.vault.read_only
    return can_write and search_index.is_due(session.database)


def _make(session: Session, job: Job) -> int:
    return search_index.rebuild(session.database, job.progress, job.cancelled)
