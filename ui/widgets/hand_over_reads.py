"""The bundle as the other side or a lawyer would read it: what can be learned, and a press that takes it out.

May touch: its own widgets. Must never call an empty list safe.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.handing_words import HandingWords
from safeplan.handover.as_he_reads import GROUPS, SHEET
from ui.hand_over_choice import Choice
from ui.hand_over_look import Looked, Read, taken_out
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.column import Column
from ui.widgets.flow import flow
from ui.widgets.hand_over_choose import local
from ui.widgets.hand_over_found import numbers_in_words
from ui.widgets.hand_over_step import Portions
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack


class ReadsPart(Column):
    """`turned(change)` after each press: the change, from a choice to a choice. A press can be taken back."""

    turned = Signal(object)

    def __init__(self, words: HandingWords) -> None:
        super().__init__(spacing=12)
        self._words = words
        self._choice = Choice()
        self._before: list[Choice] = []
        say = words.page
        self.add(Body(say.reads_about))
        self.state = Body(say.shows_first, "muted", name="hand-over-reads-state")
        self._removed = Body(say.reads_removed, "muted", name="hand-over-reads-removed")
        self.undo = QuietButton(say.take_back, name="hand-over-reads-undo", clicked=self._take_back)
        self._undo_row = flow(self._removed, self.undo)
        self._undo_row.hide()
        self.add(self.state, self._undo_row)
        self._groups: dict[str, tuple[QWidget, Portions]] = {}
        for group in GROUPS:
            rows = Portions(
                lambda place, one, group=group: self._row(group, place, one),  # type: ignore[misc]
                name=f"hand-over-reads-{group}",
                more=say.more,
                at_once=6,
            )
            whole = stack(Heading(words.groups[group], 3), rows, spacing=6)
            whole.hide()
            self._groups[group] = whole, rows
            self.add(whole)

    def show_looked(self, looked: Looked, choice: Choice) -> None:
        """Show what can be learned from this choice."""
        if self._before and (choice.kind, choice.entries) != (self._choice.kind, self._choice.entries):
            self._before = []
        self._choice = choice
        say = self._words.page
        self.state.setText(say.reads_none if looked.selection is not None else say.shows_first)
        self.state.setVisible(not looked.reads)
        self._undo_row.setVisible(bool(self._before))
        for group, (whole, rows) in self._groups.items():
            here = [one for one in looked.reads if one.group == group]
            whole.setVisible(bool(here))
            rows.show_items(here)

    def summary(self, looked: Looked) -> str:
        """How much can be learned, in one line."""
        if looked.selection is None:
            return self._words.page.shows_first
        if not looked.reads:
            return self._words.page.shows_none
        return self._words.page.reads_sum.format(count=len(looked.reads))

    def _row(self, group: str, place: int, one: Read) -> QWidget:
        remove = self._words.page.reads_remove
        why = self._words.whys.get(one.why) or self._words.photo_whys[one.why]
        button = SecondaryButton(
            remove,
            name=f"hand-over-reads-{group}-{place}-out",
            accessible=f"{remove}: {one.words}",
            clicked=lambda: self._take_out(one),
        )
        return beside(
            stack(
                Body(f"«{self._said(one)}»", name=f"hand-over-reads-{group}-{place}"),
                Body(f"{why} · {self._where(one)}", "muted"),
                spacing=2,
            ),
            button,
        )

    def _where(self, one: Read) -> str:
        if any(item.removes == SHEET for item in one.items):
            return self._words.page.shows_sheet
        cover = not any(item.object_id for item in one.items)
        return numbers_in_words(self._words, one.numbers, len(one.items), cover=cover)

    def _said(self, one: Read) -> str:
        day, dot, place = one.words.partition(" · ")
        if one.why != "day" or not dot:
            return one.words
        return f"{local(day, self._words.language)} · {place}"

    def _take_out(self, one: Read) -> None:
        def without(choice: Choice) -> Choice:
            self._before.append(choice)
            return taken_out(choice, one)

        self.turned.emit(without)

    def _take_back(self) -> None:
        if self._before:
            before = self._before.pop()
            self.turned.emit(lambda _choice: before)
