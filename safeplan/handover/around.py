"""What goes along around the chosen entries, and the text at any place of all that was chosen.

May touch: the records, to read. Must never read a wording that is not looked for: there may be thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from safeplan.handover.annex_facts import facts_of
from safeplan.handover.leaned_on import days_leaned_on
from safeplan.handover.report_gather import CaseContent, gather_case
from safeplan.handover.selection import Selection, file_goes_along, texts_in
from safeplan.handover.translations import translations_of
from safeplan.records import file_notes
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.file_notes import FileNote
from safeplan.records.incidents import Incident
from safeplan.vault.database import Database


def around(db: Database, selection: Selection, chosen: Sequence[Incident]) -> tuple[tuple[str, object], ...]:
    """(id, form) of what leaves beside the chosen entries, whatever is marked already: orders, breaches, cases and
    pressure, her translations, what she said of a file, the days that a time leans on. Marks refer to these ids."""
    return (
        *_gathered(gather_case(db, replace(selection, marks=()))),
        *translations_of(selection),
        *facts_of(selection),
        *days_leaned_on(db, selection, chosen),
    )


def notes_along(db: Database, selection: Selection, chosen: Sequence[Incident]) -> Iterator[tuple[str, FileNote]]:
    """(id of a file, what stands beside it) for the files that go along with more than their number, whatever is
    marked already: her words only where notes are ticked."""
    for one in chosen:
        for info in one.attachments:
            if file_goes_along(selection, info):
                note = file_notes.file_note(db, info.id)
                if not note.private:
                    yield info.id, note if selection.with_notes else replace(note, words="")


class Texts:
    """Every text that was chosen by its place, as in LeftOut: entries, their files, and what goes along."""

    def __init__(self, db: Database, selection: Selection, chosen: Sequence[Incident]) -> None:
        self._db = db
        self._wordings = {(one.id, each.number): each for one in chosen for each in one.revisions}
        self._files = {info.id: info for one in chosen for info in one.attachments}
        self._read: dict[tuple[str, int], dict[str, str]] = {}
        for id_, form in around(db, selection, chosen):
            self._read.setdefault((id_, 0), {}).update(texts_in(form))
        for id_ in self._files.keys() & {id_ for id_, _number in self._read}:
            self._read[id_, 0] |= self._of_file(id_)

    def at(self, object_id: str, field: str, revision: int) -> str:
        """The text there; "" where there is none, or not any more."""
        return self.of(object_id, revision).get(field, "")

    def of(self, object_id: str, revision: int) -> Mapping[str, str]:
        """{field: text} of one wording, or of what has only one."""
        at = (object_id, revision)
        if at not in self._read:
            wording = self._wordings.get(at)
            if wording is not None:
                self._read[at] = dict(texts_in(wording.form)) | {"reason": wording.reason}
            else:
                self._read[at] = self._of_file(object_id) if object_id in self._files else {}
        return self._read[at]

    def newer(self, incident_id: str, revision: int) -> Iterator[int]:
        """The numbers of later wordings of an entry."""
        return (number for id_, number in self._wordings if id_ == incident_id and number > revision)

    def _of_file(self, id_: str) -> dict[str, str]:
        info: AttachmentInfo = self._files[id_]
        note, claims = file_notes.file_note(self._db, id_), info.embedded
        texts = {"name": info.name, "words": note.words, "transcript": note.transcript}
        if claims is not None:
            texts |= {"embedded.place": claims.place, "embedded.device": claims.device}
        return texts


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _gathered(gathered: CaseContent) -> Iterator[tuple[str, object]]:
    for order in gathered.orders:
        yield order.id, order.form
    for breach in gathered.breaches:
        yield breach.id, breach.form
    for case in gathered.cases:
        yield case.id, case.form
        yield from ((item.id, item.form) for item in case.items)
    yield from gathered.pressure.items()
