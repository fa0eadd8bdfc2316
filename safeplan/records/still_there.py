"""What a police officer or a court usually asks for and is not there yet, for one entry or one case.

May touch: put_aside; reads entries, files, breaches, orders and cases. Must never count what is missing, stand in the
way of anything, or speak on the night itself: an entry is left in peace until the next day, and for half a day after
what happened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from safeplan import errors
from safeplan.clock import Clock, from_text
from safeplan.content import body_map
from safeplan.records import cases
from safeplan.records.breaches import Breach, breaches_of
from safeplan.records.cases import Case
from safeplan.records.incident_form import Happened, IncidentForm
from safeplan.records.incidents import Incident, incident
from safeplan.records.orders import order
from safeplan.vault.database import Database

# Half a day: whoever was hurt in the evening sleeps first, also when midnight made it the next day.
QUIET = timedelta(hours=12)
# Someone who typed the wrong year must not wait for it.
_MOST_AHEAD = timedelta(days=1)
# After that nobody is sent to have marks looked at that have gone; what stayed can still be written down.
MARKS_LAST = timedelta(days=31)

# What fades first stands first.
INCIDENT_POINTS = (
    *("doctor", "doctor_forced", "doctor_later", "mark_pictures", "messages", "exact_words", "witnesses"),
    *("witness_contact", "when", "hour", "place", "who", "care_paper", "exam", "exam_paper", "statement_number"),
    *("officer", "refused_words", "order_copy", "receipts", "money_papers", "vet", "kept_where"),
)
CASE_POINTS = (
    *("registration_number", "complaint_copy", "case_officer", "case_article", "decision_copy"),
    *("refused_words", "order_copy"),
)

_SAID = frozenset({"threat", "control", "stalking", "pressure"})
_SENT = frozenset({"technology", "threat", "stalking"})

_ASIDE = "SELECT point FROM put_aside WHERE object_id = ?"
_PUT = "INSERT OR IGNORE INTO put_aside VALUES (?, ?)"
_BACK = "DELETE FROM put_aside WHERE object_id = ? AND point = ?"
_THERE = "SELECT 1 FROM {table} WHERE id = ?"


@dataclass(frozen=True)
class StillThere:
    """Ids of what may still be got, and of what she put aside; both empty in quiet time."""

    points: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


# ── For the pages ───────────────────────────────────────────────────────────────────────────────────────────────
def still_there(db: Database, clock: Clock, incident_id: str) -> StillThere:
    """For one entry; nothing in quiet time or when the entry is removed. Raises NotThere."""
    found = incident(db, incident_id)
    if found.latest is None or in_quiet_time(found, clock):
        return StillThere()
    breaches = breaches_of(db, incident_id)
    points = missing(
        found.latest.form,
        [info.kind for info in found.attachments],
        breaches,
        fresh=clock.now() - _latest_end(found) < MARKS_LAST,
        order_paper=all(_has_paper(db, one.order_id) for one in breaches),
    )
    return _sorted_out(db, incident_id, points)


def still_there_in_case(db: Database, clock: Clock, case_id: str) -> StillThere:
    """For a case; nothing while one of its entries is in quiet time. Raises NotThere."""
    found = cases.case(db, case_id)
    if _opened_today(found, clock):
        return StillThere()
    named = {*found.form.incidents, *(item.form.incident_id for item in found.items if item.form.incident_id)}
    if any(in_quiet_time(incident(db, one), clock) for one in named):
        return StillThere()
    points = missing_in_case(found, order_paper=all(_has_paper(db, one) for one in found.form.orders))
    return _sorted_out(db, case_id, points)


def put_aside(db: Database, object_id: str, point: str) -> None:
    """ "Not for me": this point of this entry or case is not shown until it is wanted again. Raises NotThere."""
    if point not in INCIDENT_POINTS and point not in CASE_POINTS:
        raise errors.Bug(code="still-point")
    if not any(db.row(_THERE.format(table=table), (object_id,)) for table in ("incident", "case_file")):
        raise errors.NotThere
    db.execute(_PUT, (object_id, point))


def bring_back(db: Database, object_id: str, point: str) -> None:
    """Show it again."""
    db.execute(_BACK, (object_id, point))


# ── What is missing ─────────────────────────────────────────────────────────────────────────────────────────────
def missing(
    form: IncidentForm,
    files: Sequence[str],
    breaches: Sequence[Breach] = (),
    *,
    fresh: bool = True,
    order_paper: bool = True,
) -> tuple[str, ...]:
    """Ids of INCIDENT_POINTS that fit this entry and are not there, in that order.

    `files`: kinds of its files ("image/jpeg"); `fresh`: marks may still be seen; `order_paper`: there is a copy of
    every order it breaches.
    """
    found = {*_of_the_event(form), *_of_the_body(form, files, fresh=fresh), *_of_the_police(form, breaches)}
    if breaches and not order_paper:
        found.add("order_copy")
    kinds = frozenset(form.kinds)
    if (kinds & _SENT or form.devices) and not files:
        found.add("messages")
    if ("damage" in kinds or form.damage) and not files and not any(one.cost for one in form.damage):
        found.add("receipts")
    if "money" in kinds and not files:
        found.add("money_papers")
    if "animals" in kinds and not files:
        found.add("vet")
    if any(one.what and not one.where for one in form.kept):
        found.add("kept_where")
    return _in_order(INCIDENT_POINTS, found)


def missing_in_case(case: Case, *, order_paper: bool = True) -> tuple[str, ...]:
    """Ids of CASE_POINTS that fit this case and are not there, in that order."""
    found, form = set[str](), case.form
    of_kind = {kind: [item.form for item in case.items if item.form.kind == kind] for kind in cases.ITEM_KINDS}
    handed_in = of_kind[cases.COMPLAINT]
    numbered = form.number or any(item.number for item in (*handed_in, *of_kind[cases.REGISTRATION]))
    if (handed_in or of_kind[cases.REGISTRATION]) and not numbered:
        found.add("registration_number")
    if handed_in and not any(item.files for item in handed_in):
        found.add("complaint_copy")
    if any(not item.files for item in of_kind[cases.DECISION]):
        found.add("decision_copy")
    if any(not (item.who and item.words) for item in of_kind[cases.REFUSAL]):
        found.add("refused_words")
    if handed_in or of_kind[cases.REGISTRATION] or of_kind[cases.DECISION]:
        if not form.people and not any(item.form.who for item in case.items):
            found.add("case_officer")
        if not (form.offence or form.article):
            found.add("case_article")
    if form.orders and not order_paper:
        found.add("order_copy")
    return _in_order(CASE_POINTS, found)


def in_quiet_time(entry: Incident, clock: Clock) -> bool:
    """Whether it is still the day on which the entry was written, or less than half a day after what happened."""
    if not entry.revisions:
        return False
    first, now = entry.revisions[0], clock.now()
    written = from_text(first.written_at)
    # Asked in both zones: a journey or a clock that was set does not make it tomorrow. One that ran back neither.
    zones = (_offset(first.zone), _offset(clock.zone()))
    if any(now.astimezone(zone).date() <= written.astimezone(zone).date() for zone in zones):
        return True
    return now < _latest_end(entry) + QUIET


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _of_the_event(form: IncidentForm) -> Iterable[str]:
    happened = form.happened
    if happened.kind in ("exact", "day", "range"):
        if "T" not in happened.start:
            yield "hour"
    elif not happened.anchor:
        yield "when"
    if not form.place:
        yield "place"
    if not form.people and not any(one.by for one in form.said):
        yield "who"
    if _SAID & set(form.kinds) and not any(one.words for one in form.said):
        yield "exact_words"
    if not form.seen_by and not form.witnesses:
        yield "witnesses"
    if any(one.name and not one.contact for one in form.seen_by):
        yield "witness_contact"


def _of_the_body(form: IncidentForm, files: Collection[str], *, fresh: bool) -> Iterable[str]:
    kinds = set(form.kinds)
    shown = [mark for mark in form.marks if not body_map.is_private(mark.region)]
    hurt = bool(form.injuries or form.marks or "physical" in kinds)
    seen = bool(form.care or form.medical)
    # Of a place that only a doctor records, no picture is asked for.
    wanted = fresh and (shown or (hurt and not form.marks and "sexual" not in kinds))
    if wanted and not any(kind.startswith("image/") for kind in files):
        yield "mark_pictures"
    if not seen and "sexual" in kinds:
        yield "doctor_forced"
    elif not seen and hurt:
        yield "doctor" if fresh else "doctor_later"
    if any(not one.record_number for one in form.care):
        yield "care_paper"
    exam = form.exam
    if exam.ordered_by or exam.ruling or exam.on_day or exam.body:
        if not (exam.ordered_by and exam.ruling and exam.on_day):
            yield "exam_paper"
    elif (hurt or "sexual" in kinds) and (form.police_calls or form.police):
        yield "exam"


def _of_the_police(form: IncidentForm, breaches: Sequence[Breach]) -> Iterable[str]:
    reported = [one.form for one in breaches if one.form.reported == "yes"]
    refused = [call for call in form.police_calls if call.refused == "yes"]
    taken = [call for call in form.police_calls if call.refused != "yes"]
    if taken or reported or (form.police and not form.police_calls):
        if not any(call.statement_number for call in taken) and not any(one.number for one in reported):
            yield "statement_number"
        if not any(call.officer for call in taken) and not any(one.to for one in reported):
            yield "officer"
    if any(not (call.refused_words and call.officer) for call in refused):
        yield "refused_words"


def _in_order(order_: Sequence[str], found: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in order_ if one in found)


def _sorted_out(db: Database, object_id: str, points: Sequence[str]) -> StillThere:
    aside = {point for (point,) in db.rows(_ASIDE, (object_id,))}
    return StillThere(tuple(one for one in points if one not in aside), tuple(one for one in points if one in aside))


def _has_paper(db: Database, order_id: str) -> bool:
    form = order(db, order_id).form
    return bool(form.photo or form.copy_received)


def _opened_today(case: Case, clock: Clock) -> bool:
    """A case of today with nothing in it yet: on that day she has done enough."""
    changed, zone = from_text(case.changed_at), _offset(clock.zone())
    return not case.items and clock.now().astimezone(zone).date() <= changed.astimezone(zone).date()


def _latest_end(entry: Incident) -> datetime:
    """The latest moment at which it can have happened, as its newest version says; else when that was written."""
    newest = entry.revisions[-1]
    written = from_text(newest.written_at)
    ends = _end(newest.form.happened, _offset(newest.zone))
    return written if ends is None else min(ends, written + _MOST_AHEAD)


def _end(happened: Happened, zone: tzinfo) -> datetime | None:
    text = happened.end or happened.start
    if happened.kind not in ("exact", "day", "range") or not text:
        return None
    moment = datetime.fromisoformat(text).replace(tzinfo=zone)
    # Of a day without an hour its last moment counts.
    return moment if "T" in text else moment.replace(hour=23, minute=59, second=59)


def _offset(zone: str) -> tzinfo:
    return datetime.strptime(zone, "%z").tzinfo or UTC
