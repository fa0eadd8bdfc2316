"""Her own days to count from: a feast, a move, a birth. A time that is only about can lean on one.

May touch: life events, through the background. Must never put a day where she gave none, nor change an entry.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.content.calendar_words import load_calendar_words
from safeplan.records.deadlines import local_day
from safeplan.records.life_events import LifeEvent
from ui.keep_once import KeepOnce, back_to
from ui.page import Page, PageContext
from ui.widgets import calendar_own_store
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.calendar_own_day import OwnDayFields, event_days
from ui.widgets.calendar_own_store import CHANGES
from ui.widgets.card import Card, EmptyState
from ui.widgets.column import Column
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.log_ways import LogWays
from ui.widgets.scroll_page import ScrollPage


class MyDaysPage(Page):
    """The list, or the form in its place."""

    name = "my_days"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = load_calendar_words(context.language)
        self._events: tuple[LifeEvent, ...] = ()
        self.fields: OwnDayFields | None = None
        self._changing = ""
        self._keeping = KeepOnce(context, self.name)
        # The day that another page wants to be looked at, until it stands there.
        self._wanted = ""
        self.sheet = ScrollPage(name="my-days-scroll")
        self.layout_.addWidget(self.sheet)
        context.background.changed.connect(self._changed)

    def title(self) -> str:
        """The heading."""
        return self._words.days.title

    def arrive(
        self, *, kept: str = "", sent: dict[str, str] | None = None, day_id: str = "", **_arguments: Any
    ) -> None:
        """Ask for her days. `kept`: the day as which the form, `sent`, stands in the store now; `day_id`: the one to
        look at."""
        self.arguments = {}
        self._wanted = day_id
        # A form in which nothing was typed is no reason to keep the list from her.
        if day_id and not self.collect_draft():
            self.clear()
        if kept:
            later = self.collect_draft()
            self.clear()
            if later and later != sent:
                # Typed since the press: a change of what is kept now.
                self.restore_draft({**later, "changing": kept})
                self.save_draft_now()
            self.context.tell(self._words.days.kept)
        self._load()
        if self.fields is None:
            self.context.load_draft(self.name, self._restore_if_blank)

    def _load(self) -> None:
        self.context.background.run(self, calendar_own_store.load, self.show_view, self.context.questions.tell_error)

    def show_view(self, events: tuple[LifeEvent, ...]) -> None:
        """Show them, unless she is writing."""
        self._events = events
        if self.fields is None:
            self._show_list()

    def escape(self) -> None:
        """Back to the list."""
        if self.fields is not None:
            self._leave()

    # ── the list ────────────────────────────────────────────────────────────────────────────────────────────────
    def _start_over(self) -> None:
        self.sheet.empty()
        self.sheet.verticalScrollBar().setValue(0)
        self.sheet.add(LogWays(self.context, self.name))

    def _show_list(self) -> None:
        say = self._words.days
        self._start_over()
        add = SecondaryButton(say.add, name="my-days-add", icon="plus", clicked=self.add_day)
        card = Card(name="my-days")
        card.setAccessibleName(say.title)
        if self._events:
            card.add(Body(say.about))
        else:
            empty = EmptyState(
                say.empty_title, say.empty_text, say.empty_example, name="my-days-empty", icon="calendar"
            )
            card.add(Body(say.about), empty)
        card.add(Body(say.why, "muted", name="my-days-why"), *map(self._line, self._events), add)
        self.sheet.add(card)
        wanted, self._wanted = self._wanted, ""
        found = card.findChild(QWidget, f"my-days-{wanted}-change") if wanted else None
        if found is not None:
            self.focus_on(found)

    def _line(self, event: LifeEvent) -> QWidget:
        say, name = self._words.days, f"my-days-{event.id}"
        words = Column(Body(event.words, name=f"{name}-words"), spacing=2)
        words.add(Body(event_days(event, self._words), "small", name=f"{name}-day"))
        change = SecondaryButton(
            say.change,
            name=f"{name}-change",
            clicked=functools.partial(self.change, event),
            accessible=f"{say.change}: {event.words}",
        )
        remove = QuietButton(
            say.remove,
            name=f"{name}-remove",
            clicked=functools.partial(self.remove, event.id),
            accessible=f"{say.remove}: {event.words}",
        )
        return beside(words, flow(change, remove))

    # ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def add_day(self) -> None:
        """An empty form in place of the list."""
        self._open("").words.setFocus()

    def change(self, event: LifeEvent) -> None:
        """The form with what is kept."""
        fields = self._open(event.id)
        fields.show_event(event)
        self.forget_pending_draft()
        fields.words.setFocus()

    def _open(self, changing: str) -> OwnDayFields:
        say = self._words.days
        self._start_over()
        self._changing = changing
        self.fields = OwnDayFields(self._words, functools.partial(local_day, self.context.clock), name="my-days-form")
        self.fields.changed.connect(self.touch_draft)
        card = Card(say.form_title, name="my-days-card")
        card.add(self.fields)
        if not self.context.has_store():
            card.add(Body(say.not_kept, "small", name="my-days-not-kept"))
        card.add_row(
            PrimaryButton(say.keep, name="my-days-keep", icon="check", clicked=self.keep),
            QuietButton(say.back, name="my-days-back", clicked=self._leave),
        )
        self.sheet.add(card)
        # A field that is not shown yet takes no focus.
        card.show()
        return self.fields

    def _leave(self) -> None:
        self.clear()
        self.context.clear_draft(self.name)
        self._load()

    def keep(self) -> None:
        """Keep the day; before the first passphrase it is asked for."""
        day = self.fields.read() if self.fields is not None else None
        if day is None:
            return
        context, sent = self.context, self.collect_draft()
        work = functools.partial(calendar_own_store.keep, id_=self._changing, day=day)

        def kept(event: LifeEvent) -> None:
            context.clear_draft("my_days")
            back_to(context, "my_days", kept=event.id, sent=sent)

        self._keeping.keep(work, kept, changes=CHANGES)

    # ── removing ────────────────────────────────────────────────────────────────────────────────────────────────
    def remove(self, id_: str) -> None:
        """Remove one; the message takes it back."""
        work = functools.partial(calendar_own_store.remove, id_=id_)
        self.context.background.run(self, work, self._removed, self._failed, changes=CHANGES)

    def _removed(self, event: LifeEvent) -> None:
        say = self._words.days
        self.context.tell(say.removed, action=say.take_back, clicked=functools.partial(self._put_back, event))

    def _put_back(self, event: LifeEvent) -> None:
        work = functools.partial(calendar_own_store.put_back, event=event)
        self.context.background.run(self, work, lambda _event: None, self._failed, changes=CHANGES)

    def _failed(self, error: Any) -> None:
        self.context.questions.tell_error(error)
        self._load()

    def _changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and "life_events" in kinds:
            self._load()

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────
    def collect_draft(self) -> dict[str, str]:
        """What is typed and not yet kept, with the day it belongs to."""
        fields = self.fields.draft() if self.fields is not None else {}
        return {**fields, "changing": self._changing} if fields else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """The form with what was typed."""
        self._open(fields.get("changing", "")).restore(fields)

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and self.fields is None:
            self.restore_draft(fields)
            self.forget_pending_draft()

    def clear(self) -> None:
        """No form any more."""
        self.fields, self._changing = None, ""
        self.forget_pending_draft()
