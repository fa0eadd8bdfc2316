"""Days until which something is kept: which records, fields and clients are over, and taking them away for good.

May touch: keep_until, and what it names through the modules that own it; at a desk the clients' folders. Must never
take away a day early, nor leave a copy of it in an older plan or in a backup that was noted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, time, timedelta

from safeplan import errors
from safeplan.clock import Clock, as_text, from_text
from safeplan.paths import VaultFiles
from safeplan.records import (
    attachments,
    cases,
    chain,
    clients,
    consents,
    field_removal,
    incidents,
    orders,
    people,
    plan,
    sessions_held,
    versions,
)
from safeplan.records.believed_day import believed_day, clock_is_believed
from safeplan.records.clients import Client
from safeplan.records.dates import iso_day, moved_day
from safeplan.records.deadlines import local_day, offset_of
from safeplan.records.kept_copies import RemovedCopies, remove_copies
from safeplan.records.people import PersonForm
from safeplan.vault.database import Database
from safeplan.vault.destroy import DestroyReport

ENTRY, FILE, PERSON, ANSWER, SESSION, CONSENT, ORDER, CASE = KINDS = (
    *("entry", "file", "person", "answer"),
    *("session", "consent", "order", "case"),
)
FILES = "files"
# A part of an entry as the pages show it, where it stands for more than the field of its name.
_MORE_OF_PART = {
    "people": ("people", "witnesses"),
    "seen_by": ("seen_by", "witnesses"),
    "police_calls": ("police_calls", "police"),
    "care": ("care", "medical"),
    "known": ("known", "known_words"),
}
_PERSON_FIELDS = frozenset(one.name for one in fields(PersonForm)) - {"role"}

_SET = "INSERT INTO keep_until VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET until = excluded.until"
_FORGET = "DELETE FROM keep_until WHERE what = ? AND object_id = ? AND field = ?"
_FORGET_ALL = "DELETE FROM keep_until WHERE what = ? AND object_id = ?"
_STATE = "SELECT value FROM state WHERE name = ?"
_SET_STATE = "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_PURGED_AT, _SEEN_AHEAD = "purged_at", "seen_ahead"
_DAYS = "SELECT what, object_id, field, until FROM keep_until ORDER BY until, what, object_id, field"


@dataclass(frozen=True)
class Due:
    """What is over: a record (`field` ""), or one field of it. `until` was its last day. `revisions`, `files`: of an
    entry only these writings, or the files with these ids; none named means all until that day."""

    what: str
    object_id: str
    field: str
    until: str
    revisions: tuple[int, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Purged:
    """`done` is gone for good; `gone` was gone before; `copies` says which backups went with it."""

    done: tuple[Due, ...]
    gone: tuple[Due, ...]
    copies: RemovedCopies


@dataclass(frozen=True)
class PurgedClient:
    """One client whose days were over: her folder, and the backups of it that were noted at the desk."""

    client: Client
    folder: DestroyReport
    copies: RemovedCopies


# ── In a client's own store ─────────────────────────────────────────────────────────────────────────────────────
def keep_until(db: Database, what: str, object_id: str, day: str, field: str = "") -> None:
    """The last day of a record (one of KINDS), or of one `field`; "" takes the day away. Raises DateImpossible.

    Fields: those of an entry by the name of the part on the page, those of a person by their own.
    """
    if what not in KINDS or not _has_field(what, field):
        raise errors.Bug(code="keep-until")
    until = iso_day(day)
    if until:
        db.execute(_SET, (what, object_id, field, until))
    else:
        db.execute(_FORGET, (what, object_id, field))


def kept_days(db: Database) -> tuple[Due, ...]:
    """Every day that was set, the nearest first."""
    return tuple(Due(*row) for row in db.rows(_DAYS))


def due(db: Database, clock: Clock, days_of: Mapping[str, int] | None = None) -> tuple[Due, ...]:
    """Everything whose last day lies behind us, whole records first.

    `days_of`: for parts of entries, how many days each may stay after it was written (a policy's retention_fields).
    """
    today = local_day(clock).isoformat()
    return _due(db, today, days_of, _Counting(db, clock, today) if days_of else None)


def _due(db: Database, today: str, days_of: Mapping[str, int] | None, counting: _Counting | None) -> tuple[Due, ...]:
    over = [one for one in kept_days(db) if one.until < today]
    if days_of and counting:
        for part, days in days_of.items():
            over += _parts_over(db, part, moved_day(today, -days), counting)
    return tuple(sorted(over, key=lambda one: (bool(one.field), one.until, one.what, one.object_id, one.field)))


def purge(db: Database, clock: Clock, days_of: Mapping[str, int] | None = None) -> Purged:
    """Take away what is due by the day that is believed (believed_day.py). Fixed entries and files leave their
    tombstone, fields a line in the ledger.

    Every noted backup made until then goes too: one file cannot lose a part. To be called at each opening, so that a
    stick which was not in the last time loses its copy when it is. An entry of this opening is as if it had never
    been.
    """
    today = believed_day(db, clock).isoformat()
    counting = _Counting(db, clock, today) if days_of else None
    over = _due(db, today, days_of, counting)
    if counting and clock_is_believed(db):
        # By a clock that has leapt back, everything would lie ahead.
        db.execute(_SET_STATE, (_SEEN_AHEAD, json.dumps(counting.seen_ahead)))
    if over:
        # First: stopped in the middle, the next purge still knows which backups hold what went.
        db.execute(_SET_STATE, (_PURGED_AT, as_text(clock.now())))
    done: list[Due] = []
    gone: list[Due] = []
    for one in over:
        try:
            changed = _REMOVERS[one.what](db, clock, one)
        except errors.NotThere:
            changed = False
        (done if changed else gone).append(one)
        if not (one.revisions or one.files):
            _forget_day(db, one)
    return Purged(tuple(done), tuple(gone), remove_copies(db, made_by=str(db.value(_STATE, (_PURGED_AT,)) or "")))


def fields_of_part(part: str) -> frozenset[str]:
    """The fields of an entry that a part on the page stands for; empty for parts that cannot go alone."""
    return frozenset(_MORE_OF_PART.get(part, (part,))) & field_removal.FIELDS


# ── At the desk ─────────────────────────────────────────────────────────────────────────────────────────────────
def due_clients(db: Database, clock: Clock, days: int = 0) -> tuple[Client, ...]:
    """Clients whose folder may lie here no longer: her day is over, nothing but this session was agreed to, or `days`
    (a policy's; 0 for none) have passed since the last session."""
    today = local_day(clock).isoformat()
    over = []
    for one in clients.list_clients(db):
        last = moved_day(one.last_session or one.made_on, days) if days else ""
        if not one.keep_until or one.keep_until < today or (last and last < today):
            over.append(one)
    return tuple(over)


def purge_clients(
    db: Database, clock: Clock, files: VaultFiles, days: int = 0, open_now: Collection[int] = ()
) -> tuple[PurgedClient, ...]:
    """Destroy what is due, but for the clients in `open_now`. `files` are the desk's own.

    To be shown before (due_clients): after a power cut, "this session only" may mean a record she has no copy of yet.
    """
    return tuple(purge_client(db, files, one) for one in due_clients(db, clock, days) if one.number not in open_now)


def purge_client(db: Database, files: VaultFiles, one: Client) -> PurgedClient:
    """Destroy one client's folder and the backups of it that were noted here."""
    copies = remove_copies(db, one.number)
    return PurgedClient(one, clients.remove_client(db, files, one.number), copies)


# ── How each goes ───────────────────────────────────────────────────────────────────────────────────────────────
def _remove_entry(db: Database, clock: Clock, one: Due) -> bool:
    if one.field == FILES:
        found = [info for info in attachments.list_attachments(db, one.object_id) if _is_meant(info, one)]
        for info in found:
            attachments.remove_attachment(db, clock, info.id, keep_hash=False)
        return bool(found)
    if one.field:
        return bool(
            field_removal.remove_fields(db, clock, one.object_id, fields_of_part(one.field), one.revisions or None)
        )
    incidents.remove_incident(db, clock, one.object_id, keep_hash=False)
    return True


def _remove_file(db: Database, clock: Clock, one: Due) -> bool:
    attachments.remove_attachment(db, clock, one.object_id, keep_hash=False)
    return True


def _remove_person(db: Database, clock: Clock, one: Due) -> bool:
    known = people.person(db, one.object_id)
    if not one.field:
        people.remove_person(db, clock, known.id)
        return True
    form = PersonForm(**{name: value for name, value in asdict(known).items() if name != "id"})
    people.change_person(db, clock, known.id, replace(form, **{one.field: ""}))
    return bool(getattr(known, one.field))


def _remove_answer(db: Database, clock: Clock, one: Due) -> bool:
    there = bool(plan.answer(db, one.object_id))
    plan.set_answer(db, clock, one.object_id, "")
    for version in versions.versions(db):
        # The plan as it was on earlier days holds the answer as well.
        if any(question == one.object_id for question, _ in version.answers):
            versions.remove_version(db, version.id)
            there = True
    return there


def _remove_session(db: Database, _clock: Clock, one: Due) -> bool:
    sessions_held.remove_session(db, one.object_id)
    return True


def _remove_consent(db: Database, clock: Clock, one: Due) -> bool:
    known = consents.end_consent(db, clock, one.object_id, consents.DAY_OVER)
    consents.forget_words(db, known.id)
    return not known.forgotten


def _remove_order(db: Database, _clock: Clock, one: Due) -> bool:
    orders.remove_order(db, one.object_id)
    return True


def _remove_case(db: Database, _clock: Clock, one: Due) -> bool:
    cases.remove_case(db, one.object_id)
    return True


_REMOVERS: dict[str, Callable[[Database, Clock, Due], bool]] = {
    ENTRY: _remove_entry,
    FILE: _remove_file,
    PERSON: _remove_person,
    ANSWER: _remove_answer,
    SESSION: _remove_session,
    CONSENT: _remove_consent,
    ORDER: _remove_order,
    CASE: _remove_case,
}


def _has_field(what: str, field: str) -> bool:
    if what == ENTRY:
        return field in ("", FILES) or bool(fields_of_part(field))
    return not field or (what == PERSON and field in _PERSON_FIELDS)


def _parts_over(db: Database, part: str, before: str, counting: _Counting) -> list[Due]:
    """Parts of fixed writings that count from a day before `before` and still say something."""
    if not _has_field(ENTRY, part):
        raise errors.Bug(code="keep-part")
    found = []
    for one in incidents.list_incidents(db):
        if one.removed or not one.fixed:
            continue
        if part == FILES:
            # One of this opening has no line yet that could say how far the record had come.
            taken = {
                info.id: counting.day(info.imported_at, info.zone, info.id) for info in one.attachments if info.fixed
            }
            files = {id_: day for id_, day in taken.items() if day < before}
            found += [Due(ENTRY, one.id, part, max(files.values()), files=tuple(files))] if files else []
            continue
        written = {
            revision.number: counting.day(revision.written_at, revision.zone, one.id, revision.number)
            for revision in one.revisions
            if revision.seq is not None
            and any(getattr(revision.form, name) != _EMPTY[name] for name in fields_of_part(part))
        }
        over = {number: day for number, day in written.items() if day < before}
        if over:
            found.append(Due(ENTRY, one.id, part, max(over.values()), tuple(over)))
    return found


class _Counting:
    """From which local day the days of a writing or a file count: the latest that the record had reached with it.

    A computer whose clock runs years behind writes old dates. What stands before a line in the record was written
    before it, whatever the clocks said; moments after `today` come from a clock that ran ahead, and say nothing.
    What bears such a moment itself counts from the first opening that saw it so: it was written before that one.
    `seen_ahead`: those openings' days, for the next time.
    """

    def __init__(self, db: Database, clock: Clock, today: str) -> None:
        self.seen_ahead: dict[str, str] = {}
        self._seen_before: dict[str, str] = json.loads(db.value(_STATE, (_SEEN_AHEAD,)) or "{}")
        # Where the clock has leapt, `today` may lie behind what was written this evening.
        self._today, self._clock_ends = today, _end_of(local_day(clock).isoformat(), clock.zone())
        self._reached, latest, ends = {}, "", _end_of(today, clock.zone())
        for line in chain.entries(db):
            latest = max(latest, line.recorded_at) if line.recorded_at < ends else latest
            self._reached[line.object_id, line.revision] = latest

    def day(self, moment: str, zone: str, object_id: str, revision: int = 0) -> str:
        """The day of what was written or taken in at `moment`, where that was."""
        reached = self._reached.get((object_id, revision), "")
        if moment < self._clock_ends:
            return _local(max(moment, reached), zone)
        name = f"{object_id} {revision}"
        seen = self.seen_ahead[name] = self._seen_before.get(name, self._today)
        return max(seen, _local(reached, zone)) if reached else seen


def _end_of(day: str, zone: str) -> str:
    """The moment at which a local day is over."""
    return as_text(datetime.combine(date.fromisoformat(day) + timedelta(days=1), time.min, offset_of(zone)))


def _local(moment: str, zone: str) -> str:
    return from_text(moment).astimezone(offset_of(zone)).date().isoformat()


_EMPTY = {one.name: getattr(incidents.IncidentForm(), one.name) for one in fields(incidents.IncidentForm)}


def _is_meant(info: attachments.AttachmentInfo, one: Due) -> bool:
    # By its own date, one from a computer years behind would go with the oldest.
    return info.id in one.files if one.files else _local(info.imported_at, info.zone) <= one.until


def _forget_day(db: Database, one: Due) -> None:
    if one.field:
        db.execute(_FORGET, (one.what, one.object_id, one.field))
    else:
        db.execute(_FORGET_ALL, (one.what, one.object_id))
