"""Code words and signs agreed with a person, and what that person does on hearing or seeing one.

May touch: the table signal, and the column person.code_word. Must never outlive the person it was agreed with.

Decision on person.code_word: before there were several signals a person had one word without an action. It is shown
as that person's first signal and takes the person's own id as its id. It stays where it is until it is changed: then
it becomes a row of this table under the same id, and the column is emptied in the same transaction. It is moved and
never copied, so that there is no second place where a removed word could survive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from safeplan import errors
from safeplan.records.wording import keep_as_typed, new_id
from safeplan.vault.database import Database

KINDS = ("word", "sign")

_ADD = "INSERT INTO signal (id, place, person_id, kind, words, action) VALUES (?, ?, ?, ?, ?, ?)"
_OF = "SELECT id, person_id, kind, words, action FROM signal WHERE person_id = ? ORDER BY place, rowid"
_ALL = "SELECT id, person_id, kind, words, action FROM signal ORDER BY place, rowid"
_DROP_OF = "DELETE FROM signal WHERE person_id = ?"
_WORD = "SELECT code_word FROM person WHERE id = ?"
_WORDS = "SELECT id, code_word FROM person WHERE code_word <> '' ORDER BY added_at, id"
_NO_WORD = "UPDATE person SET code_word = '' WHERE id = ?"
_PEOPLE = "SELECT id FROM person ORDER BY added_at, id"


@dataclass(frozen=True)
class SignalForm:
    """What a page hands over. `kind`: "word" (said or written) or "sign" (seen); `words`: the word itself, or what
    can be seen; `action`: what the person does then, in words, "" while nothing is agreed. `id` "" means new."""

    kind: str = "word"
    words: str = ""
    action: str = ""
    id: str = ""

    def is_blank(self) -> bool:
        """True while neither the word nor the action is written."""
        return not (self.words.strip() or self.action.strip())


@dataclass(frozen=True)
class Signal:
    """One signal kept. `person_id` is always someone who is still there."""

    id: str
    person_id: str
    kind: str
    words: str
    action: str

    def as_form(self) -> SignalForm:
        """The same to be changed."""
        return SignalForm(self.kind, self.words, self.action, self.id)


def signals_of(db: Database, person_id: str) -> tuple[Signal, ...]:
    """The signals agreed with one person, in her order. Raises NotThere."""
    row = db.row(_WORD, (person_id,))
    if row is None:
        raise errors.NotThere
    return (*_earlier_word(person_id, row[0]), *(Signal(*one) for one in db.rows(_OF, (person_id,))))


def all_signals(db: Database) -> tuple[Signal, ...]:
    """Everyone's signals, person by person in the order people were added."""
    earlier: dict[str, str] = {row[0]: row[1] for row in db.rows(_WORDS)}
    kept: dict[str, list[Signal]] = {}
    for row in db.rows(_ALL):
        kept.setdefault(row[1], []).append(Signal(*row))
    return tuple(
        one
        for (person_id,) in db.rows(_PEOPLE)
        for one in (*_earlier_word(person_id, earlier.get(person_id, "")), *kept.get(person_id, ()))
    )


def keep_signals(db: Database, person_id: str, forms: Sequence[SignalForm]) -> tuple[Signal, ...]:
    """Make these the person's signals, in this order; blank ones fall away and what is missing is deleted.

    Raises NotThere, NothingWritten when an action stands without its word or sign.
    """
    wanted = [form for form in forms if not form.is_blank()]
    for form in wanted:
        if form.kind not in KINDS:
            raise errors.Bug(code="signal-kind")
        if not form.words.strip():
            raise errors.NothingWritten
    with db.transaction():
        known = signals_of(db, person_id)
        if [one.as_form() for one in known] == wanted:
            return known
        ids = {one.id for one in known}
        db.execute(_NO_WORD, (person_id,))
        db.execute(_DROP_OF, (person_id,))
        for place, form in enumerate(wanted):
            id_ = form.id if form.id in ids else new_id()
            ids.discard(id_)
            words, action = keep_as_typed(form.words), keep_as_typed(form.action)
            db.execute(_ADD, (id_, place, person_id, form.kind, words, action))
        return signals_of(db, person_id)


def forget_signals(db: Database, person_id: str) -> None:
    """Delete everything agreed with a person; part of removing that person."""
    db.execute(_NO_WORD, (person_id,))
    db.execute(_DROP_OF, (person_id,))


def _earlier_word(person_id: str, code_word: str) -> tuple[Signal, ...]:
    return (Signal(person_id, person_id, "word", code_word, ""),) if code_word.strip() else ()
