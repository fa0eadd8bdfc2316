"""Her own translation of a chosen entry, for a reader who does not read her language.

May touch: its own widgets. Must never make a translation, or change the words it is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.handing_words import HandingWords
from ui.hand_over_choice import Choice, Line, chosen_lines
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField
from ui.widgets.hand_over_step import Portions
from ui.widgets.labels import Body
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox

AT_ONCE = 5


class TranslationsPart(Column):
    """`turned(change)` with every letter: the change, from a choice to a choice."""

    turned = Signal(object)

    def __init__(self, words: HandingWords) -> None:
        super().__init__()
        self._words = words
        self._choice = Choice()
        self._lines: tuple[Line, ...] = ()
        self._rows: Portions | None = None
        self._boxes: dict[str, TextBox] = {}
        say = words.page
        self._none = Body(say.translate_none, "muted")
        self._stays = Body(say.translate_stays, "muted", name="hand-over-translate-stays")
        self.fold = LateUnfold(say.translate_title, self._build, name="hand-over-translate")
        self.add(self.fold)

    def show_choice(self, choice: Choice, lines: Sequence[Line]) -> None:
        """Show the entries chosen now, each with what was translated of it; says nothing."""
        chosen = chosen_lines(choice, lines)
        same, self._choice, self._lines = chosen == self._lines, choice, chosen
        if self._rows is None:
            return
        self._show_notes()
        if not same:
            self._boxes = {}
            self._rows.show_items(chosen)
            return
        written = dict(choice.translations)
        for id_, box in self._boxes.items():
            if box.text() != written.get(id_, ""):
                with QSignalBlocker(box):
                    box.set_text(written.get(id_, ""))

    def _build(self) -> QWidget:
        say = self._words.page
        self._rows = Portions(self._row, name="hand-over-translations", more=say.more, at_once=AT_ONCE)
        self._rows.show_items(self._lines)
        self._show_notes()
        return stack(Body(say.translate_why, "muted"), self._none, self._stays, self._rows)

    def _show_notes(self) -> None:
        self._none.setVisible(not self._lines)
        self._stays.setVisible(bool(self._lines) and "text" in self._choice.fields_out)

    def _row(self, _place: int, line: Line) -> QWidget:
        label = self._words.page.translate_box.format(number=line.number)
        box = TextBox(name=f"hand-over-translation-{line.number}", accessible=label, lines=3)
        box.set_text(dict(self._choice.translations).get(line.id, ""))
        box.changed.connect(lambda: self._typed(line.id, box.text()))
        self._boxes[line.id] = box
        return LabelledField(label, box, why=line.first_words)

    def _typed(self, id_: str, text: str) -> None:
        def change(choice: Choice) -> Choice:
            others = tuple(one for one in choice.translations if one[0] != id_)
            return replace(choice, translations=(*others, (id_, text)) if text.strip() else others)

        self.turned.emit(change)
