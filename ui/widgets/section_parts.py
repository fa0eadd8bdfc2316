"""What stands around the suggestions of a section: numbers, law, other pages, the way on, who has read it.

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
from ui.plan_keeping import first_evening
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.fact_cards import law_unfold
from ui.widgets.flow import flow
from ui.widgets.hand_signal import HandSignal
from ui.widgets.labels import Body
from ui.widgets.number_cards import danger_card, dying_card
from ui.widgets.said_dates import her_now, source_day

# What goes with a section, beside its own steps.
_PAGES = {
    "technology": ("tech_check",),
    "address": ("tech_check",),
    "signals": ("people",),
    "living": ("signs", "weigh"),
    "leaving": ("signs", "weigh"),
    "after": ("signs",),
    "pressure": ("weigh",),
    "children": ("people",),
}
# Which talk of "Say this" goes with it.
_TALKS = {
    "door": "police",
    "confined": "police",
    "law": "officer",
    "signing": "relatives",
    "pressure": "relatives",
    "sexual": "doctor",
    "children": "school",
    "dormitory": "neighbour",
}


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


def ways_on(context: PageContext, section: Section) -> list[QWidget]:
    """Other pages that go with this section, and the drawn hand signal where signals are agreed."""
    words = {
        "tech_check": QCoreApplication.translate("SectionParts", "A look at phone and devices"),
        "signs": QCoreApplication.translate("SectionParts", "Warning signs"),
        "weigh": QCoreApplication.translate("SectionParts", "What matters to me"),
        "people": QCoreApplication.translate("SectionParts", "People, with their words and signs"),
    }
    icons = {"tech_check": "device-mobile", "signs": "list", "weigh": "scales", "people": "users"}
    buttons = [
        QuietButton(
            words[page], name=f"section-to-{page}", icon=icons[page], clicked=functools.partial(context.go, page)
        )
        for page in _PAGES.get(section.id, ())
        if page != "weigh" or not first_evening(context)
    ]
    if section.id in _TALKS:
        say = QCoreApplication.translate("SectionParts", "Words to say aloud")
        go = functools.partial(context.go, "say_this", talk=_TALKS[section.id])
        buttons.append(QuietButton(say, name="section-to-say", icon="chat-text", clicked=go))
    found: list[QWidget] = [flow(*buttons, spacing=4)] if buttons else []
    if section.id == "signals":
        card = Card(name="section-hand-card")
        title = QCoreApplication.translate("SectionParts", "The hand signal, drawn")
        card.add(Unfold(title, HandSignal(name="section-hand"), name="section-hand-fold"))
        found.append(card)
    return found


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
