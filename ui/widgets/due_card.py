"""On the desk's list: whose folder may lie here no longer, by name, and one press that takes these away.

May touch: the worker through the page's context. Must never take away what does not stand on the screen, nor without
asking once more.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from safeplan.content.desk_words import DeskWords
from safeplan.records.clients import Client
from ui import desk_due
from ui.desk_due import Removed
from ui.page import PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.client_line import facts_of, name_of
from ui.widgets.flow import flow
from ui.widgets.labels import Body


class DueCard(Card):
    """Hidden while nothing is over. `removed` is called when something went."""

    def __init__(self, context: PageContext, words: DeskWords, removed: Callable[[], None]) -> None:
        say = words.due
        super().__init__(say.title, say.about, name="clients-due")
        self._context, self._words, self._removed = context, words, removed
        self._shown: tuple[int, ...] = ()
        self.names = Body("", name="clients-due-names")
        self.button = SecondaryButton(say.remove, name="clients-due-remove", icon="trash", clicked=self.ask)
        self.add(self.names, flow(self.button))
        self.hide()

    def load(self) -> None:
        """Ask whose days are over."""
        work = functools.partial(desk_due.look, days=self._context.room.policy.retention_days)
        self._context.background.run(self, work, self.show_due, self._context.questions.tell_error)

    def show_due(self, due: tuple[Client, ...]) -> None:
        """Everybody who is over, by the agreed name."""
        self._shown = tuple(one.number for one in due)
        say, language = self._words.clients, self._context.language
        lines = [f"{name_of(one, say)} · {facts_of(one, say, language)}" for one in due]
        self.names.setText("\n".join(lines))
        self.setVisible(bool(due))

    def ask(self) -> None:
        """Once more, and what it means."""
        say = self._words.due
        self._context.questions.ask(
            say.ask,
            f"{self.names.text()}\n\n{say.ask_why}",
            [("go", say.ask_go), ("back", say.ask_back)],
            self._answered,
            safe="back",
            primary="back",
        )

    def _answered(self, answer: str) -> None:
        if answer == "go":
            days = self._context.room.policy.retention_days
            work = functools.partial(desk_due.remove, days=days, shown=self._shown)
            self._context.background.run(self, work, self._done, self._context.questions.tell_error)

    def _done(self, removed: Removed) -> None:
        say = self._words.due
        if removed.stayed:
            self._context.tell(say.stayed.format(count=len(removed.stayed)), "warm")
        else:
            self._context.tell(say.gone.format(count=len(removed.gone)))
        self._removed()
