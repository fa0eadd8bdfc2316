"""What is done with the photo of an order's paper: kept with an entry, opened, taken away from the order.

May touch: the order and a new entry, through the background. Must never remove a file.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from safeplan.content.order_words import PageWords
from safeplan.records.orders import Order
from ui.widgets import order_store
from ui.widgets.order_card import order_name
from ui.widgets.order_sheet import Sheet
from ui.widgets.paper_taking import PaperTaking


class OrderPapers:
    """PhotoWays of order_photo.py."""

    def __init__(self, sheet: Sheet, say: PageWords, taking: PaperTaking) -> None:
        self._sheet, self._say, self._taking = sheet, say, taking

    def add_photo(self, order: Order) -> None:
        """Photos become files of an entry, so that the chain covers them."""
        words = self._say.photo_words.format(name=order_name(order, self._sheet.now()))
        self._taking.choose(functools.partial(order_store.add_photo, id_=order.id, words=words))

    def open_photo(self, order: Order) -> None:
        """The file, or the entry that holds all pages."""
        go, paper = self._sheet.context.go, self._sheet.view().papers.get(order.id)
        if paper is not None and paper.pages > 1:
            go("entry", incident_id=paper.info.incident_id, back="orders")
        else:
            go("file", attachment_id=order.form.photo)

    def not_this_photo(self, order: Order) -> None:
        """The order stands without it; the file stays, and so does the way back."""
        sheet, say = self._sheet, self._say
        away = functools.partial(order_store.set_photo, id_=order.id, photo="")
        back = functools.partial(order_store.set_photo, id_=order.id, photo=order.form.photo)
        again = functools.partial(sheet.run_work, back, lambda _order: sheet.read_anew())

        def gone(_order: Order) -> None:
            sheet.read_anew()
            sheet.context.tell(say.photo_gone, action=say.take_back, clicked=again)

        sheet.run_work(away, gone)

    def small_picture(self, attachment_id: str, then: Callable[[bytes | None], None]) -> None:
        """For the photo she asked to see."""
        work = functools.partial(order_store.small_picture, attachment_id=attachment_id)
        self._sheet.run_work(work, then, ())
