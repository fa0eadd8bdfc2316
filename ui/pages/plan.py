"""Her plan: the sections, the situations that apply, and every step by what she said to it.

May touch: the plan, through the background. Must never rank the steps or count what is missing.
"""

from __future__ import annotations

import functools
from typing import Any

from ui.page import Page, PageContext
from ui.plan_keeping import Change, OwnStep, PlanKeeping, PlanView, Switch
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card, EmptyState, Unfold
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns
from ui.widgets.labels import Body, Heading
from ui.widgets.not_kept import NotKept
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten
from ui.widgets.step_list import StepList


class PlanPage(Page):
    """Sections first, then the situations, then the steps."""

    name = "plan"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._plan = PlanKeeping(context)
        self._view = PlanView()
        self.sheet = ScrollPage(name="plan-sheet")
        self.sheet.body.setSpacing(12)
        self.layout_.addWidget(self.sheet)
        self.not_kept = NotKept(self.tr("Keep my plan"), lambda: self._plan.keep_all("plan"), name="plan-not-kept")
        self._counts: dict[str, Body] = {}
        parts = [self._part("acute", context.guide.acute.title, "lifebuoy")]
        icons = {"living": "house-line", "bag": "bag", "children": "baby"}
        parts += [self._part(s.id, s.title, icons.get(s.id, "path")) for s in context.guide.heads]
        self.sheet.add(self.not_kept, columns(*parts), self._make_situations(), self._make_steps(), self._make_own())

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("My plan")

    def arrive(self, **_: Any) -> None:
        """Load the plan."""
        self._plan.load(self, self.show_view)
        self.context.load_draft(self.name, self._restore_if_blank)

    def _part(self, id_: str, title: str, icon: str) -> Card:
        card = Card(name=f"plan-part-{id_}")
        tighten(card, 12)
        card.setAccessibleName(title)
        self._counts[id_] = Body("", "small", name=f"plan-count-{id_}")
        go = (
            functools.partial(self.context.go, "acute")
            if id_ == "acute"
            else functools.partial(self.context.go, "section", section_id=id_)
        )
        opened = SecondaryButton(
            self.tr("Open"),
            name=f"plan-open-{id_}",
            icon=icon,
            clicked=go,
            accessible=self.tr("Open: {title}").format(title=title),
        )
        words = stack(Heading(title, 3), self._counts[id_], spacing=2)
        card.add(beside(words, opened, words_need=150))
        return card

    def _make_situations(self) -> Card:
        guide = self.context.guide
        self.situations = Choice(
            [(one.id, one.text) for one in guide.situations],
            name="plan-situation",
            accessible=self.tr("What fits your situation"),
        )
        self.situations.changed.connect(self._switched)
        card = Card(name="plan-situations-card")
        tighten(card, 8)
        card.add(
            Unfold(
                self.tr("What fits your situation"),
                stack(Body(guide.situations_title, "muted"), self.situations),
                name="plan-situations",
            )
        )
        return card

    def _make_steps(self) -> Card:
        card = Card(self.tr("My steps"), name="plan-steps")
        self.empty = EmptyState(
            self.tr("No steps yet"),
            self.tr('Open a part above and say "will do" to what fits you. One is enough.'),
            self.tr("Keep keys, phone and shoes where one grip is enough."),
            name="plan-empty",
            icon="path",
        )
        card.add(self.empty)
        self._lists: dict[str, StepList] = {}
        self._headings: dict[str, Heading] = {}
        names = (
            ("will_do", self.tr("I will do")),
            ("not_now", self.tr("Not now")),
            ("done", self.tr("Done")),
        )
        for state, words in names:
            self._headings[state] = Heading(words, 3, name=f"plan-heading-{state}")
            self._lists[state] = StepList(self.context, self._change, name=f"plan-list-{state}")
            card.add(self._headings[state], self._lists[state])
        self._lists["not_safe"] = StepList(self.context, self._change, name="plan-list-not_safe")
        holder = stack(self._lists["not_safe"])
        self.away = Unfold("", holder, name="plan-away")
        card.add(self.away)
        return card

    def _make_own(self) -> Card:
        card = Card(self.tr("A step of your own"), name="plan-own")
        self.own = TextLine(name="plan-own-words")
        self.own.textChanged.connect(self.touch_draft)
        self.own.returnPressed.connect(self._add_own)
        sections = self.context.guide.heads
        self.own_section = Choice(
            [(s.id, s.title) for s in sections],
            name="plan-own-section",
            accessible=self.tr("Where it belongs"),
            several=False,
            chosen=[sections[0].id],
            may_be_none=False,
        )
        add = SecondaryButton(self.tr("Add"), name="plan-own-add", icon="plus", clicked=self._add_own)
        field = LabelledField(self.tr("What could be done, in your words"), self.own)
        card.add(beside(field, add), self.own_section)
        return card

    def show_view(self, view: PlanView) -> None:
        """Put the plan on the page."""
        self._view = view
        self.not_kept.show_for(view)
        self.situations.set_chosen(view.situations)
        for section in self.context.guide.heads:
            mine = [s for s in view.steps if s.section == section.id and s.state in ("will_do", "done")]
            doing, done = (sum(s.state == state for s in mine) for state in ("will_do", "done"))
            parts = [self.tr("Will do: {count}").format(count=doing)] if doing else []
            parts += [self.tr("Done: {count}").format(count=done)] if done else []
            self._counts[section.id].setText(" · ".join(parts) or self.tr("Nothing chosen yet"))
        filled = any(view.answers.get(f.id, "").strip() for f in self.context.guide.acute.fields)
        self._counts["acute"].setText(
            self.tr("People, places, ways out, code word") if filled else self.tr("Nothing written yet")
        )
        for state, steps in self._lists.items():
            chosen = [s for s in view.steps if s.state == state]
            steps.show_steps(chosen, view, with_section=True)
            if state in self._headings:
                self._headings[state].setVisible(bool(chosen))
            else:
                self.away.setVisible(bool(chosen))
                self.away.button.set_words(self.tr("Put away: {count}").format(count=len(chosen)))
        self.empty.setVisible(not view.steps)

    def _change(self, change: Change) -> None:
        self._plan.change(self, change, self.show_view)

    def _switched(self) -> None:
        chosen = frozenset(self.situations.chosen())
        for one in sorted(chosen ^ self._view.situations):
            self._change(Switch(one, one in chosen))

    def _add_own(self) -> None:
        words = self.own.text()
        if not words.strip():
            self.own.setFocus()
            return
        self.clear()
        self.context.clear_draft(self.name)
        self._change(OwnStep(self.own_section.one(), words))

    def collect_draft(self) -> dict[str, str]:
        """A step typed and not added."""
        return {"own": self.own.text(), "section": self.own_section.one()} if self.own.text() else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back."""
        self.own.setText(fields.get("own", ""))
        if fields.get("section"):
            self.own_section.set_chosen([fields["section"]])

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and not self.own.text():
            self.restore_draft(fields)
            self.forget_pending_draft()

    def clear(self) -> None:
        """Empty the field."""
        self.own.clear()
        self.forget_pending_draft()
