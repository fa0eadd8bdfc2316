"""The passphrase of a locked copy: drawn, covered until it is asked for, to be written down.

May touch: its own widgets. Must never keep the passphrase: it is gone when the page is left, and no second copy gets
the same one.
"""

from __future__ import annotations

from typing import Any

from safeplan.content.handing_form import HandingForm
from safeplan.handover.sealing_phrase import draw_sealing_phrase
from ui.page import StandsOnlyHere
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, Covered
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body
from ui.widgets.missing_line import MissingLine


class PhraseCard(Card, StandsOnlyHere):
    """`seen` once it was shown; `use()` gives it out for one copy."""

    def __init__(self, words: HandingForm) -> None:
        super().__init__(words.phrase.title, words.phrase.about, name="hand-over-phrase-card")
        say = words.phrase
        self._phrase = ""
        self._for: tuple[str, str] = ("", "")
        self.seen = self._used = False
        self.cover = Covered(say.label, self._build, name="hand-over-phrase")
        self.cover.button.clicked.connect(self._toggled)
        self.first = MissingLine(say.show_first, name="hand-over-phrase-first")
        self.another = QuietButton(
            say.another, name="hand-over-phrase-another", icon="arrow-counter-clockwise", clicked=self.draw_another
        )
        self.add(
            self.cover,
            self.first,
            flow(self.another),
            Body(f"{say.exactly} {say.not_kept}", "small"),
        )

    def draw_for(self, form: str, language: str) -> None:
        """Have one for this form and reader; the one that is there stays if it fits."""
        if not self._phrase or self._for != (form, language):
            self._for = (form, language)
            self.draw_another()

    def draw_another(self) -> None:
        """A new one, in sight if the old one was."""
        self._phrase = draw_sealing_phrase(*self._for)
        self._used = False
        if self.cover.shown:
            self.cover.toggle()
            self.cover.toggle()
        else:
            self.seen = False

    def ready(self) -> bool:
        """Whether a copy can be locked with it now; otherwise says what is missing."""
        if self._used:
            # Whoever opens the last copy shall not open this one.
            if self.cover.shown:
                self.cover.toggle()
            self.draw_another()
        if not self.seen:
            self.first.say()
        return self.seen

    def use(self) -> str:
        """The passphrase, for the copy that is made now."""
        return self._phrase

    def used(self) -> None:
        """A copy was made with it; it stays to be read until the page is left."""
        self._used = True

    def forget(self) -> None:
        """Nothing of it is left in the window."""
        if self.cover.shown:
            self.cover.toggle()
        self._phrase, self._for = "", ("", "")
        self.seen = self._used = False
        self.first.hide()

    def hand_on(self) -> Any:
        """What she has seen may stand on her paper already."""
        return (self._phrase, self._for, self._used, self.cover.shown) if self.seen else None

    def take_on(self, shown: Any) -> None:
        """The same one, covered or in sight as it was."""
        self._phrase, self._for, self._used, in_sight = shown
        self.seen = True
        if in_sight:
            self.cover.toggle()

    def _build(self) -> Inset:
        # Groups of numbers may be broken behind their hyphens; what is typed has no such mark.
        shown = self._phrase.replace("-", "-\u200b")
        return Inset(Body(shown, "number", name="hand-over-phrase-words"), name="hand-over-phrase-inset")

    def _toggled(self) -> None:
        if self.cover.shown:
            self.seen = True
            self.first.hide()
