"""What was found that shows where she is now: each thing with its line and why, and a press that turns it.

May touch: its own widgets. Must never turn anything without a press.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.handing_words import HandingWords
from ui.hand_over_look import MOST_NUMBERS, Found
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.column import Column
from ui.widgets.hand_over_step import Portions
from ui.widgets.labels import Body
from ui.widgets.stack import stack


def numbers_in_words(words: HandingWords, numbers: Sequence[int], places: int, *, cover: bool = False) -> str:
    """ "No. 1, 2, 5 … · 12 places"; where there is no number it stands beside the entries, `cover`: on the first
    page."""
    if not numbers:
        return words.page.shows_cover if cover else words.page.shows_beside
    shown = ", ".join(map(str, numbers[:MOST_NUMBERS])) + (" …" if len(numbers) > MOST_NUMBERS else "")
    said = words.page.shows_where.format(numbers=shown)
    return f"{said} · {words.page.shows_times.format(count=places)}" if places > 1 else said


class FoundRows(Column):
    """`turned(Found)` after each press, already as it stands then."""

    turned = Signal(object)

    def __init__(self, words: HandingWords, *, name: str) -> None:
        super().__init__()
        self._words, self._name = words, name
        self._found: tuple[Found, ...] = ()
        self._rows = Portions(self._row, name=name, more=words.page.more)
        self.add(self._rows)

    def show_found(self, found: tuple[Found, ...]) -> None:
        """Show these."""
        self._found = found
        self._rows.show_items(found)

    def _row(self, place: int, one: Found) -> QWidget:
        say = self._words.page
        line = f"{one.before}«{one.words}»{one.after}".strip() if one.before or one.after else ""
        state = say.shows_out if one.out else say.shows_in
        parts = [
            Body(f"«{one.words}» · {self._words.whys[one.why]}", name=f"{self._name}-{place}"),
            Body(f"{state} · {numbers_in_words(self._words, one.numbers, one.count)}", "muted"),
        ]
        if line:
            parts.insert(1, Body(line, "small"))
        if one.ask and not one.out:
            parts.append(Body(say.shows_ask, "small"))
        turn = say.shows_leave_in if one.out else say.shows_leave_out
        button = SecondaryButton(
            turn,
            name=f"{self._name}-{place}-turn",
            accessible=f"{turn}: {one.words}",
            clicked=lambda: self._turn(one),
        )
        return beside(stack(*parts, spacing=2), button)

    def _turn(self, one: Found) -> None:
        # Seen at once; what it means for the rest is looked up meanwhile.
        turned = replace(one, out=not one.out)
        self.show_found(tuple(turned if each.key == one.key else each for each in self._found))
        self.turned.emit(turned)
