"""Choosing photos of a paper and keeping them: one bar with Cancel, and one sentence about what became of them.

May touch: the file picker and the worker. Must never show a photo, and never take a file's name for more than words.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ui.error_texts import error_text
from ui.page import PageContext
from ui.paper_entry import KeptPapers
from ui.widgets.file_words import shown_name
from ui.widgets.job_bar import JobBar


@dataclass(frozen=True)
class TakingWords:
    """`taking` stands over the bar; `failed` holds {name} and {reason}."""

    taking: str
    kept: str
    stopped: str
    failed: str


class PaperTaking(JobBar):
    """Hidden until something is taken in; one piece of work at a time."""

    def __init__(self, context: PageContext, words: TakingWords, *, changes: tuple[str, ...], name: str) -> None:
        super().__init__(context.background, name=name)
        self._context, self._said, self._changes = context, words, changes

    def choose(self, work: Callable[..., KeptPapers]) -> None:
        """Ask for photos, then run `work(session, job, paths=…)`, a function of a module or a partial of one."""
        if not self.busy:
            self._context.picker.pick_files(functools.partial(self._take, work))

    def _take(self, work: Callable[..., KeptPapers], paths: list[Path]) -> None:
        work = functools.partial(work, paths=tuple(paths))
        failed = self._context.questions.tell_error
        self.take(self._said.taking, work, self._kept, failed, changes=self._changes)

    def _kept(self, result: KeptPapers) -> None:
        if result.cancelled:
            self._context.tell(self._said.stopped)
        elif result.failed:
            untrusted_name, error = result.failed[0]
            words = error_text(error)
            reason = words.sentence if words else ""
            self._context.tell(self._said.failed.format(name=shown_name(untrusted_name[:80]), reason=reason), "warm")
        else:
            self._context.tell(self._said.kept)
