"""The questions of a section, each with a place for an answer; every one can be left empty.

May touch: its own widgets. Must never ask for an answer or count the empty ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from safeplan.content.guide import Question
from ui.widgets.fields import LabelledField
from ui.widgets.text_box import TextBox

# Nine fields at once took 45 ms.
AT_ONCE = 3


class QuestionList(QWidget):
    """Its fields are made when it is first shown: folded, it costs nothing. `answered(id)` while she writes."""

    answered = Signal(str)

    def __init__(self, questions: Iterable[Question], answers: Mapping[str, str]) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._waiting = tuple(questions)
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_next)
        self._answers = dict(answers)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(14)
        self.boxes: dict[str, TextBox] = {}

    def build(self) -> None:
        """Make the fields, once: the first at once, the others in the next turns."""
        if not self.boxes:
            self._add_next()

    def _add_next(self) -> None:
        for question in self._waiting[:AT_ONCE]:
            box = TextBox(name=f"answer-{question.id}", lines=2)
            box.set_text(self._answers.get(question.id, ""))
            box.changed.connect(lambda which=question.id: self.answered.emit(which))
            self.boxes[question.id] = box
            self._column.addWidget(LabelledField(question.text, box, why=question.hint))
        self._waiting = self._waiting[AT_ONCE:]
        if self._waiting:
            self._filling.start()

    def text(self, question: str) -> str:
        """The answer as it stands in the field."""
        return self.boxes[question].text()
