"""Writing an order down: an empty form, or the one with what is kept; and keeping it.

May touch: orders, through the background. Must never keep the same order twice because a button was pressed twice.
"""

from __future__ import annotations

import functools

from safeplan.content.order_words import OrderWords
from safeplan.errors import DateImpossible
from safeplan.records import working_notes
from safeplan.records.orders import Order
from safeplan.records.people import shown_name
from ui.keep_once import back_to
from ui.widgets import order_store
from ui.widgets.order_form import OrderFields
from ui.widgets.order_sheet import Sheet


class Writing:
    """The page asks it; it puts its form on the page."""

    def __init__(self, sheet: Sheet, words: OrderWords) -> None:
        self._sheet, self._words = sheet, words

    def add(self) -> None:
        """An empty form in place of the list."""
        form = self.open("")
        next(iter(form.kind.chips.values())).setFocus()

    def change(self, order: Order) -> None:
        """The form with what is kept."""
        self.open(order.id, order)

    def open(self, about: str, order: Order | None = None) -> OrderFields:
        """The form; `about`: the id of the order it is to be kept as, "" for a new one."""
        sheet = self._sheet
        form = OrderFields(self._words, sheet.context.region, self._people(), sheet.now().today, name="orders-form")
        if order is not None:
            form.show_form(order.form)
        sheet.open_form(form, about, self.keep)
        return form

    def show_people(self) -> None:
        """Her people were read: the form offers them."""
        if isinstance(self._sheet.form, OrderFields):
            self._sheet.form.show_people(self._people())

    def _people(self) -> list[tuple[str, str]]:
        reveal = bool(getattr(self._sheet.context.settings, "names_shown", False))
        return [(one.id, shown_name(one, reveal)) for one in self._sheet.view().people]

    def keep(self) -> None:
        """Keep the order; before the first passphrase it is asked for."""
        sheet = self._sheet
        if not isinstance(sheet.form, OrderFields):
            return
        try:
            form = sheet.form.read()
        except DateImpossible:
            return
        if working_notes.is_blank(form):
            sheet.form.say_nothing_written()
            return
        context, sent = sheet.context, sheet.collect_draft()
        work = functools.partial(order_store.keep, id_=sheet.about, form=form, region=context.region)

        def kept(order: Order) -> None:
            context.clear_draft("orders")
            back_to(context, "orders", kept=True, sent=sent, order_id=order.id)

        # The page may be built anew while she chooses a passphrase: only the context outlives it.
        context.keep_first(functools.partial(sheet.keep_work, work, kept, owner=context.background))
