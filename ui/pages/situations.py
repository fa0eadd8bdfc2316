"""All situations on one page: what fits her, and what each switch changes.

May touch: the plan, through the background. Must never hide a section, and never touch an answer or a step: a switch
changes what is shown first, nothing that she wrote.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from safeplan.content.guide import Guide, Situation
from safeplan.content.order import what_changes
from ui.background import Job, Session
from ui.page import Page, PageContext
from ui.plan_keeping import PlanKeeping, PlanView, Switch
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.fields import TickBox
from ui.widgets.labels import Body, Heading
from ui.widgets.not_kept import NotKept
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten

# So many switches at once keep each turn of the interface short.
AT_ONCE = 3


@dataclass(frozen=True)
class Changes:
    """What one switch changes, in words: titles of parts, texts of suggestions and questions."""

    first: tuple[str, ...]
    suggestions: tuple[str, ...]
    questions: tuple[str, ...]


class SituationsPage(Page):
    """Changeable at any time; what is off hides no step of hers."""

    name = "situations"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._plan = PlanKeeping(context)
        self._view = PlanView()
        self.rows: dict[str, _Row] = {}
        self._waiting: list[Situation] = list(context.guide.situations)
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_rows)
        self.sheet = ScrollPage(name="situations-sheet")
        self.sheet.body.setSpacing(12)
        self.layout_.addWidget(self.sheet)
        back = QuietButton(
            self.tr("My plan"), name="situations-back", icon="arrow-left", clicked=lambda: context.go("plan")
        )
        stays = self.tr("What you wrote and chose always stays, whatever is on or off.")
        words = stack(Body(context.guide.situations_title, "muted"), Body(stays, "muted"), spacing=4)
        self.not_kept = NotKept(
            self.tr("Keep my plan"), lambda: self._plan.keep_all("situations"), name="situations-not-kept"
        )
        self.card = Card(name="situations-card")
        tighten(self.card, 8)
        self.card.body.setSpacing(2)
        self.sheet.add(beside(words, back), self.not_kept, self.card)

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("My situation")

    def arrive(self, **_: Any) -> None:
        """Load what is on."""
        self._plan.load(self, self.show_view)

    def show_view(self, view: PlanView) -> None:
        """Put the switches as they stand."""
        self._view = view
        self.not_kept.show_for(view)
        for id_, row in self.rows.items():
            row.put(id_ in view.situations)
        if self._waiting:
            self._add_rows()

    def _add_rows(self) -> None:
        for situation in self._waiting[:AT_ONCE]:
            row = _Row(situation, situation.id in self._view.situations)
            row.tick.toggled.connect(functools.partial(self._switch, situation.id))
            row.ask.clicked.connect(functools.partial(self._ask, situation.id))
            self.rows[situation.id] = row
            self.card.add(row)
        self._waiting = self._waiting[AT_ONCE:]
        if self._waiting:
            self._filling.start()

    def _switch(self, situation: str, on: bool) -> None:  # noqa: FBT001
        if on != (situation in self._view.situations):
            self._plan.change(self, Switch(situation, on), self._switched)

    def _switched(self, view: PlanView) -> None:
        self.show_view(view)
        # What one switch changes depends on the others.
        for id_, row in self.rows.items():
            if row.unfolded:
                self._load_changes(id_)

    def _ask(self, situation: str) -> None:
        row = self.rows[situation]
        if row.unfolded:
            row.fold()
        else:
            self._load_changes(situation)

    def _load_changes(self, situation: str) -> None:
        """In the worker: it looks through every part of the guide."""
        work = functools.partial(_changes, guide=self.context.guide, situation=situation, on=self._view.situations)
        shown = functools.partial(self._show_changes, situation)
        self.context.background.run(self, work, shown, self.context.questions.tell_error)

    def _show_changes(self, situation: str, changes: Changes) -> None:
        row = self.rows.get(situation)
        if row is not None and isValid(row):
            row.show_changes(changes)


class _Row(QWidget):
    """One switch, and below it what it changes, once she asks."""

    def __init__(self, situation: Situation, on: bool) -> None:  # noqa: FBT001
        super().__init__()
        self._name = f"situation-{situation.id}"
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.tick = TickBox(situation.text, name=self._name, checked=on)
        self.ask = QuietButton(
            self.tr("What it changes"),
            name=f"{self._name}-changes",
            icon="caret-right",
            accessible=self.tr("What it changes: {situation}").format(situation=situation.text),
        )
        self._column.addWidget(beside(self.tick, self.ask))
        self._shown: QWidget | None = None

    @property
    def unfolded(self) -> bool:
        """True while it says what the switch changes."""
        return self._shown is not None

    def put(self, on: bool) -> None:  # noqa: FBT001
        """Switch, without asking anyone."""
        if self.tick.is_checked() != on:
            self.tick.set_checked(on)

    def fold(self) -> None:
        """Away with the words below."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        self.ask.set_icon("caret-right")

    def show_changes(self, changes: Changes) -> None:
        """Say below the switch what it changes."""
        self.fold()
        parts: list[QWidget] = []
        if changes.first:
            parts += [Heading(self.tr("Stands further up"), 3), Body(" · ".join(changes.first))]
        if changes.suggestions:
            parts += [Heading(self.tr("Also shown, each with its risk"), 3)]
            parts += [Body(f"–  {one}") for one in changes.suggestions]
        if changes.questions:
            parts += [Heading(self.tr("Also asked"), 3), *(Body(f"–  {one}") for one in changes.questions)]
        if not parts:
            parts = [Body(self.tr("With what is on already, it changes nothing."), "muted")]
        self._shown = stack(*parts, spacing=4, name=f"{self._name}-words")
        self._shown.setContentsMargins(36, 0, 0, 12)
        self._column.addWidget(self._shown)
        self.ask.set_icon("caret-down")


def _changes(_session: Session, _job: Job, *, guide: Guide, situation: str, on: frozenset[str]) -> Changes:
    found = what_changes(guide, situation, on)
    titles = {head.id: head.title for head in guide.heads}
    return Changes(
        first=tuple(titles[one] for one in found.moves),
        suggestions=tuple(
            one.text
            for section, known in found.suggestions
            for one in guide.section(section).suggestions
            if one.id == known
        ),
        questions=tuple(
            one.text
            for section, known in found.questions
            for one in guide.section(section).questions
            if one.id == known
        ),
    )
