"""The counsellor's passphrase beside hers, once she has agreed; and a new key when she has taken that back.

May touch: the worker through the page's context. Must never hold what was typed after it was taken.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from safeplan.content.desk_words import DeskWords
from safeplan.errors import Cancelled, SafePlanError
from ui import consent_work
from ui.consent_work import ConsentsView, KeyChanged
from ui.error_texts import error_text
from ui.page import PageContext
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.work_bar import WorkBar

Shown = Callable[[ConsentsView], None]


class SecondCard(Card):
    """Both type their own."""

    def __init__(self, context: PageContext, words: DeskWords, show: Shown) -> None:
        say = words.consent
        super().__init__(say.second_title, say.second_about, name="consent-second")
        self._context, self._words, self._show = context, words, show
        self.hers = PassphraseField(name="consent-hers")
        self.other = PassphraseField(name="consent-counsellors")
        self.asked = LabelledField(say.second_hers, self.hers)
        self.button = SecondaryButton(say.second_go, name="consent-second-go", icon="key", clicked=self.go)
        self.add(self.asked, LabelledField(say.second_other, self.other), flow(self.button))

    def go(self) -> None:
        """Let it open."""
        if self.hers.is_empty() or self.other.is_empty():
            return
        self.asked.clear_error()
        self.button.setEnabled(False)
        work = functools.partial(consent_work.open_second, hers=self.hers.take(), counsellors=self.other.take())
        self._context.background.run(self, work, self._done, self._failed)

    def wipe(self) -> None:
        """Nothing typed waits on a page that nobody sees."""
        self.hers.clear()
        self.other.clear()

    def _done(self, view: ConsentsView) -> None:
        self.button.setEnabled(True)
        self._context.tell(self._words.consent.second_done)
        self._show(view)

    def _failed(self, error: SafePlanError) -> None:
        self.button.setEnabled(True)
        words = error_text(error)
        if words is not None:
            self.asked.show_error(f"{words.sentence} {words.hint}".strip())


class NewKeyCard(Card):
    """Writing everything anew can take a while: how far it is, and Cancel."""

    def __init__(self, context: PageContext, words: DeskWords, show: Shown) -> None:
        say = words.consent
        super().__init__(say.new_title, say.new_about, name="consent-key")
        self._context, self._words, self._show = context, words, show
        self._job: Any = None
        self._busy = False
        self.hers = PassphraseField(name="consent-key-hers")
        self.spare = PassphraseField(name="consent-key-spare")
        self.asked = LabelledField(say.second_hers, self.hers)
        self.button = PrimaryButton(say.new_go, name="consent-key-go", icon="key", clicked=self.go)
        self.bar = WorkBar(name="consent-key-work")
        self.bar.cancelled.connect(lambda: self._job and self._job.cancel())
        spare = LabelledField(say.new_spare, self.spare, why=say.new_spare_why)
        self.own_only = Body(say.own_only, "error", name="consent-own-only")
        self.own_only.hide()
        self.add(self.own_only, self.asked, spare, flow(self.button), self.bar)

    def show_view(self, view: ConsentsView) -> None:
        """Whoever opened it with another passphrase cannot change its key."""
        self.own_only.setVisible(not view.hers)
        self.button.setEnabled(view.hers and not self._busy)

    def go(self) -> None:
        """Change it."""
        if self.hers.is_empty() or self._busy:
            return
        self.asked.clear_error()
        self.button.setEnabled(False)
        self._busy = True
        self.bar.begin(self._words.consent.new_working)
        work = functools.partial(
            consent_work.change_key,
            hers=self.hers.take(),
            spare_key=self.spare.take(),
            least_mib=self._context.room.policy.least_kdf_mib,
        )
        self._job = self._context.background.run(
            self, work, self._done, self._context.questions.tell_error, progress=self.bar.set_progress
        )

    def wipe(self) -> None:
        """Nothing typed waits on a page that nobody sees."""
        self.hers.clear()
        self.spare.clear()

    def _done(self, changed: KeyChanged) -> None:
        self._job, self._busy = None, False
        self.bar.end()
        self.button.setEnabled(True)
        say, error = self._words.consent, changed.error
        if changed.view is None:
            # The store was closed on the way; it is whole, and asks for her passphrase again.
            self._context.switch(self._context.room.client)
        elif error is None:
            self._context.tell(say.new_done)
        else:
            words = error_text(error)
            self.asked.show_error(
                say.new_stopped if isinstance(error, Cancelled) or words is None else f"{words.sentence} {words.hint}"
            )
        if changed.view is not None:
            self._show(changed.view)
