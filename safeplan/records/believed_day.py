"""Up to which day something may be taken away for good: today by the clock, unless the clock has leapt.

May touch: two rows of state. Must never let one evening at a computer whose clock runs ahead take away what was to be
kept for years, nor keep anything longer than until the second day on which the store is opened by the new date.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from safeplan.clock import Clock, as_text, from_text
from safeplan.records.deadlines import local_day
from safeplan.vault.database import Database

# Visits a quarter of a year apart are ordinary; clocks that are wrong are wrong by years.
LEAP = timedelta(days=92)
# The same evening says nothing new, also when it goes on after midnight.
ANOTHER_DAY = timedelta(hours=20)

_KNOWN, _LEAPT = "day_known", "leapt_at"
_GET = "SELECT value FROM state WHERE name = ?"
_SET = "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_DROP = "DELETE FROM state WHERE name = ?"


def believed_day(db: Database, clock: Clock) -> date:
    """Today where she is. Where the clock stands more than LEAP from the last day that was believed: the earlier of
    both, until the store is opened on ANOTHER_DAY by the same clock. To be asked whenever something may go."""
    today, now = local_day(clock), clock.now()
    known = _known(db) or today
    leapt_at = _leapt(db)
    goes_on = leapt_at is not None and leapt_at <= now <= leapt_at + LEAP
    if abs(today - known) <= LEAP or (goes_on and leapt_at is not None and now >= leapt_at + ANOTHER_DAY):
        with db.transaction():
            db.execute(_SET, (_KNOWN, today.isoformat()))
            db.execute(_DROP, (_LEAPT,))
        return today
    if not goes_on:
        db.execute(_SET, (_LEAPT, as_text(now)))
    return min(today, known)


def clock_is_believed(db: Database) -> bool:
    """What believed_day() found when it was asked last."""
    return _leapt(db) is None


def _known(db: Database) -> date | None:
    """The day that was believed last; in a store that was never asked, the latest one of its record."""
    value = db.value(_GET, (_KNOWN,)) or db.value("SELECT max(recorded_at) FROM ledger")
    return date.fromisoformat(value[:10]) if value else None


def _leapt(db: Database) -> datetime | None:
    value = db.value(_GET, (_LEAPT,))
    return from_text(value) if value else None
