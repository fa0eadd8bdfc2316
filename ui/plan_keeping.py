"""Her plan for the pages: in the store, or in memory until there is one, through the same calls.

May touch: the records of the plan, through the background. Must never drop what was chosen before the first
passphrase: it goes into the store as soon as there is one, and waits on where the store cannot take it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from safeplan.content.guide import Guide, suggestion
from safeplan.errors import SafePlanError
from safeplan.records.plan import Step
from ui import plan_changes
from ui.background import Job, Session
from ui.keep_once import back_to
from ui.page import PageContext
from ui.plan_changes import (
    WAY,
    WAYS,
    Answers,
    Change,
    LookAgain,
    Mark,
    OwnStep,
    PlanView,
    Reason,
    Remove,
    Reword,
    Switch,
    TakeUp,
    With,
    WithNew,
)

__all__ = [
    "WAY",
    "WAYS",
    "Answers",
    "Change",
    "LookAgain",
    "Mark",
    "OwnStep",
    "PlanKeeping",
    "PlanView",
    "Reason",
    "Remove",
    "Reword",
    "Switch",
    "TakeUp",
    "With",
    "WithNew",
    "first_evening",
    "her_note",
    "step_words",
]

_SHELF = "plan_not_kept"


class PlanKeeping:
    """Made by each page; what is not kept yet lies in the context, so that all pages see the same."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._adding = False

    def load(self, owner: QObject, then: Callable[[PlanView], None]) -> None:
        """Hand the plan to then(view)."""
        if not self._context.has_store():
            then(self._in_memory())
            return
        waiting = self._take_from_memory()

        def failed() -> None:
            # Still in sight, and the page says that it is not kept.
            if waiting is not None and not waiting.is_empty():
                then(waiting)

        self._run(owner, functools.partial(_load, waiting=waiting), then, failed, waiting)

    def change(
        self,
        owner: QObject,
        change: Change,
        then: Callable[[PlanView], None],
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Make one change and hand the plan as it then is to then(view); what goes wrong is told here."""
        if not self._context.has_store():
            clock = self._context.clock
            self._context.extra[_SHELF] = plan_changes.changed(
                self._in_memory(), change, clock, plan_changes.her_today(clock)
            )
            then(self._in_memory())
            return
        waiting = self._take_from_memory()
        work = functools.partial(_change, change=change, waiting=waiting)
        changes = ("plan", "people") if isinstance(change, WithNew) else ("plan",)
        self._run(owner, work, then, failed, waiting, changes)

    def add_own(self, owner: QObject, step: OwnStep, then: Callable[[PlanView], None]) -> None:
        """Add a step of her own; nothing while one is being added already: it may be the same, pressed twice.

        Its words may leave their line only in then(view): until then they stand nowhere else.
        """
        if self._adding:
            return
        self._adding = True

        def kept(view: PlanView) -> None:
            self._adding = False
            then(view)

        def failed() -> None:
            self._adding = False

        self.change(owner, step, kept, failed)

    def keep_all(self, go_to: str, **arguments: Any) -> None:
        """Ask for a passphrase if there is no store yet, put everything into the store, lead back to the page."""
        context = self._context

        def kept(_view: PlanView) -> None:
            back_to(context, go_to, **arguments)

        def keep() -> None:
            # The page that asked may have been built anew meanwhile: only the context outlives it.
            PlanKeeping(context).load(context.background, kept)

        context.keep_first(keep)

    def _in_memory(self) -> PlanView:
        view: PlanView = self._context.extra.get(_SHELF, PlanView(kept=False))
        return view

    def _take_from_memory(self) -> PlanView | None:
        waiting: PlanView | None = self._context.extra.pop(_SHELF, None)
        return waiting

    def _run(
        self,
        owner: QObject,
        work: Any,
        then: Callable[[PlanView], None],
        failed: Callable[[], None],
        waiting: PlanView | None,
        changes: tuple[str, ...] = (),
    ) -> None:
        context = self._context

        def done(view: PlanView) -> None:
            if isValid(owner):
                then(view)

        def not_done(error: SafePlanError) -> None:
            if waiting is not None:
                context.extra.setdefault(_SHELF, waiting)
            context.questions.tell_error(error)
            if isValid(owner):
                failed()

        # The page may be built anew meanwhile: what waited goes back to its shelf all the same.
        context.background.run(context.background, work, done, not_done, changes=changes, urgent=True)


def first_evening(context: PageContext) -> bool:
    """True until she has come back once: until then nothing asks more of her than it must."""
    opened = context.extra.get("opened", lambda: None)()
    return opened is None or not opened.sitting.last_opened


def step_words(guide: Guide, step: Step) -> str:
    """What a step is called: the guide's words, or hers where the guide has none."""
    found = suggestion(guide, step.section, step.suggestion)
    return found.text if found else step.words or "—"


def her_note(guide: Guide, step: Step) -> str:
    """What she wrote to a suggestion; "" where her words are the step itself."""
    return step.words if suggestion(guide, step.section, step.suggestion) else ""


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _load(session: Session, _job: Job, *, waiting: PlanView | None) -> PlanView:
    db = session.database
    if waiting is not None and not waiting.is_empty():
        with db.transaction():
            plan_changes.put(db, session.clock, waiting)
    return plan_changes.view_of(db, plan_changes.her_today(session.clock))


def _change(session: Session, _job: Job, *, change: Change, waiting: PlanView | None) -> PlanView:
    db, clock = session.database, session.clock
    with db.transaction():
        if waiting is not None:
            plan_changes.put(db, clock, waiting)
        plan_changes.apply(db, clock, change)
    return plan_changes.view_of(db, plan_changes.her_today(clock))
