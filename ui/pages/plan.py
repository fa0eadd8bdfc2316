"""Her plan: the page for a bad moment, the parts that fit her now, every step by what she said to it, all parts.

May touch: the plan, through the background. Must never rank the steps or count what is missing.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from safeplan.content.guide import SectionHead
from safeplan.content.order import sections_in_order
from safeplan.records.plan import Step
from ui.page import Page, PageContext
from ui.plan_keeping import Change, OwnStep, PlanKeeping, PlanView, first_evening
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card, EmptyState, Unfold
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Heading
from ui.widgets.not_kept import NotKept
from ui.widgets.part_card import PartCard
from ui.widgets.pick import Pick
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten
from ui.widgets.step_list import StepList
from ui.widgets.version_since import SinceLastTime

# A few parts stand open; the others are one press away.
FITTING = 4
# The part that has a page of its own.
START = "start"


class PlanPage(Page):
    """The parts that fit come first, then her steps, then all parts."""

    name = "plan"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._plan = PlanKeeping(context)
        self._view = PlanView()
        self._order: tuple[SectionHead, ...] = ()
        self._parts: dict[str, PartCard] = {}
        self._waiting: list[SectionHead] = []
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_next)
        self.own: TextLine | None = None
        self._steps_next = QTimer(self, singleShot=True, interval=0)
        self._steps_next.timeout.connect(self._show_steps)
        self.sheet = ScrollPage(name="plan-sheet")
        self.sheet.body.setSpacing(12)
        self.layout_.addWidget(self.sheet)
        self.not_kept = NotKept(self.tr("Keep my plan"), lambda: self._plan.keep_all("plan"), name="plan-not-kept")
        self.acute = PartCard("acute", context.guide.acute.title, "lifebuoy", functools.partial(context.go, "acute"))
        self.since = SinceLastTime(context, name="plan-since")
        self.sheet.add(self.acute, self.not_kept, self._make_fitting(), self._make_all(), self.since)

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("My plan")

    def arrive(self, **_: Any) -> None:
        """Load the plan."""
        self._plan.load(self, self.show_view)
        self.context.load_draft(self.name, self._restore_if_blank)
        self.since.load()

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_fitting(self) -> QWidget:
        go = self.context.go
        situations = QuietButton(
            self.tr("My situation"), name="plan-situations", icon="list", clicked=lambda: go("situations")
        )
        start = QuietButton(
            self.tr("Before you begin"), name="plan-start", icon="eye", clicked=lambda: go("start_check")
        )
        paper = QuietButton(self.tr("On paper"), name="plan-paper", icon="printer", clicked=lambda: go("paper"))
        self._ways = flow(situations, start, paper, spacing=4)
        self._fits = columns()
        self.head = beside(Heading(self.tr("Fits you now"), 2), self._ways, words_need=160)
        return stack(self.head, self._fits, spacing=8)

    def _make_all(self) -> Card:
        self._rest = columns(narrowest=300)
        self._all_ways = stack(spacing=0)
        holder = stack(self._all_ways, self._rest)
        self.all = Unfold(self.tr("All parts"), holder, name="plan-all")
        self.all.unfolded.connect(lambda on: self._filling.start() if on and self._waiting else None)
        card = Card(name="plan-all-card")
        tighten(card, 4)
        card.add(self.all)
        return card

    def _show_parts(self, view: PlanView) -> None:
        """Parts are made once; only another order makes them anew."""
        order = sections_in_order(self.context.guide, view.situations)
        if order == self._order:
            return
        self._order = order
        for part in self._parts.values():
            part.hide()
            part.deleteLater()
        self._parts = {}
        others = [one for one in order if one.id != START]
        for one in others[:FITTING]:
            self._add_part(one, self._fits)
        # Folded, the rest costs nothing; its place in the guide stays.
        shown = {one.id for one in others[:FITTING]}
        self._waiting = [one for one in order if one.id not in shown]
        if self.all.button.isChecked():
            self._filling.start()

    def _add_next(self) -> None:
        for _ in range(2):
            if self._waiting:
                self._add_part(self._waiting.pop(0), self._rest)
        if self._waiting:
            self._filling.start()

    def _add_part(self, head: SectionHead, place: QWidget) -> None:
        icons = {"living": "house-line", "bag": "bag", "children": "baby", "pets": "paw-print", "law": "scales"}
        icons |= {"money": "package", "technology": "device-mobile", "door": "door-open", "address": "map-pin"}
        go = functools.partial(self.context.go, "section", section_id=head.id)
        if head.id == START:
            go = functools.partial(self.context.go, "start_check")
        part = PartCard(head.id, head.title, icons.get(head.id, "path"), go)
        self._parts[head.id] = part
        self._say_count(head.id)
        layout = place.layout()
        if layout is not None:
            layout.addWidget(part)

    def _say_count(self, section: str) -> None:
        """Only what she chose is said; nothing says how much there would be."""
        mine = [one.state for one in self._view.steps if one.section == section]
        doing, done = mine.count("will_do"), mine.count("done")
        said = [self.tr("Will do: {count}").format(count=doing)] if doing else []
        said += [self.tr("Done: {count}").format(count=done)] if done else []
        self._parts[section].say(" · ".join(said))

    # ── steps ───────────────────────────────────────────────────────────────────────────────────────────────────
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
        states = ("will_do", "not_now", "done", "not_safe")
        self._lists = {one: StepList(self.context, self._change, name=f"plan-list-{one}") for one in states}
        self._heading = Heading(self.tr("I will do"), 3, name="plan-heading-will_do")
        self._heading.hide()
        self.empty.hide()
        card.add(self._heading, self._lists["will_do"])
        self._folds: dict[str, Unfold] = {}
        names = (("not_now", "plan-not-now"), ("done", "plan-done"), ("not_safe", "plan-away"))
        for state, name in names:
            fold = Unfold("", stack(self._lists[state]), name=name)
            fold.unfolded.connect(functools.partial(self._fill_list, state))
            self._folds[state] = fold
            fold.hide()
            card.add(fold)
        return card

    def _build_steps(self) -> None:
        """Once, in a turn after the parts."""
        if self.own is None:
            self.own = TextLine(name="plan-own-words")
            # What changed since last time stands below the steps: above, it would push the parts out of sight.
            self.sheet.body.insertWidget(self.sheet.body.indexOf(self.since), self._make_steps())
            self.sheet.add(self._make_own(self.own), self._make_beside())

    def _make_beside(self) -> QWidget:
        """Pages for a longer hour; nobody meets them on the first evening."""
        pages = (
            ("weigh", "scales", self.tr("What matters to me")),
            ("signs", "list", self.tr("Warning signs")),
            ("versions", "clock", self.tr("Earlier versions of my plan")),
        )
        self._beside = flow(
            *(
                QuietButton(
                    words, name=f"plan-to-{page}", icon=icon, clicked=functools.partial(self.context.go, page)
                )
                for page, icon, words in pages
            ),
            spacing=4,
        )
        return self._beside

    def _show_steps(self) -> None:
        self._build_steps()
        self._beside.setVisible(not first_evening(self.context))
        view = self._view
        words = {
            "not_now": self.tr("Not now: {count}"),
            "done": self.tr("Done: {count}"),
            "not_safe": self.tr("Put away: {count}"),
        }
        for state in self._lists:
            chosen = self._in(state)
            if state == "will_do":
                self._heading.setVisible(bool(chosen))
                self._lists[state].show_steps(chosen, view, with_section=True)
                continue
            fold = self._folds[state]
            fold.setVisible(bool(chosen))
            fold.button.set_words(words[state].format(count=len(chosen)))
            self._fill_list(state, fold.button.isChecked())
        self.empty.setVisible(not view.steps and view.writes)
        self._own_card.setVisible(view.writes)

    def _in(self, state: str) -> list[Step]:
        """Her steps in this state, those of one part together."""
        places = {head.id: place for place, head in enumerate(self._order)}
        chosen = [one for one in self._view.steps if one.state == state]
        return sorted(chosen, key=lambda one: places.get(one.section, len(places)))

    def _fill_list(self, state: str, on: bool) -> None:  # noqa: FBT001
        if on:
            self._lists[state].show_steps(self._in(state), self._view, with_section=True)

    def _make_own(self, own: TextLine) -> Card:
        card = Card(self.tr("A step of your own"), name="plan-own")
        own.textChanged.connect(self.touch_draft)
        own.returnPressed.connect(self._add_own)
        parts = [(s.id, s.title) for s in self.context.guide.heads if s.id != START]
        self.own_section = Pick(parts, name="plan-own-section")
        self.own_section.activated.connect(lambda _place: self.touch_draft())
        add = SecondaryButton(self.tr("Add"), name="plan-own-add", icon="plus", clicked=self._add_own)
        field = LabelledField(self.tr("What could be done, in your words"), own)
        where = LabelledField(self.tr("Where it belongs"), self.own_section)
        card.add(columns(field, where, narrowest=280), flow(add))
        self._own_card = card
        return card

    def show_view(self, view: PlanView) -> None:
        """Put the plan on the page."""
        self._view = view
        self.not_kept.show_for(view)
        # Until she has come back once these stand below, where nobody is led to them.
        place = self._all_ways if first_evening(self.context) else self.head
        if self._ways.parentWidget() is not place:
            layout = place.layout()
            if layout is not None:
                layout.addWidget(self._ways)
        self._show_parts(view)
        for section in self._parts:
            self._say_count(section)
        filled = any(view.answers.get(f.id, "").strip() for f in self.context.guide.acute.fields)
        self.acute.say(self.tr("People, places, ways out, code word") if filled else self.tr("Nothing written yet"))
        # In a turn of their own: the parts above can be read and pressed meanwhile.
        self._steps_next.start()

    def _change(self, change: Change) -> None:
        self._plan.change(self, change, self.show_view)

    def _add_own(self) -> None:
        words = self._own_words()
        if not words.strip():
            if self.own is not None:
                self.own.setFocus()
            return
        step = OwnStep(self.own_section.one(), words)
        self._plan.add_own(self, step, functools.partial(self._added, words))

    def _added(self, words: str, view: PlanView) -> None:
        if self.own is not None:
            # What she typed after it stays.
            self.own.setText(self.own.text().removeprefix(words))
        self.save_draft_now()
        self.show_view(view)

    def _own_words(self) -> str:
        return self.own.text() if self.own is not None else ""

    def collect_draft(self) -> dict[str, str]:
        """A step typed and not added."""
        words = self._own_words()
        return {"own": words, "section": self.own_section.one()} if words else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back."""
        self._build_steps()
        if self.own is not None:
            self.own.setText(fields.get("own", ""))
        if fields.get("section"):
            self.own_section.set_one(fields["section"])

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and not self._own_words():
            self.restore_draft(fields)
            self.forget_pending_draft()

    def clear(self) -> None:
        """Empty the field."""
        if self.own is not None:
            self.own.clear()
        self.forget_pending_draft()
