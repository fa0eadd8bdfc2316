"""Pieces of text below each other, a few lines a turn, so that hundreds of steps never hold up the way out.

May touch: its own widgets. Must never build what is covered before she asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.widgets.card import Covered
from ui.widgets.column import Column
from ui.widgets.file_words import breakable
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox
from ui.widgets.version_words import Entry, Piece

# Measured: a label with wrapped words takes up to a millisecond with its place in the page.
A_TURN = 6
# A label lays out all of its text at once; a text box only what is seen.
LONGEST_LABEL = 2000
LONGEST_NAME = 200


class VersionSheet(Column):
    """show_pieces() begins; `filling` is true until the last line stands."""

    def __init__(self, pieces: Iterable[Piece], *, name: str) -> None:
        super().__init__(name=name)
        self._name, self._made = name, 0
        self._waiting = [part for piece in pieces for part in _parts(piece)]
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._add_next)
        if self._waiting:
            self._timer.start()

    @property
    def filling(self) -> bool:
        """True while lines are still to come."""
        return bool(self._waiting)

    def _add_next(self) -> None:
        piece = self._waiting.pop(0)
        self.add(self._covered(piece) if piece.inside else self._open(piece))
        if self._waiting:
            self._timer.start()

    def _open(self, piece: Piece) -> QWidget:
        self._made += 1
        parts: list[QWidget] = [Heading(piece.title, 3)] if piece.title else []
        for place, entry in enumerate(piece.entries):
            parts.append(_line(entry, f"{self._name}-{self._made}-{place}"))
        return stack(*parts, spacing=6)

    def _covered(self, piece: Piece) -> QWidget:
        name = f"{self._name}-covered"
        return Covered(piece.title, partial(VersionSheet, piece.inside, name=f"{name}-inside"), name=name)


def _parts(piece: Piece) -> list[Piece]:
    """The piece in portions; only the first has the heading."""
    if piece.inside or len(piece.entries) <= A_TURN:
        return [piece]
    starts = range(0, len(piece.entries), A_TURN)
    return [Piece(piece.title if not at else "", piece.entries[at : at + A_TURN]) for at in starts]


def _line(entry: Entry, name: str) -> QWidget:
    notes = "\n".join(note for note in entry.notes if note.strip())
    if entry.asked:
        return stack(Body(entry.words, "small"), _said(notes, "body", name, entry.words), spacing=0)
    words = _said(f"–  {entry.words}", "body", name, entry.words)
    return stack(words, _said(notes, "small", f"{name}-notes", entry.words), spacing=0) if notes else words


def _said(text: str, part: str, name: str, about: str) -> QWidget:
    if len(text) <= LONGEST_LABEL:
        return Body(breakable(text), part)
    box = TextBox(name=name, accessible=about[:LONGEST_NAME], lines=8)
    box.set_text(text)
    box.setReadOnly(True)
    return box
