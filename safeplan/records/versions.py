"""Her plan as it stood at the end of each sitting, and what has changed since.

May touch: the table plan_version; it reads the plan. Must never hold a name (people stand in it by id only), keep two
equal versions in a row, or judge a change: fewer steps are not less.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import plan
from safeplan.records.wording import canonical, new_id
from safeplan.vault.database import Database

_ADD = "INSERT INTO plan_version VALUES (?, ?, ?, ?)"
_ALL = "SELECT id, made_at, zone, document FROM plan_version ORDER BY made_at DESC, rowid DESC"
_HEADS = "SELECT id, made_at, zone FROM plan_version ORDER BY made_at DESC, rowid DESC"
_NEWEST = f"{_ALL} LIMIT 1"
_ONE = "SELECT id, made_at, zone, document FROM plan_version WHERE id = ?"
_DROP = "DELETE FROM plan_version WHERE id = ?"
_LAST_TOUCHED = "SELECT max(changed_at) FROM (SELECT changed_at FROM step UNION ALL SELECT changed_at FROM answer)"


@dataclass(frozen=True)
class VersionStep:
    """A step as it was; `suggestion` is the guide's id, or "" for one in her own words."""

    id: str
    section: str
    suggestion: str
    words: str
    state: str
    person_id: str = ""
    look_again: str = ""
    reason: str = ""


@dataclass(frozen=True)
class PlanVersion:
    """The plan at the end of one sitting. `made_at` is UTC text, "" for the plan as it is now."""

    id: str
    made_at: str
    zone: str
    steps: tuple[VersionStep, ...]
    answers: tuple[tuple[str, str], ...]
    situations: tuple[str, ...]

    def is_empty(self) -> bool:
        """True when nothing had been chosen or written."""
        return not (self.steps or self.answers or self.situations)


@dataclass(frozen=True)
class VersionHead:
    """A version in a list, without what stands in it. `made_at` is UTC text."""

    id: str
    made_at: str
    zone: str


@dataclass(frozen=True)
class StepChange:
    """One step then and now; None where it was not there."""

    before: VersionStep | None
    after: VersionStep | None


@dataclass(frozen=True)
class AnswerChange:
    """One answer then and now, "" where there was none."""

    question: str
    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    """What differs between two versions, in the order of the later one; what is gone comes last."""

    steps: tuple[StepChange, ...] = ()
    answers: tuple[AnswerChange, ...] = ()
    switched_on: tuple[str, ...] = ()
    switched_off: tuple[str, ...] = ()

    def nothing(self) -> bool:
        """True when the two are the same."""
        return not (self.steps or self.answers or self.switched_on or self.switched_off)


def plan_now(db: Database) -> PlanVersion:
    """The plan as it is at this moment."""
    kept = tuple(
        VersionStep(s.id, s.section, s.suggestion, s.words, s.state, s.person_id, s.look_again, s.reason)
        for s in plan.steps(db)
    )
    return PlanVersion("", "", "", kept, tuple(plan.answers(db).items()), tuple(sorted(plan.situations(db))))


def keep_version(db: Database, clock: Clock) -> PlanVersion | None:
    """Keep what earlier sittings left, if it differs from the newest version; None when it does not.

    Called when the store is opened, so a version is dated by the last change of the sitting it ends.
    """
    document = _document(plan_now(db))
    newest = db.row(_NEWEST)
    if newest is not None and newest[3] == document:
        return None
    if newest is None and plan_now(db).is_empty():
        return None
    made = new_id()
    moment = db.value(_LAST_TOUCHED) or as_text(clock.now())
    if newest is not None and moment <= newest[1]:
        # A switch or a removal leaves no date of its own, and clocks can be set back.
        moment = max(newest[1], as_text(clock.now()))
    db.execute(_ADD, (made, moment, clock.zone(), document))
    return version(db, made)


def versions(db: Database) -> tuple[PlanVersion, ...]:
    """All versions kept, the newest first."""
    return tuple(_read(row) for row in db.rows(_ALL))


def version_heads(db: Database) -> tuple[VersionHead, ...]:
    """All versions kept, the newest first, for a list: what stands in them is not read."""
    return tuple(VersionHead(*row) for row in db.rows(_HEADS))


def since_last_time(db: Database) -> tuple[VersionHead, Changes] | None:
    """The newest version and what has changed since; None while there is no version."""
    row = db.row(_NEWEST)
    if row is None:
        return None
    newest = _read(row)
    return VersionHead(newest.id, newest.made_at, newest.zone), changes(newest, plan_now(db))


def version(db: Database, id: str) -> PlanVersion:
    """One version. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return _read(row)


def remove_version(db: Database, id: str) -> None:
    """Delete one version for good. Raises NotThere."""
    if not db.execute(_DROP, (id,)):
        raise errors.NotThere


def remove_all_versions(db: Database) -> None:
    """Delete every version; the plan as it is now stays."""
    db.execute("DELETE FROM plan_version")


def changes(before: PlanVersion, after: PlanVersion) -> Changes:
    """What changed from `before` to `after`."""
    old_steps, new_steps = {s.id: s for s in before.steps}, {s.id: s for s in after.steps}
    steps = [StepChange(old_steps.get(s.id), s) for s in after.steps if old_steps.get(s.id) != s]
    steps += [StepChange(s, None) for s in before.steps if s.id not in new_steps]
    old_answers, new_answers = dict(before.answers), dict(after.answers)
    asked = [*new_answers, *(one for one in old_answers if one not in new_answers)]
    answers = [
        AnswerChange(one, old_answers.get(one, ""), new_answers.get(one, ""))
        for one in asked
        if old_answers.get(one) != new_answers.get(one)
    ]
    return Changes(
        tuple(steps),
        tuple(answers),
        tuple(one for one in after.situations if one not in before.situations),
        tuple(one for one in before.situations if one not in after.situations),
    )


def _document(plan_: PlanVersion) -> str:
    steps = [
        [s.id, s.section, s.suggestion, s.words, s.state, s.person_id, s.look_again, s.reason] for s in plan_.steps
    ]
    return canonical({"steps": steps, "answers": dict(plan_.answers), "situations": list(plan_.situations)})


def _read(row: tuple[Any, ...]) -> PlanVersion:
    known, made_at, zone, text = row
    document = json.loads(text)
    return PlanVersion(
        known,
        made_at,
        zone,
        tuple(VersionStep(*step) for step in document["steps"]),
        tuple(document["answers"].items()),
        tuple(document["situations"]),
    )
