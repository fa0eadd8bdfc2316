"""What she chose to hand over, to whom and what for, and how an entry reads once the rest is left out.

May touch: nothing. Must never fill in a field by itself: a name leaves only when she typed or ticked it; and must
never let through what was marked to stay, in this wording of an entry or in an earlier one.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Protocol, TypeVar, cast

import msgspec

from safeplan import errors
from safeplan.handover.labels import LANGUAGES
from safeplan.handover.paper_lines import initials
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.file_notes import FileNote
from safeplan.records.incident_form import IncidentForm
from safeplan.records.incidents import Incident, Revision
from safeplan.records.wording import sha256_hex
from safeplan.shaped import shaped

# "" is for a hand-over where nothing was asked.
RECIPIENT_KINDS = ("", "police", "court", "lawyer", "doctor", "helper", "herself")
# They keep what they are given: a day until which it may be used would be a promise nobody made.
KEEP_IT = frozenset({"police", "court"})
PARTS = ("numbers", "orders", "pressure", "costs")
FORM_FIELDS = tuple(one.name for one in fields(IncidentForm))
# Where a text is left out, in the reader's language.
MARKS = {"en": "[left out]", "ru": "[не указано]", "kk": "[көрсетілмеген]"}

_ID = re.compile(r"[0-9a-f]{32}")
# Choices, ids and days of an entry: no words of hers.
_NO_TEXT = frozenset(
    (
        *("kinds", "colours", "figure", "view", "region", "kind", "size", "pain", "attachment", "x", "y"),
        *("known", "children_present", "start", "end", "side", "anchor", "noticed", "willing", "left", "refused"),
        *("alcohol", "drugs"),
    )
)
# Names that were typed instead of chosen: (field of the form, field in it).
_TYPED_NAMES = (("said", "by"), ("seen_by", "name"), ("child_words", "child"))

Part = TypeVar("Part")


class Span(Protocol):
    """A place in a text, in characters."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """Behind the last one."""


@dataclass(frozen=True)
class LeftOut:
    """A place that does not leave. `object_id`: an entry or a file; `field`: "text", "said.0.words", "reason" of a
    correction, "name"; `revision`: the wording of the entry, 0 for what has only one and can be written over.

    `sha256`: of the words that stood there, where they can be written over; "" elsewhere."""

    object_id: str
    field: str
    start: int
    end: int
    revision: int = 0
    sha256: str = ""


def left_out(object_id: str, field: str, start: int, words: str, revision: int = 0) -> LeftOut:
    """The place where these words stand, to be left out."""
    sha256 = "" if revision else sha256_hex(words)
    return LeftOut(object_id, field, start, start + len(words), revision, sha256)


@dataclass(frozen=True)
class Selection:
    """One choice. `language` is the reader's; the entries keep the language they were written in.

    `with_names` False shows people by nickname or initials, as on the screen. Empty text fields become lines to
    fill in by hand. `private_files` are the ids of private files that she ticked one by one: any other private file
    stays, and nothing in the folder tells of it.

    `second_language` puts a second label beside each; `parts` of PARTS; `order_ids`, `case_ids`: ticked ones.
    `fields_left_out`: fields of IncidentForm that stay; `attachments`: ids of the files that go along, None for all;
    `with_notes`: her notes beside files and orders (those on a case never leave); `contacts_sheet`: her own
    (`own_contact`, as typed) and witnesses' contacts on a sheet of their own, which stand nowhere else; `marks`:
    places in texts that stay; `clean_copies`: files of which only a copy without hidden details leaves;
    `translations`: (id of an entry, her own translation of its words), printed under them; `annex_facts`: (id of
    a file, who made it, on which device, where the original is now); `safe_day`: her first day in a safe place, ISO,
    where she typed one for this choice: never printed, kept for when the same is chosen once more.
    """

    incident_ids: tuple[str, ...]
    language: str
    with_attachments: bool
    recipient: str = ""
    purpose: str = ""
    until: str = ""
    author: str = ""
    case_number: str = ""
    with_names: bool = True
    private_files: tuple[str, ...] = ()
    recipient_kind: str = ""
    second_language: str = ""
    parts: tuple[str, ...] = PARTS
    order_ids: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    asked_for: str = ""
    fields_left_out: tuple[str, ...] = ()
    attachments: tuple[str, ...] | None = None
    with_notes: bool = False
    contacts_sheet: bool = False
    own_contact: str = ""
    marks: tuple[LeftOut, ...] = ()
    clean_copies: tuple[str, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()
    annex_facts: tuple[tuple[str, str, str, str], ...] = ()
    safe_day: str = ""

    @property
    def with_orders(self) -> bool:
        """Whether orders and their breaches are shown."""
        return "orders" in self.parts

    def stays(self, object_id: str, field: str, revision: int, start: int, end: int) -> bool:
        """Whether every character of this place is marked; it may be by several marks together."""
        spans = self._stretches.get((object_id, field, revision), ())
        before = bisect_right(spans, start, key=lambda span: span[0]) - 1
        return start >= end or (before >= 0 and end <= spans[before][1])

    @functools.cached_property
    def _stretches(self) -> Mapping[tuple[str, str, int], Sequence[tuple[int, int]]]:
        """(start, end) of what is marked in each text, in order and apart: of a long chat there are thousands."""
        found: dict[tuple[str, str, int], list[tuple[int, int]]] = {}
        for mark in sorted(self.marks, key=lambda mark: mark.start):
            spans = found.setdefault((mark.object_id, mark.field, mark.revision), [])
            if spans and mark.start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], mark.end))
            else:
                spans.append((mark.start, mark.end))
        return found


@dataclass(frozen=True)
class Contact:
    """One line of the separate sheet. `whose`: a name as she typed it; "" for her own."""

    whose: str
    contact: str


def validate(selection: Selection) -> Selection:
    """The selection with doubles dropped, order kept. Raises NothingChosen, or Bug for what does not exist."""
    if not selection.incident_ids:
        raise errors.NothingChosen
    if selection.language not in LANGUAGES or selection.second_language not in ("", *LANGUAGES):
        raise errors.Bug(code="selection-language")
    if selection.recipient_kind not in RECIPIENT_KINDS:
        raise errors.Bug(code="selection-recipient")
    if set(selection.fields_left_out) - set(FORM_FIELDS) or set(selection.parts) - set(PARTS):
        raise errors.Bug(code="selection-field")
    once = {
        one.name: tuple(dict.fromkeys(value))
        for one in fields(selection)
        if isinstance(value := getattr(selection, one.name), tuple)
    }
    second = "" if selection.second_language == selection.language else selection.second_language
    until = "" if selection.recipient_kind in KEEP_IT else selection.until
    return replace(selection, **cast(dict[str, Any], once), second_language=second, until=until)


def from_plain(value: object) -> Selection:
    """A selection from the plain values of dataclasses.asdict; what a later version added is passed over.

    Raises RecordDamaged.
    """
    try:
        return shaped(value, Selection)
    except msgspec.ValidationError:
        raise errors.RecordDamaged from None


# ── What leaves of one entry ────────────────────────────────────────────────────────────────────────────────────────
def as_it_leaves(selection: Selection, incident_id: str, revision: Revision) -> Revision:
    """One wording of an entry without what stays: fields, marked places, contacts, typed names where they are
    initials. The report, the lines of the record and the picture of what leaves all read this and nothing else."""
    form = revision.form
    kept: dict[str, Any] = {name: getattr(IncidentForm(), name) for name in selection.fields_left_out}
    places: dict[str, list[LeftOut]] = {}
    for mark in selection.marks:
        if (mark.object_id, mark.revision) == (incident_id, revision.number):
            places.setdefault(mark.field, []).append(mark)
    without_marked = _cutter(places, MARKS[selection.language])
    form = with_texts(form, without_marked)
    form = replace(form, people=tuple(one for one in form.people if one))
    form = replace(form, seen_by=tuple(replace(one, contact="") for one in form.seen_by))
    form = replace(form, **kept)
    if not selection.with_names:
        form = _short_names(form)
    return replace(revision, form=form, reason=without_marked("reason", revision.reason))


def part_as_it_leaves(selection: Selection, object_id: str, form: Part) -> Part:
    """An order, a breach, a case, one of its items or what stands beside pressure, without marked places.

    `object_id` is its own; for a note about pressure that of the entry."""
    places: dict[str, list[LeftOut]] = {}
    for mark in selection.marks:
        if (mark.object_id, mark.revision) == (object_id, 0):
            places.setdefault(mark.field, []).append(mark)
    return with_texts(form, _cutter(places, MARKS[selection.language])) if places else form


def leaves_whole(selection: Selection, one: Incident) -> bool:
    """Whether nothing at all is taken from an entry: only then may the record's own text of it go along."""
    return all(as_it_leaves(selection, one.id, each) == each for each in one.revisions)


def file_goes_along(selection: Selection, info: AttachmentInfo) -> bool:
    """Whether she ticked this file; private files are asked about elsewhere."""
    return selection.with_attachments and (selection.attachments is None or info.id in selection.attachments)


def file_texts_as_they_leave(selection: Selection, info: AttachmentInfo, note: FileNote) -> tuple[str, FileNote]:
    """(name, note) of a file without marked places; her words beside it only when notes are ticked."""
    places = [mark for mark in selection.marks if mark.object_id == info.id]

    def cut(field: str, text: str) -> str:
        spans = [mark for mark in places if mark.field == field]
        return without(text, spans, MARKS[selection.language])

    words = cut("words", note.words) if selection.with_notes else ""
    return cut("name", info.name), replace(note, words=words, transcript=cut("transcript", note.transcript))


def file_as_it_leaves(selection: Selection, info: AttachmentInfo, note: FileNote) -> tuple[AttachmentInfo, FileNote]:
    """A file and what stands beside it, as the report and the lists may tell of it: marked places out, her words only
    with notes, and of a file of which a clean copy leaves nothing that the original claims."""
    name, note = file_texts_as_they_leave(selection, info, note)
    told = replace(info, name=name, note=info.note if selection.with_notes else "")
    if info.id in selection.clean_copies:
        # A telephone writes the day into the name.
        return replace(told, name="", embedded=None, file_time=""), note
    if info.embedded is not None:
        stays = {
            field: "" for field in ("place", "device") if not embedded_leaves(selection, info, f"embedded.{field}")
        }
        told = replace(told, embedded=replace(info.embedded, **cast(dict[str, Any], stays)))
    return told, note


def embedded_leaves(selection: Selection, info: AttachmentInfo, field: str) -> bool:
    """Whether the report may print what a file claims: `field` is "embedded.place" or "embedded.device"."""
    return info.id not in selection.clean_copies and not any(
        (mark.object_id, mark.field) == (info.id, field) for mark in selection.marks
    )


def contacts(selection: Selection, incidents: Iterable[Incident]) -> tuple[Contact, ...]:
    """The lines of the separate sheet, none unless ticked: hers first, then those who saw or heard something."""
    if not selection.contacts_sheet:
        return ()
    found = [Contact("", selection.own_contact.strip())] if selection.own_contact.strip() else []
    for one in incidents:
        for witness in one.latest.form.seen_by if one.latest else ():
            if witness.contact.strip():
                found.append(Contact(witness.name, witness.contact))
    return tuple(dict.fromkeys(found))


# ── Texts and places ────────────────────────────────────────────────────────────────────────────────────────────────
def without(text: str, spans: Iterable[Span], instead: str = MARKS["en"]) -> str:
    """The text with a neutral mark at each place; every other character stays as and where it was in the order.

    Places behind the end of the text are passed over; overlapping ones become one.
    """
    joined: list[list[int]] = []
    for start, end in sorted((max(0, one.start), min(one.end, len(text))) for one in spans):
        if start >= end:
            continue
        if joined and start < joined[-1][1]:
            joined[-1][1] = max(end, joined[-1][1])
        else:
            joined.append([start, end])
    # In one go: a long chat with a place in every line would be copied whole for each of them.
    kept, at = [], 0
    for start, end in joined:
        kept += [text[at:start], instead]
        at = end
    return "".join((*kept, text[at:]))


def texts_in(form: object) -> Iterator[tuple[str, str]]:
    """Every text of a form that is not empty, with its place ("said.0.words"); ids of people are among them."""
    found: list[tuple[str, str]] = []

    def note(path: str, text: str) -> str:
        if text:
            found.append((path, text))
        return text

    with_texts(form, note)
    yield from found


def with_texts(part: Part, change: Callable[[str, str], str], above: str = "") -> Part:
    """The same with every text replaced by change(place, text)."""
    made: dict[str, Any] = {}
    for one in fields(cast(Any, part)):
        if one.name in _NO_TEXT:
            continue
        value, path = getattr(part, one.name), f"{above}{one.name}"
        if isinstance(value, tuple):
            made[one.name] = tuple(_changed(item, change, f"{path}.{place}") for place, item in enumerate(value))
        else:
            made[one.name] = _changed(value, change, path)
    return cast(Part, replace(cast(Any, part), **made))


def _cutter(places: dict[str, list[LeftOut]], instead: str) -> Callable[[str, str], str]:
    def without_marked(path: str, text: str) -> str:
        spans = places.get(path)
        if not spans:
            return text
        # An id is no text to cut: the person is not named at all.
        return "" if _ID.fullmatch(text) else without(text, spans, instead)

    return without_marked


def _changed(value: object, change: Callable[[str, str], str], path: str) -> object:
    if isinstance(value, str):
        return change(path, value)
    return with_texts(value, change, f"{path}.") if is_dataclass(value) else value


def _short_names(form: IncidentForm) -> IncidentForm:
    made: dict[str, Any] = {}
    for field, name in _TYPED_NAMES:
        items = getattr(form, field)
        made[field] = tuple(replace(one, **{name: _short(getattr(one, name))}) for one in items)
    return replace(form, **made)


def _short(untrusted_name: str) -> str:
    # A mark or an id is left as it stands.
    return untrusted_name if _ID.fullmatch(untrusted_name) or "[" in untrusted_name else initials(untrusted_name)
