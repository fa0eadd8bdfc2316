"""One line of the desk's list: the agreed name, two dates, and what can be done.

May touch: its own widgets. Must never show more of a client than the list holds.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from safeplan.content.desk_words import ClientsWords
from safeplan.records.clients import Client
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import tighten


class ClientLine(Card):
    """`here` says whether her folder lies on this computer; without it the line can only be taken away."""

    def __init__(
        self,
        client: Client,
        words: ClientsWords,
        language: str,
        *,
        here: bool,
        open_: Callable[[], None],
        rename: Callable[[], None],
        drop: Callable[[], None],
    ) -> None:
        name = f"client-{client.number}"
        super().__init__(name=name)
        tighten(self, 10)
        shown = client.alias or words.no_name
        self.add(Heading(shown, 3, name=f"{name}-name"))
        if not here:
            gone = QuietButton(words.gone_drop, name=f"{name}-drop", clicked=drop)
            self.add(Body(words.gone, "muted"), flow(gone))
            return
        opens = SecondaryButton(words.open, name=f"{name}-open", clicked=open_, accessible=f"{words.open}: {shown}")
        renames = QuietButton(
            words.rename, name=f"{name}-rename", clicked=rename, accessible=f"{words.rename}: {shown}"
        )
        self.add(Body(facts_of(client, words, language), "muted"), flow(opens, renames))


def facts_of(client: Client, words: ClientsWords, language: str) -> str:
    """The last session or the day she was listed, and how long her folder may lie here."""

    def day(iso: str) -> str:
        return day_in_words(date.fromisoformat(iso), language)

    if client.last_session:
        when = words.line_session.format(day=day(client.last_session))
    else:
        when = words.line_made.format(day=day(client.made_on))
    until = words.line_until.format(day=day(client.keep_until)) if client.keep_until else words.line_session_only
    return f"{when} · {until}"
