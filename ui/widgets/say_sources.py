"""What stands behind the sentences: remarks for her eyes, and the facts of the country with source and date.

May touch: its own widgets. Must never show a fact without the note that it may have changed.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from safeplan.content.facts import Card as LawCard
from safeplan.content.facts import Fact, Region
from safeplan.content.say import SayThis, Talk
from ui.widgets.card import Card, Unfold
from ui.widgets.fact_cards import law_unfold, source_words
from ui.widgets.labels import Body
from ui.widgets.stack import stack


class SaySources(Card):
    """Remarks first, then every fact that a sentence of the talk rests on, then whether someone has read it."""

    def __init__(self, say: SayThis, talk: Talk, region: Region, today: date, *, name: str) -> None:
        super().__init__(name=name)
        title = self.tr("For you, not to be read aloud")
        self.setAccessibleName(title)
        heading = Body(title)
        heading.setProperty("level", "2")
        self.add(heading)
        facts = {fact.id: fact for fact in region.facts}
        for note in talk.notes:
            fact = facts.get(note.card)
            badge = region.badge(fact, today) if fact is not None else ""
            self.add(stack(Body(f"–  {note.text}"), *([Body(badge, "small")] if badge else []), spacing=2))
        every = (*talk.every, *talk.notes)
        wanted = dict.fromkeys((*(one.card for one in every if one.card), *talk.cards))
        parts = [_shown(facts[one], region, today) for one in wanted]
        if parts:
            self.add(Unfold(self.tr("Where this comes from"), stack(*parts, spacing=8), name="say-from"))
        if not say.reviewed_by:
            words = self.tr("No crisis centre worker and no lawyer has read these sentences yet.")
            self.add(Body(words, "small", name="say-review"))


def fact_title(fact: Fact) -> str:
    """What a fact is called, whatever kind it is."""
    return str(getattr(fact, "title", "") or getattr(fact, "name", ""))


def _shown(fact: Fact, region: Region, today: date) -> QWidget:
    if isinstance(fact, LawCard):
        return law_unfold(fact, region, today)
    words = f"{fact.value}  ·  {fact_title(fact)}" if fact.value.isdigit() else fact_title(fact)
    source = source_words(fact, region.language)
    return stack(Body(words), Body(source, "small", name=f"say-source-{fact.id}"), spacing=2)
