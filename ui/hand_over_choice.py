"""Her choice on the way to a hand-over, as plain values: what is ticked, what was said about each thing found.

May touch: nothing. Must never tick a private file, a note or a contact by itself, and never lose what she changed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from safeplan.errors import DateImpossible
from safeplan.handover.selection import PARTS, LeftOut, Selection
from safeplan.records.dates import parse_typed_date
from safeplan.records.incidents import Happened
from safeplan.shaped import shaped_json

# Her first day in a safe place: as among her days, typed here, or not looked at.
DAYS, TYPED, NONE = SAFE_FROM = ("days", "typed", "none")
_TYPED = ("recipient", "purpose", "until", "author", "case_number", "asked_for", "own_contact")


@dataclass(frozen=True)
class FileLine:
    """One file of an entry; `size` in bytes, `kind` as sniffed."""

    id: str
    name: str
    size: int
    kind: str
    private: bool = False


@dataclass(frozen=True)
class Line:
    """One entry that can be handed over."""

    id: str
    number: int
    happened: Happened
    first_words: str
    files: tuple[FileLine, ...] = ()


@dataclass(frozen=True)
class Choice:
    """Everything chosen so far. `kind` as Selection.recipient_kind, `aim` of suggest.PURPOSES.

    `entries`: ids, `by_hand` once she ticked one herself; `files`: what she said about single files, the rest follows
    usual(); `said`: (key of what was found, left out) where it differs from the default; `taken_out`: places beside
    those; `before`: places that stayed out of the hand-over that is repeated; `originals`: named files that leave as
    they are; `copies`: further ones of which a clean copy leaves; `safe_from`: where her first day in a safe place is
    taken from, of SAFE_FROM, `safe_day` as typed; `translations`: (id of an entry, her own translation of it);
    `annex_facts`: as in Selection.
    """

    kind: str = ""
    aim: str = ""
    about: str = ""
    recipient: str = ""
    purpose: str = ""
    until: str = ""
    author: str = ""
    case_number: str = ""
    asked_for: str = ""
    own_contact: str = ""
    language: str = ""
    second_language: str = ""
    entries: tuple[str, ...] = ()
    by_hand: bool = False
    with_files: bool = True
    files: tuple[tuple[str, bool], ...] = ()
    parts: tuple[str, ...] = PARTS
    fields_out: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    with_names: bool = False
    with_notes: bool = False
    contacts_sheet: bool = False
    said: tuple[tuple[str, bool], ...] = ()
    taken_out: tuple[LeftOut, ...] = ()
    before: tuple[LeftOut, ...] = ()
    originals: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    safe_from: str = DAYS
    safe_day: str = ""
    translations: tuple[tuple[str, str], ...] = ()
    annex_facts: tuple[tuple[str, str, str, str], ...] = ()

    def says(self, key: str, *, out: bool) -> Choice:
        """The same with a word about one thing found: whether it is left out."""
        return replace(self, said=(*(one for one in self.said if one[0] != key), (key, out)))

    def ticks(self, file_id: str, *, on: bool) -> Choice:
        """The same with one file ticked or not."""
        return replace(self, files=(*(one for one in self.files if one[0] != file_id), (file_id, on)))

    def without_private_ticks(self, lines: Iterable[Line]) -> Choice:
        """The same with no private file: the next reader may be another one."""
        private = {file.id for line in lines for file in line.files if file.private}
        return replace(self, files=tuple(one for one in self.files if one[0] not in private))


def usual(kind: str, file: FileLine) -> bool:
    """Whether a file goes along when nothing was said about it: for a doctor pictures, for helpers none."""
    if file.private or kind == "helper":
        return False
    return kind != "doctor" or file.kind.startswith("image/")


def files_along(choice: Choice, line: Line) -> tuple[FileLine, ...]:
    """The files of one entry that go along."""
    if not choice.with_files:
        return ()
    said = dict(choice.files)
    return tuple(file for file in line.files if said.get(file.id, usual(choice.kind, file)))


def chosen_lines(choice: Choice, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The entries chosen, in the order of `lines`."""
    chosen = set(choice.entries)
    return tuple(line for line in lines if line.id in chosen)


def safe_day(choice: Choice, today: date) -> str | None:
    """Her first day in a safe place as she said it here, "" for none at all; None where her days tell it.

    Until what she types reads as a day, her days go on telling it.
    """
    if choice.safe_from == NONE:
        return ""
    if choice.safe_from == TYPED:
        with contextlib.suppress(DateImpossible):
            return parse_typed_date(choice.safe_day, today)
    return None


def selection_of(choice: Choice, lines: Iterable[Line], today: date) -> Selection:
    """What was ticked and typed, before anything found is left out. A last day that reads as one becomes ISO."""
    here = chosen_lines(choice, lines)
    files = [file for line in here for file in files_along(choice, line)]
    typed = {name: getattr(choice, name).strip() for name in _TYPED}
    with contextlib.suppress(DateImpossible):
        typed["until"] = parse_typed_date(typed["until"], today, near=True) if typed["until"] else ""
    return Selection(
        incident_ids=tuple(line.id for line in here),
        language=choice.language,
        second_language=choice.second_language,
        with_attachments=choice.with_files and bool(files or not any(line.files for line in here)),
        with_names=choice.with_names,
        private_files=tuple(file.id for file in files if file.private),
        recipient_kind=choice.kind,
        parts=choice.parts,
        order_ids=choice.order_ids,
        case_ids=choice.case_ids,
        fields_left_out=choice.fields_out,
        attachments=tuple(file.id for file in files),
        with_notes=choice.with_notes,
        contacts_sheet=choice.contacts_sheet,
        translations=tuple(one for one in choice.translations if one[0] in choice.entries and one[1].strip()),
        annex_facts=tuple(one for one in choice.annex_facts if any(one[0] == file.id for file in files)),
        safe_day=(safe_day(choice, today) or "") if choice.safe_from == TYPED else "",
        **typed,
    )


def as_draft(choice: Choice) -> dict[str, str]:
    """The choice as fields of a draft, empty when there is nothing to lose."""
    plain = replace(choice, language="", second_language="")
    return {"choice": msgspec.json.encode(choice).decode()} if plain != Choice() else {}


def from_draft(untrusted_fields: dict[str, str]) -> Choice | None:
    """The choice of a draft; None when there is none, or an older program cannot read it."""
    text = untrusted_fields.get("choice", "")
    try:
        return shaped_json(text, Choice) if text else None
    except msgspec.MsgspecError:
        return None
