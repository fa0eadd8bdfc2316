"""The end of a session on a computer that many people use: what goes along with her, and that nothing stays.

May touch: the worker, the place and the printer she chooses, as far as the policy allows each. Must never end
anything unasked, and never say that nothing is left before the worker has closed and removed it.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtGui import QHideEvent

from safeplan.content.kiosk_words import load_kiosk_words
from safeplan.errors import NothingChosen, SafePlanError
from safeplan.policy import said
from ui.kiosk_work import print_plan
from ui.opening import end_kiosk_session
from ui.page import Page, PageContext, StandsOnlyHere
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.kiosk_take import TakeCard
from ui.widgets.labels import Body
from ui.widgets.scroll_page import ScrollPage


class KioskLeavePage(Page, StandsOnlyHere):
    """A card for each way the policy leaves open, and the end."""

    name = "kiosk_leave"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.all_words = load_kiosk_words(context.language)
        self.words = words = self.all_words.leave
        room = context.room
        self.sheet = ScrollPage(name="kiosk-leave-sheet")
        self.layout_.addWidget(self.sheet)
        ways = [way for way in self.all_words.ways if room.leaves_by(way)]
        self.sheet.add(Body(words.about if ways else words.none, name="kiosk-leave-about"))
        self.takes: list[TakeCard] = []
        self._printed_on = ""
        for way in ways:
            self.sheet.add(self._card(way))
        self.end_button = PrimaryButton(words.end, name="kiosk-end", icon="door-open", clicked=self.ask)
        card = Card(name="kiosk-end-card")
        card.add(Body(words.end_why), self.end_button)
        self.sheet.add(card)

    def title(self) -> str:
        """The heading."""
        return self.words.title

    def ask(self) -> None:
        """Once more, because it cannot be undone."""
        words = self.words
        self.context.questions.ask(
            words.ask,
            words.ask_text,
            [("back", words.ask_back), ("end", words.ask_end)],
            lambda answer: self.end() if answer == "end" else None,
            safe="back",
        )

    def end(self) -> None:
        """Close it, remove it, and go."""
        self.end_button.setEnabled(False)
        self.end_button.set_words(self.words.ending)
        # Whatever becomes of the page meanwhile, the end must not go unnoticed.
        background, gone = self.context.background, functools.partial(_gone, self.context)
        background.run(background, end_kiosk_session, gone, gone)

    def hideEvent(self, event: QHideEvent) -> None:
        """No words that open something wait on a page that nobody sees."""
        super().hideEvent(event)
        if not event.spontaneous():
            for card in self.takes:
                card.forget()

    # ── the ways ────────────────────────────────────────────────────────────────────────────────────────────────
    def _card(self, way: str) -> Card:
        if way in ("stick", "plan"):
            take = TakeCard(self.context, self.all_words, way, self._busy)
            self.takes.append(take)
            return take
        say = self.all_words.ways[way]
        card = Card(say.title, say.text, name=f"kiosk-{way.replace('_', '-')}")
        if way == "by_hand":
            card.add(
                SecondaryButton(
                    say.action,
                    name="kiosk-by-hand-open",
                    icon="note-pencil",
                    clicked=lambda: self.context.go("by_hand"),
                )
            )
            return card
        self.print_button = SecondaryButton(say.action, name="kiosk-print", icon="printer", clicked=self.print_out)
        self.printed = Body("", name="kiosk-printed")
        self.printed.hide()
        card.add(Body(self.words.printer_remembers, "muted"), self.print_button, self.printed)
        return card

    def print_out(self) -> None:
        """Her plan, on the printer that hangs on this computer."""
        policy, language = self.context.room.policy, self.context.language
        numbers = tuple(f"{line.number}  {said(line.words, language)}" for line in policy.help_lines)
        self.print_button.setEnabled(False)
        self._say_printed(self.words.printing)
        title = self.all_words.by_hand.steps
        work = functools.partial(print_plan, language=language, title=title, numbers=numbers)
        self.context.background.run(self, work, self._printed, self._not_printed)

    def _printed(self, printer: str) -> None:
        self.print_button.setEnabled(True)
        if printer:
            self.take_on(printer)
        else:
            self._say_printed(self.words.no_printer)

    def hand_on(self) -> Any:
        """Her sheets lie there."""
        return self._printed_on or None

    def take_on(self, shown: str) -> None:
        """Which printer it was."""
        self._say_printed(self.words.printed.format(printer=shown))
        self._printed_on = shown

    def _not_printed(self, error: SafePlanError) -> None:
        self.print_button.setEnabled(True)
        self._say_printed(self.words.no_plan if isinstance(error, NothingChosen) else self.words.no_printer)

    def _say_printed(self, text: str) -> None:
        self._printed_on = ""
        self.printed.setText(text)
        self.printed.show()

    def _busy(self, busy: bool) -> None:  # noqa: FBT001
        """What is being written would be cut off."""
        self.end_button.setEnabled(not busy)


def _gone(context: PageContext, _result: Any) -> None:
    if context.room.policy.start_page:
        context.staying.make_way()
    else:
        context.staying.end()
