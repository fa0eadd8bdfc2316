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
    """`here` says whether her folder lies on this computer; without it the line can only be taken away.

    `write_name` and `write_how` are offered only while she agrees to a name here, and to be called back.
    """

    def __init__(
        self,
        client: Client,
        words: ClientsWords,
        language: str,
        *,
        here: bool,
        open_: Callable[[], None],
        call: Callable[[], None],
        write_name: Callable[[], None],
        write_how: Callable[[], None],
        drop: Callable[[], None],
    ) -> None:
        name = f"client-{client.number}"
        super().__init__(name=name)
        tighten(self, 10)
        shown = name_of(client, words)
        self.add(Heading(shown, 3, name=f"{name}-name"))
        if not here:
            gone = QuietButton(words.gone_drop, name=f"{name}-drop", clicked=drop)
            self.add(Body(words.gone, "muted"), flow(gone))
            return

        def quiet(act: str, said: str, clicked: Callable[[], None]) -> QuietButton:
            return QuietButton(said, name=f"{name}-{act}", clicked=clicked, accessible=f"{said}: {shown}")

        opens = SecondaryButton(words.open, name=f"{name}-open", clicked=open_, accessible=f"{words.open}: {shown}")
        acts = [opens, quiet("call", words.calling, call)]
        if client.alias_until:
            acts.append(quiet("rename", words.rename if client.alias else words.alias_ask, write_name))
        if client.call_back_until:
            acts.append(quiet("call-back", words.calls_write, write_how))
        self.add(
            Body(facts_of(client, words, language), "muted"),
            Body(calls_of(client, words, language), "muted", name=f"{name}-calls"),
            flow(*acts),
        )


def name_of(client: Client, words: ClientsWords) -> str:
    """The agreed name; else that there is none, and what tells this line from the next."""
    return client.alias or f"{words.no_name} · {client.mark}"


def calls_of(client: Client, words: ClientsWords, language: str) -> str:
    """Whether and how she may be called back; without an agreement, that nobody calls."""
    if not client.call_back_until:
        return words.calls_no
    day = day_in_words(date.fromisoformat(client.call_back_until), language)
    said = words.calls_how if client.call_back else words.calls_open
    return said.format(day=day, how=client.call_back)


def facts_of(client: Client, words: ClientsWords, language: str) -> str:
    """The last session or the day she was listed, and how long her folder may lie here."""

    def day(iso: str) -> str:
        return day_in_words(date.fromisoformat(iso), language)

    if client.last_session:
        when = words.line_session.format(day=day(client.last_session))
    else:
        when = words.line_made.format(day=day(client.made_on))
    until = words.line_until.format(day=day(client.keep_until)) if client.keep_until else words.line_session_only
    facts = [when, until]
    if client.alias_until and not client.alias:
        facts.append(words.alias_open.format(day=day(client.alias_until)))
    return " · ".join(facts)
