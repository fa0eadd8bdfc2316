"""Her own numbers beside those of the country's pack: a neighbour, a clinic, a centre near her.

May touch: the table own_number. Must never check a number or say that it is right: these are her words.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

from safeplan import errors
from safeplan.clock import Clock
from safeplan.records.wording import keep_as_typed, new_id
from safeplan.vault.database import Database

_COLUMNS = "name, number, note"
_NEXT = "SELECT coalesce(max(place), 0) + 1 FROM own_number"
_ADD = f"INSERT INTO own_number (id, place, {_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_CHANGE = "UPDATE own_number SET name = ?, number = ?, note = ? WHERE id = ?"
_DROP = "DELETE FROM own_number WHERE id = ?"
_ONE = f"SELECT id, {_COLUMNS} FROM own_number WHERE id = ?"
_ALL = f"SELECT id, {_COLUMNS} FROM own_number ORDER BY place, id"


@dataclass(frozen=True)
class NumberForm:
    """What a page hands over. `note`: when to call, what to say, what is safe."""

    name: str = ""
    number: str = ""
    note: str = ""


@dataclass(frozen=True)
class OwnNumber:
    """One number kept."""

    id: str
    name: str
    number: str
    note: str


def add_number(db: Database, clock: Clock, form: NumberForm) -> OwnNumber:
    """Keep a number at the end of the list. Raises NothingWritten when name and number are both empty."""
    del clock  # a number has no date
    values, made = _checked(form), new_id()
    with db.transaction():
        db.execute(_ADD, (made, db.value(_NEXT), *values))
    return own_number(db, made)


def change_number(db: Database, clock: Clock, id: str, form: NumberForm) -> OwnNumber:
    """Write over one. Raises NotThere, NothingWritten."""
    del clock
    if not db.execute(_CHANGE, (*_checked(form), id)):
        raise errors.NotThere
    return own_number(db, id)


def remove_number(db: Database, clock: Clock, id: str) -> None:
    """Delete one. Raises NotThere."""
    del clock
    if not db.execute(_DROP, (id,)):
        raise errors.NotThere


def own_number(db: Database, id: str) -> OwnNumber:
    """One number. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return OwnNumber(*row)


def list_numbers(db: Database) -> tuple[OwnNumber, ...]:
    """All of them, in the order they were added."""
    return tuple(OwnNumber(*row) for row in db.rows(_ALL))


def _checked(form: NumberForm) -> tuple[str, ...]:
    if not (form.name.strip() or form.number.strip()):
        raise errors.NothingWritten
    return tuple(keep_as_typed(value) for value in astuple(form))
