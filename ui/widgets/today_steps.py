"""The card "Small steps for today": what she will do, and small steps to take up where fewer than three stand there.

May touch: its own widgets. Must never choose for her, and never count what is done or left.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.guide import Guide, Section, Suggestion
from safeplan.content.order import small_steps
from safeplan.records.people import shown_name
from safeplan.records.plan import TODAY, Step
from ui.plan_changes import NAMELESS
from ui.plan_keeping import Mark, PlanView, TakeUp, step_words
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.not_kept import NotKept
from ui.widgets.stack import tighten
from ui.widgets.step_row import StepRow


class TodaySteps(Card):
    """`change(change, then_say)` is called with what she presses; show_plan(view) fills the card."""

    def __init__(
        self,
        guide: Guide,
        change: Callable[[TakeUp | Mark, str], object],
        keep: Callable[[], object],
        open_plan: Callable[[], object],
        *,
        names_shown: bool,
        name: str,
    ) -> None:
        super().__init__(name=name)
        title = self.tr("Small steps for today")
        self.setAccessibleName(title)
        self.body.setSpacing(6)
        tighten(self, 10)
        plan = QuietButton(self.tr("The whole plan"), name=f"{name}-plan", clicked=open_plan)
        self.add(beside(Heading(title, 2), plan, words_need=240))
        self._guide = guide
        self._change = change
        self._keep = keep
        self._names_shown = names_shown
        self._choosing = False
        self._leaves_room = False
        # Suggestions passed over with "Another", in this sitting only.
        self._passed: list[str] = []
        self._slots: list[str] = []
        self._view = PlanView()
        self._rows: QWidget | None = None

    def show_plan(self, view: PlanView) -> None:
        """Fill the card anew."""
        self._view = view
        if not view.for_today and not view.steps:
            self._choosing = True
        self._fill()

    def choose(self) -> None:
        """Offer small steps now, and put the focus on the first."""
        self._choosing = True
        self._fill()
        if self._slots:
            self._focus_offer(self._slots[0])

    def leave_room(self, on: bool) -> None:  # noqa: FBT001
        """Offer one step fewer while a day ahead needs its row on a small screen; her own steps all stay."""
        if on != self._leaves_room:
            self._leaves_room = on
            self._fill()

    def _fill(self) -> None:
        if self._rows is not None:
            self._rows.hide()
            self._rows.setParent(None)
            self._rows.deleteLater()
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        today = self._view.for_today
        for step in today:
            column.addWidget(self._step_row(step))
        # Three rows whatever she chose so far: what is offered stays where it is, and a small screen still holds it.
        room = TODAY - len(today) - int(self._leaves_room)
        offered = self._offered(max(0, room)) if self._choosing else []
        for section, one in offered:
            column.addWidget(self._offer_row(section, one))
        if not today and not offered:
            column.addWidget(Body(self.tr("Nothing is planned for today. That is fine."), "muted"))
        if not offered and len(today) < TODAY and not self._choosing:
            column.addWidget(flow(self._way_to_choose()))
        not_kept = NotKept(self.tr("Keep these steps"), self._keep, name=f"{self.objectName()}-not-kept")
        column.addWidget(not_kept)
        not_kept.show_for(self._view)
        self.body.addWidget(self._rows)

    def _way_to_choose(self) -> SecondaryButton:
        return SecondaryButton(
            self.tr("Choose a small step"), name=f"{self.objectName()}-choose", icon="plus", clicked=self.choose
        )

    def _step_row(self, step: Step) -> StepRow:
        person = self._view.people.get(step.person_id)
        shown = self._names_shown and self._view.way != NAMELESS
        with_whom = self.tr("With {name}").format(name=shown_name(person, shown)) if person else ""
        # Her note to a suggestion may name a place or a person: it stands in the plan, not here.
        return StepRow(
            step_words(self._guide, step),
            (
                ("done", self.tr("Done"), "check", lambda: self._mark(step, "done")),
                ("not-now", self.tr("Not now"), "", lambda: self._mark(step, "not_now")),
            ),
            name=f"step-{step.id}",
            notes=(with_whom,),
        )

    def _mark(self, step: Step, state: str) -> None:
        said = {
            "done": self.tr("Marked as done: {step}"),
            "not_now": self.tr("Put aside for now: {step}"),
        }[state]
        self._change(Mark(step.id, state), said.format(step=step_words(self._guide, step)))

    def _offer_row(self, section: Section, one: Suggestion) -> StepRow:
        actions = [
            ("take", self.tr("I will do this"), "", lambda: self._change(TakeUp(section.id, one.id, "will_do"), "")),
            ("another", self.tr("Another"), "", lambda: self._another(one.id)),
        ]
        return StepRow(one.text, actions, name=f"offer-{one.id}", notes=(one.risk,))

    def _another(self, passed: str) -> None:
        place = self._slots.index(passed)
        self._passed.append(passed)
        self._fill()
        if place < len(self._slots):
            self._focus_offer(self._slots[place])

    def _focus_offer(self, suggestion: str) -> None:
        button = self.findChild(SecondaryButton, f"offer-{suggestion}-take")
        if button is not None:
            button.setFocus()

    def _offered(self, count: int) -> list[tuple[Section, Suggestion]]:
        """What stands there stays in its place; only what was passed over or taken up is replaced."""
        pool = {
            one.id: (section, one)
            for section, one in small_steps(self._guide, self._view.situations)
            if self._view.taken(one.id) is None
        }
        kept = [one for one in self._slots if one in pool][:count]
        fresh = [one for one in pool if one not in self._passed and one not in kept]
        if len(fresh) < sum(one in self._passed for one in kept) + count - len(kept):
            # All seen: the first ones come round again.
            last = self._passed[-1:]
            self._passed = last
            fresh = [one for one in pool if one not in kept]
        self._slots = [fresh.pop(0) if one in self._passed and fresh else one for one in kept]
        self._slots += fresh[: count - len(self._slots)]
        return [pool[one] for one in self._slots]
