"""What shows where she is now and who helps: each thing found with its line and why, and which file leaves.

May touch: its own widgets. Must never call what was not found safe, and never turn anything without a press.
"""

from __future__ import annotations

import functools
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.handing_words import HandingWords
from ui.hand_over_choice import Choice
from ui.hand_over_look import Found, Looked, NamedFile
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.column import Column
from ui.widgets.hand_over_found import FoundRows
from ui.widgets.hand_over_safe import SafeDayPart
from ui.widgets.hand_over_step import Portions
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack


class MarksPart(Column):
    """`turned(change)` after each press: the change, from a choice to a choice."""

    turned = Signal(object)

    def __init__(self, words: HandingWords) -> None:
        super().__init__(spacing=12)
        self._words = words
        self._looked = Looked()
        say = words.page
        self.state = Body(say.shows_first, "muted", name="hand-over-shows-state")
        self._about = Body(say.shows_about)
        self._found = FoundRows(words, name="hand-over-found")
        self._found.turned.connect(self._turn_words)
        self._files_title = Heading(say.shows_photos, 3)
        self._files = Portions(self._file_row, name="hand-over-named", more=say.more)
        self._seen = Body(say.shows_seen, "small")
        self._safe = SafeDayPart(words)
        self._safe.turned.connect(self.turned)
        self.add(self.state, self._about, self._found, self._files_title, self._safe, self._files, self._seen)
        self.add(Body(say.shows_limit, "small"))

    def show_looked(self, looked: Looked, choice: Choice) -> None:
        """Show what was found in this choice."""
        self._looked = looked
        anything = bool(looked.found or looked.files)
        none = self._words.page.shows_none if looked.selection is not None else self._words.page.shows_first
        self.state.setText(none)
        self.state.setVisible(not anything)
        self._about.setVisible(bool(looked.found) and choice.kind != "herself")
        self._found.show_found(looked.found)
        files = looked.selection is not None and bool(looked.selection.attachments)
        self._files_title.setVisible(files or bool(looked.files))
        self._safe.setVisible(files or bool(looked.files))
        self._files.setVisible(bool(looked.files))
        self._seen.setVisible(bool(looked.files))
        self._safe.show_looked(looked, choice)
        self._files.show_items(looked.files)

    def summary(self, looked: Looked) -> str:
        """How much was found, in one line."""
        if looked.selection is None:
            return self._words.page.shows_first
        if not looked.found and not looked.files:
            return self._words.page.shows_none
        out = sum(one.out for one in looked.found) + sum(one.goes != "original" for one in looked.files)
        return self._words.page.shows_sum.format(count=len(looked.found) + len(looked.files), out=out)

    def _file_row(self, place: int, one: NamedFile) -> QWidget:
        say = self._words.page
        whys = "; ".join(self._words.photo_whys[why] for why in one.whys)
        goes = {"copy": say.shows_copy, "original": say.shows_original, "stays": say.shows_stays}[one.goes]
        if one.goes == "original":
            turn = say.shows_let_copy if one.picture else say.shows_keep_file
        else:
            turn = say.shows_let_original
        button = SecondaryButton(
            turn,
            name=f"hand-over-named-{place}-turn",
            accessible=f"{turn}: {one.name}",
            clicked=lambda: self._turn(one),
        )
        number = say.shows_where.format(numbers=one.number)
        return beside(
            stack(
                Body(" · ".join(filter(None, (one.name, number, whys))), name=f"hand-over-named-{place}"),
                Body(goes, "muted"),
                spacing=2,
            ),
            button,
        )

    def _turn_words(self, one: Found) -> None:
        self.turned.emit(lambda choice: choice.says(one.key, out=one.out))

    def _turn(self, one: NamedFile) -> None:
        goes = "original" if one.goes != "original" else "copy" if one.picture else "stays"
        files = tuple(replace(each, goes=goes) if each.id == one.id else each for each in self._looked.files)
        self._looked = replace(self._looked, files=files)
        self._files.show_items(files)
        self.turned.emit(functools.partial(_with_file, file_id=one.id, goes=goes))


def _with_file(choice: Choice, *, file_id: str, goes: str) -> Choice:
    originals = tuple(id_ for id_ in choice.originals if id_ != file_id)
    copies = tuple(id_ for id_ in choice.copies if id_ != file_id)
    if goes == "original":
        return replace(choice, originals=(*originals, file_id), copies=copies)
    return replace(choice, originals=originals, copies=(*copies, file_id))
