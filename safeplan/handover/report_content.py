"""Everything a report is made of, as plain records in the order they are printed; gathered by the bag.

May touch: nothing. Must never hold what was not chosen: whatever stands here can be printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from safeplan.handover.report_gather import CaseContent
from safeplan.handover.selection import Contact, Selection
from safeplan.records.file_notes import FileNote
from safeplan.records.incidents import Incident
from safeplan.records.life_events import LifeEvent


@dataclass(frozen=True)
class CustodyLine:
    """One act: stored moment, ledger operation, local numbers of what it was about ("1", "0003.jpg")."""

    at: str
    op: str
    about: str


@dataclass(frozen=True)
class AnnexFacts:
    """What only she can say of a file, in her words; an empty one becomes a line to fill in by pen."""

    made_by: str = ""
    device: str = ""
    original_at: str = ""


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
    # what stands around the entries: report_gather.gather_case
    case: CaseContent = field(default_factory=CaseContent)
    # incident id -> a translation of her words, printed under them and marked as unofficial
    translations: Mapping[str, str] = field(default_factory=dict)
    annex_facts: Mapping[str, AnnexFacts] = field(default_factory=dict)
    # attachment id -> (name in the bundle, "" or the time from which nothing is heard) of its copies for viewing
    copies: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    # ids of the entries whose whole text stands in chain.jsonl
    carried: frozenset[str] = frozenset()
    # the report leaves by itself, as a locked paper: no folder, no file and no list lies beside it
    alone: bool = False
    # her own and witnesses' ways to be reached, on the last sheet alone: selection.contacts
    contacts: tuple[Contact, ...] = ()

    def is_private(self, attachment_id: str) -> bool:
        """Whether nothing but the number of this file may be printed."""
        return self.notes.get(attachment_id, FileNote()).private

    def file_name(self, attachment_id: str) -> str:
        """The name of a file in the bundle; "" where none lies beside the report."""
        return "" if self.alone else self.files[attachment_id]

    def is_clean_copy(self, attachment_id: str) -> bool:
        """Whether only a copy leaves that was made for it: the original stays, and nothing is told of that."""
        return attachment_id in self.selection.clean_copies

    def shows(self, part: str) -> bool:
        """Whether one of the optional parts was chosen."""
        return part in self.selection.parts

    def annex_numbers(self) -> dict[str, int]:
        """attachment id -> number of the annex, from 1."""
        return {attachment_id: number for number, attachment_id in enumerate(self.files, 1)}

    def entry_numbers(self) -> dict[str, int]:
        """incident id -> number of the entry in this report, from 1: never that of her own list."""
        return {incident.id: number for number, incident in enumerate(self.incidents, 1)}
