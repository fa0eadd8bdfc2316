"""The guide for two people in front of one screen: one question in large words; the counsellor's column only aside.

May touch: the guide, the plan's situations, its own fields in memory. Must never show, while both look, a name, a
note, a heading that says what this is about, or a question that is better asked aloud.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from safeplan.content.desk_words import load_desk_words
from safeplan.content.guide import Question, shown_questions
from ui.page import Page, PageContext
from ui.plan_keeping import PlanKeeping, PlanView
from ui.theme import current
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField, TickBox
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body, Heading
from ui.widgets.pick import Pick
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_box import TextBox

# Twice the usual words: two people sit further away than one.
LARGE = 30
# Their words name harm or a threat in at least one language: said by a person, not read off a screen by two.
ALOUD = frozenset(
    {
        "start_open", "living_reach", "door_hears", "pressure_told_on", "signing_offer", "sexual_pressed",
        "sexual_pictures", "strength_blame", "pets_harm", "forced_others", "also_depend", "also_tell",
    }
)  # fmt: skip


class BothLookPage(Page):
    """`both` is ticked on every arrival: what is aside comes into sight only by a press."""

    name = "both_look"
    # Another language or text size may carry the notes over; nothing else may.
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        all_words = load_desk_words(context.language)
        self.words = say = all_words.together
        self._plan = PlanKeeping(context)
        self._situations: frozenset[str] = frozenset()
        self._at = 0
        parts = [(head.id, all_words.parts[head.id]) for head in context.guide.heads]
        self.both = TickBox(say.both, name="both-tick", checked=True, why=say.both_why)
        self.both.toggled.connect(self._show_aside)
        self.part = Pick(parts, name="both-part")
        self.part.currentIndexChanged.connect(self._other_part)
        self.count = Body("", "muted", name="both-count")
        self.question = Heading("", 1, name="both-question")
        self.question.setStyleSheet(f"font-size: {current().px(LARGE)}px;")
        self.before = SecondaryButton(say.before, name="both-before", clicked=functools.partial(self.turn, -1))
        self.next = PrimaryButton(say.next, name="both-next", clicked=functools.partial(self.turn, 1))
        card = Card(name="both-card")
        card.setAccessibleName(say.title)
        card.add(self.count, self.question, flow(self.before, self.next))
        self.aside = self._make_aside()
        back = QuietButton(say.back, name="both-back", icon="arrow-left", clicked=lambda: context.go("session"))
        self.sheet = ScrollPage(name="both-sheet")
        # The question first: in the largest words it fills the screen.
        self.sheet.add(columns(card, self.aside, narrowest=300), LabelledField(say.part, self.part), self.both)
        self.sheet.add(flow(back))
        self.layout_.addWidget(self.sheet)
        self._show_aside(on=True)
        self.show_question()

    def title(self) -> str:
        """A heading that fits any two people."""
        return self.words.title

    def arrive(self, **arguments: Any) -> None:
        """Both look, until somebody says otherwise."""
        del arguments
        self.both.set_checked(True)
        self._show_aside(on=True)
        self._plan.load(self, self.show_view)

    def show_view(self, view: PlanView) -> None:
        """Which questions fit; where they stood stays."""
        self._situations = view.situations
        self.show_question()

    def show_question(self) -> None:
        """The one that is being looked at, and what stands aside."""
        asked, aloud = self._questions()
        say = self.words
        self._at = max(0, min(self._at, len(asked) - 1))
        self.count.setText(say.count.format(number=self._at + 1, count=len(asked)))
        self.question.setText(asked[self._at].text)
        self.before.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < len(asked))
        following = asked[self._at + 1 : self._at + 2]
        self.coming.setText(following[0].text if following else say.last)
        self.aloud.setText("\n".join(one.text for one in aloud))
        for part in (self.aloud_title, self.aloud):
            part.setVisible(bool(aloud))
        self.why.setText("\n".join(self._section().why))

    def turn(self, by: int) -> None:
        """The next question, or the one before."""
        self.hold_focus()
        self._at += by
        self.show_question()
        (self.next if by > 0 and self.next.isEnabled() else self.before).setFocus()

    def collect_draft(self) -> dict[str, str]:
        """Only for another language or text size while this page is open."""
        return {"part": self.part.one(), "at": str(self._at), "notes": self.notes.text()}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back after such a change."""
        if self.context.guide.head(fields.get("part", "")) is not None:
            self.part.set_one(fields["part"])
            self._at = int(fields.get("at", "0"))
            self.notes.set_text(fields.get("notes", ""))
            self.show_question()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page may stand here now."""
        super().hideEvent(event)
        # The stack of pages turns first and says afterwards to which.
        QTimer.singleShot(0, self, self._clear_if_left)

    def _clear_if_left(self) -> None:
        """No note stays behind another page. An exit that only covers keeps them."""
        pages = self.parentWidget()
        if isinstance(pages, QStackedWidget) and pages.currentWidget() is not self:
            self.notes.set_text("")

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_aside(self) -> Card:
        say = self.words
        self.coming, self.aloud, self.why = (Body("", name=f"both-{name}") for name in ("coming", "aloud", "why"))
        self.aloud_title = Heading(say.aloud, 3)
        self.notes = TextBox(name="both-notes", accessible=say.notes)
        write = QuietButton(say.write, name="both-write", icon="arrow-right", clicked=self._write)
        card = Card(say.aside, name="both-aside")
        # First, and one press: someone turns to the screen while it is open.
        away = SecondaryButton(say.both, name="both-away", clicked=lambda: self.both.set_checked(True))
        rows: list[QWidget] = [flow(away), Heading(say.coming, 3), self.coming, self.aloud_title, self.aloud]
        rows += [Heading(say.why, 3), self.why, LabelledField(say.notes, self.notes, why=say.notes_why), flow(write)]
        card.add(*rows)
        return card

    def _section(self) -> Any:
        return self.context.guide.section(self.part.one())

    def _questions(self) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
        """Those for the screen, and those to be asked aloud."""
        fitting = shown_questions(self._section(), self._situations)
        return (
            tuple(one for one in fitting if one.id not in ALOUD),
            tuple(one for one in fitting if one.id in ALOUD),
        )

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────
    def _show_aside(self, on: bool) -> None:  # noqa: FBT001
        self.aside.setVisible(not on)

    def _other_part(self) -> None:
        self._at = 0
        self.show_question()

    def _write(self) -> None:
        self.context.go("section", section_id=self.part.one())
