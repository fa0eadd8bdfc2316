"""The first page of a computer that many people use in turn: languages, numbers, and one press to begin.

May touch: the worker, for opening an empty session. Must never open anything before that press, and never show a
word of whoever sat here before.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer

from safeplan.content.friend_words import load_friend_words
from safeplan.content.kiosk_words import load_kiosk_words
from safeplan.errors import SafePlanError, VaultInUse
from safeplan.policy import said
from ui.opening import Opened, begin_kiosk_session
from ui.page import Page, PageContext, StandsOnlyHere
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.numbers_strip import NumbersStrip
from ui.widgets.scroll_page import ScrollPage


class KioskStartPage(Page, StandsOnlyHere):
    """Nothing is open here. The languages stand below, as before every passphrase."""

    name = "kiosk_start"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        words, policy = load_kiosk_words(context.language).start, context.room.policy
        self.words = words
        self.begin = PrimaryButton(words.begin, name="kiosk-begin", clicked=self.begin_session)
        self.numbers = SecondaryButton(words.numbers, name="kiosk-numbers", clicked=lambda: context.go("help"))
        self.friend = QuietButton(
            load_friend_words(context.language).page.title,
            name="kiosk-friend",
            icon="users",
            clicked=lambda: context.go("friend", back="kiosk_start"),
        )
        self.fault = Body("", "error", name="kiosk-fault")
        self.fault.hide()
        card = Card(name="kiosk-start")
        card.add(
            Body(words.about), Body(words.nothing_kept), flow(self.begin, self.numbers), flow(self.friend), self.fault
        )
        self.sheet = ScrollPage(name="kiosk-sheet")
        self.sheet.add(card)
        if policy.help_lines:
            lines = Card(name="kiosk-lines")
            for at, line in enumerate(policy.help_lines):
                lines.add(Heading(line.number, 2, name=f"kiosk-line-{at}"), Body(said(line.words, context.language)))
            self.sheet.add(lines)
        if policy.organisation:
            self.sheet.add(Body(words.of.format(organisation=policy.organisation), "muted", name="kiosk-of"))
        self.layout_.addWidget(self.sheet, 1)
        self.layout_.addWidget(NumbersStrip(context.region, name="kiosk-strip"))

    def title(self) -> str:
        """Nothing that says what for."""
        return self.words.title

    def arrive(self, **arguments: Any) -> None:
        """Ready to be pressed by a key, too."""
        del arguments
        self.focus_on(self.begin)

    def begin_session(self) -> None:
        """Open an empty session; the two words come next."""
        self.begin.setEnabled(False)
        self.begin.set_words(self.words.beginning)
        self.context.background.run(self, begin_kiosk_session, self._begun, self._failed)

    def _begun(self, opened: Opened) -> None:
        self.context.opened(opened)

    def _failed(self, error: SafePlanError) -> None:
        self.begin.setEnabled(True)
        self.begin.set_words(self.words.begin)
        if isinstance(error, VaultInUse):
            self.take_on(shown=True)
        else:
            # After the button has its place again: what is told stands over it.
            QTimer.singleShot(0, self, lambda: self.context.questions.tell_error(error))

    def hand_on(self) -> Any:
        """Why it could not be begun."""
        return None if self.fault.isHidden() else True

    def take_on(self, shown: bool) -> None:  # noqa: FBT001
        """Something of the last session could not be removed."""
        self.fault.setText(self.words.not_swept)
        self.fault.setVisible(shown)

    def escape(self) -> None:
        """Back to the everyday program."""
        self.context.quick_exit()
