"""What the pages about cases ask of the store, in the worker.

May touch: cases and their papers; entries, orders and people only to read. Must never change an entry that stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from safeplan.content.facts import Region
from safeplan.content.rules import limit_rules
from safeplan.errors import Cancelled, SafePlanError
from safeplan.records import attachments, cases, drafts, file_notes, incidents, next_dates, orders, people, timeline
from safeplan.records.cases import Case, CaseForm, Item, ItemForm
from safeplan.records.deadlines import local_day
from safeplan.records.next_dates import NextDate
from safeplan.records.orders import Order
from safeplan.records.people import Person
from safeplan.records.search import Asked, search
from safeplan.vault.database import Database
from ui.background import Job, Session
from ui.paper_entry import keep_papers

MOST_ENTRIES = 8


@dataclass(frozen=True)
class EntryName:
    """An entry as it is chosen and linked: its number and first words."""

    id: str
    number: int
    words: str


@dataclass(frozen=True)
class Listed:
    """A case in the list, with the nearest day that is not behind, "" for none. `begun`: a draft waits in it."""

    case: Case
    next_day: str
    begun: bool = False


@dataclass(frozen=True)
class CaseView:
    """One case with everything it points to. `limits`: the pack's deadlines that run in it; `files`: names by id, ""
    for a private one."""

    case: Case
    limits: tuple[NextDate, ...] = ()
    entries: dict[str, EntryName] = field(default_factory=dict)
    newest: tuple[EntryName, ...] = ()
    orders: tuple[Order, ...] = ()
    people: tuple[Person, ...] = ()
    files: dict[str, str] = field(default_factory=dict)

    def item(self, id_: str) -> Item | None:
        """One of its items."""
        return next((one for one in self.case.items if one.id == id_), None)


@dataclass(frozen=True)
class KeptItem:
    """The item, and the papers that could not be kept with it: name and reason."""

    item: Item
    failed: tuple[tuple[str, SafePlanError], ...] = ()


def load_list(session: Session, _job: Job, *, region: Region | None) -> tuple[Listed, ...]:
    """Every case, in the order they were opened."""
    today = local_day(session.clock)
    rules = limit_rules(region) if region is not None else ()
    found = []
    for case in cases.list_cases(session.database):
        days = [one.due for one in (item.form for item in case.items if case.is_open(item)) if one.due]
        days += [item.form.on[:10] for item in case.items if item.form.kind == cases.HEARING and case.is_open(item)]
        days += [one.day for one in next_dates.case_deadlines(session.database, case, rules, today)]
        nearest = min((day for day in days if day >= today.isoformat()), default="")
        found.append(Listed(case, nearest, bool(drafts.draft(session.database, cases.draft_name(case.id)))))
    return tuple(found)


def load(session: Session, _job: Job, *, id_: str, region: Region | None) -> CaseView:
    """Everything the page about one case shows. Raises NotThere."""
    db = session.database
    case = cases.case(db, id_)
    wanted = [*case.form.incidents, *(item.form.incident_id for item in case.items if item.form.incident_id)]
    rules = limit_rules(region) if region is not None else ()
    papers = dict.fromkeys(paper for item in case.items for paper in item.form.files)
    return CaseView(
        case,
        next_dates.case_deadlines(db, case, rules, local_day(session.clock)),
        {one: _name(db, one) for one in dict.fromkeys(wanted)},
        newest(db),
        orders.list_orders(db),
        people.list_people(db),
        {one: _file_name(db, one) for one in papers},
    )


def find_entries(session: Session, _job: Job, *, text: str) -> tuple[EntryName, ...]:
    """The newest entries, or those with these words."""
    if not text.strip():
        return newest(session.database)
    found = search(session.database, Asked(text=text), limit=MOST_ENTRIES)
    return tuple(EntryName(one.line.id, one.line.number, one.line.beginning) for one in found.results)


def newest(db: Database) -> tuple[EntryName, ...]:
    """The entries written last, without removed ones."""
    lines = timeline.last_written(db, limit=2 * MOST_ENTRIES).lines
    names = [EntryName(one.id, one.number, one.beginning) for one in lines if not one.removed]
    return tuple(names[:MOST_ENTRIES])


def add_case(session: Session, _job: Job, *, name: str) -> Case:
    """Open a case."""
    return cases.add_case(session.database, session.clock, CaseForm(name=name))


def change_case(session: Session, _job: Job, *, id_: str, form: CaseForm) -> Case:
    """Write over what is said about a case."""
    return cases.change_case(session.database, session.clock, id_, form)


def remove_case(session: Session, _job: Job, *, id_: str) -> Case:
    """Remove a case; the result undoes it."""
    return cases.remove_case(session.database, id_)


def put_back_case(session: Session, _job: Job, *, removed: Case) -> Case:
    """Undo it."""
    return cases.put_back_case(session.database, removed)


def keep_item(
    session: Session, job: Job, *, case_id: str, id_: str, form: ItemForm, paths: tuple[Path, ...], words: str
) -> KeptItem:
    """Add an item, or write over the one with this id; its papers become files of an entry of their own.

    Raises Cancelled when she stops the papers: then nothing is kept.
    """
    db, clock = session.database, session.clock
    failed: tuple[tuple[str, SafePlanError], ...] = ()
    if paths:
        papers = keep_papers(session, job, words=words, paths=paths)
        if papers.cancelled:
            # What she typed stays in the form: nothing of it is kept.
            raise Cancelled
        failed = papers.failed
        form = replace(form, files=tuple(dict.fromkeys((*form.files, *papers.papers))))
    if id_:
        return KeptItem(cases.change_item(db, clock, id_, form), failed)
    return KeptItem(cases.add_item(db, clock, case_id, form), failed)


def mark_item(session: Session, _job: Job, *, id_: str, done: bool) -> Item:
    """Settled, or not."""
    return cases.mark_item(session.database, session.clock, id_, done)


def remove_item(session: Session, _job: Job, *, id_: str) -> Item:
    """Remove an item; the result undoes it."""
    return cases.remove_item(session.database, id_)


def put_back_item(session: Session, _job: Job, *, removed: Item) -> Item:
    """Undo it."""
    return cases.put_back_item(session.database, removed)


def _name(db: Database, id_: str) -> EntryName:
    found = incidents.incident(db, id_)
    return EntryName(found.id, found.number, found.latest.form.text if found.latest is not None else "")


def _file_name(db: Database, id_: str) -> str:
    return "" if file_notes.file_note(db, id_).private else attachments.attachment(db, id_).name
