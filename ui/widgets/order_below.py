"""Below an order's dates: when it was broken, a breach without an entry, the paper.

May touch: its own widgets. Must never build a long list at once: the exit would wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from safeplan.records.orders import Order
from ui.widgets.buttons import QuietButton
from ui.widgets.column import HeldColumn
from ui.widgets.flow import flow
from ui.widgets.labels import Heading
from ui.widgets.order_breach import Noted, when_of
from ui.widgets.order_breach_line import breach_line
from ui.widgets.order_broken import Broken
from ui.widgets.order_card import Present, order_name
from ui.widgets.order_papers import OrderPapers
from ui.widgets.order_photo import order_photo
from ui.widgets.order_store import OrdersView

# So many lines at once, built in a few milliseconds.
PORTION = 6


def order_below(
    order: Order, view: OrdersView, now: Present, broken: Broken, papers: OrderPapers, *, name: str
) -> tuple[QWidget, ...]:
    """The parts in the order shown."""
    say, title = now.words.page, order_name(order, now)
    noted = view.noted.get(order.id, ())
    parts: list[QWidget] = []
    if noted:
        parts += [Heading(say.breaches, 3), BreachList(noted, order, now, broken, name=f"{name}-breaches")]
    note = QuietButton(
        say.note_add,
        name=f"{name}-note",
        clicked=partial(broken.open_note, order.id),
        accessible=f"{say.note_add}: {title}",
    )
    paper = order_photo(order, view.papers.get(order.id), say, papers, title=title, name=name)
    return (*parts, flow(note), paper)


class BreachList(QWidget):
    """The latest first; earlier ones when they are asked for."""

    def __init__(self, noted: Sequence[Noted], order: Order, now: Present, broken: Broken, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._order, self._now, self._broken = order, now, broken
        # The latest day first; on the same day, and without one, what was noted last.
        placed = sorted(enumerate(noted), key=lambda pair: (when_of(pair[1]).start, pair[0]), reverse=True)
        self._waiting = [one for _place, one in placed]
        self._column = HeldColumn(self, spacing=10)
        more = QuietButton(now.words.page.breaches_more, name=f"{name}-more", clicked=self.show_more)
        self._more = flow(more)
        self._column.addWidget(self._more)
        self.show_more()

    def show_more(self) -> None:
        """The next portion."""
        now, waiting = self._waiting[:PORTION], self._waiting[PORTION:]
        for one in now:
            line = breach_line(one, self._order, self._now, self._broken.open)
            self._column.insertWidget(self._column.count() - 1, line)
        self._waiting = waiting
        self._more.setVisible(bool(waiting))
