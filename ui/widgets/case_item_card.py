"""One thing in a case as it stands there: what, when, who, in which words, what it waits for.

May touch: its own widgets. Must never call an item late, and never show a file itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from safeplan.records.cases import Item
from safeplan.records.people import shown_name
from ui.widgets import file_words
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.case_days import Present, due_words, in_words, waits
from ui.widgets.case_item_form import item_line
from ui.widgets.case_store import CaseView
from ui.widgets.flow import flow
from ui.widgets.labels import Badge, Body, Heading
from ui.widgets.stack import stack, tighten


@dataclass(frozen=True)
class ItemActions:
    """What the page does when something on an item is pressed."""

    change: Callable[[Item], object]
    remove: Callable[[Item], object]
    settle: Callable[[Item], object]
    open_entry: Callable[[str], object]
    open_file: Callable[[str], object]


class ItemCard(Card):
    """`show` is called with ids of what it leads to."""

    def __init__(self, item: Item, view: CaseView, now: Present, actions: ItemActions, *, name: str) -> None:
        super().__init__(name=name)
        self._item, self._view, self._now, self._name = item, view, now, name
        words = now.words
        title = words.kind(item.form.kind).words.name
        self.setAccessibleName(item_line(item, words))
        tighten(self, 12)
        self.body.setSpacing(6)
        day = in_words(item.form.on, words.language) if item.form.on else words.page.no_day
        head = stack(Heading(title, 3), Body(day, "small", name=f"{name}-day"), spacing=0)
        state = self._state()
        self.add(beside(head, Badge(state, "plain", name=f"{name}-state")) if state else head)
        self.add(*self._lines())
        self.add(self._ways(actions))

    def _state(self) -> str:
        say, item = self._now.words.page, self._item
        if item.done_at:
            return say.settled
        return say.still_open if waits(self._view.case, item, self._now.today) else ""

    def _lines(self) -> list[QWidget]:
        say, form, name = self._now.words.page, self._item.form, self._name
        parts: list[QWidget] = []
        if form.text:
            parts.append(Body(form.text, name=f"{name}-text"))
        if form.words:
            parts.append(Body(say.in_words.format(words=form.words), name=f"{name}-words"))
        due = due_words(self._view.case, self._item, self._now)
        if due:
            parts.append(Body(due, name=f"{name}-due"))
        small = []
        if form.number:
            small.append(say.number_is.format(number=form.number))
        if form.who:
            small.append(say.who_said.format(who=self._who(form.who)))
        if form.where:
            small.append(say.where_was.format(where=form.where))
        if small:
            parts.append(Body("  ·  ".join(small), "small", name=f"{name}-facts"))
        answered = self._view.item(form.answer_to) if form.answer_to else None
        if answered is not None:
            what = item_line(answered, self._now.words)
            parts.append(Body(say.answers_to.format(what=what), "small", name=f"{name}-answers"))
        for other in self._view.case.items:
            if other.form.answer_to == self._item.id:
                said = say.answered
                if other.form.on:
                    said = say.answered_on.format(day=in_words(other.form.on, self._now.words.language))
                parts.append(Body(said, name=f"{name}-answered"))
        return parts

    def _who(self, who: str) -> str:
        known = next((one for one in self._view.people if one.id == who), None)
        return shown_name(known, self._now.names_shown) if known is not None else who

    def _ways(self, actions: ItemActions) -> QWidget:
        say, item, name = self._now.words.page, self._item, self._name
        line = item_line(item, self._now.words)
        ways: list[QWidget] = []

        def way(words: str, which: str, clicked: Callable[[], object], icon: str = "") -> None:
            ways.append(
                QuietButton(words, name=f"{name}-{which}", icon=icon, clicked=clicked, accessible=f"{words}: {line}")
            )

        if item.done_at or self._view.case.is_open(item):
            way(say.unsettle if item.done_at else say.settle, "settle", partial(actions.settle, item), "check")
        way(say.change, "change", partial(actions.change, item), "pencil-simple")
        way(say.remove, "remove", partial(actions.remove, item), "trash")
        if item.form.incident_id:
            way(say.open_entry, "entry", partial(actions.open_entry, item.form.incident_id), "note-pencil")
        for one in item.form.files:
            words = say.open_file.format(name=file_words.shown_name(self._view.files[one]) or say.private_file)
            way(words, f"file-{one}", partial(actions.open_file, one), "paperclip")
        return flow(*ways, spacing=4)
