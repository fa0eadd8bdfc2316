"""What every card of the settings has: its words, the page's context, and errors said below the field.

May touch: the page's context. Must never keep a secret: fields are emptied into the worker's hands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.errors import SafePlanError
from ui.background import Work
from ui.error_texts import error_text
from ui.page import PageContext
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField
from ui.widgets.labels import Body, Heading


class SettingsCard(Card):
    """One topic."""

    def __init__(self, context: PageContext, *, name: str) -> None:
        super().__init__(name=name)
        self.context = context

    def say(self, title: str, text: str = "") -> None:
        """The card's heading and sentence."""
        self.setAccessibleName(title)
        self.add(Heading(title, 2))
        if text:
            self.add(Body(text, "muted"))

    def work(
        self, work: Work, done: Callable[[Any], None], failed: Callable[[SafePlanError], None], **more: Any
    ) -> Any:
        """Run in the worker; see Background.run."""
        return self.context.background.run(self, work, done, failed, **more)


def one_of(options: list[tuple[str, str]], name: str, chosen: str, accessible: str) -> Choice:
    """Chips of which exactly one is chosen."""
    return Choice(options, name=name, accessible=accessible, several=False, chosen=[chosen], may_be_none=False)


def say_below(field: LabelledField, error: SafePlanError) -> None:
    """The sentence and the hint of a named failure below the field it is about; it takes the focus."""
    words = error_text(error)
    if words is not None:
        field.show_error(f"{words.sentence} {words.hint}".strip())
        field.field.setFocus()


def column(*widgets: QWidget) -> QWidget:
    """The widgets below each other, as one."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
