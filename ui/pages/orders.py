"""Orders: what is forbidden to someone and until when; her paper counts more than what is counted here.

May touch: the orders she keeps, through the background. Must never say that an order keeps anyone away, and never
call a day missed.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from safeplan.content.facts import Region
from safeplan.content.order_words import load_order_words
from safeplan.errors import DateImpossible
from safeplan.records import orders, people, working_notes
from safeplan.records.deadlines import local_day
from safeplan.records.orders import Order, OrderForm, RemovedOrder
from safeplan.records.people import Person, shown_name
from ui.background import Job, Session
from ui.page import Page, PageContext
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.order_card import OrderCard, Present
from ui.widgets.order_form import OrderFields
from ui.widgets.scroll_page import ScrollPage


@dataclass(frozen=True)
class OrdersView:
    """Every order kept, and who it can be against."""

    orders: tuple[Order, ...] = ()
    people: tuple[Person, ...] = ()


class OrdersPage(Page):
    """The list, or one form in its place."""

    name = "orders"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = load_order_words(context.language)
        self._view = OrdersView()
        self.form: OrderFields | None = None
        self._changing = ""
        self.sheet = ScrollPage(name="orders-scroll")
        self.layout_.addWidget(self.sheet)
        self._waiting: list[Callable[[], QWidget]] = []
        # One a turn: all at once would stop the window for longer than it takes to press "Hide now".
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_next)
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self._words.page.title

    def arrive(self, kept: bool = False, **_arguments: Any) -> None:  # noqa: FBT001, FBT002
        """Ask for every order kept. `kept`: the form that stood here is in the store now."""
        # A page built anew gets its arguments again; what she writes then is not kept yet.
        self.arguments = {}
        if kept:
            self.clear()
            self.context.tell(self._words.page.kept, hint=self._words.page.not_stop)
        self._load()
        if self.form is None:
            self.context.load_draft(self.name, self._restore_if_blank)

    def show_view(self, view: OrdersView) -> None:
        """Show the orders, unless she is writing."""
        self._view = view
        if self.form is None:
            self._show_list()

    def escape(self) -> None:
        """Back to the list; what was typed stays as a draft until it is kept or left."""
        if self.form is not None:
            self._leave()

    # ── the list ────────────────────────────────────────────────────────────────────────────────────────────────
    def _show_list(self) -> None:
        say = self._words.page
        self._start_over()
        add = SecondaryButton(say.add, name="orders-add", icon="plus", clicked=self.add_order)
        if not self._view.orders:
            card = Card(name="orders-none")
            card.add(
                EmptyState(say.empty_title, say.empty_text, say.empty_example, name="orders-empty", icon="file-text"),
                Body(say.not_stop),
                add,
            )
            self.sheet.add(card)
            return
        self.sheet.add(Body(say.about, name="orders-about"))
        self._waiting = [functools.partial(self._card, one) for one in self._view.orders]
        self._waiting.append(lambda: flow(add))
        self._add_next()

    def _card(self, order: Order) -> QWidget:
        return OrderCard(
            order,
            self._now(),
            change=self._change,
            remove=self._ask_remove,
            newer=self._take_newer,
            name=f"orders-{order.id}",
        )

    def _add_next(self) -> None:
        if self._waiting:
            self.sheet.add(self._waiting.pop(0)())
        if self._waiting:
            self._filling.start()

    def _start_over(self) -> None:
        self._filling.stop()
        self._waiting = []
        self.sheet.empty()
        self.sheet.verticalScrollBar().setValue(0)

    def _now(self) -> Present:
        clock = self.context.clock
        return Present(self._words, self.context.region, local_day(clock), clock.zone())

    # ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def add_order(self) -> None:
        """An empty form in place of the list."""
        self._open_form("")
        if self.form is not None:
            next(iter(self.form.kind.chips.values())).setFocus()

    def _change(self, order: Order) -> None:
        self._open_form(order.id)
        if self.form is not None:
            self.form.show_form(order.form)
            self.forget_pending_draft()

    def _open_form(self, changing: str) -> None:
        say, reveal = self._words.page, bool(getattr(self.context.settings, "names_shown", False))
        self._start_over()
        self._changing = changing
        against = [(one.id, shown_name(one, reveal)) for one in self._view.people]
        self.form = OrderFields(self._words, self.context.region, against, self._now().today, name="orders-form")
        self.form.changed.connect(self.touch_draft)
        if not self.context.has_store():
            self.form.add(Body(say.not_kept, "small", name="orders-not-kept"))
        self.form.add_row(
            PrimaryButton(say.keep, name="orders-keep", icon="check", clicked=self.keep),
            QuietButton(say.back, name="orders-back", clicked=self._leave),
        )
        self.sheet.add(self.form)
        self.form.show()

    def _leave(self) -> None:
        self.clear()
        self.context.clear_draft(self.name)
        self._show_list()

    def keep(self) -> None:
        """Keep the order; before the first passphrase it is asked for."""
        if self.form is None:
            return
        try:
            form = self.form.read()
        except DateImpossible:
            return
        if working_notes.is_blank(form):
            self.form.say_nothing_written()
            return
        context = self.context
        work = functools.partial(_keep, id_=self._changing, form=form, region=context.region)

        def kept(_order: Order) -> None:
            context.clear_draft("orders")
            context.go("orders", kept=True)

        def keep() -> None:
            # The page may be built anew while she chooses a passphrase: only the context outlives it.
            context.background.run(context.background, work, kept, context.questions.tell_error, changes=("orders",))

        context.keep_first(keep)

    # ── removing ────────────────────────────────────────────────────────────────────────────────────────────────
    def _ask_remove(self, order: Order) -> None:
        say = self._words.page
        self.context.questions.ask(
            say.remove_ask,
            say.remove_ask_text,
            [("no", say.leave_it), ("yes", say.remove_it)],
            functools.partial(self._remove, order.id),
            safe="no",
        )

    def _remove(self, id_: str, answer: str) -> None:
        if answer == "yes":
            self._run(functools.partial(_remove, id_=id_), self._removed)

    def _removed(self, removed: RemovedOrder) -> None:
        say = self._words.page
        self._load()
        self.context.tell(say.removed, action=say.take_back, clicked=functools.partial(self._put_back, removed))

    def _put_back(self, removed: RemovedOrder) -> None:
        self._run(functools.partial(_put_back, removed=removed), lambda _order: self._load())

    def _take_newer(self, order: Order) -> None:
        work = functools.partial(_take_newer, id_=order.id, region=self.context.region)
        self._run(work, lambda _order: self._load())

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────
    def collect_draft(self) -> dict[str, str]:
        """What is typed and not yet kept, with the order it belongs to."""
        fields = self.form.draft() if self.form is not None else {}
        return {**fields, "changing": self._changing} if fields else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """The form with what was typed."""
        if fields:
            self._open_form(fields.get("changing", ""))
            if self.form is not None:
                self.form.restore(fields)

    def clear(self) -> None:
        """No form is open."""
        self.form, self._changing = None, ""
        self.forget_pending_draft()

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and self.form is None:
            self.restore_draft(fields)
            self.forget_pending_draft()

    # ── the record ──────────────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        if self.context.has_store():
            self.context.background.run(self, _load, self.show_view, self.context.questions.tell_error)
        else:
            self.show_view(OrdersView())

    def _run(self, work: Any, then: Callable[[Any], None]) -> None:
        self.context.background.run(self, work, then, self.context.questions.tell_error, changes=("orders",))

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if kinds & {"people", "incidents"} and self.isVisible():
            self._load()


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _load(session: Session, _job: Job) -> OrdersView:
    db = session.database
    return OrdersView(orders.list_orders(db), people.list_people(db, "harms"))


def _keep(session: Session, _job: Job, *, id_: str, form: OrderForm, region: Region | None) -> Order:
    if id_:
        # What the form has no field for stays as it is.
        known = orders.order(session.database, id_).form
        form = replace(form, article=known.article, photo=known.photo, notes=known.notes)
        return orders.change_order(session.database, session.clock, id_, form, region)
    return orders.add_order(session.database, session.clock, form, region)


def _remove(session: Session, _job: Job, *, id_: str) -> RemovedOrder:
    return orders.remove_order(session.database, id_)


def _put_back(session: Session, _job: Job, *, removed: RemovedOrder) -> Order:
    return orders.put_back_order(session.database, removed)


def _take_newer(session: Session, _job: Job, *, id_: str, region: Region) -> Order:
    return orders.take_newer_rule(session.database, session.clock, id_, region)
