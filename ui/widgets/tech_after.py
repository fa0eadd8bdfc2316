"""What follows from the technology check: what was noticed, and the steps that fit, the least visible first.

May touch: its own widgets. Must never put a step into the plan by itself, and never leave out what can go wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal

from safeplan.content.guide import PoliceWords, Section, Suggestion
from safeplan.content.techcheck import SEEN, TechCheck
from safeplan.records.looked import UNSURE, Looked, noticed, steps_offered
from safeplan.records.plan import Step
from ui.page import PageContext
from ui.plan_keeping import PlanView
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack
from ui.widgets.tech_column import TechColumn
from ui.widgets.tech_words import day_in_words


def noticed_card(check: TechCheck, answers: Mapping[str, Looked], days: Mapping[str, str]) -> Card:
    """What was seen and what was not sure, with day and note; or what it means that there is nothing of it."""
    those = noticed(check, answers)
    if not those:
        card = Card(name="tech-noticed")
        say = check.words.after_nothing if any(one.state for one in answers.values()) else check.words.after_open
        card.add(Body(say, name="tech-nothing-noticed"))
        return card
    card = Card(
        QCoreApplication.translate("TechCheck", "What was noticed"), check.words.after_why, name="tech-noticed"
    )
    for one in those:
        known = answers[one.id]
        words = one.title
        if known.state == UNSURE:
            words = QCoreApplication.translate("TechCheck", "{place} (not sure)").format(place=one.title)
        lines = [Body(f"–  {words}"), Body(f"{check.part(one.part).title} · {days[one.id]}", "small")]
        if known.note:
            lines.append(Body(known.note, "small", selectable=True))
        card.add(stack(*lines, spacing=0))
    return card


def by_visibility(suggestions: Sequence[Suggestion]) -> list[tuple[str, list[Suggestion]]]:
    """The steps in groups, what that person does not see first; each as ("unseen", [...])."""
    groups = ((level, [one for one in suggestions if (one.visible or "visible") == level]) for level in SEEN)
    return [(level, found) for level, found in groups if found]


def visibility_title(level: str) -> str:
    """The heading of such a group."""
    return {
        "unseen": QCoreApplication.translate("TechCheck", "Steps that are usually not seen"),
        "slight": QCoreApplication.translate("TechCheck", "Steps that can be noticed"),
        "visible": QCoreApplication.translate("TechCheck", "Steps that person can see: plan them first"),
    }[level]


class StepOffer(Card):
    """One step with its risk; `wanted(id)` when she adds it to her plan."""

    wanted = Signal(str)

    def __init__(self, suggestion: Suggestion, police: PoliceWords, *, writes: bool) -> None:
        self._name = f"tech-step-{suggestion.id}"
        super().__init__(name=self._name)
        self.setAccessibleName(suggestion.text)
        self.body.setSpacing(6)
        self.suggestion, self._writes = suggestion, writes
        words = Body(suggestion.text)
        words.setProperty("level", "3")
        self.add(words)
        if suggestion.why_here:
            self.add(Body(suggestion.why_here, "muted"))
        if suggestion.risk:
            self.add(Body(self.tr("Possible risk: {risk}").format(risk=suggestion.risk), name=f"{self._name}-risk"))
        if suggestion.police_told:
            self.add(Body(getattr(police, suggestion.police_told), "muted"))
        self.button = SecondaryButton(
            self.tr("Add to my plan"),
            name=f"{self._name}-add",
            icon="plus",
            clicked=lambda: self.wanted.emit(suggestion.id),
            accessible=self.tr("Add to my plan: {step}").format(step=suggestion.text),
        )
        self.state = Body("", "small", name=f"{self._name}-state")
        self.add(self.button, self.state)

    def show_step(self, step: Step | None) -> None:
        """Say how it stands in her plan, or offer it."""
        state = step.state if step is not None else ""
        # What she put away as not safe is not offered again; it can be taken back where she put it away.
        self.button.setVisible(self._writes and state in ("", "not_now"))
        self.state.setText(_state_words(state))
        self.state.setVisible(bool(state))


class AfterView(TechColumn):
    """All of it. `wanted(suggestion id)` when she adds one to her plan."""

    wanted = Signal(str)

    def __init__(
        self, context: PageContext, check: TechCheck, answers: Mapping[str, Looked], plan: PlanView, *, together: bool
    ) -> None:
        super().__init__(name="tech-after", together=together)
        self._context, self._check, self._answers, self._plan = context, check, answers, plan
        self.offers: dict[str, StepOffer] = {}
        section: Section = context.guide.section(check.section)
        fitting = steps_offered(check, answers)
        pieces = [self._add_head]
        for level, found in by_visibility([one for one in section.suggestions if one.id in fitting]):
            pieces.append(partial(self._add_level, level))
            pieces += [partial(self._add_offer, one) for one in found]
        self.build([*pieces, partial(self._add_ways, section.title)])

    def show_plan(self, plan: PlanView) -> None:
        """Say how each step stands now."""
        self._plan = plan
        for one, offer in self.offers.items():
            offer.show_step(plan.taken(one))

    def _add_head(self) -> None:
        clock, language = self._context.clock, self._context.language
        days = {one: day_in_words(known.changed_at, clock, language) for one, known in self._answers.items()}
        title = Heading(self.tr("What follows"), 2, name="tech-part-title")
        self.add(beside(title, self.make_back(), words_need=160), noticed_card(self._check, self._answers, days))

    def _add_level(self, level: str) -> None:
        self.add(Heading(visibility_title(level), 2, name=f"tech-level-{level}"))

    def _add_offer(self, suggestion: Suggestion) -> None:
        offer = StepOffer(suggestion, self._context.guide.police_words, writes=self._plan.writes)
        offer.wanted.connect(self.wanted)
        offer.show_step(self._plan.taken(suggestion.id))
        self.offers[suggestion.id] = offer
        self.add(offer)

    def _add_ways(self, section_title: str) -> None:
        go = self._context.go
        ways = (
            SecondaryButton(
                self.tr("All steps: {title}").format(title=section_title),
                name="tech-section",
                icon="path",
                clicked=partial(go, "section", section_id=self._check.section),
            ),
            SecondaryButton(
                self.tr("Who can look at it with me"), name="tech-help", icon="phone", clicked=partial(go, "help")
            ),
            SecondaryButton(
                self._context.guide.acute.title, name="tech-acute", icon="lifebuoy", clicked=partial(go, "acute")
            ),
        )
        self.add(flow(*ways, spacing=10))


def _state_words(state: str) -> str:
    return {
        "": "",
        "will_do": QCoreApplication.translate("TechCheck", "In my plan: will do"),
        "done": QCoreApplication.translate("TechCheck", "In my plan: done"),
        "not_now": QCoreApplication.translate("TechCheck", "In my plan: not now"),
        "not_safe": QCoreApplication.translate("TechCheck", "Put away: not safe for me"),
    }[state]
