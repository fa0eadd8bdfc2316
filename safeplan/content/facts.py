"""What a country's pack is made of once it is read: numbers, orders, statements about law, each with its source.

May touch: nothing. Must never be made without source and date: only the loader in regions.py makes them.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from safeplan.content.guide import Point

YesNo = Literal["yes", "no", "may", "unknown"]
Confidence = Literal["2+", "law", "1"]
Badge = Literal["", "check", "not_confirmed"]
Topic = Literal["police", "order", "health", "law", "shelter", "calls", "lawyer", "children"]
Settled = Literal["yes", "once", "no", "unknown"]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Where a statement comes from. confidence: "2+" sources agree | "law" text read | "1" source.

    `articles`: the places in the law, "art. 60(5)", empty where the source is none. `expires_on` None: an emergency
    number, which is always right.
    """

    id: str
    value: str
    source_title: str
    articles: str
    source_date: str
    checked_on: date
    checked_how: str
    confidence: Confidence
    expires_on: date | None
    badge: Badge = ""

    def expired(self, today: date) -> bool:
        """From `expires_on` on the card says its age: it is still shown."""
        return self.expires_on is not None and today >= self.expires_on


class Line(Fact, frozen=True, kw_only=True):
    """One number to call; `value` is what is dialled."""

    name: str
    purpose: str
    when_you_call: str
    cost: str
    hours: str
    languages: str
    by_message: str
    traces: str
    bill: str
    police: str
    note: str
    emergency: bool
    leaves_traces: YesNo
    on_the_bill: YesNo
    may_tell_police: YesNo


class Order(Fact, frozen=True, kw_only=True):
    """A kind of order. `value` is for whoever keeps the pack, not for the page.

    `days` 0: the length stands on her paper; `days_most` above it: a range. `starts`: handed_over | on_paper.
    `breach_card`: the card that names the article for a breach, "" where nobody found it: then she asks which one
    applies. `on_breach` and `before_end`: ids of facts to look at after a breach, and before the order ends.
    """

    days: int
    days_most: int
    starts: str
    check_every_days: int
    breach_card: str
    on_breach: tuple[str, ...]
    before_end: tuple[str, ...]
    name: str
    issued_by: str
    how_long: str
    forbids: str
    breach: str
    ask_for: str


class Card(Fact, frozen=True, kw_only=True):
    """One plain statement about law or services. `value` is for whoever keeps the pack, not for the page."""

    topic: str
    title: str
    text: str


class Duty(Card, frozen=True, kw_only=True):
    """Something police or services have to do: what she can ask for."""


class Offence(Card, frozen=True, kw_only=True):
    """What the law calls it; `punishment` holds the figures and stands behind the plain words."""

    punishment: str


class Rule(Card, frozen=True, kw_only=True):
    """Who can stop a case. `on_complaint`: it begins only with hers; `settled`: can it end by reconciliation."""

    on_complaint: YesNo
    settled: Settled


class Limit(Card, frozen=True, kw_only=True):
    """A deadline. One of `days` and `months` is above 0; both 0: it depends, the text says on what.

    `counts_from`: happened | registered | "" (not to be computed). `about`: ids of the facts it belongs to.
    `stands_still`: ids of what stops the count for a while, so that nobody can say that the day was missed.
    """

    days: int
    months: int
    counts_from: str
    about: tuple[str, ...]
    stands_still: tuple[str, ...]


class Exam(Card, frozen=True, kw_only=True):
    """The examination by a doctor that a court accepts."""

    who_orders: str
    cost: str
    how_long: str
    copy_how: str


class Shelter(Card, frozen=True, kw_only=True):
    """A kind of place to stay; never an address."""

    max_stay: str
    reports_to_police: YesNo


class OtherNumber(Card, frozen=True, kw_only=True):
    """A number that is for something else; `value` is the number."""


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence she can say, with its meaning. `spoken`: (language, words) in the languages of the country."""

    id: str
    meaning: str
    spoken: tuple[tuple[str, str], ...]


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A country's pack in one language. `cards` holds every statement with a title, of whatever kind.

    `signer` is empty for what ships with the program, otherwise the fingerprint of whoever signed the file.
    """

    id: str
    language: str
    languages: tuple[str, ...]
    name: str
    edition: str
    reviewed_by: str
    reviewed_on: str
    about: tuple[str, ...]
    always: tuple[Point, ...]
    lines: tuple[Line, ...]
    orders: tuple[Order, ...]
    plain_cards: tuple[Card, ...]
    duties: tuple[Duty, ...]
    offences: tuple[Offence, ...]
    withdrawal_rules: tuple[Rule, ...]
    limits: tuple[Limit, ...]
    exam: tuple[Exam, ...]
    shelter: tuple[Shelter, ...]
    legal_aid: tuple[Card, ...]
    children: tuple[Card, ...]
    not_for_this: tuple[OtherNumber, ...]
    phrases: tuple[Phrase, ...]
    must_check: tuple[Point, ...]
    dying_lines: tuple[str, ...]
    badges: tuple[Point, ...]
    # How the pack's language says that something was not found out; a page may gather several into one line.
    unknown: str
    signer: str = ""

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every statement that has a title and a text, numbers for other things left out."""
        return (
            *self.plain_cards,
            *self.duties,
            *self.offences,
            *self.withdrawal_rules,
            *self.limits,
            *self.exam,
            *self.shelter,
            *self.legal_aid,
            *self.children,
        )

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Everything with a source."""
        return (*self.lines, *self.orders, *self.cards, *self.not_for_this)

    def always_text(self, point: str) -> str:
        """One of the two sentences that are always true: "danger_now" or "not_advice"."""
        return next((one.text for one in self.always if one.id == point), "")

    def badge(self, fact: Fact, today: date) -> str:
        """The note beside a fact in words, empty if none: expired outweighs what was known when it shipped."""
        wanted = "expired" if fact.expired(today) else fact.badge
        words = next((one.text for one in self.badges if one.id == wanted), "")
        return words.replace("{year}", fact.source_date[:4])
