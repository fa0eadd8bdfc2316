"""What the worker does about copies of a client's store that are made at a desk: only with a consent, and noted.

May touch: the worker's session, and the place chosen for the copy. Must never make one here without a consent that
holds, nor one that the agreed day could not reach.
"""

from __future__ import annotations

from pathlib import Path

from safeplan import errors
from safeplan.records import consents, kept_copies
from ui import backup_work
from ui.background import Job, Session
from ui.backup_work import MadeCopy


def agreed(session: Session, job: Job) -> bool:
    """Whether a consent to copies made here holds now."""
    del job
    return consents.allowed(session.database, session.clock, consents.COPIES) is not None


def make_copy(session: Session, job: Job, *, folder: Path, name: str) -> MadeCopy:
    """The same as at home, and noted: on the agreed day it goes with the rest. Raises as backup_work.make_copy."""
    if not agreed(session, job):
        raise errors.Bug(code="copies-consent")
    made = backup_work.make_copy(session, job, folder=folder, name=name)
    kept_copies.note_copy(session.database, session.clock, made.path)
    return made
