"""The one-handed signal for help: four drawn steps, each with its words, and what the signal cannot do.

May touch: its own widgets. Must never promise that somebody sees it, or show it without its limits.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.flow import columns
from ui.widgets.hand_drawing import FOLDED, FOLDING, OPEN, THUMB, HandDrawing
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack


class HandSignal(QWidget):
    """Drawing and words in one; needs nothing kept and changes nothing, so any page may show it."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(self.tr("The signal for help with one hand, in four steps"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        steps = [self._step(place, which, words) for place, (which, words) in enumerate(self._steps(), 1)]
        # In pairs: four in a row, two by two or one by one, and never three with one left over.
        pairs = [columns(*steps[start : start + 2], narrowest=150) for start in (0, 2)]
        column.addWidget(columns(*pairs, narrowest=335))
        column.addWidget(
            Body(self.tr("It is one calm movement. The hand stays where the other person can see it."), "muted")
        )
        column.addWidget(self._meaning())
        column.addWidget(self._limits())

    def _steps(self) -> list[tuple[str, str]]:
        return [
            (OPEN, self.tr("Hold up one hand, the palm towards the other person.")),
            (THUMB, self.tr("Lay the thumb across the palm.")),
            (FOLDING, self.tr("Fold the four fingers down.")),
            (FOLDED, self.tr("The fingers close over the thumb.")),
        ]

    def _step(self, place: int, which: str, words: str) -> QWidget:
        said = self.tr("Step {number} of 4: {words}").format(number=place, words=words)
        drawing = HandDrawing(which, said, name=f"{self.objectName()}-{which}")
        number = Heading(self.tr("Step {number}").format(number=place), 3)
        return stack(drawing, number, Body(words), spacing=4)

    def _meaning(self) -> QWidget:
        return Inset(
            Body(
                self.tr('It means: "reach me safely". It does not mean: "call the police".'),
                "inset",
                name=f"{self.objectName()}-meaning",
            ),
            name=f"{self.objectName()}-means",
        )

    def _limits(self) -> QWidget:
        return stack(
            Heading(self.tr("What helps, and what it cannot do"), 3),
            Body(self.tr("Agree on it beforehand with people you trust, and on what they do then.")),
            Body(
                self.tr(
                    "A good answer comes another way, with questions that need only yes or no. For example: is"
                    " someone with you? Shall I come? Shall I call the police?"
                )
            ),
            Body(self.tr("Only people who know the signal react to it. A stranger may not know it.")),
            Body(self.tr("The person who harms you may know it too.")),
            Body(self.tr("It was made in April 2020 by the Canadian Women's Foundation."), "small"),
            spacing=6,
            name=f"{self.objectName()}-limits",
        )
