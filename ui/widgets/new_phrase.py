"""Choosing a passphrase: words drawn for her, or her own, with a plain sentence about how easily it is guessed.

May touch: the worker, for drawing and judging. Must never keep a phrase after wipe(), and never call one good: it
says only what would make it easy to guess.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from safeplan.errors import SafePlanError
from safeplan.records import people
from safeplan.vault import passphrase
from safeplan.vault.passphrase import FEWEST_WORDS, Strength
from ui.background import Background, Job, Session
from ui.widgets.buttons import SecondaryButton
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Heading
from ui.widgets.passphrase_field import PassphraseField

# Judging each letter would only flicker.
JUDGE_AFTER_MS = 350
_MORE_WORDS = FEWEST_WORDS + 1


class OwnPhrase(PassphraseField):
    """Her own words. They can be copied without being taken: a judged phrase must not have to be typed again."""

    def copied(self) -> bytearray:
        """What was typed so far; the caller wipes it."""
        return bytearray(memoryview(self.dots._room)[: self.dots.used])

    def is_shown(self) -> bool:
        """True while letters are painted instead of dots."""
        return self.show_box.is_checked()


class NewPhrase(QWidget):
    """Drawn words first: they are the stronger and, spoken aloud three times, the easier ones."""

    def __init__(
        self,
        background: Background,
        language: str,
        failed: Callable[[SafePlanError], None],
        fewest: int = 0,
    ) -> None:
        super().__init__()
        # An organisation's policy may ask for more words than the program does.
        self._fewest = max(fewest, FEWEST_WORDS)
        self._asked_for = fewest
        self._background = background
        self._language = language
        self._failed = failed
        self._drawn = ""
        self._drawings = 0
        self._words = self._fewest
        self.way = Choice(
            [("drawn", self.tr("Words chosen for me")), ("own", self.tr("My own words"))],
            name="phrase-way",
            accessible=self.tr("Where the passphrase comes from"),
            several=False,
            may_be_none=False,
            chosen=["drawn"],
        )
        self.way.changed.connect(self._show_way)
        self.words = Heading("", 1, name="phrase-words")
        self.other = SecondaryButton(
            self.tr("Other words"), name="phrase-other", icon="arrow-counter-clockwise", clicked=self.draw
        )
        self.length = SecondaryButton("", name="phrase-length", clicked=self._change_length)
        self._drawn_part = QWidget()
        drawn = QVBoxLayout(self._drawn_part)
        drawn.setContentsMargins(0, 0, 0, 0)
        drawn.addWidget(Inset(self.words, name="phrase-inset"))
        drawn.addWidget(flow(self.other, self.length))
        if self._fewest > FEWEST_WORDS:
            self.length.hide()
        self.own = OwnPhrase(name="phrase-own")
        self.own.show_box.set_checked(True)
        self.own.changed.connect(self._own_changed)
        self.asked = LabelledField(
            self.tr("Your own sentence or words"),
            self.own,
            why=self.tr("Something nobody has heard you say: no names, dates or sayings."),
        )
        self._quiet = QTimer(self, singleShot=True, interval=JUDGE_AFTER_MS)
        self._quiet.timeout.connect(self._judge_quietly)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.way)
        layout.addWidget(self._drawn_part)
        layout.addWidget(self.asked)
        self._show_way()

    @property
    def is_drawn(self) -> bool:
        """True while the words chosen for her are on the screen."""
        return self.way.one() == "drawn"

    @property
    def must_be_typed_again(self) -> bool:
        """A phrase typed behind dots may hold a slip that would lock her out for good."""
        return not self.is_drawn and not self.own.is_shown()

    def draw(self) -> None:
        """Other words."""
        work = functools.partial(draw_words, language=self._language, words=self._words)
        self._drawings += 1
        self._background.run(self, work, functools.partial(self._came, self._drawings), self._failed)

    def chosen(self) -> bytearray:
        """The phrase on the screen as UTF-8; the caller wipes it. Empty when there is none yet."""
        return bytearray(self._drawn, "utf-8") if self.is_drawn else self.own.copied()

    def judge(self, done: Callable[[Strength], None]) -> None:
        """Have her own words judged in the worker, then done(strength); drawn ones need no judging."""
        work = functools.partial(judge_phrase, typed=self.own.copied(), least_words=self._asked_for)
        self._background.run(self, work, done, self._failed)

    def say(self, strength: Strength) -> None:
        """Why these words are easy to guess, or nothing."""
        if strength.enough:
            self.asked.clear_error()
        else:
            self.asked.show_error(self._reason(strength.reason))

    def wipe(self) -> None:
        """Forget every phrase, on the screen too."""
        self._quiet.stop()
        self._drawn = ""
        self.words.setText("")
        self.own.clear()
        self.asked.clear_error()

    def hold(self, on: bool) -> None:  # noqa: FBT001
        """While something locked with these words lies somewhere, no other ones may take their place."""
        self.way.setVisible(not on)
        self.other.setVisible(not on)
        self.length.setVisible(not on and self._fewest == FEWEST_WORDS)
        self.own.setEnabled(not on)

    def shown(self) -> str:
        """The drawn words in sight; "" where she has words of her own, which are never handed on."""
        return self._drawn if self.is_drawn else ""

    def show_again(self, words: str) -> None:
        """Put drawn words back in sight; others that are being drawn no longer count."""
        self._drawings += 1
        self._show_words(words)

    def focus_first(self) -> None:
        """The field to type in, or the button for other words."""
        (self.other if self.is_drawn else self.own).setFocus(Qt.FocusReason.OtherFocusReason)

    def _came(self, drawing: int, words: str) -> None:
        if drawing == self._drawings:
            self._show_words(words)

    def _show_words(self, drawn: str) -> None:
        self._drawn = drawn
        self.words.setText(drawn)

    def _change_length(self) -> None:
        self._words = FEWEST_WORDS if self._words == _MORE_WORDS else _MORE_WORDS
        self._name_length()
        self.draw()

    def _name_length(self) -> None:
        more = self._words == FEWEST_WORDS
        self.length.set_words(self.tr("Five words, stronger") if more else self.tr("Four words are enough"))

    def _show_way(self) -> None:
        self._name_length()
        self._drawn_part.setVisible(self.is_drawn)
        self.asked.setVisible(not self.is_drawn)
        if not self.is_drawn and self.isVisible():
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own_changed(self) -> None:
        self.asked.clear_error()
        if not self.own.is_empty():
            self._quiet.start()

    def _judge_quietly(self) -> None:
        if not self.own.is_empty():
            self.judge(self._say_if_still_there)

    def _say_if_still_there(self, strength: Strength) -> None:
        # While she is typing on, an old judgement is about other words.
        if isValid(self) and not self._quiet.isActive() and not self.own.is_empty():
            self.say(strength)

    def _reason(self, reason: str) -> str:
        return {
            "few_words": few_words(self._asked_for),
            "short": self.tr("Too short to be safe. One or two words more are enough."),
            "common": self.tr("These words come to mind easily. A word that does not belong there makes it safe."),
            "name": self.tr("Names are tried first. Add words that have nothing to do with anybody."),
            "date": self.tr("Dates and numbers are tried first. Add words instead."),
            "keyboard": self.tr("Keys in a row are tried first. Use words instead."),
            "repeated": self.tr("The same thing several times counts once. Add different words."),
            "personal": self.tr(
                "Someone who knows you could think of this. Add words that have nothing to do with you."
            ),
        }.get(reason, self.tr("This could be guessed. Add another word."))


def few_words(count: int) -> str:
    """Why words of her own are not enough where an organisation asks for more."""
    words = QCoreApplication.translate("WeakPassphrase", "Here a passphrase has at least {count} different words.")
    return words.format(count=count)


# ── work ────────────────────────────────────────────────────────────────────────────────────────────────────────
def draw_words(session: Session, job: Job, *, language: str, words: int) -> str:
    """A phrase from the list of the interface's language."""
    del session, job
    return passphrase.generate(language, words)


def judge_phrase(session: Session, job: Job, *, typed: bytearray, least_words: int = 0) -> Strength:
    """How easily `typed` (wiped) is guessed, also by someone who knows the people she has noted."""
    del job
    known: list[str] = []
    if session.vault is not None:
        for person in people.list_people(session.database):
            known += [person.name, person.nickname]
    try:
        return passphrase.estimate(typed.decode("utf-8", "replace"), known, least_words)
    finally:
        typed[:] = bytes(len(typed))
