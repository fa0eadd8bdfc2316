"""Before she begins: who sees this, who else uses the computer, and how she wants to use this place.

May touch: her answers and one setting, through the context. Must never stand in the way: one button skips it, and
every choice can be made again.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.content.guide import Section, shown_questions
from ui.keeps_written import KeepsWritten
from ui.page import PageContext
from ui.plan_changes import FULL, NAMELESS, PAPER, READ
from ui.plan_keeping import WAY, Answers, PlanKeeping, PlanView
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Badge, Body, Heading
from ui.widgets.question_list import QuestionList
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten

SECTION = "start"


class StartCheckPage(KeepsWritten):
    """Thinking is enough; only the way she chooses is kept, and what she writes by her own wish."""

    name = "start_check"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._plan = PlanKeeping(context)
        self._view = PlanView()
        known = context.guide.head(SECTION) is not None
        self._section: Section | None = context.guide.section(SECTION) if known else None
        self.questions: QuestionList | None = None
        self._changed: set[str] = set()
        self.sheet = ScrollPage(name="start-check-sheet")
        self.sheet.body.setSpacing(10)
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        """The heading over the page."""
        return self._section.title if self._section is not None else self.tr("Before you begin")

    def arrive(self, **_: Any) -> None:
        """Load what she chose and wrote before."""
        self._plan.load(self, self.show_view)

    def show_view(self, view: PlanView) -> None:
        """Put it on the page."""
        self.keep_written()
        self._view = view
        self.questions = None
        self.sheet.empty()
        skip = SecondaryButton(self.tr("Skip this"), name="start-check-skip", clicked=lambda: self.context.go("plan"))
        why = [Body(one, "muted") for one in self._section.why] if self._section is not None else []
        self.sheet.add(beside(stack(*why, spacing=4), skip))
        if self._section is not None:
            self.sheet.add(self._make_questions(self._section))
        said = Body(self.tr("Can be changed here at any time."), "small")
        self.sheet.add(beside(Heading(self.tr("How would you like to use this place?"), 2), said, words_need=260))
        self.sheet.add(columns(*self._make_ways(), narrowest=320))
        if self._section is not None:
            if view.writes:
                self.sheet.add(self._make_answers(self._section))
            more = QuietButton(
                self.tr("What else could be done first"),
                name="start-check-more",
                icon="arrow-right",
                clicked=lambda: self.context.go("section", section_id=SECTION),
            )
            self.sheet.add(flow(more))

    def _make_questions(self, section: Section) -> Card:
        """To think about: nothing has to be written."""
        asked = [Body(f"–  {one.text}") for one in shown_questions(section, self._view.situations)]
        half = (len(asked) + 1) // 2
        card = Card(name="start-check-questions-card")
        tighten(card, 10)
        card.body.setSpacing(6)
        card.add(Heading(self.tr("One quiet minute: thinking is enough"), 3))
        card.add(columns(stack(*asked[:half], spacing=4), stack(*asked[half:], spacing=4), narrowest=300))
        return card

    def _make_answers(self, section: Section) -> Card:
        asked = shown_questions(section, self._view.situations)
        questions = self.questions = QuestionList(asked, self._view.answers)
        questions.answered.connect(self._answered)
        unfold = Unfold(self.tr("Write something down about it"), questions, name="start-check-write")
        unfold.unfolded.connect(lambda on: questions.build() if on else None)
        card = Card(name="start-check-answers-card")
        tighten(card, 4)
        card.add(unfold)
        return card

    def _make_ways(self) -> list[QWidget]:
        ways = (
            (
                READ,
                self.tr("Only read"),
                self.tr("Nothing is asked here. Everything can be read."),
            ),
            (
                NAMELESS,
                self.tr("A plan without names"),
                self.tr("Fields ask for initials or a nickname. Full names are not shown in the plan."),
            ),
            (
                FULL,
                self.tr("A full plan"),
                self.tr("Names, places and days, as you need them."),
            ),
            (
                PAPER,
                self.tr("On paper"),
                self.tr("Sheets to fill in by hand. Here nothing is asked."),
            ),
        )
        return [self._way_card(*one) for one in ways]

    def _way_card(self, way: str, words: str, text: str) -> Card:
        card = Card(name=f"start-check-{way}-card")
        tighten(card, 8)
        card.body.setSpacing(2)
        card.setAccessibleName(words)
        chosen = self._view.way == way
        heading = Heading(words, 3)
        if chosen:
            mark: QWidget = Badge(self.tr("Chosen"), "accent", name=f"start-check-{way}-chosen")
        else:
            mark = SecondaryButton(
                self.tr("Choose"),
                name=f"start-check-{way}",
                accessible=self.tr("Choose: {way}").format(way=words),
                clicked=functools.partial(self._choose, way),
            )
        card.add(beside(heading, mark, words_need=120), Body(text, "small"))
        return card

    def _choose(self, way: str) -> None:
        self.keep_written()
        self._plan.change(self, Answers(((WAY, way),)), functools.partial(self._chosen, way))

    def _chosen(self, way: str, _view: PlanView) -> None:
        settings = self.context.settings
        if way == NAMELESS and settings is not None and settings.names_shown:
            self.context.change_setting("names_shown", False)
        self.context.go("paper" if way == PAPER else "plan")
        if way != PAPER:
            self.context.tell(self.tr('Noted. It can be changed under "Before you begin" in the plan.'))

    # ── what she writes ─────────────────────────────────────────────────────────────────────────────────────────
    def _answered(self, question: str) -> None:
        self._changed.add(question)
        self.touch_draft()

    def keep_written(self) -> None:
        """Answers go straight into the plan: there is no draft of them."""
        changed, self._changed = self._changed, set()
        texts: tuple[tuple[str, str], ...] = ()
        if self.questions is not None:
            texts = tuple((one, self.questions.text(one)) for one in sorted(changed))
        self._plan.write(self, [Answers(texts)], self._note_view)

    def _note_view(self, view: PlanView) -> None:
        self._view = view
