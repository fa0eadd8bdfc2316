"""Turns chosen entries into the plain data the report's template prints.

May touch: nothing but the records it is given. Must never add a word of ours to hers, shorten without saying so, or
use the numbers of her own list: a gap in them would tell that other entries exist.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from safeplan.content.record_guide import load_record_guide
from safeplan.handover.entry_parts import drawings, entry_parts
from safeplan.handover.labels import Labels, load_labels, wall_clock
from safeplan.handover.letters import breakable, one_line, printable
from safeplan.handover.selection import Selection
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.file_notes import FileNote
from safeplan.records.incidents import Happened, Incident, IncidentForm
from safeplan.records.life_events import LifeEvent, interval

# A longer text would make hundreds of pages; the whole of it lies in the bundle as a text file.
LONGEST_TEXT = 200_000
# A place or a reason longer than this would fill pages of a table.
LONGEST_VALUE = 4_000
# First words in the chronology: two lines of its column.
FIRST_WORDS = 110
# Whole on the entry's own sheet.
LONGEST_CELL = 300
# How many letters of one word the chronology's columns hold.
COLUMN_RUNS = (6, 16, 12, 20, 12)
EMBEDDED_LABELS = (("taken_at", "claimed_taken"), ("place", "claimed_place"), ("device", "claimed_device"))


@dataclass(frozen=True)
class CustodyLine:
    """One act: stored moment, ledger operation, local numbers of what it was about ("1", "0003.jpg")."""

    at: str
    op: str
    about: str


@dataclass(frozen=True)
class ReportContent:
    """Everything the report is made of, in the order it is printed; gathered by the bag."""

    selection: Selection
    made_at: str
    zone: str
    bundle: str
    incidents: tuple[Incident, ...]
    # attachment id -> name in the bundle ("0001.jpg"), in the order of the annexes
    files: Mapping[str, str]
    # attachment id -> name of its picture in the report
    pictures: Mapping[str, str] = field(default_factory=dict)
    # person id -> the name to print
    people: Mapping[str, str] = field(default_factory=dict)
    # incident id -> name of the text file that holds the whole text
    text_files: Mapping[str, str] = field(default_factory=dict)
    custody: tuple[CustodyLine, ...] = ()
    root: str = ""
    root_words: str = ""
    # attachment id -> her note, her transcript, and whether it is private: listed by number only
    notes: Mapping[str, FileNote] = field(default_factory=dict)
    # life event id -> the event a vague time leans on
    anchors: Mapping[str, LifeEvent] = field(default_factory=dict)

    def is_private(self, attachment_id: str) -> bool:
        """Whether nothing but the number of this file may be printed."""
        return self.notes.get(attachment_id, FileNote()).private


def in_order_of_time(
    incidents: Sequence[Incident], anchors: Mapping[str, LifeEvent] | None = None
) -> tuple[Incident, ...]:
    """Oldest event first; one without a date stands where it was written down."""
    return tuple(sorted(incidents, key=lambda one: _when_key(one, anchors or {})))


def report_data(content: ReportContent) -> dict[str, Any]:
    """The JSON document of resources/reports/report.typ."""
    say = load_labels(content.selection.language)
    made = wall_clock(content.made_at, content.zone)
    title = say("report", "title")
    annex_numbers = {attachment_id: number for number, attachment_id in enumerate(content.files, 1)}
    sheets = [_sheet(content, say, n, incident, annex_numbers) for n, incident in enumerate(content.incidents, 1)]
    return {
        "language": content.selection.language,
        "labels": dict(say.tables["report"]),
        "title": title,
        "bundle": content.bundle,
        "made_date": [made.year, made.month, made.day],
        "cover": _cover(content, say),
        "chronology": [
            _chronology_row(content, say, n, incident, annex_numbers)
            for n, incident in enumerate(content.incidents, 1)
        ],
        "sheets": sheets,
        "annexes": [
            _annex(content, say, number, n, info)
            for n, incident in enumerate(content.incidents, 1)
            for info in incident.attachments
            if (number := annex_numbers.get(info.id))
        ],
        "limits": [say("report", f"limit_{name}") for name in ("chosen", "clock", "same", "truth", "time", "court")],
        "check": [say("report", "check_intro"), say("report", "check_all")],
        "root": content.root,
        "root_words": one_line(content.root_words),
        "custody": [[say.moment(line.at, content.zone), _act(say, line)] for line in content.custody],
    }


def _cover(content: ReportContent, say: Labels) -> list[list[str]]:
    chosen = content.selection
    typed = (
        ("to", chosen.recipient),
        ("from", chosen.author),
        ("case_number", chosen.case_number),
        ("purpose", chosen.purpose),
        ("until", say.local(chosen.until)),
        ("entries", str(len(content.incidents))),
        ("annexes", str(len(content.files))),
        ("bundle", content.bundle),
        ("made", say.moment(content.made_at, content.zone)),
    )
    # To whom, from whom and the number can be filled in by pen; the others are left out when empty.
    by_pen = ("to", "from", "case_number")
    return [[say("report", key), one_line(value)] for key, value in typed if value or key in by_pen]


def _sheet(
    content: ReportContent,
    say: Labels,
    number: int,
    incident: Incident,
    annex_numbers: Mapping[str, int],
) -> dict[str, Any]:
    first, last = incident.revisions[0], incident.revisions[-1]
    form = last.form
    rows = [
        (say("report", "happened"), _happened(content, say, form.happened)),
        (say("report", "written"), _written(say, form.happened, first.written_at, first.zone)),
    ]
    if len(incident.revisions) > 1:
        rows.append((say("report", "corrected"), say.moment(last.written_at, last.zone)))
    rows += [(label, value) for label, value in _short_fields(content, say, form) if value]
    annexes = [str(annex_numbers[info.id]) for info in incident.attachments if info.id in annex_numbers]
    if annexes:
        rows.append((say("report", "annex_numbers"), ", ".join(annexes)))
    words, cut = _long(form.text)
    guide = load_record_guide(say.language)
    fields = _long_fields(content, say, form, annex_numbers)
    long_parts = [(label, _said(say, value)) for label, value in fields if value.strip()]
    continued = content.text_files.get(incident.id, "") if cut else ""
    photos = [
        {
            "file": f"{content.pictures[info.id]}.svg",
            "alt": say("report", "photo_alt", n=annex_numbers[info.id], file=content.files[info.id]),
            "caption": f"{say('report', 'annex', n=annex_numbers[info.id])} · {content.files[info.id]}",
        }
        for info in incident.attachments
        if info.id in content.pictures and info.id in annex_numbers and not content.is_private(info.id)
    ]
    return {
        "title": say("report", "entry_of", n=number, total=len(content.incidents)),
        "rows": [[label, _value(say, value)] for label, value in rows],
        "words": words,
        "continued": say("report", "continued", file=continued) if continued else "",
        "parts": long_parts,
        "drawings": drawings(form.marks, guide),
        "drawings_title": guide.paper["marks"],
        "drawings_note": " ".join((guide.paper["marks_note"], guide.body.sides)),
        "corrections": _corrections(content, say, incident, annex_numbers),
        "photos": photos,
    }


def _short_fields(content: ReportContent, say: Labels, form: IncidentForm) -> list[tuple[str, str]]:
    children = say("report", f"children_{form.children_present}") if form.children_present else ""
    people = ", ".join(name for name in (content.people.get(person, "") for person in form.people) if name)
    how_long = load_record_guide(say.language).paper["how_long"]
    named = (("where", form.place), ("people", people), ("children", children))
    return [(how_long, form.how_long), *((say("report", name), value) for name, value in named)]


def _long_fields(
    content: ReportContent, say: Labels, form: IncidentForm, annex_numbers: Mapping[str, int]
) -> list[tuple[str, str]]:
    """(label, text) of the fields of the first version, then of what was added since."""
    first = (
        ("witnesses", form.witnesses),
        ("injuries", form.injuries),
        ("police", form.police),
        ("medical", form.medical),
    )
    since = entry_parts(
        form, load_record_guide(say.language), content.people, annex_numbers, lambda n: say("report", "annex", n=n)
    )
    return [*((say("report", name), text) for name, text in first), *since]


def _corrections(
    content: ReportContent, say: Labels, incident: Incident, annex_numbers: Mapping[str, int]
) -> list[dict[str, Any]]:
    """Every later version with its reason and, field by field, what stood before and after."""
    found = []
    for before, after in zip(incident.revisions, incident.revisions[1:], strict=False):
        old = _all_fields(content, say, before.form, annex_numbers)
        new = _all_fields(content, say, after.form, annex_numbers)
        changes = [
            [label, _or_empty(say, was), _or_empty(say, now)]
            for (label, was), (_, now) in zip(old, new, strict=True)
            if was != now
        ]
        found.append(
            {
                "title": say("report", "correction", n=after.number, when=say.moment(after.written_at, after.zone)),
                "reason": _value(say, after.reason) or say("report", "no_reason"),
                "changes": changes,
            }
        )
    return found


def _all_fields(
    content: ReportContent, say: Labels, form: IncidentForm, annex_numbers: Mapping[str, int]
) -> list[tuple[str, str]]:
    return [
        (say("report", "words"), form.text),
        (say("report", "happened"), _happened(content, say, form.happened)),
        *_short_fields(content, say, form),
        *_long_fields(content, say, form, annex_numbers),
    ]


def _or_empty(say: Labels, text: str) -> list[str]:
    return _said(say, text) if text.strip() else [say("report", "empty")]


def _chronology_row(
    content: ReportContent, say: Labels, number: int, incident: Incident, annex_numbers: Mapping[str, int]
) -> list[str]:
    form = incident.revisions[-1].form
    words = " ".join(form.text[: FIRST_WORDS * 4].split())
    if len(words) > FIRST_WORDS:
        words = words[:FIRST_WORDS].rsplit(" ", 1)[0] + " …"
    annexes = [str(annex_numbers[info.id]) for info in incident.attachments if info.id in annex_numbers]
    cells = (
        str(number),
        _happened(content, say, form.happened)[:LONGEST_CELL],
        form.place[:LONGEST_CELL],
        words,
        ", ".join(annexes),
    )
    return [one_line(cell, run) for cell, run in zip(cells, COLUMN_RUNS, strict=True)]


def _annex(content: ReportContent, say: Labels, number: int, entry: int, info: AttachmentInfo) -> dict[str, Any]:
    if content.is_private(info.id):
        private = load_record_guide(say.language).paper["private_file"]
        return {
            "title": say("report", "annex", n=number),
            "rows": [[say("report", "annex_entry"), str(entry)], [say("report", "annex_note"), private]],
            "sha256": info.sha256,
        }
    kind = info.kind.partition("/")[0]
    kind_word = (
        "pdf" if info.kind == "application/pdf" else kind if kind in ("image", "video", "audio", "text") else "other"
    )
    claimed = []
    if info.embedded is not None:
        for attribute, key in EMBEDDED_LABELS:
            value = getattr(info.embedded, attribute)
            if value:
                shown = say.local(value) if attribute == "taken_at" else value
                claimed.append(say("report", key, when=shown, where=shown, name=shown))
    if info.file_time:
        claimed.append(say("report", "claimed_file_time", when=_file_time(say, info)))
    rows = [
        ("annex_name", info.name),
        ("annex_file", content.files[info.id]),
        ("annex_type", f"{say('kinds', kind_word)} ({info.kind})"),
        ("annex_size", say("report", "bytes", n=f"{info.size:,}".replace(",", "\u00a0"))),
        ("annex_entry", str(entry)),
        ("annex_imported", say.moment(info.imported_at, info.zone)),
        ("annex_claimed", "; ".join(claimed)),
        ("annex_note", info.note),
    ]
    paper, note = load_record_guide(say.language).paper, content.notes.get(info.id, FileNote())
    since = ((paper["file_note"], note.words), (paper["transcript"], note.transcript))
    labelled = [*((say("report", key), value) for key, value in rows), *since]
    return {
        "title": say("report", "annex", n=number),
        "rows": [[label, _value(say, value)] for label, value in labelled if value],
        "sha256": info.sha256,
    }


def _file_time(say: Labels, info: AttachmentInfo) -> str:
    return say.moment(info.file_time, info.zone) if info.file_time.endswith("Z") else say.local(info.file_time)


def _act(say: Labels, line: CustodyLine) -> str:
    key = {"add": "op_add", "amend": "op_amend", "attach": "op_import", "check": "op_check", "release": "op_release"}
    return f"{line.about}: {say('report', key.get(line.op, 'op_other'))}"


def _happened(content: ReportContent, say: Labels, happened: Happened) -> str:
    if happened.kind in ("exact", "day"):
        said = say.local(happened.start)
    elif happened.kind == "range":
        said = say("dates", "range", start=say.local(happened.start), end=say.local(happened.end))
    else:
        said = happened.words
        if event := content.anchors.get(happened.anchor):
            day = say.local(event.start) if event.start else ""
            leaning = load_record_guide(say.language).anchored(
                happened.side, f"{event.words} ({day})" if day else event.words
            )
            said = f"{said} · {leaning}" if said else leaning
    if happened.kind in ("exact", "day", "range") and happened.words:
        said = f"{said} ({happened.words})"
    return said or say("dates", "unknown")


def _written(say: Labels, happened: Happened, written_at: str, zone: str) -> str:
    """When it was written down and, if the time of the event is known, how long after."""
    words = say.moment(written_at, zone)
    event = _event_end(happened)
    if event is None:
        return words
    written = wall_clock(written_at, zone)
    if isinstance(event, datetime):
        minutes = int((written - event) / timedelta(minutes=1))
        if minutes < 0:
            return f"{words}, {say('dates', 'earlier')}"
        after = say.delay(minutes)
    else:
        # Only the day is known, so only days are counted.
        days = (written.date() - event).days
        if days < 0:
            return f"{words}, {say('dates', 'earlier')}"
        after = say("dates", "days", n=days) if days else ""
        if not after:
            return words
    return f"{words}, {say('dates', 'later', delay=after) if after else say('dates', 'same_moment')}"


def _event_end(happened: Happened) -> date | datetime | None:
    text = happened.end or happened.start
    if happened.kind not in ("exact", "day", "range") or not text:
        return None
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _when_key(incident: Incident, anchors: Mapping[str, LifeEvent]) -> tuple[str, int]:
    happened = incident.revisions[-1].form.happened
    if happened.kind in ("exact", "day", "range"):
        known = happened.start
    else:
        lies = interval(happened, anchors)
        known = lies.start or lies.end
    first = incident.revisions[0]
    return known or wall_clock(first.written_at, first.zone).isoformat()[:16], incident.number


def _said(say: Labels, untrusted_text: str) -> list[str]:
    """Paragraphs; of a text that is too long the rest is in the record's lines, and that is said."""
    lines, cut = _long(untrusted_text)
    return [*lines, _rest_in_lines(say)] if cut else lines


def _value(say: Labels, untrusted_text: str) -> str:
    """One line beside a label."""
    if len(untrusted_text) <= LONGEST_VALUE:
        return one_line(untrusted_text)
    return f"{one_line(untrusted_text[:LONGEST_VALUE])} … {_rest_in_lines(say)}"


def _rest_in_lines(say: Labels) -> str:
    return say("report", "continued", file="chain.jsonl")


def _long(untrusted_text: str) -> tuple[list[str], bool]:
    """(printable paragraphs, whether the text was longer than the report takes)."""
    text = untrusted_text[:LONGEST_TEXT]
    shown = printable(text)
    # Names in brackets can be thirty times longer than what they stand for.
    while len(shown) > 2 * LONGEST_TEXT:
        text = text[: len(text) // 2]
        shown = printable(text)
    return breakable(shown).strip("\n").split("\n"), len(text) < len(untrusted_text)
