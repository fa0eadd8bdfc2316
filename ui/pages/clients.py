"""The desk's list: agreed names, what this organisation must report, and the ways to a client's own store.

May touch: the worker's view of the list. Must never show a word of a client's store, which this process cannot open.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from safeplan.content.desk_words import load_desk_words
from safeplan.policy import said
from safeplan.records import clients
from safeplan.records.clients import Client
from ui import desk_work
from ui.desk_work import DeskView
from ui.page import Page, PageContext
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.client_line import ClientLine
from ui.widgets.column import Column
from ui.widgets.due_card import DueCard
from ui.widgets.fields import TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.scroll_page import ScrollPage

SEARCH_AFTER_MS = 150
SHOWN_AT_FIRST = 12


class ClientsPage(Page):
    """Opening a client leaves this process: the number goes to the everyday program, which starts hers."""

    name = "clients"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        all_words = load_desk_words(context.language)
        self.words = all_words.clients
        self._shown = SHOWN_AT_FIRST
        self._view: DeskView | None = None
        self.sheet = ScrollPage(name="clients-sheet")
        self.layout_.addWidget(self.sheet)
        context.background.changed.connect(self._changed)
        self.search = TextLine(name="clients-search", placeholder=self.words.search)
        self.search.setAccessibleName(self.words.search)
        self._soon = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._soon.timeout.connect(self.load)
        self.search.textChanged.connect(self._soon.start)
        self.list = Column(spacing=8, name="clients-list")
        self.more = QuietButton("", name="clients-more", icon="caret-down", clicked=self._show_more)
        self._more_row = flow(self.more)
        self.loose = Card(self.words.loose_title, self.words.loose_about, name="clients-loose")
        self.unlisted = Column(spacing=10, name="clients-unlisted")
        self.loose.add(self.unlisted)
        self.loose.hide()
        self.due = DueCard(context, all_words, self.load)
        self.sheet.add(
            self._report(), self._someone_new(), self.due, self.loose, self.search, self.list, self._more_row
        )
        self.sheet.add(flow(QuietButton(self.words.counts, name="clients-counts", icon="hash", clicked=self._counts)))

    def title(self) -> str:
        """The heading."""
        return self.words.title

    def arrive(self, **arguments: Any) -> None:
        """The list as it is now."""
        del arguments
        self.load()

    def _changed(self, kinds: frozenset[str]) -> None:
        if "clients" in kinds and self.isVisible():
            self.load()

    def load(self) -> None:
        """Ask for the lines that fit what is typed."""
        work = functools.partial(desk_work.look, search=self.search.text())
        self.context.background.run(self, work, self.show_view, self.context.questions.tell_error)

    def show_view(self, view: DeskView) -> None:
        """The lines; what nobody can find by scrolling is found by a name."""
        if view.searched != self.search.text():
            return
        self._view = view
        lines: list[QWidget] = [
            self._line(one, here=one.number not in view.without_folder) for one in view.listed[: self._shown]
        ]
        if not lines:
            lines = [Body(self.words.nothing_found if view.searched.strip() else self.words.none, "muted")]
        self._show_anew(self.list, lines)
        left = len(view.listed) - self._shown
        self.more.set_words(self.words.more.format(count=left))
        self._more_row.setVisible(left > 0)
        self._show_loose(view.unlisted_folders)
        self.due.load()

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _report(self) -> Card:
        policy = self.context.room.policy
        named = self.words.report_title.format(organisation=policy.organisation)
        card = Card(named if policy.organisation else self.words.report_no_name, name="clients-report")
        card.add(Body(said(policy.must_report, self.context.language), name="clients-report-text"))
        return card

    def _someone_new(self) -> Card:
        words = self.words
        card = Card(words.new_title, words.new_about, name="clients-new-card")
        new = PrimaryButton(words.new, name="clients-new", clicked=self._begin_new)
        call = SecondaryButton(words.call, name="clients-call", clicked=lambda: self.context.go("call"))
        card.add(flow(new, call))
        return card

    def _line(self, client: Client, *, here: bool) -> ClientLine:
        return ClientLine(
            client,
            self.words,
            self.context.language,
            here=here,
            open_=functools.partial(self._open, client.number),
            call=functools.partial(self.context.go, "call", client=client.number),
            write_name=functools.partial(self._ask_name, client),
            write_how=functools.partial(self._ask_how, client),
            drop=functools.partial(self._change, functools.partial(desk_work.drop_line, number=client.number)),
        )

    def _show_loose(self, numbers: tuple[int, ...]) -> None:
        rows: list[QWidget] = []
        for number in numbers:
            add = functools.partial(desk_work.list_folder, number=number)
            words, name = f"{self.words.loose_add} · {clients.mark_of(number)}", f"loose-{number}-add"
            rows.append(flow(SecondaryButton(words, name=name, clicked=functools.partial(self._change, add))))
        self._show_anew(self.unlisted, rows)
        self.loose.setVisible(bool(numbers))

    def _show_anew(self, column: Column, widgets: list[QWidget]) -> None:
        """Nothing of the list before stays, nor can it be found by its name any more."""
        for old in column.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.hide()
            old.setParent(None)
            old.deleteLater()
        for new in widgets:
            column.add(new)

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────
    def _counts(self) -> None:
        self.context.go("desk_counts")

    def _begin_new(self) -> None:
        self.context.switch(clients.new_number(self.context.extra["files"]))
        self.context.tell(self.words.busy)

    def _open(self, number: int) -> None:
        def go(_client: Client) -> None:
            self.context.switch(number)
            self.context.tell(self.words.busy)

        work = functools.partial(desk_work.note_opened, number=number)
        self.context.background.run(self, work, go, self.context.questions.tell_error)

    def _ask_name(self, client: Client) -> None:
        alias = TextLine(name="client-alias", text=client.alias)

        def answered(answer: str) -> None:
            if answer == "keep":
                self._change(functools.partial(desk_work.rename, number=client.number, alias=alias.text()))

        self.context.questions.ask(
            self.words.alias,
            self.words.alias_why,
            [("keep", self.words.keep_name), ("back", self.tr("Back"))],
            answered,
            safe="back",
            primary="keep",
            body=alias,
        )

    def _ask_how(self, client: Client) -> None:
        how = TextLine(name="client-call-back-words", text=client.call_back)

        def answered(answer: str) -> None:
            if answer == "keep":
                work = functools.partial(desk_work.write_call_back, number=client.number, words=how.text())
                self._change(work)

        self.context.questions.ask(
            self.words.calls_write,
            self.words.calls_why,
            [("keep", self.words.calls_keep), ("back", self.tr("Back"))],
            answered,
            safe="back",
            primary="keep",
            body=how,
        )

    def _change(self, work: Any) -> None:
        self.context.background.run(self, work, lambda _done: self.load(), self.context.questions.tell_error)

    def _show_more(self) -> None:
        self._shown += 4 * SHOWN_AT_FIRST
        if self._view is not None:
            self.show_view(self._view)
