"""Her plan for the pages: in the store, or in memory until there is one, through the same calls.

May touch: the records of the plan, through the background. Must never drop what was chosen before the first
passphrase, or what is written later: what the store cannot take waits on, and is tried again.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

from safeplan.content.guide import Guide, suggestion
from safeplan.errors import Bug, NotThere, ReadOnlyPlace, SafePlanError
from safeplan.records.plan import Step
from ui import plan_changes
from ui.background import Job, Session
from ui.error_texts import error_text
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
from ui.plan_unkept import Unkept

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
_WRITTEN = "plan_written"
# After a full disk the room kept aside is free: the second try mostly succeeds.
AGAIN_MS = 5000


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
        show = functools.partial(self._with_written, then)

        def failed() -> None:
            # Still in sight, and the page says that it is not kept.
            if waiting is not None and not waiting.is_empty():
                show(waiting)

        self._run(owner, functools.partial(_load, waiting=waiting), show, failed, waiting)

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
        self._written.outdo(change)
        waiting = self._take_from_memory()
        work = functools.partial(_change, change=change, waiting=waiting)
        changes = ("plan", "people") if isinstance(change, WithNew) else ("plan",)
        self._run(owner, work, functools.partial(self._with_written, then), failed, waiting, changes)

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

    # ── what stands in fields ───────────────────────────────────────────────────────────────────────────────────
    def write(self, owner: QObject, changes: Iterable[Change], then: Callable[[PlanView], None]) -> None:
        """Keep what she wrote into fields, and what could not be kept before; then(view) as in change().

        A failure is told once. The words wait, stand in every view that is handed out, and are tried again with the
        next call, or after a while without one.
        """
        if not self._context.has_store():
            for change in changes:
                self.change(owner, change, then)
            return
        self._written.add(changes)
        self._written.show_on(owner, then)
        self._try_written()

    @property
    def _written(self) -> Unkept:
        written: Unkept = self._context.extra.setdefault(_WRITTEN, Unkept())
        return written

    def _try_written(self) -> None:
        context, written = self._context, self._written
        changes = written.take()
        if not changes:
            return

        def kept(view: PlanView) -> None:
            written.kept()
            if written.told:
                written.told = False
                context.tell(QCoreApplication.translate("HappenedPage", "Kept."))
            page = written.page()
            if page is not None:
                self._with_written(page[1], view)
            # What she wrote meanwhile.
            self._try_written()

        def failed(error: SafePlanError) -> None:
            written.failed()
            words = error_text(error)
            if words is not None and not written.told:
                # No question over the page: it would take the keys she is writing with.
                context.tell(words.sentence, "warm", hint=words.hint)
            written.told = True
            self._show_unkept()
            if not isinstance(error, ReadOnlyPlace | Bug):
                self._try_later()

        waiting = self._take_from_memory()
        work = functools.partial(_write, changes=changes, waiting=waiting)
        self._run(context.background, work, kept, lambda: None, waiting, ("plan",), failed)

    def _show_unkept(self) -> None:
        page = self._written.page()
        if page is None:
            return
        if _SHELF in self._context.extra:
            # To load would try to keep it, and tell her once more.
            self._with_written(page[1], self._in_memory())
        else:
            self.load(*page)

    def _with_written(self, then: Callable[[PlanView], object], view: PlanView) -> None:
        then(self._written.over(view, self._context.clock))

    def _try_later(self) -> None:
        written = self._written
        page = written.page()
        if page is None or written.trying_later is page[0]:
            return

        def again() -> None:
            written.trying_later = None
            self._try_written()

        written.trying_later = page[0]
        QTimer.singleShot(AGAIN_MS, page[0], again)

    def keep_all(self, go_to: str, **arguments: Any) -> None:
        """Ask for a passphrase if there is no store yet, put everything into the store, lead back to the page."""
        context = self._context

        def kept(_view: PlanView) -> None:
            back_to(context, go_to, **arguments)

        def keep() -> None:
            # The page that asked may have been built anew meanwhile: only the context outlives it.
            keeping = PlanKeeping(context)
            # She asked: whatever comes of it is an answer, though it was told before.
            keeping._written.told = False
            keeping._try_written()
            keeping.load(context.background, kept)

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
        tell: Callable[[SafePlanError], object] | None = None,
    ) -> None:
        context = self._context

        def done(view: PlanView) -> None:
            if isValid(owner):
                then(view)

        def not_done(error: SafePlanError) -> None:
            if waiting is not None:
                context.extra.setdefault(_SHELF, waiting)
            (tell or context.questions.tell_error)(error)
            if isValid(owner):
                failed()

        hers = bool(changes) or (waiting is not None and not waiting.is_empty())
        background = context.background
        # The page may be built anew meanwhile: what waited goes back to its shelf all the same.
        background.run(background, work, done, not_done, changes=changes, urgent=True, her_words=hers)


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


def _write(session: Session, _job: Job, *, changes: tuple[Change, ...], waiting: PlanView | None) -> PlanView:
    db, clock = session.database, session.clock
    with db.transaction():
        if waiting is not None:
            plan_changes.put(db, clock, waiting)
        for change in changes:
            # A step that was removed meanwhile must not hold up the others.
            with contextlib.suppress(NotThere):
                plan_changes.apply(db, clock, change)
    return plan_changes.view_of(db, plan_changes.her_today(clock))
