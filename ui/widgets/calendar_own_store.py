"""Her own days in the store: what pages ask the worker to do with them.

May touch: life events. Must never change the words of an entry that leans on one.
"""

from __future__ import annotations

from safeplan.records import life_events
from safeplan.records.life_events import LifeEvent
from ui.background import Job, Session
from ui.widgets.calendar_own_day import OwnDay

# An event that moves takes the entries that lean on it along.
CHANGES = ("life_events", "incidents")


def load(session: Session, _job: Job) -> tuple[LifeEvent, ...]:
    """All of them in order of time; none before there is a store."""
    if session.vault is None:
        return ()
    return life_events.life_events(session.database)


def keep(session: Session, _job: Job, *, id_: str, day: OwnDay) -> LifeEvent:
    """A new one, or the one with this id changed."""
    if id_:
        return life_events.change_life_event(session.database, id_, day.words, day.start, day.end)
    return life_events.add_life_event(session.database, day.words, day.start, day.end)


def remove(session: Session, _job: Job, *, id_: str) -> LifeEvent:
    """Remove it; the result undoes that."""
    event = life_events.life_event(session.database, id_)
    life_events.remove_life_event(session.database, id_)
    return event


def put_back(session: Session, _job: Job, *, event: LifeEvent) -> LifeEvent:
    """Undo a removal."""
    return life_events.put_back_life_event(session.database, event)
