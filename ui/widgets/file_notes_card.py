"""Her words beside a file: a note, what is said in it, and whether it is private.

May touch: its own widgets. Must never change the file, and never suggest a picture of a private place or of a child
without clothes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from safeplan.content.file_words import OneFileWords
from safeplan.records.file_notes import FileNote
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField, TickBox
from ui.widgets.labels import Body
from ui.widgets.text_box import TextBox


class FileNotesCard(Card):
    """`changed` while she writes; `mark(private)` when she ticks the box or takes the tick away."""

    changed = Signal()

    def __init__(self, note: FileNote, words: OneFileWords, mark: Callable[[bool], object]) -> None:
        super().__init__(words.beside, words.beside_why, name="file-beside")
        self.note = TextBox(name="file-note", accessible=words.note, lines=2)
        self.transcript = TextBox(name="file-transcript", accessible=words.transcript, lines=4)
        self.note.set_text(note.words)
        self.transcript.set_text(note.transcript)
        self.private = TickBox(words.private, name="file-private", checked=note.private, why=words.private_why)
        self.add(
            LabelledField(words.note, self.note, why=words.note_why),
            LabelledField(words.transcript, self.transcript, why=words.transcript_why),
            self.private,
            Body(words.doctor, "small", name="file-doctor"),
        )
        self.note.changed.connect(self.changed)
        self.transcript.changed.connect(self.changed)
        self.private.toggled.connect(mark)

    def written(self) -> tuple[str, str]:
        """The note and the transcript as they stand now."""
        return self.note.text(), self.transcript.text()
