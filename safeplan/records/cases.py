"""The case file: complaints, registrations, decisions, hearings, letters and answers, refusals, who said what.

May touch: case_file, case_item and a case's half-typed draft. Must never demand a date or a number, put a due date
where she typed none, or call anything missed. These are her working notes, outside the chain (docs/decisions.md):
changed and removed freely.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import drafts, working_notes
from safeplan.records.deadlines import check_day, check_moment
from safeplan.records.wording import canonical, new_id
from safeplan.vault.database import Database, Row

COMPLAINT, REGISTRATION, STATEMENT, DECISION, HEARING, LETTER, ANSWER, REFUSAL = ITEM_KINDS = (
    "complaint",  # her own report or statement, handed in
    "registration",  # the number and day the police gave it
    "statement",  # what someone said or signed, and who
    "decision",
    "hearing",
    "letter",
    "answer",  # to a letter or a complaint
    "refusal",  # "they did not take my statement": who, where, in which words
)
ON_COMPLAINT = ("", "yes", "no", "unknown")

_NEXT = "SELECT coalesce(max(place), 0) + 1 FROM case_file"
_PUT = "INSERT INTO case_file (id, place, document, changed_at) VALUES (?, ?, ?, ?)"
_CHANGE = "UPDATE case_file SET document = ?, changed_at = ? WHERE id = ?"
_DROP = "DELETE FROM case_file WHERE id = ?"
_ONE = "SELECT id, place, document, changed_at FROM case_file WHERE id = ?"
_ALL = "SELECT id, place, document, changed_at FROM case_file ORDER BY place, id"
_ITEM_COLUMNS = "id, case_id, kind, on_day, due, document, done_at, changed_at"
_PUT_ITEM = f"INSERT INTO case_item ({_ITEM_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_CHANGE_ITEM = "UPDATE case_item SET kind = ?, on_day = ?, due = ?, document = ?, changed_at = ? WHERE id = ?"
_DONE_ITEM = "UPDATE case_item SET done_at = ?, changed_at = ? WHERE id = ?"
_DROP_ITEM = "DELETE FROM case_item WHERE id = ?"
_ITEM = f"SELECT {_ITEM_COLUMNS} FROM case_item WHERE id = ?"
# What has no day stands last, in the order it was noted.
_ITEMS = f"SELECT {_ITEM_COLUMNS} FROM case_item WHERE case_id = ? ORDER BY on_day = '', on_day, rowid"
_THERE = {
    "incident": "SELECT 1 FROM incident WHERE id = ?",
    "court_order": "SELECT 1 FROM court_order WHERE id = ?",
    "attachment": "SELECT 1 FROM attachment WHERE id = ?",
    "case_item": "SELECT 1 FROM case_item WHERE id = ?",
}


@dataclass(frozen=True)
class CaseForm:
    """What a page hands over about the whole case.

    `body`: where it lies; `offence`: id of a fact of the pack that she was told ("insult_at_home"), `article` in her
    words; `on_complaint`: whether it begins only with hers, of ON_COMPLAINT. `incidents`, `orders`, `people`: ids.
    """

    name: str = ""
    number: str = ""
    body: str = ""
    offence: str = ""
    article: str = ""
    on_complaint: str = ""
    incidents: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True)
class ItemForm:
    """One thing in a case. `on`: when it was or will be, local day or moment; `due`: local day by which something
    is to come or be done, only ever typed. `who`: a person's id or a name, whoever said, signed, took or refused;
    `words`: theirs; `text`: hers. `answer_to`: id of the item it answers. `files`: attachment ids.
    """

    kind: str
    on: str = ""
    due: str = ""
    number: str = ""
    who: str = ""
    where: str = ""
    words: str = ""
    text: str = ""
    answer_to: str = ""
    incident_id: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """One item kept. `done_at` is UTC text, "" while it is open."""

    id: str
    case_id: str
    form: ItemForm
    done_at: str
    changed_at: str


@dataclass(frozen=True)
class Case:
    """A case with its items, the earliest first, what has no day last."""

    id: str
    place: int
    form: CaseForm
    items: tuple[Item, ...]
    changed_at: str

    def has(self, kind: str) -> bool:
        """Whether there is an item of a kind."""
        return any(item.form.kind == kind for item in self.items)

    def is_open(self, item: Item) -> bool:
        """Whether something is still awaited: not done, and no other item answers it."""
        return not item.done_at and all(other.form.answer_to != item.id for other in self.items)


# ── Cases ───────────────────────────────────────────────────────────────────────────────────────────────────────
def add_case(db: Database, clock: Clock, form: CaseForm) -> Case:
    """Open a case file; one word is enough. Raises NothingWritten, NotThere."""
    form, made = _checked_case(db, form), new_id()
    with db.transaction():
        db.execute(_PUT, (made, db.value(_NEXT), working_notes.as_text(form), as_text(clock.now())))
    return case(db, made)


def change_case(db: Database, clock: Clock, id: str, form: CaseForm) -> Case:
    """Write over what is said about a case; the earlier form undoes it. Raises NotThere, NothingWritten."""
    case(db, id)
    db.execute(_CHANGE, (working_notes.as_text(_checked_case(db, form)), as_text(clock.now()), id))
    return case(db, id)


def remove_case(db: Database, id: str) -> Case:
    """Delete a case with its items; entries and orders stay. Returned for put_back_case. Raises NotThere."""
    known = case(db, id)
    with db.transaction():
        db.execute(_DROP, (id,))
        drafts.clear_draft(db, draft_name(id))
    return known


def draft_name(id: str) -> str:
    """Under which name the draft of this case is kept."""
    return f"case-{id}"


def put_back_case(db: Database, removed: Case) -> Case:
    """Undo a removal: the same case with the same items at the same place."""
    with db.transaction():
        db.execute(_PUT, (removed.id, removed.place, working_notes.as_text(removed.form), removed.changed_at))
        for item in removed.items:
            db.execute(_PUT_ITEM, _row(item))
    return case(db, removed.id)


def case(db: Database, id: str) -> Case:
    """One case. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return _read(db, row)


def list_cases(db: Database) -> tuple[Case, ...]:
    """All cases, in the order they were opened."""
    return tuple(_read(db, row) for row in db.rows(_ALL))


# ── Items ───────────────────────────────────────────────────────────────────────────────────────────────────────
def add_item(db: Database, clock: Clock, case_id: str, form: ItemForm) -> Item:
    """Put something into a case. Raises NotThere, DateImpossible, NothingWritten (a kind alone says nothing)."""
    case(db, case_id)
    new = Item(new_id(), case_id, _checked_item(db, case_id, form), "", as_text(clock.now()))
    db.execute(_PUT_ITEM, _row(new))
    return item(db, new.id)


def change_item(db: Database, clock: Clock, id: str, form: ItemForm) -> Item:
    """Write over an item; the earlier form undoes it. Raises NotThere, DateImpossible, NothingWritten."""
    known = item(db, id)
    new = replace(known, form=_checked_item(db, known.case_id, form), changed_at=as_text(clock.now()))
    _id, _case, kind, on_day, due, document, _done, changed_at = _row(new)
    db.execute(_CHANGE_ITEM, (kind, on_day, due, document, changed_at, id))
    return item(db, id)


def mark_item(db: Database, clock: Clock, id: str, done: bool) -> Item:  # noqa: FBT001
    """Say that an item is settled, or that it is not. Raises NotThere."""
    moment = as_text(clock.now())
    if not db.execute(_DONE_ITEM, (moment if done else "", moment, id)):
        raise errors.NotThere
    return item(db, id)


def remove_item(db: Database, id: str) -> Item:
    """Delete an item; returned for put_back_item. Raises NotThere."""
    known = item(db, id)
    db.execute(_DROP_ITEM, (id,))
    return known


def put_back_item(db: Database, removed: Item) -> Item:
    """Undo a removal. Raises NotThere when its case is gone."""
    case(db, removed.case_id)
    db.execute(_PUT_ITEM, _row(removed))
    return item(db, removed.id)


def item(db: Database, id: str) -> Item:
    """One item. Raises NotThere."""
    row = db.row(_ITEM, (id,))
    if row is None:
        raise errors.NotThere
    return _read_item(db, row)


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _checked_case(db: Database, form: CaseForm) -> CaseForm:
    form = working_notes.cleaned(form)
    if form.on_complaint not in ON_COMPLAINT:
        raise errors.Bug(code="case-form")
    if working_notes.is_blank(form):
        raise errors.NothingWritten
    if form != _still_there(db, form):
        raise errors.NotThere
    return form


def _checked_item(db: Database, case_id: str, form: ItemForm) -> ItemForm:
    form = working_notes.cleaned(form)
    if form.kind not in ITEM_KINDS:
        raise errors.Bug(code="case-item")
    if working_notes.plain(form) == working_notes.plain(ItemForm(form.kind)):
        raise errors.NothingWritten
    check_moment(form.on)
    check_day(form.due)
    answered = db.row(_ITEM, (form.answer_to,)) if form.answer_to else None
    if form.answer_to and (answered is None or answered[1] != case_id):
        raise errors.NotThere
    if form != _item_still_there(db, form):
        raise errors.NotThere
    return form


def _there(db: Database, table: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in ids if db.row(_THERE[table], (one,)) is not None)


def _still_there(db: Database, form: CaseForm) -> CaseForm:
    """Without what was removed since: an entry that was taken back leaves nothing, not even an id."""
    incidents, orders = _there(db, "incident", form.incidents), _there(db, "court_order", form.orders)
    return replace(form, incidents=incidents, orders=orders)


def _item_still_there(db: Database, form: ItemForm) -> ItemForm:
    (incident,) = _there(db, "incident", (form.incident_id,)) or ("",)
    (answered,) = _there(db, "case_item", (form.answer_to,)) or ("",)
    return replace(form, incident_id=incident, answer_to=answered, files=_there(db, "attachment", form.files))


def _row(item: Item) -> tuple[Any, ...]:
    form = item.form
    document = canonical(
        {name: value for name, value in working_notes.plain(form).items() if name not in ("kind", "on", "due")}
    )
    return item.id, item.case_id, form.kind, form.on, form.due, document, item.done_at, item.changed_at


def _read(db: Database, row: tuple[Any, ...]) -> Case:
    found, place, document, changed_at = row
    form = _still_there(db, working_notes.from_text(document, CaseForm))
    items = tuple(_read_item(db, one) for one in db.rows(_ITEMS, (found,)))
    return Case(found, place, form, items, changed_at)


def _read_item(db: Database, row: Row | tuple[Any, ...]) -> Item:
    found, case_id, kind, on_day, due, document, done_at, changed_at = row
    form = working_notes.from_plain(json.loads(document) | {"kind": kind, "on": on_day, "due": due}, ItemForm)
    return Item(found, case_id, _item_still_there(db, form), done_at, changed_at)
