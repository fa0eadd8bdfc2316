"""What the page about orders lets its parts do: put a form in place of the list, read anew, write.

May touch: nothing. Must never know how a part works.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.page import PageContext
from ui.widgets.order_breach import BreachFields, WriteFields
from ui.widgets.order_card import Present
from ui.widgets.order_form import OrderFields
from ui.widgets.order_store import OrdersView

Form = OrderFields | WriteFields | BreachFields


class Sheet(Protocol):
    """The page on which forms about a breach stand."""

    context: PageContext
    form: Form | None
    # The order, or for what came of a breach the breach, that the open form belongs to.
    about: str

    def now(self) -> Present:
        """The words, the pack and her day."""

    def view(self) -> OrdersView:
        """What was read last."""

    def open_form(self, form: Form, about: str, keep: Callable[[], None], *, below: Sequence[QWidget] = ()) -> None:
        """Put a form in place of the list."""

    def collect_draft(self) -> dict[str, str]:
        """What is typed and not yet kept."""

    def back_to_list(self, message: str, then: Callable[[OrdersView], None] | None = None) -> None:
        """Take the form away and read anew."""

    def look_at(self, order_id: str, name: str = "") -> None:
        """When the list is filled next the focus goes to this order, or to what has this name in it."""

    def read_anew(self, then: Callable[[OrdersView], None] | None = None) -> None:
        """Ask the worker for everything."""

    def run_work(self, work: Any, then: Callable[[Any], None], changes: tuple[str, ...] = ("orders",)) -> None:
        """Write, in the worker."""

    def keep_work(
        self,
        work: Any,
        then: Callable[[Any], None],
        changes: tuple[str, ...] = ("orders",),
        *,
        owner: QObject | None = None,
    ) -> None:
        """Write what stands in the form; nothing while that is being written already. `owner`: who outlives it, and
        leaves her what she types meanwhile."""
