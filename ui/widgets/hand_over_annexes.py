"""For the list of annexes: who made a file, on which device, and where the original is now, in her words.

May touch: its own widgets. Must never fill in anything by itself: what stays empty is a line for the pen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.handing_words import HandingWords
from ui.hand_over_choice import Choice, FileLine, Line, chosen_lines, files_along
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.file_words import shown_name
from ui.widgets.flow import columns
from ui.widgets.hand_over_step import Portions
from ui.widgets.labels import Body
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.stack import stack

AT_ONCE = 5
# The texts of AnnexFacts, in its order.
_FACTS = ("made_by", "device", "original_at")


class AnnexesPart(Column):
    """`turned(change)` with every letter: the change, from a choice to a choice."""

    turned = Signal(object)

    def __init__(self, words: HandingWords) -> None:
        super().__init__()
        self._words = words
        self._choice = Choice()
        self._files: tuple[tuple[int, FileLine], ...] = ()
        self._rows: Portions | None = None
        self._lines: dict[str, tuple[TextLine, ...]] = {}
        self._none = Body(words.page.annex_none, "muted")
        self.add(LateUnfold(words.page.annex_title, self._build, name="hand-over-annexes"))

    def show_choice(self, choice: Choice, lines: Sequence[Line]) -> None:
        """Show the files that go along now, each with what was said of it; says nothing."""
        # Of a private file nothing but its number is printed.
        files = tuple(
            (line.number, file)
            for line in chosen_lines(choice, lines)
            for file in files_along(choice, line)
            if not file.private
        )
        same, self._choice, self._files = files == self._files, choice, files
        if self._rows is None:
            return
        self._none.setVisible(not files)
        if not same:
            self._lines = {}
            self._rows.show_items(files)
            return
        for id_, texts in self._lines.items():
            for text, typed in zip(texts, self._typed(id_), strict=True):
                if text.text() != typed:
                    with QSignalBlocker(text):
                        text.setText(typed)

    def _build(self) -> QWidget:
        say = self._words.page
        self._rows = Portions(self._row, name="hand-over-annex-files", more=say.more, at_once=AT_ONCE)
        self._rows.show_items(self._files)
        self._none.setVisible(not self._files)
        return stack(Body(say.annex_why, "muted"), self._none, self._rows)

    def _row(self, place: int, one: tuple[int, FileLine]) -> QWidget:
        number, file = one
        say = self._words.page
        name = f"hand-over-annex-{place + 1}"
        texts = tuple(
            TextLine(name=f"{name}-{fact}", text=typed)
            for fact, typed in zip(_FACTS, self._typed(file.id), strict=True)
        )
        self._lines[file.id] = texts
        labels = (say.annex_made_by, say.annex_device, say.annex_original)
        fields = [LabelledField(label, text) for label, text in zip(labels, texts, strict=True)]
        for text in texts:
            text.textChanged.connect(lambda _text, id_=file.id: self._changed(id_))
        head = Body(say.annex_file.format(name=shown_name(file.name), number=number))
        return stack(head, columns(*fields, narrowest=220), spacing=4)

    def _typed(self, id_: str) -> tuple[str, ...]:
        return next((tuple(typed) for known, *typed in self._choice.annex_facts if known == id_), ("",) * len(_FACTS))

    def _changed(self, id_: str) -> None:
        made_by, device, original = (text.text() for text in self._lines[id_])

        def change(choice: Choice) -> Choice:
            others = tuple(one for one in choice.annex_facts if one[0] != id_)
            said = bool(made_by.strip() or device.strip() or original.strip())
            return replace(choice, annex_facts=(*others, (id_, made_by, device, original)) if said else others)

        self.turned.emit(change)
