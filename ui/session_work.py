"""What the worker does about a session in a client's own store: begin it, look back, take home, end it.

May touch: the worker's session, and the one folder chosen for the page that is taken home. Must never run in the
interface thread, and never let anything of a session leave this process but three numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from safeplan import errors
from safeplan.content.guide import load_guide, suggestion
from safeplan.content.regions import Region
from safeplan.handover.paper_file import USUAL_NAME, write_new
from safeplan.handover.session_summary import compile_summary
from safeplan.records import consents, incidents, plan, retention, second_key, sessions_held
from safeplan.records.deadlines import local_day
from safeplan.records.session_page import summary_of
from safeplan.records.sessions_held import SessionHeld, SinceLastTime
from ui.background import Job, Session
from ui.page import PageContext

# Whether something was written down is all that is asked.
MOST_FACTS = 50


@dataclass
class Present:
    """The session that is being held. The pages choose `path` and `topics` and note what was `seen` and ended; the
    worker alone fills `id` once it stands in the store, and `purged`."""

    path: str = ""
    topics: tuple[str, ...] = ()
    id: str = ""
    purged: int = 0
    seen: set[str] = field(default_factory=set)
    ended: bool = False


@dataclass(frozen=True)
class SessionView:
    """Where the session stands. `steps` counts those in the plan that will be done, `facts` entries written since it
    began; `agreed` are ids of consents.WHAT. `keeps` is False where nothing can be written."""

    since: SinceLastTime | None
    steps: int
    facts: int
    agreed: tuple[str, ...]
    keeps: bool = True


def present_of(context: PageContext) -> Present:
    """The one session of this process."""
    found: Present = context.extra.setdefault("session", Present())
    return found


def open_client(session: Session, job: Job, *, present: Present, days_of: Mapping[str, int]) -> int:
    """After a client's store was opened or made: what was agreed for a time that is over ends, and what may be kept
    no longer goes; how much that was. A session that was chosen before begins."""
    if not _keeps(session):
        return 0
    vault, clock = session.vault, session.clock
    assert vault is not None
    second_key.end_what_is_over(vault, clock)
    present.purged += len(retention.purge(session.database, clock, days_of).done)
    # What went may have been a consent.
    second_key.end_what_is_over(vault, clock)
    _begin(session, present)
    del job
    return present.purged


def look(session: Session, job: Job, *, present: Present) -> SessionView:
    """Begin it where that has not happened yet, and say where it stands."""
    del job
    held = _begin(session, present)
    db = session.database
    newest = held.newest if held else 0
    facts = sum(one.number > newest and not one.removed for one in incidents.list_incidents(db, limit=MOST_FACTS))
    agreed = {what for one in consents.holding(db, session.clock) if one.until for what in one.what}
    return SessionView(
        sessions_held.since_last_time(db, present.id),
        sum(step.state == "will_do" for step in plan.steps(db)),
        facts if held else 0,
        tuple(one for one in consents.WHAT if one in agreed),
        _keeps(session),
    )


def take_home(
    session: Session,
    job: Job,
    *,
    present: Present,
    region: Region | None,
    language: str,
    meeting: str,
    folder: Path,
) -> Path:
    """Write the page into `folder`; where it lies. Raises NothingChosen, DateImpossible, and as write_new."""
    del job
    guide = load_guide(language)

    def words_of(section: str, id_: str) -> str:
        found = suggestion(guide, section, id_)
        return found.text if found else ""

    summary = summary_of(
        session.database, session.clock, words_of, present=present.id, region=region, meeting=meeting
    )
    return write_new(folder, USUAL_NAME, compile_summary(summary, language, local_day(session.clock)))


def end(
    session: Session, job: Job, *, present: Present, topics: tuple[str, ...], referrals: tuple[str, ...]
) -> tuple[int, int, int]:
    """End it; the three numbers that the desk counts. Where nothing is kept, only they are made."""
    del job
    if session.vault is not None and _keeps(session):
        held = _begin(session, present)
        if held is not None:
            held = sessions_held.end_session(session.database, session.clock, held.id, topics, referrals)
            return sessions_held.packed(held)
    unkept = SessionHeld("", "", "", (), present.path or sessions_held.FULL, topics, referrals)
    return sessions_held.packed(unkept)


def _keeps(session: Session) -> bool:
    return session.vault is not None and not session.vault.read_only


def _begin(session: Session, present: Present) -> SessionHeld | None:
    """Once a session was chosen and there is a store, it stands there, and only once."""
    if present.id:
        try:
            return sessions_held.session(session.database, present.id)
        except errors.NotThere:
            present.id = ""
    if not present.path or not _keeps(session):
        return None
    held = sessions_held.begin_session(session.database, session.clock, present.topics, present.path)
    present.id = held.id
    return held
