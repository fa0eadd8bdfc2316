"""Where something goes from a kiosk: the sticks that are plugged in now, each a button.

May touch: the worker, for looking. Must never remember a place, and never offer the computer's own disk where the
policy says sticks only.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.kiosk_words import LeaveWords
from ui.kiosk_work import find_places
from ui.page import PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.file_words import shown_name
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading


class Places(QWidget):
    """`chosen(place)` is called with what she presses."""

    def __init__(
        self, context: PageContext, words: LeaveWords, chosen: Callable[[Path], object], *, name: str
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context, self._words, self._chosen = context, words, chosen
        self._only_sticks = context.room.policy.only_removable
        self.none = Body(words.no_stick, name=f"{name}-none")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Heading(words.which_stick, 3))
        self._column.addWidget(self.none)
        self._row: QWidget | None = None
        self.none.hide()

    def look(self) -> None:
        """Ask what is plugged in."""
        work = functools.partial(find_places, only_sticks=self._only_sticks)
        self._context.background.run(self, work, self._show, self._context.questions.tell_error)

    def _show(self, places: tuple[Path, ...]) -> None:
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        name = self.objectName()
        buttons = [
            SecondaryButton(
                shown_name(place.name or str(place)),
                name=f"{name}-{at}",
                icon="usb",
                clicked=functools.partial(self._chosen, place),
            )
            for at, place in enumerate(places)
        ]
        buttons.append(
            SecondaryButton(
                self._words.look_again, name=f"{name}-look", icon="arrow-counter-clockwise", clicked=self.look
            )
        )
        if not self._only_sticks:
            other = functools.partial(self._context.picker.pick_folder, self._chosen)
            buttons.append(
                SecondaryButton(self._words.other_folder, name=f"{name}-other", icon="folder-open", clicked=other)
            )
        self.none.setVisible(not places)
        self._row = flow(*buttons)
        self._column.addWidget(self._row)
