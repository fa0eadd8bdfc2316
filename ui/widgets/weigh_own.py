"""A way of her own: what it would be, what of hers it could serve and what it could cost, all in her words.

May touch: its own widgets. Must never answer for her.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from safeplan.content.weigh import WeighWords
from safeplan.records.weights import PATH_PARTS, Weights
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField
from ui.widgets.file_words import breakable
from ui.widgets.flow import columns
from ui.widgets.labels import Body
from ui.widgets.text_box import TextBox


class OwnWay(Column):
    """`written(part)` while she writes; words(part) gives what stands there."""

    written = Signal(str)

    def __init__(self, say: WeighWords, weights: Weights) -> None:
        super().__init__(spacing=12)
        self._say = say
        self._boxes: dict[str, TextBox] = {}
        labels = {"what": say.own_path_what, "serves": say.own_path_serves, "costs": say.own_path_costs}
        for part in PATH_PARTS:
            box = TextBox(name=f"weigh-own-way-{part}", lines=2 if part == "what" else 3)
            box.set_text(weights.path(part))
            box.changed.connect(lambda which=part: self.written.emit(which))
            self._boxes[part] = box
        self._mine = Body("", "muted", name="weigh-own-way-mine")
        self.column.setContentsMargins(8, 4, 0, 8)
        self.add(LabelledField(labels["what"], self._boxes["what"], why=say.own_path_hint))
        self.add(self._mine)
        sides = [LabelledField(labels[part], self._boxes[part]) for part in ("serves", "costs")]
        self.add(columns(*sides, narrowest=280))

    def words(self, part: str) -> str:
        """What stands in a part."""
        return self._boxes[part].text()

    def show_mine(self, names: str) -> None:
        """Name what matters to her, as a reminder."""
        self._mine.setText(breakable(f"{self._say.own_path_mine} {names}."))
        self._mine.setVisible(bool(names))
