"""One way to take something along on a stick: the words that open it, written down first; then the place; then done.

May touch: the worker through the page's context. Must never write before she says that she has the words on paper,
and never keep them once the page is out of sight.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.kiosk_words import KioskWords
from safeplan.errors import NothingChosen, PassphraseTooWeak, SafePlanError
from safeplan.handover.sealing_phrase import PDF, draw_sealing_phrase
from safeplan.vault.passphrase import Strength
from ui.error_texts import error_text
from ui.kiosk_work import Taken, take_all, take_plan
from ui.page import PageContext, StandsOnlyHere
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import TickBox
from ui.widgets.inset import Inset
from ui.widgets.kiosk_places import Places
from ui.widgets.labels import Body, Heading
from ui.widgets.new_phrase import NewPhrase
from ui.widgets.stack import stack
from ui.widgets.work_bar import WorkBar


class SealPhrase(QWidget):
    """Words that lock a PDF: always drawn, because a PDF can be tried a million times faster than a store."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.words = Heading("", 1, name="kiosk-plan-words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Inset(self.words, name="kiosk-plan-inset"))

    def draw(self) -> None:
        """Others than before."""
        self.words.setText(draw_sealing_phrase(PDF, self._language))

    def chosen(self) -> bytearray:
        """As UTF-8; the caller wipes it."""
        return bytearray(self.words.text(), "utf-8")

    def wipe(self) -> None:
        """Nothing of them is left in the window."""
        self.words.setText("")

    def shown(self) -> str:
        """The words in sight."""
        return self.words.text()

    def show_again(self, words: str) -> None:
        """Put them back in sight."""
        self.words.setText(words)

    def hold(self, on: bool) -> None:  # noqa: FBT001
        """There is no button here that could draw others."""


class TakeCard(Card, StandsOnlyHere):
    """`way` is "stick" or "plan". `busy_changed(busy)` is called when writing begins and when it is over."""

    def __init__(
        self, context: PageContext, words: KioskWords, way: str, busy_changed: Callable[[bool], object]
    ) -> None:
        said, self._say = words.ways[way], words.leave
        super().__init__(said.title, said.text, name=f"kiosk-{way}")
        self._context, self._way, self._busy_changed = context, way, busy_changed
        self._job: Any = None
        self.busy = False
        self._taken: Taken | None = None
        self.button = SecondaryButton(said.action, name=f"kiosk-{way}-open", icon="usb", clicked=self.open)
        least = context.room.policy.least_words
        self.phrase: NewPhrase | SealPhrase = (
            NewPhrase(context.background, context.language, context.questions.tell_error, least)
            if way == "stick"
            else SealPhrase(context.language)
        )
        self.written = TickBox(self._say.written_down, name=f"kiosk-{way}-written")
        self.fault = Body("", "error", name=f"kiosk-{way}-fault")
        self.places = Places(context, self._say, self.take, name=f"kiosk-{way}-place")
        self.bar = WorkBar(name=f"kiosk-{way}-work")
        self.bar.cancelled.connect(self._cancel)
        self.steps = stack(self.written, self.fault, self.places, self.bar)
        self.inside = stack(Body(self._say.phrase), self.phrase, self.steps)
        self.result = stack(name=f"kiosk-{way}-result")
        self.add(self.button, self.inside, self.result)
        for part in (self.inside, self.result, self.fault):
            part.hide()

    def open(self) -> None:
        """Words to write down, and where to."""
        self._taken = None
        self.result.hide()
        self.fault.hide()
        self.written.set_checked(False)
        self.phrase.wipe()
        self.phrase.hold(False)
        self.phrase.draw()
        self.places.look()
        self.button.hide()
        self.steps.show()
        self.inside.show()
        # The button is gone: the focus would fall to the exit control, and the next Space would hide by chance.
        self.written.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, place: Path) -> None:
        """Write it there, once the words are on paper and good enough."""
        if self.busy:
            return
        if not self.written.is_checked():
            self._say_fault(self._say.first_write)
        elif isinstance(self.phrase, NewPhrase) and not self.phrase.is_drawn:
            if self.phrase.must_be_typed_again:
                # A slip behind dots would lock her out for good.
                self.phrase.own.show_box.set_checked(True)
                self._say_fault(self._say.own_words)
            else:
                self.phrase.judge(functools.partial(self._judged, place))
        else:
            self._write(place)

    def forget(self) -> None:
        """Out of sight: the words go; what is being written is written."""
        self.phrase.wipe()
        if not self.busy:
            self.inside.hide()
            self.button.show()

    def _judged(self, place: Path, strength: Strength) -> None:
        if isinstance(self.phrase, NewPhrase):
            self.phrase.say(strength)
        if strength.enough:
            self._write(place)

    def _write(self, place: Path) -> None:
        phrase, policy = self.phrase.chosen(), self._context.room.policy
        only_sticks = policy.only_removable
        if not phrase:
            return
        self.fault.hide()
        self._set_busy(True)
        self.bar.begin(self._say.making)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        work: Any = (
            functools.partial(
                take_all, place=place, phrase=phrase, only_sticks=only_sticks, least_mib=policy.least_kdf_mib
            )
            if self._way == "stick"
            else functools.partial(
                take_plan, place=place, phrase=phrase, language=self._context.language, only_sticks=only_sticks
            )
        )
        self._job = self._context.background.run(self, work, self._made, self._failed, progress=self.bar.set_progress)

    def hand_on(self) -> Any:
        """What lies there, or why nothing does; and the words in sight, which may stand on her paper already."""
        fault = "" if self.fault.isHidden() else self.fault.text()
        opened = not self.inside.isHidden()
        return (self._taken, self.phrase.shown(), fault) if opened or self._taken is not None else None

    def take_on(self, shown: Any) -> None:
        """The same words; those of her own she has typed herself."""
        taken, words, fault = shown
        if taken is None:
            self.open()
        if words:
            self.phrase.show_again(words)
            self.inside.show()
        if taken is not None:
            self._show_taken(taken)
        if fault:
            self._say_fault(fault)

    def _made(self, taken: Taken) -> None:
        self._over()
        self._show_taken(taken)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_taken(self, taken: Taken) -> None:
        self._taken = taken
        say = self._say
        lines = [Body(say.leave_stick, "muted")]
        if self._way == "stick":
            holds = say.stick_done.format(name=taken.name, entries=taken.entries, files=taken.files)
            lines = [Body(holds, name="kiosk-stick-done"), Body(say.open_there), *lines]
        else:
            lines = [Body(say.plan_done.format(name=taken.name), name="kiosk-plan-done"), *lines]
        self.result.deleteLater()
        self.result = stack(*lines, name=f"kiosk-{self._way}-result")
        self.add(self.result)
        # The words stay in sight, to be looked over once more; the next copy gets others.
        self.phrase.hold(True)
        self.steps.hide()
        self.button.set_words(say.again)
        self.button.show()

    def _failed(self, error: SafePlanError) -> None:
        self._over()
        words = error_text(error)
        if isinstance(error, NothingChosen):
            self._say_fault(self._say.no_plan)
        elif isinstance(error, PassphraseTooWeak) and isinstance(self.phrase, NewPhrase):
            self.phrase.say(Strength(0.0, enough=False, reason=str(error.facts.get("reason", ""))))
        elif words is None:
            self._say_fault(self._say.stopped)
        else:
            self._say_fault(f"{words.sentence} {words.hint}".strip())
        self.places.look()
        self.written.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _over(self) -> None:
        self._job = None
        self.bar.end()
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:  # noqa: FBT001
        self.busy = busy
        self.places.setVisible(not busy)
        self.written.setEnabled(not busy)
        self._busy_changed(busy)

    def _say_fault(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.show()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
