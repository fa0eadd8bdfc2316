"""Dated passes over the warning signs: what was marked and written, what changed since, and whether help comes first.

May touch: sign_review. Must never add up, weigh or compare in anything but words, and never let an unmarked or
skipped sign take away what a marked one brought. Nothing of it leaves in a hand-over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.content.signs import Sign, TodayStep, WarningSigns
from safeplan.records.wording import canonical, keep_as_typed, new_id
from safeplan.vault.database import Database

# Left open is no answer: it is not stored.
ANSWERS = ("yes", "unsure")

_ADD = "INSERT INTO sign_review (id, made_at, zone, document) VALUES (?, ?, ?, ?)"
_ALL = "SELECT id, made_at, zone, document FROM sign_review ORDER BY made_at DESC, rowid DESC"
_ONE = "SELECT id, made_at, zone, document FROM sign_review WHERE id = ?"
_DROP = "DELETE FROM sign_review WHERE id = ?"


@dataclass(frozen=True)
class SignForm:
    """What one pass holds: sign id to "yes" or "unsure", her fear in her own words, a free note."""

    marks: Mapping[str, str] = field(default_factory=dict)
    fear: str = ""
    note: str = ""

    def is_blank(self) -> bool:
        """True when nothing is marked and nothing is written."""
        return not (self.marks or self.fear.strip() or self.note.strip())


@dataclass(frozen=True)
class Review:
    """One pass as it was kept. `made_at` UTC text, `zone` the computer's offset then."""

    id: str
    made_at: str
    zone: str
    form: SignForm


@dataclass(frozen=True)
class Changes:
    """What differs between two passes: sign ids, in no order of gravity."""

    new: frozenset[str]
    no_longer: frozenset[str]
    differently: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.new or self.no_longer or self.differently)


@dataclass(frozen=True)
class Reasons:
    """Why help for today comes first: from this pass, and from earlier ones that still stand."""

    now: tuple[Sign, ...] = ()
    words_now: bool = False
    before: tuple[tuple[Sign, Review], ...] = ()
    words_before: Review | None = None

    @property
    def comes_first(self) -> bool:
        """True when there is any reason; one is as good as many."""
        return bool(self.now or self.words_now or self.before or self.words_before)


def keep_review(db: Database, clock: Clock, form: SignForm) -> Review:
    """Keep one pass with today's date. Raises NothingWritten for a blank one where there is no earlier one."""
    if form.is_blank() and not reviews(db):
        raise errors.NothingWritten
    if not set(form.marks.values()) <= set(ANSWERS):
        raise errors.Bug(code="sign-answer")
    made = new_id()
    document = canonical(
        {"marks": dict(form.marks), "fear": keep_as_typed(form.fear), "note": keep_as_typed(form.note)}
    )
    db.execute(_ADD, (made, as_text(clock.now()), clock.zone(), document))
    return review(db, made)


def review(db: Database, review_id: str) -> Review:
    """One pass. Raises NotThere."""
    row = db.row(_ONE, (review_id,))
    if row is None:
        raise errors.NotThere
    return _read(*row)


def reviews(db: Database) -> tuple[Review, ...]:
    """All passes, the newest first."""
    return tuple(_read(*row) for row in db.rows(_ALL))


def remove_review(db: Database, review_id: str) -> None:
    """Delete one pass; nothing of it stays. Raises NotThere."""
    if not db.execute(_DROP, (review_id,)):
        raise errors.NotThere


def changed_since(before: SignForm, now: SignForm) -> Changes:
    """What is new, what is no longer marked, and what is answered differently."""
    old, new = set(before.marks), set(now.marks)
    return Changes(
        new=frozenset(new - old),
        no_longer=frozenset(old - new),
        differently=frozenset(one for one in new & old if before.marks[one] != now.marks[one]),
    )


def marked(signs: WarningSigns, form: SignForm) -> tuple[Sign, ...]:
    """The signs marked "yes" or "unsure", in the order of the page; unknown ids of other editions are left out."""
    return tuple(one for one in signs.signs if one.id in form.marks)


def reasons(signs: WarningSigns, form: SignForm, earlier: Sequence[Review] = ()) -> Reasons:
    """Why help comes first. `earlier` the newest first; unmarking something does not undo an earlier pass.

    "Unsure" counts like "yes", and any words about fear count unread: fear alone is enough.
    """
    first = [one for one in signs.signs if one.first]
    before = [
        (one, found)
        for one in first
        if one.id not in form.marks and (found := next((r for r in earlier if one.id in r.form.marks), None))
    ]
    return Reasons(
        now=tuple(one for one in first if one.id in form.marks),
        words_now=bool(form.fear.strip()),
        before=tuple(before),
        words_before=None if form.fear.strip() else next((r for r in earlier if r.form.fear.strip()), None),
    )


def steps_today(signs: WarningSigns, form: SignForm, why: Reasons) -> tuple[TodayStep, ...]:
    """What can be done today: the steps that belong to the signs, and those for everyone help comes first for."""
    those = (*marked(signs, form), *(one for one, _ in why.before))
    called = {step for one in those for step in one.today}
    return tuple(one for one in signs.today if one.always or one.id in called) if why.comes_first else ()


def _read(id: str, made_at: str, zone: str, document: str) -> Review:
    kept = json.loads(document)
    return Review(id, made_at, zone, SignForm(kept["marks"], kept["fear"], kept["note"]))
