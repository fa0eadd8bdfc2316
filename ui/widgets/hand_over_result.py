"""What came of a hand-over: where the copy lies, that its files are unchanged, and what stays here.

May touch: its own widgets. Must never say "unchanged" of something that was not read again.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from safeplan.content.handing_form import HandingForm
from ui.hand_over_made import LOCKED, HandedOver
from ui.page import PageContext, StandsOnlyHere
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading


class ResultCard(Card, StandsOnlyHere):
    """Hidden until there is something to show."""

    def __init__(self, context: PageContext, words: HandingForm) -> None:
        super().__init__(name="hand-over-result")
        self._context, self._words = context, words
        self._shown: tuple[HandedOver, str] | None = None
        self.hide()

    def show_done(self, done: HandedOver, form: str) -> None:
        """The copy was made as `form`."""
        self.empty()
        self._shown = done, form
        say = self._words.result
        title = say.made if done.unchanged else say.differs
        self.setAccessibleName(title)
        self.add(
            Heading(title, 2),
            Body(self._checked(done, form), name="hand-over-check"),
            Body(say.where.format(place=_may_wrap(done.folder)), name="hand-over-where", selectable=True),
            Body(say.locked if form in LOCKED else say.verify, "muted"),
            Body(say.take_out, "muted"),
            Heading(say.stays_title, 3),
            Body(say.stays, name="hand-over-stays-here"),
            flow(
                QuietButton(
                    say.all, name="hand-over-all-handed", icon="rows", clicked=lambda: self._context.go("handed")
                )
            ),
        )
        self.show()

    def empty(self) -> None:
        """Take everything out and hide."""
        self._shown = None
        self.hide()
        while self.body.count():
            item = self.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def hand_on(self) -> Any:
        """Where it lies is kept nowhere."""
        return self._shown

    def take_on(self, shown: Any) -> None:
        """The same, in the words of now."""
        self.show_done(*shown)

    def _checked(self, done: HandedOver, form: str) -> str:
        say = self._words.result
        if not done.unchanged:
            return say.failing
        if form in LOCKED:
            return say.unchanged_locked
        return (say.unchanged_stick if form == "stick" else say.unchanged).format(count=done.files)


def _may_wrap(path: Path) -> str:
    """A path has no spaces to wrap at: a zero-width space after each part gives it some."""
    return str(path).replace(os.sep, os.sep + "\u200b")
