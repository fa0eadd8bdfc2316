"""What stands on the page of one case: its head, what waits for a day, everything in the order of time.

May touch: its own widgets. Must never build a long case in one turn: the window would stop for longer than it takes
to press "Hide now".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.page import PageContext
from ui.widgets.card import Card
from ui.widgets.case_days import Present, in_order, limit_part
from ui.widgets.case_item_card import ItemActions, ItemCard
from ui.widgets.case_item_form import item_line
from ui.widgets.case_store import CaseView
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.still_card import StillCard


class CaseSheet(ScrollPage):
    """show_case() fills it part by part; start_over() empties it for a form."""

    def __init__(self, context: PageContext, *, name: str, focus_on: Callable[[QWidget], object]) -> None:
        super().__init__(name=name)
        self._context, self._focus_on = context, focus_on
        self._at = ""
        self.filling = InTurns(self)

    def start_over(self) -> None:
        """Nothing on it, and nothing to come."""
        self.filling.stop()
        self._at = ""
        self.empty()
        self.verticalScrollBar().setValue(0)

    def show_case(
        self, top: list[QWidget], view: CaseView, now: Present, actions: ItemActions, *, at: str = ""
    ) -> None:
        """The parts of `top`, then the case. `at`: an item to go to with the focus; "head" for the case."""
        self.start_over()
        self._at = at
        self.add(*top)
        say, case = now.words.page, view.case
        first, others = in_order(case, now.today)
        parts: list[Callable[[], QWidget]] = []
        if view.limits or first:
            parts.append(partial(_days, view, now))
        parts += [partial(_card, one.id, view, now, actions) for one in first]
        if others:
            parts.append(lambda: Heading(say.items_title, 2, name="case-in-time"))
        parts += [partial(_card, one.id, view, now, actions) for one in others]
        if case.items:
            parts.append(lambda: StillCard(self._context, case_id=case.id))
        else:
            parts.append(lambda: Body(say.items_none, "muted", name="case-none"))
        self.filling.begin([*(partial(self._add, part) for part in parts), self._filled])

    def _add(self, part: Callable[[], QWidget]) -> None:
        self.add(part())

    def _filled(self) -> None:
        if self._at:
            # Where it stands is known once Qt has laid it out.
            QTimer.singleShot(0, self, self._scroll_there)

    def _scroll_there(self) -> None:
        found = self.findChild(QWidget, f"case-{self._at}")
        self._at = ""
        if found is not None:
            self.ensureWidgetVisible(found, 0, 32)
            self._focus_on(found)


def _days(view: CaseView, now: Present) -> QWidget:
    say = now.words.page
    if not view.limits:
        return Heading(say.days_title, 2, name="case-days")
    card = Card(say.days_title, say.days_why, name="case-days")
    for place, limit in enumerate(view.limits):
        item, entry = view.item(limit.item_id), view.entries.get(limit.incident_id)
        about = item_line(item, now.words) if item is not None else ""
        if entry is not None:
            about = say.entry_is.format(number=entry.number, words="").rstrip(": ")
        card.add(limit_part(limit, about, now, name=f"case-limit-{place}"))
    return card


def _card(id_: str, view: CaseView, now: Present, actions: ItemActions) -> QWidget:
    item = view.item(id_)
    return ItemCard(item, view, now, actions, name=f"case-{id_}") if item is not None else QWidget()
