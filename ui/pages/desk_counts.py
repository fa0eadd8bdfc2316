"""Counts of a desk: sessions, topics and where people were pointed, by month, without names; and as a table.

May touch: the worker's view of the counts, and one file in a chosen folder. Must never show a number that is held
back, nor say how large it is.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.content.desk_words import load_desk_words
from safeplan.errors import FolderNotEmpty, NoPermission, SafePlanError
from safeplan.records import counts
from safeplan.records.counts import CountLine, CountTable
from ui import counts_work
from ui.counts_work import CountsView
from ui.page import Page, PageContext, StandsOnlyHere
from ui.widgets.backup_make import place_in_words
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body, Heading
from ui.widgets.pick import Pick
from ui.widgets.said_dates import source_day
from ui.widgets.scroll_page import ScrollPage


class DeskCountsPage(Page, StandsOnlyHere):
    """Which months, then one card for each kind; the months of a line wrap, so that a year fits a small screen."""

    name = "desk_counts"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.all_words = load_desk_words(context.language)
        self.words = say = self.all_words.counts
        self._view = CountsView()
        self._filling = False
        self.since = Pick([], name="counts-since")
        self.until = Pick([], name="counts-until")
        for field in (self.since, self.until):
            field.currentIndexChanged.connect(self._picked)
        self.none = Body(say.none, "muted", name="counts-none")
        self.months = Card(name="counts-months")
        self.months.add(
            columns(LabelledField(say.since, self.since), LabelledField(say.until, self.until), narrowest=260)
        )
        self.cards = Column(spacing=16, name="counts-cards")
        self.fewer = Body(say.fewer_why, "small", name="counts-fewer-why")
        self.result = Body("", name="counts-result", selectable=True)
        self.result.hide()
        self._lies_at: Path | None = None
        self.save = SecondaryButton(say.save, name="counts-save", icon="download-simple", clicked=self.choose)
        self.saving = Card("", say.save_why, name="counts-save-card")
        self.saving.add(flow(self.save), self.result)
        self.sheet = ScrollPage(name="counts-sheet")
        self.sheet.add(Body(say.about, "muted"), self.none, self.months, self.cards, self.fewer, self.saving)
        self.layout_.addWidget(self.sheet)
        for part in (self.none, self.months, self.fewer, self.saving):
            part.hide()
        context.background.changed.connect(self._changed)

    def title(self) -> str:
        """The heading."""
        return self.words.title

    def arrive(self, **arguments: Any) -> None:
        """The counts as they are now."""
        del arguments
        self._drop_result()
        self.load()

    def load(self) -> None:
        """Ask for the months that are picked."""
        work = functools.partial(counts_work.look, since=self.since.one(), until=self.until.one())
        self.context.background.run(self, work, self.show_view, self.context.questions.tell_error)

    def show_view(self, view: CountsView) -> None:
        """Every line that counts anything."""
        self._view = view
        self._fill(view)
        some = view.table is not None
        self.none.setVisible(not some)
        for part in (self.months, self.cards, self.fewer, self.saving):
            part.setVisible(some)
        for old in self.cards.findChildren(Card):
            old.hide()
            old.setParent(None)
            old.deleteLater()
        if view.table is not None:
            self.cards.add(*self._cards(view.table))

    def choose(self) -> None:
        """Ask for the place of the table."""
        self.context.picker.pick_folder(self.write)

    def write(self, folder: Path) -> None:
        """Write it there."""
        work = functools.partial(
            counts_work.write,
            since=self._view.since,
            until=self._view.until,
            language=self.context.language,
            folder=folder,
            only_removable=self.context.room.policy.only_removable,
        )
        self.context.background.run(self, work, self._written, self._failed)

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _fill(self, view: CountsView) -> None:
        self._filling = True
        for field, one in ((self.since, view.since), (self.until, view.until)):
            field.clear()
            for month in view.months:
                field.addItem(self._month(month), month)
            field.set_one(one)
        self._filling = False

    def _cards(self, table: CountTable) -> list[QWidget]:
        cards: list[QWidget] = []
        for kind in counts.KINDS:
            lines = [line for line in table.lines if line.kind == kind]
            if lines:
                card = Card(self.all_words.kinds[kind], name=f"counts-{kind}")
                card.add(*(self._line(line, table) for line in lines))
                cards.append(card)
        return cards

    def _line(self, line: CountLine, table: CountTable) -> QWidget:
        words = counts_work.say(self.all_words, f"{line.kind}.{line.name}")
        parts: list[QWidget] = [
            Heading(f"{words}: {self._number(line.total)}", 3, name=f"counts-{line.kind}-{line.name}")
        ]
        if line.months and len(table.months) > 1:
            by_month = [
                f"{self._month(month)}: {self._number(number)}".replace(" ", "\u00a0")
                for month, number in zip(table.months, line.months, strict=True)
                if number != 0
            ]
            parts.append(Body("  ·  ".join(by_month), "small"))
        return Column(*parts, spacing=2)

    def _number(self, number: int | None) -> str:
        return self.words.fewer if number is None else str(number)

    def _month(self, month: str) -> str:
        return source_day(month, self.context.language)

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────
    def _picked(self) -> None:
        if not self._filling:
            self._drop_result()
            self.load()

    def _changed(self, kinds: frozenset[str]) -> None:
        if "counts" in kinds and self.isVisible():
            self.load()

    def _written(self, target: Path) -> None:
        self.take_on(target)

    def hand_on(self) -> Any:
        """Where it lies is kept nowhere."""
        return self._lies_at

    def take_on(self, shown: Path) -> None:
        """Where it lies."""
        self._say(self.words.saved.format(place=place_in_words(shown)))
        self._lies_at = shown

    def _failed(self, error: SafePlanError) -> None:
        if isinstance(error, FolderNotEmpty):
            self._say(self.words.taken)
        elif isinstance(error, NoPermission) and error.facts.get("reason") == "only_stick":
            self._say(self.all_words.leave.only_stick)
        else:
            self.context.questions.tell_error(error)

    def _drop_result(self) -> None:
        self._lies_at = None
        self.result.hide()

    def _say(self, text: str) -> None:
        self._lies_at = None
        self.result.setText(text)
        self.result.show()
