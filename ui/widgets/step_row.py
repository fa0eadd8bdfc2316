"""One step of the plan in a list: its words, whom it is with, and what can be said about it with one press.

May touch: its own widgets. Must never show a name in full unless it was given one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.stack import stack


class StepRow(QWidget):
    """`actions` are (id, words, icon, clicked); the first is a framed button, the others are underlined words.

    Buttons are named f"{name}-{id}" and tell a screen reader which step they belong to.
    """

    def __init__(
        self,
        words: str,
        actions: Sequence[tuple[str, str, str, Callable[[], object]]],
        *,
        name: str,
        notes: Sequence[str] = (),
        done: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.words = Body(words, "muted" if done else "body", name=f"{name}-words")
        text = stack(self.words, *(Body(note, "small") for note in notes if note), spacing=2)
        buttons: list[QWidget] = []
        for place, (id_, label, icon, clicked) in enumerate(actions):
            kind = QuietButton if place else SecondaryButton
            buttons.append(
                kind(label, name=f"{name}-{id_}", icon=icon, clicked=clicked, accessible=f"{label}: {words}")
            )
        outer.addWidget(beside(text, flow(*buttons, spacing=4)) if buttons else text)
