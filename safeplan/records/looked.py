"""What she saw, or did not see, at each place of the technology check, with her note and the day.

May touch: looked. Must never turn "saw nothing" into anything more than that, add places up, or keep who helped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.content.techcheck import Place, TechCheck
from safeplan.records.wording import keep_as_typed
from safeplan.vault.database import Database

# Left open is no answer: "" with a note is kept, "" without one is not.
SAW, UNSURE, NOTHING = STATES = ("saw", "unsure", "nothing")

_ALL = "SELECT item, state, note, changed_at FROM looked ORDER BY changed_at, rowid"
_ONE = "SELECT item, state, note, changed_at FROM looked WHERE item = ?"
_PUT = (
    "INSERT INTO looked VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
    " SET state = excluded.state, note = excluded.note, changed_at = excluded.changed_at"
)
_DROP = "DELETE FROM looked WHERE item = ?"


@dataclass(frozen=True)
class Looked:
    """One answer. `state`: one of STATES or ""; `changed_at`: when she last looked, UTC text."""

    item: str
    state: str
    note: str
    changed_at: str

    @property
    def noticed(self) -> bool:
        """Not sure counts like seen."""
        return self.state in (SAW, UNSURE)


def looked(db: Database) -> dict[str, Looked]:
    """Everything answered or noted, place id to answer, the longest ago first."""
    return {row[0]: Looked(*row) for row in db.rows(_ALL)}


def set_state(db: Database, clock: Clock, item: str, state: str) -> Looked | None:
    """Say what was seen, today; also the same answer again is a new look. None when nothing is left."""
    return _keep(db, answered(_known(db, item), item, state, as_text(clock.now())), item)


def set_note(db: Database, clock: Clock, item: str, note: str) -> Looked | None:
    """Keep a note; a note alone is no new look, so the day of an answer stays. None when nothing is left."""
    return _keep(db, noted(_known(db, item), item, note, as_text(clock.now())), item)


def forget_all(db: Database) -> None:
    """Remove every answer and note of the check."""
    db.execute("DELETE FROM looked")


def put_back(db: Database, one: Looked) -> None:
    """Keep an answer that waited for the store, with the day on which she looked."""
    _keep(db, one, one.item)


# ── the same two changes for answers that lie in no store yet ───────────────────────────────────────────────────
def answered(known: Looked | None, item: str, state: str, moment: str) -> Looked | None:
    """`known` with this answer; None when neither answer nor note is left."""
    if state and state not in STATES:
        raise errors.Bug(code="looked-state")
    note = known.note if known else ""
    return Looked(item, state, note, moment) if state or note else None


def noted(known: Looked | None, item: str, note: str, moment: str) -> Looked | None:
    """`known` with this note; None when neither answer nor note is left."""
    note = keep_as_typed(note) if note.strip() else ""
    if known is not None and known.state:
        return Looked(item, known.state, note, known.changed_at)
    return Looked(item, "", note, moment) if note else None


# ── what follows from the answers ───────────────────────────────────────────────────────────────────────────────
def noticed(check: TechCheck, answers: Mapping[str, Looked]) -> tuple[Place, ...]:
    """The places where something was seen or she was not sure, in the order of the page."""
    return tuple(one for one in check.places() if one.id in answers and answers[one.id].noticed)


def steps_offered(check: TechCheck, answers: Mapping[str, Looked]) -> frozenset[str]:
    """Ids of the suggestions that fit: to each place noticed, and one for whoever saw nothing."""
    found = noticed(check, answers)
    steps = {step for one in found for step in one.steps}
    if found:
        steps |= {*check.always}
    if any(one.state == NOTHING for one in answers.values()):
        steps |= {*check.after_nothing}
    return frozenset(steps)


def _known(db: Database, item: str) -> Looked | None:
    row = db.row(_ONE, (item,))
    return Looked(*row) if row is not None else None


def _keep(db: Database, one: Looked | None, item: str) -> Looked | None:
    if one is None:
        db.execute(_DROP, (item,))
    else:
        db.execute(_PUT, (one.item, one.state, one.note, one.changed_at))
    return one
