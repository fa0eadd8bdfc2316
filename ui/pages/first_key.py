"""A passphrase, asked for when there is the first thing to keep, or after the spare key has opened the notes.

May touch: the worker, for making the store and its key. Must never lose what she was writing, never keep a phrase
after it was used, and never make her practise.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from safeplan.content.welcome import load_welcome
from safeplan.errors import Locked, PassphraseTooWeak, SafePlanError
from safeplan.vault import container, passphrase
from safeplan.vault.passphrase import Strength
from ui.background import Job, Session
from ui.error_texts import error_text
from ui.opening import Opened, make_store
from ui.page import Page, PageContext, StandsOnlyHere
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField
from ui.widgets.inset import Inset
from ui.widgets.labels import Body
from ui.widgets.new_phrase import NewPhrase
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.warm_note import WarmNote


class FirstKeyPage(Page, StandsOnlyHere):
    """Two views: choose, then type it once. arrive(opened=…) asks for a new passphrase behind a spare key."""

    name = "first_key"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._opened: Opened | None = None
        self._origin = "today"
        self._came_with: dict[str, Any] = {}
        self._working = False
        self._chosen = bytearray()
        self._drawn = True
        self.view = ScrollPage(name="first-key-scroll")
        self.layout_.addWidget(self.view)
        self.phrase = NewPhrase(context.background, context.language, self._failed, context.room.policy.least_words)
        self.intro = Body("", name="first-key-intro")
        self.problem = Body("", "error", name="first-key-problem")
        self.next = PrimaryButton(self.tr("Next"), name="first-key-next", clicked=self.go_on)
        self.later = QuietButton("", name="first-key-later", clicked=self.not_now)
        self.choosing = Card(name="first-key-choose")
        self.choosing.add(self.intro, self.phrase)
        self.choosing.add_row(self.next, self.later)
        self.phrase.own.entered.connect(self.go_on)
        self.practice = PassphraseField(name="practise")
        self.practice.entered.connect(self.check)
        self.practice.changed.connect(self._practice_typed)
        self.typed_once = LabelledField(self.tr("Type it once, from memory"), self.practice)
        self.keep = PrimaryButton(self.tr("Keep it"), name="first-key-keep", clicked=self.check)
        self.look = SecondaryButton(
            self.tr("Look at it again"), name="first-key-look", icon="eye", clicked=self.choose_again
        )
        self.skip = QuietButton(self.tr("Keep it without practising"), name="first-key-skip", clicked=self.make)
        self.practising = Card(self.tr("So that it stays in your mind"), name="first-key-practise")
        self.practising.add(self.typed_once)
        self.practising.add_row(self.keep, self.look, self.skip)
        self.sign = Body("", "muted", name="first-key-sign")
        self.way_back = self._make_way_back()
        # While she chooses words, what she wrote lies in memory only, and the idle watch goes on counting.
        words = QCoreApplication.translate("NotKept", "Not kept yet: hiding erases this")
        self.not_kept = WarmNote(words, name="first-key-not-kept")
        self.view.add(self.choosing, self.practising, self.problem, self.sign, self.not_kept, self.way_back)
        self._show_step(self.choosing)

    def title(self) -> str:
        """The same before and after."""
        return self.tr("Your passphrase")

    def arrive(
        self,
        opened: Opened | None = None,
        origin: str = "today",
        came_with: dict[str, Any] | None = None,
        **_more: Any,
    ) -> None:
        """`opened`: what the spare key opened. `origin`, `came_with`: the page to go back to when she wants no
        passphrase now, and the arguments that led to where she was on it."""
        self._opened, self._origin, self._came_with = opened, origin, came_with or {}
        self.context.extra.get("wait_longer", lambda: None)()
        new = opened is not None
        self.way_back.setVisible(not new)
        self.not_kept.setVisible(not new)
        self.intro.setText(
            self.tr("The spare key has opened your notes. Choose a new passphrase; the spare key stays as it is.")
            if new
            else self.tr(
                "What you keep is locked with a passphrase: a few words that only you know. "
                "What you have written waits on its page."
            )
        )
        self.later.set_words(self.tr("Go on without a new one") if new else self.tr("Not now"))
        self._show_step(self.choosing)
        self.phrase.draw()

    # ── the first view ──────────────────────────────────────────────────────────────────────────────────────────
    def go_on(self) -> None:
        """From the choice to practising, or straight to keeping where every letter was in sight."""
        if self._working or not self.phrase.chosen():
            self.phrase.focus_first()
        elif self.phrase.is_drawn:
            self._accept()
        else:
            self.phrase.judge(self._judged)

    def not_now(self) -> None:
        """Back to what she was writing, unkept; or into her notes with the old passphrase as it is."""
        if self._working:
            return
        if self._opened is None:
            self.context.go(self._origin, **self._came_with)
        else:
            done = functools.partial(_tell_opened, self.context, self._opened)
            self.context.background.run(self.context.background, forget_spare_way, done)

    def _judged(self, strength: Strength) -> None:
        self.phrase.say(strength)
        if strength.enough:
            self._accept()
        else:
            self.phrase.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        self._forget_chosen()
        self._chosen, self._drawn = self.phrase.chosen(), self.phrase.is_drawn
        if self._drawn or self.phrase.must_be_typed_again:
            self.skip.setVisible(self._drawn)
            self._show_step(self.practising)
            self.practice.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.make()

    # ── the second view ─────────────────────────────────────────────────────────────────────────────────────────
    def check(self) -> None:
        """Compare what was typed from memory; keep when it is the same."""
        if self._working:
            return
        if self.practice.is_empty():
            self.practice.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        work = functools.partial(same_phrase, typed=self.practice.take(), chosen=bytearray(self._chosen))
        self.context.background.run(self, work, self._compared, self._failed)

    def choose_again(self) -> None:
        """The words once more."""
        if not self._working:
            self.practice.clear()
            self._show_step(self.choosing)
            self.phrase.focus_first()

    def make(self) -> None:
        """Make the store, or give the open one its new passphrase."""
        if self._working or not self._chosen:
            return
        self._working = True
        self._show_working(self.tr("Locking it. This takes a few seconds."))
        phrase = bytearray(self._chosen)
        work: Any
        if self._opened is None:
            policy = self.context.room.policy
            work = functools.partial(
                make_store,
                chosen=phrase,
                generated=self._drawn,
                least_words=policy.least_words,
                least_mib=policy.least_kdf_mib,
            )
            done = functools.partial(_tell_made, self.context)
        else:
            work = functools.partial(set_new_passphrase, chosen=phrase)
            done = functools.partial(_tell_opened, self.context, self._opened)
        # Whatever becomes of the page meanwhile, what was made must not go unnoticed.
        self.context.background.run(self.context.background, work, done, self._failed)

    def _compared(self, same: bool) -> None:  # noqa: FBT001
        if not self.practising.isVisibleTo(self):
            # She looks at the words again, and may take others.
            return
        if same:
            self.make()
            return
        if not self.practice.is_empty():
            # She types once more already: this was about what stood there before.
            return
        self.typed_once.show_error(self.tr("These were other words. You can look at it again, or try once more."))
        self.practice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _practice_typed(self) -> None:
        if not self.practice.is_empty():
            self.typed_once.clear_error()

    def hand_on(self) -> Any:
        """Drawn words that she practises may stand on her paper: others would lock her out. And what failed."""
        practising = self._drawn and bool(self._chosen) and not self.practising.isHidden()
        words = self.phrase.shown() if practising else ""
        problem = "" if self.problem.isHidden() else self.problem.text()
        return (words, problem) if words or problem else None

    def take_on(self, shown: Any) -> None:
        """Practise the same words."""
        words, problem = shown
        if words:
            self.phrase.show_again(words)
            self._accept()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    # ── both ────────────────────────────────────────────────────────────────────────────────────────────────────
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed here waits on a page that nobody sees."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget_chosen()
            self.phrase.wipe()
            self.practice.clear()
            self._working = False

    def _failed(self, error: SafePlanError) -> None:
        if not isValid(self):
            return
        self._working = False
        self._show_working("")
        words = error_text(error)
        if words is not None and not self.isVisible():
            # She went elsewhere while it was being locked.
            self.context.tell(words.sentence, "warm", hint=words.hint)
        elif words is not None and not isinstance(error, PassphraseTooWeak):
            self.problem.setText(f"{words.sentence} {words.hint}".strip())
            self.problem.show()
        elif isinstance(error, PassphraseTooWeak):
            self._show_step(self.choosing)
            self.phrase.say(Strength(0.0, enough=False, reason=str(error.facts.get("reason", ""))))

    def _forget_chosen(self) -> None:
        self._chosen[:] = bytes(len(self._chosen))
        self._chosen = bytearray()

    def _show_step(self, step: QWidget) -> None:
        for card in (self.choosing, self.practising):
            card.setVisible(card is step)
        self.typed_once.clear_error()
        self._show_working("")
        self.view.verticalScrollBar().setValue(0)

    def _show_working(self, text: str) -> None:
        self.problem.hide()
        self.sign.setText(text)
        self.sign.setVisible(bool(text))
        if text:
            # A disabled button gives the focus away, at last to the exit control, and the next Space hides by chance.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in (self.next, self.later, self.keep, self.look, self.skip):
            widget.setEnabled(not text)

    def _make_way_back(self) -> Card:
        welcome = load_welcome(self.context.language)
        where = (
            self.tr("1. In the calculator, type  7 × 7 × 7 × 7 =")
            if self.context.extra.get("program", "calculator") == "calculator"
            else self.tr("1. In the everyday program, type  7 × 7 × 7 × 7  and press Enter.")
        )
        card = Card(self.tr("How you come back after hiding"), name="first-key-way-back")
        card.add(
            Inset(
                Body(where, "inset"),
                Body(self.tr("2. Then type this passphrase."), "inset"),
                name="first-key-way-back-steps",
            ),
            Body(self.tr("Later you can choose a sum of your own, and a spare key, in Settings."), "small"),
        )
        card.add(*[Body(limit.text, name="first-key-limit") for limit in welcome.limits if limit.id == "forgotten"])
        return card


def _tell_made(context: PageContext, opened: Opened) -> None:
    context.opened(opened)


def _tell_opened(context: PageContext, opened: Opened, _result: object) -> None:
    context.opened(opened)


# ── work ────────────────────────────────────────────────────────────────────────────────────────────────────────
def same_phrase(session: Session, job: Job, *, typed: bytearray, chosen: bytearray) -> bool:
    """Whether both would open the same notes, under any keyboard layout; both are wiped."""
    del session, job
    try:
        wanted = passphrase.normalise(chosen.decode("utf-8", "replace"))
        text = typed.decode("utf-8", "replace")
        return passphrase.normalise(text) == wanted or any(one == wanted for one in passphrase.candidates(text))
    finally:
        typed[:] = bytes(len(typed))
        chosen[:] = bytes(len(chosen))


def set_new_passphrase(session: Session, job: Job, *, chosen: bytearray) -> None:
    """Replace the forgotten passphrase (`chosen` is wiped). Raises PassphraseInUse, ReadOnlyPlace, DiskFull."""
    del job
    if session.vault is None:
        raise Locked
    container.set_passphrase(session.vault, chosen)


def forget_spare_way(session: Session, job: Job) -> None:
    """She keeps the old passphrase: what a new one would have needed is wiped."""
    del job
    if session.vault is not None:
        session.vault.forget_unclaimed()
