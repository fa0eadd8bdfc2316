"""Asks the worker for the smallest set for a reader and a purpose, and lays it over what she chose meanwhile.

May touch: the worker. Must never write over what she typed while it was looked for.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from safeplan.errors import Cancelled, SafePlanError
from ui import hand_over_load
from ui.hand_over_choice import Choice
from ui.page import PageContext

# What a suggestion is about; the rest of the choice is hers.
_SUGGESTED = ("entries", "files", "parts", "fields_out", "order_ids", "case_ids", "with_names")


class Suggesting(QObject):
    """`found(Choice)`: the choice of now with the suggested set in it; `ended` after each question, found or not."""

    found = Signal(object)
    ended = Signal()

    def __init__(self, page: QObject, context: PageContext, now: Callable[[], Choice]) -> None:
        super().__init__(page)
        self._context, self._now = context, now
        self._asking = 0

    @property
    def busy(self) -> bool:
        """Whether a set is being looked for."""
        return self._asking > 0

    def ask(self, choice: Choice) -> None:
        """Look for the set of this choice."""
        self._asking += 1
        work = functools.partial(hand_over_load.suggest_set, choice=choice)
        self._context.background.run(self, work, functools.partial(self._suggested, choice), self._failed)

    def _suggested(self, asked: Choice, suggested: Choice) -> None:
        self._asking -= 1
        now = self._now()
        if (now.kind, now.aim, now.about) == (asked.kind, asked.aim, asked.about):
            changes = {name: getattr(suggested, name) for name in _SUGGESTED}
            changes["case_number"] = now.case_number or suggested.case_number
            self.found.emit(replace(now, **changes))
        self.ended.emit()

    def _failed(self, error: SafePlanError) -> None:
        self._asking -= 1
        self.ended.emit()
        if not isinstance(error, Cancelled):
            self._context.questions.tell_error(error)
