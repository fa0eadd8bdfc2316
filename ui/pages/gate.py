"""The page between the everyday program and the notes: one field for the passphrase, or for the spare key.

May touch: the worker, for opening. Must never show anything of hers or name the program, never say which secret was
almost right, and never keep what was typed.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from shiboken6 import isValid

from safeplan.errors import HeaderDamaged, SafePlanError, VaultMissing, WrongPassphrase, WrongRecoveryCode
from ui.error_texts import error_text
from ui.page import Page, PageContext, StandsOnlyHere
from ui.theme import current
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from ui.background import Job, Session
    from ui.opening import Opened

# Often enough that the number on the screen is never a second late.
LOOK_MS = 200


class GatePage(Page, StandsOnlyHere):
    """Asks, opens in the worker, and waits a little after the third failure."""

    name = "gate"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._opening = False
        self._failures = 0
        self._free_at = 0.0
        self.field = PassphraseField(name="gate-passphrase")
        self.field.entered.connect(self.open_notes)
        self.field.changed.connect(self._typed)
        self.asked = LabelledField(
            self.tr("Your passphrase, or your spare key"),
            self.field,
            why=self.tr("The language of the keyboard and capital letters make no difference."),
        )
        self.hint = Body("", name="gate-hint")
        self.hint.hide()
        self.button = PrimaryButton(self.tr("Open my notes"), name="gate-open", clicked=self.open_notes)
        self.waiting = Body("", "muted", name="gate-waiting")
        self.waiting.hide()
        card = Card(name="gate-card")
        card.setMaximumWidth(current().px(620))
        card.add(self.asked, self.hint, flow(self.button), self.waiting)
        back = Body(self.tr("Esc goes back to the everyday program."), "small", name="gate-back")
        self.view = ScrollPage(name="gate-scroll")
        self.view.add(card, back)
        self.layout_.addWidget(self.view)
        self._countdown = QTimer(self, interval=LOOK_MS)
        self._countdown.timeout.connect(self._count)

    def title(self) -> str:
        """Nothing that says whose or what for."""
        return self.tr("Passphrase")

    def arrive(self, **arguments: Any) -> None:
        """An empty field, ready to type."""
        del arguments
        if not self._opening:
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_notes(self) -> None:
        """Try what was typed. Does nothing while a try is running or has to wait."""
        if self._opening or self._countdown.isActive():
            return
        if self.field.is_empty():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        work = functools.partial(_open, typed=self.field.take())
        self._forget_failure()
        self._show_opening(on=True)
        self.context.typing()
        # Whatever becomes of the page meanwhile, an open store must not go unnoticed.
        self.context.background.run(
            self.context.background, work, functools.partial(_go_in, self.context, self), self._failed
        )

    def escape(self) -> None:
        """The way back for whoever came here by mistake, or is being watched."""
        self.field.clear()
        self.context.quick_exit()

    def hand_on(self) -> Any:
        """Another language ends no wait."""
        return (self._failures, self._free_at) if self._failures else None

    def take_on(self, shown: Any) -> None:
        """Wait for what is left."""
        self._failures, self._free_at = shown
        self._wait()

    def forget_failures(self) -> None:
        """It was opened."""
        self._failures = 0

    def _failed(self, error: SafePlanError) -> None:
        if not isValid(self):
            return
        self._show_opening(on=False)
        self.field.clear()
        if isinstance(error, VaultMissing):
            self.context.go("welcome")
            return
        if isinstance(error, WrongPassphrase | WrongRecoveryCode):
            from safeplan.vault.container import delay_after

            self._failures += 1
            self._say(
                self.tr("That did not open it."),
                self.tr("You can look at it with “Show what I type”. You can try as often as you need."),
            )
            self._free_at = self.context.clock.monotonic() + delay_after(self._failures)
            self._wait()
        else:
            words = error_text(error)
            if words is not None:
                hint = words.hint
                if isinstance(error, HeaderDamaged):
                    hint = self.tr("{hint} Without a copy nobody can open these notes again.").format(hint=hint)
                self._say(words.sentence, hint)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_opening(self, *, on: bool) -> None:
        self._opening = on
        if on:
            # A disabled field gives the focus to its neighbour, and Enter would press that.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_waiting(self.tr("Opening. This can take a few seconds."))
        else:
            self.waiting.hide()
        self.field.setEnabled(not on)
        self.button.setEnabled(not on)

    def _show_waiting(self, text: str) -> None:
        self.waiting.setText(text)
        self.waiting.setAccessibleName(text)
        self.waiting.show()

    def _say(self, sentence: str, hint: str) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.asked.show_error(sentence)

    def _typed(self) -> None:
        if not self.field.is_empty():
            self.context.typing()
            self._forget_failure()

    def _forget_failure(self) -> None:
        self.asked.clear_error()
        self.hint.hide()

    def _wait(self) -> None:
        if self._free_at <= self.context.clock.monotonic():
            return
        self.button.setEnabled(False)
        self._countdown.start()
        self._count()

    def _count(self) -> None:
        left = math.ceil(self._free_at - self.context.clock.monotonic())
        if left > 0:
            self._show_waiting(
                self.tr("You can try again in {seconds} s. You can type already.").format(seconds=left)
            )
            return
        self._countdown.stop()
        self.waiting.hide()
        self.button.setEnabled(True)


def _open(session: Session, job: Job, *, typed: bytearray) -> Opened:
    # Read in the worker, while this page stands there already: it needs nothing of what opens a store.
    from ui.opening import open_with_typed

    return open_with_typed(session, job, typed)


def _go_in(context: PageContext, page: GatePage, opened: Opened) -> None:
    """Her notes; after the spare key first the offer of a new passphrase."""
    if isValid(page):
        page.forget_failures()
    if opened.opened_by == "recovery" and not opened.read_only:
        context.go("first_key", opened=opened)
        return
    context.opened(opened)
