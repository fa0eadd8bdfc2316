"""The numbers for danger now, below a page and always in sight.

May touch: the region's facts. Must never scroll away, and never show a number that is not in the region's pack.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from safeplan.content.regions import Region
from ui.theme import current
from ui.widgets.labels import Heading

# The id of the sentence with the numbers that come without delay, wherever she is.
DANGER_NOW = "danger_now"


class NumbersStrip(QFrame):
    """One sentence with the numbers in it."""

    def __init__(self, region: Region | None, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("part", "nav")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        across = QHBoxLayout(self)
        edge = (8 + current().px(8)) // 2
        across.setContentsMargins(24, edge, 24, edge)
        said = [point.text for point in region.always if point.id == DANGER_NOW] if region is not None else []
        across.addWidget(Heading(" ".join(said), 3, name=f"{name}-text"))
