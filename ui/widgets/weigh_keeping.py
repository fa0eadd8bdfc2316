"""What matters to her, for its page: in the store, or in memory until there is one, through the same calls.

May touch: the record of the weights, through the background. Must never drop what was said before the first
passphrase: it goes into the store as soon as there is one.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from safeplan.errors import SafePlanError
from safeplan.records import weights as record
from safeplan.records.weights import WeightChange, Weights
from ui.background import Job, Session
from ui.keep_once import back_to
from ui.page import PageContext

_SHELF = "weights_not_kept"


class WeighKeeping:
    """Made by the page; what is not kept yet lies in the context, and outlives a page that is built anew."""

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def load(self, owner: QObject, then: Callable[[Weights], None]) -> None:
        """Hand everything she said to then(weights)."""
        if not self._context.has_store():
            then(self._in_memory())
            return
        waiting = self._take()
        hers = waiting is not None and not waiting.is_empty()
        self._run(owner, functools.partial(_load, waiting=waiting), then, hers=hers)

    def change(self, owner: QObject, change: WeightChange, then: Callable[[Weights], None]) -> None:
        """Make one change and hand on what then stands."""
        if self._context.has_store():
            work = functools.partial(_change, change=change, waiting=self._take())
            self._run(owner, work, then, changes=("weights",), hers=True)
            return
        try:
            now = record.changed(self._in_memory(), change, self._context.clock)
        except SafePlanError as error:
            self._context.questions.tell_error(error)
            return
        self._context.extra[_SHELF] = now
        then(now)

    def keep_all(self) -> None:
        """Ask for a passphrase if there is no store yet, put everything into it, lead back to the page."""
        context = self._context

        def kept(_weights: Weights) -> None:
            back_to(context, "weigh")

        def keep() -> None:
            # The page that asked may have been built anew meanwhile: only the context outlives it.
            WeighKeeping(context).load(context.background, kept)

        context.keep_first(keep)

    def _in_memory(self) -> Weights:
        known: Weights = self._context.extra.get(_SHELF, Weights())
        return known

    def _take(self) -> Weights | None:
        waiting: Weights | None = self._context.extra.pop(_SHELF, None)
        return waiting

    def _run(
        self,
        owner: QObject,
        work: Any,
        then: Callable[[Weights], None],
        changes: tuple[str, ...] = (),
        *,
        hers: bool,
    ) -> None:
        failed = self._context.questions.tell_error
        self._context.background.run(owner, work, then, failed, changes=changes, urgent=True, her_words=hers)


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _load(session: Session, _job: Job, *, waiting: Weights | None) -> Weights:
    if waiting is not None and not waiting.is_empty():
        return record.put_weights(session.database, waiting)
    return record.weights(session.database)


def _change(session: Session, _job: Job, *, change: WeightChange, waiting: Weights | None) -> Weights:
    if waiting is not None:
        record.put_weights(session.database, waiting)
    return record.change_weights(session.database, session.clock, change)
