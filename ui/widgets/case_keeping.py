"""Keeping one item with its papers: a bar with Cancel while papers are taken in, and one sentence afterwards.

May touch: the worker. Must never keep the same item twice because a button was pressed twice.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from safeplan.content.case_words import CaseWords
from safeplan.records.cases import Case, Item, ItemForm
from ui.error_texts import error_text
from ui.page import PageContext
from ui.widgets import case_store, file_words
from ui.widgets.case_store import KeptItem
from ui.widgets.job_bar import JobBar


class ItemKeeping(JobBar):
    """`kept(item)` is called when it stands in the case; when she stops it, nothing is kept and nothing is called."""

    def __init__(self, context: PageContext, words: CaseWords, kept: Callable[[Item], None], *, name: str) -> None:
        super().__init__(context.background, name=name)
        self._context, self._words, self._then = context, words, kept

    def keep(self, case: Case, changing: str, form: ItemForm, paths: tuple[Path, ...]) -> None:
        """Add the item, or write over the one named `changing`."""
        say = self._words.page
        work = functools.partial(
            case_store.keep_item,
            case_id=case.id,
            id_=changing,
            form=form,
            paths=paths,
            words=say.files_entry.format(name=case.form.name or say.nameless),
        )
        changes = ("cases", "incidents") if paths else ("cases",)
        failed = self._context.questions.tell_error
        self.take(say.keeping_files if paths else "", work, self._kept, failed, changes=changes)

    def _kept(self, kept: KeptItem) -> None:
        say = self._words.page
        failed = [
            say.file_failed.format(name=file_words.shown_name(name), reason=words.sentence)
            for name, error in kept.failed
            if (words := error_text(error)) is not None
        ]
        self._then(kept.item)
        self._context.tell(say.kept, tone="warm" if failed else "info", hint=" ".join(failed))
