"""What the person who harms, or that person's lawyer, would learn from what is about to leave.

May touch: nothing but what was chosen, as it would be written. Must never change the choice by itself, and never call
an empty list safe: it names what it finds, and cannot see what a picture shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from safeplan.handover.identifying import Finding
from safeplan.handover.photo_marks import PhotoMark
from safeplan.handover.selection import (
    MARKS,
    LeftOut,
    Selection,
    as_it_leaves,
    contacts,
    part_as_it_leaves,
    texts_in,
)
from safeplan.records.incidents import Incident, Revision
from safeplan.records.life_events import LifeEvent
from safeplan.records.wording import sha256_hex

# In the order of the page.
GROUPS = ("where", "who_helps", "planned", "days", "contacts")
_GROUP_OF = {
    "helper": "who_helps",
    "code_word": "planned",
    "phone": "contacts",
    "email": "contacts",
    "personal_number": "contacts",
}
# What is left out when an item is pressed.
SPAN, COPY, SHEET, TYPED, NAMES = REMOVES = ("span", "copy", "sheet", "typed", "names")
_PLANS = re.compile(
    r"(?<!\w)(?:i\s(?:will|want\sto|am\sgoing\sto|plan\sto|intend\sto|decided\sto)\s(?:leave|move|go|file|divorce|apply)"
    r"|(?:want|plan|planning|going|decided)\sto\s(?:leave|move|go\saway|divorce)"
    r"|(?:собираюсь|планирую|хочу|решила?|буду)\s(?:уйти|уехать|переехать|съехать|развестись|подать\s[\w\s]{2,30})"
    r"|(?:уйду|уеду|перееду|съеду|разведусь)(?!\w)"
    r"|(?:кетпекпін|кетпекшімін|көшпекпін|көшпекшімін|ажыраспақпын|кетемін|көшемін|ажырасамын)(?!\w)"
    r"|(?:кеткім|көшкім|ажырасқым)\sкеледі)[^.!?\n]{0,120}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Item:
    """One thing that can be learned. `why` is an id of identifying.WHYS, photo_marks.WHYS, or "day", "plan", "name",
    "own"; `number` is that of the entry, 0 for the cover and the sheets; `removes` of REMOVES says what a press does.
    """

    group: str
    why: str
    words: str
    removes: str
    number: int = 0
    object_id: str = ""
    field: str = ""
    start: int = 0
    end: int = 0
    revision: int = 0

    def as_left_out(self) -> LeftOut:
        """Its place for a selection. What can be written over has its words beside it: see LeftOut."""
        sha256 = "" if self.revision else sha256_hex(self.words)
        return LeftOut(self.object_id, self.field, self.start, self.end, self.revision, sha256)


def as_he_reads(
    selection: Selection,
    incidents: Sequence[Incident],
    findings: Iterable[Finding],
    photos: Iterable[PhotoMark],
    full_names: Mapping[str, str] | None = None,
    beside: Sequence[tuple[str, object]] = (),
) -> tuple[Item, ...]:
    """What stays readable, in the order of GROUPS. `incidents` are the chosen ones; `findings` those of
    suggest.findings, `photos` those of photo_marks; `full_names` {person id: name} of whom the entries name; `beside`
    what goes along with them, as in around()."""
    found = [
        *_marked(selection, incidents, findings),
        *_photos(selection, incidents, photos),
        *_plans(selection, incidents, beside),
        *_days(selection, incidents, beside),
        *_contacts(selection, incidents, full_names or {}),
    ]
    order = {group: place for place, group in enumerate(GROUPS)}
    return tuple(sorted(dict.fromkeys(found), key=lambda item: order[item.group]))


def typed_lines(selection: Selection) -> dict[str, str]:
    """What she typed for the cover, by field, to be looked through like everything else."""
    lines = {name: str(getattr(selection, name)) for name in ("purpose", "author", "asked_for")}
    return {name: text for name, text in lines.items() if text.strip()}


def numbers_of(incidents: Iterable[Incident]) -> dict[str, tuple[int, ...]]:
    """{id of an entry, of a file of it, or of a day that its time leans on: numbers of the entries it stands in}."""
    found: dict[str, set[int]] = {}
    for one in incidents:
        leaned = (each.form.happened.anchor for each in one.revisions)
        for id_ in filter(None, (one.id, *(info.id for info in one.attachments), *leaned)):
            found.setdefault(id_, set()).add(one.number)
    return {id_: tuple(sorted(numbers)) for id_, numbers in found.items()}


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _marked(selection: Selection, incidents: Sequence[Incident], findings: Iterable[Finding]) -> Iterator[Item]:
    numbers, files = numbers_of(incidents), {info.id for one in incidents for info in one.attachments}
    for one in findings:
        # Neither the name nor the claims of a file leave with its clean copy.
        if one.object_id in selection.clean_copies and (one.field == "name" or one.field.startswith("embedded.")):
            continue
        if one.field == "words" and one.object_id in files and not selection.with_notes:
            continue
        if _stays_already(selection, one):
            continue
        yield Item(
            _GROUP_OF.get(one.why, "where"),
            one.why,
            one.words,
            SPAN if one.object_id else TYPED,
            numbers.get(one.object_id, (0,))[0],
            one.object_id,
            one.field,
            one.start,
            one.end,
            one.revision,
        )


def _stays_already(selection: Selection, one: Finding) -> bool:
    if one.revision and one.field.split(".")[0] in selection.fields_left_out:
        return True
    # The contact of whoever saw something stands on the separate sheet or nowhere.
    if one.field.startswith("seen_by.") and one.field.endswith(".contact"):
        return True
    # What is left of a place that is only partly out can still be read.
    return selection.stays(one.object_id, one.field, one.revision, one.start, one.end)


def _photos(selection: Selection, incidents: Sequence[Incident], photos: Iterable[PhotoMark]) -> Iterator[Item]:
    files = {info.id: (one.number, info) for one in incidents for info in one.attachments}
    for photo in photos:
        if photo.attachment_id in files and photo.attachment_id not in selection.clean_copies:
            number, info = files[photo.attachment_id]
            for why in photo.whys:
                yield Item("where", why, info.name, COPY, number, info.id)


def _plans(
    selection: Selection, incidents: Sequence[Incident], beside: Iterable[tuple[str, object]]
) -> Iterator[Item]:
    numbers = numbers_of(incidents)
    for object_id, revision, whole, leaves in _texts(selection, incidents, beside):
        for field, text in whole.items():
            # Found in the whole text, so that a place is one of that text; shown only when it is still readable.
            for plan in _PLANS.finditer(text):
                here = Finding(object_id, field, plan.start(), plan.end(), "plan", plan[0], revision)
                if field in leaves and not _stays_already(selection, here):
                    yield Item(
                        *("planned", "plan", plan[0], SPAN, numbers.get(object_id, (0,))[0], object_id, field),
                        *(plan.start(), plan.end(), revision),
                    )


def _texts(
    selection: Selection, incidents: Sequence[Incident], beside: Iterable[tuple[str, object]]
) -> Iterator[tuple[str, int, dict[str, str], dict[str, str]]]:
    """(id, wording, {field: text}, the same as it leaves) of all that leaves."""
    for one in incidents:
        for revision in one.revisions:
            leaves = as_it_leaves(selection, one.id, revision)
            yield one.id, revision.number, _fields(revision), _fields(leaves)
    for object_id, form in beside:
        yield object_id, 0, dict(texts_in(form)), dict(texts_in(part_as_it_leaves(selection, object_id, form)))


def _fields(revision: Revision) -> dict[str, str]:
    return {**dict(texts_in(revision.form)), "reason": revision.reason}


def _days(
    selection: Selection, incidents: Sequence[Incident], beside: Iterable[tuple[str, object]]
) -> Iterator[Item]:
    """Every entry says where she was on a day, unless its place or its day stays."""
    out = selection.fields_left_out
    if "place" in out or "happened" in out:
        return
    hers = {id_: part_as_it_leaves(selection, id_, day).words for id_, day in beside if isinstance(day, LifeEvent)}
    for one in incidents:
        for revision in one.revisions:
            leaves, place = as_it_leaves(selection, one.id, revision).form, revision.form.place
            if not leaves.place or leaves.place == MARKS[selection.language]:
                continue
            happened = leaves.happened
            when = happened.start[:10] or happened.words or hers.get(happened.anchor, "")
            if when:
                yield Item(
                    *("days", "day", f"{when} · {leaves.place}", SPAN, one.number, one.id),
                    *("place", 0, len(place), revision.number),
                )


def _contacts(selection: Selection, incidents: Sequence[Incident], full_names: Mapping[str, str]) -> Iterator[Item]:
    if selection.author.strip():
        yield Item("contacts", "own", selection.author, TYPED, field="author")
    for one in contacts(selection, incidents):
        yield Item("contacts", "phone", ", ".join(filter(None, (one.whose, one.contact))), SHEET)
    if selection.with_names:
        for one_incident in incidents:
            named = {who for each in one_incident.revisions for who in each.form.people}
            for who in sorted(named & full_names.keys()):
                yield Item("contacts", "name", full_names[who], NAMES, one_incident.number, who)
