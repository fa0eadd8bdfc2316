"""One order: how many days are left, who says so, what can help before it ends, and when it was broken.

May touch: its own widgets. Must never make a number of days look like safety, and never show a day without
its source.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from safeplan.content.facts import Region
from safeplan.content.order_words import OrderWords
from safeplan.content.rules import BreachRule, before_end, breach_rule
from safeplan.records import order_days
from safeplan.records.deadlines import day_of
from safeplan.records.order_days import Span
from safeplan.records.orders import Order
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fact_cards import law_unfold, order_unfold
from ui.widgets.labels import Body, Heading
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.order_days_left import DaysLeft
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import stack
from ui.widgets.warm_note import WarmNote

_MISSING = ("handed_over", "paper_start", "paper_end")


@dataclass(frozen=True)
class Present:
    """What every card needs of the moment: the words, the pack, her local day and the computer's offset."""

    words: OrderWords
    region: Region | None
    today: date
    zone: str


def order_name(order: Order, now: Present) -> str:
    """The pack's name for its kind, or hers."""
    for one in now.region.orders if now.region is not None else ():
        if one.id == order.form.kind:
            return one.name
    return order.form.name or order.form.number or now.words.page.kind_own


def fact_unfolds(ids: tuple[str, ...], now: Present) -> list[QWidget]:
    """The pack's facts as lines that unfold, each with its badge and source."""
    region = now.region
    if region is None:
        return []
    kinds, cards = {one.id: one for one in region.orders}, {one.id: one for one in region.cards}
    found: list[QWidget] = []
    for one in ids:
        if one in kinds:
            found.append(order_unfold(kinds[one], region, now.today))
        elif one in cards:
            found.append(law_unfold(cards[one], region, now.today))
    return found


def in_words(moment: str, language: str) -> str:
    """A kept local day or moment in words."""
    day = day_in_words(day_of(moment), language)
    return f"{day}, {moment[11:]}" if "T" in moment else day


class OrderCard(Card):
    """`change`, `remove`, `newer` and `came` are called with the order; `below` has room for what was noted."""

    def __init__(
        self,
        order: Order,
        now: Present,
        *,
        change: Callable[[Order], object],
        remove: Callable[[Order], object],
        newer: Callable[[Order], object],
        came: Callable[[Order], object],
        name: str,
    ) -> None:
        title = order_name(order, now)
        super().__init__(name=name)
        self.setAccessibleName(title)
        self._order, self._now, self._name = order, now, name
        say, found = now.words.page, order_days.span(order, now.zone)
        self.body.setSpacing(8)
        self.add(Heading(title, 2))
        self.add(self._days(found))
        if order_days.state_on(order, now.today, now.zone) not in (order_days.ENDED, order_days.NOT_STARTED):
            button = SecondaryButton(
                say.came,
                name=f"{name}-came",
                icon="note-pencil",
                clicked=partial(came, order),
                accessible=f"{say.came}: {title}",
            )
            self.add(button)
        self.add(*self._said_of_days(found))
        if now.region is not None and order_days.pack_says_otherwise(order, now.region):
            use = SecondaryButton(say.use_newer, name=f"{name}-newer", clicked=partial(newer, order))
            self.add(Body(say.newer_rule), use)
        if order.form.terms:
            self.add(stack(Body(say.terms, "small"), Body(order.form.terms), spacing=0))
        if order.rule is not None:
            rule_from = partial(self._facts, (order.rule.fact,))
            self.add(LateUnfold(say.rule_from, rule_from, name=f"{name}-rule", inset=True))
        helps = before_end(now.region, order.form.kind) if now.region is not None else ()
        build = partial(self._facts, helps, say.before_end_why if helps else say.before_end_own)
        self.add(LateUnfold(say.before_end, build, name=f"{name}-before-end", inset=True))
        self.add(LateUnfold(say.if_broken, self._if_broken, name=f"{name}-if-broken", inset=True))
        self.below = stack()
        self.add(self.below)
        self.add_row(
            SecondaryButton(
                say.change,
                name=f"{name}-change",
                icon="pencil-simple",
                clicked=partial(change, order),
                accessible=f"{say.change}: {title}",
            ),
            QuietButton(
                say.remove,
                name=f"{name}-remove",
                icon="trash",
                clicked=partial(remove, order),
                accessible=f"{say.remove}: {title}",
            ),
        )

    def _facts(self, ids: tuple[str, ...], why: str = "") -> QWidget:
        return stack(*([Body(why)] if why else []), *fact_unfolds(ids, self._now), spacing=4)

    def _if_broken(self) -> QWidget:
        """What to ask the police for, and the article only where the pack names one for this kind of order."""
        now, say = self._now, self._now.words.page
        rule = breach_rule(now.region, self._order.form.kind) if now.region is not None else BreachRule()
        facts = fact_unfolds((*rule.ask_for, *([rule.card] if rule.card else [])), now)
        article = [Body(say.article_ask)] if rule.ask_article else []
        return stack(*(facts or [Body(say.ask_for_none)]), *article, spacing=4)

    def _days(self, found: Span) -> QWidget:
        """The number with its sentence at the left, the days as a calendar at the right."""
        now, name = self._now, self._name
        say, language = now.words.page, now.words.language
        state = order_days.state_on(self._order, now.today, now.zone)
        left = order_days.days_left(self._order, now.today, now.zone)
        lines: list[QWidget] = []
        if left is not None and state in (order_days.IN_FORCE, order_days.NOT_STARTED):
            number = Body(f"{left} {now.words.left(left)}", "number", name=f"{name}-left")
            lines.append(number)
        if state != order_days.IN_FORCE or left is None:
            lines.append(Heading(now.words.states[state], 3, name=f"{name}-state"))
        lines.append(Body(say.not_stop, name=f"{name}-not-stop"))
        if state == order_days.NOT_STARTED and found.start:
            lines.append(Body(say.begins.format(day=in_words(found.start, language))))
        if found.end:
            words = say.ended_on if state == order_days.ENDED else say.ends
            lines.append(Body(words.format(day=in_words(found.end, language)), name=f"{name}-ends"))
        told = stack(*lines, spacing=6)
        if not found.end or state == order_days.ENDED:
            return told
        start = day_of(found.start) if found.start else None
        end = day_in_words(day_of(found.end), language)
        today = day_in_words(now.today, language)
        said = say.calendar.format(today=today, end=end)
        if start is not None:
            said = say.calendar_from.format(start=day_in_words(start, language), end=end, today=today)
        picture = DaysLeft(start, day_of(found.end), now.today, said, language, name=f"{name}-calendar")
        if picture.goes_on:
            told.add(Body(say.calendar_later.format(end=end), "small"))
        told.add(Body(say.calendar_key, "small"))
        return beside(told, picture, words_need=260)

    def _said_of_days(self, found: Span) -> list[QWidget]:
        """Who says so, what is missing, and what does not go together."""
        now, form, name = self._now, self._order.form, self._name
        say, language = now.words.page, now.words.language
        lines: list[QWidget] = []
        if found.end_by == "paper":
            lines.append(Body(say.by_paper, name=f"{name}-by"))
        elif found.end_by == "pack" and found.rule is not None:
            words = say.by_pack_handed if found.start_by == "handed_over" else say.by_pack_start
            lines.append(Body(words.format(days=found.rule.days), name=f"{name}-by"))
            if not found.last_day_whole:
                lines.append(Body(say.last_day_open, "small"))
        lines += [Body(now.words.missing[one], "muted") for one in _MISSING if one in found.missing]
        lines += [WarmNote(now.words.questions[one]) for one in order_days.questions(self._order, now.zone)]
        dates = [
            words.format(day=in_words(moment, language))
            for words, moment in (
                (say.issued_on, form.issued),
                (say.handed_on, form.handed_over),
                (say.copy_on, form.copy_received),
            )
            if moment
        ]
        if form.number:
            dates.append(say.number_on.format(number=form.number))
        if dates:
            lines.append(Body("  ·  ".join(dates), "small", name=f"{name}-dates"))
        return lines
