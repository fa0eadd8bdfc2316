"""What the worker does for drafts for the counter: list what a paper can be filled from, fill it, write the PDF.

May touch: the worker's session, to read, and the one folder she chose. Must never change an entry.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from safeplan import errors
from safeplan.content.regions import load_region
from safeplan.handover import forms
from safeplan.handover.forms import FormDraft, FormEvent, FormLine
from safeplan.handover.paper_file import write_new
from safeplan.handover.selection import Selection
from safeplan.records import incidents, life_events, orders, people
from safeplan.records.incidents import Happened
from ui.background import Job, Session
from ui.first_words import first_words
from ui.widgets.said_dates import her_now


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
    """Everything a draft is filled from, as plain values."""

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
    region: str = field(default="kz")


def load(session: Session, _job: Job) -> DraftsView:
    """What there is."""
    db, lines = session.database, []
    for one in incidents.list_incidents(db):
        if one.latest is not None:
            form = one.latest.form
            lines.append(EntryLine(one.id, one.number, form.happened, first_words(form.text)))
    known = tuple(OrderLine(one.id, one.form.kind, one.form.name) for one in orders.list_orders(db))
    return DraftsView(tuple(lines), known)


def fill(session: Session, _job: Job, *, chosen: Chosen) -> FormDraft:
    """The draft. Raises NothingChosen, NotThere."""
    db = session.database
    selection = Selection(
        chosen.entries,
        chosen.language,
        with_attachments=False,
        recipient=chosen.to,
        author=chosen.author,
        case_number=chosen.case_number,
        asked_for=chosen.asked_for,
    )
    order = orders.order(db, chosen.order) if chosen.order else None
    if chosen.kind == forms.STATEMENT:
        return forms.draft_statement(
            selection,
            [incidents.incident(db, one) for one in chosen.entries],
            prosecution=chosen.prosecution,
            requests=chosen.requests,
            against=chosen.against,
            order=order,
            names={one.id: one.name for one in people.list_people(db)},
            anchors=life_events.anchors_of(db),
        )
    if order is None:
        raise errors.NothingChosen
    pack = load_region(chosen.region, chosen.language)
    kind_name = next((one.name for one in pack.orders if one.id == order.form.kind), "")
    return forms.draft_order_copy(selection, order, against=chosen.against, kind_name=kind_name)


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
