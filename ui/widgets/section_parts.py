"""What stands around the suggestions of a section: numbers, law, the way on, who has read the words.

May touch: its own widgets. Must never show law without "not legal advice", its source and its date.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.content.guide import Section
from safeplan.content.order import sections_in_order
from safeplan.content.regions import Card as LawCard
from safeplan.content.regions import Region
from ui.page import PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fact_cards import law_unfold
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.number_cards import danger_card, dying_card
from ui.widgets.said_dates import her_now, source_day


def numbers(context: PageContext, section: Section) -> list[Card]:
    """The numbers that belong above this section; none for most."""
    today = her_now(context.clock).date()
    region, acute = context.region, context.guide.acute
    if section.numbers == "danger":
        return [danger_card(region, acute, today, lambda: context.go("acute"), name="section-danger")]
    if section.numbers == "dying":
        return [dying_card(region, acute, today, name="section-dying")]
    return []


def law(context: PageContext, section: Section) -> tuple[list[Card], list[Callable[[], None]]]:
    """The card for the law of this section, still empty, and what fills it one statement at a time."""
    region = context.region
    found = [one for known in section.cards for one in region.cards if one.id == known]
    if not found:
        return [], []
    note = next((one.text for one in region.always if one.id == "not_advice"), "")
    card = Card(QCoreApplication.translate("SectionParts", "What the law says"), note, name="section-law")
    card.body.setSpacing(2)
    today = her_now(context.clock).date()
    return [card], [functools.partial(_add_law, card, one, region, today) for one in found]


def _add_law(card: Card, statement: LawCard, region: Region, today: date) -> None:
    card.add(law_unfold(statement, region, today))


def turns(context: PageContext, section: Section, situations: Collection[str]) -> QWidget:
    """The part before and the next, in the order that fits her."""
    heads = sections_in_order(context.guide, situations)
    place = next(number for number, head in enumerate(heads) if head.id == section.id)
    words = (
        (place - 1, "section-before", "arrow-left", QCoreApplication.translate("SectionParts", "Before: {title}")),
        (place + 1, "section-next", "arrow-right", QCoreApplication.translate("SectionParts", "Next: {title}")),
    )
    buttons = [
        SecondaryButton(
            said.format(title=heads[other].title),
            name=name,
            icon=icon,
            clicked=functools.partial(context.go, "section", section_id=heads[other].id),
        )
        for other, name, icon, said in words
        if 0 <= other < len(heads)
    ]
    return flow(*buttons)


def review(context: PageContext, section: Section) -> Body:
    """Who has read the words of this section, small; until then the plain word that nobody has."""
    said = QCoreApplication.translate("SectionParts", "Not yet reviewed by a specialist.")
    if section.reviewed_by:
        day = source_day(section.reviewed_on, context.language)
        words = QCoreApplication.translate("SectionParts", "Reviewed by {who}, {day}.")
        said = words.format(who=section.reviewed_by, day=day)
    return Body(said, "small", name="section-review")
