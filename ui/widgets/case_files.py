"""The papers of an item: those kept already, and those that will be kept with it.

May touch: its own widgets and the file picker. Must never keep anything itself, and never delete a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.case_words import CaseWords
from ui.widgets import file_words
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.labels import Body
from ui.widgets.stack import stack


class FilesField(QWidget):
    """`pick(chosen)` opens the picker. `kept()`: ids of kept files; `paths()`: what is to be kept."""

    changed = Signal()

    def __init__(
        self,
        words: CaseWords,
        names: dict[str, str],
        pick: Callable[[Callable[[list[Path]], None]], None],
        *,
        name: str,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words, self._names, self._name = words, names, name
        self._kept: list[str] = []
        self._paths: list[Path] = []
        self._rows: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add = SecondaryButton(
            words.page.add_files, name=f"{name}-add", icon="paperclip", clicked=lambda: pick(self.take)
        )
        self._fill()

    def kept(self) -> tuple[str, ...]:
        """Ids of files that stay with the item."""
        return tuple(self._kept)

    def paths(self) -> tuple[Path, ...]:
        """What was picked and is not kept yet."""
        return tuple(self._paths)

    def show_files(self, kept: Iterable[str], paths: Iterable[Path] = ()) -> None:
        """Put a kept item's files, and what was picked, into the list."""
        self._kept = [one for one in kept if one in self._names]
        self._paths = list(dict.fromkeys(paths))
        self._fill()

    def take(self, paths: list[Path]) -> None:
        """More papers were picked."""
        self._paths = list(dict.fromkeys((*self._paths, *paths)))
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        words = self._words
        rows: list[QWidget] = [
            self._row(
                self._names[one] or words.page.private_file, f"{self._name}-{one}", partial(self._kept.remove, one)
            )
            for one in self._kept
        ]
        rows += [
            self._row(one.name, f"{self._name}-new-{place}", partial(self._paths.remove, one))
            for place, one in enumerate(self._paths)
        ]
        self._rows = stack(*rows, spacing=4)
        self._column.insertWidget(0, self._rows)
        self._rows.setVisible(bool(rows))
        if self._column.count() == 1:
            holder = stack(self.add)
            self._column.addWidget(holder)

    def _row(self, words: str, name: str, out: Callable[[], object]) -> QWidget:
        def take_out() -> None:
            out()
            self._fill()
            self.changed.emit()

        say = self._words.page.file_out
        return beside(
            Body(file_words.shown_name(words)),
            QuietButton(say, name=f"{name}-out", clicked=take_out, accessible=f"{say}: {words}"),
        )
