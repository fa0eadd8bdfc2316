"""Orders: what is forbidden to someone and until when; her paper counts more than what is counted here.

May touch: the orders she keeps, through the background. Must never say that an order keeps anyone away, and never
call a day missed.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from safeplan.content.order_words import load_order_words
from safeplan.errors import DateImpossible
from safeplan.records import working_notes
from safeplan.records.breaches import Breach
from safeplan.records.deadlines import local_day
from safeplan.records.orders import Order, RemovedOrder
from safeplan.records.people import shown_name
from ui.page import Page, PageContext
from ui.widgets import order_store
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.order_breach import BreachFields, Noted, WriteFields, noted_words
from ui.widgets.order_card import OrderCard, Present
from ui.widgets.order_form import OrderFields
from ui.widgets.order_store import OrdersView
from ui.widgets.scroll_page import ScrollPage


class OrdersPage(Page):
    """The list, or one form in its place."""

    name = "orders"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = load_order_words(context.language)
        self._view = OrdersView()
        self.form: OrderFields | WriteFields | BreachFields | None = None
        # The order, or for what came of a breach the breach, that the open form belongs to.
        self._changing = ""
        # A draft about a breach waits here until the breach is read.
        self._draft: dict[str, str] = {}
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

    def arrive(self, *, kept: bool = False, came: str = "", **_arguments: Any) -> None:
        """Ask for every order kept. `kept`: the form that stood here is in the store now; `came`: the id of an order
        for which she says that the person came or called."""
        # A page built anew gets its arguments again; what she writes then is not kept yet.
        self.arguments = {}
        if kept:
            self.clear()
            self.context.tell(self._words.page.kept, hint=self._words.page.not_stop)
        if came:
            self._ask_there_now(came)
        self._load()
        if self.form is None:
            self.context.load_draft(self.name, self._restore_if_blank)

    def show_view(self, view: OrdersView) -> None:
        """Show the orders, unless she is writing."""
        self._view = view
        if self._draft:
            self.restore_draft(self._draft)
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
        now = self._now()
        card = OrderCard(
            order,
            now,
            change=self._change,
            remove=self._ask_remove,
            newer=self._take_newer,
            came=lambda one: self._ask_there_now(one.id),
            name=f"orders-{order.id}",
        )
        noted = self._view.noted.get(order.id, ())
        if noted:
            card.below.add(Heading(self._words.page.breaches, 3), *(self._line(one, now) for one in noted))
        return card

    def _line(self, noted: Noted, now: Present) -> QWidget:
        say, words = self._words.page, noted_words(noted, now)
        button = SecondaryButton(
            say.breach_open,
            name=f"orders-breach-{noted.breach.id}",
            clicked=functools.partial(self.open_breach, noted.breach.id),
            accessible=f"{say.breach_open}: {words}",
        )
        return beside(Body(words), button)

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
        form = self._open_order("")
        next(iter(form.kind.chips.values())).setFocus()

    def _change(self, order: Order) -> None:
        self._open_order(order.id).show_form(order.form)
        self.forget_pending_draft()

    def _open_order(self, changing: str) -> OrderFields:
        reveal = bool(getattr(self.context.settings, "names_shown", False))
        against = [(one.id, shown_name(one, reveal)) for one in self._view.people]
        form = OrderFields(self._words, self.context.region, against, self._now().today, name="orders-form")
        self._open(form, changing, self.keep)
        return form

    def _open(self, form: OrderFields | WriteFields | BreachFields, changing: str, keep: Callable[[], None]) -> None:
        say = self._words.page
        self._start_over()
        self.form, self._changing, self._draft = form, changing, {}
        form.changed.connect(self.touch_draft)
        if not self.context.has_store():
            form.add(Body(say.not_kept, "small", name="orders-not-kept"))
        form.add_row(
            PrimaryButton(say.keep, name="orders-keep", icon="check", clicked=keep),
            QuietButton(say.back, name="orders-back", clicked=self._leave),
        )
        self.sheet.add(form)
        form.show()

    def _leave(self) -> None:
        self._left()
        self._load()

    def _left(self) -> None:
        self.clear()
        self.context.clear_draft(self.name)

    def keep(self) -> None:
        """Keep the order; before the first passphrase it is asked for."""
        if not isinstance(self.form, OrderFields):
            return
        try:
            form = self.form.read()
        except DateImpossible:
            return
        if working_notes.is_blank(form):
            self.form.say_nothing_written()
            return
        context = self.context
        work = functools.partial(order_store.keep, id_=self._changing, form=form, region=context.region)

        def kept(_order: Order) -> None:
            context.clear_draft("orders")
            context.go("orders", kept=True)

        def keep() -> None:
            # The page may be built anew while she chooses a passphrase: only the context outlives it.
            context.background.run(context.background, work, kept, context.questions.tell_error, changes=("orders",))

        context.keep_first(keep)

    # ── that person came or called ──────────────────────────────────────────────────────────────────────────────
    def _ask_there_now(self, order_id: str) -> None:
        """Danger first: the numbers, and words to read aloud. Writing it down comes after."""
        say, region = self._words.page, self.context.region
        numbers = [one.value for one in region.lines if one.emergency] if region is not None else []
        self.context.questions.ask(
            say.there_now,
            say.there_now_text,
            [("back", say.there_now_back), ("no", say.there_now_no), ("yes", say.there_now_yes)],
            functools.partial(self._there_now, order_id),
            safe="back",
            body=Body("   ".join(numbers), "number", name="orders-numbers") if numbers else None,
        )

    def _there_now(self, order_id: str, answer: str) -> None:
        if answer == "yes":
            self.context.go("say_this", talk="police")
        elif answer == "no" and not (self.form is not None and self.form.draft()):
            # What she was writing here already stays: it is not kept yet.
            self._open_write(order_id).text.setFocus()

    def _open_write(self, order_id: str) -> WriteFields:
        form = WriteFields(self._words, self._now().today, name="orders-write")
        self._open(form, order_id, self.keep_entry)
        return form

    def keep_entry(self) -> None:
        """A new entry, linked to the order; then what the police have to do."""
        if not isinstance(self.form, WriteFields):
            return
        try:
            form = self.form.read()
        except DateImpossible:
            return
        if form is not None:
            work = functools.partial(order_store.write_breach, order_id=self._changing, form=form)
            self._run(work, self._written, ("orders", "incidents"))

    def _written(self, breach: Breach) -> None:
        self._left()
        self.context.tell(self._words.page.kept)
        then = functools.partial(self._show_breach, breach.id)
        self.context.background.run(self, order_store.load, then, self.context.questions.tell_error)

    def _show_breach(self, breach_id: str, view: OrdersView) -> None:
        self._view = view
        self.open_breach(breach_id)

    def open_breach(self, breach_id: str) -> None:
        """What the police have to do, and what they said."""
        found = self._view.find(breach_id)
        if found is None:
            self._load()
            return
        order, noted = found
        self._open(BreachFields(noted, order, self._now(), name="orders-said"), breach_id, self.keep_breach)
        say, entry = self._words.page, noted.breach.incident_id
        unlink = functools.partial(order_store.unlink, id_=breach_id)
        ways: list[QWidget] = [
            QuietButton(say.breach_unlink, name="orders-unlink", clicked=lambda: self._run(unlink, self._unlinked))
        ]
        if entry:
            go = functools.partial(self.context.go, "entry", incident_id=entry)
            ways.insert(0, SecondaryButton(say.breach_entry, name="orders-entry", clicked=go))
        self.sheet.add(flow(*ways))
        self.forget_pending_draft()

    def keep_breach(self) -> None:
        """Keep what came of it."""
        if not isinstance(self.form, BreachFields):
            return
        try:
            form = self.form.read()
        except DateImpossible:
            return
        work = functools.partial(order_store.keep_breach, id_=self._changing, form=form)
        self._run(work, lambda _breach: self._back_to_list(self._words.page.kept))

    def _unlinked(self, removed: Breach) -> None:
        say = self._words.page
        again = functools.partial(order_store.link_again, removed=removed)
        self._back_to_list("")
        back = functools.partial(self._run, again, lambda _breach: self._load())
        self.context.tell(say.breach_unlinked, action=say.take_back, clicked=back)

    def _back_to_list(self, message: str) -> None:
        self._left()
        self._load()
        if message:
            self.context.tell(message)

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
            self._run(functools.partial(order_store.remove, id_=id_), self._removed)

    def _removed(self, removed: RemovedOrder) -> None:
        say = self._words.page
        self._load()
        self.context.tell(say.removed, action=say.take_back, clicked=functools.partial(self._put_back, removed))

    def _put_back(self, removed: RemovedOrder) -> None:
        self._run(functools.partial(order_store.put_back, removed=removed), lambda _order: self._load())

    def _take_newer(self, order: Order) -> None:
        work = functools.partial(order_store.take_newer, id_=order.id, region=self.context.region)
        self._run(work, lambda _order: self._load())

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────
    def collect_draft(self) -> dict[str, str]:
        """What is typed and not yet kept, with the order it belongs to."""
        if self.form is None:
            return dict(self._draft)
        fields = self.form.draft()
        kind = {OrderFields: "order", WriteFields: "write", BreachFields: "breach"}[type(self.form)]
        return {**fields, "form": kind, "changing": self._changing} if fields else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """The form with what was typed; one about a breach waits until its order is read."""
        changing, kind = fields.get("changing", ""), fields.get("form")
        if kind == "order":
            self._open_order(changing).restore(fields)
        elif kind == "write":
            self._open_write(changing).restore(fields)
        elif kind == "breach" and self._view.find(changing) is None:
            self._draft = {} if self._view.orders else dict(fields)
        elif kind == "breach":
            self.open_breach(changing)
            if self.form is not None:
                self.form.restore(fields)

    def clear(self) -> None:
        """No form is open."""
        self.form, self._changing, self._draft = None, "", {}
        self.forget_pending_draft()

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and self.form is None:
            self.restore_draft(fields)
            self.forget_pending_draft()

    # ── the record ──────────────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        if self.context.has_store():
            self.context.background.run(self, order_store.load, self.show_view, self.context.questions.tell_error)
        else:
            self.show_view(OrdersView())

    def _run(self, work: Any, then: Callable[[Any], None], changes: tuple[str, ...] = ("orders",)) -> None:
        self.context.background.run(self, work, then, self.context.questions.tell_error, changes=changes)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if kinds & {"people", "incidents"} and self.isVisible():
            self._load()
