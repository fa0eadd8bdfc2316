"""Her plan for the pages: in the store, or in memory until there is one, through the same calls.

May touch: the records of the plan, through the background. Must never drop what was chosen before the first
passphrase: it goes into the store as soon as there is one.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject

from safeplan.clock import Clock, as_text
from safeplan.content.guide import Guide, suggestion
from safeplan.records import people, plan
from safeplan.records.people import Person
from safeplan.records.plan import Step
from safeplan.vault.database import Database
from ui.background import Job, Session
from ui.page import PageContext

_SHELF = "plan_not_kept"


@dataclass(frozen=True)
class PlanView:
    """Everything a page of the plan shows. `kept` False: it lies in memory only, hiding erases it."""

    steps: tuple[Step, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    situations: frozenset[str] = frozenset()
    people: dict[str, Person] = field(default_factory=dict)
    kept: bool = True

    @property
    def for_today(self) -> tuple[Step, ...]:
        """At most three steps she will do, the longest waiting first."""
        return tuple(one for one in self.steps if one.state == "will_do")[: plan.TODAY]

    def taken(self, suggestion_id: str) -> Step | None:
        """The step made of this suggestion, in whatever state."""
        return next((one for one in self.steps if one.suggestion == suggestion_id), None)

    def is_empty(self) -> bool:
        """True when nothing was chosen or written."""
        return not (self.steps or self.answers or self.situations)


# ── changes: plain values that can be made in the store and in memory alike ──────────────────────────────────────
@dataclass(frozen=True)
class TakeUp:
    """A suggestion gets a state; "" as state puts it back as if never taken up."""

    section: str
    suggestion: str
    state: str
    words: str = ""


@dataclass(frozen=True)
class OwnStep:
    """A step in her own words."""

    section: str
    words: str


@dataclass(frozen=True)
class Mark:
    """A known step gets another state."""

    step_id: str
    state: str


@dataclass(frozen=True)
class Reword:
    """A known step gets other words of hers."""

    step_id: str
    words: str


@dataclass(frozen=True)
class Remove:
    """A step in her own words goes."""

    step_id: str


@dataclass(frozen=True)
class Answers:
    """Answers, question id to text; an empty text takes the answer away."""

    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Switch:
    """A situation applies, or does not."""

    situation: str
    on: bool


Change = TakeUp | OwnStep | Mark | Reword | Remove | Answers | Switch


class PlanKeeping:
    """Made by each page; what is not kept yet lies in the context, so that all pages see the same."""

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def load(self, owner: QObject, then: Callable[[PlanView], None]) -> None:
        """Hand the plan to then(view)."""
        if not self._context.has_store():
            then(self._in_memory())
            return
        self._run(owner, functools.partial(_load, waiting=self._take_from_memory()), then)

    def change(self, owner: QObject, change: Change, then: Callable[[PlanView], None]) -> None:
        """Make one change and hand the plan as it then is to then(view)."""
        if not self._context.has_store():
            self._context.extra[_SHELF] = _changed(self._in_memory(), change, self._context.clock)
            then(self._in_memory())
            return
        work = functools.partial(_change, change=change, waiting=self._take_from_memory())
        self._run(owner, work, then, changes=("plan",))

    def keep_all(self, go_to: str, **arguments: Any) -> None:
        """Ask for a passphrase if there is no store yet, put everything into the store, then show the page."""
        context = self._context

        def keep() -> None:
            # The page that asked may have been built anew meanwhile: only the context outlives it.
            PlanKeeping(context).load(context.background, lambda _view: context.go(go_to, **arguments))

        context.keep_first(keep)

    def _in_memory(self) -> PlanView:
        view: PlanView = self._context.extra.get(_SHELF, PlanView(kept=False))
        return view

    def _take_from_memory(self) -> PlanView | None:
        waiting: PlanView | None = self._context.extra.pop(_SHELF, None)
        return waiting

    def _run(
        self, owner: QObject, work: Any, then: Callable[[PlanView], None], changes: tuple[str, ...] = ()
    ) -> None:
        self._context.background.run(owner, work, then, self._context.questions.tell_error, changes=changes)


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
            _put(db, session.clock, waiting)
    return _view(db)


def _change(session: Session, _job: Job, *, change: Change, waiting: PlanView | None) -> PlanView:
    db, clock = session.database, session.clock
    with db.transaction():
        if waiting is not None:
            _put(db, clock, waiting)
        _apply(db, clock, change)
    return _view(db)


def _view(db: Database) -> PlanView:
    return PlanView(
        steps=plan.steps(db),
        answers=plan.answers(db),
        situations=plan.situations(db),
        people={one.id: one for one in people.list_people(db)},
    )


def _put(db: Database, clock: Clock, waiting: PlanView) -> None:
    for situation in sorted(waiting.situations):
        plan.set_situation(db, clock, situation, True)
    for question, text in waiting.answers.items():
        plan.set_answer(db, clock, question, text)
    for step in waiting.steps:
        if step.suggestion:
            plan.take_up_suggestion(db, clock, step.section, step.suggestion, step.state, step.words)
        else:
            made = plan.add_own_step(db, clock, step.section, step.words)
            plan.mark_step(db, clock, made.id, step.state)


def _apply(db: Database, clock: Clock, change: Change) -> None:
    match change:
        case TakeUp(section, known, "", _):
            plan.leave_suggestion(db, clock, section, known)
        case TakeUp(section, known, state, words):
            plan.take_up_suggestion(db, clock, section, known, state, words)
        case OwnStep(section, words):
            plan.add_own_step(db, clock, section, words)
        case Mark(step_id, state):
            plan.mark_step(db, clock, step_id, state)
        case Reword(step_id, words):
            plan.change_step(db, clock, step_id, words=words)
        case Remove(step_id):
            plan.remove_own_step(db, clock, step_id)
        case Answers(texts):
            for question, text in texts:
                plan.set_answer(db, clock, question, text)
        case Switch(situation, on):
            plan.set_situation(db, clock, situation, on)


# ── in memory ───────────────────────────────────────────────────────────────────────────────────────────────────
_numbers = itertools.count(1)


def _changed(view: PlanView, change: Change, clock: Clock) -> PlanView:
    steps = list(view.steps)
    match change:
        case TakeUp(section, known, state, words):
            old = view.taken(known)
            if old is not None:
                steps = [replace(s, state=state, words=words or s.words) if s is old else s for s in steps]
                steps = [s for s in steps if s.state]
            elif state:
                steps.append(_new(section, known, words, state, clock))
        case OwnStep(section, words) if words.strip():
            steps.append(_new(section, "", words, "will_do", clock))
        case Mark(step_id, state):
            steps = [replace(s, state=state) if s.id == step_id else s for s in steps]
        case Reword(step_id, words) if words.strip():
            steps = [replace(s, words=words) if s.id == step_id else s for s in steps]
        case Remove(step_id):
            steps = [s for s in steps if s.id != step_id or s.suggestion]
        case Answers(texts):
            merged = view.answers | dict(texts)
            return replace(view, answers={q: text for q, text in merged.items() if text.strip()})
        case Switch(situation, on):
            return replace(view, situations=view.situations | {situation} if on else view.situations - {situation})
    return replace(view, steps=tuple(steps))


def _new(section: str, known: str, words: str, state: str, clock: Clock) -> Step:
    return Step(f"new-{next(_numbers)}", section, known, words, state, "", "", as_text(clock.now()))
