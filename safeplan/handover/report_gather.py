"""Gathers what stands around the chosen entries: orders and their breaches, cases, what pressed her.

May touch: the records, to read. Must never take along what belongs to an entry that was not chosen, a note she wrote
for herself, or a way to reach anyone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from safeplan import errors
from safeplan.content.regions import REGIONS, load_region
from safeplan.handover.paper_lines import initials
from safeplan.handover.selection import PARTS, Selection, part_as_it_leaves
from safeplan.records import breaches, cases, loaded_packs, orders, people, pressure, settings
from safeplan.records.breaches import Breach
from safeplan.records.cases import STATEMENT, Case, Item
from safeplan.records.orders import Order
from safeplan.records.pressure import PressureNote
from safeplan.vault.database import Database

# The parts of the report that appear only when chosen, and only when there is something.
NUMBERS, ORDERS, PRESSURE, COSTS = PARTS
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class CaseContent:
    """What the report says beside the entries. `order_names`: {order's id: {language: the pack's name of its kind}},
    without an order that has a name of hers; `people`: {id: name to print}; `pressure`: {entry's id: its note}.
    """

    orders: tuple[Order, ...] = ()
    breaches: tuple[Breach, ...] = ()
    cases: tuple[Case, ...] = ()
    pressure: Mapping[str, PressureNote] = field(default_factory=dict)
    order_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    def named(self, untrusted_who: str) -> str:
        """A person's name to print for an id, "" for one that is not known; a typed name as it is."""
        return self.people.get(untrusted_who, "") if _ID.fullmatch(untrusted_who) else untrusted_who


def gather_case(db: Database, selection: Selection) -> CaseContent:
    """What belongs to the chosen entries, and the orders and cases that were ticked one by one."""
    chosen, parts = frozenset(selection.incident_ids), frozenset(selection.parts)
    found, broken = _orders(db, selection, chosen) if ORDERS in parts else ((), ())
    files = tuple(_cases(db, selection, chosen)) if NUMBERS in parts else ()
    who = {order.form.against for order in found} | {item.form.who for one in files for item in one.items}
    return CaseContent(
        orders=found,
        breaches=broken,
        cases=files,
        pressure=dict(_pressure(db, selection)) if PRESSURE in parts else {},
        order_names=_order_names(db, found, languages_of(selection)),
        people={
            person.id: people.shown_name(person, reveal=selection.with_names)
            for person in people.list_people(db)
            if person.id in who
        },
    )


def languages_of(selection: Selection) -> tuple[str, ...]:
    """The language of the labels, and the one beside it if there is one."""
    second = selection.second_language
    return (selection.language, second) if second and second != selection.language else (selection.language,)


def _orders(
    db: Database, selection: Selection, chosen: Collection[str]
) -> tuple[tuple[Order, ...], tuple[Breach, ...]]:
    ticked = frozenset(selection.order_ids)
    found: list[Order] = []
    broken: list[Breach] = []
    for order in orders.list_orders(db):
        # A breach that is an entry left behind would tell of that entry; one without an entry goes with its order.
        told = [
            one
            for one in breaches.list_breaches(db, order.id)
            if one.incident_id in chosen or (order.id in ticked and not one.incident_id)
        ]
        if told or order.id in ticked:
            form = part_as_it_leaves(selection, order.id, order.form)
            found.append(replace(order, form=form if selection.with_notes else replace(form, notes="")))
            broken += (replace(one, form=part_as_it_leaves(selection, one.id, one.form)) for one in told)
    return tuple(found), tuple(broken)


def _cases(db: Database, selection: Selection, chosen: Collection[str]) -> Iterator[Case]:
    ticked = frozenset(selection.case_ids)
    for one in cases.list_cases(db):
        # What is about an entry left behind stays behind with it, even in a case that was ticked.
        items = tuple(
            _item(selection, item)
            for item in one.items
            if item.form.incident_id in chosen or (one.id in ticked and not item.form.incident_id)
        )
        if one.id in ticked or items or any(entry in chosen for entry in one.form.incidents):
            about = tuple(entry for entry in one.form.incidents if entry in chosen)
            form = part_as_it_leaves(selection, one.id, replace(one.form, notes="", incidents=about))
            yield replace(one, form=form, items=items)


def _item(selection: Selection, item: Item) -> Item:
    form = part_as_it_leaves(selection, item.id, item.form)
    # Whoever took or refused a paper acts for an office; whoever said something is a person.
    if form.kind == STATEMENT and not selection.with_names and not _ID.fullmatch(form.who):
        form = replace(form, who=initials(form.who))
    return replace(item, form=form)


def _pressure(db: Database, selection: Selection) -> Iterator[tuple[str, PressureNote]]:
    for one in selection.incident_ids:
        note = pressure.pressure(db, one).note
        if note != PressureNote():
            # The day on which she wants to look again is hers alone.
            yield one, part_as_it_leaves(selection, one, replace(note, look_again=""))


def _order_names(db: Database, found: Iterable[Order], languages: Iterable[str]) -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = {}
    for order in found:
        if not order.form.kind:
            continue
        for language in languages:
            name = _kind_name(db, order, language)
            if name:
                names.setdefault(order.id, {})[language] = name
    return names


def _kind_name(db: Database, order: Order, language: str) -> str:
    pack = order.rule.pack if order.rule is not None else settings.all_settings(db).region
    try:
        region = load_region(pack, language) if pack in REGIONS else loaded_packs.region(db, pack, language)
    except (errors.SafePlanError, KeyError):
        # The pack was removed since: the order keeps its number and office.
        return ""
    return next((one.name for one in region.orders if one.id == order.form.kind), "")
