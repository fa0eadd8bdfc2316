"""Drafts for the counter in Kazakhstan: a statement to the police, and a request for a copy of an order.

May touch: nothing but the record it is given, the words of the forms and the country's pack. Must never sign, warn or
number anything in her place, make a vague time exact, or pass for a paper that was handed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from safeplan import errors
from safeplan.content.facts import Card, Region
from safeplan.content.record_guide import load_record_guide
from safeplan.handover.entry_parts import mark_lines
from safeplan.handover.forms_words import CHOICES, FormWords, load_form_words
from safeplan.handover.labels import LANGUAGES, load_labels
from safeplan.handover.letters import breakable, one_line, printable
from safeplan.handover.report import compile_template
from safeplan.handover.report_times import happened_words, in_order_of_time
from safeplan.handover.report_words import load_report_words
from safeplan.handover.selection import Selection, as_it_leaves, validate
from safeplan.records.incident_form import IncidentForm
from safeplan.records.incidents import Incident
from safeplan.records.life_events import LifeEvent
from safeplan.records.orders import Order

STATEMENT, ORDER_COPY = FORMS = ("statement", "order_copy")
_TEMPLATES = {STATEMENT: "reports/form_statement.typ", ORDER_COPY: "reports/form_order_copy.typ"}
# More would not be read at a counter; the report is the place for all of it.
MOST_EVENTS = 10
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class FormLine:
    """A label and what stands beside it. `field` is the id of the label; "" text is a line to fill in by hand."""

    field: str
    label: str
    text: str


@dataclass(frozen=True)
class FormEvent:
    """One event of a statement."""

    title: str
    lines: tuple[FormLine, ...]


@dataclass(frozen=True)
class FormDraft:
    """A draft as it would be printed. The page may replace any text; `prosecution` is one of CHOICES.

    `lines` stand on top or, for a copy, are the whole; `requests` are sentences; `boxes` are sentences with an empty
    box to tick at the counter; `uncertain`: a time in it is not exact, and the paper says so.
    """

    kind: str
    language: str
    to: str
    author: str
    case_number: str
    lines: tuple[FormLine, ...] = ()
    events: tuple[FormEvent, ...] = ()
    requests: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    prosecution: str = ""
    uncertain: bool = False


def forms_for(region_id: str) -> tuple[str, ...]:
    """The forms offered in a country, of FORMS; none where nobody looked into its papers."""
    return FORMS if region_id in load_form_words(LANGUAGES[0]).shape.regions else ()


def is_handed_in(language: str) -> bool:
    """Whether a form in this language can be handed in; otherwise it is for reading along."""
    return language in load_form_words(language).shape.handed_in


def facts_about(form: str, region: Region) -> tuple[Card, ...]:
    """The cards of the pack that say what the choice changes, each with its source and date."""
    shape = load_form_words(region.language).shape
    cards: list[Card] = [*region.duties, *region.withdrawal_rules, *region.limits]
    known = {one.id: one for one in cards}
    wanted = shape.facts if form == STATEMENT else shape.copy_facts
    return tuple(known[one] for one in wanted if one in known) if forms_for(region.id) else ()


def draft_statement(
    selection: Selection,
    incidents: Sequence[Incident],
    *,
    prosecution: str = "later",
    requests: Sequence[str] = (),
    against: str = "",
    order: Order | None = None,
    names: Mapping[str, str] | None = None,
    anchors: Mapping[str, LifeEvent] | None = None,
) -> FormDraft:
    """A statement filled from the chosen entries as they would leave, the earliest first.

    `against`: who it is about, as she wants it written; `names` {person id: name to print}; `requests`: ids of the
    shape's. Raises NothingChosen, and Bug for a choice that does not exist.
    """
    selection = validate(selection)
    say = load_form_words(selection.language)
    if prosecution not in CHOICES or set(requests) - set(say.requests):
        raise errors.Bug(code="form-choice")
    chosen = in_order_of_time([one for one in incidents if one.id in selection.incident_ids and one.latest], anchors)
    if not chosen:
        raise errors.NothingChosen
    events = tuple(
        FormEvent(
            say.statement["event"].replace("{n}", str(number)) if len(chosen) > 1 else "",
            tuple(_event_lines(selection, one, say, names or {}, anchors or {})),
        )
        for number, one in enumerate(chosen[:MOST_EVENTS], 1)
    )
    person = " ".join(against.split())
    ask = (
        say.statement["ask_yes"].replace("{person}", person) if person else say.statement["ask_yes_nobody"],
        say.statement["ask_no"],
    )
    lines = [FormLine("who", say.statement["who"], person)]
    if order is not None:
        lines.append(FormLine("earlier", say.statement["earlier"], _order_in_words(order, say)))
    asked = {"yes": ask[:1], "no": ask[1:], "later": ()}[prosecution]
    return FormDraft(
        STATEMENT,
        selection.language,
        selection.recipient,
        selection.author,
        selection.case_number,
        tuple(lines),
        events,
        (*asked, *(say.requests[one] for one in requests), *_typed(selection.asked_for)),
        ask if prosecution == "later" else (),
        prosecution,
        any(one.revisions[-1].form.happened.kind not in ("exact", "day") for one in chosen),
    )


def draft_order_copy(selection: Selection, order: Order, *, against: str = "", kind_name: str = "") -> FormDraft:
    """A request for a copy, filled from an order. `kind_name`: what the pack calls this kind; her own name for the
    order stands where there is none. `against`: as she wants it written. Only the terms of the cover of `selection`
    are used, so it may have no entry."""
    say = load_form_words(_known_language(selection.language))
    form, local = order.form, load_labels(selection.language).local
    words = say.order_copy
    values = {
        "kind": kind_name or form.name,
        "number": form.number,
        "issued": local(form.issued) if form.issued else "",
        "issued_by": form.issued_by,
        "against": against,
        "handed": local(form.handed_over) if form.handed_over else words["not_known"],
    }
    asked = [] if form.handed_over else [words["ask_handed"]]
    asked += [] if form.paper_end and form.terms else [words["ask_terms"]]
    return FormDraft(
        ORDER_COPY,
        selection.language,
        selection.recipient,
        selection.author,
        selection.case_number,
        tuple(FormLine(field, words[field], " ".join(text.split())) for field, text in values.items()),
        requests=(*asked, *_typed(selection.asked_for)),
    )


def with_text(draft: FormDraft, event: int, field: str, text: str) -> FormDraft:
    """The draft with one text of hers; `event` counts from 0, -1 is for the lines on top."""

    def changed(lines: tuple[FormLine, ...]) -> tuple[FormLine, ...]:
        return tuple(replace(one, text=text) if one.field == field else one for one in lines)

    if event < 0:
        return replace(draft, lines=changed(draft.lines))
    events = list(draft.events)
    events[event] = replace(events[event], lines=changed(events[event].lines))
    return replace(draft, events=tuple(events))


def compile_form(draft: FormDraft, day: date) -> bytes:
    """The draft as PDF/A bytes. The day stands in the file only: the paper's own is written at the counter."""
    say = load_form_words(_known_language(draft.language))
    words = say.statement if draft.kind == STATEMENT else say.order_copy
    data: dict[str, Any] = {
        "language": draft.language,
        "made_date": [day.year, day.month, day.day],
        # "number" on top is that of the order, at the counter that of the registration.
        "l": {**words, **say.paper},
        "to": one_line(draft.to),
        "author": one_line(draft.author),
        "case_number": one_line(draft.case_number),
        "uncertain": draft.uncertain,
        "along": "" if is_handed_in(draft.language) else say.screen.along_note,
        "lines": [_printed(one) for one in draft.lines],
        "events": [{"title": event.title, "lines": [_printed(one) for one in event.lines]} for event in draft.events],
        "requests": [_paragraphs(one) for one in draft.requests],
        "boxes": [_paragraphs(one) for one in draft.boxes],
    }
    return compile_template(_TEMPLATES[draft.kind], data, {})


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _event_lines(
    selection: Selection,
    one: Incident,
    say: FormWords,
    names: Mapping[str, str],
    anchors: Mapping[str, LifeEvent],
) -> Iterator[FormLine]:
    form = as_it_leaves(selection, one.id, one.revisions[-1]).form
    words = say.statement

    def name(untrusted_by: str) -> str:
        return names.get(untrusted_by, "") if _ID.fullmatch(untrusted_by) else untrusted_by

    report_words = load_report_words((selection.language,))
    when = happened_words(report_words, form.happened, anchors)
    if form.happened.kind == "unknown" and not form.happened.words:
        when = words["unknown_time"]
    guide = load_record_guide(selection.language)
    marks = list(mark_lines(form.marks, guide, {}, lambda number: number))
    said = [_joined(f"“{each.words}”" if each.words else "", name(each.by)) for each in form.said]
    children = words[f"children_{form.children_present}"] if form.children_present else ""
    texts = {
        "when": when,
        "where": form.place,
        "what": form.text,
        "said": "\n".join(said),
        "injuries": "\n".join(filter(None, (form.injuries, *marks))),
        "damage": "\n".join(_joined(each.what, each.cost) for each in form.damage),
        "witnesses": "\n".join(filter(None, (form.witnesses, *(each.name for each in form.seen_by)))),
        "children": children,
        "medical": "\n".join(filter(None, (form.medical, *_care(form)))),
        "police": "\n".join(filter(None, (form.police, *_police(form)))),
    }
    for field, text in texts.items():
        # What every statement needs stays as an empty line; the rest only takes room.
        if text.strip() or field in ("when", "where", "what"):
            yield FormLine(field, words[field], text)


def _care(form: IncidentForm) -> Iterator[str]:
    for one in form.care:
        yield _joined(one.where, one.at, one.record_number, one.words)


def _police(form: IncidentForm) -> Iterator[str]:
    for one in form.police_calls:
        yield _joined(one.number_called, one.at, one.officer, one.statement_number, one.refused_words, one.words)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, (" ".join(part.split()) for part in parts)))


def _order_in_words(order: Order, say: FormWords) -> str:
    local = load_labels(say.language).local
    form, words = order.form, say.order_copy
    issued = f"{words['issued']}: {local(form.issued)}" if form.issued else ""
    handed = f"{words['handed']}: {local(form.handed_over)}" if form.handed_over else ""
    number = f"{words['number']}: {form.number}" if form.number else ""
    return _joined(form.name, number, form.issued_by, issued, handed)


def _typed(untrusted_text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in untrusted_text.splitlines() if line.strip())


def _printed(line: FormLine) -> dict[str, Any]:
    return {"field": line.field, "label": line.label, "text": _paragraphs(line.text)}


def _paragraphs(untrusted_text: str) -> list[str]:
    text = breakable(printable(untrusted_text)).strip("\n")
    return text.split("\n") if text.strip() else []


def _known_language(language: str) -> str:
    if language not in LANGUAGES:
        raise errors.Bug(code="form-language")
    return language
