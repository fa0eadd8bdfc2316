"""One section of the guide: why it matters, suggestions with their risks, questions, her own steps.

May touch: the plan, through the background. Must never show a suggestion without its risk, and never ask for an
answer.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from safeplan.content.guide import Guide, Section, SectionHead, shown_questions, shown_suggestions
from ui.page import Page, PageContext
from ui.plan_keeping import Answers, Change, Mark, OwnStep, PlanKeeping, PlanView, Reword, TakeUp
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.not_kept import NotKept
from ui.widgets.question_list import QuestionList
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack
from ui.widgets.step_list import StepList
from ui.widgets.suggestion_card import SuggestionCard

# So many cards at once keep each turn of the interface below 50 ms on a slow machine.
AT_ONCE = 2


class SectionPage(Page):
    """arrive(section_id=...) builds it; what is written is kept as it is written."""

    name = "section"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._plan = PlanKeeping(context)
        self._view = PlanView()
        self._section: Section = self._asked_for("")
        self._cards: dict[str, SuggestionCard] = {}
        self._changed_answers: set[str] = set()
        self._changed_words: set[str] = set()
        self._waiting: list[Any] = []
        self._draft: dict[str, str] = {}
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_cards)
        self.sheet = ScrollPage(name="section-sheet")
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        """The section's own title; asked for before arrive()."""
        return self._head(self.arguments.get("section_id", "")).title

    def arrive(self, section_id: str = "", **_: Any) -> None:
        """Load the plan, then show the section `section_id` (the first one without)."""
        self._section = self._asked_for(section_id)
        self._plan.load(self, self.show_view)
        self.context.load_draft(self.name, self._restore_kept)

    def _asked_for(self, section_id: str) -> Section:
        section: Section = self.context.guide.section(self._head(section_id).id)
        return section

    def _head(self, section_id: str) -> SectionHead:
        guide: Guide = self.context.guide
        return guide.head(section_id) or guide.heads[0]

    # ── building ────────────────────────────────────────────────────────────────────────────────────────────────
    def show_view(self, view: PlanView) -> None:
        """Build the section anew; suggestions follow in small portions."""
        self._filling.stop()
        self._view = view
        self._cards = {}
        self.sheet.empty()
        self.sheet.verticalScrollBar().setValue(0)
        self.not_kept = NotKept(self.tr("Keep my plan"), self._keep_all, name="section-not-kept")
        self.sheet.add(self._make_head(), self.not_kept, self._make_questions())
        self.list = stack(Heading(self.tr("What could be done"), 2), spacing=12, name="section-suggestions")
        self.away_steps = StepList(self.context, self._bring_back, name="section-away-steps")
        self.away = Unfold("", stack(self.away_steps), name="section-away")
        self.sheet.add(self.list, self.away, self._make_own(), self._make_turns())
        self._waiting = [
            one for one in self._suggestions() if (step := view.taken(one.id)) is None or step.state != "not_safe"
        ]
        self._add_cards()
        self._show_changed(view)
        if self._draft:
            self.own.setText(self._draft.pop(f"own-{self._section.id}", ""))

    def _suggestions(self) -> list[Any]:
        """Those that fit her situation, and those taken up before it changed."""
        fitting = {one.id for one in shown_suggestions(self._section, self._view.situations)}
        return [one for one in self._section.suggestions if one.id in fitting or self._view.taken(one.id)]

    def _add_cards(self) -> None:
        layout = self.list.layout()
        for one in self._waiting[:AT_ONCE]:
            card = SuggestionCard(one, self.context.guide.police_words, self._view.taken(one.id))
            card.state_chosen.connect(self._state_chosen)
            card.words_changed.connect(self._words_changed)
            self._cards[one.id] = card
            if layout is not None:
                layout.addWidget(card)
        self._waiting = self._waiting[AT_ONCE:]
        if self._waiting:
            self._filling.start()

    def _make_head(self) -> QWidget:
        back = QuietButton(
            self.tr("My plan"), name="section-back", icon="arrow-left", clicked=lambda: self.context.go("plan")
        )
        return beside(stack(*(Body(line, "muted") for line in self._section.why), spacing=4), back)

    def _make_questions(self) -> Card:
        self.questions = QuestionList(shown_questions(self._section, self._view.situations), self._view.answers)
        self.questions.answered.connect(self._answered)
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
        return card

    def _make_own(self) -> Card:
        card = Card(self.tr("A step of your own"), name="section-own")
        self.own = TextLine(name="section-own-words")
        self.own.textChanged.connect(self.touch_draft)
        self.own.returnPressed.connect(self._add_own)
        field = LabelledField(self.tr("What could be done, in your words"), self.own)
        add = SecondaryButton(self.tr("Add"), name="section-own-add", icon="plus", clicked=self._add_own)
        self.own_steps = StepList(self.context, self._change, name="section-own-steps")
        card.add(beside(field, add), self.own_steps)
        return card

    def _make_turns(self) -> QWidget:
        sections = self.context.guide.heads
        place = sections.index(self._head(self._section.id))
        buttons: list[QWidget] = []
        for step, words, icon in ((-1, self.tr("Before: {title}"), "arrow-left"), (1, self.tr("Next: {title}"), "")):
            if 0 <= place + step < len(sections):
                other = sections[place + step]
                buttons.append(
                    SecondaryButton(
                        words.format(title=other.title),
                        name="section-before" if step < 0 else "section-next",
                        icon=icon or "arrow-right",
                        clicked=functools.partial(self.context.go, "section", section_id=other.id),
                    )
                )
        return flow(*buttons)

    # ── changes ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _change(self, change: Change) -> None:
        self._plan.change(self, change, self._show_changed)

    def _show_changed(self, view: PlanView) -> None:
        """After a change: only what changed is made anew, so that nothing jumps under her hand."""
        self._view = view
        self.not_kept.show_for(view)
        mine = [s for s in view.steps if s.section == self._section.id]
        self.own_steps.show_steps([s for s in mine if not s.suggestion], view)
        put_away = [s for s in mine if s.suggestion and s.state == "not_safe"]
        for step in put_away:
            card = self._cards.pop(step.suggestion, None)
            if card is not None:
                card.hide()
                card.deleteLater()
        self.away_steps.show_steps(put_away, view)
        self.away.setVisible(bool(put_away))
        self.away.button.set_words(self.tr("Put away: {count}").format(count=len(put_away)))
        for known, card in self._cards.items():
            if view.taken(known) is not None:
                card.taken_up()

    def _bring_back(self, change: Change) -> None:
        self._plan.change(self, change, self.show_view)

    def _state_chosen(self, suggestion: str, state: str) -> None:
        change = TakeUp(self._section.id, suggestion, state)
        self._plan.change(self, change, functools.partial(self._state_kept, suggestion))

    def _state_kept(self, suggestion: str, view: PlanView) -> None:
        self._show_changed(view)
        step = view.taken(suggestion)
        if step is not None and step.state == "not_safe":
            back = functools.partial(self._bring_back, Mark(step.id, "not_now"))
            self.context.tell(self.tr("Put away."), action=self.tr("Take back"), clicked=back)

    def _add_own(self) -> None:
        words = self.own.text()
        if not words.strip():
            self.own.setFocus()
            return
        self.own.clear()
        self.forget_pending_draft()
        self.context.clear_draft(self.name)
        self._change(OwnStep(self._section.id, words))

    def _answered(self, question: str) -> None:
        self._changed_answers.add(question)
        self.touch_draft()

    def _words_changed(self, suggestion: str) -> None:
        self._changed_words.add(suggestion)
        self.touch_draft()

    # ── keeping while she writes ────────────────────────────────────────────────────────────────────────────────
    def save_draft_now(self) -> None:
        """Answers and own words go straight into the plan; only a step not added yet is a draft."""
        super().save_draft_now()
        self._keep_written()

    def forget_pending_draft(self) -> None:
        """Also called before the page is built anew: nothing written may be lost then."""
        super().forget_pending_draft()
        self._keep_written()

    def hideEvent(self, event: QHideEvent) -> None:
        """Going elsewhere keeps what the timers have not kept yet."""
        super().hideEvent(event)
        self._keep_written()

    def _keep_written(self) -> None:
        answers, self._changed_answers = self._changed_answers, set()
        words, self._changed_words = self._changed_words, set()
        if answers:
            texts = tuple((one, self.questions.text(one)) for one in sorted(answers))
            self._plan.change(self, Answers(texts), self._note_view)
        for one in sorted(words):
            step = self._view.taken(one)
            if step is not None and one in self._cards:
                self._plan.change(self, Reword(step.id, self._cards[one].own_words()), self._note_view)

    def _note_view(self, view: PlanView) -> None:
        self._view = view
        self.not_kept.show_for(view)

    def _keep_all(self) -> None:
        self.save_draft_now()
        self._plan.keep_all("section", section_id=self._section.id)

    def collect_draft(self) -> dict[str, str]:
        """A step typed and not added."""
        own = getattr(self, "own", None)
        return {f"own-{self._section.id}": own.text()} if own is not None and own.text() else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back, also when the section is still on its way."""
        self._draft = dict(fields)
        if hasattr(self, "own") and not self.own.text():
            self.own.setText(self._draft.pop(f"own-{self._section.id}", ""))

    def _restore_kept(self, fields: dict[str, str]) -> None:
        if fields:
            self.restore_draft(fields)
            super().forget_pending_draft()
