"""The technology check: patterns first, then place by place, what was seen, and the steps that fit it.

May touch: the check and the plan, through the background. Must never call anything clean, never change or remove
something for her, and never put a step into the plan by itself.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication

from safeplan.content.guide import Section
from safeplan.content.techcheck import load_tech_check
from ui.page import Page, PageContext
from ui.plan_keeping import PlanKeeping, PlanView, TakeUp
from ui.widgets.not_kept import NotKept
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tech_after import AfterView
from ui.widgets.tech_column import TechColumn
from ui.widgets.tech_keeping import Answer, Change, ForgetAll, LookedKeeping, LookedView, Note
from ui.widgets.tech_part import PartView
from ui.widgets.tech_start import StartView
from ui.widgets.tech_words import AFTER


class TechCheckPage(Page):
    """arrive() shows the beginning, arrive(part=...) one part, arrive(part="after") what follows."""

    name = "tech_check"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._check = load_tech_check(context.language)
        self._section: Section = context.guide.section(self._check.section)
        self._looked, self._plan = LookedKeeping(context), PlanKeeping(context)
        self._view, self._plan_view = LookedView(), PlanView()
        self._part = ""
        self._changed_notes: set[str] = set()
        self.shown: TechColumn | None = None
        self.not_kept = NotKept(self.tr("Keep my answers"), self._keep_all, name="tech-not-kept")
        self.sheet = ScrollPage(name="tech-sheet")
        self.sheet.add(self.not_kept)
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        """The heading."""
        return self.tr("A look at phone and devices")

    def arrive(self, part: str = "", **_: Any) -> None:
        """Load answers and plan, then show `part`."""
        self._keep_written()
        self._part = part
        self._looked.load(self, self._looked_loaded)

    def _looked_loaded(self, view: LookedView) -> None:
        self._view = view
        self._plan.load(self, self.show_view)

    def show_view(self, view: PlanView) -> None:
        """Build what was asked for."""
        self._plan_view = view
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.sheet.isAncestorOf(focused)
        if self.shown is not None:
            self.sheet.body.removeWidget(self.shown)
            self.shown.hide()
            self.shown.deleteLater()
        self.sheet.verticalScrollBar().setValue(0)
        self.shown = self._make()
        self.shown.go.connect(self._go)
        self.sheet.add(self.shown)
        self._show_not_kept()
        if had_focus:
            self.shown.take_focus()

    def _make(self) -> TechColumn:
        together, writes = self._looked.together, self._plan_view.writes
        if self._part == AFTER:
            after = AfterView(self.context, self._check, self._view.answers, self._plan_view, together=together)
            after.wanted.connect(self._add_to_plan)
            return after
        if self._part:
            part = PartView(
                self._check,
                self._check.part(self._part),
                self._section,
                self._view,
                self.context.clock,
                together=together,
                writes=writes,
            )
            part.answered.connect(self._answered)
            part.noted.connect(self._note_typed)
            return part
        start = StartView(self._check, self._view.answers, together=together, writes=writes)
        start.with_changed.connect(self._with_chosen)
        start.remove.connect(self._ask_remove)
        return start

    def escape(self) -> None:
        """Back to all parts."""
        if self._part:
            self._go("")

    def _go(self, part: str) -> None:
        self.context.go(self.name, part=part)

    def _with_chosen(self, together: bool) -> None:  # noqa: FBT001
        self._looked.set_together(together)
        self.show_view(self._plan_view)

    def _show_not_kept(self) -> None:
        waits = self._view.asks_to_keep and self._plan_view.writes
        self.not_kept.setVisible(waits or self._plan_view.asks_to_keep)

    # ── answers and notes ───────────────────────────────────────────────────────────────────────────────────────
    def _answered(self, item: str, state: str) -> None:
        self._looked.change(self, (*self._take_notes(), Answer(item, state)), self._show_changed)

    def _show_changed(self, view: LookedView) -> None:
        self._note_view(view)
        if isinstance(self.shown, PartView):
            self.shown.show_answers(view)

    def _note_typed(self, item: str) -> None:
        self._changed_notes.add(item)
        self.touch_draft()

    def _take_notes(self) -> tuple[Change, ...]:
        notes, self._changed_notes = self._changed_notes, set()
        part = self.shown
        return tuple(Note(one, part.note_text(one)) for one in sorted(notes)) if isinstance(part, PartView) else ()

    def _keep_written(self) -> None:
        notes = self._take_notes()
        if notes:
            self._looked.change(self, notes, self._note_view)

    def _note_view(self, view: LookedView) -> None:
        self._view = view
        self._show_not_kept()

    def _ask_remove(self) -> None:
        self.context.questions.ask(
            self.tr("Remove all answers and notes?"),
            self.tr("What was answered and noted here is gone then. The steps in your plan stay."),
            [("no", self.tr("Leave it")), ("yes", self.tr("Remove it"))],
            self._remove,
            safe="no",
        )

    def _remove(self, answer: str) -> None:
        if answer == "yes":
            self._looked.change(self, (ForgetAll(),), lambda _view: self._go(""))

    # ── the plan ────────────────────────────────────────────────────────────────────────────────────────────────
    def _add_to_plan(self, suggestion: str) -> None:
        self._plan.change(self, TakeUp(self._check.section, suggestion, "will_do"), self._plan_changed)

    def _plan_changed(self, view: PlanView) -> None:
        self._plan_view = view
        if isinstance(self.shown, AfterView):
            self.shown.show_plan(view)
        self._show_not_kept()

    # ── keeping while she writes ────────────────────────────────────────────────────────────────────────────────
    def save_draft_now(self) -> None:
        """Notes go straight to the answers; what waited in memory goes into the store as soon as there is one."""
        self._quiet.stop()
        self._longest.stop()
        self._keep_written()
        if self._looked.waiting and self.context.has_store():
            self._looked.load(self, self._note_view)

    def hideEvent(self, event: QHideEvent) -> None:
        """Going elsewhere, and being built anew, keep what the timers have not kept yet."""
        super().hideEvent(event)
        self._keep_written()

    def collect_draft(self) -> dict[str, str]:
        """Says that answers wait for a store; they themselves lie in the context."""
        return {"waiting": "yes"} if self._looked.waiting or self._changed_notes else {}

    def _keep_all(self) -> None:
        self._keep_written()
        context, part = self.context, self._part

        def keep() -> None:
            # The page may be built anew while she chooses a passphrase: only the context outlives it.
            LookedKeeping(context).load(
                context.background, lambda _view: PlanKeeping(context).keep_all("tech_check", part=part)
            )

        context.keep_first(keep)
