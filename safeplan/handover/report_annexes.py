"""The list of annexes, what each file says of itself, and what was done with what is handed over.

May touch: nothing but the content it is given. Must never tell more than the number of a private file, or take what a
file claims for what is so.
"""

from __future__ import annotations

from typing import Any

from safeplan.handover.letters import in_a_cell
from safeplan.handover.report_content import AnnexFacts, CustodyLine, ReportContent
from safeplan.handover.report_words import ReportWords
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.file_notes import FileNote

EMBEDDED_LABELS = (("taken_at", "claimed_taken"), ("place", "claimed_place"), ("device", "claimed_device"))
# Enough to tell two files apart by eye; the whole value stands in the technical annex.
SHORT_HASH = 16
_RUN = 14
_LONGEST = 300
_ACTS = {"add": "op_add", "amend": "op_amend", "attach": "op_import", "check": "op_check", "release": "op_release"}
_ACTS |= {"original_removed": "op_original_removed"}


def annex_list(content: ReportContent, say: ReportWords) -> list[list[str]]:
    """Rows of the list: number, what, who made it, device, where the original is, short hash."""
    return [_listed(content, say, number, entry, info) for number, entry, info in _annexes(content)]


def annex_details(content: ReportContent, say: ReportWords) -> list[dict[str, Any]]:
    """For each annex {title, rows, sha256, texts: [label, paragraphs]}: everything the record has of it."""
    return [_detailed(content, say, number, entry, info) for number, entry, info in _annexes(content)]


def custody(content: ReportContent, say: ReportWords) -> list[list[str]]:
    """[when, what] for each act that is told."""
    numbered = {name: say("report", "annex", n=n) for n, name in enumerate(content.files.values(), 1)}
    abouts = numbered if content.alone else {}
    return [
        [say.moment(line.at, content.zone), _act(say, line, abouts.get(line.about, line.about))]
        for line in content.custody
    ]


def _annexes(content: ReportContent) -> list[tuple[int, int, AttachmentInfo]]:
    numbers = content.annex_numbers()
    return [
        (numbers[info.id], entry, info)
        for entry, incident in enumerate(content.incidents, 1)
        for info in incident.attachments
        if info.id in numbers
    ]


def _listed(content: ReportContent, say: ReportWords, number: int, entry: int, info: AttachmentInfo) -> list[str]:
    facts = content.annex_facts.get(info.id, AnnexFacts())
    if content.is_private(info.id):
        what, facts = say.guide.paper["private_file"], AnnexFacts()
        device = ""
    else:
        claimed = info.embedded.device if info.embedded is not None else ""
        device = facts.device or (say("report", "device_claimed", name=claimed) if claimed else "")
        note = info.note or content.notes.get(info.id, FileNote()).words
        names = (content.file_name(info.id), *_copies(content, say, info))
        what = ", ".join(one for one in (say("kinds", _kind(info)), note, *names) if one)
    what = f"{what}; {say('report', 'entry', n=entry)}"
    cells = (str(number), what, facts.made_by, device, facts.original_at)
    return [*(in_a_cell(cell, _LONGEST, _RUN) for cell in cells), _sum(content, info)[:SHORT_HASH]]


def _detailed(
    content: ReportContent, say: ReportWords, number: int, entry: int, info: AttachmentInfo
) -> dict[str, Any]:
    paper, title = say.guide.paper, say("report", "annex", n=number)
    if content.is_private(info.id):
        rows = [(say("report", "annex_entry"), str(entry)), (say("report", "annex_note"), paper["private_file"])]
        return {"title": title, "rows": say.rows(rows), "sha256": _sum(content, info), "texts": []}
    note, copied = content.notes.get(info.id, FileNote()), content.is_clean_copy(info.id)
    labelled = (
        ("annex_what", say("report", "clean_copy") if copied else ""),
        ("annex_name", info.name),
        ("annex_file", content.file_name(info.id)),
        ("annex_copies", ", ".join(_copies(content, say, info))),
        *(_measured(say, info) if _sum(content, info) else ()),
        ("annex_entry", str(entry)),
        ("annex_imported", "" if copied else say.moment(info.imported_at, info.zone)),
        ("annex_claimed", "; ".join(_claims(say, info))),
        ("annex_note", info.note),
    )
    rows = [(say("report", key), value) for key, value in labelled]
    # In no other file of what leaves: as long as an entry may be, and line for line.
    texts = [(paper["file_note"], note.words), (paper["transcript"], note.transcript)]
    return {
        "title": title,
        "rows": say.rows(rows),
        "sha256": _sum(content, info),
        "texts": [[label, say.said(text)] for label, text in texts if text.strip()],
    }


def _copies(content: ReportContent, say: ReportWords, info: AttachmentInfo) -> list[str]:
    return [
        f"{name} ({say('report', 'copy_until', time=until)})" if until else name
        for name, until in content.copies.get(info.id, ())
    ]


def _measured(say: ReportWords, info: AttachmentInfo) -> tuple[tuple[str, str], ...]:
    return (
        ("annex_type", f"{say('kinds', _kind(info))} ({info.kind})"),
        ("annex_size", say("report", "bytes", n=f"{info.size:,}".replace(",", "\u00a0"))),
    )


def _sum(content: ReportContent, info: AttachmentInfo) -> str:
    """The sum of what leaves; "" where not even a clean copy lies beside the report."""
    return "" if content.alone and content.is_clean_copy(info.id) else info.sha256


def _claims(say: ReportWords, info: AttachmentInfo) -> list[str]:
    claimed = []
    if info.embedded is not None:
        for attribute, key in EMBEDDED_LABELS:
            value = getattr(info.embedded, attribute)
            if value:
                shown = say.local(value) if attribute == "taken_at" else value
                claimed.append(say("report", key, when=shown, where=shown, name=shown))
    if info.file_time:
        stored = info.file_time.endswith("Z")
        when = say.moment(info.file_time, info.zone) if stored else say.local(info.file_time)
        claimed.append(say("report", "claimed_file_time", when=when))
    return claimed


def _kind(info: AttachmentInfo) -> str:
    if info.kind == "application/pdf":
        return "pdf"
    kind = info.kind.partition("/")[0]
    return kind if kind in ("image", "video", "audio", "text") else "other"


def _act(say: ReportWords, line: CustodyLine, about: str) -> str:
    return f"{about}: {say('report', _ACTS.get(line.op, 'op_other'))}"
