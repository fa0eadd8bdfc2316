"""What happens each time the store is opened: what the last opening wrote becomes fixed, its plan a version.

May touch: state, the ledger, unfinished imports, plan versions, the index of words. Must never keep a list of
openings, only the last one.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan.clock import Clock, as_text
from safeplan.records import attachments, chain, search_index, versions
from safeplan.vault.database import Database

_GET = "SELECT value FROM state WHERE name = ?"
_SET = "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_COUNT = "SELECT count(*) FROM incident WHERE id NOT IN (SELECT object_id FROM tombstone)"


@dataclass(frozen=True)
class Sitting:
    """For the first page: when the store was open before ("" at the first time, UTC) and how many entries it has."""

    last_opened: str
    entries: int


def begin_sitting(db: Database, clock: Clock) -> Sitting:
    """Fix what earlier openings wrote, keep the plan they left as a version, clear what an interrupted import left,
    make the index of words ready unless that takes long, note this opening."""
    attachments.collect_unfinished(db)
    search_index.ready_when_opened(db)
    with db.transaction():
        chain.fix_pending(db, clock)
        versions.keep_version(db, clock)
        sitting = last_sitting(db)
        db.execute(_SET, ("opened_at", as_text(clock.now())))
        # Monotonic seconds, to notice a clock that is moved while the store is open.
        db.execute(_SET, ("opened_ticks", repr(clock.monotonic())))
    return sitting


def last_sitting(db: Database) -> Sitting:
    """The same without writing anything: for a store on a read-only medium."""
    return Sitting(db.value(_GET, ("opened_at",)) or "", int(db.value(_COUNT)))
