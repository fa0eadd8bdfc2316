"""What a page of the plan shows, and every change to it: the same ones in the store and in memory.

May touch: the records of the plan and of people, in the worker. Must never need a store: before the first passphrase
each change is made to a view in memory, and put into the store later with nothing dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from safeplan.clock import Clock, as_text
from safeplan.records import people, plan
from safeplan.records.people import Person, PersonForm
from safeplan.records.plan import Step
from safeplan.records.wording import new_id
from safeplan.vault.database import Database

# How she uses this, from the page "Before you begin": an answer like any other, so it is kept, carried over from the
# first evening and changed like one. No question of the guide has this id: theirs begin with a section and "_".
WAY = "way"
READ, NAMELESS, FULL, PAPER = WAYS = ("read", "nameless", "full", "paper")


@dataclass(frozen=True)
class PlanView:
    """Everything a page of the plan shows. `kept` False: it lies in memory only, hiding erases it.

    `due`: steps whose day to look again has come.
    """

    steps: tuple[Step, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    situations: frozenset[str] = frozenset()
    people: dict[str, Person] = field(default_factory=dict)
    kept: bool = True
    due: tuple[Step, ...] = ()

    @property
    def for_today(self) -> tuple[Step, ...]:
        """At most three steps she will do, the longest waiting first."""
        return tuple(one for one in self.steps if one.state == "will_do")[: plan.TODAY]

    @property
    def way(self) -> str:
        """One of WAYS, "" while she has not chosen."""
        return self.answers.get(WAY, "")

    @property
    def writes(self) -> bool:
        """False when she only reads here, or writes on paper: nothing then asks her to write."""
        return self.way not in (READ, PAPER)

    @property
    def asks_to_keep(self) -> bool:
        """True when something of hers lies in memory only, and she wants to write here at all."""
        own = self.steps or self.situations or self.answers.keys() - {WAY}
        return bool(own) and not self.kept and self.writes

    def names_shown(self, settings: Any) -> bool:
        """Whether full names may stand on a page; never in a plan without names."""
        return bool(settings and settings.names_shown) and self.way != NAMELESS

    def taken(self, suggestion_id: str) -> Step | None:
        """The step made of this suggestion, in whatever state."""
        return next((one for one in self.steps if one.suggestion == suggestion_id), None)

    def step(self, step_id: str) -> Step | None:
        """The step of this id, None when it is gone."""
        return next((one for one in self.steps if one.id == step_id), None)

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
    """A known step gets other words of hers. A step of her own keeps its words when these are empty."""

    step_id: str
    words: str


@dataclass(frozen=True)
class Reason:
    """Why a known step is not safe for her; may be empty."""

    step_id: str
    reason: str


@dataclass(frozen=True)
class LookAgain:
    """The day to look at a step again, an ISO date; "" for none."""

    step_id: str
    day: str


@dataclass(frozen=True)
class With:
    """The person a step involves; "" for nobody."""

    step_id: str
    person_id: str


@dataclass(frozen=True)
class WithNew:
    """A step involves someone who is not among her people yet. `short`: initials or a nickname, no full name."""

    step_id: str
    name: str
    short: bool = False


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


Change = TakeUp | OwnStep | Mark | Reword | Reason | LookAgain | With | WithNew | Remove | Answers | Switch


# ── in the store: in the worker, within one transaction ─────────────────────────────────────────────────────────
def apply(db: Database, clock: Clock, change: Change) -> None:
    """Make the change."""
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
            if words.strip() or plan.step(db, step_id).suggestion:
                plan.change_step(db, clock, step_id, words=words)
        case Reason(step_id, reason):
            plan.change_step(db, clock, step_id, reason=reason)
        case LookAgain(step_id, day):
            plan.change_step(db, clock, step_id, look_again=day)
        case With(step_id, person_id):
            plan.change_step(db, clock, step_id, person_id=person_id)
        case WithNew(step_id, name, short):
            if name.strip():
                made = people.add_person(db, clock, _form(name, short=short))
                plan.change_step(db, clock, step_id, person_id=made.id)
        case Remove(step_id):
            plan.remove_own_step(db, clock, step_id)
        case Answers(texts):
            for question, text in texts:
                plan.set_answer(db, clock, question, text)
        case Switch(situation, on):
            plan.set_situation(db, clock, situation, on)


def put(db: Database, clock: Clock, waiting: PlanView) -> None:
    """Put what waited in memory into the store."""
    for situation in sorted(waiting.situations):
        plan.set_situation(db, clock, situation, True)
    for question, text in waiting.answers.items():
        plan.set_answer(db, clock, question, text)
    known = {id_: people.add_person(db, clock, _form_of(one)).id for id_, one in waiting.people.items()}
    for step in waiting.steps:
        # With the id it has: what she is typing beside it finds it again.
        if step.suggestion:
            made = plan.take_up_suggestion(
                db, clock, step.section, step.suggestion, step.state, step.words, id=step.id
            )
        else:
            made = plan.add_own_step(db, clock, step.section, step.words, id=step.id)
        plan.change_step(
            db,
            clock,
            made.id,
            state=step.state,
            person_id=known.get(step.person_id, ""),
            look_again=step.look_again,
            reason=step.reason,
        )


def her_today(clock: Clock) -> date:
    """The day on the calendar at her wall."""
    zone = datetime.strptime(clock.zone(), "%z").tzinfo
    return clock.now().astimezone(zone).date()


def view_of(db: Database, today: date) -> PlanView:
    """Everything as it stands in the store; `today` is the day at her wall."""
    return PlanView(
        steps=plan.steps(db),
        answers=plan.answers(db),
        situations=plan.situations(db),
        people={one.id: one for one in people.list_people(db)},
        due=plan.steps_to_look_at(db, today),
    )


# ── in memory ───────────────────────────────────────────────────────────────────────────────────────────────────
def changed(view: PlanView, change: Change, clock: Clock, today: date) -> PlanView:
    """The view with the change made to it."""
    match change:
        case Answers(texts):
            merged = view.answers | dict(texts)
            return replace(view, answers={q: text for q, text in merged.items() if text.strip()})
        case Switch(situation, on):
            return replace(view, situations=view.situations | {situation} if on else view.situations - {situation})
        case WithNew(step_id, name, short) if name.strip():
            person = _person(new_id(), _form(name, short=short))
            view = replace(view, people=view.people | {person.id: person})
            change = With(step_id, person.id)
    steps = _steps(view, change, clock)
    return replace(view, steps=steps, due=plan.due(steps, today))


def _steps(view: PlanView, change: Change, clock: Clock) -> tuple[Step, ...]:
    steps = view.steps
    match change:
        case TakeUp(section, known, state, words):
            old = view.taken(known)
            if old is not None:
                steps = _with(view, old.id, state=state, words=words or old.words)
                return tuple(one for one in steps if one.state)
            if state:
                return (*steps, _new(section, known, words, state, clock))
        case OwnStep(section, words) if words.strip():
            return (*steps, _new(section, "", words, "will_do", clock))
        case Mark(step_id, state):
            return _with(view, step_id, state=state)
        case Reword(step_id, words):
            step = view.step(step_id)
            if step is not None and (words.strip() or step.suggestion):
                return _with(view, step_id, words=words)
        case Reason(step_id, reason):
            return _with(view, step_id, reason=reason)
        case LookAgain(step_id, day):
            return _with(view, step_id, look_again=day)
        case With(step_id, person_id):
            return _with(view, step_id, person_id=person_id)
        case Remove(step_id):
            return tuple(one for one in steps if one.id != step_id or one.suggestion)
    return steps


def _with(view: PlanView, step_id: str, **new: str) -> tuple[Step, ...]:
    return tuple(replace(one, **new) if one.id == step_id else one for one in view.steps)


def _new(section: str, known: str, words: str, state: str, clock: Clock) -> Step:
    return Step(new_id(), section, known, words, state, "", "", as_text(clock.now()))


def _form(name: str, *, short: bool) -> PersonForm:
    return PersonForm(nickname=name.strip()) if short else PersonForm(name=name.strip())


def _person(id_: str, form: PersonForm) -> Person:
    return Person(id=id_, name=form.name, nickname=form.nickname, role=form.role)


def _form_of(person: Person) -> PersonForm:
    return PersonForm(name=person.name, nickname=person.nickname, role=person.role)
