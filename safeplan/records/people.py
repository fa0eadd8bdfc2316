"""People in her plan and her entries: who helps, who saw, who harms.

May touch: the table person, what hangs on a person (signals, links from steps, a half-typed draft). Must never show a
full name unless asked to: someone may look.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import drafts, signals
from safeplan.records.wording import keep_as_typed, new_id
from safeplan.vault.database import Database, Row

ROLES = ("trusted", "witness", "child", "harms", "official", "service")
NAMELESS = "—"

_DROP = "DELETE FROM person WHERE id = ?"
_UNLINK = "UPDATE step SET person_id = '' WHERE person_id = ?"


@dataclass(frozen=True)
class PersonForm:
    """What a page hands over. `safe_contact`: how and when it is safe; `knows`: what this person knows;
    `not_told`: what this person must not be told.

    A child: `age`, `school` or kindergarten, `collects` (who may collect it and who must not). Who harms: what they
    use, `places`, `helped_by`. An official or a service: `office` (where and when), `statement_number`.
    `code_word` is where one word stood before there were signals: see signals.py.
    """

    name: str = ""
    nickname: str = ""
    role: str = "trusted"
    contact: str = ""
    safe_contact: str = ""
    code_word: str = ""
    knows: str = ""
    notes: str = ""
    not_told: str = ""
    age: str = ""
    school: str = ""
    collects: str = ""
    uses: str = ""
    places: str = ""
    helped_by: str = ""
    office: str = ""
    statement_number: str = ""


@dataclass(frozen=True, kw_only=True)
class Person(PersonForm):
    """Someone kept. Entries refer to the id, so a removed person leaves no name behind in them."""

    id: str


_NAMES = tuple(one.name for one in fields(PersonForm))
_COLUMNS = ", ".join(_NAMES)
_ADD = f"INSERT INTO person ({_COLUMNS}, id, added_at) VALUES ({', '.join('?' for _ in _NAMES)}, ?, ?)"
_CHANGE = f"UPDATE person SET {', '.join(f'{name} = ?' for name in _NAMES)} WHERE id = ?"
_ONE = f"SELECT {_COLUMNS}, id FROM person WHERE id = ?"
_ALL = f"SELECT {_COLUMNS}, id FROM person ORDER BY added_at, rowid"
_ROLE = f"SELECT {_COLUMNS}, id FROM person WHERE role = ? ORDER BY added_at, rowid"


def add_person(db: Database, clock: Clock, form: PersonForm) -> Person:
    """Keep a person. Raises NothingWritten when name, nickname and contact are all empty."""
    values = _checked(form)
    made = new_id()
    db.execute(_ADD, (*values, made, as_text(clock.now())))
    return person(db, made)


def change_person(db: Database, clock: Clock, id: str, form: PersonForm) -> Person:
    """Write over what is kept about a person. Raises NotThere, NothingWritten. Changes keep no date."""
    if not db.execute(_CHANGE, (*_checked(form), id)):
        raise errors.NotThere
    return person(db, id)


def remove_person(db: Database, clock: Clock, id: str) -> None:
    """Delete a person with every signal and what was half typed about them. Raises NotThere.

    Steps lose the link, entries and earlier versions of the plan keep an id that names nobody.
    """
    with db.transaction():
        signals.forget_signals(db, id)
        if not db.execute(_DROP, (id,)):
            raise errors.NotThere
        db.execute(_UNLINK, (id,))
        drafts.clear_draft(db, draft_name(id))


def draft_name(id: str) -> str:
    """The name under which a page keeps what is half typed about this person, so that it goes with them."""
    return f"person {id}"


def person(db: Database, id: str) -> Person:
    """One person. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return _read(row)


def list_people(db: Database, role: str = "") -> tuple[Person, ...]:
    """Everyone, or those with one role, in the order they were added."""
    return tuple(_read(row) for row in (db.rows(_ROLE, (role,)) if role else db.rows(_ALL)))


def shown_name(person: Person, reveal: bool) -> str:  # noqa: FBT001
    """The name for a page: the full one when revealed, otherwise the nickname, otherwise initials."""
    if reveal and person.name.strip():
        return person.name
    if person.nickname.strip():
        return person.nickname
    initials = " ".join(f"{word[0].upper()}." for word in person.name.split())
    return initials or NAMELESS


def _checked(form: PersonForm) -> tuple[str, ...]:
    if form.role not in ROLES:
        raise errors.Bug(code="person-role")
    if not any(text.strip() for text in (form.name, form.nickname, form.contact)):
        raise errors.NothingWritten
    return tuple(keep_as_typed(getattr(form, name)) for name in _NAMES)


def _read(row: Row | tuple[Any, ...]) -> Person:
    *said, id_ = row
    return Person(*said, id=id_)
