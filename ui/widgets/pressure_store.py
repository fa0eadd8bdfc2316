"""What the page about pressure asks of the store, in the worker.

May touch: entries about pressure and the notes beside them. Must never change an entry that stands already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from safeplan.records import people, pressure
from safeplan.records.incident_form import IncidentForm
from safeplan.records.people import Person
from safeplan.records.pressure import Outcome, Pressure, PressureNote
from ui.background import Job, Session
from ui.paper_entry import KeptPapers, keep_papers


@dataclass(frozen=True)
class PressureView:
    """What the page shows. `more`: there are older ones."""

    entries: tuple[Pressure, ...] = ()
    people: tuple[Person, ...] = ()
    more: bool = False

    def find(self, incident_id: str) -> Pressure | None:
        """One of the entries."""
        return next((one for one in self.entries if one.incident.id == incident_id), None)


def load(session: Session, _job: Job, *, limit: int) -> PressureView:
    """The newest entries, and who can have pressed."""
    found = pressure.list_pressure(session.database, limit=limit + 1)
    there = tuple(one for one in found[:limit] if one.incident.latest is not None)
    return PressureView(there, people.list_people(session.database), more=len(found) > limit)


def keep(session: Session, _job: Job, *, form: IncidentForm, note: PressureNote) -> Pressure:
    """A new entry with its note."""
    return pressure.log_pressure(session.database, session.clock, form, note)


def keep_note(session: Session, _job: Job, *, incident_id: str, note: PressureNote) -> Pressure:
    """Write over what she follows; the earlier note undoes it."""
    return pressure.keep_note(session.database, session.clock, incident_id, note)


def add_outcome(session: Session, _job: Job, *, incident_id: str, outcome: Outcome) -> Pressure:
    """Add what came of it."""
    return pressure.add_outcome(session.database, session.clock, incident_id, outcome)


def look_again_on(session: Session, _job: Job, *, incident_id: str, day: str) -> Pressure:
    """Move the day to look again; "" for never."""
    note = pressure.pressure(session.database, incident_id).note
    return pressure.keep_note(session.database, session.clock, incident_id, replace(note, look_again=day))


def add_photo(session: Session, job: Job, *, incident_id: str, paths: Sequence[Path]) -> KeptPapers:
    """Keep photos of the paper with the entry."""
    return keep_papers(session, job, words="", paths=paths, incident_id=incident_id)
