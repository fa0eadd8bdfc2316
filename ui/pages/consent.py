"""What may stay here after a session, in the client's language: one thing at a time, each until a day, each to end.

May touch: the worker, and two numbers that the desk's list keeps. Must never take silence for a yes, nor ask for more
than one thing with one press.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from safeplan.content.desk_words import load_desk_words
from safeplan.records.consents import Consent
from ui import consent_work
from ui.consent_work import ConsentsView
from ui.keep_once import KeepOnce, back_to
from ui.page import Page, PageContext
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.consent_form import ConsentFormCard
from ui.widgets.consent_keys import NewKeyCard, SecondCard
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import moment_in_words
from ui.widgets.scroll_page import ScrollPage


class ConsentPage(Page):
    """Agreeing, what holds, what has ended; between them the two cards about keys when they are due."""

    name = "consent"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = load_desk_words(context.language)
        say = self.words.consent
        who = context.room.policy.organisation
        self._keeping = KeepOnce(context, "consent")
        self.new = ConsentFormCard(self.words, context.language, context.clock, who, self.agree)
        self.second = SecondCard(context, self.words, self.show_view)
        self.key = NewKeyCard(context, self.words, self.show_view)
        self.holding = Card(say.holding, name="consent-holding")
        self.ended = Card(say.ended, name="consent-ended")
        self._lists = {self.holding: Column(spacing=16), self.ended: Column(spacing=16)}
        for card, column in self._lists.items():
            card.add(column)
        for part in (self.second, self.key, self.holding, self.ended):
            part.hide()
        self.sheet = ScrollPage(name="consent-sheet")
        self.sheet.add(Body(say.about), self.key, self.second, self.holding, self.new, self.ended)
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        """The heading."""
        return self.words.consent.title

    def arrive(self, *, given: bool = False, **_: Any) -> None:
        """What holds now. `given`: what stood in the form is agreed to."""
        # A page built anew gets its arguments again; what is chosen then is not agreed to yet.
        self.arguments = {}
        if given:
            self.new.clear()
        if self.context.has_store():
            self.context.background.run(self, consent_work.look, self.show_view, self.context.questions.tell_error)

    def show_view(self, view: ConsentsView) -> None:
        """Both lists, and what is due about the keys."""
        self._show(self.holding, [self._line(one, holds=True) for one in view.holding])
        self._show(self.ended, [self._line(one, holds=False) for one in view.ended])
        self.key.setVisible(view.key_due)
        self.key.show_view(view)
        self.second.setVisible(view.second_agreed and not view.second_open and view.hers)
        self.context.extra.get("tell_agreed", lambda: None)()

    def collect_draft(self) -> dict[str, str]:
        """What is not agreed to yet."""
        return self.new.collect()

    def restore_draft(self, fields: dict[str, str]) -> None:
        """The same, its sentence in this page's language."""
        self.new.restore(fields)

    def agree(self) -> None:
        """One thing, written down as it stands there. The first thing kept asks for a passphrase."""
        form = self.new.form()
        if form is None:
            return
        context = self.context

        def kept(_view: ConsentsView) -> None:
            # The page may be built anew while she chooses a passphrase: only the context outlives it.
            back_to(context, "consent", given=True)
            context.tell(load_desk_words(context.language).consent.given)

        self._keeping.keep(functools.partial(consent_work.give, form=form), kept)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed here waits on a page that nobody sees."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.second.wipe()
            self.key.wipe()

    def _end(self, id_: str) -> None:
        def done(view: ConsentsView) -> None:
            self.show_view(view)
            self.sheet.verticalScrollBar().setValue(0)
            self.context.tell(self.words.consent.taken_back)

        work = functools.partial(consent_work.end, id=id_)
        self.context.background.run(self, work, done, self.context.questions.tell_error)

    def _line(self, one: Consent, *, holds: bool) -> QWidget:
        say = self.words.consent
        when = say.given_on.format(day=self._moment(one.given_at))
        if one.ended_at:
            when = f"{when}, {say.ended_on.format(day=self._moment(one.ended_at))}"
        titles = ", ".join(self.words.what[what].title for what in one.what if what in self.words.what)
        parts: list[QWidget] = [Heading(titles, 3)] if titles else []
        parts += [Body(one.words_shown or say.no_words, selectable=True), Body(when, "small")]
        if holds:
            end = functools.partial(self._end, one.id)
            parts.append(
                flow(
                    QuietButton(
                        say.take_back,
                        name=f"consent-end-{'-'.join(one.what)}",
                        clicked=end,
                        accessible=f"{say.take_back}: {titles}",
                    )
                )
            )
        return Column(*parts, spacing=4)

    def _moment(self, stored: str) -> str:
        return moment_in_words(stored, self.context.clock, self.context.language)

    def _show(self, card: Card, lines: list[QWidget]) -> None:
        focused = self.window().focusWidget()
        if focused is not None and card.isAncestorOf(focused):
            # What was pressed goes with its line.
            self.hold_focus()
        column = self._lists[card]
        for old in column.findChildren(QWidget):
            if old.parent() is column:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        column.add(*lines)
        card.setVisible(bool(lines))
