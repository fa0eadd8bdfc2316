"""Orders: what is forbidden to someone and until when; her paper counts more than what is counted here.

May touch: the orders she keeps, through the background. Must never say that an order keeps anyone away, and never
call a day missed.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from safeplan.content.order_words import load_order_words
from safeplan.errors import SafePlanError
from safeplan.records.deadlines import local_day
from safeplan.records.orders import Order
from ui.page import Page, PageContext
from ui.widgets import order_store
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.flow import flow
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import Body
from ui.widgets.log_ways import LogWays
from ui.widgets.order_below import order_below
from ui.widgets.order_breach import BreachFields, WriteFields
from ui.widgets.order_broken import Broken
from ui.widgets.order_card import OrderCard, Present
from ui.widgets.order_form import OrderFields
from ui.widgets.order_papers import OrderPapers
from ui.widgets.order_removing import Removing
from ui.widgets.order_sheet import Form
from ui.widgets.order_store import OrdersView
from ui.widgets.order_writing import Writing
from ui.widgets.paper_taking import PaperTaking, TakingWords
from ui.widgets.scroll_page import ScrollPage


class OrdersPage(Page):
    """The list, or one form in its place."""

    name = "orders"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = load_order_words(context.language)
        self._view = OrdersView()
        # The order to look at stands first when the list is filled next.
        self._wanted = ""
        # An order and the name of something in it, for the focus when the list is filled next.
        self._at = ("", "")
        # What stands in the form is being written.
        self._keeping = False
        self.form: Form | None = None
        # The order, or for what came of a breach the breach, that the open form belongs to.
        self.about = ""
        self.broken = Broken(self, self._words)
        self.writing = Writing(self, self._words)
        # A draft about a breach waits here until the breach is read.
        self._draft: dict[str, str] = {}
        # What stood in the form when it was opened.
        self._first: dict[str, str] = {}
        say = self._words.page
        photo = TakingWords(say.photo_taking, say.photo_kept, say.photo_stopped, say.photo_failed)
        self.taking = PaperTaking(context, photo, changes=("orders", "incidents"), name="orders-work")
        self.sheet = ScrollPage(name="orders-scroll")
        self.papers = OrderPapers(self, say, self.taking)
        self.removing = Removing(self, say)
        self.layout_.addWidget(self.taking)
        self.layout_.addWidget(self.sheet)
        self.filling = InTurns(self)
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self._words.page.title

    def arrive(
        self,
        *,
        kept: bool = False,
        sent: dict[str, str] | None = None,
        came: str = "",
        write: str = "",
        order_id: str = "",
        **_arguments: Any,
    ) -> None:
        """Ask for every order kept. `kept`: the form that stood here, `sent`, is in the store now. Ids of orders:
        `came`, the person came or called; `write`, she is safe now and writes it down; `order_id`, the one to look
        at."""
        self.look_at(order_id)
        # A page built anew gets its arguments again; what she writes then is not kept yet.
        self.arguments = {}
        later = self.collect_draft() if kept else {}
        # A form in which nothing was typed is no reason to keep the list from her.
        if kept or (self.form is not None and self.form.draft() == self._first):
            self.clear()
        if later and later != sent:
            # Typed since the press: a change of what is kept now.
            self.restore_draft({**later, "changing": order_id})
            self.save_draft_now()
        if kept:
            self.context.tell(self._words.page.kept, hint=self._words.page.not_stop)
        if came:
            self.broken.ask_there_now(came)
        self.read_anew()
        if self.form is None:
            self.context.load_draft(self.name, self._restore_if_blank)
        if write:
            self.broken.write(write)

    def show_view(self, view: OrdersView) -> None:
        """Show the orders, unless she is writing."""
        self._view = view
        if self._draft:
            self.restore_draft(self._draft)
        self.writing.show_people()
        if self.form is None:
            self._show_list()

    def escape(self) -> None:
        """Back to the list; the message takes back what was typed."""
        if self.form is not None:
            self._leave()

    # ── the list ────────────────────────────────────────────────────────────────────────────────────────────────
    def _show_list(self) -> None:
        say = self._words.page
        self._start_over()
        self.sheet.add(LogWays(self.context, self.name))
        add = SecondaryButton(say.add, name="orders-add", icon="plus", clicked=self.writing.add)
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
        wanted, self._wanted = self._wanted, ""
        listed = sorted(self._view.orders, key=lambda one: one.id != wanted)
        cards = [functools.partial(self._add_card, one) for one in listed]
        self.filling.begin((*cards, lambda: self.sheet.add(flow(add))))

    def _add_card(self, order: Order) -> None:
        now, name = self.now(), f"orders-{order.id}"
        card = OrderCard(
            order,
            now,
            change=self.writing.change,
            remove=self.removing.ask,
            newer=self.removing.take_newer,
            came=lambda one: self.broken.ask_there_now(one.id),
            name=name,
        )
        card.below.add(*order_below(order, self._view, now, self.broken, self.papers, name=name))
        self.sheet.add(card)
        self._look_there(card)

    def look_at(self, order_id: str, name: str = "") -> None:
        """When the list is filled next the focus goes to this order, or to what has this name in it."""
        self._wanted, self._at = order_id, (order_id, name)

    def _look_there(self, part: QWidget) -> None:
        order_id, name = self._at
        if order_id and part.objectName() == f"orders-{order_id}":
            self._at = ("", "")
            found = part.findChild(QWidget, name) if name else None
            self.focus_on(found if isinstance(found, QWidget) else part)

    def _start_over(self) -> None:
        self.hold_focus()
        self.rest_from_clicks(self.sheet)
        self.filling.stop()
        self.sheet.empty()
        self.sheet.verticalScrollBar().setValue(0)

    def now(self) -> Present:
        """The words, the pack and her day."""
        clock = self.context.clock
        return Present(self._words, self.context.region, local_day(clock), clock.zone())

    # ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def open_form(self, form: Form, about: str, keep: Callable[[], None], *, below: Sequence[QWidget] = ()) -> None:
        """Put a form in place of the list; `below` stands under it."""
        say = self._words.page
        self._start_over()
        self.form, self.about, self._draft, self._first = form, about, {}, form.draft()
        form.changed.connect(self.touch_draft)
        if not self.context.has_store():
            form.add(Body(say.not_kept, "small", name="orders-not-kept"))
        form.add_row(
            PrimaryButton(say.keep, name="orders-keep", icon="check", clicked=keep),
            QuietButton(say.back, name="orders-back", clicked=self._leave),
        )
        self.sheet.add(form)
        if below:
            self.sheet.add(flow(*below))
        form.show()
        self.forget_pending_draft()

    def _leave(self) -> None:
        fields = self.collect_draft() if self.form is not None and self.form.draft() != self._first else {}
        self._left()
        self.read_anew()
        if fields:
            say, again = self._words.page, functools.partial(self.restore_draft, fields)
            self.context.tell(say.left, action=say.take_back, clicked=again)

    def _left(self) -> None:
        self.clear()
        self.context.clear_draft(self.name)

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────
    def collect_draft(self) -> dict[str, str]:
        """What is typed and not yet kept, with the order it belongs to."""
        if self.form is None:
            return dict(self._draft)
        fields = self.form.draft()
        kind = {OrderFields: "order", WriteFields: "write", BreachFields: "breach"}[type(self.form)]
        if isinstance(self.form, BreachFields) and self.form.is_new:
            kind = "note"
        return {**fields, "form": kind, "changing": self.about} if fields else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """The form with what was typed; one about a breach waits until its order is read."""
        changing, kind = fields.get("changing", ""), fields.get("form")
        if kind == "order":
            self.writing.open(changing).restore(fields)
        elif kind == "write":
            self.broken.open_write(changing).restore(fields)
        elif kind in ("breach", "note"):
            if not self._view.orders:
                self._draft = dict(fields)
                return
            self._draft = {}
            if kind == "note":
                self.broken.open_note(changing)
            elif self._view.find(changing) is not None:
                self.broken.open(changing)
            if self.form is not None:
                self.form.restore(fields)
                self.show_again()

    def clear(self) -> None:
        """No form is open."""
        self.form, self.about, self._draft = None, "", {}
        self.forget_pending_draft()

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and self.form is None:
            self.restore_draft(fields)
            self.forget_pending_draft()

    # ── the record ──────────────────────────────────────────────────────────────────────────────────────────────
    def view(self) -> OrdersView:
        """What was read last."""
        return self._view

    def read_anew(self, then: Callable[[OrdersView], None] | None = None) -> None:
        """Ask the worker for everything."""

        def came(view: OrdersView) -> None:
            self.show_view(view)
            if then is not None:
                then(view)

        if self.context.has_store():
            self.context.background.run(self, order_store.load, came, self.context.questions.tell_error)
        else:
            came(OrdersView())

    def back_to_list(self, message: str, then: Callable[[OrdersView], None] | None = None) -> None:
        """Take the form away and read anew."""
        self._left()
        self.read_anew(then)
        if message:
            self.context.tell(message)

    def run_work(self, work: Any, then: Callable[[Any], None], changes: tuple[str, ...] = ("orders",)) -> None:
        """Write, in the worker."""
        self.context.background.run(self, work, then, self.context.questions.tell_error, changes=changes)

    def keep_work(
        self,
        work: Any,
        then: Callable[[Any], None],
        changes: tuple[str, ...] = ("orders",),
        *,
        owner: QObject | None = None,
    ) -> None:
        """Write what stands in the form, which takes no typing meanwhile; nothing while that is being written."""
        if self._keeping:
            return
        self._keeping = True
        tell_error = self.context.questions.tell_error
        # What she types until the answer would go with the form.
        held = self.form if owner is None else None
        if held is not None:
            self.hold_focus()
            held.setEnabled(False)

        def over() -> None:
            self._keeping = False
            if held is not None and isValid(held):
                held.setEnabled(True)

        def done(result: Any) -> None:
            over()
            then(result)

        def failed(error: SafePlanError) -> None:
            over()
            tell_error(error)

        self.context.background.run(owner or self, work, done, failed, changes=changes)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if kinds & {"people", "incidents"} and self.isVisible():
            self.read_anew()
