"""Choosing photos of a paper and keeping them: one bar with Cancel, and one sentence about what became of them.

May touch: the file picker and the worker. Must never show a photo, and never take a file's name for more than words.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from safeplan.errors import SafePlanError
from ui.background import Job
from ui.error_texts import error_text
from ui.page import PageContext
from ui.paper_entry import KeptPapers
from ui.widgets.file_words import shown_name
from ui.widgets.work_bar import WorkBar


@dataclass(frozen=True)
class TakingWords:
    """`taking` stands over the bar; `failed` holds {name} and {reason}."""

    taking: str
    kept: str
    stopped: str
    failed: str


class PaperTaking(WorkBar):
    """Hidden until something is taken in; one piece of work at a time."""

    def __init__(self, context: PageContext, words: TakingWords, *, changes: tuple[str, ...], name: str) -> None:
        super().__init__(name=name)
        self._context, self._said, self._changes = context, words, changes
        self._job: Job | None = None
        self.cancelled.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Photos are being kept just now."""
        return self._job is not None

    def choose(self, work: Callable[..., KeptPapers]) -> None:
        """Ask for photos, then run `work(session, job, paths=…)`, a function of a module or a partial of one."""
        if not self.busy:
            self._context.picker.pick_files(functools.partial(self._take, work))

    def _take(self, work: Callable[..., KeptPapers], paths: list[Path]) -> None:
        self.begin(self._said.taking)
        self._job = Job(0, lambda *_: None)
        job = self._context.background.run(
            self,
            functools.partial(work, paths=tuple(paths)),
            self._kept,
            self._failed,
            progress=self.set_progress,
            changes=self._changes,
        )
        # It may be over already where work runs in place.
        if self.busy:
            self._job = job

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _kept(self, result: KeptPapers) -> None:
        self._over()
        if result.cancelled:
            self._context.tell(self._said.stopped)
        elif result.failed:
            untrusted_name, error = result.failed[0]
            words = error_text(error)
            reason = words.sentence if words else ""
            self._context.tell(self._said.failed.format(name=shown_name(untrusted_name[:80]), reason=reason), "warm")
        else:
            self._context.tell(self._said.kept)

    def _failed(self, error: SafePlanError) -> None:
        self._over()
        self._context.questions.tell_error(error)

    def _over(self) -> None:
        self._job = None
        self.end()
