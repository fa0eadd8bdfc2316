"""The sheet of one entry: when, where, her words, every part of it, official trail, corrections, pictures.

May touch: nothing but the content it is given. Must never add a word of ours to hers, or leave a part out unsaid.
"""

from __future__ import annotations

from typing import Any

from safeplan.handover.entry_parts import drawings, entry_parts
from safeplan.handover.report_content import ReportContent
from safeplan.handover.report_times import happened_words, written_words
from safeplan.handover.report_trail import trail_of
from safeplan.handover.report_words import ReportWords, long_text
from safeplan.records.incidents import Incident, IncidentForm


def sheet(content: ReportContent, say: ReportWords, number: int, incident: Incident) -> dict[str, Any]:
    """What the template prints for one entry; `number` is that of the report."""
    first, last = incident.revisions[0], incident.revisions[-1]
    form, annex_numbers = last.form, content.annex_numbers()
    rows = [
        (say("report", "happened"), happened_words(say, form.happened, content.anchors)),
        (say("report", "written"), written_words(say, form.happened, first.written_at, first.zone)),
    ]
    if len(incident.revisions) > 1:
        rows.append((say("report", "corrected"), say.moment(last.written_at, last.zone)))
    rows += _short_fields(content, say, form)
    annexes = [str(annex_numbers[info.id]) for info in incident.attachments if info.id in annex_numbers]
    rows.append((say("report", "annex_numbers"), ", ".join(annexes)))
    words, cut = long_text(form.text)
    whole = content.text_files.get(incident.id, "")
    continued = (say.rest_in(whole) if whole else say.rest_stays()) if cut else ""
    rest = say.rest_in("chain.jsonl") if incident.id in content.carried else say.rest_stays()
    parts = [*_long_fields(content, say, form), (say("report", "trail"), "\n".join(trail_of(content, say, incident)))]
    return {
        "title": say("report", "entry_of", n=number, total=len(content.incidents)),
        "rows": say.rows(rows, rest),
        "words": words,
        "continued": continued,
        "translation": say.said(content.translations.get(incident.id, ""))
        if incident.id in content.translations
        else [],
        "parts": [(label, say.said(value, rest)) for label, value in parts if value.strip()],
        "drawings": drawings(form.marks, say.guide),
        "drawings_title": say.guide.paper["marks"],
        "drawings_note": (" " if len(say.labels) == 1 else "\n").join(
            (say.guide.paper["marks_note"], say.guide.body.sides)
        ),
        "corrections": _corrections(content, say, incident, rest),
        "photos": _photos(content, say, incident),
    }


def _photos(content: ReportContent, say: ReportWords, incident: Incident) -> list[dict[str, str]]:
    numbers = content.annex_numbers()
    return [
        {
            "file": f"{content.pictures[info.id]}.svg",
            "alt": say("report", "photo_alt", n=numbers[info.id], file=content.files[info.id]).replace("\n", " / "),
            "caption": " · ".join(
                one for one in (say("report", "annex", n=numbers[info.id]), content.file_name(info.id)) if one
            ),
        }
        for info in incident.attachments
        if info.id in content.pictures and info.id in numbers and not content.is_private(info.id)
    ]


def _short_fields(content: ReportContent, say: ReportWords, form: IncidentForm) -> list[tuple[str, str]]:
    children = say("report", f"children_{form.children_present}") if form.children_present else ""
    people = ", ".join(name for name in (content.people.get(person, "") for person in form.people) if name)
    named = (("where", form.place), ("people", people), ("children", children))
    return [(say.guide.paper["how_long"], form.how_long), *((say("report", name), value) for name, value in named)]


def _long_fields(content: ReportContent, say: ReportWords, form: IncidentForm) -> list[tuple[str, str]]:
    """(label, text) of the fields of the first version, then of what was added since."""
    first = (
        ("witnesses", form.witnesses),
        ("injuries", form.injuries),
        ("police", form.police),
        ("medical", form.medical),
    )
    since = entry_parts(
        form, say.guide, content.people, content.annex_numbers(), lambda n: say("report", "annex", n=n)
    )
    return [*((say("report", name), text) for name, text in first), *since]


def _corrections(content: ReportContent, say: ReportWords, incident: Incident, rest: str) -> list[dict[str, Any]]:
    """Every later version with its reason and, field by field, what stood before and after."""
    found = []
    for before, after in zip(incident.revisions, incident.revisions[1:], strict=False):
        old, new = _all_fields(content, say, before.form), _all_fields(content, say, after.form)
        changes = [
            [label, _or_empty(say, was, rest), _or_empty(say, now, rest)]
            for (label, was), (_, now) in zip(old, new, strict=True)
            if was != now
        ]
        found.append(
            {
                "title": say("report", "correction", n=after.number, when=say.moment(after.written_at, after.zone)),
                "reason": say.value(after.reason, rest) or say("report", "no_reason"),
                "changes": changes,
            }
        )
    return found


def _all_fields(content: ReportContent, say: ReportWords, form: IncidentForm) -> list[tuple[str, str]]:
    return [
        (say("report", "words"), form.text),
        (say("report", "happened"), happened_words(say, form.happened, content.anchors)),
        *_short_fields(content, say, form),
        *_long_fields(content, say, form),
    ]


def _or_empty(say: ReportWords, text: str, rest: str) -> list[str]:
    return say.said(text, rest) if text.strip() else [say("report", "empty")]
