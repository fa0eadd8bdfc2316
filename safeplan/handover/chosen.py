"""Reads from the record what a selection lets leave, numbered from 1: nothing else is seen by what writes the folder.

May touch: the record, to read. Must never give out a number of her own list, a file that stays, an act that is not
about what leaves, or a hand-over to somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from safeplan import errors
from safeplan.content.words import word_list
from safeplan.handover.annex_facts import facts_as_they_leave
from safeplan.handover.leaned_on import days_as_they_leave
from safeplan.handover.report_content import CustodyLine, ReportContent
from safeplan.handover.report_gather import gather_case
from safeplan.handover.report_times import in_order_of_time
from safeplan.handover.selection import (
    Selection,
    as_it_leaves,
    contacts,
    file_as_it_leaves,
    file_goes_along,
    leaves_whole,
)
from safeplan.handover.translations import translations_as_they_leave
from safeplan.records import attachments, custody, field_removal, file_notes, ledger, life_events, people
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.file_notes import FileNote
from safeplan.records.incident_document import people_in
from safeplan.records.incidents import Incident, incident, revision_documents
from safeplan.vault.database import Database

# The first bytes decide the ending, never the name a file came with.
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/tiff": "tif",
    "image/webp": "webp",
    "image/bmp": "bmp",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/avif": "avif",
    "application/pdf": "pdf",
    "application/zip": "zip",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
    "audio/amr": "amr",
    "audio/wav": "wav",
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/x-caf": "caf",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/3gpp": "3gp",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
    "video/x-msvideo": "avi",
    "text/plain": "txt",
    "text/html": "html",
}
# Acts that are told to a recipient; what she looked at and to whom else she gave it stay with her.
TOLD_ACTS = frozenset({"add", "amend", "attach", "check", "take_over"})
WITH_DOCUMENT = frozenset({"add", "amend", "attach"})
# What custody.py calls an act, and what the ledger calls it.
_CUSTODY_ACTS = {custody.KEPT: "attach", custody.CHECKED: "check", custody.HANDED_OVER: "release"}


@dataclass(frozen=True)
class Chosen:
    """What is handed over, read after everything in it was fixed.

    `incidents` hold only what leaves of each; `files` {attachment id: name in the folder}; `infos` in their order;
    `clean` are ids of which only a clean copy leaves; `private` ids that leave by number only; `entries` the lines of
    the ledger about all of it; `documents` the texts those lines cover, as far as they leave whole.
    """

    incidents: tuple[Incident, ...]
    files: dict[str, str]
    infos: tuple[AttachmentInfo, ...]
    clean: frozenset[str]
    private: frozenset[str]
    notes: dict[str, FileNote]
    entries: tuple[ledger.Entry, ...]
    documents: tuple[str, ...]
    # ids of entries and files whose text in the record holds more than leaves
    withheld: frozenset[str]
    root: str
    words: tuple[int, ...]
    # entry numbers of her own list: for an error that names one to her, never for anything that leaves
    own_numbers: dict[str, int]

    def shown_name(self, info: AttachmentInfo) -> str:
        """The name a file came with; "" for one that leaves by number only."""
        return "" if info.id in self.private or info.id in self.clean else info.name


def choose(db: Database, selection: Selection) -> Chosen:
    """Everything that leaves. Raises NotThere for an entry that is gone."""
    there = [incident(db, chosen_id) for chosen_id in selection.incident_ids]
    if not all(one.revisions for one in there):
        raise errors.NotThere
    found = in_order_of_time(there, life_events.anchors_of(db))
    private = file_notes.private_files(db)
    stays = private - set(selection.private_files)
    notes: dict[str, FileNote] = {}
    incidents: list[Incident] = []
    documents: list[str] = []
    withheld: set[str] = set()
    without_fields = field_removal.touched(db)
    for one in found:
        # Not even a name, number or hash of a file that does not leave: everything below counts what is left here.
        infos = [info for info in one.attachments if file_goes_along(selection, info) and info.id not in stays]
        whole = leaves_whole(selection, one) and one.id not in without_fields
        if whole and _files_in(one) <= {info.id for info in infos}:
            documents += revision_documents(db, one.id)
        else:
            withheld.add(one.id)
        told = []
        for info in infos:
            leaves, notes[info.id] = file_as_it_leaves(selection, info, file_notes.file_note(db, info.id))
            told.append(leaves)
            if leaves.name == info.name and info.id not in private and info.id not in selection.clean_copies:
                documents.append(attachments.document(db, info.id))
            else:
                withheld.add(info.id)
        revisions = tuple(as_it_leaves(selection, one.id, each) for each in one.revisions)
        incidents.append(replace(one, revisions=revisions, attachments=tuple(told)))
    infos_in_order = tuple(info for one in incidents for info in one.attachments)
    clean = frozenset(selection.clean_copies) & {info.id for info in infos_in_order}
    files = {
        info.id: f"{place:04d}-COPY.jpg" if info.id in clean else f"{place:04d}.{ENDINGS.get(info.kind, 'bin')}"
        for place, info in enumerate(infos_in_order, 1)
    }
    about = {one.id for one in incidents} | files.keys()
    entries = tuple(entry for entry in ledger.entries(db) if entry.object_id in about and entry.op in TOLD_ACTS)
    head = ledger.head(db)
    return Chosen(
        tuple(incidents),
        files,
        infos_in_order,
        clean,
        private & files.keys(),
        notes,
        entries,
        tuple(documents),
        frozenset(withheld),
        head.merkle_root_hex,
        head.words,
        {one.id: one.number for one in found},
    )


def custody_lines(
    db: Database, selection: Selection, chosen: Chosen, made_at: str, *, alone: bool = False
) -> tuple[CustodyLine, ...]:
    """What was done with what leaves, in order of time, this hand-over last; viewings are no part of it.

    `alone`: a report without the files, which are not handed over then.
    """
    numbers = {one.id: str(place) for place, one in enumerate(chosen.incidents, 1)}
    found = [
        CustodyLine(entry.recorded_at, entry.op, numbers[entry.object_id])
        for entry in chosen.entries
        if entry.object_id in numbers
    ]
    for info in chosen.infos:
        name = chosen.files[info.id]
        # A clean copy is made for this hand-over: what happened before, happened to a file that stays.
        acts = () if info.id in chosen.clean else custody.leaving_with(db, info.id, selection.recipient)
        for act in acts:
            op = _CUSTODY_ACTS.get(act.what, act.what)
            found.append(CustodyLine(act.at, op if act.ok else "check_fault", name))
        if not alone:
            found.append(CustodyLine(made_at, "release", name))
    return tuple(sorted(found, key=lambda line: line.at))


def report_content(
    db: Database, selection: Selection, chosen: Chosen, made_at: str, zone: str, bundle: str, *, alone: bool = False
) -> ReportContent:
    """What the report is printed from, `alone` or as part of a folder; pictures and long texts are added by whoever
    makes them."""
    words = word_list(selection.language)
    return ReportContent(
        selection,
        made_at,
        zone,
        bundle,
        chosen.incidents,
        chosen.files,
        people=_names_of_people(db, selection, chosen.incidents),
        custody=custody_lines(db, selection, chosen, made_at, alone=alone),
        root=chosen.root,
        root_words=" ".join(words[index] for index in chosen.words),
        notes=chosen.notes,
        anchors=days_as_they_leave(db, selection, chosen.incidents),
        # From the entries as she wrote them: in those that leave there is no contact any more.
        contacts=contacts(selection, [incident(db, one.id) for one in chosen.incidents]),
        case=gather_case(db, selection),
        translations=translations_as_they_leave(selection),
        annex_facts=facts_as_they_leave(selection),
        alone=alone,
    )


def _files_in(one: Incident) -> set[str]:
    """Ids of files that the wordings of an entry point at."""
    return {mark.attachment for revision in one.revisions for mark in revision.form.marks if mark.attachment}


def _names_of_people(db: Database, selection: Selection, incidents: Sequence[Incident]) -> dict[str, str]:
    known = {person.id: person for person in people.list_people(db)}
    wanted = {who for one in incidents for revision in one.revisions for who in people_in(revision.form)}
    return {who: people.shown_name(known[who], reveal=selection.with_names) for who in wanted if who in known}
