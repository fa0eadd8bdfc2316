"""One thing that can matter: its words, how much it matters now in four words, and her own words to it.

May touch: its own widgets. Must never colour an answer or turn it into a figure, and never ask why.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.weigh import LEVELS, Value
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import Choice
from ui.widgets.column import Column
from ui.widgets.fields import TooMuchNote
from ui.widgets.file_words import breakable
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox


class ValueRow(Column):
    """`weighed(value, level)` at a press, `written(value)` while she writes, `removed(value)` for one of her own."""

    weighed = Signal(str, str)
    written = Signal(str)
    removed = Signal(str)

    def __init__(self, value: Value, levels: Sequence[str], *, own: bool = False) -> None:
        super().__init__(spacing=2, name=f"weigh-{value.id}")
        self._name = self.objectName()
        self.setAccessibleName(value.text)
        self.value = value
        self.box: TextBox | None = None
        self._words = ""
        title = Body(breakable(value.text), name=f"{self._name}-text")
        title.setProperty("level", "3")
        said = stack(title, Body(value.hint, "small"), spacing=0) if value.hint else title
        self.choice = Choice(
            list(zip(LEVELS, levels, strict=True)),
            name=f"{self._name}-level",
            accessible=value.text,
            several=False,
            may_be_none=not own,
        )
        for level, chip in self.choice.chips.items():
            words = levels[LEVELS.index(level)]
            chip.set_words(words, f"{words}: {value.text}")
        self.choice.changed.connect(lambda: self.weighed.emit(value.id, self.choice.one()))
        self.add(beside(said, self.choice, words_need=200))
        self._day = Body("", "small", name=f"{self._name}-day")
        self._below: QWidget | None = None
        self._own = own

    def show_said(self, level: str, words: str, day: str) -> None:
        """`level` "" for nothing said; `day` is when, in words. What she is typing stays."""
        self.choice.set_chosen([level])
        self._words = words
        if level or words:
            self._offer_words()
        if self._below is not None:
            self._below.setVisible(bool(level or words))
        self._day.setText(day)
        self._day.setVisible(bool(day))
        if words and self.box is None:
            self._open_box(focus=False)
        elif self.box is not None:
            self.box.setVisible(bool(level or not self.box.is_blank()))

    def written_words(self) -> str:
        """Her words to it as they stand."""
        return self.box.text() if self.box is not None else self._words

    def _offer_words(self) -> None:
        if self._below is not None:
            return
        title = self.value.text
        self._write = QuietButton(
            self.tr("Write something to it"),
            name=f"{self._name}-write",
            clicked=lambda: self._open_box(focus=True),
            accessible=self.tr("Write something to it: {value}").format(value=title),
        )
        buttons: list[QWidget] = [self._write]
        if self._own:
            buttons.append(
                QuietButton(
                    self.tr("Remove"),
                    name=f"{self._name}-remove",
                    clicked=lambda: self.removed.emit(self.value.id),
                    accessible=self.tr("Remove: {value}").format(value=title),
                )
            )
        self._below = beside(self._day, flow(*buttons, spacing=4), words_need=160)
        self.add(self._below)

    def _open_box(self, *, focus: bool) -> None:
        if self.box is None:
            self.box = TextBox(
                name=f"{self._name}-words",
                accessible=self.tr("My words to it: {value}").format(value=self.value.text),
                lines=2,
            )
            self.box.set_text(self._words)
            self.box.changed.connect(lambda: self.written.emit(self.value.id))
            self.add(stack(self.box, TooMuchNote(self.box), spacing=2))
        self._write.hide()
        self.box.show()
        if focus:
            self.box.setFocus()
