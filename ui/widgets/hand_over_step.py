"""One step of the way: a card that folds to one line with what was chosen, and lists that grow in portions.

May touch: its own widgets. Must never keep her from going on: every step can be left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.handing_words import HandingWords
from ui.theme import current
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.column import Column
from ui.widgets.flow import flow
from ui.widgets.stack import stack, tighten

AT_ONCE = 12


class Step(Card):
    """`opened` when it unfolds; `next_` and `back` when she goes on or back from it."""

    opened = Signal(bool)
    next_ = Signal()
    back = Signal()

    def __init__(
        self, id_: str, title: str, words: HandingWords, *widgets: QWidget, first: bool = False, last: bool = False
    ) -> None:
        super().__init__(name=f"hand-over-{id_}-card")
        self.setAccessibleName(title)
        self.id = id_
        ways: list[QWidget] = []
        if not first:
            ways.append(
                SecondaryButton(words.page.back, name=f"hand-over-back-{id_}", icon="caret-left", clicked=self._back)
            )
        if not last:
            ways.append(SecondaryButton(words.page.next, name=f"hand-over-next-{id_}", clicked=self._next))
        self.inside = stack(*widgets, flow(*ways, spacing=10), spacing=12)
        self._fold = Unfold(title, self.inside, name=f"hand-over-step-{id_}", why=" ")
        self.button, self.summary = self._fold.button, self._fold.why
        self.summary.setObjectName(f"hand-over-sum-{id_}")
        # Under the words of the line, not under its arrow.
        self.summary.setIndent(current().px(34))
        self._fold.unfolded.connect(self._folded)
        self.add(self._fold)
        tighten(self, 8)

    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self.button.isChecked()

    def set_open(self, on: bool) -> None:  # noqa: FBT001
        """Unfold or fold."""
        self.button.setChecked(on)

    def say(self, summary: str) -> None:
        """What was chosen, in one line."""
        self.summary.setText(summary)
        self.button.setAccessibleDescription(summary)

    def _folded(self, on: bool) -> None:  # noqa: FBT001
        self.summary.setVisible(not on)
        self.opened.emit(on)

    def _next(self) -> None:
        self.next_.emit()

    def _back(self) -> None:
        self.back.emit()


class Portions(Column):
    """Rows for `items`, a portion at a time; show() keeps as many as were open."""

    def __init__(
        self,
        build: Callable[[int, Any], QWidget],
        *,
        name: str,
        more: str,
        at_once: int = AT_ONCE,
        at_first: int = 0,
    ) -> None:
        super().__init__(name=name)
        self._build, self._more_words, self._at_once = build, more, at_once
        self._items: Sequence[Any] = ()
        self._at_first = at_first or at_once
        self._wanted, self._built = self._at_first, 0
        self._rows = stack(spacing=12)
        self.more = SecondaryButton("", name=f"{name}-more", clicked=self._show_more)
        self._foot = flow(self.more)
        self.add(self._rows, self._foot)

    def show_items(self, items: Sequence[Any], *, anew: bool = False) -> None:
        """Show these; with `anew` only the first portion."""
        self._items = items
        if anew:
            self._wanted = self._at_first
        self.column.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = stack(spacing=12)
        self.column.insertWidget(0, self._rows)
        self._built = 0
        self._fill()

    def _show_more(self) -> None:
        self._wanted += self._at_once
        self._fill()

    def _fill(self) -> None:
        for place in range(self._built, min(self._wanted, len(self._items))):
            self._rows.add(self._build(place, self._items[place]))
            self._built = place + 1
        left = len(self._items) - self._built
        self._foot.setVisible(left > 0)
        self.more.set_words(self._more_words.format(count=left))
