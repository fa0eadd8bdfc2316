"""What a counsellor found with an instrument they are certified in: name, result and day, nothing else.

May touch: certified_result. Must never read, weigh or compare a result, and never reach a hand-over: it is a note for
the people in the room.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records.wording import keep_as_typed, new_id
from safeplan.vault.database import Database

_COLUMNS = "id, name, result, on_day, noted_at"
_ADD = f"INSERT INTO certified_result ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_ALL = f"SELECT {_COLUMNS} FROM certified_result ORDER BY on_day DESC, rowid DESC"
_DROP = "DELETE FROM certified_result WHERE id = ?"


@dataclass(frozen=True)
class CertifiedResult:
    """One result as noted. `on_day` ISO date, `noted_at` UTC text."""

    id: str
    name: str
    result: str
    on_day: str
    noted_at: str


def note_result(db: Database, clock: Clock, name: str, result: str, on_day: str) -> CertifiedResult:
    """Note a result of the day `on_day` (ISO). Raises NothingWritten without name or result, DateImpossible."""
    if not name.strip() or not result.strip():
        raise errors.NothingWritten
    try:
        day = date.fromisoformat(on_day).isoformat()
    except ValueError:
        raise errors.DateImpossible from None
    made = CertifiedResult(new_id(), keep_as_typed(name), keep_as_typed(result), day, as_text(clock.now()))
    db.execute(_ADD, (made.id, made.name, made.result, made.on_day, made.noted_at))
    return made


def results(db: Database) -> tuple[CertifiedResult, ...]:
    """All results, the newest day first."""
    return tuple(CertifiedResult(*row) for row in db.rows(_ALL))


def remove_result(db: Database, result_id: str) -> None:
    """Delete one result; nothing of it stays. Raises NotThere."""
    if not db.execute(_DROP, (result_id,)):
        raise errors.NotThere
