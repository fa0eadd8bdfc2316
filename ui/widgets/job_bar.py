"""One piece of work at a time with its bar: begun, told how far it is, stopped by Cancel, gone when it is over.

May touch: the worker. Must never run the same work twice because a button was pressed twice.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from safeplan.errors import SafePlanError
from ui.background import Background, Job, Work
from ui.widgets.work_bar import WorkBar


class JobBar(WorkBar):
    """Connect what must follow a press on Cancel to `cancelled`; the work itself is told."""

    def __init__(self, background: Background, *, name: str) -> None:
        super().__init__(name=name)
        self._background = background
        self._job: Job | None = None
        self.cancelled.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._job is not None

    def take(
        self,
        text: str,
        work: Work,
        done: Callable[[Any], object],
        failed: Callable[[SafePlanError], object],
        *,
        changes: tuple[str, ...] = (),
    ) -> None:
        """Run it, unless something runs already; with the bar where there is a `text`. As Background.run."""
        if self.busy:
            return
        if text:
            self.begin(text)
        # Where work runs in place it is over before run() returns.
        self._job = started = Job(0, lambda *_: None)
        job = self._background.run(
            self,
            work,
            partial(self._over, done),
            partial(self._over, failed),
            progress=self.set_progress,
            changes=changes,
        )
        if self._job is started:
            self._job = job

    def stop(self) -> None:
        """Ask the work to stop at its next look."""
        if self._job is not None:
            self._job.cancel()

    def _over(self, then: Callable[[Any], object], came: Any) -> None:
        self._job = None
        self.end()
        then(came)
