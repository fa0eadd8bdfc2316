"""Her days that the time of an entry leans on ("after: the move"): what of them leaves.

May touch: her days, to read. Must never give out a day that no chosen entry leans on: what is given can be printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeplan.handover.selection import Selection, part_as_it_leaves
from safeplan.records.incidents import Incident
from safeplan.records.life_events import LifeEvent, life_events
from safeplan.vault.database import Database


def days_leaned_on(
    db: Database, selection: Selection, incidents: Sequence[Incident]
) -> Iterator[tuple[str, LifeEvent]]:
    """(its id, day) for every day that a wording of these entries leans on. A mark names the day, the field "words"
    and revision 0."""
    if "happened" in selection.fields_left_out:
        return
    leaned = {each.form.happened.anchor for one in incidents for each in one.revisions}
    yield from ((day.id, day) for day in life_events(db) if day.id in leaned)


def days_as_they_leave(db: Database, selection: Selection, incidents: Sequence[Incident]) -> dict[str, LifeEvent]:
    """{id of the day: day without marked places}."""
    return {id_: part_as_it_leaves(selection, id_, day) for id_, day in days_leaned_on(db, selection, incidents)}
