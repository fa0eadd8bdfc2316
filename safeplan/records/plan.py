"""Her plan: answers to the guide's questions, the situations that apply, and the steps she took up.

May touch: answer, situation, step. Must never hold the guide's words (only ids), rank steps, or score anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records.dates import iso_day
from safeplan.records.wording import keep_as_typed, new_id
from safeplan.vault.database import Database

STATES = ("will_do", "done", "not_now", "not_safe")
# Enough for one day; more on one page is a list nobody finishes.
TODAY = 3

_COLUMNS = "id, section, suggestion, words, state, person_id, look_again, changed_at, reason"
_ADD = (
    f"INSERT INTO step ({_COLUMNS}, place)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM step))"
)
_ALL = f"SELECT {_COLUMNS} FROM step ORDER BY place"
_ONE = f"SELECT {_COLUMNS} FROM step WHERE id = ?"
_TAKEN = "SELECT id FROM step WHERE section = ? AND suggestion = ?"
_TODAY = f"SELECT {_COLUMNS} FROM step WHERE state = 'will_do' ORDER BY place LIMIT {TODAY}"
_AGAIN = (
    f"SELECT {_COLUMNS} FROM step WHERE look_again <> '' AND look_again <= ? AND state <> 'done'"
    " ORDER BY look_again, place"
)
_CHANGE = (
    "UPDATE step SET words = ?, state = ?, person_id = ?, look_again = ?, reason = ?, changed_at = ? WHERE id = ?"
)
_DROP = "DELETE FROM step WHERE id = ? AND suggestion = ''"
_ANSWER = (
    "INSERT INTO answer VALUES (?, ?, ?)"
    " ON CONFLICT DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at"
)


@dataclass(frozen=True)
class Step:
    """One step. `suggestion` is the guide's id, or "" for one in her own words; `look_again` an ISO date or "".

    `reason`: why it is not safe for her, in her words; it stays when the state changes.
    """

    id: str
    section: str
    suggestion: str
    words: str
    state: str
    person_id: str
    look_again: str
    changed_at: str
    reason: str = ""


def answer(db: Database, question: str) -> str:
    """Her answer to a question of the guide, "" when there is none."""
    return str(db.value("SELECT text FROM answer WHERE question = ?", (question,)) or "")


def answers(db: Database) -> dict[str, str]:
    """All answers, question id to text."""
    return dict(db.rows("SELECT question, text FROM answer ORDER BY question"))


def set_answer(db: Database, clock: Clock, question: str, text: str) -> str:
    """Keep an answer; an empty one is deleted. The text as kept."""
    text = keep_as_typed(text)
    if text.strip():
        db.execute(_ANSWER, (question, text, as_text(clock.now())))
        return text
    db.execute("DELETE FROM answer WHERE question = ?", (question,))
    return ""


def take_up_suggestion(
    db: Database, clock: Clock, section: str, suggestion: str, state: str, words: str = "", *, id: str = ""
) -> Step:
    """Take up a suggestion of the guide, or give the one already taken up another state.

    Empty `words` leave what she wrote before. `id`: the one a new step had while there was no store.
    """
    known = db.value(_TAKEN, (section, suggestion))
    if known is not None:
        return change_step(db, clock, known, state=state, words=words or None)
    return _add(db, clock, id, section, suggestion, words, state)


def add_own_step(db: Database, clock: Clock, section: str, words: str, *, id: str = "") -> Step:
    """A step in her own words, as "will do". Raises NothingWritten. `id`: the one it had while there was no store."""
    if not words.strip():
        raise errors.NothingWritten
    return _add(db, clock, id, section, "", words, "will_do")


def mark_step(db: Database, clock: Clock, step_id: str, state: str) -> Step:
    """Give a step another state. Raises NotThere."""
    return change_step(db, clock, step_id, state=state)


def change_step(
    db: Database,
    clock: Clock,
    step_id: str,
    *,
    words: str | None = None,
    state: str | None = None,
    person_id: str | None = None,
    look_again: str | None = None,
    reason: str | None = None,
) -> Step:
    """Change what is given, leave the rest. Raises NotThere, DateImpossible, NothingWritten."""
    known = step(db, step_id)
    new_words = known.words if words is None else keep_as_typed(words)
    new_state = known.state if state is None else _state(state)
    if not known.suggestion and not new_words.strip():
        raise errors.NothingWritten
    again = known.look_again if look_again is None else iso_day(look_again)
    who = known.person_id if person_id is None else person_id
    why = known.reason if reason is None else keep_as_typed(reason)
    db.execute(_CHANGE, (new_words, new_state, who, again, why, as_text(clock.now()), step_id))
    return step(db, step_id)


def remove_own_step(db: Database, clock: Clock, step_id: str) -> None:
    """Delete a step in her own words. Raises NotThere, also for a suggestion: that one changes its state."""
    if not db.execute(_DROP, (step_id,)):
        raise errors.NotThere


def leave_suggestion(db: Database, clock: Clock, section: str, suggestion: str) -> None:
    """Put a suggestion back as if never taken up; nothing happens when it was not."""
    db.execute("DELETE FROM step WHERE section = ? AND suggestion = ?", (section, suggestion))


def step(db: Database, step_id: str) -> Step:
    """One step. Raises NotThere."""
    row = db.row(_ONE, (step_id,))
    if row is None:
        raise errors.NotThere
    return Step(*row)


def steps(db: Database) -> tuple[Step, ...]:
    """All steps in the order they were taken up."""
    return tuple(Step(*row) for row in db.rows(_ALL))


def steps_for_today(db: Database) -> tuple[Step, ...]:
    """At most three steps with the state "will do", the longest waiting first."""
    return tuple(Step(*row) for row in db.rows(_TODAY))


def steps_to_look_at(db: Database, today: date) -> tuple[Step, ...]:
    """Steps whose day to look again has come, the longest waiting first; what is done is left in peace."""
    return tuple(Step(*row) for row in db.rows(_AGAIN, (today.isoformat(),)))


def due(steps: Iterable[Step], today: date) -> tuple[Step, ...]:
    """The same choice among steps that lie in no store yet."""
    waiting = [one for one in steps if one.look_again and one.look_again <= today.isoformat() and one.state != "done"]
    return tuple(sorted(waiting, key=lambda one: one.look_again))


def situations(db: Database) -> frozenset[str]:
    """The situations that apply to her."""
    return frozenset(known for (known,) in db.rows("SELECT id FROM situation"))


def set_situation(db: Database, clock: Clock, id: str, on: bool) -> frozenset[str]:  # noqa: FBT001
    """Switch a situation on or off; all that apply now."""
    if on:
        db.execute("INSERT INTO situation VALUES (?) ON CONFLICT DO NOTHING", (id,))
    else:
        db.execute("DELETE FROM situation WHERE id = ?", (id,))
    return situations(db)


def _add(db: Database, clock: Clock, id: str, section: str, suggestion: str, words: str, state: str) -> Step:
    made = id or new_id()
    moment = as_text(clock.now())
    db.execute(_ADD, (made, section, suggestion, keep_as_typed(words), _state(state), "", "", moment, ""))
    return step(db, made)


def _state(state: str) -> str:
    if state not in STATES:
        raise errors.Bug(code="step-state")
    return state
