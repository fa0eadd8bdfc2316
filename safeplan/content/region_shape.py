"""What may stand in a pack's files: the fields of every list, in the facts and in the words.

May touch: nothing. Must never allow a field to be left out: what nobody found out is written "unknown".
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec

from safeplan.content.facts import (
    Badge,
    Card,
    Confidence,
    Duty,
    Exam,
    Fact,
    Limit,
    Line,
    Offence,
    Order,
    OtherNumber,
    Rule,
    Settled,
    Shelter,
    Topic,
    YesNo,
)
from safeplan.content.tables import Id, Strict, Words

# A year, a month, a day, or the honest word that the page shows no date.
SourceDate = Annotated[
    str, msgspec.Meta(pattern=r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|undated|before \d{4})$")
]
# An id of the pack's list of sources, and the article where it is a law: "law_245 60(5)".
Source = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_]{1,40}( [0-9][0-9(),\- ]{0,40})?$")]
# What is dialled.
Number = Annotated[str, msgspec.Meta(pattern=r"^\+?[0-9][0-9 ()-]{1,22}$")]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Days = Annotated[int, msgspec.Meta(ge=0, le=3660)]
Months = Annotated[int, msgspec.Meta(ge=0, le=120)]
# Ids of other facts. One that the pack does not have is left out by whoever reads it (rules.py): an organisation's
# pack may point to what stands in the pack below it.
Pointers = Annotated[tuple[Id, ...], msgspec.Meta(max_length=12)]


# ── Facts ───────────────────────────────────────────────────────────────────────────────────────────────────────
class FactShape(Strict, frozen=True, kw_only=True):
    """What every entry carries. Without `expires_on` only an emergency number is taken."""

    id: Id
    value: Words
    sources: Annotated[tuple[Source, ...], msgspec.Meta(min_length=1, max_length=8)]
    source_date: SourceDate
    checked_on: date
    checked_how: Literal["stored copy", "live page", "call"]
    confidence: Confidence
    expires_on: date | None = None
    badge: Badge = ""


class LineShape(FactShape, frozen=True, kw_only=True):
    """See facts.Line."""

    value: Number
    emergency: bool
    leaves_traces: YesNo
    on_the_bill: YesNo
    may_tell_police: YesNo


class OrderShape(FactShape, frozen=True, kw_only=True):
    """See facts.Order."""

    days: Days
    days_most: Days = 0
    starts: Literal["handed_over", "on_paper"]
    check_every_days: Annotated[int, msgspec.Meta(ge=0, le=366)] = 0
    breach_card: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_]{0,40}$")] = ""
    on_breach: Pointers = ()
    before_end: Pointers = ()


class CardShape(FactShape, frozen=True, kw_only=True):
    """See facts.Card."""

    topic: Topic


class RuleShape(FactShape, frozen=True, kw_only=True):
    """See facts.Rule."""

    on_complaint: YesNo
    settled: Settled


class LimitShape(FactShape, frozen=True, kw_only=True):
    """See facts.Limit."""

    days: Days = 0
    months: Months = 0
    counts_from: Literal["", "happened", "registered"] = ""
    about: Pointers = ()
    stands_still: Pointers = ()


class ShelterShape(FactShape, frozen=True, kw_only=True):
    """See facts.Shelter."""

    reports_to_police: YesNo


class OtherNumberShape(FactShape, frozen=True, kw_only=True):
    """See facts.OtherNumber."""

    value: Number


class PhraseShape(Strict, frozen=True, kw_only=True):
    """See facts.Phrase."""

    id: Id
    spoken: Annotated[dict[str, Words], msgspec.Meta(min_length=1, max_length=8)]


# ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────────
class LineWords(Strict, frozen=True, kw_only=True):
    """Answers to what a caller asks herself before calling."""

    name: Words
    purpose: Words
    when_you_call: Words
    cost: Words
    hours: Words
    languages: Words
    by_message: Words
    traces: Words
    bill: Words
    police: Words
    note: str = ""


class OrderWords(Strict, frozen=True, kw_only=True):
    """What an order is, in her words."""

    name: Words
    issued_by: Words
    how_long: Words
    forbids: Words
    breach: Words
    ask_for: Words


class CardWords(Strict, frozen=True, kw_only=True):
    """A title and at most four sentences."""

    title: Words
    text: Words


class OffenceWords(CardWords, frozen=True, kw_only=True):
    """Figures stand apart from the plain words."""

    punishment: Words


class ExamWords(CardWords, frozen=True, kw_only=True):
    """Answers about the examination."""

    who_orders: Words
    cost: Words
    how_long: Words
    copy_how: Words


class ShelterWords(CardWords, frozen=True, kw_only=True):
    """Answers about a kind of place."""

    max_stay: Words


class Kind(msgspec.Struct, frozen=True):
    """One list of a pack: its fields in the facts, in the words, what is made of both, and its topic."""

    shape: type[FactShape]
    words: type[Strict]
    made: type[Fact]
    topic: str = ""


# In the order of the format's description (docs/region-packs.md).
LISTS: dict[str, Kind] = {
    "lines": Kind(LineShape, LineWords, Line),
    "orders": Kind(OrderShape, OrderWords, Order),
    "duties": Kind(FactShape, CardWords, Duty, "ask_for"),
    "offences": Kind(FactShape, OffenceWords, Offence, "offence"),
    "withdrawal_rules": Kind(RuleShape, CardWords, Rule, "stop"),
    "limits": Kind(LimitShape, CardWords, Limit, "limit"),
    "exam": Kind(FactShape, ExamWords, Exam, "health"),
    "shelter": Kind(ShelterShape, ShelterWords, Shelter, "shelter"),
    "legal_aid": Kind(FactShape, CardWords, Card, "lawyer"),
    "children": Kind(FactShape, CardWords, Card, "children"),
    "cards": Kind(CardShape, CardWords, Card),
    "not_for_this": Kind(OtherNumberShape, CardWords, OtherNumber, "other"),
}
FACT_KEYS = ("id", "edition", "languages", "always", "dying_lines", "sources", "phrases", "must_check", *LISTS)
WORD_KEYS = ("language", "name", "reviewed_by", "reviewed_on", "about", "always", "sources", "phrases", "must_check")
# What every pack says, whatever else it holds.
ALWAYS = ("danger_now", "not_advice")
# The longest time after which a fact may still call itself checked.
LONGEST_FRESH_DAYS = 366
MOST_ENTRIES = 200
