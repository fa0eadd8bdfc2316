"""Asks the worker for the smallest set for a reader and a purpose, and lays it over what she chose meanwhile.

May touch: the worker. Must never write over what she typed or ticked while it was looked for.
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
_SUGGESTED = ("entries", "parts", "fields_out", "order_ids", "case_ids", "with_names")


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
            self.found.emit(_laid_over(asked, now, suggested))
        self.ended.emit()

    def _failed(self, error: SafePlanError) -> None:
        self._asking -= 1
        self.ended.emit()
        if not isinstance(error, Cancelled):
            self._context.questions.tell_error(error)


def _laid_over(asked: Choice, now: Choice, suggested: Choice) -> Choice:
    """The choice of now with the suggested set in it, but for what was changed since it was asked for."""
    same = [name for name in _SUGGESTED if getattr(now, name) == getattr(asked, name)]
    ticked = dict(one for one in now.files if one not in asked.files)
    # A private file is let go once it was handed over.
    let_go = dict(asked.files).keys() - dict(now.files).keys()
    files = {id_: on for id_, on in suggested.files if id_ not in let_go} | ticked
    return replace(
        now,
        **{name: getattr(suggested, name) for name in same},
        files=tuple(files.items()),
        case_number=now.case_number or suggested.case_number,
    )
