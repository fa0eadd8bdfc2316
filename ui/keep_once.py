"""Keeps what stands in a form: once, and with no store yet after her first passphrase.

May touch: the background and the passphrase page, through the page's context. Must never keep the same form twice
because its button was pressed twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from safeplan.errors import SafePlanError
from ui.background import Work
from ui.page import PageContext


class KeepOnce:
    """One for each page with such a form; `busy` while it is being written."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self.busy = False

    def keep(self, work: Work, kept: Callable[[Any], object], *, changes: tuple[str, ...] = ()) -> None:
        """Run `work`, then kept(result), which may use nothing of a page that is gone but its context."""
        if self.busy:
            return

        def over(then: Callable[[Any], object], came: Any) -> None:
            self.busy = False
            then(came)

        def failed(error: SafePlanError) -> None:
            over(self._context.questions.tell_error, error)

        def begin() -> None:
            self.busy = True
            # The page may be built anew while she chooses a passphrase: only the context outlives it.
            background = self._context.background
            background.run(background, work, lambda result: over(kept, result), failed, changes=changes)

        self._context.keep_first(begin)
