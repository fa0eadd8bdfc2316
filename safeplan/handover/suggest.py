"""The smallest set that serves a reader and a purpose; she widens or narrows it before anything is written.

May touch: entries, orders, cases and breaches, to read them. Must never suggest more than the purpose needs, a
private file, her notes, a contact, or a word of her plan, feelings and warning signs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from safeplan import errors
from safeplan.handover import identifying
from safeplan.handover.around import around
from safeplan.handover.identifying import Finding
from safeplan.handover.identifying_known import her_devices, known_words
from safeplan.handover.selection import FORM_FIELDS, RECIPIENT_KINDS, Selection, file_goes_along, validate
from safeplan.records import breaches, cases, file_notes, incidents, life_events, orders
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.file_notes import FileNote
from safeplan.records.incidents import Incident
from safeplan.vault.database import Database

# What a hand-over can be for, by reader.
PURPOSES = {
    "": ("other",),
    "police": ("report", "breach", "add_to_case", "other"),
    "court": ("hearing", "order", "other"),
    "lawyer": ("advice", "hearing", "other"),
    "doctor": ("treatment", "exam", "other"),
    "helper": ("support", "place", "other"),
    "herself": ("own_copy",),
}
# They give it back or put it away after a day; police and court keep it, a doctor has to.
ASKED_UNTIL = frozenset({"", "lawyer", "helper"})
# How it was afterwards speaks of feelings; where things are kept tells who keeps them.
_OFFICIAL = frozenset({"afterwards", "kept"})
_DOCTOR = frozenset(
    {"text", "happened", "people", "injuries", "medical", "how_long", "used", "marks", "care", "exam"}
)
_HELPER = frozenset(
    (
        "text",
        "happened",
        "place",
        "people",
        "kinds",
        "children_present",
        "injuries",
        "police",
        "medical",
        "child_words",
    )
)
_FIELDS_OUT = {
    "": frozenset[str](),
    "police": _OFFICIAL,
    "court": _OFFICIAL,
    "lawyer": frozenset[str](),
    "doctor": frozenset(FORM_FIELDS) - _DOCTOR,
    "helper": frozenset(FORM_FIELDS) - _HELPER,
    "herself": frozenset[str](),
}
_PARTS: dict[str, tuple[str, ...]] = {
    "": (),
    "police": ("numbers", "costs"),
    "court": ("numbers", "orders", "costs"),
    "lawyer": ("numbers", "orders", "pressure", "costs"),
    "doctor": (),
    "helper": (),
    "herself": ("numbers", "orders", "pressure", "costs"),
}
ALL_ENTRIES = frozenset({"lawyer", "herself"})


@dataclass(frozen=True)
class Scope:
    """Which entries it is about, everything optional: ids, a case, an order (its breaches), days (both included,
    local ISO), a kind of harm."""

    incident_ids: tuple[str, ...] = ()
    case_id: str = ""
    order_id: str = ""
    start: str = ""
    end: str = ""
    kind: str = ""


def purposes(recipient_kind: str) -> tuple[str, ...]:
    """What a hand-over to this reader can be for, the usual one first."""
    return PURPOSES[_known(recipient_kind)]


def asks_until(recipient_kind: str) -> bool:
    """Whether a last day of use is asked for."""
    return _known(recipient_kind) in ASKED_UNTIL


def least(db: Database, recipient_kind: str, purpose: str, language: str, scope: Scope | None = None) -> Selection:
    """The least for this reader and purpose, nothing looked through yet. Raises NothingChosen when no entry fits,
    NotThere for a case or an order that is gone.
    """
    if purpose not in purposes(recipient_kind):
        raise errors.Bug(code="suggest-purpose")
    scope = scope or Scope()
    entries = _entries(db, recipient_kind, purpose, scope)
    if not entries:
        raise errors.NothingChosen
    files = _files(db, recipient_kind, entries)
    case_ids = (scope.case_id,) if scope.case_id and recipient_kind not in ("doctor", "helper") else ()
    order_ids = _order_ids(db, recipient_kind, scope)
    parts = _PARTS[recipient_kind]
    if order_ids and "orders" not in parts:
        parts = (*parts, "orders")
    return validate(
        Selection(
            incident_ids=tuple(one.id for one in entries),
            language=language,
            with_attachments=bool(files),
            case_number=cases.case(db, scope.case_id).form.number if case_ids else "",
            with_names=recipient_kind == "herself",
            recipient_kind=recipient_kind,
            parts=parts,
            order_ids=order_ids,
            case_ids=case_ids,
            fields_left_out=tuple(name for name in FORM_FIELDS if name in _FIELDS_OUT[recipient_kind]),
            attachments=tuple(info.id for info in files),
        )
    )


def findings(
    db: Database,
    selection: Selection,
    typed: dict[str, str] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Finding, ...]:
    """What shows where she is in all that was chosen, each wording of it, whatever is marked already: entries, files,
    and everything of around(). `typed`: lines of the cover by field. Asked again after every change of what leaves;
    places in fields that stay are not named. Raises Cancelled.
    """
    known, devices = known_words(db), her_devices(db)
    chosen = [incidents.incident(db, one) for one in selection.incident_ids]
    out = set(selection.fields_left_out)
    notes: dict[str, FileNote] = {}
    kept: list[Incident] = []
    for one in chosen:
        files = tuple(info for info in one.attachments if file_goes_along(selection, info))
        notes |= {info.id: file_notes.file_note(db, info.id) for info in files}
        kept.append(replace(one, attachments=files))
    beside = around(db, selection, chosen)
    found = identifying.find_all(known, kept, notes, typed or {}, devices, beside, cancelled)
    return tuple(one for one in found if not (one.revision and one.field.split(".")[0] in out))


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _known(recipient_kind: str) -> str:
    if recipient_kind not in RECIPIENT_KINDS:
        raise errors.Bug(code="suggest-recipient")
    return recipient_kind


def _entries(db: Database, recipient_kind: str, purpose: str, scope: Scope) -> tuple[Incident, ...]:
    """The entries asked for, earliest first; without a scope the newest that serves the reader."""
    wanted = set(scope.incident_ids)
    if scope.case_id:
        wanted |= set(cases.case(db, scope.case_id).form.incidents)
    of_orders: tuple[str, ...] = (scope.order_id,) if scope.order_id else ()
    if purpose == "breach" and not (wanted or of_orders):
        # About a case it is never an order that has nothing to do with it.
        of_orders = cases.case(db, scope.case_id).form.orders if scope.case_id else _newest_order(db)
    wanted |= {one.incident_id for order_id in of_orders for one in breaches.list_breaches(db, order_id)}
    anchors = life_events.anchors_of(db)

    def day(one: Incident) -> tuple[bool, str, str]:
        return life_events.interval(_latest(one).happened, anchors).sort_key

    narrowed = bool(scope.incident_ids or scope.case_id or of_orders)
    found = [
        one
        for one in incidents.list_incidents(db)
        if one.latest is not None
        and (one.id in wanted or not narrowed)
        and (not scope.kind or scope.kind in one.latest.form.kinds)
        and _within(scope, life_events.interval(one.latest.form.happened, anchors))
    ]
    # Newest first by the time it was written, as the list gives them.
    if not (narrowed or scope.start or scope.end or scope.kind or recipient_kind in ALL_ENTRIES):
        found = _one(found, recipient_kind)
    return tuple(sorted(found, key=day))


def _one(newest_first: Sequence[Incident], recipient_kind: str) -> list[Incident]:
    serves: Callable[[Incident], bool] = _hurt if recipient_kind == "doctor" else lambda _one: True
    return list(filter(serves, newest_first))[:1] or list(newest_first[:1])


def _within(scope: Scope, days: life_events.Interval) -> bool:
    """What may lie in the period is suggested: a vague day is no reason to leave an entry out. A day unknown is."""
    if not (scope.start or scope.end):
        return True
    first, last = days.start or days.end, days.end or days.start
    return bool(first) and (not scope.start or last >= scope.start) and (not scope.end or first <= scope.end)


def _latest(one: Incident) -> incidents.IncidentForm:
    return one.revisions[-1].form


def _hurt(one: Incident) -> bool:
    form = _latest(one)
    return bool(form.injuries or form.marks or form.medical or form.care)


def _newest_order(db: Database) -> tuple[str, ...]:
    return tuple(one.id for one in orders.list_orders(db))[-1:]


def _order_ids(db: Database, recipient_kind: str, scope: Scope) -> tuple[str, ...]:
    if recipient_kind in ("doctor", "helper"):
        return ()
    of_case = cases.case(db, scope.case_id).form.orders if scope.case_id else ()
    return tuple(dict.fromkeys((*((scope.order_id,) if scope.order_id else ()), *of_case)))


def _files(db: Database, recipient_kind: str, entries: Sequence[Incident]) -> list[AttachmentInfo]:
    """Private files are never suggested; a doctor gets the pictures of injuries, a helper none."""
    if recipient_kind == "helper":
        return []
    private = file_notes.private_files(db)
    of_entries = [one for one in entries if recipient_kind != "doctor" or _hurt(one)]
    files = [info for one in of_entries for info in one.attachments if info.id not in private]
    return [info for info in files if recipient_kind != "doctor" or info.kind.startswith("image/")]
