"""All that was handed over, the newest first: to whom, what exactly, until when, and what is new since.

May touch: the record through the background, only to read. Must never hand anything over: "again" opens the page
where that is chosen.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QTimer

from safeplan.content.handing_form import load_handing_form
from safeplan.handover.releases import Release
from ui import handed_work
from ui.page import Page, PageContext
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.handed_one import HandedCard
from ui.widgets.labels import Body
from ui.widgets.scroll_page import ScrollPage

AT_ONCE = 12
# Typing a word searches once.
QUIET_MS = 200


class HandedPage(Page):
    """A field to find with, and a card for each."""

    name = "handed"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = load_handing_form(context.language)
        say = self.words.handed
        self.sheet = ScrollPage(name="handed-scroll")
        self.layout_.addWidget(self.sheet)
        self._releases: tuple[Release, ...] = ()
        self._shown = 0
        self._cards: list[HandedCard] = []
        self.none = Card(name="handed-none")
        self.none.add(
            EmptyState(
                say.none_title,
                say.none_text,
                say.none_example,
                name="handed-empty",
                icon="export",
                action=say.none_action,
                clicked=lambda: context.go("hand_over"),
            )
        )
        self.search = TextLine(name="handed-search")
        self.finder = Card(name="handed-finder")
        self.finder.setAccessibleName(say.search)
        self.count = Body("", "small", name="handed-count")
        self.finder.add(LabelledField(say.search, self.search, why=say.search_why), self.count)
        self.list = Column(spacing=12, name="handed-list")
        self.more = QuietButton("", name="handed-more", icon="caret-down", clicked=self._show_more)
        self._more_row = flow(self.more)
        self.sheet.add(self.none, self.finder, self.list, self._more_row)
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self._load)
        self.search.textChanged.connect(lambda _words: self._soon.start())
        context.background.changed.connect(self._changed_elsewhere)
        self.show_found("", ())

    def title(self) -> str:
        """The heading."""
        return self.words.handed.title

    def arrive(self, **_arguments: Any) -> None:
        """Ask what was handed over."""
        if self.context.has_store():
            self._load()

    def show_found(self, searched: str, found: tuple[Release, ...]) -> None:
        """What was found for the words that were searched for."""
        self._releases = found
        anything = bool(found or searched)
        self.none.setVisible(not anything)
        self.finder.setVisible(anything)
        say = self.words.handed
        self.count.setText(say.found.format(count=len(found)) if found else say.nothing_found)
        self.count.setVisible(bool(searched))
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards, self._shown = [], 0
        self._show_more()

    def collect_draft(self) -> dict[str, str]:
        """What she searched for outlives a change of language; it is kept nowhere."""
        return {"search": self.search.text()} if self.search.text() else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Search for it again."""
        self.search.setText(fields.get("search", ""))

    def _show_more(self) -> None:
        for place in range(self._shown, min(self._shown + AT_ONCE, len(self._releases))):
            card = HandedCard(self.context, self.words, self._releases[place], place + 1)
            self._cards.append(card)
            self.list.add(card)
        self._shown = len(self._cards)
        left = len(self._releases) - self._shown
        self.more.set_words(self.words.handed.more.format(count=left))
        self._more_row.setVisible(left > 0)

    def _load(self) -> None:
        self._soon.stop()
        searched = self.search.text().strip()
        work = functools.partial(handed_work.load_handed, search=searched)
        shown = functools.partial(self._found, searched)
        self.context.background.run(self, work, shown, self.context.questions.tell_error)

    def _found(self, searched: str, found: tuple[Release, ...]) -> None:
        # A slower search for older words must not come in between.
        if searched == self.search.text().strip():
            self.show_found(searched, found)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if "releases" in kinds and self.isVisible():
            self._load()
