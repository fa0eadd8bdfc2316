"""What is said about days in a case: hers as she typed them, the pack's with source and the day it was checked.

May touch: its own widgets. Must never call a day missed: after it stands what can still be asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from safeplan.content.case_words import CaseWords
from safeplan.content.facts import Region
from safeplan.records.cases import HEARING, Case, Item
from safeplan.records.deadlines import day_of
from safeplan.records.next_dates import NextDate
from ui.widgets.card import Unfold
from ui.widgets.fact_cards import law_unfold
from ui.widgets.labels import Body
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import stack

# A hearing that lies longer behind is history: it stands where it belongs in time.
_BACK = 14
_WEEK = 7


@dataclass(frozen=True)
class Present:
    """What every part needs of the moment: the words, the pack, her local day, whether names are shown."""

    words: CaseWords
    region: Region | None
    today: date
    names_shown: bool = False


def in_words(moment: str, language: str) -> str:
    """A kept local day or moment in words."""
    day = day_in_words(day_of(moment), language)
    return f"{day}, {moment[11:]}" if "T" in moment else day


def shortened(text: str, most: int = 70) -> str:
    """The first words, in one line."""
    said = " ".join(text.split())
    return said if len(said) <= most else f"{said[: most - 2].rstrip()}…"


def fact_unfolds(ids: tuple[str, ...], now: Present) -> list[Unfold]:
    """Those facts that the pack has, as lines that unfold, each with its badge and source."""
    if now.region is None:
        return []
    known = {one.id: one for one in now.region.cards}
    return [law_unfold(known[one], now.region, now.today) for one in ids if one in known]


def waits(case: Case, item: Item, today: date) -> str:
    """The day that an open item waits for, "" when it waits for none."""
    if not case.is_open(item):
        return ""
    day = item.form.due or (item.form.on[:10] if item.form.kind == HEARING else "")
    if day and not item.form.due and (today - day_of(day)).days > _BACK:
        return ""
    return day


def in_order(case: Case, today: date) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Items that wait for a day, the nearest first; then all others in the order of time."""
    waiting = sorted((one for one in case.items if waits(case, one, today)), key=lambda one: waits(case, one, today))
    return tuple(waiting), tuple(one for one in case.items if one not in waiting)


def due_words(case: Case, item: Item, now: Present) -> str:
    """What is said of the day an item waits for; of an answered or settled one the plain day."""
    say, form = now.words.page, item.form
    day = waits(case, item, now.today)
    if form.due:
        gone = day and day_of(form.due) < now.today
        return (say.due_gone if gone else say.due_by).format(day=in_words(form.due, now.words.language))
    if day and day_of(day) < now.today:
        return say.hearing_gone.format(day=in_words(form.on, now.words.language))
    return ""


def limit_words(limit: NextDate, words: CaseWords) -> str:
    """A deadline of the pack: better this week, better by a day, or what can still be asked for."""
    say, deadline = words.page, limit.deadline
    day = day_in_words(day_of(limit.day), words.language)
    if not deadline.passed:
        return (say.better_this_week if deadline.days < _WEEK else say.better_by).format(day=day)
    said = [(say.registered_gone if limit.item_id else say.happened_gone).format(day=day)]
    said += [
        say.stood_still.format(when=words.stands_still[one])
        for one in deadline.stands_still
        if one in words.stands_still
    ]
    return " ".join(said)


def limit_part(limit: NextDate, about: str, now: Present, *, name: str) -> QWidget:
    """The sentence, what it is about, and where the day comes from: source and the day it was checked."""
    say = now.words.page
    source = LateUnfold(
        say.limit_from,
        lambda: stack(*fact_unfolds((limit.deadline.card,), now)),
        name=f"{name}-from",
        inset=True,
    )
    parts: list[QWidget] = [Body(limit_words(limit, now.words), name=name)]
    if about:
        parts.append(Body(say.for_item.format(what=about), "small"))
    return stack(*parts, source, spacing=4)
