"""What matters to her, how much at the moment, and what she wrote to it; a way of her own; a day to look again.

May touch: the table weight. Must never add weights up, put them into an order, or keep an earlier one: what mattered
to her last month is nobody's business, not even hers to answer for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.content.weigh import LEVELS
from safeplan.records.dates import iso_day
from safeplan.records.wording import keep_as_typed, new_id
from safeplan.vault.database import Database

PATH_PARTS = ("what", "serves", "costs")

# One table holds everything: the key says what a row is. No id of the content holds a "/".
_WORDS, _OWN, _PATH, _AGAIN = "words/", "own/", "path/", "again/"

_ALL = "SELECT value, weight, words, changed_at FROM weight ORDER BY rowid"
_PUT = (
    "INSERT INTO weight (value, weight, words, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
    " SET weight = excluded.weight, words = excluded.words, changed_at = excluded.changed_at"
)
_DROP = "DELETE FROM weight WHERE value = ?"


@dataclass(frozen=True)
class Row:
    """One row as it is kept; `level` is the place among LEVELS. `changed_at` UTC text."""

    level: int = 0
    words: str = ""
    changed_at: str = ""


@dataclass(frozen=True)
class Weights:
    """Everything she said. Values are ids of the content, or "own/…" for what she added herself."""

    rows: Mapping[str, Row] = field(default_factory=lambda: MappingProxyType({}))

    def level(self, value: str) -> str:
        """One of LEVELS, or "" as long as she has said nothing about it."""
        row = self.rows.get(value)
        return LEVELS[row.level] if row is not None else ""

    def matters(self, value: str) -> bool:
        """True when she said that it matters, however little."""
        return self.level(value) not in ("", LEVELS[0])

    def words(self, value: str) -> str:
        """What she wrote to a value; for one of her own, beside its name."""
        return self.rows.get(_WORDS + value, Row()).words

    def said_on(self, value: str) -> str:
        """When she last changed level or words, UTC text; "" when she has said nothing."""
        return max(self.rows.get(key, Row()).changed_at for key in (value, _WORDS + value))

    def own(self) -> dict[str, str]:
        """The values she added, id to name, in the order she added them."""
        return {key: row.words for key, row in self.rows.items() if key.startswith(_OWN)}

    def path(self, part: str) -> str:
        """Her own way, one of PATH_PARTS."""
        return self.rows.get(_PATH + part, Row()).words

    @property
    def again(self) -> str:
        """The day to look again, an ISO date, or ""."""
        return self.rows.get(_AGAIN, Row()).words

    def due(self, today: date) -> bool:
        """True when the day to look again has come."""
        return bool(self.again) and self.again <= today.isoformat()

    def is_empty(self) -> bool:
        """True when nothing was said or written."""
        return not self.rows


# ── changes: plain values that can be made in the store and in memory alike ──────────────────────────────────────
@dataclass(frozen=True)
class Weigh:
    """How much a value matters now: one of LEVELS, or "" to take it back."""

    value: str
    level: str


@dataclass(frozen=True)
class Write:
    """Her words to a value; empty ones take them away."""

    value: str
    words: str


@dataclass(frozen=True)
class AddOwn:
    """A value in her own words. It matters: otherwise she would not have named it."""

    name: str


@dataclass(frozen=True)
class RemoveOwn:
    """A value she added goes, with her words to it."""

    value: str


@dataclass(frozen=True)
class OwnPath:
    """A part of her own way."""

    part: str
    words: str


@dataclass(frozen=True)
class Again:
    """The day to look again, an ISO date; "" for none."""

    day: str


@dataclass(frozen=True)
class ClearAll:
    """Everything on this page goes."""


WeightChange = Weigh | Write | AddOwn | RemoveOwn | OwnPath | Again | ClearAll


def changed(known: Weights, change: WeightChange, clock: Clock) -> Weights:
    """The weights with the change made to them. Raises NothingWritten, DateImpossible, NotThere."""
    rows, now = dict(known.rows), as_text(clock.now())
    match change:
        case Weigh(value, level):
            _weigh(rows, value, level, now)
        case Write(value, words):
            _write(rows, _WORDS + value, words, now)
        case AddOwn(name):
            if not name.strip():
                raise errors.NothingWritten
            rows[_OWN + new_id()] = Row(LEVELS.index("much"), keep_as_typed(name.strip()), now)
        case RemoveOwn(value):
            if not value.startswith(_OWN) or rows.pop(value, None) is None:
                raise errors.NotThere
            rows.pop(_WORDS + value, None)
        case OwnPath(part, words):
            if part not in PATH_PARTS:
                raise errors.Bug(code="weigh-path")
            _write(rows, _PATH + part, words, now)
        case Again(day):
            _write(rows, _AGAIN, iso_day(day), now)
        case ClearAll():
            rows = {}
    return Weights(MappingProxyType(rows))


# ── the store ───────────────────────────────────────────────────────────────────────────────────────────────────
def weights(db: Database) -> Weights:
    """Everything she said."""
    return Weights(MappingProxyType({key: Row(*rest) for key, *rest in db.rows(_ALL)}))


def change_weights(db: Database, clock: Clock, change: WeightChange) -> Weights:
    """Make the change in the store. Raises what changed() raises; then nothing was written."""
    before = weights(db)
    after = changed(before, change, clock)
    _put(db, before, after)
    return after


def put_weights(db: Database, waiting: Weights) -> Weights:
    """Put what waited in memory into the store, over what stands there."""
    before = weights(db)
    _put(db, before, Weights({**before.rows, **waiting.rows}))
    return weights(db)


def _put(db: Database, before: Weights, after: Weights) -> None:
    with db.transaction():
        for key, row in after.rows.items():
            if before.rows.get(key) != row:
                db.execute(_PUT, (key, row.level, row.words, row.changed_at))
        for key in before.rows.keys() - after.rows.keys():
            db.execute(_DROP, (key,))


def _weigh(rows: dict[str, Row], value: str, level: str, now: str) -> None:
    own = value.startswith(_OWN)
    if (own and value not in rows) or "/" in value.removeprefix(_OWN):
        raise errors.NotThere
    if not level and not own:
        rows.pop(value, None)
        return
    # One of her own keeps its name: taken back, it does not matter now.
    place = LEVELS.index(level) if level in LEVELS else 0
    before = rows.get(value)
    if before is None or before.level != place:
        rows[value] = Row(place, before.words if before is not None else "", now)


def _write(rows: dict[str, Row], key: str, words: str, now: str) -> None:
    if not words.strip():
        rows.pop(key, None)
    elif rows.get(key, Row()).words != keep_as_typed(words):
        rows[key] = Row(0, keep_as_typed(words), now)
