"""A page to read aloud from while somebody calls: three questions, three steps, and what to read back.

May touch: its own fields, in memory; one line of the desk's list, to read. Must never make or keep anything, nor
leave a word here for whoever comes next.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from safeplan.content.desk_words import load_desk_words
from safeplan.policy import said
from safeplan.records.clients import Client
from ui import desk_work
from ui.page import Page, PageContext
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.client_line import calls_of, name_of
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns, flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack

STEPS = 3


class CallPage(Page):
    """What is typed is shown again at the end in large words, to be read back, and goes when the page is left."""

    name = "call"
    # Another language or text size may carry the words over; nothing else may.
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        all_words = load_desk_words(context.language)
        self.words = words = all_words.call
        self._list_words = all_words.clients
        self._number = 0
        self.asks = all_words.asks
        self.fields = {ask: TextLine(name=f"call-{ask}") for ask in self.asks}
        self.steps = [TextLine(name=f"call-step-{number}") for number in range(1, STEPS + 1)]
        for field in (*self.fields.values(), *self.steps):
            field.textChanged.connect(lambda _text: self.show_back())
        first = Card(all_words.begin.say_first, name="call-report")
        first.add(Body(said(context.room.policy.must_report, context.language), name="call-report-text"))
        self.who = Card(name="call-who-card")
        self.who_name = Heading("", 2, name="call-who")
        self.who.add(self.who_name)
        self.who.hide()
        self.may = Body("", name="call-may")
        self.may.hide()
        self.sheet = ScrollPage(name="call-sheet")
        self.sheet.add(Body(words.about, "muted", name="call-about"), self.who, first)
        for ask, field in self.fields.items():
            card = Card(self.asks[ask].say, name=f"call-{ask}-card")
            card.add(Body(self.asks[ask].then, "muted"))
            if ask == "call_back":
                card.add(self.may)
            card.add(LabelledField(self.asks[ask].field, field))
            self.sheet.add(card)
        three = Card(words.steps_title, words.steps_about, name="call-steps")
        for number, field in enumerate(self.steps, start=1):
            three.add(LabelledField(words.step.format(number=number), field))
        back = Card(words.read_title, words.read_say, name="call-back-card")
        self.back = Heading("", 2, name="call-read-back")
        back.add(Inset(self.back, name="call-inset"))
        back.add(flow(PrimaryButton(words.done, name="call-done", clicked=self.end)))
        self.sheet.add(three, back, self._numbers())
        self.layout_.addWidget(self.sheet)
        self.show_back()

    def title(self) -> str:
        """The heading."""
        return self.words.title

    def arrive(self, **arguments: Any) -> None:
        """Nothing is kept of a call; `client`: who is calling, where the list knows."""
        self._number = int(arguments.get("client", 0))
        self.who.hide()
        self.may.hide()
        if self._number:
            work = functools.partial(desk_work.one_client, number=self._number)
            self.context.background.run(self, work, self.show_client, self.context.questions.tell_error)

    def show_client(self, client: Client) -> None:
        """The agreed name, and whether and how she may be called back."""
        if client.number != self._number:
            return
        self.who_name.setText(name_of(client, self._list_words))
        self.may.setText(calls_of(client, self._list_words, self.context.language))
        self.who.show()
        self.may.show()

    def show_back(self) -> None:
        """What was agreed, as it is read back."""
        lines = [
            f"{self.asks[ask].short}: {field.text().strip()}"
            for ask, field in self.fields.items()
            if field.text().strip()
        ]
        steps = [field.text().strip() for field in self.steps if field.text().strip()]
        lines += [f"{number}. {step}" for number, step in enumerate(steps, start=1)]
        self.back.setText("\n".join(lines) or self.words.read_none)

    def end(self) -> None:
        """The call is over: empty, and back to the list."""
        self.clear()
        self.context.go("clients")
        self.context.tell(self.words.emptied)

    def collect_draft(self) -> dict[str, str]:
        """Only for another language or text size in the middle of a call."""
        fields = {**self.fields, **{str(number): field for number, field in enumerate(self.steps)}}
        return {name: field.text() for name, field in fields.items() if field.text()}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back after such a change."""
        for name, field in {**self.fields, **{str(number): one for number, one in enumerate(self.steps)}}.items():
            field.setText(fields.get(name, ""))

    def clear(self) -> None:
        """Empty, without a way to undo it."""
        for field in (*self.fields.values(), *self.steps):
            # setText forgets what Undo would bring back.
            field.setText("")
        self.who_name.setText("")
        self.may.setText("")
        self.who.hide()
        self.may.hide()
        self.sheet.verticalScrollBar().setValue(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page may stand here now."""
        super().hideEvent(event)
        # The stack of pages turns first and says afterwards to which.
        QTimer.singleShot(0, self, self._clear_if_left)

    def _clear_if_left(self) -> None:
        """Nothing of the call stays behind another page. An exit that only covers keeps it."""
        pages = self.parentWidget()
        if isinstance(pages, QStackedWidget) and pages.currentWidget() is not self:
            self.clear()

    def escape(self) -> None:
        """Esc does nothing here: a habit must not empty the page in the middle of a call."""

    def _numbers(self) -> Card:
        """This organisation's numbers, or those of the country where it names none."""
        policy, region = self.context.room.policy, self.context.region
        shown = [(one.number, said(one.words, self.context.language)) for one in policy.help_lines]
        if region is not None:
            shown += [(one.value, one.name) for one in region.lines if one.emergency]
        cells: list[QWidget] = [
            stack(Heading(number, 2), Body(words, "small"), spacing=0) for number, words in dict(shown).items()
        ]
        card = Card(self.words.numbers, name="call-numbers")
        card.add(columns(*cells, narrowest=170))
        return card
