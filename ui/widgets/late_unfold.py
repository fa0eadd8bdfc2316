"""A line that unfolds something built only then: a page with sixty of them stands as soon as one with six.

May touch: its own widgets. Must never build twice, and never leave unfolded what was not built.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.card import Unfold


class LateUnfold(Unfold):
    """`build` makes the content the first time it is asked for. `inset`: what unfolds in turn stands further in."""

    def __init__(
        self, title: str, build: Callable[[], QWidget], *, name: str, open_: bool = False, inset: bool = False
    ) -> None:
        self._build: Callable[[], QWidget] | None = build
        holder = QWidget()
        self._inside = QVBoxLayout(holder)
        self._inside.setContentsMargins(current().px(22) if inset else 0, 0, 0, 0)
        super().__init__(title, holder, name=name)
        self.unfolded.connect(self._fill)
        self.button.setChecked(open_)

    def _fill(self, on: bool) -> None:  # noqa: FBT001
        build, self._build = (None, self._build) if not on else (self._build, None)
        if build is not None:
            self._inside.addWidget(build())
