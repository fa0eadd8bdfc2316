"""What the page about orders asks of the store, in the worker.

May touch: orders, their breaches and a new entry. Must never change an entry that stands already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from safeplan.content.facts import Region
from safeplan.records import attachments, breaches, incidents, orders, people
from safeplan.records.breaches import Breach, BreachForm
from safeplan.records.incident_form import Happened, IncidentForm
from safeplan.records.orders import Order, OrderForm, RemovedOrder
from safeplan.records.people import Person
from safeplan.vault.database import Database
from ui.background import Job, Session
from ui.paper_entry import KeptPapers, keep_papers
from ui.widgets.order_breach import Noted
from ui.widgets.order_photo import Paper


@dataclass(frozen=True)
class OrdersView:
    """Every order kept, its breaches and its paper by its id, and who it can be against."""

    orders: tuple[Order, ...] = ()
    people: tuple[Person, ...] = ()
    papers: dict[str, Paper] = field(default_factory=dict)
    noted: dict[str, tuple[Noted, ...]] = field(default_factory=dict)

    def find(self, breach_id: str) -> tuple[Order, Noted] | None:
        """A breach with its order."""
        for order in self.orders:
            for one in self.noted.get(order.id, ()):
                if one.breach.id == breach_id:
                    return order, one
        return None


def load(session: Session, _job: Job) -> OrdersView:
    """Everything the page shows."""
    db = session.database
    found = orders.list_orders(db)
    noted = {one.id: tuple(_noted(db, breach) for breach in breaches.list_breaches(db, one.id)) for one in found}
    papers = {one.id: _paper(db, one.form.photo) for one in found if one.form.photo}
    return OrdersView(found, people.list_people(db, "harms"), papers, noted)


def keep(session: Session, _job: Job, *, id_: str, form: OrderForm, region: Region | None) -> Order:
    """Add an order, or write over the one with this id."""
    if id_:
        # What the form has no field for stays as it is.
        known = orders.order(session.database, id_).form
        form = replace(form, article=known.article, photo=known.photo, notes=known.notes)
        return orders.change_order(session.database, session.clock, id_, form, region)
    return orders.add_order(session.database, session.clock, form, region)


def remove(session: Session, _job: Job, *, id_: str) -> RemovedOrder:
    """Remove an order; the result undoes it."""
    return orders.remove_order(session.database, id_)


def put_back(session: Session, _job: Job, *, removed: RemovedOrder) -> Order:
    """Undo a removal."""
    return orders.put_back_order(session.database, removed)


def take_newer(session: Session, _job: Job, *, id_: str, region: Region) -> Order:
    """Count by what the pack says today."""
    return orders.take_newer_rule(session.database, session.clock, id_, region)


def write_breach(session: Session, _job: Job, *, order_id: str, form: IncidentForm) -> Breach:
    """A new entry, linked to the order; without the order there is no entry either."""
    orders.order(session.database, order_id)
    made = incidents.add_incident(session.database, session.clock, form)
    return breaches.add_breach(session.database, session.clock, order_id, made.id)


def note_breach(session: Session, _job: Job, *, order_id: str, form: BreachForm) -> Breach:
    """A breach without an entry."""
    return breaches.add_breach(session.database, session.clock, order_id, "", form)


def keep_breach(session: Session, _job: Job, *, id_: str, form: BreachForm) -> Breach:
    """What came of a breach."""
    return breaches.change_breach(session.database, id_, form)


def unlink(session: Session, _job: Job, *, id_: str) -> Breach:
    """No breach of this order after all; the result undoes it."""
    return breaches.remove_breach(session.database, id_)


def link_again(session: Session, _job: Job, *, removed: Breach) -> Breach:
    """Undo it."""
    return breaches.put_back_breach(session.database, removed)


def add_photo(session: Session, job: Job, *, id_: str, words: str, paths: Sequence[Path]) -> KeptPapers:
    """Keep photos of the paper; the first one ever is the order's photo, later ones join its entry."""
    db = session.database
    known = orders.order(db, id_)
    entry = attachments.attachment(db, known.form.photo).incident_id if known.form.photo else ""
    kept = keep_papers(session, job, words=words, paths=paths, incident_id=entry)
    if kept.papers and not known.form.photo:
        _change(session, known, photo=kept.papers[0])
    return kept


def set_photo(session: Session, _job: Job, *, id_: str, photo: str) -> Order:
    """Another photo stands with the order, or none; no file changes."""
    return _change(session, orders.order(session.database, id_), photo=photo)


def small_picture(session: Session, _job: Job, *, attachment_id: str) -> bytes | None:
    """The small copy of a photo."""
    return attachments.thumbnail(session.database, attachment_id)


def _change(session: Session, known: Order, *, photo: str) -> Order:
    form = replace(known.form, photo=photo)
    # The kind stays, and with it the rule it was kept with: no pack is needed.
    return orders.change_order(session.database, session.clock, known.id, form)


def _paper(db: Database, photo: str) -> Paper:
    info = attachments.attachment(db, photo)
    return Paper(info, len(attachments.list_attachments(db, info.incident_id)))


def _noted(db: Database, breach: Breach) -> Noted:
    latest = incidents.incident(db, breach.incident_id).latest if breach.incident_id else None
    if latest is None:
        return Noted(breach, Happened(), "")
    return Noted(breach, latest.form.happened, latest.form.text)
