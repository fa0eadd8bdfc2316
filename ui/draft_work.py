"""What the worker does for drafts for the counter: list what a paper can be filled from, fill it, write the PDF.

May touch: the worker's session, to read, and the one folder she chose. Must never change an entry.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from safeplan import errors
from safeplan.content.regions import load_region
from safeplan.handover import forms, suggest
from safeplan.handover.around import Texts
from safeplan.handover.forms import FormDraft, FormEvent, FormLine
from safeplan.handover.leaned_on import days_as_they_leave, days_leaned_on
from safeplan.handover.paper_file import write_new
from safeplan.handover.report_times import in_order_of_time
from safeplan.handover.selection import FORM_FIELDS, Selection, part_as_it_leaves
from safeplan.records import incidents, life_events, orders, people
from safeplan.records.incidents import Happened
from ui.background import Job, Session
from ui.first_words import first_words
from ui.hand_over_choice import Choice
from ui.hand_over_look import Found, grouped, marks_of
from ui.widgets.said_dates import her_now

# The fields of an entry that a statement prints.
PRINTED = frozenset(
    (
        *("happened", "place", "text", "said", "injuries", "marks", "damage", "witnesses", "seen_by"),
        *("children_present", "medical", "care", "police", "police_calls"),
    )
)


@dataclass(frozen=True)
class EntryLine:
    """One entry that a statement can be filled from."""

    id: str
    number: int
    happened: Happened
    words: str


@dataclass(frozen=True)
class OrderLine:
    """One order that is written down."""

    id: str
    kind: str
    name: str


@dataclass(frozen=True)
class DraftsView:
    """The last written first."""

    entries: tuple[EntryLine, ...] = ()
    orders: tuple[OrderLine, ...] = ()


@dataclass(frozen=True)
class Chosen:
    """Everything a draft is filled from, as plain values. `said`: as in a Choice, which things found are left out."""

    kind: str
    language: str
    entries: tuple[str, ...] = ()
    order: str = ""
    prosecution: str = "later"
    requests: tuple[str, ...] = ()
    against: str = ""
    to: str = ""
    author: str = ""
    case_number: str = ""
    asked_for: str = ""
    said: tuple[tuple[str, bool], ...] = ()
    region: str = field(default="kz")


@dataclass(frozen=True)
class Filled:
    """A draft, what was found in the entries it stands on, and the numbers of chosen entries it has no room for."""

    draft: FormDraft
    found: tuple[Found, ...] = ()
    not_on: tuple[int, ...] = ()


def load(session: Session, _job: Job) -> DraftsView:
    """What there is."""
    db, lines = session.database, []
    for one in incidents.list_incidents(db):
        if one.latest is not None:
            form = one.latest.form
            lines.append(EntryLine(one.id, one.number, form.happened, first_words(form.text)))
    known = tuple(OrderLine(one.id, one.form.kind, one.form.name) for one in orders.list_orders(db))
    return DraftsView(tuple(lines), known)


def fill(session: Session, job: Job, *, chosen: Chosen) -> Filled:
    """The draft, without what shows where she is. Raises NothingChosen, NotThere, Cancelled."""
    db = session.database
    selection = Selection(
        chosen.entries,
        chosen.language,
        with_attachments=False,
        recipient=chosen.to,
        author=chosen.author,
        case_number=chosen.case_number,
        asked_for=chosen.asked_for,
        parts=("orders",),
        order_ids=(chosen.order,) if chosen.order else (),
        fields_left_out=tuple(one for one in FORM_FIELDS if one not in PRINTED),
    )
    names = {one.id: one.name for one in people.list_people(db)}
    there = in_order_of_time([incidents.incident(db, one) for one in chosen.entries], life_events.anchors_of(db))
    on_it, rest = there[: forms.MOST_EVENTS], there[forms.MOST_EVENTS :]
    latest = {one.id: one.revisions[-1].number for one in on_it if one.revisions}
    # Earlier wordings stand on no form: nor does a day that only they lean on.
    printed = [replace(one, revisions=one.revisions[-1:]) for one in on_it]
    around = {chosen.order, *dict(days_leaned_on(db, selection, printed))} - {""}
    found = [
        one
        for one in suggest.findings(db, selection, cancelled=job.cancelled_between)
        if (one.revision and one.revision == latest.get(one.object_id) and not one.field.endswith(".contact"))
        or one.object_id in around
    ]
    texts = Texts(db, selection, printed)
    groups = grouped(printed, found, Choice(said=chosen.said), names, texts, of_herself=False)
    marks = tuple(marks_of(found, {one.key for one in groups if one.out}))
    selection = replace(selection, marks=marks)
    order = orders.order(db, chosen.order) if chosen.order else None
    if order is not None:
        order = replace(order, form=part_as_it_leaves(selection, order.id, order.form))
    if chosen.kind == forms.STATEMENT:
        draft = forms.draft_statement(
            selection,
            printed,
            prosecution=chosen.prosecution,
            requests=chosen.requests,
            against=chosen.against,
            order=order,
            names=names,
            anchors=days_as_they_leave(db, selection, printed),
        )
        return Filled(draft, groups, tuple(sorted(one.number for one in rest)))
    if order is None:
        raise errors.NothingChosen
    pack = load_region(chosen.region, chosen.language)
    kind_name = next((one.name for one in pack.orders if one.id == order.form.kind), "")
    return Filled(forms.draft_order_copy(selection, order, against=chosen.against, kind_name=kind_name), groups)


def keeping_hers(before: FormDraft, hers: FormDraft, anew: FormDraft) -> FormDraft:
    """The draft filled anew, but for lines that she changed since it was filled `before`: those stay hers."""

    def lines(
        old: tuple[FormLine, ...], now: tuple[FormLine, ...], new: tuple[FormLine, ...]
    ) -> tuple[FormLine, ...]:
        was, typed = {one.field: one.text for one in old}, {one.field: one.text for one in now}
        return tuple(
            replace(one, text=typed[one.field]) if typed.get(one.field) != was.get(one.field) else one for one in new
        )

    events = tuple(
        replace(new, lines=lines(old.lines, now.lines, new.lines))
        for old, now, new in zip(before.events, hers.events, anew.events, strict=True)
    )
    requests = anew.requests if hers.requests == before.requests else hers.requests
    return replace(anew, lines=lines(before.lines, hers.lines, anew.lines), events=events, requests=requests)


def write(session: Session, _job: Job, *, draft: FormDraft, folder: Path, name: str) -> Path:
    """The PDF; where it lies. Raises as write_new."""
    return write_new(folder, name, forms.compile_form(draft, her_now(session.clock).date()))


# ── A draft of a draft: what is kept while she reads it over ────────────────────────────────────────────────────
def as_plain(draft: FormDraft) -> dict[str, Any]:
    """For keeping; read back with from_plain."""
    return asdict(draft)


def from_plain(kept: Any) -> FormDraft | None:
    """A kept draft, or None when it is none of ours."""
    try:
        lines = tuple(FormLine(**one) for one in kept["lines"])
        events = tuple(
            FormEvent(one["title"], tuple(FormLine(**line) for line in one["lines"])) for one in kept["events"]
        )
        rest = {name: kept[name] for name in ("kind", "language", "to", "author", "case_number", "prosecution")}
        flat = (*rest.values(), *kept["requests"], *kept["boxes"])
        if rest["kind"] not in forms.FORMS or not all(isinstance(one, str) for one in flat):
            return None
        return FormDraft(
            **rest,
            lines=lines,
            events=events,
            requests=tuple(kept["requests"]),
            boxes=tuple(kept["boxes"]),
            uncertain=bool(kept["uncertain"]),
        )
    except (KeyError, TypeError):
        return None
