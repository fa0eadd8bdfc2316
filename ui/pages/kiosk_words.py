"""The two words of a session: shown once at its beginning, asked for when it was hidden and is called back.

May touch: what is typed into its one field. Must never show the words again, say which of them was right, or show
anything of hers before both were.
"""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import Qt, QTimer

from safeplan.content.kiosk_words import load_kiosk_words
from safeplan.vault.container import delay_after
from ui.page import Page, PageContext, StandsOnlyHere
from ui.theme import current
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack

LOOK_MS = 500


class KioskWordsPage(Page, StandsOnlyHere):
    """Which of its two faces it shows is the session's state, not its own."""

    name = "kiosk_words"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = load_kiosk_words(context.language).words
        self._failures = 0
        self._free_at = 0.0
        self.sheet = ScrollPage(name="kiosk-words-sheet")
        self.layout_.addWidget(self.sheet)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.show_time)

    @property
    def _asks(self) -> bool:
        return bool(self.context.staying.asking)

    def title(self) -> str:
        """The heading of the face it shows."""
        return self.words.title_back if self._asks else self.words.title

    def arrive(self, **arguments: Any) -> None:
        """Show the words, or ask for them."""
        del arguments
        self.sheet.empty()
        if self._asks:
            self._ask()
        else:
            self._tell()

    # ── at the beginning ────────────────────────────────────────────────────────────────────────────────────────
    def _tell(self) -> None:
        words, policy = self.words, self.context.room.policy
        way_back = words.way_back.format(sum=policy.sum.replace("*", "×"), minutes=policy.end_minutes)
        card = Card(name="kiosk-two")
        card.add(
            Heading(self.context.staying.words, 1, name="kiosk-two-words"),
            Body(words.keep_in_mind),
            Body(way_back, name="kiosk-way-back"),
            Body(words.hand, "muted"),
        )
        go_on = PrimaryButton(words.go_on, name="kiosk-go-on", clicked=lambda: self.context.go("today"))
        card.add(go_on)
        self.sheet.add(card)
        self.focus_on(go_on)

    # ── on coming back ──────────────────────────────────────────────────────────────────────────────────────────
    def _ask(self) -> None:
        words = self.words
        self.field = TextLine(name="kiosk-field")
        self.field.returnPressed.connect(self.open)
        self.asked = LabelledField(words.field, self.field, why=words.field_why)
        self.button = PrimaryButton(words.open, name="kiosk-open", clicked=self.open)
        self.left = Body("", name="kiosk-left")
        self.waiting = Body("", "muted", name="kiosk-waiting")
        card = Card(name="kiosk-ask")
        card.setMaximumWidth(current().px(620))
        card.add(self.asked, stack(self.waiting), self.button, self.left, Body(words.not_yours, "muted"))
        self.sheet.add(card)
        self.show_time()
        self._look.start()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Try what was typed; after the third failure it has to wait a little, as at every lock."""
        if not self._asks or self._seconds_to_wait():
            return
        typed = self.field.text()
        self.field.clear()
        if not typed.strip():
            return
        if self.context.staying.try_words(typed):
            self._look.stop()
            self._failures = 0
            return
        self._failures += 1
        self._free_at = self.context.clock.monotonic() + delay_after(self._failures)
        self.asked.show_error(self.words.wrong)
        self.show_time()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_on(self) -> Any:
        """Another language ends no wait."""
        return (self._failures, self._free_at) if self._failures else None

    def take_on(self, shown: Any) -> None:
        """Wait for what is left."""
        self._failures, self._free_at = shown
        self.show_time()

    def show_time(self) -> None:
        """Minutes, and the last of them in seconds."""
        if not self._asks:
            self._look.stop()
            return
        left = self.context.staying.seconds_left()
        self.left.setText(
            self.words.left_seconds.format(seconds=left)
            if left <= 60
            else self.words.left_minutes.format(minutes=math.ceil(left / 60))
        )
        wait = self._seconds_to_wait()
        self.button.setEnabled(not wait)
        self.waiting.setText(self.words.wait.format(seconds=wait) if wait else "")

    def _seconds_to_wait(self) -> int:
        return max(0, math.ceil(self._free_at - self.context.clock.monotonic()))

    def escape(self) -> None:
        """Back to the everyday program, whichever face stands."""
        self.context.quick_exit()
