"""What follows from the signs: help for today first where there is a reason, and the same help for everyone.

May touch: the region's facts and the guide's titles. Must never show a count, a colour or a word that rates, and
never leave the help out because nothing is marked.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from safeplan.content.signs import TodayStep, WarningSigns
from safeplan.records.signs import Reasons, Review, SignForm, marked, steps_today
from ui.page import PageContext
from ui.widgets.buttons import Button, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body, Heading
from ui.widgets.numbers_strip import DANGER_NOW
from ui.widgets.said_dates import her_now
from ui.widgets.sign_changes import day_of
from ui.widgets.stack import stack


class SignHelp(Column):
    """show_for(form, reasons) makes it anew when something that it shows has changed."""

    def __init__(self, context: PageContext, signs: WarningSigns, *, name: str) -> None:
        super().__init__(spacing=16, name=name)
        self._context = context
        self._signs = signs
        self._shown: tuple[object, ...] = ()
        self._changing: list[QWidget] = []
        self.first_button: Button | None = None
        self.add(self._make_help())

    def show_for(self, form: SignForm, why: Reasons) -> None:
        """Say what comes first, if anything does, and what was marked."""
        wanted = (dict(form.marks), why)
        if wanted == self._shown:
            return
        self._shown = wanted
        for widget in self._changing:
            widget.hide()
            widget.deleteLater()
        first = [self._make_first(form, why)] if why.comes_first else []
        noted = self._make_marked(form, comes_first=why.comes_first)
        self._changing = [*first, noted]
        for card in first:
            self.column.insertWidget(0, card)
        self.add(noted)

    def _make_first(self, form: SignForm, why: Reasons) -> Card:
        say = self._signs.words
        card = Card(say.first_title, name="signs-first")
        lines = [Body(f"–  {one.text}") for one in why.now]
        if why.words_now:
            lines.append(Body(f"–  {say.first_words}", name="signs-first-words"))
        for one, review in why.before:
            lines.append(Body(f"–  {one.text} {self._when(review)}", name=f"signs-before-{one.id}"))
        if why.words_before is not None:
            lines.append(Body(f"–  {say.first_words} {self._when(why.words_before)}"))
        card.add(stack(*lines, spacing=4), Body(say.first_why, "muted"))
        card.add(*self._danger_now())
        steps = [self._step(one) for one in steps_today(self._signs, form, why)]
        card.add(Heading(say.today_title, 2), *steps)
        return card

    def _when(self, review: Review) -> str:
        day = day_of(review, self._context.clock, self._context.language)
        return self.tr("(earlier: {day})").format(day=day)

    def _step(self, step: TodayStep) -> QWidget:
        words = Body(step.text, name=f"signs-today-{step.id}")
        words.setProperty("level", "3")
        parts: list[QWidget] = [words]
        if step.risk:
            parts.append(Body(self.tr("Possible risk: {risk}").format(risk=step.risk), "small"))
        if step.police_told:
            words = getattr(self._context.guide.police_words, step.police_told)
            parts.append(Body(words, "small", name=f"signs-police-{step.id}"))
        return stack(*parts, spacing=2)

    def _danger_now(self) -> list[QWidget]:
        return [Heading(one.text, 3) for one in self._context.region.always if one.id == DANGER_NOW]

    def _make_help(self) -> Card:
        context, say = self._context, self._signs.words
        region, today = context.region, her_now(context.clock).date()
        card = Card(say.help_title, say.help_why, name="signs-help")
        card.add(*self._danger_now())
        cells = [
            stack(Heading(one.value, 1, name=f"signs-number-{one.id}"), Body(one.name, "small"), spacing=0)
            for one in region.lines
        ]
        card.add(columns(*cells, narrowest=112))
        unsure = [f"{one.value}: {region.badge(one, today)}" for one in region.lines if region.badge(one, today)]
        if unsure:
            card.add(Body("  ".join(unsure), "small", name="signs-numbers-unsure"))
        self.first_button = SecondaryButton(
            context.guide.acute.title, name="signs-acute", icon="lifebuoy", clicked=partial(context.go, "acute")
        )
        buttons: list[QWidget] = [self.first_button]
        for section_id in self._signs.sections:
            head = context.guide.head(section_id)
            if head is not None:
                buttons.append(
                    SecondaryButton(
                        head.title,
                        name=f"signs-section-{section_id}",
                        icon="path",
                        clicked=partial(context.go, "section", section_id=section_id),
                    )
                )
        buttons.append(
            SecondaryButton(
                self.tr("Who can look at it with me"),
                name="signs-people-who-help",
                icon="phone",
                clicked=partial(context.go, "help"),
            )
        )
        card.add(flow(*buttons, spacing=10))
        return card

    def _make_marked(self, form: SignForm, *, comes_first: bool) -> Card:
        say = self._signs.words
        those = marked(self._signs, form)
        if not those:
            card = Card(name="signs-marked")
            card.add(Body(say.none_marked, name="signs-none-marked"))
        else:
            card = Card(say.marked_title, name="signs-marked")
            for one in those:
                words = one.text
                if form.marks[one.id] == "unsure":
                    words = self.tr("{sign} (not sure)").format(sign=one.text)
                card.add(stack(Body(words), Body(one.why, "small"), spacing=2))
        if not comes_first:
            card.add(Body(say.fear_first, "muted", name="signs-fear-first"))
        return card
