"""What a vague time leans on: one of her own days, and whether it was before, around or after; one can be added here.

May touch: life events, through the background of the page it stands on. Must never be needed: where she has no days
of her own it is one quiet line, and before there is a store nothing at all.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from safeplan.content.calendar_words import load_calendar_words
from safeplan.content.record_guide import load_record_guide
from safeplan.content.tables import LANGUAGES
from safeplan.records.incident_form import SIDES
from safeplan.records.life_events import LifeEvent
from ui.page import Page
from ui.widgets import calendar_own_store
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.calendar_own_day import OwnDayFields, event_days
from ui.widgets.choices import Choice
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.pick import Pick

_SIDE = "around"


class LeanField(Column):
    """`value()` is (id of the event, side), both "" for none. What it holds stays while the events are not read."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], *, name: str) -> None:
        super().__init__(spacing=10, name=name)
        self._today, self._name = today, name
        self._anchor = self._side = ""
        self._events: tuple[LifeEvent, ...] = ()
        self._page: Page | None = None
        self._inside: QWidget | None = None
        self.pick: Pick | None = None
        self.side: Choice | None = None
        self.fields: OwnDayFields | None = None

    # ── what it says ────────────────────────────────────────────────────────────────────────────────────────────
    def value(self) -> tuple[str, str]:
        """The event and the side."""
        return self._anchor, self._side

    def set_value(self, anchor: str, side: str) -> None:
        """Choose this; says nothing."""
        self._anchor, self._side = anchor, side if side in SIDES else ""
        if self._inside is not None and self.fields is None:
            self._arrange()

    def words(self) -> str:
        """ "before: the move", "" for none."""
        event = self._event(self._anchor)
        return load_record_guide(self._language()).anchored(self._side, event.words) if event and self._side else ""

    def made_by_it(self, words: str) -> bool:
        """Whether these words are some that words() gives."""
        guide = load_record_guide(self._language())
        return any(words == guide.anchored(side, event.words) for event in self._events for side in SIDES[1:])

    # ── her days ────────────────────────────────────────────────────────────────────────────────────────────────
    def showEvent(self, event: QShowEvent) -> None:
        """Shown for the first time: only now is it known on which page it stands."""
        super().showEvent(event)
        if self._page is None:
            self._page = _page_of(self)
            if self._page is not None:
                self._page.context.background.changed.connect(self._changed)
            self._load()

    def _load(self) -> None:
        if self._page is not None and self._page.context.has_store():
            context = self._page.context
            context.background.run(self, calendar_own_store.load, self.show_events, context.questions.tell_error)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "life_events" in kinds:
            self._load()

    def show_events(self, events: Sequence[LifeEvent]) -> None:
        """Offer these; what was chosen stays chosen."""
        self._events = tuple(events)
        if self.fields is None:
            self._arrange()

    def _event(self, id_: str) -> LifeEvent | None:
        return next((one for one in self._events if one.id == id_), None)

    def _language(self) -> str:
        language = self._page.context.language if self._page is not None else QLocale().name()[:2]
        return language if language in LANGUAGES else "en"

    # ── showing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _arrange(self) -> None:
        words, name = load_calendar_words(self._language()), self._name
        say, made = words.when, list[QWidget]()
        self.pick = self.side = self.fields = None
        if self._events or self._anchor:
            options = [("", say.lean_none)]
            options += [(one.id, f"{one.words}, {event_days(one, words)}") for one in self._events]
            if self._anchor and self._event(self._anchor) is None:
                options.append((self._anchor, say.not_there))
            self.pick = Pick(options, name=f"{name}-pick", one=self._anchor)
            self.pick.currentIndexChanged.connect(self._picked)
            self.side = Choice(
                [(side, words.sides[side]) for side in SIDES[1:]],
                name=f"{name}-side",
                accessible=say.side,
                several=False,
                chosen=[self._side] if self._side else [],
                may_be_none=False,
            )
            self.side.setVisible(bool(self._anchor))
            self.side.changed.connect(self._side_chosen)
            made += [LabelledField(say.lean, self.pick), self.side]
        made.append(flow(QuietButton(say.add, name=f"{name}-add", icon="plus", clicked=self.open_new)))
        self._show(made)

    def _show(self, widgets: Sequence[QWidget]) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = Column(*widgets, spacing=10)
        self.add(self._inside)
        self._inside.show()

    def _picked(self) -> None:
        assert self.pick is not None
        assert self.side is not None
        self._anchor = self.pick.one()
        self._side = (self._side or _SIDE) if self._anchor else ""
        self.side.set_chosen([self._side] if self._side else [])
        self.side.setVisible(bool(self._anchor))
        self.changed.emit()

    def _side_chosen(self) -> None:
        assert self.side is not None
        self._side = self.side.one()
        self.changed.emit()

    # ── adding one here ─────────────────────────────────────────────────────────────────────────────────────────
    def open_new(self) -> None:
        """Fields for a new day in this place; the form around stays as it is."""
        words, name = load_calendar_words(self._language()), self._name
        fields = OwnDayFields(words, self._today, name=f"{name}-new", brief=True)
        ways = flow(
            SecondaryButton(words.when.new_keep, name=f"{name}-new-keep", icon="check", clicked=self.keep_new),
            QuietButton(words.when.new_back, name=f"{name}-new-back", clicked=self.leave_new),
        )
        self._show([Body(words.when.add_why, "small"), fields, ways])
        self.fields = fields
        fields.words.setFocus()

    def leave_new(self) -> None:
        """No new day after all."""
        self._arrange()

    def keep_new(self) -> None:
        """Keep the new day and count from it."""
        day = self.fields.read() if self.fields is not None else None
        if day is None or self._page is None:
            return
        context, work = self._page.context, functools.partial(calendar_own_store.keep, id_="", day=day)
        # Without "incidents": nothing leans on it yet, and the page around must not be filled anew while she writes.
        context.background.run(self, work, self._kept, context.questions.tell_error, changes=("life_events",))

    def _kept(self, event: LifeEvent) -> None:
        self._anchor, self._side = event.id, self._side or _SIDE
        self._events = (*self._events, event)
        self._arrange()
        if self.side is not None:
            self.side.chips[self._side].setFocus()
        self.changed.emit()


def _page_of(widget: QWidget) -> Page | None:
    """The page a widget stands on."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Page):
        above = above.parentWidget()
    return above
