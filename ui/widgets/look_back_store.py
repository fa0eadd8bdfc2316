"""What the page for looking back asks of the store, in the worker.

May touch: entries, their index, people, orders; only to read. Must never go on with what nobody waits for any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safeplan.records import orders, patterns, people, timeline
from safeplan.records.entry_lines import EntryLine
from safeplan.records.orders import Order
from safeplan.records.people import Person
from safeplan.records.search import Asked, Found, search
from safeplan.records.search_notes import NoteFound, has_notes, search_notes
from safeplan.records.timeline import Month
from ui.background import Job, Session
from ui.widgets.look_back_rows import PAGE


@dataclass(frozen=True)
class Overview:
    """How long the list is: `months` by the day it happened, `written` entries in all, and who is known.

    `first`: its first page, while the months are not counted yet. `notes`: whether cases, orders or other notes can
    be searched.
    """

    months: tuple[Month, ...] = ()
    written: int = 0
    people: tuple[Person, ...] = ()
    first: tuple[EntryLine, ...] = ()
    notes: bool = False


@dataclass(frozen=True)
class Choices:
    """By what the list can be narrowed down, as far as it occurs in the entries."""

    people: tuple[Person, ...] = ()
    kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    orders: tuple[Order, ...] = ()


def beginning(session: Session, _job: Job) -> Overview:
    """What can be shown at once: counting the months of a long log takes longer than reading its first page."""
    database = session.database
    first = timeline.in_time(database, limit=PAGE).lines
    return Overview((), _written(session), people.list_people(database), first, notes=has_notes(database))


def overview(session: Session, _job: Job) -> Overview:
    """All of how long the list is."""
    database = session.database
    known = people.list_people(database)
    return Overview(timeline.months(database), _written(session), known, notes=has_notes(database))


def _written(session: Session) -> int:
    # Removed entries keep their number, so the last number is how many there are.
    last = timeline.last_written(session.database, limit=1).lines
    return last[0].number if last else 0


def happened_page(session: Session, job: Job, *, month: str, skip: int) -> tuple[EntryLine, ...] | None:
    """A page in the order in which it happened, the latest first, from the entry `skip` behind this month's first."""
    if job.cancelled():
        return None
    more = f"{month}~/{1 << 62}" if month else f"/{1 << 62}"
    return timeline.in_time(session.database, more, limit=PAGE, skip=skip).lines


def written_page(session: Session, job: Job, *, page: int, written: int) -> tuple[EntryLine, ...] | None:
    """A page in the order in which it was written, the last first."""
    if job.cancelled():
        return None
    return timeline.last_written(session.database, str(written - page * PAGE + 1), limit=PAGE).lines


def found_page(session: Session, job: Job, *, asked: Asked, more: str | None) -> Found | None:
    """A page of what fits."""
    return None if job.cancelled() else search(session.database, asked, more, limit=PAGE)


def notes_found(
    session: Session, job: Job, *, text: str, order_names: Mapping[str, str]
) -> tuple[NoteFound, ...] | None:
    """What stands beside the entries and fits."""
    return None if job.cancelled() else search_notes(session.database, text, order_names=order_names)


def choices(session: Session, _job: Job) -> Choices:
    """Read when the filters are unfolded."""
    database = session.database
    counted = patterns.patterns(database)
    occurs = {one.value for one in counted.people}
    return Choices(
        tuple(person for person in people.list_people(database) if person.id in occurs),
        tuple(one.value for one in counted.kinds),
        tuple(one.value for one in counted.places),
        orders.list_orders(database),
    )
