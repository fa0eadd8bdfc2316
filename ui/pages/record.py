"""My record, checked: nothing was changed unseen, four words that show it later, and who got what.

May touch: the record through the background, only to read; what a check found is written down. Must never claim more
than a check shows, and never repair what does not match.
"""

from __future__ import annotations

import functools
from typing import Any

from safeplan.content.handing_form import load_handing_form
from safeplan.content.record_words import load_record_words
from ui.page import Page, PageContext
from ui.widgets import record_store
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.fields import TickBox
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.log_ways import LogWays
from ui.widgets.record_check import CheckCard
from ui.widgets.record_custody import CustodyList
from ui.widgets.record_head import CompareCard, HeadCard
from ui.widgets.record_store import RecordView
from ui.widgets.scroll_page import ScrollPage


class RecordPage(Page):
    """All cards below each other, once something is kept."""

    name = "record"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._say = load_record_words(context.language).page
        self.sheet = ScrollPage(name="record-scroll")
        self.layout_.addWidget(self.sheet)
        self.check: CheckCard | None = None
        if context.has_store():
            # Before a visit already: what she typed on the page in this one's place is handed to its card.
            self._show_cards()
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self._say.title

    def arrive(self, **_arguments: Any) -> None:
        """Ask what happened to the record."""
        if not self.context.has_store():
            self._show_none()
            return
        if self.check is None:
            self._show_cards()
        self._load()

    def show_view(self, view: RecordView) -> None:
        """Who got what, the last check, how many viewings are noted."""
        if self.check is None:
            return
        self.check.show_last(record_store.last_check(view.happened))
        self.custody.show_rows(view.happened)
        self.nothing.setVisible(not view.happened)
        self.viewed.setVisible(bool(view.views))
        self.forget.setVisible(bool(view.views))
        self.viewed.setText(self._say.views_count.format(count=view.views))

    def _load(self) -> None:
        work = record_store.load_record
        self.context.background.run(self, work, self.show_view, self.context.questions.tell_error)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and self.check is not None and kinds & {"custody", "incidents"}:
            self._load()

    # ── cards ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _show_none(self) -> None:
        say = self._say
        self.sheet.empty()
        card = Card(name="record-none")
        card.add(
            EmptyState(say.none_title, say.none_text, say.none_example, name="record-empty", icon="check-circle")
        )
        self.sheet.add(LogWays(self.context, self.name), card)

    def _show_cards(self) -> None:
        self.sheet.empty()
        self.check = CheckCard(self.context)
        self.sheet.add(
            LogWays(self.context, self.name),
            self.check,
            HeadCard(self.context),
            CompareCard(self.context),
            self._custody_card(),
            self._views_card(),
        )

    def _custody_card(self) -> Card:
        say = self._say
        card = Card(say.custody_title, say.custody_text, name="record-custody-card")
        self.nothing = Body(say.custody_none, name="record-custody-none")
        self.custody = CustodyList(self.context, name="record-custody", of_record=True)
        words = load_handing_form(self.context.language).result.all
        handed = QuietButton(words, name="record-handed", icon="rows", clicked=lambda: self.context.go("handed"))
        card.add(self.nothing, self.custody, flow(handed))
        return card

    def _views_card(self) -> Card:
        say, noted = self._say, bool(getattr(self.context.settings, "views_noted", False))
        card = Card(say.views_title, name="record-views-card")
        self.views = TickBox(say.views_tick, name="record-views", checked=noted, why=say.views_why)
        self.views.toggled.connect(functools.partial(self.context.change_setting, "views_noted"))
        self.viewed = Body("", "small", name="record-views-count")
        self.forget = QuietButton(say.views_forget, name="record-views-forget", clicked=self._forget)
        card.add(self.views, self.viewed, flow(self.forget))
        return card

    def _forget(self) -> None:
        def forgotten(view: RecordView) -> None:
            self.show_view(view)
            self.context.tell(self._say.views_forgotten)

        self.context.background.run(self, record_store.forget_views, forgotten, self.context.questions.tell_error)
