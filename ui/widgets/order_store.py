"""What the page about orders asks of the store, in the worker.

May touch: orders, their breaches and a new entry. Must never change an entry that stands already.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from safeplan.content.facts import Region
from safeplan.records import breaches, incidents, orders, people
from safeplan.records.breaches import Breach, BreachForm
from safeplan.records.incident_form import Happened, IncidentForm
from safeplan.records.orders import Order, OrderForm, RemovedOrder
from safeplan.records.people import Person
from safeplan.vault.database import Database
from ui.background import Job, Session
from ui.widgets.order_breach import Noted


@dataclass(frozen=True)
class OrdersView:
    """Every order kept, its breaches by its id, and who it can be against."""

    orders: tuple[Order, ...] = ()
    people: tuple[Person, ...] = ()
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
    return OrdersView(found, people.list_people(db, "harms"), noted)


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


def keep_breach(session: Session, _job: Job, *, id_: str, form: BreachForm) -> Breach:
    """What came of a breach."""
    return breaches.change_breach(session.database, id_, form)


def unlink(session: Session, _job: Job, *, id_: str) -> Breach:
    """No breach of this order after all; the result undoes it."""
    return breaches.remove_breach(session.database, id_)


def link_again(session: Session, _job: Job, *, removed: Breach) -> Breach:
    """Undo it."""
    return breaches.put_back_breach(session.database, removed)


def _noted(db: Database, breach: Breach) -> Noted:
    latest = incidents.incident(db, breach.incident_id).latest if breach.incident_id else None
    if latest is None:
        return Noted(breach, Happened(), "")
    return Noted(breach, latest.form.happened, latest.form.text)
