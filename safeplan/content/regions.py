"""Numbers, orders and law cards of one country, each with its source and the day it was checked.

May touch: resources/regions/. Must never show a fact without source and date, never drop an expired one (it turns
amber and says so), and never fill a gap: what is unknown is written "unknown".
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from safeplan.content.guide import Point
from safeplan.content.tables import (
    Id,
    Words,
    each,
    known_language,
    no_twins,
    part,
    read_table,
    same_ids,
    stated_language,
)
from safeplan.errors import ContentBroken

REGIONS = ("kz",)

YesNo = Literal["yes", "no", "may", "unknown"]
Confidence = Literal["2+", "law", "1"]
Badge = Literal["", "check", "not_confirmed"]
Topic = Literal["police", "order", "health", "law", "shelter", "calls"]
# A year, a month, a day, or the honest word that the page shows no date.
SourceDate = Annotated[str, msgspec.Meta(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|undated|before 2023)$")]


# ── What pages receive ──────────────────────────────────────────────────────────────────────────────────────────
class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Where a statement comes from. confidence: "2+" sources agree | "law" text read | "1" source."""

    id: str
    value: str
    source_title: str
    source_date: str
    checked_on: date
    checked_how: str
    confidence: Confidence
    expires_on: date
    badge: Badge = ""

    def expired(self, today: date) -> bool:
        """From `expires_on` on the card is amber: still shown, with the word that it needs checking."""
        return today >= self.expires_on


class Line(Fact, frozen=True, kw_only=True):
    """One number to call; `value` is what is dialled."""

    name: str
    purpose: str
    when_you_call: str
    cost: str
    hours: str
    languages: str
    traces: str
    leaves_traces: YesNo
    may_tell_police: YesNo
    police: str
    note: str


class Order(Fact, frozen=True, kw_only=True):
    """A kind of order. `value` is for whoever keeps the pack, not for the page.

    `days` 0: the length stands on her paper. `starts`: handed_over | on_paper.
    """

    days: int
    starts: str
    check_every_days: int
    name: str
    issued_by: str
    how_long: str
    forbids: str
    breach: str
    ask_for: str


class Card(Fact, frozen=True, kw_only=True):
    """One plain statement about law or services. `value` is for whoever keeps the pack, not for the page."""

    topic: Topic
    title: str
    text: str


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A country's pack in one language."""

    id: str
    language: str
    name: str
    edition: str
    reviewed_by: str
    always: tuple[Point, ...]
    lines: tuple[Line, ...]
    orders: tuple[Order, ...]
    cards: tuple[Card, ...]
    dying_lines: tuple[str, ...]
    badges: tuple[Point, ...]

    def badge(self, fact: Fact, today: date) -> str:
        """The warning beside a fact in words, empty if none: expired outweighs what was known when it shipped."""
        wanted = "expired" if fact.expired(today) else fact.badge
        return next((one.text for one in self.badges if one.id == wanted), "")


# ── What stands in facts.toml ───────────────────────────────────────────────────────────────────────────────────
class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class _FactShape(_Strict, frozen=True, kw_only=True):
    id: Id
    value: Words
    source_title: Words
    source_date: SourceDate
    checked_on: date
    checked_how: Literal["stored copy", "live page", "call"]
    confidence: Confidence
    expires_on: date
    badge: Badge = ""


class _LineShape(_FactShape, frozen=True, kw_only=True):
    leaves_traces: YesNo
    may_tell_police: YesNo


class _OrderShape(_FactShape, frozen=True, kw_only=True):
    days: Annotated[int, msgspec.Meta(ge=0, le=3660)]
    starts: Literal["handed_over", "on_paper"]
    check_every_days: Annotated[int, msgspec.Meta(ge=0, le=366)] = 0


class _CardShape(_FactShape, frozen=True, kw_only=True):
    topic: Topic


# ── What stands in en.toml, ru.toml, kk.toml ────────────────────────────────────────────────────────────────────
class _LineWords(_Strict, frozen=True, kw_only=True):
    name: Words
    purpose: Words
    when_you_call: Words
    cost: Words
    hours: Words
    languages: Words
    traces: Words
    police: Words
    note: str = ""


class _OrderWords(_Strict, frozen=True, kw_only=True):
    name: Words
    issued_by: Words
    how_long: Words
    forbids: Words
    breach: Words
    ask_for: Words


class _CardWords(_Strict, frozen=True, kw_only=True):
    title: Words
    text: Words


Shape = TypeVar("Shape", bound=_FactShape)
Sentences = TypeVar("Sentences", bound=_Strict)


@lru_cache(maxsize=8)
def load_region(region_id: str, language: str) -> Region:
    """The pack of a country, e.g. ("kz", "ru"); ContentBroken(file, where) when a fact or its words do not fit."""
    if region_id not in REGIONS:
        raise ContentBroken(file=f"regions/{region_id[:20]}", where="region")
    facts_file = f"regions/{region_id}/facts.toml"
    file = f"regions/{region_id}/{known_language(language)}.toml"
    facts, words = read_table(facts_file), read_table(file)
    lines = _facts(facts, "lines", _LineShape, facts_file)
    orders = _facts(facts, "orders", _OrderShape, facts_file)
    cards = _facts(facts, "cards", _CardShape, facts_file)
    # The tracker and the notes refer to a fact by its id alone.
    no_twins([*lines, *orders, *cards], facts_file, "facts")
    dying = part(facts, "dying_lines", tuple[Id, ...], facts_file)
    same_ids((), [one for one in dying if one not in lines], facts_file, "dying_lines")
    line_words = _words(words, "lines", _LineWords, file, lines)
    order_words = _words(words, "orders", _OrderWords, file, orders)
    card_words = _words(words, "cards", _CardWords, file, cards)
    return Region(
        id=part(facts, "id", Words, facts_file),
        language=stated_language(words, language, file),
        name=part(words, "name", Words, file),
        edition=part(facts, "edition", Words, facts_file),
        reviewed_by=part(words, "reviewed_by", Words, file),
        always=_points(part(facts, "always", tuple[Id, ...], facts_file), words, "always", file),
        lines=tuple(Line(**_joined(lines[one], line_words[one])) for one in lines),
        orders=tuple(Order(**_joined(orders[one], order_words[one])) for one in orders),
        cards=tuple(Card(**_joined(cards[one], card_words[one])) for one in cards),
        dying_lines=dying,
        badges=_points(("check", "not_confirmed", "expired"), words, "badges", file),
    )


def line(region: Region, line_id: str) -> Line:
    """One line of the pack, for pages that name it by id."""
    for one in region.lines:
        if one.id == line_id:
            return one
    raise ContentBroken(file=f"regions/{region.id}/facts.toml", where=f"lines.{line_id[:40]}")


def _facts(table: dict[str, Any], key: str, kind: type[Shape], file: str) -> dict[str, Shape]:
    rows = part(table, key, list[dict[str, Any]], file)
    found: dict[str, Shape] = {}
    for place, row in enumerate(rows):
        # Named by id where there is one, so that whoever mends the file finds it.
        label = str(row.get("id", place))[:40]
        fact = part({label: row}, label, kind, file, key)
        no_twins((*found, fact.id), file, key)
        if fact.expires_on <= fact.checked_on:
            raise ContentBroken(file=file, where=f"{key}.{label}.expires_on")
        found[fact.id] = fact
    return found


def _words(
    table: dict[str, Any], key: str, kind: type[Sentences], file: str, facts: dict[str, Any]
) -> dict[str, Sentences]:
    found = each(part(table, key, dict[str, Any], file), kind, file, key)
    same_ids(facts, found, file, key)
    return found


def _points(ids: tuple[str, ...], words: dict[str, Any], key: str, file: str) -> tuple[Point, ...]:
    texts = part(words, key, dict[str, Words], file)
    same_ids(ids, texts, file, key)
    return tuple(Point(one, texts[one]) for one in ids)


def _joined(fact: _FactShape, words: _Strict) -> dict[str, Any]:
    return msgspec.structs.asdict(fact) | msgspec.structs.asdict(words)
