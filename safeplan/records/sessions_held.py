"""Sessions at a desk, in the client's own store: what each was for, which way it took, and what has changed since.

May touch: the table session_held; it reads plan, versions and entries. Must never hold a word of what was said, nor
the name of who was there, and never judge a change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import versions
from safeplan.records.deadlines import local_day
from safeplan.records.versions import Changes, PlanVersion, VersionStep
from safeplan.records.wording import canonical, new_id
from safeplan.vault.database import Database, Row

# What a session may be for, and what it came to be about.
TOPICS = (
    "safe_now",
    "plan",
    "leaving",
    "write_down",
    "papers",
    "order",
    "court",
    "children",
    "money",
    "housing",
    "technology",
    "health",
    "talk",
)
# To whom she was pointed.
REFERRALS = (
    "police",
    "shelter",
    "lawyer",
    "doctor",
    "psychologist",
    "children_service",
    "social_service",
    "employment",
    "other_line",
    "other",
)
# Twenty minutes: the acute page, three steps, one fact written down. Or everything.
SHORT, FULL = "short", "full"
PATHS = (SHORT, FULL)

_COLUMNS = "id, on_day, ended_at, zone, document"
_ADD = f"INSERT INTO session_held ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_CHANGE = "UPDATE session_held SET ended_at = ?, zone = ?, document = ? WHERE id = ?"
_ALL = f"SELECT {_COLUMNS} FROM session_held ORDER BY ended_at DESC, rowid DESC"
_ONE = f"SELECT {_COLUMNS} FROM session_held WHERE id = ?"
_DROP = "DELETE FROM session_held WHERE id = ?"
_NEWEST_NUMBER = "SELECT coalesce(max(number), 0) FROM incident"
_STANDS = "id NOT IN (SELECT object_id FROM tombstone)"
_BY_NUMBER = f"SELECT count(*) FROM incident WHERE number > ? AND {_STANDS}"
_BY_MOMENT = (
    "SELECT count(*) FROM (SELECT object_id AS id FROM ledger WHERE op = 'add' AND recorded_at > ?1"
    f" UNION ALL SELECT object_id FROM waiting WHERE op = 'add' AND recorded_at > ?1) WHERE {_STANDS}"
)


@dataclass(frozen=True)
class SessionHeld:
    """One session. `on_day` is local; `ended_at` UTC, that of the beginning until it is ended.

    `purposes` was chosen at the start, `topics` at the end (ids of TOPICS); `path` one of PATHS; `referrals` ids of
    REFERRALS.
    """

    id: str
    on_day: str
    ended_at: str
    purposes: tuple[str, ...]
    path: str
    topics: tuple[str, ...] = ()
    referrals: tuple[str, ...] = ()
    # Where the record stood: the version of the plan ("" for an empty plan) and the newest entry's number.
    version: str = ""
    newest: int = 0


@dataclass(frozen=True)
class SinceLastTime:
    """What changed since a session. `plan` is None when that state of the plan was removed since.

    `entries` counts entries written since; `done` are the steps done since, as they stand now.
    """

    last: SessionHeld
    plan: Changes | None
    entries: int
    done: tuple[VersionStep, ...]

    def nothing(self) -> bool:
        """True when plan and record are as they were left."""
        return not self.entries and self.plan is not None and self.plan.nothing()


def begin_session(db: Database, clock: Clock, purposes: Iterable[str], path: str) -> SessionHeld:
    """Write down that one begins, and where the record stands: one that is cut off counts from here."""
    made, moment = new_id(), as_text(clock.now())
    chosen = _known(purposes, TOPICS)
    if path not in PATHS:
        raise errors.Bug(code="session-path")
    with db.transaction():
        held = SessionHeld(made, local_day(clock).isoformat(), moment, chosen, path, (), (), *_state(db, clock))
        db.execute(_ADD, (made, held.on_day, moment, clock.zone(), _document(held)))
    return session(db, made)


def end_session(
    db: Database, clock: Clock, id: str, topics: Iterable[str], referrals: Iterable[str] = ()
) -> SessionHeld:
    """What it was about, to whom she was pointed, and where the record stands now. Raises NotThere."""
    with db.transaction():
        known, moment = session(db, id), as_text(clock.now())
        version, newest = _state(db, clock)
        held = SessionHeld(
            id,
            known.on_day,
            max(known.ended_at, moment),
            known.purposes,
            known.path,
            _known(topics, TOPICS),
            _known(referrals, REFERRALS),
            version,
            newest,
        )
        db.execute(_CHANGE, (held.ended_at, clock.zone(), _document(held), id))
    return session(db, id)


def session(db: Database, id: str) -> SessionHeld:
    """One session. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return _read(row)


def list_sessions(db: Database) -> tuple[SessionHeld, ...]:
    """All sessions, the last first."""
    return tuple(_read(row) for row in db.rows(_ALL))


def remove_session(db: Database, id: str) -> None:
    """Forget that it was held. Raises NotThere."""
    if not db.execute(_DROP, (id,)):
        raise errors.NotThere


def since_last_time(db: Database, present: str = "") -> SinceLastTime | None:
    """What has changed since the last session other than `present` (its id); None at the first one."""
    last = next((one for one in list_sessions(db) if one.id != present), None)
    if last is None:
        return None
    before = _plan_then(db, last)
    plan = versions.changes(before, versions.plan_now(db)) if before is not None else None
    done = tuple(
        change.after
        for change in (plan.steps if plan else ())
        if change.after is not None
        and change.after.state == "done"
        and (change.before is None or change.before.state != "done")
    )
    # By number and by moment, and the larger counts: a clock that was moved hides nothing.
    counts = (int(db.value(_BY_NUMBER, (last.newest,))), int(db.value(_BY_MOMENT, (last.ended_at,))))
    return SinceLastTime(last, plan, max(counts), done)


def packed(held: SessionHeld) -> tuple[int, int, int]:
    """Path, topics and referrals as three small numbers: words do not travel between the processes."""
    return (
        PATHS.index(held.path),
        sum(1 << TOPICS.index(one) for one in held.topics),
        sum(1 << REFERRALS.index(one) for one in held.referrals),
    )


def unpacked(
    untrusted_path: int, untrusted_topics: int, untrusted_referrals: int
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The reverse of packed: path, topics, referrals. Raises Bug for numbers that mean nothing."""
    fits = (
        0 <= untrusted_path < len(PATHS)
        and 0 <= untrusted_topics < 1 << len(TOPICS)
        and 0 <= untrusted_referrals < 1 << len(REFERRALS)
    )
    if not fits:
        raise errors.Bug(code="session-numbers")
    return (
        PATHS[untrusted_path],
        tuple(one for place, one in enumerate(TOPICS) if untrusted_topics >> place & 1),
        tuple(one for place, one in enumerate(REFERRALS) if untrusted_referrals >> place & 1),
    )


def _state(db: Database, clock: Clock) -> tuple[str, int]:
    versions.keep_version(db, clock)
    heads = versions.version_heads(db)
    return (heads[0].id if heads else "", int(db.value(_NEWEST_NUMBER)))


def _plan_then(db: Database, last: SessionHeld) -> PlanVersion | None:
    if not last.version:
        return PlanVersion("", "", "", (), (), ())
    try:
        return versions.version(db, last.version)
    except errors.NotThere:
        return None


def _known(chosen: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    wanted = set(chosen)
    if wanted - set(known):
        raise errors.Bug(code="session-id")
    return tuple(one for one in known if one in wanted)


def _document(held: SessionHeld) -> str:
    return canonical(
        {
            "purposes": held.purposes,
            "path": held.path,
            "topics": held.topics,
            "referrals": held.referrals,
            "version": held.version,
            "newest": held.newest,
        }
    )


def _read(row: Row) -> SessionHeld:
    made, on_day, ended_at, _, document = row
    value = json.loads(document)
    purposes, topics, referrals = (tuple(value[name]) for name in ("purposes", "topics", "referrals"))
    return SessionHeld(
        made, on_day, ended_at, purposes, value["path"], topics, referrals, value["version"], value["newest"]
    )
