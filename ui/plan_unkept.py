"""What she wrote into the fields of the plan and what could not be kept of it: it waits here and stays in sight.

May touch: nothing but what it holds; it lies in the context and outlives every page. Must never let older words of a
field come after newer ones.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject
from shiboken6 import isValid

from safeplan.clock import Clock
from ui.plan_changes import Answers, Change, OwnStep, PlanView, Switch, TakeUp, changed, her_today


class Unkept:
    """Filled by add(); a try takes everything, one try at a time, and ends with kept() or failed()."""

    def __init__(self) -> None:
        # By field, the newest words of each: those under way, and those that wait.
        self._sent: dict[Hashable, Change] = {}
        self._waiting: dict[Hashable, Change] = {}
        self.told = False
        # The page whose clock runs for another try; it ends with the page.
        self.trying_later: QObject | None = None
        self._page: tuple[QObject, Callable[[PlanView], None]] | None = None

    def add(self, changes: Iterable[Change]) -> None:
        """These stand in fields and are in no store yet."""
        for change in changes:
            self._waiting |= {_field(one): one for one in _single(change)}

    def outdo(self, change: Change) -> None:
        """She pressed something that says it anew."""
        for one in _single(change):
            self._waiting.pop(_field(one), None)

    def take(self) -> tuple[Change, ...]:
        """What to try now; nothing while a try is under way."""
        if self._sent:
            return ()
        self._sent, self._waiting = self._waiting, {}
        return tuple(self._sent.values())

    def kept(self) -> None:
        """What was taken is in the store."""
        self._sent = {}

    def failed(self) -> None:
        """What was taken waits again, but for fields that say something newer by now."""
        self._waiting, self._sent = self._sent | self._waiting, {}

    # ── the page that shows it ──────────────────────────────────────────────────────────────────────────────────
    def show_on(self, owner: QObject, show: Callable[[PlanView], None]) -> None:
        """The page that is told what came of it: the last one she wrote on."""
        self._page = (owner, show)

    def page(self) -> tuple[QObject, Callable[[PlanView], None]] | None:
        """That page, None when it is gone."""
        return self._page if self._page is not None and isValid(self._page[0]) else None

    def over(self, view: PlanView, clock: Clock) -> PlanView:
        """The plan with her words in it; not kept while they could not be."""
        unkept = self._sent | self._waiting
        for change in unkept.values():
            view = changed(view, change, clock, her_today(clock))
        return replace(view, kept=view.kept and not (unkept and self.told))


def _single(change: Change) -> tuple[Change, ...]:
    """Each answer is a field of its own."""
    return tuple(Answers((one,)) for one in change.texts) if isinstance(change, Answers) else (change,)


def _field(change: Change) -> Hashable:
    match change:
        case Answers(((question, _),)):
            return question
        case Answers() | TakeUp() | OwnStep() | Switch():
            return change
        case _:
            return type(change), change.step_id
