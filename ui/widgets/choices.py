"""Choices shown as chips: several of a list, one of a list, and how a step stands.

May touch: its own widgets. Must never colour a choice as right or wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout


class _Chip(Button):
    part = "chip"

    def __init__(self, text: str, *, name: str) -> None:
        super().__init__(text, name=name)
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour; Space and Enter choose."""
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()), 0)
        group = self.parentWidget()
        if step and group is not None:
            chips = [c for c in group.findChildren(_Chip) if c.isVisible()]
            chips[(chips.index(self) + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Choice(QWidget):
    """Chips for `options` of (id, words). With `several`, any number can be chosen; otherwise one or none."""

    changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        accessible: str = "",
        several: bool = True,
        chosen: Iterable[str] = (),
        may_be_none: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._several = several
        self._may_be_none = may_be_none or several
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = FlowLayout(self)
        self.chips: dict[str, Button] = {}
        for id_, words in options:
            chip = _Chip(words, name=f"{name}-{id_}")
            chip.clicked.connect(lambda _on=False, which=id_: self._pressed(which))
            self.chips[id_] = chip
            layout.addWidget(chip)
        self.set_chosen(chosen)

    def chosen(self) -> tuple[str, ...]:
        """The ids chosen, in the order shown."""
        return tuple(id_ for id_, chip in self.chips.items() if chip.isChecked())

    def one(self) -> str:
        """The id chosen, or "" for none."""
        return next(iter(self.chosen()), "")

    def set_chosen(self, ids: Iterable[str]) -> None:
        """Choose exactly these; says nothing."""
        wanted = set(ids)
        for id_, chip in self.chips.items():
            chip.setChecked(id_ in wanted)

    def _pressed(self, which: str) -> None:
        if not self._several:
            on = self.chips[which].isChecked() or not self._may_be_none
            self.set_chosen([which] if on else [])
        self.changed.emit()


class StateChoice(Choice):
    """How a step of the plan stands. "Not safe for me" is an answer like the others, neither right nor wrong."""

    def __init__(self, *, name: str, accessible: str = "", state: str = "") -> None:
        words = {
            "will_do": QCoreApplication.translate("StateChoice", "Will do"),
            "done": QCoreApplication.translate("StateChoice", "Done"),
            "not_now": QCoreApplication.translate("StateChoice", "Not now"),
            "not_safe": QCoreApplication.translate("StateChoice", "Not safe for me"),
        }
        super().__init__(
            tuple(words.items()), name=name, accessible=accessible, several=False, chosen=[state] if state else []
        )

    def state(self) -> str:
        """ "will_do", "done", "not_now", "not_safe" or ""."""
        return self.one()
