"""The answers of the technology check for its page: in the store, or in memory until there is one.

May touch: the records of the check, through the background. Must never drop what was answered before the first
passphrase, and never write down whether somebody helped: that lives in the window only.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from safeplan.clock import as_text
from safeplan.records import looked
from safeplan.records.looked import Looked
from ui.background import Job, Session, Work
from ui.page import PageContext

_SHELF = "looked_not_kept"
_WITH = "looked_together"


@dataclass(frozen=True)
class LookedView:
    """Place id to answer. `kept` False: it lies in memory only, hiding erases it."""

    answers: Mapping[str, Looked] = field(default_factory=dict)
    kept: bool = True

    @property
    def asks_to_keep(self) -> bool:
        """True when something lies in memory only."""
        return bool(self.answers) and not self.kept


@dataclass(frozen=True)
class Answer:
    """What was seen at a place; "" takes it back. The same answer again is a new look."""

    item: str
    state: str


@dataclass(frozen=True)
class Note:
    """Her words to a place; empty words take them away."""

    item: str
    text: str


@dataclass(frozen=True)
class ForgetAll:
    """Every answer and note goes."""


Change = Answer | Note | ForgetAll


class LookedKeeping:
    """What is not kept yet lies in the context: the page may be built anew meanwhile."""

    def __init__(self, context: PageContext) -> None:
        self._context = context

    @property
    def waiting(self) -> bool:
        """True while answers lie in memory only."""
        return self._in_memory().asks_to_keep

    @property
    def together(self) -> bool:
        """Whether two people sit here now."""
        return bool(self._context.extra.get(_WITH, False))

    def set_together(self, on: bool) -> None:  # noqa: FBT001
        """Only until the window closes: tomorrow she may sit here alone."""
        self._context.extra[_WITH] = on

    def load(self, owner: QObject, then: Callable[[LookedView], None]) -> None:
        """Hand the answers to then(view)."""
        if self._context.has_store():
            waiting = self._take_from_memory()
            self._run(owner, functools.partial(_change, changes=(), waiting=waiting), then, hers=bool(waiting))
        else:
            then(self._in_memory())

    def change(self, owner: QObject, changes: tuple[Change, ...], then: Callable[[LookedView], None]) -> None:
        """Make the changes and hand the answers as they then are to then(view)."""
        if self._context.has_store():
            work = functools.partial(_change, changes=changes, waiting=self._take_from_memory())
            self._run(owner, work, then, ("looked",), hers=True)
            return
        answers = dict(self._in_memory().answers)
        moment = as_text(self._context.clock.now())
        for one in changes:
            if isinstance(one, ForgetAll):
                answers.clear()
                continue
            known = answers.pop(one.item, None)
            made = (
                looked.answered(known, one.item, one.state, moment)
                if isinstance(one, Answer)
                else looked.noted(known, one.item, one.text, moment)
            )
            if made is not None:
                answers[one.item] = made
        self._context.extra[_SHELF] = LookedView(answers, kept=False)
        then(self._in_memory())

    def _in_memory(self) -> LookedView:
        view: LookedView = self._context.extra.get(_SHELF, LookedView(kept=False))
        return view

    def _take_from_memory(self) -> tuple[Looked, ...]:
        view: LookedView = self._context.extra.pop(_SHELF, LookedView())
        return tuple(view.answers.values())

    def _run(
        self,
        owner: QObject,
        work: Work,
        then: Callable[[LookedView], None],
        changes: tuple[str, ...] = (),
        *,
        hers: bool,
    ) -> None:
        failed = self._context.questions.tell_error
        self._context.background.run(owner, work, then, failed, changes=changes, urgent=True, her_words=hers)


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _change(session: Session, _job: Job, *, changes: tuple[Change, ...], waiting: tuple[Looked, ...]) -> LookedView:
    db, clock = session.database, session.clock
    with db.transaction():
        for known in waiting:
            looked.put_back(db, known)
        for one in changes:
            match one:
                case Answer(item, state):
                    looked.set_state(db, clock, item, state)
                case Note(item, text):
                    looked.set_note(db, clock, item, text)
                case ForgetAll():
                    looked.forget_all(db)
    return LookedView(looked.looked(db))
