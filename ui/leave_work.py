"""What the worker does at the end of a session at a desk: look what stays, write the capsule, destroy the folder.

May touch: the worker's session, the one place chosen for the capsule, and the client's own folder. Must never destroy
what a consent lets stay, and never keep a passphrase after its use.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from safeplan import errors
from safeplan.handover.capsule import Capsule, SealedPlan, write_capsule
from safeplan.handover.printable import PRINTED_STATES
from safeplan.records import consents
from safeplan.vault.second_slot import has_second_slot
from ui import paper_work
from ui.background import Job, Session
from ui.leaving_place import may_leave_to
from ui.opening import destroy_everything
from ui.paper_work import PaperChoice


@dataclass(frozen=True)
class LeaveView:
    """`until`: the last day the folder may lie here, "" when it has to go. `second_open`: whether the counsellor's
    passphrase opens it too."""

    until: str
    second_open: bool


@dataclass(frozen=True)
class WantedPlan:
    """In which language the plan is written, and the drawn words that lock it: others than hers."""

    language: str
    words: str


def look(session: Session, job: Job) -> LeaveView:
    """Until when the folder may stay, by the consent that holds now."""
    del job
    if session.vault is None:
        raise errors.Locked
    return LeaveView(consents.kept_until(session.database, session.clock), has_second_slot(session.vault))


def take_along(
    session: Session,
    job: Job,
    *,
    phrase: bytearray,
    place: Path,
    only_removable: bool,
    plan: WantedPlan | None = None,
) -> Capsule:
    """Everything, locked with her own passphrase (`phrase`, wiped), into a new folder at `place`; beside it her plan
    as a locked PDF, where she wants `plan`.

    Raises NoPermission (`reason` "only_stick") where the policy wants a stick, NothingChosen for a plan without a
    step, and as capsule.write_capsule.
    """
    try:
        if not may_leave_to(place, only_removable=only_removable):
            raise errors.NoPermission(reason="only_stick")
        if session.vault is None:
            raise errors.Locked
        sealed = None
        if plan is not None:
            whole = PaperChoice("plan", plan.language, "usual", "", (), PRINTED_STATES)
            sealed = SealedPlan(paper_work.make_paper(session, job, choice=whole).content, plan.words)
        return write_capsule(session.vault, session.clock, phrase, place, job.progress, job.cancelled, plan=sealed)
    finally:
        phrase[:] = bytes(len(phrase))


def end(session: Session, job: Job) -> bool:
    """Destroy the folder, unless a consent that holds lets it stay; whether nothing of it can be read here now."""
    if session.vault is not None and consents.kept_until(session.database, session.clock):
        raise errors.Bug(code="leave-agreed")
    report = destroy_everything(session, job)
    with contextlib.suppress(OSError):
        session.files.folder.rmdir()
    return report.unreadable
