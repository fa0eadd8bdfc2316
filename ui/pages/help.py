"""Numbers, orders and law of the country, and what this program cannot do. Works without a store.

May touch: the region pack and the welcome's limits. Must never show a link that opens or a fact without its source.
"""

from __future__ import annotations

from typing import Any

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
        self.sheet.add(top, *(line_card(one, region, today) for one in region.lines))
        orders = Card(self.tr("Orders that forbid contact"), name="help-orders")
        orders.body.setSpacing(2)
        orders.add(Body(always["not_advice"], "muted"), *(order_unfold(one, region, today) for one in region.orders))
        self.sheet.add(orders)
        for topic, words in self._topics():
            cards = [one for one in region.cards if one.topic == topic]
            if cards:
                card = Card(words, name=f"help-topic-{topic}")
                card.body.setSpacing(2)
                card.add(Body(always["not_advice"], "muted"), *(law_unfold(one, region, today) for one in cards))
                self.sheet.add(card)
        self.sheet.add(self._make_limits(), self._make_edition())

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("Help")

    def arrive(self, **_: Any) -> None:
        """Everything stands there already."""

    def _topics(self) -> tuple[tuple[str, str], ...]:
        return (
            ("police", self.tr("Police")),
            ("order", self.tr("With an order")),
            ("health", self.tr("Doctors and examinations")),
            ("law", self.tr("Statements, deadlines, lawyers")),
            ("shelter", self.tr("A place to stay")),
            ("calls", self.tr("Calls and messages")),
        )

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
