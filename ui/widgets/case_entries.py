"""Choosing the entries something is about: the newest ones, or those with the words she looks for.

May touch: its own widgets. Must never lose what is chosen because the list shows something else now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.case_words import CaseWords
from ui.widgets.case_days import shortened
from ui.widgets.case_store import EntryName
from ui.widgets.fields import TextLine, TickBox
from ui.widgets.labels import Body
from ui.widgets.stack import stack

_PAUSE_MS = 250


class EntryChoice(QWidget):
    """`look(text, then)` finds entries and hands them to then(found). Without `several` one or none is chosen."""

    changed = Signal()

    def __init__(
        self,
        words: CaseWords,
        known: Iterable[EntryName],
        newest: Sequence[EntryName],
        look: Callable[[str, Callable[[tuple[EntryName, ...]], None]], None],
        *,
        several: bool,
        name: str,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words, self._look, self._several, self._name = words, look, several, name
        self._known = {one.id: one for one in (*newest, *known)}
        self._shown: tuple[EntryName, ...] = tuple(newest)
        self._chosen: list[str] = []
        self.search = TextLine(
            name=f"{name}-search", accessible=words.page.entries_search, placeholder=words.page.entries_search
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look_now)
        self.search.textChanged.connect(self._pause.start)
        self._rows = stack(spacing=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stack(self.search, self._rows, spacing=6))
        self.boxes: dict[str, TickBox] = {}
        self._fill()

    def chosen(self) -> tuple[str, ...]:
        """The ids chosen, in the order in which they were."""
        return tuple(self._chosen)

    def set_chosen(self, ids: Iterable[str]) -> None:
        """Choose exactly these; ids of entries that are gone are left out."""
        self._chosen = [one for one in ids if one in self._known]
        self._fill()

    def look_now(self) -> None:
        """Find what she typed."""
        self._pause.stop()
        self._look(self.search.text(), self._found)

    def _found(self, entries: tuple[EntryName, ...]) -> None:
        self._known |= {one.id: one for one in entries}
        self._shown = entries
        self._fill()

    def _fill(self) -> None:
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        for other in self._rows.findChildren(Body, f"{self._name}-none"):
            other.hide()
            other.deleteLater()
        first = [self._known[one] for one in self._chosen]
        rest = [one for one in self._shown if one.id not in self._chosen]
        self.boxes = {}
        for one in (*first, *rest):
            said = self._words.page.entry_is.format(number=one.number, words=shortened(one.words))
            box = TickBox(said, name=f"{self._name}-{one.id}", checked=one.id in self._chosen)
            box.toggled.connect(partial(self._toggled, one.id))
            self.boxes[one.id] = box
        self._rows.add(*self.boxes.values())
        if not rest and self.search.text().strip():
            self._rows.add(Body(self._words.page.entries_none, "muted", name=f"{self._name}-none"))

    def _toggled(self, id_: str, on: bool) -> None:  # noqa: FBT001
        if on and not self._several:
            others, self._chosen = self._chosen, [id_]
            for other in others:
                if other in self.boxes:
                    self.boxes[other].set_checked(on=False)
        elif on:
            self._chosen.append(id_)
        elif id_ in self._chosen:
            self._chosen.remove(id_)
        self.changed.emit()
