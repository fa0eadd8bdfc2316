"""Orders that are meant to keep someone away: the dates on her paper, and the rule of the country's pack beside them.

May touch: court_order, and order_breach when an order is removed. Must never demand a date, and never say that an
order keeps anyone away: it is paper. How its days are counted stands in order_days.py.

Orders are her working notes and stand outside the chain (docs/decisions.md). The rule of the pack is kept with the
order as it was when the kind was chosen: a later edition may hold for later orders only, so it changes nothing by
itself; order_days.pack_says_otherwise tells the page.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.content.facts import Region
from safeplan.content.rules import OrderRule, order_rule
from safeplan.records import working_notes
from safeplan.records.deadlines import check_moment, earlier
from safeplan.records.wording import canonical, new_id
from safeplan.vault.database import Database, Row

# The dates of an order, each a local day or moment, any of them may be missing.
DATES = ("issued", "handed_over", "copy_received", "paper_start", "paper_end")
_NEXT = "SELECT coalesce(max(place), 0) + 1 FROM court_order"
_PUT = "INSERT INTO court_order (id, place, document, changed_at) VALUES (?, ?, ?, ?)"
_CHANGE = "UPDATE court_order SET document = ?, changed_at = ? WHERE id = ?"
_DROP = "DELETE FROM court_order WHERE id = ?"
_ONE = "SELECT id, place, document, changed_at FROM court_order WHERE id = ?"
_ALL = "SELECT id, place, document, changed_at FROM court_order ORDER BY place, id"
_BREACHES = "SELECT id, order_id, incident_id, document, noted_at FROM order_breach WHERE order_id = ? ORDER BY rowid"
_PUT_BREACH = (
    "INSERT INTO order_breach (id, order_id, incident_id, document, noted_at)"
    " SELECT ?1, ?2, (SELECT id FROM incident WHERE id = ?3), ?4, ?5"
    " WHERE ?4 <> '{}' OR EXISTS (SELECT 1 FROM incident WHERE id = ?3)"
)
_FILE = "SELECT 1 FROM attachment WHERE id = ?"


@dataclass(frozen=True)
class OrderForm:
    """What a page hands over. `kind`: id of an order of the pack, "" for one of her own with its `name`.

    `issued`, `handed_over` (to the person it forbids something), `copy_received` (by her), `paper_start` and
    `paper_end` (as her paper says) are local, "2026-03-01" or "2026-03-01T14:20". `against`: a person's id. `terms`:
    what it forbids, in her words. `article`: which article applies to a breach, as she was told. `photo`: an
    attachment's id or "".
    """

    kind: str = ""
    name: str = ""
    number: str = ""
    issued_by: str = ""
    against: str = ""
    issued: str = ""
    handed_over: str = ""
    copy_received: str = ""
    paper_start: str = ""
    paper_end: str = ""
    terms: str = ""
    article: str = ""
    photo: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Order:
    """An order kept. `zones`: the computer's offset when each moment was typed. `changed_at` is UTC text."""

    id: str
    place: int
    form: OrderForm
    rule: OrderRule | None
    zones: tuple[tuple[str, str], ...]
    changed_at: str


@dataclass(frozen=True)
class RemovedOrder:
    """What a removal took away, so that it can be undone as long as the page holds it."""

    order: Order
    breaches: tuple[Row, ...]


# ── Keeping ─────────────────────────────────────────────────────────────────────────────────────────────────────
def add_order(db: Database, clock: Clock, form: OrderForm, region: Region | None = None) -> Order:
    """Keep an order. `region` is needed when `kind` is one of its orders.

    Raises NothingWritten, DateImpossible, NotThere (photo).
    """
    form = _checked(db, form)
    if working_notes.is_blank(form):
        raise errors.NothingWritten
    made = new_id()
    with db.transaction():
        new = Order(made, db.value(_NEXT), form, _rule(form, region), _zones(clock, form, None), as_text(clock.now()))
        db.execute(_PUT, _row(new))
    return order(db, made)


def change_order(db: Database, clock: Clock, id: str, form: OrderForm, region: Region | None = None) -> Order:
    """Write over an order; the earlier form, handed in again, undoes it.

    The pack's rule stays as it was while the kind does. Raises NotThere, NothingWritten, DateImpossible.
    """
    known, form = order(db, id), _checked(db, form)
    if working_notes.is_blank(form):
        raise errors.NothingWritten
    rule = known.rule if known.form.kind == form.kind else _rule(form, region)
    new = replace(known, form=form, rule=rule, zones=_zones(clock, form, known), changed_at=as_text(clock.now()))
    db.execute(_CHANGE, (_document(new), new.changed_at, id))
    return order(db, id)


def take_newer_rule(db: Database, clock: Clock, id: str, region: Region) -> Order:
    """Count by what the pack says today. Raises NotThere."""
    known = order(db, id)
    new = replace(known, rule=_rule(known.form, region), changed_at=as_text(clock.now()))
    db.execute(_CHANGE, (_document(new), new.changed_at, id))
    return order(db, id)


def remove_order(db: Database, id: str) -> RemovedOrder:
    """Delete an order and what was noted about its breaches; the entries stay. Raises NotThere."""
    with db.transaction():
        removed = RemovedOrder(order(db, id), tuple(db.rows(_BREACHES, (id,))))
        db.execute(_DROP, (id,))
    return removed


def put_back_order(db: Database, removed: RemovedOrder) -> Order:
    """Undo a removal: the same order at the same place, with the breaches whose entries are still there."""
    with db.transaction():
        db.execute(_PUT, _row(removed.order))
        for breach in removed.breaches:
            db.execute(_PUT_BREACH, breach)
    return order(db, removed.order.id)


def order(db: Database, id: str) -> Order:
    """One order. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return _read(db, row)


def list_orders(db: Database) -> tuple[Order, ...]:
    """All orders, in the order they were added."""
    return tuple(_read(db, row) for row in db.rows(_ALL))


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _rule(form: OrderForm, region: Region | None) -> OrderRule | None:
    if not form.kind:
        return None
    found = order_rule(region, form.kind) if region is not None else None
    if found is None:
        raise errors.Bug(code="order-kind")
    return found


def _checked(db: Database, form: OrderForm) -> OrderForm:
    form = working_notes.cleaned(form)
    for name in DATES:
        check_moment(getattr(form, name))
    if form.paper_start and form.paper_end and earlier(form.paper_end, form.paper_start):
        raise errors.DateImpossible
    if form.photo and db.row(_FILE, (form.photo,)) is None:
        raise errors.NotThere
    return form


def _zones(clock: Clock, form: OrderForm, known: Order | None) -> tuple[tuple[str, str], ...]:
    """The offset beside each moment; one that was typed earlier keeps the offset of then."""
    earlier = dict(known.zones) if known else {}
    kept = []
    for name in DATES:
        text = getattr(form, name)
        if "T" in text:
            same = known is not None and getattr(known.form, name) == text and name in earlier
            kept.append((name, earlier[name] if same else clock.zone()))
    return tuple(kept)


def _document(order: Order) -> str:
    rule = msgspec.structs.asdict(order.rule) if order.rule else None
    return canonical({"form": working_notes.plain(order.form), "rule": rule, "zones": dict(order.zones)})


def _row(order: Order) -> tuple[Any, ...]:
    return order.id, order.place, _document(order), order.changed_at


def _read(db: Database, row: tuple[Any, ...]) -> Order:
    id_, place, text, changed_at = row
    document = json.loads(text)
    form = working_notes.from_plain(document["form"], OrderForm)
    if form.photo and db.row(_FILE, (form.photo,)) is None:
        # Its file was removed since.
        form = replace(form, photo="")
    rule = working_notes.from_plain(document["rule"], OrderRule) if document["rule"] else None
    zones = tuple((name, document["zones"][name]) for name in DATES if name in document["zones"])
    return Order(id_, place, form, rule, zones, changed_at)
