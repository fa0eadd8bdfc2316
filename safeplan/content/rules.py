"""What a country's pack lets the program compute: how long an order lasts, which deadlines run, what a breach means.

May touch: nothing; it reads a loaded pack. Must never hold a figure of its own: no figure in the pack, no result.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from safeplan.content.facts import Region

HANDED_OVER, ON_PAPER = "handed_over", "on_paper"
HAPPENED, REGISTERED = "happened", "registered"


class OrderRule(msgspec.Struct, frozen=True):
    """How long a kind of order lasts, as one edition of a pack says.

    `days` 0, or a range (`days_most` above 0): only her paper says it. `starts`: handed_over | on_paper. The source
    stands in the pack under `fact`.
    """

    pack: str
    edition: str
    fact: str
    days: int = 0
    days_most: int = 0
    starts: str = ON_PAPER

    def says_end(self) -> bool:
        """Whether an end can be computed from a start at all."""
        return self.days > 0 and self.days_most <= self.days

    def same_length(self, other: OrderRule) -> bool:
        """Whether two editions agree on length and start."""
        return (self.days, self.days_most, self.starts) == (other.days, other.days_most, other.starts)


class LimitRule(msgspec.Struct, frozen=True):
    """A deadline that runs from a day: `counts_from` is happened | registered.

    `about`: the facts it belongs to, e.g. the card of a breach. `stands_still`: ids of what stops the count.
    """

    pack: str
    edition: str
    fact: str
    days: int
    months: int
    counts_from: str
    about: tuple[str, ...] = ()
    stands_still: tuple[str, ...] = ()


class BreachRule(msgspec.Struct, frozen=True):
    """What a breach of an order means. `card` names the article; "" and `ask_article`: she asks which one applies.

    `ask_for`: ids of facts, what police have to do.
    """

    card: str = ""
    ask_article: bool = True
    ask_for: tuple[str, ...] = ()


def order_rule(region: Region, kind: str) -> OrderRule | None:
    """The rule for a kind of order; None for a kind of her own or one that the pack no longer has."""
    for one in region.orders:
        if one.id == kind:
            return OrderRule(region.id, region.edition, one.id, one.days, one.days_most, one.starts)
    return None


def limit_rules(region: Region) -> tuple[LimitRule, ...]:
    """Every deadline of the pack that can be computed."""
    return tuple(
        LimitRule(
            region.id,
            region.edition,
            one.id,
            one.days,
            one.months,
            one.counts_from,
            known_facts(region, one.about),
            one.stands_still,
        )
        for one in region.limits
        if one.counts_from and (one.days or one.months)
    )


def breach_rule(region: Region, kind: str) -> BreachRule:
    """What a breach of this kind of order means; for a kind of her own nothing is known but the question."""
    for one in region.orders:
        if one.id == kind:
            (card,) = known_facts(region, [one.breach_card]) or ("",)
            return BreachRule(card, not card, known_facts(region, one.on_breach))
    return BreachRule()


def before_end(region: Region, kind: str) -> tuple[str, ...]:
    """Ids of the facts to look at before an order of this kind ends; empty for a kind of her own."""
    return next((known_facts(region, one.before_end) for one in region.orders if one.id == kind), ())


def known_facts(region: Region, ids: Iterable[str]) -> tuple[str, ...]:
    """Those that the pack has: a page can show nothing for the others."""
    there = {fact.id for fact in region.facts}
    return tuple(one for one in ids if one in there)
