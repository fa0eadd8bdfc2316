"""Numbers, orders and law of the country, and what this program cannot do. Works without a store.

May touch: the region pack and the welcome's limits. Must never show a link that opens or a fact without its source.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from safeplan.content.welcome import load_welcome
from ui.page import Page, PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.fact_cards import law_unfold, line_card, order_unfold
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import her_now, source_day
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten


class HelpPage(Page):
    """All of it is content; nothing here is kept or loaded."""

    name = "help"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        region = context.region
        today = her_now(context.clock).date()
        always = {one.id: one.text for one in region.always}
        self.sheet = ScrollPage(name="help-sheet")
        self.layout_.addWidget(self.sheet)
        acute = SecondaryButton(
            context.guide.acute.title, name="help-acute", icon="lifebuoy", clicked=lambda: context.go("acute")
        )
        top = Card(name="help-now")
        tighten(top, 10)
        top.add(beside(Heading(always["danger_now"], 2), acute))
        self.sheet.add(top)
        # All at once took 130 ms; in portions no turn is felt, and nothing that can be seen moves.
        self._waiting: list[Callable[[], QWidget]] = [
            *(functools.partial(line_card, one, region, today) for one in region.lines),
            functools.partial(self._make_orders, today),
            *(functools.partial(self._make_topic, *topic, today) for topic in self._topics()),
            self._make_limits,
            self._make_edition,
        ]
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_next)
        self._add_next()

    def _add_next(self) -> None:
        self.sheet.add(self._waiting.pop(0)())
        if self._waiting:
            self._filling.start()

    def _make_orders(self, today: date) -> Card:
        region = self.context.region
        card = Card(self.tr("Orders that forbid contact"), self._not_advice(), name="help-orders")
        card.body.setSpacing(2)
        card.add(*(order_unfold(one, region, today) for one in region.orders))
        return card

    def _make_topic(self, topic: str, words: str, today: date) -> Card:
        region = self.context.region
        card = Card(words, self._not_advice(), name=f"help-topic-{topic}")
        card.body.setSpacing(2)
        card.add(*(law_unfold(one, region, today) for one in region.cards if one.topic == topic))
        return card

    def _not_advice(self) -> str:
        return next((str(one.text) for one in self.context.region.always if one.id == "not_advice"), "")

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("Help")

    def arrive(self, **_: Any) -> None:
        """Everything stands there already."""

    def _topics(self) -> list[tuple[str, str]]:
        known = {one.topic for one in self.context.region.cards}
        topics = (
            ("police", self.tr("Police")),
            ("order", self.tr("With an order")),
            ("health", self.tr("Doctors and examinations")),
            ("law", self.tr("Statements, deadlines, lawyers")),
            ("shelter", self.tr("A place to stay")),
            ("calls", self.tr("Calls and messages")),
        )
        return [topic for topic in topics if topic[0] in known]

    def _make_limits(self) -> Card:
        welcome = load_welcome(self.context.language)
        card = Card(name="help-limits-card")
        tighten(card, 8)
        texts = stack(*(Body(one.text) for one in welcome.limits), Body(welcome.after_exit), spacing=10)
        card.add(Unfold(welcome.limits_title, texts, name="help-limits"))
        return card

    def _make_edition(self) -> Body:
        region = self.context.region
        day = source_day(region.edition, region.language)
        words = self.tr("{country}, edition {edition}. Review: {review}.")
        return Body(
            words.format(country=region.name, edition=day, review=region.reviewed_by), "small", name="help-edition"
        )
