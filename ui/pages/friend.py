"""For a friend or relative who wants to help: what helps, what harms, what to say, when to call. Needs no store.

May touch: words and the country's numbers. Must never ask who is meant, keep anything, or show a number that is not
in the country's pack.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from safeplan.content.friend_words import load_friend_words
from safeplan.content.guide import Point
from safeplan.content.reviews import reviewed
from ui.page import Page, PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fact_cards import line_card
from ui.widgets.flow import columns, flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.said_dates import her_now
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack

# Where there are no lines at the side, this page is reached from here, and leads back.
_CAME_FROM = ("welcome", "kiosk_start", "help")


class FriendPage(Page):
    """Six short lists to read. Nothing on it can be filled in."""

    name = "friend"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = load_friend_words(context.language)
        self._from = "help"
        words, page = self.words, self.words.page
        self.sheet = ScrollPage(name="friend-sheet")
        self.layout_.addWidget(self.sheet, 1)
        self.sheet.add(
            self._top(),
            columns(
                _list_card("helps", page.helps, words.helps),
                _list_card("harms", page.harms, words.harms),
                narrowest=340,
            ),
            columns(
                _say_card(page.say, words.say),
                # Plain, without the ground of what can be said: a glance must not take one list for the other.
                _list_card("not-say", page.not_say, words.not_say, page.not_say_why),
                narrowest=340,
            ),
            _list_card("call", page.call, words.call),
            *self._numbers(),
            _list_card("yourself", page.yourself, words.yourself),
            self._foot(),
        )

    def title(self) -> str:
        """The heading over the page."""
        return self.words.page.title

    def arrive(self, *, back: str = "", **_: Any) -> None:
        """`back`: the page to return to; Help where none of those that lead here is named."""
        self._from = back if back in _CAME_FROM else "help"
        # The lines at the side lead on; where there are none, this button is the only way.
        self.back.setVisible(self._from == back)
        # The focus pulls a long page down to its first control; reading begins at the top.
        QTimer.singleShot(0, self.sheet, lambda: self.sheet.verticalScrollBar().setValue(0))

    def escape(self) -> None:
        """Back to where it was opened."""
        self._leave()

    def _leave(self) -> None:
        self.context.go(self._from)

    def _top(self) -> Card:
        card = Card(name="friend-top")
        # At the top: the first stop of Tab then stands where reading begins.
        self.back = SecondaryButton(self.words.page.back, name="friend-back", icon="arrow-left", clicked=self._leave)
        card.add(flow(self.back), Body(self.words.page.about), Body(self.words.page.keeps_nothing, "muted"))
        danger = self.context.region.always_text("danger_now")
        if danger:
            card.add(Heading(danger, 2, name="friend-danger"))
        return card

    def _numbers(self) -> list[QWidget]:
        region, today = self.context.region, her_now(self.context.clock).date()
        cards = [partial(line_card, one, region, today) for one in region.lines if not one.emergency]
        shown: list[QWidget] = [line_card(one, region, today) for one in region.lines if one.emergency]
        if cards:
            more = Card(name="friend-more")
            # Here and not by a way to Help: before the welcome is over nothing would lead back from there.
            more.add(
                LateUnfold(self.words.page.numbers, lambda: stack(*(make() for make in cards)), name="friend-numbers")
            )
            shown.append(more)
        return shown

    def _foot(self) -> QWidget:
        who = reviewed(self.words)
        said = self.words.page.read.format(who=who) if who else self.words.page.unread
        return Body(said, "small", name="friend-read")


def _list_card(name: str, title: str, points: Iterable[Point], why: str = "") -> Card:
    card = Card(title, why, name=f"friend-{name}")
    card.add(*(Body(one.text, name=f"friend-{name}-{one.id}") for one in points))
    return card


def _say_card(title: str, points: Iterable[Point]) -> Card:
    card = Card(title, name="friend-say")
    card.add(*(Inset(Body(one.text, "inset"), name=f"friend-say-{one.id}") for one in points))
    return card
