"""Files taken in to an entry: the bar meanwhile, what became of each afterwards, and going on after a hiding.

May touch: the files she chose and the one entry, through the background; a draft with their paths. Must never lose
what she chose: hiding ends the work in the middle, and the next visit goes on with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from safeplan.errors import SafePlanError
from ui.keeping import KeptFiles, keep_files, paths_to_text, text_to_paths
from ui.page import PageContext
from ui.widgets.file_originals import tell_kept
from ui.widgets.job_bar import JobBar


class FilesTaking(JobBar):
    """`draft`: the name under which it is noted what is being taken in. `kept`: what is said when all went well,
    instead of how many files there are."""

    begun = Signal()
    # Whichever way it ended.
    ended = Signal()

    def __init__(self, context: PageContext, words: str, *, draft: str, name: str, kept: str = "") -> None:
        super().__init__(context.background, name=name)
        self._context, self._words, self._draft, self._said = context, words, draft, kept

    def keep(self, entry: str, paths: Sequence[Path], *, again: bool = False) -> None:
        """Take these in; nothing while others are. `again`: they were begun at another opening."""
        if not paths or self.busy:
            return
        self._context.save_draft(self._draft, {"entry": entry, "files": paths_to_text(paths)})
        self.begun.emit()
        work = partial(keep_files, incident_id=entry, paths=tuple(paths))
        self.take(self._words, work, partial(self._kept, again=again), self._failed, changes=("incidents",))

    def go_on(self) -> None:
        """Go on with what was broken off, if anything was."""
        if not self.busy:
            self._context.load_draft(self._draft, self._go_on)

    def _go_on(self, fields: dict[str, str]) -> None:
        if fields.get("entry"):
            self.keep(fields["entry"], text_to_paths(fields.get("files", "")), again=True)

    def _kept(self, result: KeptFiles, *, again: bool) -> None:
        self._end()
        tell_kept(self._context, result, again=again, kept=self._said)

    def _failed(self, error: SafePlanError) -> None:
        self._end()
        self._context.questions.tell_error(error)

    def _end(self) -> None:
        self._context.clear_draft(self._draft)
        self.ended.emit()
