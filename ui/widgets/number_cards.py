"""The numbers to call within a section: in danger now, or when there are thoughts of dying.

May touch: its own widgets. Must never show a number without the word that it may not answer, where that is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from safeplan.content.guide import AcutePage
from safeplan.content.regions import Line, Region, line
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack, tighten


def danger_card(
    region: Region, acute: AcutePage, today: date, open_acute: Callable[[], object], *, name: str
) -> Card:
    """ "In danger now" with the emergency numbers and the way to her own page for a bad moment."""
    words = next((one.text for one in region.always if one.id == "danger_now"), "")
    way = SecondaryButton(acute.title, name=f"{name}-acute", icon="lifebuoy", clicked=open_acute)
    card = _card(words, [one for one in region.lines if one.emergency], region, today, name)
    card.body.insertWidget(0, beside(Heading(words, 3), way))
    return card


def dying_card(region: Region, acute: AcutePage, today: date, *, name: str) -> Card:
    """The numbers for thoughts of dying, and whom to have near."""
    lines = [line(region, one) for one in region.dying_lines]
    card = _card(acute.dying_title, lines, region, today, name)
    card.body.insertWidget(
        0, stack(Heading(acute.dying_title, 3), *(Body(one.text) for one in acute.dying), spacing=4)
    )
    return card


def _card(title: str, lines: Sequence[Line], region: Region, today: date, name: str) -> Card:
    card = Card(name=name)
    card.setAccessibleName(title)
    tighten(card, 10)
    card.body.setSpacing(6)
    cells = [
        stack(Heading(one.value, 2, name=f"{name}-number-{one.id}"), Body(one.name, "small"), spacing=0)
        for one in lines
    ]
    if cells:
        card.add(columns(*cells, narrowest=150))
    unsure = [f"{one.value}: {region.badge(one, today)}" for one in lines if region.badge(one, today)]
    if unsure:
        card.add(Body("  ".join(unsure), "small", name=f"{name}-unsure"))
    return card
