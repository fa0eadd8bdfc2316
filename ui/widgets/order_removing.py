"""Taking an order away after one question, with a way back; and counting it by the newer rule of the pack.

May touch: orders, through the background. Must never remove an entry.
"""

from __future__ import annotations

import functools

from safeplan.content.order_words import PageWords
from safeplan.records.orders import Order, RemovedOrder
from ui.widgets import order_store
from ui.widgets.order_sheet import Sheet


class Removing:
    """The page hands it an order."""

    def __init__(self, sheet: Sheet, say: PageWords) -> None:
        self._sheet, self._say = sheet, say

    def ask(self, order: Order) -> None:
        """Dates and notes about breaches go with it, so it is asked first."""
        say = self._say
        self._sheet.context.questions.ask(
            say.remove_ask,
            say.remove_ask_text,
            [("no", say.leave_it), ("yes", say.remove_it)],
            functools.partial(self._remove, order.id),
            safe="no",
        )

    def take_newer(self, order: Order) -> None:
        """Count by what the pack says today."""
        region = self._sheet.context.region
        work = functools.partial(order_store.take_newer, id_=order.id, region=region)
        self._sheet.run_work(work, lambda _order: self._sheet.read_anew())

    def _remove(self, id_: str, answer: str) -> None:
        if answer == "yes":
            self._sheet.run_work(functools.partial(order_store.remove, id_=id_), self._removed)

    def _removed(self, removed: RemovedOrder) -> None:
        sheet, say = self._sheet, self._say
        put_back = functools.partial(order_store.put_back, removed=removed)
        again = functools.partial(sheet.run_work, put_back, lambda _order: sheet.read_anew())
        sheet.read_anew()
        sheet.context.tell(say.removed, action=say.take_back, clicked=again)
