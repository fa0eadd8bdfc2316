"""One line that says what is chosen but lies in memory only, with the way to keep it.

May touch: its own widgets. Must never stay on the page once everything is kept.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.plan_keeping import PlanView
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.warm_note import WarmNote


class NotKept(QWidget):
    """Hidden until show_for() is given a view that is not kept."""

    def __init__(self, action: str, keep: Callable[[], object], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        note = WarmNote(self.tr("Not kept yet: hiding erases this"), name=f"{name}-words")
        column.addWidget(beside(note, SecondaryButton(action, name=f"{name}-keep", icon="check", clicked=keep)))
        self.hide()

    def show_for(self, view: PlanView) -> None:
        """Appear when something is chosen and not kept, unless she only reads."""
        self.setVisible(view.asks_to_keep)
