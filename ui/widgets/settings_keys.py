"""Settings of what opens the notes: her sum and her passphrase.

May touch: the worker through the page's context. Must never keep a secret longer than it is on the screen, and never
write one anywhere.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from safeplan.errors import DoorSumRefused, PassphrasesDiffer, PassphraseTooWeak, SafePlanError, WrongPassphrase
from safeplan.vault.passphrase import FEWEST_WORDS
from ui.page import PageContext, StandsOnlyHere
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Unfold
from ui.widgets.fields import LabelledField
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.new_phrase import few_words
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.settings_card import SettingsCard, column, say_below
from ui.widgets.settings_facts import KeyState, StoreWork


def QT_TRANSLATE_NOOP(_context: str, english: str) -> str:
    """Marks words for the catalogue; its name is what the collecting tool looks for. Translated when shown."""
    return english


# Why a passphrase of her own is refused: `reason` of safeplan.vault.strength.Strength.
WEAK: dict[str, str] = {
    "short": QT_TRANSLATE_NOOP("WeakPassphrase", "It is short. Add a word that has nothing to do with the others."),
    "common": QT_TRANSLATE_NOOP(
        "WeakPassphrase", "Many people use words like these. Four that do not belong together are stronger."
    ),
    "name": QT_TRANSLATE_NOOP("WeakPassphrase", "It is mostly a name. Names are tried first."),
    "date": QT_TRANSLATE_NOOP("WeakPassphrase", "It is mostly a date or a number. These are tried first."),
    "keyboard": QT_TRANSLATE_NOOP("WeakPassphrase", "These keys lie side by side, so they are tried first."),
    "repeated": QT_TRANSLATE_NOOP("WeakPassphrase", "It repeats itself, so it is shorter than it looks."),
    "personal": QT_TRANSLATE_NOOP("WeakPassphrase", "It is made of names or numbers of people in your notes."),
}


class SumCard(SettingsCard):
    """The sum typed into the everyday program to come back."""

    def __init__(self, context: PageContext, store: StoreWork) -> None:
        super().__init__(context, name="settings-sum-card")
        self.store = store
        self.say(
            self.tr("My sum"),
            self.tr("Type it into the everyday program and press = or Enter: then you are asked for the passphrase."),
        )
        self.state = Body("", name="settings-sum-state")
        self.typed = PassphraseField(name="settings-sum")
        self.again = PassphraseField(name="settings-sum-again")
        self.field = LabelledField(
            self.tr("A sum of my own"),
            self.typed,
            why=self.tr(
                "At least five digits and one sign such as + − × ÷. No birthday, no telephone number,"
                " nothing that somebody would type by chance."
            ),
        )
        self.again.entered.connect(self.keep)
        button = SecondaryButton(self.tr("Use this sum"), name="settings-sum-keep", clicked=self.keep)
        glance = self.tr(
            "The sum keeps out a glance, no more: somebody who knows this program can find it out."
            " Only the passphrase is a lock."
        )
        content = column(
            self.field, LabelledField(self.tr("Once more"), self.again), Body(glance, "muted"), flow(button)
        )
        self.add(self.state, Unfold(self.tr("Choose my sum"), content, name="settings-sum-fold"))

    def show_state(self, state: KeyState) -> None:
        """Say whether it is her own."""
        self.state.setText(
            self.tr("You have a sum of your own.")
            if state.own_sum
            else self.tr("Now it is 7×7×7×7, the same for everybody who has this program.")
        )

    def keep(self) -> None:
        """Try what was typed."""
        self.field.clear_error()
        if self.typed.is_empty():
            self.field.show_error(self.tr("Type a sum first."))
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        work = functools.partial(self.store.change_sum, typed=self.typed.take(), again=self.again.take())
        self.work(work, self._kept, self._failed)

    def _failed(self, error: SafePlanError) -> None:
        if isinstance(error, DoorSumRefused | PassphrasesDiffer):
            say_below(self.field, error)
        else:
            self.context.questions.tell_error(error)

    def _kept(self, _nothing: None) -> None:
        self.work(self.store.key_state, self.show_state, self.context.questions.tell_error)
        self.context.change_setting("sum_offered", True)
        self.context.tell(self.tr("Your sum is kept. The old one no longer works."))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed here stays behind."""
        self.typed.clear()
        self.again.clear()
        super().hideEvent(event)


class PassphraseCard(SettingsCard, StandsOnlyHere):
    """Changing the passphrase."""

    def __init__(self, context: PageContext, store: StoreWork) -> None:
        super().__init__(context, name="settings-passphrase-card")
        self.store = store
        self.say(
            self.tr("My passphrase"),
            self.tr("It is the lock. A new one takes its place at once; your notes are not written anew."),
        )
        self._suggested = ""
        self._least = context.room.policy.least_words
        self._drawn = max(self._least, FEWEST_WORDS)
        # Where an organisation asks for more, words that name four would be wrong.
        four = self._drawn == FEWEST_WORDS
        self.old = PassphraseField(name="settings-old")
        self.new = PassphraseField(name="settings-new")
        self.again = PassphraseField(name="settings-again")
        self.old_field = LabelledField(self.tr("The passphrase I use now"), self.old)
        self.new_field = LabelledField(
            self.tr("The new passphrase"),
            self.new,
            why=self.tr("Four ordinary words that have nothing to do with each other or with you are best.")
            if four
            else few_words(self._least),
        )
        self.offer = Body("", "inset", name="settings-suggested")
        self._inset = QFrame()
        self._inset.setProperty("part", "inset")
        inside = QVBoxLayout(self._inset)
        inside.setContentsMargins(14, 10, 14, 10)
        drawn = (
            self.tr("Four words drawn by chance. Type them below, twice:")
            if four
            else self.tr("Words drawn by chance. Type them below, twice:")
        )
        inside.addWidget(Body(drawn, "small"))
        inside.addWidget(self.offer)
        self._inset.hide()
        self.again.entered.connect(self.change)
        offer = self.tr("Suggest four words") if four else self.tr("Suggest words")
        suggest = SecondaryButton(offer, name="settings-suggest", clicked=self.suggest)
        self.button = SecondaryButton(self.tr("Change my passphrase"), name="settings-change", clicked=self.change)
        content = column(
            self.old_field,
            flow(suggest),
            self._inset,
            self.new_field,
            LabelledField(self.tr("Once more"), self.again),
            flow(self.button),
        )
        self.fold = Unfold(self.tr("Choose a new passphrase"), content, name="settings-passphrase-fold")
        self.add(self.fold)

    def show_state(self, state: KeyState) -> None:
        """After opening by spare key the old passphrase may be forgotten: it is not asked for."""
        self.old_field.setVisible(state.old_needed)

    def suggest(self) -> None:
        """Draw words in the language in use."""
        work = functools.partial(self.store.suggest_passphrase, language=self.context.language, words=self._drawn)
        self.work(work, self._offered, self.context.questions.tell_error)

    def change(self) -> None:
        """Try what was typed."""
        for field in (self.old_field, self.new_field):
            field.clear_error()
        if self.new.is_empty():
            self.new_field.show_error(self.tr("Type the new passphrase first."))
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        work = functools.partial(
            self.store.change_passphrase,
            old=self.old.take(),
            new=self.new.take(),
            again=self.again.take(),
            suggested=self._suggested,
            least_words=self._least,
        )
        self.button.setEnabled(False)
        self.context.tell(self.tr("Changing. This takes a second or two."))
        self.work(work, self._changed, self._failed)

    def _offered(self, words: str) -> None:
        self._suggested = words
        self.offer.setText(words)
        self._inset.show()

    def _changed(self, _nothing: None) -> None:
        self.button.setEnabled(True)
        self._forget()
        self.fold.button.setChecked(False)
        self.work(self.store.key_state, self.show_state, self.context.questions.tell_error)
        self.context.tell(self.tr("The new passphrase works from now on. The old one no longer opens anything."))

    def _failed(self, error: SafePlanError) -> None:
        self.button.setEnabled(True)
        self.context.tell(self.tr("Nothing was changed: the passphrase is the one you had."))
        if isinstance(error, WrongPassphrase):
            say_below(self.old_field, error)
        elif isinstance(error, PassphraseTooWeak):
            reason = str(error.facts.get("reason", ""))
            why = WEAK.get(reason, WEAK["common"])
            words = QCoreApplication.translate("WeakPassphrase", why)
            self.new_field.show_error(few_words(self._least) if reason == "few_words" else words)
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            say_below(self.new_field, error)

    def hand_on(self) -> Any:
        """Words drawn for her: she may have learned them, or stand between the first typing and the second."""
        return self._suggested or None

    def take_on(self, shown: str) -> None:
        """The same words, in sight."""
        self._offered(shown)
        self.fold.button.setChecked(True)

    def _forget(self) -> None:
        self._suggested = ""
        self.offer.setText("")
        self._inset.hide()
        for field in (self.old, self.new, self.again):
            field.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed or suggested stays behind."""
        self._forget()
        super().hideEvent(event)
