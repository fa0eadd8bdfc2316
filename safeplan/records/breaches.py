"""Breaches of an order: which entry of the log it is, who was told, what the police answered.

May touch: order_breach; the index follows by its own triggers. Must never change the entry, and never name an article
for an order whose pack names none: then she asks which one applies and writes it here.

What happened stands in the entry, which the chain covers. What stands here is what came of it: working notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.content.rules import BreachRule, LimitRule
from safeplan.records import working_notes
from safeplan.records.deadlines import Deadline, check_moment, from_happened
from safeplan.records.incident_form import Happened
from safeplan.records.orders import order
from safeplan.records.wording import new_id
from safeplan.vault.database import Database, Row

REPORTED = ("", "yes", "no")

_COLUMNS = "id, order_id, incident_id, document, noted_at"
_ADD = f"INSERT INTO order_breach ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_CHANGE = "UPDATE order_breach SET document = ? WHERE id = ?"
_DROP = "DELETE FROM order_breach WHERE id = ?"
_ONE = f"SELECT {_COLUMNS} FROM order_breach WHERE id = ?"
_OF_ORDER = f"SELECT {_COLUMNS} FROM order_breach WHERE order_id = ? ORDER BY noted_at, rowid"
_OF_INCIDENT = f"SELECT {_COLUMNS} FROM order_breach WHERE incident_id = ? ORDER BY noted_at, rowid"
_LINK = f"SELECT {_COLUMNS} FROM order_breach WHERE order_id = ? AND incident_id = ?"
_INCIDENT = "SELECT 1 FROM incident WHERE id = ?"


@dataclass(frozen=True)
class BreachForm:
    """What a page hands over, all of it may stay empty beside an entry.

    `reported`: "yes" | "no" | "". `reported_at`: local day or moment; `to`: who was told; `number`: of the report;
    `answer`: what the police said or did, in their words; `came_of_it`: a decision, a punishment, nothing.
    `article`: which one applies, as she was told. `on`: the day, for a breach without an entry.
    """

    reported: str = ""
    reported_at: str = ""
    to: str = ""
    number: str = ""
    answer: str = ""
    came_of_it: str = ""
    article: str = ""
    on: str = ""
    words: str = ""


@dataclass(frozen=True)
class Breach:
    """One breach. `incident_id` is "" for one without an entry, or whose entry was taken back."""

    id: str
    order_id: str
    incident_id: str
    form: BreachForm
    noted_at: str


def add_breach(
    db: Database, clock: Clock, order_id: str, incident_id: str = "", form: BreachForm | None = None
) -> Breach:
    """Say that an entry is a breach of an order. One that is linked already stays one; a filled form is written over.

    Raises NotThere, DateImpossible, and NothingWritten when there is neither an entry nor a word.
    """
    form = _checked(form or BreachForm())
    order(db, order_id)
    if not incident_id and working_notes.is_blank(form):
        raise errors.NothingWritten
    if incident_id and db.row(_INCIDENT, (incident_id,)) is None:
        raise errors.NotThere
    known = db.row(_LINK, (order_id, incident_id)) if incident_id else None
    if known is not None:
        return _read(known) if working_notes.is_blank(form) else change_breach(db, known[0], form)
    made = new_id()
    db.execute(_ADD, (made, order_id, incident_id or None, working_notes.as_text(form), as_text(clock.now())))
    return breach(db, made)


def change_breach(db: Database, id: str, form: BreachForm) -> Breach:
    """Write over what came of it. Raises NotThere, DateImpossible, NothingWritten."""
    known, form = breach(db, id), _checked(form)
    if not known.incident_id and working_notes.is_blank(form):
        raise errors.NothingWritten
    db.execute(_CHANGE, (working_notes.as_text(form), id))
    return breach(db, id)


def remove_breach(db: Database, id: str) -> Breach:
    """Take the link away; the entry stays. What was removed is returned, for put_back_breach. Raises NotThere."""
    known = breach(db, id)
    db.execute(_DROP, (id,))
    return known


def put_back_breach(db: Database, removed: Breach) -> Breach:
    """Undo a removal. Raises NotThere when the order or the entry is gone."""
    order(db, removed.order_id)
    if removed.incident_id and db.row(_INCIDENT, (removed.incident_id,)) is None:
        raise errors.NotThere
    document = working_notes.as_text(removed.form)
    db.execute(_ADD, (removed.id, removed.order_id, removed.incident_id or None, document, removed.noted_at))
    return breach(db, removed.id)


def breach(db: Database, id: str) -> Breach:
    """One breach. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return _read(row)


def list_breaches(db: Database, order_id: str) -> tuple[Breach, ...]:
    """The breaches of an order, in the order they were noted."""
    return tuple(_read(row) for row in db.rows(_OF_ORDER, (order_id,)))


def breaches_of(db: Database, incident_id: str) -> tuple[Breach, ...]:
    """The orders that an entry breaches."""
    return tuple(_read(row) for row in db.rows(_OF_INCIDENT, (incident_id,)))


def breach_deadlines(
    rules: Iterable[LimitRule], found: BreachRule, happened: Happened, today: date
) -> tuple[Deadline, ...]:
    """Until when a breach can be punished, where the pack knows; nothing where the article is an open question."""
    return from_happened(rules, happened, today, [found.card]) if found.card else ()


def _checked(form: BreachForm) -> BreachForm:
    form = working_notes.cleaned(form)
    if form.reported not in REPORTED:
        raise errors.Bug(code="breach-form")
    return replace(form, reported_at=check_moment(form.reported_at), on=check_moment(form.on))


def _read(row: Row | tuple[Any, ...]) -> Breach:
    found, order_id, incident_id, document, noted_at = row
    return Breach(found, order_id, incident_id or "", working_notes.from_text(document, BreachForm), noted_at)
