"""Her own days to count from: "Nauryz", "the move", "the second month"; a vague time can lean on one.

May touch: the table life_event. Must never put a day where she gave none: what is not known stays not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safeplan import errors
from safeplan.records.dates import check_happened, moved_day
from safeplan.records.incident_form import Happened
from safeplan.records.wording import keep_as_typed, new_id
from safeplan.vault.database import Database

# "Around" an event is within this many days of it; a picture of time says "about" for it.
AROUND_DAYS = 14

_COLUMNS = 'id, words, start, "end"'
_ALL = f"SELECT {_COLUMNS} FROM life_event ORDER BY start = '', start, place, id"
_ONE = f"SELECT {_COLUMNS} FROM life_event WHERE id = ?"
_ADD = 'INSERT INTO life_event (id, place, words, start, "end") VALUES (?, ?, ?, ?, ?)'
_PLACE = "SELECT coalesce(max(place), 0) + 1 FROM life_event"
_PUT_BACK = (
    'INSERT INTO life_event (id, place, words, start, "end") VALUES (?, (SELECT coalesce(max(place), 0) + 1'
    " FROM life_event), ?, ?, ?)"
)
_CHANGE = 'UPDATE life_event SET words = ?, start = ?, "end" = ? WHERE id = ?'
_DROP = "DELETE FROM life_event WHERE id = ?"


@dataclass(frozen=True)
class LifeEvent:
    """One event. `start` and `end` are days, "2026-03-21"; both "" while the day is not known."""

    id: str
    words: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True)
class Interval:
    """When something lies in time, both days included; "" where it is open. `sure` is False for what was only
    reckoned from an event."""

    start: str
    end: str
    sure: bool

    @property
    def sort_key(self) -> tuple[bool, str, str]:
        """Orders by the earliest day known; what has none comes last."""
        first = self.start or self.end
        return (not first, first, self.end or self.start)


def add_life_event(db: Database, words: str, start: str = "", end: str = "") -> LifeEvent:
    """Keep an event; one day, a span, or only words. Raises NothingWritten, DateImpossible."""
    words, start, end = _checked(words, start, end)
    made = new_id()
    with db.transaction():
        db.execute(_ADD, (made, db.value(_PLACE), words, start, end))
    return life_event(db, made)


def change_life_event(db: Database, id: str, words: str, start: str = "", end: str = "") -> LifeEvent:
    """Correct an event; entries that lean on it move with it. Raises NotThere, NothingWritten, DateImpossible."""
    words, start, end = _checked(words, start, end)
    life_event(db, id)
    db.execute(_CHANGE, (words, start, end, id))
    return life_event(db, id)


def remove_life_event(db: Database, id: str) -> None:
    """Forget an event. Entries keep their own words; their time is then not known. Raises NotThere."""
    life_event(db, id)
    db.execute(_DROP, (id,))


def put_back_life_event(db: Database, removed: LifeEvent) -> LifeEvent:
    """Undo a removal: the same event; entries that lean on it find their time again."""
    with db.transaction():
        db.execute(_PUT_BACK, (removed.id, removed.words, removed.start, removed.end))
        # Only a change tells the index which entries lean on it.
        db.execute(_CHANGE, (removed.words, removed.start, removed.end, removed.id))
    return life_event(db, removed.id)


def life_event(db: Database, id: str) -> LifeEvent:
    """One event. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return LifeEvent(*row)


def life_events(db: Database) -> tuple[LifeEvent, ...]:
    """All events in order of time, those without a day last."""
    return tuple(LifeEvent(*row) for row in db.rows(_ALL))


def interval(happened: Happened, anchors: Mapping[str, LifeEvent]) -> Interval:
    """The days an entry may lie in. `anchors` are events by id; one that is gone leaves the time open."""
    if happened.kind in ("exact", "day", "range"):
        return Interval(happened.start[:10], (happened.end or happened.start)[:10], sure=True)
    if happened.kind == "vague" and happened.start:
        return Interval(happened.start[:10], (happened.end or happened.start)[:10], sure=False)
    event = anchors.get(happened.anchor)
    if event is None or not event.start:
        return Interval("", happened.end[:10] if happened.kind == "vague" else "", sure=False)
    first, last = event.start, event.end or event.start
    if happened.side == "before":
        return Interval("", moved_day(first, -1), sure=False)
    if happened.side == "after":
        return Interval(moved_day(last, 1), "", sure=False)
    return Interval(moved_day(first, -AROUND_DAYS), moved_day(last, AROUND_DAYS), sure=False)


def anchors_of(db: Database) -> dict[str, LifeEvent]:
    """All events by id, for `interval`."""
    return {one.id: one for one in life_events(db)}


def _checked(words: str, start: str, end: str) -> tuple[str, str, str]:
    if not words.strip():
        raise errors.NothingWritten
    if len(start) > 10 or len(end) > 10 or (end and not start):
        raise errors.DateImpossible
    if start:
        check_happened("range" if end else "day", start, end)
    return keep_as_typed(words), start, end
