"""One breach in the list of an order: when, what, whether it was reported, what the police did, what came of it.

May touch: its own widgets. Must never call a day missed, and never count breaches.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from safeplan.content.rules import breach_rule, limit_rules
from safeplan.records.breaches import BreachForm, breach_deadlines
from safeplan.records.deadlines import day_of
from safeplan.records.orders import Order
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.labels import Body
from ui.widgets.order_breach import Noted, noted_words, when_of
from ui.widgets.order_card import Present, in_words
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import stack


def breach_line(noted: Noted, order: Order, now: Present, open_it: Callable[[str], object]) -> QWidget:
    """`open_it` is called with the breach's id."""
    say, words, name = now.words.page, noted_words(noted, now), f"orders-breach-{noted.breach.id}"
    button = SecondaryButton(
        say.breach_open,
        name=name,
        clicked=partial(open_it, noted.breach.id),
        accessible=f"{say.breach_open}: {words}",
    )
    lines: list[QWidget] = [Body(words)]
    lines += [Body(line, "small") for line in police_lines(noted.breach.form, now)]
    lines += [Body(line, "small", name=f"{name}-limit") for line in _better_early(noted, order, now)]
    return beside(stack(*lines, spacing=2, name=f"{name}-said"), button)


def police_lines(form: BreachForm, now: Present) -> list[str]:
    """What was reported, answered and decided, each in one line; or that nothing is written yet."""
    say = now.words.page
    told = [in_words(form.reported_at, now.words.language)] if form.reported_at else []
    told += [one for one in (form.to, form.number) if one]
    lines: list[str] = []
    if form.reported == "yes" or told:
        lines.append(say.reported_line.format(what=", ".join(told)) if told else say.reported_plain)
    elif form.reported == "no":
        lines.append(say.reported_none)
    if form.answer:
        lines.append(say.answer_line.format(words=_short(form.answer)))
    if form.came_of_it:
        lines.append(say.came_line.format(words=_short(form.came_of_it)))
    return lines or [say.police_open]


def _better_early(noted: Noted, order: Order, now: Present) -> list[str]:
    """A day it is better to be early for, while nobody was told and the day is still to come."""
    if now.region is None or noted.breach.form.reported == "yes":
        return []
    rule = breach_rule(now.region, order.form.kind)
    found = breach_deadlines(limit_rules(now.region), rule, when_of(noted), now.today)
    return [
        now.words.page.better_this_week.format(day=day_in_words(day_of(one.due), now.words.language))
        for one in found
        if not one.passed
    ]


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 160 else f"{line[:158].rstrip()}…"
