"""The quiet card beside pressure: nobody has to sign today, and what the country's pack says about ending a case.

May touch: its own widgets. Must never advise what to decide, and never state law without its source and date.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from safeplan.content.facts import Region
from safeplan.content.pressure_words import PressureWords
from ui.widgets.card import Card
from ui.widgets.fact_cards import law_unfold
from ui.widgets.labels import Body
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.stack import stack


class PressureCalm(Card):
    """The facts unfold one by one, each with its badge and source."""

    def __init__(self, words: PressureWords, region: Region | None, today: date, *, name: str) -> None:
        say = words.page
        super().__init__(say.calm_title, name=name)
        self._words, self._region, self._today = words, region, today
        self.add(Body(say.calm), LateUnfold(say.law, self._law, name=f"{name}-law", inset=True))

    def _law(self) -> QWidget:
        say, region = self._words.page, self._region
        ids = self._words.facts(region)
        if region is None or not ids:
            return Body(say.law_none)
        cards = {one.id: one for one in region.cards}
        facts = [law_unfold(cards[one], region, self._today) for one in ids]
        return stack(Body(say.law_ask), *facts, spacing=4)
