"""Words for the days that stand in the calendar: a hearing, an order, one of her own days, a month.

May touch: nothing. Must never name a case or a person: the calendar is read over a shoulder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from safeplan.content.calendar_words import CalendarWords
from safeplan.content.facts import Region
from safeplan.records.orders import Order
from safeplan.records.timeline import Dated
from ui.widgets.said_dates import day_in_words, source_day

LIFE_EVENT, ISSUED, HANDED_OVER = "life_event", "order_issued", "order_handed_over"


def capital(words: str) -> str:
    """Words at the beginning of a line."""
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Now:
    """What every part of the calendar needs: its words, the pack, her local day."""

    words: CalendarWords
    region: Region | None
    today: date

    def day(self, iso: str) -> str:
        """ "14 February 2026"."""
        return day_in_words(date.fromisoformat(iso), self.words.language)

    def month(self, month: str) -> str:
        """ "February 2026", from "2026-02"; begins a line."""
        return capital(source_day(month, self.words.language))

    def order(self, order: Order) -> str:
        """The pack's name for its kind, or hers."""
        for one in self.region.orders if self.region is not None else ():
            if one.id == order.form.kind:
                return one.name
        return order.form.name or self.words.page.order_own

    def dated(self, dated: Dated, words: Mapping[str, str], orders: Mapping[str, Order]) -> str:
        """What a date is: "hearing", "order issued, protective order", "the move"."""
        kind, hers = self.words.dates.get(dated.name, dated.name), words.get(dated.id, "")
        if dated.name == LIFE_EVENT:
            return hers or kind
        if dated.id in orders:
            hers = self.order(orders[dated.id])
        return f"{kind}, {hers}" if hers else kind
