"""The pressure log: who wanted what, which paper was offered, what was promised, and what came of it.

May touch: pressure_note. Must never change the entry beside which it stands, and never count a promise as kept or
broken by itself: what came of it is hers to say.

Decision: someone's pressure is an entry of the log like any other, of the kind "pressure": who, when and the words
are evidence, so the chain covers them. What she follows afterwards - the paper, the promise, what came of it -
changes with the weeks and is a working note beside the entry. It leaves with the entry.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import incidents, search_index, working_notes
from safeplan.records.deadlines import check_day, check_moment
from safeplan.records.incident_form import IncidentForm
from safeplan.records.incidents import Incident
from safeplan.vault.database import Database

KIND = "pressure"
# What was wanted of her.
ASKED = ("withdraw", "reconcile", "sign", "keep_silent", "say_otherwise", "come_back", "give_up_children", "other")
PAPER = ("", "no", "shown", "left", "signed")
KEPT = ("", "yes", "no", "partly")

_PUT = (
    "INSERT INTO pressure_note VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
    " SET document = excluded.document, changed_at = excluded.changed_at"
)
_ONE = "SELECT document, changed_at FROM pressure_note WHERE incident_id = ?"
_DROP = "DELETE FROM pressure_note WHERE incident_id = ?"
_LISTED = (
    "SELECT id FROM incident WHERE id IN (SELECT incident_id FROM pressure_note) OR {} ORDER BY number DESC LIMIT ?"
)
_ALL = _LISTED.format("row IN (SELECT incident_row FROM facet WHERE kind = 'harm' AND value = 'pressure')")
# While the index has to be made anew, which takes long, the entries themselves are asked.
_ALL_WITHOUT_INDEX = _LISTED.format(
    "id IN (SELECT r.incident_id FROM revision r JOIN json_each(r.document, '$.form.kinds') k"
    " WHERE k.value = 'pressure' AND r.number = (SELECT max(number) FROM revision WHERE incident_id = r.incident_id))"
)
_NOTED = "SELECT incident_id, document, changed_at FROM pressure_note ORDER BY changed_at, incident_id"


@dataclass(frozen=True)
class Outcome:
    """What came of a promise, on one day. `kept` is one of KEPT; `on` is a local day or moment."""

    on: str = ""
    words: str = ""
    kept: str = ""


@dataclass(frozen=True)
class PressureNote:
    """What stands beside an entry. `asked`: ids of ASKED; `paper`: one of PAPER, `paper_words` what it said.

    `promised`: in their words; `look_again`: local day on which she wants to see what came of it.
    """

    asked: tuple[str, ...] = ()
    paper: str = ""
    paper_words: str = ""
    promised: str = ""
    look_again: str = ""
    outcomes: tuple[Outcome, ...] = ()

    def is_open(self) -> bool:
        """Something was promised, and nothing is written about what came of it; or a day to look again is set."""
        return bool(self.look_again) or (bool(self.promised) and not self.outcomes)


@dataclass(frozen=True)
class Pressure:
    """An entry about pressure and what stands beside it. `changed_at` is UTC text, "" while there is no note."""

    incident: Incident
    note: PressureNote
    changed_at: str


def log_pressure(db: Database, clock: Clock, form: IncidentForm, note: PressureNote | None = None) -> Pressure:
    """Keep an entry of the kind "pressure" and its note, both or none. Raises NothingWritten, DateImpossible."""
    note = _checked(note or PressureNote())
    said = replace(form, kinds=tuple(kind for kind in form.kinds if kind != KIND))
    if incidents.is_empty(said) and working_notes.is_blank(note):
        raise errors.NothingWritten
    form = replace(form, kinds=form.kinds if KIND in form.kinds else (*form.kinds, KIND))
    with db.transaction():
        kept = incidents.add_incident(db, clock, form)
        db.execute(_PUT, (kept.id, working_notes.as_text(note), as_text(clock.now())))
    return pressure(db, kept.id)


def keep_note(db: Database, clock: Clock, incident_id: str, note: PressureNote) -> Pressure:
    """Write over what stands beside an entry; the earlier note undoes it, a blank one takes it away.

    Raises NotThere, DateImpossible.
    """
    note = _checked(note)
    if incidents.incident(db, incident_id).removed:
        raise errors.NotThere
    if working_notes.is_blank(note):
        db.execute(_DROP, (incident_id,))
    else:
        db.execute(_PUT, (incident_id, working_notes.as_text(note), as_text(clock.now())))
    return pressure(db, incident_id)


def add_outcome(db: Database, clock: Clock, incident_id: str, outcome: Outcome) -> Pressure:
    """Add what came of it; earlier ones stay, and the day to look again is over.

    Raises NotThere, NothingWritten, DateImpossible.
    """
    if working_notes.is_blank(outcome):
        raise errors.NothingWritten
    note = pressure(db, incident_id).note
    return keep_note(db, clock, incident_id, replace(note, outcomes=(*note.outcomes, outcome), look_again=""))


def pressure(db: Database, incident_id: str) -> Pressure:
    """One entry with its note, blank if there is none. Raises NotThere."""
    note, changed_at = _note(db, incident_id)
    return Pressure(incidents.incident(db, incident_id), note, changed_at)


def list_pressure(db: Database, *, limit: int = -1) -> tuple[Pressure, ...]:
    """Entries of this kind, and every entry with a note; the last written first."""
    listed = _ALL_WITHOUT_INDEX if search_index.is_due(db) else _ALL
    return tuple(pressure(db, row[0]) for row in db.rows(listed, (limit,)))


def open_promises(db: Database) -> tuple[tuple[str, PressureNote], ...]:
    """(entry's id, note) of every promise about which nothing is written yet, and of every day to look again."""
    notes = ((row[0], working_notes.from_text(row[1], PressureNote)) for row in db.rows(_NOTED))
    return tuple((found, note) for found, note in notes if note.is_open())


def _note(db: Database, incident_id: str) -> tuple[PressureNote, str]:
    row = db.row(_ONE, (incident_id,))
    return (PressureNote(), "") if row is None else (working_notes.from_text(row[0], PressureNote), row[1])


def _checked(note: PressureNote) -> PressureNote:
    note = working_notes.cleaned(note)
    known: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (note.paper, PAPER),
        *((one, ASKED) for one in note.asked),
        *((one.kept, KEPT) for one in note.outcomes),
    )
    if any(value not in allowed for value, allowed in known):
        raise errors.Bug(code="pressure-note")
    check_day(note.look_again)
    for outcome in note.outcomes:
        check_moment(outcome.on)
    return note
