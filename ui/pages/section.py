"""One section of the guide: why it matters, suggestions with their risks, questions, law, her own steps.

May touch: the plan, through the background. Must never show a suggestion without its risk, and never ask for an
answer.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from safeplan.content.guide import Guide, Section, SectionHead, Suggestion, shown_questions, shown_suggestions
from safeplan.records.plan import Step
from ui.keeps_written import KeepsWritten
from ui.page import PageContext
from ui.plan_keeping import Change, Mark, OwnStep, PlanKeeping, PlanView, TakeUp, WithNew
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.labels import Body, Heading
from ui.widgets.not_kept import NotKept
from ui.widgets.question_list import QuestionList
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.section_parts import law, numbers, review, turns, ways_on
from ui.widgets.section_typed import SectionTyped
from ui.widgets.stack import stack
from ui.widgets.step_details import StepDetails
from ui.widgets.step_list import StepList
from ui.widgets.suggestion_card import SuggestionCard
from ui.widgets.suggestion_list import SuggestionList

# What that person cannot see comes first.
_SEEN = ("unseen", "slight", "visible")


class SectionPage(KeepsWritten):
    """arrive(section_id=...) builds it; what is written is kept as it is written. `at`: a step to show opened."""

    name = "section"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._plan = PlanKeeping(context)
        self._view = PlanView()
        self._section: Section = self._asked_for("")
        self._at = ""
        self._typed = SectionTyped(context, self._change, self.touch_draft)
        self._waiting: list[Callable[[], object]] = []
        self._draft_read = False
        # The part on the sheet; another one is asked for before it stands there.
        self._shown = ""
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_next)
        self.sheet = ScrollPage(name="section-sheet")
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        """The section's own title; asked for before arrive()."""
        return self._head(self.arguments.get("section_id", "")).title

    def arrive(self, section_id: str = "", at: str = "", **_: Any) -> None:
        """Load the plan, then show the section `section_id` (the first one without)."""
        # What is written belongs to the section shown until now.
        self.keep_written()
        self._section = self._asked_for(section_id)
        self._at = at
        self._plan.load(self, self.show_view)
        if self.context.has_store() and not self._draft_read:
            # Once: from then on what stands here is newer.
            self._draft_read = True
            self.context.load_draft(self.name, self._restore_kept)

    def _asked_for(self, section_id: str) -> Section:
        section: Section = self.context.guide.section(self._head(section_id).id)
        return section

    def _head(self, section_id: str) -> SectionHead:
        guide: Guide = self.context.guide
        return guide.head(section_id) or guide.heads[0]

    # ── building ────────────────────────────────────────────────────────────────────────────────────────────────
    def show_view(self, view: PlanView) -> None:
        """Build the section anew; suggestions follow one by one."""
        self._filling.stop()
        # The fields go: what was typed since the plan was asked for is taken from them first.
        self.keep_written()
        self._typed.leave(view)
        self._view = view
        section = self._section
        self._shown = section.id
        self.sheet.empty()
        self.sheet.verticalScrollBar().setValue(0)
        self.not_kept = NotKept(self.tr("Keep my plan"), self._keep_all, name="section-not-kept")
        self.sheet.add(self._make_head(), *numbers(self.context, section), self.not_kept, self._make_questions())
        self.list = SuggestionList(self.context, self._suggestions(), view, self._details_of)
        self.list.state_chosen.connect(self._state_chosen)
        self.list.taken_back.connect(lambda step_id: self._change(Mark(step_id, "not_now")))
        self.away_steps = StepList(self.context, self._change, name="section-away-steps", details=self._details_of)
        self.away = Unfold("", stack(self.away_steps), name="section-away")
        law_cards, law_portions = law(self.context, section)
        self.sheet.add(Heading(self.tr("What could be done"), 2), self.list, self.away, *law_cards)
        self.sheet.add(self._make_own(), *ways_on(self.context, section))
        self.sheet.add(turns(self.context, section, view.situations), review(self.context, section))
        self._waiting = [*self.list.portions(), *law_portions]
        self._typed.stand(section.id, self.questions, self.list, self.own)
        self._add_next()
        self._show_changed(view)

    def _suggestions(self) -> list[Suggestion]:
        """Those that fit her situation, and those taken up before it changed; the least seen first."""
        fitting = {one.id for one in shown_suggestions(self._section, self._view.situations)}
        found = [one for one in self._section.suggestions if one.id in fitting or self._view.taken(one.id)]
        if all(one.visible for one in found):
            found.sort(key=lambda one: _SEEN.index(one.visible))
        return found

    def _add_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        if self._waiting:
            self._filling.start()
        else:
            # The layout places the last card in its next round.
            QTimer.singleShot(0, self, self._filled)

    def _filled(self) -> None:
        self._restore_names()
        if self._at:
            at, self._at = self._at, ""
            self._open_step(at)

    def _make_head(self) -> QWidget:
        back = QuietButton(
            self.tr("My plan"), name="section-back", icon="arrow-left", clicked=lambda: self.context.go("plan")
        )
        lines: list[QWidget] = [Body(line, "muted") for line in self._section.why]
        if not self._view.writes:
            paper = self._view.way == "paper"
            said = (
                self.tr("On paper: nothing is asked here.") if paper else self.tr("Only reading: nothing is asked.")
            )
            change = QuietButton(
                self.tr("Change this"), name="section-way", clicked=lambda: self.context.go("start_check")
            )
            lines.append(beside(Body(said), change, words_need=160))
        return beside(stack(*lines, spacing=4), back)

    def _make_questions(self) -> Card:
        self.questions = QuestionList(shown_questions(self._section, self._view.situations), self._view.answers)
        card = Card(name="section-questions-card")
        unfold = Unfold(
            self.tr("Questions to think about"),
            self.questions,
            name="section-questions",
            why=(
                self.tr("Every one can stay empty. What you write is kept while you write.")
                if self._view.kept
                else self.tr("Every one can stay empty.")
            ),
        )
        unfold.unfolded.connect(lambda on: self.questions.build() if on else None)
        card.add(unfold)
        card.setVisible(self._view.writes)
        return card

    def _make_own(self) -> Card:
        card = Card(self.tr("A step of your own"), name="section-own")
        self.own = TextLine(name="section-own-words")
        self.own.returnPressed.connect(self._add_own)
        field = LabelledField(self.tr("What could be done, in your words"), self.own)
        add = SecondaryButton(self.tr("Add"), name="section-own-add", icon="plus", clicked=self._add_own)
        self.own_steps = StepList(self.context, self._change, name="section-own-steps", details=self._details_of)
        card.add(beside(field, add), self.own_steps)
        self._own_card = card
        return card

    # ── what stands with a step ─────────────────────────────────────────────────────────────────────────────────
    def _details_of(self, step: Step) -> StepDetails:
        return self._typed.details_of(self._view.step(step.id) or step, self._view)

    def _open_step(self, step_id: str) -> None:
        """Show the step of this id with what stands beside it."""
        step = self._view.step(step_id)
        if step is None or step.section != self._section.id:
            return
        place: QWidget | None = self.list.cards.get(step.suggestion) if step.suggestion else None
        if isinstance(place, SuggestionCard):
            place.open_details()
        elif step.suggestion:
            self.away.button.setChecked(True)
            place = self.away_steps.open_details(step_id)
        else:
            place = self.own_steps.open_details(step_id)
        if place is not None:
            # Where it stands is known in the next round of the layout.
            QTimer.singleShot(0, self, functools.partial(self._scroll_to, place))

    def _scroll_to(self, place: QWidget) -> None:
        if isValid(place):
            top = place.mapTo(self.sheet.inner, place.rect().topLeft()).y()
            self.sheet.verticalScrollBar().setValue(top - 12)

    # ── changes ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _change(self, change: Change) -> None:
        self.keep_written()
        if isinstance(change, WithNew):
            self._plan.change(self, change, self._show_changed, functools.partial(self._name_back, change))
        else:
            self._plan.change(self, change, self._show_changed)

    def _name_back(self, change: WithNew) -> None:
        """The name could not be kept: it stands in its line again."""
        self._typed.put_back_name(change.step_id, change.name)
        self._restore_names()
        self.touch_draft()

    def _state_chosen(self, suggestion: str, state: str) -> None:
        if not state and self.list.cards[suggestion].holds_words():
            # One press too many must not take her words away.
            state = "not_now"
            self.context.tell(self.tr('It stands under "Not now", so that your words stay.'))
        self._change(TakeUp(self._section.id, suggestion, state))

    def _show_changed(self, view: PlanView) -> None:
        """After a change: only what changed is made anew, so that nothing jumps under her hand."""
        self._view = view
        self.not_kept.show_for(view)
        mine = [s for s in view.steps if s.section == self._section.id]
        own = [s for s in mine if not s.suggestion and s.state != "not_safe"]
        self.own_steps.show_steps(own, view)
        self._own_card.setVisible(view.writes or bool(own))
        put_away = [s for s in mine if s.state == "not_safe"]
        self.away_steps.show_steps(put_away, view)
        self.away.setVisible(bool(put_away))
        self.away.button.set_words(self.tr("Put away: {count}").format(count=len(put_away)))
        self.list.show_changed(view)
        for details in self._typed.details():
            details.show_step(view.step(details.step_id) or details.step, view)

    def _add_own(self) -> None:
        section, words = self._shown, self.own.text()
        if not words.strip():
            self.own.setFocus()
            return
        self.keep_written()
        self._plan.add_own(self, OwnStep(section, words), functools.partial(self._added, section, words))

    def _added(self, section: str, words: str, view: PlanView) -> None:
        self._typed.added(section, words)
        if section == self._shown:
            self._show_changed(view)
        self.save_draft_now()

    # ── keeping while she writes ────────────────────────────────────────────────────────────────────────────────
    def keep_written(self) -> None:
        """Answers and own words go straight into the plan; only a step not added yet is a draft."""
        self._plan.write(self, self._typed.take_written(), self._note_view)

    def _note_view(self, view: PlanView) -> None:
        self._view = view
        if self._shown:
            self.not_kept.show_for(view)

    def _keep_all(self) -> None:
        self.save_draft_now()
        self._plan.keep_all("section", section_id=self._section.id)

    def collect_draft(self) -> dict[str, str]:
        """Steps typed and not added, and names typed and not added, of all parts."""
        return self._typed.half_typed()

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back; what belongs to another part waits until that part is shown."""
        self._typed.put_back(fields)
        self._restore_names()

    def _restore_names(self) -> None:
        """A name typed at a step: the step opens again with it."""
        if not self._waiting and self._shown:
            for step_id in self._typed.names_waiting():
                self._open_step(step_id)

    def _restore_kept(self, fields: dict[str, str]) -> None:
        missing = {one: text for one, text in fields.items() if one not in self.collect_draft()}
        if missing:
            self.restore_draft(missing)
            self.forget_pending_draft()
