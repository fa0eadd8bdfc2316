"""While an order is in force: one button for when that person came or called.

May touch: its own widgets, and the orders through the background. Must never show a date or a name of the order.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.order_words import load_order_words
from safeplan.records import order_days, orders
from safeplan.records.deadlines import local_day
from ui.background import Job, Session
from ui.page import PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.flow import flow


class OrderOffer(QWidget):
    """Hidden until look() has found an order in force; leads to the question on the page about orders."""

    def __init__(self, context: PageContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._order = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._button: QWidget | None = None
        self.hide()

    def look(self) -> None:
        """Ask whether an order is in force today."""
        context = self._context
        if context.has_store():
            context.background.run(self, _in_force, self._show, context.questions.tell_error)
        else:
            self.hide()

    def _show(self, order_id: str) -> None:
        self._order = order_id
        if order_id and self._button is None:
            words = load_order_words(self._context.language).page.came
            button = SecondaryButton(words, name=f"{self.objectName()}-button", icon="note-pencil", clicked=self._go)
            self._button = flow(button)
            self._column.addWidget(self._button)
        self.setVisible(bool(order_id))

    def _go(self) -> None:
        self._context.go("orders", came=self._order)


def _in_force(session: Session, _job: Job) -> str:
    """The newest order in force, "" when there is none."""
    today, zone = local_day(session.clock), session.clock.zone()
    for one in reversed(orders.list_orders(session.database)):
        if order_days.state_on(one, today, zone) in (order_days.IN_FORCE, order_days.ENDS_TODAY):
            return one.id
    return ""
