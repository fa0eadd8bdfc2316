"""Keeping one item with its papers: a bar with Cancel while papers are taken in, and one sentence afterwards.

May touch: the worker. Must never keep the same item twice because a button was pressed twice.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from safeplan.content.case_words import CaseWords
from safeplan.errors import SafePlanError
from safeplan.records.cases import Case, Item, ItemForm
from ui.background import Job
from ui.error_texts import error_text
from ui.page import PageContext
from ui.widgets import case_store, file_words
from ui.widgets.case_store import KeptItem
from ui.widgets.work_bar import WorkBar


class ItemKeeping(WorkBar):
    """`kept(item)` is called when it stands in the case; when she stops it, nothing is kept and nothing is called."""

    def __init__(self, context: PageContext, words: CaseWords, kept: Callable[[Item], None], *, name: str) -> None:
        super().__init__(name=name)
        self._context, self._words, self._then = context, words, kept
        self._job: Job | None = None
        self.cancelled.connect(self._stop)

    def keep(self, case: Case, changing: str, form: ItemForm, paths: tuple[Path, ...]) -> None:
        """Add the item, or write over the one named `changing`."""
        if self._job is not None:
            return
        say = self._words.page
        work = functools.partial(
            case_store.keep_item,
            case_id=case.id,
            id_=changing,
            form=form,
            paths=paths,
            words=say.files_entry.format(name=case.form.name or say.nameless),
        )
        if paths:
            self.begin(say.keeping_files)
        changes = ("cases", "incidents") if paths else ("cases",)
        # Where work runs in place it is over before run() returns.
        self._job = started = Job(0, lambda *_: None)
        run = self._context.background.run
        job = run(self, work, self._kept, self._failed, progress=self.set_progress, changes=changes)
        if self._job is started:
            self._job = job

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _kept(self, kept: KeptItem) -> None:
        self._over()
        say = self._words.page
        failed = [
            say.file_failed.format(name=file_words.shown_name(name), reason=words.sentence)
            for name, error in kept.failed
            if (words := error_text(error)) is not None
        ]
        self._then(kept.item)
        self._context.tell(say.kept, tone="warm" if failed else "info", hint=" ".join(failed))

    def _failed(self, error: SafePlanError) -> None:
        self._over()
        self._context.questions.tell_error(error)

    def _over(self) -> None:
        self._job = None
        self.end()
