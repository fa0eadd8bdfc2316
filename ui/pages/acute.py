"""One page for a bad moment: numbers, her people, places and ways out, when to see a doctor.

May touch: her answers, through the background. Must never show what she wrote before "Show" is pressed.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.content.regions import line
from ui.keeps_written import KeepsWritten
from ui.page import PageContext
from ui.plan_keeping import Answers, PlanKeeping, PlanView
from ui.widgets.acute_form import AcuteForm
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card, EmptyState, Unfold
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body, Heading
from ui.widgets.not_kept import NotKept
from ui.widgets.said_dates import her_now
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten

COVERED = "•••"
SHORT_NUMBER = 5


class AcutePage(KeepsWritten):
    """Read in large type; written in the same place."""

    name = "acute"
    # Every line goes straight into the plan: there is no draft of it.
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._plan = PlanKeeping(context)
        self._view = PlanView()
        self._acute = context.guide.acute
        self._shown = False
        self._written: set[str] = set()
        self.form: AcuteForm | None = None
        self.not_kept: NotKept | None = None
        self._show: SecondaryButton | None = None
        self.sheet = ScrollPage(name="acute-sheet")
        self.sheet.body.setSpacing(8)
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        """The heading over the page."""
        return str(self._acute.title)

    def arrive(self, *, write: bool = False, **_: Any) -> None:
        """Load her lines; `write`: begin with writing."""
        # What is written belongs to the form shown until now.
        self.keep_written()
        self._shown = False
        self.form = None
        self._plan.load(self, self._write if write else self.show_view)

    # ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────
    def show_view(self, view: PlanView) -> None:
        """Show the page for reading, what she wrote covered."""
        self._view = view
        self.form = None
        self.arguments = {}
        self._begin()
        self.sheet.add(self._make_numbers(), self._make_details())
        # Folded, so that everything prepared fits one small screen.
        self.sheet.add(self._make_folded())

    def _begin(self) -> None:
        self.sheet.empty()
        self.not_kept = NotKept(self.tr("Keep this page"), self._keep_all, name="acute-not-kept")
        self.sheet.add(self.not_kept)
        self.not_kept.show_for(self._view)

    def _make_numbers(self) -> Card:
        region = self.context.region
        today = her_now(self.context.clock).date()
        cells = [
            stack(Heading(one.value, 1, name=f"acute-number-{one.id}"), Body(one.name, "small"), spacing=0)
            for one in region.lines
        ]
        unsure: dict[str, list[str]] = {}
        for one in region.lines:
            unsure.setdefault(region.badge(one, today), []).append(one.value)
        unsure.pop("", None)
        card = Card(name="acute-numbers")
        card.setAccessibleName(self._acute.numbers)
        tighten(card, 8)
        card.body.setSpacing(6)
        if cells:
            # Numbers of eleven digits are not to be read in pieces.
            longest = max(len(one.value) for one in region.lines)
            card.add(columns(*cells, narrowest=112 if longest <= SHORT_NUMBER else 240))
        else:
            card.add(Heading(region.always_text("danger_now"), 2, name="acute-no-numbers"))
        if unsure:
            said = (f"{', '.join(numbers)}: {badge}" for badge, numbers in unsure.items())
            card.add(Body("  ".join(said), "small", name="acute-unsure"))
        card.add(Body(self._acute.afraid))
        return card

    def _make_details(self) -> Card:
        card = Card(name="acute-details")
        tighten(card, 8)
        card.body.setSpacing(6)
        filled = [f for f in self._acute.fields if self._view.answers.get(f.id, "").strip()]
        if not filled:
            card.add(
                EmptyState(
                    self.tr("Here stand your own people, places and ways out"),
                    self._acute.why[1],
                    name="acute-empty",
                    action=self.tr("Write one line"),
                    clicked=self._start_writing,
                )
            )
            card.add(self._paper())
            return card
        self._show = SecondaryButton(
            self.tr("Cover again") if self._shown else self.tr("Show"),
            name="acute-show",
            icon="eye-slash" if self._shown else "eye",
            clicked=self._toggle,
        )
        change = SecondaryButton(
            self.tr("Write"), name="acute-write", icon="pencil-simple", clicked=self._start_writing
        )
        heading = Heading(self.tr("What I prepared"), 2)
        card.add(beside(heading, flow(self._show, change, self._paper()), words_need=160))
        cells = []
        for field in filled:
            words = self._view.answers[field.id].strip() if self._shown else COVERED
            value = Body(words, name=f"acute-value-{field.id}", selectable=self._shown)
            value.setProperty("level", "2")
            if not self._shown:
                value.setAccessibleName(self.tr("{label}: covered").format(label=field.label))
            cells.append(stack(Body(field.label, "small"), value, spacing=0))
        if self._shown:
            # Two columns of their own: rows of equal height would leave gaps where something is short.
            card.add(columns(stack(*cells[::2], spacing=6), stack(*cells[1::2], spacing=6), narrowest=260))
        else:
            card.add(columns(*cells, narrowest=200))
        return card

    def _paper(self) -> SecondaryButton:
        return SecondaryButton(
            self.tr("On paper"),
            name="acute-paper",
            icon="printer",
            clicked=lambda: self.context.go("paper", kind="acute"),
        )

    def _make_folded(self) -> Card:
        """When to see a doctor, and thoughts of dying: one press away, each under its own line."""
        acute, region = self._acute, self.context.region
        doctor: list[QWidget] = [Body(f"–  {one.text}") for one in acute.medical]
        doctor.append(Body(acute.medical_police, "muted"))
        dying: list[QWidget] = [Body(f"–  {one.text}") for one in acute.dying]
        for one in (line(region, id_) for id_ in region.dying_lines):
            dying.append(Body(f"{one.value}  {one.name}", name=f"acute-dying-{one.id}"))
        card = Card(name="acute-folded")
        tighten(card, 0)
        card.body.setSpacing(0)
        card.add(Unfold(acute.medical_title, stack(*doctor, spacing=6), name="acute-doctor"))
        card.add(Unfold(acute.dying_title, stack(*dying, spacing=6), name="acute-dying"))
        return card

    def _toggle(self) -> None:
        self._shown = not self._shown
        self.show_view(self._view)
        # The card was made anew; by keyboard one must stay where one was.
        if self._show is not None:
            self._show.setFocus()

    # ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _start_writing(self) -> None:
        self._write(self._view)

    def _write(self, view: PlanView) -> None:
        self._view = view
        # The page may be built anew while she writes: it comes back in writing.
        self.arguments = {"write": True}
        self._begin()
        self.form = AcuteForm(self._acute, view.answers, name="acute-form")
        self.form.written.connect(self._line_written)
        why = self.tr("One line is enough. What you write is kept while you write.")
        done = PrimaryButton(self.tr("Done writing"), name="acute-done", icon="check", clicked=self._stop_writing)
        self.sheet.add(beside(Body(why if view.kept else self.tr("One line is enough."), "muted"), done), self.form)
        self.form.lines[self._acute.fields[0].id][0].setFocus()

    def _stop_writing(self) -> None:
        self.keep_written()
        self._shown = True
        self._plan.load(self, self.show_view)

    def _line_written(self, field: str) -> None:
        self._written.add(field)
        self.touch_draft()

    def keep_written(self) -> None:
        """Lines go straight into the plan."""
        written, self._written = self._written, set()
        texts: tuple[tuple[str, str], ...] = ()
        if self.form is not None:
            texts = tuple((one, self.form.text(one)) for one in sorted(written))
        self._plan.write(self, [Answers(texts)], self._note_view)

    def _note_view(self, view: PlanView) -> None:
        self._view = view
        if self.not_kept is not None:
            self.not_kept.show_for(view)

    def _keep_all(self) -> None:
        self.keep_written()
        self._plan.keep_all("acute")
