"""Files chosen for an entry that is not kept yet: how many, which, and a way to take a wrong one off again.

May touch: its own widgets. Must never open or read a file, and never show a name with signs that turn what follows
round.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton
from ui.widgets.column import HeldColumn
from ui.widgets.file_words import shown_name
from ui.widgets.labels import Body

# So many are named; the others are a number.
NAMED = 8
_NAME_NEEDS = 160


class ChosenFiles(QWidget):
    """`paths` in the order chosen; `said(count)` is the line above them. Hidden while there are none."""

    changed = Signal()

    def __init__(self, said: Callable[[int], str], *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}-list")
        self._name, self._said = name, said
        self.paths: list[Path] = []
        self.count = Body("", "small", name=name)
        self._rows: list[QWidget] = []
        self._column = HeldColumn(self, spacing=0)
        self._column.addWidget(self.count)
        self.hide()

    def add(self, paths: Sequence[Path]) -> None:
        """Choose these as well; one that is chosen already stays once."""
        self._set([*self.paths, *(path for path in dict.fromkeys(paths) if path not in self.paths)])

    def drop(self, paths: Sequence[Path]) -> None:
        """Choose these no longer."""
        self._set([one for one in self.paths if one not in paths])

    def clear(self) -> None:
        """Choose none."""
        self._set([])

    def _take_off(self, path: Path) -> None:
        at = self.paths.index(path)
        self._set([one for one in self.paths if one != path])
        # By keyboard the next one, or the last, is at hand.
        buttons = [button for row in self._rows for button in row.findChildren(QuietButton)]
        if buttons:
            buttons[min(at, len(buttons) - 1)].setFocus()

    def _set(self, paths: list[Path]) -> None:
        self.paths = paths
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number, path) for number, path in enumerate(paths[:NAMED], 1)]
        if len(paths) > NAMED:
            more = self.tr("And {count} more").format(count=len(paths) - NAMED)
            self._rows.append(Body(more, name=f"{self._name}-more"))
        for row in self._rows:
            self._column.addWidget(row)
            row.show()
        self.count.setText(self._said(len(paths)))
        self.setVisible(bool(paths))
        self.changed.emit()

    def _row(self, number: int, path: Path) -> QWidget:
        words = shown_name(path.name)
        off = QuietButton(
            self.tr("Take off"),
            name=f"{self._name}-{number}-off",
            clicked=partial(self._take_off, path),
            accessible=self.tr("Take off: {name}").format(name=words),
        )
        return beside(Body(words, name=f"{self._name}-{number}"), off, words_need=_NAME_NEEDS)
