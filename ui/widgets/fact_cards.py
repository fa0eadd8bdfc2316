"""Facts about numbers, orders and law, each with its source, its date and when it was checked.

May touch: its own widgets. Must never show a fact without its source, and never hide one because it is old.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.content.regions import Card as LawCard
from safeplan.content.regions import Fact, Line, Order, Region
from ui.widgets.beside import beside
from ui.widgets.card import Card, Unfold
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import day_in_words, source_day
from ui.widgets.stack import stack
from ui.widgets.warm_note import WarmNote


def source_words(fact: Fact, language: str) -> str:
    """Where a fact comes from, in one or two sentences."""
    how = {
        "stored copy": QCoreApplication.translate("Facts", "a stored copy was read"),
        "live page": QCoreApplication.translate("Facts", "the page was read"),
        "call": QCoreApplication.translate("Facts", "by a call"),
    }[fact.checked_how]
    sure = {
        "2+": QCoreApplication.translate("Facts", "Two or more sources agree."),
        "law": QCoreApplication.translate("Facts", "Read in the text of the law."),
        "1": QCoreApplication.translate("Facts", "One source only."),
    }[fact.confidence]
    dates = {
        "undated": QCoreApplication.translate("Facts", "without a date"),
        "before 2023": QCoreApplication.translate("Facts", "before 2023"),
    }
    dated = dates.get(fact.source_date) or source_day(fact.source_date, language)
    words = QCoreApplication.translate("Facts", "Source: {source} ({dated}). Last checked {checked}: {how}. {sure}")
    checked = day_in_words(fact.checked_on, language)
    return words.format(source=fact.source_title, dated=dated, checked=checked, how=how, sure=sure)


def line_card(one: Line, region: Region, today: date) -> Card:
    """A number to call: the number large, what it is for, what happens then."""
    name = f"help-line-{one.id}"
    card = Card(name=name)
    card.setAccessibleName(f"{one.value}, {one.name}")
    card.body.setSpacing(6)
    number = Body(one.value, "number", name=f"{name}-number", selectable=True)
    card.add(beside(stack(Heading(one.name, 2), Body(one.purpose), spacing=2), number))
    card.add(*_warning(one, region, today))
    rows = (
        (QCoreApplication.translate("Facts", "When you call"), one.when_you_call),
        (QCoreApplication.translate("Facts", "Cost"), one.cost),
        (QCoreApplication.translate("Facts", "Hours"), one.hours),
        (QCoreApplication.translate("Facts", "Languages"), one.languages),
        (QCoreApplication.translate("Facts", "Traces"), one.traces),
        (QCoreApplication.translate("Facts", "Police"), one.police),
        ("", one.note),
    )
    card.add(columns(*_rows(rows), narrowest=300))
    card.add(Body(source_words(one, region.language), "small", name=f"{name}-source"))
    return card


def order_unfold(one: Order, region: Region, today: date) -> Unfold:
    """A kind of order: who issues it, how long, what it forbids, what a breach means."""
    name = f"help-order-{one.id}"
    rows = (
        (QCoreApplication.translate("Facts", "Who issues it"), one.issued_by),
        (QCoreApplication.translate("Facts", "How long"), one.how_long),
        (QCoreApplication.translate("Facts", "What it forbids"), one.forbids),
        (QCoreApplication.translate("Facts", "When it is broken"), one.breach),
        (QCoreApplication.translate("Facts", "What to ask for"), one.ask_for),
    )
    source = Body(source_words(one, region.language), "small", name=f"{name}-source")
    return Unfold(one.name, stack(*_warning(one, region, today), *_rows(rows), source, spacing=8), name=name)


def law_unfold(one: LawCard, region: Region, today: date) -> Unfold:
    """One plain statement."""
    name = f"help-card-{one.id}"
    source = Body(source_words(one, region.language), "small", name=f"{name}-source")
    return Unfold(one.title, stack(*_warning(one, region, today), Body(one.text), source, spacing=8), name=name)


def _warning(fact: Fact, region: Region, today: date) -> list[QWidget]:
    words = region.badge(fact, today)
    if not words:
        return []
    checked = QCoreApplication.translate("Facts", "Last checked {day}.").format(
        day=day_in_words(fact.checked_on, region.language)
    )
    return [WarmNote(f"{words} {checked}", name=f"help-badge-{fact.id}")]


def _rows(rows: tuple[tuple[str, str], ...]) -> list[QWidget]:
    made: list[QWidget] = []
    for label, text in rows:
        if text:
            made.append(stack(*([Body(label, "small")] if label else []), Body(text), spacing=0))
    return made
